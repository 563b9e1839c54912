"""The 30 % test under pressure, in the two readings that it has (COM(2020) 610, Art. 52(2), 53(2), recital 29)."""

from collections.abc import Callable
from typing import Final

from desktop_app.calc.derivation import Input, Unit
from desktop_app.calc.explain import pressure_inputs as given
from desktop_app.calc.explain import proposal_inputs as shared
from desktop_app.calc.explain.figure import Answer
from desktop_app.calc.explain.inputs import COMPUTED
from desktop_app.calc.explain.pressure_subject import Pressure
from desktop_app.calc.explain.proposal_shortfall import NEEDED, figures_of_the_test, shown
from desktop_app.calc.sentences import say
from desktop_app.calc.wording import number, persons

_TEST: Final = say("COM(2020) 610, Art. 52(2), 53(2); recital 29")


def _only_measures(_whole: Pressure) -> str:
    """Reading B is in force: nothing else is left that could keep the test from being made."""
    return say(
        "Reading B counts what nobody pledges: under pressure the key asks, and no plan can leave a number short."
    )


def _covered(whole: Pressure) -> Input:
    title = say("covered by measures, all states")
    return Input("covered", title, whole.totals.covered, Unit.PERSONS, COMPUTED, "", "covered")


def _left_short(whole: Pressure) -> str:
    with_measures = [row for row in whole.asked_rows if row.covered]
    if not with_measures:
        return say("No contributing state has measures that stand for persons, so measures leave nothing short")
    who = (
        say("One state with measures leaves")
        if len(with_measures) == 1
        else say("{count} states leave", count=len(with_measures))
    )
    return say("{who} {number} persons of the key to measures", who=who, number=number(whole.totals.covered))


def _a(whole: Pressure) -> Answer:
    words = say(
        "{left_short}: {a} of the report's {persons} persons.",
        left_short=_left_short(whole),
        a=shown(whole.totals.shortfall_readings.a),
        persons=persons(whole.report_total),
    )
    return Answer("100 * covered / report_total", (_covered(whole), given.report_total(whole)), words)


def _c(whole: Pressure) -> Answer:
    title = say("number by the key before rounding of each state asked")
    asked = shared.of_rows("all_shares", title, whole.asked_rows, lambda row: row.exact_key)
    together = whole.totals.shortfall_readings.parts_c.whole or 0
    words = say(
        "{left_short}: {c} of the {number} that the key asks of the contributing states.",
        left_short=_left_short(whole),
        c=shown(whole.totals.shortfall_readings.c),
        number=number(together),
    )
    return Answer("100 * covered / sum(all_shares)", (_covered(whole), asked), words)


_ANSWERS: Final[dict[str, Callable[[Pressure], Answer]]] = {"A": _a, "C": _c}


def _always_with_effect(_whole: Pressure) -> str:
    return ""


FIGURES: Final = figures_of_the_test(_TEST, _ANSWERS, _always_with_effect, (*NEEDED, _only_measures))
