"""What is said of a table that comes back, beside the differences it makes: each with sheet and cell."""

from dataclasses import dataclass
from enum import Enum

from desktop_app.calc.sentences import say
from desktop_app.models.table_reading import limits


class NoteKind(Enum):
    """How grave a note is; the value is the word for it."""

    REFUSED = say("not taken")
    """Something that may be changed was changed to what cannot be taken."""
    IGNORED = say("ignored")
    """Something was changed that the program works out, or does not know."""
    TOLD = say("note")
    """Something to know; what it is about was read."""


@dataclass(frozen=True, slots=True)
class Note:
    """One remark.

    Attributes:
        kind: see :class:`NoteKind`.
        where: sheet and cell, such as ``"Pledges!F5"``; the file or the sheet where it is about all of it.
        what: what is there and why, a sentence.
    """

    kind: NoteKind
    where: str
    what: str

    def __str__(self) -> str:
        """Return one line."""
        return f"{self.where}: {self.kind.value}: {self.what}"


class Notes:
    """Gathers notes; beyond a bound they are only counted.

    Attributes:
        more: how many were not kept.
        refused: how many things were not taken, kept or not.
    """

    def __init__(self) -> None:
        """Begin without any."""
        self._kept: list[Note] = []
        self.more = 0
        self.refused = 0

    @property
    def kept(self) -> tuple[Note, ...]:
        """The notes, in the order in which they were made."""
        return tuple(self._kept)

    def refuse(self, where: str, what: str) -> None:
        """Note that something is not taken."""
        self.refused += 1
        self._add(NoteKind.REFUSED, where, what)

    def ignore(self, where: str, what: str) -> None:
        """Note that something is left aside."""
        self._add(NoteKind.IGNORED, where, what)

    def tell(self, where: str, what: str) -> None:
        """Note something to know."""
        self._add(NoteKind.TOLD, where, what)

    def _add(self, kind: NoteKind, where: str, what: str) -> None:
        if len(self._kept) >= limits.NOTES:
            self.more += 1
        else:
            self._kept.append(Note(kind, where, what))


class NotTakenError(Exception):
    """A cell cannot be taken; the message says why, a clause without a full stop."""
