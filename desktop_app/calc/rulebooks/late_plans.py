"""Plans that come late, that are missing and that are awaited (COM(2020) 610, Art. 47(4), 52(3))."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Protocol

from desktop_app.calc.findings import Severity
from desktop_app.calc.response_assessment import PlanStanding
from desktop_app.calc.rulebooks.plans_2020 import Revised
from desktop_app.calc.rules import Remark
from desktop_app.calc.sentences import State, say


class PlanRow(Protocol):
    """What is asked of a state's row here."""

    @property
    def code(self) -> str:
        """Union code."""
        ...

    @property
    def standing(self) -> PlanStanding:
        """How it stands with the plan."""
        ...


class Plans(Protocol):
    """A procedure's record of plans."""

    def revisions(self, code: str) -> Sequence[Revised]:
        """Return the revisions of a Member State's plan, the first plan first."""
        ...


def not_in_time(rows: Iterable[PlanRow], recorded: Plans, last: date | None) -> Iterator[Remark]:
    """Name late, missing and awaited plans; ``last`` is the last day for them, ``None`` before the report."""
    if last is None:
        return
    for row in rows:
        state = State(row.code)
        if row.standing is PlanStanding.LATE:
            came = recorded.revisions(row.code)[0].submitted or last
            message = say(
                "{state}: the plan came on {day}; the last day was {last}. It counts nowhere.",
                state=state,
                day=came,
                last=last,
            )
            yield Remark(message, row.code, "plan")
        elif row.standing is PlanStanding.MISSING:
            yield Remark(say("{state}: no plan came by {last}.", state=state, last=last), row.code, "plan")
        elif row.standing is PlanStanding.AWAITED:
            message = say("{state}: the plan is awaited by {last}.", state=state, last=last)
            yield Remark(message, row.code, "plan", Severity.INFO)
