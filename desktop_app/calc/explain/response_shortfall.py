"""The 30 % test in three readings (COM(2020) 610, Art. 48(2), recital 22)."""

from collections.abc import Callable
from fractions import Fraction
from typing import Final

from desktop_app.calc.derivation import Input, Unit
from desktop_app.calc.explain import response_inputs as given
from desktop_app.calc.explain import response_unknown as reasons
from desktop_app.calc.explain import unknown
from desktop_app.calc.explain.figure import Answer, Figure, told_apart
from desktop_app.calc.explain.inputs import COMPUTED
from desktop_app.calc.explain.response_subject import STATUS, Response
from desktop_app.calc.readings import SHORTFALL
from desktop_app.calc.response_assessment import ResponseRow
from desktop_app.calc.shortfall_shown import THRESHOLD
from desktop_app.calc.wording import number, percent, persons, relocations

_TEST: Final = "COM(2020) 610, Art. 48(2); recital 22"
_LEFT_SHORT: Final = "sum(missing(shares, pledges))"
_NEEDED: Final = (reasons.no_report_total, unknown.no_share, reasons.nothing_needed)
_ROUNDING: Final = "shown with two decimals, half up; held against 30 % exactly"


def _shown(ratio: Fraction | None) -> str:
    """Write a ratio so that it reads differently from 30 % where it is different."""
    known = ratio or Fraction(0)
    return percent(known, told_apart(100 * known, 100 * THRESHOLD))


def _of_measures(whole: Response) -> tuple[Input, ...]:
    rows = whole.with_measures
    return (
        given.of_rows("shares", "number by the key before rounding of states with measures", rows, _exact_key),
        given.of_rows("pledges", "relocations that they pledge", rows, lambda row: row.pledged),
    )


def _exact_key(row: ResponseRow) -> Fraction | None:
    return row.exact_key


def _left_short(whole: Response) -> str:
    if not whole.with_measures:
        return "No contributing state has measures that stand for persons, so measures leave nothing short"
    short = sum((row.missing or Fraction(0) for row in whole.with_measures), Fraction(0))
    count = len(whole.with_measures)
    who = "One state with measures stays" if count == 1 else f"{count} states with measures stay"
    return f"{who} {number(short)} short of the key"


def _a(whole: Response) -> Answer:
    words = (
        f"{_left_short(whole)}: {_shown(whole.totals.shortfall_readings.a)} of the report's "
        f"{persons(whole.report_total)} relocations."
    )
    used = (*_of_measures(whole), given.report_total(whole))
    return Answer(f"100 * {_LEFT_SHORT} / report_total", used, words)


def _b(whole: Response) -> Answer:
    words = (
        f"Of the report's {persons(whole.report_total)}, {relocations(whole.totals.pledged)} are pledged: "
        f"{_shown(whole.totals.shortfall_readings.b)} are not, whatever the reason."
    )
    pledges = given.of_rows("pledges", "relocations pledged by each state", whole.contributing, lambda row: row.pledged)
    return Answer("100 * (report_total - sum(pledges)) / report_total", (given.report_total(whole), pledges), words)


def _c(whole: Response) -> Answer:
    asked = given.of_rows(
        "all_shares", "number by the key before rounding of each state asked", whole.contributing, _exact_key
    )
    total = number(whole.totals.asked_exact or 0)
    words = (
        f"{_left_short(whole)}: {_shown(whole.totals.shortfall_readings.c)} of the {total} that the key asks of the "
        "contributing states."
    )
    return Answer(f"100 * {_LEFT_SHORT} / sum(all_shares)", (*_of_measures(whole), asked), words)


_ANSWERS: Final[dict[str, Callable[[Response], Answer]]] = {"A": _a, "B": _b, "C": _c}


def _in_force(whole: Response) -> Answer:
    reading = whole.reading(SHORTFALL.name)
    answer = _ANSWERS[reading](whole)
    return Answer(answer.formula, answer.inputs, f"Reading {reading}: {answer.words[:1].lower()}{answer.words[1:]}")


def _triggered(whole: Response) -> Answer:
    shortfall = whole.totals.shortfall or Fraction(0)
    name = "shortfall_percent"
    title = f"shortfall, reading {whole.reading(SHORTFALL.name)}"
    above = "more than" if whole.totals.shortfall_triggered else "not more than"
    words = f"{_shown(shortfall)} is {above} 30 %."
    if whole.totals.shortfall_triggered and not whole.still_short:
        words += " It has an effect in an act under Art. 48(2) alone."
    return Answer(f"{name} > 30", (Input(name, title, 100 * shortfall, Unit.PERCENT, COMPUTED, "", name),), words)


def _ratio(reading: str) -> Callable[[Response], Fraction | None]:
    def value(whole: Response) -> Fraction | None:
        ratio = whole.totals.shortfall_readings.of(reading)
        return None if ratio is None else 100 * ratio

    return value


FIGURES: Final[tuple[Figure[Response], ...]] = (
    Figure(
        "shortfall_percent",
        "shortfall of the 30 % test",
        Unit.PERCENT,
        _ROUNDING,
        _TEST,
        lambda whole: None if whole.totals.shortfall is None else 100 * whole.totals.shortfall,
        _in_force,
        (*_NEEDED, reasons.nobody_asked),
        STATUS,
        (SHORTFALL.name,),
    ),
    *(
        Figure(
            f"shortfall_{reading.lower()}",
            f"shortfall, reading {reading}",
            Unit.PERCENT,
            _ROUNDING,
            _TEST,
            _ratio(reading),
            answer,
            (*_NEEDED, reasons.nobody_asked),
            STATUS,
        )
        for reading, answer in _ANSWERS.items()
    ),
    Figure(
        "shortfall_triggered",
        "30 % test triggered",
        Unit.YES_NO,
        "strictly above 30 %, compared exactly",
        _TEST,
        lambda whole: None if whole.totals.shortfall is None else whole.totals.shortfall_triggered,
        _triggered,
        (*_NEEDED, reasons.nobody_asked),
        STATUS,
        (SHORTFALL.name,),
    ),
)
