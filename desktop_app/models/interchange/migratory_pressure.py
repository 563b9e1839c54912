"""From a document to what a forum on migratory pressure records beside the key (COM(2020) 610, Art. 50 to 53)."""

import re
from dataclasses import replace
from fractions import Fraction
from functools import partial
from typing import Any, Final

from desktop_app.calc.contribution_types import ContributionType
from desktop_app.calc.forum import Forum
from desktop_app.calc.listing_order import plans_in_order
from desktop_app.calc.member_states import POSITION
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
from desktop_app.calc.pressure_situation import NO_SITUATION
from desktop_app.calc.response_plans import ResponseMeasureKind
from desktop_app.calc.sentences import say
from desktop_app.calc.validity_parts import MAXIMUM_REVISION
from desktop_app.models.interchange import limits
from desktop_app.models.interchange import solidarity as shared
from desktop_app.models.interchange.fields import (
    Fields,
    Where,
    boolean,
    choice,
    choices,
    day,
    exact_persons,
    many,
    persons,
    quoted,
    share,
    string,
    text,
    whole,
    year,
)
from desktop_app.models.interchange.named_lists import ROUND_AGAIN, different, named, response_measure
from desktop_app.models.interchange.pressure_situation import read_situation
from desktop_app.models.interchange.states import about_states, applications, in_protocol_order, member

KEYS: Final = (
    *("triggered_by", "notified", "rapid", "situation", "report", "other_benefitting"),
    *("plans", "rounds", "forum_ended", "act", "credits", "applications", "applications_source"),
    *shared.KEYS,
)
"""What a forum on migratory pressure has and not every other, at the top of a document."""

_reference: Final = text(limits.REFERENCE)
_note: Final = text(limits.NOTE)
_revision: Final = whole(say("the number of a revision"), 0, MAXIMUM_REVISION)
_FRACTION: Final = re.compile(r"[0-9]{1,20}/[1-9][0-9]{0,29}")


def read_migratory_pressure(keys: Fields, forum: Forum) -> Forum:
    """Return the forum with what the keys of migratory pressure say."""
    report = keys.take("report", _report, PressureReport())
    recorded = MigratoryPressure(
        triggered_by=keys.take("triggered_by", choice(Trigger), None),
        notified=keys.take("notified", day, None),
        rapid=keys.take("rapid", boolean, False),
        situation=keys.take("situation", read_situation, NO_SITUATION),
        report=report,
        other_benefitting=keys.take("other_benefitting", _states, ()),
        plans=keys.take("plans", _plans, ()),
        rounds=keys.take("rounds", named(ROUND_AGAIN, "f", limits.ROUNDS, _round), ()),
        forum_ended=keys.take("forum_ended", day, None),
        act=keys.take("act", _act, PressureResponseAct()),
        credits=tuple(
            replace(each, benefitting=each.benefitting or report.benefitting)
            for each in keys.take("credits", many(_credit, limits.CREDITS), ())
        ),
    )
    with_applications = replace(
        forum,
        migratory_pressure=recorded,
        applications=keys.take("applications", applications, ()),
        applications_source=keys.take("applications_source", _reference, None),
    )
    return shared.read_solidarity(keys, with_applications, report.benefitting)


def exact_mean(value: Any, where: Where) -> Fraction:
    """Convert a mean in a string: a decimal with at most ten decimals, or a fraction."""
    written = string(value, where, '"0.0015" or "3/2000"')
    if "/" not in written:
        return exact_persons(value, where)
    if _FRACTION.fullmatch(written) is None:
        where.refuse(
            say("{value} is not a number", value=quoted(written)),
            say('write a decimal or a fraction such as "3/2000"'),
        )
    return Fraction(written)


def _states(value: Any, where: Where) -> tuple[str, ...]:
    return tuple(sorted(different(member, len(POSITION))(value, where), key=POSITION.__getitem__))


def _report(value: Any, where: Where) -> PressureReport:
    with Fields(value, where) as keys:
        return PressureReport(
            reference=keys.take("reference", _reference, None),
            adopted=keys.take("adopted", day, None),
            under_pressure=keys.take("under_pressure", boolean, True),
            benefitting=keys.take("benefitting", member, None),
            relocations=keys.take("relocations", persons, None),
            sponsorship=keys.take("sponsorship", persons, None),
            measures_named=keys.take("measures_named", choices(ResponseMeasureKind), ()),
            nationalities=keys.take("nationalities", shared.countries, ()),
            capacity=keys.take("capacity", _note, None),
            own_measures=keys.take("own_measures", _note, None),
            timetable=keys.take("timetable", _note, None),
            note=keys.take("note", _note, None),
        )


def _plans(value: Any, where: Where) -> tuple[PressurePlan, ...]:
    return plans_in_order(about_states(_plan, limits.PLANS, member)(value, where))


_NO_COVER: Final = (
    say("a plan of Annex II has no split of what the 50 % rule adds: its shares split every person (Art. 52(3))"),
    say("remove it; it belongs to search and rescue (Art. 48(2))"),
)


def _plan(keys: Fields, code: str) -> PressurePlan:
    keys.forbid("cover", *_NO_COVER)
    applicants, beneficiaries = keys.take("minors", _minors, (0, 0))
    return PressurePlan(
        code,
        reference=keys.take("reference", _reference, None),
        revision=keys.take("revision", _revision, 0),
        submitted=keys.take("submitted", day, None),
        shares=keys.take("shares", _shares, TypeShares()),
        minors_applicants=applicants,
        minors_beneficiaries=beneficiaries,
        nationalities=keys.take("nationalities", shared.countries, ()),
        activities=keys.take("activities", shared.activities, ()),
        covered=keys.take("covered_by_measures", exact_persons, Fraction(0)),
        measures=keys.take("measures", many(response_measure, limits.RESPONSE_MEASURES), ()),
        reduction_requested=keys.take("reduction_requested", boolean, False),
        average_shown=keys.take("average_shown", exact_mean, None),
        note=keys.take("note", _note, None),
    )


def _shares(value: Any, where: Where) -> TypeShares:
    nothing = Fraction(0)
    with Fields(value, where) as keys:
        return TypeShares(
            applicants=keys.take("applicants", share, nothing),
            sponsorship=keys.take("sponsorship", share, nothing),
            beneficiaries=keys.take("beneficiaries", share, nothing),
        )


def _minors(value: Any, where: Where) -> tuple[int, int]:
    with Fields(value, where) as keys:
        return keys.take("applicants", persons, 0), keys.take("beneficiaries", persons, 0)


def _round(keys: Fields) -> partial[TypeRound]:
    return partial(
        TypeRound,
        reason=keys.take("reason", _note, None),
        opened=keys.take("opened", day, None),
        ended=keys.take("ended", day, None),
    )


def _act(value: Any, where: Where) -> PressureResponseAct:
    with Fields(value, where) as keys:
        return PressureResponseAct(
            adopted=keys.take("adopted", day, None),
            reference=keys.take("reference", _reference, None),
            urgent=keys.take("urgent", boolean, False),
            ends=keys.take("ends", day, None),
            timetable=keys.take("timetable", _note, None),
            types_set=keys.take("types_set", in_protocol_order(_types_set, member), ()),
            reported=keys.take("reported", day, None),
        )


def _types_set(keys: Fields, code: str) -> TypesSet:
    return TypesSet(code, keys.take("shares", _shares, TypeShares()))


def _credit(value: Any, where: Where) -> Credit:
    with Fields(value, where) as keys:
        return Credit(
            code=keys.need("code", member, say("say which Member State contributed")),
            benefitting=keys.take("benefitting", member, None),
            type=keys.take("type", shared.credit_type, ContributionType.APPLICANTS),
            persons=keys.take("persons", persons, 0),
            year=keys.take("year", year, None),
            given=keys.take("given", day, None),
            on_request=keys.take("on_request", boolean, False),
            delivered=keys.take("delivered", boolean, False),
            note=keys.take("note", _note, None),
        )
