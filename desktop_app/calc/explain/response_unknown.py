"""Why a figure of search and rescue cannot be known: each gives a sentence, or nothing where it does not apply."""

from desktop_app.calc.explain.response_subject import Response, ResponsePool
from desktop_app.calc.explain.unknown import names


def no_report_total(whole: Response) -> str:
    """The report's total is not known."""
    if whole.frame.total is not None:
        return ""
    report = whole.frame.benefitting
    if not report:
        return "The report names no Member State of disembarkation yet (Art. 47(2))."
    missing = [code for code, each in report.items() if each.relocations is None]
    return f"The report's number of relocations is missing for {names(missing)}, so there is no total (Art. 47(2))."


def nothing_needed(whole: Response) -> str:
    """The report asks for nobody."""
    return "" if whole.frame.total else "The report's total is 0: there is nothing to hold a figure against."


def nobody_asked(whole: Response) -> str:
    """All states of the key are states of disembarkation."""
    sentence = "Every Member State of the key is one of disembarkation: nobody is asked."
    return "" if any(row.exact_key for row in whole.contributing) else sentence


def empty_pool(pool: ResponsePool) -> str:
    """The pool holds nobody."""
    return "The pool holds nobody: there is nothing of which a part could be used." if pool.pool.pool == 0 else ""
