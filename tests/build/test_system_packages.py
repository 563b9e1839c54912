import os
import shutil
import subprocess
from collections.abc import Sequence

import pytest

from build import system_packages


class Recorder:
    """Runs nothing; answers each command with the next of its answers and remembers it."""

    def __init__(self, *answers: bool) -> None:
        self.answers = list(answers)
        self.commands: list[list[str]] = []

    def __call__(self, command: Sequence[str]) -> bool:
        self.commands.append(list(command))
        return self.answers.pop(0)


INSTALL = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "install", "-y", "--no-install-recommends"]
WAIT = ["-o", "DPkg::Lock::Timeout=60"]
UPDATE = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "update"]


def test_a_first_success_needs_no_lists() -> None:
    run = Recorder(True)
    assert system_packages.install("apt", ["libegl1"], (), run)
    assert run.commands == [[*INSTALL, *WAIT, "libegl1"]]


def test_the_lists_are_fetched_after_a_failure() -> None:
    run = Recorder(False, True, True)
    assert system_packages.install("apt", ["libegl1"], ("sudo", "-n"), run)
    again = ["sudo", "-n", *INSTALL, *WAIT, "libegl1"]
    assert run.commands == [again, ["sudo", "-n", *UPDATE], again]


def test_lists_that_cannot_be_fetched_end_it() -> None:
    run = Recorder(False, False)
    assert not system_packages.install("apt", ["libegl1"], (), run)
    assert len(run.commands) == 2


def test_a_manager_that_fetches_its_own_lists_is_asked_once() -> None:
    run = Recorder(False)
    assert not system_packages.install("dnf", ["libEGL.so.1()(64bit)"], (), run)
    assert run.commands == [["dnf", "install", "-y", "libEGL.so.1()(64bit)"]]


@pytest.mark.parametrize(
    ("name", "command"),
    [
        ("apt", "sudo apt-get install -y --no-install-recommends a b"),
        ("dnf", "sudo dnf install -y a b"),
        ("zypper", "sudo zypper --non-interactive install a b"),
        ("pacman", "sudo pacman -S --needed --noconfirm a b"),
    ],
)
def test_the_advice_is_one_command(monkeypatch: pytest.MonkeyPatch, name: str, command: str) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000, raising=False)
    assert system_packages.advice(name, ["a", "b"]) == command


def test_the_advice_quotes_what_a_shell_would_read() -> None:
    assert system_packages.advice("dnf", ["libEGL.so.1()(64bit)"]).endswith(" 'libEGL.so.1()(64bit)'")


def test_the_first_manager_found_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda program: f"/usr/bin/{program}" if program == "zypper" else None)
    assert system_packages.find_manager() == "zypper"
    monkeypatch.setattr(shutil, "which", lambda _: None)
    assert system_packages.find_manager() is None


def as_user(patch: pytest.MonkeyPatch, sudo: str | None, status: int) -> list[list[str]]:
    """Pretend to be a user without rights, on a machine with this sudo, which answers with this status."""
    asked: list[list[str]] = []

    def run(command: list[str], **_: object) -> subprocess.CompletedProcess[bytes]:
        asked.append(command)
        return subprocess.CompletedProcess(command, status)

    patch.setattr(os, "geteuid", lambda: 1000, raising=False)
    patch.setattr(shutil, "which", lambda _: sudo)
    patch.setattr(subprocess, "run", run)
    return asked


def test_the_administrator_needs_nothing_before_a_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0, raising=False)
    assert system_packages.privilege() == () or os.name != "posix"


def test_sudo_without_a_password_may(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = as_user(monkeypatch, "/usr/bin/sudo", 0)
    assert system_packages.privilege() == ("/usr/bin/sudo", "-n")
    assert asked == [["/usr/bin/sudo", "-n", "true"]]


def test_sudo_that_would_ask_may_not(monkeypatch: pytest.MonkeyPatch) -> None:
    as_user(monkeypatch, "/usr/bin/sudo", 1)
    assert system_packages.privilege() is None


def test_no_sudo_may_not(monkeypatch: pytest.MonkeyPatch) -> None:
    assert as_user(monkeypatch, None, 0) == []
    assert system_packages.privilege() is None


def test_a_command_shows_what_it_does_on_standard_error(capfd: pytest.CaptureFixture[str]) -> None:
    assert system_packages.install("pacman", ["a"], ("echo",))
    out, err = capfd.readouterr()
    assert out == ""
    line = "echo pacman -S --needed --noconfirm a"
    assert err == f"forum-desk: $ {line}\n{line.removeprefix('echo ')}\n"


def test_a_command_that_is_not_there_is_a_failure(capfd: pytest.CaptureFixture[str]) -> None:
    assert not system_packages.install("dnf", ["a"], ("forum-desk-no-such-program",))
    assert "forum-desk-no-such-program did not run" in capfd.readouterr().err
