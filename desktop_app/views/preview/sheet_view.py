"""Shows the pages of a PDF below each other and draws only those in sight."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from desktop_app.views.language import tr
from desktop_app.views.preview.pages import POINTS_PER_INCH, PdfPages
from desktop_app.views.theme import Space, theme

_SCREEN_DPI: Final = 96
_KEPT: Final = 6
"""Images kept; a page at 200 % has some 15 MB."""


class _Sheets(QWidget):
    """The pages at one scale."""

    def __init__(self) -> None:
        super().__init__()
        self.pages: PdfPages | None = None
        self._scale = 1.0
        self._places: list[QRect] = []
        self._images: dict[int, QImage] = {}
        theme().changed.connect(self.update)

    def show_pages(self, pages: PdfPages | None, scale: float) -> None:
        """Lay the pages out; ``scale`` is device-independent pixels per point."""
        self.pages, self._scale = pages, scale
        self._images.clear()
        self._places = []
        sizes = (
            [] if pages is None else [QSize(round(s.width() * scale), round(s.height() * scale)) for s in pages.sizes]
        )
        width = max((size.width() for size in sizes), default=0) + 2 * Space.L
        top = int(Space.L)
        for size in sizes:
            self._places.append(QRect((width - size.width()) // 2, top, size.width(), size.height()))
            top += size.height() + Space.L
        self.setFixedSize(width, top)
        self.update()

    @property
    def images_kept(self) -> int:
        """How many images are kept."""
        return len(self._images)

    def page_at(self, y: int) -> int:
        """Return the number of the page at a height, from 0."""
        return next((number for number, place in enumerate(self._places) if y <= place.bottom()), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what is in sight."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme().colours.sunken)
        for number, place in enumerate(self._places):
            if place.intersects(event.rect()):
                painter.drawImage(place, self._image(number))
                painter.setPen(theme().colours.border)
                painter.drawRect(place.adjusted(-1, -1, 0, 0))
        painter.end()

    def _image(self, number: int) -> QImage:
        if number not in self._images and self.pages is not None:
            while len(self._images) >= _KEPT:
                del self._images[next(iter(self._images))]
            self._images[number] = self.pages.image(number, self._scale * self.devicePixelRatio())
        return self._images[number]


class SheetView(QScrollArea):
    """A scrolling view of pages: fit to the width, or at a fixed size.

    Signals:
        moved(): another part is in sight.
    """

    moved = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._sheets = _Sheets()
        self._percent: int | None = None
        self.setWidget(self._sheets)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        # The bar is always there, so that fitting to the width does not make it come and go.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setAccessibleName(tr("Pages of the annex"))
        self.verticalScrollBar().valueChanged.connect(lambda _value: self.moved.emit())
        self.viewport().installEventFilter(self)

    @property
    def percent(self) -> int | None:
        """The size in percent, ``None`` for fit to the width."""
        return self._percent

    @property
    def shown_percent(self) -> int:
        """The size in percent as it is now."""
        return round(self._scale() * POINTS_PER_INCH * 100 / _SCREEN_DPI)

    @property
    def images_kept(self) -> int:
        """How many pages are kept as images."""
        return self._sheets.images_kept

    @property
    def page(self) -> int:
        """Number of the page at the top, from 0."""
        return self._sheets.page_at(self.verticalScrollBar().value() + self.viewport().height() // 3)

    def show_pages(self, pages: PdfPages | None) -> None:
        """Show another document; the place in it stays."""
        at = self.verticalScrollBar().value()
        self._sheets.show_pages(pages, self._scale(pages))
        self.verticalScrollBar().setValue(at)
        self.moved.emit()

    def set_percent(self, percent: int | None) -> None:
        """Show at a size in percent, or fitted to the width (``None``)."""
        self._percent = percent
        self._rescale()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit anew when the room changes."""
        if watched is self.viewport() and event.type() is QEvent.Type.Resize and self._percent is None:
            self._rescale()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space and Home and End work as in any reader."""
        bar = self.verticalScrollBar()
        targets = {Qt.Key.Key_Home: bar.minimum(), Qt.Key.Key_End: bar.maximum()}
        if event.key() in targets:
            bar.setValue(targets[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Space:
            bar.setValue(bar.value() + bar.pageStep())
        else:
            super().keyPressEvent(event)

    def _rescale(self) -> None:
        bar = self.verticalScrollBar()
        part = bar.value() / max(bar.maximum(), 1)
        self._sheets.show_pages(self._sheets.pages, self._scale())
        bar.setValue(round(part * bar.maximum()))
        self.moved.emit()

    def _scale(self, pages: PdfPages | None = None) -> float:
        pages = pages or self._sheets.pages
        if self._percent is not None:
            return self._percent / 100 * _SCREEN_DPI / POINTS_PER_INCH
        widest = max((size.width() for size in pages.sizes), default=595.0) if pages is not None else 595.0
        return max(self.viewport().width() - 2 * Space.L, 100) / widest
