"""A folder that appears with all of a pack, or not at all.

Everything is written into a folder of another name beside it, which gets its name once the last file is on the disk.
An earlier pack of that name goes only then; anything else that stands there is left alone and refused.
"""

import os
import secrets
import shutil
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from threading import Event
from typing import Final

from desktop_app.calc.pack import About, Planned
from desktop_app.calc.sentences import say
from desktop_app.models.errors import BadInput, Cancelled
from desktop_app.models.pack.manifest import (
    LISTING,
    MANIFEST,
    Entry,
    Manifest,
    entry_of,
    listing_bytes,
    manifest_bytes,
    manifest_of,
    read_manifest,
)
from desktop_app.models.whole_file import explained

_AT_ONCE: Final = 3
"""Languages that are written beside each other: one is laid out while Typst, on a core of its own, sets the others.

Threads do: what Typst does, two fifths of the work, needs nothing of Python's. Processes (nobody has measured
them here) would have to load the program and make the figures once more each.
"""
_LOOK_EVERY: Final = 0.1
"""Seconds after which somebody is asked whether the work is to stop."""

Progress = Callable[[int, int], None]


def write_pack(
    folder: Path, about: About, plan: Sequence[Sequence[Planned]], progress: Progress = lambda _done, _all: None
) -> Manifest:
    """Write a pack, whole or not at all.

    Args:
        folder: of the pack; an earlier pack there is replaced.
        about: what it is of.
        plan: its files; those of one group are made one after another, groups beside each other.
        progress: told how many files of how many are written; may end the work with ``Cancelled``.

    Returns:
        The manifest of what was written.

    Raises:
        BadInput: the folder cannot be written, or holds something else.
        Cancelled: ``progress`` wanted it; what stood there stands there still.
    """
    refuse_folder(folder)
    with explained(folder, BadInput), _beside(folder) as made:
        entries = _written(made, about, plan, progress)
        manifest = manifest_of(about, entries)
        _write(made / LISTING, listing_bytes(manifest))
        _write(made / MANIFEST, manifest_bytes(manifest))
        _put(made, folder)
    return manifest


def refuse_folder(folder: Path) -> None:
    """Refuse a folder that a pack must not become.

    Raises:
        BadInput: there is no place for it, or something else than an earlier pack stands there.
    """
    if not folder.name or not folder.parent.is_dir():
        what = say("there is no folder {parent}", parent=str(folder.parent))
        raise BadInput(str(folder), what, say("make the folder first, or choose another"))
    if not folder.exists():
        return
    if not folder.is_dir():
        raise BadInput(str(folder), say("there is a file where a folder should be"), say("choose another name"))
    held = {each.name for each in folder.iterdir()}
    if held and not held <= _names_of_pack(folder):
        what = say("the folder holds other files than an earlier publication pack")
        raise BadInput(str(folder), what, say("choose a new folder; it is made for the pack"))


def _names_of_pack(folder: Path) -> set[str]:
    try:
        return {MANIFEST, LISTING, *(each.file for each in read_manifest(folder).entries)}
    except BadInput:
        return set()


def _written(made: Path, about: About, plan: Sequence[Sequence[Planned]], progress: Progress) -> list[Entry]:
    """Write every file, groups beside each other; return the entries in the order of the plan."""
    total = sum(map(len, plan))
    stopping, done = Event(), list[str]()

    def write_group(group: Sequence[Planned]) -> list[Entry]:
        entries = []
        for each in group:
            if stopping.is_set():
                raise Cancelled
            data = each.make()
            _write(made / each.name, data)
            entries.append(entry_of(each.name, each.language, each.format, data, about))
            done.append(each.name)
        return entries

    with ThreadPoolExecutor(_AT_ONCE) as pool:
        # The first group alone makes what all share.
        first = [pool.submit(write_group, group) for group in plan[:1]]
        try:
            _wait(first, lambda: progress(len(done), total))
            others = [pool.submit(write_group, group) for group in plan[1:]]
            _wait(others, lambda: progress(len(done), total))
            progress(total, total)
        except BaseException:
            stopping.set()
            pool.shutdown(cancel_futures=True)
            raise
        return list(chain.from_iterable(each.result() for each in (*first, *others)))


def _wait(futures: Sequence["Future[list[Entry]]"], tell: Callable[[], None]) -> None:
    """Wait until all have ended; the first that failed ends it."""
    left = set(futures)
    while left:
        ended, left = wait(left, _LOOK_EVERY, FIRST_COMPLETED)
        for each in ended:
            each.result()
        tell()


def _write(path: Path, data: bytes) -> None:
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


@contextmanager
def _beside(folder: Path) -> Iterator[Path]:
    """Give an empty folder beside another; it goes at the end if it still has its name."""
    made = _other_name(folder)
    made.mkdir()
    try:
        yield made
    finally:
        shutil.rmtree(made, ignore_errors=True)


def _other_name(folder: Path) -> Path:
    return folder.with_name(f".forum-desk.{secrets.token_hex(8)}.part")


def _put(made: Path, folder: Path) -> None:
    """Give the finished folder its name; what had it goes afterwards, or keeps it where that fails."""
    if not folder.exists():
        made.rename(folder)
        return
    before = _other_name(folder)
    folder.rename(before)
    try:
        made.rename(folder)
    except OSError:
        before.rename(folder)
        raise
    shutil.rmtree(before, ignore_errors=True)
