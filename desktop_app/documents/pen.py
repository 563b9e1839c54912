"""Drawing on one page: content is written in PDF's own operators, far quicker than call by call.

reportlab keeps the document, its fonts and its structure; here only a page's content is put together, with
the text above everything that is filled.
"""

import re
from itertools import groupby
from typing import Any, Final

from desktop_app.documents.fonts import (
    NARROW_GAP,
    NARROW_SPACE,
    REVIEWED,
    UNREVIEWED,
    Face,
    loaded,
    text_width,
)
from desktop_app.documents.styles import INK, TextStyle

_MARKED: Final = re.compile(f"{UNREVIEWED}([^{REVIEWED}]*){REVIEWED}?")
_UNDERLINE: Final = "0.4 G 0.5 w 1 J [0 1.5] 0 d"
"""Round dots below words that nobody reviewed."""
_UNSEEN: Final = {ord(UNREVIEWED): None, ord(REVIEWED): None}
_BELOW: Final = 0.19
"""How far below the baseline, in parts of the type size: below the words, above the next line."""


class Ink:
    """One face in one document: every character drawn is noted there, so that it is embedded."""

    def __init__(self, face: Face, document: Any) -> None:
        """Take a face and reportlab's document."""
        self._font: Final = loaded(face)
        self._document: Final = document
        self._digits: Final[dict[str, str]] = {}
        self._subsets: Final[dict[str, int]] = {}
        self._names: Final[dict[int, str]] = {}

    def shown(self, line: str) -> list[tuple[str, str]]:
        """Return a printable line as runs: the name of the embedded font, and the operator that shows the run."""
        try:
            digits = "".join(map(self._digits.__getitem__, line))
        except KeyError:
            self._learn(line)
            return self.shown(line)
        if len(self._names) == 1:
            return [(self._names[0], f"[<{digits}>] TJ")]
        # A font in a PDF file holds 256 characters: the face was split, and so is the line.
        runs = groupby(line, key=self._subsets.__getitem__)
        return [(self._names[subset], f"[<{''.join(map(self._digits.__getitem__, run))}>] TJ") for subset, run in runs]

    def _learn(self, line: str) -> None:
        """Note the characters that are new: where each lies in the embedded font, as two hexadecimal digits."""
        # In the order of the alphabet: sets have none, and the same text must give the same bytes.
        for character in sorted(set(line) - self._digits.keys()):
            ((subset, code),) = self._font.splitString(character, self._document)
            # The narrow space is opened to its width in print: the string is left and entered again.
            self._digits[character] = f"{code.hex()}>{-NARROW_GAP}<" if character == NARROW_SPACE else code.hex()
            self._subsets[character] = subset
            self._names[subset] = self._font.getSubsetInternalName(subset, self._document)


class Inks:
    """The faces of one document."""

    def __init__(self, document: Any) -> None:
        """Take reportlab's document."""
        self._document: Final = document
        self._inks: Final[dict[Face, Ink]] = {}

    def __getitem__(self, face: Face) -> Ink:
        """Return a face's ink; a face that nothing is drawn in is not embedded."""
        if face not in self._inks:
            self._inks[face] = Ink(face, self._document)
        return self._inks[face]


class Pen:
    """Draws on the canvas's current page; origin at its bottom left corner, points, y upwards."""

    def __init__(self, canvas: Any, inks: Inks, *, level: int = 0) -> None:
        """Take a reportlab canvas with a fresh page, the inks of its document, and the level of its headings."""
        self._canvas = canvas
        self._inks = inks
        self._level = level
        self._ground: list[str] = []
        self._text: list[str] = []
        self._grey: float | None = None
        self._font: tuple[str, float] | None = None

    def text(self, left: float, baseline: float, line: str, style: TextStyle) -> None:
        """Write a printable line; words in it that nobody reviewed get a dotted line below."""
        if UNREVIEWED in line:
            self._underline(left, baseline, line, style)
        self._write(f"1 0 0 1 {left:.2f} {baseline:.2f}", line, style)

    def upwards(self, left: float, baseline: float, line: str, style: TextStyle) -> None:
        """Write a printable line that runs from bottom to top, starting at a point."""
        self._write(f"0 1 -1 0 {left:.2f} {baseline:.2f}", line, style)

    def _underline(self, left: float, baseline: float, line: str, style: TextStyle) -> None:
        height = baseline - _BELOW * style.size
        for found in _MARKED.finditer(line):
            start = left + text_width(line[: found.start()], style.face, style.size)
            end = start + text_width(found.group(1).rstrip(), style.face, style.size)
            self._ground.append(f"q {_UNDERLINE} {start:.2f} {height:.2f} m {end:.2f} {height:.2f} l S Q")

    def _write(self, matrix: str, line: str, style: TextStyle) -> None:
        line = line.translate(_UNSEEN)
        if not line:
            return
        if style.grey != self._grey:
            self._text.append(f"{style.grey:.3g} g")
            self._grey = style.grey
        self._text.append(f"{matrix} Tm")
        for font, shown in self._inks[style.face].shown(line):
            if self._font != (font, style.size):
                self._font = (font, style.size)
                self._text.append(f"{font} {style.size:.6g} Tf")
            self._text.append(shown)

    def rule(self, left: float, right: float, height: float, *, thickness: float = 0.5, grey: float = INK) -> None:
        """Draw a horizontal rule."""
        self._ground.append(f"{grey:.3g} G {thickness:.2f} w {left:.2f} {height:.2f} m {right:.2f} {height:.2f} l S")

    def line(
        self, start: tuple[float, float], end: tuple[float, float], *, thickness: float, grey: float = INK
    ) -> None:
        """Draw a straight line between two points."""
        (x, y), (to_x, to_y) = start, end
        self._ground.append(f"{grey:.3g} G {thickness:.2f} w {x:.2f} {y:.2f} m {to_x:.2f} {to_y:.2f} l S")

    def fill(self, left: float, bottom: float, width: float, height: float, grey: float) -> None:
        """Fill a rectangle."""
        self._ground.append(f"{grey:.3g} g {left:.2f} {bottom:.2f} {width:.2f} {height:.2f} re f")

    def frame(self, left: float, bottom: float, width: float, height: float, *, thickness: float = 0.7) -> None:
        """Draw the outline of a rectangle."""
        outline = f"{left:.2f} {bottom:.2f} {width:.2f} {height:.2f} re S"
        self._ground.append(f"{INK:.3g} G {thickness:.2f} w {outline}")

    def bookmark(self, title: str, top: float, level: int | None = None) -> None:
        """Put a heading into the document's outline, on the level of headings unless another is given."""
        key = f"{self._canvas.getPageNumber()}-{top:.1f}"
        self._canvas.bookmarkHorizontal(key, 0, top)
        self._canvas.addOutlineEntry(title.translate(_UNSEEN), key, level=self._level if level is None else level)

    def finish(self) -> None:
        """Put everything on the page."""
        self._canvas.addLiteral("\n".join([*self._ground, "BT", *self._text, "ET"]))
