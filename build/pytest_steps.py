"""A pytest plug-in: shows the checks that ran before and beside the tests above pytest's own summary line."""

import json
import os
import time
from pathlib import Path
from typing import Protocol

#: Environment variable with the steps as JSON: a list of [name, passed, seconds].
VARIABLE = "FORUM_DESK_STEPS"

#: Environment variable with the file that appears when the step beside the tests ends: [name, passed, seconds, output].
BESIDE = "FORUM_DESK_STEP_BESIDE"


class Terminal(Protocol):
    """What is used of pytest's terminal reporter; a protocol, so that the set-up can import this without pytest."""

    def section(self, title: str, sep: str = "=") -> None:
        """Write a headed line."""

    def line(self, msg: str, *, red: bool = False) -> None:
        """Write one line."""


def pytest_terminal_summary(terminalreporter: Terminal) -> None:
    """Repeat the steps, the failed ones in red: a passed suite must not hide them."""
    steps = json.loads(os.environ.get(VARIABLE, "[]"))
    if BESIDE in os.environ:
        name, passed, seconds, output = _told(Path(os.environ[BESIDE]))
        steps.append([name, passed, seconds])
        terminalreporter.section(name)
        for line in output.splitlines():
            terminalreporter.line(line, red=not passed)
    if not steps:
        return
    terminalreporter.section("checks besides the tests")
    for name, passed, seconds in steps:
        terminalreporter.line(f"{name}: {'passed' if passed else 'FAILED'} ({seconds:.1f} s)", red=not passed)


def _told(file: Path) -> tuple[str, bool, float, str]:
    """Wait for the step beside the tests, and return what is told of it."""
    while not file.exists():
        time.sleep(0.1)
    name, passed, seconds, output = json.loads(file.read_text(encoding="utf-8"))
    return name, passed, seconds, output
