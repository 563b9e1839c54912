"""The pen goes from desk to desk with a copy of the file, and the chain shows where it changed hands."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.calc.memory import MarkKind
from desktop_app.models import forum_file as forum_file_module
from desktop_app.models import pen
from desktop_app.models.errors import BadInput, Cancelled, ForumFileError, ForumFileExists, ForumFileUnwritable
from desktop_app.models.forum_file import ForumFile
from desktop_app.models.verify import verify
from tests.models.desk import FORUM, OPERATOR, Clock, relocations


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pen") / "pool.forum"
    with ForumFile.create(path, FORUM, OPERATOR, clock=Clock()) as opened:
        opened.apply(relocations("LV", 1))
        opened.branch("More", 2)
    return path


@pytest.fixture
def original(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ForumFile]:
    monkeypatch.setattr(forum_file_module, "_DESK", "forum-1")
    shutil.copyfile(made, tmp_path / "pool.forum")
    with ForumFile.open(tmp_path / "pool.forum", OPERATOR, clock=Clock()) as opened:
        yield opened


def test_the_pen_goes_over_and_comes_back(original: ForumFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert pen.given(original) is None
    copy = pen.give(original, " Bo, forum-2 ", tmp_path / "for Bo.forum")
    away = pen.given(original)
    assert away is not None
    assert (away.to, away.by, away.desk) == ("Bo, forum-2", OPERATOR, "forum-1")
    assert away.day == "27\u00a0November\u00a02026"
    assert pen.is_from_here(original, away)
    # Nothing is typed here any more, in no scenario either, and the message says to whom it went.
    for attempt in (
        lambda: original.apply(relocations("LV", 2)),
        original.undo,
        lambda: original.mark(MarkKind.ROUND, "Closed"),
        lambda: original.branch("Less", 1),
        lambda: original.scenario(1).apply(relocations("LV", 3)),
    ):
        with pytest.raises(
            ForumFileUnwritable, match=r"the pen was given to Bo, forum-2 by Ana Silva on 27\sNovember\s2026"
        ):
            attempt()
    assert original.seq == 3
    # The other desk takes it and goes on; the chain there shows both.
    monkeypatch.setattr(forum_file_module, "_DESK", "forum-2")
    with ForumFile.open(copy, "Bo") as there:
        assert there.head_hash == original.head_hash
        got = pen.given(there)
        assert got is not None
        assert not pen.is_from_here(there, got)
        pen.take(there)
        assert pen.given(there) is None
        there.apply(relocations("LV", 2))
        given, taken = pen.hands(there)
        assert (given.kind, given.moment.title, given.moment.operator) == (
            MarkKind.PEN_GIVEN,
            "Pen given to Bo, forum-2",
            OPERATOR,
        )
        assert (taken.kind, taken.moment.title, taken.particulars) == (
            MarkKind.PEN_TAKEN,
            "Pen taken by Bo",
            {"from": "forum-1"},
        )
        assert [step.desk for step in there.steps(2)] == ["forum-2", "forum-2"]
    assert verify(copy).is_sound
    assert verify(original.path).is_sound


def test_taking_it_back_is_an_act_that_is_seen(original: ForumFile, tmp_path: Path) -> None:
    pen.give(original, "Bo", tmp_path / "for Bo.forum")
    original.close()
    with ForumFile.open(original.path, OPERATOR) as again:
        with pytest.raises(ForumFileUnwritable, match="take the pen"):
            again.apply(relocations("LV", 2))
        pen.take(again, "the stick was lost")
        again.apply(relocations("LV", 2))
        taken = pen.hands(again)[-1]
        assert (taken.moment.title, taken.reason) == ("Pen taken back from Bo", "the stick was lost")
        # Where nobody gave it, taking it is on record all the same.
        pen.take(again)
        assert pen.hands(again)[-1].particulars == {"from": None}
    assert verify(original.path).is_sound


def test_without_a_copy_the_pen_stays(original: ForumFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for to in ("", "  ", "x" * 201):
        with pytest.raises(BadInput):
            pen.give(original, to, tmp_path / "y.forum")
    with pytest.raises(BadInput, match="the forum that is open"):
        pen.give(original, "Bo", original.path)
    (tmp_path / "there.forum").write_bytes(b"x")
    with pytest.raises(ForumFileExists):
        pen.give(original, "Bo", tmp_path / "there.forum")
    assert original.seq == 2

    def stop(_left: int, _all: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        pen.give(original, "Bo", tmp_path / "y.forum", runs=lambda work: work(stop))
    with pytest.raises(ForumFileError):
        pen.give(original, "Bo", tmp_path / "no folder" / "y.forum")
    assert not (tmp_path / "y.forum").exists()
    assert [each.kind for each in pen.hands(original)] == [MarkKind.PEN_GIVEN, MarkKind.PEN_TAKEN] * 2
    assert pen.hands(original)[-1].reason == "the copy could not be made"
    original.apply(relocations("LV", 2))
    # One that was agreed to be replaced is.
    pen.give(original, "Bo", tmp_path / "there.forum", replace=True)
    assert verify(tmp_path / "there.forum").is_sound
