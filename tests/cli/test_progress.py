"""How far a command is: one line on a terminal, nothing anywhere else; and an end that leaves nothing behind."""

import io
import os
import subprocess
import sys
from itertools import count
from pathlib import Path

import pytest

from desktop_app.cli import progress
from desktop_app.models.errors import Cancelled
from tests.cli.conftest import Run

ROOT = Path(__file__).resolve().parents[2]


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def told(monkeypatch: pytest.MonkeyPatch, stream: io.StringIO | None, *pairs: tuple[int, int]) -> str:
    monkeypatch.setattr(sys, "stderr", stream)
    ticks = count()
    with progress.shown("Verifying \x1bpool.forum", clock=lambda: next(ticks)) as tell:
        for done, total in pairs:
            tell(done, total)
    return stream.getvalue() if stream is not None else ""


def test_a_terminal_shows_one_line_that_is_wiped(monkeypatch: pytest.MonkeyPatch) -> None:
    said = told(monkeypatch, Terminal(), (1, 4), (5, 4), (7, 0))
    lines = [line for line in said.split("\r\x1b[K") if line]
    assert lines == [
        "Verifying \ufffdpool.forum: 25 %",
        "Verifying \ufffdpool.forum: 100 %",
        "Verifying \ufffdpool.forum: 7",
    ]
    assert said.endswith("\r\x1b[K")


def test_elsewhere_nothing_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    assert told(monkeypatch, io.StringIO(), (1, 4)) == ""
    assert told(monkeypatch, None, (1, 4)) == ""


def test_what_is_over_at_once_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    with progress.shown("Exporting", clock=lambda: 5.0) as tell:
        tell(1, 2)
    assert terminal.getvalue() == ""


def test_a_terminal_that_is_gone_stops_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    class Gone(Terminal):
        def write(self, _text: str) -> int:
            raise OSError(5, "Input/output error")

    assert told(monkeypatch, Gone(), (1, 4)) == ""


def test_work_that_ends_itself_ends_like_an_interrupt(
    run: Run, forum_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_arguments: object, **_options: object) -> None:
        raise Cancelled

    monkeypatch.setattr("desktop_app.models.verify.verify", stopped)
    outcome = run("verify", forum_file)
    assert (outcome.status, outcome.out, outcome.error) == (130, "", "")


_INTERRUPTED_AT_A_SHEET = """
import os, signal, sys
from desktop_app.models import table_workbook, tables
fill = table_workbook._fill
def interrupted(*arguments):
    fill(*arguments)
    os.kill(os.getpid(), signal.SIGINT)
table_workbook._fill = interrupted
from desktop_app.cli import main
sys.exit(main(sys.argv[1:]))
"""


def test_ctrl_c_in_the_middle_leaves_nothing_behind(forum_file: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.xlsx"
    out.write_text("what was there before", "utf-8")
    before = {path.name for path in tmp_path.iterdir()}
    done = subprocess.run(
        [sys.executable, "-c", _INTERRUPTED_AT_A_SHEET, "export", str(forum_file), "--out", str(out)],
        cwd=ROOT,
        env={**os.environ, "FORUM_DESK_HOME": str(tmp_path / "home")},
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")
    assert out.read_text("utf-8") == "what was there before"
    assert {path.name for path in tmp_path.iterdir()} == before
