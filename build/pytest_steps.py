"""A pytest plug-in: shows the checks that ran before the tests above pytest's own summary line."""

import json
import os
from typing import Protocol

#: Environment variable with the steps as JSON: a list of [name, passed, seconds].
VARIABLE = "FORUM_DESK_STEPS"


class Terminal(Protocol):
    """What is used of pytest's terminal reporter; a protocol, so that the set-up can import this without pytest."""

    def section(self, title: str, sep: str = "=") -> None:
        """Write a headed line."""

    def line(self, msg: str, *, red: bool = False) -> None:
        """Write one line."""


def pytest_terminal_summary(terminalreporter: Terminal) -> None:
    """Repeat the steps, the failed ones in red: a passed suite must not hide them."""
    steps = json.loads(os.environ.get(VARIABLE, "[]"))
    if not steps:
        return
    terminalreporter.section("checks before the tests")
    for name, passed, seconds in steps:
        terminalreporter.line(f"{name}: {'passed' if passed else 'FAILED'} ({seconds:.1f} s)", red=not passed)
