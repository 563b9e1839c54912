"""The lists of the record, by name, and what their entries are called: plans, groups, rates, entries of the log."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Literal

from desktop_app.calc.forum import Forum, Procedure
from desktop_app.calc.solidarity_record import SolidarityRecord
from desktop_app.views import language

ListName = Literal["support_plans", "sponsorship_groups", "relocation_groups", "incentives", "log"]


def help_topic(procedure: Procedure, heading: str) -> tuple[str, str]:
    """Return page and heading of the manual that tell of a list; both pages have the same headings for it."""
    return ("voluntary" if procedure is Procedure.VOLUNTARY else "migratory-pressure"), heading


def items_of(record: SolidarityRecord, name: ListName) -> tuple[Any, ...]:
    """Return the entries of a list."""
    held: tuple[Any, ...] = getattr(record, name)
    return held


def with_items(record: SolidarityRecord, name: ListName, items: Sequence[Any]) -> SolidarityRecord:
    """Return the record with other entries in a list."""
    changed: dict[str, Any] = {name: tuple(items)}
    return replace(record, **changed)


def helped_by(forum: Forum) -> str | None:
    """Return the Member State that the procedure is for; ``None`` where it is for no single one, or not known."""
    is_pressure = forum.procedure is Procedure.MIGRATORY_PRESSURE
    return forum.migratory_pressure.report.benefitting if is_pressure else None


def state_name(code: str | None, otherwise: str = "") -> str:
    """Return the name of a Member State, or what stands where none is said."""
    return language.state_name(code) if code else otherwise


def next_name(letter: str, taken: Sequence[str]) -> str:
    """Return the first free name such as ``"S-3"``."""
    used = set(taken)
    return next(name for number in range(1, len(taken) + 2) if (name := f"{letter}-{number}") not in used)
