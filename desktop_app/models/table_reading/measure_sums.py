"""One sum in two sheets: what Pledges says of measures, and the measures themselves, of which the latter say more."""

from collections.abc import Iterable, Mapping

from desktop_app.calc.forum import Forum
from desktop_app.models.table_reading.cells import EMPTY, NOT_KNOWN, NotKnown
from desktop_app.models.table_reading.layouts import Key, Values
from desktop_app.models.table_reading.matching import Matched
from desktop_app.models.table_reading.notes import Notes

Edited = tuple[Matched, dict[Key, Values]]
"""A sheet, and the values of its changed rows."""


def settle(edited: Iterable[Edited], forum: Forum, notes: Notes) -> None:
    """Leave a changed sum to the sheet of measures where that comes to the same.

    Args:
        edited: the sheets; a sum that need not be recorded becomes what it was.
        forum: as it is now.
        notes: gets the sums that are empty, and that no measure explains.
    """
    sheets = list(edited)
    measures = {
        key: values for sheet, rows in sheets if sheet.layout.title == "Measures" for key, values in rows.items()
    }
    for sheet, rows in sheets:
        if sheet.layout.total:
            for key, values in rows.items():
                _settle(sheet, key, values, _sum(forum, key[0], measures), notes)


def _settle(sheet: Matched, key: Key, values: Values, explained: int | NotKnown | None, notes: Notes) -> None:
    before, wanted = sheet.layout.values[key]["alternative"], values["alternative"]
    if wanted is NOT_KNOWN and explained is not NOT_KNOWN:
        column = next(sheet.columns[each.header] for each in sheet.layout.editable if each.name == "alternative")
        notes.refuse(sheet.grid.place(sheet.rows[key], column), EMPTY)
    if wanted is NOT_KNOWN or (explained is not None and wanted == explained):
        values["alternative"] = before


def _sum(forum: Forum, code: str, changed: Mapping[Key, Values]) -> int | NotKnown | None:
    """Return what the measures of a state come to, in cents; ``None`` where none of them was changed."""
    mine = {key[1]: values["value_cents"] for key, values in changed.items() if key[0] == code}
    if not mine:
        return None
    now = enumerate(forum.state(code).pledge.measures, 1)
    cents = {**{str(number): measure.value_cents for number, measure in now}, **mine}
    return NOT_KNOWN if None in cents.values() else sum(cents.values())
