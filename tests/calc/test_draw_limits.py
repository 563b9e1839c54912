"""What forbids a draw, and how many persons may still be drawn: worked out by hand."""

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.calc.draw_limits import DrawLimit, limits_of, may_be_drawn
from desktop_app.calc.forum import Forum
from desktop_app.calc.rulebooks.search_and_rescue.book import assess
from desktop_app.calc.search_and_rescue import ActPath, Disembarkation, PoolUse, PressureAct
from tests.views.pools.small import ACT, forum

MARCH, APRIL, MAY = date(2027, 3, 1), date(2027, 4, 1), date(2027, 5, 1)
BRIDGE = PressureAct("EL", MARCH, APRIL)


def test_what_a_changed_draw_took_is_free_again() -> None:
    # 480 in the pool of Greece, 300 drawn.
    drawn = PoolUse("EL", MARCH, 300)
    figures = assess(forum(ActPath.SUFFICIENT, use=(drawn,)))
    assert (may_be_drawn(figures, "EL"), may_be_drawn(figures, "EL", drawn)) == (180, 480)
    assert may_be_drawn(figures, "IT", drawn) == may_be_drawn(figures, "IT")
    beyond = assess(forum(ActPath.SUFFICIENT, use=(PoolUse("EL", MARCH, 500),)))
    assert may_be_drawn(beyond, "EL") == 0
    assert may_be_drawn(assess(_unknown()), "EL") is None


@pytest.mark.parametrize(
    ("draw", "limits"),
    [
        (PoolUse("EL", ACT, 480), []),
        (PoolUse("EL", date(ACT.year, ACT.month, ACT.day - 1), 481), [DrawLimit.BEFORE_ACT, DrawLimit.BEYOND_POOL]),
        (PoolUse("EL", APRIL, 1), []),
        (PoolUse("EL", MAY, 1), [DrawLimit.AFTER_PRESSURE_ACT]),
        (PoolUse("IT", MARCH, 1, "EL"), []),
        (PoolUse("IT", date(2027, 2, 28), 1, "EL"), [DrawLimit.BEFORE_BRIDGE]),
        (PoolUse("EL", MARCH, 1, "IT"), [DrawLimit.NO_BRIDGE]),
        # A day that is not said forbids nothing.
        (PoolUse("EL", None, 1, "IT"), []),
    ],
)
def test_limits(draw: PoolUse, limits: list[DrawLimit]) -> None:
    assert list(limits_of(assess(forum(ActPath.SUFFICIENT, use=(), pressure_act=BRIDGE)), draw)) == limits


def test_of_a_pool_that_is_not_known_no_number_forbids() -> None:
    assert list(limits_of(assess(_unknown()), PoolUse("EL", APRIL, 9_999))) == []


def _unknown() -> Forum:
    """A forum whose report leaves Greece's number open."""
    known = forum(ActPath.SUFFICIENT, use=())
    report = replace(known.search_and_rescue.report, benefitting=(Disembarkation("EL"),))
    return replace(known, search_and_rescue=replace(known.search_and_rescue, report=report))
