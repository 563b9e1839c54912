"""From a document to what a forum on search and rescue records beside the key (COM(2020) 610, Art. 47 to 49)."""

from dataclasses import replace
from functools import partial
from typing import Any, Final

from desktop_app.calc.forum import Forum
from desktop_app.calc.member_states import POSITION
from desktop_app.calc.response_plans import Cover, ResponseMeasureKind, ResponsePlan
from desktop_app.calc.search_and_rescue import (
    ActPath,
    Call,
    Disembarkation,
    DisembarkationAct,
    Judgement,
    ManagementReport,
    PoolUse,
    PressureAct,
    Raise,
    Round,
    RoundKind,
    SearchAndRescue,
    TopUp,
)
from desktop_app.calc.sentences import say
from desktop_app.calc.validity_search_and_rescue import MAXIMUM_REVISION
from desktop_app.models.interchange import limits
from desktop_app.models.interchange.fields import (
    Converter,
    Fields,
    Where,
    boolean,
    choice,
    choices,
    day,
    many,
    persons,
    text,
    whole,
)
from desktop_app.models.interchange.named_lists import ROUND_AGAIN, named, response_measure
from desktop_app.models.interchange.states import about_states, in_protocol_order, member

KEYS: Final = (
    *("requested", "report", "plans", "rounds", "forum_ended", "act", "pressure_act"),
    *("calls", "use", "raises", "top_up"),
)
"""What only search and rescue has, at the top of a document."""

_reference: Final = text(limits.REFERENCE)
_description: Final = text(limits.DESCRIPTION)
_note: Final = text(limits.NOTE)
_revision: Final = whole(say("the number of a revision"), 0, MAXIMUM_REVISION)


def read_search_and_rescue(keys: Fields, forum: Forum) -> Forum:
    """Return the forum with what the keys of search and rescue say."""
    keys.forbid("reduction_requested", *_NO_REDUCTION)
    report = keys.take("report", _report, ManagementReport())
    # Where there is one pool, nobody need say which.
    only = report.benefitting[0].code if len(report.benefitting) == 1 else None
    recorded = SearchAndRescue(
        requested=keys.take("requested", day, None),
        report=report,
        plans=keys.take("plans", _plans, ()),
        rounds=keys.take("rounds", named(ROUND_AGAIN, "f", limits.ROUNDS, _round), ()),
        forum_ended=keys.take("forum_ended", day, None),
        act=keys.take("act", _act, DisembarkationAct()),
        pressure_act=keys.take("pressure_act", _pressure_act, None),
        calls=keys.take("calls", many(_call(only), limits.CALLS), ()),
        use=keys.take("use", many(_draw(only), limits.DRAWS), ()),
        raises=keys.take("raises", many(_raise(only), limits.RAISES), ()),
        top_up=keys.take("top_up", _top_up(only), None),
    )
    return replace(forum, search_and_rescue=recorded)


_NO_REDUCTION: Final = (
    say("the 10 % reduction of Art. 52(5) does not exist in search and rescue"),
    say("remove it; it belongs to the procedure of migratory pressure"),
)
_NO_SPONSORSHIP: Final = (
    say("a plan of Annex I has no return sponsorship (Art. 47(4))"),
    say("remove it; what a state sponsors of the persons that the 50 % rule adds stands under cover (Art. 48(2))"),
)
_NO_BENEFICIARIES: Final = (
    say("a plan of Annex I relocates applicants only, no beneficiaries of protection (Art. 47(4))"),
    say("remove it"),
)


def _report(value: Any, where: Where) -> ManagementReport:
    with Fields(value, where) as keys:
        return ManagementReport(
            reference=keys.take("reference", _reference, None),
            adopted=keys.take("adopted", day, None),
            benefitting=keys.take("benefitting", in_protocol_order(_disembarkation, member), ()),
            measures_named=keys.take("measures_named", choices(ResponseMeasureKind), ()),
            vulnerable=keys.take("vulnerable", boolean, False),
            note=keys.take("note", _note, None),
        )


def _disembarkation(keys: Fields, code: str) -> Disembarkation:
    return Disembarkation(code, keys.take("relocations", persons, None))


def _plans(value: Any, where: Where) -> tuple[ResponsePlan, ...]:
    found = about_states(_plan, limits.PLANS, member)(value, where)
    return tuple(sorted(found, key=lambda plan: (POSITION[plan.code], plan.revision)))


def _plan(keys: Fields, code: str) -> ResponsePlan:
    keys.forbid("sponsorship", *_NO_SPONSORSHIP)
    keys.forbid("beneficiaries", *_NO_BENEFICIARIES)
    keys.forbid("reduction_requested", *_NO_REDUCTION)
    return ResponsePlan(
        code,
        reference=keys.take("reference", _reference, None),
        revision=keys.take("revision", _revision, 0),
        submitted=keys.take("submitted", day, None),
        relocations=keys.take("relocations", persons, 0),
        vulnerable=keys.take("vulnerable", persons, 0),
        measures=keys.take("measures", many(response_measure, limits.RESPONSE_MEASURES), ()),
        cover=keys.take("cover", _cover, None),
        note=keys.take("note", _note, None),
    )


def _cover(value: Any, where: Where) -> Cover:
    with Fields(value, where) as keys:
        return Cover(keys.take("relocations", persons, 0), keys.take("sponsorship", persons, 0))


def _round(keys: Fields) -> partial[Round]:
    return partial(
        Round,
        kind=keys.take("kind", choice(RoundKind), None),
        reason=keys.take("reason", _note, None),
        opened=keys.take("opened", day, None),
        ended=keys.take("ended", day, None),
        benefitting=keys.take("benefitting", member, None),
    )


def _act(value: Any, where: Where) -> DisembarkationAct:
    with Fields(value, where) as keys:
        return DisembarkationAct(
            path=keys.take("path", choice(ActPath), None),
            adopted=keys.take("adopted", day, None),
            reference=keys.take("reference", _reference, None),
            judgement=keys.take("judgement", _judgement, None),
        )


def _judgement(value: Any, where: Where) -> Judgement | None:
    with Fields(value, where) as keys:
        found = Judgement(
            on=keys.take("on", day, None),
            by=keys.take("by", _reference, None),
            reason=keys.take("reason", _note, None),
        )
    return None if found == Judgement() else found


def _pressure_act(value: Any, where: Where) -> PressureAct:
    if isinstance(value, str):
        return PressureAct(adopted=day(value, where))
    with Fields(value, where) as keys:
        return PressureAct(
            benefitting=keys.take("benefitting", member, None),
            reported=keys.take("reported", day, None),
            adopted=keys.take("adopted", day, None),
        )


def _pool_of(keys: Fields, only: str | None) -> str:
    """Return whose pool an entry is about: the one named, else the only one there is."""
    named = keys.take("benefitting", member, only)
    if named is None:
        what = say("whose pool it is is not said, and the report names no single Member State of disembarkation")
        keys.where.key("benefitting").refuse(what, say("name the Member State of disembarkation"))
    return named


def _call(only: str | None) -> Converter[Call]:
    def convert(value: Any, where: Where) -> Call:
        with Fields(value, where) as keys:
            return Call(
                benefitting=_pool_of(keys, only),
                requested=keys.take("requested", day, None),
                needs=keys.take("needs", _note, None),
            )

    return convert


def _draw(only: str | None) -> Converter[PoolUse]:
    def convert(value: Any, where: Where) -> PoolUse:
        with Fields(value, where) as keys:
            return PoolUse(
                benefitting=_pool_of(keys, only),
                date=keys.take("date", day, None),
                persons=keys.take("persons", persons, 0),
                used_for=keys.take("used_for", member, None),
                not_at_risk=keys.take("not_at_risk", _note, None),
                contributor=keys.take("contributor", member, None),
                nationality=keys.take("nationality", text(limits.NATIONALITY), None),
                note=keys.take("note", _note, None),
            )

    return convert


def _raise(only: str | None) -> Converter[Raise]:
    def convert(value: Any, where: Where) -> Raise:
        with Fields(value, where) as keys:
            return Raise(
                code=keys.need("code", member, say("say which Member State raises")),
                benefitting=_pool_of(keys, only),
                relocations=keys.take("relocations", persons, 0),
                date=keys.take("date", day, None),
                note=keys.take("note", _note, None),
            )

    return convert


def _top_up(only: str | None) -> Converter[TopUp]:
    def convert(value: Any, where: Where) -> TopUp:
        with Fields(value, where) as keys:
            return TopUp(
                benefitting=_pool_of(keys, only),
                relocations=keys.need("relocations", persons, say("give the new total of that pool")),
                adopted=keys.take("adopted", day, None),
                reference=keys.take("reference", _reference, None),
            )

    return convert
