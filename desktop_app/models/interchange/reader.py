"""From a document of the interchange format to a forum."""

import itertools
from datetime import date
from fractions import Fraction
from typing import Any, Final

from desktop_app.calc.acknowledged import in_order
from desktop_app.calc.forum import (
    Acknowledgement,
    Basis,
    Classification,
    Forum,
    Holiday,
    Key,
    Meeting,
    MeetingKind,
    Pool,
    Procedure,
    SharesStatus,
    SourceAct,
)
from desktop_app.calc.member_states import ASSOCIATED_NAMES, POSITION
from desktop_app.calc.readings import ANNUAL_POOL, Reading, in_force
from desktop_app.calc.validity import problems
from desktop_app.models.errors import BadInput
from desktop_app.models.interchange import limits
from desktop_app.models.interchange.fields import (
    Converter,
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
    share,
    string,
    text,
    year,
)
from desktop_app.models.interchange.states import applications, associated, key_states, state_code, state_records
from desktop_app.models.interchange.strict_json import parse

FORMAT: Final = "forum-desk/1"
OTHER_PROCEDURES: Final = ("search-and-rescue", "migratory-pressure", "voluntary")
"""Procedures that the format names and this version does not handle."""

_reference: Final = text(limits.REFERENCE)


def read_document(data: bytes) -> Forum:
    """Return the forum that a document holds.

    Every reading in force is written out in it, and lists of states are in protocol order.

    Args:
        data: JSON in UTF-8, as in section 1 of the interchange format.

    Raises:
        BadInput: with key path or byte, what is wrong and what to do.
    """
    with Fields(parse(data), Where()) as keys:
        keys.need("format", _format, f'write "format": "{FORMAT}"')
        forum = Forum(
            procedure=keys.need("procedure", _procedure, f'write "procedure": "{Procedure.ANNUAL_POOL.value}"'),
            title=keys.take("title", text(limits.TITLE), None),
            note=keys.take("note", text(limits.NOTE), None),
            year=keys.take("year", year, None),
            classification=keys.take("classification", choice(Classification), Classification.EU_RESTRICTED),
            adopted=keys.take("adopted", day, None),
            as_of=keys.take("as_of", day, None),
            shares_status=keys.take("shares_status", choice(SharesStatus), SharesStatus.COMPUTED),
            readings=keys.take("readings", _readings, written_out({})),
            basis=keys.take("basis", _basis, Basis()),
            key=keys.take("key", _key, Key()),
            pool=keys.take("pool", _pool, Pool()),
            meetings=keys.take("meetings", _meetings, ()),
            applications=keys.take("applications", applications, ()),
            states=keys.take("states", state_records, ()),
            associated=keys.take("associated", associated, ()),
            applications_source=keys.take("applications_source", _reference, None),
            holidays=keys.take("holidays", _holidays, ()),
            acknowledgements=keys.take("acknowledgements", _acknowledgements, ()),
        )
    refuse_impossible(forum)
    return forum


def refuse_impossible(forum: Forum) -> None:
    """Refuse what no forum may hold, whoever made it.

    Raises:
        BadInput: the first of the problems, with the number of the others.
    """
    found = problems(forum)
    if found:
        first, others = found[0], len(found) - 1
        more = f" (and {others} more of such)" if others else ""
        raise BadInput(first.where, first.what, f"{first.remedy}{more}")


def written_out(chosen: dict[str, str]) -> tuple[tuple[str, str], ...]:
    """Return every reading in force, by name."""
    return tuple(sorted(in_force(ANNUAL_POOL, chosen).items()))


def _format(value: Any, where: Where) -> str:
    written = string(value, where, f'"{FORMAT}"')
    if written != FORMAT:
        where.refuse(
            f"{quoted(written)} is not a format that this version reads",
            f'write "{FORMAT}", or use a newer version of the program',
        )
    return written


def _procedure(value: Any, where: Where) -> Procedure:
    if value in OTHER_PROCEDURES:
        handled = ", ".join(each.value for each in Procedure)
        where.refuse(f"this version does not handle {value} yet, only {handled}", "use a newer version of the program")
    return choice(Procedure)(value, where)


def _readings(value: Any, where: Where) -> tuple[tuple[str, str], ...]:
    with Fields(value, where) as keys:
        chosen = {each.name: keys.take(each.name, _reading(each), each.default) for each in ANNUAL_POOL}
    return written_out(chosen)


def _reading(reading: Reading) -> Converter[str]:
    def convert(value: Any, where: Where) -> str:
        if not reading.choices:
            return day(value, where).isoformat()
        if not isinstance(value, str) or value not in reading.choices:
            where.refuse("this is not one of the choices", f"use {', '.join(reading.choices)}")
        return value

    return convert


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


def _key(value: Any, where: Where) -> Key:
    with Fields(value, where) as keys:
        return Key(
            population_date=keys.take("population_date", day, None),
            population_source=keys.take("population_source", _reference, None),
            gdp_year=keys.take("gdp_year", year, None),
            gdp_source=keys.take("gdp_source", _reference, None),
            states=keys.take("states", key_states, ()),
            adopted_shares=keys.take("adopted_shares", _adopted_shares, ()),
            population_extracted=keys.take("population_extracted", day, None),
            gdp_extracted=keys.take("gdp_extracted", day, None),
        )


def _adopted_shares(value: Any, where: Where) -> tuple[tuple[str, Fraction], ...]:
    keys = Fields(value, where)
    named = [state_code(name, where.key(name)) for name in value]
    remedy = "give the share, or remove the state"
    return tuple((code, keys.need(code, share, remedy)) for code in sorted(named, key=POSITION.__getitem__))


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


def _acknowledgements(value: Any, where: Where) -> tuple[Acknowledgement, ...]:
    return in_order(many(_acknowledgement, limits.ACKNOWLEDGEMENTS)(value, where))


def _acknowledgement(value: Any, where: Where) -> Acknowledgement:
    with Fields(value, where) as keys:
        return Acknowledgement(
            rule=keys.need("rule", text(limits.RULE), "name the rule that warned"),
            state=keys.take("state", _any_state, None),
            message=keys.need("message", text(limits.NOTE), "say what the warning said"),
            reason=keys.need("reason", text(limits.NOTE), "say why the warning may stand"),
            by=keys.take("by", _reference, None),
            on=keys.take("on", day, None),
        )


def _any_state(value: Any, where: Where) -> str:
    return state_code(value, where, (*POSITION, *ASSOCIATED_NAMES))
