"""The program as people start it: a process of its own."""

import json
import os
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

from desktop_app.cli import entry, faults, main, streams
from desktop_app.models.errors import BadInput
from desktop_app.places import operator_of_user
from tests.cli.conftest import EXAMPLE, Run

ROOT: Final = Path(__file__).parents[2]
COMMAND: Final = [sys.executable, "-m", "desktop_app"]
HEAVY: Final = {
    "pandas",
    "numpy",
    "highspy",
    "openpyxl",
    "PySide6",
    "reportlab",
    "sqlalchemy",
    "pypdfium2",
    "platformdirs",
}


def start(*arguments: str | Path, folder: Path, **environment: str) -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run(
        [*COMMAND, *map(str, arguments)],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        check=False,
        timeout=120,
    )


def test_output_is_utf_8_in_any_locale(tmp_path: Path) -> None:
    done = start("check", EXAMPLE, folder=tmp_path, LC_ALL="C", PYTHONUTF8="0", PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (0, b"")
    assert "3\u202f000 relocations" in done.stdout.decode("utf-8")


def test_bad_input_ends_with_two(tmp_path: Path) -> None:
    done = start("check", "Κύπρος.json", folder=tmp_path, LC_ALL="C")
    assert (done.returncode, done.stdout) == (2, b"")
    assert "Κύπρος.json: there is no such file" in done.stderr.decode("utf-8")


def test_a_check_loads_nothing_heavy(tmp_path: Path) -> None:
    code = (
        "import sys; from desktop_app.cli import main; status = main(sys.argv[1:]);"
        "import json; print(json.dumps(sorted({name.partition('.')[0] for name in sys.modules})), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "check", str(EXAMPLE), "--json"], cwd=ROOT, capture_output=True, check=True
    )
    assert not HEAVY & set(json.loads(done.stderr))
    assert json.loads(done.stdout)["procedure"] == "annual-pool"


def test_output_that_nobody_reads(tmp_path: Path) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "wb") as closed:
        process = subprocess.Popen([*COMMAND, "check", str(EXAMPLE)], cwd=ROOT, stdout=closed, stderr=subprocess.PIPE)
        _out, error = process.communicate(timeout=120)
    assert (process.returncode, error) == (141, b"")


def test_an_interrupted_command(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_arguments: list[str]) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(entry, "_run", interrupt)
    outcome = run("check", "pool.json")
    assert (outcome.status, outcome.out, outcome.error) == (130, "", "")


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_arguments: list[str]) -> int:
        raise ZeroDivisionError("EUR 9 260 000") from KeyError("EUR 12 900 000")

    monkeypatch.setattr(entry, "_run", fail)


@pytest.mark.usefixtures("failing")
def test_a_fault_of_the_program(run: Run, tmp_path: Path) -> None:
    outcome = run("check", "pool.json")
    report = tmp_path / "home" / "Logs" / "faults.log"
    assert outcome.status == 70
    assert outcome.error == (
        f"forum-desk: internal error (ZeroDivisionError); please send the report {report}, it holds no figures\n"
    )
    written = report.read_text("utf-8")
    assert "builtins.ZeroDivisionError" in written
    assert "builtins.KeyError" in written
    assert "test_processes.py" in written
    assert "EUR" not in written
    assert run().status == 70
    assert report.read_text("utf-8") == written * 2
    report.write_text("x" * 1_000_001)
    assert run().status == 70
    assert report.read_text("utf-8") == written


@pytest.mark.usefixtures("failing")
def test_a_fault_that_cannot_be_written_down(run: Run, tmp_path: Path) -> None:
    (tmp_path / "home").write_text("in the way")
    outcome = run("check", "pool.json")
    assert outcome.status == 70
    assert "no report could be written" in outcome.error


def test_reports_lie_in_the_persons_own_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    import platformdirs

    monkeypatch.delenv("FORUM_DESK_HOME", raising=False)
    monkeypatch.setattr(platformdirs, "user_log_path", lambda *_args, **_more: tmp_path / "logs")
    assert str(tmp_path / "logs" / "faults.log") in faults.report(ValueError())


def test_a_refusal_never_has_more_than_three_lines(capsys: pytest.CaptureFixture[str]) -> None:
    streams.refuse(BadInput("a\nb\nc\x1b", "d\ne", "f"))
    assert capsys.readouterr().err == "a\nb\nc\ufffd: d\n"


def test_streams_that_are_no_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    streams.use_utf_8()


def test_main_takes_the_processs_own_arguments(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["forum-desk", "--version"])
    assert main() == 0
    assert capsys.readouterr().out.startswith("Forum Desk ")


def shell(redirected: str, *arguments: str | Path) -> "subprocess.CompletedProcess[bytes]":
    """Start the program with its streams redirected as a shell does."""
    line = " ".join([shlex.quote(str(each)) for each in (*COMMAND, *arguments)] + [redirected])
    # As a user starts it: buffered, so that what could not be written is tried again at the end.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    command = ["/bin/sh", "-c", line]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=False, timeout=120)


@pytest.mark.parametrize(
    ("redirected", "said"),
    [
        (">/dev/full", b"standard output: it cannot be written (no space left on device).\n"),
        (">&-", b"standard output: it cannot be written (bad file descriptor).\n"),
    ],
)
def test_output_that_goes_nowhere_is_said_in_a_line(redirected: str, said: bytes) -> None:
    done = shell(redirected, "check", EXAMPLE)
    assert done.returncode == 2
    assert done.stderr == said + b"Check where it goes to.\n"


@pytest.mark.parametrize("redirected", ["2>&-", "2>/dev/full", ">&- 2>&-"])
def test_bad_input_ends_with_two_even_where_nothing_can_be_said(redirected: str) -> None:
    assert shell(redirected, "check", "nowhere.json").returncode == 2


def test_a_damaged_file_names_its_newest_good_backup_and_the_way_back(run: Run, forum_file: Path) -> None:
    from desktop_app.models.backup import back_up

    backup = back_up(forum_file).path
    data = forum_file.read_bytes()
    forum_file.write_bytes(data[: len(data) // 2])
    outcome = run("check", forum_file)
    outcome.assert_refused()
    _what, named, way = outcome.error.splitlines()
    assert named == f"Newest good backup: {backup}"
    assert way.startswith("To go on with it, ")


def test_the_operator_of_a_new_forum(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("FORUM_DESK_HOME", str(tmp_path))
    monkeypatch.setattr("getpass.getuser", lambda: "ana")
    assert operator_of_user() == "ana"

    def nobody() -> str:
        raise KeyError("no such user")

    monkeypatch.setattr("getpass.getuser", nobody)
    assert operator_of_user() == "unknown"
    (tmp_path / "settings.json").write_text('{"operator": "Ana Silva"}')
    assert operator_of_user() == "Ana Silva"
