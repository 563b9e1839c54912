"""What the proposal says of the 50 % rule and of vulnerable persons, in the words of the panel (Art. 48(2), 49(4))."""

from fractions import Fraction

from desktop_app.calc import wording
from desktop_app.calc.response_assessment import ResponseRow, SearchAndRescueAssessment
from desktop_app.calc.search_and_rescue import ActPath, SearchAndRescue
from desktop_app.calc.shortfall_shown import percent_words


def half_words(row: ResponseRow | None, assessment: SearchAndRescueAssessment) -> str:
    """Say what the 50 % rule asks of a state, or why it asks nothing (Art. 48(2))."""
    if row is not None and row.half:
        cut = f" {_persons(row.cut)} of the plan are cut (reading “cover”: exactly half)." if row.cut else ""
        if not row.added:
            words = f"Half of the share is {_persons(row.half)}; the plan's {_persons(row.pledged)} cover it already."
            return f"{words}{cut}"
        return (
            f"Half of the share is {_persons(row.half)}; {_persons(row.pledged)} are pledged: "
            f"{_persons(row.added)} are added.{' Say how they are split.' if row.unsaid else ''}{cut}"
        )
    return f"The 50 % rule asks nothing: {_why_nothing(row, assessment)}. A split may be said all the same; it waits."


def _why_nothing(row: ResponseRow | None, assessment: SearchAndRescueAssessment) -> str:
    if row is None:
        return "the Member State takes no part in the key"
    if row.benefitting:
        return "a Member State of disembarkation is not asked (Art. 47(3))"
    if row.plan is None:
        return "no plan counts yet"
    return _why_not_by_test(assessment) if row.claimed else "the plan claims nothing for measures"


def _why_not_by_test(assessment: SearchAndRescueAssessment) -> str:
    """Say why the rule asks nothing of a state with measures: the test, or the act that it belongs to."""
    totals = assessment.totals
    if not totals.shortfall_triggered:
        shown = "not known" if totals.shortfall is None else percent_words(totals.shortfall)
        return f"the shortfall is {shown}, not more than 30 %"
    if assessment.forum.search_and_rescue.act.path is ActPath.SUFFICIENT:
        return "the plans are judged sufficient (Art. 48(1)), and pledges stand as they are"
    return "no judgement is recorded yet, and it belongs to an act under Art. 48(2) alone"


def split_words(row: ResponseRow | None, offered: int) -> tuple[str, str]:
    """Say what a split comes to.

    Returns:
        Words (may be empty), and their colour token.
    """
    if row is None or not row.half:
        return "", "muted"
    short = row.half - row.pledged
    if row.unsaid:
        words = f"Together {_persons(offered)} of {_persons(short)}: {_persons(row.unsaid)} are not said"
        return f"{words} and count as relocations.", "warn"
    if offered > short > 0 and row.added - row.cut < offered:
        taken = f"{wording.persons(row.added_relocations)} by relocation and {wording.persons(row.added_sponsorship)}"
        words = f"Together {_persons(offered)}; taken are {taken} by sponsorship (reading “cover”: exactly half)"
        return f"{words}, and {_persons(row.cut)} of the plan are cut." if row.cut else f"{words}.", "warn"
    if offered > short > 0:
        return f"Together {_persons(offered)}, more than the {_persons(short)} asked: all of it counts.", "info"
    return ("Together exactly what is asked.", "ok") if short > 0 else ("", "muted")


def vulnerable_words(recorded: SearchAndRescue, vulnerable: int | None) -> str:
    """Warn of vulnerable persons of whom the report does not speak (Art. 49(4))."""
    if recorded.report.vulnerable or not vulnerable:
        return ""
    return "Warning: the report does not speak of capacity problems because of vulnerable persons (Art. 49(4))."


def _persons(count: int | Fraction) -> str:
    return f"{wording.number(count)} person{'' if count == 1 else 's'}"
