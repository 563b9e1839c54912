"""The tables of a forum file, as SQLAlchemy describes them.

The file itself is made by the numbered migrations beside this module; a test proves that both say the
same. SQLAlchemy's Core is used without its object layer: the forum is a frozen value, rows are plain
mappings, and nothing is ever loaded lazily.

Whatever changes the tables, or what :func:`~desktop_app.models.interchange.state_hash` covers, needs a
new migration (an empty one where no table changes), because each journal entry keeps the state's hash.
"""

from typing import Final

from sqlalchemy import DDL, CheckConstraint, Column, ForeignKeyConstraint, Index, Integer, Table, Text, event

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
from desktop_app.models.interchange import limits
from desktop_app.models.places import ACTS, CONTENTS, FIGURES, TYPES
from desktop_app.models.schema_parts import (
    METADATA,
    NAME,
    cents,
    checked,
    code,
    day,
    description,
    flag,
    note,
    one_of,
    only_row,
    persons,
    position,
    reference,
    table,
    text,
    year,
)
from desktop_app.models.schema_proposal_2020 import PRESSURE_TABLES, SOLIDARITY_TABLES, VOLUNTARY_TABLES
from desktop_app.models.schema_search_and_rescue import SEARCH_AND_RESCUE_TABLES
from desktop_app.models.schema_vote import VOTE_TABLES

__all__ = [
    "CHECKPOINT",
    "FORUM_TABLES",
    "JOURNAL",
    "LINE",
    "LINE_ENTRY",
    "METADATA",
    "PRESSURE_TABLES",
    "SEARCH_AND_RESCUE_TABLES",
    "SOLIDARITY_TABLES",
    "TOUCHED",
    "VOLUNTARY_TABLES",
    "VOTE_TABLES",
]


def _recorded(name: str) -> CheckConstraint:
    """A value stands in column ``name`` exactly when its status says so."""
    return CheckConstraint(f"({name}_status = 'given') = ({name} IS NOT NULL)")


RECORDED: Final = ("absent", "none", "given")
"""What has been recorded for one type of pledge: nothing yet, explicitly none, a value."""


def _original() -> tuple[Column[object], ...]:
    """What was said in another currency; all of it may be missing."""
    return (
        checked("original_currency", Text, "length(original_currency) = 3", key=False, null=True),
        cents("original_hundredths"),
        text("original_rate", NAME),
        day("original_rate_date"),
        reference("original_rate_source"),
    )


FORUM: Final = table(
    "forum",
    only_row(),
    one_of("procedure", Procedure),
    text("title", limits.TITLE),
    note(),
    year("year"),
    one_of("classification", Classification),
    day("adopted"),
    day("as_of"),
    one_of("shares_status", SharesStatus),
    reference("applications_source"),
)
ADOPTED_ACT: Final = table("adopted_act", only_row(), text("number", limits.ACT_NUMBER), reference("official_journal"))
READING: Final = table("reading", text("name", NAME, key=True), text("value", NAME, null=False))
SOURCE_ACT: Final = table("source_act", one_of("act", ACTS, key=True), reference("reference"), day("dated"))
REFERENCE_KEY: Final = table(
    "reference_key",
    only_row(),
    day("population_date"),
    reference("population_source"),
    year("gdp_year"),
    reference("gdp_source"),
    day("population_extracted"),
    day("gdp_extracted"),
)
KEY_STATE: Final = table(
    "key_state", code(), persons("population"), cents("gdp"), flag("participates"), description("remark")
)
KEY_STATE_FLAG: Final = table(
    "key_state_flag",
    code(),
    one_of("figure", FIGURES, key=True),
    one_of("flag", DataFlag, key=True),
    child_of="key_state",
)
ADOPTED_SHARE: Final = table("adopted_share", code(), text("percent", NAME, null=False))
POOL: Final = table(
    "pool",
    only_row(),
    persons("relocations"),
    cents("financial_cents"),
    persons("proposal_relocations"),
    cents("proposal_financial_cents"),
    flag("exceptional"),
    text("sar_percent", NAME),
)
NAMED_MEASURE: Final = table("named_measure", position(), reference("name", null=False))
MEETING: Final = table(
    "meeting", position(), text("id", limits.MEETING_NAME, null=False), one_of("kind", MeetingKind), day("dated")
)
APPLICATIONS: Final = table("applications", code())
APPLICATIONS_YEAR: Final = table(
    "applications_year", code(), year("year", key=True), persons("persons"), child_of="applications"
)
APPLICATIONS_POPULATION: Final = table(
    "applications_population",
    code(),
    year("year", key=True),
    persons("persons"),
    child_of="applications",
)
STATE: Final = table(
    "state",
    code(),
    flag("under_pressure"),
    flag("at_risk"),
    flag("significant_situation"),
    flag("pressure_by_arrivals"),
    flag("pressure_by_search_and_rescue"),
    day("benefitting_since"),
    flag("systemic_shortcomings"),
    persons("crisis_credit", null=False),
    reference("crisis_credit_act"),
)
PLEDGE: Final = table(
    "pledge",
    code(),
    one_of("relocations_status", RECORDED),
    persons("relocations"),
    one_of("financial_cents_status", RECORDED),
    cents("financial_cents"),
    one_of("alternative_status", RECORDED),
    persons("of_which_beneficiaries", null=False),
    reference("bilateral_agreement"),
    persons("offsets_planned", null=False),
    note(),
    _recorded("relocations"),
    _recorded("financial_cents"),
    child_of="state",
)
PLEDGE_SAID: Final = table(
    "pledge_said",
    code(),
    one_of("type", TYPES, key=True),
    one_of("certainty", Certainty, null=True),
    reference("said_by"),
    description("condition"),
    flag("at_most"),
    note(),
    *_original(),
    CheckConstraint("(original_currency IS NULL) = (original_hundredths IS NULL)"),
    CheckConstraint("type = 'financial' OR original_currency IS NULL"),
    child_of="pledge",
)
ALTERNATIVE_MEASURE: Final = table(
    "alternative_measure",
    code(),
    position(),
    description(),
    one_of("kind", MeasureKind, null=True),
    cents("value_cents"),
    text("method", limits.DESCRIPTION),
    flag("identified_in_proposal", null=True),
    *_original(),
    child_of="pledge",
)
DEDUCTION: Final = table(
    "deduction",
    code(),
    position(),
    one_of("basis", DeductionBasis),
    one_of("stage", DeductionStage),
    flag("full_extent"),
    persons("relocations"),
    cents("financial_cents"),
    cents("alternative_cents"),
    flag("self_declared"),
    day("announced"),
    day("requested"),
    day("assessed"),
    day("decided"),
    reference("act"),
    note(),
    *(flag(name, null=True) for name in CONTENTS),
    CheckConstraint(
        "full_extent = (relocations IS NULL) AND full_extent = (financial_cents IS NULL) "
        "AND full_extent = (alternative_cents IS NULL)"
    ),
    child_of="state",
)
ASSOCIATED_CONTRIBUTION: Final = table(
    "associated_contribution", position(), code(key=False), description(), cents("value_cents")
)
HOLIDAY: Final = table("holiday", position(), day("dated", null=False), reference("name"))
ACKNOWLEDGEMENT: Final = table(
    "acknowledgement",
    position(),
    text("rule", NAME, null=False),
    code("state", key=False, null=True),
    text("message", limits.NOTE, null=False),
    text("reason", limits.NOTE, null=False),
    reference("acknowledged_by"),
    day("dated"),
)

FORUM_TABLES: Final = {each.name: each for each in METADATA.tables.values()}
"""The tables that hold the forum, by name; the journal is not one of them."""


def _digest(name: str) -> Column[object]:
    return checked(name, Text, f"length({name}) = 64", key=False, null=False)


def _entry(name: str, *, null: bool = True) -> Column[object]:
    """A column that names an entry of the journal by its number."""
    return checked(name, Integer, f"{name} BETWEEN 1 AND seq", key=False, null=null)


def _chain(name: str, *key: Column[object], child: tuple[ForeignKeyConstraint, ...] = ()) -> Table:
    """A table of journal entries, each sealed with the hash of the one before it."""
    return Table(
        name,
        METADATA,
        *key,
        one_of("action", ("create", "change", "undo", "redo", "migrate", "mark")),
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
        Column("reason", Text),
        Column("particulars", Text),
        Column("desk", Text),
        _digest("hash"),
        CheckConstraint("(action IN ('undo', 'redo')) = (target IS NOT NULL)"),
        *child,
        sqlite_strict=True,
    )


def _seq(*, key: bool = True) -> Column[object]:
    return Column("seq", Integer, CheckConstraint("seq >= 1"), primary_key=key, nullable=False)


JOURNAL: Final = _chain("journal", _seq())
"""The record: every change of the forum, and every mark put on it."""

TOUCHED: Final = Table(
    "touched",
    METADATA,
    Column("code", Text, primary_key=True, nullable=False),
    Column("cell", Text, primary_key=True, nullable=False),
    _seq(),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
"""Which entries of the record touched what: an index, made from the journal."""

CHECKPOINT: Final = Table("checkpoint", METADATA, _seq(), Column("records", Text, nullable=False), sqlite_strict=True)
"""All rows as they stood after an entry of the record: any moment is near one of them."""

LINE: Final = Table(
    "line",
    METADATA,
    Column("id", Integer, CheckConstraint("id >= 1"), primary_key=True, nullable=False),
    one_of("kind", ("scenario", "merged")),
    Column("name", Text, CheckConstraint("length(name) BETWEEN 1 AND 200"), nullable=False),
    note(),
    Column("origin", Integer, CheckConstraint("origin >= 1"), nullable=False),
    flag("put_away"),
    Column("entries", Integer, CheckConstraint("entries >= 0"), nullable=False),
    sqlite_strict=True,
)
"""The lines beside the record: scenarios, and entries of another desk that were merged."""

LINE_ENTRY: Final = _chain(
    "line_entry",
    Column("line", Integer, primary_key=True, nullable=False),
    _seq(),
    child=(ForeignKeyConstraint(["line"], ["line.id"], deferrable=True, initially="DEFERRED"),),
)
"""The entries of all lines."""

Index("journal_by_state", JOURNAL.c.state_hash)
Index("journal_told", JOURNAL.c.seq, sqlite_where=JOURNAL.c.particulars.is_not(None))
Index("journal_by_target", JOURNAL.c.target, sqlite_where=JOURNAL.c.target.is_not(None))
Index("touched_by_cell", TOUCHED.c.cell, TOUCHED.c.seq)
Index("line_entry_by_state", LINE_ENTRY.c.state_hash)


def _kept(entries: Table, grows: str) -> None:
    """Have SQLite itself keep entries from being deleted, changed, or written anywhere but at the end."""
    for name, happening, when, why in (
        ("keeps_entries", "DELETE", "", "no entry of the journal may be deleted"),
        ("never_changes", "UPDATE", "", "no entry of the journal may be changed"),
        ("grows_at_its_end", "INSERT", f"WHEN {grows} ", "an entry of the journal follows the last one"),
    ):
        trigger = (
            f"CREATE TRIGGER {entries.name}_{name} BEFORE {happening} ON {entries.name} {when}"
            f"BEGIN SELECT RAISE(ABORT, '{why}'); END"
        )
        event.listen(entries, "after_create", DDL(trigger))  # type: ignore[no-untyped-call]  # SQLAlchemy gives no types


_kept(JOURNAL, "NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM journal)")
_kept(LINE_ENTRY, "NEW.seq <> (SELECT coalesce(max(seq) + 1, NEW.seq) FROM line_entry WHERE line = NEW.line)")
