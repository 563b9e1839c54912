"""Which place of the table a step through the changes of a forum on search and rescue touched."""

from collections.abc import Iterable
from typing import Protocol, TypeVar

from desktop_app.calc.forum import Forum
from desktop_app.calc.response_plans import ResponsePlan
from desktop_app.calc.search_and_rescue import SearchAndRescue

Place = tuple[str | None, str]
"""Code of the Member State (``None``: all of them), and the column as a finding names it."""
_PLAN_FIELDS = ("relocations", "vulnerable", "measures", "cover")


_Record = TypeVar("_Record")


class _OfAPool(Protocol):
    @property
    def benefitting(self) -> str: ...


def changed_place(before: Forum, after: Forum) -> Place | None:
    """Return the first place that differs; ``None`` where nothing of the procedure itself does."""
    was, now = before.search_and_rescue, after.search_and_rescue
    return _changed_plan(was, now) or _changed_pool(was, now) or _changed_part(was, now)


def _changed_plan(was: SearchAndRescue, now: SearchAndRescue) -> Place | None:
    known = {(plan.code, plan.revision): plan for plan in was.plans}
    recorded = {(plan.code, plan.revision): plan for plan in now.plans}
    for key in sorted(known.keys() | recorded.keys(), key=lambda key: (key[0], -key[1])):
        one, other = known.get(key), recorded.get(key)
        if one != other:
            return key[0], _changed_field(one, other)
    return None


def _changed_field(one: ResponsePlan | None, other: ResponsePlan | None) -> str:
    """Return the first field that differs; a plan that came or went is its relocations."""
    if one is None or other is None:
        return "relocations"
    return next((name for name in _PLAN_FIELDS if getattr(one, name) != getattr(other, name)), "plan")


def _changed_pool(was: SearchAndRescue, now: SearchAndRescue) -> Place | None:
    raised = differing(was.raises, now.raises)
    if raised:
        return raised[0].code, "raises"
    pairs: tuple[tuple[str, Iterable[_OfAPool], Iterable[_OfAPool]], ...] = (
        ("pools", (*was.use, *was.calls), (*now.use, *now.calls)),
        ("top_up", filter(None, (was.top_up,)), filter(None, (now.top_up,))),
    )
    for column, one, other in pairs:
        changed = differing(one, other)
        if changed:
            return changed[0].benefitting, column
    return None


def differing(was: Iterable[_Record], now: Iterable[_Record]) -> list[_Record]:
    """Return what came or is another one now; else what went."""
    former, present = list(was), list(now)
    return [each for each in present if each not in former] or [each for each in former if each not in present]


def _changed_part(was: SearchAndRescue, now: SearchAndRescue) -> Place | None:
    if (was.report, was.requested) != (now.report, now.requested):
        return None, "report"
    if (was.rounds, was.forum_ended) != (now.rounds, now.forum_ended):
        return None, "rounds"
    return (None, "act") if was.act != now.act else None
