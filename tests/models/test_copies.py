"""Two copies of one file: how they stand to each other, what became of each cell, and one recorded merge."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from desktop_app.calc.changes import CannotChangeError, Describe, PledgeColumn, RecordPledge, ReplaceForum, SetHolidays
from desktop_app.calc.forum import Classification, Holiday
from desktop_app.calc.memory import Elsewhere, MarkKind
from desktop_app.models import forum_file as forum_file_module
from desktop_app.models import merging as merging_module
from desktop_app.models import pen
from desktop_app.models import verify as verify_module
from desktop_app.models.backup import backups_of
from desktop_app.models.copies import Relation, opened_beside
from desktop_app.models.errors import BadInput, Cancelled, DamagedForumFile, NotAForumFile
from desktop_app.models.forum_file import ForumFile, read_forum
from desktop_app.models.interchange import state_hash
from desktop_app.models.merging import left_behind, merge, take_over
from desktop_app.models.three_way import Side
from desktop_app.models.verify import verify
from tests.models.desk import FORUM, OPERATOR, RESCUE, Clock, behind_the_door, relocations, untouched

MONEY = RecordPledge("EL", PledgeColumn.FINANCIAL, 500)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One file before two desks part, and what either makes of it; each test takes copies.

    Both go on: a cell of either alone, one that both changed, and a state to which they took Latvia.
    """
    folder = tmp_path_factory.mktemp("desks")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(forum_file_module, "_DESK", "forum-1")
        with ForumFile.create(folder / "before.forum", FORUM, OPERATOR, clock=Clock()) as before:
            before.apply(relocations("LV", 1))
            before.apply(relocations("LV", 2))
        shutil.copyfile(before.path, folder / "ours.forum")
        shutil.copyfile(before.path, folder / "theirs.forum")
        with ForumFile.open(folder / "ours.forum", OPERATOR, clock=Clock()) as ours:
            ours.apply(relocations("LV", 5))
            ours.apply(Describe("Ours", 2027, Classification.LIMITE, None))
            ours.branch("EARLY", 3)
        patch.setattr(forum_file_module, "_DESK", "forum-2")
        with ForumFile.open(folder / "theirs.forum", "Bo", clock=Clock()) as theirs:
            theirs.undo()
            theirs.apply(relocations("LV", 9))
            theirs.apply(MONEY)
            theirs.mark(MarkKind.ROUND, "Over there")
            theirs.branch("Early", 2)
            theirs.branch("Late", 6)
    return folder


@pytest.fixture
def ours(
    request: pytest.FixtureRequest, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[ForumFile]:
    """Ours, open at the desk forum-1: three entries that both have; where they parted, two of ours more."""
    monkeypatch.setattr(forum_file_module, "_DESK", "forum-1")
    name = "ours" if "parted" in request.fixturenames else "before"
    shutil.copyfile(folder / f"{name}.forum", tmp_path / "pool.forum")
    with ForumFile.open(tmp_path / "pool.forum", OPERATOR, clock=Clock()) as opened:
        yield opened


@pytest.fixture
def other(ours: ForumFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ForumFile]:
    """The copy at the other desk, open there."""
    shutil.copyfile(ours.path, tmp_path / "other.forum")
    monkeypatch.setattr(forum_file_module, "_DESK", "forum-2")
    with ForumFile.open(tmp_path / "other.forum", "Bo", clock=Clock()) as opened:
        yield opened


@pytest.fixture
def parted(folder: Path, tmp_path: Path) -> Path:
    """The copy of a desk that went on apart."""
    return Path(shutil.copyfile(folder / "theirs.forum", tmp_path / "other.forum"))


def test_how_two_copies_stand_to_each_other(
    ours: ForumFile, other: ForumFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def relation(first: ForumFile, second: Path) -> tuple[Relation, int]:
        with opened_beside(first, second) as copies:
            return copies.relation, copies.common

    assert relation(ours, other.path) == (Relation.SAME, 3)
    other.apply(MONEY)
    assert relation(ours, other.path) == (Relation.AHEAD, 3)
    assert relation(other, ours.path) == (Relation.BEHIND, 3)
    # The same change at both desks is not the same entry.
    monkeypatch.setattr(forum_file_module, "_DESK", "forum-1")
    ours.apply(MONEY)
    assert relation(ours, other.path) == (Relation.DIVERGED, 3)
    with ForumFile.create(tmp_path / "third.forum", replace(FORUM, title="x"), OPERATOR) as third:
        assert relation(ours, third.path) == (Relation.UNRELATED, 0)
        with opened_beside(ours, third.path) as copies:
            for refused in (lambda: merge(copies, {}), lambda: take_over(copies), copies.difference):
                with pytest.raises(BadInput):
                    refused()


def test_the_other_copy_is_verified_first_and_never_written(
    ours: ForumFile, parted: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(BadInput, match="the forum that is open"), opened_beside(ours, ours.path):
        pass
    with pytest.raises(NotAForumFile), opened_beside(ours, Path(__file__)):
        pass
    bad = tmp_path / "bad.forum"
    shutil.copyfile(parted, bad)
    with behind_the_door(bad) as connection:
        connection.execute("UPDATE journal SET reason = 'x' WHERE seq = 5")
    is_untouched = untouched(bad)
    with pytest.raises(DamagedForumFile, match="Journal entry 5 was altered"), opened_beside(ours, bad):
        pass
    assert is_untouched()
    old = tmp_path / "old.forum"
    shutil.copyfile(Path(__file__).parent / "files" / "format_3.forum", old)
    with pytest.raises(BadInput, match="older format"), opened_beside(ours, old):
        pass

    def stop(_done: int, _all: int) -> None:
        raise Cancelled

    monkeypatch.setattr(verify_module, "STEP", 2)
    with pytest.raises(Cancelled), opened_beside(ours, parted, runs=lambda work: work(stop)):
        pass
    with opened_beside(ours, parted) as copies:
        before = parted.read_bytes()
        merge(copies, {0: Side.THEIRS})
        assert parted.read_bytes() == before


def test_each_cell_with_both_histories(ours: ForumFile, parted: Path) -> None:
    with opened_beside(ours, parted) as copies:
        assert (copies.relation, copies.common, copies.name) == (Relation.DIVERGED, 3, "forum-2")
        assert left_behind(copies) == 1
        found = copies.difference()
        (conflict,) = found.conflicts
        assert conflict.unit == ("state", "LV", "pledge.relocations")
        mine, their = copies.histories(conflict)
        assert [(each.seq, each.title, each.operator) for each in mine] == [(4, "Latvia: relocations 5", OPERATOR)]
        assert [(each.seq, each.title, each.operator) for each in their] == [
            (5, "Latvia: relocations 9", "Bo"),
            (4, "Latvia: relocations 2", "Bo"),
        ]
        assert [cell.unit[2] for cell in found.taken] == ["pledge.financial_cents"]
        mine, their = copies.histories(found.taken[0])
        assert (mine, [each.seq for each in their]) == ((), [6])
        kept = {cell.unit[2]: [each.seq for each in copies.histories(cell)[0]] for cell in found.kept}
        assert kept == {"forum.title": [5], "forum.classification": [5]}


def test_the_histories_of_a_list_are_those_of_its_table(ours: ForumFile, other: ForumFile) -> None:
    holidays = FORUM.holidays
    other.apply(SetHolidays((replace(holidays[0], name="Another"), *holidays[1:])))
    ours.apply(SetHolidays((*holidays, Holiday(date(2027, 12, 25)))))
    with opened_beside(ours, other.path) as copies:
        (conflict,) = copies.difference().conflicts
        assert conflict.unit == ("holiday",)
        assert [[each.seq for each in side] for side in copies.histories(conflict)] == [[4], [4]]


@pytest.mark.parametrize("side", list(Side))
def test_one_recorded_merge(ours: ForumFile, parted: Path, side: Side) -> None:
    before = ours.state_hash
    theirs = read_forum(parted)
    with opened_beside(ours, parted) as copies:
        with pytest.raises(CannotChangeError, match="1 conflicts are not decided"):
            merge(copies, {})
        assert ours.seq == 5
        head = copies.theirs.head_hash
        applied = merge(copies, {0: side}, "put together in the evening")
    latvia = relocations("LV", 9 if side is Side.THEIRS else 5)
    expected = MONEY.apply_to(latvia.apply_to(Describe("Ours", 2027, Classification.LIMITE, None).apply_to(FORUM)))
    assert ours.forum == expected
    (step,) = ours.steps(1)
    assert (step.merges, step.reason, step.moment.title) == (
        "forum-2",
        "put together in the evening",
        "Merged: the copy of forum-2",
    )
    assert ours.history(1)[0].particulars_map["head"] == head
    assert len(backups_of(ours.path)) == 1
    # Their entries are kept, and what was printed there is found; of their scenarios came what branched before.
    found = ours.find(state_hash(theirs)[:12])
    (elsewhere,) = [each for each in found if isinstance(each, Elsewhere)][-1:]
    assert (elsewhere.desk, elsewhere.moment.seq, elsewhere.merged.seq) == ("forum-2", 7, applied.seq)
    assert [each.name for each in ours.scenarios()] == ["Early (forum-2)", "EARLY"]
    assert ours.scenario(3).forum == relocations("LV", 1).apply_to(FORUM)
    report = verify(ours.path)
    assert report.is_sound, report.lines()
    # One step back, and forth.
    ours.undo()
    assert ours.state_hash == before
    ours.redo()
    assert ours.state_hash == applied.state_hash
    ours.close()
    with ForumFile.open(ours.path, OPERATOR) as again:
        assert again.forum == expected


@pytest.mark.parametrize(
    ("sql", "why"),
    [
        ("UPDATE line_entry SET title = 'x' WHERE line = 2 AND seq = 5", "The merged line 'forum-2': entry 5 was"),
        ("DELETE FROM line_entry WHERE line = 2 AND seq = 7", "The merged line 'forum-2': entry 7 is missing"),
        ("UPDATE line SET entries = 3 WHERE id = 2; DELETE FROM line_entry WHERE line = 2 AND seq = 7", "are missing"),
        ("UPDATE line SET kind = 'scenario' WHERE id = 2", "The entries that entry 6 merged are missing"),
    ],
)
def test_the_entries_that_were_merged_are_verified_too(ours: ForumFile, parted: Path, sql: str, why: str) -> None:
    with opened_beside(ours, parted) as copies:
        merge(copies, {0: Side.THEIRS})
    ours.close()
    with behind_the_door(ours.path) as connection:
        connection.executescript(sql)
    report = verify(ours.path)
    assert any(why in each for each in report.problems), report.problems


def test_a_merge_that_changes_no_figure_is_recorded(
    ours: ForumFile, other: ForumFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    other.apply(relocations("LV", 9))
    left = other.state_hash
    monkeypatch.setattr(forum_file_module, "_DESK", "forum-1")
    ours.apply(relocations("LV", 5))
    before = ours.state_hash

    def relations() -> tuple[Relation, Relation]:
        with opened_beside(ours, other.path) as here, opened_beside(other, ours.path) as there:
            return here.relation, there.relation

    with opened_beside(ours, other.path) as copies:
        with pytest.raises(BadInput, match="just ahead"):
            take_over(copies)
        applied = merge(copies, {0: Side.OURS}, "ours was said last")
        assert (applied.seq, applied.recorded, ours.state_hash) == (5, True, before)
        assert copies.relation is Relation.MERGED
        with pytest.raises(BadInput, match="did not part"):
            merge(copies, {0: Side.OURS})
    assert relations() == (Relation.MERGED, Relation.MERGED_THERE)
    (step,) = ours.steps(1)
    assert (step.merges, step.reason, step.differences) == ("forum-2", "ours was said last", ())
    # Their entry is kept, and bound as with any merge.
    (elsewhere,) = ours.find(left)
    assert isinstance(elsewhere, Elsewhere)
    assert (elsewhere.desk, elsewhere.moment.seq, elsewhere.merged.seq) == ("forum-2", 4, 5)
    assert verify(ours.path).is_sound
    # Taken back, the two are parted again; the step before it can be undone as before, and all of it redone.
    for _step in range(2):
        ours.undo()
    assert (ours.forum, relations()[0]) == (relocations("LV", 2).apply_to(FORUM), Relation.DIVERGED)
    for _step in range(2):
        ours.redo()
    assert (ours.state_hash, relations()[0]) == (before, Relation.MERGED)
    # Merged anew after it was taken back, their entries stand here once.
    ours.undo()
    with opened_beside(ours, other.path) as copies:
        merge(copies, {0: Side.THEIRS})
    assert (len(ours.find(left)), relations()) == (2, (Relation.MERGED, Relation.MERGED_THERE))
    # What that desk does afterwards parts them again.
    other.apply(relocations("LV", 10))
    assert relations() == (Relation.DIVERGED, Relation.DIVERGED)
    report = verify(ours.path)
    assert report.is_sound, report.lines()


def test_what_stands_here_already_is_merged_without_a_figure(ours: ForumFile, other: ForumFile) -> None:
    other.apply(MONEY)
    ours.apply(MONEY)
    with opened_beside(ours, other.path) as copies:
        merge(copies, {})
        assert copies.relation is Relation.MERGED
    assert ours.forum == other.forum
    assert verify(ours.path).is_sound


def test_another_procedure_is_not_merged(ours: ForumFile, other: ForumFile) -> None:
    other.apply(ReplaceForum(RESCUE, "x"))
    ours.apply(relocations("LV", 5))
    with opened_beside(ours, other.path) as copies, pytest.raises(CannotChangeError, match="different procedures"):
        merge(copies, {})


def test_what_is_ahead_is_taken_over_entry_by_entry(
    ours: ForumFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The pen went over with a copy; that desk worked, merged a third copy, and its file came back."""
    ours.branch("Early", 2)
    third = tmp_path / "third.forum"
    shutil.copyfile(ours.path, third)
    copy = pen.give(ours, "Bo", tmp_path / "for Bo.forum")
    monkeypatch.setattr(forum_file_module, "_DESK", "forum-3")
    with ForumFile.open(third, "Carla") as there:
        there.apply(MONEY)
    monkeypatch.setattr(forum_file_module, "_DESK", "forum-2")
    with ForumFile.open(copy, "Bo") as there:
        pen.take(there)
        there.apply(relocations("LV", 9))
        there.undo()
        there.scenario(1).apply(relocations("LV", 3))
        there.branch("Later", 6)
        there.branch("Alone", 2)
        with opened_beside(there, third) as copies:
            merge(copies, {})
        expected, head = there.forum, there.head_hash
        lines = [each.name for each in there.scenarios()]
    monkeypatch.setattr(forum_file_module, "_DESK", "forum-1")
    with opened_beside(ours, copy) as copies:
        assert copies.relation is Relation.AHEAD
        with pytest.raises(BadInput, match="did not part"):
            merge(copies, {})
        assert take_over(copies) == 4
    assert (ours.forum, ours.head_hash) == (expected, head)
    assert [each.name for each in ours.scenarios()] == lines
    assert ours.scenario(1).forum == relocations("LV", 3).apply_to(FORUM)
    # It goes on, and is taken over once more: what was merged there stands here already.
    with ForumFile.open(copy, "Bo") as there:
        there.apply(relocations("LV", 6))
    with opened_beside(ours, copy) as copies:
        assert take_over(copies) == 1
    ours.apply(relocations("LV", 7))
    report = verify(ours.path)
    assert report.is_sound, report.lines()
    assert len(backups_of(ours.path)) >= 1


def test_a_scenario_that_both_went_on_with_comes_along_beside_ours(
    ours: ForumFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours.branch("Early", 2, "n0")
    for name, note in (("Untouched", None), ("Read", "n1"), ("Long", "x" * 4_999), ("Named", None)):
        ours.branch(name, 2, note)
    other = tmp_path / "other.forum"
    shutil.copyfile(ours.path, other)
    monkeypatch.setattr(forum_file_module, "_DESK", "forum-2")
    with ForumFile.open(other, "Bo") as there:
        there.apply(MONEY)
        there.scenario(1).apply(relocations("LV", 8))
        there.describe_scenario(1, "Early", "n0, changed")
        there.describe_scenario(3, "Read", "read there")
        there.describe_scenario(4, "Long", "y")
        there.describe_scenario(5, "Renamed", "why")
        there.put_away(there.branch("Theirs", 2, "because of X").id)
        head, late = there.scenario(1).state_hash, there.branch("Late", 4)
    monkeypatch.setattr(forum_file_module, "_DESK", "forum-1")
    ours.scenario(1).apply(relocations("LV", 7))
    with opened_beside(ours, other) as copies:
        assert take_over(copies) == 1
    told = {each.name: (each.note, each.put_away) for each in ours.scenarios()}
    assert told == {
        "Early": ("n0", False),
        "Untouched": (None, False),
        "Read": ("n1\nforum-2: read there", False),
        "Long": (f"{'x' * 4_999}…", False),
        "Named": ("forum-2: called Renamed there; why", False),
        "Early (forum-2)": ("n0, changed", False),
        "Theirs": ("because of X", True),
        late.name: (None, False),
    }
    assert ours.scenario(1).forum == relocations("LV", 7).apply_to(FORUM)
    assert ours.scenario(6).state_hash == head
    # Merged once more, nothing comes twice, and what they did since goes on in the line that is theirs.
    with ForumFile.open(other, "Bo") as there:
        there.scenario(1).apply(relocations("LV", 9))
        there.apply(relocations("LV", 3))
    ours.apply(relocations("LV", 4))
    with opened_beside(ours, other) as copies, monkeypatch.context() as full:
        assert left_behind(copies) == 0
        merge(copies, {0: Side.OURS})
        full.setattr(merging_module, "MOST_SCENARIOS", 7)
        assert left_behind(copies) == 0
    assert len(ours.scenarios()) == len(told)
    assert ours.scenario(6).forum == relocations("LV", 9).apply_to(FORUM)
    report = verify(ours.path)
    assert report.is_sound, report.lines()


def test_scenarios_without_room_are_counted(ours: ForumFile, parted: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(merging_module, "MOST_SCENARIOS", 1)
    with opened_beside(ours, parted) as copies:
        assert left_behind(copies) == 2
        merge(copies, {0: Side.OURS})
    assert [each.name for each in ours.scenarios()] == ["EARLY"]


def test_names_that_are_taken_get_the_desk_behind_them(ours: ForumFile, parted: Path) -> None:
    for name in ("Early (forum-2)", "x" * 200):
        ours.branch(name, 1)
    with opened_beside(ours, parted) as copies:
        merge(copies, {0: Side.OURS})
    assert ours.scenarios()[0].name == "Early (forum-2 2)"
