"""Text for a tagged document: printable lines of runs, in which words that nobody reviewed yet are told apart.

Typst breaks the lines. Soft hyphens stay only in words that are wider than their line: elsewhere they would stand in
the text that is read aloud.
"""

import re
from typing import Final

from desktop_app.documents.fonts import SOFT_HYPHEN, Face, printable, text_width
from desktop_app.documents.lines import HYPHEN, fitting, lines_of
from desktop_app.documents.styles import TextStyle

Run = str | list[str]
"""Text; in a list of its own where nobody reviewed it."""
Lines = list[list[Run]]

UNBROKEN: Final = float("inf")
MAY_BREAK: Final = "\u200b"
"""A place without width at which a line may end."""
_UNREVIEWED: Final = re.compile("\u2063([^\u2064]*)\u2064?")
_REFUSED: Final = re.compile("[\ue000-\uf8ff\ufdd0-\ufdef\ufeff\ufffe\uffff\U000f0000-\U0010ffff]")
"""Characters that PDF/UA-1 does not allow in text, whatever a face has for them: private use, and no characters."""


def runs_of(text: str, style: TextStyle, width: float = UNBROKEN) -> Lines:
    """Return the lines that a text is given in, each as runs.

    Args:
        text: as it stands in a block.
        style: that it is set in.
        width: of the narrowest line, in points; words that are wider get places to be broken at.
    """
    lines: Lines = [[]]
    for place, part in enumerate(_UNREVIEWED.split(text)):
        for number, line in enumerate(_printed(part, style, width)):
            if number:
                lines.append([])
            if line:
                lines[-1].append([line] if place % 2 else line)
    for place, runs in enumerate(lines):
        _keep_blanks(runs)
        if runs and place < len(lines) - 1:
            runs[-1] = _with_blank(runs[-1])
    return lines if lines != [[]] else []


def _keep_blanks(line: list[Run]) -> None:
    """Let a run end in the blank that the next one begins with: where a line ends between them, it would be lost.

    Who hears the text would hear two words as one.
    """
    for place in range(1, len(line)):
        run = line[place]
        if isinstance(run, str) and run.startswith(" "):
            line[place - 1] = _with_blank(line[place - 1])
            line[place] = run[1:]


def _with_blank(run: Run) -> Run:
    return f"{run} " if isinstance(run, str) else [f"{run[0]} "]


def line_of(text: str, face: Face) -> str:
    """Return a text as it stands on one line of the page's furniture."""
    return _allowed(" ".join(printable(text, face).split("\n")))


def _allowed(text: str) -> str:
    return _REFUSED.sub(lambda found: f"[U+{ord(found.group()):04X}]", text)


def _printed(text: str, style: TextStyle, width: float) -> tuple[str, ...]:
    """Return printable lines: no soft hyphens, hard spaces where no line may end."""
    lines = lines_of(_allowed(text), style, UNBROKEN)
    if all(text_width(line, style.face, style.size) <= width for line in lines):
        return lines
    hyphenated = {word.replace(SOFT_HYPHEN, ""): word for word in text.split() if SOFT_HYPHEN in word}
    return tuple(" ".join(_broken(word, hyphenated, style, width) for word in line.split(" ")) for line in lines)


def _broken(word: str, hyphenated: dict[str, str], style: TextStyle, width: float) -> str:
    """Return a word with places to be broken at, where it is wider than a line."""
    if text_width(word, style.face, style.size) <= width:
        return word
    parts = hyphenated.get(word, word).split(SOFT_HYPHEN)
    return SOFT_HYPHEN.join(_cut(printable(part, style.face), style, width) for part in parts)


def _cut(part: str, style: TextStyle, width: float) -> str:
    pieces = []
    room = width - text_width(HYPHEN, style.face, style.size)
    while part and text_width(part, style.face, style.size) > room:
        cut = fitting(part, style.face, style.size, room)
        pieces.append(part[:cut])
        part = part[cut:]
    return MAY_BREAK.join([*pieces, part] if part else pieces)
