"""A boxed form: what is asked for on the left, what is filled in, or lines to write on, on the right."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from desktop_app.documents.blocks import ROUNDING
from desktop_app.documents.lines import lines_of
from desktop_app.documents.pen import Pen
from desktop_app.documents.styles import BODY, BODY_BOLD, INK, MUTED, NOTE, SHADE

LABEL_PART: Final = 0.42
"""Part of the width that the left column takes."""
PAD: Final = 5.0
"""Room between a box and what stands in it."""
CAPTION_WIDTH: Final = 74.0
"""Room for what names a field inside a box."""
WRITING: Final = 21.0
"""Height of a line to write on by hand."""
APART: Final = 5.0
"""Room above the first field of another group in one box."""
TALL: Final = 120.0
"""A box higher than this may go on on the next page."""


@dataclass(frozen=True, slots=True)
class Field:
    """One thing in a box of the right column.

    Attributes:
        text: what is filled in.
        caption: names it inside the box; empty where the left column does.
        gap: it should be filled in and is not: set on a grey ground.
        rules: lines to write on, instead of a text.
        apart: begins another group, with room above.
    """

    text: str = ""
    caption: str = ""
    gap: bool = False
    rules: int = 0
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """One row of the form.

    Attributes:
        label: what is asked for.
        fields: what stands in the right column.
        head: names the columns below it, in bold.
        captions: room for what names its fields.
    """

    label: str
    fields: tuple[Field, ...]
    head: bool = False
    captions: float = CAPTION_WIDTH


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of the right column."""

    field: Field
    text: str
    first: bool

    @property
    def height(self) -> float:
        """With the room above it."""
        above = APART if self.field.apart and self.first else 0.0
        return above + (WRITING if self.field.rules else BODY.leading)


@dataclass(frozen=True, slots=True)
class Grid:
    """A boxed form; it is parted between boxes, and a tall box between its lines.

    Attributes:
        boxes: from top to bottom; a head is repeated on every page.
        space_before: room above.
        keep_with_next: never last on a page.
        whole: begins a page of its own rather than be parted, where one page can hold it.
    """

    boxes: tuple[Box, ...]
    space_before: float = 10.0
    keep_with_next: bool = False
    whole: bool = False

    def height(self, width: float) -> float:
        """Return the whole height at a width."""
        return sum(_height(box, width) for box in self.boxes)

    def least(self, width: float) -> float:
        """Return the height of the head and the first box, or of the first lines of a tall one; of a whole one all."""
        if self.whole:
            return self.height(width)
        heads = sum(_height(box, width) for box in self._heads)
        rest = self.boxes[len(self._heads) :]
        return heads + (min(_height(rest[0], width), TALL) if rest else 0.0)

    def split(self, width: float, room: float) -> "tuple[Grid, Grid] | None":
        """Split between boxes, or inside a tall one."""
        heads = self._heads
        left = room + ROUNDING - sum(_height(box, width) for box in heads)
        rest = list(self.boxes[len(heads) :])
        taken: list[Box] = []
        while rest and _height(rest[0], width) <= left:
            left -= _height(rest[0], width)
            taken.append(rest.pop(0))
        if rest and _height(rest[0], width) > TALL:
            parts = _parted(rest[0], width, left)
            if parts is not None:
                taken.append(parts[0])
                rest[0] = parts[1]
        if not taken or not rest:
            return None
        return replace(self, boxes=(*heads, *taken)), replace(self, boxes=(*heads, *rest))

    @property
    def _heads(self) -> tuple[Box, ...]:
        return self.boxes[:1] if self.boxes and self.boxes[0].head else ()

    def draw(self, pen: Pen, left: float, top: float, width: float) -> None:
        """Draw with the top left corner there."""
        middle = left + LABEL_PART * width
        start = top
        for box in self.boxes:
            high = _height(box, width)
            if box.head:
                pen.fill(left, top - high, width, high, SHADE)
            _draw_label(pen, box, left, top, width)
            _draw_fields(pen, box, middle, top, left + width)
            top -= high
            pen.frame(left, top, width, high, thickness=0.6)
        pen.line((middle, start), (middle, top), thickness=0.6)


def _inside(box: Box, width: float, *, captioned: bool) -> float:
    return (1 - LABEL_PART) * width - 2 * PAD - (box.captions if captioned else 0.0)


def _lines(box: Box, width: float) -> Iterator[_Line]:
    style = BODY_BOLD if box.head else BODY
    for field in box.fields:
        texts = lines_of(field.text, style, _inside(box, width, captioned=bool(field.caption)))
        for place, text in enumerate(("",) * field.rules or texts):
            yield _Line(field, text, place == 0)


def _labels(box: Box, width: float) -> tuple[str, ...]:
    return lines_of(box.label, BODY_BOLD if box.head else BODY, LABEL_PART * width - 2 * PAD)


def _height(box: Box, width: float) -> float:
    high = sum(line.height for line in _lines(box, width))
    return max(high, len(_labels(box, width)) * BODY.leading) + 2 * PAD


def _draw_label(pen: Pen, box: Box, left: float, top: float, width: float) -> None:
    style = BODY_BOLD if box.head else BODY
    baseline = top - PAD - style.ascent
    for text in _labels(box, width):
        pen.text(left + PAD, baseline, text, style)
        baseline -= style.leading


def _draw_fields(pen: Pen, box: Box, left: float, top: float, right: float) -> None:
    style = BODY_BOLD if box.head else BODY
    at = top - PAD
    for line in _lines(box, (right - left) / (1 - LABEL_PART)):
        at -= line.height
        start = left + PAD + (box.captions if line.field.caption else 0.0)
        above = at + BODY.leading - BODY.ascent
        if line.field.rules:
            above = at + 4
            pen.rule(start, right - PAD, at + 2, thickness=0.4, grey=MUTED)
        elif line.field.gap:
            pen.fill(start - 2, at + 0.6, right - PAD - start + 2, BODY.leading - 1.2, SHADE)
        if line.first and line.field.caption:
            pen.text(left + PAD, above, line.field.caption, NOTE)
        pen.text(start, above, line.text, replace(style, grey=MUTED if line.field.gap else INK))


def _parted(box: Box, width: float, room: float) -> tuple[Box, Box] | None:
    """Part a box between its lines; the second part is named again."""
    first: list[Field] = []
    rest = list(_lines(box, width))
    room -= 2 * PAD
    while len(rest) > 1 and rest[0].height <= room:
        line = rest.pop(0)
        room -= line.height
        first.append(_as_field(line))
    if len(first) < 2:
        return None
    return replace(box, fields=tuple(first)), replace(box, fields=tuple(_as_field(line) for line in rest))


def _as_field(line: _Line) -> Field:
    field = line.field
    # What goes on keeps its place: a hard space stands where the caption was.
    caption = field.caption if line.first else "\u00a0" * bool(field.caption)
    return Field(line.text, caption, field.gap, min(field.rules, 1), field.apart and line.first)
