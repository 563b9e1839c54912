"""Two forums that grew from one: what each changed, what both did, and what comes of choices."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import assume, given, settings

from desktop_app.calc.changes import CannotChangeError, PledgeColumn, RecordPledge
from desktop_app.calc.forum import Acknowledgement, Forum, Holiday, Meeting, MeetingKind
from desktop_app.calc.recorded import ABSENT
from desktop_app.calc.response_plans import ResponsePlan
from desktop_app.calc.validity import problems
from desktop_app.models import three_way as three_way_module
from desktop_app.models.columns import Row, UnreadableError
from desktop_app.models.places import RecordId
from desktop_app.models.records import all_records
from desktop_app.models.three_way import Side, ThreeWay, three_way
from tests.models.desk import FORUM, RESCUE, relocations
from tests.strategies import forums


def money(code: str, cents: int) -> RecordPledge:
    return RecordPledge(code, PledgeColumn.FINANCIAL, cents)


def units(found: ThreeWay) -> dict[str, list[str]]:
    names = ("taken", "kept", "same", "conflicts")
    return {name: ["/".join(each.unit) for each in getattr(found, name)] for name in names if getattr(found, name)}


def test_cells_of_one_row_are_told_apart() -> None:
    ours = money("EL", 700).apply_to(relocations("LV", 1).apply_to(FORUM))
    theirs = relocations("EL", 5).apply_to(relocations("LV", 2).apply_to(FORUM))
    theirs = replace(theirs, title="Theirs")
    found = three_way(FORUM, ours, theirs)
    assert units(found) == {
        "taken": ["forum/1/forum.title", "state/EL/pledge.relocations"],
        "kept": ["state/EL/pledge.financial_cents"],
        "conflicts": ["state/LV/pledge.relocations"],
    }
    taken = next(each for each in found.taken if each.unit[-1] == "forum.title")
    assert taken.ours == ()
    assert [(each.before, each.after) for each in taken.theirs] == [("Annual pool 2027", "Theirs")]
    merged = found.merged({0: Side.THEIRS})
    assert merged == replace(
        relocations("EL", 5).apply_to(money("EL", 700).apply_to(relocations("LV", 2).apply_to(FORUM))), title="Theirs"
    )
    assert found.merged({0: Side.OURS}) == relocations("LV", 1).apply_to(merged)
    with pytest.raises(CannotChangeError, match="1 conflicts are not decided"):
        found.merged({})


def test_what_both_did_alike_is_no_conflict() -> None:
    both = relocations("LV", 1).apply_to(FORUM)
    found = three_way(FORUM, both, both)
    assert (len(found.same), found.taken, found.kept, found.conflicts) == (1, (), (), ())
    assert found.merged({}) == both


def test_a_state_that_one_side_took_away() -> None:
    without = replace(FORUM, states=FORUM.states[:2])
    changed = relocations("LV", 1).apply_to(FORUM)
    found = three_way(FORUM, without, changed)
    assert found.merged(dict.fromkeys(range(len(found.conflicts)), Side.OURS)) == without
    assert found.merged(dict.fromkeys(range(len(found.conflicts)), Side.THEIRS)) == changed
    assert three_way(FORUM, FORUM, without).merged({}) == without


def test_lists_to_which_both_added_hold_both() -> None:
    second, third = Meeting("m2", MeetingKind.RESUMED), Meeting("m3", MeetingKind.RECONVENED, date(2026, 12, 1))
    ours = replace(FORUM, meetings=(*FORUM.meetings, second))
    theirs = replace(FORUM, meetings=(*FORUM.meetings, third, Meeting("m4", MeetingKind.RESUMED)))
    found = three_way(FORUM, ours, theirs)
    assert (units(found)) == {"taken": ["meeting"]}
    assert [each.id for each in found.merged({}).meetings] == ["m1", "m2", "m3", "m4"]
    # What both added alike stands there once.
    alike = replace(theirs, meetings=(*theirs.meetings, second))
    assert [each.id for each in three_way(FORUM, ours, alike).merged({}).meetings] == ["m1", "m2", "m3", "m4"]


def test_lists_that_may_not_hold_both_are_a_conflict() -> None:
    ours = replace(FORUM, meetings=(*FORUM.meetings, Meeting("m2", MeetingKind.RESUMED)))
    theirs = replace(FORUM, meetings=(*FORUM.meetings, Meeting("m2", MeetingKind.RECONVENED)))
    found = three_way(FORUM, ours, theirs)
    assert units(found) == {"conflicts": ["meeting"]}
    assert found.merged({0: Side.THEIRS}) == theirs
    assert found.merged({0: Side.OURS}) == ours


def test_lists_in_an_order_of_their_own_hold_both_too() -> None:
    first, second = Holiday(date(2027, 1, 1)), Holiday(date(2027, 12, 25))
    ours = replace(FORUM, holidays=(first, *FORUM.holidays))
    theirs = replace(FORUM, holidays=(*FORUM.holidays, second))
    merged = three_way(FORUM, ours, theirs).merged({})
    assert set(merged.holidays) == {first, second, *FORUM.holidays}
    assert not problems(merged)
    said = (Acknowledgement("AMMR-12-2", None, "Another message.", "x"), Acknowledgement("AMMR-66", None, "y", "x"))
    merged = three_way(
        FORUM,
        replace(FORUM, acknowledgements=(said[0], *FORUM.acknowledgements)),
        replace(FORUM, acknowledgements=(*FORUM.acknowledgements, said[1])),
    ).merged({})
    assert set(merged.acknowledgements) == {*said, *FORUM.acknowledgements}


def test_a_list_in_which_one_changed_and_the_other_added() -> None:
    changed = replace(FORUM.meetings[0], date=date(2026, 11, 1))
    ours = replace(FORUM, meetings=(changed,))
    theirs = replace(FORUM, meetings=(*FORUM.meetings, Meeting("m2", MeetingKind.RESUMED)))
    found = three_way(FORUM, ours, theirs)
    assert units(found) == {"conflicts": ["meeting"]}
    assert found.merged({0: Side.THEIRS}) == theirs


def test_measures_go_with_what_says_that_there_are_any() -> None:
    ours = RecordPledge("BE", PledgeColumn.ALTERNATIVE, ABSENT).apply_to(FORUM)
    theirs = relocations("BE", 50).apply_to(FORUM)
    found = three_way(FORUM, ours, theirs)
    assert not found.conflicts
    assert found.merged({}) == relocations("BE", 50).apply_to(ours)


def test_different_procedures_have_nothing_in_common() -> None:
    with pytest.raises(CannotChangeError, match="different procedures"):
        three_way(FORUM, FORUM, RESCUE)


def test_plans_of_search_and_rescue_are_taken_row_by_row() -> None:
    record = RESCUE.search_and_rescue
    ours = replace(RESCUE, search_and_rescue=replace(record, plans=(*record.plans, ResponsePlan("EL"))))
    plan = replace(record.plans[0], relocations=600)
    theirs = replace(RESCUE, search_and_rescue=replace(record, plans=(plan, *record.plans[1:])))
    merged = three_way(RESCUE, ours, theirs).merged({})
    assert {each.relocations for each in merged.search_and_rescue.plans if each.code == "DE"} == {600, 900}
    assert any(each.code == "EL" for each in merged.search_and_rescue.plans)


@given(forums(), forums(), forums())
@settings(max_examples=5, deadline=None)
def test_what_holds_of_any_three(base: Forum, ours: Forum, theirs: Forum) -> None:
    def rows(forum: Forum) -> object:
        return all_records(forum)

    assert rows(three_way(base, base, theirs).merged({})) == rows(theirs)
    assert rows(three_way(base, ours, base).merged({})) == rows(ours)
    assert rows(three_way(base, ours, ours).merged({})) == rows(ours)
    found, other_way = three_way(base, ours, theirs), three_way(base, theirs, ours)
    assert {each.unit for each in found.conflicts} == {each.unit for each in other_way.conflicts}
    assert {each.unit for each in found.same} == {each.unit for each in other_way.same}
    try:
        merged = found.merged(dict.fromkeys(range(len(found.conflicts)), Side.THEIRS))
        again = other_way.merged(dict.fromkeys(range(len(other_way.conflicts)), Side.OURS))
    except CannotChangeError:
        return
    # Where no list holds what both added, it makes no difference from which side one looks.
    assume(not {each.unit for each in found.taken} & {each.unit for each in other_way.taken})
    assert rows(merged) == rows(again)


def test_what_is_no_forum_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rows that cannot stand without others are told with the whole; choices that make no forum are refused."""
    theirs = relocations("LV", 1).apply_to(FORUM)

    def refuse(_records: object) -> Forum:
        raise UnreadableError("a row is missing")

    for name in ("forum_from", "put_together"):
        monkeypatch.setattr(three_way_module, name, refuse)
    found = three_way(FORUM, FORUM, theirs)
    assert [each.after for each in found.taken[0].theirs] == ["1"]
    with pytest.raises(CannotChangeError, match=r"is no forum \(a row is missing\): choose otherwise"):
        found.merged({})


def test_a_row_goes_with_its_last_column() -> None:
    row = ("pledge", ("LV",))
    records: dict[RecordId, Row] = {row: {"relocations": 1, "note": None}}
    three_way_module._put(records, {row: {"relocations": 1}}, {})
    assert records == {row: {"note": None}}
    three_way_module._put(records, {row: {"note": None}}, {})
    assert records == {}
    three_way_module._put(records, {row: {"note": None}}, {row: {"note": "x"}})
    assert records == {row: {"note": "x"}}


def test_a_list_that_one_side_put_in_another_order_is_a_conflict() -> None:
    first, second, third = (Meeting(name, MeetingKind.RESUMED) for name in ("m1", "m2", "m3"))
    base = replace(FORUM, meetings=(first, second))
    turned, longer = replace(base, meetings=(second, first)), replace(base, meetings=(first, second, third))
    for ours, theirs in ((longer, turned), (turned, longer)):
        found = three_way(base, ours, theirs)
        assert units(found) == {"conflicts": ["meeting"]}
        assert found.merged({0: Side.OURS}).meetings == ours.meetings
        assert found.merged({0: Side.THEIRS}).meetings == theirs.meetings
