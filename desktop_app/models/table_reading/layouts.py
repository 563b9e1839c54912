"""The tables that the program hands out, as it would hand them out now: what stands where, and what may be changed.

Editable are what a person records: pledges with their particulars, how they are said, measures and
deductions. All else is worked out from that, or has an editor of its own.
"""

import csv
import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Final

from desktop_app.calc.assessment import AnnualPoolAssessment
from desktop_app.calc.changes import PledgeColumn
from desktop_app.calc.entry import recorded_value
from desktop_app.calc.forum import (
    AlternativeMeasure,
    Deduction,
    DeductionBasis,
    DeductionStage,
    MeasureKind,
    RequestContent,
)
from desktop_app.calc.said import NOTHING_SAID, Certainty, Said
from desktop_app.calc.sentences import say
from desktop_app.models import table_registers, table_said, table_sheets
from desktop_app.models.interchange import limits
from desktop_app.models.table_cells import Cell, Sheet
from desktop_app.models.table_reading import cells
from desktop_app.models.table_reading.cells import Reader
from desktop_app.models.tables import csv_bytes

Key = tuple[str, ...]
"""What tells a row from the others, such as ``("BE",)`` or ``("LV", "2")``."""
Values = dict[str, Any]
"""The values of a row by the names of its fields."""


@dataclass(frozen=True, slots=True)
class Editable:
    """A column that may be changed.

    Attributes:
        header: what stands above it.
        name: of the value.
        read: what a cell means.
        exact: header of the column with the exact text of the same value, where there is one.
    """

    header: str
    name: str
    read: Reader
    exact: str = ""


@dataclass(frozen=True, slots=True)
class Layout:
    """One table.

    Attributes:
        title: name of the sheet.
        keys: headers of the columns that tell rows apart; empty where only their place does.
        headers: of all columns, in order.
        rows: what stands in each row, by its key.
        editable: the columns that may be changed.
        values: the values of each row, by its key.
        added: makes the values of a row that is not handed out, from its key; ``None`` where it can be none.
        hint: where in the program all else is changed.
        total: what stands in the row of totals; empty where there is none.
    """

    title: str
    keys: tuple[str, ...]
    headers: tuple[str, ...]
    rows: Mapping[Key, Mapping[str, Cell]]
    hint: str
    editable: tuple[Editable, ...] = ()
    values: Mapping[Key, Values] = field(default_factory=dict)
    added: Callable[[Key], Values | None] = lambda _key: None
    total: Mapping[str, Cell] = field(default_factory=dict)

    @property
    def name_header(self) -> str:
        """Header of the column with the names of the states; empty where there is none."""
        return next((header for header in self.headers if header in _NAMES_OF_STATES), "")

    @property
    def exact_headers(self) -> frozenset[str]:
        """Headers of the columns with exact texts of what may be changed."""
        return frozenset(each.exact for each in self.editable if each.exact)


_REFERENCE: Final = cells.text(limits.REFERENCE)
_NOTE: Final = cells.text(limits.NOTE)
_DESCRIPTION: Final = cells.text(limits.DESCRIPTION)
_EXACT: Final = ", exact"
_NAMES_OF_STATES: Final = ("Member State", "member_state")

_CODE: Final = ("code",)
_ELSEWHERE: Final = say("it is worked out, or recorded elsewhere in the program")

_PLEDGES: Final = (
    Editable("relocations", "relocations", cells.recorded_persons),
    Editable("of which beneficiaries", "of_which_beneficiaries", cells.persons),
    Editable("financial contribution, EUR", "financial", cells.recorded_money, f"financial contribution, EUR{_EXACT}"),
    Editable("alternative measures, EUR", "alternative", cells.recorded_measures, f"alternative measures, EUR{_EXACT}"),
    Editable("offsets planned", "offsets_planned", cells.persons),
    Editable("agreement on beneficiaries", "bilateral_agreement", _REFERENCE),
    Editable("note", "note", _NOTE),
)
_CSV: Final = (
    Editable("relocations", "relocations", cells.recorded_persons),
    Editable("of_which_beneficiaries", "of_which_beneficiaries", cells.persons),
    Editable("financial_eur", "financial", cells.recorded_money),
    Editable("alternative_eur", "alternative", cells.recorded_measures),
)
_SAID: Final = (
    Editable("certainty", "certainty", cells.optional_choice(Certainty)),
    Editable("said by", "by", _REFERENCE),
    Editable("condition", "condition", _DESCRIPTION),
    Editable("at most", "at_most", cells.yes_or_no),
    Editable("note", "note", _NOTE),
)
_MEASURES: Final = (
    Editable("description", "description", _DESCRIPTION),
    Editable("kind", "kind", cells.optional_choice(MeasureKind)),
    Editable("value, EUR", "value_cents", cells.optional_money, f"value, EUR{_EXACT}"),
    Editable("method", "method", _DESCRIPTION),
    Editable("identified in the proposal", "identified_in_proposal", cells.optional_yes_or_no),
)
_MONEY_OFF: Final = "financial contribution, EUR"
_MEASURES_OFF: Final = "alternative measures, EUR"
_DEDUCTIONS: Final = (
    Editable("article", "basis", cells.choice(DeductionBasis)),
    Editable("stage", "stage", cells.choice(DeductionStage)),
    Editable("self-declared", "self_declared", cells.yes_or_no),
    Editable("extent", "extent", cells.extent),
    Editable("relocations", "relocations", cells.optional_persons),
    Editable(_MONEY_OFF, "financial_cents", cells.optional_money, f"{_MONEY_OFF}{_EXACT}"),
    Editable(_MEASURES_OFF, "alternative_cents", cells.optional_money, f"{_MEASURES_OFF}{_EXACT}"),
    Editable("announced", "announced", cells.day),
    Editable("requested", "requested", cells.day),
    Editable("assessed", "assessed", cells.day),
    Editable("decided", "decided", cells.day),
    Editable("act", "act", _REFERENCE),
    Editable("note", "note", _NOTE),
    Editable("contents of the request", "contents", cells.some(RequestContent, table_registers.NOT_LOOKED_AT)),
)


def layouts(assessment: AnnualPoolAssessment) -> tuple[Layout, ...]:
    """Return every table that is handed out, as it would be handed out now."""
    return (
        _pledges(assessment),
        _said(assessment),
        _measures(assessment),
        _deductions(assessment),
        _table_of_csv(assessment),
        _figures(table_sheets.shares(assessment), ("code",), say("the key is changed in Forum ▸ Key")),
        _figures(table_sheets.pool(assessment), ("figure",), say("the pool is changed in Forum ▸ Reference numbers")),
        _figures(table_registers.readings(assessment), ("reading",), say("readings are chosen in Forum ▸ Readings")),
        _figures(table_registers.findings(assessment), (), say("findings follow from what is recorded")),
        _figures(table_registers.deadlines(assessment), (), say("time limits follow from what is recorded")),
    )


def _headers(sheet: Sheet) -> tuple[str, ...]:
    return tuple(column.header for column in sheet.columns)


def _rows(headers: tuple[str, ...], keys: tuple[str, ...], rows: Any) -> dict[Key, dict[str, Cell]]:
    found: dict[Key, dict[str, Cell]] = {}
    for number, row in enumerate(rows):
        by_header = dict(zip(headers, row, strict=True))
        key = tuple(str(by_header[name] or "") for name in keys) if keys else (str(number),)
        # The row of totals has no key: all in it is worked out.
        if any(key):
            found[key] = by_header
    return found


def _figures(sheet: Sheet, keys: tuple[str, ...], hint: str) -> Layout:
    headers = _headers(sheet)
    return Layout(sheet.title, keys, headers, _rows(headers, keys, sheet.rows), hint)


def _total(headers: tuple[str, ...], rows: Sequence[Sequence[Cell]]) -> dict[str, Cell]:
    """Return the row of totals of the pledge table, its last."""
    return dict(zip(headers, rows[-1], strict=True))


def _edited(
    sheet: Sheet,
    keys: tuple[str, ...],
    editable: tuple[Editable, ...],
    values: Mapping[Key, Values],
    added: Callable[[Key], Values | None] = lambda _key: None,
) -> Layout:
    headers = _headers(sheet)
    rows = _rows(headers, keys, sheet.rows)
    total = _total(headers, sheet.rows) if keys == _CODE else {}
    return Layout(sheet.title, keys, headers, rows, _ELSEWHERE, editable, values, added, total)


def _pledge_values(assessment: AnnualPoolAssessment) -> dict[Key, Values]:
    return {
        (row.code,): {
            **{column.value: recorded_value(pledge, column) for column in PledgeColumn},
            "of_which_beneficiaries": pledge.of_which_beneficiaries,
            "offsets_planned": pledge.offsets_planned,
            "bilateral_agreement": pledge.bilateral_agreement,
            "note": pledge.note,
        }
        for row in assessment.rows
        for pledge in [assessment.forum.state(row.code).pledge]
    }


def _pledges(assessment: AnnualPoolAssessment) -> Layout:
    return _edited(table_sheets.pledges(assessment), _CODE, _PLEDGES, _pledge_values(assessment))


def _table_of_csv(assessment: AnnualPoolAssessment) -> Layout:
    headers, *rows = csv.reader(io.StringIO(csv_bytes(assessment).decode("ascii"), newline=""))
    names = tuple(headers)
    values, total = _pledge_values(assessment), _total(names, rows)
    return Layout("CSV", _CODE, names, _rows(names, _CODE, rows), _ELSEWHERE, _CSV, values, total=total)


def _said(assessment: AnnualPoolAssessment) -> Layout:
    values: dict[Key, Values] = {
        (record.code, column.value): _said_values(each)
        for record in assessment.forum.states
        for column in PledgeColumn
        for each in [getattr(record.pledge.said, column.value)]
        if each != NOTHING_SAID
    }
    known = {row.code for row in assessment.rows}
    types = {column.value for column in PledgeColumn}

    def added(key: Key) -> Values | None:
        return _said_values(NOTHING_SAID) if key[0] in known and key[1] in types else None

    return _edited(table_said.said(assessment), ("code", "type"), _SAID, values, added)


def _said_values(said: Said) -> Values:
    return {each.name: getattr(said, each.name) for each in _SAID}


def _measures(assessment: AnnualPoolAssessment) -> Layout:
    values: dict[Key, Values] = {
        (record.code, str(number)): {each.name: getattr(measure, each.name) for each in _MEASURES}
        for record in assessment.forum.states
        for number, measure in enumerate(record.pledge.measures, 1)
    }
    nothing = {each.name: getattr(AlternativeMeasure(), each.name) for each in _MEASURES}
    added = partial(_next, _codes(assessment), nothing, limits.MEASURES)
    return _edited(table_registers.measures(assessment), ("code", "number"), _MEASURES, values, added)


def _deductions(assessment: AnnualPoolAssessment) -> Layout:
    values: dict[Key, Values] = {
        (record.code, str(number)): _deduction_values(deduction)
        for record in assessment.forum.states
        for number, deduction in enumerate(record.deductions, 1)
    }
    nothing = {**dict.fromkeys(each.name for each in _DEDUCTIONS), "self_declared": False}
    added = partial(_next, _codes(assessment), nothing, limits.DEDUCTIONS)
    return _edited(table_registers.deductions(assessment), ("code", "number"), _DEDUCTIONS, values, added)


def _deduction_values(deduction: Deduction) -> Values:
    amounts = ("relocations", "financial_cents", "alternative_cents")
    extent = deduction.extent
    return {
        **{each.name: getattr(deduction, each.name) for each in _DEDUCTIONS if each.name not in (*amounts, "extent")},
        "extent": cells.AMOUNTS if extent else cells.FULL,
        **{name: getattr(extent, name) if extent else None for name in amounts},
    }


def _codes(assessment: AnnualPoolAssessment) -> frozenset[str]:
    return frozenset(row.code for row in assessment.rows)


def _next(codes: frozenset[str], nothing: Values, most: int, key: Key) -> Values | None:
    """Return the values of a further row of a state; whether its number is the next one is seen when all are read."""
    code, number = key
    is_number = number.isascii() and number.isdigit() and len(number) <= len(str(most)) and 0 < int(number) <= most
    return dict(nothing) if code in codes and is_number else None
