"""What one cell of the pledge table says: text, spoken text, tooltip, plain text to copy, and its look.

Everything is worked out once when an assessment arrives, so that painting only reads.
"""

from dataclasses import dataclass
from enum import Enum, auto
from fractions import Fraction
from typing import Final

from desktop_app.calc import wording
from desktop_app.calc.exact import fixed
from desktop_app.calc.sentences import Sentence
from desktop_app.views.language import shown, tell_parts, tr, voice


class Look(Enum):
    """How a cell is painted."""

    TEXT = auto()
    NAME = auto()
    NUMBER = auto()
    NOTHING = auto()
    """Nothing recorded yet: an empty dotted box."""
    NONE = auto()
    """Explicitly none: a badge with the word."""
    OPEN = auto()
    """A figure that cannot be known yet."""
    ABSENT = auto()
    """A figure that does not exist here."""
    TOKENS = auto()
    """Icons with short words."""
    COVERAGE = auto()
    """Icon, word, percentage and a bar."""
    LABEL = auto()
    """A few words; cut with a sign where there is no room."""


@dataclass(frozen=True, slots=True)
class Token:
    """An icon with a short word.

    Attributes:
        icon: name of the icon.
        word: what it means, in a word or two.
        tone: colour token.
    """

    icon: str
    word: str
    tone: str

    @property
    def told(self) -> "Token":
        """The same with its word in the language that is spoken."""
        return Token(self.icon, shown(self.word), self.tone) if isinstance(self.word, Sentence) else self


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell.

    Attributes:
        look: how it is painted.
        text: what is read.
        spoken: what a screen reader says, the Member State and the column first.
        about: the tooltip; may be empty.
        copied: plain text for the clipboard.
        sort: native value to sort by, ``None`` where there is none.
        tokens: icons with words; the verdict of a coverage.
        code: Union code, beside a name.
        aside: a short addition in quiet type, such as ``"not bound"``.
        ratio: filling of the bar, 1 = full.
        quiet: the row takes no part, the text is muted.
        marks: how a pledge is said, where that tells how firm it is: icons left of the number, as many as fit.
        noted: somebody has noted something here: a mark in the corner, the words in ``about``.
        summary: of several Member States, such as the heading of a group: on the ground of the totals.
    """

    look: Look
    text: str = ""
    spoken: str = ""
    about: str = ""
    copied: str = ""
    sort: int | Fraction | str | None = None
    tokens: tuple[Token, ...] = ()
    aside: str = ""
    code: str = ""
    ratio: Fraction | None = None
    quiet: bool = False
    noted: bool = False
    marks: tuple[Token, ...] = ()
    summary: bool = False

    def __post_init__(self) -> None:
        """Say it in the language that is spoken."""
        tell_parts(self, "text", "spoken", "about", "copied", "aside")
        if self.tokens or self.marks:
            object.__setattr__(self, "tokens", tuple(token.told for token in self.tokens))
            object.__setattr__(self, "marks", tuple(token.told for token in self.marks))

    @property
    def decimals(self) -> str:
        """The decimals of a number with its sign, ``".50"``; empty for a whole number."""
        point = max(self.text.rfind("."), self.text.rfind(","))
        return self.text[point:] if point >= 0 and self.look is Look.NUMBER else ""


def number_cell(value: int | Fraction | None, decimals: int | None = None) -> Cell:
    """Return a number's cell: with a fixed number of decimals, or two where it is not whole; open where not known."""
    if value is None:
        return Cell(
            Look.OPEN, tr("open"), spoken=tr("not known yet"), about=tr("Not known while something is not recorded.")
        )
    places = decimals if decimals is not None else 0 if value.denominator == 1 else 2
    plain, text = fixed(value, places), voice().exact(value, places)
    return Cell(Look.NUMBER, text, spoken=text, copied=plain, sort=value)


def absent_cell(why: str) -> Cell:
    """Return the cell of a figure that does not exist here; ``why`` is spoken."""
    return Cell(Look.ABSENT, "–", spoken=why, copied="")


_SPACES: Final = str.maketrans("", "", f" {wording.NARROW}{wording.HARD}")


def folded(text: str) -> str:
    """Return a text as it is compared: without capitals and without the spaces between thousands."""
    return text.translate(_SPACES).casefold()


def shown_text(cell: Cell) -> str:
    """Return everything that stands in a cell, and what somebody noted there."""
    words = (token.word for token in cell.tokens)
    return "\n".join([cell.code, cell.text, shown(cell.aside), *words, cell.about if cell.noted else ""])
