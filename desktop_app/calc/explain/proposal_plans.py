"""What one state's plan gives, in words that both procedures of the proposal of 2020 with a key use."""

from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import TypeVar

from desktop_app.calc.derivation import Unit
from desktop_app.calc.explain import proposal_inputs as shared
from desktop_app.calc.explain.figure import Answer, Figure
from desktop_app.calc.explain.proposal_subject import STATUS, HandedIn, ProposalState
from desktop_app.calc.explain.proposal_unknown import NO_NUMBER
from desktop_app.calc.response_assessment import PlanStanding
from desktop_app.calc.sentences import say
from desktop_app.calc.wording import day, number

Subject = TypeVar("Subject", bound=ProposalState)


def plan_named(plan: HandedIn) -> str:
    """Name a plan in a sentence: ``"plan FR-SAR-1 (Rev) 1 of 12 November 2026"``."""
    source, _day = shared.plan_source(plan)
    return (
        say("{source} of {day}", source=source, day=day(plan.submitted))
        if plan.submitted
        else say("{source} without date", source=source)
    )


def without_plan(state: ProposalState) -> str:
    """Say in a sentence why no plan of the state counts."""
    last = state.plan_deadline
    by = say(" by {day}", day=day(last)) if last else ""
    if state.row.standing is PlanStanding.NOT_ASKED:
        return say(
            "Nobody asks {name}, {BENEFITS}, to contribute; a plan of its own counts nowhere.",
            name=state.name,
            BENEFITS=state.BENEFITS,
        )
    if state.row.standing is PlanStanding.LATE:
        return say(
            "The plan of {name} did not come in time{by}, so it is no plan ({article}).",
            name=state.name,
            by=by,
            article=state.PLAN_ARTICLE,
        )
    if state.row.standing is PlanStanding.AWAITED:
        return say("The plan of {name} is awaited{by}.", name=state.name, by=by)
    return say("No plan of {name} came{by}.", name=state.name, by=by)


def claimed(state: ProposalState) -> Answer:
    """Say what the measures in the plan that counts would stand for."""
    plan = state.plan
    if plan is None:
        return Answer("0", (), without_plan(state))
    counts = tuple(measure.persons_equivalent or Fraction(0) for measure in plan.measures)
    words = _measures(state, plan, counts)
    unsaid = sum(measure.persons_equivalent is None for measure in plan.measures)
    if unsaid:
        words += (
            say(" Of one it is not said for how many: it counts 0.")
            if unsaid == 1
            else say(" Of {count} it is not said for how many: they count 0.", count=unsaid)
        )
    listed = shared.on_plan(state, "measures_in_plan", say("persons that each measure stands for"), counts)
    return Answer("sum(measures_in_plan)", (listed,), words)


def _measures(state: ProposalState, plan: HandedIn, counts: Sequence[Fraction]) -> str:
    if not counts:
        return say("There are no measures in {plan}.", plan=plan_named(plan))
    measures = say("The measure") if len(counts) == 1 else say("Together the {count} measures", count=len(counts))
    return say(
        "{measures} in {plan} would stand for {number} persons.",
        measures=measures,
        plan=plan_named(plan),
        number=number(state.row.claimed),
    )


def without_measures(state: ProposalState) -> str:
    """Say that no plan of the state has measures; without a full stop."""
    return say("No plan of {name} that counts has measures that stand for persons", name=state.name)


def measures_figures(
    references: tuple[str, str], rounding: str, missing: Callable[[Subject], Answer]
) -> tuple[Figure[Subject], Figure[Subject]]:
    """Return what a plan's measures claim, and what they leave short of the key.

    Args:
        references: article of each.
        rounding: of what they leave short.
        missing: why that is what it is.
    """
    return (
        Figure(
            "claimed",
            say("what its measures claim"),
            Unit.PERSONS,
            say("exact, as said with the plan"),
            references[0],
            lambda state: state.row.claimed,
            claimed,
            status=STATUS,
        ),
        Figure(
            "missing",
            say("what its measures leave short"),
            Unit.PERSONS,
            rounding,
            references[1],
            lambda state: state.row.missing,
            missing,
            NO_NUMBER,
            STATUS,
        ),
    )
