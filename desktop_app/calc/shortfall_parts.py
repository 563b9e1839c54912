"""Each Member State's part of the 30 % test, so that the parts add up to what is tested (COM(2020) 610, Art. 48(2))."""

from collections.abc import Mapping
from fractions import Fraction

from desktop_app.calc.readings import SHORTFALL
from desktop_app.calc.response_assessment import ResponseRow, SearchAndRescueAssessment


def parts_of(assessment: SearchAndRescueAssessment) -> Mapping[str, Fraction | None]:
    """Return each participating state's part of the shortfall under the reading in force, as a ratio, exact.

    Under A and C it is what the state's measures leave short, over the whole of the reading. Under B it is what the
    state does not pledge of its share: a benefitting state's whole share, below 0 for a state that pledges more.
    ``None`` where the part is not known.
    """
    reading = assessment.readings[SHORTFALL.name]
    whole = _asked(assessment) if reading == "C" else _total(assessment)
    return {row.code: _ratio(_part(row, reading), whole) for row in assessment.rows}


def _part(row: ResponseRow, reading: str) -> Fraction | None:
    if reading != "B":
        return row.missing
    return None if row.exact_key is None else row.exact_key - (0 if row.benefitting else row.pledged)


def _total(assessment: SearchAndRescueAssessment) -> Fraction | None:
    """Return the report's total, before any top-up: the test rests on it."""
    totals = assessment.totals
    before = totals.relocations if totals.relocations_before_top_up is None else totals.relocations_before_top_up
    return None if before is None else Fraction(before)


def _asked(assessment: SearchAndRescueAssessment) -> Fraction | None:
    exact = [row.exact_key for row in assessment.rows if not row.benefitting]
    known = [each for each in exact if each is not None]
    return sum(known, Fraction(0)) if len(known) == len(exact) else None


def _ratio(part: Fraction | None, whole: Fraction | None) -> Fraction | None:
    return part / whole if part is not None and whole else None
