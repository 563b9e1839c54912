"""What the ground check says: one verdict a topic, each with its remedy where one is needed."""

from dataclasses import dataclass
from enum import Enum

from desktop_app.calc.sentences import Sentence, joined, say


class Standing(Enum):
    """How the ground is at one point; the value is the word that stands beside the icon."""

    SOUND = say("sound")
    NOTE = say("worth knowing")
    REMEDY = say("needs a remedy")


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

    def line(self) -> Sentence:
        """Return the verdict in one line of text."""
        found = say("{topic} – {standing}: {what}", topic=self.topic, standing=self.standing.value, what=self.what)
        return joined(" ", (found, self.remedy)) if self.remedy else found


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

    def line(self) -> Sentence:
        """Return the one line that the window shows: that all is good, or the first thing to do."""
        if self.is_sound:
            return say("Ground sound")
        first, *others = self.remedies
        parts = [first.what, first.remedy]
        if others:
            parts.append(say("({count} more under Help ▸ Ground check)", count=len(others)))
        return joined(" ", parts)

    def lines(self) -> list[Sentence]:
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
