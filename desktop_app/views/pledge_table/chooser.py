"""Asks which columns stand in the table, and in what order."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeySequence, QPainter, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop_app.views.dialogs.base import AskingDialog
from desktop_app.views.language import shown, tr
from desktop_app.views.pledge_table.columns import CHOOSABLE, DEFAULT_COLUMNS, HEADINGS, Column
from desktop_app.views.theme import Space, theme

_LINES: Final = 16
"""Height of the list, lines; the rest is scrolled to."""
_COLUMN_ROLE: Final = Qt.ItemDataRole.UserRole


class _Boxes(QStyledItemDelegate):
    """Outlines the boxes of a list, which are hardly seen on dark grounds otherwise."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the line, and the outline of its box over it."""
        super().paint(painter, option, index)
        whole = QStyleOptionViewItem(option)
        self.initStyleOption(whole, index)
        style = QApplication.style()
        box = style.subElementRect(QStyle.SubElement.SE_ItemViewItemCheckIndicator, whole, whole.widget)
        painter.setPen(theme().colours.border)
        painter.drawRect(box.adjusted(0, 0, -1, -1))


class ColumnsDialog(AskingDialog[tuple[Column, ...]]):
    """Ticks columns and moves them up and down; the names of the Member States stay first and are not asked about."""

    def __init__(self, parent: QWidget | None, shown: tuple[Column, ...]) -> None:
        """Make the dialog.

        Args:
            parent: the window it belongs to.
            shown: the columns shown now, from left to right.
        """
        super().__init__(parent, tr("Columns"), tr("&Show"))
        self.add_words(
            tr(
                "Space shows or hides a column, Alt+Up and Alt+Down move it. The names of the Member States stay first."
            ),
            tone="muted",
        )
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Columns, from left to right"))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setItemDelegate(_Boxes(self.list))
        self.list.setMinimumHeight(self.list.fontMetrics().height() * _LINES)
        self.list.itemChanged.connect(lambda _item: self._allow())
        self.add(self.list)
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        self.up = self._button(tr("Move &up"), lambda: self.move_by(-1))
        self.down = self._button(tr("Move &down"), lambda: self.move_by(1))
        self.reset = self._button(tr("&Reset"), lambda: self._list(DEFAULT_COLUMNS))
        for button in (self.up, self.down, self.reset):
            row.addWidget(button)
        row.addStretch(1)
        self.add(row)
        for keys, step in (("Alt+Up", -1), ("Alt+Down", 1)):
            shortcut = QShortcut(QKeySequence(keys), self.list)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(lambda by=step: self.move_by(by))
        self._list(shown)
        self.list.setFocus()

    @classmethod
    def ask(cls, parent: QWidget | None, shown: tuple[Column, ...]) -> tuple[Column, ...] | None:
        """Return the columns that the person wants, ``None`` where nothing is to change."""
        return cls(parent, shown).asked()

    def answer(self) -> tuple[Column, ...]:
        """Return the ticked columns, from left to right."""
        items = (self.list.item(row) for row in range(self.list.count()))
        return tuple(Column(item.data(_COLUMN_ROLE)) for item in items if item.checkState() is Qt.CheckState.Checked)

    def move_by(self, step: int) -> None:
        """Move the current column up (-1) or down (1), which is left or right in the table."""
        row = self.list.currentRow()
        goal = row + step
        if row >= 0 and 0 <= goal < self.list.count():
            item = self.list.takeItem(row)
            self.list.insertItem(goal, item)
            self.list.setCurrentRow(goal)

    def _list(self, listed: tuple[Column, ...]) -> None:
        """List these columns ticked, the others where they stand at first, after the column they follow there."""
        order = list(listed)
        for column in CHOOSABLE:
            if column not in order:
                before = [each for each in order if each < column]
                order.insert(order.index(max(before)) + 1 if before else 0, column)
        self.list.clear()
        for column in order:
            heading = HEADINGS[column]
            item = QListWidgetItem(shown(heading.name), self.list)
            item.setData(_COLUMN_ROLE, int(column))
            item.setToolTip(shown(heading.about))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if column in listed else Qt.CheckState.Unchecked)
        self.list.setCurrentRow(0)
        self._allow()

    def _allow(self) -> None:
        """A table without any column makes no sense."""
        self.accept_button.setEnabled(bool(self.answer()))

    def _button(self, text: str, does: Callable[[], object]) -> QPushButton:
        button = QPushButton(shown(text))
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked=False: does())
        return button
