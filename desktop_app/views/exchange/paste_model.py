"""The pasted block as a Qt table model: each cell with its verdict."""

from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop_app.models.block import Block, BlockCell
from desktop_app.models.table_reading.grid import column_letters
from desktop_app.views.language import shown, state_name, tr, upper_first
from desktop_app.views.theme import legible

CELL_ROLE: Final = Qt.ItemDataRole.UserRole
"""Role under which a place hands out its :class:`BlockCell`; ``None`` where the row is shorter."""
_NOWHERE: Final = QModelIndex()


class PasteModel(QAbstractTableModel):
    """The cells as they were copied, rows and columns headed by where they go."""

    def __init__(self, block: Block, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows = block.rows
        self._block = block
        self._width = max(map(len, block.rows))

    def cell(self, row: int, column: int) -> BlockCell | None:
        """Return a cell."""
        cells = self._rows[row]
        return cells[column] if column < len(cells) else None

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        """Return the number of rows; a cell has none."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        """Return the number of columns; a cell has none."""
        return 0 if parent.isValid() else self._width

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell says."""
        cell = self.cell(index.row(), index.column()) if index.isValid() else None
        if role == CELL_ROLE or cell is None:
            return cell if role == CELL_ROLE else None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return cell.text
            case Qt.ItemDataRole.ToolTipRole:
                return legible(shown(cell.words)) or None
            case Qt.ItemDataRole.AccessibleTextRole:
                return legible(f"{self.place_of(cell)}{cell.text}: {tr(cell.verdict.value)}. {tr(cell.words)}")
            case _:
                return None

    @staticmethod
    def place_of(cell: BlockCell) -> str:
        """Return where a cell goes: ``"Latvia, relocations: "``; nothing where it goes nowhere."""
        if cell.code is None or cell.column is None:
            return ""
        return f"{state_name(cell.code)}, {tr(cell.column.title)}: "

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return where a row or a column goes; where it goes nowhere, its number or letter."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Horizontal:
            cells = [row[section] for row in self._rows if section < len(row)]
            title = next((cell.column.title for cell in cells if cell.column is not None), "")
            copied = self._heading(section)
            return upper_first(tr(title)) or copied or column_letters(section + 1)
        code = next((cell.code for cell in self._rows[section] if cell.code is not None), None)
        if code is not None:
            return state_name(code)
        return self._rows[section][0].text if self._block.name_columns else str(section + 1)

    def _heading(self, section: int) -> str:
        """Return the heading that was copied with a column."""
        row = self._block.heading_row
        return "" if row is None or section >= len(self._rows[row]) else self._rows[row][section].text
