"""Causes: what each step adds to a figure, worked out by hand; unknown figures in between; alone and together."""

from dataclasses import replace
from fractions import Fraction

import pytest

from desktop_app.calc.assess import assess
from desktop_app.calc.comparison import CannotCompareError, compare
from desktop_app.calc.comparison.causes import Causes, causes
from desktop_app.calc.comparison.steps import Group, Step
from desktop_app.calc.forum import Forum, Pledge, Procedure
from tests.calc.comparison.test_beside import with_pledge
from tests.calc.test_consequences import FORUM

# Half, three tenths and a fifth of 1 000 relocations at EUR 20 000; Latvia pledges nothing.
TWICE = replace(FORUM.pool, relocations=2_000, financial_cents=2_000_000_000)
MONEY = Pledge(None, 200_000_000, None)
"""EUR 2 000 000: 100 relocations at EUR 20 000, and 200 at EUR 10 000."""


def step(title: str, before: Forum, after: Forum) -> Step:
    return Step(title, Group.ASIDE, (), 1, before, after)


def told(found: Causes, figure: str, code: str | None = None) -> list[tuple[tuple[int, ...], object]]:
    wanted = next(each for each in found.figures if each.figure.head.id == figure and each.figure.subject.code == code)
    return [(part.steps, part.difference) for part in wanted.parts]


def both_ways() -> tuple[Causes, Causes]:
    number, money = replace(FORUM, pool=TWICE), with_pledge(FORUM, "LV", MONEY)
    both = replace(money, pool=TWICE)
    before = assess(FORUM)
    return (
        causes(before, [step("number", FORUM, number), step("money", number, both)], assess(both)),
        causes(before, [step("money", FORUM, money), step("number", money, both)]),
    )


def test_parts_add_up_and_the_order_decides_what_two_causes_do_together() -> None:
    number_first, money_first = both_ways()
    # At EUR 20 000 the money is worth 100 relocations, at EUR 10 000 it is worth 200.
    assert told(number_first, "equivalents", "LV") == [((1,), 200)]
    assert told(money_first, "equivalents", "LV") == [((0,), 100), ((1,), 100)]
    assert told(number_first, "pledged_equivalents") == [((1,), 200)]
    # The gap: 201 of 1 000; 1 201 of 2 000; 200 less with the money.
    assert told(number_first, "gap_relocations") == [((0,), 1_000), ((1,), -200)]
    assert told(money_first, "gap_relocations") == [((0,), -100), ((1,), 900)]
    for found in (number_first, money_first):
        for caused in found.figures:
            total = caused.figure.difference
            if total is not None:
                assert sum((part.difference or 0 for part in caused.parts), Fraction(0)) == total


def test_what_a_cause_would_do_alone() -> None:
    number_first, _ = both_ways()
    alone = number_first.alone(with_pledge(FORUM, "LV", MONEY))
    figure = compare(number_first.before, number_first.after).figure("equivalents", "LV")
    assert (alone.part(figure).before, alone.part(figure).after) == (0, 100)
    assert alone.part(figure).shift.words == "0 → 100 (+100)"
    greece = compare(number_first.before, number_first.after).figure("equivalents", "EL")
    assert alone.part(greece).difference == 0


def test_a_step_tells_which_figures_it_moves() -> None:
    number_first, _ = both_ways()
    moved = {(figure.head.id, figure.subject.code): part.difference for figure, part in number_first.of_step(1)}
    assert moved["equivalents", "LV"] == 200
    assert moved["gap_relocations", "LV"] == -200
    assert ("fair_share_relocations", "BE") not in moved
    assert not number_first.of_step(2)


def test_steps_between_which_a_figure_is_not_known_share_one_part() -> None:
    silent = with_pledge(FORUM, "EL", Pledge())
    other = replace(silent, title="Another")
    after = with_pledge(FORUM, "EL", Pledge(310, None, None))
    found = causes(
        assess(FORUM),
        [step("silent", FORUM, silent), step("title", silent, other), step("spoken", other, after)],
    )
    assert told(found, "pledged_relocations", "EL") == [((0, 2), 11)]
    # To its end it is not known: each step is told.
    until = causes(assess(FORUM), [step("more", FORUM, after), step("silent", after, silent)])
    assert told(until, "pledged_relocations", "EL") == [((0,), 11), ((1,), None)]


def test_a_figure_that_comes_back_has_parts_that_come_to_nothing() -> None:
    more = with_pledge(FORUM, "EL", Pledge(310, None, None))
    found = causes(assess(FORUM), [step("more", FORUM, more), step("back", more, FORUM)])
    assert told(found, "pledged_relocations", "EL") == [((0,), 11), ((1,), -11)]
    assert not compare(found.before, found.after).changed


def test_a_state_that_takes_part_on_the_way_only() -> None:
    without = replace(FORUM, states=FORUM.states[:2], key=replace(FORUM.key, states=FORUM.key.states[:2]))
    found = causes(assess(without), [step("comes", without, FORUM), step("goes", FORUM, without)])
    assert [part.after for part in next(c for c in found.figures if c.figure.subject.code == "LV").parts][-1] == "–"


def test_a_finding_is_told_with_the_step_that_made_it() -> None:
    less = with_pledge(FORUM, "BE", Pledge(400, None, None))
    both = with_pledge(less, "EL", Pledge(300, None, None))
    found = causes(assess(FORUM), [step("Belgium", FORUM, less), step("Greece", less, both)])
    fates = {(each.finding.rule, each.finding.state): each for each in compare(found.before, found.after).findings}
    assert found.of_finding(fates["AMMR-57-3b", "BE"]) == 0
    assert found.of_finding(fates["AMMR-57-3b", "EL"]) == 1
    assert found.of_finding(fates["AMMR-13-4", None]) is None


def test_no_way_leads_to_another_procedure() -> None:
    with pytest.raises(CannotCompareError):
        causes(assess(FORUM), [], assess(Forum(procedure=Procedure.VOLUNTARY)))
