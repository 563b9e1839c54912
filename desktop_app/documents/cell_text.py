"""What stands in the cells of a table: figures with the marks of notes, words, names of columns."""

import functools
import re
from collections.abc import Iterable, Iterator
from typing import Final

from desktop_app.documents.lines import words_of
from desktop_app.documents.styles import TextStyle
from desktop_app.documents.widths import widest

LEAST_NAME: Final = 0.72
"""What is left of the size of a column's name that is set smaller rather than broken."""
LEAST_WORDS: Final = 0.9
"""What is left of the size of words in the stead of a figure that are set smaller rather than on two lines."""
_MARK: Final = re.compile(r"[\u2009\u202f]?(\([¹²³]\)|[¹²³])$")
"""The mark of a note behind a figure."""


@functools.lru_cache(maxsize=8192)
def is_figure(text: str) -> bool:
    """Tell whether a text is a figure, which stands on one line, and not words in its stead."""
    return any(character.isdigit() for character in text)


def stands_on_one_line(text: str, style: TextStyle, width: float) -> bool:
    """Tell whether what stands in a column of figures has one line: a figure has, words where that is to be read."""
    return is_figure(text) or widest([(text, style)]) <= width / LEAST_WORDS


def words_in(texts: Iterable[tuple[str, TextStyle]], *, lines: bool = False) -> Iterator[tuple[str, TextStyle]]:
    """Return the words of some texts, or whole lines, each with its style; none is broken where there is room."""
    for text, style in texts:
        yield from ((part, style) for part in (text.split("\n") if lines else words_of(text, style.face)))


def style_of_name(text: str, style: TextStyle, width: float) -> TextStyle:
    """Return the style of a column's name: a little smaller where else a word of it would be broken."""
    long = widest(words_in([(text, style)]))
    return style.at(style.size * width / long * 0.999) if width < long <= width / LEAST_NAME else style


@functools.lru_cache(maxsize=8192)
def without_mark(text: str) -> str:
    """Return a figure without the mark of a note that follows it."""
    return _MARK.sub("", text)
