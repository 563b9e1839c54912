"""Type, colours and page geometry of the printed documents. Lengths are points (1/72 inch)."""

from dataclasses import dataclass, replace
from enum import Enum
from typing import Final

from desktop_app.documents.fonts import Face

INK: Final = 0.08
MUTED: Final = 0.36
HAIRLINE: Final = 0.74
GRID: Final = 0.42
SHADE: Final = 0.925
FAINT: Final = 0.80
"""Greys, 0 black to 1 white: the annex must read the same on any printer."""


class Role(Enum):
    """What a text is to a reader who does not see how it is set: for the tags and styles of other formats.

    The value is what a person reads as the name of a style.
    """

    TITLE = "Document title"
    SUBTITLE = "Document subtitle"
    NAME = "Subject"
    HEADING = "Section heading"
    SUBHEADING = "Subsection heading"
    BODY = "Body text"
    LABEL = "Label"
    NOTE = "Note"
    ITEM = "List item"
    CELL = "Table cell"
    CELL_HEAD = "Table heading"
    FURNITURE = "Running text"

    @property
    def level(self) -> int:
        """Level of a heading, 1 the highest; 0 of what is none."""
        return _LEVELS.get(self, 0)


_LEVELS: Final = {Role.TITLE: 1, Role.HEADING: 2, Role.SUBHEADING: 3}


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How a line of text is set.

    Attributes:
        face: the font.
        size: type size.
        leading: from baseline to baseline.
        grey: 0 black to 1 white.
        role: what the text is; it changes nothing in how it is set.
    """

    face: Face
    size: float
    leading: float
    grey: float = INK
    role: Role = Role.BODY

    @property
    def ascent(self) -> float:
        """From the top of a line to its baseline: centres capitals in the leading."""
        return (self.leading + 0.66 * self.size) / 2

    def at(self, size: float) -> "TextStyle":
        """Return the style at another size with the same leading."""
        return replace(self, size=size)


TITLE: Final = TextStyle(Face.SERIF_BOLD, 14, 18, role=Role.TITLE)
SUBTITLE: Final = TextStyle(Face.SERIF, 10.5, 14, role=Role.SUBTITLE)
NAME: Final = TextStyle(Face.SERIF_BOLD, 11.5, 15, role=Role.NAME)
HEADING: Final = TextStyle(Face.SERIF_BOLD, 10, 13, role=Role.HEADING)
SUBHEADING: Final = TextStyle(Face.SERIF_BOLD, 9, 12.2, role=Role.SUBHEADING)
BODY: Final = TextStyle(Face.SERIF, 9, 12.2)
BODY_BOLD: Final = TextStyle(Face.SERIF_BOLD, 9, 12.2, role=Role.LABEL)
NOTE: Final = TextStyle(Face.SERIF, 7.5, 9.5, role=Role.NOTE)

CELL: Final = TextStyle(Face.SERIF, 7.6, 9.2, role=Role.CELL)
CELL_BOLD: Final = TextStyle(Face.SERIF_BOLD, 7.6, 9.2, role=Role.CELL)
CELL_ITALIC: Final = TextStyle(Face.SERIF_ITALIC, 7.6, 9.2, MUTED, role=Role.CELL)
CELL_MUTED: Final = TextStyle(Face.SERIF, 7.6, 9.2, MUTED, role=Role.CELL)
CELL_HEAD: Final = TextStyle(Face.SERIF_BOLD, 7.2, 8.9, role=Role.CELL_HEAD)

MARKING: Final = TextStyle(Face.SANS_BOLD, 10, 12, role=Role.FURNITURE)
TAG: Final = TextStyle(Face.SANS_BOLD, 8.6, 11, grey=1.0, role=Role.FURNITURE)
DRAFT_STRIP: Final = TextStyle(Face.SANS_BOLD, 26, 30, FAINT, role=Role.FURNITURE)
RUNNING: Final = TextStyle(Face.SANS, 7.2, 9, MUTED, role=Role.FURNITURE)
CODE: Final = TextStyle(Face.SANS_BOLD, 8.6, 11, role=Role.FURNITURE)
FOOTER: Final = TextStyle(Face.SANS, 7.2, 9, MUTED, role=Role.FURNITURE)


@dataclass(frozen=True, slots=True)
class Page:
    """The geometry of a page; the origin is its bottom left corner.

    Attributes:
        width: of the paper.
        height: of the paper.
        side: margin left and right.
        top: margin above the text.
        bottom: margin below the text.
    """

    width: float
    height: float
    side: float
    top: float
    bottom: float

    @property
    def text_width(self) -> float:
        """Width of the text area."""
        return self.width - 2 * self.side

    @property
    def text_height(self) -> float:
        """Height of the text area."""
        return self.height - self.top - self.bottom


class Paper(Enum):
    """A size of paper: short and long side in points (ISO 216; ANSI for Letter)."""

    A4 = (595.28, 841.89)
    A3 = (841.89, 1190.55)
    LETTER = (612.0, 792.0)


class Margins(Enum):
    """How wide the margins left and right are, in points; ``NORMAL`` is each document's own."""

    NORMAL = 0.0
    NARROW = 43.0
    WIDE = 71.0


class Orientation(Enum):
    """How a page lies; ``OWN`` is as the document is made. The annex knows no other."""

    OWN = "own"
    PORTRAIT = "portrait"
    LANDSCAPE = "landscape"


@dataclass(frozen=True, slots=True)
class Sheet:
    """What documents are laid out for: printed in full size, nothing is scaled.

    Attributes:
        paper: its size.
        margins: how wide they are.
        orientation: for the documents that may lie either way.
    """

    paper: Paper = Paper.A4
    margins: Margins = Margins.NORMAL
    orientation: Orientation = Orientation.OWN

    @property
    def portrait(self) -> Page:
        """A page that stands."""
        short, long = self.paper.value
        return Page(short, long, side=self.margins.value or 54, top=70, bottom=68)

    @property
    def landscape(self) -> Page:
        """A page that lies."""
        short, long = self.paper.value
        return Page(long, short, side=self.margins.value or 46, top=58, bottom=60)

    def page(self, *, own_landscape: bool) -> Page:
        """Return the page of a document that may lie either way, and lies as it is made unless somebody chose."""
        lies = own_landscape if self.orientation is Orientation.OWN else self.orientation is Orientation.LANDSCAPE
        return self.landscape if lies else self.portrait


A4: Final = Sheet()
PORTRAIT: Final = A4.portrait
LANDSCAPE: Final = A4.landscape
