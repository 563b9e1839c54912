"""The rows in which each piece of a forum stands, and the piece from its rows.

Rows are plain mappings, as the tables and the journal hold them. Keys are natural: a state's code, a
place in a list. What is read is judged as a document is; nothing here knows SQL.
"""

from collections.abc import Callable, Iterable
from typing import Any, Final

from desktop_app.calc.forum import (
    Applications,
    Basis,
    Classification,
    DataFlag,
    KeyState,
    MeetingKind,
    Pool,
    Procedure,
    SharesStatus,
    SourceAct,
)
from desktop_app.calc.sentences import say
from desktop_app.models import columns
from desktop_app.models.columns import CENTS, DAY, FLAG, PERSONS, YEAR, Column, Row, Shape, UnreadableError, optional
from desktop_app.models.errors import BadInput
from desktop_app.models.interchange import limits
from desktop_app.models.places import ACTS, FIGURES, MOST_ROWS, ONLY, Place, Records, check_length

NAME: Final = columns.text(100)
REFERENCE: Final = columns.text(limits.REFERENCE)
DESCRIPTION: Final = columns.text(limits.DESCRIPTION)
NOTE: Final = columns.text(limits.NOTE)
_DATA_FLAG: Final = columns.one_of(DataFlag)

FORUM: Final = Shape(
    "forum",
    (
        Column("procedure", columns.one_of(Procedure)),
        Column("title", optional(columns.text(limits.TITLE))),
        Column("note", optional(NOTE)),
        Column("year", optional(YEAR)),
        Column("classification", columns.one_of(Classification)),
        Column("adopted", optional(DAY)),
        Column("as_of", optional(DAY)),
        Column("shares_status", columns.one_of(SharesStatus)),
        Column("applications_source", optional(REFERENCE)),
    ),
)
_ACT: Final = Shape("source_act", (Column("reference", optional(REFERENCE)), Column("date", optional(DAY), "dated")))
KEY: Final = Shape(
    "reference_key",
    (
        Column("population_date", optional(DAY)),
        Column("population_source", optional(REFERENCE)),
        Column("gdp_year", optional(YEAR)),
        Column("gdp_source", optional(REFERENCE)),
        Column("population_extracted", optional(DAY)),
        Column("gdp_extracted", optional(DAY)),
    ),
)
_KEY_STATE: Final = Shape(
    "key_state",
    (
        Column("population", optional(PERSONS)),
        Column("gdp", optional(CENTS)),
        Column("participates", FLAG),
        Column("remark", optional(DESCRIPTION)),
    ),
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
CONTRIBUTION: Final = Shape(
    "associated_contribution",
    (
        Column("code", columns.text(2)),
        Column("description", optional(DESCRIPTION)),
        Column("value_cents", optional(CENTS)),
    ),
)

ADOPTED_ACT: Final = Shape(
    "adopted_act",
    (
        Column("number", optional(columns.text(limits.ACT_NUMBER))),
        Column("official_journal", optional(REFERENCE)),
    ),
)

HOLIDAY: Final = Shape("holiday", (Column("date", DAY, "dated"), Column("name", optional(REFERENCE))))
ACKNOWLEDGEMENT: Final = Shape(
    "acknowledgement",
    (
        Column("rule", columns.text(limits.RULE)),
        Column("state", optional(columns.text(2))),
        Column("message", NOTE),
        Column("reason", NOTE),
        Column("by", optional(REFERENCE), "acknowledged_by"),
        Column("on", optional(DAY), "dated"),
    ),
)


def listed(records: Records, table: str, key: Place = ()) -> list[Row]:
    """Return the rows of a list, which are numbered from 0.

    Raises:
        UnreadableError: a place is missing.
    """
    places = sorted(place for name, place in records if name == table)
    if places != [(*key, number) for number in range(len(places))]:
        raise UnreadableError(
            say("{table}: the places of the list {join} do not run from 0", table=table, join="/".join(map(str, key)))
        )
    return [records[table, place] for place in places]


def numbered(table: str, rows: Iterable[Row], key: Place = ()) -> Records:
    """Return the rows of a list with their places, numbered from 0.

    Raises:
        BadInput: the list is longer than a document's may be.
    """
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
        raise UnreadableError(
            say("{table}: the row {join} is missing", table=table, join="/".join(map(str, place)))
        ) from error


def one(
    shape: Shape, make: Callable[..., Any]
) -> tuple[Callable[[Place, Any], Records], Callable[[Place, Records], Any]]:
    """Return how a piece that is a single row with a given key is written and built."""

    def records(key: Place, value: object) -> Records:
        return {(shape.table, key or ONLY): shape.row(value)}

    def build(key: Place, rows: Records) -> object:
        return make(**shape.attributes(required(rows, shape.table, key or ONLY)))

    return records, build


def of_a_state(
    shape: Shape, make: Callable[..., Any]
) -> tuple[Callable[[Place, Any], Records], Callable[[Place, Records], Any]]:
    """Return how a piece that is a single row about one state is written and built."""

    def records(key: Place, value: object) -> Records:
        return {(shape.table, key): shape.row(value)}

    def build(key: Place, rows: Records) -> object:
        return make(str(key[0]), **shape.attributes(required(rows, shape.table, key)))

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
    names: list[Row] = [{"name": columns.write("named_measure.name", REFERENCE, name)} for name in pool.named_measures]
    return {("pool", ONLY): _POOL.row(pool), **numbered("named_measure", names)}


def build_pool(_key: Place, rows: Records) -> Pool:
    """Return reference numbers and proposal."""
    names = (columns.read("named_measure.name", REFERENCE, row.get("name")) for row in listed(rows, "named_measure"))
    return Pool(**_POOL.attributes(required(rows, "pool", ONLY)), named_measures=tuple(names))


def key_state_records(key: Place, state: KeyState) -> Records:
    """Return the rows of what the key needs of one state."""
    records: Records = {("key_state", key): _KEY_STATE.row(state)}
    for figure in FIGURES:
        records |= {("key_state_flag", (*key, figure, flag.value)): {} for flag in getattr(state, f"{figure}_flags")}
    return records


def build_key_state(key: Place, rows: Records) -> KeyState:
    """Return what the key needs of one state."""
    attributes = _KEY_STATE.attributes(required(rows, "key_state", key))
    flags = {figure: _flags_of(figure, rows) for figure in FIGURES}
    return KeyState(str(key[0]), **attributes, population_flags=flags["population"], gdp_flags=flags["gdp"])


def _flags_of(figure: str, rows: Records) -> tuple[DataFlag, ...]:
    words = [place[2] for table, place in rows if table == "key_state_flag" and place[1] == figure]
    found = {columns.read("key_state_flag.flag", _DATA_FLAG, word) for word in words}
    return tuple(flag for flag in DataFlag if flag in found)


def applications_records(key: Place, entry: Applications) -> Records:
    """Return the rows of one state's applications."""
    records: Records = {("applications", key): {}}
    for table, counts in (("applications_year", entry.years), ("applications_population", entry.population)):
        check_length(f"{table}[{entry.code}]", len(counts), limits.YEARS)
        for year, persons in counts:
            if (table, (*key, year)) in records:
                raise BadInput(
                    f"{table}[{entry.code}]",
                    say("the year {year} stands there twice", year=str(year)),
                    say("keep one of the two"),
                )
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
