"""What a page of the room display is made of, and how wide its texts are."""

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
_MEASURED_AT: Final = 200
_FITTED: Final = 1.01


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
    """How wide texts are in the product's font; kept for one laying out, which asks for the same texts many times.

    Each text is measured once, in a large size: widths grow with it. Small sizes are fitted to the grid of pixels,
    which may make a line a little wider: that much is added.
    """

    def __init__(self) -> None:
        """Measure nothing yet."""
        self._metrics = {bold: QFontMetricsF(font_of(_MEASURED_AT, bold=bold)) for bold in (False, True)}
        self._widths: dict[tuple[str, bool], float] = {}

    def width(self, text: str, pixels: int, *, bold: bool = False) -> float:
        """Return the width of a line, pixels."""
        known = self._widths.get((text, bold))
        if known is None:
            known = self._widths[text, bold] = self._metrics[bold].horizontalAdvance(text) * _FITTED / _MEASURED_AT
        return known * pixels

    def cut(self, text: str, pixels: int, width: float, *, bold: bool = False) -> str:
        """Return a line, shortened where it is wider than there is room."""
        if self.width(text, pixels, bold=bold) <= width:
            return text
        return self._metrics[bold].elidedText(text, Qt.TextElideMode.ElideRight, width * _MEASURED_AT / pixels)

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


def font_of(pixels: int, *, bold: bool) -> QFont:
    """Return the product's font in a size of its own, whatever the zoom of the desk."""
    font = theme().font()
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return font
