"""What recording and removing a plan have in common in the procedures of 2020 (Annexes I and II)."""

from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar

from desktop_app.calc.changes.base import CannotChangeError
from desktop_app.calc.member_states import POSITION, name_of
from desktop_app.calc.sentences import say


class Numbered(Protocol):
    """One revision of a Member State's plan."""

    @property
    def code(self) -> str:
        """Union code."""
        ...

    @property
    def revision(self) -> int:
        """0 for the first plan."""
        ...


Plan = TypeVar("Plan", bound=Numbered)


def plan_title(code: str, revision: int) -> str:
    """Return for example ``"France: plan (Rev) 1"``."""
    return say(
        "{state}: plan{part}",
        state=name_of(code),
        part=say(" (Rev) {revision}", revision=str(revision)) if revision else "",
    )


def with_plan(plans: Iterable[Plan], plan: Plan) -> tuple[Plan, ...]:
    """Return the plans with this one in the place of the one with the same number, by protocol order and revision."""
    others = [each for each in plans if (each.code, each.revision) != (plan.code, plan.revision)]
    return tuple(sorted([*others, plan], key=lambda each: (POSITION[each.code], each.revision)))


def without_latest(plans: Sequence[Plan], code: str, revision: int) -> tuple[Plan, ...]:
    """Return the plans without a state's latest revision; only that can go, so that the numbers have no gap.

    Raises:
        CannotChangeError: there is no such revision, or a later one stands on it.
    """
    numbers = [plan.revision for plan in plans if plan.code == code]
    if revision != max(numbers, default=None):
        raise CannotChangeError(say("{state}: only the latest revision of a plan can be removed.", state=name_of(code)))
    return tuple(plan for plan in plans if (plan.code, plan.revision) != (code, revision))
