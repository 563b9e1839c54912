"""Share, number by the key and what is asked of one state in search and rescue (COM(2020) 610, Art. 47(3), 54)."""

from typing import Final

from desktop_app.calc.explain import inputs, proposal_share_figures
from desktop_app.calc.explain import proposal_inputs as shared
from desktop_app.calc.explain import response_inputs as given
from desktop_app.calc.explain.figure import Answer, Figure
from desktop_app.calc.explain.proposal_share_figures import in_whole_persons, number_figures
from desktop_app.calc.explain.response_subject import ResponseState
from desktop_app.calc.explain.share_figures import SHARE_DECIMALS
from desktop_app.calc.sentences import say
from desktop_app.calc.wording import number, percent, persons

_NUMBER: Final = "COM(2020) 610, Art. 47(3), 54 and Annex III"


def _exact_key(state: ResponseState) -> Answer:
    words = say(
        "{percent} of the report's {persons} relocations are {number}.",
        percent=percent(state.share, SHARE_DECIMALS),
        persons=persons(state.report_total),
        number=number(state.exact_key),
    )
    return Answer("share * report_total", (inputs.share(state), given.report_total(state)), words)


def _key_number(state: ResponseState) -> Answer:
    of = say("The number by the key before rounding is {number}", number=number(state.quota))
    if not state.frame.is_topped_up:
        return in_whole_persons(state, "exact_key", (shared.exact_key(state),), of)
    of = say("{percent} of the raised total of ", percent=percent(state.share, SHARE_DECIMALS))
    of += say("{persons} are {number}", persons=persons(state.totals.relocations or 0), number=number(state.quota))
    return in_whole_persons(state, "share * total", (inputs.share(state), given.total(state)), of)


def _asked(state: ResponseState) -> Answer:
    if state.row.benefitting:
        words = say("The key contains {name}, but nobody asks a state of disembarkation for its part.", name=state.name)
        return Answer("0", (), words)
    words = say(
        "The Commission asks {name} for its number by the key, {persons}",
        name=state.name,
        persons=persons(state.row.asked or 0),
    )
    if state.row.before is None:
        return Answer("key_number", (shared.key_number(state),), say("{words}.", words=words))
    return Answer("report_number", (given.report_number(state),), say("{words}; the top-up came later.", words=words))


FIGURES: Final[tuple[Figure[ResponseState], ...]] = (
    *proposal_share_figures.FIGURES,
    *number_figures(
        (_NUMBER, "COM(2020) 610, Art. 47(3)"),
        (
            say("exact; of the report's total, before any top-up"),
            say("whole persons; the proposal does not say how, the reading does"),
        ),
        (_exact_key, _key_number, _asked),
    ),
)
