"""The buttons that choose a page of the panel; one that holds edits not taken yet is marked."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QWidget

from desktop_app.views.flow_layout import FlowLayout
from desktop_app.views.language import shown, tr
from desktop_app.views.parts import FOCUS_WIDTH
from desktop_app.views.theme import Space, Type, theme


class PageBar(QWidget):
    """One button a page; arrows go from one to the next.

    Signals:
        chosen(str): name of a page.
    """

    chosen = Signal(str)

    def __init__(self, pages: Sequence[tuple[str, str, str]]) -> None:
        """Make the buttons, the first one chosen.

        Args:
            pages: name, title and shown shortcut of each.
        """
        super().__init__()
        flow = FlowLayout(self, Space.XS, Space.XS)
        flow.setContentsMargins(Space.M, 0, Space.M, Space.XS)
        # One stop for Tab, arrows inside: what an exclusive group does.
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self.buttons: dict[str, PageButton] = {}
        for name, title, keys in pages:
            button = self.buttons[name] = PageButton(title, keys)
            self._group.addButton(button)
            flow.addWidget(button)
            button.clicked.connect(lambda _checked=False, wanted=name: self.chosen.emit(wanted))
        next(iter(self.buttons.values())).setChecked(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def last(self) -> "PageButton":
        """The last button."""
        return tuple(self.buttons.values())[-1]

    def show_page(self, name: str) -> None:
        """Mark another button as the chosen one."""
        self.buttons[name].setChecked(True)

    def mark(self, edited: frozenset[str]) -> None:
        """Mark the pages that hold edits not taken yet."""
        for name, button in self.buttons.items():
            button.mark(name in edited)

    def set_scale(self, scale: float) -> None:
        """Follow the person's zoom."""
        for button in self.buttons.values():
            button.setFont(theme().font(Type.BODY, scale))
            button.updateGeometry()


class PageButton(QAbstractButton):
    """A word with a line under it while its page is shown, and a pen where something is not taken yet."""

    def __init__(self, title: str, keys: str) -> None:
        super().__init__()
        self._title, self._keys, self._edited = title, keys, False
        self.setText(shown(title))
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.mark(False)

    def mark(self, edited: bool) -> None:
        """Show whether the page holds edits not taken yet."""
        if edited != self._edited:
            self._edited = edited
            self.update()
        note = tr(", edited, not taken yet") if edited else ""
        self.setAccessibleName(f"{shown(self._title)}{shown(note)}")
        self.setToolTip(
            f"{shown(self._title)} ({shown(self._keys)}){shown(note)}"
            if self._keys
            else f"{shown(self._title)}{shown(note)}"
        )

    def sizeHint(self) -> QSize:
        """Ask for room for the word."""
        metrics = self.fontMetrics()
        width = metrics.horizontalAdvance(self.text()) + 2 * Space.S + Space.XS
        return QSize(width, metrics.height() + Space.S)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint word, pen, line, and where the keyboard is."""
        colours = theme().colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.selection if self.isChecked() else colours.sunken)
            painter.drawRoundedRect(QRectF(self.rect()), Space.XS, Space.XS)
        inside = self.rect().adjusted(Space.S, 0, -Space.S, 0)
        painter.setPen(colours.text if self.isChecked() else colours.muted)
        painter.drawText(inside, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self.text())
        if self.isChecked():
            painter.fillRect(self.rect().adjusted(Space.S, self.height() - 2, -Space.S, 0), colours.accent)
        if self._edited:
            # In the corner, so that no button moves when typing begins.
            size = round(self.fontMetrics().ascent() * 0.75)
            mark = theme().icon("edit", colours.warn)
            mark.paint(painter, self.width() - size - 1, 0, size, size)
        if self.hasFocus():
            painter.setPen(QPen(colours.accent, FOCUS_WIDTH))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), Space.XS, Space.XS)
        painter.end()
