"""A forum in which everything that an annex can hold is there, some of it at its limits."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

from desktop_app.calc.forum import (
    AlternativeMeasure,
    AssociatedContribution,
    Deduction,
    DeductionAmounts,
    DeductionBasis,
    DeductionStage,
    Flag,
    Forum,
    KeyState,
    MeasureKind,
    Meeting,
    MeetingKind,
    Pledge,
    PressureBasis,
    SharesStatus,
    StateRecord,
)
from desktop_app.calc.recorded import ABSENT

DESCRIPTION = " ".join(f"measure {number} of many," for number in range(90))[:2000]
UNBROKEN = "Verwaltungsvereinbarung" * 60
DAY = date(2026, 10, 28)


def measures() -> tuple[AlternativeMeasure, ...]:
    """One measure of each kind: long, unbroken, in other scripts, without value."""
    texts = (DESCRIPTION, UNBROKEN, "Εκατό υπάλληλοι", "Сто служители, ő ș Ħ ġ Ż", "line\nline", "☃ no glyph", None)
    given = zip(MeasureKind, texts, (None, True, False, None, True, False, None), strict=True)
    return tuple(
        AlternativeMeasure(text, kind, 10**13 * 100 if text == DESCRIPTION else 123_456, "daily rate", named)
        for kind, text, named in given
    )


def deductions() -> tuple[Deduction, ...]:
    """One deduction of each stage."""
    amounts = DeductionAmounts(1, 50, 7)
    first, second = DeductionBasis
    return (
        Deduction(first, DeductionStage.ANNOUNCED, None, announced=DAY, self_declared=True, note="a note"),
        Deduction(second, DeductionStage.REQUESTED, DeductionAmounts(), requested=DAY),
        Deduction(second, DeductionStage.ASSESSED, amounts, announced=DAY, requested=DAY, assessed=DAY),
        Deduction(second, DeductionStage.REFUSED, amounts, decided=DAY, act="(EU) 2026/1"),
        Deduction(second, DeductionStage.REFUSED, amounts),
        Deduction(second, DeductionStage.GRANTED, amounts, decided=DAY, act=f"(EU) 2026/2, {UNBROKEN[:200]}"),
        Deduction(first, DeductionStage.GRANTED, amounts),
    )


def extreme(forum: Forum) -> Forum:
    """Return a forum with everything in it, made from a whole and sound one."""
    record = StateRecord(
        "BE",
        flags=tuple(Flag),
        pressure_basis=tuple(PressureBasis),
        benefitting_since=DAY,
        systemic_shortcomings=True,
        crisis_credit=5,
        pledge=Pledge(10**9, 10**13 * 100 + 1, measures(), 4, "agreement with ΕΛ", 3, "a note of 2\u202f000 words"),
        deductions=deductions(),
    )
    unvalued = (AlternativeMeasure("help in kind"),)
    changed = forum.with_state(record)
    changed = changed.with_state(replace(changed.state("BG"), pledge=Pledge(None, ABSENT, unvalued)))
    changed = changed.with_state(replace(changed.state("CZ"), pledge=Pledge(None, None, None)))
    changed = changed.with_state(replace(changed.state("DK"), pledge=Pledge(5, 0, None)))
    changed = changed.with_state(replace(changed.state("EE"), pledge=Pledge(0, 0, None, of_which_beneficiaries=0)))
    changed = changed.with_state(replace(changed.state("FR"), pledge=Pledge(10, 0, None, of_which_beneficiaries=2)))
    states = tuple(replace(each, participates=each.code != "IE") for each in forum.key.states)
    return replace(
        changed,
        title=f"{UNBROKEN} {DESCRIPTION}",
        note=f"A note.\n\n{DESCRIPTION}",
        adopted=None,
        shares_status=SharesStatus.ESTIMATE,
        key=replace(
            forum.key,
            states=(*states, KeyState("DK", 6, 9, participates=False)),
            adopted_shares=(("DE", Fraction(216890, 10000)), ("FR", Fraction(160021, 10000))),
            population_source=UNBROKEN,
            gdp_source=None,
        ),
        pool=replace(forum.pool, exceptional=True, sar_percent=Fraction(85, 2), named_measures=("staff", UNBROKEN)),
        meetings=(
            Meeting("m1", MeetingKind.INITIAL, DAY),
            Meeting("m2", MeetingKind.RESUMED),
            Meeting("m3", MeetingKind.RECONVENED, DAY),
        ),
        associated=(
            AssociatedContribution("NO", DESCRIPTION, 10**13 * 100),
            AssociatedContribution("CH"),
        ),
    )
