"""Credits, and whole persons at the very end (COM(2020) 610, Art. 53(4); interchange format, section 6)."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from desktop_app.calc.contribution_types import ContributionType
from desktop_app.calc.credits import counted
from desktop_app.calc.exact import largest_remainder
from desktop_app.calc.pressure_assessment import NOT_KNOWN, NOTHING_FIXED, PressureContribution
from desktop_app.calc.rulebooks.migratory_pressure.frame import Frame
from desktop_app.calc.rulebooks.migratory_pressure.steps import Step

_NOTHING = Fraction(0)
_TIES = (
    ContributionType.APPLICANTS,
    ContributionType.SPONSORSHIP,
    ContributionType.BENEFICIARIES,
    ContributionType.MEASURES,
)
"""Which type is served first where remainders are equal."""


def fixed_of(steps: Sequence[Step], frame: Frame) -> tuple[tuple[Step, PressureContribution], ...]:
    """Return each state with its credits, and what the act fixes for it.

    The totals of all participating states are rounded together, benefitting ones with their share, then each over
    its types. A credit larger than what is owed of its type is taken off after rounding, never below 0.
    """
    credited = counted(frame.credits)
    early = {step.code: _early(step, credited) for step in steps}
    if frame.total is None or any(step.key is None for step in steps):
        return tuple((step, NOT_KNOWN if step.is_asked else NOTHING_FIXED) for step in steps)
    exact = {step.code: _less(step.owed, early[step.code]) for step in steps}
    quotas = {
        step.code: sum(exact[step.code].values(), _NOTHING) if step.is_asked else step.key or _NOTHING for step in steps
    }
    off = sum((amount for each in early.values() for amount in each.values()), 0)
    totals = _together(quotas, frame.total - off, frame)
    found: list[tuple[Step, PressureContribution]] = []
    for step in steps:
        if not step.is_asked:
            found.append((step, NOTHING_FIXED))
            continue
        parts = _over_types(exact[step.code], totals[step.code])
        taken = {kind: Fraction(amount) for kind, amount in early[step.code].items()}
        for kind, amount in _late(step, credited).items():
            taken[kind] = Fraction(min(parts[kind], amount))
            parts[kind] -= min(parts[kind], amount)
        found.append((replace(step, credited=taken), PressureContribution(*(parts[kind] for kind in _TIES))))
    return tuple(found)


def exact_after_credits(step: Step) -> Mapping[ContributionType, Fraction]:
    """Return what a state owes by type before rounding, never below 0; empty while not known."""
    return {kind: max(_NOTHING, owed - step.credited.get(kind, _NOTHING)) for kind, owed in step.owed.items()}


def _early(step: Step, credited: Mapping[tuple[str, ContributionType], int]) -> dict[ContributionType, int]:
    """Return the credits that fit into what is owed; they are taken off before rounding."""
    owed = step.owed
    return {kind: amount for kind, amount in _of(step, credited).items() if amount <= owed.get(kind, _NOTHING)}


def _late(step: Step, credited: Mapping[tuple[str, ContributionType], int]) -> dict[ContributionType, int]:
    """Return the credits that are larger than what is owed."""
    owed = step.owed
    return {kind: amount for kind, amount in _of(step, credited).items() if amount > owed.get(kind, _NOTHING)}


def _of(step: Step, credited: Mapping[tuple[str, ContributionType], int]) -> dict[ContributionType, int]:
    found = {kind: credited.get((step.code, kind), 0) for kind in _TIES} if step.is_asked else {}
    return {kind: amount for kind, amount in found.items() if amount}


def _less(
    owed: Mapping[ContributionType, Fraction], off: Mapping[ContributionType, int]
) -> dict[ContributionType, Fraction]:
    return {kind: amount - off.get(kind, 0) for kind, amount in owed.items()}


def _together(quotas: Mapping[str, Fraction], total: int, frame: Frame) -> dict[str, int]:
    """Hand the total out over all states; of equal remainders those who contribute are served first."""
    population = {code: state.population or 0 for code, state in frame.key.participants.items()}
    order = sorted(quotas, key=lambda code: (code in frame.not_asked, -population[code], code))
    # Adopted shares need not add up to 1: handed out as far as nobody is moved by a whole person.
    least = sum(quota.numerator // quota.denominator for quota in quotas.values())
    most = least + sum(quota.denominator != 1 for quota in quotas.values())
    return largest_remainder(quotas, min(max(total, least), most), order)


def _over_types(exact: Mapping[ContributionType, Fraction], total: int) -> dict[ContributionType, int]:
    names = {kind.value: amount for kind, amount in exact.items()}
    parts = largest_remainder(names, total, [kind.value for kind in _TIES])
    return {kind: parts[kind.value] for kind in _TIES}
