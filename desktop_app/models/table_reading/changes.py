"""What was changed in a sheet: cell by cell against what the program would hand out now."""

from collections.abc import Iterator
from typing import Any, Final

from desktop_app.calc.recorded import ABSENT
from desktop_app.calc.sentences import Counted, say
from desktop_app.models.table_cells import Cell
from desktop_app.models.table_reading.cells import NOT_KNOWN, is_same, quoted
from desktop_app.models.table_reading.grid import GridCell
from desktop_app.models.table_reading.layouts import Editable, Key, Values
from desktop_app.models.table_reading.matching import Matched
from desktop_app.models.table_reading.notes import Notes, NotTakenError

_UNCHANGED: Final = object()
Figure = tuple[int, int, str]
"""Row and column of a cell, and what is said of it."""


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
    _name_figures(sheet, notes, same_state=same_state)
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
    shown_differs = shown is not None and _differs(sheet, row, shown, before, notes)
    exact_differs = exact is not None and _differs(sheet, row, exact, before_exact, notes)
    if shown_differs and shown is not None:
        return _both(sheet, row, wanted, (shown, exact if exact_differs else None), notes)
    if exact_differs and exact is not None:
        if not sheet.grid.text(row, exact):
            notes.tell(sheet.grid.place(row, exact), say("the exact text is gone; the figure beside it is as it was"))
            return _UNCHANGED
        notes.tell(
            sheet.grid.place(row, exact), say("the exact text was changed and counts; the figure beside it was not")
        )
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
        if sheet.grid.text(row, exact) and not _is_pair(value, _read(sheet, row, exact, wanted, notes)):
            other = sheet.grid.place(row, exact)
            notes.refuse(place, say("it disagrees with the exact text in {other}, and both were changed", other=other))
            return _UNCHANGED
    elif wanted.exact in sheet.columns and value is not NOT_KNOWN:
        text = sheet.grid.text(row, sheet.columns[wanted.exact])
        if text:
            beside = say(
                "the figure was changed and counts; the exact text {text} beside it was not", text=quoted(text)
            )
            notes.tell(place, beside)
    return value


def _is_pair(shown: object, exact: object) -> bool:
    """Tell whether a figure and its exact text say the same; beside a pledge of nothing stands 0."""
    return shown == exact or (shown in (None, ABSENT) and exact == 0)


def _differs(sheet: Matched, row: int, column: int, expected: Cell, notes: Notes) -> bool:
    is_changed = not is_same(_cell(sheet, row, column), expected)
    if not sheet.grid.is_merged(row, column):
        return is_changed
    # Of merged cells all but one are emptied: only what stands there is a change.
    if is_changed and sheet.grid.text(row, column):
        text = quoted(sheet.grid.text(row, column))
        merged = say("{text} stands in merged cells, which are not read: part them", text=text)
        notes.refuse(sheet.grid.place(row, column), merged)
    return False


def _cell(sheet: Matched, row: int, column: int) -> GridCell | None:
    return sheet.grid.cell(row, column)


def _read(sheet: Matched, row: int, column: int, wanted: Editable, notes: Notes) -> object:
    try:
        return wanted.read(_cell(sheet, row, column))
    except NotTakenError as refusal:
        notes.refuse(sheet.grid.place(row, column), str(refusal))
        return _UNCHANGED


def _name_figures(sheet: Matched, notes: Notes, *, same_state: bool) -> None:
    """Name the figures that were changed or added: they follow from what is recorded."""
    layout = sheet.layout
    changed = list(_changed_figures(sheet)) if same_state else []
    if not layout.keys:
        if changed:
            cells = Counted(len(changed), say("{count} cell was changed"), say("{count} cells were changed"))
            notes.ignore(sheet.grid.name, say("{cells}: {hint}", cells=cells, hint=layout.hint))
        return
    for row, column, what in sorted([*changed, *_new_figures(sheet)]):
        notes.ignore(sheet.grid.place(row, column), what)


def _figures(sheet: Matched) -> list[tuple[str, int]]:
    """Return header and column of all that cannot be changed in a sheet, but for what says of which row it is."""
    layout = sheet.layout
    typed = {each.header for each in layout.editable} | layout.exact_headers | {*layout.keys, layout.name_header}
    return [(header, column) for header, column in sheet.columns.items() if header not in typed]


def _changed_figures(sheet: Matched) -> Iterator[Figure]:
    layout, figures = sheet.layout, _figures(sheet)
    rows = [(row, figures, layout.rows[key]) for key, row in sheet.rows.items() if key in layout.rows]
    if not layout.keys:
        rows += [(row, figures, {}) for key, row in sheet.rows.items() if key not in layout.rows]
    rows += [(row, list(sheet.columns.items()), layout.total) for row in sheet.totals]
    for row, columns, expected in rows:
        for header, column in columns:
            if not is_same(_cell(sheet, row, column), expected.get(header)):
                text = quoted(sheet.grid.text(row, column))
                what = say(
                    "{header} was changed to {text} and is not read: {hint}", header=header, text=text, hint=layout.hint
                )
                yield row, column, what


def _new_figures(sheet: Matched) -> Iterator[Figure]:
    """Yield what stands in rows that are not handed out, and is not read."""
    figures = _figures(sheet)
    for key, row in sheet.rows.items():
        for header, column in figures if key not in sheet.layout.rows else ():
            if sheet.grid.text(row, column):
                text, hint = quoted(sheet.grid.text(row, column)), sheet.layout.hint
                yield row, column, say("{header} {text} is not read: {hint}", header=header, text=text, hint=hint)
