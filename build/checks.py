"""What `bootstrap.py test` runs: each step named with its time, all of them even after a failure, pytest last.

The longest check runs beside the tests: begun before them, it would keep one core busy and let the others wait.
"""

import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from build import environment
from build.pytest_steps import BESIDE, VARIABLE

#: Tests share the machine's cores; more than this costs more memory than it saves time.
MOST_WORKERS = 4


@dataclass(frozen=True)
class Step:
    """A check besides the tests: its name and the module with arguments that the environment's Python runs."""

    name: str
    arguments: tuple[str, ...]


STEPS = (
    Step("packages fit together", ("pip", "check")),
    Step("ruff check", ("ruff", "check", ".")),
    Step("ruff format", ("ruff", "format", "--check", ".")),
)
TYPES = Step("mypy", ("mypy",))


def everything(python: str, environ: Mapping[str, str]) -> int:
    """Run all steps, and the tests with coverage; return 0 only when every one passed."""
    results = [_timed(python, step, environ) for step in STEPS]
    with tempfile.TemporaryDirectory(prefix="forum-desk-checks-") as folder:
        beside = Beside(python, TYPES, environ, Path(folder, "beside.json"))
        _say(f"pytest, and beside it {TYPES.name} …")
        # pytest shows the steps again above its summary, which so stays the last line of the whole run.
        environ = {**environ, VARIABLE: json.dumps(results), BESIDE: str(beside.told)}
        options = ("--cov", "--benchmark-disable", "-p", "build.pytest_steps")
        passed = _module(python, ("pytest", *_workers(), *options), environ)
        beside.join()
    return 0 if passed and beside.passed and all(ok for _, ok, _ in results) else 1


class Beside(threading.Thread):
    """A step that runs beside the tests.

    Attributes:
        told: the file in which pytest's plug-in finds name, result, seconds and output, once it has ended.
        passed: whether it passed; ``False`` until it has ended.
    """

    def __init__(self, python: str, step: Step, environ: Mapping[str, str], told: Path) -> None:
        super().__init__(name=step.name)
        self._command = [python, "-m", *step.arguments]
        self._environ = environ
        self.told = told
        self.passed = False
        self.start()

    def run(self) -> None:
        """Run it to its end and tell."""
        began = time.monotonic()
        output = "it could not be started"
        try:
            done = subprocess.run(
                self._command,
                cwd=environment.ROOT,
                env=self._environ,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                encoding="utf-8",
                errors="replace",
                check=False,
            )
            output, self.passed = done.stdout, done.returncode == 0
        finally:
            part = self.told.with_suffix(".part")
            part.write_text(json.dumps([self.name, self.passed, round(time.monotonic() - began, 1), output]), "utf-8")
            part.replace(self.told)


def only_tests(python: str, arguments: Sequence[str], environ: Mapping[str, str]) -> int:
    """Run pytest with these arguments and return its exit status."""
    return _status(python, ("pytest", *arguments), environ)


def _timed(python: str, step: Step, environ: Mapping[str, str]) -> tuple[str, bool, float]:
    _say(f"{step.name} …")
    began = time.monotonic()
    passed = _module(python, step.arguments, environ)
    seconds = time.monotonic() - began
    _say(f"{step.name}: {'passed' if passed else 'FAILED'} after {seconds:.1f} s")
    return step.name, passed, round(seconds, 1)


def _workers() -> tuple[str, ...]:
    """Return how pytest is told to share out the tests; on one core it is quicker not to."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return ("-n", str(min(cores, MOST_WORKERS)), "--dist", "worksteal") if cores > 1 else ()


def _module(python: str, arguments: Sequence[str], environ: Mapping[str, str]) -> bool:
    return _status(python, arguments, environ) == 0


def _status(python: str, arguments: Sequence[str], environ: Mapping[str, str]) -> int:
    command = [python, "-m", *arguments]
    return subprocess.run(command, cwd=environment.ROOT, env=environ, stdin=subprocess.DEVNULL, check=False).returncode


def _say(text: str) -> None:
    sys.stdout.write(f"== {text}\n")
    sys.stdout.flush()
