"""The rows in which each piece of a forum stands, and the piece from its rows.

Rows are plain mappings, as the tables and the journal hold them. Keys are natural: a state's code, a
place in a list. What is read is judged as a document is; nothing here knows SQL.
"""

from collections.abc import Callable, Iterable
from enum import Enum
from typing import Any, Final

from desktop_app.calc.forum import (
    AlternativeMeasure,
    Applications,
    Basis,
    Classification,
    Deduction,
    DeductionAmounts,
    DeductionBasis,
    DeductionStage,
    Flag,
    KeyState,
    MeasureKind,
    MeetingKind,
    Pledge,
    Pool,
    PressureBasis,
    Procedure,
    SharesStatus,
    SourceAct,
    StateRecord,
)
from desktop_app.calc.recorded import ABSENT, Recorded
from desktop_app.models import columns
from desktop_app.models.columns import CENTS, DAY, FLAG, PERSONS, YEAR, Column, Row, Shape, UnreadableError, optional
from desktop_app.models.errors import BadInput
from desktop_app.models.interchange import limits
from desktop_app.models.places import ACTS, MOST_ROWS, ONLY, Place, Records, check_length

NAME: Final = columns.text(100)
_REFERENCE: Final = columns.text(limits.REFERENCE)
_DESCRIPTION: Final = columns.text(limits.DESCRIPTION)
_NOTE: Final = columns.text(limits.NOTE)

FORUM: Final = Shape(
    "forum",
    (
        Column("procedure", columns.one_of(Procedure)),
        Column("title", optional(columns.text(limits.TITLE))),
        Column("note", optional(_NOTE)),
        Column("year", optional(YEAR)),
        Column("classification", columns.one_of(Classification)),
        Column("adopted", optional(DAY)),
        Column("as_of", optional(DAY)),
        Column("shares_status", columns.one_of(SharesStatus)),
    ),
)
_ACT: Final = Shape("source_act", (Column("reference", optional(_REFERENCE)), Column("date", optional(DAY), "dated")))
KEY: Final = Shape(
    "reference_key",
    (
        Column("population_date", optional(DAY)),
        Column("population_source", optional(_REFERENCE)),
        Column("gdp_year", optional(YEAR)),
        Column("gdp_source", optional(_REFERENCE)),
    ),
)
KEY_STATE: Final = Shape(
    "key_state", (Column("population", optional(PERSONS)), Column("gdp", optional(CENTS)), Column("participates", FLAG))
)
_POOL: Final = Shape(
    "pool",
    (
        Column("relocations", optional(PERSONS)),
        Column("financial_cents", optional(CENTS)),
        Column("proposal_relocations", optional(PERSONS)),
        Column("proposal_financial_cents", optional(CENTS)),
        Column("exceptional", FLAG),
        Column("sar_percent", optional(columns.PERCENT)),
    ),
)
MEETING: Final = Shape(
    "meeting",
    (
        Column("id", columns.text(limits.MEETING_NAME)),
        Column("kind", columns.one_of(MeetingKind)),
        Column("date", optional(DAY), "dated"),
    ),
)
_STATE: Final = Shape(
    "state",
    (
        Column("benefitting_since", optional(DAY)),
        Column("systemic_shortcomings", FLAG),
        Column("crisis_credit", PERSONS),
    ),
)
_PLEDGE: Final = Shape(
    "pledge",
    (
        Column("of_which_beneficiaries", PERSONS),
        Column("bilateral_agreement", optional(_REFERENCE)),
        Column("offsets_planned", PERSONS),
        Column("note", optional(_NOTE)),
    ),
)
_MEASURE: Final = Shape(
    "alternative_measure",
    (
        Column("description", optional(_DESCRIPTION)),
        Column("kind", optional(columns.one_of(MeasureKind))),
        Column("value_cents", optional(CENTS)),
        Column("method", optional(_DESCRIPTION)),
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
        Column("act", optional(_REFERENCE)),
        Column("note", optional(_NOTE)),
    ),
)
_EXTENT: Final = Shape(
    "deduction", (Column("relocations", PERSONS), Column("financial_cents", CENTS), Column("alternative_cents", CENTS))
)
CONTRIBUTION: Final = Shape(
    "associated_contribution",
    (
        Column("code", columns.text(2)),
        Column("description", optional(_DESCRIPTION)),
        Column("value_cents", optional(CENTS)),
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


def listed(records: Records, table: str, key: Place = ()) -> list[Row]:
    """Return the rows of a list, which are numbered from 0.

    Raises:
        UnreadableError: a place is missing.
    """
    places = sorted(place for name, place in records if name == table)
    if places != [(*key, number) for number in range(len(places))]:
        raise UnreadableError(f"{table}: the places of the list {'/'.join(map(str, key))} do not run from 0")
    return [records[table, place] for place in places]


def _numbered(table: str, rows: Iterable[Row], key: Place = ()) -> Records:
    records = {(table, (*key, number)): row for number, row in enumerate(rows)}
    check_length(table, len(records), MOST_ROWS[table])
    return records


def required(records: Records, table: str, place: Place) -> Row:
    """Return a row that must be there.

    Raises:
        UnreadableError: it is missing.
    """
    try:
        return records[table, place]
    except KeyError as error:
        raise UnreadableError(f"{table}: the row {'/'.join(map(str, place))} is missing") from error


def one(
    shape: Shape, make: Callable[..., Any]
) -> tuple[Callable[[Place, Any], Records], Callable[[Place, Records], Any]]:
    """Return how a piece that is a single row with a given key is written and built."""

    def records(key: Place, value: object) -> Records:
        return {(shape.table, key or ONLY): shape.row(value)}

    def build(key: Place, rows: Records) -> object:
        return make(**shape.attributes(required(rows, shape.table, key or ONLY)))

    return records, build


def named_value(
    table: str, column: str, codec: columns.Codec
) -> tuple[Callable[[Place, Any], Records], Callable[[Place, Records], Any]]:
    """Return how a pair (name, value) is written and built."""

    def records(key: Place, pair: tuple[str, object]) -> Records:
        return {(table, key): {column: columns.write(f"{table}.{column}", codec, pair[1])}}

    def build(key: Place, rows: Records) -> tuple[object, object]:
        return key[0], columns.read(f"{table}.{column}", codec, required(rows, table, key).get(column))

    return records, build


def basis_records(_key: Place, basis: Basis) -> Records:
    """Return the rows of the acts."""
    return {("source_act", (act,)): _ACT.row(getattr(basis, act)) for act in ACTS}


def build_basis(_key: Place, rows: Records) -> Basis:
    """Return the acts."""
    return Basis(**{act: SourceAct(**_ACT.attributes(required(rows, "source_act", (act,)))) for act in ACTS})


def pool_records(_key: Place, pool: Pool) -> Records:
    """Return the rows of reference numbers and proposal."""
    names: list[Row] = [{"name": columns.write("named_measure.name", _REFERENCE, name)} for name in pool.named_measures]
    return {("pool", ONLY): _POOL.row(pool), **_numbered("named_measure", names)}


def build_pool(_key: Place, rows: Records) -> Pool:
    """Return reference numbers and proposal."""
    names = (columns.read("named_measure.name", _REFERENCE, row.get("name")) for row in listed(rows, "named_measure"))
    return Pool(**_POOL.attributes(required(rows, "pool", ONLY)), named_measures=tuple(names))


def build_key_state(key: Place, rows: Records) -> KeyState:
    """Return what the key needs of one state."""
    return KeyState(str(key[0]), **KEY_STATE.attributes(required(rows, "key_state", key)))


def applications_records(key: Place, entry: Applications) -> Records:
    """Return the rows of one state's applications."""
    records: Records = {("applications", key): {}}
    for table, counts in (("applications_year", entry.years), ("applications_population", entry.population)):
        check_length(f"{table}[{entry.code}]", len(counts), limits.YEARS)
        for year, persons in counts:
            if (table, (*key, year)) in records:
                raise BadInput(f"{table}[{entry.code}]", f"the year {year} stands there twice", "keep one of the two")
            columns.write(f"{table}[{entry.code}]", YEAR, year)
            records[table, (*key, year)] = {"persons": columns.write(f"{table}.persons", optional(PERSONS), persons)}
    return records


def build_applications(key: Place, rows: Records) -> Applications:
    """Return one state's applications."""
    required(rows, "applications", key)

    def by_year(table: str) -> tuple[tuple[int, int | None], ...]:
        return tuple(
            (columns.read(f"{table}.year", YEAR, place[1]), columns.read(table, optional(PERSONS), row.get("persons")))
            for (name, place), row in sorted(rows.items())
            if name == table
        )

    return Applications(str(key[0]), by_year("applications_year"), by_year("applications_population"))


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
        **_numbered("deduction", map(_deduction_row, record.deductions), key),
    }


def _pledge_records(key: Place, pledge: Pledge) -> Records:
    row: Row = {
        **_recorded_columns("relocations", PERSONS, pledge.relocations),
        **_recorded_columns("financial_cents", CENTS, pledge.financial_cents),
        # No measure at all is an explicit none.
        "alternative_status": _status(pledge.alternative or None),
        **_PLEDGE.row(pledge),
    }
    return {("pledge", key): row, **_numbered("alternative_measure", map(_MEASURE.row, pledge.measures), key)}


def _deduction_row(deduction: Deduction) -> Row:
    full = deduction.extent is None
    amounts = dict.fromkeys(each.name for each in _EXTENT.columns) if full else _EXTENT.row(deduction.extent)
    return {"full_extent": int(full), **amounts, **_DEDUCTION.row(deduction)}


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
    measures = tuple(
        AlternativeMeasure(**_MEASURE.attributes(each)) for each in listed(rows, "alternative_measure", key)
    )
    status = _recorded_as(row, "alternative")
    if bool(measures) != (status is Status.GIVEN):
        raise UnreadableError(f"pledge[{key[0]}]: {len(measures)} alternative measures, recorded as {status.value}")
    return Pledge(
        relocations=_recorded(row, "relocations", PERSONS),
        financial_cents=_recorded(row, "financial_cents", CENTS),
        alternative=measures or (ABSENT if status is Status.ABSENT else None),
        **_PLEDGE.attributes(row),
    )


def _build_deduction(row: Row) -> Deduction:
    full = columns.read("deduction.full_extent", FLAG, row.get("full_extent"))
    extent = None if full else DeductionAmounts(**_EXTENT.attributes(row))
    return Deduction(extent=extent, **_DEDUCTION.attributes(row))
