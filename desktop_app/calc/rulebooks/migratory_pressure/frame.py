"""The frame: what all rows of a forum on migratory pressure share (COM(2020) 610, Art. 51, 54)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from desktop_app.calc import key as reference_key
from desktop_app.calc import reduction
from desktop_app.calc.assessment import Assessment
from desktop_app.calc.credits import CreditEntry, credit_entries
from desktop_app.calc.forum import Forum
from desktop_app.calc.key import KeyFigures
from desktop_app.calc.migratory_pressure import MigratoryPressure
from desktop_app.calc.moments import as_of
from desktop_app.calc.periods_2020 import last_day_for_pressure_plans
from desktop_app.calc.pressure_assessment import PressureAssessment
from desktop_app.calc.pressure_plans import PressurePlan, TypeShares
from desktop_app.calc.readings import KEY_ROUNDING, MIGRATORY_PRESSURE, in_force
from desktop_app.calc.reduction import ReductionFigures
from desktop_app.calc.rulebooks.plans_2020 import PlanTimes


@dataclass(frozen=True, slots=True)
class Frame:
    """What all rows share.

    Attributes:
        forum: the forum.
        readings: every reading in force, value by name.
        key: the key worked out.
        not_asked: the state under pressure and those that benefit elsewhere; nobody asks them.
        revisions: every revision of every plan, by state, the first plan first.
        total: relocation and sponsorship of the report together, persons; ``None`` while one is missing, or where
            the report finds no pressure.
        exact: share × ``total`` by participating state; ``None`` where not known.
        key_numbers: the same in whole persons under the reading ``rounding``.
        types_set: types that the Commission sets, by state.
        reduction: the averages behind the 10 % reduction; ``None`` where they cannot be known.
        credits: earlier contributions, each with whether it counts.
        times: the days by which plans are judged.
        today: the day of the check, or ``None``.
    """

    forum: Forum
    readings: Mapping[str, str]
    key: KeyFigures
    not_asked: frozenset[str]
    revisions: Mapping[str, tuple[PressurePlan, ...]]
    total: int | None
    exact: Mapping[str, Fraction | None]
    key_numbers: Mapping[str, int | None]
    types_set: Mapping[str, TypeShares]
    reduction: ReductionFigures | None
    credits: tuple[CreditEntry, ...]
    times: PlanTimes
    today: date | None

    @property
    def recorded(self) -> MigratoryPressure:
        """What the forum records of the procedure."""
        return self.forum.migratory_pressure


def frame_of(forum: Forum, previous: Assessment | None = None) -> Frame:
    """Work out what all rows share.

    Args:
        forum: the forum.
        previous: an earlier assessment; its averages of applications are taken over where they cannot differ.
    """
    recorded = forum.migratory_pressure
    report = recorded.report
    readings = in_force(MIGRATORY_PRESSURE, dict(forum.readings))
    key = reference_key.work_out(forum.key)
    total = None
    if report.under_pressure and report.relocations is not None and report.sponsorship is not None:
        total = report.relocations + report.sponsorship
    exact = {code: None if share is None or total is None else share * total for code, share in key.shares.items()}
    deadline = None if report.adopted is None else last_day_for_pressure_plans(report.adopted)
    today = as_of(forum)
    return Frame(
        forum=forum,
        readings=readings,
        key=key,
        not_asked=frozenset(filter(None, (report.benefitting, *recorded.other_benefitting))),
        revisions=_by_state(recorded.plans),
        total=total,
        exact=exact,
        key_numbers=reference_key.rounded(exact, total or 0, key, readings[KEY_ROUNDING.name]),
        types_set={each.code: each.shares for each in recorded.act.types_set},
        reduction=_reduction(forum, key, readings, previous),
        credits=credit_entries(forum),
        times=PlanTimes(deadline, recorded.forum_ended or recorded.act.adopted, today),
        today=today,
    )


def _by_state(plans: Iterable[PressurePlan]) -> Mapping[str, tuple[PressurePlan, ...]]:
    found: dict[str, tuple[PressurePlan, ...]] = {}
    for plan in sorted(plans, key=lambda each: each.revision):
        found[plan.code] = (*found.get(plan.code, ()), plan)
    return found


def _reduction(
    forum: Forum, key: KeyFigures, readings: Mapping[str, str], previous: Assessment | None
) -> ReductionFigures | None:
    """Return the averages; they rest on the applications, the key and three readings, and on nothing else."""
    if (
        isinstance(previous, PressureAssessment)
        and previous.forum.applications is forum.applications
        and previous.forum.key is forum.key
        and all(previous.readings[each.name] == readings[each.name] for each in reduction.READINGS)
    ):
        return previous.totals.reduction_figures
    return reduction.work_out(forum.applications, key, readings)
