"""Every cell of what migratory pressure and the voluntary mechanism both record: its name, and how it is written."""

from typing import Final

from desktop_app.calc.contribution_types import SponsorshipActivity
from desktop_app.calc.differences import words
from desktop_app.calc.differences.compare import Field
from desktop_app.calc.differences.fields import countries, of, some_of
from desktop_app.calc.differences.response_fields import MEASURE
from desktop_app.calc.sentences import say
from desktop_app.calc.solidarity_groups import RelocationGroup, SponsorshipGroup
from desktop_app.calc.solidarity_record import IncentiveRate, LogEntry
from desktop_app.calc.support_plans import Delivery, HelpRequest, SupportLine, SupportMeasure, SupportPlan

REQUEST: Final[tuple[Field[HelpRequest], ...]] = (
    of(say("Member State"), "benefitting", words.plain, always=True),
    of(say("told to the Commission"), "notified", words.day),
    of("needs", "needs", words.text),
)

SUPPORT_PLAN: Final[tuple[Field[SupportPlan], ...]] = (
    of(say("Member State"), "code", words.plain, always=True),
    of("helped", "benefitting", words.plain, always=True),
    of("reference", "reference", words.text),
    of("submitted", "submitted", words.day),
    of(say("on request"), "on_request", words.yes_or_no),
    of(say("consent of the one helped"), "consent", words.day),
    of(say("fits the fund"), "fits_fund", words.yes_or_no),
    of("note", "note", words.text),
)

LINE: Final[tuple[Field[SupportLine], ...]] = (
    of("persons", "persons", words.whole, always=True),
    of(say("of which unaccompanied minors"), "minors", words.whole),
    countries("nationalities"),
    of("timetable", "timetable", words.text),
)

DELIVERY: Final[tuple[Field[Delivery], ...]] = (
    of("on", "on", words.day),
    of("persons", "persons", words.whole, always=True),
    of(say("of which unaccompanied minors"), "minors", words.whole),
)

SUPPORT_MEASURE: Final[tuple[Field[SupportMeasure], ...]] = (
    *(
        Field(
            each.what,
            lambda offered, each=each: each.value(offered.measure),  # type: ignore[misc]  # bound where it is made
            lambda offered, each=each: each.text(offered.measure),  # type: ignore[misc]
            each.always,
        )
        for each in MEASURE
    ),
    of("delivered", "delivered", words.day),
)

SPONSORSHIP: Final[tuple[Field[SponsorshipGroup], ...]] = (
    of("sponsor", "sponsor", words.plain, always=True),
    of(say("benefitting Member State"), "benefitting", words.plain),
    of("nationality", "nationality", words.plain),
    of("persons", "persons", words.whole, always=True),
    of(say("of which unaccompanied minors"), "minors", words.whole),
    some_of("activities", "activities", SponsorshipActivity),
    of(say("clock started by"), "start", words.word),
    of(say("clock started on"), "started", words.day),
    of("returned", "returned", words.whole),
    of(say("told that the eight months had lapsed"), "told", words.day),
    of(say("taken over"), "taken_over", words.whole),
    of(say("unaccompanied minors taken over"), "taken_over_minors", words.whole),
    of(say("taken over on"), "taken_over_on", words.day),
    of("note", "note", words.text),
)

RELOCATION: Final[tuple[Field[RelocationGroup], ...]] = (
    of(say("relocating Member State"), "relocating", words.plain, always=True),
    of(say("benefitting Member State"), "benefitting", words.plain),
    of("type", "type", words.word, always=True),
    of("persons", "persons", words.whole, always=True),
    of(say("of which unaccompanied minors"), "minors", words.whole),
    of(say("security check done"), "security_checked", words.day),
    of(say("written consent"), "consent", words.yes_or_no),
    of(say("protection granted"), "granted", words.day),
    of(say("linked to the benefitting state"), "linked", words.whole),
    of(say("file sent"), "sent", words.day),
    of(say("notice that the check takes longer"), "postponed", words.day),
    of("confirmed", "confirmed", words.day),
    of("refused", "refused", words.whole),
    of(say("transfer decision"), "decided", words.day),
    of(say("appeal ended"), "appeal_ended", words.day),
    of("transferred", "transferred", words.day),
    of("arrived", "arrived", words.whole),
    of(say("unaccompanied minors who arrived"), "arrived_minors", words.whole),
    of("note", "note", words.text),
)

INCENTIVE: Final[tuple[Field[IncentiveRate], ...]] = (
    of("since", "since", words.day, always=True),
    of(say("per person"), "person_cents", words.money),
    of(say("per unaccompanied minor"), "minor_cents", words.money),
    of(say("per transfer"), "transfer_cents", words.money),
    of("reference", "reference", words.text),
)

LOG: Final[tuple[Field[LogEntry], ...]] = (
    of("on", "on", words.day),
    of("kind", "kind", words.word),
    of("text", "text", words.text, always=True),
    of(say("Member State"), "code", words.plain),
    of(say("other side"), "other", words.plain),
)
