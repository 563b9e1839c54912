"""What the tests of the commands share."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest

from desktop_app.cli import main

EXAMPLE: Final = Path(__file__).parents[1] / "examples" / "annual-pool.json"


@dataclass(frozen=True)
class Outcome:
    """What a command did.

    Attributes:
        status: exit status.
        out: standard output.
        error: standard error.
    """

    status: int
    out: str
    error: str

    def assert_refused(self) -> None:
        """Bad input: status 2, nothing on standard output, one to three lines on standard error."""
        assert self.status == 2, self
        assert self.out == ""
        assert 1 <= len(self.error.splitlines()) <= 3, self.error
        assert "Traceback" not in self.error


Run = Callable[..., Outcome]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Run the program in this process, in an empty folder, with no display and no settings."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("FORUM_DESK_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)

    def once(*arguments: str | Path) -> Outcome:
        capsys.readouterr()
        status = main([str(each) for each in arguments])
        captured = capsys.readouterr()
        return Outcome(status, captured.out, captured.err)

    return once


@pytest.fixture
def document(tmp_path: Path) -> Path:
    """A copy of the worked example, in which nothing blocks."""
    path = tmp_path / "pool.json"
    path.write_bytes(EXAMPLE.read_bytes())
    return path


@pytest.fixture
def forum_file(run: Run, document: Path, tmp_path: Path) -> Path:
    """A forum file of the worked example."""
    path = tmp_path / "pool.forum"
    assert run("new", path, "--from", document).status == 0
    return path
