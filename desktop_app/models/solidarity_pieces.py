"""The pieces that migratory pressure and the voluntary mechanism share, and their rows (COM(2020) 610, Art. 55 to 60).

A support plan is one piece: its row, its lines of persons with what was delivered of each, and its measures.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from desktop_app.calc.contribution_types import ContributionType, SponsorshipActivity
from desktop_app.calc.forum import Forum, Procedure
from desktop_app.calc.listing_order import rates_in_order
from desktop_app.calc.response_plans import ResponseMeasure
from desktop_app.calc.sentences import say
from desktop_app.calc.solidarity_groups import ClockStart, RelocationGroup, SponsorshipGroup
from desktop_app.calc.solidarity_record import IncentiveRate, LogEntry, LogKind, SolidarityRecord
from desktop_app.calc.support_plans import Delivery, HelpRequest, SupportLine, SupportMeasure, SupportPlan
from desktop_app.models import columns, rows
from desktop_app.models.columns import (
    CENTS,
    COUNTRIES,
    COUNTRY,
    DAY,
    FLAG,
    PERSONS,
    Column,
    Row,
    Shape,
    UnreadableError,
    optional,
)
from desktop_app.models.interchange import limits
from desktop_app.models.kinds import Found, Kind, by_place
from desktop_app.models.places import Place, Records
from desktop_app.models.response_rows import MEASURE_COLUMNS
from desktop_app.models.rows import DESCRIPTION, NOTE, REFERENCE, listed, numbered, required

_CODE: Final = columns.text(2)
_NAME: Final = columns.text(limits.MEETING_NAME)

_REQUEST: Final = Shape(
    "help_request", (Column("benefitting", _CODE), Column("notified", optional(DAY)), Column("needs", optional(NOTE)))
)
_PLAN: Final = Shape(
    "support_plan",
    (
        Column("id", _NAME),
        Column("code", _CODE),
        Column("benefitting", _CODE),
        Column("reference", optional(REFERENCE)),
        Column("submitted", optional(DAY)),
        Column("on_request", FLAG),
        Column("consent", optional(DAY)),
        Column("fits_fund", FLAG),
        Column("note", optional(NOTE)),
    ),
)
_LINE: Final = Shape(
    "support_line",
    (
        Column("type", columns.one_of(ContributionType)),
        Column("persons", PERSONS),
        Column("minors", PERSONS),
        Column("nationalities", COUNTRIES),
        Column("timetable", optional(DESCRIPTION)),
    ),
)
_DELIVERY: Final = Shape(
    "support_delivery", (Column("on", optional(DAY), "dated"), Column("persons", PERSONS), Column("minors", PERSONS))
)
_MEASURE: Final = Shape("support_measure", MEASURE_COLUMNS)
_MEASURE_DELIVERED: Final = Shape("support_measure", (Column("delivered", optional(DAY)),))
_SPONSORSHIP: Final = Shape(
    "sponsorship_group",
    (
        Column("id", _NAME),
        Column("sponsor", _CODE),
        Column("benefitting", optional(_CODE)),
        Column("nationality", optional(COUNTRY)),
        Column("persons", PERSONS),
        Column("minors", PERSONS),
        Column("activities", columns.several_of(SponsorshipActivity)),
        Column("start", columns.one_of(ClockStart), "clock_start"),
        Column("started", optional(DAY)),
        Column("returned", PERSONS),
        Column("told", optional(DAY)),
        Column("taken_over", PERSONS),
        Column("taken_over_minors", PERSONS),
        Column("taken_over_on", optional(DAY)),
        Column("note", optional(NOTE)),
    ),
)
_RELOCATION: Final = Shape(
    "relocation_group",
    (
        Column("id", _NAME),
        Column("relocating", _CODE),
        Column("benefitting", optional(_CODE)),
        Column("type", columns.one_of(ContributionType)),
        Column("persons", PERSONS),
        Column("minors", PERSONS),
        Column("security_checked", optional(DAY)),
        Column("consent", FLAG),
        Column("granted", optional(DAY)),
        Column("linked", PERSONS),
        Column("sent", optional(DAY)),
        Column("postponed", optional(DAY)),
        Column("confirmed", optional(DAY)),
        Column("refused", PERSONS),
        Column("decided", optional(DAY)),
        Column("appeal_ended", optional(DAY)),
        Column("transferred", optional(DAY)),
        Column("arrived", PERSONS),
        Column("arrived_minors", PERSONS),
        Column("note", optional(NOTE)),
    ),
)
_INCENTIVE: Final = Shape(
    "incentive_rate",
    (
        Column("since", optional(DAY)),
        Column("person_cents", CENTS),
        Column("minor_cents", CENTS),
        Column("transfer_cents", CENTS),
        Column("reference", optional(REFERENCE)),
    ),
)
_LOG: Final = Shape(
    "log_entry",
    (
        Column("on", optional(DAY), "dated"),
        Column("kind", columns.one_of(LogKind)),
        Column("text", NOTE),
        Column("code", optional(_CODE)),
        Column("other", optional(_CODE)),
    ),
)


def _plan_records(key: Place, plan: SupportPlan) -> Records:
    records: Records = {("support_plan", key): _PLAN.row(plan)}
    records |= numbered("support_line", map(_LINE.row, plan.lines), key)
    for place, line in enumerate(plan.lines):
        records |= numbered("support_delivery", map(_DELIVERY.row, line.deliveries), (*key, place))
    offered = ({**_MEASURE.row(each.measure), **_MEASURE_DELIVERED.row(each)} for each in plan.measures)
    return records | numbered("support_measure", offered, key)


def _build_plan(key: Place, rows: Records) -> SupportPlan:
    lines = listed(rows, "support_line", key)
    orphans = {place[:-1] for table, place in rows if table == "support_delivery"}
    orphans -= {(*key, place) for place in range(len(lines))}
    if orphans:
        raise UnreadableError(say("support_delivery: something was delivered of a line that is not there"))
    return SupportPlan(
        lines=tuple(_build_line((*key, place), row, rows) for place, row in enumerate(lines)),
        measures=tuple(map(_build_measure, listed(rows, "support_measure", key))),
        **_PLAN.attributes(required(rows, "support_plan", key)),
    )


def _build_line(key: Place, row: Row, rows: Records) -> SupportLine:
    own = {
        (table, place): each
        for (table, place), each in rows.items()
        if table == "support_delivery" and place[:-1] == key
    }
    deliveries = tuple(Delivery(**_DELIVERY.attributes(each)) for each in listed(own, "support_delivery", key))
    return SupportLine(deliveries=deliveries, **_LINE.attributes(row))


def _build_measure(row: Row) -> SupportMeasure:
    return SupportMeasure(ResponseMeasure(**_MEASURE.attributes(row)), **_MEASURE_DELIVERED.attributes(row))


_SHARED: Final = frozenset({Procedure.MIGRATORY_PRESSURE, Procedure.VOLUNTARY})


def _incentives(forum: Forum) -> Iterable[IncentiveRate]:
    return rates_in_order(forum.solidarity.incentives)


KINDS: Final = (
    Kind(
        "help_request",
        ("help_request",),
        by_place(lambda f: f.solidarity.requests),
        *rows.one(_REQUEST, HelpRequest),
        procedures=_SHARED,
    ),
    Kind(
        "support_plan",
        ("support_plan", "support_line", "support_delivery", "support_measure"),
        by_place(lambda f: f.solidarity.support_plans),
        _plan_records,
        _build_plan,
        procedures=_SHARED,
    ),
    Kind(
        "sponsorship_group",
        ("sponsorship_group",),
        by_place(lambda f: f.solidarity.sponsorship_groups),
        *rows.one(_SPONSORSHIP, SponsorshipGroup),
        procedures=_SHARED,
    ),
    Kind(
        "relocation_group",
        ("relocation_group",),
        by_place(lambda f: f.solidarity.relocation_groups),
        *rows.one(_RELOCATION, RelocationGroup),
        procedures=_SHARED,
    ),
    Kind(
        "incentive_rate",
        ("incentive_rate",),
        by_place(_incentives),
        *rows.one(_INCENTIVE, IncentiveRate),
        procedures=_SHARED,
    ),
    Kind(
        "log_entry",
        ("log_entry",),
        by_place(lambda f: f.solidarity.log),
        *rows.one(_LOG, LogEntry),
        procedures=_SHARED,
    ),
)
"""What stands in either procedure."""


def together(shared: Forum, found: Found) -> Forum:
    """Return the forum with what its pieces record of solidarity."""
    recorded = SolidarityRecord(
        requests=found.placed("help_request"),
        support_plans=found.placed("support_plan"),
        sponsorship_groups=found.placed("sponsorship_group"),
        relocation_groups=found.placed("relocation_group"),
        incentives=found.placed("incentive_rate"),
        log=found.placed("log_entry"),
    )
    return replace(shared, solidarity=recorded)
