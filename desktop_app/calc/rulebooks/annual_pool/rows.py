"""The row of one Member State: pledge, equivalents, coverage, gap, deductions, net (Art. 56, 57, 61, 62)."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from desktop_app.calc.assessment import Row
from desktop_app.calc.exact import CENTS, round_up
from desktop_app.calc.forum import Deduction, DeductionStage, StateRecord
from desktop_app.calc.recorded import ABSENT, Recorded
from desktop_app.calc.rulebooks.annual_pool.frame import Frame

_STAGE_ORDER = (
    DeductionStage.ANNOUNCED,
    DeductionStage.REQUESTED,
    DeductionStage.ASSESSED,
    DeductionStage.REFUSED,
    DeductionStage.GRANTED,
)


@dataclass(frozen=True, slots=True)
class Granted:
    """Granted deductions added up, per type, never above the pledge; ``None`` where that is not known."""

    relocations: int | None
    financial_cents: int | None
    alternative_cents: int | None


def recorded_amount(value: Recorded[int]) -> int | None:
    """Return the number recorded; an explicit none counts 0, nothing recorded is ``None``."""
    if value is ABSENT:
        return None
    return value or 0


def equivalents_of(relocations: int | None, cents: int | None, rate: Fraction | None) -> Fraction | None:
    """Return relocations + money / rate; ``None`` where one of them is not known.

    Args:
        relocations: persons.
        cents: money and measures, cents.
        rate: EUR per relocation.
    """
    if relocations is None or cents is None or rate is None:
        return None
    return relocations + Fraction(cents * rate.denominator, CENTS * rate.numerator)


def granted_of(record: StateRecord) -> Granted:
    """Add up the granted deductions of a state; a full one is all of its pledge (Art. 61, 62)."""
    granted = [deduction for deduction in record.deductions if deduction.stage is DeductionStage.GRANTED]
    full = any(deduction.extent is None for deduction in granted)
    amounts = [deduction.extent for deduction in granted if deduction.extent is not None]
    return Granted(
        _capped(
            amounts=[each.relocations for each in amounts],
            pledged=recorded_amount(record.pledge.relocations),
            full=full,
        ),
        _capped(
            amounts=[each.financial_cents for each in amounts],
            pledged=recorded_amount(record.pledge.financial_cents),
            full=full,
        ),
        _capped(
            amounts=[each.alternative_cents for each in amounts], pledged=record.pledge.alternative_cents, full=full
        ),
    )


def _capped(*, full: bool, amounts: list[int], pledged: int | None) -> int | None:
    if not full and not any(amounts):
        return 0
    if pledged is None:
        return None
    return pledged if full else min(sum(amounts), pledged)


def furthest_stage(deductions: tuple[Deduction, ...]) -> DeductionStage | None:
    """Return the furthest stage among a state's deductions, a granted one before all."""
    stages = {deduction.stage for deduction in deductions}
    return next((stage for stage in reversed(_STAGE_ORDER) if stage in stages), None)


def is_benefitting(record: StateRecord, moment: date | None) -> bool:
    """Tell whether the state benefits on the day of the check (Art. 58(1), 59(4))."""
    since = record.benefitting_since
    return since is not None and (moment is None or since <= moment)


def row_of(record: StateRecord, frame: Frame) -> Row:
    """Work out the row of one state, without what depends on the whole pool.

    The offset option and the cover of the 30 % indicator are added by the assessment.
    """
    code, pledge, rate = record.code, record.pledge, frame.rate
    relocations = recorded_amount(pledge.relocations)
    financial = recorded_amount(pledge.financial_cents)
    alternative = pledge.alternative_cents
    money = None if financial is None or alternative is None else financial + alternative
    equivalents = equivalents_of(relocations, money, rate)
    exact, whole = frame.exact.get(code), frame.rounded.get(code)
    gap = _gap(exact, whole, equivalents)
    granted = granted_of(record)
    deducted = _deducted(granted, rate)
    return Row(
        code=code,
        in_key=code in frame.key.shares,
        benefitting=is_benefitting(record, frame.as_of),
        share=frame.key.shares.get(code),
        exact_fair_share=exact,
        fair_share_relocations=whole,
        fair_share_eur=None if exact is None or rate is None else exact * rate,
        pledged_relocations=relocations,
        pledged_financial_cents=financial,
        pledged_alternative_cents=alternative,
        equivalents=equivalents,
        coverage=equivalents / exact if exact and equivalents is not None else None,
        met=None if gap is None else gap == 0,
        gap=gap,
        gap_relocations=None if gap is None else round_up(gap),
        gap_eur=None if gap is None or rate is None else gap * rate,
        deducted_relocations=granted.relocations,
        deducted_financial_cents=granted.financial_cents,
        deducted_alternative_cents=granted.alternative_cents,
        deducted_equivalents=deducted,
        net_equivalents=None if equivalents is None or deducted is None else equivalents - deducted,
        deduction_stage=furthest_stage(record.deductions),
        reduction_eligible=frame.reduction.eligible.get(code) if frame.reduction else None,
    )


def _gap(exact: Fraction | None, whole: int | None, equivalents: Fraction | None) -> Fraction | None:
    """Return what is missing of the fair share: 0 from the smaller of the exact and the rounded one on."""
    if exact is None or whole is None or equivalents is None:
        return None
    return Fraction(0) if equivalents >= exact or equivalents >= whole else exact - equivalents


def _deducted(granted: Granted, rate: Fraction | None) -> Fraction | None:
    if granted.financial_cents is None or granted.alternative_cents is None:
        return None
    cents = granted.financial_cents + granted.alternative_cents
    if not cents and granted.relocations is not None:
        # Nothing to convert: known even without a rate.
        return Fraction(granted.relocations)
    return equivalents_of(granted.relocations, cents, rate)
