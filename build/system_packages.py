"""The system's package manager: which one there is, the one command for what is missing, and whether it may run."""

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from build.progress import say

#: Seconds after which an installation is given up: a mirror that does not answer must not hold the start for ever.
PATIENCE = 600

Runner = Callable[[Sequence[str]], bool]


class Manager(NamedTuple):
    """A package manager: how it is found, how it installs, and how it fetches its lists where it needs telling."""

    program: str
    install: tuple[str, ...]
    refresh: tuple[str, ...] = ()

    def command(self, packages: Sequence[str], prefix: Sequence[str] = ()) -> list[str]:
        """Return the command that installs the packages."""
        return [*prefix, *self.install, *packages]


_LOCK_WAIT = ("-o", "DPkg::Lock::Timeout=60")

MANAGERS: Mapping[str, Manager] = {
    "apt": Manager("apt-get", ("apt-get", "install", "-y", "--no-install-recommends"), ("apt-get", "update")),
    "dnf": Manager("dnf", ("dnf", "install", "-y")),
    "zypper": Manager("zypper", ("zypper", "--non-interactive", "install")),
    "pacman": Manager("pacman", ("pacman", "-S", "--needed", "--noconfirm"), ("pacman", "-Sy")),
}


def find_manager() -> str | None:
    """Return the name of this system's package manager (a key of `MANAGERS`), or None for one we do not know."""
    return next((name for name, manager in MANAGERS.items() if shutil.which(manager.program)), None)


def privilege() -> tuple[str, ...] | None:
    """Return what stands before a command to run it as administrator without a question, or None where it may not."""
    if os.name == "posix" and os.geteuid() == 0:
        return ()
    sudo = shutil.which("sudo")
    if sudo is None:
        return None
    try:
        question = [sudo, "-n", "true"]
        allowed = subprocess.run(question, stdin=subprocess.DEVNULL, capture_output=True, timeout=10, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return None
    return (sudo, "-n") if allowed.returncode == 0 else None


def advice(name: str, packages: Sequence[str]) -> str:
    """Return the one command that a person types to install the packages."""
    prefix = () if os.name == "posix" and os.geteuid() == 0 else ("sudo",)
    return shlex.join(MANAGERS[name].command(packages, prefix))


def install(name: str, packages: Sequence[str], prefix: Sequence[str], run: Runner | None = None) -> bool:
    """Install the packages without a question; fetch the lists first where a first try fails; return whether it worked.

    Args:
        name: key of `MANAGERS`.
        packages: what to install, in this manager's names.
        prefix: what `privilege` returned.
        run: runs one command and says whether it worked; the default shows its output on standard error.
    """
    run = run or _run
    manager = MANAGERS[name]
    quiet = ("env", "DEBIAN_FRONTEND=noninteractive") if name == "apt" else ()
    command = manager.command([*_LOCK_WAIT, *packages] if name == "apt" else packages, (*prefix, *quiet))
    if run(command):
        return True
    return bool(manager.refresh) and run([*prefix, *quiet, *manager.refresh]) and run(command)


def _run(command: Sequence[str]) -> bool:
    say("$ " + shlex.join(command))
    try:
        done = subprocess.run(
            command, stdin=subprocess.DEVNULL, stdout=sys.stderr.fileno(), timeout=PATIENCE, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as problem:
        say(f"{command[0]} did not run: {problem}")
        return False
    return done.returncode == 0
