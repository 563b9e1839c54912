"""What the ground check says: one verdict a topic, each with its remedy where one is needed."""

from dataclasses import dataclass
from enum import Enum


class Standing(Enum):
    """How the ground is at one point; the value is the word that stands beside the icon."""

    SOUND = "sound"
    NOTE = "worth knowing"
    REMEDY = "needs a remedy"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found at one point.

    Attributes:
        topic: what was looked at, such as ``"Disk"``.
        standing: how it is.
        what: what was found, a sentence.
        remedy: what to do, a sentence; empty unless the standing asks for it.
    """

    topic: str
    standing: Standing
    what: str
    remedy: str = ""

    def line(self) -> str:
        """Return the verdict in one line of text."""
        return " ".join(part for part in (f"{self.topic} – {self.standing.value}: {self.what}", self.remedy) if part)


@dataclass(frozen=True, slots=True)
class Ground:
    """All verdicts, in the order in which they are read."""

    verdicts: tuple[Verdict, ...]

    @property
    def remedies(self) -> tuple[Verdict, ...]:
        """The verdicts that ask for something."""
        return tuple(each for each in self.verdicts if each.standing is Standing.REMEDY)

    @property
    def is_sound(self) -> bool:
        """Whether nothing asks for a remedy."""
        return not self.remedies

    def line(self) -> str:
        """Return the one line that the window shows: that all is good, or the first thing to do."""
        if self.is_sound:
            return "Ground sound"
        first, *others = self.remedies
        more = f" ({len(others)} more under Help ▸ Ground check)" if others else ""
        return f"{first.what} {first.remedy}{more}"

    def lines(self) -> list[str]:
        """Return everything as lines of text, for the clipboard and the command line."""
        return [each.line() for each in self.verdicts]


def sound(topic: str, what: str) -> Verdict:
    """Return that all is well."""
    return Verdict(topic, Standing.SOUND, what)


def note(topic: str, what: str) -> Verdict:
    """Return what is worth knowing and asks for nothing."""
    return Verdict(topic, Standing.NOTE, what)


def remedy(topic: str, what: str, to_do: str) -> Verdict:
    """Return what is wrong and what to do."""
    return Verdict(topic, Standing.REMEDY, what, to_do)
