"""What was changed in a sheet: cell by cell against what the program would hand out now."""

from typing import Any, Final

from desktop_app.models.table_cells import Cell
from desktop_app.models.table_reading.cells import is_same, quoted
from desktop_app.models.table_reading.grid import GridCell
from desktop_app.models.table_reading.layouts import Editable, Key, Values
from desktop_app.models.table_reading.matching import Matched
from desktop_app.models.table_reading.notes import Notes, NotTakenError

_UNCHANGED: Final = object()


def edited_rows(sheet: Matched, notes: Notes, *, same_state: bool) -> dict[Key, Values]:
    """Return the values of each row in which something was changed.

    Args:
        sheet: the sheet.
        notes: gets what is refused, ignored or to be known.
        same_state: whether the sheet shows the forum as it is now, so that changed figures can be told.
    """
    found: dict[Key, Values] = {}
    for key, row in sheet.rows.items():
        values = _row(sheet, key, row, notes)
        if values is not None:
            found[key] = values
    if same_state:
        _name_figures(sheet, notes)
    return found


def _row(sheet: Matched, key: Key, row: int, notes: Notes) -> Values | None:
    """Return the values of a row; ``None`` where nothing was changed."""
    layout = sheet.layout
    is_new = key not in layout.values
    before = layout.added(key) if is_new else layout.values[key]
    if before is None:
        return None
    values, expected = dict(before), layout.rows.get(key, {})
    changed = False
    for each in layout.editable:
        value = _value(sheet, row, each, expected, notes)
        if value is not _UNCHANGED:
            values[each.name] = value
            changed = True
    return values if changed else None


def _value(sheet: Matched, row: int, wanted: Editable, expected: Any, notes: Notes) -> object:
    """Return what a cell and its exact text mean together."""
    shown = sheet.columns.get(wanted.header)
    exact = sheet.columns.get(wanted.exact) if wanted.exact else None
    before, before_exact = expected.get(wanted.header), expected.get(wanted.exact)
    shown_differs = shown is not None and _differs(sheet, row, shown, before)
    exact_differs = exact is not None and _differs(sheet, row, exact, before_exact)
    if shown_differs and shown is not None:
        return _both(sheet, row, wanted, (shown, exact if exact_differs else None), notes)
    if exact_differs and exact is not None:
        if not sheet.grid.text(row, exact):
            notes.tell(sheet.grid.place(row, exact), "the exact text is gone; the figure beside it is as it was")
            return _UNCHANGED
        notes.tell(sheet.grid.place(row, exact), "the exact text was changed and counts; the figure beside it was not")
        return _read(sheet, row, exact, wanted, notes)
    return _UNCHANGED


def _both(sheet: Matched, row: int, wanted: Editable, places: tuple[int, int | None], notes: Notes) -> object:
    """Return a changed figure, which must agree with the exact text where that was changed too."""
    shown, exact = places
    value = _read(sheet, row, shown, wanted, notes)
    if value is _UNCHANGED:
        return value
    place = sheet.grid.place(row, shown)
    if exact is not None:
        if sheet.grid.text(row, exact) and _read(sheet, row, exact, wanted, notes) != value:
            other = sheet.grid.place(row, exact)
            notes.refuse(place, f"it disagrees with the exact text in {other}, and both were changed")
            return _UNCHANGED
    elif wanted.exact in sheet.columns and sheet.grid.text(row, sheet.columns[wanted.exact]):
        column = sheet.columns[wanted.exact]
        text = quoted(sheet.grid.text(row, column))
        notes.tell(place, f"the figure was changed and counts; the exact text {text} beside it was not")
    return value


def _differs(sheet: Matched, row: int, column: int, expected: Cell) -> bool:
    if sheet.grid.is_merged(row, column):
        return False
    return not is_same(_cell(sheet, row, column), expected)


def _cell(sheet: Matched, row: int, column: int) -> GridCell | None:
    return sheet.grid.cell(row, column)


def _read(sheet: Matched, row: int, column: int, wanted: Editable, notes: Notes) -> object:
    try:
        return wanted.read(_cell(sheet, row, column))
    except NotTakenError as refusal:
        notes.refuse(sheet.grid.place(row, column), str(refusal))
        return _UNCHANGED


def _name_figures(sheet: Matched, notes: Notes) -> None:
    """Name the figures that were changed: they follow from what is recorded."""
    layout = sheet.layout
    typed = {each.header for each in layout.editable} | layout.exact_headers | set(layout.keys)
    figures = [(header, column) for header, column in sheet.columns.items() if header not in typed]
    changed = [
        (row, column, header)
        for key, row in sheet.rows.items()
        for header, column in figures
        if key in layout.rows and not is_same(_cell(sheet, row, column), layout.rows[key][header])
    ]
    if changed and not layout.keys:
        notes.ignore(sheet.grid.name, f"{len(changed)} cells were changed: {layout.hint}")
        return
    for row, column, header in changed:
        text = quoted(sheet.grid.text(row, column))
        what = f"{header} was changed to {text} and is not read: {layout.hint}"
        notes.ignore(sheet.grid.place(row, column), what)
