"""Which table a sheet is, and which of its columns and rows is which; all that does not fit is named."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from desktop_app.calc.member_states import ASSOCIATED_NAMES, NAMES, name_of
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
        notes.ignore(grid.name, "this sheet is none of the program's tables, or its headers were changed")
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
            notes.ignore(place, f"the column {quoted(text)} is none of this table's; nothing in it is read")
        elif counts[text] > 1:
            notes.refuse(place, f"the column {quoted(text)} stands there {counts[text]} times; none of them is read")
        else:
            found[text] = column
    for each in layout.editable:
        if each.header not in found:
            what = f"the column {quoted(each.header)} is not there; nothing changes in it"
            notes.tell(f"{grid.name} row {header_row}", what)
    return found


def _name_nameless(grid: Grid, header_row: int, notes: Notes) -> None:
    """Name what stands in columns without a header."""
    headers = grid.row_cells(header_row)
    found: dict[int, list[int]] = {}
    for row, column in sorted(grid.cells):
        if row > header_row and not headers.get(column) and grid.text(row, column):
            found.setdefault(column, []).append(row)
    for column, rows in found.items():
        more = f" (and {len(rows) - 1} more cells below)" if len(rows) > 1 else ""
        what = f"no header stands above {quoted(grid.text(rows[0], column))}; it is not read{more}"
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
            notes.refuse(f"{grid.name} row {row}", _unknown(layout, key))
        elif _is_total(grid, layout, columns, row, is_last=row == filled[-1]):
            totals.append(row)
        elif any(grid.row_cells(row).values()):
            notes.refuse(f"{grid.name} row {row}", _unknown(layout, key))
    for key, rows in found.items():
        for row in rows if len(rows) > 1 else ():
            what = f"{called(key)} stands there {len(rows)} times; none of these rows is read"
            notes.refuse(f"{grid.name} row {row}", what)
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
        notes.ignore(grid.place(row, column), f"the name {quoted(written)} is not read: the code {key[0]} counts")
        return True
    what = f"code {key[0]}, name {written}: which one counts is not guessed; nothing in the row is read"
    notes.refuse(f"{grid.name} row {row}", what)
    return False


def _by_place(grid: Grid, header_row: int) -> dict[Key, int]:
    return {(str(row - header_row - 1),): row for row in range(header_row + 1, grid.last_row + 1)}


def _is_total(grid: Grid, layout: Layout, columns: dict[str, int], row: int, *, is_last: bool) -> bool:
    texts = set(grid.row_cells(row).values())
    # Without the column in which "Total" stands, it is the last row, and says of no state.
    return _TOTAL in texts or (is_last and bool(layout.total) and layout.name_header not in columns and any(texts))


def _unknown(layout: Layout, key: Key) -> str:
    if not key[0]:
        return "the row does not say of which state it is; nothing in it is read"
    if "number" in layout.keys:
        return f"{called(key)} is no row of this table: code and number tell which one it is"
    hint = " (Greece is EL)" if key[0] == "GR" else ""
    return f"{called(key)} is no row of this table{hint}; nothing in it is read"


def called(key: Key) -> str:
    """Return a row's key in words: ``"Latvia 2"``."""
    shown = [NAMES.get(key[0], quoted(key[0])), *key[1:]]
    return " ".join(each for each in shown if each)


def _tell_missing(grid: Grid, layout: Layout, found: dict[Key, list[int]], notes: Notes) -> None:
    for key in layout.rows:
        if key not in found:
            stays = "; it stays as it is: what is to go is deleted in the program" if layout.editable else ""
            notes.tell(grid.name, f"the row of {called(key)} is not there{stays}")


def _tell_hidden(grid: Grid, rows: dict[Key, int], columns: dict[str, int], notes: Notes) -> None:
    if grid.is_hidden:
        notes.tell(grid.name, "the sheet is hidden; it is read like any other")
    hidden = [row for row in sorted(rows.values()) if row in grid.hidden_rows]
    for row in hidden[: limits.NOTES]:
        notes.tell(f"{grid.name} row {row}", "the row is hidden; it is read like any other")
    for header, column in columns.items():
        if column in grid.hidden_columns:
            what = f"the column {quoted(header)} is hidden; it is read like any other"
            notes.tell(f"{grid.name} column {column_letters(column)}", what)
    for top, left, bottom, right in grid.merged:
        inside = any(top <= row <= bottom for row in rows.values())
        if inside and (top, left) != (bottom, right):
            place = f"{grid.place(top, left)}:{column_letters(right)}{bottom}"
            notes.tell(place, "these cells are merged; nothing in them is read")
