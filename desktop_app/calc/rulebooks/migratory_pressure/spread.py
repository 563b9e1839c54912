"""The 10 % reduction and its spread over the others (COM(2020) 610, Art. 52(5), 53(3), recital 28)."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Final

from desktop_app.calc.exact import total_of
from desktop_app.calc.readings import REDUCTION_SPREAD
from desktop_app.calc.rulebooks.migratory_pressure.frame import Frame
from desktop_app.calc.rulebooks.migratory_pressure.steps import Step

REDUCTION: Final = Fraction(1, 10)
"""Of the share: ten per cent of it, not ten percentage points."""
_NOTHING = Fraction(0)


def spread(steps: Sequence[Step], frame: Frame) -> tuple[Step, ...]:
    """Return the states with the reductions granted and spread pro rata by share.

    A state is reduced that asks for it in its plan, is eligible and delivers persons; by no more than these persons,
    since measures are never reduced; and only where somebody else can take it over, so that the total is kept.
    """
    asked = _asked(steps, frame)
    if not asked:
        return tuple(steps)
    delivering = {step.code: frame.key.shares[step.code] or _NOTHING for step in steps if step.delivers}
    if frame.readings[REDUCTION_SPREAD.name] == "including-reduced":
        recipients = {code: {other: part for other, part in delivering.items() if other != code} for code in asked}
    else:
        others = {code: part for code, part in delivering.items() if code not in asked}
        recipients = dict.fromkeys(asked, others)
    taken: dict[str, Fraction] = {}
    granted: dict[str, Fraction] = {}
    for code, amount in asked.items():
        whole = total_of(recipients[code].values())
        if not whole:
            continue
        granted[code] = amount
        rate = amount / whole
        for other, part in recipients[code].items():
            taken[other] = taken.get(other, _NOTHING) + rate * part
    return tuple(
        replace(step, reduction=-granted.get(step.code, _NOTHING), redistributed=taken.get(step.code, _NOTHING))
        if step.code in granted or step.code in taken
        else step
        for step in steps
    )


def _asked(steps: Sequence[Step], frame: Frame) -> dict[str, Fraction]:
    """Return what is to be taken off whom, exact."""
    found: dict[str, Fraction] = {}
    eligible = frame.reduction.eligible if frame.reduction else {}
    for step in steps:
        asks = step.plan is not None and step.plan.reduction_requested
        if asks and step.delivers and eligible.get(step.code) and step.key is not None and step.persons is not None:
            found[step.code] = min(REDUCTION * step.key, step.persons)
    return {code: amount for code, amount in found.items() if amount}
