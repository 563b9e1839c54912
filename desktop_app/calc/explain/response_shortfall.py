"""The 30 % test in three readings (COM(2020) 610, Art. 48(2), recital 22)."""

from collections.abc import Callable
from fractions import Fraction
from typing import Final

from desktop_app.calc.derivation import Input
from desktop_app.calc.explain import proposal_inputs as shared
from desktop_app.calc.explain import response_inputs as given
from desktop_app.calc.explain.figure import Answer
from desktop_app.calc.explain.proposal_shortfall import NEEDED, figures_of_the_test, shown
from desktop_app.calc.explain.response_subject import Response
from desktop_app.calc.response_assessment import ResponseRow
from desktop_app.calc.sentences import say
from desktop_app.calc.wording import number, persons, relocations

_TEST: Final = say("COM(2020) 610, Art. 48(2); recital 22")
_LEFT_SHORT: Final = "sum(missing(shares, pledges))"


def _of_measures(whole: Response) -> tuple[Input, ...]:
    rows = whole.with_measures
    return (
        shared.of_rows("shares", say("number by the key before rounding of states with measures"), rows, _exact_key),
        shared.of_rows("pledges", say("relocations that they pledge"), rows, lambda row: row.pledged),
    )


def _exact_key(row: ResponseRow) -> Fraction | None:
    return row.exact_key


def _left_short(whole: Response) -> str:
    if not whole.with_measures:
        return say("No contributing state has measures that stand for persons, so measures leave nothing short")
    short = sum((row.missing or Fraction(0) for row in whole.with_measures), Fraction(0))
    count = len(whole.with_measures)
    who = say("One state with measures stays") if count == 1 else say("{count} states with measures stay", count=count)
    return say("{who} {number} short of the key", who=who, number=number(short))


def _a(whole: Response) -> Answer:
    words = say(
        "{left_short}: {a} of the report's {persons} relocations.",
        left_short=_left_short(whole),
        a=shown(whole.totals.shortfall_readings.a),
        persons=persons(whole.report_total),
    )
    used = (*_of_measures(whole), given.report_total(whole))
    return Answer(f"100 * {_LEFT_SHORT} / report_total", used, words)


def _b(whole: Response) -> Answer:
    words = say(
        "Of the report's {persons}, {relocations} are pledged: {b} are not, whatever the reason.",
        persons=persons(whole.report_total),
        relocations=relocations(whole.totals.pledged),
        b=shown(whole.totals.shortfall_readings.b),
    )
    pledges = shared.of_rows(
        "pledges", say("relocations pledged by each state"), whole.contributing, lambda row: row.pledged
    )
    return Answer("100 * (report_total - sum(pledges)) / report_total", (given.report_total(whole), pledges), words)


def _c(whole: Response) -> Answer:
    asked = shared.of_rows(
        "all_shares", say("number by the key before rounding of each state asked"), whole.contributing, _exact_key
    )
    total = number(whole.totals.asked_exact or 0)
    words = say(
        "{left_short}: {c} of the {total} that the key asks of the contributing states.",
        left_short=_left_short(whole),
        c=shown(whole.totals.shortfall_readings.c),
        total=total,
    )
    return Answer(f"100 * {_LEFT_SHORT} / sum(all_shares)", (*_of_measures(whole), asked), words)


_ANSWERS: Final[dict[str, Callable[[Response], Answer]]] = {"A": _a, "B": _b, "C": _c}


def _without_effect(whole: Response) -> str:
    return "" if whole.still_short else say(" It has an effect in an act under Art. 48(2) alone.")


FIGURES: Final = figures_of_the_test(_TEST, _ANSWERS, _without_effect, NEEDED)
