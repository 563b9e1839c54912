"""An editor of the forum with a picture beside its fields that follows what is typed."""

from fractions import Fraction
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QPushButton, QSplitter, QWidget

from desktop_app.views.dialogs.base import room_on_screen
from desktop_app.views.forum_editors.base import ForumEditor
from desktop_app.views.theme import Space

if TYPE_CHECKING:
    from desktop_app.views.desk import Desk

_FIRST: Final = (1360, 860)
_SMALL: Final = QSize(860, 480)
"""A screen that has no room for fields and picture beside each other, device-independent pixels."""
_LEAST: Final = 180
"""Height of fields and picture on the smallest screen, device-independent pixels."""
_CHANGES: Final = 130
"""Height of what would change that is not given up for more fields."""


class BesideEditor(ForumEditor):
    """Fields on the left, a picture of what is typed on the right, what it would change below."""

    part_of_fields = Fraction(11, 20)
    """Part of the width that the fields begin with."""

    def __init__(
        self, parent: QWidget | None, desk: "Desk", title: str, words: str, beside: QWidget, *buttons: QPushButton
    ) -> None:
        """Make the editor without its fields.

        Args:
            parent: the window it belongs to.
            desk: takes the change.
            title: of the window.
            words: what the editor is for.
            beside: the picture.
            buttons: begin the last row.
        """
        self.beside = beside
        self._is_small = False
        self._was_empty: bool | None = None
        self._more_buttons = buttons
        super().__init__(parent, desk, title, words)
        left, right = (Space.XL, Space.XL) if self._is_small else (0, Space.S)
        self.column.setContentsMargins(left, Space.L, right, Space.S)
        self.resize(*_FIRST)

    def share_room(self) -> None:
        """Keep room for what would change where something does, unless the person has parted the room otherwise."""
        is_empty = self.consequences.is_empty
        self.consequences.setMinimumHeight(0 if is_empty else _CHANGES)
        if self._is_small or is_empty == self._was_empty:
            return
        self._was_empty = is_empty
        whole = sum(self.split.sizes())
        line = self.consequences.heightForWidth(self.split.width())
        least = line if is_empty else max(_CHANGES, whole // 4)
        self.split.setSizes([whole - least, least])

    def showEvent(self, event: QShowEvent) -> None:
        """Put everything below each other on a small screen; let it scroll together."""
        if self._is_small and self.beside.parent() is not self.body.widget():
            for part in (self.beside, self.consequences):
                self.column.addWidget(part)
            self.beside.setMinimumHeight(_LEAST)
        super().showEvent(event)
        self._was_empty = None
        self.share_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the room that nothing needs yet to the fields in another size, too."""
        super().resizeEvent(event)
        if self.consequences.is_empty:
            self._was_empty = None
            self.share_room()

    def _lay_below(self) -> None:
        room = room_on_screen(self)
        self._is_small = room.width() < _SMALL.width() or room.height() < _SMALL.height()
        if self._is_small:
            nothing = QWidget()
            nothing.setMaximumHeight(0)
            self.lay_out_below(nothing, *self._more_buttons)
            return
        self._outer.removeWidget(self.body)
        sides = QSplitter(Qt.Orientation.Horizontal)
        sides.addWidget(self.body)
        sides.addWidget(self.beside)
        fields = int(_FIRST[0] * self.part_of_fields)
        sides.setSizes([fields, _FIRST[0] - fields])
        sides.setMinimumHeight(_LEAST)
        self.split = QSplitter(Qt.Orientation.Vertical)
        self.split.addWidget(sides)
        self.split.addWidget(self.consequences)
        self.split.setSizes([_FIRST[1] * 3 // 4, _FIRST[1] // 4])
        for splitter in (sides, self.split):
            splitter.setChildrenCollapsible(False)
            splitter.setHandleWidth(Space.M)
        self.lay_out_below(self.split, *self._more_buttons)
        # The fields are in it: they are not to be counted twice.
        self._beside_buttons.remove(self.split)

    def _limit_body(self) -> None:
        """Let the person part the room by the handles."""
