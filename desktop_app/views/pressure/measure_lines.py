"""The states with measures under the 30 % test: what they cover, the half, what the act fixes (Art. 53(2))."""

from collections.abc import Iterable
from fractions import Fraction
from typing import Final

from desktop_app.calc.exact import exact_text, round_up
from desktop_app.calc.pressure_assessment import PressureRow
from desktop_app.calc.thirty_percent import PressureTest
from desktop_app.calc.wording import number, persons
from desktop_app.views.forum_editors.figures import Cell, Column, FigureLine
from desktop_app.views.language import exact, marked, state_name, tr

COLUMNS: Final = (
    Column(marked("Member State")),
    Column(marked("Share, %"), right=True),
    Column(marked("Share ×\ntotal (a)"), right=True),
    Column(marked("Covered by\nmeasures (d)"), right=True),
    Column(marked("Persons\na − d"), right=True),
    Column(marked("Half\n⌈a / 2⌉"), right=True),
    Column(marked("Added by\nthe rule"), right=True),
    Column(marked("Persons\nthen"), right=True),
    Column(marked("Measures\nclaimed"), right=True),
    Column(marked("Measures\nthen"), right=True),
    Column(marked("Adjusted\nby"), right=True),
    Column(marked("Measures\nfixed"), right=True),
)
_OPEN: Final = marked("open")
_NONE: Final = "–"


def measure_lines(test: PressureTest) -> list[FigureLine]:
    """Return a line for each state with measures, and their sums."""
    rows = test.with_measures
    lines = [_line(row) for row in rows]
    if len(rows) > 1:
        lines.append(_sum(rows))
    return lines


def exact_cell(value: Fraction | None, *, signed: bool = False) -> Cell:
    """Return an exact number with two decimals where it is not whole; its fraction in the tooltip.

    Args:
        value: the number; ``None`` where it is not known.
        signed: whether more than 0 has its sign, as a difference has.
    """
    if value is None:
        return Cell(_OPEN)
    about = "" if value.denominator == 1 else tr("exactly {number}", number=exact_text(value))
    return Cell(signed_text(value) if signed else tr(number(value)).replace("-", "−"), about=about)


def signed_text(value: Fraction) -> str:
    """Write a difference with its sign: ``"+3.05"``, ``"−12.34"``, ``"0"``."""
    sign = "+" if value > 0 else "−" if value < 0 else ""
    return f"{sign}{tr(number(abs(value)))}"


def _line(row: PressureRow) -> FigureLine:
    planned = None if row.exact_key is None else row.exact_key - row.covered
    added = exact_cell(row.added, signed=True) if row.half else Cell(_NONE, tone="muted")
    return FigureLine(
        (
            Cell(state_name(row.code)),
            Cell(_OPEN if row.share is None else exact(100 * row.share, 4)),
            exact_cell(row.exact_key),
            exact_cell(row.covered),
            exact_cell(planned),
            _half(row),
            added,
            exact_cell(row.persons),
            exact_cell(row.claimed),
            exact_cell(row.measures_exact),
            _adjusted(row),
            Cell(_OPEN if row.measures is None else persons(row.measures)),
        )
    )


def _half(row: PressureRow) -> Cell:
    if row.exact_key is None:
        return Cell(_OPEN)
    if not row.half:
        half = min(Fraction(round_up(row.exact_key / 2)), row.exact_key)
        return Cell(number(half), tone="muted", about=tr("What half would be; the rule does not ask for it here"))
    is_covered = row.added <= 0
    return Cell(number(row.half), "ok" if is_covered else "warn", "ok" if is_covered else "warn")


def _adjusted(row: PressureRow) -> Cell:
    if not row.adjusted:
        return exact_cell(row.adjusted)
    about = (
        tr("Adjusted up: measures stand for the part of the share that persons leave (Art. 53(2), recital 29)")
        if row.adjusted > 0
        else tr("Adjusted down: measures stand for the part of the share that persons leave (Art. 53(2), recital 29)")
    )
    return Cell(signed_text(row.adjusted), "info", "info", about)


def _sum(rows: tuple[PressureRow, ...]) -> FigureLine:
    asked = any(row.half for row in rows)
    share = None if any(row.share is None for row in rows) else sum(row.share or Fraction(0) for row in rows)
    planned = [None if row.exact_key is None else row.exact_key - row.covered for row in rows]
    fixed_ = [None if row.measures is None else Fraction(row.measures) for row in rows]
    cells = (
        Cell(tr("Together")),
        Cell(_OPEN if share is None else exact(100 * share, 4)),
        _total(row.exact_key for row in rows),
        _total(row.covered for row in rows),
        _total(planned),
        Cell(""),
        Cell(signed_text(sum((row.added for row in rows), Fraction(0))) if asked else _NONE),
        _total(row.persons for row in rows),
        _total(row.claimed for row in rows),
        _total(row.measures_exact for row in rows),
        _total((row.adjusted for row in rows), signed=True),
        _total(fixed_),
    )
    return FigureLine(cells, strong=True, ground="sunken")


def _total(values: Iterable[Fraction | None], *, signed: bool = False) -> Cell:
    held = list(values)
    known = [value for value in held if value is not None]
    return exact_cell(sum(known, Fraction(0)) if len(known) == len(held) else None, signed=signed)
