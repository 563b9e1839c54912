"""The 30 % shortfall indicator of the proposal of 2020, shown beside the law (COM(2020) 610, Art. 48(2)).

Not law: the Regulation in force knows no 30 %. Over the states that pledged alternative measures and do
not benefit, what is missing of their fair shares without those measures is added up and held against the
reference number; strictly above 30 %, the proposal would ask each of them to cover half of its share.
"""

from collections.abc import Iterable
from fractions import Fraction
from typing import Final

from desktop_app.calc.assessment import Row
from desktop_app.calc.exact import round_up
from desktop_app.calc.forum import StateRecord
from desktop_app.calc.readings import SHORTFALL_COVER
from desktop_app.calc.rulebooks.annual_pool.frame import Frame
from desktop_app.calc.rulebooks.annual_pool.rows import equivalents_of

COVER: Final = Fraction(1, 2)


def without_measures(record: StateRecord, row: Row, frame: Frame) -> Fraction | None:
    """Return what counts against the indicator: the pledge without its alternative measures.

    ``None`` for a state that is not in the indicator (outside the key, benefitting, no measures pledged) and
    where a figure is not known.
    """
    if not row.in_key or row.benefitting or not record.pledge.measures or row.exact_fair_share is None:
        return None
    if frame.readings[SHORTFALL_COVER.name] == "relocation-only":
        return None if row.pledged_relocations is None else Fraction(row.pledged_relocations)
    return equivalents_of(row.pledged_relocations, row.pledged_financial_cents, frame.rate)


def shortfall_of(counted: Iterable[tuple[Row, Fraction | None]], frame: Frame) -> Fraction | None:
    """Return the indicator as a ratio.

    Args:
        counted: each row with what counts of it (see :func:`without_measures`).
        frame: the frame.

    Returns:
        The exact ratio, 0 where the reference number is 0, ``None`` where the reference number, a share or
        the rate that it needs is not known. A state with a blank is left out, as in every total.
    """
    total = frame.reference_relocations
    counts_money = frame.readings[SHORTFALL_COVER.name] != "relocation-only"
    if total is None or None in frame.exact.values() or (counts_money and frame.rate is None):
        return None
    missing = Fraction(0)
    for row, pledged in counted:
        if pledged is not None and row.exact_fair_share is not None:
            missing += max(Fraction(0), row.exact_fair_share - pledged)
    return missing / total if total else Fraction(0)


def cover_of(row: Row, pledged: Fraction | None, *, triggered: bool) -> int:
    """Return the persons that the 50 % rule would ask of a state (0 where it asks nothing)."""
    if not triggered or pledged is None or row.exact_fair_share is None:
        return 0
    return round_up(max(Fraction(0), COVER * row.exact_fair_share - pledged))
