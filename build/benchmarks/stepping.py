"""Steps of the time bar in the real window over a long record: from the key to the repainted moment of the past."""

import random
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from build.benchmarks import entering, journal
from build.benchmarks.timing import Line
from desktop_app.calc.forum import Forum

SHORT = 1_000
_SEED = 2026
_TURNS = 4
_BEFORE_THE_CHECK = 1_000
"""Milliseconds until the check of a file that was opened has begun."""


def stepping(forum: Forum, folder: Path, entries: int, count: int) -> Iterator[Line]:
    """Time single steps with an arrow key and leaps anywhere, over a short and a long record.

    Args:
        forum: what the records begin with.
        folder: where files are made.
        entries: length of the long record.
        count: how many steps and leaps each, in every turn.
    """
    files = {length: folder / f"steps-{length}.forum" for length in (SHORT, entries)}
    for length, file in files.items():
        journal.make(file, forum, length)
    application, window = entering.window_on(files[SHORT], folder)
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    from desktop_app.views.time_bar import TimeBar

    window.menus.actions["time_bar"].trigger()
    bar = window.findChild(TimeBar)
    if not isinstance(bar, TimeBar):
        raise SystemExit("there is no time bar")
    drawn = random.Random(_SEED)  # noqa: S311 - places on a slider

    def step() -> None:
        QTest.keyClick(bar.track, Qt.Key.Key_Left)

    def leap() -> None:
        bar.track.setValue(drawn.randint(1, bar.track.maximum() - 1))

    def times(does: Callable[[], None]) -> list[float]:
        found = []
        for _ in range(count + entering.WARM_UP):
            started = time.perf_counter()
            does()
            application.processEvents()
            found.append(1000 * (time.perf_counter() - started))
        return found[entering.WARM_UP :]

    steps: dict[int, list[float]] = {length: [] for length in files}
    leaps: dict[int, list[float]] = {length: [] for length in files}
    for _ in range(_TURNS):
        # In turn, so that a machine that drifts does so for both.
        for length, file in files.items():
            window.files.open_path(file)
            QTest.qWait(_BEFORE_THE_CHECK)
            entering.wait_until_idle(application, window)
            steps[length] += times(step)
            leaps[length] += times(leap)
    yield from _lines("time bar, one entry", steps)
    yield from _lines("time bar, anywhere", leaps)
    window.close()


def _lines(what: str, times: Mapping[int, list[float]]) -> Iterator[Line]:
    short, long = (Line(f"{what}, {length} entries", found) for length, found in times.items())
    yield short
    yield replace(long, aim="≤ 100 ms, ≤ 1.2 ×", bound=100, peer=short.median, peer_name=f"{SHORT} entries", ratio=1.2)
