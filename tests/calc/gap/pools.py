"""Small pools whose figures can be worked out by hand: R persons, EUR 20 000 each, shares in whole per cent."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from desktop_app.calc.forum import (
    AlternativeMeasure,
    Forum,
    Key,
    KeyState,
    Pledge,
    Pool,
    StateRecord,
)

RATE_CENTS = 2_000_000
DAY = date(2026, 11, 20)


def pledged(relocations: int | None = None, cents: int | None = None, measures: int | None = None) -> Pledge:
    """Return a pledge in which every type is recorded; ``None`` is an explicit none."""
    alternative = None if measures is None else (AlternativeMeasure("staff", value_cents=measures),)
    return Pledge(relocations, cents, alternative)


def pool(
    total: int,
    shares: Mapping[str, int],
    pledges: Mapping[str, Pledge],
    *,
    benefitting: tuple[str, ...] = (),
    readings: tuple[tuple[str, str], ...] = (),
    proposal: int | None = None,
) -> Forum:
    """Return an annual pool with these shares in per cent."""
    records = tuple(
        StateRecord(code, benefitting_since=DAY if code in benefitting else None, pledge=pledges.get(code, Pledge()))
        for code in shares
    )
    return Forum(
        as_of=DAY,
        key=Key(
            states=tuple(KeyState(code, 1, 1) for code in shares),
            adopted_shares=tuple((code, Fraction(percent)) for code, percent in shares.items()),
        ),
        pool=Pool(total, total * RATE_CENTS, proposal),
        readings=readings,
        states=records,
    )
