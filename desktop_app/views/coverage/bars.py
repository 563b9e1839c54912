"""The list of bars: keyboard, mouse and screen reader come with it; only the painting is its own."""

from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop_app.documents.coverage_bars import Bar, Picture
from desktop_app.views.coverage.painting import Faces, ground, paint_row
from desktop_app.views.language import state_name, tr
from desktop_app.views.parts import FOCUS_WIDTH
from desktop_app.views.theme import legible, theme

Index = QModelIndex | QPersistentModelIndex


class Role(IntEnum):
    """Roles beside Qt's own."""

    BAR = Qt.ItemDataRole.UserRole


class BarsModel(QAbstractListModel):
    """The bars of one picture, from top to bottom."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Make a model without bars."""
        super().__init__(parent)
        self.picture: Picture | None = None

    def show_picture(self, picture: Picture) -> None:
        """Show another picture; where the same states stand in the same order, only figures are announced."""
        former = [bar.code for bar in self.picture.bars] if self.picture else []
        if former == [bar.code for bar in picture.bars]:
            self.picture = picture
            if picture.bars:
                self.dataChanged.emit(self.index(0), self.index(len(picture.bars) - 1))
            return
        self.beginResetModel()
        self.picture = picture
        self.endResetModel()

    def row_of(self, code: str) -> int | None:
        """Return the row of a Member State, ``None`` where it has no bar."""
        bars = self.picture.bars if self.picture else ()
        return next((row for row, bar in enumerate(bars) if bar.code == code), None)

    def bar(self, row: int) -> Bar | None:
        """Return the bar of a row."""
        bars = self.picture.bars if self.picture else ()
        return bars[row] if 0 <= row < len(bars) else None

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of bars."""
        return 0 if (parent is not None and parent.isValid()) or self.picture is None else len(self.picture.bars)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a bar holds for a role; its name is what is typed to jump."""
        bar = self.bar(index.row()) if index.isValid() else None
        if bar is None:
            return None
        if role == Role.BAR:
            return bar
        if role == Qt.ItemDataRole.DisplayRole:
            return state_name(bar.code)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return legible(f"{state_name(bar.code)}: {tr(bar.figures())}")
        return None


class BarDelegate(QStyledItemDelegate):
    """Paints one row of the picture."""

    def __init__(self, model: BarsModel, parent: QWidget) -> None:
        """Make the delegate of a view."""
        super().__init__(parent)
        self._model = model
        self.faces = Faces.at(1.0)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """Ask for one row."""
        return QSize(200, self.faces.row_height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint ground, name, bar, outcome, and where the keyboard is."""
        bar, picture = self._model.bar(index.row()), self._model.picture
        if bar is None or picture is None:
            return
        rect: QRect = option.rect
        selected = QStyle.StateFlag.State_Selected in option.state
        painter.fillRect(rect, ground(selected, QStyle.StateFlag.State_MouseOver in option.state))
        paint_row(painter, rect, picture, bar, self.faces)
        if selected and QStyle.StateFlag.State_HasFocus in option.state:
            painter.setPen(QPen(theme().colours.accent, FOCUS_WIDTH))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(1, 1, -1, -1))
