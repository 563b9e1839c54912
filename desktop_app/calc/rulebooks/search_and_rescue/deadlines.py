"""Time limits of search and rescue (COM(2020) 610, Art. 47 to 49, 55), by Art. 65: never moved."""

from collections.abc import Iterator
from typing import Final

from desktop_app.calc.findings import Deadline
from desktop_app.calc.periods_2020 import (
    WEEKS,
    act_due,
    last_day_for_calls,
    last_day_for_plans,
    months_after,
    weeks_after,
)
from desktop_app.calc.rulebooks.limits_2020 import by_due_date, limit
from desktop_app.calc.rulebooks.search_and_rescue.cases import Case
from desktop_app.calc.search_and_rescue import ActPath
from desktop_app.calc.sentences import State, say

SPONSORSHIP_MONTHS: Final = 8
"""Months after which a sponsor takes the persons over (Art. 55(2))."""


def deadlines_of(case: Case) -> tuple[Deadline, ...]:
    """Return the time limits that follow from the forum's dates, by due date."""
    found = [*_of_the_report(case), *_of_the_act(case), *_of_the_use(case)]
    return by_due_date(found)


def _of_the_report(case: Case) -> Iterator[Deadline]:
    adopted = case.recorded.report.adopted
    if adopted is None:
        return
    started = say("the report, adopted on {day}", day=adopted)
    requests = say("Commission: requests sent to the contributing Member States")
    yield limit("P610-47-3", requests, weeks_after(adopted, WEEKS), (adopted, started), "Art. 47(3), 65")
    plans = say("Member States: plans handed in")
    yield limit("P610-47-4a", plans, last_day_for_plans(adopted), (adopted, started), "Art. 47(4), 65")


def _of_the_act(case: Case) -> Iterator[Deadline]:
    ended = case.recorded.forum_ended
    last_plans = case.frame.plan_deadline
    event = ended or last_plans
    if event is None:
        return
    if ended is not None:
        started = say("the end of the forum on {day}", day=ended)
        still_short = say("Commission: act, where plans are still significantly short")
        yield limit("P610-48-2a", still_short, act_due(ended), (ended, started), "Art. 48(2), 65")
    else:
        started = say("the last day for plans, {day}; no forum has ended", day=event)
    sufficient = say("Commission: act, where plans are sufficient")
    yield limit("P610-48-1", sufficient, act_due(event), (event, started), "Art. 48(1), 65")


def _of_the_use(case: Case) -> Iterator[Deadline]:
    act = case.recorded.act
    if act.adopted is not None:
        started = say("the act, adopted on {day}", day=act.adopted)
        asks = say("Benefitting Member States: use of the pool requested")
        yield limit("P610-49-1", asks, last_day_for_calls(act.adopted), (act.adopted, started), "Art. 49(1), 65")
        if act.path is ActPath.STILL_SHORT and case.totals.fixed_sponsorship:
            expires = say("Sponsoring Member States: persons not returned are taken over")
            due = months_after(act.adopted, SPONSORSHIP_MONTHS)
            yield limit("P610-55-2", expires, due, (act.adopted, started), "Art. 55(2), 65")
    for place, call in enumerate(case.recorded.calls):
        if call.requested is not None:
            started = say("request received on {day}", day=call.requested)
            what = say("Commission: disembarkations of {state} coordinated", state=State(call.benefitting))
            due = weeks_after(call.requested, WEEKS)
            started_by = call.requested, started
            yield limit("P610-49-1b", what, due, started_by, "Art. 49(1), 65", (call.benefitting, place))
