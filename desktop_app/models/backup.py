"""Backups beside the forum file: made by SQLite's backup API, verified, thinned, restored.

The folder is ``<name> backups``, the moment (UTC) is in each name. A backup never disturbs the writer: it is
copied a few pages at a time by a connection of its own, from whichever thread.
"""

import re
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from desktop_app.models import files, store
from desktop_app.models.database import explained
from desktop_app.models.errors import DamagedForumFile, ForumFileError, NewerForumFile, NotAForumFile
from desktop_app.models.header import journal_of, real_path
from desktop_app.models.loading import check, open_for_reading
from desktop_app.models.writer_lock import WriterLock

PAGES_AT_ONCE: Final = 64
"""Pages copied under one lock, about a quarter of a megabyte; then the writer has its turn."""
_PAUSE_SECONDS: Final = 0.001

LAST: Final = 10
DAYS: Final = 14
WEEKS: Final = 8
MONTHS: Final = 24
"""What thinning keeps: the last ones, and the newest of so many days, weeks and months."""

_STAMP: Final = "%Y-%m-%d %H.%M.%S.%fZ"
_NAME: Final = re.compile(r"(?P<stem>.*) (?P<stamp>\d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d\.\d{6}Z)\.forum", re.DOTALL)
_LEFT_BEHIND: Final = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup.

    Attributes:
        path: the file.
        made: when, in UTC.
    """

    path: Path
    made: datetime


def backup_folder(path: Path) -> Path:
    """Return the folder with the backups of a forum file."""
    path = real_path(path)
    return path.with_name(f"{path.stem} backups")


def backups_of(path: Path) -> tuple[Backup, ...]:
    """Return the backups of a forum file, the newest first."""
    path = real_path(path)
    found = []
    for each in backup_folder(path).glob("*.forum"):
        match = _NAME.fullmatch(each.name)
        if match and match["stem"] == path.stem:
            with suppress(ValueError):
                found.append(Backup(each, datetime.strptime(match["stamp"], _STAMP).replace(tzinfo=UTC)))
    return tuple(sorted(found, key=lambda backup: backup.made, reverse=True))


def newest_good_backup(path: Path) -> Path | None:
    """Return the newest backup that is sound, or ``None``."""
    for backup in backups_of(path):
        with suppress(ForumFileError):
            check(backup.path)
            return backup.path
    return None


@contextmanager
def naming_backup(path: Path) -> Iterator[None]:
    """Name the newest good backup where the file itself is what is wrong."""
    try:
        yield
    except (NotAForumFile, NewerForumFile, DamagedForumFile) as error:
        error.newest_backup = error.newest_backup or newest_good_backup(path)
        raise


def back_up(path: Path, *, now: datetime | None = None, progress: Callable[[int, int], None] | None = None) -> Backup:
    """Make a verified backup, unless the newest one holds the same; thin the older ones.

    Safe from any thread, and while the file is open for writing.

    Args:
        path: the forum file.
        now: the moment for its name; the clock's unless given.
        progress: called with pages left and pages in all.

    Raises:
        ForumFileError: it could not be made; nothing is left behind.
    """
    path = real_path(path)
    folder = backup_folder(path)
    made = (now or datetime.now(UTC)).astimezone(UTC)
    newest = next(iter(backups_of(path)), None)
    if newest is not None and _same_head(newest.path, path):
        return newest
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise files.unwritable(folder, error) from error
    target = folder / f"{path.stem} {made.strftime(_STAMP)}.forum"
    with files.new_file(folder, path.stem) as copy:
        copy_pages(path, copy, progress)
        check(copy)
        files.publish(copy, target)
    _clean(path, made)
    return Backup(target, made)


def _same_head(backup: Path, path: Path) -> bool:
    """Whether the newest backup, still sound, holds what the file holds."""
    try:
        with open_for_reading(path, as_it_is=True) as database, database.reading() as connection:
            return store.head_mark(connection) == check(backup)
    except ForumFileError:
        return False


def copy_pages(path: Path, copy: Path, progress: Callable[[int, int], None] | None = None) -> None:
    """Copy a forum file page by page, while others may read and write it.

    Args:
        path: the forum file.
        copy: an existing empty file.
        progress: called with pages left and pages in all.

    Raises:
        ForumFileError: it cannot be read, or the copy not be written.
    """

    def pause(_status: int, left: int, pages: int) -> None:
        if progress is not None:
            progress(left, pages)
        time.sleep(_PAUSE_SECONDS)

    with open_for_reading(path, as_it_is=True) as source, explained(copy), closing(sqlite3.connect(copy)) as target:
        # Nobody else knows the copy yet, and it goes to the disk as a whole afterwards.
        target.execute("PRAGMA synchronous = OFF")
        source.raw.backup(target, pages=PAGES_AT_ONCE, progress=pause)


def save_copy(path: Path, target: Path, *, replace: bool = False) -> None:
    """Save a verified copy of a forum file, journal and all, under another name.

    Args:
        path: the forum file.
        target: the copy.
        replace: whether a file of that name may be replaced; the user has said so.

    Raises:
        ForumFileExists: a file has that name.
        ForumFileError: it could not be made; nothing is left behind.
    """
    target = real_path(target)
    with files.new_file(target.parent, target.stem) as copy:
        copy_pages(path, copy)
        check(copy)
        if replace:
            with WriterLock.take(target, "a copy being saved"):
                files.replace(copy, target)
        else:
            files.publish(copy, target)


def restore(backup: Path, path: Path, operator: str, *, now: datetime | None = None) -> Path | None:
    """Put a backup in the place of a forum file, which is kept aside.

    Args:
        backup: a backup, or any forum file.
        path: the forum file; it may be damaged or missing, and must not be open for writing.
        operator: who restores it.
        now: the moment for the name of what is kept aside; the clock's unless given.

    Returns:
        Where the former file is now; ``None`` where there was none.

    Raises:
        ForumFileError: the backup is not sound, or the file cannot be replaced; it is as it was.
    """
    check(backup)
    path = real_path(path)
    stamp = (now or datetime.now(UTC)).astimezone(UTC).strftime(_STAMP)
    aside = path.with_name(f"{path.stem} before restore {stamp}{path.suffix}")
    with WriterLock.take(path, operator), files.new_file(path.parent, path.stem) as copy:
        copy_pages(backup, copy)
        check(copy)
        existed = path.exists()
        if existed:
            _set_aside(path, aside)
        files.replace(copy, path)
    return aside if existed else None


def _set_aside(path: Path, aside: Path) -> None:
    """Give the former file a second name, and take away what its writer left half done: it is not the backup's."""
    try:
        files.second_name(path, aside)
        if journal_of(path).exists():
            journal_of(path).replace(journal_of(aside))
    except OSError as error:
        raise files.unwritable(path, error) from error


def _clean(path: Path, now: datetime) -> None:
    """Thin the backups, and remove what a crash left behind."""
    backups = {backup.made: backup.path for backup in backups_of(path)}
    superfluous = [backups[made] for made in backups.keys() - kept(backups)]
    old = (now - _LEFT_BEHIND).timestamp()
    partial = [each for each in backup_folder(path).glob(".*.part*") if each.stat().st_mtime < old]
    for each in (*superfluous, *partial):
        with suppress(OSError):
            each.unlink()


def kept(moments: Iterable[datetime]) -> set[datetime]:
    """Return which backups stay: the last ones, then the newest of each of the last days, weeks and months with one."""
    ordered = sorted(moments, reverse=True)
    stay = set(ordered[:LAST])
    for count, period in (
        (DAYS, lambda moment: moment.date()),
        (WEEKS, lambda moment: moment.isocalendar()[:2]),
        (MONTHS, lambda moment: (moment.year, moment.month)),
    ):
        newest: dict[object, datetime] = {}
        for moment in ordered:
            newest.setdefault(period(moment), moment)
        stay.update(list(newest.values())[:count])
    return stay
