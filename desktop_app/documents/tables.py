"""Tables: columns of given widths, a head that is repeated on every page, rows that are never clipped."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from types import MappingProxyType

from desktop_app.documents.blocks import ORPHAN_LINES, ROUNDING, Align
from desktop_app.documents.cell_text import is_figure, stands_on_one_line, style_of_name, without_mark, words_in
from desktop_app.documents.fonts import text_width
from desktop_app.documents.lines import fitted, lines_of
from desktop_app.documents.pen import Pen
from desktop_app.documents.styles import CELL, CELL_HEAD, GRID, INK, SHADE, TextStyle
from desktop_app.documents.widths import KEPT, Demand, shared, widest

GUTTER = 3.5
"""Room left and right of a cell's text."""
PADDING = 1.4
"""Room above and below a cell's text."""
BOX = 0.6
"""Thickness of the box round a table and of the rule below its head."""
HAIR = 0.35
"""Thickness of the rules between rows and columns."""
TALL = 130.0
"""A row higher than this may be split between pages."""
FIRST_ROWS = 2
"""Rows that stay with the head of a table: one alone is not seen to be the first of several."""
TALL_LINES = 3
"""Lines of a split row that stay together."""
MOST_WIDER = 1.4
"""A word that is wider than its column by more than this is broken rather than given room."""
LAST_ROWS = 2
"""Rows that stay with a note below the table."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    Attributes:
        width: in points; the columns share a page's width in proportion. A column with room to spare leaves it to
            figures that would not fit into theirs.
        align: of its cells.
        figures: holds figures, which stand on one line (set smaller where they would not fit).
    """

    width: float
    align: Align = Align.LEFT
    figures: bool = False


def figures(width: float) -> Column:
    """Return a column of figures, ranged right."""
    return Column(width, Align.RIGHT, figures=True)


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell.

    Attributes:
        text: what stands in it.
        style: of the text; ``None`` = the row's.
        shaded: has a grey ground.
        span: how many columns it takes.
        align: ``None`` = the column's.
    """

    text: str
    style: TextStyle | None = None
    shaded: bool = False
    span: int = 1
    align: Align | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One row.

    Attributes:
        cells: as many as there are columns, spans counted.
        style: of cells without their own.
        rule: thickness of the rule below.
        rule_grey: its grey.
        with_previous: stays on the page of the row above.
    """

    cells: tuple[Cell, ...]
    style: TextStyle = CELL
    rule: float = HAIR
    rule_grey: float = GRID
    with_previous: bool = False


def row(cells: Iterable[Cell | str], style: TextStyle = CELL, *, with_previous: bool = False) -> Row:
    """Make a row of cells and plain strings."""
    made = tuple(Cell(cell) if isinstance(cell, str) else cell for cell in cells)
    return Row(made, style, with_previous=with_previous)


def head(cells: Iterable[Cell | str]) -> Row:
    """Make the last row of a table's head; names of columns stand in the middle."""
    return replace(_in_the_middle(row(cells, CELL_HEAD)), rule=BOX, rule_grey=INK)


def groups(cells: Iterable[Cell | str]) -> Row:
    """Make a row of a table's head that names groups of columns: a rule below each name only."""
    return replace(_in_the_middle(row(cells, CELL_HEAD)), rule=0.0)


def _in_the_middle(given: Row) -> Row:
    return replace(given, cells=tuple(replace(cell, align=cell.align or Align.CENTRE) for cell in given.cells))


@dataclass(frozen=True, slots=True)
class _SetCell:
    """A cell, broken into lines; each starts so far from the left of the table."""

    left: float
    width: float
    lines: tuple[str, ...]
    starts: tuple[float, ...]
    style: TextStyle
    shaded: bool


@dataclass(frozen=True, slots=True)
class _SetRow:
    """A row, broken into lines."""

    row: Row
    cells: tuple[_SetCell, ...]
    height: float
    head: bool


@dataclass(frozen=True, slots=True)
class _Layout:
    """A table at one width: how wide its columns are, and its rows broken into lines."""

    widths: tuple[float, ...]
    heads: list[_SetRow]
    rows: list[_SetRow]


@dataclass(frozen=True)
class Table:
    """A table.

    Attributes:
        columns: their widths.
        heads: rows repeated on every page.
        rows: the others.
        space_before: room above.
        row_headers: how many columns, from the left, name their row: headers of it for who does not see the table.
    """

    columns: tuple[Column, ...]
    heads: tuple[Row, ...]
    rows: tuple[Row, ...]
    space_before: float = 4.0
    keep_with_next: bool = False
    row_headers: int = 1
    _cache: dict[float, _Layout] = field(default_factory=dict, compare=False, repr=False)

    def _set(self, width: float) -> _Layout:
        """Return head and rows, broken into lines at a width."""
        if width not in self._cache:
            scale = width / sum(column.width for column in self.columns)
            layout = self._laid_out(tuple(column.width * scale for column in self.columns))
            demands = list(self._demands(layout.widths, whole=True))
            if sum(each.least for each in demands) > width:
                demands = list(self._demands(layout.widths, whole=False))
            if any(each.least > each.width for each in demands):
                layout = self._laid_out(tuple(shared(demands)))
            self._cache[width] = layout
        return self._cache[width]

    def _laid_out(self, widths: tuple[float, ...]) -> _Layout:
        heads = [_set_row(each, self.columns, widths, head=True) for each in self.heads]
        return _Layout(widths, heads, [self._row(each, widths) for each in self.rows])

    def _row(self, given: Row, widths: Sequence[float]) -> _SetRow:
        return _set_row(given, self.columns, widths, head=False, hangs=self.hangs)

    @cached_property
    def hangs(self) -> dict[int, float]:
        """Room that each column keeps right of its figures for the marks of notes, so that digits stay aligned."""
        marked: dict[int, float] = {}
        for place, texts in _by_column(self.rows).items():
            if self.columns[place].figures:
                hang = widest((text[len(without_mark(text)) :], style) for text, style in texts)
                if hang:
                    marked[place] = hang
        return marked

    def _demands(self, widths: Sequence[float], *, whole: bool) -> Iterator[Demand]:
        """Return what each column needs: figures, and words in their stead if ``whole``, on a line; no word broken."""
        heads, rows = _by_column(self.heads), _by_column(self.rows)
        for place, (column, width) in enumerate(zip(self.columns, widths, strict=True)):
            least = 0.0 if column.figures else KEPT * width
            names = widest(words_in(heads.get(place, ()))) + 2 * GUTTER
            if column.figures:
                hang = self.hangs.get(place, 0.0)
                held = rows.get(place, ())
                texts = widest((without_mark(text), style) for text, style in held if is_figure(text)) + hang
                said = [each for each in held if not is_figure(each[0])]
                texts = max(texts, widest(said if whole else words_in(said)))
            else:
                # A word that is much longer than its line is broken anyway: it takes no room from others.
                inside = width - 2 * GUTTER
                # What names a row has one line, if there is room for that.
                parts = words_in(rows.get(place, ()), lines=whole and place < self.row_headers)
                words = (widest([part]) for part in parts)
                texts = max((wide if wide <= MOST_WIDER * inside else inside for wide in words), default=0.0)
            yield Demand(width, max(least, min(names, 2 * width), texts + 2 * GUTTER))

    def widths(self, width: float) -> tuple[float, ...]:
        """Return how wide the columns are at a width of the table: figures that need it took room from others."""
        return self._set(width).widths

    def styles(self, width: float) -> list[list[TextStyle]]:
        """Return the style in which each cell is set at a width, those of the head first: smaller where it must be."""
        layout = self._set(width)
        return [[cell.style for cell in each.cells] for each in (*layout.heads, *layout.rows)]

    def height(self, width: float) -> float:
        """Return the whole height at a width."""
        layout = self._set(width)
        return sum(each.height for each in layout.heads) + sum(each.height for each in layout.rows)

    def least(self, width: float) -> float:
        """Return the height of the head and the first rows (first lines of a tall one), with those that stay there."""
        layout = self._set(width)
        high = sum(each.height for each in layout.heads) + (_least(layout.rows[0]) if layout.rows else 0.0)
        for place, each in enumerate(layout.rows[1:], 1):
            if high + each.height > TALL or not (place < FIRST_ROWS or each.row.with_previous):
                break
            high += each.height
        return high

    def tail(self, width: float) -> float:
        """Return the height of the last rows that stay with a note below (of lines of them, where they are tall)."""
        high = 0.0
        for each in reversed(self._set(width).rows[-LAST_ROWS:]):
            high += _least(each)
            if each.height > TALL:
                break
        return high

    def split(self, width: float, room: float) -> "tuple[Table, Table] | None":
        """Split between rows, or inside a tall row; the head is repeated."""
        layout = self._set(width)
        rows = layout.rows
        left = room + ROUNDING - sum(each.height for each in layout.heads)
        fits = 0
        while fits < len(rows) and rows[fits].height <= left:
            left -= rows[fits].height
            fits += 1
        if fits < len(rows) and rows[fits].height > TALL and left >= _least(rows[fits]):
            parts = _split_row(rows[fits], left)
            first, second = (self._row(each, layout.widths) for each in parts)
            return self._part(width, [*rows[:fits], first]), self._part(width, [second, *rows[fits + 1 :]])
        # Not all of it fits, or nobody would ask: a hair's breadth must not make it so.
        cut = fits = min(fits, len(rows) - 1)
        while cut > 0 and self.rows[cut].with_previous:
            cut -= 1
        cut = cut or fits
        if cut < FIRST_ROWS and room + ROUNDING < self.least(width):
            return None
        return (self._part(width, rows[:cut]), self._part(width, rows[cut:])) if cut else None

    def _part(self, width: float, rows: list[_SetRow]) -> "Table":
        """Return a table of some of the rows, which need not be broken into lines again."""
        kept = {width: replace(self._set(width), rows=rows)}
        return replace(self, rows=tuple(each.row for each in rows), _cache=kept)

    def draw(self, pen: Pen, left: float, top: float, width: float) -> None:
        """Draw with the top left corner there."""
        layout = self._set(width)
        upper = top
        for each in (*layout.heads, *layout.rows):
            _draw_row(pen, each, left, top, width)
            top -= each.height
        _draw_columns(pen, (*layout.heads, *layout.rows), left, upper)
        pen.frame(left, top, width, upper - top, thickness=BOX)


def _by_column(rows: Iterable[Row]) -> dict[int, list[tuple[str, TextStyle]]]:
    """Return the texts of each column with their styles; those of cells that take several columns are left out."""
    found: dict[int, list[tuple[str, TextStyle]]] = {}
    for each in rows:
        place = 0
        for cell in each.cells:
            if cell.span == 1:
                found.setdefault(place, []).append((cell.text, cell.style or each.style))
            place += cell.span
    return found


def _set_row(
    given: Row,
    columns: Sequence[Column],
    widths: Sequence[float],
    *,
    head: bool,
    hangs: Mapping[int, float] = MappingProxyType({}),
) -> _SetRow:
    cells = tuple(_set_cells(given, columns, widths, hangs, head=head))
    high = max((len(cell.lines) * cell.style.leading for cell in cells), default=0.0)
    return _SetRow(given, cells, high + 2 * PADDING, head)


def _set_cells(
    given: Row, columns: Sequence[Column], widths: Sequence[float], hangs: Mapping[int, float], *, head: bool
) -> Iterator[_SetCell]:
    place, left = 0, 0.0
    for cell in given.cells:
        width = widths[place] if cell.span == 1 else sum(widths[place : place + cell.span])
        column = columns[place]
        style = cell.style or given.style
        inside = width - 2 * GUTTER
        hang = hangs.get(place, 0.0)
        if column.figures and not head and cell.span == 1 and stands_on_one_line(cell.text, style, inside):
            style = fitted(without_mark(cell.text), style, inside - hang)
            lines = lines_of(cell.text, style, 2 * inside)
            starts = _starts((without_mark(lines[0]),), style, cell.align or column.align, left + GUTTER, inside - hang)
        else:
            style = style_of_name(cell.text, style, inside) if head else style
            lines = lines_of(cell.text, style, inside)
            starts = _starts(lines, style, cell.align or column.align, left + GUTTER, inside)
        yield _SetCell(left, width, lines, starts, style, cell.shaded)
        left += width
        place += cell.span


def _starts(lines: tuple[str, ...], style: TextStyle, align: Align, left: float, width: float) -> tuple[float, ...]:
    if align is Align.LEFT:
        return (left,) * len(lines)
    return tuple(left + align.offset(width - text_width(line, style.face, style.size)) for line in lines)


def _draw_row(pen: Pen, drawn: _SetRow, left: float, top: float, width: float) -> None:
    bottom = top - drawn.height
    for cell in drawn.cells:
        if cell.shaded:
            pen.fill(left + cell.left + 1, bottom + 0.6, cell.width - 2, drawn.height - 1.2, SHADE)
    for cell in drawn.cells:
        # Names of columns stand on the rule below them, everything else hangs from the one above.
        room = drawn.height - 2 * PADDING - len(cell.lines) * cell.style.leading if drawn.head else 0.0
        baseline = top - PADDING - room - cell.style.ascent
        for start, line in zip(cell.starts, cell.lines, strict=True):
            pen.text(left + start, baseline, line, cell.style)
            baseline -= cell.style.leading
    if drawn.row.rule:
        pen.rule(left, left + width, bottom, thickness=drawn.row.rule, grey=drawn.row.rule_grey)
    else:
        for cell in drawn.cells:
            if any(cell.lines):
                pen.rule(left + cell.left, left + cell.left + cell.width, bottom, thickness=HAIR, grey=GRID)


def _draw_columns(pen: Pen, rows: Iterable[_SetRow], left: float, top: float) -> None:
    """Draw the rules between columns, in one stroke over rows that have the same; no rule runs through a cell."""
    begun: dict[float, float] = {}
    for each in rows:
        here = {round(cell.left, 3) for cell in each.cells[1:]}
        for place in sorted(begun.keys() - here):
            pen.line((left + place, begun.pop(place)), (left + place, top), thickness=HAIR, grey=GRID)
        for place in here:
            begun.setdefault(place, top)
        top -= each.height
    for place in sorted(begun):
        pen.line((left + place, begun[place]), (left + place, top), thickness=HAIR, grey=GRID)


def _least(drawn: _SetRow) -> float:
    if drawn.height <= TALL:
        return drawn.height
    return 2 * PADDING + TALL_LINES * max(cell.style.leading for cell in drawn.cells)


def _parted(lines: int, fits: int) -> int:
    """Return how many of a cell's lines stay: two or more go on together where the cell has lines enough."""
    return min(fits, lines - ORPHAN_LINES) if fits < lines and lines >= 2 * ORPHAN_LINES else fits


def _split_row(drawn: _SetRow, room: float) -> tuple[Row, Row]:
    """Split a tall row between the lines of its cells; the second part begins with the name of the first again."""
    first, second = [], []
    for given, cell in zip(drawn.row.cells, drawn.cells, strict=True):
        fits = _parted(len(cell.lines), int((room - 2 * PADDING) / cell.style.leading))
        first.append(replace(given, text="\n".join(cell.lines[:fits])))
        second.append(replace(given, text="\n".join(cell.lines[fits:])))
    if not second[0].text:
        second[0] = drawn.row.cells[0]
    return replace(drawn.row, cells=tuple(first)), replace(drawn.row, cells=tuple(second))
