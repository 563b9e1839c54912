"""Blocks: what a document is made of. A block knows its height, can be split, and draws itself."""

from dataclasses import dataclass, replace
from enum import Enum
from typing import Protocol

from desktop_app.documents.fonts import SOFT_HYPHEN, text_width
from desktop_app.documents.lines import lines_of
from desktop_app.documents.pen import Pen
from desktop_app.documents.styles import Role, TextStyle


class Align(Enum):
    """Where a line stands in its width."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"

    def offset(self, room: float) -> float:
        """Return how far a line starts from the left when ``room`` is left over."""
        if self is Align.LEFT:
            return 0.0
        return room if self is Align.RIGHT else room / 2


class Block(Protocol):
    """Something that takes up part of a page's height."""

    @property
    def space_before(self) -> float:
        """Room above, dropped at the top of a page."""
        ...

    @property
    def keep_with_next(self) -> bool:
        """Never the last thing on a page."""
        ...

    def height(self, width: float) -> float:
        """Return the whole height at a width."""
        ...

    def least(self, width: float) -> float:
        """Return the height of the smallest part that may stand alone at the bottom of a page."""
        ...

    def split(self, width: float, room: float) -> "tuple[Block, Block] | None":
        """Split off as much as fits into ``room``; ``None`` when not even the least part does."""
        ...

    def draw(self, pen: Pen, left: float, top: float, width: float) -> None:
        """Draw with the top left corner there."""
        ...


ROUNDING = 0.01
"""Heights are sums of floating lengths: what fits to a hundredth of a point fits."""
ORPHAN_LINES = 2
"""Fewer lines of a paragraph than these never stand alone."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Text, broken into lines.

    Attributes:
        text: with line ends where lines must end.
        style: of all of it.
        align: of each line.
        space_before: room above.
        keep_with_next: never last on a page.
        indent: room on the left; a ``mark`` stands in it.
        mark: a number or dash before the first line.
        outline: whether the text is an entry of the document's outline.
    """

    text: str
    style: TextStyle
    align: Align = Align.LEFT
    space_before: float = 0.0
    keep_with_next: bool = False
    indent: float = 0.0
    mark: str = ""
    outline: bool = False

    @property
    def role(self) -> Role:
        """What the text is: its style's role; body text with a mark before it is an item of a list."""
        return Role.ITEM if self.mark and self.style.role is Role.BODY else self.style.role

    def _lines(self, width: float) -> tuple[str, ...]:
        return lines_of(self.text, self.style, width - self.indent)

    def height(self, width: float) -> float:
        """Return the whole height at a width."""
        return len(self._lines(width)) * self.style.leading

    def least(self, width: float) -> float:
        """Return the height of two lines, or of all of a shorter paragraph or one of three lines."""
        lines = len(self._lines(width))
        return (lines if lines < 2 * ORPHAN_LINES else ORPHAN_LINES) * self.style.leading

    def split(self, width: float, room: float) -> "tuple[Paragraph, Paragraph] | None":
        """Split between lines, leaving two on each side."""
        lines = self._lines(width)
        fits = min(int((room + ROUNDING) / self.style.leading), len(lines) - ORPHAN_LINES)
        if fits < ORPHAN_LINES:
            return None
        # Lines were broken at this width: they hold when joined again.
        head = replace(self, text="\n".join(lines[:fits]), keep_with_next=False)
        tail = replace(self, text="\n".join(lines[fits:]), space_before=0.0, mark="", outline=False)
        return head, tail

    def draw(self, pen: Pen, left: float, top: float, width: float) -> None:
        """Draw with the top left corner there."""
        if self.outline:
            pen.bookmark(self.text.replace(SOFT_HYPHEN, ""), top)
        baseline = top - self.style.ascent
        if self.mark:
            pen.text(left, baseline, self.mark, self.style)
        for line in self._lines(width):
            room = width - self.indent - text_width(line, self.style.face, self.style.size)
            pen.text(left + self.indent + self.align.offset(room), baseline, line, self.style)
            baseline -= self.style.leading


@dataclass(frozen=True, slots=True)
class Rule:
    """A horizontal line."""

    thickness: float = 0.7
    space_before: float = 6.0
    keep_with_next: bool = True
    part: float = 1.0

    def height(self, width: float) -> float:  # noqa: ARG002 - the same at every width
        """Return the little room it takes."""
        return 4.0

    def least(self, width: float) -> float:
        """Return its height."""
        return self.height(width)

    def split(self, width: float, room: float) -> "tuple[Block, Block] | None":  # noqa: ARG002 - it has no parts
        """Return ``None``: it cannot be split."""
        return None

    def draw(self, pen: Pen, left: float, top: float, width: float) -> None:
        """Draw it, centred."""
        margin = width * (1 - self.part) / 2
        pen.rule(left + margin, left + width - margin, top - 2, thickness=self.thickness)
