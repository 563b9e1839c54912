"""The surface of the room display: paints one page of a sheet, or a blank with a neutral name."""

from PySide6.QtCore import QSizeF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.calc.room import RoomSheet
from desktop_app.views.room.colours import ROOM_DARK, ROOM_LIGHT
from desktop_app.views.room.items import Bar, Fill, Item, Page, Text, font_of
from desktop_app.views.room.pages import blank_page, pages_of
from desktop_app.views.theme import Colours, theme

_WHOLE = 1000
"""Parts of which a bar is full: finer than a pixel."""


class RoomScreen(QWidget):
    """What the room sees; it knows a sheet and nothing else.

    Signals:
        turned: another page is shown, or there are more or fewer of them.
    """

    turned = Signal()

    def __init__(self, name: str) -> None:
        """Show nothing.

        Args:
            name: what stands there while nothing is shown.
        """
        super().__init__()
        self._name = name
        self._sheet: RoomSheet | None = None
        self._zoom = 100
        self._dark = False
        self._place = 0
        self._pages: tuple[Page, ...] = ()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme().changed.connect(self.update)
        self._lay_out()

    @property
    def sheet(self) -> RoomSheet | None:
        """What is shown; ``None`` while nothing is."""
        return self._sheet

    @property
    def pages(self) -> tuple[Page, ...]:
        """The pages at this size."""
        return self._pages

    @property
    def page(self) -> Page:
        """The page that is seen."""
        return self._pages[self._place]

    @property
    def place(self) -> int:
        """Which page that is, from 0."""
        return self._place

    @property
    def zoom(self) -> int:
        """Size of the text, percent."""
        return self._zoom

    @property
    def is_dark(self) -> bool:
        """Whether it is white on black."""
        return self._dark

    def show_sheet(self, sheet: RoomSheet) -> None:
        """Show a sheet from its first page on."""
        self._sheet, self._place = sheet, 0
        self._lay_out()

    def blank(self, name: str = "") -> None:
        """Show nothing, at once: it is painted before this returns.

        Args:
            name: another name to stand there.
        """
        self._sheet, self._place, self._name = None, 0, name or self._name
        self._lay_out()
        self.repaint()

    def turn(self, place: int) -> None:
        """Show another page; before the first and after the last there is none."""
        self._place = max(0, min(place, len(self._pages) - 1))
        self._tell()

    def set_zoom(self, percent: int) -> None:
        """Make the text larger or smaller; what no longer fits goes to further pages."""
        self._zoom = percent
        self._lay_out()

    def set_dark(self, *, dark: bool) -> None:
        """Show white on black, or black on white."""
        self._dark = dark
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew."""
        super().resizeEvent(event)
        self._lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the page."""
        colours = ROOM_DARK if self._dark else ROOM_LIGHT
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), colours.surface)
        for item in self.page.items:
            _paint(painter, item, colours)
        painter.end()

    def _lay_out(self) -> None:
        size = QSizeF(self.size())
        self._pages = (
            (blank_page(self._name, size),) if self._sheet is None else pages_of(self._sheet, size, self._zoom)
        )
        self._place = min(self._place, len(self._pages) - 1)
        self._tell()

    def _tell(self) -> None:
        self.setAccessibleName(self.page.words)
        self.update()
        self.turned.emit()


def _paint(painter: QPainter, item: Item, colours: Colours) -> None:
    match item:
        case Fill():
            painter.fillRect(item.rect, colours.named(item.tone))
        case Bar():
            _paint_bar(painter, item, colours)
        case Text():
            _paint_text(painter, item, colours)


def _paint_text(painter: QPainter, text: Text, colours: Colours) -> None:
    painter.setFont(font_of(text.pixels, bold=text.bold))
    painter.setPen(QPen(colours.named(text.tone), max(2, text.pixels // 12)))
    if text.boxed:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(text.rect)
    align = Qt.AlignmentFlag.AlignCenter if text.boxed else text.align | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(text.rect, int(align | Qt.TextFlag.TextDontClip | Qt.TextFlag.TextSingleLine), text.text)


def _paint_bar(painter: QPainter, bar: Bar, colours: Colours) -> None:
    painter.setPen(QPen(colours.border, max(2, int(bar.rect.height() / 10))))
    painter.setBrush(colours.raised)
    painter.drawRect(bar.rect)
    filled = bar.rect.adjusted(2, 2, -2, -2)
    filled.setWidth(filled.width() * min(int(bar.ratio * _WHOLE), _WHOLE) / _WHOLE)
    painter.fillRect(filled, colours.accent)
