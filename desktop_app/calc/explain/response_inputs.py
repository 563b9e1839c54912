"""The numbers that go into the formulas of search and rescue, each with its source and date."""

from collections.abc import Callable, Iterable
from typing import Final

from desktop_app.calc.derivation import Exact, Input, Unit
from desktop_app.calc.explain.inputs import COMPUTED, linked
from desktop_app.calc.explain.response_subject import Response, ResponseState, iso
from desktop_app.calc.member_states import name_of
from desktop_app.calc.response_assessment import ResponseRow
from desktop_app.calc.response_plans import ResponsePlan
from desktop_app.calc.wording import listed

TYPED: Final = "typed by the secretariat"
"""Source of what nothing but this forum records."""
NO_REPORT: Final = "the report, its reference not recorded"
BY_REMAINDER: Final = "largest remainders; ties to the larger population, then by code"
"""Source of the last persons that are handed out."""


def _report(whole: Response) -> tuple[str, str]:
    report = whole.forum.search_and_rescue.report
    return report.reference or NO_REPORT, iso(report.adopted)


def needs(whole: Response) -> Input:
    """Return the relocations that the report gives for each state of disembarkation."""
    found = whole.frame.benefitting
    title = f"relocations needed by the report ({listed([name_of(code) for code in found])})"
    counts = tuple(each.relocations or 0 for each in found.values())
    return Input("needs", title, counts, Unit.PERSONS, *_report(whole))


def report_total(whole: Response) -> Input:
    """Return the report's total, before any top-up; asked only where it is known."""
    title = "relocations needed by the report, in all"
    return Input("report_total", title, whole.report_total, Unit.PERSONS, *_report(whole))


def total(whole: Response) -> Input:
    """Return the total in force, after any top-up; asked only where it is known."""
    value = whole.totals.relocations or 0
    return Input("total", "total of relocations in force", value, Unit.PERSONS, COMPUTED, "", "relocations")


def need(whole: Response, code: str) -> Input:
    """Return the relocations needed from one state of disembarkation, after any top-up."""
    top_up = whole.forum.search_and_rescue.top_up
    title = f"relocations from {name_of(code)}"
    value = whole.assessment.pool(code).needed or 0
    if top_up and whole.frame.is_topped_up and top_up.benefitting == code:
        return Input("need", f"{title}, raised", value, Unit.PERSONS, *_top_up(whole))
    return Input("need", f"{title}, needed by the report", value, Unit.PERSONS, *_report(whole))


def _top_up(whole: Response) -> tuple[str, str]:
    top_up = whole.forum.search_and_rescue.top_up
    reference = top_up.reference if top_up else None
    return reference or f"amended act, {TYPED}", iso(top_up.adopted if top_up else None)


def raised_to(whole: Response) -> Input:
    """Return the new number of the pool that a top-up raises; asked only with one."""
    top_up = whole.forum.search_and_rescue.top_up
    code, count = (top_up.benefitting, top_up.relocations) if top_up else ("", 0)
    title = f"relocations from {name_of(code)} by the amended act"
    return Input("new_number", title, count, Unit.PERSONS, *_top_up(whole))


def former(whole: Response) -> Input:
    """Return the report's number of the pool that a top-up raises; asked only with one."""
    top_up = whole.forum.search_and_rescue.top_up
    code = top_up.benefitting if top_up else ""
    value = next((each.relocations or 0 for each in whole.frame.benefitting.values() if each.code == code), 0)
    title = f"relocations from {name_of(code)} by the report"
    return Input("former_number", title, value, Unit.PERSONS, *_report(whole))


def plan_source(plan: ResponsePlan) -> tuple[str, str]:
    """Return the source of a number on a plan's form: its reference with revision mark, and its date."""
    named = plan.mark if plan.reference else f"without reference number {plan.mark}".strip()
    return f"plan {named}", iso(plan.submitted)


def on_plan(state: ResponseState, name: str, title: str, value: Exact | tuple[Exact, ...]) -> Input:
    """Return a number of persons that stands on the plan that counts; asked only with one."""
    source = plan_source(state.row.plan) if state.row.plan else (TYPED, "")
    return Input(name, f"{state.title}: {title}", value, Unit.PERSONS, *source)


def exact_key(state: ResponseState) -> Input:
    """Return share × the report's total; asked only where it is known."""
    return linked(state, "exact_key", "number by the key before rounding", state.exact_key, Unit.PERSONS)


def key_number(state: ResponseState) -> Input:
    """Return the state's number by the key; asked only where it is known."""
    return linked(state, "key_number", "number by the key", state.row.key_number or 0, Unit.PERSONS)


def report_number(state: ResponseState) -> Input:
    """Return the state's number by the key before a top-up; asked only where it is known."""
    title = f"{state.title}: number by the key of the report's total"
    return Input("report_number", title, state.row.report_number or 0, Unit.PERSONS, COMPUTED)


def pledged(state: ResponseState) -> Input:
    """Return what the state pledges."""
    return linked(state, "pledged", "relocations pledged", state.row.pledged, Unit.PERSONS)


def half(state: ResponseState) -> Input:
    """Return what the 50 % rule asks."""
    return linked(state, "half", "half of the share", state.row.half, Unit.PERSONS)


def triggered(whole: Response) -> Input:
    """Return whether the 30 % test is triggered; asked only where the shortfall is known."""
    name = "shortfall_triggered"
    return Input(name, "30 % test triggered", whole.totals.shortfall_triggered, Unit.YES_NO, COMPUTED, "", name)


def of_rows(name: str, title: str, rows: Iterable[ResponseRow], figure: Callable[[ResponseRow], Exact | None]) -> Input:
    """Return one figure of several states as a list; asked only where all are known."""
    found = tuple(rows)
    named = listed([name_of(row.code) for row in found]) if 0 < len(found) <= _NAMED else f"{len(found)} states"
    values = tuple(figure(row) or 0 for row in found)
    return Input(name, f"{title} ({named})", values, Unit.PERSONS, COMPUTED)


_NAMED: Final = 6
"""How many states a title names before it counts them."""
