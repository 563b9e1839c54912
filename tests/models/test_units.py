"""The way from one forum to another: its units, their order, waypoints that may be recorded, exact causes."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.calc.assess import assess
from desktop_app.calc.comparison import CannotCompareError, compare
from desktop_app.calc.comparison.causes import causes
from desktop_app.calc.comparison.steps import Group
from desktop_app.calc.forum import (
    Deduction,
    DeductionBasis,
    DeductionStage,
    Flag,
    Forum,
    Pledge,
    Procedure,
    StateRecord,
)
from desktop_app.calc.validity import problems
from desktop_app.models.any_forum import sample
from desktop_app.models.pieces import KINDS, take_apart
from desktop_app.models.unit_words import FACETS, KIND_WORDS
from desktop_app.models.units import walk
from tests.pressure_strategies import pressure_forums
from tests.response_strategies import response_forums
from tests.strategies import forums
from tests.voluntary_strategies import voluntary_forums

ANY: Final[Mapping[Procedure, Callable[[], st.SearchStrategy[Forum]]]] = {
    Procedure.ANNUAL_POOL: forums,
    Procedure.SEARCH_AND_RESCUE: response_forums,
    Procedure.MIGRATORY_PRESSURE: pressure_forums,
    Procedure.VOLUNTARY: voluntary_forums,
}
POOL = sample()


def with_pledge(forum: Forum, code: str, relocations: int) -> Forum:
    record = forum.state(code)
    return forum.with_state(replace(record, pledge=replace(record.pledge, relocations=relocations)))


@pytest.mark.parametrize("procedure", Procedure)
def test_every_difference_is_attributed_exactly(procedure: Procedure) -> None:
    @given(ANY[procedure](), ANY[procedure](), st.sampled_from([1, 12, 36]), st.permutations(list(Group)))
    @settings(max_examples=6)
    def attributed(one: Forum, other: Forum, budget: int, order: list[Group]) -> None:
        way = walk(one, other, order, budget)
        stations = [one, *(step.after for step in way.steps)]
        assert stations[-1] is other or not way.steps
        assert all(step.before is stations[place] for place, step in enumerate(way.steps))
        assert not any(problems(step.after) for step in way.steps)
        assert sorted(place for places in way.members for place in places) == list(range(len(way.units)))
        found = causes(assess(one), way.steps)
        compared = compare(assess(one), assess(other))
        assert found.after.findings == compared.after.findings
        caused = {(each.figure.subject, each.figure.head): each for each in found.figures}
        for figure in compared.changed:
            parts = caused[figure.subject, figure.head].parts
            assert [parts[0].before, *(part.after for part in parts)] == [
                *(part.before for part in parts),
                figure.after,
            ]
            if figure.difference is not None:
                assert sum((part.difference or 0 for part in parts), Fraction(0)) == figure.difference
                assert all(part.difference is not None for part in parts)

    attributed()


def test_a_forum_is_the_same_as_itself() -> None:
    way = walk(POOL, replace(POOL, title=POOL.title))
    assert (way.units, way.steps, way.members) == ((), (), ())


def test_key_numbers_readings_status_deductions_and_pledges_are_taken_in_this_order() -> None:
    after = with_pledge(POOL, "HU", 40)
    record = after.state("HU")
    granted = Deduction(DeductionBasis.ARTICLE_62, DeductionStage.GRANTED, decided=date(2026, 3, 1))
    after = after.with_state(replace(record, deductions=(granted,), flags=(Flag.SIGNIFICANT_SITUATION,)))
    more = (replace(each, population=each.population + 1) if each.population else each for each in after.key.states)
    after = replace(
        after,
        title="Another",
        key=replace(after.key, states=tuple(more), gdp_source="elsewhere"),
        pool=replace(after.pool, relocations=22_000, proposal_relocations=31_000),
        readings=tuple((name, "nearest" if name == "rounding" else value) for name, value in after.readings),
        holidays=(),
        meetings=after.meetings[:1],
    )
    titles = [unit.title for unit in walk(POOL, after).units]
    assert titles[0] == "Key: sources and dates"
    assert titles[1:3] == ["Key: Belgium", "Key: Bulgaria"]
    assert titles[28:] == [
        "Reference numbers",
        "The Commission's proposal",
        "Reading: rounding",
        "Forum",
        "Meeting: m2",
        "Hungary: status",
        "Hungary: deductions",
        "Hungary: pledge",
    ]
    pledges_first = walk(POOL, after, [Group.PLEDGES])
    assert pledges_first.units[0].title == "Hungary: pledge"
    assert pledges_first.steps[-1].after is after


def test_a_step_tells_what_it_changes_in_the_words_of_the_forum() -> None:
    (step,) = walk(POOL, with_pledge(POOL, "HU", 40)).steps
    assert (step.title, step.group, step.codes, step.parts) == ("Hungary: pledge", Group.PLEDGES, ("HU",), 1)
    assert list(map(str, step.differences)) == ["Hungary, relocations: none → 40"]


def test_a_reading_that_is_written_out_is_no_other_reading() -> None:
    silent = replace(POOL, readings=())
    assert walk(silent, POOL).units == ()


def test_a_state_that_is_listed_or_no_more_is_one_unit() -> None:
    empty = replace(POOL, states=())
    listed = replace(POOL, states=(StateRecord("LV"),))
    assert [unit.title for unit in walk(empty, listed).units] == ["Latvia: listed"]
    flagged = StateRecord("LV", flags=(Flag.AT_RISK,), pledge=Pledge(relocations=5))
    for one, other in ((empty, replace(POOL, states=(flagged,))), (replace(POOL, states=(flagged,)), empty)):
        way = walk(one, other)
        assert [unit.title for unit in way.units] == ["Latvia: status", "Latvia: pledge"]
        assert [len(step.after.states) for step in way.steps] == [1, len(other.states)]


def test_items_of_a_list_are_taken_one_by_one() -> None:
    mechanism = sample(Procedure.VOLUNTARY)
    pledges = mechanism.voluntary.pledges
    first, second, third, *rest = pledges
    changed = replace(third, relocations=third.relocations + 7)
    # One goes from the middle, the next changes, one comes at the end.
    after = (first, changed, *rest, replace(first, relocations=3))
    other = replace(mechanism, voluntary=replace(mechanism.voluntary, pledges=after))
    way = walk(mechanism, other)
    assert [unit.group for unit in way.units] == [Group.PLEDGES] * 3
    assert way.steps[-1].after == other
    assert {unit.code for unit in way.units} == {second.code, third.code, first.code}
    counts = [len(step.after.voluntary.pledges) for step in way.steps]
    assert counts[-1] == len(pledges)


def test_what_cannot_stand_alone_waits_until_it_can() -> None:
    # A state's shares add up to more than 100 % until the other's is lowered, which comes later in the list.
    def shares(one: int, two: int) -> Forum:
        adopted = (("BE", Fraction(one)), ("BG", Fraction(two)))
        return replace(POOL, key=replace(POOL.key, adopted_shares=adopted))

    way = walk(shares(20, 80), shares(80, 20))
    assert [step.title for step in way.steps] == ["Adopted share: Bulgaria", "Adopted share: Belgium"]
    assert way.alone(0) == shares(20, 20)
    # Belgium's alone would be 80 + 80.
    assert way.alone(1) is None


def test_what_can_stand_only_together_is_one_step(monkeypatch: pytest.MonkeyPatch) -> None:
    def alike(forum: Forum) -> bool:
        return forum.state("HU").pledge.relocations == forum.state("SK").pledge.relocations

    monkeypatch.setattr("desktop_app.models.units.problems", lambda forum: [] if alike(forum) else ["not alike"])
    after = with_pledge(with_pledge(with_pledge(POOL, "HU", 4), "SK", 4), "AT", 7)
    way = walk(POOL, after)
    assert [(step.title, step.parts) for step in way.steps] == [
        ("Austria: pledge", 1),
        ("Hungary: pledge; Slovakia: pledge", 2),
    ]
    assert way.alone(1) == with_pledge(with_pledge(POOL, "HU", 4), "SK", 4)


def test_meetings_that_change_places_are_never_there_twice() -> None:
    way = walk(POOL, replace(POOL, meetings=POOL.meetings[::-1]))
    assert [[meeting.id for meeting in step.after.meetings] for step in way.steps] == [["m1"], ["m2", "m1"]]


def test_too_many_changes_are_taken_together_by_group_and_can_be_taken_apart() -> None:
    after = with_pledge(replace(POOL, pool=replace(POOL.pool, relocations=22_000)), "HU", 4)
    for record in after.states[:12]:
        after = with_pledge(after, record.code, 40)
    whole = walk(POOL, after)
    assert [step.parts for step in whole.steps] == [1] * 14
    grouped = walk(POOL, after, budget=5)
    assert [(step.title, step.parts) for step in grouped.steps] == [
        ("Reference numbers", 1),
        ("13 changes: Belgium: pledge … Hungary: pledge", 13),
    ]
    pledges = grouped.steps[1]
    halves = walk(pledges.before, pledges.after, budget=1)
    assert [step.parts for step in halves.steps] == [6, 7]
    assert [step.parts for step in walk(pledges.before, pledges.after).steps] == [1] * 13


def test_a_change_that_costs_more_than_the_budget_is_one_step() -> None:
    """One unit of two is never cut in two: of an empty part there is nothing to say."""
    after = with_pledge(POOL, "HU", 4)
    assert [(step.title, step.parts) for step in walk(POOL, after, budget=0).steps] == [("Hungary: pledge", 1)]
    numbers = replace(POOL, pool=replace(POOL.pool, relocations=22_000))
    assert [step.title for step in walk(POOL, numbers, budget=1).steps] == ["Reference numbers"]


def test_a_plan_is_one_unit_with_its_revisions() -> None:
    rescue = sample(Procedure.SEARCH_AND_RESCUE)
    plan = rescue.search_and_rescue.plans[0]
    revised = (*rescue.search_and_rescue.plans, replace(plan, revision=plan.revision + 1, relocations=9))
    ordered = tuple(sorted(revised, key=lambda each: [p.code for p in rescue.search_and_rescue.plans].index(each.code)))
    other = replace(rescue, search_and_rescue=replace(rescue.search_and_rescue, plans=ordered))
    assert [unit.title for unit in walk(rescue, other).units] == ["Belgium: plan"]


def test_forums_of_different_procedures_have_no_way_between_them() -> None:
    with pytest.raises(CannotCompareError, match=r"annual solidarity pool, the other on search and rescue: they"):
        walk(POOL, sample(Procedure.SEARCH_AND_RESCUE))


def test_every_kind_of_piece_has_words_and_every_attribute_of_a_record_belongs_to_a_unit() -> None:
    assert set(KIND_WORDS) == set(KINDS)
    pieces = take_apart(POOL)
    for kind, facets in FACETS.items():
        piece = next(value for (name, _key), value in pieces.items() if name == kind)
        names = [name for facet in facets for name in facet.names]
        assert sorted([*names, *(["code"] if kind == "state" else [])]) == sorted(piece.__slots__)
