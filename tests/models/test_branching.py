"""Scenarios: branched from any moment, never mixed with the record, adopted in one step that can be undone."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Connection

from desktop_app.calc.changes import CannotChangeError, PledgeColumn, RecordPledge, ReplaceForum
from desktop_app.models import branching, lines, writing
from desktop_app.models.errors import BadInput, DamagedForumFile, ForumFileUnwritable
from desktop_app.models.forum_file import ForumFile
from desktop_app.models.interchange import state_hash
from desktop_app.models.journal import Entry
from desktop_app.models.three_way import Side
from desktop_app.models.verify import verify
from tests.models.desk import FORUM, OPERATOR, RESCUE, Clock, behind_the_door, relocations

MONEY = RecordPledge("BE", PledgeColumn.FINANCIAL, 500)


@pytest.fixture
def forum_file(tmp_path: Path) -> Iterator[ForumFile]:
    with ForumFile.create(tmp_path / "x.forum", FORUM, OPERATOR, clock=Clock()) as opened:
        opened.apply(relocations("LV", 1))
        opened.apply(relocations("LV", 2))
        yield opened


def test_a_scenario_begins_with_a_moment_and_lives_on_its_own(forum_file: ForumFile) -> None:
    head = forum_file.head_hash
    made = forum_file.branch("  Latvia gives 9 ", 2, " if it may ")
    assert (made.id, made.name, made.note, made.put_away, made.adopted) == (
        1,
        "Latvia gives 9",
        "if it may",
        False,
        None,
    )
    assert (made.origin.seq, made.moment.seq, made.moment.meeting) == (2, 1, "m1")
    line = forum_file.scenario(1)
    assert line.forum == relocations("LV", 1).apply_to(FORUM) == line.origin()
    assert (line.seq, line.undo_title, line.redo_title, line.is_read_only) == (1, None, None, False)
    with pytest.raises(CannotChangeError, match="nothing to undo"):
        line.undo()
    applied = line.apply(relocations("LV", 9))
    assert (applied.seq, applied.title, applied.recorded) == (2, "Latvia: relocations 9", True)
    assert line.apply(relocations("LV", 9)).recorded is False
    line.apply(MONEY)
    assert line.undo_title == MONEY.title(line.forum)
    line.undo()
    line.undo()
    line.redo()
    assert (line.undo_title, line.redo_title) == ("Latvia: relocations 9", MONEY.title(FORUM))
    assert line.forum == relocations("LV", 9).apply_to(FORUM)
    assert line.state_hash == state_hash(line.forum)
    assert line.saved_at == forum_file.scenarios()[0].moment.at
    with pytest.raises(BadInput):
        line.apply(RecordPledge("LV", PledgeColumn.RELOCATIONS, -1))
    # The record knows nothing of all this.
    assert forum_file.head_hash == head
    assert forum_file.forum == relocations("LV", 2).apply_to(FORUM)
    assert verify(forum_file.path).is_sound


def test_a_scenario_is_there_after_a_restart_and_for_readers(forum_file: ForumFile) -> None:
    forum_file.branch("More", 3)
    forum_file.scenario(1).apply(MONEY)
    with ForumFile.open(forum_file.path, "Bo", read_only=True) as reader:
        line = reader.scenario(1)
        assert line.forum == MONEY.apply_to(forum_file.forum)
        assert line.is_read_only
        with pytest.raises(ForumFileUnwritable):
            line.apply(relocations("LV", 3))
        assert line.seq == 2
    forum_file.close()
    with ForumFile.open(forum_file.path, "Bo") as again:
        line = again.scenario(1)
        line.undo()
        assert line.forum == again.forum


def test_two_windows_on_one_scenario_do_not_write_over_each_other(forum_file: ForumFile) -> None:
    forum_file.branch("More", 3)
    first, second = forum_file.scenario(1), forum_file.scenario(1)
    first.apply(relocations("LV", 9))
    with pytest.raises(ForumFileUnwritable, match="changed elsewhere meanwhile"):
        second.apply(relocations("LV", 10))
    # What is there now was read; the next change goes on from it.
    assert second.forum == forum_file.scenario(1).forum == relocations("LV", 9).apply_to(FORUM)
    assert second.undo_title == "Latvia: relocations 9"
    second.apply(relocations("LV", 10))
    assert forum_file.scenario(1).forum == relocations("LV", 10).apply_to(FORUM)
    assert verify(forum_file.path).is_sound


def test_scenarios_have_names_of_their_own(forum_file: ForumFile) -> None:
    forum_file.branch("More", 3)
    for name, why in (
        ("more", "one called more already"),
        ("  ", "has no name"),
        ("x" * 201, "200"),
        ("a\x1bb", "name"),
    ):
        with pytest.raises(BadInput, match=why):
            forum_file.branch(name, 3)
    with pytest.raises(BadInput, match="5000"):
        forum_file.branch("Other", 3, "x" * 5001)
    for seq in (0, 99):
        with pytest.raises(BadInput, match="the record has entries 1 to 3"):
            forum_file.branch("Other", seq)
    assert len(forum_file.scenarios()) == 1
    # One that was put away gives its name free, and comes back only when nobody has it.
    assert forum_file.put_away(1).put_away
    assert forum_file.branch("More", 3).id == 2
    with pytest.raises(BadInput, match="one called More already"):
        forum_file.put_away(1, away=False)
    named = forum_file.describe_scenario(2, "Much more", None)
    assert (named.name, named.note) == ("Much more", None)
    assert forum_file.put_away(1, away=False).put_away is False
    assert forum_file.describe_scenario(2, "much MORE", "x").note == "x"
    assert [each.name for each in forum_file.scenarios()] == ["much MORE", "More"]
    for refused in (forum_file.scenario, forum_file.put_away, forum_file.adoption):
        with pytest.raises(BadInput, match="no scenario 7"):
            refused(7)


def test_there_is_an_end_of_scenarios(forum_file: ForumFile, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(branching, "MOST_SCENARIOS", 1)
    forum_file.branch("More", 3)
    with pytest.raises(BadInput, match="Go on in one of them"):
        forum_file.branch("Less", 3)


def test_adopting_and_undoing_restores_the_very_state(forum_file: ForumFile) -> None:
    made = forum_file.branch("Less", 2)
    line = forum_file.scenario(made.id)
    line.apply(MONEY)
    line.apply(relocations("LV", 9))
    forum_file.apply(relocations("EL", 4))
    before = forum_file.state_hash
    adoption = forum_file.adoption(made.id)
    assert [cell.unit[2] for cell in adoption.taken] == ["pledge.financial_cents"]
    (conflict,) = adoption.conflicts
    assert ([each.after for each in conflict.ours], [each.after for each in conflict.theirs]) == (["2"], ["9"])
    with pytest.raises(CannotChangeError, match="1 conflicts are not decided"):
        forum_file.adopt(made.id, {})
    assert forum_file.state_hash == before
    applied = forum_file.adopt(made.id, {0: Side.THEIRS}, "agreed")
    assert applied.title == "Scenario adopted: Less"
    expected = MONEY.apply_to(relocations("EL", 4).apply_to(relocations("LV", 9).apply_to(FORUM)))
    assert forum_file.forum == expected
    (step,) = forum_file.steps(1)
    assert (step.adopts, step.reason) == ("Less", "agreed")
    assert forum_file.scenarios()[0].adopted == applied.seq
    forum_file.undo()
    assert forum_file.state_hash == before
    forum_file.redo()
    assert forum_file.state_hash == applied.state_hash
    with pytest.raises(CannotChangeError, match="nothing to adopt"):
        forum_file.adopt(made.id, {})
    # Ours is taken where somebody says so: nothing of the scenario is left to adopt then.
    forum_file.undo()
    forum_file.adopt(made.id, {0: Side.OURS})
    assert forum_file.forum == MONEY.apply_to(relocations("EL", 4).apply_to(relocations("LV", 2).apply_to(FORUM)))
    assert verify(forum_file.path).is_sound


def test_an_adoption_belongs_to_its_scenario_and_ends_with_what_takes_it_back(forum_file: ForumFile) -> None:
    def adopted() -> list[int | None]:
        return [each.adopted for each in forum_file.scenarios()]

    made = forum_file.branch("More", 2)
    forum_file.scenario(made.id).apply(MONEY)
    seq = forum_file.adopt(made.id, {}).seq
    forum_file.revert(seq)
    assert adopted() == [None]
    forum_file.undo()
    assert adopted() == [seq]
    # In another copy the same number is another scenario's.
    forum_file.branch("Less", 2)
    with behind_the_door(forum_file.path) as connection:
        for table, name in (("line", "id"), ("line_entry", "line")):
            for old, new in ((1, 9), (2, 1), (9, 2)):
                connection.execute(f"UPDATE {table} SET {name} = {new} WHERE {name} = {old}")
    with ForumFile.open(forum_file.path, OPERATOR, read_only=True) as reader:
        assert [(each.name, each.adopted) for each in reader.scenarios()] == [("More", seq), ("Less", None)]


@pytest.mark.parametrize(
    ("sql", "most", "why"),
    [
        ("UPDATE line SET name = 'a' || char(10) || char(27)", 500, "Line 1 beside the record"),
        ("UPDATE line SET put_away = 0", 0, "there are 1 scenarios"),
    ],
)
def test_a_hostile_list_of_scenarios_is_damage(
    forum_file: ForumFile, monkeypatch: pytest.MonkeyPatch, sql: str, most: int, why: str
) -> None:
    forum_file.branch("More", 2)
    monkeypatch.setattr(lines, "MOST_SCENARIOS", most)
    with behind_the_door(forum_file.path) as connection:
        connection.execute(sql)
    with (
        ForumFile.open(forum_file.path, OPERATOR, read_only=True) as reader,
        pytest.raises(DamagedForumFile, match=why),
    ):
        reader.scenarios()


def test_a_scenario_of_another_procedure_is_not_adopted(forum_file: ForumFile) -> None:
    made = forum_file.branch("Rescue", 1)
    forum_file.scenario(made.id).apply(ReplaceForum(RESCUE, "rescue.json"))
    with pytest.raises(CannotChangeError, match="different procedures"):
        forum_file.adopt(made.id, {})


def test_a_hostile_adoption_hides_no_scenario(forum_file: ForumFile) -> None:
    forum_file.branch("More", 3)
    with behind_the_door(forum_file.path) as connection:
        connection.execute("UPDATE journal SET particulars = '{\"scenario\":[1]}' WHERE seq = 2")
    with ForumFile.open(forum_file.path, OPERATOR, read_only=True) as reader:
        assert [each.adopted for each in reader.scenarios()] == [None]


def test_what_may_not_stand_in_the_record_may_not_stand_in_a_scenario(forum_file: ForumFile) -> None:
    made = forum_file.branch("More", 3)
    line = forum_file.scenario(made.id)
    twice = replace(FORUM, meetings=FORUM.meetings * 2)
    with pytest.raises(BadInput):
        line.apply(ReplaceForum(twice, "x"))
    assert line.seq == 1


def test_what_cannot_be_read_back_is_damage(forum_file: ForumFile, monkeypatch: pytest.MonkeyPatch) -> None:
    forum_file.branch("More", 3)
    line = forum_file.scenario(1)
    append = writing.append

    def altered(connection: Connection, new: Entry, number: int | None = None) -> None:
        append(connection, replace(new, title="x"), number)

    monkeypatch.setattr(writing, "append", altered)
    with pytest.raises(DamagedForumFile, match="cannot be read back"):
        line.apply(MONEY)
