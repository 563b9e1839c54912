"""How long a publication pack takes: 24 languages in every format with a manifest, as a cold command on two cores.

It is held against the same command for one language: what of it is the start, and what a language costs.
"""

import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from build.benchmarks.timing import Line, milliseconds_of

_CORES = 2
_MOST_MS = 10_000.0
_MOST_TIMES = 8.0


def publishing(
    program: Sequence[str], file: Path, folder: Path, environment: Mapping[str, str], runs: int
) -> Iterator[Line]:
    """Publish one language and all of them in turn, so that a machine that drifts does so for both.

    Args:
        program: the command that starts the program.
        file: a forum file.
        folder: for the packs.
        environment: of the program.
        runs: how often each.
    """
    out = folder / "pack"
    times: dict[str, list[float]] = {"": [], "el": []}
    for _ in range(runs + 1):
        for languages in times:
            command = [*program, "publish", str(file), "--out", str(out), "--draft", "--languages", languages]
            times[languages] += milliseconds_of(partial(_run, command, environment), 1)
            shutil.rmtree(out)
    one = Line(f"publish, one language, {_said()}", times["el"][1:])
    yield one
    yield replace(
        one,
        what=f"publish, 24 languages, {_said()}",
        times=times[""][1:],
        aim="≤ 10 s, ≤ 8 ×",
        bound=_MOST_MS,
        peer=one.median,
        peer_name="one language",
        ratio=_MOST_TIMES,
    )


def _said() -> str:
    return f"{_CORES} cores" if hasattr(os, "sched_setaffinity") else "all cores"


def _run(command: Sequence[str], environment: Mapping[str, str], _number: int) -> None:
    """Run a command on the last cores of those that there are, where the system lets one choose."""
    before = os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else set()
    if before:
        # A process runs where the one that starts it does.
        os.sched_setaffinity(0, sorted(before)[-_CORES:])
    try:
        subprocess.run(command, check=True, capture_output=True, env={**os.environ, **environment})
    finally:
        if before:
            os.sched_setaffinity(0, before)
