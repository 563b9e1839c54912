"""What a publication pack holds: formats, languages, and how its files are called."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum


class Format(Enum):
    """A format of a document; the value stands in the manifest and on the command line."""

    PRINT = "pdf"
    """For printing."""
    ALOUD = "pdf-ua"
    """For reading aloud and for screens, tagged."""
    WORD = "docx"
    WORKBOOK = "xlsx"
    VALUES = "csv"
    DOCUMENT = "json"
    """The interchange document: one for all languages."""

    @property
    def ending(self) -> str:
        """The ending of the names of its files."""
        return "pdf" if self is Format.ALOUD else self.value

    def file_name(self, stem: str, language: str) -> str:
        """Return what a file of a pack is called: ``"annex-mt.pdf"``, ``"annex-mt-accessible.pdf"``."""
        if self is Format.DOCUMENT:
            return f"forum.{self.ending}"
        aloud = "-accessible" if self is Format.ALOUD else ""
        return f"{stem}-{language}{aloud}.{self.ending}"


@dataclass(frozen=True, slots=True)
class Planned:
    """A file that a pack is to have.

    Attributes:
        name: of the file.
        language: its code; empty where the file is of none.
        format: its format.
        make: makes it.
    """

    name: str
    language: str
    format: Format
    make: Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class About:
    """What a pack is of.

    Attributes:
        title: of the forum.
        procedure: that it follows.
        marking: the classification as it stands on the pages; empty where the act is adopted and public.
        status: ``draft`` or ``final``.
        standing: of what state it is, in words, where it is not the record as it is now.
        state_hash: of the state, 64 digits.
        fingerprint: the first 12 of them, as printed.
    """

    title: str
    procedure: str
    marking: str
    status: str
    standing: str
    state_hash: str
    fingerprint: str
