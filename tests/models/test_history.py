"""What the history says of single entries: what stands, what is linked, what is wanted; and a clock set back."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from desktop_app.calc.changes import TakeOver
from desktop_app.calc.memory import MarkKind
from desktop_app.models.cell_words import cell_words
from desktop_app.models.forum_file import ForumFile
from desktop_app.models.journal import Told
from desktop_app.models.places import PLACE_TYPES
from desktop_app.models.remembering import Filter
from desktop_app.models.schema import METADATA
from tests.models.desk import FORUM, OPERATOR, Clock, relocations


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def forum_file(tmp_path: Path, clock: Clock) -> Iterator[ForumFile]:
    with ForumFile.create(tmp_path / "x.forum", FORUM, OPERATOR, clock=clock) as opened:
        yield opened


def _taken_back(forum_file: ForumFile) -> dict[int, int | None]:
    """Return by which entry each change does not stand."""
    return {each.moment.seq: each.taken_back for each in forum_file.steps(100) if each.action == "change"}


def test_what_was_undone_redone_and_taken_back_on_its_own_is_told(forum_file: ForumFile) -> None:
    forum_file.apply(relocations("LV", 1))
    forum_file.apply(relocations("SE", 2))
    forum_file.undo()
    assert _taken_back(forum_file) == {2: None, 3: 4}
    forum_file.redo()
    assert _taken_back(forum_file) == {2: None, 3: None}
    forum_file.undo()
    assert _taken_back(forum_file) == {2: None, 3: 6}
    forum_file.redo()
    forum_file.revert(2, "misheard")
    assert _taken_back(forum_file) == {2: 8, 3: None, 8: None}
    forum_file.undo()
    assert _taken_back(forum_file) == {2: None, 3: None, 8: 9}
    undone, reverted, redone = forum_file.steps(3)
    assert (undone.about, undone.links) == (8, (8,))
    assert (reverted.reverts, reverted.links) == (2, (2, 9))
    assert (redone.about, redone.links) == (6, (6,))


def test_a_revert_of_nothing_that_there_is_links_nothing(forum_file: ForumFile) -> None:
    change = TakeOver(replace(FORUM, title="Other"), "Other title", relocations("LV", 1).kind)
    forum_file.take(change, Told(None, None, {"reverts": "all of it"}))
    forum_file.take(relocations("LV", 1), Told(None, None, {"reverts": 3}))
    itself, step, _created = forum_file.steps(3)
    assert (step.reverts, step.taken_back) == (None, None)
    assert (itself.reverts, itself.taken_back) == (3, None)


def test_marks_are_told_as_what_they_are(forum_file: ForumFile) -> None:
    forum_file.apply(relocations("LV", 1))
    forum_file.mark(MarkKind.REASON, "Reason for entry 2", {"about": 2}, "A Slip of the Tongue")
    mark, change, created = forum_file.steps(3)
    assert (mark.mark, mark.about, mark.links) == (MarkKind.REASON, 2, (2,))
    assert (change.mark, change.reason, created.mark) == (None, "A Slip of the Tongue", None)


def test_words_are_looked_for_in_titles_names_and_reasons_said_then_or_later(forum_file: ForumFile) -> None:
    forum_file.apply(relocations("LV", 1))
    forum_file.apply(relocations("SE", 2), reason="after ÄRGER in the corridor")
    forum_file.mark(MarkKind.REASON, "Why", {"about": 2}, "a Slip")

    def found(words: str, **wanted: str) -> list[int]:
        return [each.moment.seq for each in forum_file.steps(100, None, Filter(words=words, **wanted))]

    assert found("latvia: RELOC") == [2]
    assert found("ärger") == [3]
    assert found("slip") == [4, 2]
    assert found(OPERATOR.upper()) == [4, 3, 2, 1]
    assert found("slip", action="change", code="LV", cell="pledge.relocations") == [2]
    assert found("slip", meeting="m2") == []


def test_a_clock_that_is_set_back_is_told_with_what_was_committed(forum_file: ForumFile, clock: Clock) -> None:
    assert not forum_file.apply(relocations("LV", 1)).clock_is_behind
    clock.now -= timedelta(seconds=30)
    assert not forum_file.apply(relocations("LV", 2)).clock_is_behind
    clock.now -= timedelta(hours=1)
    assert forum_file.apply(relocations("LV", 3)).clock_is_behind
    assert not forum_file.apply(relocations("LV", 3)).clock_is_behind
    assert forum_file.undo().clock_is_behind
    assert forum_file.mark(MarkKind.ROUND, "Round 1").clock_is_behind
    clock.now += timedelta(hours=2)
    assert not forum_file.redo().clock_is_behind


def test_every_cell_has_words_of_the_field() -> None:
    assert cell_words("pledge.financial_cents") == "Pledge: financial contribution"
    assert cell_words("meeting.dated") == "Meeting: date"
    assert cell_words("acknowledgement.state") == "Acknowledged finding: state"
    assert cell_words("credit.given") == "Earlier contribution: given"
    for table, keys in PLACE_TYPES.items():
        for column in list(METADATA.tables[table].columns)[len(keys) :]:
            words = cell_words(f"{table}.{column.name.removesuffix('_status')}")
            assert "_" not in words
            assert "cents" not in words
            assert not words.startswith(":")
