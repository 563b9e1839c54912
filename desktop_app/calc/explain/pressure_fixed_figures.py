"""What the act fixes for one state, by type, whole persons (COM(2020) 610, Art. 53)."""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from desktop_app.calc.contribution_types import ContributionType
from desktop_app.calc.derivation import Input, Unit
from desktop_app.calc.entry_plan_pressure import percentage
from desktop_app.calc.explain import pressure_inputs as given
from desktop_app.calc.explain import proposal_inputs as shared
from desktop_app.calc.explain.figure import Answer, Figure
from desktop_app.calc.explain.pressure_credits import (
    CREDITS_TOUCHED,
    credits_input,
    given_before,
    is_more_than_owed,
    owed,
)
from desktop_app.calc.explain.pressure_reduction_figures import SPREAD_TOUCHED
from desktop_app.calc.explain.pressure_subject import PressureState
from desktop_app.calc.explain.proposal_plans import plan_named, without_plan
from desktop_app.calc.explain.proposal_subject import STATUS
from desktop_app.calc.explain.proposal_unknown import NO_NUMBER
from desktop_app.calc.pressure_plans import WHOLE
from desktop_app.calc.readings import COVER, SHORTFALL
from desktop_app.calc.sentences import say
from desktop_app.calc.wording import number, percent, persons

_ACT: Final = "COM(2020) 610, Art. 53(1) to 53(4)"
TOUCHED: Final = (SHORTFALL.name, COVER.name, *SPREAD_TOUCHED, *CREDITS_TOUCHED)
"""Readings that touch what the act fixes; the number by the key is rounded under its own, and only shown."""
ROUNDING: Final = say(
    "whole persons: the totals of all states are rounded together by largest remainders, then each over its types"
)


@dataclass(frozen=True)
class _Part:
    """A piece of a formula with its inputs, and the beginning of the words."""

    formula: str
    used: tuple[Input, ...]
    words: str


def _by_persons(state: PressureState, kind: ContributionType) -> _Part:
    """Return what falls to a type of persons, before credits and rounding."""
    row = state.row
    formula, used = "persons", [given.persons(state)]
    for name, value, each in (
        ("reduction", row.reduction, given.reduction),
        ("redistributed", row.redistributed, given.redistributed),
    ):
        if value:
            formula += f" + {name}"
            used.append(each(state))
    whole = (row.persons or 0) + row.reduction + row.redistributed
    weight = row.types.weights[kind]
    part_of = say("all") if weight == 1 else percent(weight)
    words = say(
        "{whose_types} {begin} gives {part_of} of its {number} persons by {words}",
        whose_types=_whose_types(state),
        begin=state.begin,
        part_of=part_of,
        number=number(whole),
        words=kind.words,
    )
    words += _not_whole(state)
    if weight == 1:
        return _Part(formula, tuple(used), words)
    formula = f"({formula})" if " " in formula else formula
    percents = row.types.by_type
    part = _share_of_type(state, "type_share", say("share of {words}", words=kind.words), percents[kind])
    everything = _share_of_type(state, "all_shares", say("shares of all types together"), row.types.total)
    words = say("{words}, {number}", words=words, number=number(whole * weight))
    return _Part(f"{formula} * type_share / all_shares", (*used, part, everything), words)


def _not_whole(state: PressureState) -> str:
    """Say what is made of shares that do not total 100 %; empty where they do."""
    plan = state.plan
    if plan is None or plan.shares.total in (0, WHOLE):
        return ""
    total = percentage(plan.shares.total)
    return say(
        " (its shares total {total}, not 100 %, which blocks, Art. 52(3): until then they are taken in proportion)",
        total=total,
    )


def _share_of_type(state: PressureState, name: str, title: str, value: Fraction) -> Input:
    if state.plan is not None:
        return shared.on_plan(state, name, title, value, Unit.PERCENT)
    act = state.forum.migratory_pressure.act
    source = act.reference or say("types set by the Commission, the act's reference not recorded")
    adopted = act.adopted.isoformat() if act.adopted else ""
    return Input(
        name, say("{title}: {title_2}", title=state.title, title_2=title), value, Unit.PERCENT, source, adopted
    )


def _whose_types(state: PressureState) -> str:
    """Say where the types come from."""
    if state.plan is not None:
        return (
            say("By {plan},", plan=plan_named(state.plan))
            if state.plan.shares.total
            else say("Its plan names no type of persons:")
        )
    recorded = any(each.code == state.code for each in state.forum.migratory_pressure.act.types_set)
    if recorded:
        return say("{without_plan} The Commission sets the types (Art. 53(2)):", without_plan=without_plan(state))
    return say(
        "{without_plan} Until the Commission sets other types, all are applicants (Art. 53(2)):",
        without_plan=without_plan(state),
    )


def _by_measures(state: PressureState) -> _Part:
    left = owed(state, ContributionType.MEASURES)
    words = say(
        "Of the {exact_key} that the key asks of {name}, {persons} are given by persons: measures stand "
        "for the {left} that are left, whatever they claim",
        exact_key=number(state.exact_key),
        name=state.name,
        persons=number(state.row.persons or 0),
        left=number(left),
    )
    return _Part("exact_key - persons", (shared.exact_key(state), given.persons(state)), words)


def _answer(state: PressureState, kind: ContributionType) -> Answer:
    if not state.row.is_asked:
        return Answer("0", (), without_plan(state))
    is_measures = kind is ContributionType.MEASURES
    if not owed(state, kind):
        return Answer("0", (), _nothing_owed(state, kind))
    part = _by_measures(state) if is_measures else _by_persons(state, kind)
    fixed = state.row.fixed.by_type[kind] or 0
    before, amount = given_before(state, kind), owed(state, kind)
    formula, used, words = part.formula, part.used, part.words
    if before and not is_more_than_owed(state, kind):
        formula, amount = f"{formula} - sum(credits)", amount - before
        used = (*used, credits_input("credits", state, kind))
        words += say(
            "; {persons} given earlier come off, which leaves {number}", persons=persons(before), number=number(amount)
        )
    taken = int(state.row.credited_types.get(kind, 0)) if is_more_than_owed(state, kind) else 0
    floor = amount.numerator // amount.denominator
    used = (*used, shared.by_remainder(state.title, fixed + taken - floor))
    formula = f"down({formula}) + units_by_remainder"
    if amount != floor:
        words += say("; rounded together with all others' numbers, {persons}", persons=persons(fixed + taken))
    if not is_more_than_owed(state, kind):
        return Answer(formula, used, say("{words}.", words=words))
    words += say("; {persons} were given earlier, so nothing is left of it.", persons=persons(before))
    return Answer(f"max(0, {formula} - sum(credits))", (*used, credits_input("credits", state, kind)), words)


def _nothing_owed(state: PressureState, kind: ContributionType) -> str:
    if kind is ContributionType.MEASURES:
        return (
            without_plan(state)
            if state.plan is None
            else say("In the plan of {name}, measures cover nothing.", name=state.name)
        )
    if kind in state.row.types.weights:
        return say("{begin} gives nothing by persons: measures cover all that the key asks of it.", begin=state.begin)
    return say(
        "{whose_types} {begin} gives nobody by {words}.",
        whose_types=_whose_types(state),
        begin=state.begin,
        words=kind.words,
    )


def _of(kind: ContributionType) -> Callable[[PressureState], Answer]:
    return lambda state: _answer(state, kind)


def _figure(identifier: str, title: str, reference: str, kind: ContributionType) -> Figure[PressureState]:
    return Figure(
        identifier,
        title,
        Unit.PERSONS,
        ROUNDING,
        reference,
        lambda state: state.row.fixed.by_type[kind],
        _of(kind),
        NO_NUMBER,
        STATUS,
        TOUCHED,
    )


FIGURES: Final[tuple[Figure[PressureState], ...]] = (
    _figure(
        "relocations",
        say("relocation of applicants fixed"),
        say("{ACT}; 45(1)(a)", ACT=_ACT),
        ContributionType.APPLICANTS,
    ),
    _figure(
        "sponsorship", say("return sponsorship fixed"), say("{ACT}; 45(1)(b)", ACT=_ACT), ContributionType.SPONSORSHIP
    ),
    _figure(
        "beneficiaries",
        say("relocation of beneficiaries of protection fixed"),
        say("{ACT}; 45(1)(c)", ACT=_ACT),
        ContributionType.BENEFICIARIES,
    ),
    _figure("measures", say("measures fixed, in persons"), say("{ACT}; 45(1)(d)", ACT=_ACT), ContributionType.MEASURES),
)
