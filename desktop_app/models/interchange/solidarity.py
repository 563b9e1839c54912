"""From a document to what migratory pressure and the voluntary mechanism both record (COM(2020) 610, Part IV)."""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any, Final

from desktop_app.calc.contribution_types import ContributionType, SponsorshipActivity
from desktop_app.calc.forum import Forum
from desktop_app.calc.listing_order import lines_in_order, rates_in_order
from desktop_app.calc.sentences import say
from desktop_app.calc.solidarity_groups import ClockStart, RelocationGroup, SponsorshipGroup
from desktop_app.calc.solidarity_record import IncentiveRate, LogEntry, LogKind, SolidarityRecord
from desktop_app.calc.support_plans import Delivery, HelpRequest, SupportLine, SupportMeasure, SupportPlan
from desktop_app.models.interchange import limits
from desktop_app.models.interchange.fields import (
    Converter,
    Fields,
    Where,
    boolean,
    choice,
    choices,
    day,
    items,
    many,
    money,
    persons,
    quoted,
    refuse_choice,
    string,
    text,
)
from desktop_app.models.interchange.named_lists import different, named, read_measure
from desktop_app.models.interchange.states import member

KEYS: Final = ("requests", "support_plans", "sponsorship_groups", "relocation_groups", "incentives", "log")
"""What stands in either procedure, at the top of a document."""

_COUNTRY: Final = re.compile("[A-Z]{2}")
_reference: Final = text(limits.REFERENCE)
_description: Final = text(limits.DESCRIPTION)
_note: Final = text(limits.NOTE)
_AS_PROPOSED: Final = IncentiveRate()


def read_solidarity(keys: Fields, forum: Forum, only: str | None) -> Forum:
    """Return the forum with what the keys shared by both procedures say.

    Args:
        keys: of the document.
        forum: the forum.
        only: the Member State that is helped where nobody says which; ``None`` where there is no such.
    """
    recorded = SolidarityRecord(
        requests=keys.take("requests", many(_request(only), limits.REQUESTS), ()),
        support_plans=keys.take(
            "support_plans", named(_PLAN_AGAIN, "p", limits.SUPPORT_PLANS, _support_plan(only)), ()
        ),
        sponsorship_groups=keys.take(
            "sponsorship_groups", named(_GROUP_AGAIN, "s", limits.GROUPS, _sponsorship_group), ()
        ),
        relocation_groups=keys.take(
            "relocation_groups", named(_GROUP_AGAIN, "r", limits.GROUPS, _relocation_group), ()
        ),
        incentives=keys.take("incentives", _incentives, ()),
        log=keys.take("log", many(_log_entry, limits.LOG), ()),
    )
    return replace(forum, solidarity=recorded)


def country(value: Any, where: Where) -> str:
    """Convert the code of a person's country."""
    written = string(value, where, '"SY"')
    if _COUNTRY.fullmatch(written) is None:
        where.refuse(
            say("{value} is not the code of a country", value=quoted(written)),
            say("write two capital letters such as SY"),
        )
    return written


def countries(value: Any, where: Where) -> tuple[str, ...]:
    """Convert a list of different codes of countries, put in order."""
    return tuple(sorted(different(country, limits.NATIONALITIES)(value, where)))


activities: Final = choices(SponsorshipActivity)


def _helped(keys: Fields, only: str | None) -> str:
    """Return who is helped: the Member State named, else the one that the procedure is for."""
    code = keys.take("benefitting", member, only)
    if code is None:
        keys.where.key("benefitting").refuse(say("this key is missing"), say("name the Member State that is helped"))
    return code


def _request(only: str | None) -> Converter[HelpRequest]:
    def convert(value: Any, where: Where) -> HelpRequest:
        with Fields(value, where) as keys:
            return HelpRequest(_helped(keys, only), keys.take("notified", day, None), keys.take("needs", _note, None))

    return convert


_PLAN_AGAIN: Final = (
    say("a support plan {name} stands there twice"),
    say("give each support plan an id of its own"),
)
_GROUP_AGAIN: Final = (say("a group {name} stands there twice"), say("give each group an id of its own"))
_NO_REVISION: Final = (
    say("a support plan of Annex IV has no revisions"),
    say("remove it, and record what was given later as a support plan of its own"),
)


def _support_plan(only: str | None) -> Callable[[Fields], partial[SupportPlan]]:
    def convert(keys: Fields) -> partial[SupportPlan]:
        keys.forbid("revision", *_NO_REVISION)
        return partial(
            SupportPlan,
            code=keys.need("code", member, say("say which Member State contributes")),
            benefitting=_helped(keys, only),
            reference=keys.take("reference", _reference, None),
            submitted=keys.take("submitted", day, None),
            on_request=keys.take("on_request", boolean, False),
            consent=keys.take("consent", day, None),
            lines=keys.take("lines", _lines, ()),
            measures=keys.take("measures", many(_support_measure, limits.RESPONSE_MEASURES), ()),
            fits_fund=keys.take("fits_fund", boolean, False),
            note=keys.take("note", _note, None),
        )

    return convert


def _among(*left_out: ContributionType) -> Converter[ContributionType]:
    """Return the converter of a type of contribution that may stand in a place."""
    allowed = {kind.value: kind for kind in ContributionType if kind not in left_out}

    def convert(value: Any, where: Where) -> ContributionType:
        if not isinstance(value, str) or value not in allowed:
            refuse_choice(value, where, allowed)
        return allowed[value]

    return convert


credit_type: Final = choice(ContributionType)
_line_type: Final = _among(ContributionType.MEASURES)
_group_type: Final = _among(ContributionType.MEASURES, ContributionType.SPONSORSHIP)


def _lines(value: Any, where: Where) -> tuple[SupportLine, ...]:
    found: dict[ContributionType, SupportLine] = {}
    for each, place in items(value, where, limits.SUPPORT_LINES):
        line = _line(each, place)
        if line.type in found:
            place.refuse(
                say("the line {line} stands there twice", line=str(line.type.value)), say("keep one of the two")
            )
        found[line.type] = line
    return lines_in_order(found.values())


def _line(value: Any, where: Where) -> SupportLine:
    with Fields(value, where) as keys:
        return SupportLine(
            type=keys.need("type", _line_type, say("say on which line of the form it stands")),
            persons=keys.take("persons", persons, 0),
            minors=keys.take("minors", persons, 0),
            nationalities=keys.take("nationalities", countries, ()),
            timetable=keys.take("timetable", _description, None),
            deliveries=keys.take("deliveries", many(_delivery, limits.DELIVERIES), ()),
        )


def _delivery(value: Any, where: Where) -> Delivery:
    with Fields(value, where) as keys:
        return Delivery(keys.take("on", day, None), keys.take("persons", persons, 0), keys.take("minors", persons, 0))


def _support_measure(value: Any, where: Where) -> SupportMeasure:
    with Fields(value, where) as keys:
        return SupportMeasure(read_measure(keys), keys.take("delivered", day, None))


def _sponsorship_group(keys: Fields) -> partial[SponsorshipGroup]:
    return partial(
        SponsorshipGroup,
        sponsor=keys.need("sponsor", member, say("say which Member State sponsors")),
        benefitting=keys.take("benefitting", member, None),
        nationality=keys.take("nationality", country, None),
        persons=keys.take("persons", persons, 0),
        minors=keys.take("minors", persons, 0),
        activities=keys.take("activities", activities, ()),
        start=keys.take("start", choice(ClockStart), ClockStart.ACT),
        started=keys.take("started", day, None),
        returned=keys.take("returned", persons, 0),
        told=keys.take("told", day, None),
        taken_over=keys.take("taken_over", persons, 0),
        taken_over_minors=keys.take("taken_over_minors", persons, 0),
        taken_over_on=keys.take("taken_over_on", day, None),
        note=keys.take("note", _note, None),
    )


def _relocation_group(keys: Fields) -> partial[RelocationGroup]:
    return partial(
        RelocationGroup,
        relocating=keys.need("relocating", member, say("say which Member State takes the persons over")),
        benefitting=keys.take("benefitting", member, None),
        type=keys.take("type", _group_type, ContributionType.APPLICANTS),
        persons=keys.take("persons", persons, 0),
        minors=keys.take("minors", persons, 0),
        security_checked=keys.take("security_checked", day, None),
        consent=keys.take("consent", boolean, False),
        granted=keys.take("granted", day, None),
        linked=keys.take("linked", persons, 0),
        sent=keys.take("sent", day, None),
        postponed=keys.take("postponed", day, None),
        confirmed=keys.take("confirmed", day, None),
        refused=keys.take("refused", persons, 0),
        decided=keys.take("decided", day, None),
        appeal_ended=keys.take("appeal_ended", day, None),
        transferred=keys.take("transferred", day, None),
        arrived=keys.take("arrived", persons, 0),
        arrived_minors=keys.take("arrived_minors", persons, 0),
        note=keys.take("note", _note, None),
    )


def _incentives(value: Any, where: Where) -> tuple[IncentiveRate, ...]:
    return rates_in_order(many(_incentive, limits.INCENTIVES)(value, where))


def _incentive(value: Any, where: Where) -> IncentiveRate:
    with Fields(value, where) as keys:
        return IncentiveRate(
            since=keys.take("since", day, None),
            person_cents=keys.take("person_eur", money, _AS_PROPOSED.person_cents),
            minor_cents=keys.take("minor_eur", money, _AS_PROPOSED.minor_cents),
            transfer_cents=keys.take("transfer_eur", money, _AS_PROPOSED.transfer_cents),
            reference=keys.take("reference", _reference, None),
        )


def _log_entry(value: Any, where: Where) -> LogEntry:
    with Fields(value, where) as keys:
        return LogEntry(
            on=keys.take("on", day, None),
            kind=keys.take("kind", choice(LogKind), LogKind.COORDINATION),
            text=keys.need("text", _note, say("say what was told or coordinated")),
            code=keys.take("code", member, None),
            other=keys.take("other", member, None),
        )
