"""The lines of the view that checks the forum against an adopted act."""

from collections.abc import Mapping
from typing import Final

from desktop_app.calc.adopted import words
from desktop_app.calc.adopted.comparison import CellDifference, Checked
from desktop_app.calc.adopted.values import REFERENCE, TOTAL, UnreadRow
from desktop_app.calc.adopted.values import Column as ActColumn
from desktop_app.views.forum_editors.figures import Cell, Column, FigureLine
from desktop_app.views.language import marked, tr

COLUMNS: Final = (
    Column(marked("Of")),
    Column(marked("Column")),
    Column(marked("Forum"), right=True),
    Column(marked("Act"), right=True),
    Column(marked("Difference"), right=True),
    Column(marked("Kind"), wraps=True),
    Column(marked("Cell")),
)
EXPLAINED: Final = (Column(marked("What was compared"), wraps=True),)
_LONGEST: Final = 40
"""Characters of a name that is none."""
_IN_TABLE: Final[Mapping[ActColumn, str]] = {
    ActColumn.SHARE: "key",
    ActColumn.FAIR_RELOCATIONS: "fair_share_relocations",
    ActColumn.FAIR_EUR: "column:fair_share_eur",
    ActColumn.RELOCATIONS: "relocations",
    ActColumn.BENEFICIARIES: "column:beneficiaries",
    ActColumn.FINANCIAL: "financial",
    ActColumn.ALTERNATIVE: "alternative",
    ActColumn.GROSS: "equivalents",
    ActColumn.DEDUCTED: "column:deducted",
    ActColumn.NET: "net_equivalents",
}
"""The column of the pledge table by the act's, as the table's ``go_to`` takes it."""


def difference_line(each: CellDifference) -> FigureLine:
    """Return the line of a cell that differs."""
    is_last = each.code in (TOTAL, REFERENCE)
    return FigureLine(
        (
            Cell(tr(words.row_words(each.code))),
            Cell(tr(each.column.words)),
            Cell(tr(words.forum_words(each))),
            Cell(tr(words.act_words(each))),
            Cell(tr(words.difference_words(each))),
            Cell(tr(words.kind_words(each)), icon="warn"),
            Cell(each.cell.place if each.cell else "–", tone="muted"),
        ),
        strong=is_last,
    )


def unread_line(row: UnreadRow) -> FigureLine:
    """Return the line of a row of the act that is not compared."""
    empty = (Cell("–", tone="muted"),) * 4
    why = Cell(tr(words.unread_words(row)), icon="warn")
    return FigureLine((Cell(row.text[:_LONGEST], about=row.text), *empty, why, Cell(row.place, tone="muted")))


def explained_lines(checked: Checked) -> tuple[FigureLine, ...]:
    """Return what was compared and how, a line each."""
    return tuple(FigureLine((Cell(tr(each)),)) for each in words.explained(checked))


def place_in_table(each: CellDifference) -> tuple[str, str]:
    """Return code (empty for the totals) and column of the cell of the pledge table."""
    return "" if each.code in (TOTAL, REFERENCE) else each.code, _IN_TABLE[each.column]
