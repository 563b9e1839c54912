"""Filling pages with blocks: nothing clipped, no heading alone at the bottom of a page."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from desktop_app.documents.blocks import ROUNDING, Block, Paragraph
from desktop_app.documents.pen import Pen
from desktop_app.documents.styles import BODY, Page

SHORTEST_PAGE: Final = 6 * BODY.leading
"""What the last page of a chapter holds at least, where the page before can give it something."""

MOST_MOVED: Final = 0.7
"""The part of a page that stays, whatever moves on to a page that would be too short."""


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
    return [leaf for chapter in chapters for leaf in _balanced(chapter)]


def _balanced(chapter: Chapter) -> list[Leaf]:
    """Fill pages with a chapter; a last page with a line or two takes over some of the page before it."""
    page, rest = chapter.page, list(chapter.blocks)
    filled: list[Leaf] = []
    before: list[Block] = []
    while rest:
        last = rest
        leaf, rest = _next(page, rest, page.text_height)
        if not rest and filled and _used(leaf) < SHORTEST_PAGE:
            return filled[:-1] + (_shared(page, before, _used(filled[-1])) or [filled[-1], leaf])
        filled.append(leaf)
        before = last
    return filled


def _shared(page: Page, blocks: list[Block], room: float) -> list[Leaf]:
    """Return two pages of which the second is no longer too short: a section from its heading, if that is not much.

    Args:
        page: of both.
        blocks: of both.
        room: that the blocks of the first take as long as it is full.

    Returns:
        The pages; nothing where the first would be left with too little.
    """
    found: list[Leaf] = []
    while room > MOST_MOVED * page.text_height:
        # A hair less, and what stood last there has no room any more.
        first, rest = _next(page, blocks, room - 2 * ROUNDING)
        second, rest = _next(page, rest, page.text_height)
        if rest or _used(first) >= room:
            break
        if _used(second) >= SHORTEST_PAGE:
            found = found or [first, second]
            if second.placed[0].block.keep_with_next:
                return [first, second]
        room = _used(first)
    return found


def _next(page: Page, blocks: list[Block], room: float) -> tuple[Leaf, list[Block]]:
    placed, rest = take(blocks, page.text_width, room)
    return Leaf(page, tuple(placed)), rest


def _used(leaf: Leaf) -> float:
    """Return how far the blocks of a page reach down from its top."""
    last = leaf.placed[-1]
    return last.offset + last.block.height(leaf.page.text_width)


def closed(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return the blocks of a chapter, the last two kept together: for what fills its pages itself."""
    before = blocks[-2] if len(blocks) > 1 else None
    if isinstance(before, Paragraph):
        return (*blocks[:-2], replace(before, keep_with_next=True), blocks[-1])
    return tuple(blocks)


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
