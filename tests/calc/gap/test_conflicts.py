"""Which limits conflict: minimal, and every loosening that is offered does."""

from dataclasses import replace
from fractions import Fraction

import pytest

from desktop_app.calc.assess import assess
from desktop_app.calc.gap.books import book_of
from desktop_app.calc.gap.conflicts import conflicts_of, remedy_of
from desktop_app.calc.gap.limits import Kind, Limit, LimitKind, in_force
from desktop_app.calc.gap.posing import problem_of
from desktop_app.calc.gap.problem import Ground
from desktop_app.calc.gap.target import Target
from tests.calc.gap.pools import pledged, pool

SHARES = {"BE": 50, "DE": 30, "FR": 20}
BENEFITS = "Belgium: not asked: who benefits need not implement (Art. 60(3))"


def up_to(code: str, amount: int) -> Limit:
    return Limit(LimitKind.UP_TO, code, Fraction(amount), words=f"{amount} persons")


def everybody(percent: int) -> Limit:
    return Limit(LimitKind.EVERYBODY, amount=Fraction(percent, 100), words=f"{percent} %")


def ground_of(target: Target = Target.REFERENCE_NUMBER, *, benefitting: tuple[str, ...] = ()) -> Ground:
    pledges = {"BE": pledged(400), "DE": pledged(100), "FR": pledged(100)}
    before = assess(pool(1000, SHARES, pledges, benefitting=benefitting))
    found = book_of(before).ground_of(before, target)
    assert isinstance(found, Ground)
    return found


def test_each_limit_of_a_conflict_is_needed_and_each_loosening_does() -> None:
    # 400 are missing; 100 + 50 + 100 may be added.
    limits = (up_to("BE", 100), up_to("DE", 50), up_to("FR", 100))
    ground = ground_of()
    (conflict,) = conflicts_of(ground, limits)
    assert conflict.missing == 150
    assert set(conflict.limits) == set(limits)
    assert [each.instead for each in conflict.loosenings] == [
        f"willing to add up to {amount} persons-equivalent" for amount in (250, 200, 250)
    ]
    for limit in limits:
        assert problem_of(ground, tuple(each for each in limits if each != limit)).is_possible
    assert problem_of(ground, (up_to("BE", 250), *limits[1:])).is_possible
    assert not problem_of(ground, (up_to("BE", 249), *limits[1:])).is_possible


def test_limits_that_have_no_part_in_it_are_left_out() -> None:
    # Nobody above 80 %: BE 0 (it stands at 80), DE 140, FR 60, of 400. What DE must give in any case is kept.
    limits = (Limit(LimitKind.AT_LEAST, "DE", Fraction(110), words="110 persons"), everybody(80))
    (conflict,) = conflicts_of(ground_of(), limits)
    assert [limit.kind for limit in conflict.limits] == [LimitKind.EVERYBODY]
    assert conflict.missing == 200


def test_a_limit_of_its_own_has_a_part_although_the_one_for_everybody_would_bind_without_it() -> None:
    (conflict,) = conflicts_of(ground_of(), (everybody(80), up_to("BE", 1)))
    assert [(each.limit.kind, each.instead) for each in conflict.loosenings] == [
        (LimitKind.UP_TO, "willing to add up to 200 persons-equivalent"),
        (LimitKind.EVERYBODY, "nobody above 120\u00a0% of its fair share, rounded up"),
    ]


def test_a_limit_of_its_own_stands_in_the_place_of_the_one_for_everybody() -> None:
    assert conflicts_of(ground_of(), (up_to("DE", 400), everybody(80))) == ()


def test_for_everybody_the_lowest_whole_per_cent_that_would_do_is_named() -> None:
    (conflict,) = conflicts_of(ground_of(), (everybody(90),))
    # 450 + 270 + 180 = 900 of 1 000.
    assert conflict.missing == 100
    assert conflict.loosenings[0].instead == "nobody above 100\u00a0% of its fair share, rounded up"


def test_what_holds_by_default_stands_last_and_can_be_lifted() -> None:
    ground = ground_of(benefitting=("BE",))
    limits = in_force(ground.defaults, (everybody(100),))
    (conflict,) = conflicts_of(ground, limits)
    # Without BE's 100, DE and FR can add 200 + 100 of 400.
    assert [limit.text for limit in conflict.limits] == ["Nobody above 100 % of its fair share, rounded up", BENEFITS]
    assert [each.instead for each in conflict.loosenings] == [
        "nobody above 120\u00a0% of its fair share, rounded up",
        "leave it out",
    ]
    assert in_force(ground.defaults, (Limit(LimitKind.MAY_BE_ASKED, "BE"),)) == (Limit(LimitKind.MAY_BE_ASKED, "BE"),)


def test_two_conflicts_are_told_apart() -> None:
    limits = (
        Limit(LimitKind.AT_LEAST, "BE", Fraction(500), words="500 persons"),
        Limit(LimitKind.FIXED, "BE"),
        Limit(LimitKind.AT_LEAST, "DE", Fraction(200), words="200 persons"),
        Limit(LimitKind.AT_MOST, "DE", Fraction(150), words="150 persons"),
    )
    conflicts = conflicts_of(ground_of(), limits)
    assert [{limit.code for limit in each.limits} for each in conflicts] == [{"BE"}, {"DE"}]
    assert conflicts[0].words == "These cannot hold together."
    assert [each.instead for each in conflicts[0].loosenings] == ["not enough by itself"] * 2
    assert [each.instead for each in conflicts[1].loosenings] == [
        "at least 150 persons-equivalent",
        "at most 200 persons-equivalent",
    ]


def test_a_limit_can_conflict_with_what_the_target_asks_of_the_state() -> None:
    (conflict,) = conflicts_of(ground_of(Target.FAIR_SHARES), (Limit(LimitKind.FIXED, "FR"),))
    assert [limit.text for limit in conflict.limits] == ["France: fixed"]


def test_at_least_below_nothing_is_not_offered() -> None:
    limits = (Limit(LimitKind.AT_LEAST, "FR", Fraction(150), words="150 persons"), Limit(LimitKind.FIXED, "FR"))
    (conflict,) = conflicts_of(ground_of(), limits)
    assert [each.instead for each in conflict.loosenings] == ["at least 100 persons-equivalent", "leave it out"]


def test_where_no_per_cent_would_do_the_limit_for_everybody_has_to_go() -> None:
    before = assess(pool(1000, {"BE": 50, "DE": 49, "FR": 1}, {code: pledged(100) for code in ("BE", "DE", "FR")}))
    ground = book_of(before).ground_of(before, Target.REFERENCE_NUMBER)
    assert isinstance(ground, Ground)
    # 700 are missing; ten times FR's share are 100.
    limits = (Limit(LimitKind.FIXED, "BE"), Limit(LimitKind.FIXED, "DE"), everybody(100))
    (conflict,) = conflicts_of(ground, limits)
    assert [(each.limit.kind, each.instead) for each in conflict.loosenings] == [
        (LimitKind.FIXED, "not enough by itself"),
        (LimitKind.EVERYBODY, "leave it out"),
    ]


def test_what_has_to_go_together_is_named_and_nothing_else() -> None:
    ground = ground_of()
    # 400 are missing and 1 + 1 + 1 allowed; whoever is free closes it, and the others are kept.
    three = (up_to("BE", 1), up_to("DE", 1), up_to("FR", 1))
    assert remedy_of(ground, three) == (up_to("BE", 1),)
    # Nobody above its share: BE and FR 100 each, DE 200; DE's limit costs most, and then one of the others is needed.
    fixed = tuple(Limit(LimitKind.FIXED, code) for code in SHARES)
    assert remedy_of(ground, (*fixed, everybody(100))) == fixed
    assert remedy_of(ground, (*fixed[:2], everybody(200))) == fixed[:1]
    # What no single limit stands in the way of: the one for everybody goes, and those of single states stay.
    assert remedy_of(ground, (fixed[0], everybody(60))) == (everybody(60),)
    assert remedy_of(ground, ()) == ()
    assert remedy_of(replace(ground, states=()), three) == ()


def test_a_target_that_nobody_can_reach_has_no_limit_to_blame() -> None:
    # Of BE, the only state in the indicator, 390 are missing and no more can be filled.
    pledges = {"BE": pledged(10, measures=1), "DE": pledged(), "FR": pledged(5)}
    before = assess(pool(1000, {"BE": 40, "DE": 30, "FR": 30}, pledges))
    found = book_of(before).ground_of(before, Target.NO_SHORTFALL)
    assert isinstance(found, Ground)
    (conflict,) = conflicts_of(replace(found, need=Fraction(391)), (Limit(LimitKind.FIXED, "BE"),))
    assert (conflict.limits, conflict.missing) == ((), Fraction(1))


@pytest.mark.parametrize("kind", list(LimitKind))
def test_every_kind_of_limit_says_what_it_is(kind: LimitKind) -> None:
    limit = Limit(kind, "" if kind is LimitKind.EVERYBODY else "EL", words="5 persons", only=Kind.MONEY)
    assert limit.text.startswith("Nobody above" if kind is LimitKind.EVERYBODY else "Greece: ")
