"""Every cell of what a forum on migratory pressure records: its name, what is compared, how it is written."""

from typing import Final

from desktop_app.calc.contribution_types import SponsorshipActivity
from desktop_app.calc.differences import words
from desktop_app.calc.differences.compare import Field
from desktop_app.calc.differences.fields import countries, of, percent, some_of
from desktop_app.calc.differences.response_fields import exact_persons
from desktop_app.calc.migratory_pressure import (
    Credit,
    MigratoryPressure,
    PressureReport,
    PressureResponseAct,
    TypeRound,
)
from desktop_app.calc.pressure_plans import PressurePlan, TypeShares
from desktop_app.calc.pressure_situation import Blueprint, IndicatorFigure, NeedsAnalysis, Situation, SourceUsed
from desktop_app.calc.response_plans import ResponseMeasureKind
from desktop_app.calc.sentences import say

PROCEDURE: Final[tuple[Field[MigratoryPressure], ...]] = (
    of(say("triggered by"), "triggered_by", words.word),
    of(say("told to the others"), "notified", words.day),
    of(say("rapid response"), "rapid", words.yes_or_no),
    of(say("end of the forum"), "forum_ended", words.day),
    Field(
        say("benefitting from another procedure"),
        lambda each: frozenset(each.other_benefitting),
        lambda each: words.codes(each.other_benefitting),
    ),
)

INDICATOR: Final[tuple[Field[IndicatorFigure], ...]] = (
    of(say("in the Member State"), "state", words.whole),
    of(say("in the Union"), "union", words.whole),
    countries("nationalities"),
    of("note", "note", words.text),
)

SOURCE: Final[tuple[Field[SourceUsed], ...]] = (
    of("reference", "reference", words.text),
    of("date", "date", words.day),
    of(say("kind of report"), "kind", words.word),
    of("note", "note", words.text),
)

BLUEPRINT: Final[tuple[Field[Blueprint], ...]] = (
    of(say("stage 2"), "stage_two", words.yes_or_no),
    of("since", "since", words.day),
    of("ended", "ended", words.day),
    of(say("crisis response activated"), "crisis_response", words.yes_or_no),
    of(say("last meeting of the network"), "last_network_meeting", words.day),
    of("note", "note", words.text),
)

NEEDS: Final[tuple[Field[NeedsAnalysis], ...]] = (
    of("equipment", "equipment", words.text),
    of("staff", "staff", words.text),
    of("relocation", "relocation", words.text),
    of("co-payment", "co_payment", words.text),
)

SITUATION: Final[tuple[Field[Situation], ...]] = (of("note", "note", words.text),)

REPORT: Final[tuple[Field[PressureReport], ...]] = (
    of("reference", "reference", words.text),
    of("adopted", "adopted", words.day),
    of(say("finds pressure"), "under_pressure", words.yes_or_no),
    of(say("benefitting Member State"), "benefitting", words.plain),
    of("relocations", "relocations", words.whole),
    of(say("return sponsorship"), "sponsorship", words.whole),
    some_of(say("measures named"), "measures_named", ResponseMeasureKind),
    countries("nationalities"),
    of("capacity and needs", "capacity", words.text),
    of(say("what the state itself does"), "own_measures", words.text),
    of("timetable", "timetable", words.text),
    of("note", "note", words.text),
)

PLAN: Final[tuple[Field[PressurePlan], ...]] = (
    of("reference", "reference", words.text),
    of("submitted", "submitted", words.day),
    of(say("unaccompanied minors among the applicants"), "minors_applicants", words.whole),
    of(say("unaccompanied minors among the beneficiaries"), "minors_beneficiaries", words.whole),
    countries("nationalities"),
    some_of("activities", "activities", SponsorshipActivity),
    of(say("covered by measures"), "covered", exact_persons),
    of(say("10 % reduction asked for"), "reduction_requested", words.yes_or_no),
    of(say("average shown"), "average_shown", words.exact),
    of("note", "note", words.text),
)

SHARES: Final[tuple[Field[TypeShares], ...]] = (
    of("applicants", "applicants", percent, always=True),
    of(say("return sponsorship"), "sponsorship", percent, always=True),
    of("beneficiaries", "beneficiaries", percent, always=True),
)

ROUND: Final[tuple[Field[TypeRound], ...]] = (
    of("reason", "reason", words.text),
    of("opened", "opened", words.day),
    of("ended", "ended", words.day),
)

ACT: Final[tuple[Field[PressureResponseAct], ...]] = (
    of("adopted", "adopted", words.day),
    of("reference", "reference", words.text),
    of("urgent", "urgent", words.yes_or_no),
    of("ends", "ends", words.day),
    of("timetable", "timetable", words.text),
    of(say("report on the implementation"), "reported", words.day),
)

CREDIT: Final[tuple[Field[Credit], ...]] = (
    of(say("Member State"), "code", words.plain, always=True),
    of("helped", "benefitting", words.plain),
    of("type", "type", words.word, always=True),
    of("persons", "persons", words.whole, always=True),
    of("year", "year", words.plain),
    of("given", "given", words.day),
    of(say("on request"), "on_request", words.yes_or_no),
    of("delivered", "delivered", words.yes_or_no),
    of("note", "note", words.text),
)
