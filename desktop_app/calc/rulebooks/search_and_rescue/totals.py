"""The figures of the whole procedure, over the contributing Member States (COM(2020) 610, Art. 47, 48)."""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from desktop_app.calc.exact import sum_if_known
from desktop_app.calc.readings import SHORTFALL
from desktop_app.calc.response_assessment import PlanStanding, ResponseRow, SearchAndRescueTotals, ShortfallReadings
from desktop_app.calc.rulebooks.search_and_rescue.frame import Frame
from desktop_app.calc.rulebooks.search_and_rescue.pools import pools_of
from desktop_app.calc.shortfall_shown import is_triggered

WAITING = frozenset({PlanStanding.AWAITED, PlanStanding.LATE, PlanStanding.MISSING})


def totals_of(rows: Sequence[ResponseRow], frame: Frame, shortfalls: ShortfallReadings) -> SearchAndRescueTotals:
    """Return sums over the contributing states; one that needs a figure that is not known is not known itself."""
    given = [row for row in rows if not row.benefitting]

    def sum_of(values: Iterable[int | None]) -> int | None:
        # Of nobody nothing is known; that is not a sum of 0.
        return sum_if_known(values) if rows else None

    pledged = sum(row.pledged for row in given)
    asked = shortfalls.parts_c.whole
    shortfall = shortfalls.of(frame.readings[SHORTFALL.name])
    return SearchAndRescueTotals(
        relocations=frame.raised_total,
        relocations_before_top_up=frame.total if frame.is_topped_up else None,
        asked=sum_of(row.report_number for row in given),
        not_asked=sum_of(row.report_number for row in rows if row.benefitting),
        pledged=pledged,
        claimed=sum((row.claimed for row in given), Fraction(0)),
        coverage=Fraction(pledged, frame.total) if frame.total else None,
        coverage_of_asked=pledged / asked if asked else None,
        fixed_relocations=sum_of(row.relocations for row in given),
        fixed_sponsorship=sum_of(row.sponsorship for row in given),
        fixed_measures=sum_of(row.measures for row in given),
        shortfall_readings=shortfalls,
        shortfall=shortfall,
        shortfall_triggered=is_triggered(shortfall),
        pools=pools_of(rows, frame),
        waiting=tuple(row.code for row in given if row.standing in WAITING),
    )
