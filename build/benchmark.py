"""Measures what the desk promises of its speed, as ratios and medians of one run.

    python -m build.benchmark [--quick] [--only NAME …]

LibreOffice Calc is measured beside it where ``soffice`` is installed (and its inside where the system's
Python has ``uno``); the painted window needs ``Xvfb``. What is not there is left out and said so. Nothing
here is a test: a slow machine fails nobody.
"""

import argparse
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from build.benchmarks import entering, gap, journal, libreoffice, negotiation, pressure, publishing, response, stepping
from build.benchmarks.screen import Screen, painted_after, screen
from build.benchmarks.timing import Line, milliseconds_of
from desktop_app.calc.changes import PledgeColumn, RecordPledge
from desktop_app.calc.forum import Forum
from desktop_app.calc.rulebooks.annual_pool.book import assess
from desktop_app.calc.rulebooks.migratory_pressure.book import assess as assess_pressure
from desktop_app.calc.rulebooks.search_and_rescue.book import assess as assess_response
from desktop_app.models.forum_file import ForumFile
from desktop_app.models.interchange import fingerprint, read_document
from desktop_app.models.tables import write_workbook
from desktop_app.paths import resource

SAMPLE = resource("samples", "annual-pool-2026.json")
RESPONSE_SAMPLE = resource("samples", "search-and-rescue.json")
PRESSURE_SAMPLE = resource("samples", "migratory-pressure.json")
PROGRAM = (sys.executable, "-P", "-X", "utf8", "-m", "desktop_app")
PEER_SHEET = "Pledges"
ROOT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True)
class Run:
    """What the measurements share: a folder, the screen, the peer, how often, how long a journal."""

    folder: Path
    on: Screen | None
    peer: libreoffice.Peer
    runs: int
    long_journal: int

    @property
    def environment(self) -> dict[str, str]:
        """Environment of the program: its own home, the project on the module path."""
        # A window on the screen, also where this process draws its own off screen.
        return {"FORUM_DESK_HOME": str(self.folder / "home"), "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "xcb"}


def assessing(_run: Run) -> Iterator[Line]:
    """``assess`` of the built-in forum, from nothing and after one cell; of large forums that follow the proposal."""
    forum = read_document(SAMPLE.read_bytes())
    yield Line("assess, from nothing", milliseconds_of(lambda _number: assess(forum), 200), "≤ 3 ms", bound=3)
    kept = assess(forum)
    changed = [RecordPledge("BE", PledgeColumn.FINANCIAL, number * 100).apply_to(forum) for number in range(200)]
    times = milliseconds_of(lambda number: assess(changed[number], kept), 200)
    yield Line("assess, after a one-cell change", times, "≤ 1 ms", bound=1)
    large = response.large(read_document(RESPONSE_SAMPLE.read_bytes()))
    times = milliseconds_of(lambda _number: assess_response(large), 200)
    yield Line("assess, search and rescue, 1 000 draws", times, "≤ 5 ms", bound=5)
    yield from _assessing_pressure(pressure.large(read_document(PRESSURE_SAMPLE.read_bytes())))


def _assessing_pressure(large: Forum) -> Iterator[Line]:
    times = milliseconds_of(lambda _number: assess_pressure(large), 200)
    yield Line("assess, migratory pressure, 100 groups", times, "≤ 10 ms", bound=10)
    kept = assess_pressure(large)
    changed = [pressure.retyped(large, number) for number in range(200)]
    times = milliseconds_of(lambda number: assess_pressure(changed[number], kept), 200)
    yield Line("assess, migratory pressure, after a one-cell change", times, "≤ 10 ms", bound=10)


def annex(run: Run) -> Iterator[Line]:
    """The annex as a cold command and warm in one process."""
    from desktop_app.documents.annex import annex_pdf

    out = run.folder / "annex.pdf"
    for source in (SAMPLE, _sample_file(run)):
        command = (*PROGRAM, "annex", str(source), "--out", str(out), "--draft")

        def cold(_number: int, command: tuple[str, ...] = command) -> None:
            subprocess.run(command, check=True, capture_output=True, env={**os.environ, **run.environment})

        times = milliseconds_of(cold, run.runs + 1)[1:]
        kind = source.suffix.removeprefix(".")
        yield Line(
            f"annex, cold command, from .{kind}",
            times,
            "≤ 0.8 ×",
            peer=run.peer.cold_pdf,
            peer_name="Calc's PDF, cold",
            ratio=0.8,
        )
    forum = read_document(SAMPLE.read_bytes())
    assessment, digits = assess(forum), fingerprint(forum)
    annex_pdf(assessment, digits, draft=True)
    times = milliseconds_of(lambda _number: annex_pdf(assessment, digits, draft=True), 50)
    yield Line("annex, warm", times, "≤ 3 ×", peer=run.peer.warm_pdf, peer_name="Calc's PDF, warm", ratio=3)


def window(run: Run) -> Iterator[Line]:
    """The filled and painted window, seen from the outside."""
    if run.on is None:
        return
    on, file = run.on, _sample_file(run)
    times = [painted_after((*PROGRAM, str(file)), on, run.environment) for _ in range(run.runs + 1)][1:]
    yield Line(
        "window, filled and painted", times, "≤ 0.75 ×", peer=run.peer.window, peer_name="Calc's window", ratio=0.75
    )


def typing(run: Run) -> Iterator[Line]:
    """Enter → committed, re-assessed, repainted."""
    file = _copy(run, "typing.forum")
    times = entering.milliseconds(file, run.folder, 200)
    peer = None if run.peer.edit is None or run.peer.save is None else run.peer.edit + run.peer.save
    yield Line(
        "Enter → committed, re-assessed, repainted",
        times,
        "≤ 16 ms, p99 ≤ 33 ms",
        bound=16,
        p99=33,
        peer=peer,
        peer_name="Calc's edit + save",
    )


def opening(run: Run) -> Iterator[Line]:
    """Time to the first editable cell by the length of the journal."""
    forum = read_document(SAMPLE.read_bytes())
    files = {}
    for entries in (1_000, run.long_journal):
        files[entries] = run.folder / f"journal-{entries}.forum"
        started = time.perf_counter()
        journal.make(files[entries], forum, entries)
        say(f"made a file with {entries} journal entries in {time.perf_counter() - started:.1f} s")

    def open_and_assess(file: Path) -> float:
        def opened(_number: int) -> None:
            with ForumFile.open(file, "benchmark") as forum_file:
                assess(forum_file.forum)

        return milliseconds_of(opened, 1)[0]

    yield from _side_by_side("open and assess", files, open_and_assess, 30)
    if run.on is not None:
        on = run.on

        def painted(file: Path) -> float:
            return painted_after((*PROGRAM, str(file)), on, run.environment)

        yield from _side_by_side("first editable cell", files, painted, run.runs)


def time_bar(run: Run) -> Iterator[Line]:
    """Steps of the time bar by the length of the record: 100 000 entries, a tenth of the long journal."""
    yield from stepping.stepping(read_document(SAMPLE.read_bytes()), run.folder, run.long_journal // 10, 3 * run.runs)


def negotiating(run: Run) -> Iterator[Line]:
    """Opening, comparing, typing on and telling by the length of the record: 100 000 entries beside a fresh file."""
    forum = read_document(SAMPLE.read_bytes())
    yield from negotiation.negotiation(forum, run.folder, run.long_journal // 10, 3 * run.runs)


def publish(run: Run) -> Iterator[Line]:
    """A publication pack as a cold command on two cores."""
    return publishing.publishing(PROGRAM, _sample_file(run), run.folder, run.environment, max(3, run.runs // 2))


def _side_by_side(what: str, files: dict[int, Path], time_it: Callable[[Path], float], count: int) -> Iterator[Line]:
    """Time the short and the long journal in turn, so that a machine that drifts does so for both."""
    times: dict[int, list[float]] = {entries: [] for entries in files}
    for _ in range(count + 1):
        for entries, file in files.items():
            times[entries].append(time_it(file))
    short, long = (Line(f"{what}, {entries} entries", found[1:]) for entries, found in times.items())
    yield short
    yield replace(long, aim="≤ 1.2 ×", peer=short.median, peer_name="1000 entries", ratio=1.2)


MEASUREMENTS: dict[str, Callable[[Run], Iterator[Line]]] = {
    "assess": assessing,
    "annex": annex,
    "window": window,
    "typing": typing,
    "opening": opening,
    "time-bar": time_bar,
    "negotiation": negotiating,
    "gap": lambda _run: gap.closing(),
    "publish": publish,
}


def say(text: str) -> None:
    """Print a line at once."""
    print(text, flush=True)


def _sample_file(run: Run) -> Path:
    return _copy(run, "sample.forum")


def _copy(run: Run, name: str) -> Path:
    """Return a forum file with the built-in forum, made where it is not there yet."""
    path = run.folder / name
    if not path.exists():
        ForumFile.create(path, read_document(SAMPLE.read_bytes()), "benchmark").close()
    return path


def _peer_workbook(folder: Path) -> Path:
    """Return a workbook with the table of pledges alone: what the secretariat would have in Calc."""
    from openpyxl import load_workbook

    path = folder / "forum.xlsx"
    write_workbook(assess(read_document(SAMPLE.read_bytes())), path)
    workbook = load_workbook(path)
    for name in workbook.sheetnames:
        if name != PEER_SHEET:
            workbook.remove(workbook[name])
    workbook.save(path)
    return path


def _settings(folder: Path) -> None:
    """Give the program an operator, so that it asks for none."""
    from desktop_app.views.settings import Settings

    home = folder / "home"
    home.mkdir()
    Settings(file=home / "settings.json", operator="benchmark").save()


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="few runs and a journal of 20 000 entries")
    parser.add_argument("--only", nargs="+", choices=MEASUREMENTS, help="only these measurements")
    options = parser.parse_args()
    runs = 3 if options.quick else 10
    with tempfile.TemporaryDirectory() as temporary, screen() as on:
        folder = Path(temporary)
        _settings(folder)
        workbook = _peer_workbook(folder)
        say(f"{platform.platform()}, Python {platform.python_version()}, {os.cpu_count()} cores")
        peer = libreoffice.measured(workbook, folder, on, runs)
        say(f"LibreOffice Calc, medians in ms: {peer}" if peer != libreoffice.Peer() else "LibreOffice: not installed")
        if on is None:
            say("no Xvfb: the painted window is left out")
        run = Run(folder, on, peer, runs, 20_000 if options.quick else 1_000_000)
        for name in options.only or MEASUREMENTS:
            for line in MEASUREMENTS[name](run):
                say(line.text())


if __name__ == "__main__":
    main()
