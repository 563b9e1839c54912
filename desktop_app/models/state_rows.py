"""The rows of one Member State's record: flags, pledge and how it is said, measures, deductions."""

from enum import Enum
from typing import Any, Final

from desktop_app.calc.forum import (
    AlternativeMeasure,
    Deduction,
    DeductionAmounts,
    DeductionBasis,
    DeductionStage,
    Flag,
    MeasureKind,
    Pledge,
    PressureBasis,
    RequestContent,
    StateRecord,
)
from desktop_app.calc.recorded import ABSENT, Recorded
from desktop_app.calc.said import NOTHING_SAID, Certainty, HowSaid, OriginalAmount, Said
from desktop_app.calc.sentences import say
from desktop_app.models import columns
from desktop_app.models.columns import CENTS, DAY, FLAG, PERSONS, Column, Row, Shape, UnreadableError, optional
from desktop_app.models.places import CONTENTS, TYPES, Place, Records
from desktop_app.models.rows import DESCRIPTION, NOTE, REFERENCE, listed, numbered, required

_STATE: Final = Shape(
    "state",
    (
        Column("benefitting_since", optional(DAY)),
        Column("systemic_shortcomings", FLAG),
        Column("crisis_credit", PERSONS),
        Column("crisis_credit_act", optional(REFERENCE)),
    ),
)
_PLEDGE: Final = Shape(
    "pledge",
    (
        Column("of_which_beneficiaries", PERSONS),
        Column("bilateral_agreement", optional(REFERENCE)),
        Column("offsets_planned", PERSONS),
        Column("note", optional(NOTE)),
    ),
)
_MEASURE: Final = Shape(
    "alternative_measure",
    (
        Column("description", optional(DESCRIPTION)),
        Column("kind", optional(columns.one_of(MeasureKind))),
        Column("value_cents", optional(CENTS)),
        Column("method", optional(DESCRIPTION)),
        Column("identified_in_proposal", optional(FLAG)),
    ),
)
_DEDUCTION: Final = Shape(
    "deduction",
    (
        Column("basis", columns.one_of(DeductionBasis)),
        Column("stage", columns.one_of(DeductionStage)),
        Column("self_declared", FLAG),
        Column("announced", optional(DAY)),
        Column("requested", optional(DAY)),
        Column("assessed", optional(DAY)),
        Column("decided", optional(DAY)),
        Column("act", optional(REFERENCE)),
        Column("note", optional(NOTE)),
    ),
)
_EXTENT: Final = Shape(
    "deduction", (Column("relocations", PERSONS), Column("financial_cents", CENTS), Column("alternative_cents", CENTS))
)
_SAID: Final = Shape(
    "pledge_said",
    (
        Column("certainty", optional(columns.one_of(Certainty))),
        Column("by", optional(REFERENCE), "said_by"),
        Column("condition", optional(DESCRIPTION)),
        Column("at_most", FLAG),
        Column("note", optional(NOTE)),
    ),
)
_ORIGINAL: Final = Shape(
    "original",
    (
        Column("currency", columns.CURRENCY, "original_currency"),
        Column("amount_hundredths", CENTS, "original_hundredths"),
        Column("rate", optional(columns.RATE), "original_rate"),
        Column("rate_date", optional(DAY), "original_rate_date"),
        Column("rate_source", optional(REFERENCE), "original_rate_source"),
    ),
)
_FLAGS: Final = {
    "under_pressure": Flag.UNDER_PRESSURE,
    "at_risk": Flag.AT_RISK,
    "significant_situation": Flag.SIGNIFICANT_SITUATION,
}
_PRESSURE: Final = {
    "pressure_by_arrivals": PressureBasis.ARRIVALS,
    "pressure_by_search_and_rescue": PressureBasis.SEARCH_AND_RESCUE,
}


class Status(Enum):
    """What has been recorded for one type of pledge."""

    ABSENT = "absent"
    NONE = "none"
    GIVEN = "given"


_STATUS: Final = columns.one_of(Status)


def _status(value: Recorded[object]) -> str:
    status = Status.ABSENT if value is ABSENT else Status.NONE if value is None else Status.GIVEN
    return str(status.value)


def _recorded_as(row: Row, name: str) -> Status:
    status: Status = columns.read(f"pledge.{name}_status", _STATUS, row.get(f"{name}_status"))
    return status


def _recorded_columns(name: str, codec: columns.Codec, value: Recorded[int]) -> Row:
    held = None if value is ABSENT or value is None else columns.write(f"pledge.{name}", codec, value)
    return {f"{name}_status": _status(value), name: held}


def _recorded(row: Row, name: str, codec: columns.Codec) -> Any:
    status = _recorded_as(row, name)
    if status is Status.GIVEN:
        return columns.read(f"pledge.{name}", codec, row.get(name))
    return ABSENT if status is Status.ABSENT else None


def state_records(key: Place, record: StateRecord) -> Records:
    """Return the rows of one state's record."""
    flags: Row = {name: int(flag in record.flags) for name, flag in _FLAGS.items()}
    pressure: Row = {name: int(each in record.pressure_basis) for name, each in _PRESSURE.items()}
    return {
        ("state", key): {**flags, **pressure, **_STATE.row(record)},
        **_pledge_records(key, record.pledge),
        **numbered("deduction", map(_deduction_row, record.deductions), key),
    }


def _pledge_records(key: Place, pledge: Pledge) -> Records:
    row: Row = {
        **_recorded_columns("relocations", PERSONS, pledge.relocations),
        **_recorded_columns("financial_cents", CENTS, pledge.financial_cents),
        # No measure at all is an explicit none.
        "alternative_status": _status(pledge.alternative or None),
        **_PLEDGE.row(pledge),
    }
    said = {each: getattr(pledge.said, each) for each in TYPES}
    return {
        ("pledge", key): row,
        **{("pledge_said", (*key, each)): _said_row(how) for each, how in said.items() if how != NOTHING_SAID},
        **numbered("alternative_measure", map(_measure_row, pledge.measures), key),
    }


def _said_row(said: Said) -> Row:
    return {**_SAID.row(said), **_original_row(said.original)}


def _measure_row(measure: AlternativeMeasure) -> Row:
    return {**_MEASURE.row(measure), **_original_row(measure.original)}


def _original_row(amount: OriginalAmount | None) -> Row:
    return dict.fromkeys(each.name for each in _ORIGINAL.columns) if amount is None else _ORIGINAL.row(amount)


def _deduction_row(deduction: Deduction) -> Row:
    full = deduction.extent is None
    amounts = dict.fromkeys(each.name for each in _EXTENT.columns) if full else _EXTENT.row(deduction.extent)
    known = deduction.contents
    contents: Row = {name: None if known is None else int(each in known) for name, each in CONTENTS.items()}
    return {"full_extent": int(full), **amounts, **_DEDUCTION.row(deduction), **contents}


def build_state(key: Place, rows: Records) -> StateRecord:
    """Return one state's record."""
    row = required(rows, "state", key)
    return StateRecord(
        str(key[0]),
        flags=tuple(flag for name, flag in _FLAGS.items() if columns.read(f"state.{name}", FLAG, row.get(name))),
        pressure_basis=tuple(
            each for name, each in _PRESSURE.items() if columns.read("state." + name, FLAG, row.get(name))
        ),
        **_STATE.attributes(row),
        pledge=_build_pledge(key, rows),
        deductions=tuple(map(_build_deduction, listed(rows, "deduction", key))),
    )


def _build_pledge(key: Place, rows: Records) -> Pledge:
    row = required(rows, "pledge", key)
    measures = tuple(map(_build_measure, listed(rows, "alternative_measure", key)))
    status = _recorded_as(row, "alternative")
    if bool(measures) != (status is Status.GIVEN):
        raise UnreadableError(
            say(
                "pledge[{key}]: {count} alternative measures, recorded as {value}",
                key=key[0],
                count=len(measures),
                value=status.value,
            )
        )
    said = {str(place[1]): _build_said(each) for (table, place), each in rows.items() if table == "pledge_said"}
    return Pledge(
        relocations=_recorded(row, "relocations", PERSONS),
        financial_cents=_recorded(row, "financial_cents", CENTS),
        alternative=measures or (ABSENT if status is Status.ABSENT else None),
        **_PLEDGE.attributes(row),
        said=HowSaid(**said),
    )


def _build_said(row: Row) -> Said:
    said = Said(**_SAID.attributes(row), original=_build_original(row))
    if said == NOTHING_SAID:
        raise UnreadableError(say("pledge_said: a row says nothing"))
    return said


def _build_measure(row: Row) -> AlternativeMeasure:
    return AlternativeMeasure(**_MEASURE.attributes(row), original=_build_original(row))


def _build_original(row: Row) -> OriginalAmount | None:
    if all(row.get(each.name) is None for each in _ORIGINAL.columns):
        return None
    return OriginalAmount(**_ORIGINAL.attributes(row))


def _build_deduction(row: Row) -> Deduction:
    full = columns.read("deduction.full_extent", FLAG, row.get("full_extent"))
    extent = None if full else DeductionAmounts(**_EXTENT.attributes(row))
    return Deduction(extent=extent, **_DEDUCTION.attributes(row), contents=_build_contents(row))


def _build_contents(row: Row) -> tuple[RequestContent, ...] | None:
    if all(row.get(name) is None for name in CONTENTS):
        return None
    return tuple(each for name, each in CONTENTS.items() if columns.read(f"deduction.{name}", FLAG, row.get(name)))
