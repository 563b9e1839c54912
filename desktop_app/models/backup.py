"""Backups beside the forum file: made by SQLite's backup API, verified, thinned, restored.

The folder is ``<name> backups``, the moment (UTC) is in each name. A backup never disturbs the writer: it is
copied a few pages at a time by a connection of its own, from whichever thread.
"""

import re
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from desktop_app.models import migrate, whole_file
from desktop_app.models.database import Database, explained
from desktop_app.models.errors import (
    Cancelled,
    DamagedForumFile,
    ForumFileError,
    ForumFileLocked,
    NewerForumFile,
    NotAForumFile,
)
from desktop_app.models.header import check_header, journal_of, real_path
from desktop_app.models.journal import Entry
from desktop_app.models.loading import check, open_for_reading, peek
from desktop_app.models.writer_lock import WriterLock

PAGES_AT_ONCE: Final = 64
"""Pages copied under one lock, about a quarter of a megabyte; then the writer has its turn."""
_PAUSE_SECONDS: Final = 0.001
_PATIENCE: Final = 10
"""How often the writer may make SQLite begin the copy again before it is made in one go."""

LAST: Final = 10
HOURS: Final = 24
DAYS: Final = 14
WEEKS: Final = 8
MONTHS: Final = 24
"""What thinning keeps: the last ones, and the newest of so many hours, days, weeks and months."""

_STAMP: Final = "%Y-%m-%d %H.%M.%S.%fZ"
_NAME: Final = re.compile(r"(?P<stem>.*) (?P<stamp>\d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d\.\d{6}Z)\.forum", re.DOTALL)
_LEFT_BEHIND: Final = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup.

    Attributes:
        path: the file.
        made_at: when it was made, in UTC.
        entries: how many journal entries it holds; ``None`` where it cannot be read.
        operator: who made the last of them; ``None`` where it cannot be read.
    """

    path: Path
    made_at: datetime
    entries: int | None
    operator: str | None


def backup_folder(path: Path) -> Path:
    """Return the folder with the backups of a forum file."""
    path = real_path(path)
    return path.with_name(f"{path.stem} backups")


def backups_of(path: Path) -> tuple[Backup, ...]:
    """Return the backups of a forum file, the newest first; whether each is sound is not checked."""
    return tuple(_look_at(each, made_at) for each, made_at in _moments(path))


def newest_backup(path: Path) -> Backup | None:
    """Return the newest backup, sound or not; ``None`` where there is none."""
    return next((_look_at(each, made_at) for each, made_at in _moments(path)), None)


def newest_good_backup(path: Path) -> Path | None:
    """Return the newest backup that is sound, or ``None``."""
    for each, _made_at in _moments(path):
        with suppress(ForumFileError):
            check(each)
            return each
    return None


def _moments(path: Path) -> list[tuple[Path, datetime]]:
    """Return the files that are named as backups, and when they were made; the newest first."""
    path = real_path(path)
    found = []
    for each in backup_folder(path).glob("*.forum"):
        match = _NAME.fullmatch(each.name)
        if match and match["stem"] == path.stem:
            with suppress(ValueError):
                found.append((each, datetime.strptime(match["stamp"], _STAMP).replace(tzinfo=UTC)))
    return sorted(found, key=lambda backup: backup[1], reverse=True)


def _look_at(path: Path, made_at: datetime) -> Backup:
    try:
        head = peek(path)
    except ForumFileError:
        return Backup(path, made_at, None, None)
    return Backup(path, made_at, head.seq, head.operator)


@contextmanager
def naming_backup(path: Path) -> Iterator[None]:
    """Name the newest good backup where the file itself is what is wrong."""
    try:
        yield
    except (NotAForumFile, NewerForumFile, DamagedForumFile) as error:
        error.newest_backup = error.newest_backup or newest_good_backup(path)
        raise


def back_up(
    path: Path,
    *,
    now: datetime | None = None,
    progress: Callable[[int, int], None] | None = None,
    is_stopping: Callable[[], bool] | None = None,
) -> Backup:
    """Make a verified backup and thin the older ones; where the newest one holds the same, only return that.

    Safe from any thread, and while the file is open for writing. Where nothing changed it costs two short
    looks, so it may be called as often as one likes.

    Args:
        path: the forum file.
        now: the moment for its name; the clock's unless given.
        progress: called with pages left and pages in all.
        is_stopping: asked in between; ``True`` stops.

    Raises:
        ForumFileError: it could not be made; nothing is left behind.
        Cancelled: ``is_stopping`` said so; nothing is left behind.
    """
    path = real_path(path)
    folder = backup_folder(path)
    made_at = (now or datetime.now(UTC)).astimezone(UTC)
    same = _newest_if_same(path)
    if same is not None:
        return same
    for _newest, latest in _moments(path)[:1]:
        # However the clock was set back: it is the newest one, and is neither thinned nor taken for an old one.
        made_at = max(made_at, latest + timedelta(microseconds=1))
    with whole_file.explained(folder):
        folder.mkdir(exist_ok=True)
    target = folder / f"{path.stem} {made_at.strftime(_STAMP)}.forum"
    with whole_file.new_file(folder) as copy:
        copy_pages(path, copy, progress, is_stopping)
        head = check(copy, is_stopping=is_stopping)
        whole_file.publish(copy, target)
    _clean(path, made_at)
    return Backup(target, made_at, head.seq, head.operator)


def _newest_if_same(path: Path) -> Backup | None:
    """Return the newest backup, which was sound when it was made, if it ends as the file does."""
    for each, made_at in _moments(path)[:1]:
        with suppress(ForumFileError):
            head: Entry = peek(each)
            if head == peek(path):
                return Backup(each, made_at, head.seq, head.operator)
    return None


def copy_pages(
    path: Path,
    copy: Path,
    progress: Callable[[int, int], None] | None = None,
    is_stopping: Callable[[], bool] | None = None,
) -> None:
    """Copy a forum file page by page, while others may read and write it.

    Args:
        path: the forum file.
        copy: an existing empty file.
        progress: called with pages left and pages in all.
        is_stopping: asked in between; ``True`` stops.

    Raises:
        ForumFileError: it cannot be read, or the copy not be written.
        Cancelled: ``is_stopping`` said so.
    """
    fewest = beginnings = 0

    def pause(_status: int, left: int, pages: int) -> None:
        nonlocal fewest, beginnings
        if is_stopping is not None and is_stopping():
            raise Cancelled
        if progress is not None:
            progress(left, pages)
        beginnings += left >= fewest
        fewest = left
        if beginnings > _PATIENCE:
            raise _NoRestError
        time.sleep(_PAUSE_SECONDS)

    folder = copy.parent
    with open_for_reading(path, as_it_is=True) as source, explained(folder), closing(sqlite3.connect(copy)) as target:
        # Nobody else knows the copy yet, nor its name, and it goes to the disk as a whole afterwards.
        target.execute("PRAGMA synchronous = OFF")
        try:
            source.raw.backup(target, pages=PAGES_AT_ONCE, progress=pause)
        except _NoRestError:
            # The writer waits for these few milliseconds.
            source.raw.backup(target)


class _NoRestError(Exception):
    """The file is written faster than it is copied."""


def save_copy(
    path: Path,
    target: Path,
    *,
    replace: bool = False,
    progress: Callable[[int, int], None] | None = None,
    is_stopping: Callable[[], bool] | None = None,
) -> None:
    """Save a verified copy of a forum file, journal and all, under another name.

    Args:
        path: the forum file.
        target: the copy.
        replace: whether a file of that name may be replaced; the user has said so.
        progress: called with pages left and pages in all.
        is_stopping: asked in between; ``True`` stops.

    Raises:
        ForumFileExists: a file has that name.
        ForumFileError: it could not be made; nothing is left behind.
        Cancelled: ``is_stopping`` said so; nothing is left behind.
    """
    target = real_path(target)
    with whole_file.new_file(target.parent) as copy:
        copy_pages(path, copy, progress, is_stopping)
        check(copy, is_stopping=is_stopping)
        if replace:
            with WriterLock.take(target, "a copy being saved"):
                whole_file.replace(copy, target)
        else:
            whole_file.publish(copy, target)


def restore(
    backup: Path,
    path: Path,
    operator: str,
    *,
    now: datetime | None = None,
    progress: Callable[[int, int], None] | None = None,
    is_stopping: Callable[[], bool] | None = None,
) -> Path | None:
    """Put a backup in the place of a forum file, which is kept aside.

    Args:
        backup: a backup, or any forum file.
        path: the forum file; it may be damaged or missing, and must not be open for writing.
        operator: who restores it.
        now: the moment for the name of what is kept aside; the clock's unless given.
        progress: called with pages left and pages in all.
        is_stopping: asked until the file is put in its place; ``True`` stops.

    Returns:
        Where the former file is now; ``None`` where there was none.

    Raises:
        ForumFileError: the backup is not sound, or the file cannot be replaced; what stood there stands there
            still, and opens as it did.
        Cancelled: ``is_stopping`` said so; likewise.
    """
    check(backup, is_stopping=is_stopping)
    path = real_path(path)
    stamp = (now or datetime.now(UTC)).astimezone(UTC).strftime(_STAMP)
    aside = path.with_name(f"{path.stem} before restore {stamp}{path.suffix}")
    with WriterLock.take(path, operator), whole_file.new_file(path.parent) as copy:
        copy_pages(backup, copy, progress, is_stopping)
        check(copy, is_stopping=is_stopping)
        _take_back_what_a_crash_began(path)
        existed = path.exists()
        with _set_aside(path, aside):
            whole_file.replace(copy, path)
    return aside if existed else None


def _take_back_what_a_crash_began(path: Path) -> None:
    """Let SQLite roll a crashed writer's journal back: afterwards the file is whole without it.

    Raises:
        ForumFileLocked: no crash, but another program that is writing.
    """
    if not journal_of(path).exists():
        return
    try:
        check_header(path, migrate.newest_version())
        with closing(Database(path, write=True)) as database, database.reading() as connection:
            migrate.version_of(connection)
    except ForumFileLocked:
        raise
    except ForumFileError:
        # Beyond that: it goes aside together with its journal.
        return


@contextmanager
def _set_aside(path: Path, aside: Path) -> Iterator[None]:
    """Give the former file a second name, and its journal with it; take both back if the file stays after all.

    A journal left in place would be rolled back into the restored file, to which it does not belong.
    """
    with ExitStack() as undo:
        if path.exists():
            whole_file.second_name(path, aside)
        undo.callback(_take_back, path, aside)
        if journal_of(path).exists():
            with whole_file.explained(path):
                journal_of(path).replace(journal_of(aside))
        yield
        undo.pop_all()


def _take_back(path: Path, aside: Path) -> None:
    with whole_file.explained(path):
        # First: were it to fail, file and journal would still be together under the other name.
        if journal_of(aside).exists():
            journal_of(aside).replace(journal_of(path))
        aside.unlink(missing_ok=True)


def _clean(path: Path, now: datetime) -> None:
    """Thin the backups, and remove what a crash left behind."""
    backups = {made_at: each for each, made_at in _moments(path)}
    superfluous = [backups[made_at] for made_at in backups.keys() - kept(backups)]
    old = (now - _LEFT_BEHIND).timestamp()
    partial = [each for each in backup_folder(path).glob(".*.part*") if each.stat().st_mtime < old]
    for each in (*superfluous, *partial):
        with suppress(OSError):
            each.unlink()


def kept(moments: Iterable[datetime]) -> set[datetime]:
    """Return which backups stay.

    The last ones, so that the steps of a meeting can be told apart at ten-minute intervals; then the newest
    of each of the last hours, days, weeks and months that have one.
    """
    ordered = sorted(moments, reverse=True)
    stay = set(ordered[:LAST])
    for count, period in (
        (HOURS, lambda moment: (moment.date(), moment.hour)),
        (DAYS, lambda moment: moment.date()),
        (WEEKS, lambda moment: moment.isocalendar()[:2]),
        (MONTHS, lambda moment: (moment.year, moment.month)),
    ):
        newest: dict[object, datetime] = {}
        for moment in ordered:
            newest.setdefault(period(moment), moment)
        stay.update(list(newest.values())[:count])
    return stay
