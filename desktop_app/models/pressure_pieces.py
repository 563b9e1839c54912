"""The pieces of a forum on migratory pressure beside those of every forum, and their rows (COM(2020) 610)."""

from dataclasses import replace
from typing import Final

from desktop_app.calc.contribution_types import ContributionType, SponsorshipActivity
from desktop_app.calc.forum import Forum, Procedure
from desktop_app.calc.migratory_pressure import (
    Credit,
    MigratoryPressure,
    PressureReport,
    PressureResponseAct,
    Trigger,
    TypeRound,
    TypesSet,
)
from desktop_app.calc.pressure_plans import PressurePlan, TypeShares
from desktop_app.calc.pressure_situation import (
    Blueprint,
    IndicatorFigure,
    NeedsAnalysis,
    PressureIndicator,
    PressureSource,
    Situation,
    SituationReportKind,
    SourceUsed,
)
from desktop_app.calc.response_plans import ResponseMeasure, ResponseMeasureKind
from desktop_app.calc.sentences import say
from desktop_app.calc.validity_parts import MAXIMUM_REVISION
from desktop_app.models import columns, rows
from desktop_app.models.columns import (
    COUNTRIES,
    DAY,
    EXACT_PERSONS,
    FLAG,
    MEAN,
    PERSONS,
    SHARE,
    YEAR,
    Codec,
    Column,
    Shape,
    optional,
)
from desktop_app.models.interchange import fields, limits
from desktop_app.models.kinds import Found, Kind, by_code, by_place, single
from desktop_app.models.places import ONLY, Place, Records
from desktop_app.models.response_rows import MEASURE_COLUMNS
from desktop_app.models.rows import NOTE, REFERENCE, listed, numbered, required
from desktop_app.models.solidarity_pieces import together as with_solidarity

_CODE: Final = columns.text(2)
_REVISION: Final = Codec(int, fields.whole(say("the number of a revision"), 0, MAXIMUM_REVISION))

_PARTICULARS: Final = Shape(
    "migratory_pressure",
    (
        Column("triggered_by", optional(columns.one_of(Trigger))),
        Column("notified", optional(DAY)),
        Column("rapid", FLAG),
        Column("forum_ended", optional(DAY)),
    ),
)
_SITUATION: Final = Shape("pressure_situation", (Column("note", optional(NOTE)),))
_BLUEPRINT: Final = Shape(
    "pressure_situation",
    (
        Column("stage_two", FLAG),
        Column("since", optional(DAY), "stage_two_since"),
        Column("ended", optional(DAY), "stage_two_ended"),
        Column("crisis_response", FLAG),
        Column("last_network_meeting", optional(DAY)),
        Column("note", optional(NOTE), "blueprint_note"),
    ),
)
_NEEDS: Final = Shape(
    "pressure_situation",
    (
        Column("equipment", optional(NOTE), "needs_equipment"),
        Column("staff", optional(NOTE), "needs_staff"),
        Column("relocation", optional(NOTE), "needs_relocation"),
        Column("co_payment", optional(NOTE), "needs_co_payment"),
    ),
)
_INDICATOR: Final = Shape(
    "pressure_indicator",
    (
        Column("indicator", columns.one_of(PressureIndicator)),
        Column("state", optional(PERSONS), "in_the_state"),
        Column("union", optional(PERSONS), "in_the_union"),
        Column("nationalities", COUNTRIES),
        Column("note", optional(NOTE)),
    ),
)
_SOURCE: Final = Shape(
    "pressure_source",
    (
        Column("source", columns.one_of(PressureSource)),
        Column("reference", optional(REFERENCE)),
        Column("date", optional(DAY), "dated"),
        Column("kind", optional(columns.one_of(SituationReportKind))),
        Column("note", optional(NOTE)),
    ),
)
_REPORT: Final = Shape(
    "pressure_report",
    (
        Column("reference", optional(REFERENCE)),
        Column("adopted", optional(DAY)),
        Column("under_pressure", FLAG),
        Column("benefitting", optional(_CODE)),
        Column("relocations", optional(PERSONS)),
        Column("sponsorship", optional(PERSONS)),
        Column("measures_named", columns.several_of(ResponseMeasureKind)),
        Column("nationalities", COUNTRIES),
        Column("capacity", optional(NOTE)),
        Column("own_measures", optional(NOTE)),
        Column("timetable", optional(NOTE)),
        Column("note", optional(NOTE)),
    ),
)
_OTHER: Final = Shape("other_benefitting", ())
_SHARES: Final = (Column("applicants", SHARE), Column("sponsorship", SHARE), Column("beneficiaries", SHARE))
_PLAN_SHARES: Final = Shape("pressure_plan", _SHARES)
_PLAN: Final = Shape(
    "pressure_plan",
    (
        Column("reference", optional(REFERENCE)),
        Column("submitted", optional(DAY)),
        Column("minors_applicants", PERSONS),
        Column("minors_beneficiaries", PERSONS),
        Column("nationalities", COUNTRIES),
        Column("activities", columns.several_of(SponsorshipActivity)),
        Column("covered", EXACT_PERSONS),
        Column("reduction_requested", FLAG),
        Column("average_shown", optional(MEAN)),
        Column("note", optional(NOTE)),
    ),
)
_MEASURE: Final = Shape("pressure_measure", MEASURE_COLUMNS)
_ROUND: Final = Shape(
    "type_round",
    (
        Column("id", columns.text(limits.MEETING_NAME)),
        Column("reason", optional(NOTE)),
        Column("opened", optional(DAY)),
        Column("ended", optional(DAY)),
    ),
)
_ACT: Final = Shape(
    "pressure_response_act",
    (
        Column("adopted", optional(DAY)),
        Column("reference", optional(REFERENCE)),
        Column("urgent", FLAG),
        Column("ends", optional(DAY)),
        Column("timetable", optional(NOTE)),
        Column("reported", optional(DAY)),
    ),
)
_TYPES_SET: Final = Shape("types_set", _SHARES)
_CREDIT: Final = Shape(
    "credit",
    (
        Column("code", _CODE),
        Column("benefitting", optional(_CODE)),
        Column("type", columns.one_of(ContributionType)),
        Column("persons", PERSONS),
        Column("year", optional(YEAR)),
        Column("given", optional(DAY)),
        Column("on_request", FLAG),
        Column("delivered", FLAG),
        Column("note", optional(NOTE)),
    ),
)


def _situation_records(_key: Place, situation: Situation) -> Records:
    row = {**_SITUATION.row(situation), **_BLUEPRINT.row(situation.blueprint), **_NEEDS.row(situation.needs)}
    return {("pressure_situation", ONLY): row}


def _build_situation(_key: Place, rows: Records) -> Situation:
    row = required(rows, "pressure_situation", ONLY)
    blueprint, needs = Blueprint(**_BLUEPRINT.attributes(row)), NeedsAnalysis(**_NEEDS.attributes(row))
    return Situation(blueprint=blueprint, needs=needs, **_SITUATION.attributes(row))


def _plan_records(key: Place, plan: PressurePlan) -> Records:
    columns.write(f"pressure_plan[{plan.code}].revision", _REVISION, plan.revision)
    return {
        ("pressure_plan", key): {**_PLAN.row(plan), **_PLAN_SHARES.row(plan.shares)},
        **numbered("pressure_measure", map(_MEASURE.row, plan.measures), key),
    }


def _build_plan(key: Place, rows: Records) -> PressurePlan:
    row = required(rows, "pressure_plan", key)
    return PressurePlan(
        str(key[0]),
        revision=columns.read("pressure_plan.revision", _REVISION, key[1]),
        shares=TypeShares(**_PLAN_SHARES.attributes(row)),
        measures=tuple(ResponseMeasure(**_MEASURE.attributes(each)) for each in listed(rows, "pressure_measure", key)),
        **_PLAN.attributes(row),
    )


def _types_records(key: Place, chosen: TypesSet) -> Records:
    return {("types_set", key): _TYPES_SET.row(chosen.shares)}


def _build_types(key: Place, rows: Records) -> TypesSet:
    return TypesSet(str(key[0]), TypeShares(**_TYPES_SET.attributes(required(rows, "types_set", key))))


_PRESSURE: Final = frozenset({Procedure.MIGRATORY_PRESSURE})

KINDS: Final = (
    Kind(
        "migratory_pressure",
        ("migratory_pressure",),
        single(lambda f: f.migratory_pressure),
        *rows.one(_PARTICULARS, MigratoryPressure),
        procedures=_PRESSURE,
        single=True,
    ),
    Kind(
        "pressure_situation",
        ("pressure_situation",),
        single(lambda f: f.migratory_pressure.situation),
        _situation_records,
        _build_situation,
        procedures=_PRESSURE,
        single=True,
    ),
    Kind(
        "pressure_indicator",
        ("pressure_indicator",),
        by_place(lambda f: f.migratory_pressure.situation.indicators),
        *rows.one(_INDICATOR, IndicatorFigure),
        procedures=_PRESSURE,
    ),
    Kind(
        "pressure_source",
        ("pressure_source",),
        by_place(lambda f: f.migratory_pressure.situation.sources),
        *rows.one(_SOURCE, SourceUsed),
        procedures=_PRESSURE,
    ),
    Kind(
        "pressure_report",
        ("pressure_report",),
        single(lambda f: f.migratory_pressure.report),
        *rows.one(_REPORT, PressureReport),
        procedures=_PRESSURE,
        single=True,
    ),
    Kind(
        "other_benefitting",
        ("other_benefitting",),
        lambda f: [((code,), code) for code in f.migratory_pressure.other_benefitting],
        *rows.of_a_state(_OTHER, str),
        procedures=_PRESSURE,
    ),
    Kind(
        "pressure_plan",
        ("pressure_plan", "pressure_measure"),
        lambda f: [((plan.code, plan.revision), plan) for plan in f.migratory_pressure.plans],
        _plan_records,
        _build_plan,
        procedures=_PRESSURE,
        key_parts=2,
    ),
    Kind(
        "type_round",
        ("type_round",),
        by_place(lambda f: f.migratory_pressure.rounds),
        *rows.one(_ROUND, TypeRound),
        procedures=_PRESSURE,
    ),
    Kind(
        "pressure_response_act",
        ("pressure_response_act",),
        single(lambda f: f.migratory_pressure.act),
        *rows.one(_ACT, PressureResponseAct),
        procedures=_PRESSURE,
        single=True,
    ),
    Kind(
        "types_set",
        ("types_set",),
        by_code(lambda f: f.migratory_pressure.act.types_set),
        _types_records,
        _build_types,
        procedures=_PRESSURE,
    ),
    Kind(
        "credit",
        ("credit",),
        by_place(lambda f: f.migratory_pressure.credits),
        *rows.one(_CREDIT, Credit),
        procedures=_PRESSURE,
    ),
)
"""Beside those of every forum, the key, the applications and what is recorded of solidarity."""


def migratory_pressure(shared: Forum, found: Found) -> Forum:
    """Return the forum with what its pieces record of the procedure."""
    situation = replace(
        found.only("pressure_situation"),
        indicators=found.placed("pressure_indicator"),
        sources=found.placed("pressure_source"),
    )
    recorded = replace(
        found.only("migratory_pressure"),
        situation=situation,
        report=found.only("pressure_report"),
        other_benefitting=found.ordered("other_benefitting"),
        plans=found.ordered("pressure_plan"),
        rounds=found.placed("type_round"),
        act=replace(found.only("pressure_response_act"), types_set=found.ordered("types_set")),
        credits=found.placed("credit"),
    )
    with_pressure = replace(shared, migratory_pressure=recorded, applications=found.ordered("applications"))
    return with_solidarity(with_pressure, found)
