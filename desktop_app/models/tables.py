"""Handing out an assessment as tables: an Excel workbook, or the table of states as comma-separated values.

The CSV holds the figures of each state and no free text, only codes and words of the program's own, so
that no cell can begin with a sign that a spreadsheet runs, whatever was typed into the forum and whichever
separator the spreadsheet splits at. Free text (titles, measures, acts, notes) is in the workbook, where a
cell's type keeps it text; so are exact fractions, which the CSV gives as decimals. Every row of the CSV
carries the classification and the fingerprint, so that a row still says what it is when it is cut out.
"""

import csv
import io
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Final

from desktop_app.calc.assessment import AnnualPoolAssessment, Assessment
from desktop_app.calc.forum import Procedure
from desktop_app.calc.pressure_assessment import PressureAssessment
from desktop_app.calc.response_assessment import SearchAndRescueAssessment
from desktop_app.calc.voluntary_assessment import VoluntaryAssessment
from desktop_app.models.interchange import fingerprint
from desktop_app.models.table_cells import Sheet
from desktop_app.models.table_csv import CSV_COLUMNS, pledge_rows
from desktop_app.models.table_pressure_csv import PRESSURE_CSV_COLUMNS, pressure_rows
from desktop_app.models.table_pressure_sheets import pressure_sheets
from desktop_app.models.table_response_csv import RESPONSE_CSV_COLUMNS, response_rows
from desktop_app.models.table_response_sheets import response_sheets
from desktop_app.models.table_sheets import sheets
from desktop_app.models.table_voluntary_csv import VOLUNTARY_CSV_COLUMNS, voluntary_rows
from desktop_app.models.table_voluntary_sheets import voluntary_sheets
from desktop_app.models.table_workbook import workbook_bytes
from desktop_app.models.whole_file import write_whole

__all__ = [
    "CSV_COLUMNS",
    "PRESSURE_CSV_COLUMNS",
    "RESPONSE_CSV_COLUMNS",
    "VOLUNTARY_CSV_COLUMNS",
    "csv_bytes",
    "write_csv",
    "write_workbook",
]

_Rows = Iterator[tuple[object, ...]]

_SHEETS: Final[Mapping[Procedure, Callable[[Assessment], tuple[Sheet, ...]]]] = {
    Procedure.ANNUAL_POOL: lambda assessment: sheets(AnnualPoolAssessment.of(assessment)),
    Procedure.SEARCH_AND_RESCUE: lambda assessment: response_sheets(SearchAndRescueAssessment.of(assessment)),
    Procedure.MIGRATORY_PRESSURE: lambda assessment: pressure_sheets(PressureAssessment.of(assessment)),
    Procedure.VOLUNTARY: lambda assessment: voluntary_sheets(VoluntaryAssessment.of(assessment)),
}
"""The sheets of each procedure's workbook."""

_TABLES: Final[Mapping[Procedure, tuple[tuple[str, ...], Callable[[Assessment], _Rows]]]] = {
    Procedure.ANNUAL_POOL: (CSV_COLUMNS, lambda assessment: pledge_rows(AnnualPoolAssessment.of(assessment))),
    Procedure.SEARCH_AND_RESCUE: (
        RESPONSE_CSV_COLUMNS,
        lambda assessment: response_rows(SearchAndRescueAssessment.of(assessment)),
    ),
    Procedure.MIGRATORY_PRESSURE: (
        PRESSURE_CSV_COLUMNS,
        lambda assessment: pressure_rows(PressureAssessment.of(assessment)),
    ),
    Procedure.VOLUNTARY: (
        VOLUNTARY_CSV_COLUMNS,
        lambda assessment: voluntary_rows(VoluntaryAssessment.of(assessment)),
    ),
}
"""The columns and rows of each procedure's table of states."""


def write_workbook(
    assessment: Assessment, path: Path, progress: Callable[[int, int], None] = lambda _done, _all: None
) -> None:
    """Write the assessment as an Excel workbook, whole or not at all.

    Args:
        assessment: what is written.
        path: the file.
        progress: told how many sheets of how many are made; may end the work with ``Cancelled``.

    Raises:
        BadInput: the file cannot be written.
        Cancelled: ``progress`` wanted it; what stood there stands there still.
    """
    forum, made = assessment.forum, _sheets(assessment)

    def told() -> Iterator[Sheet]:
        for number, sheet in enumerate(made):
            progress(number, len(made))
            yield sheet

    data = workbook_bytes(told(), forum.title or "", forum.classification.marking, fingerprint(forum))
    progress(len(made), len(made))
    write_whole(path, data)


def _sheets(assessment: Assessment) -> tuple[Sheet, ...]:
    return _SHEETS[assessment.forum.procedure](assessment)


def write_csv(assessment: Assessment, path: Path) -> None:
    """Write the table of states as comma-separated values, whole or not at all.

    Raises:
        BadInput: the file cannot be written.
    """
    write_whole(path, csv_bytes(assessment))


def csv_bytes(assessment: Assessment) -> bytes:
    """Return the table of states as RFC 4180 asks: commas, lines ended by CR LF, names of columns first; ASCII."""
    forum = assessment.forum
    marks = (forum.classification.marking, fingerprint(forum))
    columns, rows = _TABLES[forum.procedure]
    written = io.StringIO(newline="")
    lines = csv.writer(written)
    lines.writerow(columns)
    lines.writerows((*row, *marks) for row in rows(assessment))
    return written.getvalue().encode("ascii")
