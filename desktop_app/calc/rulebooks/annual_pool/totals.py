"""The pool's totals: sums of what is known over the participating states (Art. 13(4), 57, 63)."""

from collections.abc import Sequence
from fractions import Fraction

from desktop_app.calc.assessment import Row, Totals
from desktop_app.calc.exact import round_up
from desktop_app.calc.rulebooks.annual_pool.frame import Frame
from desktop_app.calc.shortfall_shown import is_triggered


def totals_of(rows: Sequence[Row], frame: Frame, shortfall: Fraction | None) -> Totals:
    """Add up the rows of the participating states.

    Args:
        rows: every row; those outside the key count nowhere.
        frame: the frame.
        shortfall: the 30 % indicator.
    """
    members = [row for row in rows if row.in_key]
    equivalents = sum((row.equivalents for row in members if row.equivalents is not None), Fraction(0))
    net = sum((row.net_equivalents for row in members if row.net_equivalents is not None), Fraction(0))
    effective = sum(
        (row.net_equivalents for row in members if row.net_equivalents is not None and not row.benefitting), Fraction(0)
    )
    reference, rate = frame.reference_relocations, frame.rate
    # Without a rate no equivalents are known at all: a gap would be a figure without a ground.
    needed = None if rate is None else reference
    gap = None if needed is None else max(Fraction(0), needed - equivalents)
    return Totals(
        rate_eur=rate,
        fair_share_relocations=_all_or_none([row.fair_share_relocations for row in members]),
        pledged_relocations=sum(row.pledged_relocations or 0 for row in members),
        pledged_financial_cents=sum(row.pledged_financial_cents or 0 for row in members),
        pledged_alternative_cents=sum(row.pledged_alternative_cents or 0 for row in members),
        pledged_equivalents=equivalents,
        unknown_states=tuple(row.code for row in members if row.equivalents is None),
        coverage=equivalents / needed if needed else None,
        gap=gap,
        gap_relocations=None if gap is None else round_up(gap),
        gap_eur=None if gap is None or rate is None else gap * rate,
        net_equivalents=net,
        effective_gap_relocations=None if needed is None else round_up(max(Fraction(0), needed - effective)),
        shortfall=shortfall,
        shortfall_triggered=is_triggered(shortfall),
    )


def _all_or_none(values: Sequence[int | None]) -> int | None:
    """Return the sum, or ``None`` where there is nothing or a part is not known."""
    known = [value for value in values if value is not None]
    return sum(known) if known and len(known) == len(values) else None
