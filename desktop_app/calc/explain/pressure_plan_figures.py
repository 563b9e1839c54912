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
from desktop_app.calc.wording import number

_PLAN: Final = "COM(2020) 610, Art. 45(1)(d), 52(2), 52(3) and Annex II"
_TEST: Final = "COM(2020) 610, Art. 52(2), 53(2); recital 29"
_HALF: Final = "COM(2020) 610, Art. 53(2)"
_PROPORTION: Final = "COM(2020) 610, Art. 53(2), recital 29"
_TOUCHED: Final = (SHORTFALL.name, COVER.name)


def no_measures(state: PressureState) -> str:
    """The plan has no measures."""
    if state.row.covered:
        return ""
    if state.plan is None:
        return without_plan(state)
    return f"In the plan of {state.name}, measures cover nothing: there is nothing to adjust."


def _covered(state: PressureState) -> Answer:
    plan = state.row.plan
    if plan is None:
        return Answer("0", (), without_plan(state))
    on_form = shared.on_plan(state, "in_plan", "part of the share covered by measures", plan.covered)
    part = f"{number(plan.covered)} persons" if plan.covered else "nothing"
    words = f"In {plan_named(plan)}, measures cover {part} of the share of {state.name}"
    if state.row.exact_key is None:
        return Answer("in_plan", (on_form,), f"{words}; the share is not known yet.")
    if plan.covered > state.exact_key:
        words += f", more than the {number(state.exact_key)} that the key asks: no more than these count"
    return Answer("min(in_plan, exact_key)", (on_form, shared.exact_key(state)), f"{words}.")


def _missing(state: PressureState) -> Answer:
    if not state.row.covered:
        if not state.row.is_asked:
            return Answer("0", (), without_plan(state))
        return Answer("0", (), f"{without_measures(state)}: only what measures leave short counts here.")
    words = (
        f"The key asks {state.name} for {number(state.exact_key)} persons, and {number(state.row.covered)} of them are "
        "covered by measures: so many are left short in persons."
    )
    return Answer("covered", (given.covered(state),), words)


def _asks_no_half(state: PressureState) -> str:
    """Say why the 50 % rule cannot ask anything of the state, whatever the test; empty where it can."""
    if not state.row.is_asked:
        return without_plan(state)
    if not state.row.covered:
        return f"{without_measures(state)}: the 50 % rule asks nothing of it."
    if state.totals.shortfall is None:
        return "The 30 % test cannot be made yet, so the 50 % rule asks nothing."
    return ""


def _half(state: PressureState) -> Answer:
    refused = _asks_no_half(state)
    if refused:
        return Answer("0", (), refused)
    used = (shared.triggered(state), shared.exact_key(state))
    words = f"The 30 % test is not triggered, so {state.name} need not cover half of its share by persons."
    if state.row.half:
        words = (
            f"The 30 % test is triggered: {state.name} covers half of its {number(state.exact_key)} by persons, "
            f"{rounded_up(state.exact_key / 2)}"
        )
        words += ", and no more than the share." if state.row.half == state.exact_key else "."
    return Answer("when(shortfall_triggered, min(up(exact_key / 2), exact_key), 0)", used, words)


def _persons(state: PressureState) -> Answer:
    row = state.row
    if not row.is_asked:
        return Answer("0", (), without_plan(state))
    by_persons = number(row.persons or 0)
    used = (shared.exact_key(state), given.covered(state))
    if not row.half:
        words = f"Of the {number(state.exact_key)} that the key asks of {state.name}, measures cover "
        words += f"{number(row.covered)}: {by_persons} are left to persons."
        words += f" {without_plan(state)}" if row.plan is None else ""
        return Answer("exact_key - covered", used, words)
    if state.is_cut:
        words = f"{state.begin} covers exactly half of its share by persons: {by_persons}."
        return Answer("half", (shared.half(state),), words)
    words = f"By its plan {state.name} gives {number(state.exact_key - row.covered)} by persons; "
    words += f"half of the share is {number(row.half)}, and the larger of both counts: {by_persons}."
    return Answer("max(exact_key - covered, half)", (*used, shared.half(state)), words)


def _added(state: PressureState) -> Answer:
    row = state.row
    if not row.half:
        refused = _asks_no_half(state) or "The 30 % test is not triggered, so nothing is added to the plan."
        return Answer("0", (), refused)
    planned = number(state.exact_key - row.covered)
    words = f"{state.begin} plans {planned} by persons of the half of {number(row.half)}"
    if row.added < 0:
        words += f"; the reading cuts what is above it, {number(-row.added)}."
    else:
        words += f"; {number(row.added)} are added." if row.added else ", which is enough: nothing is added."
    used = (given.persons(state), shared.exact_key(state), given.covered(state))
    return Answer("persons - (exact_key - covered)", used, words)


def _adjusted(state: PressureState) -> Answer:
    row, adjusted = state.row, state.row.adjusted or Fraction(0)
    stand = (
        f"Persons leave {number(row.measures_exact or 0)} of the share of {state.name} to its measures, which claim "
    )
    stand += f"to stand for {number(row.claimed)}"
    if adjusted:
        way = "up" if adjusted > 0 else "down"
        words = f"{stand}: the Commission adjusts them {way} by {number(abs(adjusted))}."
    else:
        words = f"{stand}: they are in proportion."
    used = (shared.exact_key(state), given.persons(state), given.claimed(state))
    return Answer("exact_key - persons - claimed", used, words)


FIGURES: Final[tuple[Figure[PressureState], ...]] = (
    Figure(
        "covered",
        "part of the share covered by measures",
        Unit.PERSONS,
        "exact, as on the form; no more than the share",
        _PLAN,
        lambda state: state.row.covered,
        _covered,
        status=STATUS,
    ),
    *measures_figures(("COM(2020) 610, Art. 45(1)(d), 52(3) and Annex II", _TEST), "exact", _missing),
    Figure(
        "half",
        "half of the share",
        Unit.PERSONS,
        "rounded up to whole persons, no more than the share; of the share before any reduction",
        _HALF,
        lambda state: state.row.half,
        _half,
        status=STATUS,
        readings=(SHORTFALL.name,),
    ),
    Figure(
        "persons",
        "by persons, before reduction and credits",
        Unit.PERSONS,
        "exact",
        "COM(2020) 610, Art. 52(1), 52(2), 53(2)",
        lambda state: state.row.persons,
        _persons,
        NO_NUMBER,
        STATUS,
        _TOUCHED,
    ),
    Figure(
        "added",
        "persons added by the 50 % rule",
        Unit.PERSONS,
        "exact; below 0 where the reading cuts the plan",
        _HALF,
        lambda state: state.row.added,
        _added,
        status=STATUS,
        readings=_TOUCHED,
    ),
    Figure(
        "adjusted",
        "measures adjusted up or down",
        Unit.PERSONS,
        "exact; below 0 where measures claim more than they stand for",
        _PROPORTION,
        lambda state: state.row.adjusted,
        _adjusted,
        (no_measures, *NO_NUMBER),
        STATUS,
        _TOUCHED,
    ),
)
