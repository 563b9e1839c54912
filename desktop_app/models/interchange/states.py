"""Reading what a document says of single states: key, applications, pledges, deductions."""

from collections.abc import Callable, Collection
from types import MappingProxyType
from typing import Any, Final, TypeVar

from desktop_app.calc.forum import (
    NO_PLEDGE,
    AlternativeMeasure,
    Applications,
    AssociatedContribution,
    DataFlag,
    Deduction,
    DeductionAmounts,
    DeductionBasis,
    DeductionStage,
    Flag,
    KeyState,
    MeasureKind,
    Pledge,
    PressureBasis,
    RequestContent,
    StateRecord,
)
from desktop_app.calc.member_states import ASSOCIATED_NAMES, POSITION
from desktop_app.calc.recorded import ABSENT
from desktop_app.calc.said import HowSaid
from desktop_app.calc.sentences import State, say
from desktop_app.models.interchange import limits
from desktop_app.models.interchange.fields import (
    Converter,
    Fields,
    Where,
    boolean,
    by_year,
    choice,
    choices,
    day,
    items,
    many,
    money,
    persons,
    quoted,
    string,
    text,
)
from desktop_app.models.interchange.said import how_said, original

FULL: Final = "full"
"""What stands for a deduction of the whole pledge."""

ASSOCIATED_POSITION: Final = MappingProxyType({code: index for index, code in enumerate(ASSOCIATED_NAMES)})
"""Place of an associated state in protocol order, from 0."""

_reference: Final = text(limits.REFERENCE)
_description: Final = text(limits.DESCRIPTION)
_note: Final = text(limits.NOTE)

T = TypeVar("T")


def state_code(value: Any, where: Where, known: Collection[str] = POSITION) -> str:
    """Convert the Union's code of a state."""
    written = string(value, where, '"BE"')
    if written not in known:
        hint = say("Greece is EL") if written == "GR" else say("use one of {join}", join=", ".join(known))
        where.refuse(say("{value} is not the code of a state that can stand here", value=quoted(written)), hint)
    return written


def member(value: Any, where: Where) -> str:
    """Convert the code of a Member State; associated states take no part in solidarity under the proposal of 2020."""
    if isinstance(value, str) and value in ASSOCIATED_NAMES:
        where.refuse(
            say(
                "{state} is an associated state, not bound by Part IV of the proposal (COM(2020) 610, 2.3)",
                state=State(value),
            ),
            say("name a Member State, or remove the entry"),
        )
    return state_code(value, where)


def in_protocol_order(
    convert: Callable[[Fields, str], T],
    code: Converter[str] = state_code,
    states: Collection[str] = POSITION,
    name: str = "code",
) -> Converter[tuple[T, ...]]:
    """Return the converter of a list with one object for each state, put in protocol order.

    Args:
        convert: makes the value from the object's keys and the state's code.
        code: converts the code.
        states: every state that may stand there, in the order in which they are put.
        name: the key under which the state is named.
    """

    def convert_all(value: Any, where: Where) -> tuple[T, ...]:
        found: dict[str, T] = {}
        for each, place in items(value, where, len(states)):
            with Fields(each, place) as keys:
                named, made = _of_a_state(convert, keys, code, name)
            if named in found:
                place.of(named).refuse(
                    say("the state {state} stands there twice", state=named), say("keep one of the two")
                )
            found[named] = made
        return tuple(found[each] for each in states if each in found)

    return convert_all


def about_states(
    convert: Callable[[Fields, str], T], most: int, code: Converter[str] = state_code
) -> Converter[tuple[T, ...]]:
    """Return the converter of a list of objects that are each about one state; order kept, a state may have several.

    Args:
        convert: makes the value from the object's keys and the state's code.
        most: how many there may be.
        code: converts the code.
    """

    def convert_one(value: Any, where: Where) -> T:
        with Fields(value, where) as keys:
            return _of_a_state(convert, keys, code, "code")[1]

    return many(convert_one, most)


def _of_a_state(convert: Callable[[Fields, str], T], keys: Fields, code: Converter[str], name: str) -> tuple[str, T]:
    named = keys.need(name, code, say("say which state it is about"))
    # From here on every refusal names the state.
    keys.where = keys.where.of(named)
    return named, convert(keys, named)


def _key_state(keys: Fields, code: str) -> KeyState:
    return KeyState(
        code,
        population=keys.take("population", persons, None),
        gdp=keys.take("gdp_million_eur", money, None),
        participates=keys.take("participates", boolean, True),
        population_flags=keys.take("population_flags", choices(DataFlag), ()),
        gdp_flags=keys.take("gdp_flags", choices(DataFlag), ()),
        remark=keys.take("remark", _description, None),
    )


def _applications(keys: Fields, code: str) -> Applications:
    return Applications(
        code,
        years=keys.take("years", by_year(limits.YEARS), ()),
        population=keys.take("population", by_year(limits.YEARS), ()),
    )


def _state_record(keys: Fields, code: str) -> StateRecord:
    return StateRecord(
        code,
        flags=keys.take("flags", choices(Flag), ()),
        pressure_basis=keys.take("pressure_basis", choices(PressureBasis), ()),
        benefitting_since=keys.take("benefitting_since", day, None),
        systemic_shortcomings=keys.take("systemic_shortcomings", boolean, False),
        crisis_credit=keys.take("crisis_credit", persons, 0),
        pledge=keys.recorded("pledge", _pledge, Pledge()) or NO_PLEDGE,
        deductions=keys.take("deductions", many(_deduction, limits.DEDUCTIONS), ()),
        crisis_credit_act=keys.take("crisis_credit_act", _reference, None),
    )


def _pledge(value: Any, where: Where) -> Pledge:
    with Fields(value, where) as keys:
        return Pledge(
            relocations=keys.recorded("relocations", persons, ABSENT),
            financial_cents=keys.recorded("financial_eur", money, ABSENT),
            # An empty list of measures says the same as null: explicitly none.
            alternative=keys.recorded("alternative", many(_measure, limits.MEASURES), ABSENT) or None,
            of_which_beneficiaries=keys.take("of_which_beneficiaries", persons, 0),
            bilateral_agreement=keys.take("bilateral_agreement", _reference, None),
            offsets_planned=keys.take("offsets_planned", persons, 0),
            note=keys.take("note", _note, None),
            said=keys.take("said", how_said, HowSaid()),
        )


def _measure(value: Any, where: Where) -> AlternativeMeasure:
    with Fields(value, where) as keys:
        return AlternativeMeasure(
            description=keys.take("description", _description, None),
            kind=keys.take("kind", choice(MeasureKind), None),
            value_cents=keys.take("value_eur", money, None),
            method=keys.take("method", _description, None),
            identified_in_proposal=keys.take("identified_in_proposal", boolean, None),
            original=keys.take("original", original, None),
        )


def _deduction(value: Any, where: Where) -> Deduction:
    with Fields(value, where) as keys:
        return Deduction(
            basis=keys.take("basis", choice(DeductionBasis), DeductionBasis.ARTICLE_61),
            stage=keys.take("stage", choice(DeductionStage), DeductionStage.ANNOUNCED),
            # An extent that nobody wrote deducts nothing: a deduction is never assumed.
            extent=keys.take("extent", _extent, DeductionAmounts()),
            self_declared=keys.take("self_declared", boolean, False),
            announced=keys.take("announced", day, None),
            requested=keys.take("requested", day, None),
            assessed=keys.take("assessed", day, None),
            decided=keys.take("decided", day, None),
            act=keys.take("act", _reference, None),
            note=keys.take("note", _note, None),
            # Null: nobody has looked. An empty list: somebody has, and nothing is there.
            contents=keys.take("contents", choices(RequestContent), None),
        )


def _extent(value: Any, where: Where) -> DeductionAmounts | None:
    if value == FULL:
        return None
    if isinstance(value, str):
        where.refuse(
            say("{value} is not an extent", value=quoted(value)),
            say('write "{full}", or an object with amounts per type', full=FULL),
        )
    with Fields(value, where) as keys:
        return DeductionAmounts(
            relocations=keys.take("relocations", persons, 0),
            financial_cents=keys.take("financial_eur", money, 0),
            alternative_cents=keys.take("alternative_eur", money, 0),
        )


def _associated(keys: Fields, code: str) -> AssociatedContribution:
    return AssociatedContribution(
        code,
        description=keys.take("description", _description, None),
        value_cents=keys.take("value_eur", money, None),
    )


def _associated_code(value: Any, where: Where) -> str:
    return state_code(value, where, ASSOCIATED_NAMES)


def associated(value: Any, where: Where) -> tuple[AssociatedContribution, ...]:
    """Convert the contributions of associated states, put in protocol order; a state may make several."""
    found = about_states(_associated, limits.ASSOCIATED, _associated_code)(value, where)
    return tuple(sorted(found, key=lambda each: ASSOCIATED_POSITION[each.code]))


key_states: Final = in_protocol_order(_key_state)
applications: Final = in_protocol_order(_applications)
state_records: Final = in_protocol_order(_state_record)
