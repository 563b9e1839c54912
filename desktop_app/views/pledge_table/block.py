"""Blocks of cells from the clipboard into the pledge table."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from desktop_app.views.pledge_table.columns import HEADINGS, Column
from desktop_app.views.pledge_table.model import PledgeTableModel

if TYPE_CHECKING:
    from desktop_app.models.block_places import Target
    from desktop_app.models.clipboard import Pieces

Place = tuple[int, int]


def clipboard_pieces(cells_wanted: Sequence[Sequence[Place]]) -> "Pieces":
    """Return the table on the clipboard; a single cell as often as cells are selected.

    Raises:
        BadInput: there is no text, or too much.
    """
    from desktop_app.models.clipboard import read_clipboard

    # The stubs promise an object; an empty clipboard has none.
    data: QMimeData | None = QGuiApplication.clipboard().mimeData()
    if data is None:
        return read_clipboard("")
    pieces = read_clipboard(data.text(), data.html() if data.hasHtml() else "")
    if len(pieces) == len(pieces[0]) == 1:
        return tuple(tuple(pieces[0][0] for _place in row) for row in cells_wanted)
    return pieces


def target_at(model: PledgeTableModel, columns: Sequence[int], place: Place) -> "Target":
    """Return where a block would go.

    Args:
        model: the table.
        columns: the columns shown, from left to right.
        place: row and column of the cell at its upper left.
    """
    from desktop_app.models.block_places import Target

    row, column = place
    codes = tuple(model.code(each) or None for each in range(row, model.rowCount()))
    shown = [Column(each) for each in columns[list(columns).index(column) :]]
    return Target(codes, tuple((HEADINGS[each].name, HEADINGS[each].pledge) for each in shown))
