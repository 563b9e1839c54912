"""Credits, and whole persons at the very end (COM(2020) 610, Art. 53(4); interchange format, section 6)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from desktop_app.calc.contribution_types import ContributionType
from desktop_app.calc.credits import counted
from desktop_app.calc.exact import largest_remainder, total_of
from desktop_app.calc.pressure_assessment import NOT_KNOWN, NOTHING_FIXED, PressureContribution
from desktop_app.calc.rulebooks.migratory_pressure.frame import Frame
from desktop_app.calc.rulebooks.migratory_pressure.steps import TYPES, Step

_NOTHING = Fraction(0)


@dataclass(frozen=True, slots=True)
class Settled:
    """A state at the end of its way.

    Attributes:
        step: with what earlier contributions take off.
        exact: by type after credits, before rounding, never below 0; empty while not known.
        fixed: whole persons.
    """

    step: Step
    exact: Mapping[ContributionType, Fraction]
    fixed: PressureContribution


@dataclass(frozen=True, slots=True)
class _Owed:
    """What a state owes, and the credits that it has.

    Attributes:
        step: the state.
        exact: by type, less the credits that fit in; empty of a state that is not asked.
        early: credits that fit into what is owed: they are taken off before rounding.
        late: credits larger than what is owed of their type: they are taken off afterwards.
    """

    step: Step
    exact: Mapping[ContributionType, Fraction]
    early: Mapping[ContributionType, int]
    late: Mapping[ContributionType, int]

    @property
    def total(self) -> Fraction:
        """What is rounded: everything owed, or the share of a state that is not asked."""
        return total_of(self.exact.values()) if self.step.is_asked else self.step.key or _NOTHING


def settled(steps: Sequence[Step], frame: Frame) -> tuple[Settled, ...]:
    """Return each state with its credits, and what the act fixes for it.

    The totals of all participating states are rounded together, benefitting ones with their share, then each over
    its types. A credit larger than what is owed of its type is taken off after rounding, never below 0.
    """
    if frame.total is None or any(step.key is None for step in steps):
        return tuple(Settled(step, {}, NOT_KNOWN if step.is_asked else NOTHING_FIXED) for step in steps)
    credited = counted(frame.credits)
    owed = [_owed(step, credited) for step in steps]
    off = sum(amount for each in owed for amount in each.early.values())
    totals = _together({each.step.code: each.total for each in owed}, frame.total - off, frame)
    return tuple(_settled(each, totals[each.step.code]) for each in owed)


def _owed(step: Step, credited: Mapping[tuple[str, ContributionType], int]) -> _Owed:
    if not step.is_asked:
        return _Owed(step, {}, {}, {})
    exact = step.owed()
    found = {kind: credited[step.code, kind] for kind in TYPES if (step.code, kind) in credited}
    early = {kind: amount for kind, amount in found.items() if amount <= exact[kind]}
    late = {kind: amount for kind, amount in found.items() if kind not in early}
    for kind, amount in early.items():
        exact[kind] -= amount
    return _Owed(step, exact, early, late)


def _settled(owed: _Owed, total: int) -> Settled:
    if not owed.step.is_asked:
        return Settled(owed.step, {}, NOTHING_FIXED)
    parts = _over_types(owed.exact, total)
    if not owed.early and not owed.late:
        return Settled(owed.step, owed.exact, PressureContribution(*(parts[kind] for kind in TYPES)))
    taken = {kind: Fraction(amount) for kind, amount in owed.early.items()}
    for kind, amount in owed.late.items():
        off = min(parts[kind], amount)
        taken[kind] = Fraction(off)
        parts[kind] -= off
    # What is taken off afterwards is more than was owed: nothing of that type is left.
    exact = {kind: _NOTHING if kind in owed.late else amount for kind, amount in owed.exact.items()}
    return Settled(replace(owed.step, credited=taken), exact, PressureContribution(*(parts[kind] for kind in TYPES)))


def _together(quotas: Mapping[str, Fraction], total: int, frame: Frame) -> dict[str, int]:
    """Hand the total out over all states.

    Of equal remainders those who contribute are served first, then the larger population, then the code. Where nothing
    was changed since the key, its own order stands, so that everybody keeps the number of the key.
    """
    changed = any(quota != frame.exact[code] for code, quota in quotas.items())
    population = {code: state.population or 0 for code, state in frame.key.participants.items()}
    order = sorted(quotas, key=lambda code: (changed and code in frame.not_asked, -population[code], code))
    # Adopted shares need not add up to 1: handed out as far as nobody is moved by a whole person.
    least = sum(quota.numerator // quota.denominator for quota in quotas.values())
    most = least + sum(quota.denominator != 1 for quota in quotas.values())
    return largest_remainder(quotas, min(max(total, least), most), order)


def _over_types(exact: Mapping[ContributionType, Fraction], total: int) -> dict[ContributionType, int]:
    """Hand a state's total out over its types; most states give by one only, which then gets all of it."""
    given = [kind for kind, amount in exact.items() if amount]
    return {**dict.fromkeys(TYPES, 0), given[0]: total} if len(given) == 1 else largest_remainder(exact, total, TYPES)
