"""The lines of the pledge table that add up Member States."""

from collections.abc import Iterable, Sequence
from typing import Final

from desktop_app.calc import wording
from desktop_app.views.language import shown, tr
from desktop_app.views.pledge_table.columns import HEADINGS, Column
from desktop_app.views.typed_table.cells import Cell, Look
from desktop_app.views.typed_table.layout import Measure
from desktop_app.views.typed_table.sums import added, plain_sum


def summary_cells(title: str, rows: Sequence[Sequence[Cell]], shown: Iterable[Column]) -> tuple[Cell, ...]:
    """Return the cells of a line that adds up Member States, one for each :class:`Column`.

    Args:
        title: what the line says in the column of names.
        rows: the cells of the Member States.
        shown: the columns that are shown.
    """
    wanted = set(shown)
    cells = []
    for column in Column:
        if column is Column.MEMBER_STATE:
            cells.append(Cell(Look.NAME, title, spoken=title, copied=title, summary=True))
        elif column in wanted and HEADINGS[column].measure is not Measure.NOTHING:
            cells.append(summary_cell(column, title, [row[column] for row in rows]))
        else:
            cells.append(_BLANK)
    return tuple(cells)


_BLANK: Final = Cell(Look.TEXT, summary=True)


def summary_cell(column: Column, title: str, cells: Sequence[Cell]) -> Cell:
    """Return the cell that adds up cells of one column; ``title`` is spoken before it."""
    total = added(cells)
    plain = plain_sum(total.value, HEADINGS[column].measure)
    text = wording.grouped(plain)
    aside = tr("so far") if total.left_out else ""
    spoken = ", ".join(
        shown(each) for each in ((title, HEADINGS[column].spoken, text, aside) if title else (text, aside)) if each
    )
    about = _left_out(total.left_out) if total.left_out else ""
    return Cell(
        Look.NUMBER, text, spoken=spoken, about=about, copied=plain, sort=total.value, aside=aside, summary=True
    )


def _left_out(count: int) -> str:
    return tr("1 cell is not known yet.") if count == 1 else tr("{count} cells are not known yet.", count=count)
