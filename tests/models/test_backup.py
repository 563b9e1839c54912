"""Backups: made beside a working desk, verified, thinned, restored."""

import os
import shutil
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from desktop_app.models import backup as backup_module
from desktop_app.models import database as database_module
from desktop_app.models.backup import (
    back_up,
    backup_folder,
    backups_of,
    kept,
    newest_good_backup,
    restore,
    save_copy,
)
from desktop_app.models.errors import (
    Cancelled,
    DamagedForumFile,
    ForumFileExists,
    ForumFileLocked,
    ForumFileUnwritable,
    NotAForumFile,
)
from desktop_app.models.forum_file import ForumFile, read_forum
from desktop_app.models.header import journal_of
from desktop_app.models.loading import check
from desktop_app.models.verify import verify
from tests.models.desk import FORUM, OPERATOR, relocations, untouched

NOON = datetime(2026, 11, 27, 12, tzinfo=UTC)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "Annual pool.forum"


@pytest.fixture
def forum_file(path: Path) -> Iterator[ForumFile]:
    with ForumFile.create(path, FORUM, OPERATOR) as opened:
        yield opened


def _hours(*hours: float) -> list[datetime]:
    return [NOON - timedelta(hours=hour) for hour in hours]


def test_a_backup_is_a_sound_copy_with_its_moment_in_its_name(path: Path, forum_file: ForumFile) -> None:
    made = back_up(path, now=NOON)
    assert made.path == path.parent / "Annual pool backups" / "Annual pool 2026-11-27 12.00.00.000000Z.forum"
    assert (made.made_at, made.entries, made.operator) == (NOON, 1, OPERATOR)
    assert backups_of(path) == (made,)
    assert read_forum(made.path) == FORUM
    assert verify(made.path).is_sound
    assert [each.name for each in backup_folder(path).iterdir()] == [made.path.name]


def test_what_did_not_change_is_not_backed_up_again(path: Path, forum_file: ForumFile) -> None:
    first = back_up(path, now=NOON)
    assert back_up(path, now=NOON + timedelta(hours=1)) == first
    forum_file.apply(relocations("LV", 1))
    second = back_up(path, now=NOON + timedelta(hours=2))
    assert backups_of(path) == (second, first)
    assert [(each.entries, each.operator) for each in backups_of(path)] == [(2, OPERATOR), (1, OPERATOR)]
    # A backup that went bad is no backup.
    second.path.write_bytes(b"")
    assert [(each.entries, each.operator) for each in backups_of(path)] == [(None, None), (1, OPERATOR)]
    third = back_up(path, now=NOON + timedelta(hours=3))
    assert newest_good_backup(path) == third.path
    third.path.unlink()
    assert newest_good_backup(path) == first.path
    first.path.write_bytes(b"")
    assert newest_good_backup(path) is None


def test_where_nothing_changed_nothing_is_copied_or_checked(
    path: Path, forum_file: ForumFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is asked for every ten minutes and at close."""
    first = back_up(path, now=NOON)

    def never(*_args: object, **_named: object) -> None:
        raise AssertionError

    monkeypatch.setattr(backup_module, "copy_pages", never)
    monkeypatch.setattr(backup_module, "check", never)
    assert back_up(path, now=NOON + timedelta(minutes=10)) == first


def test_other_files_in_the_folder_are_no_backups(path: Path, forum_file: ForumFile) -> None:
    made = back_up(path, now=NOON)
    folder = backup_folder(path)
    for name in (
        "notes.txt",
        "Annual pool.forum",
        "Another 2026-11-27 12.00.00.000000Z.forum",
        "Annual pool 2026-13-27 12.00.00.000000Z.forum",
    ):
        (folder / name).write_bytes(b"")
    assert backups_of(path) == (made,)


def test_a_backup_runs_beside_a_writer(path: Path, forum_file: ForumFile, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backup_module, "PAGES_AT_ONCE", 2)
    seen: list[tuple[int, int]] = []

    def write(left: int, pages: int) -> None:
        """The desk goes on typing between two steps; SQLite then begins the copy again."""
        seen.append((left, pages))
        if len(seen) in {2, 5}:
            forum_file.apply(relocations("LV", len(seen)))

    made = back_up(path, progress=write)
    assert len(seen) > 10
    assert read_forum(made.path) == relocations("LV", 5).apply_to(FORUM)


def test_a_writer_without_rest_does_not_keep_a_backup_from_coming_to_an_end(
    path: Path, forum_file: ForumFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backup_module, "PAGES_AT_ONCE", 2)
    seen: list[int] = []

    def write(left: int, _pages: int) -> None:
        seen.append(left)
        forum_file.apply(relocations("LV", len(seen)))

    made = back_up(path, progress=write)
    assert read_forum(made.path) == relocations("LV", len(seen)).apply_to(FORUM)
    assert len(seen) == 11


def test_a_backup_in_a_thread_does_not_stop_the_writer(path: Path, forum_file: ForumFile) -> None:
    finished: list[bool] = []

    def work() -> None:
        back_up(path)
        assert verify(path).is_sound
        finished.append(True)

    thread = threading.Thread(target=work, name="forum-desk backup")
    thread.start()
    value = 0
    while thread.is_alive() and value < 40:
        value += 1
        forum_file.apply(relocations("LV", value))
    thread.join()
    assert finished
    assert forum_file.seq == value + 1
    forum_file.close()
    assert verify(path).is_sound


@pytest.mark.parametrize("file_system_knows_second_names", [True, False])
def test_a_backup_that_fails_its_check_leaves_nothing(
    path: Path, forum_file: ForumFile, monkeypatch: pytest.MonkeyPatch, *, file_system_knows_second_names: bool
) -> None:
    def spoil(_path: Path, copy: Path, *_others: object) -> None:
        shutil.copyfile(path, copy)
        with copy.open("r+b") as file:
            file.seek(-2000, os.SEEK_END)
            file.write(bytes(2000))

    with monkeypatch.context() as patch:
        patch.setattr(backup_module, "copy_pages", spoil)
        with pytest.raises(DamagedForumFile):
            back_up(path)
    assert list(backup_folder(path).iterdir()) == []
    if not file_system_knows_second_names:
        monkeypatch.setattr(os, "link", _no_link)
    back_up(path)
    assert len(backups_of(path)) == 1


def test_a_backup_can_be_stopped(path: Path, forum_file: ForumFile) -> None:
    def stop(_left: int, _pages: int) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        back_up(path, progress=stop)
    assert list(backup_folder(path).iterdir()) == []
    forum_file.apply(relocations("LV", 1))


@pytest.mark.parametrize("questions", range(6))
def test_a_backup_ends_when_asked_to_and_leaves_nothing(
    path: Path, forum_file: ForumFile, monkeypatch: pytest.MonkeyPatch, questions: int
) -> None:
    """While pages are copied, and while SQLite checks the copy."""
    monkeypatch.setattr(backup_module, "PAGES_AT_ONCE", 20)
    monkeypatch.setattr(database_module, "_STEPS_BETWEEN_QUESTIONS", 100)
    asked: list[None] = []

    def is_stopping() -> bool:
        asked.append(None)
        return len(asked) > questions

    with pytest.raises(Cancelled, match="stopped when asked to"):
        back_up(path, is_stopping=is_stopping)
    assert list(backup_folder(path).iterdir()) == []
    assert back_up(path, is_stopping=lambda: False).entries == 1
    with pytest.raises(Cancelled):
        check(path, is_stopping=lambda: True)


def _no_link(_source: object, _target: object) -> None:
    raise PermissionError(1, "Operation not permitted")


def test_a_file_where_the_folder_should_be(path: Path, forum_file: ForumFile) -> None:
    backup_folder(path).write_text("no folder")
    with pytest.raises(ForumFileUnwritable):
        back_up(path)


def test_what_a_crash_left_behind_goes_after_an_hour(path: Path, forum_file: ForumFile) -> None:
    back_up(path, now=NOON)
    old, young = (backup_folder(path) / f".Annual pool.{name}.part" for name in ("old", "young"))
    for file, hours in ((old, 2), (young, 0)):
        file.write_bytes(b"")
        moment = (NOON - timedelta(hours=hours)).timestamp()
        os.utime(file, (moment, moment))
    forum_file.apply(relocations("LV", 1))
    back_up(path, now=NOON + timedelta(minutes=1))
    assert not old.exists()
    assert young.exists()


@pytest.mark.parametrize(
    ("moments", "expected"),
    [
        ([], set()),
        # Ten of one day: all stay.
        (_hours(*range(10)), set(range(10))),
        # One every ten minutes from 12.00 back to 9.30: the ten last reach back to 10.30; then the newest of each hour,
        # of which 12.00, 11.50 and 10.50 are among the ten, and 9.50 is not.
        (_hours(*(number / 6 for number in range(16))), {*(number / 6 for number in range(10)), 13 / 6}),
        # One an hour for 30 hours: the 24 last hours stay, the ten last among them; the newest of yesterday is the
        # thirteenth and stays anyway, and so does that of each week and month.
        (_hours(*range(30)), set(range(24))),
        # Ten of today, then one a day for 20 days: each is the newest of its hour, and the 24 last hours that have one
        # reach back 14 days. Of the days with one the 14 last stay (today and 13 before); then one a week for eight
        # weeks (the week of 27 November 2026 begins on Monday the 23rd): the newest of earlier weeks are the Sundays,
        # days 5, 12, 19; of the months October has its newest on day 27 before, which is not among these.
        (
            _hours(*range(10), *(24 * day for day in range(1, 21))),
            {*range(10), *(24 * day for day in range(1, 15)), 24 * 19},
        ),
    ],
)
def test_thinning(moments: list[datetime], expected: set[float]) -> None:
    assert kept(moments) == {NOON - timedelta(hours=hour) for hour in expected}


def test_thinning_keeps_eight_weeks_and_two_years_of_months() -> None:
    daily = [NOON - timedelta(days=day) for day in range(3 * 365)]
    stay = sorted((moment.date() for moment in kept(daily)), reverse=True)
    # One a day is also one an hour that has one: 24 days, 27 to 4 November.
    assert stay[:24] == [date(2026, 11, day) for day in range(27, 3, -1)]
    # Eight weeks with this one: this week and the two before are among the days; then five Sundays (8 November is
    # among the days too), and between them the last day of October, which is the newest of its month.
    assert stay[24:30] == [
        date(2026, 11, 1),
        date(2026, 10, 31),
        date(2026, 10, 25),
        date(2026, 10, 18),
        date(2026, 10, 11),
        date(2026, 9, 30),
    ]
    # 24 months with this one: the last is December 2024.
    assert stay[-1] == date(2024, 12, 31)
    assert len(stay) == 24 + 4 + 23


def test_thinning_is_done_with_each_backup(path: Path, forum_file: ForumFile) -> None:
    for number in range(12):
        forum_file.apply(relocations("LV", number + 1))
        back_up(path, now=NOON + timedelta(minutes=number))
    assert [each.made_at for each in backups_of(path)] == [
        NOON + timedelta(minutes=number) for number in range(11, 1, -1)
    ]


def test_restore_keeps_the_former_file_aside(path: Path, forum_file: ForumFile) -> None:
    made = back_up(path, now=NOON)
    forum_file.apply(relocations("LV", 1))
    with pytest.raises(ForumFileLocked):
        restore(made.path, path, OPERATOR)
    forum_file.close()
    aside = restore(made.path, path, OPERATOR, now=NOON)
    assert aside == path.parent / "Annual pool before restore 2026-11-27 12.00.00.000000Z.forum"
    assert read_forum(path) == FORUM
    assert read_forum(aside) == relocations("LV", 1).apply_to(FORUM)
    with ForumFile.open(path, OPERATOR) as opened:
        opened.apply(relocations("LV", 2))
    assert read_forum(made.path) == FORUM


def test_restore_over_a_damaged_file_and_over_none(path: Path, forum_file: ForumFile) -> None:
    made = back_up(path, now=NOON)
    forum_file.close()
    path.write_bytes(b"damaged")
    aside = restore(made.path, path, OPERATOR)
    assert aside is not None
    assert aside.read_bytes() == b"damaged"
    assert read_forum(path) == FORUM
    path.unlink()
    assert restore(made.path, path, OPERATOR) is None
    assert read_forum(path) == FORUM


_DIES_WHILE_WRITING = """
import sqlite3, sys, time
writer = sqlite3.connect(sys.argv[1], isolation_level=None)
writer.execute("PRAGMA cache_size = 1")
writer.execute("BEGIN IMMEDIATE")
for table in ("forum", "pledge", "state", "meeting"):
    writer.execute(f"DELETE FROM {table}")
writer.execute("CREATE TABLE padding AS SELECT randomblob(4096 * 50) AS a")
print("half done", flush=True)
time.sleep(60)
"""


def _kill_a_writer(path: Path) -> None:
    """Leave half a transaction in the file, and the journal that takes it back beside it."""
    command = [sys.executable, "-c", _DIES_WHILE_WRITING, str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "half done\n"
        writer.kill()
    assert journal_of(path).stat().st_size > 0


@pytest.fixture
def changed(path: Path, forum_file: ForumFile) -> tuple[Path, Path]:
    """A file with one change more than its backup, whose writer was killed; and the backup."""
    made = back_up(path, now=NOON)
    forum_file.apply(relocations("LV", 1))
    forum_file.close()
    _kill_a_writer(path)
    return path, made.path


LATVIA = relocations("LV", 1).apply_to(FORUM)
ASIDE = "Annual pool before restore 2026-11-27 12.00.00.000000Z.forum"


def _refuse_to_replace(path: Path, monkeypatch: pytest.MonkeyPatch, *others: Path) -> None:
    """As a disk error does, or Windows while another program looks at the file."""
    really = Path.replace

    def refuse(self: Path, target: Path) -> Path:
        if target in {path, *others}:
            raise PermissionError(13, "Permission denied")
        return really(self, target)

    monkeypatch.setattr(Path, "replace", refuse)


def test_what_a_killed_writer_began_is_taken_back_before_the_file_goes_aside(changed: tuple[Path, Path]) -> None:
    path, backup = changed
    aside = restore(backup, path, OPERATOR)
    assert aside is not None
    assert read_forum(aside) == LATVIA
    assert read_forum(path) == FORUM
    assert not journal_of(aside).exists()
    assert not journal_of(path).exists()


def test_a_failed_restore_after_a_killed_writer_loses_nothing(
    changed: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    path, backup = changed
    _refuse_to_replace(path, monkeypatch)
    with pytest.raises(ForumFileUnwritable):
        restore(backup, path, OPERATOR)
    assert read_forum(path) == LATVIA
    assert verify(path).is_sound
    assert sorted(each.name for each in path.parent.iterdir()) == ["Annual pool backups", "Annual pool.forum"]


def _cannot_be_rolled_back(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(where: Path, *, write: bool) -> None:
        raise ForumFileUnwritable(str(where), "the disk reports an error", "save a copy")

    monkeypatch.setattr(backup_module, "Database", refuse)


def test_a_journal_that_cannot_be_taken_back_goes_aside_with_its_file(
    changed: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """SQLite would roll it back into the restored file, which it does not belong to."""
    path, backup = changed
    _cannot_be_rolled_back(monkeypatch)
    aside = restore(backup, path, OPERATOR)
    assert aside is not None
    assert not journal_of(path).exists()
    assert read_forum(path) == FORUM
    assert read_forum(aside) == LATVIA


def test_a_failed_restore_brings_the_journal_back(changed: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    path, backup = changed
    _cannot_be_rolled_back(monkeypatch)
    is_untouched = untouched(path)
    _refuse_to_replace(path, monkeypatch)
    with pytest.raises(ForumFileUnwritable):
        restore(backup, path, OPERATOR)
    assert is_untouched()
    assert read_forum(path) == LATVIA


def test_a_journal_that_cannot_even_come_back_stays_with_the_file_s_other_name(
    changed: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    path, backup = changed
    _cannot_be_rolled_back(monkeypatch)
    _refuse_to_replace(path, monkeypatch, journal_of(path))
    with pytest.raises(ForumFileUnwritable):
        restore(backup, path, OPERATOR, now=NOON)
    assert read_forum(path.with_name(ASIDE)) == LATVIA


def test_a_journal_without_its_file_is_not_left_beside_the_restored_one(changed: tuple[Path, Path]) -> None:
    path, backup = changed
    path.unlink()
    assert restore(backup, path, OPERATOR) is None
    assert read_forum(path) == FORUM
    assert not journal_of(path).exists()


def test_the_journal_of_a_program_that_is_writing_is_left_alone(
    path: Path, forum_file: ForumFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = back_up(path, now=NOON)
    forum_file.close()
    monkeypatch.setattr(database_module, "_ALWAYS", (("busy_timeout", 10, 10),))
    with closing(sqlite3.connect(path, isolation_level=None)) as writer:
        writer.execute("PRAGMA locking_mode = EXCLUSIVE")
        writer.execute("BEGIN EXCLUSIVE")
        writer.execute("UPDATE forum SET title = 'going on'")
        is_untouched = untouched(path)
        with pytest.raises(ForumFileLocked, match="another program is using the file"):
            restore(made.path, path, OPERATOR)
        assert is_untouched()


def test_a_bad_backup_is_not_restored(path: Path, forum_file: ForumFile, tmp_path: Path) -> None:
    forum_file.close()
    bad = tmp_path / "bad.forum"
    bad.write_bytes(path.read_bytes()[:-4096])
    is_untouched = untouched(path)
    with pytest.raises(DamagedForumFile):
        restore(bad, path, OPERATOR)
    with pytest.raises(NotAForumFile):
        restore(tmp_path / "none.forum", path, OPERATOR)
    assert is_untouched()


@pytest.mark.parametrize("refused", ["link", "replace"])
def test_a_restore_that_the_system_refuses_leaves_the_file(
    path: Path, forum_file: ForumFile, monkeypatch: pytest.MonkeyPatch, refused: str
) -> None:
    made = back_up(path, now=NOON)
    forum_file.apply(relocations("LV", 1))
    forum_file.close()
    before = path.read_bytes()
    if refused == "link":
        path.with_name(ASIDE).write_bytes(b"in the way")
    else:
        _refuse_to_replace(path, monkeypatch)
    with pytest.raises(ForumFileUnwritable):
        restore(made.path, path, OPERATOR, now=NOON)
    assert path.read_bytes() == before
    assert path.with_name(ASIDE).exists() == (refused == "link")


def test_a_restore_where_files_have_one_name_only(
    path: Path, forum_file: ForumFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = back_up(path, now=NOON)
    forum_file.apply(relocations("LV", 1))
    forum_file.close()
    monkeypatch.setattr(os, "link", _no_link)
    aside = restore(made.path, path, OPERATOR)
    assert aside is not None
    assert read_forum(aside) == relocations("LV", 1).apply_to(FORUM)
    assert read_forum(path) == FORUM


def test_a_copy_holds_the_journal_too(path: Path, forum_file: ForumFile, tmp_path: Path) -> None:
    forum_file.apply(relocations("LV", 1))
    copy = tmp_path / "copy.forum"
    save_copy(path, copy)
    with ForumFile.open(copy, "Bo") as opened:
        assert opened.undo_title == "Latvia: relocations 1"
        with pytest.raises(ForumFileExists):
            save_copy(path, copy)
        with pytest.raises(ForumFileLocked):
            save_copy(path, copy, replace=True)
    forum_file.undo()
    save_copy(path, copy, replace=True)
    assert read_forum(copy) == FORUM


def test_a_copy_cannot_replace_its_own_original(path: Path, forum_file: ForumFile) -> None:
    with pytest.raises(ForumFileLocked):
        save_copy(path, path, replace=True)
    assert read_forum(path) == FORUM


def test_a_full_disk_is_said_of_the_folder_and_not_of_a_hidden_file(
    path: Path, forum_file: ForumFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_connection: sqlite3.Connection) -> None:
        error = sqlite3.OperationalError("database or disk is full")
        error.sqlite_errorcode = sqlite3.SQLITE_FULL
        raise error

    assert forum_file.path == path
    with monkeypatch.context() as patched:
        patched.setattr(backup_module, "closing", full)
        with pytest.raises(ForumFileUnwritable, match=r"Annual pool backups: the disk is full"):
            back_up(path)
    assert list(backup_folder(path).iterdir()) == []
