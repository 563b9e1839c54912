"""What one state's plan splits, and what the 30 % test and the 50 % rule make of it (COM(2020) 610, Art. 52, 53(2))."""

from fractions import Fraction
from typing import Final

from desktop_app.calc.derivation import Unit
from desktop_app.calc.explain import pressure_inputs as given
from desktop_app.calc.explain import proposal_inputs as shared
from desktop_app.calc.explain.figure import Answer, Figure, rounded_up
from desktop_app.calc.explain.pressure_subject import PressureState
from desktop_app.calc.explain.proposal_plans import measures_figures, plan_named, without_measures, without_plan
from desktop_app.calc.explain.proposal_subject import STATUS
from desktop_app.calc.explain.proposal_unknown import NO_NUMBER
from desktop_app.calc.readings import COVER, SHORTFALL
from desktop_app.calc.sentences import joined, say
from desktop_app.calc.wording import number

_PLAN: Final = "COM(2020) 610, Art. 45(1)(d), 52(2), 52(3) and Annex II"
_TEST: Final = say("COM(2020) 610, Art. 52(2), 53(2); recital 29")
_HALF: Final = "COM(2020) 610, Art. 53(2)"
_PROPORTION: Final = "COM(2020) 610, Art. 53(2), recital 29"
_TOUCHED: Final = (SHORTFALL.name, COVER.name)


def no_measures(state: PressureState) -> str:
    """The plan has no measures."""
    if state.row.covered:
        return ""
    if state.plan is None:
        return without_plan(state)
    return say("In the plan of {name}, measures cover nothing: there is nothing to adjust.", name=state.name)


def _covered(state: PressureState) -> Answer:
    plan = state.row.plan
    if plan is None:
        return Answer("0", (), without_plan(state))
    on_form = shared.on_plan(state, "in_plan", say("part of the share covered by measures"), plan.covered)
    words = (
        say(
            "In {plan}, measures cover {number} persons of the share of {name}",
            plan=plan_named(plan),
            number=number(plan.covered),
            name=state.name,
        )
        if plan.covered
        else say(
            "In {plan}, measures cover nothing of the share of {name}",
            plan=plan_named(plan),
            name=state.name,
        )
    )
    if state.row.exact_key is None:
        return Answer("in_plan", (on_form,), say("{words}; the share is not known yet.", words=words))
    if plan.covered > state.exact_key:
        words += say(
            ", more than the {number} that the key asks: no more than these count", number=number(state.exact_key)
        )
    return Answer("min(in_plan, exact_key)", (on_form, shared.exact_key(state)), say("{words}.", words=words))


def _missing(state: PressureState) -> Answer:
    if not state.row.covered:
        if not state.row.is_asked:
            return Answer("0", (), without_plan(state))
        return Answer(
            "0",
            (),
            say(
                "{without_measures}: only what measures leave short counts here.",
                without_measures=without_measures(state),
            ),
        )
    words = say(
        "The key asks {name} for {exact_key} persons, and {covered} of them are covered by measures: so "
        "many are left short in persons.",
        name=state.name,
        exact_key=number(state.exact_key),
        covered=number(state.row.covered),
    )
    return Answer("covered", (given.covered(state),), words)


def _asks_no_half(state: PressureState) -> str:
    """Say why the 50 % rule cannot ask anything of the state, whatever the test; empty where it can."""
    if not state.row.is_asked:
        return without_plan(state)
    if not state.row.covered:
        return say("{without_measures}: the 50 % rule asks nothing of it.", without_measures=without_measures(state))
    if state.totals.shortfall is None:
        return say("The 30 % test cannot be made yet, so the 50 % rule asks nothing.")
    return ""


def _half(state: PressureState) -> Answer:
    refused = _asks_no_half(state)
    if refused:
        return Answer("0", (), refused)
    used = (shared.triggered(state), shared.exact_key(state))
    words = say(
        "The 30 % test is not triggered, so {name} need not cover half of its share by persons.", name=state.name
    )
    if state.row.half:
        words = say(
            "The 30 % test is triggered: {name} covers half of its {number} by persons, {rounded_up}",
            name=state.name,
            number=number(state.exact_key),
            rounded_up=rounded_up(state.exact_key / 2),
        )
        words += say(", and no more than the share.") if state.row.half == state.exact_key else "."
    return Answer("when(shortfall_triggered, min(up(exact_key / 2), exact_key), 0)", used, words)


def _persons(state: PressureState) -> Answer:
    row = state.row
    if not row.is_asked:
        return Answer("0", (), without_plan(state))
    by_persons = number(row.persons or 0)
    used = (shared.exact_key(state), given.covered(state))
    if not row.half:
        words = say(
            "Of the {number} that the key asks of {name}, measures cover ",
            number=number(state.exact_key),
            name=state.name,
        )
        words += say("{number}: {by_persons} are left to persons.", number=number(row.covered), by_persons=by_persons)
        words = words if row.plan else joined(" ", (words, without_plan(state)))
        return Answer("exact_key - covered", used, words)
    if state.is_cut:
        words = say(
            "{begin} covers exactly half of its share by persons: {by_persons}.",
            begin=state.begin,
            by_persons=by_persons,
        )
        return Answer("half", (shared.half(state),), words)
    words = say(
        "By its plan {name} gives {number} by persons; ", name=state.name, number=number(state.exact_key - row.covered)
    )
    words += say(
        "half of the share is {number}, and the larger of both counts: {by_persons}.",
        number=number(row.half),
        by_persons=by_persons,
    )
    return Answer("max(exact_key - covered, half)", (*used, shared.half(state)), words)


def _added(state: PressureState) -> Answer:
    row = state.row
    if not row.half:
        refused = _asks_no_half(state) or say("The 30 % test is not triggered, so nothing is added to the plan.")
        return Answer("0", (), refused)
    planned = number(state.exact_key - row.covered)
    words = say(
        "{begin} plans {planned} by persons of the half of {number}",
        begin=state.begin,
        planned=planned,
        number=number(row.half),
    )
    if row.added < 0:
        words += say("; the reading cuts what is above it, {number}.", number=number(-row.added))
    else:
        words += (
            say("; {number} are added.", number=number(row.added))
            if row.added
            else say(", which is enough: nothing is added.")
        )
    used = (given.persons(state), shared.exact_key(state), given.covered(state))
    return Answer("persons - (exact_key - covered)", used, words)


def _adjusted(state: PressureState) -> Answer:
    row, adjusted = state.row, state.row.adjusted or Fraction(0)
    stand = say(
        "Persons leave {number} of the share of {name} to its measures, which claim ",
        number=number(row.measures_exact or 0),
        name=state.name,
    )
    stand += say("to stand for {number}", number=number(row.claimed))
    if adjusted:
        words = say(
            "{stand}: the Commission adjusts them up by {number}."
            if adjusted > 0
            else "{stand}: the Commission adjusts them down by {number}.",
            stand=stand,
            number=number(abs(adjusted)),
        )
    else:
        words = say("{stand}: they are in proportion.", stand=stand)
    used = (shared.exact_key(state), given.persons(state), given.claimed(state))
    return Answer("exact_key - persons - claimed", used, words)


FIGURES: Final[tuple[Figure[PressureState], ...]] = (
    Figure(
        "covered",
        say("part of the share covered by measures"),
        Unit.PERSONS,
        say("exact, as on the form; no more than the share"),
        _PLAN,
        lambda state: state.row.covered,
        _covered,
        status=STATUS,
    ),
    *measures_figures(("COM(2020) 610, Art. 45(1)(d), 52(3) and Annex II", _TEST), say("exact"), _missing),
    Figure(
        "half",
        say("half of the share"),
        Unit.PERSONS,
        say("rounded up to whole persons, no more than the share; of the share before any reduction"),
        _HALF,
        lambda state: state.row.half,
        _half,
        status=STATUS,
        readings=(SHORTFALL.name,),
    ),
    Figure(
        "persons",
        say("by persons, before reduction and credits"),
        Unit.PERSONS,
        say("exact"),
        "COM(2020) 610, Art. 52(1), 52(2), 53(2)",
        lambda state: state.row.persons,
        _persons,
        NO_NUMBER,
        STATUS,
        _TOUCHED,
    ),
    Figure(
        "added",
        say("persons added by the 50 % rule"),
        Unit.PERSONS,
        say("exact; below 0 where the reading cuts the plan"),
        _HALF,
        lambda state: state.row.added,
        _added,
        status=STATUS,
        readings=_TOUCHED,
    ),
    Figure(
        "adjusted",
        say("measures adjusted up or down"),
        Unit.PERSONS,
        say("exact; below 0 where measures claim more than they stand for"),
        _PROPORTION,
        lambda state: state.row.adjusted,
        _adjusted,
        (no_measures, *NO_NUMBER),
        STATUS,
        _TOUCHED,
    ),
)
