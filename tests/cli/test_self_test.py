"""The self-test: every step in one line, nothing left behind, and one clear line where a step fails."""

import errno
import json
import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app.cli import self_test
from desktop_app.documents.text import languages
from desktop_app.models.errors import BadInput
from desktop_app.models.ground import Ground
from desktop_app.models.ground.verdicts import remedy, sound
from tests.cli.conftest import Run

NAMES = ["temporary folder", *(name for name, _does in self_test._WORK)]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder for everything temporary."""
    place = tmp_path / "temporary"
    place.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(place))
    return place


def ground(monkeypatch: pytest.MonkeyPatch, found: Ground) -> None:
    monkeypatch.setattr("desktop_app.models.ground.ground_check", lambda _folder: found)


def test_every_step_is_a_line_and_nothing_stays(run: Run, folder: Path) -> None:
    outcome = run("self-test")
    lines = outcome.out.splitlines()
    assert outcome.status == 0, outcome.out
    assert outcome.error == ""
    assert lines[-1] == "The program works on this computer."
    assert [line[8:].partition(":")[0] for line in lines if "ground, " not in line][:-1] == NAMES
    assert all(line.startswith(("ok", "note")) for line in lines[:-1])
    annex = next(line for line in lines if line.startswith("ok      annex"))
    assert all(f"{language} " in annex for language in languages())
    assert list(folder.iterdir()) == []
    assert not (folder.parent / "home").exists()


def test_programs_get_json(run: Run, folder: Path) -> None:
    outcome = run("self-test", "--json")
    found = json.loads(outcome.out)
    assert found["ok"] is True
    assert [step["name"] for step in found["steps"] if not step["name"].startswith("ground")] == NAMES
    assert all(step["ok"] for step in found["steps"])


def test_a_full_disk_is_one_clear_line(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ground(monkeypatch, Ground((sound("Disk", "A disk."),)))

    def full(*_arguments: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    outcome = run("self-test")
    *_others, failed, last = outcome.out.splitlines()
    assert outcome.status == 1
    assert failed.startswith("FAILED  new forum: ")
    assert "the disk is full, nothing was written. Make room, or choose a folder on another disk." in failed
    assert last == "The program does not work here as it should."
    assert list(folder.iterdir()) == []


def test_without_a_temporary_folder_it_says_so(run: Run, folder: Path) -> None:
    folder.rmdir()
    failed = run("self-test").out.splitlines()[-2]
    assert failed.startswith("FAILED  temporary folder: No such file or directory")
    assert failed.endswith("Make room there, or name another folder in TMPDIR.")


@pytest.mark.parametrize(
    ("topic", "status", "sign"), [("Fonts", 1, "FAILED"), ("Folder", 0, "note"), ("Synchronised folder", 0, "note")]
)
def test_the_folder_for_new_forums_is_said_but_fails_nothing(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch, topic: str, status: int, sign: str
) -> None:
    ground(monkeypatch, Ground((remedy(topic, "It is bad.", "Mend it."),)))
    monkeypatch.setattr(self_test, "_WORK", self_test._WORK[:1])
    outcome = run("self-test")
    assert outcome.status == status
    assert outcome.out.splitlines()[0] == f"{sign:<7} ground, {topic.lower()}: It is bad. Mend it."
    # What does not hang on it is tried all the same.
    assert "ok      new forum: the built-in forum, state " in outcome.out


def failing(error: Exception) -> object:
    def fail(*_arguments: object, **_options: object) -> bytes:
        raise error

    return fail


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (BadInput("annex", "it is bad", "make it good"), "FAILED  annex: annex: it is bad. Make it good."),
        (ZeroDivisionError("EUR 5"), "internal error (ZeroDivisionError)"),
        (OSError(errno.EIO, "Input/output error", "x.ttf"), "Input/output error (x.ttf). Make room there"),
    ],
)
def test_what_fails_ends_the_test_with_what_to_do(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch, error: Exception, words: str
) -> None:
    monkeypatch.setattr("desktop_app.documents.annex.annex_pdf", failing(error))
    outcome = run("self-test")
    assert outcome.status == 1
    assert words in outcome.out.splitlines()[-2]
    assert "EUR 5" not in outcome.out


def test_another_figure_than_expected_is_found(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(self_test, "state_hash", lambda _forum: "0" * 64)
    outcome = run("self-test")
    assert outcome.status == 1
    assert "FAILED  new forum: its state is not what it has to be. Set the program up again" in outcome.out


def test_what_is_no_pdf_is_found(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop_app.documents.annex.annex_pdf", lambda *_arguments, **_options: b"%PDF-1.4 cut")
    assert "the annex in bg is no PDF" in run("self-test").out


def test_it_needs_no_display(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "desktop_app", "self-test", "--json"],
        cwd=Path(__file__).parents[2],
        env={"PATH": "", "HOME": str(tmp_path), "FORUM_DESK_HOME": str(tmp_path)},
        capture_output=True,
        check=False,
        timeout=300,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert list(tmp_path.iterdir()) == []
