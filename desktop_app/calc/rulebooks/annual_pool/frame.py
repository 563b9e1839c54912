"""The frame: everything that the rows of an annual pool share.

Worked out once for a forum; a change of one state's record leaves it as it is, so that re-assessing after
a keystroke costs one row.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Final

from desktop_app.calc import key as reference_key
from desktop_app.calc import reduction
from desktop_app.calc.exact import CENTS
from desktop_app.calc.forum import Forum, Pool
from desktop_app.calc.key import KeyFigures
from desktop_app.calc.moments import as_of
from desktop_app.calc.readings import ANNUAL_POOL, ROUNDING, in_force
from desktop_app.calc.reduction import ReductionFigures

EXPECTED_RATE: Final = 20_000
"""EUR per relocation: EUR 600 million over 30 000 (Art. 12(2), (3)); in no article as a number."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What the rows share.

    Attributes:
        forum: the forum; only its ``states`` may differ from that of a reused frame.
        as_of: day of the check, or ``None``.
        readings: readings in force.
        key: the reference key worked out.
        rate: EUR per relocation, or ``None``.
        reference_relocations: R where figures may rest on it, else ``None``.
        exact: exact fair share by participating state, credits taken off.
        rounded: rounded fair share by participating state, credits taken off.
        reduction: the 10 % indicator's figures, or ``None`` without data.
    """

    forum: Forum
    as_of: date | None
    readings: Mapping[str, str]
    key: KeyFigures
    rate: Fraction | None
    reference_relocations: int | None
    exact: Mapping[str, Fraction | None]
    rounded: Mapping[str, int | None]
    reduction: ReductionFigures | None


def has_reference_numbers(pool: Pool) -> bool:
    """Tell whether both reference numbers stand, or the pool is exceptional with both at 0 (Art. 12(4))."""
    if pool.exceptional and pool.relocations == 0 and pool.financial_cents == 0:
        return True
    return bool(pool.relocations and pool.financial_cents)


def rate_of(pool: Pool) -> Fraction | None:
    """Return EUR per relocation: F / R, or 20 000 where an exceptional pool has both at 0."""
    if not has_reference_numbers(pool):
        return None
    if not pool.relocations or not pool.financial_cents:
        return Fraction(EXPECTED_RATE)
    return Fraction(pool.financial_cents, CENTS * pool.relocations)


def reference_relocations_of(pool: Pool) -> int | None:
    """Return R, or ``None`` where it is missing or 0 (0 stands in an exceptional pool)."""
    return pool.relocations if pool.relocations or has_reference_numbers(pool) else None


def frame_of(forum: Forum, previous: Frame | None = None) -> Frame:
    """Work out the frame of ``forum``, reusing ``previous`` where nothing that it rests on changed."""
    moment = as_of(forum)
    credits = {record.code: record.crisis_credit for record in forum.states if record.crisis_credit}
    if previous and _rests_on_same(forum, previous, credits) and moment == previous.as_of:
        return previous
    readings = in_force(ANNUAL_POOL, dict(forum.readings))
    key = reference_key.work_out(forum.key)
    total = reference_relocations_of(forum.pool)
    exact: dict[str, Fraction | None] = dict.fromkeys(key.shares)
    rounded: dict[str, int | None] = dict.fromkeys(key.shares)
    if total is not None:
        quotas = {code: None if share is None else share * total for code, share in key.shares.items()}
        whole = _rounded(quotas, total, key, readings[ROUNDING.name], credits)
        for code, quota in quotas.items():
            # A credit cannot turn a fair share into a claim.
            exact[code] = None if quota is None else max(Fraction(0), quota - credits.get(code, 0))
            rounded[code] = whole[code]
    return Frame(
        forum,
        moment,
        readings,
        key,
        rate_of(forum.pool),
        total,
        exact,
        rounded,
        reduction.work_out(forum.applications, key, readings),
    )


def _rounded(
    quotas: Mapping[str, Fraction | None], total: int, key: KeyFigures, rounding: str, credits: Mapping[str, int]
) -> dict[str, int | None]:
    """Round before the credits, which are whole persons: rounding commutes with them."""
    whole = reference_key.rounded(quotas, total, key, rounding)
    return {code: None if count is None else max(0, count - credits.get(code, 0)) for code, count in whole.items()}


def _rests_on_same(forum: Forum, previous: Frame, credits: Mapping[str, int]) -> bool:
    before = previous.forum
    return (
        forum.key == before.key
        and forum.pool == before.pool
        and forum.applications == before.applications
        and forum.readings == before.readings
        and forum.adopted == before.adopted
        and forum.shares_status is before.shares_status
        and forum.holidays == before.holidays
        and credits == {record.code: record.crisis_credit for record in before.states if record.crisis_credit}
    )
