import json
import os
import subprocess
from pathlib import Path

import pytest

from build import checks, environment, pytest_steps

PYTHON = "python-of-the-environment"


class Machine:
    """Runs nothing: remembers each command and its environment, fails those whose module is named."""

    def __init__(self, patch: pytest.MonkeyPatch, failing: set[str]) -> None:
        self.failing = failing
        self.commands: list[list[str]] = []
        self.told: list[object] = []
        self.steps: list[list[object]] = []
        patch.setattr(subprocess, "run", self.run)

    def run(self, command: list[str], *, env: dict[str, str], **_: object) -> subprocess.CompletedProcess[str]:
        assert command[:2] == [PYTHON, "-m"]
        self.commands.append(command[2:])
        if pytest_steps.VARIABLE in env:
            self.steps = json.loads(env[pytest_steps.VARIABLE])
            self.told = list(pytest_steps._told(Path(env[pytest_steps.BESIDE])))
        return subprocess.CompletedProcess(command, 1 if command[2] in self.failing else 0, stdout="what it said")


@pytest.mark.parametrize(
    ("failing", "status"), [(set(), 0), ({"pip"}, 1), ({"ruff"}, 1), ({"mypy"}, 1), ({"pytest"}, 1)]
)
def test_all_steps_run_and_each_one_counts(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], failing: set[str], status: int
) -> None:
    machine = Machine(monkeypatch, failing)
    assert checks.everything(PYTHON, {}) == status
    assert [command[0] for command in machine.commands[:3]] == ["pip", "ruff", "ruff"]
    beside, pytest_itself = sorted(machine.commands[3:])
    assert beside == ["mypy"]
    assert pytest_itself[0] == "pytest"
    assert "--cov" in pytest_itself
    passed = {name: ok for name, ok, _ in machine.steps}
    assert passed == {step.name: step.arguments[0] not in failing for step in checks.STEPS}
    assert machine.told[:2] == ["mypy", "mypy" not in failing]
    assert machine.told[3] == "what it said"
    said = capfd.readouterr().out
    assert all(f"== {step.name} …\n" in said for step in checks.STEPS)
    assert ("FAILED" in said) == bool(failing - {"mypy", "pytest"})


def test_a_check_that_cannot_start_beside_the_tests_has_not_passed(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    complaints: list[object] = []
    monkeypatch.setattr("threading.excepthook", complaints.append)
    beside = checks.Beside(str(tmp_path / "no python"), checks.TYPES, {}, tmp_path / "told.json")
    beside.join()
    assert not beside.passed
    assert pytest_steps._told(beside.told)[1] is False
    assert len(complaints) == 1


def test_arguments_run_only_pytest(monkeypatch: pytest.MonkeyPatch) -> None:
    machine = Machine(monkeypatch, {"pytest"})
    assert checks.only_tests(PYTHON, ["tests/calc", "-k", "key"], {}) == 1
    assert machine.commands == [["pytest", "tests/calc", "-k", "key"]]


@pytest.mark.parametrize(
    ("cores", "options"), [(1, ()), (2, ("-n", "2", "--dist", "worksteal")), (64, ("-n", "4", "--dist", "worksteal"))]
)
def test_the_tests_share_the_cores(monkeypatch: pytest.MonkeyPatch, cores: int, options: tuple[str, ...]) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: range(cores), raising=False)
    assert checks._workers() == options


class Terminal:
    def __init__(self) -> None:
        self.lines: list[tuple[str, bool]] = []

    def section(self, title: str, sep: str = "=") -> None:
        self.lines.append((f"{sep} {title}", False))

    def line(self, msg: str, *, red: bool = False) -> None:
        self.lines.append((msg, red))


def test_the_steps_are_shown_above_the_summary(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    told = tmp_path / "told.json"
    told.write_text(json.dumps(["mypy", False, 12.0, "a.py:1: wrong\na.py:2: wrong"]), encoding="utf-8")
    monkeypatch.setenv(pytest_steps.VARIABLE, json.dumps([["ruff check", True, 0.25]]))
    monkeypatch.setenv(pytest_steps.BESIDE, str(told))
    terminal = Terminal()
    pytest_steps.pytest_terminal_summary(terminal)
    assert terminal.lines == [
        ("= mypy", False),
        ("a.py:1: wrong", True),
        ("a.py:2: wrong", True),
        ("= checks besides the tests", False),
        ("ruff check: passed (0.2 s)", False),
        ("mypy: FAILED (12.0 s)", True),
    ]


def test_without_steps_nothing_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(pytest_steps.VARIABLE, raising=False)
    monkeypatch.delenv(pytest_steps.BESIDE, raising=False)
    terminal = Terminal()
    pytest_steps.pytest_terminal_summary(terminal)
    assert terminal.lines == []


def test_the_integration_script_runs_them() -> None:
    script = Path(environment.ROOT, ".ci", "run")
    assert "exec python3 build/bootstrap.py test </dev/null\n" in script.read_text(encoding="utf-8")
    assert os.access(script, os.X_OK) or os.name == "nt"
