"""What stands around the bars: the legend with the scale above, the pool below."""

from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.documents.coverage_bars import Part, Picture, Pledged
from desktop_app.views.coverage.painting import Faces, paint_deducted, paint_mark, paint_part, paint_row
from desktop_app.views.language import marked, tr
from desktop_app.views.theme import Space, legible, theme

_DEDUCTED: Final = marked("deducted (granted)")


class _Around(QWidget):
    """Something painted in the colours and at the zoom of now, as wide as the bars."""

    def __init__(self) -> None:
        super().__init__()
        self.picture: Picture | None = None
        self.faces = Faces.at(1.0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.update)

    def show_picture(self, picture: Picture) -> None:
        """Show another picture."""
        self.picture = picture
        self.update()

    def set_faces(self, faces: Faces) -> None:
        """Follow the person's zoom."""
        self.faces = faces
        self.updateGeometry()
        self.update()

    def minimumSizeHint(self) -> QSize:
        """Be as high as needed at any width."""
        return QSize(0, self.sizeHint().height())


class Legend(_Around):
    """Says what the patterns mean, and marks the scale over the bars."""

    def sizeHint(self) -> QSize:
        """Ask for the legend's lines and one of the scale."""
        return QSize(200, self._lines(self.width()) * self._line + self._scale_height)

    @property
    def _line(self) -> int:
        return self.faces.row_height + round(Space.XS * self.faces.scale)

    @property
    def _scale_height(self) -> int:
        return QFontMetrics(self.faces.caption).height() + Space.XS

    def resizeEvent(self, event: object) -> None:  # noqa: ARG002
        """A narrow window needs more lines."""
        self.updateGeometry()

    def _places(self, width: int) -> list[tuple[str, QRect]]:
        """Return each word with the place of its sample, line after line."""
        metrics, gap = QFontMetrics(self.faces.body), round(Space.L * self.faces.scale)
        sample = round(28 * self.faces.scale)
        left, top = round(Space.S * self.faces.scale), 0
        places: list[tuple[str, QRect]] = []
        for word in self._words():
            wide = sample + Space.XS + metrics.horizontalAdvance(word) + gap
            if left + wide > width and left > gap:
                left, top = round(Space.S * self.faces.scale), top + self._line
            places.append((word, QRect(left, top + Space.XS, sample, self.faces.row_height)))
            left += wide
        return places

    def _words(self) -> tuple[str, ...]:
        is_net = self.picture is not None and self.picture.pledged is Pledged.NET
        return (*(part.value for part in Part), *(() if is_net else (_DEDUCTED,)), tr("fair share"))

    def _lines(self, width: int) -> int:
        return 1 + self._places(max(width, 1))[-1][1].top() // self._line

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint samples, words and the scale."""
        colours = theme().colours
        painter = QPainter(self)
        painter.fillRect(self.rect(), colours.surface)
        for word, place in self._places(self.width()):
            inset = max(2, place.height() // 6)
            self._sample(painter, word, place.adjusted(0, inset, 0, -inset))
            painter.setFont(self.faces.body)
            painter.setPen(colours.text)
            words = QRect(place.right() + Space.XS, place.top(), self.width(), place.height())
            painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, word)
        if self.picture is not None:
            self._scale(painter, self.picture)
        painter.end()

    def _sample(self, painter: QPainter, word: str, place: QRect) -> None:
        parts = {part.value: part for part in Part}
        if word in parts:
            paint_part(painter, place, parts[word])
        elif word == _DEDUCTED:
            paint_deducted(painter, place)
        else:
            paint_mark(painter, place.adjusted(0, -2, 0, 2), place.center().x())

    def _scale(self, painter: QPainter, picture: Picture) -> None:
        bar = self.faces.columns(self.width())[1]
        metrics = QFontMetrics(self.faces.caption)
        top = self.height() - self._scale_height
        painter.setFont(self.faces.caption)
        painter.setPen(theme().colours.muted)
        for place, value in picture.marks():
            text = legible(picture.mark_words(value))
            x = bar.left() + int(place * (bar.width() - 1))
            left = min(x - metrics.horizontalAdvance(text) // 2, self.width() - metrics.horizontalAdvance(text))
            painter.drawText(left, top + metrics.ascent(), text)


class PoolBar(_Around):
    """The bar of the whole pool, always in sight under the others, in percent of the reference number."""

    def sizeHint(self) -> QSize:
        """Ask for one row with room above and below."""
        return QSize(200, self.faces.row_height + 2 * Space.XS)

    def show_picture(self, picture: Picture) -> None:
        """Show another picture; what the bar says is spoken."""
        super().show_picture(picture)
        said = tr("no reference number") if picture.pool is None else tr(picture.pool.figures())
        self.setAccessibleName(legible(tr("All Member States: {said}", said=said)))
        self.setToolTip(legible(said))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the line above, and the bar."""
        colours = theme().colours
        painter = QPainter(self)
        painter.fillRect(self.rect(), colours.sunken)
        painter.fillRect(0, 0, self.width(), 1, colours.border)
        if self.picture is not None and self.picture.pool is not None:
            row = self.rect().adjusted(0, Space.XS, 0, -Space.XS)
            paint_row(painter, row, self.picture, self.picture.pool, self.faces)
        painter.end()
