"""What a page of the room display is made of, and how wide its texts are."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final, TypeAlias

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF

from desktop_app.views.theme import theme

LEFT: Final = Qt.AlignmentFlag.AlignLeft
RIGHT: Final = Qt.AlignmentFlag.AlignRight
SMALLEST: Final = 40
"""Text is at least one fortieth of the height of the screen, so that it is read from ten metres."""
SMALLEST_IN_TABLE: Final = 54
"""The same for a table of 27 states, which must be seen whole."""


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text.

    Attributes:
        rect: where it stands, pixels.
        text: what it says.
        pixels: size of the font.
        bold: whether it is set in bold.
        tone: colour token.
        align: at which side of the rectangle it stands; in height, in its middle.
        boxed: whether a frame is drawn around the rectangle.
    """

    rect: QRectF
    text: str
    pixels: int
    bold: bool = False
    tone: str = "text"
    align: Qt.AlignmentFlag = LEFT
    boxed: bool = False


@dataclass(frozen=True, slots=True)
class Fill:
    """A ground in a colour token."""

    rect: QRectF
    tone: str


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar from nothing to the whole."""

    rect: QRectF
    ratio: Fraction


Item: TypeAlias = Text | Fill | Bar


@dataclass(frozen=True, slots=True)
class Page:
    """What is seen at once.

    Attributes:
        items: from the ground upwards.
    """

    items: tuple[Item, ...]

    @property
    def texts(self) -> tuple[Text, ...]:
        """The lines of text, in the order in which they are read."""
        return tuple(item for item in self.items if isinstance(item, Text))

    @property
    def smallest(self) -> int:
        """Size of its smallest text, pixels."""
        return min(text.pixels for text in self.texts)

    @property
    def words(self) -> str:
        """All of its texts, as they are read aloud."""
        return "\n".join(text.text for text in self.texts)


class Measure:
    """How large texts are in the product's font; kept for one laying out."""

    def __init__(self) -> None:
        """Measure nothing yet."""
        self._metrics: dict[tuple[int, bool], QFontMetricsF] = {}

    def width(self, text: str, pixels: int, *, bold: bool = False) -> float:
        """Return the width of a line, pixels."""
        return self._of(pixels, bold=bold).horizontalAdvance(text)

    def cut(self, text: str, pixels: int, width: float, *, bold: bool = False) -> str:
        """Return a line, shortened where it is wider than there is room."""
        return self._of(pixels, bold=bold).elidedText(text, Qt.TextElideMode.ElideRight, width)

    def lines(self, text: str, pixels: int, width: float, *, bold: bool = False) -> list[str]:
        """Break a text into lines between its words; a word that is too long stands alone."""
        lines: list[str] = []
        for word in text.split(" "):
            longer = f"{lines[-1]} {word}" if lines else word
            if lines and self.width(longer, pixels, bold=bold) <= width:
                lines[-1] = longer
            else:
                lines.append(word)
        return lines

    def _of(self, pixels: int, *, bold: bool) -> QFontMetricsF:
        if (pixels, bold) not in self._metrics:
            self._metrics[pixels, bold] = QFontMetricsF(font_of(pixels, bold=bold))
        return self._metrics[pixels, bold]


def font_of(pixels: int, *, bold: bool) -> QFont:
    """Return the product's font in a size of its own, whatever the zoom of the desk."""
    font = theme().font()
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return font


def largest(sizes: Sequence[int], fits: Callable[[int], bool]) -> int:
    """Return the largest size that fits, the smallest where none does.

    Args:
        sizes: from the largest to the smallest.
        fits: tells whether a size does.
    """
    return next((size for size in sizes if fits(size)), sizes[-1])
