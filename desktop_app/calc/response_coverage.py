"""How much of a report is covered once what measures claim is counted, too (COM(2020) 610, Art. 47, 48)."""

from fractions import Fraction

from desktop_app.calc.response_assessment import SearchAndRescueTotals


def coverage_with_measures(totals: SearchAndRescueTotals) -> Fraction | None:
    """Return (pledged + claimed by measures) / the report's total, exact; ``None`` without a total."""
    return _part(totals, totals.report_total)


def coverage_of_asked_with_measures(totals: SearchAndRescueTotals) -> Fraction | None:
    """Return (pledged + claimed by measures) / what the key asks of the contributing states, exact."""
    return _part(totals, totals.asked_exact)


def _part(totals: SearchAndRescueTotals, whole: Fraction | int | None) -> Fraction | None:
    return (totals.pledged + totals.claimed) / whole if whole else None
