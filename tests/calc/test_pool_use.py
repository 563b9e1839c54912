"""A pool's movements with what remains, the bridge, how far a top-up may go: worked out by hand."""

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.calc.pool_use import (
    Bridge,
    Movement,
    MovementKind,
    bridge_of,
    calls_of,
    convened_for,
    is_at_its_height,
    most_of_top_up,
    movements_of,
)
from desktop_app.calc.rulebooks.search_and_rescue.book import assess
from desktop_app.calc.search_and_rescue import (
    ActPath,
    Call,
    PoolUse,
    PressureAct,
    Raise,
    Round,
    RoundKind,
    SearchAndRescue,
    TopUp,
)
from tests.views.pools.small import ACT, forum

MARCH, APRIL = date(2027, 3, 1), date(2027, 4, 1)
ACTED, DRAWN, RAISED, TOPPED = MovementKind.ACT, MovementKind.DRAW, MovementKind.RAISE, MovementKind.TOP_UP


def test_a_record_runs_by_date_with_what_remains() -> None:
    # 480 in the pool; on one day the draw comes before the raise that it let begin; the undated draw comes last.
    use = (PoolUse("EL", None, 7), PoolUse("EL", APRIL, 90), PoolUse("IT", MARCH, 5), PoolUse("EL", MARCH, 300))
    raises = (
        Raise("BE", "EL", 25, APRIL),
        Raise("EE", "IT", 9, APRIL),
        Raise("EL", "EL", 3, APRIL),  # a benefitting state's raise counts nowhere
    )
    found = movements_of(assess(forum(ActPath.SUFFICIENT, use=use, raises=raises)), "EL")
    assert found == (
        Movement(ACTED, ACT, 480, 480),
        Movement(DRAWN, MARCH, -300, 180, 3),
        Movement(DRAWN, APRIL, -90, 90, 1),
        Movement(RAISED, APRIL, 25, 115, 0),
        Movement(DRAWN, None, -7, 108, 0),
    )


def test_a_top_up_is_a_line_of_the_record() -> None:
    # 600 → 900 of 1 000 → 1 300: 500 and 300 become 650 and 390, 1 040 persons, of which 900/1 300 are Greece's 720.
    use = (PoolUse("EL", MARCH, 384), PoolUse("EL", date(2027, 5, 1), 100))
    found = movements_of(assess(forum(use=use, top_up=TopUp("EL", 900, APRIL))), "EL")
    assert [(each.kind, each.persons, each.remaining) for each in found] == [
        (ACTED, 480, 480),
        (DRAWN, -384, 96),
        (TOPPED, 240, 336),
        (DRAWN, -100, 236),
    ]
    # Italy's pool keeps its 320: nothing of the top-up is a line there.
    italy = movements_of(assess(forum(use=use, top_up=TopUp("EL", 900, APRIL))), "IT")
    assert [(each.kind, each.remaining) for each in italy] == [(ACTED, 320)]


def test_what_a_pool_holds_need_not_be_known() -> None:
    without = forum()
    states = (replace(without.key.states[0], population=None), *without.key.states[1:])
    unknown = assess(replace(without, key=replace(without.key, states=states)))
    assert [(each.persons, each.remaining) for each in movements_of(unknown, "EL")] == [(0, None), (-300, None)]
    with pytest.raises(KeyError):
        movements_of(unknown, "BE")


def test_the_bridge_of_a_state() -> None:
    assert bridge_of(SearchAndRescue(), "EL") == Bridge()
    recorded = SearchAndRescue(pressure_act=PressureAct("EL", MARCH, APRIL))
    bridge = bridge_of(recorded, "EL")
    assert bridge == Bridge(MARCH, APRIL)
    assert bridge_of(recorded, "IT") == Bridge()
    assert bridge_of(SearchAndRescue(pressure_act=PressureAct(None, MARCH)), "IT") == Bridge(MARCH)
    days = [MARCH, APRIL, date(2027, 4, 2)]
    assert [bridge.is_over(day) for day in days] == [False, False, True]
    assert not Bridge().is_over(MARCH)


@pytest.mark.parametrize(("needed", "most"), [(600, 900), (601, 901), (1, 1), (0, 0)])
def test_a_top_up_goes_to_one_and_a_half_times_in_whole_persons(needed: int, most: int) -> None:
    assert most_of_top_up(needed) == most
    assert 2 * most <= 3 * needed < 2 * (most + 1)


def test_a_pool_that_is_topped_up_as_far_as_it_goes() -> None:
    def tells(raised: TopUp | None, path: ActPath = ActPath.STILL_SHORT) -> bool:
        return is_at_its_height(forum(path, top_up=raised).search_and_rescue, "EL")

    assert tells(TopUp("EL", 900))
    assert not tells(TopUp("EL", 899))
    assert not tells(TopUp("IT", 600))
    assert not tells(None)
    assert not tells(TopUp("EL", 900), ActPath.SUFFICIENT)
    assert not is_at_its_height(replace(forum(top_up=TopUp("MT", 9)).search_and_rescue), "MT")


def test_the_forum_convened_and_the_calls_of_a_pool() -> None:
    later, undated, sooner = Call("EL", APRIL), Call("EL"), Call("EL", MARCH)
    recorded = SearchAndRescue(
        rounds=(Round("f1", RoundKind.SHORTFALL, benefitting="IT"), Round("p1", RoundKind.POOL_USED, benefitting="EL")),
        calls=(later, undated, Call("IT", MARCH), sooner),
    )
    assert convened_for(recorded, "EL")
    assert not convened_for(recorded, "IT")
    assert calls_of(recorded, "EL") == (sooner, later, undated)
