"""The faces of the printed documents: loaded once, embedded in every file, measured, and sure of their glyphs."""

import functools
import unicodedata
from collections.abc import Callable, Mapping
from enum import Enum
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from desktop_app.paths import resource

if TYPE_CHECKING:
    from reportlab.pdfbase.ttfonts import TTFont

UNITS_PER_EM: Final = 1000
"""Glyph widths are given in thousandths of the type size."""
SOFT_HYPHEN: Final = "\u00ad"
"""Marks where a long word may be broken; printed, as a hyphen, only where it is."""
UNREVIEWED: Final = "\u2063"
"""Stands before words that no lawyer-linguist has reviewed, which a draft underlines; has no image of its own."""
REVIEWED: Final = "\u2064"
"""Stands behind such words."""
NARROW_SPACE: Final = "\u202f"
NARROW_GAP: Final = 55
"""What is added to the faces' narrow space, too tight between the thousands of small type, in thousandths."""


class Face(Enum):
    """One face; the value is the file's stem in ``resources/fonts`` and the font's name in the PDF."""

    SERIF = "ForumDeskSerif-Regular"
    SERIF_BOLD = "ForumDeskSerif-Bold"
    SERIF_ITALIC = "ForumDeskSerif-Italic"
    SANS = "ForumDeskSans-Regular"
    SANS_BOLD = "ForumDeskSans-Bold"
    SANS_ITALIC = "ForumDeskSans-Italic"

    # A face is the key of most lookups here, and the hash of an enumeration is slow.
    __hash__ = object.__hash__


@functools.cache
def loaded(face: Face) -> "TTFont":
    """Load a face and register it with reportlab under its name; once in the life of the process."""
    from reportlab.pdfbase.pdfmetrics import registerFont
    from reportlab.pdfbase.ttfonts import TTFont

    # Not "ASCII readable": only the glyphs that are printed go into the file, which makes it small and quick.
    font = TTFont(face.value, str(resource("fonts", f"{face.value}.ttf")), asciiReadable=False)
    font.face.makeSubset = _kept(font.face.makeSubset)
    registerFont(font)
    return font


def _kept(make_subset: Callable[[list[int]], bytes]) -> Callable[[list[int]], bytes]:
    """Keep the parts of a face that were embedded last: one annex after the other prints the same characters."""

    @functools.lru_cache(maxsize=8)
    def made(characters: tuple[int, ...]) -> bytes:
        return make_subset(list(characters))

    return lambda subset: made(tuple(subset))


@functools.cache
def glyph_widths(face: Face) -> Mapping[str, int]:
    """Return the width of every character that the face can print, in thousandths of the type size."""
    outline = loaded(face).face
    widths = {chr(code): outline.charWidths[code] for code in outline.charToGlyph}
    widths[NARROW_SPACE] += NARROW_GAP
    return MappingProxyType({**widths, UNREVIEWED: 0, REVIEWED: 0})


def text_width(text: str, face: Face, size: float) -> float:
    """Return how wide a printable text is at a type size, in points.

    Raises:
        KeyError: the face cannot print a character; pass it through :func:`printable` first.
    """
    return _units(text, face) * size / UNITS_PER_EM


@functools.lru_cache(maxsize=8192)
def _units(text: str, face: Face) -> int:
    widths = glyph_widths(face)
    return sum([widths[character] for character in text])


@functools.lru_cache(maxsize=8192)
def printable(text: str, face: Face) -> str:
    """Return the text with nothing in it that the face cannot print.

    Nothing that can be seen gets lost: a character without a glyph is printed as its code point, such as
    ``[U+1F600]``. Line ends stay; other control and format characters, which have no image, go, marks of words that
    nobody reviewed among them.
    """
    widths = glyph_widths(face)
    text = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")
    stand_ins = {ord(each): stand_in for each in set(text) if (stand_in := _stand_in(each, widths)) != each}
    return text.translate(stand_ins) if stand_ins else text


def _stand_in(character: str, widths: Mapping[str, int]) -> str:
    """Return what is printed for a character: itself where it has an image."""
    category = unicodedata.category(character)
    if character == "\n" or category in {"Zl", "Zp"}:
        return "\n"
    if character in "\t\v\f":
        return " "
    if category in {"Cc", "Cf"}:
        return ""
    if character in widths:
        return character
    return " " if category == "Zs" else f"[U+{ord(character):04X}]"
