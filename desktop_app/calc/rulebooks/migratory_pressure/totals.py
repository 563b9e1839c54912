"""The figures of the whole procedure, over the contributing Member States (COM(2020) 610, Art. 51 to 53)."""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from desktop_app.calc.exact import sum_if_known, total_if_known, total_of
from desktop_app.calc.pressure_assessment import PressureRow, PressureTotals, TypeMatch
from desktop_app.calc.readings import SHORTFALL
from desktop_app.calc.response_assessment import PlanStanding, Shortfall, ShortfallReadings
from desktop_app.calc.rulebooks.migratory_pressure.frame import Frame
from desktop_app.calc.rulebooks.migratory_pressure.steps import Step
from desktop_app.calc.shortfall_shown import is_triggered
from desktop_app.calc.sponsorship_clock import standing_of

WAITING = frozenset({PlanStanding.AWAITED, PlanStanding.LATE, PlanStanding.MISSING})
_NOTHING = Fraction(0)


def shortfalls_of(steps: Iterable[Step], frame: Frame) -> ShortfallReadings:
    """Return the 30 % test under its readings; B counts what nobody pledges, which under pressure cannot be."""
    given = [step for step in steps if step.is_asked]
    missing = total_if_known(step.missing for step in given)
    asked = total_if_known(step.key for step in given)
    total = None if frame.total is None or not frame.key.participants else Fraction(frame.total)
    return ShortfallReadings(Shortfall(missing, total), Shortfall(None, total), Shortfall(missing, asked))


def totals_of(rows: Sequence[PressureRow], frame: Frame, shortfalls: ShortfallReadings) -> PressureTotals:
    """Return sums over the contributing states; one that needs a figure that is not known is not known itself."""
    given = [row for row in rows if row.is_asked]
    report = frame.recorded.report

    def sum_of(values: Iterable[int | None]) -> int | None:
        # Of nobody nothing is known; that is not a sum of 0.
        return sum_if_known(values) if rows else None

    planned = total_if_known(row.exact_key for row in given if row.plan)
    covered = total_of(row.covered for row in given)
    shortfall = shortfalls.of(frame.readings[SHORTFALL.name])
    return PressureTotals(
        relocations=report.relocations,
        sponsorship=report.sponsorship,
        total=frame.total,
        asked=sum_of(row.key_number for row in given),
        not_asked=sum_of(row.key_number for row in rows if not row.is_asked),
        covered=covered,
        claimed=total_of(row.claimed for row in given),
        planned=None if planned is None else planned - covered,
        fixed_relocations=sum_of(row.relocations for row in given),
        fixed_sponsorship=sum_of(row.sponsorship for row in given),
        fixed_beneficiaries=sum_of(row.beneficiaries for row in given),
        fixed_measures=sum_of(row.measures for row in given),
        matches=_matches([row for row in given if row.has_types], frame),
        reduction=total_of(row.reduction for row in given),
        credited=total_of(row.credited for row in given),
        reduction_figures=frame.reduction,
        shortfall_readings=shortfalls,
        shortfall=shortfall,
        shortfall_triggered=is_triggered(shortfall),
        minors=sum(row.minors for row in given),
        waiting=tuple(row.code for row in given if row.standing in WAITING),
        sponsorships=tuple(
            standing_of(group, frame.recorded.act_for(group.benefitting), frame.today)
            for group in frame.forum.solidarity.sponsorship_groups
        ),
    )


def _matches(given: Sequence[PressureRow], frame: Frame) -> tuple[TypeMatch, TypeMatch]:
    """Hold what the types of states that have named them give against the parts of both totals asked of them."""
    report = frame.recorded.report
    shares = None if frame.total is None else total_if_known(row.share for row in given)
    persons = total_if_known(row.planned for row in given)
    sponsored = None if persons is None else total_of(_sponsored(row) for row in given)
    relocated = None if persons is None or sponsored is None else persons - sponsored
    return (
        TypeMatch("relocations", report.relocations, _part(report.relocations, shares), relocated),
        TypeMatch("sponsorship", report.sponsorship, _part(report.sponsorship, shares), sponsored),
    )


def _sponsored(row: PressureRow) -> Fraction:
    part = row.types.sponsorship
    return (row.planned or _NOTHING) * (part / row.types.total) if part else _NOTHING


def _part(needed: int | None, shares: Fraction | None) -> Fraction | None:
    return None if needed is None or shares is None else shares * needed
