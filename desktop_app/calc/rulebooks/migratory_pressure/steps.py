"""One Member State's number on its way through the order of calculation (COM(2020) 610, Art. 52, 53).

Key, plan and proportionality of measures, 30 % test, half of the share, reduction and spread, credits, rounding:
the order is binding (interchange format, section 6).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Final

from desktop_app.calc.contribution_types import PLAN_TYPES, ContributionType
from desktop_app.calc.exact import round_up
from desktop_app.calc.pressure_plans import ALL_APPLICANTS, PressurePlan, TypeShares
from desktop_app.calc.readings import COVER
from desktop_app.calc.response_assessment import PlanStanding
from desktop_app.calc.rulebooks.migratory_pressure.frame import Frame
from desktop_app.calc.rulebooks.plans_2020 import counting_of

TYPES: Final = (*PLAN_TYPES, ContributionType.MEASURES)
"""The types of a pressure response, in the order in which they are served where remainders are equal."""
_NOTHING = Fraction(0)
_HALF = Fraction(1, 2)


@dataclass(frozen=True, slots=True)
class Step:
    """A state on its way; every step makes a new one.

    Attributes:
        code: Union code.
        is_asked: whether it contributes.
        key: share × total (a), exact; ``None`` while not known.
        plan: the revision that counts.
        standing: how it stands with the plan.
        types: how its persons split.
        delivers: whether persons are what it delivers: by its plan, or as the Commission sets.
        covered: part covered by measures (d), no more than the share, exact.
        half: half of the share where the 50 % rule asks for it, else 0.
        persons: by persons (r), exact; ``None`` while not known.
        measures: by measures, exact; ``None`` while not known.
        reduction: 0 or less, exact.
        redistributed: 0 or more, exact.
        credited: taken off by type, exact.
    """

    code: str
    is_asked: bool
    key: Fraction | None
    plan: PressurePlan | None
    standing: PlanStanding
    types: TypeShares
    delivers: bool
    covered: Fraction
    half: Fraction
    persons: Fraction | None
    measures: Fraction | None
    reduction: Fraction = _NOTHING
    redistributed: Fraction = _NOTHING
    credited: Mapping[ContributionType, Fraction] = field(default_factory=dict)

    @property
    def missing(self) -> Fraction | None:
        """What its measures leave short of the share: max(0, a − r) with r as planned; 0 without measures."""
        has_measures = self.plan is not None and self.plan.covered > 0 and self.is_asked
        return _NOTHING if not has_measures else None if self.key is None else self.covered

    def owed(self) -> dict[ContributionType, Fraction]:
        """Return what falls to each type after reduction and spread, before credits, exact; empty while not known."""
        if self.persons is None or self.measures is None:
            return {}
        persons = self.persons
        if self.reduction or self.redistributed:
            persons += self.reduction + self.redistributed
        found: dict[ContributionType, Fraction] = dict.fromkeys(TYPES, _NOTHING)
        for kind, part in self.types.weights.items():
            found[kind] = persons if part == 1 else persons * part
        found[ContributionType.MEASURES] = self.measures
        return found


def planned(code: str, frame: Frame) -> Step:
    """Return a state's number as its own plan splits it."""
    key = frame.exact[code]
    if code in frame.not_asked:
        nobody = (None, PlanStanding.NOT_ASKED, ALL_APPLICANTS)
        return Step(code, False, key, *nobody, False, _NOTHING, _NOTHING, _NOTHING, _NOTHING)
    plan, standing = counting_of(frame.revisions.get(code, ()), frame.times)
    covered = plan.covered if plan else _NOTHING
    # More than the share blocks; the figures then stand as if all of it were covered.
    covered = covered if key is None else min(covered, key)
    shares = plan.shares if plan else frame.types_set.get(code, ALL_APPLICANTS)
    has_types = shares.total > 0
    persons = None if key is None else key - covered
    return Step(
        code,
        True,
        key,
        plan,
        standing,
        shares if has_types else ALL_APPLICANTS,
        has_types and persons != 0,
        covered,
        _NOTHING,
        persons,
        None if key is None else covered,
    )


def halved(step: Step, frame: Frame) -> Step:
    """Return a state with measures whose persons cover half of its share (Art. 53(2)), once the test is triggered."""
    if step.key is None or step.persons is None or not step.missing:
        return step
    # Of a share below one person half, rounded up, would be more than the whole.
    half = min(Fraction(round_up(_HALF * step.key)), step.key)
    persons = half if frame.readings[COVER.name] == "exact" else max(step.persons, half)
    return replace(step, half=half, persons=persons, measures=step.key - persons)
