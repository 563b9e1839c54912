"""The voluntary mechanism: needs that nobody covers yet, and pledges that would (Report on Migration and Asylum 2022).

There is no key and no obligation; what is asked of one signatory is held against nothing but what is asked of others.
"""

from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction
from typing import Final

from desktop_app.calc.assessment import Assessment
from desktop_app.calc.changes import Change, SetVoluntary
from desktop_app.calc.exact import CENTS
from desktop_app.calc.gap.amounts import Asked
from desktop_app.calc.gap.limits import Kind, Limit, LimitKind
from desktop_app.calc.gap.problem import Barred, Ground, NotStated, Standing, Unit
from desktop_app.calc.gap.target import Target
from desktop_app.calc.sentences import say
from desktop_app.calc.voluntary import VoluntaryPledge
from desktop_app.calc.voluntary_assessment import VoluntaryAssessment, VoluntaryRow

_THOUSAND: Final = 1000
_OPEN: Final = say("by a pledge for nobody in particular")
_NOT_SIGNED: Final = say("It has not signed the declaration, or has left the mechanism.")
_BENEFITS: Final = say("who has needs of its own is not asked for others")


def ground_of(assessment: Assessment, target: Target) -> Ground | NotStated:
    """Return what a target rests on in a forum on voluntary solidarity."""
    voluntary = VoluntaryAssessment.of(assessment)
    totals = voluntary.totals
    if target is Target.PERSONS_NEEDED:
        unmet, held = totals.unmet_relocations, totals.relocations.against
        factor, unit, rate = Fraction(1), Unit.PERSONS, None
    else:
        unmet, held = totals.unmet_cents, totals.financial.against
        factor, unit, rate = Fraction(1, CENTS * _THOUSAND), Unit.THOUSANDS, Fraction(_THOUSAND)
    if unmet is None or held is None:
        return NotStated(say("No need of this kind is recorded."))
    rows = [row for row in voluntary.rows if row.takes_part]
    needy = {each.benefitting for each in voluntary.forum.voluntary.needs}
    return Ground(
        target=target,
        unit=unit,
        wanted=held * factor,
        counted=(held - unmet) * factor,
        need=unmet * factor,
        states=tuple(_standing(row, target) for row in rows),
        barred=tuple(Barred(row.code, _NOT_SIGNED) for row in voluntary.rows if not row.takes_part),
        defaults=tuple(Limit(LimitKind.FIXED, row.code, because=_BENEFITS) for row in rows if row.code in needy),
        rate=rate,
        counts_money=rate is not None,
        has_key=False,
    )


def is_reached(assessment: Assessment, target: Target, asked: Iterable[str]) -> bool:  # noqa: ARG001 - of all procedures
    """Tell from the figures of a forum whether a target is reached."""
    totals = VoluntaryAssessment.of(assessment).totals
    unmet = totals.unmet_relocations if target is Target.PERSONS_NEEDED else totals.unmet_cents
    return unmet == 0


def change_of(assessment: Assessment, target: Target, asked: tuple[Asked, ...], source: str) -> Change:  # noqa: ARG001
    """Return the pledges that a proposal stands for, as one step; each is for nobody in particular."""
    recorded = assessment.forum.voluntary
    pledges = [VoluntaryPledge(each.code, relocations=each.persons, financial_cents=each.cents) for each in asked]
    title = say(
        "{source}: {count} pledge" if len(pledges) == 1 else "{source}: {count} pledges",
        source=source,
        count=len(pledges),
    )
    return SetVoluntary(replace(recorded, pledges=(*recorded.pledges, *pledges)), title)


def _standing(row: VoluntaryRow, target: Target) -> Standing:
    if target is Target.PERSONS_NEEDED:
        return Standing(row.code, Fraction(row.relocations), Fraction(1), 1, kind=Kind.RELOCATIONS, supposed=_OPEN)
    now = Fraction(row.financial_cents, CENTS * _THOUSAND)
    return Standing(row.code, now, Fraction(1), 1, kind=Kind.MONEY, supposed=_OPEN)
