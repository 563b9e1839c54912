"""What forbids a draw on a pool before it is recorded (COM(2020) 610, Art. 49(1), 49(3))."""

from collections.abc import Iterator
from enum import Enum

from desktop_app.calc.pool_use import bridge_of
from desktop_app.calc.response_assessment import SearchAndRescueAssessment
from desktop_app.calc.search_and_rescue import PoolUse


class DrawLimit(Enum):
    """What forbids a draw; the value is the paragraph that does."""

    BEFORE_ACT = "49(1), the act"
    BEYOND_POOL = "49(1), the pool"
    AFTER_PRESSURE_ACT = "49(3), the end of the bridge"
    NO_BRIDGE = "49(3), no bridge"
    BEFORE_BRIDGE = "49(3), the beginning of the bridge"


def may_be_drawn(assessment: SearchAndRescueAssessment, code: str, former: PoolUse | None = None) -> int | None:
    """Return how many persons may still be drawn on a pool; ``None`` while the pool is not known.

    Args:
        assessment: of the forum as it is.
        code: whose pool it is.
        former: a recorded draw that a new one replaces, so that its persons are free again.

    Raises:
        KeyError: the state has no pool.
    """
    remaining = assessment.pool(code).remaining
    if remaining is None:
        return None
    return max(0, remaining + (former.persons if former is not None and former.benefitting == code else 0))


def limits_of(
    assessment: SearchAndRescueAssessment, draw: PoolUse, former: PoolUse | None = None
) -> Iterator[DrawLimit]:
    """Yield what forbids a draw; nothing where it may be recorded. A day that is not said forbids nothing.

    Args:
        assessment: of the forum as it is.
        draw: the draw as it would be recorded.
        former: see :func:`may_be_drawn`.
    """
    adopted = assessment.forum.search_and_rescue.act.adopted
    if adopted is not None and draw.date is not None and draw.date < adopted:
        yield DrawLimit.BEFORE_ACT
    left = may_be_drawn(assessment, draw.benefitting, former)
    if left is not None and draw.persons > left:
        yield DrawLimit.BEYOND_POOL
    yield from _of_the_bridge(assessment, draw)


def _of_the_bridge(assessment: SearchAndRescueAssessment, draw: PoolUse) -> Iterator[DrawLimit]:
    if draw.date is None:
        return
    bridge = bridge_of(assessment.forum.search_and_rescue, draw.used_for or draw.benefitting)
    if bridge.is_over(draw.date):
        yield DrawLimit.AFTER_PRESSURE_ACT
    elif draw.used_for is not None and bridge.opens is None:
        yield DrawLimit.NO_BRIDGE
    elif draw.used_for is not None and bridge.opens is not None and draw.date < bridge.opens:
        yield DrawLimit.BEFORE_BRIDGE
