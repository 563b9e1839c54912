"""Hostile forum files: damaged pages, schemas and rows that somebody crafted, journals beside them."""

import sqlite3
import struct
import tempfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Final

from build.hostile.case import Case
from build.hostile.mangling import flip_bits, insert_nothing, mangled, repeat, spliced, take_out
from desktop_app.calc.changes import PledgeColumn, RecordPledge, SetCredits, SetSolidarity, SetUse
from desktop_app.calc.forum import Procedure
from desktop_app.calc.migratory_pressure import Credit
from desktop_app.calc.search_and_rescue import PoolUse
from desktop_app.calc.solidarity_groups import SponsorshipGroup
from desktop_app.models import store
from desktop_app.models.any_forum import sample
from desktop_app.models.forum_file import ForumFile

_NAME: Final = "pool.forum"
_JOURNAL: Final = f"{_NAME}-journal"
_JOURNAL_MAGIC: Final = bytes.fromhex("d9d505f920a163d7")
_HOT_ROWS: Final = 3_000

Crafting = Callable[[Random, sqlite3.Connection], None]


def bases() -> list[bytes]:
    """Return sound forum files to begin with: one fresh, and one of each procedure with a history."""
    with tempfile.TemporaryDirectory() as folder:
        made = [Path(folder) / f"{name}.forum" for name in ("fresh", "grown", "rescue", "pressure", "voluntary")]
        fresh, grown, rescue, pressure, voluntary = made
        ForumFile.create(fresh, sample(), "Ana Silva").close()
        with ForumFile.create(grown, sample(), "Ana Silva") as file:
            for persons in range(1, 30):
                file.apply(RecordPledge("BG", PledgeColumn.RELOCATIONS, persons))
            for _step in range(5):
                file.undo()
            file.redo()
        with ForumFile.create(rescue, sample(Procedure.SEARCH_AND_RESCUE), "Ana Silva") as file:
            for persons in range(1, 10):
                recorded = file.forum.search_and_rescue
                file.apply(SetUse(recorded.calls, (*recorded.use, PoolUse("IT", None, persons))))
            file.undo()
        with ForumFile.create(pressure, sample(Procedure.MIGRATORY_PRESSURE), "Ana Silva") as file:
            for persons in range(1, 10):
                file.apply(SetCredits((*file.forum.migratory_pressure.credits, Credit("BG", persons=persons))))
            file.undo()
        with ForumFile.create(voluntary, sample(Procedure.VOLUNTARY), "Ana Silva") as file:
            for persons in range(1, 10):
                record = file.forum.solidarity
                group = SponsorshipGroup(f"G{persons}", "BG", persons=persons)
                groups = (*record.sponsorship_groups, group)
                file.apply(SetSolidarity(replace(record, sponsorship_groups=groups), group.id))
            file.undo()
        return [path.read_bytes() for path in made]


def make(chance: Random, sound: list[bytes]) -> Case:
    """Return a hostile forum file."""
    base = chance.choice(sound)
    way = chance.random()
    if way < 0.25:
        return _one(*mangled(chance, base))
    if way < 0.45:
        return _one(_in_pages(chance, base), "damaged pages")
    if way < 0.5:
        return _one(spliced(chance, base, chance.choice(sound)), "spliced")
    if way < 0.58:
        return _one(_header(chance, base), "another header")
    if way < 0.72:
        return _beside(chance, base)
    does = chance.choice(_CRAFTED)
    return _one(_crafted(chance, base, does), does.__name__[1:])


def _one(data: bytes, about: str) -> Case:
    return Case(_NAME, {_NAME: data}, about)


def _in_pages(chance: Random, base: bytes) -> bytes:
    """Damage what follows the header, so that the file still says it is a forum file."""
    body = base[100:]
    for mangler in chance.choices((flip_bits, repeat, take_out, insert_nothing), k=chance.choice((1, 2, 5))):
        body = mangler(chance, body)
    if chance.random() < 0.3:
        page = chance.randrange(len(base) // 4096)
        whole = base[:100] + body
        return whole[: page * 4096 + 100] + chance.randbytes(200) + whole[page * 4096 + 300 :]
    return base[:100] + body


def _header(chance: Random, base: bytes) -> bytes:
    """Put other numbers into the header."""
    header = bytearray(base[:100])
    for _each in range(chance.choice((1, 1, 3))):
        place = chance.choice((16, 18, 19, 20, 21, 24, 28, 32, 36, 40, 44, 48, 52, 56, 60, 64, 68, 92, 96))
        value = chance.choice((0, 1, 2, 3, 255, 256, 4096, 65_535, 2**31 - 1, 2**32 - 1))
        struct.pack_into(">I", header, min(place, 96), value)
    return bytes(header) + base[100:]


def _beside(chance: Random, base: bytes) -> Case:
    """Put something beside a sound file that SQLite would look at."""
    way = chance.choice(("noise", "folder", "names another", "hot", "cut hot", "wal", "shm", "stretched", "empty"))
    if way == "folder":
        return Case(_NAME, {_NAME: base}, "a folder for a journal", (_JOURNAL,))
    if way == "stretched":
        return Case(_NAME, {_NAME: base}, "stretched with nothing", sparse={_NAME: chance.choice((10**8, 4 * 10**9))})
    if way in {"wal", "shm"}:
        return Case(_NAME, {_NAME: base, f"{_NAME}-{way}": chance.randbytes(5_000)}, f"a {way} beside it")
    if way in {"hot", "cut hot"}:
        half_done, journal = _hot(base)
        if way == "cut hot":
            journal, _about = mangled(chance, journal)
        return Case(_NAME, {_NAME: half_done, _JOURNAL: journal}, f"{way} journal")
    content = {
        "noise": _JOURNAL_MAGIC + chance.randbytes(4_000),
        "names another": _JOURNAL_MAGIC + chance.randbytes(600) + b"/tmp/x\0\0\0\6\0\0\0\1" + _JOURNAL_MAGIC,
        "empty": b"",
    }[way]
    return Case(_NAME, {_NAME: base, _JOURNAL: content}, f"a journal beside it: {way}")


def _hot(base: bytes) -> tuple[bytes, bytes]:
    """Return a file in the middle of a transaction, and the journal that takes it back."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / _NAME
        path.write_bytes(base)
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            connection.execute("PRAGMA cache_size = 1")
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("CREATE TABLE filling (words TEXT)")
            connection.executemany("INSERT INTO filling VALUES (?)", [("x" * 500,)] * _HOT_ROWS)
            both = path.read_bytes(), path.with_name(_JOURNAL).read_bytes()
            connection.execute("ROLLBACK")
        return both


def _crafted(chance: Random, base: bytes, does: Crafting) -> bytes:
    """Change a sound file with SQLite itself, as somebody would who knows it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / _NAME
        path.write_bytes(base)
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            connection.execute("PRAGMA foreign_keys = OFF")
            try:
                does(chance, connection)
            except sqlite3.Error:
                # This version of SQLite refuses to make such a file: what stands there is tried.
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
        return path.read_bytes()


def _tables(connection: sqlite3.Connection) -> list[str]:
    found = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    return [name for (name,) in found if not name.startswith("sqlite_")]


def _columns(connection: sqlite3.Connection, table: str) -> list[str]:
    return [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]


def _trigger(chance: Random, connection: sqlite3.Connection) -> None:
    table = chance.choice(_tables(connection))
    does = chance.choice(
        ("DELETE FROM journal", "SELECT load_extension('x')", "INSERT INTO journal SELECT * FROM journal")
    )
    connection.execute(
        f"CREATE TRIGGER evil AFTER {chance.choice(('INSERT', 'UPDATE', 'DELETE'))} ON {table} BEGIN {does}; END"
    )


def _view(chance: Random, connection: sqlite3.Connection) -> None:
    table = chance.choice(_tables(connection))
    connection.execute(f"ALTER TABLE {table} RENAME TO other")
    endless = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT * FROM other, n"
    connection.execute(f"CREATE VIEW {table} AS " + chance.choice(("SELECT * FROM other", endless)))  # noqa: S608


def _virtual(chance: Random, connection: sqlite3.Connection) -> None:
    kind = chance.choice(("fts5(a)", "rtree(i, a, b)", "dbstat", "fts4(a)"))
    connection.execute(f"CREATE VIRTUAL TABLE evil USING {kind}")


def _more_tables(chance: Random, connection: sqlite3.Connection) -> None:
    for number in range(chance.choice((1, 500))):
        connection.execute(f"CREATE TABLE extra{number} (a CHECK (a > abs(random())), b DEFAULT (zeroblob(100000000)))")


def _index(chance: Random, connection: sqlite3.Connection) -> None:
    table = chance.choice(_tables(connection))
    column = chance.choice(_columns(connection, table))
    connection.execute(f"CREATE INDEX evil ON {table} ({chance.choice((column, f'upper({column})'))})")


def _schema_text(chance: Random, connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA writable_schema = ON")
    evil = chance.choice(("x", "CREATE TABLE forum(x)", "\0", "CREATE TABLE " + "(" * 5_000, None, "A" * 100_000))
    connection.execute("UPDATE sqlite_schema SET sql = ? WHERE name = ?", (evil, chance.choice(_tables(connection))))


def _root_page(chance: Random, connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA writable_schema = ON")
    page = chance.choice((0, 1, 2, 3, -1, 10**9))
    connection.execute(
        "UPDATE sqlite_schema SET rootpage = ? WHERE name = ?", (page, chance.choice(_tables(connection)))
    )


def _other_rows(chance: Random, connection: sqlite3.Connection) -> None:
    for _each in range(chance.choice((1, 1, 3))):
        table = chance.choice(_tables(connection))
        column = chance.choice(_columns(connection, table))
        evil = chance.choice(
            (-1, 0, 2**63 - 1, -(2**63), 10**10, "", "x" * 100_000, "\x1b[2J", "\ud7ff", "GR", "[]", "1e9")
        )
        connection.execute(f"UPDATE {table} SET {column} = ?", (evil,))  # noqa: S608 - our own file


def _no_utf_8(chance: Random, connection: sqlite3.Connection) -> None:
    table = chance.choice(_tables(connection))
    column = chance.choice(_columns(connection, table))
    connection.execute(f"UPDATE {table} SET {column} = CAST(x'fffe41' AS TEXT)")  # noqa: S608 - our own file


def _fewer_rows(chance: Random, connection: sqlite3.Connection) -> None:
    connection.execute(f"DELETE FROM {chance.choice(_tables(connection))}")  # noqa: S608 - our own file


def _more_rows(chance: Random, connection: sqlite3.Connection) -> None:
    """Fill the list of meetings, or another, far beyond what a forum may have."""
    connection.execute("BEGIN")
    count = chance.choice((2_000, 120_000))
    columns = _columns(connection, "meeting")
    marks = ", ".join("?" * len(columns))
    connection.executemany(
        f"INSERT OR IGNORE INTO meeting VALUES ({marks})",  # noqa: S608 - our own file
        ([1_000 + number, *(f"m{number}" for _each in columns[1:])] for number in range(count)),
    )
    connection.execute("COMMIT")


def _journal(chance: Random, connection: sqlite3.Connection) -> None:
    column = chance.choice(_columns(connection, "journal"))
    deep = "[" * chance.choice((2_000, 500_000))
    evil = chance.choice((0, -1, 10**9, "", "x", deep, '[["forum",[1],null,null]]', "9" * 5_000, "0" * 64))
    last = connection.execute("SELECT max(seq) FROM journal").fetchone()[0]
    where = chance.choice((1, last))
    connection.execute(f"UPDATE journal SET {column} = ? WHERE seq = ?", (evil, where))  # noqa: S608 - our own file


def _sealed(chance: Random, connection: sqlite3.Connection) -> None:
    """Put something into an entry and give it the hash that belongs to it, as somebody would who knows the program."""
    seq = connection.execute("SELECT max(seq) FROM journal").fetchone()[0]
    entry = store.entry(connection, chance.choice((1, seq)))
    deep = "[" * 900 + "]" * 900
    evil = chance.choice(
        (
            deep,
            "[]",
            "null",
            "{}",
            '[["forum",[1],null,{"title":"' + "x" * 9_000 + '"}]]',
            '[["pledge",["BG"],null,{"relocations":' + "9" * 4_000 + "}]]",
            '[["pledge",["\\ud800"],{"a":1},{"a":2}]]',
            '[["journal",[1],null,{"seq":1}]]',
            '[["forum",[1e400],null,{}]]',
        )
    )
    column, value = chance.choice(
        (
            ("changes", evil),
            ("action", "undo"),
            ("undo_top", 10**9),
            ("base", 0),
            ("at", "9999-99-99"),
            ("meeting", "x"),
        )
    )
    forged = replace(entry, **{column: value}).sealed()  # type: ignore[arg-type]  # of any type, on purpose
    connection.execute(
        f"UPDATE journal SET {column} = ?, hash = ? WHERE seq = ?",  # noqa: S608 - our own file
        (value, forged.hash, forged.seq),
    )


def _pragmas(chance: Random, connection: sqlite3.Connection) -> None:
    one = chance.choice(
        (
            "user_version = 0",
            "user_version = 1",
            "user_version = 99",
            "user_version = -5",
            "application_id = 0",
            "journal_mode = WAL",
            "auto_vacuum = FULL",
            "encoding = 'UTF-16le'",
            "page_size = 512",
            "page_size = 65536",
        )
    )
    connection.execute(f"PRAGMA {one}")
    connection.execute("VACUUM")


def _large_value(chance: Random, connection: sqlite3.Connection) -> None:
    size = chance.choice((10**6, 60 * 10**6))
    table = chance.choice(("journal", "forum"))
    column = chance.choice(_columns(connection, table))
    connection.execute(
        f"UPDATE {table} SET {column} = CAST(zeroblob(?) AS TEXT)",  # noqa: S608 - our own file
        (size,),
    )


_CRAFTED: Final[tuple[Crafting, ...]] = (
    _trigger,
    _view,
    _virtual,
    _more_tables,
    _index,
    _schema_text,
    _root_page,
    _other_rows,
    _other_rows,
    _other_rows,
    _no_utf_8,
    _fewer_rows,
    _more_rows,
    _journal,
    _journal,
    _sealed,
    _sealed,
    _pragmas,
    _pragmas,
    _large_value,
)
