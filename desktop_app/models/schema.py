"""The tables of a forum file, as SQLAlchemy describes them.

The file itself is made by the numbered migrations beside this module; a test proves that both say the
same. SQLAlchemy's Core is used without its object layer: the forum is a frozen value, rows are plain
mappings, and nothing is ever loaded lazily.

Whatever changes the tables, or what :func:`~desktop_app.models.interchange.state_hash` covers, needs a
new migration (an empty one where no table changes), because each journal entry keeps the state's hash.
"""

from enum import Enum
from typing import Final

from sqlalchemy import DDL, CheckConstraint, Column, ForeignKeyConstraint, Integer, MetaData, Table, Text, event

from desktop_app.calc.forum import (
    Classification,
    DataFlag,
    DeductionBasis,
    DeductionStage,
    MeasureKind,
    MeetingKind,
    Procedure,
    SharesStatus,
)
from desktop_app.calc.said import Certainty
from desktop_app.calc.validity import MAXIMUM_CENTS, MAXIMUM_PERSONS
from desktop_app.models.interchange import limits
from desktop_app.models.places import ACTS, CONTENTS, FIGURES, TYPES

NAME: Final = 100
"""Characters in the name or the value of a reading, and in a percentage."""

MAXIMUM_PLACE: Final = 9999
"""Last place, from 0, in a list that keeps the order in which things were recorded."""

METADATA: Final = MetaData()


def _checked(name: str, kind: type[Integer] | type[Text], check: str, *, key: bool, null: bool) -> Column[object]:
    # NULL passes a check: whether it may stand there is said by NOT NULL.
    return Column(name, kind(), CheckConstraint(check), primary_key=key, nullable=null)


def _text(name: str, longest: int, *, key: bool = False, null: bool = True) -> Column[object]:
    return _checked(name, Text, f"length({name}) <= {longest}", key=key, null=null and not key)


def _reference(name: str, *, null: bool = True) -> Column[object]:
    return _text(name, limits.REFERENCE, null=null)


def _description(name: str = "description") -> Column[object]:
    return _text(name, limits.DESCRIPTION)


def _note() -> Column[object]:
    return _text("note", limits.NOTE)


def _code(name: str = "code", *, key: bool = True, null: bool = False) -> Column[object]:
    return _checked(name, Text, f"length({name}) = 2", key=key, null=null)


def _number(name: str, maximum: int, *, key: bool = False, null: bool = True) -> Column[object]:
    return _checked(name, Integer, f"{name} BETWEEN 0 AND {maximum}", key=key, null=null and not key)


def _persons(name: str, *, null: bool = True) -> Column[object]:
    return _number(name, MAXIMUM_PERSONS, null=null)


def _cents(name: str, *, null: bool = True) -> Column[object]:
    return _number(name, MAXIMUM_CENTS, null=null)


def _year(name: str, *, key: bool = False) -> Column[object]:
    return _checked(name, Integer, f"{name} BETWEEN 1 AND 9999", key=key, null=not key)


def _position() -> Column[object]:
    return _number("position", MAXIMUM_PLACE, key=True)


def _flag(name: str, *, null: bool = False) -> Column[object]:
    return _checked(name, Integer, f"{name} IN (0, 1)", key=False, null=null)


def _day(name: str, *, null: bool = True) -> Column[object]:
    return _checked(name, Text, f"date({name}) = {name}", key=False, null=null)


def _one_of(
    name: str, values: type[Enum] | tuple[str, ...], *, key: bool = False, null: bool = False
) -> Column[object]:
    words = values if isinstance(values, tuple) else tuple(str(each.value) for each in values)
    listed = ", ".join(f"'{word}'" for word in words)
    return _checked(name, Text, f"{name} IN ({listed})", key=key, null=null)


def _only_row() -> Column[object]:
    return _checked("id", Integer, "id = 1", key=True, null=False)


def _recorded(name: str) -> CheckConstraint:
    """A value stands in column ``name`` exactly when its status says so."""
    return CheckConstraint(f"({name}_status = 'given') = ({name} IS NOT NULL)")


RECORDED: Final = ("absent", "none", "given")
"""What has been recorded for one type of pledge: nothing yet, explicitly none, a value."""


def _original() -> tuple[Column[object], ...]:
    """What was said in another currency; all of it may be missing."""
    return (
        _checked("original_currency", Text, "length(original_currency) = 3", key=False, null=True),
        _cents("original_hundredths"),
        _text("original_rate", NAME),
        _day("original_rate_date"),
        _reference("original_rate_source"),
    )


def _table(name: str, *items: Column[object] | CheckConstraint, child_of: str | None = None) -> Table:
    # Deferred, so that the rows of one change may be written in any order.
    keys = [ForeignKeyConstraint(["code"], [f"{child_of}.code"], deferrable=True, initially="DEFERRED")]
    return Table(name, METADATA, *items, *(keys if child_of else []), sqlite_strict=True, sqlite_with_rowid=False)


FORUM: Final = _table(
    "forum",
    _only_row(),
    _one_of("procedure", Procedure),
    _text("title", limits.TITLE),
    _note(),
    _year("year"),
    _one_of("classification", Classification),
    _day("adopted"),
    _day("as_of"),
    _one_of("shares_status", SharesStatus),
    _reference("applications_source"),
)
READING: Final = _table("reading", _text("name", NAME, key=True), _text("value", NAME, null=False))
SOURCE_ACT: Final = _table("source_act", _one_of("act", ACTS, key=True), _reference("reference"), _day("dated"))
REFERENCE_KEY: Final = _table(
    "reference_key",
    _only_row(),
    _day("population_date"),
    _reference("population_source"),
    _year("gdp_year"),
    _reference("gdp_source"),
    _day("population_extracted"),
    _day("gdp_extracted"),
)
KEY_STATE: Final = _table(
    "key_state", _code(), _persons("population"), _cents("gdp"), _flag("participates"), _description("remark")
)
KEY_STATE_FLAG: Final = _table(
    "key_state_flag",
    _code(),
    _one_of("figure", FIGURES, key=True),
    _one_of("flag", DataFlag, key=True),
    child_of="key_state",
)
ADOPTED_SHARE: Final = _table("adopted_share", _code(), _text("percent", NAME, null=False))
POOL: Final = _table(
    "pool",
    _only_row(),
    _persons("relocations"),
    _cents("financial_cents"),
    _persons("proposal_relocations"),
    _cents("proposal_financial_cents"),
    _flag("exceptional"),
    _text("sar_percent", NAME),
)
NAMED_MEASURE: Final = _table("named_measure", _position(), _reference("name", null=False))
MEETING: Final = _table(
    "meeting", _position(), _text("id", limits.MEETING_NAME, null=False), _one_of("kind", MeetingKind), _day("dated")
)
APPLICATIONS: Final = _table("applications", _code())
APPLICATIONS_YEAR: Final = _table(
    "applications_year", _code(), _year("year", key=True), _persons("persons"), child_of="applications"
)
APPLICATIONS_POPULATION: Final = _table(
    "applications_population",
    _code(),
    _year("year", key=True),
    _persons("persons"),
    child_of="applications",
)
STATE: Final = _table(
    "state",
    _code(),
    _flag("under_pressure"),
    _flag("at_risk"),
    _flag("significant_situation"),
    _flag("pressure_by_arrivals"),
    _flag("pressure_by_search_and_rescue"),
    _day("benefitting_since"),
    _flag("systemic_shortcomings"),
    _persons("crisis_credit", null=False),
    _reference("crisis_credit_act"),
)
PLEDGE: Final = _table(
    "pledge",
    _code(),
    _one_of("relocations_status", RECORDED),
    _persons("relocations"),
    _one_of("financial_cents_status", RECORDED),
    _cents("financial_cents"),
    _one_of("alternative_status", RECORDED),
    _persons("of_which_beneficiaries", null=False),
    _reference("bilateral_agreement"),
    _persons("offsets_planned", null=False),
    _note(),
    _recorded("relocations"),
    _recorded("financial_cents"),
    child_of="state",
)
PLEDGE_SAID: Final = _table(
    "pledge_said",
    _code(),
    _one_of("type", TYPES, key=True),
    _one_of("certainty", Certainty, null=True),
    _reference("said_by"),
    _description("condition"),
    _flag("at_most"),
    _note(),
    *_original(),
    CheckConstraint("(original_currency IS NULL) = (original_hundredths IS NULL)"),
    CheckConstraint("type = 'financial' OR original_currency IS NULL"),
    child_of="pledge",
)
ALTERNATIVE_MEASURE: Final = _table(
    "alternative_measure",
    _code(),
    _position(),
    _description(),
    _one_of("kind", MeasureKind, null=True),
    _cents("value_cents"),
    _text("method", limits.DESCRIPTION),
    _flag("identified_in_proposal", null=True),
    *_original(),
    child_of="pledge",
)
DEDUCTION: Final = _table(
    "deduction",
    _code(),
    _position(),
    _one_of("basis", DeductionBasis),
    _one_of("stage", DeductionStage),
    _flag("full_extent"),
    _persons("relocations"),
    _cents("financial_cents"),
    _cents("alternative_cents"),
    _flag("self_declared"),
    _day("announced"),
    _day("requested"),
    _day("assessed"),
    _day("decided"),
    _reference("act"),
    _note(),
    *(_flag(name, null=True) for name in CONTENTS),
    CheckConstraint(
        "full_extent = (relocations IS NULL) AND full_extent = (financial_cents IS NULL) "
        "AND full_extent = (alternative_cents IS NULL)"
    ),
    child_of="state",
)
ASSOCIATED_CONTRIBUTION: Final = _table(
    "associated_contribution", _position(), _code(key=False), _description(), _cents("value_cents")
)
HOLIDAY: Final = _table("holiday", _position(), _day("dated", null=False), _reference("name"))
ACKNOWLEDGEMENT: Final = _table(
    "acknowledgement",
    _position(),
    _text("rule", NAME, null=False),
    _code("state", key=False, null=True),
    _text("message", limits.NOTE, null=False),
    _text("reason", limits.NOTE, null=False),
    _reference("acknowledged_by"),
    _day("dated"),
)

FORUM_TABLES: Final = {table.name: table for table in METADATA.tables.values()}
"""The tables that hold the forum, by name; the journal is not one of them."""


def _digest(name: str) -> Column[object]:
    return _checked(name, Text, f"length({name}) = 64", key=False, null=False)


def _entry(name: str, *, null: bool = True) -> Column[object]:
    """A column that names an entry of the journal by its number."""
    return _checked(name, Integer, f"{name} BETWEEN 1 AND seq", key=False, null=null)


JOURNAL: Final = Table(
    "journal",
    METADATA,
    Column("seq", Integer, CheckConstraint("seq >= 1"), primary_key=True),
    _one_of("action", ("create", "change", "undo", "redo", "migrate")),
    Column("kind", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("changes", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("operator", Text, nullable=False),
    Column("meeting", Text),
    _entry("target"),
    _entry("undo_top"),
    _entry("redo_top"),
    _entry("base", null=False),
    _digest("previous_hash"),
    _digest("state_hash"),
    Column("program", Text, nullable=False),
    Column("sqlite", Text, nullable=False),
    _digest("hash"),
    CheckConstraint("(action IN ('undo', 'redo')) = (target IS NOT NULL)"),
    sqlite_strict=True,
)

for _name, _event, _when, _why in (
    ("journal_keeps_entries", "DELETE", "", "no entry of the journal may be deleted"),
    ("journal_never_changes", "UPDATE", "", "no entry of the journal may be changed"),
    (
        "journal_grows_at_its_end",
        "INSERT",
        "WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM journal) ",
        "an entry of the journal follows the last one",
    ),
):
    event.listen(
        JOURNAL,
        "after_create",
        DDL(  # type: ignore[no-untyped-call]  # SQLAlchemy gives it no types
            f"CREATE TRIGGER {_name} BEFORE {_event} ON journal {_when}BEGIN SELECT RAISE(ABORT, '{_why}'); END"
        ),
    )
