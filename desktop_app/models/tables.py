"""Handing out an assessment as tables: an Excel workbook, or the table of states as comma-separated values.

The CSV holds the figures of each state and no free text, only codes and words of the program's own, so
that no cell can begin with a sign that a spreadsheet runs, whatever was typed into the forum and whichever
separator the spreadsheet splits at. Free text (titles, measures, acts, notes) is in the workbook, where a
cell's type keeps it text; so are exact fractions, which the CSV gives as decimals. Every row of the CSV
carries the classification and the fingerprint, so that a row still says what it is when it is cut out.
"""

import csv
import io
from collections.abc import Callable, Iterator
from pathlib import Path

from desktop_app.calc.assessment import AnnualPoolAssessment, Assessment
from desktop_app.calc.response_assessment import SearchAndRescueAssessment
from desktop_app.models.interchange import fingerprint
from desktop_app.models.table_cells import Sheet
from desktop_app.models.table_csv import CSV_COLUMNS, pledge_rows
from desktop_app.models.table_response_csv import RESPONSE_CSV_COLUMNS, response_rows
from desktop_app.models.table_response_sheets import response_sheets
from desktop_app.models.table_sheets import sheets
from desktop_app.models.table_workbook import workbook_bytes
from desktop_app.models.whole_file import write_whole

__all__ = ["CSV_COLUMNS", "RESPONSE_CSV_COLUMNS", "csv_bytes", "write_csv", "write_workbook"]


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
    if isinstance(assessment, SearchAndRescueAssessment):
        return response_sheets(assessment)
    return sheets(AnnualPoolAssessment.of(assessment))


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
    if isinstance(assessment, SearchAndRescueAssessment):
        columns, rows = RESPONSE_CSV_COLUMNS, response_rows(assessment)
    else:
        columns, rows = CSV_COLUMNS, pledge_rows(AnnualPoolAssessment.of(assessment))
    written = io.StringIO(newline="")
    lines = csv.writer(written)
    lines.writerow(columns)
    lines.writerows((*row, *marks) for row in rows)
    return written.getvalue().encode("ascii")
