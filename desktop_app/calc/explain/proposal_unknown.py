"""Why a figure of the proposal of 2020 cannot be known: each gives a sentence, or nothing where it does not apply."""

from typing import Final

from desktop_app.calc.explain import unknown
from desktop_app.calc.explain.proposal_subject import Proposal
from desktop_app.calc.sentences import say


def no_report_total(whole: Proposal) -> str:
    """The report's total is not known."""
    return whole.why_no_total


def nothing_needed(whole: Proposal) -> str:
    """The report asks for nobody."""
    return "" if whole.report_total else say("The report's total is 0: there is nothing to hold a figure against.")


def nobody_asked(whole: Proposal) -> str:
    """All states of the key benefit."""
    sentence = say(
        "Every Member State of the key is {EVERYBODY_BENEFITS}: nobody is asked.",
        EVERYBODY_BENEFITS=whole.EVERYBODY_BENEFITS,
    )
    return "" if any(row.exact_key for row in whole.asked_rows) else sentence


NO_NUMBER: Final = (no_report_total, unknown.no_share)
"""Why a number by the key may be unknown."""
