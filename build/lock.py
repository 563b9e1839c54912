"""Writes the hash-pinned locks from pyproject.toml, for every platform and Python at once.

uv resolves them, fetched for this one purpose into an environment that is thrown away: nobody who runs or tests the
program needs it. The locks name no package index, so that an organisation's own mirror serves as well as the public
one.
"""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

from build import environment
from build.progress import SetupError, say

UV = "uv==0.13.9"

#: Releases younger than this are left alone: most malicious ones are found and taken down within days.
COOL_DOWN = "7 days"

_OPTIONS = (
    "--universal",
    "--python-version=3.11",
    "--generate-hashes",
    "--no-emit-index-url",
    "--no-emit-find-links",
    "--only-binary=:all:",
    f"--exclude-newer={COOL_DOWN}",
    "--annotation-style=line",
    "--no-header",
    "--quiet",
)

#: What would tie a lock to one place or let an unchecked file in.
_FORBIDDEN = re.compile(r"^\s*(-i|-f|-e|--(extra-)?index-url|--find-links|--trusted-host)\b|://|@ ", re.MULTILINE)


def write(*, upgrade: bool) -> None:
    """Write both locks; without `upgrade` pins that still satisfy pyproject.toml stay as they are.

    Raises:
        SetupError: uv could not be fetched or could not resolve.
    """
    with tempfile.TemporaryDirectory(prefix="forum-desk-lock-") as folder:
        venv = Path(folder, "venv")
        _call([sys.executable, "-I", "-m", "venv", str(venv)])
        python = str(environment.python(venv))
        _call([python, "-I", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", UV])
        compile_lock = [python, "-I", "-m", "uv", "--no-config", "pip", "compile", "pyproject.toml", *_OPTIONS]
        if upgrade:
            compile_lock.append("--upgrade")
        run, development = (environment.lock_file(kind) for kind in (environment.RUN, environment.DEVELOPMENT))
        _call([*compile_lock, "--output-file", _relative(run)])
        # The run-time lock binds the development one, so that tests run with the versions that users get.
        within = ["--group", "dev", "--constraint", _relative(run)]
        _call([*compile_lock, *within, "--output-file", _relative(development)])
    for written in (run, development):
        check(written)
        say(f"wrote {_relative(written)}")


def check(path: Path) -> None:
    """Refuse a lock that names an index, an address or a package without hashes.

    Raises:
        SetupError: The lock is not one that may be used.
    """
    text = path.read_text(encoding="utf-8")
    if found := _FORBIDDEN.search(text):
        raise SetupError(f"{path.name} names a place: {found.group().strip()!r}")
    for name, requirement in requirements(text).items():
        if "--hash=sha256:" not in requirement:
            raise SetupError(f"{path.name} has no hash for {name}")


def requirements(text: str) -> dict[str, str]:
    """Return the lines of a lock without comments, each with all its hashes, by its pin (name, version, marker)."""
    joined = re.sub(r"\\\n\s*", " ", text)
    lines = [line.strip() for line in joined.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    return {line.split(" --hash", 1)[0].strip(): line for line in lines}


def _relative(path: Path) -> str:
    return path.relative_to(environment.ROOT).as_posix()


def _call(command: list[str]) -> None:
    done = subprocess.run(command, cwd=environment.ROOT, env=environment.clean_environ(), check=False)
    if done.returncode != 0:
        raise SetupError(f"writing the locks failed at: {' '.join(command[1:6])} …")
