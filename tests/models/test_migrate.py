"""The schema: migrations and SQLAlchemy say the same; older files are brought up, newer ones left alone."""

import re
import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine

from desktop_app.calc.changes import Change, RecordPlan
from desktop_app.calc.forum import Forum
from desktop_app.calc.response_plans import ResponsePlan
from desktop_app.calc.vote import NO_BALLOT
from desktop_app.models import indexing, migrate, schema, timeline, writing
from desktop_app.models import verify as verify_module
from desktop_app.models.backup import backups_of
from desktop_app.models.errors import Cancelled, DamagedForumFile, ForumFileError, NewerForumFile
from desktop_app.models.forum_file import ForumFile, read_forum
from desktop_app.models.interchange import state_hash
from desktop_app.models.remembering import Filter
from desktop_app.models.verify import verify
from tests.models.desk import FORUM, FORUM_1, FORUM_4, OPERATOR, RESCUE, behind_the_door, relocations, untouched

KEPT: dict[str, tuple[Forum, Change]] = {
    "format_1": (FORUM_1, relocations("LV", 7)),
    "format_2": (replace(FORUM_4, vote=NO_BALLOT), relocations("LV", 7)),
    "format_3": (RESCUE, RecordPlan(ResponsePlan("SE", "SE-1", 1, relocations=7))),
    "format_4": (FORUM_4, relocations("LV", 7)),
    "format_5": (FORUM, relocations("LV", 7)),
}
"""What stands in the file of each version, and what was done there and undone."""

RELEASED = sorted((Path(__file__).parent / "files").glob("format_*.forum"))


def _plain(sql: str) -> str:
    """SQL without what layout adds."""
    return re.sub(r"\s+", "", sql)


def _schema(connection: sqlite3.Connection) -> set[tuple[str, str, str]]:
    rows = connection.execute("SELECT type, name, coalesce(sql, '') FROM sqlite_schema")
    return {(kind, name, _plain(sql)) for kind, name, sql in rows}


def test_migrations_make_what_sqlalchemy_describes(tmp_path: Path) -> None:
    engine = create_engine(f"sqlite:///{tmp_path / 'described.db'}")
    schema.METADATA.create_all(engine)
    engine.dispose()
    with closing(sqlite3.connect(tmp_path / "described.db")) as described, closing(sqlite3.connect(":memory:")) as made:
        for step in migrate.migrations():
            made.executescript(step.sql)
        assert _schema(made) == _schema(described)


def test_every_table_is_strict() -> None:
    with closing(sqlite3.connect(":memory:")) as made:
        for step in migrate.migrations():
            made.executescript(step.sql)
        tables = made.execute("SELECT name, strict FROM pragma_table_list WHERE schema = 'main'").fetchall()
    assert {name for name, strict in tables if not strict} == {"sqlite_schema"}


def test_migrations_are_numbered_without_gaps() -> None:
    assert [step.version for step in migrate.migrations()] == list(range(1, migrate.newest_version() + 1))


def test_a_file_of_every_released_version_is_kept() -> None:
    assert [int(path.stem.removeprefix("format_")) for path in RELEASED] == [
        step.version for step in migrate.migrations()
    ]


@pytest.mark.parametrize("released", RELEASED, ids=lambda path: path.stem)
def test_every_released_version_opens_and_can_be_changed(released: Path, tmp_path: Path) -> None:
    path = tmp_path / "old.forum"
    shutil.copyfile(released, path)
    held, undone = KEPT[released.stem]
    assert read_forum(path) == held
    with ForumFile.open(path, OPERATOR) as forum_file:
        assert forum_file.forum == held
        assert forum_file.redo_title == undone.title(held)
        forum_file.redo()
        assert forum_file.forum == undone.apply_to(held)
    assert verify(path).is_sound


def test_undo_and_redo_reach_over_columns_that_a_migration_added(tmp_path: Path) -> None:
    """A file of format 1 in which whole rows came and went: a state's record, then everything, twice."""
    path = tmp_path / "old.forum"
    shutil.copyfile(Path(__file__).parent / "files" / "history_1.forum", path)
    with_sweden = relocations("SE", 7).apply_to(FORUM_1)
    with_latvia = relocations("LV", 8).apply_to(FORUM_1)
    empty = Forum(title="Empty")
    written = written_states(path)
    with ForumFile.open(path, OPERATOR) as forum_file:
        assert forum_file.forum == empty
        assert forum_file.history(1)[0].title == f"Format 1 brought to format {migrate.newest_version()}"
        for held in (with_sweden, FORUM_1):
            forum_file.undo()
            assert forum_file.forum == held
        assert forum_file.undo_title is None
        for held in (with_sweden, empty, FORUM_1, with_latvia):
            forum_file.redo()
            assert forum_file.forum == held
        assert forum_file.redo_title is None
        for held in (FORUM_1, empty, with_sweden, FORUM_1):
            forum_file.undo()
            assert forum_file.forum == held
    report = verify(path)
    assert report.is_sound, report.lines()
    # What printed annexes name as fingerprint stays: a forum that does without what is new has the hash it had.
    assert [state_hash(each) for each in (FORUM_1, with_sweden, empty, FORUM_1, with_latvia)] == written


@pytest.mark.parametrize("every", [2, 3, 256])
def test_an_older_journal_is_given_its_index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, every: int) -> None:
    """Touched cells and checkpoints of what was written before there were any, and beside the migration itself."""
    for module in (timeline, indexing, verify_module):
        monkeypatch.setattr(module, "EVERY", every)
    path = tmp_path / "old.forum"
    shutil.copyfile(Path(__file__).parent / "files" / "history_1.forum", path)
    with ForumFile.open(path, OPERATOR) as forum_file:
        migrated = forum_file.seq
        assert verify(path).is_sound, verify(path).lines()
        held = [FORUM_1, relocations("SE", 7).apply_to(FORUM_1), Forum(title="Empty"), FORUM_1]
        for seq in (1, 2, 3, 4, 3, 2, 1, migrated, migrated - 1):
            assert forum_file.forum_at(seq) == (held[seq - 1] if seq < 5 else Forum(title="Empty"))
        assert [step.moment.seq for step in forum_file.steps(50, None, Filter(code="SE"))][-1] == 2
        last = forum_file.last_touch("SE", "pledge", 2)
        assert last is not None
        assert last.seq == 2
        assert forum_file.history(1)[0].desk is not None
        assert forum_file.history(1, before=2)[0].desk is None
    with ForumFile.open(path, OPERATOR) as forum_file:
        assert [forum_file.forum_at(seq) for seq in (4, 3, 2, 1)] == held[::-1]


def test_marks_and_scenarios_of_an_older_file(tmp_path: Path) -> None:
    """What is read of an older file without writing to it is brought up in a copy; marks and lines are none."""
    path = tmp_path / "old.forum"
    shutil.copyfile(RELEASED[0], path)
    is_untouched = untouched(path)
    with ForumFile.open(path, OPERATOR, read_only=True) as forum_file:
        assert (forum_file.marks(), forum_file.scenarios()) == ((), ())
        assert forum_file.forum_at(1).procedure is forum_file.forum.procedure
    assert is_untouched()


def test_the_memory_of_a_file_of_format_4_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "old.forum"
    shutil.copyfile(Path(__file__).parent / "files" / "format_4.forum", path)
    with ForumFile.open(path, OPERATOR, read_only=True) as forum_file:
        (closed,) = forum_file.snapshots()
        assert (closed.name, forum_file.forum_at(closed.moment.seq)) == (
            "First round",
            relocations("LV", 1).apply_to(FORUM_4),
        )
        assert forum_file.scenario(1).forum == relocations("LV", 9).apply_to(FORUM_4)
        merged, revert = (next(each for each in forum_file.steps(20) if each.moment.seq == seq) for seq in (5, 8))
        assert (merged.merges, merged.desk, revert.reverts, revert.reason) == ("forum-2", "forum-1", 2, "withdrawn")


def written_states(path: Path) -> list[str]:
    """The hashes that the first five entries of a journal name."""
    with closing(sqlite3.connect(path)) as connection:
        return [digest for (digest,) in connection.execute("SELECT state_hash FROM journal ORDER BY seq LIMIT 5")]


@pytest.fixture
def older(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    """A file of the newest real version, and a folder in which the program knows one version more."""
    folder = tmp_path / "migrations"
    shutil.copytree(migrate.FOLDER, folder)
    path = tmp_path / "old.forum"
    with ForumFile.create(path, FORUM, OPERATOR) as forum_file:
        forum_file.apply(relocations("LV", 7))
        forum_file.apply(relocations("LV", 8))
        forum_file.undo()
    monkeypatch.setattr(migrate, "FOLDER", folder)
    return path, folder


def _add_step(folder: Path, sql: str) -> int:
    version = migrate.newest_version() + 1
    (folder / f"{version:04d}_next_step.sql").write_text(sql, encoding="utf-8")
    migrate.migrations.cache_clear()
    return version


NEXT = """-- A list of guests; and a table rebuilt, as when one of its checks changes, while others refer to it.
CREATE TABLE guest (name TEXT PRIMARY KEY) STRICT;

CREATE TABLE applications_new (code TEXT NOT NULL CHECK (length(code) = 2), PRIMARY KEY (code)) WITHOUT ROWID, STRICT;
INSERT INTO applications_new SELECT code FROM applications;
DROP TABLE applications;
ALTER TABLE applications_new RENAME TO applications;
"""


def test_an_older_file_is_backed_up_and_brought_up(older: tuple[Path, Path]) -> None:
    path, folder = older
    version = _add_step(folder, NEXT)
    with ForumFile.open(path, OPERATOR) as forum_file:
        assert forum_file.forum == relocations("LV", 7).apply_to(FORUM)
        newest = forum_file.history(1)[0]
        assert (newest.action, newest.title) == ("migrate", f"Format {version - 1} brought to format {version}")
        # Undo and redo reach back over the migration.
        assert (forum_file.undo_title, forum_file.redo_title) == ("Latvia: relocations 7", "Latvia: relocations 8")
        forum_file.undo()
        assert forum_file.forum == FORUM
        forum_file.redo()
        forum_file.redo()
        assert forum_file.forum == relocations("LV", 8).apply_to(FORUM)
    (backup,) = backups_of(path)
    with closing(sqlite3.connect(backup.path)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (version - 1,)
    report = verify(path)
    assert report.lines()[:1] == [f"{path}: sound, 8 journal entries checked."]
    # Opened again, nothing is left to do.
    with ForumFile.open(path, OPERATOR) as forum_file:
        assert forum_file.seq == 8


def test_bringing_an_older_file_up_can_be_stopped(tmp_path: Path) -> None:
    path = tmp_path / "old.forum"
    shutil.copyfile(RELEASED[0], path)
    before = path.read_bytes()
    with pytest.raises(Cancelled):
        ForumFile.open(path, OPERATOR, is_stopping=lambda: True)
    # The folder for the backup is all there is beside it.
    assert {each.name for each in path.parent.rglob("*")} <= {"old.forum", "old backups"}
    assert path.read_bytes() == before
    with ForumFile.open(path, OPERATOR, is_stopping=lambda: False) as forum_file:
        assert forum_file.history(1)[0].action == "migrate"


def test_what_is_committed_is_never_called_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "old.forum"
    shutil.copyfile(RELEASED[0], path)
    monkeypatch.setattr("desktop_app.models.database._STEPS_BETWEEN_QUESTIONS", 1)
    at_the_end: list[bool] = []
    append = writing.append

    def appended(*arguments: Any) -> None:
        append(*arguments)
        at_the_end.append(True)

    monkeypatch.setattr(writing, "append", appended)
    # Somebody asks for the end when all is written and only the COMMIT is left.
    with ForumFile.open(path, OPERATOR, is_stopping=lambda: bool(at_the_end)) as forum_file:
        assert forum_file.history(1)[0].action == "migrate"
    assert at_the_end


def test_an_older_file_is_read_without_being_written(older: tuple[Path, Path]) -> None:
    path, folder = older
    _add_step(folder, NEXT)
    is_untouched = untouched(path)
    assert read_forum(path) == relocations("LV", 7).apply_to(FORUM)
    assert ForumFile.open(path, OPERATOR, read_only=True).forum == relocations("LV", 7).apply_to(FORUM)
    assert is_untouched()


@pytest.mark.parametrize(
    "sql",
    [
        "CREATE TABLE guest (name TEXT);\nDELETE FROM state WHERE code = 'BE';\n",
        "CREATE TABLE guest (name TEXT);\nDELETE FROM pool;\n",
    ],
)
def test_a_migration_that_spoils_the_file_is_taken_back(older: tuple[Path, Path], sql: str) -> None:
    path, folder = older
    _add_step(folder, sql)
    before = path.read_bytes()
    with pytest.raises(DamagedForumFile) as refused:
        ForumFile.open(path, OPERATOR)
    assert path.read_bytes() == before
    (backup,) = backups_of(path)
    assert refused.value.newest_backup == backup.path
    with closing(sqlite3.connect(backup.path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_newer_file_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "newer.forum"
    ForumFile.create(path, FORUM, OPERATOR).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {migrate.newest_version() + 1}")
    is_untouched = untouched(path)
    for attempt in (lambda: ForumFile.open(path, OPERATOR), lambda: read_forum(path), lambda: verify(path)):
        with pytest.raises(NewerForumFile, match="newer Forum Desk"):
            attempt()
    assert is_untouched()


@pytest.mark.parametrize(
    "sql",
    [
        "CREATE TRIGGER evil AFTER INSERT ON journal BEGIN DELETE FROM pledge; END",
        "CREATE VIEW evil AS SELECT * FROM forum",
        "CREATE TABLE evil (a)",
        "CREATE VIRTUAL TABLE evil USING fts5(a)",
        "CREATE INDEX evil ON pledge (note)",
        "DROP TABLE deduction",
        "ALTER TABLE meeting ADD COLUMN evil TEXT",
    ],
)
def test_a_crafted_schema_is_refused(tmp_path: Path, sql: str) -> None:
    path = tmp_path / "crafted.forum"
    ForumFile.create(path, FORUM, OPERATOR).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(sql)
    before = path.read_bytes()
    for attempt in (lambda: ForumFile.open(path, OPERATOR), lambda: read_forum(path)):
        with pytest.raises(DamagedForumFile, match="not as in a forum file"):
            attempt()
    report = verify(path)
    assert not report.is_sound
    assert report.entries == 0
    assert path.read_bytes() == before


@pytest.mark.parametrize("things", [0, 1, "twice"])
def test_a_schema_with_too_little_or_one_thing_twice(tmp_path: Path, things: int | str) -> None:
    path = tmp_path / "crafted.forum"
    ForumFile.create(path, FORUM, OPERATOR).close()
    content = bytearray(path.read_bytes())
    # The schema is the table on the first page, or begins there: how many cells that page has, and where they are.
    cells = int.from_bytes(content[103:105], "big")
    pointers = 108 if content[100] == 0x0D else 112
    if isinstance(things, int):
        content[103:105] = things.to_bytes(2, "big")
    else:
        content[pointers + 2 : pointers + 4] = content[pointers : pointers + 2]
    assert cells > 1
    path.write_bytes(content)
    with pytest.raises(DamagedForumFile):
        read_forum(path)
    assert not verify(path).is_sound


def test_a_journal_without_its_guards_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "unguarded.forum"
    ForumFile.create(path, FORUM, OPERATOR).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP TRIGGER journal_never_changes")
    with pytest.raises(DamagedForumFile, match="journal_never_changes"):
        read_forum(path)


@pytest.mark.parametrize(
    ("sql", "why"),
    [
        ("DELETE FROM journal", "no entry of the journal may be deleted"),
        ("UPDATE journal SET operator = 'nobody'", "no entry of the journal may be changed"),
        ("INSERT INTO journal SELECT * FROM journal", "an entry of the journal follows the last one"),
        (
            "INSERT OR REPLACE INTO journal SELECT * FROM journal",
            "an entry of the journal follows the last one",
        ),
    ],
)
def test_the_journal_only_grows_at_its_end(tmp_path: Path, sql: str, why: str) -> None:
    path = tmp_path / "x.forum"
    ForumFile.create(path, FORUM, OPERATOR).close()
    with closing(sqlite3.connect(path)) as connection, pytest.raises(sqlite3.IntegrityError, match=why):
        connection.execute(sql)


def test_a_file_without_a_version_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "x.forum"
    ForumFile.create(path, FORUM, OPERATOR).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 0")
    with pytest.raises(ForumFileError, match="does not say its version"):
        read_forum(path)


def test_hands_behind_the_door_leave_the_schema_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "x.forum"
    ForumFile.create(path, FORUM, OPERATOR).close()
    with behind_the_door(path):
        pass
    assert read_forum(path) == FORUM
