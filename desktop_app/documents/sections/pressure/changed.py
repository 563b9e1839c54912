"""From the number by the key to what the act fixes: reduction, take-over and credits stand between them."""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from types import MappingProxyType
from typing import Final

from desktop_app.calc.exact import sum_if_known, total_of
from desktop_app.calc.pressure_assessment import PressureRow
from desktop_app.documents.sections.cells import known
from desktop_app.documents.sections.pressure.distribution import change_cell
from desktop_app.documents.sections.source import MigratorySource
from desktop_app.documents.styles import CELL_BOLD
from desktop_app.documents.tables import Cell, Row, row

_AMOUNTS: Final[Mapping[str, Callable[[PressureRow], int | None]]] = MappingProxyType(
    {
        "relocations": lambda each: each.relocations,
        "beneficiaries": lambda each: each.beneficiaries,
        "sponsorship": lambda each: each.sponsorship,
        "measures": lambda each: each.measures,
        "sum": lambda each: each.fixed.total,
    }
)


def changed_by(each: PressureRow) -> Fraction:
    """Return what reduction, take-over and credits change of a state's number, exact."""
    return each.reduction + each.redistributed - each.credited


def contribution_cells(source: MigratorySource, each: PressureRow, names: Sequence[str]) -> list[Cell]:
    """Return number by the key, its change, and what the act fixes under each name."""
    return [
        known(source, source.number(each.key_number)),
        change_cell(source, changed_by(each)),
        *(known(source, source.number(_AMOUNTS[name](each))) for name in names),
    ]


def contributions_total(
    source: MigratorySource, listed: Sequence[PressureRow], names: Sequence[str], *, before: int, after: int = 0
) -> Row:
    """Return the row of the sums.

    Args:
        source: of the words.
        listed: whose contributions are added up.
        names: of the columns that :func:`contribution_cells` gives.
        before: columns before them, the name's included.
        after: columns after them.
    """
    cells = [
        Cell(source.number(sum_if_known(each.key_number for each in listed))),
        change_cell(source, total_of([changed_by(each) for each in listed])),
        *(Cell(source.number(sum_if_known(_AMOUNTS[name](each) for each in listed))) for name in names),
    ]
    bold = [Cell(each.text, CELL_BOLD) for each in cells]
    empty = [Cell("")] * (before - 1)
    return row([source.terms("response.total"), *empty, *bold, *[Cell("")] * after], CELL_BOLD, with_previous=True)
