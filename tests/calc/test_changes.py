"""Changes: pure functions from forum to forum, with the names that undo shows."""

import pytest

from desktop_app.calc.changes import (
    CannotChangeError,
    Change,
    ChangeKind,
    ChooseReading,
    Describe,
    PledgeColumn,
    RecordPledge,
    ReplaceForum,
)
from desktop_app.calc.forum import AlternativeMeasure, Classification, Forum, Pledge, StateRecord
from desktop_app.calc.recorded import ABSENT, Recorded

FORUM = Forum(title="A forum", states=(StateRecord("BE", crisis_credit=3, pledge=Pledge(relocations=10)),))


@pytest.mark.parametrize(
    ("column", "value", "title"),
    [
        (PledgeColumn.RELOCATIONS, 100, "Belgium: relocations 100"),
        (PledgeColumn.RELOCATIONS, None, "Belgium: relocations none"),
        (PledgeColumn.FINANCIAL, 1_290_000_000, "Belgium: financial contribution EUR\u00a012\u202f900\u202f000"),
        (PledgeColumn.FINANCIAL, 150, "Belgium: financial contribution EUR\u00a01.50"),
        (PledgeColumn.ALTERNATIVE, ABSENT, "Belgium: alternative measures nothing recorded"),
    ],
)
def test_a_recorded_pledge_is_named(column: PledgeColumn, value: Recorded[int], title: str) -> None:
    change = RecordPledge("BE", column, value)
    assert change.title(FORUM) == title
    assert change.kind is ChangeKind.PLEDGE


def test_one_type_is_recorded_and_all_else_stays() -> None:
    changed = RecordPledge("BE", PledgeColumn.FINANCIAL, 500).apply_to(FORUM)
    assert changed.state("BE") == StateRecord("BE", crisis_credit=3, pledge=Pledge(relocations=10, financial_cents=500))
    changed = RecordPledge("BE", PledgeColumn.RELOCATIONS, None).apply_to(changed)
    assert changed.state("BE").pledge == Pledge(relocations=None, financial_cents=500)
    assert FORUM.state("BE").pledge == Pledge(relocations=10)


def test_a_state_without_a_record_gets_one_in_its_place() -> None:
    changed = RecordPledge("LV", PledgeColumn.RELOCATIONS, 5).apply_to(FORUM)
    assert [record.code for record in changed.states] == ["BE", "LV"]


def test_an_amount_values_the_only_measure() -> None:
    staff = AlternativeMeasure(description="staff", value_cents=None)
    forum = FORUM.with_state(StateRecord("BE", pledge=Pledge(alternative=(staff,))))
    changed = RecordPledge("BE", PledgeColumn.ALTERNATIVE, 700).apply_to(forum)
    assert changed.state("BE").pledge.alternative == (AlternativeMeasure(description="staff", value_cents=700),)


def test_an_amount_makes_a_measure_where_there_is_none() -> None:
    changed = RecordPledge("BE", PledgeColumn.ALTERNATIVE, 700).apply_to(FORUM)
    assert changed.state("BE").pledge.alternative == (AlternativeMeasure(value_cents=700),)


@pytest.mark.parametrize("nothing", [ABSENT, None])
def test_measures_are_taken_out(nothing: Recorded[int]) -> None:
    forum = FORUM.with_state(StateRecord("BE", pledge=Pledge(alternative=(AlternativeMeasure(),))))
    changed = RecordPledge("BE", PledgeColumn.ALTERNATIVE, nothing).apply_to(forum)
    assert changed.state("BE").pledge.alternative is nothing


def test_one_amount_does_not_replace_two_measures() -> None:
    two = (AlternativeMeasure(description="staff"), AlternativeMeasure(description="drones"))
    forum = FORUM.with_state(StateRecord("BE", pledge=Pledge(alternative=two)))
    with pytest.raises(CannotChangeError, match="Belgium has 2 alternative measures"):
        RecordPledge("BE", PledgeColumn.ALTERNATIVE, 700).apply_to(forum)


def test_a_reading_is_chosen() -> None:
    change: Change = ChooseReading("rounding", "nearest")
    assert change.title(FORUM) == "Reading rounding: nearest"
    assert change.kind is ChangeKind.READING
    changed = ChooseReading("rounding", "up").apply_to(ChooseReading("five-years", "ratio-of-sums").apply_to(FORUM))
    assert changed.readings == (("five-years", "ratio-of-sums"), ("rounding", "up"))
    assert change.apply_to(changed).readings == (("five-years", "ratio-of-sums"), ("rounding", "nearest"))


def test_a_forum_is_described() -> None:
    change = Describe("Another", 2028, Classification.LIMITE, "a note")
    changed = change.apply_to(FORUM)
    assert (changed.title, changed.year, changed.classification) == ("Another", 2028, Classification.LIMITE)
    assert changed.states == FORUM.states
    assert change.title(FORUM) == "Title, year and marking"
    assert change.kind is ChangeKind.DETAILS


def test_a_forum_is_replaced() -> None:
    change = ReplaceForum(Forum(year=2028), "forum.json")
    assert change.apply_to(FORUM) == Forum(year=2028)
    assert change.title(FORUM) == "Import of forum.json"
    assert change.kind is ChangeKind.REPLACE
