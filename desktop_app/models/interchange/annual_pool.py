"""From a document of the interchange format to what a forum on the annual pool records beside the key."""

import itertools
from dataclasses import replace
from datetime import date
from typing import Any, Final

from desktop_app.calc.forum import (
    Basis,
    Forum,
    Holiday,
    Meeting,
    MeetingKind,
    Pool,
    SharesStatus,
    SourceAct,
)
from desktop_app.models.interchange import limits
from desktop_app.models.interchange.fields import (
    Fields,
    Where,
    boolean,
    choice,
    day,
    items,
    many,
    money,
    percent,
    persons,
    quoted,
    text,
)
from desktop_app.models.interchange.states import applications, associated, state_records

KEYS: Final = (
    *("shares_status", "basis", "pool", "meetings", "applications", "states", "associated"),
    *("applications_source", "holidays"),
)
"""What only an annual pool has, at the top of a document."""

_reference: Final = text(limits.REFERENCE)


def read_annual_pool(keys: Fields, forum: Forum) -> Forum:
    """Return the forum with what the keys of the annual pool say."""
    return replace(
        forum,
        shares_status=keys.take("shares_status", choice(SharesStatus), SharesStatus.COMPUTED),
        basis=keys.take("basis", _basis, Basis()),
        pool=keys.take("pool", _pool, Pool()),
        meetings=keys.take("meetings", _meetings, ()),
        applications=keys.take("applications", applications, ()),
        states=keys.take("states", state_records, ()),
        associated=keys.take("associated", associated, ()),
        applications_source=keys.take("applications_source", _reference, None),
        holidays=keys.take("holidays", _holidays, ()),
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


def _meetings(value: Any, where: Where) -> tuple[Meeting, ...]:
    found: list[tuple[str | None, MeetingKind, date | None]] = []
    named: set[str] = set()
    for each, place in items(value, where, limits.MEETINGS):
        with Fields(each, place) as keys:
            name = keys.take("id", text(limits.MEETING_NAME), None)
            kind = keys.take("kind", choice(MeetingKind), MeetingKind.INITIAL)
            found.append((name, kind, keys.take("date", day, None)))
        if name in named:
            place.refuse(f"a meeting {quoted(name)} stands there twice", "give each meeting an id of its own")
        if name is not None:
            named.add(name)
    free = (f"m{number}" for number in itertools.count(1) if f"m{number}" not in named)
    return tuple(Meeting(next(free) if name is None else name, kind, held) for name, kind, held in found)


def _holidays(value: Any, where: Where) -> tuple[Holiday, ...]:
    return tuple(sorted(many(_holiday, limits.HOLIDAYS)(value, where), key=lambda holiday: holiday.date))


def _holiday(value: Any, where: Where) -> Holiday:
    with Fields(value, where) as keys:
        return Holiday(keys.need("date", day, "say which day it is"), keys.take("name", _reference, None))
