"""The program as it is started: a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

from desktop_app.models.forum_file import read_forum
from desktop_app.places import HOME_VARIABLE, SAMPLE_NAME
from desktop_app.views.settings import Settings

SCRIPT = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from desktop_app.views import application, file_commands
from desktop_app.views.dialogs.operator import OperatorDialog

OperatorDialog.ask = classmethod(lambda cls, parent, current: "Ana Silva")
opened = file_commands.FileCommands.start

def start(self, path):
    opened(self, path)
    print(self._window.windowTitle())
    print(QApplication.applicationName(), QApplication.windowIcon().isNull())
    QTimer.singleShot(300, self._window.close)

file_commands.FileCommands.start = start
raise SystemExit(application.run())
"""


def start(home: Path) -> list[str]:
    environ = {**os.environ, HOME_VARIABLE: str(home), "QT_QPA_PLATFORM": "offscreen"}
    ended = subprocess.run(
        [sys.executable, "-W", "error", "-c", SCRIPT],
        env=environ,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    return ended.stdout.splitlines()


def test_it_starts_with_a_copy_of_the_sample_and_then_with_the_last_forum(tmp_path: Path) -> None:
    lines = start(tmp_path)
    title = "Annual Solidarity Pool for 2026 (public sources)"
    assert lines == [f"{title} – {SAMPLE_NAME} – Forum Desk", "Forum Desk False"]
    sample = tmp_path / "Forums" / SAMPLE_NAME
    assert read_forum(sample).year == 2026
    settings = Settings.load(tmp_path / "settings.json")
    assert (settings.operator, settings.last_forum) == ("Ana Silva", str(sample))
    made = sample.stat().st_mtime_ns
    assert start(tmp_path) == lines
    assert sample.stat().st_mtime_ns == made
