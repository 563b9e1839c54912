"""What the desk says of a long record beside a fresh one, in the real window: opened, compared, typed on, told.

The long record ends as negotiations do: every Member State pledges in two kinds, and rounds are closed and released.
"""

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from build.benchmarks import entering, journal
from build.benchmarks.timing import Line, milliseconds_of
from desktop_app.calc.assess import assess
from desktop_app.calc.changes import PledgeColumn, RecordPledge
from desktop_app.calc.forum import Forum
from desktop_app.calc.memory import MarkKind
from desktop_app.models.forum_file import ForumFile
from desktop_app.models.remembering import EVERYTHING, Filter

MARKS = 200
"""Closed rounds and releases in the long record, half each: more than any negotiation has."""
_PAGE = 24
"""Entries of the history that are read at once, as its window does."""


def negotiated(path: Path, forum: Forum, entries: int) -> None:
    """Make a file with many entries, then marks, then two pledges of every Member State that differ from before."""
    journal.make(path, forum, entries)
    with ForumFile.open(path, "benchmark") as file:
        for number in range(MARKS // 2):
            file.mark(MarkKind.ROUND, f"Round {number + 1}", {"round": number + 1})
            file.mark(MarkKind.RELEASE, "Pool", {"shows": ["totals"], "of": file.seq})
        for place, record in enumerate(forum.states):
            file.apply(RecordPledge(record.code, PledgeColumn.RELOCATIONS, 100 + place))
            file.apply(RecordPledge(record.code, PledgeColumn.FINANCIAL, (1_000_000 + place) * 100))


def negotiation(forum: Forum, folder: Path, entries: int, count: int) -> Iterator[Line]:
    """Measure a long record, and a fresh one beside it where that is what it is held against.

    Args:
        forum: what the records begin with.
        folder: where files are made.
        entries: length of the long record.
        count: how many runs.
    """
    fresh, long = folder / "fresh.forum", folder / f"negotiated-{entries}.forum"
    ForumFile.create(fresh, forum, "benchmark").close()
    negotiated(long, forum, entries)
    yield from _opening(fresh, long, entries, count)
    yield from _telling(long, entries, count)
    yield from _comparing(long, folder, entries, count)
    yield from _typing(fresh, long, folder, entries)


def _opening(fresh: Path, long: Path, entries: int, count: int) -> Iterator[Line]:
    times: dict[Path, list[float]] = {fresh: [], long: []}

    def opened(file: Path) -> Callable[[int], None]:
        def once(_number: int) -> None:
            with ForumFile.open(file, "benchmark") as forum_file:
                assess(forum_file.forum)

        return once

    for _ in range(count + entering.WARM_UP):
        for file, found in times.items():
            found.extend(milliseconds_of(opened(file), 1))
    beside = Line("open and assess, fresh", times[fresh][entering.WARM_UP :])
    yield beside
    yield _held(Line(f"open and assess, {entries} entries", times[long][entering.WARM_UP :]), beside)


def _telling(long: Path, entries: int, count: int) -> Iterator[Line]:
    """What is read of the record beside the table: for the room's standing line, and for the window of the history."""
    from desktop_app.views.room import record

    with ForumFile.open(long, "benchmark") as file:
        release = record.last_release(file)
        if release is None:
            raise SystemExit("there is no release")

        def standing(_number: int) -> object:
            return record.standing_words(file, release)

        def page(wanted: Filter) -> Callable[[int], object]:
            return lambda _number: file.steps(_PAGE, None, wanted)

        for what, does in (
            ("room: what it sees, in words", standing),
            ("history, first page", page(EVERYTHING)),
            ("history, first page of a Member State", page(Filter(code="BE"))),
            ("history, first page by words", page(Filter(words="Sweden"))),
        ):
            times = milliseconds_of(does, count + entering.WARM_UP)[entering.WARM_UP :]
            yield Line(f"{what}, {entries} entries", times, "≤ 100 ms", bound=100)


def _comparing(long: Path, folder: Path, entries: int, count: int) -> Iterator[Line]:
    application, window = entering.window_on(long, folder)
    from desktop_app.views.compare import CompareCommands

    window.menus.actions["compare"].trigger()
    part = window.negotiation.part("compare.CompareCommands")
    shown = part.shown if isinstance(part, CompareCommands) else None
    if shown is None:
        raise SystemExit("nothing is compared")
    # The last round and now differ in every Member State, so do all moments before the last changes.
    for page, what in enumerate(("side by side", "differences", "causes")):
        shown.tabs.setCurrentIndex(page)
        times = []
        for number in range(count + entering.WARM_UP):
            started = time.perf_counter()
            shown.compare(f"Entry {entries - 300 * number}", "Now")
            application.processEvents()
            times.append(1000 * (time.perf_counter() - started))
        yield Line(f"comparison, {what}, {entries} entries", times[entering.WARM_UP :], "≤ 100 ms", bound=100)
    window.close()


def _typing(fresh: Path, long: Path, folder: Path, entries: int) -> Iterator[Line]:
    beside = Line("Enter → verdict, fresh", entering.milliseconds(fresh, folder, 100))
    yield beside
    yield _held(Line(f"Enter → verdict, {entries} entries", entering.milliseconds(long, folder, 100)), beside)


def _held(line: Line, beside: Line) -> Line:
    return replace(line, aim="≤ 1.2 ×", peer=beside.median, peer_name="a fresh file", ratio=1.2)
