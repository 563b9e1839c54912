"""A table with the notes that belong to it."""

import re
from dataclasses import dataclass, replace
from typing import Final

from desktop_app.documents.blocks import ROUNDING, Paragraph
from desktop_app.documents.pen import Pen
from desktop_app.documents.tables import Table

_MARKS: Final = re.compile(r"[ \u00a0\u2009\u202f]?([¹²³⁴⁵⁶⁷⁸⁹]+)")


def bracketed(text: str) -> str:
    """Return a text with the marks of its notes as the Official Journal sets them: ``"relocations (¹)"``."""
    return _MARKS.sub("\u202f(\\1)", text)


@dataclass(frozen=True, slots=True)
class Noted:
    """A table with notes below it, which never stand on a page without its last rows."""

    table: Table
    notes: tuple[Paragraph, ...]
    keep_with_next: bool = False

    @property
    def space_before(self) -> float:
        """Room above: the table's."""
        return self.table.space_before

    def height(self, width: float) -> float:
        """Return the whole height at a width."""
        return self.table.height(width) + sum(each.space_before + each.height(width) for each in self.notes)

    def least(self, width: float) -> float:
        """Return the height of the head and the first row, or of all where the last rows cannot be parted from it."""
        least = self.table.least(width)
        parted = least + self.table.tail(width) <= self.table.height(width) + ROUNDING
        return least if parted else self.height(width)

    def split(self, width: float, room: float) -> "tuple[Table, Noted] | None":
        """Split the table, and leave its last rows with the notes."""
        parts = self.table.split(width, min(room, self.table.height(width) - self.table.tail(width)))
        return None if parts is None else (parts[0], replace(self, table=parts[1]))

    def draw(self, pen: Pen, left: float, top: float, width: float) -> None:
        """Draw with the top left corner there."""
        self.table.draw(pen, left, top, width)
        top -= self.table.height(width)
        for each in self.notes:
            top -= each.space_before
            each.draw(pen, left, top, width)
            top -= each.height(width)
