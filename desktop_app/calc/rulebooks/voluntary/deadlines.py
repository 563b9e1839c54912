"""Time limits of the voluntary mechanism and of groups under way (Report on Migration and Asylum 2022, section 4)."""

from collections.abc import Iterator

from desktop_app.calc.findings import Deadline
from desktop_app.calc.rulebooks.deadlines_solidarity import deadlines_of_groups
from desktop_app.calc.rulebooks.limits_2020 import by_due_date
from desktop_app.calc.rulebooks.rule_2022 import MECHANISM
from desktop_app.calc.rulebooks.voluntary.cases import Case
from desktop_app.calc.sentences import say


def deadlines_of(case: Case) -> tuple[Deadline, ...]:
    """Return the time limits that follow from the forum's dates, by due date."""
    return by_due_date([*_end(case), *deadlines_of_groups(case)])


def _end(case: Case) -> Iterator[Deadline]:
    ends, mechanism = case.totals.ends, case.recorded.mechanism
    if ends is None:
        return
    started = (
        say("its extension")
        if mechanism.extended_until is not None or mechanism.started is None
        else say("its start on {day}", day=mechanism.started)
    )
    what = say("The voluntary mechanism ends")
    yield Deadline("R002-2", what, ends.isoformat(), None, started, MECHANISM, started=mechanism.started)
