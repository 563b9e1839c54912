"""``pen``: who may type in a forum file, where that changed hands, and the pen taken with a reason."""

from pathlib import Path

import pytest

from desktop_app.models import forum_file as forum_file_module
from desktop_app.models import pen
from desktop_app.models.forum_file import ForumFile
from desktop_app.models.verify import verify
from tests.cli.conftest import Run


def test_who_holds_the_pen_and_taking_it(
    run: Run, forum_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(forum_file_module, "_DESK", "forum-1")
    here = f"The pen is here: {forum_file.name} can be typed in.\n"
    before = forum_file.read_bytes()
    told = run("pen", forum_file)
    assert (told.status, told.out, told.error) == (0, f"{here}It never changed hands.\n", "")
    # Where it is, there is nothing to take, and nothing is written.
    assert run("pen", forum_file, "--take", "to be sure").out == told.out
    assert forum_file.read_bytes() == before
    with ForumFile.open(forum_file, "Ana") as opened:
        pen.give(opened, "Bo", tmp_path / "for Bo.forum")
    given = run("pen", forum_file)
    first, *hands = given.out.splitlines()
    assert given.status == 0
    assert first.startswith("The pen is with Bo: the pen was given to Bo by Ana on ")
    assert first.endswith(" (at forum-1).")
    assert [line.split("  ")[1:] for line in hands[1:]] == [
        ["entry 2", *hands[1].split("  ")[2:3], "Ana", "Pen given to Bo"]
    ]
    before = forum_file.read_bytes()
    run("pen", forum_file, "--take", " ").assert_refused()
    assert forum_file.read_bytes() == before
    taken = run("pen", forum_file, "--take", "the stick was lost", "--operator", "Ana")
    assert (taken.status, taken.error) == (0, "")
    assert taken.out.startswith(f"{here}It changed hands:\n")
    assert taken.out.endswith("  Ana  Pen taken back from Bo  reason: the stick was lost\n")
    assert verify(forum_file).is_sound


def test_the_pen_of_a_desk_without_a_name(run: Run, forum_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(forum_file_module, "_DESK", None)
    with ForumFile.open(forum_file, "Ana") as opened:
        pen.give(opened, "Bo", forum_file.with_name("for Bo.forum"))
    assert "(at" not in run("pen", forum_file.with_name("for Bo.forum")).out
    # While somebody types there it cannot be taken.
    with ForumFile.open(forum_file, "Ana"):
        run("pen", forum_file, "--take", "lost").assert_refused()


def test_a_document_has_no_pen(run: Run, document: Path) -> None:
    run("pen", document).assert_refused()
