"""Handing out an assessment as tables: an Excel workbook, or the pledge table as comma-separated values.

The CSV holds the pledge table's figures and no free text, only codes and words of the program's own, so
that no cell can begin with a sign that a spreadsheet runs, whatever was typed into the forum and whichever
separator the spreadsheet splits at. Free text (titles, measures, acts, notes) is in the workbook, where a
cell's type keeps it text; so are exact fractions, which the CSV gives as decimals. Every row of the CSV
carries the classification and the fingerprint, so that a row still says what it is when it is cut out.
"""

import csv
import io
from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path
from typing import Final

from desktop_app.calc.assessment import AnnualPoolAssessment, Row
from desktop_app.calc.exact import PER_CENT, fixed, money_text
from desktop_app.calc.member_states import name_of
from desktop_app.calc.recorded import Recorded
from desktop_app.models.interchange import fingerprint
from desktop_app.models.table_cells import Sheet, recorded
from desktop_app.models.table_sheets import sheets
from desktop_app.models.table_workbook import workbook_bytes
from desktop_app.models.whole_file import write_whole

CSV_COLUMNS: Final = (
    "code",
    "member_state",
    "in_key",
    "benefitting",
    "flags",
    "share_percent",
    "fair_share_relocations",
    "fair_share_eur",
    "relocations",
    "of_which_beneficiaries",
    "financial_eur",
    "alternative_eur",
    "equivalents",
    "coverage_percent",
    "gap_relocations",
    "gap_eur",
    "deduction_stage",
    "deducted_equivalents",
    "net_equivalents",
    "offset_option",
    "cover_relocations",
    "reduction_eligible",
    "classification",
    "fingerprint",
)
"""Names of the interchange format where it has one. The last row is the pool's, its code empty."""


_DECIMALS: Final = 10


def write_workbook(
    assessment: AnnualPoolAssessment, path: Path, progress: Callable[[int, int], None] = lambda _done, _all: None
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
    forum, made = assessment.forum, sheets(assessment)

    def told() -> Iterator[Sheet]:
        for number, sheet in enumerate(made):
            progress(number, len(made))
            yield sheet

    data = workbook_bytes(told(), forum.title or "", forum.classification.marking, fingerprint(forum))
    progress(len(made), len(made))
    write_whole(path, data)


def write_csv(assessment: AnnualPoolAssessment, path: Path) -> None:
    """Write the pledge table as comma-separated values, whole or not at all.

    Raises:
        BadInput: the file cannot be written.
    """
    write_whole(path, csv_bytes(assessment))


def csv_bytes(assessment: AnnualPoolAssessment) -> bytes:
    """Return the pledge table as RFC 4180 asks: commas, lines ended by CR LF, names of columns first; plain ASCII."""
    forum = assessment.forum
    marks = (forum.classification.marking, fingerprint(forum))
    written = io.StringIO(newline="")
    lines = csv.writer(written)
    lines.writerow(CSV_COLUMNS)
    for row in assessment.rows:
        lines.writerow((*_state_cells(assessment, row), *marks))
    lines.writerow((*_total_cells(assessment), *marks))
    return written.getvalue().encode("ascii")


def _state_cells(assessment: AnnualPoolAssessment, row: Row) -> tuple[object, ...]:
    record = assessment.forum.state(row.code)
    pledge = record.pledge
    return (
        row.code,
        name_of(row.code),
        _yes_or_no(row.in_key),
        _yes_or_no(row.benefitting),
        " ".join(flag.value for flag in record.flags),
        _fixed(row.share, 4, PER_CENT),
        row.fair_share_relocations,
        _fixed(row.fair_share_eur, 2),
        recorded(pledge.relocations, row.pledged_relocations),
        pledge.of_which_beneficiaries,
        _money(pledge.financial_cents, row.pledged_financial_cents),
        _money(pledge.alternative, row.pledged_alternative_cents),
        _decimal(row.equivalents),
        _fixed(row.coverage, 2, PER_CENT),
        row.gap_relocations,
        _fixed(row.gap_eur, 2),
        row.deduction_stage.value if row.deduction_stage else "",
        _decimal(row.deducted_equivalents),
        _decimal(row.net_equivalents),
        row.offset_option,
        row.cover_relocations,
        _yes_or_no(row.reduction_eligible),
    )


def _total_cells(assessment: AnnualPoolAssessment) -> tuple[object, ...]:
    totals = assessment.totals
    return (
        *("", "Total", "", "", "", ""),
        totals.fair_share_relocations,
        "",
        totals.pledged_relocations,
        "",
        money_text(totals.pledged_financial_cents),
        money_text(totals.pledged_alternative_cents),
        _decimal(totals.pledged_equivalents),
        _fixed(totals.coverage, 2, PER_CENT),
        totals.gap_relocations,
        _fixed(totals.gap_eur, 2),
        *("", ""),
        _decimal(totals.net_equivalents),
        *("", "", ""),
    )


def _money(cell: Recorded[object], cents: int | None) -> object:
    return recorded(cell, None if cents is None else money_text(cents))


def _decimal(value: Fraction | None) -> str:
    """Write a figure as a decimal: spreadsheets read a fraction such as 3/40 as a date."""
    return "" if value is None else fixed(value, _DECIMALS).rstrip("0").rstrip(".")


def _fixed(value: Fraction | None, decimals: int, factor: int = 1) -> str:
    return "" if value is None else fixed(value * factor, decimals)


def _yes_or_no(value: bool | None) -> str:  # noqa: FBT001 - the value itself
    return {None: "", True: "yes", False: "no"}[value]
