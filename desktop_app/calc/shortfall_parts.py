"""Each Member State's part of the 30 % test, so that the parts add up to what is tested.

COM(2020) 610, Art. 48(2); under migratory pressure Art. 52(2), 53(2).
"""

from collections.abc import Mapping
from fractions import Fraction

from desktop_app.calc.pressure_assessment import PressureAssessment, PressureRow
from desktop_app.calc.readings import SHORTFALL
from desktop_app.calc.response_assessment import ResponseRow, SearchAndRescueAssessment


def parts_of(assessment: SearchAndRescueAssessment | PressureAssessment) -> Mapping[str, Fraction | None]:
    """Return each participating state's part of the shortfall under the reading in force, as a ratio, exact.

    Under A and C it is what the state's measures leave short, over the whole of the reading. Under B it is what the
    state does not pledge of its share: a benefitting state's whole share, below 0 for a state that pledges more.
    ``None`` where the part is not known, as under B of migratory pressure, which knows no such test.
    """
    reading = assessment.readings[SHORTFALL.name]
    whole = assessment.totals.shortfall_readings.parts(reading)
    return {row.code: whole.part_of(_part(row, reading)) for row in assessment.rows}


def _part(row: ResponseRow | PressureRow, reading: str) -> Fraction | None:
    if reading != "B":
        return row.missing
    if row.exact_key is None or isinstance(row, PressureRow):
        return None
    return row.exact_key - (0 if row.benefitting else row.pledged)
