"""Which table a sheet is, and which of its columns and rows is which; all that does not fit is named."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from desktop_app.calc.member_states import ASSOCIATED_NAMES, NAMES, name_of
from desktop_app.calc.sentences import Counted, Sentence, State, Value, say
from desktop_app.models.table_reading import limits
from desktop_app.models.table_reading.cells import quoted
from desktop_app.models.table_reading.grid import Grid, column_letters
from desktop_app.models.table_reading.layouts import Key, Layout
from desktop_app.models.table_reading.notes import Notes

_HEADER_ROWS: Final = 10
"""Rows in which the headers are looked for; the program writes them into the second, and somebody may add some."""
_TOTAL: Final = "Total"
_STATES: Final = frozenset(
    word.casefold() for each in (NAMES, ASSOCIATED_NAMES) for pair in each.items() for word in pair
)


@dataclass(frozen=True, slots=True)
class Matched:
    """A sheet that is one of the program's tables.

    Attributes:
        grid: the sheet.
        layout: what the program would hand out now.
        header_row: the row of the headers.
        columns: column by header.
        rows: row by key; only keys that the layout knows, or may add.
        totals: the rows of totals.
    """

    grid: Grid
    layout: Layout
    header_row: int
    columns: dict[str, int]
    rows: dict[Key, int]
    totals: tuple[int, ...] = ()


def match(grid: Grid, layouts: Iterable[Layout], notes: Notes) -> Matched | None:
    """Return what a sheet is; ``None`` where it is none of the program's tables, which is noted."""
    best: tuple[int, int, Layout] | None = None
    for row in range(1, min(grid.last_row, _HEADER_ROWS) + 1):
        texts = set(grid.row_cells(row).values())
        for layout in layouts:
            hits = len(texts & set(layout.headers)) if texts.issuperset(layout.keys) else 0
            # Two tables share headers; the one with more of its own columns there is meant.
            share = 2 * hits - len(layout.headers)
            if hits > 1 and (best is None or share > best[0]):
                best = share, row, layout
    if best is None:
        notes.ignore(grid.name, say("this sheet is none of the program's tables, or its headers were changed"))
        return None
    _share, row, layout = best
    columns = _columns(grid, layout, row, notes)
    _name_nameless(grid, row, notes)
    totals: list[int] = []
    rows = _rows(grid, layout, columns, row, totals, notes) if layout.keys else _by_place(grid, row)
    _tell_hidden(grid, rows, columns, notes)
    return Matched(grid, layout, row, columns, rows, tuple(totals))


def _columns(grid: Grid, layout: Layout, header_row: int, notes: Notes) -> dict[str, int]:
    """Return column by header; a header that stands twice names none of its columns."""
    texts = {column: text for column, text in grid.row_cells(header_row).items() if text}
    counts = Counter(texts.values())
    found: dict[str, int] = {}
    for column, text in texts.items():
        place = grid.place(header_row, column)
        if text not in layout.headers:
            what = say("the column {column} is none of this table's; nothing in it is read", column=quoted(text))
            notes.ignore(place, what)
        elif counts[text] > 1:
            what = say(
                "the column {column} stands there {count} times; none of them is read",
                column=quoted(text),
                count=str(counts[text]),
            )
            notes.refuse(place, what)
        else:
            found[text] = column
    for each in layout.editable:
        if each.header not in found:
            what = say("the column {column} is not there; nothing changes in it", column=quoted(each.header))
            notes.tell(row_of(grid, header_row), what)
    return found


def _name_nameless(grid: Grid, header_row: int, notes: Notes) -> None:
    """Name what stands in columns without a header."""
    headers = grid.row_cells(header_row)
    found: dict[int, list[int]] = {}
    for row, column in sorted(grid.cells):
        if row > header_row and not headers.get(column) and grid.text(row, column):
            found.setdefault(column, []).append(row)
    for column, rows in found.items():
        text = quoted(grid.text(rows[0], column))
        what = say("no header stands above {text}; it is not read", text=text)
        if len(rows) > 1:
            more = Counted(len(rows) - 1, say("{count} more cell"), say("{count} more cells"))
            what = say("no header stands above {text}; it is not read (and {more} below)", text=text, more=more)
        notes.ignore(grid.place(rows[0], column), what)


def _rows(
    grid: Grid, layout: Layout, columns: dict[str, int], header_row: int, totals: list[int], notes: Notes
) -> dict[Key, int]:
    found: dict[Key, list[int]] = {}
    if not set(layout.keys) <= set(columns):
        return {}
    filled = sorted({row for row, _column in grid.cells if row > header_row})
    for row in filled:
        key = tuple(grid.text(row, columns[name]) for name in layout.keys)
        if key in layout.rows or layout.added(key) is not None:
            found.setdefault(key, []).append(row)
        elif any(key):
            notes.refuse(row_of(grid, row), _unknown(layout, key))
        elif _is_total(grid, layout, columns, row, is_last=row == filled[-1]):
            totals.append(row)
        elif any(grid.row_cells(row).values()):
            notes.refuse(row_of(grid, row), _unknown(layout, key))
    for key, rows in found.items():
        for row in rows if len(rows) > 1 else ():
            what = say(
                "{row} stands there {count} times; none of these rows is read", row=called(key), count=str(len(rows))
            )
            notes.refuse(row_of(grid, row), what)
    _tell_missing(grid, layout, found, notes)
    once = {key: rows[0] for key, rows in found.items() if len(rows) == 1}
    return {key: row for key, row in once.items() if _is_of_its_name(grid, layout, columns, key, row, notes)}


def _is_of_its_name(grid: Grid, layout: Layout, columns: dict[str, int], key: Key, row: int, notes: Notes) -> bool:
    """Tell whether code and name of a row do not contradict each other; name what else stands for a name."""
    column = columns.get(layout.name_header)
    written = "" if column is None else " ".join(grid.text(row, column).split())
    if column is None or written.casefold() in ("", name_of(key[0]).casefold(), key[0].casefold()):
        return True
    if not layout.editable or written.casefold() not in _STATES:
        notes.ignore(
            grid.place(row, column),
            say("the name {name} is not read: the code {code} counts", name=quoted(written), code=key[0]),
        )
        return True
    what = say(
        "code {code}, name {name}: which one counts is not guessed; nothing in the row is read",
        code=key[0],
        name=written,
    )
    notes.refuse(row_of(grid, row), what)
    return False


def _by_place(grid: Grid, header_row: int) -> dict[Key, int]:
    return {(str(row - header_row - 1),): row for row in range(header_row + 1, grid.last_row + 1)}


def _is_total(grid: Grid, layout: Layout, columns: dict[str, int], row: int, *, is_last: bool) -> bool:
    texts = set(grid.row_cells(row).values())
    # Without the column in which "Total" stands, it is the last row, and says of no state.
    return _TOTAL in texts or (is_last and bool(layout.total) and layout.name_header not in columns and any(texts))


def _unknown(layout: Layout, key: Key) -> str:
    if not key[0]:
        return say("the row does not say of which state it is; nothing in it is read")
    if "number" in layout.keys:
        return say("{row} is no row of this table: code and number tell which one it is", row=called(key))
    if key[0] == "GR":
        return say("{row} is no row of this table (Greece is EL); nothing in it is read", row=called(key))
    return say("{row} is no row of this table; nothing in it is read", row=called(key))


def called(key: Key) -> Sentence:
    """Return a row's key in words: ``"Latvia 2"``."""
    code, *rest = key
    parts: dict[str, Value] = {"state": State(code) if code in NAMES else quoted(code)}
    parts |= {f"part{place}": part for place, part in enumerate(rest) if part}
    return say(" ".join(f"{{{name}}}" for name in parts), **parts)


def row_of(grid: Grid, row: int) -> Sentence:
    """Return the place of a row: ``"Pledges row 5"``."""
    return say("{sheet} row {row}", sheet=grid.name, row=str(row))


def _tell_missing(grid: Grid, layout: Layout, found: dict[Key, list[int]], notes: Notes) -> None:
    for key in layout.rows:
        if key not in found:
            what = say("the row of {row} is not there", row=called(key))
            if layout.editable:
                what = say(
                    "the row of {row} is not there; it stays as it is: what is to go is deleted in the program",
                    row=called(key),
                )
            notes.tell(grid.name, what)


def _tell_hidden(grid: Grid, rows: dict[Key, int], columns: dict[str, int], notes: Notes) -> None:
    if grid.is_hidden:
        notes.tell(grid.name, say("the sheet is hidden; it is read like any other"))
    hidden = [row for row in sorted(rows.values()) if row in grid.hidden_rows]
    for row in hidden[: limits.NOTES]:
        notes.tell(row_of(grid, row), say("the row is hidden; it is read like any other"))
    for header, column in columns.items():
        if column in grid.hidden_columns:
            what = say("the column {column} is hidden; it is read like any other", column=quoted(header))
            notes.tell(say("{sheet} column {column}", sheet=grid.name, column=column_letters(column)), what)
    for top, left, bottom, right in grid.merged:
        inside = any(top <= row <= bottom for row in rows.values())
        if inside and (top, left) != (bottom, right):
            place = f"{grid.place(top, left)}:{column_letters(right)}{bottom}"
            notes.tell(place, say("these cells are merged; nothing in them is read"))
