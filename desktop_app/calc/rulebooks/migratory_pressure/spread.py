"""The 10 % reduction and its spread over the others (COM(2020) 610, Art. 52(5), 53(3), recital 28)."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Final

from desktop_app.calc.readings import REDUCTION_SPREAD
from desktop_app.calc.rulebooks.migratory_pressure.frame import Frame
from desktop_app.calc.rulebooks.migratory_pressure.steps import Step

REDUCTION: Final = Fraction(1, 10)
"""Of the share: ten per cent of it, not ten percentage points."""
_NOTHING = Fraction(0)


def reductions_of(steps: Sequence[Step], frame: Frame) -> Mapping[str, Fraction]:
    """Return what is taken off whom, 0 or more, exact.

    A state is reduced that asks for it in its plan, is eligible and delivers persons; by no more than these persons,
    since measures are never reduced; and only where somebody else can take it over, so that the total is kept.
    """
    found: dict[str, Fraction] = {}
    eligible = frame.reduction.eligible if frame.reduction else {}
    for step in steps:
        asks = step.plan is not None and step.plan.reduction_requested
        if asks and step.delivers and eligible.get(step.code) and step.key is not None and step.persons is not None:
            found[step.code] = min(REDUCTION * step.key, step.persons)
    return {code: amount for code, amount in found.items() if amount and recipients_of(code, steps, found, frame)}


def recipients_of(
    reduced: str, steps: Sequence[Step], reductions: Mapping[str, Fraction], frame: Frame
) -> Mapping[str, Fraction]:
    """Return who takes over what one state's reduction leaves, with the share of each in it; adds up to 1."""
    includes = frame.readings[REDUCTION_SPREAD.name] == "including-reduced"
    shares = {
        step.code: frame.key.shares[step.code] or _NOTHING
        for step in steps
        if step.delivers and step.code != reduced and (includes or step.code not in reductions)
    }
    whole = sum(shares.values(), _NOTHING)
    return {code: share / whole for code, share in shares.items() if share} if whole else {}


def spread(steps: Sequence[Step], frame: Frame) -> tuple[Step, ...]:
    """Return the states with the reductions granted and spread pro rata by share."""
    reductions = reductions_of(steps, frame)
    if not reductions:
        return tuple(steps)
    taken: dict[str, Fraction] = {}
    for code, amount in reductions.items():
        for recipient, part in recipients_of(code, steps, reductions, frame).items():
            taken[recipient] = taken.get(recipient, _NOTHING) + amount * part
    return tuple(
        replace(
            step,
            reduction=-reductions.get(step.code, _NOTHING),
            redistributed=taken.get(step.code, _NOTHING),
        )
        for step in steps
    )
