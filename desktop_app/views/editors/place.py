"""Where the panel of a Member State stands: beside the table, or under it where the window is narrow."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QApplication, QSplitter, QWidget

from desktop_app.views.theme import Space

_NARROW: Final = 900
"""Width of a window below which table and panel leave each other no room side by side, pixels."""
_HIGH: Final = 480
"""Height from which a narrow window has room for the panel under the table, pixels."""
_FIRST_WIDTH: Final = 380


class PanelPlace(QObject):
    """Keeps a panel at the right of the rows of the window; in a narrow window it takes the lower panels' place."""

    def __init__(self, rows: QSplitter, lower: QWidget, panel: QWidget) -> None:
        """Put rows and panel side by side; :attr:`sides` is what the window then shows.

        Args:
            rows: table over lower panels.
            lower: the lower panels.
            panel: what gets a place.
        """
        super().__init__(rows)
        self._rows, self._lower, self._panel = rows, lower, panel
        self._lower_wanted = True
        self._wanted = False
        self._width = _FIRST_WIDTH
        self.sides = QSplitter(Qt.Orientation.Horizontal)
        self.sides.setChildrenCollapsible(False)
        self.sides.setHandleWidth(Space.S)
        self.sides.addWidget(rows)
        self.sides.addWidget(panel)
        self.sides.setStretchFactor(0, 1)
        self.sides.setStretchFactor(1, 0)
        self.sides.installEventFilter(self)
        self.sides.splitterMoved.connect(self._moved)
        panel.hide()

    @property
    def is_beside(self) -> bool:
        """Whether the panel stands at the right of the table, not under it."""
        return self.sides.indexOf(self._panel) >= 0

    @property
    def sizes(self) -> list[int]:
        """Width of the panel, to be remembered."""
        return [self._width]

    def restore(self, sizes: list[int]) -> None:
        """Take on a remembered width."""
        if len(sizes) == 1 and sizes[0] > 0:
            self._width = sizes[0]

    def hold(self, panel: QWidget) -> None:
        """Give the place to another panel, that of another procedure; it is shown where the former one was."""
        if panel is self._panel:
            return
        splitter = self.sides if self.is_beside else self._rows
        former, self._panel = self._panel, panel
        former.hide()
        splitter.replaceWidget(splitter.indexOf(former), panel)
        # Out of the splitter, but never a window of its own.
        former.setParent(self.sides.window())
        former.hide()
        panel.setVisible(self._wanted)
        self._arrange(self.sides.size())

    def show_panel(self, shown: bool) -> None:
        """Show the panel or not."""
        self._wanted = shown
        self._panel.setVisible(shown)
        self._arrange(self.sides.size())

    def show_lower(self, shown: bool) -> None:
        """Show the lower panels or not, where the panel does not stand in their place."""
        self._lower_wanted = shown
        self._lower.setVisible(shown and (self.is_beside or not self._wanted))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the window."""
        if event.type() is QEvent.Type.Resize and watched is self.sides:
            self._arrange(self.sides.size())
        return super().eventFilter(watched, event)

    def _arrange(self, room: QSize) -> None:
        # A panel that is not shown stays out of the rows, whose sizes are remembered.
        beside = not self._wanted or room.width() >= _NARROW or room.height() < _HIGH
        if beside != self.is_beside:
            self._move(self.sides if beside else self._rows)
        if self._wanted and beside:
            width = max(self._panel.minimumWidth(), min(self._width, room.width() // 2))
            self.sides.setSizes([room.width() - width, width])
        self.show_lower(self._lower_wanted)

    def _move(self, where: QSplitter) -> None:
        """Put the panel elsewhere; the keyboard stays where it is."""
        focused = QApplication.focusWidget()
        where.addWidget(self._panel)
        self._panel.setVisible(self._wanted)
        if focused is not None and self._panel.isAncestorOf(focused):
            focused.setFocus(Qt.FocusReason.OtherFocusReason)

    def _moved(self) -> None:
        if self._wanted and self.is_beside:
            self._width = self._panel.width()
