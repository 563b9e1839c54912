"""Breaking text into lines."""

import functools
import re
from collections.abc import Iterator
from typing import Final

from desktop_app.calc.wording import HARD
from desktop_app.documents.fonts import REVIEWED, SOFT_HYPHEN, UNREVIEWED, Face, printable, text_width
from desktop_app.documents.styles import TextStyle

BREAK_AFTER: Final = "-–—/"
"""A word that is longer than a line is broken after one of these where possible."""
HYPHEN: Final = "-"
"""Printed where a word is broken at a soft hyphen."""

_KEPT: Final = re.compile(f"([{SOFT_HYPHEN}{UNREVIEWED}{REVIEWED}])")
"""Marks without an image that stay in a text until it is drawn."""
_BEFORE_NUMBERS: Final = (
    "Art. Article article artículo apartado articolo paragrafo artigo articolul alineatul paragraphe artikel lid punt "
    "Artikel Absatz stk. litra artikkel lõige čl. článek odst. článok ods. písm. članak članku stavak člen odstavek "
    "art. ust. άρθρο παράγραφος στοιχείο член параграф буква Artikolu airteagal Airteagal mír recital overweging"
)
"""Words before the number of an article or of a part of one, in the languages of the documents."""
_HELD_TOGETHER: Final = re.compile(
    r" (?:(?<=\d )(?=\d{3}(?!\d)|%|EUR\b)|(?<=\bEUR )|(?<=\b[Aa]nnex )(?=[IVX])|(?<=\bbijlage )(?=[IVX])"
    r"|(?<=\([A-ZÚЕСΕ]{2}\) )(?=\d)"
    r"|(?<=\d )(?=artikl[ai]|kohda|kohta|lõike|straipsn|panta?\b|cikk|bekezdés|alakohda)"
    r"|(?=\d|[a-z]\))(?:" + "|".join(rf"(?<=\b{re.escape(word)} )" for word in _BEFORE_NUMBERS.split()) + "))"
)
"""Spaces at which no line ends, in text that people typed with ordinary spaces."""


def lines_of(text: str, style: TextStyle, width: float) -> tuple[str, ...]:
    """Break text into printable lines no wider than ``width``; at least one line, which may be empty.

    Breaks fall at spaces (hard spaces hold) and at line ends; a longer word breaks inside, at a soft hyphen where it
    has one.
    """
    return _broken(text, style.face, style.size, width)


@functools.lru_cache(maxsize=8192)
def _broken(text: str, face: Face, size: float, width: float) -> tuple[str, ...]:
    lines: list[str] = []
    for paragraph in _held(text, face).split("\n"):
        lines += _filled(paragraph, face, size, width)
    return tuple(_marked_apart(lines) if UNREVIEWED in text else lines)


def _marked_apart(lines: list[str]) -> Iterator[str]:
    """Yield lines of which each one begins and ends its marks itself."""
    is_open = False
    for line in lines:
        begun = f"{UNREVIEWED}{line}" if is_open else line
        is_open = begun.rfind(UNREVIEWED) > begun.rfind(REVIEWED)
        yield f"{begun}{REVIEWED}" if is_open else begun


def words_of(text: str, face: Face) -> list[str]:
    """Return the printable parts of a text between which a line may end."""
    words = _held(text, face).replace("\n", " ").split(" ")
    return [part for word in words for part in word.replace(SOFT_HYPHEN, f"{HYPHEN}{SOFT_HYPHEN}").split(SOFT_HYPHEN)]


def held(text: str) -> str:
    """Return a text with hard spaces where no line may end."""
    return _HELD_TOGETHER.sub(HARD, text)


def _held(text: str, face: Face) -> str:
    """Return the printable text with its soft hyphens and marks, and with hard spaces where no line may end."""
    parts = _KEPT.split(text)
    parts[::2] = [printable(part, face) for part in parts[::2]]
    return held("".join(parts))


def _plain(text: str) -> str:
    return text.replace(SOFT_HYPHEN, "")


def _filled(paragraph: str, face: Face, size: float, width: float) -> list[str]:
    if text_width(_plain(paragraph), face, size) <= width:
        return [_plain(paragraph)]
    lines: list[str] = []
    line, used = "", 0.0
    space = text_width(" ", face, size)
    for word in paragraph.split(" "):
        *full, rest = _pieces(word, face, size, width)
        if line and (full or used + space + text_width(rest, face, size) > width):
            lines.append(line)
            line, used = "", 0.0
        lines += full
        line, used = (f"{line} {rest}", used + space) if line else (rest, 0.0)
        used += text_width(rest, face, size)
    lines.append(line)
    return lines


def _pieces(word: str, face: Face, size: float, width: float) -> list[str]:
    """Cut a word that is longer than a line; each piece but the last fills one."""
    pieces: list[str] = []
    while len(word) > 1 and text_width(_plain(word), face, size) > width:
        parts = word.split(SOFT_HYPHEN)
        starts = ["".join(parts[:count]) for count in range(1, len(parts))]
        hyphenated = [start for start in starts if text_width(f"{start}{HYPHEN}", face, size) <= width]
        if hyphenated:
            pieces.append(f"{hyphenated[-1]}{HYPHEN}")
            word = SOFT_HYPHEN.join(parts[len(hyphenated) :])
            continue
        word = _plain(word)
        fits = fitting(word, face, size, width)
        cut = max(word.rfind(sign, 0, fits) for sign in BREAK_AFTER) + 1
        cut = cut if cut > fits // 2 else fits
        pieces.append(word[:cut])
        word = word[cut:]
    return [*pieces, _plain(word)]


def fitting(text: str, face: Face, size: float, width: float) -> int:
    """Return how many characters of a printable text fit on a line, at least one."""
    used = 0.0
    for place, character in enumerate(text):
        used += text_width(character, face, size)
        if used > width:
            return max(place, 1)
    return len(text)


def fitted(text: str, style: TextStyle, width: float) -> TextStyle:
    """Return the style at the largest size, at most its own, at which a figure stands on one line."""
    wide = text_width(printable(text, style.face), style.face, style.size)
    return style if wide <= width else style.at(style.size * width / wide * 0.999)
