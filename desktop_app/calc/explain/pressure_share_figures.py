"""Share, number by the key and what is asked of one state under pressure (COM(2020) 610, Art. 52, 53(3), 54)."""

from typing import Final

from desktop_app.calc.explain import inputs, proposal_share_figures
from desktop_app.calc.explain import pressure_inputs as given
from desktop_app.calc.explain import proposal_inputs as shared
from desktop_app.calc.explain.figure import Answer, Figure
from desktop_app.calc.explain.pressure_subject import PressureState
from desktop_app.calc.explain.proposal_share_figures import in_whole_persons, number_figures
from desktop_app.calc.explain.share_figures import SHARE_DECIMALS
from desktop_app.calc.sentences import say
from desktop_app.calc.wording import number, percent, persons

_NUMBER: Final = "COM(2020) 610, Art. 53(3)(c), 54 and Annex III"
_ASKED: Final = "COM(2020) 610, Art. 52(1), 53(3)(c)"


def _exact_key(state: PressureState) -> Answer:
    words = say(
        "{percent} of the report's {persons} persons, relocation and sponsorship together, are {number}.",
        percent=percent(state.share, SHARE_DECIMALS),
        persons=persons(state.report_total),
        number=number(state.exact_key),
    )
    return Answer("share * report_total", (inputs.share(state), given.report_total(state)), words)


def _key_number(state: PressureState) -> Answer:
    of = say("The number by the key before rounding is {number}", number=number(state.quota))
    return in_whole_persons(state, "exact_key", (shared.exact_key(state),), of)


def _asked(state: PressureState) -> Answer:
    if not state.row.is_asked:
        elsewhere = say(" of another procedure") if state.row.benefits_elsewhere else ""
        words = say(
            "The key contains {name}, but nobody asks a state that benefits itself{elsewhere} for its part.",
            name=state.name,
            elsewhere=elsewhere,
        )
        return Answer("0", (), words)
    words = say(
        "{begin} is asked for its number by the key, {persons}.",
        begin=state.begin,
        persons=persons(state.row.key_number or 0),
    )
    return Answer("key_number", (shared.key_number(state),), words)


FIGURES: Final[tuple[Figure[PressureState], ...]] = (
    *proposal_share_figures.FIGURES,
    *number_figures(
        (_NUMBER, _ASKED),
        (say("exact"), say("whole persons; the act rounds once more, at the very end")),
        (_exact_key, _key_number, _asked),
    ),
)
