"""What an act fixes for one contributing Member State (COM(2020) 610, Art. 48).

Under Art. 48(1), and while nothing is judged, plans stand as they are. Under Art. 48(2) the key number is the
measure: who has no measures gives at least it, measures stand for what persons leave of it, and where the 30 %
test is triggered persons cover half of the share. Every step takes the factor of a top-up, 1 without one.
"""

from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from desktop_app.calc.exact import round_half_up
from desktop_app.calc.response_assessment import Contribution
from desktop_app.calc.response_plans import Cover, ResponsePlan
from desktop_app.calc.rulebooks.search_and_rescue.frame import Frame
from desktop_app.calc.search_and_rescue import ActPath

_HALVES: Final = 2
"""Of the share, persons cover one of two halves where the test is triggered (Art. 48(2))."""
_WHOLE: Final = Fraction(1)


@dataclass(frozen=True, slots=True)
class Asked:
    """What the 50 % rule asks of a state's plan, before any top-up.

    Attributes:
        half: half of the exact share, rounded up; 0 where the rule asks nothing.
        unsaid: of what it adds to the plan's, persons that the state's split does not cover.
    """

    half: int = 0
    unsaid: int = 0


def asked_by_half(plan: ResponsePlan | None, exact: Fraction | None, frame: Frame, *, triggered: bool) -> Asked:
    """Return what the 50 % rule asks (Art. 48(2)); it asks only states with measures, and only once triggered."""
    measures = plan is not None and plan.measures_persons > 0
    if plan is None or exact is None or not (measures and triggered and frame.path is ActPath.STILL_SHORT):
        return Asked()
    half = _half_of(exact)
    if plan.relocations >= half:
        return Asked(half)
    return Asked(half, max(0, half - plan.relocations - (plan.cover or Cover()).persons))


def as_pledged(plan: ResponsePlan | None, raised: int, key_number: int | None) -> Contribution:
    """Return what stands where plans are taken as they are (Art. 48(1), or nothing judged yet)."""
    if plan is None:
        return Contribution(key_number, raised, 0, 0)
    return Contribution(key_number, plan.relocations + raised, 0, round_half_up(plan.measures_persons))


def fixed(
    plan: ResponsePlan | None,
    asked: Asked,
    exact: Fraction | None,
    key_number: int | None,
    *,
    factor: Fraction,
    exactly: bool,
) -> Contribution:
    """Return what an act under Art. 48(2) fixes.

    Args:
        plan: the one that counts; without one the Commission sets the key number as relocations.
        asked: what the 50 % rule asks.
        exact: share × the report's total.
        key_number: whole persons, of the total in force.
        factor: new total over old.
        exactly: whether the half is exactly covered (reading ``cover``), and more is cut.
    """
    if key_number is None or exact is None:
        return Contribution(None, None, None, None)
    if plan is None:
        return Contribution(key_number, key_number, 0, 0)
    pledged = _scaled(plan.relocations, factor)
    if not plan.measures_persons:
        return Contribution(key_number, max(pledged, key_number), 0, 0)
    persons, sponsored = pledged, 0
    if asked.half:
        least = _half_of(exact, factor)
        if plan.relocations < asked.half:
            cover = plan.cover or Cover()
            persons = max(_scaled(plan.relocations + cover.persons, factor), least)
            sponsored = _scaled(cover.sponsorship, factor)
        persons = least if exactly else max(persons, least)
        sponsored = min(sponsored, persons)
    return Contribution(key_number, persons - sponsored, sponsored, max(0, key_number - persons))


def _half_of(exact: Fraction, factor: Fraction = _WHOLE) -> int:
    """Return half of a share × factor, rounded up; in whole numbers, as a fraction would be slow."""
    return -(-exact.numerator * factor.numerator // (_HALVES * exact.denominator * factor.denominator))


def _scaled(count: int, factor: Fraction) -> int:
    """Return persons × factor, to the nearest whole person, a half up."""
    return (2 * count * factor.numerator + factor.denominator) // (2 * factor.denominator)
