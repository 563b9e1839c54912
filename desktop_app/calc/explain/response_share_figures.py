"""Share, number by the key and what is asked of one state in search and rescue (COM(2020) 610, Art. 47(3), 54)."""

from typing import Final

from desktop_app.calc.explain import inputs, proposal_share_figures
from desktop_app.calc.explain import proposal_inputs as shared
from desktop_app.calc.explain import response_inputs as given
from desktop_app.calc.explain.figure import Answer, Figure
from desktop_app.calc.explain.proposal_share_figures import in_whole_persons, number_figures
from desktop_app.calc.explain.response_subject import ResponseState
from desktop_app.calc.explain.share_figures import SHARE_DECIMALS
from desktop_app.calc.wording import number, percent, persons

_NUMBER: Final = "COM(2020) 610, Art. 47(3), 54 and Annex III"


def _exact_key(state: ResponseState) -> Answer:
    words = (
        f"{percent(state.share, SHARE_DECIMALS)} of the report's {persons(state.report_total)} relocations "
        f"are {number(state.exact_key)}."
    )
    return Answer("share * report_total", (inputs.share(state), given.report_total(state)), words)


def _key_number(state: ResponseState) -> Answer:
    of = f"The number by the key before rounding is {number(state.quota)}"
    if not state.frame.is_topped_up:
        return in_whole_persons(state, "exact_key", (shared.exact_key(state),), of)
    of = f"{percent(state.share, SHARE_DECIMALS)} of the raised total of "
    of += f"{persons(state.totals.relocations or 0)} are {number(state.quota)}"
    return in_whole_persons(state, "share * total", (inputs.share(state), given.total(state)), of)


def _asked(state: ResponseState) -> Answer:
    if state.row.benefitting:
        words = f"The key contains {state.name}, but nobody asks a state of disembarkation for its part."
        return Answer("0", (), words)
    words = f"The Commission asks {state.name} for its number by the key, {persons(state.row.asked or 0)}"
    if state.row.before is None:
        return Answer("key_number", (shared.key_number(state),), f"{words}.")
    return Answer("report_number", (given.report_number(state),), f"{words}; the top-up came later.")


FIGURES: Final[tuple[Figure[ResponseState], ...]] = (
    *proposal_share_figures.FIGURES,
    *number_figures(
        (_NUMBER, "COM(2020) 610, Art. 47(3)"),
        (
            "exact; of the report's total, before any top-up",
            "whole persons; the proposal does not say how, the reading does",
        ),
        (_exact_key, _key_number, _asked),
    ),
)
