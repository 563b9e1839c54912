"""The 30 % test, in three readings (COM(2020) 610, Art. 48(2), recital 22).

Measures leave a shortfall where they take the place of relocations that the key would ask for; strictly above
30 % every state with measures covers half of its share by persons.
"""

from collections.abc import Iterable
from fractions import Fraction

from desktop_app.calc.exact import total_if_known
from desktop_app.calc.response_assessment import ResponseRow, Shortfall, ShortfallReadings
from desktop_app.calc.rulebooks.search_and_rescue.frame import Frame


def missing_of(exact_key: Fraction | None, pledged: int, claimed: Fraction) -> Fraction | None:
    """Return what a contributing state's measures leave short of its share; 0 of a state without measures."""
    if not claimed:
        return Fraction(0)
    return None if exact_key is None else max(Fraction(0), exact_key - pledged)


def shortfalls_of(rows: Iterable[ResponseRow], frame: Frame) -> ShortfallReadings:
    """Return the test under its readings; ``None`` where the total or a share that it needs is not known."""
    contributing = [row for row in rows if not row.benefitting]
    missing = total_if_known(row.missing for row in contributing)
    asked = total_if_known(row.exact_key for row in contributing)
    pledged = sum(row.pledged for row in contributing)
    # With nobody in the key nothing is known; that is not nothing pledged.
    total = None if frame.total is None or not frame.key.participants else Fraction(frame.total)
    return ShortfallReadings(
        Shortfall(missing, total),
        Shortfall(None if total is None else total - pledged, total),
        Shortfall(missing, asked),
    )
