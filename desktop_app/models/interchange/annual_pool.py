"""From a document of the interchange format to what a forum on the annual pool records beside the key."""

from dataclasses import replace
from functools import partial
from typing import Any, Final

from desktop_app.calc.forum import (
    NOT_NUMBERED,
    AdoptedAct,
    Basis,
    Forum,
    Holiday,
    Meeting,
    MeetingKind,
    Pool,
    SharesStatus,
    SourceAct,
)
from desktop_app.calc.sentences import say
from desktop_app.calc.vote import NO_BALLOT
from desktop_app.models.interchange import limits
from desktop_app.models.interchange.fields import (
    Fields,
    Where,
    boolean,
    choice,
    day,
    many,
    money,
    percent,
    persons,
    text,
)
from desktop_app.models.interchange.named_lists import named
from desktop_app.models.interchange.states import applications, associated, state_records
from desktop_app.models.interchange.vote import ballot

KEYS: Final = (
    *("shares_status", "basis", "pool", "meetings", "applications", "states", "associated"),
    *("applications_source", "holidays", "vote"),
)
"""What only an annual pool has, at the top of a document."""

_reference: Final = text(limits.REFERENCE)
_AGAIN: Final = (say("a meeting {name} stands there twice"), say("give each meeting an id of its own"))


def read_annual_pool(keys: Fields, forum: Forum) -> Forum:
    """Return the forum with what the keys of the annual pool say."""
    return replace(
        forum,
        shares_status=keys.take("shares_status", choice(SharesStatus), SharesStatus.COMPUTED),
        basis=keys.take("basis", _basis, Basis()),
        pool=keys.take("pool", _pool, Pool()),
        meetings=keys.take("meetings", named(_AGAIN, "m", limits.MEETINGS, _meeting), ()),
        applications=keys.take("applications", applications, ()),
        states=keys.take("states", state_records, ()),
        associated=keys.take("associated", associated, ()),
        applications_source=keys.take("applications_source", _reference, None),
        holidays=keys.take("holidays", _holidays, ()),
        vote=keys.take("vote", ballot, NO_BALLOT),
        adopted_act=keys.take("adopted_act", _adopted_act, NOT_NUMBERED),
    )


def _adopted_act(value: Any, where: Where) -> AdoptedAct:
    with Fields(value, where) as keys:
        return AdoptedAct(
            number=keys.take("number", text(limits.ACT_NUMBER), None),
            official_journal=keys.take("official_journal", _reference, None),
        )


def _basis(value: Any, where: Where) -> Basis:
    with Fields(value, where) as keys:
        return Basis(
            report=keys.take("report", _act, SourceAct()),
            decision=keys.take("decision", _act, SourceAct()),
            proposal=keys.take("proposal", _act, SourceAct()),
        )


def _act(value: Any, where: Where) -> SourceAct:
    with Fields(value, where) as keys:
        return SourceAct(keys.take("reference", _reference, None), keys.take("date", day, None))


def _pool(value: Any, where: Where) -> Pool:
    with Fields(value, where) as keys:
        return Pool(
            relocations=keys.take("relocations", persons, None),
            financial_cents=keys.take("financial_eur", money, None),
            proposal_relocations=keys.take("proposal_relocations", persons, None),
            proposal_financial_cents=keys.take("proposal_financial_eur", money, None),
            exceptional=keys.take("exceptional", boolean, False),
            sar_percent=keys.take("sar_percent", percent, None),
            named_measures=keys.take("named_measures", many(_reference, limits.NAMED_MEASURES), ()),
        )


def _meeting(keys: Fields) -> partial[Meeting]:
    kind = keys.take("kind", choice(MeetingKind), MeetingKind.INITIAL)
    return partial(Meeting, kind=kind, date=keys.take("date", day, None))


def _holidays(value: Any, where: Where) -> tuple[Holiday, ...]:
    return tuple(sorted(many(_holiday, limits.HOLIDAYS)(value, where), key=lambda holiday: holiday.date))


def _holiday(value: Any, where: Where) -> Holiday:
    with Fields(value, where) as keys:
        return Holiday(keys.need("date", day, say("say which day it is")), keys.take("name", _reference, None))
