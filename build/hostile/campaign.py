"""Many trials: which inputs there are, who reads them, in how many processes, and what was seen."""

import importlib
import multiprocessing
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from random import Random
from typing import Final

from build.hostile import documents, forums, tables, trials, workbooks
from build.hostile.case import Case, chance_of
from build.hostile.readers import READERS

# Threads of its own would be lost in a copied process.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

_AT_ONCE: Final = 25
_APART_EVERY: Final = 50
"""Of so many trials one starts the program anew."""
_LOADED: Final = (
    *("openpyxl", "sqlalchemy", "reportlab.pdfgen.canvas", "PySide6.QtCore", "desktop_app.documents.annex"),
    *("desktop_app.models.writing", "desktop_app.models.tables", "desktop_app.models.importing"),
    *("desktop_app.models.key_sources", "desktop_app.models.verify"),
)
"""What a trial would otherwise load anew."""

_MAKERS: Final[dict[str, tuple[Callable[[], list[bytes]], Callable[[Random, list[bytes]], Case]]]] = {
    "json": (documents.bases, documents.make),
    "forum": (forums.bases, forums.make),
    "csv": (tables.csv_bases, tables.make_csv),
    "xlsx": (workbooks.bases, workbooks.make),
    "tsv": (tables.tsv_bases, tables.make_tsv),
    "sdmx": (tables.sdmx_bases, tables.make_sdmx),
}
KINDS: Final = tuple(_MAKERS)


@dataclass
class Tally:
    """What was seen.

    Attributes:
        statuses: how often each reader ended how.
        failures: one line for each input that did what nothing may do.
        memory: most bytes of one process.
        seconds: most seconds of one process.
    """

    statuses: Counter[tuple[str, int]] = field(default_factory=Counter)
    failures: list[str] = field(default_factory=list)
    memory: int = 0
    seconds: int = 0

    def add(self, other: "Tally") -> None:
        """Take in what another process saw."""
        self.statuses += other.statuses
        self.failures += other.failures
        self.memory = max(self.memory, other.memory)
        self.seconds = max(self.seconds, other.seconds)

    def __str__(self) -> str:
        taken = sum(count for (_kind, code), count in self.statuses.items() if code in {0, 1})
        refused = sum(count for (_kind, code), count in self.statuses.items() if code == 2)
        kinds = Counter[str]()
        for (kind, _code), count in self.statuses.items():
            kinds[kind] += count
        return (
            f"{self.statuses.total()} hostile inputs ({', '.join(f'{kinds[kind]} {kind}' for kind in sorted(kinds))}): "
            f"{refused} refused, {taken} taken, {len(self.failures)} failures; "
            f"at most {self.memory // 1_000_000} MB and {self.seconds} s"
        )


@cache
def _bases(kind: str) -> list[bytes]:
    return _MAKERS[kind][0]()


@cache
def _load() -> None:
    for name in _LOADED:
        importlib.import_module(name)
    trials.get_ready()


def some(seed: int, pieces: list[tuple[str, int]], kept: Path) -> Tally:
    """Try some inputs, named by kind and number.

    Args:
        seed: of all chance.
        pieces: which inputs.
        kept: where failing ones are kept.
    """
    _load()
    tally = Tally()
    for kind, number in pieces:
        chance = chance_of(seed, kind, number)
        case = _MAKERS[kind][1](chance, _bases(kind))
        reader = chance.choice(READERS[kind])
        apart = bool(reader.arguments) and number % _APART_EVERY == 0
        wrong, outcome = trials.tried(case, reader, apart=apart)
        tally.statuses[kind, outcome.status] += 1
        tally.memory = max(tally.memory, outcome.memory)
        tally.seconds = max(tally.seconds, outcome.seconds)
        if wrong:
            place = kept / f"{kind}-{number}"
            trials.keep(case, place, [reader.name, *wrong], outcome)
            tally.failures.append(f"{place} ({case.about}; {reader.name}): {'; '.join(wrong)}")
    return tally


def _pieces(count: int, kinds: tuple[str, ...]) -> Iterator[list[tuple[str, int]]]:
    numbered = [(kinds[number % len(kinds)], number // len(kinds)) for number in range(count)]
    for start in range(0, count, _AT_ONCE):
        yield numbered[start : start + _AT_ONCE]


def everything(count: int, seed: int, kinds: tuple[str, ...], jobs: int, kept: Path) -> Tally:
    """Try so many inputs, evenly of all kinds, in several processes."""
    tally = Tally()
    pieces = list(_pieces(count, kinds))
    if jobs == 1:
        for each in pieces:
            tally.add(some(seed, each, kept))
            _say_how_far(tally, count)
        return tally
    with ProcessPoolExecutor(jobs, multiprocessing.get_context("spawn")) as pool:
        for found in pool.map(some, [seed] * len(pieces), pieces, [kept] * len(pieces)):
            tally.add(found)
            _say_how_far(tally, count)
    return tally


def _say_how_far(tally: Tally, count: int) -> None:
    if sys.stderr.isatty():
        print(f"\r{tally.statuses.total()} of {count}, {len(tally.failures)} failures", end="", file=sys.stderr)
