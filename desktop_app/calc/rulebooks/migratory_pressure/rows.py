"""The rows of the participating Member States (COM(2020) 610, Art. 52, 53)."""

from fractions import Fraction

from desktop_app.calc.pressure_assessment import PressureRow
from desktop_app.calc.response_assessment import PlanStanding
from desktop_app.calc.rulebooks.migratory_pressure.frame import Frame
from desktop_app.calc.rulebooks.migratory_pressure.rounding import Settled
from desktop_app.calc.rulebooks.migratory_pressure.steps import Step

_WITHOUT_PLAN = frozenset({PlanStanding.LATE, PlanStanding.MISSING})


def row_of(settled: Settled, frame: Frame) -> PressureRow:
    """Return the row of a state at the end of its way."""
    step = settled.step
    plan = step.plan
    return PressureRow(
        code=step.code,
        benefitting=step.code == frame.recorded.report.benefitting,
        benefits_elsewhere=not step.is_asked and step.code != frame.recorded.report.benefitting,
        share=frame.key.shares[step.code],
        exact_key=step.key,
        key_number=frame.key_numbers[step.code],
        plan=plan,
        standing=step.standing,
        types=step.types,
        covered=step.covered,
        claimed=plan.measures_persons if plan else Fraction(0),
        missing=step.missing,
        half=step.half,
        persons=step.persons,
        measures_exact=step.measures,
        reduction=step.reduction,
        redistributed=step.redistributed,
        credited_types=step.credited,
        exact=settled.exact,
        fixed=settled.fixed,
        set_by_commission=_is_set(step, frame),
        reduction_eligible=_eligible(step, frame),
        minors=plan.minors_applicants + plan.minors_beneficiaries if plan else 0,
    )


def _is_set(step: Step, frame: Frame) -> bool:
    """Tell whether the Commission sets the types: no plan came in time, or none stands where the act is adopted."""
    if not step.is_asked or step.plan is not None:
        return False
    return step.standing in _WITHOUT_PLAN or frame.recorded.act.adopted is not None


def _eligible(step: Step, frame: Frame) -> bool | None:
    """Tell whether the averages reach twice; where they are not known, who handed in no plan can ask for nothing."""
    if frame.reduction is not None:
        return frame.reduction.eligible[step.code]
    return False if step.standing in _WITHOUT_PLAN else None
