"""From a workbook or a CSV file that comes back to a forum, with all that is to be known before it is taken."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from desktop_app.calc.assessment import AnnualPoolAssessment
from desktop_app.calc.differences import Difference, differences
from desktop_app.calc.forum import Forum
from desktop_app.calc.sentences import say
from desktop_app.models.errors import BadInput
from desktop_app.models.interchange import fingerprint
from desktop_app.models.interchange.reader import refuse_impossible
from desktop_app.models.key_sources.columns import understand
from desktop_app.models.table_reading.applying import applied
from desktop_app.models.table_reading.cells import quoted
from desktop_app.models.table_reading.changes import edited_rows
from desktop_app.models.table_reading.csv_file import read_csv
from desktop_app.models.table_reading.grid import Grid
from desktop_app.models.table_reading.layouts import layouts
from desktop_app.models.table_reading.matching import Matched, match
from desktop_app.models.table_reading.measure_sums import settle
from desktop_app.models.table_reading.notes import Note, Notes
from desktop_app.models.table_reading.workbook import read_workbook

_STATE: Final = re.compile(r"state ([0-9a-f]{12})(?: · (.*))?")
_FINGERPRINT: Final = "fingerprint"
_BANNER_ROWS: Final = 3
_HEAD_ROWS: Final = 20
"""Rows in which is looked for what a table of another kind is."""
_EUROSTAT: Final = re.compile(r"Eurostat|\[ESTAT\]|\\TIME_PERIOD|GEO \((?:Codes|Labels)\)", re.IGNORECASE)
"""Stands on the first sheet, or above the data, of Eurostat's own workbooks."""
KEY_DATA: Final = say("this is key data, such as a download from Eurostat")
KEY_PLACE: Final = say("import it in Forum ▸ Key, or as applications in Forum ▸ Applications")


@dataclass(frozen=True, slots=True)
class Incoming:
    """What would come in.

    Attributes:
        source: name of the file.
        forum: the forum as it would be.
        differences: what would be different, cell by cell.
        notes: what is not taken, what is ignored, what is to be known.
        more_notes: how many further notes there were.
        refused: how many things are not taken.
        same_state: whether the file shows the forum as it is now; ``None`` where it does not say.
        origin: which forum and which state the file shows, in a sentence; empty where it is all of another forum.
    """

    source: str
    forum: Forum
    differences: tuple[Difference, ...]
    notes: tuple[Note, ...] = ()
    more_notes: int = 0
    refused: int = 0
    same_state: bool | None = None
    origin: str = ""


def read_table(
    path: Path, data: bytes, assessment: AnnualPoolAssessment, progress: Callable[[int, int], None]
) -> Incoming:
    """Return what a workbook or a CSV file of the program would change.

    Args:
        path: the file, for its name.
        data: what is in it.
        assessment: of the forum as it is now.
        progress: told how many sheets of how many are read.

    Raises:
        BadInput: it is no such file, or none of its tables is the program's.
    """
    is_workbook = data.startswith(b"PK")
    grids = read_workbook(path.name, data, progress) if is_workbook else (read_csv(path.name, data),)
    notes = Notes()
    known = layouts(assessment)
    sheets = [found for grid in grids if grid.cells for found in [match(grid, known, notes)] if found is not None]
    if not sheets:
        if any(_is_key_data(grid) for grid in grids):
            raise BadInput(path.name, KEY_DATA, KEY_PLACE)
        remedy = say("import a workbook or a CSV file that the program has exported")
        raise BadInput(path.name, say("none of the program's tables is in it"), remedy)
    sheets = _once(sheets, notes)
    same_state, origin = _origin(sheets, assessment.forum)
    forum = _with_changes(sheets, assessment.forum, notes, same_state=same_state is True)
    refuse_impossible(forum)
    found = differences(assessment.forum, forum)
    return Incoming(path.name, forum, found, notes.kept, notes.more, notes.refused, same_state, origin)


def _is_key_data(grid: Grid) -> bool:
    """Tell whether a sheet is one of the tables that the editors of the key and of applications read."""
    for row in range(1, min(grid.last_row, _HEAD_ROWS) + 1):
        texts = list(grid.row_cells(row).values())
        if understand(texts, None) is not None or any(_EUROSTAT.search(text) for text in texts):
            return True
    return False


def _once(sheets: Iterable[Matched], notes: Notes) -> list[Matched]:
    """Return the sheets of which there is one; two of the same table could contradict each other."""
    by_title: dict[str, list[Matched]] = {}
    for sheet in sheets:
        # The pledge table as CSV says the same as the sheet of pledges.
        by_title.setdefault(sheet.layout.title.replace("CSV", "Pledges"), []).append(sheet)
    for several in by_title.values():
        for sheet in several if len(several) > 1 else ():
            names = ", ".join(each.grid.name for each in several)
            what = say("several sheets hold the same table ({names}); none of them is read", names=names)
            notes.refuse(sheet.grid.name, what)
    return [several[0] for several in by_title.values() if len(several) == 1]


def _with_changes(sheets: Iterable[Matched], forum: Forum, notes: Notes, *, same_state: bool) -> Forum:
    order = {"Pledges": 0, "CSV": 0, "Said": 1, "Measures": 2, "Deductions": 3}
    ordered = sorted(sheets, key=lambda each: order.get(each.layout.title, len(order)))
    edited = [(sheet, edited_rows(sheet, notes, same_state=same_state)) for sheet in ordered]
    settle(edited, forum, notes)
    changed = forum
    for sheet, rows in edited:
        if rows:
            changed = applied(changed, forum, sheet, rows, notes)
    return changed


def _origin(sheets: Iterable[Matched], forum: Forum) -> tuple[bool | None, str]:
    """Return whether the sheets show the forum as it is now, and what they say of themselves."""
    now = fingerprint(forum)
    named = {found for sheet in sheets for found in _named(sheet)}
    if not named:
        return None, say("The file does not say which forum it shows: what differs from this forum now is listed.")
    prints, titles = {each[0] for each in named}, {each[1] for each in named if each[1]}
    if prints == {now}:
        return True, say("The file shows this forum as it is now.")
    shown = ", ".join(sorted(prints - {now}))
    if len(prints) > 1:
        return False, say(
            "The file holds sheets of several states ({states}): what differs from this forum now is listed.",
            states=shown,
        )
    if titles and titles != {" ".join((forum.title or "").split())}:
        return False, say(
            "The file shows another forum, {title}, or this one under another title (state {state}; this forum is at "
            "{now}): what differs from this forum now is listed, and what was changed in it and what here cannot be "
            "told apart.",
            title=quoted(next(iter(titles))),
            state=shown,
            now=now,
        )
    return False, say(
        "The file shows another state (state {state}; this forum is at {now}): what differs from this forum now is "
        "listed, and what was changed in it and what here cannot be told apart.",
        state=shown,
        now=now,
    )


def _named(sheet: Matched) -> set[tuple[str, str]]:
    """Return fingerprint and title that a sheet says it shows."""
    grid: Grid = sheet.grid
    column = sheet.columns.get(_FINGERPRINT)
    if column is not None:
        return {(text, "") for row in sheet.rows.values() for text in [grid.text(row, column)] if text}
    banners = (_STATE.search(grid.text(row, 1)) for row in range(1, min(sheet.header_row, _BANNER_ROWS + 1)))
    return {(found[1], " ".join((found[2] or "").split())) for found in banners if found}
