"""Filling pages with blocks: nothing clipped, no heading alone at the bottom of a page."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from desktop_app.documents.blocks import ROUNDING, Block
from desktop_app.documents.pen import Pen
from desktop_app.documents.styles import Page


@dataclass(frozen=True, slots=True)
class Placed:
    """A block and how far its top is below the top of what holds it."""

    block: Block
    offset: float


@dataclass(frozen=True, slots=True)
class Chapter:
    """Blocks on pages of one geometry; a chapter begins a page."""

    page: Page
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Leaf:
    """One filled page."""

    page: Page
    placed: tuple[Placed, ...]


def leaves(chapters: Iterable[Chapter]) -> list[Leaf]:
    """Fill pages with chapters."""
    filled: list[Leaf] = []
    for chapter in chapters:
        rest = list(chapter.blocks)
        while rest:
            placed, rest = take(rest, chapter.page.text_width, chapter.page.text_height)
            filled.append(Leaf(chapter.page, tuple(placed)))
    return filled


def take(blocks: Sequence[Block], width: float, room: float) -> tuple[list[Placed], list[Block]]:
    """Take as many blocks as fit into ``room``.

    Returns:
        What fits, and what is left for the next page. Something always fits, so that filling ends.
    """
    placed: list[Placed] = []
    used, place = 0.0, 0
    rest = list(blocks)
    room += ROUNDING
    while place < len(rest):
        block = rest[place]
        gap = block.space_before if placed else 0.0
        if placed and used + _needed(rest[place:], width) > room:
            break
        high = block.height(width)
        if used + gap + high <= room:
            placed.append(Placed(block, used + gap))
            used += gap + high
            place += 1
            continue
        # What splits allows for rounding itself: twice, and all of it would fit that does not.
        parts = block.split(width, room - ROUNDING - used - gap)
        if parts is None:
            # Alone on the page, and without parts: it gets the page to itself.
            return [Placed(block, 0.0)], rest[place + 1 :]
        placed.append(Placed(parts[0], used + gap))
        rest[place] = parts[1]
        break
    return placed, rest[place:]


def _needed(blocks: Sequence[Block], width: float) -> float:
    """Return the height that the first block needs with all that must stay with it."""
    needed = 0.0
    for block in blocks:
        needed += block.space_before
        if not block.keep_with_next:
            return needed + block.least(width)
        needed += block.height(width)
    return needed


@dataclass(frozen=True, slots=True)
class Framed:
    """Blocks in a frame of their own.

    Attributes:
        blocks: what stands inside.
        space_before: room above the frame.
    """

    blocks: tuple[Block, ...]
    space_before: float = 10.0
    keep_with_next: bool = False
    padding: float = 9.0

    def _placed(self, width: float) -> tuple[list[Placed], float]:
        placed: list[Placed] = []
        used = 0.0
        for block in self.blocks:
            used += block.space_before if placed else 0.0
            placed.append(Placed(block, used))
            used += block.height(width - 2 * self.padding)
        return placed, used

    def height(self, width: float) -> float:
        """Return the whole height, frame included."""
        return self._placed(width)[1] + 2 * self.padding

    def least(self, width: float) -> float:
        """Return the height of its first block with what must stay with it."""
        return _needed(self.blocks, width - 2 * self.padding) + 2 * self.padding

    def split(self, width: float, room: float) -> "tuple[Framed, Framed] | None":
        """Split between or inside its blocks; both parts are framed."""
        inside = room - 2 * self.padding
        if _needed(self.blocks, width - 2 * self.padding) > inside + ROUNDING:
            return None
        placed, rest = take(self.blocks, width - 2 * self.padding, inside)
        if not rest:
            return None
        return replace(self, blocks=tuple(each.block for each in placed)), replace(self, blocks=tuple(rest))

    def draw(self, pen: Pen, left: float, top: float, width: float) -> None:
        """Draw the frame and what stands in it."""
        placed, used = self._placed(width)
        high = used + 2 * self.padding
        pen.frame(left, top - high, width, high)
        for each in placed:
            each.block.draw(pen, left + self.padding, top - self.padding - each.offset, width - 2 * self.padding)
