"""Adding up what cells show: exactly, like with like only, and saying what could not be counted."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from desktop_app.calc import wording
from desktop_app.calc.exact import fixed, money_text, round_half_up
from desktop_app.views.language import exact, marked, shown, tr
from desktop_app.views.typed_table.cells import Cell, Look
from desktop_app.views.typed_table.layout import Measure

_SHARE_DECIMALS: Final = 4
_AVERAGE_DECIMALS: Final = 2
_AVERAGED: Final = (Measure.PERSONS, Measure.RELOCATIONS, Measure.CENTS)
"""An average of shares or of coverage says nothing: the Member States behind it are not of one size."""
_UNITS: Final = {Measure.PERSONS: marked("persons"), Measure.RELOCATIONS: marked("relocations")}


@dataclass(frozen=True, slots=True)
class Sum:
    """What cells of one measure add up to.

    Attributes:
        value: the exact sum; cents for money.
        counted: how many cells have a number; an explicit none counts as 0.
        left_out: how many have none yet.
    """

    value: int | Fraction
    counted: int
    left_out: int


def added(cells: Iterable[Cell]) -> Sum:
    """Add up the numbers of cells that count the same thing."""
    value: int | Fraction = 0
    counted = left_out = 0
    for cell in cells:
        if cell.look in (Look.OPEN, Look.NOTHING, Look.TOKENS):
            left_out += 1
        elif isinstance(cell.sort, int | Fraction):
            value, counted = value + cell.sort, counted + 1
    return Sum(value, counted, left_out)


def plain_sum(value: int | Fraction, measure: Measure) -> str:
    """Write a sum without spaces: EUR for cents, four decimals for shares, two for parts of a relocation."""
    if measure is Measure.CENTS:
        return money_text(round_half_up(value)).removesuffix(".00")
    if measure is Measure.PERCENT:
        return fixed(value, _SHARE_DECIMALS)
    return fixed(value, 0 if value.denominator == 1 else 2)


def selection_words(cells: Sequence[tuple[Measure, Cell]]) -> str:
    """Say what selected cells come to: how many, the sum of each measure, an average where it makes sense.

    Args:
        cells: the selected cells, with what their numbers count.

    Returns:
        A line for the status bar, empty for fewer than two cells.
    """
    if len(cells) < 2:
        return ""
    parts = [tr("{count} cells", count=len(cells))]
    for measure in Measure:
        of_it = [cell for kind, cell in cells if kind is measure]
        if measure is Measure.NOTHING or not of_it:
            continue
        parts += _sum_words(added(of_it), measure)
    return " · ".join(map(shown, parts))


def _sum_words(total: Sum, measure: Measure) -> list[str]:
    if not total.counted:
        return []
    beside = []
    if total.counted > 1 and measure in _AVERAGED:
        beside.append(tr("average of {counted}: {average}", counted=total.counted, average=_average(total, measure)))
    if total.left_out:
        beside.append(tr("{left_out} not known", left_out=total.left_out))
    amount = _amount(total.value, measure)
    return [f"{shown(amount)} ({', '.join(map(shown, beside))})" if beside else amount]


def _amount(value: int | Fraction, measure: Measure) -> str:
    if measure is Measure.CENTS:
        return wording.money(round_half_up(value))
    text = _written(plain_sum(value, measure))
    return f"{text}{wording.HARD}%" if measure is Measure.PERCENT else f"{text} {shown(_UNITS[measure])}"


def _average(total: Sum, measure: Measure) -> str:
    average = Fraction(total.value) / total.counted
    if measure is Measure.CENTS:
        return wording.money(round_half_up(average))
    return _written(fixed(average, 0 if average.denominator == 1 else _AVERAGE_DECIMALS))


def _written(plain: str) -> str:
    """Write a number as the language that is spoken writes it."""
    return exact(Fraction(plain), len(plain.partition(".")[2]))
