"""The numbers that go into the formulas of both procedures of the proposal of 2020 with a key."""

from collections.abc import Callable, Iterable
from typing import Final, TypeVar

from desktop_app.calc.derivation import Exact, Input, Unit
from desktop_app.calc.explain.inputs import COMPUTED, linked
from desktop_app.calc.explain.proposal_subject import HandedIn, KeyRow, Proposal, ProposalState, iso
from desktop_app.calc.member_states import name_of
from desktop_app.calc.sentences import say
from desktop_app.calc.wording import listed

TYPED: Final = say("typed by the secretariat")
"""Source of what nothing but this forum records."""
NO_REPORT: Final = say("the report, its reference not recorded")
BY_REMAINDER: Final = say("largest remainders; ties to the larger population, then by code")
"""Source of the last persons that are handed out."""
_NAMED: Final = 6
"""How many states a title names before it counts them."""
Row = TypeVar("Row", bound=KeyRow)


def report_source(whole: Proposal) -> tuple[str, str]:
    """Return the source of a number of the report, and its date."""
    return whole.report.reference or NO_REPORT, iso(whole.report.adopted)


def plan_source(plan: HandedIn) -> tuple[str, str]:
    """Return the source of a number on a plan's form: its reference with revision mark, and its date."""
    if plan.reference:
        return say("plan {named}", named=plan.mark), iso(plan.submitted)
    unnamed = (
        say("plan without reference number {mark}", mark=plan.mark)
        if plan.mark
        else say("plan without reference number")
    )
    return unnamed, iso(plan.submitted)


def on_plan(
    state: ProposalState, name: str, title: str, value: Exact | tuple[Exact, ...], unit: Unit = Unit.PERSONS
) -> Input:
    """Return a number that stands on the plan that counts; asked only with one."""
    source = plan_source(state.plan) if state.plan else (TYPED, "")
    return Input(name, say("{title}: {title_2}", title=state.title, title_2=title), value, unit, *source)


def exact_key(state: ProposalState) -> Input:
    """Return share × the report's total; asked only where it is known."""
    return linked(state, "exact_key", say("number by the key before rounding"), state.exact_key, Unit.PERSONS)


def key_number(state: ProposalState) -> Input:
    """Return the state's number by the key; asked only where it is known."""
    return linked(state, "key_number", say("number by the key"), state.row.key_number or 0, Unit.PERSONS)


def half(state: ProposalState) -> Input:
    """Return what the 50 % rule asks."""
    return linked(state, "half", say("half of the share"), state.row.half, Unit.PERSONS)


def by_remainder(title: str, count: int) -> Input:
    """Return the persons that somebody gets of those that whole parts leave over."""
    return Input(
        "units_by_remainder",
        say("{title}: persons handed out by remainder", title=title),
        count,
        Unit.PERSONS,
        BY_REMAINDER,
    )


def triggered(whole: Proposal) -> Input:
    """Return whether the 30 % test is triggered; asked only where the shortfall is known."""
    name = "shortfall_triggered"
    return Input(name, say("30 % test triggered"), whole.sums.shortfall_triggered, Unit.YES_NO, COMPUTED, "", name)


def of_rows(
    name: str,
    title: str,
    rows: Iterable[Row],
    figure: Callable[[Row], Exact | None],
    unit: Unit = Unit.PERSONS,
) -> Input:
    """Return one figure of several states as a list; asked only where all are known."""
    found = tuple(rows)
    named = (
        listed([name_of(row.code) for row in found])
        if 0 < len(found) <= _NAMED
        else say("{count} states", count=len(found))
    )
    values = tuple(figure(row) or 0 for row in found)
    return Input(name, say("{title} ({named})", title=title, named=named), values, unit, COMPUTED)
