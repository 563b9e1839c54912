"""Time limits of migratory pressure (COM(2020) 610, Art. 51 to 55, 57), by Art. 65: never moved."""

from collections.abc import Iterator

from desktop_app.calc.findings import Deadline
from desktop_app.calc.periods_2020 import WEEKS, act_due, last_day_for_pressure_plans, months_after, weeks_after
from desktop_app.calc.rulebooks.deadlines_solidarity import deadlines_of_groups
from desktop_app.calc.rulebooks.limits_2020 import by_due_date, limit
from desktop_app.calc.rulebooks.migratory_pressure.act_ends import end_of
from desktop_app.calc.rulebooks.migratory_pressure.cases import Case
from desktop_app.calc.sentences import say
from desktop_app.calc.sponsorship_clock import MONTHS


def deadlines_of(case: Case) -> tuple[Deadline, ...]:
    """Return the time limits that follow from the forum's dates, by due date."""
    return by_due_date([*_of_the_report(case), *_of_the_plans(case), *_of_the_act(case), *deadlines_of_groups(case)])


def _of_the_report(case: Case) -> Iterator[Deadline]:
    notified = case.recorded.notified
    if notified is None:
        return
    started = notified, say("the notification of {day}", day=notified)
    if case.recorded.rapid:
        rapid = say("Commission: report, as a rapid response is needed")
        yield limit("P610-51-4", rapid, weeks_after(notified, WEEKS), started, "Art. 51(4), 65")
    else:
        report = say("Commission: report on migratory pressure")
        yield limit("P610-51-1", report, months_after(notified, 1), started, "Art. 51(1), 65")


def _of_the_plans(case: Case) -> Iterator[Deadline]:
    adopted, ended = case.recorded.report.adopted, case.recorded.forum_ended
    if adopted is not None:
        started = adopted, say("the report, adopted on {day}", day=adopted)
        plans = say("Member States: plans handed in")
        yield limit("P610-52-3a", plans, last_day_for_pressure_plans(adopted), started, "Art. 52(3), 65")
    act = say("Commission: act on the pressure response")
    last = case.frame.times.deadline
    if ended is not None:
        begun = ended, say("the end of the forum on {day}", day=ended)
        yield limit("P610-53-1", act, act_due(ended), begun, "Art. 53(1), 65")
    elif last is not None and not case.recorded.rounds:
        # While the forum sits, the two weeks have not begun.
        begun = last, say("the last day for plans, {day}; no forum has ended", day=last)
        yield limit("P610-53-1", act, act_due(last), begun, "Art. 53(1), 65")


def _of_the_act(case: Case) -> Iterator[Deadline]:
    act = case.recorded.act
    if act.adopted is not None:
        started = act.adopted, say("the act, adopted on {day}", day=act.adopted)
        if case.totals.fixed_sponsorship:
            expires = say("Sponsoring Member States: persons not returned are taken over")
            yield limit("P610-55-2", expires, months_after(act.adopted, MONTHS), started, "Art. 55(2), 65")
        end = end_of(act)
        if act.urgent and end is not None:
            yield limit("P610-53-5", say("The urgent act ceases to apply"), end, started, "Art. 53(5), 65")
    end = end_of(act)
    if end is not None:
        begun = end, say("the end of the act on {day}", day=end)
        report = say("Commission: report on the implementation")
        yield limit("P610-53-6", report, months_after(end, 1), begun, "Art. 53(6), 65")
