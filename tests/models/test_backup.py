"""Backups: made beside a working desk, verified, thinned, restored."""

import os
import shutil
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from desktop_app.models import backup as backup_module
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
    DamagedForumFile,
    ForumFileExists,
    ForumFileLocked,
    ForumFileUnwritable,
    NotAForumFile,
)
from desktop_app.models.forum_file import ForumFile, read_forum
from desktop_app.models.header import journal_of
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
    assert made.made == NOON
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
    # A backup that went bad is no backup.
    second.path.write_bytes(b"")
    third = back_up(path, now=NOON + timedelta(hours=3))
    assert newest_good_backup(path) == third.path
    third.path.unlink()
    assert newest_good_backup(path) == first.path
    first.path.write_bytes(b"")
    assert newest_good_backup(path) is None


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


def test_a_backup_in_a_thread_does_not_stop_the_writer(path: Path, forum_file: ForumFile) -> None:
    finished: list[bool] = []

    def work() -> None:
        for _time in range(5):
            back_up(path)
            assert verify(path).is_sound
        finished.append(True)

    thread = threading.Thread(target=work, name="forum-desk backup")
    thread.start()
    value = 0
    while thread.is_alive():
        value += 1
        forum_file.apply(relocations("LV", value))
    thread.join()
    assert finished
    assert value > 5
    forum_file.close()
    assert verify(path).is_sound


@pytest.mark.parametrize("file_system_knows_second_names", [True, False])
def test_a_backup_that_fails_its_check_leaves_nothing(
    path: Path, forum_file: ForumFile, monkeypatch: pytest.MonkeyPatch, *, file_system_knows_second_names: bool
) -> None:
    def spoil(_path: Path, copy: Path, _progress: object) -> None:
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
        # Twelve of one day (until noon): the ten last stay, the newest of the day is among them.
        (_hours(*range(12)), set(range(10))),
        # Ten of today, then one a day for 20 days: of the days with one, the 14 last stay (today and 13 before);
        # then one a week for eight weeks (the week of 27 November 2026 begins on Monday the 23rd):
        # days 4 to 13 are in it or kept anyway, the newest of earlier weeks are the Sundays, days 5, 12, 19;
        # of the months October has its newest on day 27 before, which is not among these.
        (
            _hours(*range(10), *(24 * day for day in range(1, 21))),
            {*range(10), *(24 * day for day in range(1, 14)), 24 * 19},
        ),
    ],
)
def test_thinning(moments: list[datetime], expected: set[float]) -> None:
    assert kept(moments) == {NOON - timedelta(hours=hour) for hour in expected}


def test_thinning_keeps_eight_weeks_and_two_years_of_months() -> None:
    daily = [NOON - timedelta(days=day) for day in range(3 * 365)]
    stay = sorted((moment.date() for moment in kept(daily)), reverse=True)
    # Fourteen days: 27 to 14 November.
    assert stay[:14] == [date(2026, 11, day) for day in range(27, 13, -1)]
    # Eight weeks with this one: this week and last are among the days; then six Sundays from 8 November on,
    # and between them the last day of October, which is the newest of its month.
    assert stay[14:22] == [
        date(2026, 11, 8),
        date(2026, 11, 1),
        date(2026, 10, 31),
        date(2026, 10, 25),
        date(2026, 10, 18),
        date(2026, 10, 11),
        date(2026, 9, 30),
        date(2026, 8, 31),
    ]
    # 24 months with this one: the last is December 2024.
    assert stay[-1] == date(2024, 12, 31)
    assert len(stay) == 14 + 5 + 23


def test_thinning_is_done_with_each_backup(path: Path, forum_file: ForumFile) -> None:
    for number in range(12):
        forum_file.apply(relocations("LV", number + 1))
        back_up(path, now=NOON + timedelta(minutes=number))
    assert [each.made for each in backups_of(path)] == [NOON + timedelta(minutes=number) for number in range(11, 1, -1)]


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


def test_restore_takes_the_journal_of_a_crashed_writer_away(path: Path, forum_file: ForumFile) -> None:
    """SQLite would roll it back into the restored file, which it does not belong to."""
    made = back_up(path, now=NOON)
    forum_file.close()
    with closing(sqlite3.connect(path, isolation_level=None)) as writer:
        writer.execute("PRAGMA cache_spill = 1")
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("UPDATE forum SET title = 'half done'")
        crashed = journal_of(path).read_bytes()
    journal_of(path).write_bytes(crashed)
    aside = restore(made.path, path, OPERATOR)
    assert aside is not None
    assert journal_of(aside).read_bytes() == crashed
    assert not journal_of(path).exists()
    assert read_forum(path) == FORUM


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
        aside = path.with_name("Annual pool before restore 2026-11-27 12.00.00.000000Z.forum")
        aside.write_bytes(b"in the way")
    else:
        monkeypatch.setattr(Path, "replace", _no_replace)
    with pytest.raises(ForumFileUnwritable):
        restore(made.path, path, OPERATOR, now=NOON)
    assert path.read_bytes() == before


def _no_replace(_self: Path, _target: Path) -> None:
    raise PermissionError(13, "Permission denied")


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
