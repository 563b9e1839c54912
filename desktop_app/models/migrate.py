"""Numbered SQL migrations: how a forum file gets its tables, and how an older one becomes a newer one.

Each file ``NNNN_name.sql`` beside this module (folder ``migrations``) leads from version NNNN - 1 to NNNN.
A released one never changes. All that are needed run in one transaction.
"""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias

from desktop_app.calc.sentences import say
from desktop_app.models.errors import DamagedForumFile
from desktop_app.models.header import APPLICATION_ID

if TYPE_CHECKING:
    from sqlalchemy import Connection

FOLDER: Final = Path(__file__).parent / "migrations"

SchemaItem: TypeAlias = tuple[str, str, str, str | None]
"""Type, name, table and text of one thing in a schema."""


@dataclass(frozen=True, slots=True)
class Migration:
    """One step.

    Attributes:
        version: the version that a file has after it.
        name: what it does, from its file's name.
        sql: its statements.
    """

    version: int
    name: str
    sql: str

    def statements(self) -> Iterator[str]:
        """Yield its statements one by one."""
        statement = ""
        for line in self.sql.splitlines(keepends=True):
            statement += line
            if sqlite3.complete_statement(statement):
                yield statement.strip()
                statement = ""


@lru_cache
def migrations(folder: Path = FOLDER) -> tuple[Migration, ...]:
    """Return the migrations in a folder, in order."""
    return tuple(
        Migration(int(path.stem[:4]), path.stem[5:].replace("_", " "), path.read_text(encoding="utf-8"))
        for path in sorted(folder.glob("[0-9][0-9][0-9][0-9]_*.sql"))
    )


def newest_version(folder: Path | None = None) -> int:
    """Return the newest version that this program knows."""
    return migrations(folder or FOLDER)[-1].version


def run(connection: "Connection", version: int) -> None:
    """Bring the tables from ``version`` (0: an empty file) to the newest, inside the caller's transaction."""
    for migration in migrations(FOLDER):
        if migration.version > version:
            for statement in migration.statements():
                connection.exec_driver_sql(statement)
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version = {newest_version()}")


def version_of(connection: sqlite3.Connection) -> int:
    """Return the version that a file says it has."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


_SCHEMA: Final = "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name"


@lru_cache
def expected_schema(version: int, folder: Path) -> tuple[SchemaItem, ...]:
    """Return everything that the schema of a file of this version holds."""
    connection = sqlite3.connect(":memory:")
    try:
        for migration in migrations(folder):
            if migration.version <= version:
                connection.executescript(migration.sql)
        return tuple(connection.execute(_SCHEMA))
    finally:
        connection.close()


def check_schema(connection: sqlite3.Connection, path: Path) -> None:
    """Refuse a schema that no forum file has, before any of its triggers or views can run.

    Raises:
        DamagedForumFile: something is there that should not be, is missing or is otherwise.
    """
    expected = expected_schema(version_of(connection), FOLDER)
    found = connection.execute(_SCHEMA).fetchall()
    if found == list(expected):
        return
    odd = [item for item in (*found, *expected) if item not in expected or item not in found]
    # None is odd where one stands there twice.
    kind, name = (odd or expected)[0][:2]
    raise DamagedForumFile(
        str(path),
        say("the {kind} {name} is not as in a forum file", kind=kind, name=f"{name!r}"),
        say("do not trust this file; restore a backup"),
    )
