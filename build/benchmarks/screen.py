"""When is a window there, filled and painted? Seen from the outside, on the pixels of a virtual screen.

Xvfb keeps its picture in a file (``-fbdir``), which is read here many times a second: a program is painted
when the last large change of the picture happened before a second of quiet. The same measure serves any
program, ours and others, and costs them nothing.
"""

import mmap
import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

WIDTH, HEIGHT = 1920, 1080
QUIET_SECONDS = 1.0
LONGEST_SECONDS = 20.0
LARGE = 0.05
"""A change of more than this part of the strips counts; a blinking cursor or a line in the status bar does not."""
BLOCKS = 200


@dataclass(frozen=True)
class Screen:
    """A running virtual screen: its name for DISPLAY and its picture."""

    display: str
    picture: mmap.mmap

    def blocks(self) -> list[int]:
        """Return a number for each horizontal strip of the picture, which changes with it."""
        size = len(self.picture) // BLOCKS
        return [hash(self.picture[place * size : (place + 1) * size]) for place in range(BLOCKS)]


@contextmanager
def screen(number: int = 78) -> Iterator[Screen | None]:
    """Run a virtual screen, or yield None where there is no Xvfb."""
    if shutil.which("Xvfb") is None:
        yield None
        return
    with tempfile.TemporaryDirectory() as folder:
        server = subprocess.Popen(
            ["Xvfb", f":{number}", "-screen", "0", f"{WIDTH}x{HEIGHT}x24", "-fbdir", folder],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            picture = Path(folder, "Xvfb_screen0")
            for _ in range(200):
                if picture.exists() and picture.stat().st_size > WIDTH * HEIGHT * 4:
                    break
                time.sleep(0.05)
            with picture.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as view:
                yield Screen(f":{number}", view)
        finally:
            server.terminate()
            server.wait(10)


def painted_after(command: Sequence[str], on: Screen, environment: Mapping[str, str]) -> float:
    """Start a program and return the milliseconds until its window was filled and painted; then end it."""
    before = on.blocks()
    started = last = time.perf_counter()
    seen = False
    program = subprocess.Popen(
        list(command),
        env={**os.environ, **environment, "DISPLAY": on.display},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        while time.perf_counter() - started < LONGEST_SECONDS:
            now, moment = on.blocks(), time.perf_counter()
            changed = sum(a != b for a, b in zip(before, now, strict=True))
            if changed > LARGE * BLOCKS:
                last, before, seen = moment, now, True
            elif seen and moment - last > QUIET_SECONDS:
                return 1000 * (last - started)
            time.sleep(0.003)
        raise SystemExit(f"{command[0]} showed no window on {on.display}")
    finally:
        os.killpg(program.pid, signal.SIGTERM)
        try:
            program.wait(10)
        except subprocess.TimeoutExpired:
            os.killpg(program.pid, signal.SIGKILL)
            program.wait(10)
        time.sleep(0.5)
