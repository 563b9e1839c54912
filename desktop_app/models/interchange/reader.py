"""From a document of the interchange format to a forum."""

from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import cache, reduce
from typing import Any, Final

from desktop_app.calc.acknowledged import in_order
from desktop_app.calc.forum import (
    KEY_NAMES,
    Acknowledgement,
    Classification,
    Forum,
    Key,
    Procedure,
)
from desktop_app.calc.member_states import ASSOCIATED_NAMES, POSITION
from desktop_app.calc.readings import FURTHER_ANNUAL_POOL, Reading, in_force, readings_of
from desktop_app.calc.sentences import say
from desktop_app.calc.validity import problems
from desktop_app.models.errors import BadInput
from desktop_app.models.interchange import annual_pool, limits, migratory_pressure, search_and_rescue, voluntary
from desktop_app.models.interchange.fields import (
    Converter,
    Fields,
    Where,
    choice,
    day,
    many,
    quoted,
    share,
    string,
    text,
    year,
)
from desktop_app.models.interchange.states import key_states, state_code
from desktop_app.models.interchange.strict_json import parse

FORMAT: Final = "forum-desk/1"
_PROCEDURES: Final[Mapping[Procedure, Callable[[Fields, Forum], Forum]]] = {
    Procedure.ANNUAL_POOL: annual_pool.read_annual_pool,
    Procedure.SEARCH_AND_RESCUE: search_and_rescue.read_search_and_rescue,
    Procedure.MIGRATORY_PRESSURE: migratory_pressure.read_migratory_pressure,
    Procedure.VOLUNTARY: voluntary.read_voluntary,
}
"""What reads the keys of each procedure."""

_KEYS: Final[Mapping[Procedure, tuple[str, ...]]] = {
    Procedure.ANNUAL_POOL: annual_pool.KEYS,
    Procedure.SEARCH_AND_RESCUE: search_and_rescue.KEYS,
    Procedure.MIGRATORY_PRESSURE: migratory_pressure.KEYS,
    Procedure.VOLUNTARY: voluntary.KEYS,
}
"""The keys that a procedure has and not every other, the reference key's aside."""

_LATER: Final = {each.name: each.default for each in FURTHER_ANNUAL_POOL}

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
        keys.need("format", _format, say("write {example}", example=f'"format": "{FORMAT}"'))
        example = f'"procedure": "{Procedure.ANNUAL_POOL.value}"'
        procedure = keys.need("procedure", choice(Procedure), say("write {example}", example=example))
        shared = Forum(
            procedure=procedure,
            title=keys.take("title", text(limits.TITLE), None),
            note=keys.take("note", text(limits.NOTE), None),
            year=keys.take("year", year, None),
            classification=keys.take("classification", choice(Classification), Classification.EU_RESTRICTED),
            adopted=keys.take("adopted", day, None),
            as_of=keys.take("as_of", day, None),
            readings=keys.take("readings", _readings(procedure), written_out(procedure, {})),
            key=keys.take("key", _key, Key()) if procedure in KEY_NAMES else Key(),
            acknowledgements=keys.take("acknowledgements", _acknowledgements, ()),
        )
        for name, owners in _owners().items():
            if procedure not in owners:
                what = say("this key is unknown here: it belongs to a forum on {procedures}", procedures=_or(owners))
                keys.forbid(name, what, say("remove it, or write the procedure that is meant"))
        forum = _PROCEDURES[procedure](keys, shared)
    refuse_impossible(forum)
    return forum


@cache
def _owners() -> Mapping[str, tuple[Procedure, ...]]:
    """Return the procedures that have each key."""
    names = dict.fromkeys(name for names in _KEYS.values() for name in names)
    return {name: tuple(each for each in _KEYS if name in _KEYS[each]) for name in names}


def _or(owners: tuple[Procedure, ...]) -> str:
    """Return the names that procedures have in a document, of which one is meant."""
    first, *others = (str(each.value) for each in owners)
    return reduce(lambda one, other: say("{one} or {other}", one=one, other=other), others, first)


def refuse_impossible(forum: Forum) -> None:
    """Refuse what no forum may hold, whoever made it.

    Raises:
        BadInput: the first of the problems, with the number of the others.
    """
    found = problems(forum)
    if found:
        first, others = found[0], len(found) - 1
        remedy = first.remedy
        if others:
            remedy = say("{remedy} (and {others} more of such)", remedy=first.remedy, others=str(others))
        raise BadInput(first.where, first.what, remedy)


def written_out(procedure: Procedure, chosen: dict[str, str]) -> tuple[tuple[str, str], ...]:
    """Return every reading in force under a procedure, by name.

    Readings of the annual pool that the format was given later are left out where they have their default: a forum
    that does without them keeps its document and its hash.
    """
    found = in_force(readings_of(procedure), chosen)
    return tuple(sorted((name, value) for name, value in found.items() if _LATER.get(name) != value))


def _format(value: Any, where: Where) -> str:
    written = string(value, where, f'"{FORMAT}"')
    if written != FORMAT:
        where.refuse(
            say("{value} is not a format that this version reads", value=quoted(written)),
            say('write "{format}", or use a newer version of the program', format=FORMAT),
        )
    return written


def _readings(procedure: Procedure) -> Converter[tuple[tuple[str, str], ...]]:
    def convert(value: Any, where: Where) -> tuple[tuple[str, str], ...]:
        with Fields(value, where) as keys:
            chosen = {each.name: keys.take(each.name, _reading(each), each.default) for each in readings_of(procedure)}
        return written_out(procedure, chosen)

    return convert


def _reading(reading: Reading) -> Converter[str]:
    def convert(value: Any, where: Where) -> str:
        if not reading.choices:
            return day(value, where).isoformat()
        if not isinstance(value, str) or value not in reading.choices:
            where.refuse(
                say("this is not one of the choices"), say("use {allowed}", allowed=", ".join(reading.choices))
            )
        return value

    return convert


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
    remedy = say("give the share, or remove the state")
    return tuple((code, keys.need(code, share, remedy)) for code in sorted(named, key=POSITION.__getitem__))


def _acknowledgements(value: Any, where: Where) -> tuple[Acknowledgement, ...]:
    return in_order(many(_acknowledgement, limits.ACKNOWLEDGEMENTS)(value, where))


def _acknowledgement(value: Any, where: Where) -> Acknowledgement:
    with Fields(value, where) as keys:
        return Acknowledgement(
            rule=keys.need("rule", text(limits.RULE), say("name the rule that warned")),
            state=keys.take("state", _any_state, None),
            message=keys.need("message", text(limits.NOTE), say("say what the warning said")),
            reason=keys.need("reason", text(limits.NOTE), say("say why the warning may stand")),
            by=keys.take("by", _reference, None),
            on=keys.take("on", day, None),
        )


def _any_state(value: Any, where: Where) -> str:
    return state_code(value, where, (*POSITION, *ASSOCIATED_NAMES))
