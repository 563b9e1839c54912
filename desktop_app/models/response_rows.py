"""The rows of a forum on search and rescue: report, plans, act, and what is drawn from the pools."""

from typing import Final

from desktop_app.calc.response_plans import Cover, ResponseMeasure, ResponseMeasureKind, ResponsePlan
from desktop_app.calc.search_and_rescue import ActPath, DisembarkationAct, Judgement, ManagementReport, RoundKind
from desktop_app.calc.sentences import say
from desktop_app.calc.validity_search_and_rescue import MAXIMUM_REVISION
from desktop_app.models import columns
from desktop_app.models.columns import CENTS, DAY, EXACT_PERSONS, FLAG, PERSONS, Column, Row, Shape, optional
from desktop_app.models.interchange import fields, limits
from desktop_app.models.places import NAMED, ONLY, Place, Records
from desktop_app.models.rows import DESCRIPTION, NOTE, REFERENCE, listed, numbered, required

_CODE: Final = columns.text(2)
_REVISION: Final = columns.Codec(int, fields.whole(say("the number of a revision"), 0, MAXIMUM_REVISION))

PARTICULARS: Final = Shape(
    "search_and_rescue", (Column("requested", optional(DAY)), Column("forum_ended", optional(DAY)))
)
_REPORT: Final = Shape(
    "management_report",
    (
        Column("reference", optional(REFERENCE)),
        Column("adopted", optional(DAY)),
        Column("vulnerable", FLAG),
        Column("note", optional(NOTE)),
    ),
)
DISEMBARKATION: Final = Shape("disembarkation", (Column("relocations", optional(PERSONS)),))
_PLAN: Final = Shape(
    "response_plan",
    (
        Column("reference", optional(REFERENCE)),
        Column("submitted", optional(DAY)),
        Column("relocations", PERSONS),
        Column("vulnerable", PERSONS),
        Column("note", optional(NOTE)),
    ),
)
_COVER: Final = Shape(
    "response_plan",
    (Column("relocations", PERSONS, "cover_relocations"), Column("sponsorship", PERSONS, "cover_sponsorship")),
)
MEASURE_COLUMNS: Final = (
    Column("kind", optional(columns.one_of(ResponseMeasureKind))),
    Column("amount", optional(DESCRIPTION)),
    Column("description", optional(DESCRIPTION)),
    Column("timetable", optional(DESCRIPTION)),
    Column("persons_equivalent", optional(EXACT_PERSONS)),
    Column("value_cents", optional(CENTS)),
)
"""A measure of Art. 45(1)(d), on whatever form it stands."""
_MEASURE: Final = Shape("response_measure", MEASURE_COLUMNS)
ROUND: Final = Shape(
    "forum_round",
    (
        Column("id", columns.text(limits.MEETING_NAME)),
        Column("kind", optional(columns.one_of(RoundKind))),
        Column("reason", optional(NOTE)),
        Column("opened", optional(DAY)),
        Column("ended", optional(DAY)),
        Column("benefitting", optional(_CODE)),
    ),
)
_ACT: Final = Shape(
    "disembarkation_act",
    (
        Column("path", optional(columns.one_of(ActPath))),
        Column("adopted", optional(DAY)),
        Column("reference", optional(REFERENCE)),
    ),
)
_JUDGEMENT: Final = Shape(
    "disembarkation_act",
    (
        Column("on", optional(DAY), "judged_on"),
        Column("by", optional(REFERENCE), "judged_by"),
        Column("reason", optional(NOTE), "judged_because"),
    ),
)
PRESSURE_ACT: Final = Shape(
    "pressure_act",
    (Column("benefitting", optional(_CODE)), Column("reported", optional(DAY)), Column("adopted", optional(DAY))),
)
CALL: Final = Shape(
    "pool_call",
    (Column("benefitting", _CODE), Column("requested", optional(DAY)), Column("needs", optional(NOTE))),
)
USE: Final = Shape(
    "pool_use",
    (
        Column("benefitting", _CODE),
        Column("date", optional(DAY), "dated"),
        Column("persons", PERSONS),
        Column("used_for", optional(_CODE)),
        Column("not_at_risk", optional(NOTE)),
        Column("contributor", optional(_CODE)),
        Column("nationality", optional(columns.text(limits.NATIONALITY))),
        Column("note", optional(NOTE)),
    ),
)
RAISE: Final = Shape(
    "voluntary_raise",
    (
        Column("code", _CODE),
        Column("benefitting", _CODE),
        Column("relocations", PERSONS),
        Column("date", optional(DAY), "dated"),
        Column("note", optional(NOTE)),
    ),
)
TOP_UP: Final = Shape(
    "top_up",
    (
        Column("benefitting", _CODE),
        Column("relocations", PERSONS),
        Column("adopted", optional(DAY)),
        Column("reference", optional(REFERENCE)),
    ),
)


def report_records(_key: Place, report: ManagementReport) -> Records:
    """Return the row of the report; its Member States of disembarkation are pieces of their own."""
    named: Row = {name: int(kind in report.measures_named) for name, kind in NAMED.items()}
    return {("management_report", ONLY): {**named, **_REPORT.row(report)}}


def build_report(_key: Place, rows: Records) -> ManagementReport:
    """Return the report without its Member States of disembarkation."""
    row = required(rows, "management_report", ONLY)
    named = tuple(
        kind for name, kind in NAMED.items() if columns.read(f"management_report.{name}", FLAG, row.get(name))
    )
    return ManagementReport(measures_named=named, **_REPORT.attributes(row))


def plan_records(key: Place, plan: ResponsePlan) -> Records:
    """Return the rows of one revision of a plan."""
    columns.write(f"response_plan[{plan.code}].revision", _REVISION, plan.revision)
    cover = dict.fromkeys(each.name for each in _COVER.columns) if plan.cover is None else _COVER.row(plan.cover)
    return {
        ("response_plan", key): {**_PLAN.row(plan), **cover},
        **numbered("response_measure", map(_MEASURE.row, plan.measures), key),
    }


def build_plan(key: Place, rows: Records) -> ResponsePlan:
    """Return one revision of a plan."""
    row = required(rows, "response_plan", key)
    unsaid = all(row.get(each.name) is None for each in _COVER.columns)
    measures = listed(rows, "response_measure", key)
    return ResponsePlan(
        str(key[0]),
        revision=columns.read("response_plan.revision", _REVISION, key[1]),
        **_PLAN.attributes(row),
        cover=None if unsaid else Cover(**_COVER.attributes(row)),
        measures=tuple(ResponseMeasure(**_MEASURE.attributes(each)) for each in measures),
    )


def act_records(_key: Place, act: DisembarkationAct) -> Records:
    """Return the row of judgement and act."""
    return {("disembarkation_act", ONLY): {**_ACT.row(act), **_JUDGEMENT.row(act.judgement or Judgement())}}


def build_act(_key: Place, rows: Records) -> DisembarkationAct:
    """Return judgement and act; a judgement of which nothing is said is none."""
    row = required(rows, "disembarkation_act", ONLY)
    judgement = Judgement(**_JUDGEMENT.attributes(row))
    return DisembarkationAct(**_ACT.attributes(row), judgement=None if judgement == Judgement() else judgement)
