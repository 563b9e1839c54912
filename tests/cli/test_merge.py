"""``merge``: how two copies stand to each other, listed and taken as one step; conflicts are decided by a switch."""

import shutil
from pathlib import Path

import pytest

from desktop_app.calc.changes import Describe, PledgeColumn, RecordPledge
from desktop_app.calc.forum import Classification
from desktop_app.models.forum_file import ForumFile, read_forum
from desktop_app.models.verify import verify
from tests.cli.conftest import Run


def _type(path: Path, *values: tuple[str, int]) -> None:
    with ForumFile.open(path, "Bo") as opened:
        for code, value in values:
            opened.apply(RecordPledge(code, PledgeColumn.RELOCATIONS, value))


@pytest.fixture
def other(forum_file: Path, tmp_path: Path) -> Path:
    return Path(shutil.copyfile(forum_file, tmp_path / "laptop-2.forum"))


def test_what_is_the_same_behind_or_ahead(run: Run, forum_file: Path, other: Path) -> None:
    name = forum_file.name
    assert run("merge", forum_file, other).out == f"laptop-2.forum and {name} hold the same.\n"
    _type(other, ("SE", 7), ("FI", 8))
    assert (
        run("merge", other, forum_file).out
        == f"laptop-2.forum is ahead of {name} by 2 entries: there is nothing to take.\n"
    )
    assert run("merge", forum_file, other, "--dry-run").out == f"laptop-2.forum is ahead of {name} by 2 entries.\n"
    taken = run("merge", forum_file, other)
    assert (taken.status, taken.error) == (0, "")
    assert "Taken over: 2 entries (state " in taken.out
    assert read_forum(forum_file) == read_forum(other)
    assert verify(forum_file).is_sound


@pytest.mark.parametrize(("switch", "sweden"), [("--ours", 5), ("--theirs", 7)])
def test_what_parted_is_merged(run: Run, forum_file: Path, other: Path, switch: str, sweden: int) -> None:
    _type(other, ("SE", 7), ("FI", 8))
    _type(forum_file, ("SE", 5))
    with ForumFile.open(forum_file, "Ana") as opened:
        opened.apply(Describe("Ours", 2026, Classification.LIMITE, None))
    before, content = forum_file.read_bytes(), other.read_bytes()
    looked = run("merge", forum_file, other, "--dry-run")
    assert "parted after entry 1." in looked.out
    lines = looked.out.splitlines()
    assert any(line.startswith("  there: Sweden") for line in lines)
    assert any(line.startswith("  Finland") for line in lines)
    refused = run("merge", forum_file, other)
    assert refused.status == 2
    assert "both changed 1 of the same cells" in refused.error
    assert forum_file.read_bytes() == before
    merged = run("merge", forum_file, other, switch, "--operator", "Carla")
    assert (merged.status, merged.error) == (0, "")
    assert "Merged by entry 4 (state " in merged.out
    forum = read_forum(forum_file)
    assert (forum.title, forum.state("SE").pledge.relocations, forum.state("FI").pledge.relocations) == (
        "Ours",
        sweden,
        8,
    )
    assert other.read_bytes() == content
    assert verify(forum_file).is_sound
    again = run("merge", forum_file, other, "--ours")
    assert (again.status, again.out) == (
        0,
        f"{forum_file.name} has merged laptop-2.forum already, by its entry 4: there is nothing to take.\n",
    )
    there = run("merge", other, forum_file, "--theirs")
    assert (
        there.out
        == f"{forum_file.name} has merged all of laptop-2.forum, by its entry 4: go on in {forum_file.name}.\n"
    )
    assert other.read_bytes() == content


def test_a_merge_that_changes_no_figure_says_so(run: Run, forum_file: Path, other: Path) -> None:
    _type(other, ("SE", 7))
    _type(forum_file, ("SE", 5))
    merged = run("merge", forum_file, other, "--ours")
    assert merged.status == 0
    assert "Merged by entry 3 (no figure changed, state " in merged.out


def test_another_forum_is_no_copy(run: Run, forum_file: Path, tmp_path: Path) -> None:
    with ForumFile.create(tmp_path / "third.forum", read_forum(forum_file), "Ana"):
        pass
    refused = run("merge", forum_file, tmp_path / "third.forum")
    assert refused.status == 2
    assert "they have no entry in common" in refused.error
