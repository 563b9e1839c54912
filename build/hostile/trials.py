"""One trial: a file is laid out, read by a process of its own, and what that left behind is judged."""

import os
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import traceback
import unicodedata
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Final

from build.hostile.case import Case
from build.hostile.readers import OUT, Reader
from desktop_app.cli import status

ROOT: Final = Path(__file__).resolve().parents[2]
MOST_MEMORY: Final = 500_000_000
"""Bytes that a process may have at once."""
MOST_SECONDS: Final = 10
"""Of the processor: the clock of a machine that others use as well says nothing."""
_PATIENCE: Final = 60
"""Seconds of the clock after which a process waits for something that never comes."""
_MORE_MEMORY: Final = 600_000_000
"""Beyond what a process has when it begins; there it ends, so that no input harms the machine."""
_LARGEST_FILE: Final = 400_000_000
_LONGEST_LINE: Final = 2_000
_LINES: Final = 3
_KILOBYTE: Final = 1024


@dataclass(frozen=True)
class Outcome:
    """What a reader did with a file.

    Attributes:
        status: exit status; negative where a signal ended it.
        out: standard output.
        error: standard error.
        memory: most bytes at once.
        seconds: of the processor.
    """

    status: int
    out: bytes
    error: bytes
    memory: int
    seconds: int


def tried(case: Case, reader: Reader, *, apart: bool) -> tuple[list[str], Outcome]:
    """Lay a case out, let a reader read it, and return what is wrong (nothing: all is well) and what it did.

    Args:
        case: the input.
        reader: what reads it.
        apart: whether to start the program anew, as a person does, instead of a copy of this process.
    """
    with tempfile.TemporaryDirectory(prefix="forum-desk-hostile-") as name:
        folder, around = Path(name) / "folder", Path(name) / "around"
        for each in (folder, around, around / "tmp", around / "home"):
            each.mkdir()
        path = case.lay_out(folder)
        before = _seen(folder)
        outcome = (_started if apart else _forked)(reader, path, around)
        wrong = _judged(outcome, reader)
        wrong += _left(before, _seen(folder), is_taken=outcome.status == status.FINE)
        wrong += [f"{each.relative_to(around)} was left behind" for each in sorted((around / "tmp").rglob("*"))]
        wrong += [f"{each.relative_to(around)} was written" for each in sorted((around / "home").rglob("*"))]
        return wrong, outcome


def _environment(around: Path) -> dict[str, str]:
    return {
        **{name: value for name, value in os.environ.items() if name not in {"DISPLAY", "WAYLAND_DISPLAY"}},
        "TMPDIR": str(around / "tmp"),
        "HOME": str(around / "home"),
        "FORUM_DESK_HOME": str(around / "home"),
        "PYTHONPATH": str(ROOT),
        "PYTHONDONTWRITEBYTECODE": "1",
    }


def _limited(extra: int) -> None:
    """Keep this process from harming the machine."""
    # A library may not notice that memory or the disk ends; the process ends then.
    resource.setrlimit(resource.RLIMIT_AS, (extra, extra))
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS + 2))
    resource.setrlimit(resource.RLIMIT_FSIZE, (_LARGEST_FILE, _LARGEST_FILE))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _forked(reader: Reader, path: Path, around: Path) -> Outcome:
    """Read in a copy of this process, which has everything loaded."""
    child = os.fork()
    if child == 0:
        _read_and_end(reader, path, around)
    outcome = _waited(child, around)
    # What the input cost to make, and what was made before, is in the copy's memory when it begins. The copy says how
    # much that is: it is less than what is here, because it maps the libraries' files again only where it uses them.
    began_with = int((around / "began").read_text("ascii"))
    return replace(outcome, memory=outcome.memory - began_with + _resting())


def _memory() -> tuple[int, int]:
    """Return what this process has in address space and in memory."""
    virtual, resident, *_others = map(int, Path("/proc/self/statm").read_text("ascii").split())
    return virtual * resource.getpagesize(), resident * resource.getpagesize()


@cache
def _resting() -> int:
    """Return what this process has in memory before the first input is made."""
    return _memory()[1]


def get_ready() -> None:
    """Note what this process has in memory with everything loaded."""
    _resting()


def _read_and_end(reader: Reader, path: Path, around: Path) -> None:
    code = status.FAULT
    try:
        virtual, resident = _memory()
        (around / "began").write_text(str(resident), "ascii")
        for name, number in (("out", 1), ("error", 2)):
            os.dup2(os.open(around / name, os.O_CREAT | os.O_WRONLY, 0o600), number)
        sys.stdout, sys.stderr = (os.fdopen(number, "w", encoding="utf-8", closefd=False) for number in (1, 2))
        os.environ.update(_environment(around))
        tempfile.tempdir = str(around / "tmp")
        os.chdir(path.parent)
        _limited(virtual + _MORE_MEMORY)
        signal.alarm(_PATIENCE)
        code = reader.read(Path(path.name))
        sys.stdout.flush()
        sys.stderr.flush()
    except BaseException:  # noqa: BLE001 - whatever came through is what is looked for
        traceback.print_exc()
        sys.stderr.flush()
    finally:
        os._exit(code)


def _started(reader: Reader, path: Path, around: Path) -> Outcome:
    """Start the program itself."""
    arguments = [path.name if each == "{}" else each for each in reader.arguments]
    with (around / "out").open("wb") as out, (around / "error").open("wb") as error:
        process = subprocess.Popen(
            [sys.executable, "-m", "desktop_app", *arguments],
            cwd=path.parent,
            env=_environment(around),
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=error,
        )
        resource.prlimit(process.pid, resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS + 2))
        resource.prlimit(process.pid, resource.RLIMIT_FSIZE, (_LARGEST_FILE, _LARGEST_FILE))
        return _waited(process.pid, around, is_new=True)


def _high_water(process: int) -> int:
    """Return the most memory that a process has had since it began its program; 0 where it has ended."""
    try:
        lines = Path(f"/proc/{process}/status").read_text("ascii", "replace").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * _KILOBYTE for line in lines if line.startswith("VmHWM:")), 0)


def _waited(process: int, around: Path, *, is_new: bool = False) -> Outcome:
    """Wait for the end of a process.

    Args:
        process: its number.
        around: where its output is.
        is_new: whether it is a program of its own; the system counts for it what this process had when it began.
    """
    memory = 0
    until = time.monotonic() + 2 * _PATIENCE
    while True:
        found, result, usage = os.wait4(process, os.WNOHANG)
        if found:
            break
        if time.monotonic() > until:
            os.kill(process, signal.SIGKILL)
        memory = max(memory, _high_water(process)) if is_new else 0
        time.sleep(0.002)
    return Outcome(
        os.waitstatus_to_exitcode(result),
        (around / "out").read_bytes(),
        (around / "error").read_bytes(),
        memory if is_new else usage.ru_maxrss * _KILOBYTE,
        int(usage.ru_utime + usage.ru_stime),
    )


def _seen(folder: Path) -> dict[str, tuple[int, int]]:
    """Return size and time of everything in a folder."""
    return {
        str(path.relative_to(folder)): (path.lstat().st_size, path.lstat().st_mtime_ns) for path in folder.rglob("*")
    }


def _left(before: dict[str, tuple[int, int]], now: dict[str, tuple[int, int]], *, is_taken: bool) -> list[str]:
    changed = [f"{name} was changed or removed" for name, seen in before.items() if now.get(name) != seen]
    new = [name for name in now if name not in before]
    allowed = [name for name in new if name.startswith(f"{OUT}.")] if is_taken else []
    return changed + [f"{name} was written beside it" for name in new if name not in allowed]


def _judged(outcome: Outcome, reader: Reader) -> list[str]:
    wrong = []
    if outcome.status < 0:
        wrong.append(f"it was ended by {signal.Signals(-outcome.status).name}")
    elif outcome.status not in reader.promised:
        wrong.append(f"it ended with {outcome.status}")
    if outcome.memory > MOST_MEMORY:
        wrong.append(f"it took {outcome.memory // 1_000_000} MB")
    if outcome.seconds >= MOST_SECONDS:
        wrong.append(f"it took {outcome.seconds} s")
    error = outcome.error.decode("utf-8", "replace")
    if outcome.status == status.BAD_INPUT:
        wrong += _words(error)
        if outcome.out:
            wrong.append("a refusal wrote to standard output")
    elif error:
        wrong.append("standard error is not empty")
    if _steers(error) or _steers(outcome.out.decode("utf-8", "replace")):
        wrong.append("its words steer the terminal")
    return wrong


def _steers(text: str) -> bool:
    return any(unicodedata.category(sign) == "Cc" and sign not in "\n\t" for sign in text)


def _words(error: str) -> list[str]:
    """Return what is wrong with the words of a refusal."""
    lines = error.splitlines()
    wrong = []
    if not 1 <= len(lines) <= _LINES:
        wrong.append(f"it said {len(lines)} lines")
    if any(len(line) > _LONGEST_LINE for line in lines):
        wrong.append("it said a line of more than 2 000 characters")
    if "Traceback" in error or "internal error" in error:
        wrong.append("it failed")
    return wrong


def keep(case: Case, folder: Path, words: list[str], outcome: Outcome) -> None:
    """Keep an input that failed, with what was wrong."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    case.lay_out(folder)
    said = b"\n".join((b"", outcome.out[-4_000:], outcome.error[-8_000:]))
    (folder / "WRONG.txt").write_bytes("\n".join([case.about, *words]).encode() + said)
