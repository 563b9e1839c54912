"""The rounds that a record holds: where each begins, how much was changed in it, what closed it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.calc.changes import SetMeetings
from desktop_app.calc.forum import Meeting, MeetingKind
from desktop_app.calc.memory import MarkKind
from desktop_app.models.forum_file import ForumFile
from desktop_app.models.rounds import RoundKept, round_after, round_now, rounds_kept
from tests.models.desk import FORUM, OPERATOR, Clock, relocations


@pytest.fixture
def file(tmp_path: Path) -> Iterator[ForumFile]:
    with ForumFile.create(tmp_path / "x.forum", FORUM, OPERATOR, clock=Clock()) as opened:
        yield opened


def told(file: ForumFile) -> list[tuple[str | None, int, int, int, int, str | None]]:
    return [
        (each.meeting, each.number, each.first, each.last, each.changes, each.snapshot.name if each.snapshot else None)
        for each in rounds_kept(file)
    ]


def test_a_new_record_has_one_open_round_without_a_change(file: ForumFile) -> None:
    assert rounds_kept(file) == (RoundKept("m1", 1, 1, 1, 0, None),)
    assert (round_now(file).meeting, round_now(file).round) == ("m1", 1)


def test_changes_undone_and_redone_count_and_marks_do_not(file: ForumFile) -> None:
    file.apply(relocations("LV", 1))
    file.undo()
    file.mark(MarkKind.RELEASE, "Table", {"of": 3})
    file.redo()
    file.mark(MarkKind.ROUND, "Before lunch", {"round": 1})
    # What is typed next belongs to the next round, which has no entry yet.
    assert (round_now(file).seq, round_now(file).round) == (6, 2)
    assert told(file) == [("m1", 1, 1, 6, 3, "Before lunch"), ("m1", 2, 7, 6, 0, None)]
    file.apply(relocations("LV", 2))
    assert round_now(file).round == 2
    assert told(file)[1:] == [("m1", 2, 7, 7, 1, None)]


def test_each_meeting_counts_its_own_rounds_and_one_that_is_opened_again_goes_on_with_its_own(file: ForumFile) -> None:
    file.mark(MarkKind.ROUND, "First", {"round": 1})
    file.apply(relocations("LV", 1))
    file.apply(SetMeetings((*FORUM.meetings, Meeting("m2", MeetingKind.RECONVENED))))
    file.mark(MarkKind.MEETING, "Meeting 2", {"round": 1}, meeting="m2")
    file.apply(relocations("LV", 2))
    file.mark(MarkKind.ROUND, "Second", {"round": 1})
    file.mark(MarkKind.MEETING, "Meeting 1 again", {"round": 2}, meeting="m1")
    file.apply(relocations("LV", 3))
    # The meeting without a date is not taken for the latest: what added it belongs to the one that was held.
    assert told(file) == [
        ("m1", 1, 1, 2, 0, "First"),
        ("m1", 2, 3, 9, 3, None),
        ("m2", 1, 5, 7, 1, "Second"),
    ]
    assert (round_now(file).meeting, round_now(file).round) == ("m1", 2)


def test_the_round_is_followed_from_entry_to_entry(file: ForumFile) -> None:
    now = round_after(file, None)
    for value in (1, 2):
        file.apply(relocations("LV", value))
        assert (now := round_after(file, now)) == round_now(file)
    assert now.title == "Latvia: relocations 2"
    file.mark(MarkKind.ROUND, "Before lunch", {"round": 1})
    assert (now := round_after(file, now)).round == 2
    file.apply(relocations("LV", 3))
    assert (now := round_after(file, now)).round == 2
    # Where more than one entry came, or another meeting, everything is read.
    file.mark(MarkKind.ROUND, "Lunch", {"round": 2})
    file.undo()
    assert round_after(file, now) == round_now(file)
    now = round_now(file)
    file.apply(SetMeetings(()))
    assert round_after(file, now) == round_now(file)
    assert round_now(file).meeting is None
