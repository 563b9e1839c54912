"""Every reader of the program as a command: what it does with a file, and which exit statuses it promises."""

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from desktop_app.calc.assess import assess
from desktop_app.calc.forum import Procedure
from desktop_app.cli import main, status, streams
from desktop_app.models.any_forum import read_any_forum, sample
from desktop_app.models.errors import ExplainedError
from desktop_app.models.forum_file import ForumFile
from desktop_app.models.interchange import document_bytes, read_document, state_hash
from desktop_app.models.verify import verify

OUT: Final = "out"
"""Begins the names of files that a reader may write."""


@dataclass(frozen=True)
class Reader:
    """One way in which a file is read.

    Attributes:
        name: for the summary.
        read: reads the file at a path; returns the exit status, as the program's commands do.
        promised: the exit statuses that it may end with.
        arguments: of the command line that does the same, ``{}`` for the file; empty where there is none.
    """

    name: str
    read: Callable[[Path], int]
    promised: frozenset[int]
    arguments: tuple[str, ...] = ()


class UntrueError(Exception):
    """A file was taken, but what follows from it does not hold together."""


def _command(name: str, promised: set[int], *arguments: str) -> Reader:
    def read(path: Path) -> int:
        return main([str(path) if each == "{}" else each for each in arguments])

    return Reader(name, read, frozenset(promised), arguments)


def _explained(name: str, does: Callable[[Path], str]) -> Reader:
    """Make a reader of a function that raises what it refuses, as the window calls it."""

    def read(path: Path) -> int:
        try:
            streams.write(does(path))
            streams.finish()
        except ExplainedError as error:
            streams.refuse(error)
            return status.BAD_INPUT
        return status.FINE

    return Reader(name, read, frozenset({0, 2}))


def _round_trip(path: Path) -> str:
    """Read, write and read again: whatever is taken once is taken always, and means the same."""
    forum = read_any_forum(path)
    again = read_document(document_bytes(forum))
    if again != forum or state_hash(again) != state_hash(forum):
        raise UntrueError("what was read is not what was written")
    return "the same"


def _new_and_verify(path: Path) -> int:
    made = path.with_name(f"{OUT}.forum")
    result = main(["new", str(made), "--from", str(path)])
    if result == status.FINE and main(["verify", str(made)]) != status.FINE:
        raise UntrueError("the forum file that was made is damaged")
    return result


def _imported_into_a_file(path: Path) -> int:
    """Import into a forum file; what was taken is sound, what was refused has left it as it was."""
    with tempfile.TemporaryDirectory() as folder:
        forum = Path(folder) / "pool.forum"
        ForumFile.create(forum, sample(), "Ana Silva").close()
        before = forum.read_bytes()
        result = main(["import", str(forum), str(path), "--leave-out"])
        if result != status.FINE and forum.read_bytes() != before:
            raise UntrueError("a refused import has changed the file")
        if not verify(forum).is_sound:
            raise UntrueError("the forum file is damaged after the import")
        return result


def _imported_into(procedure: Procedure, path: Path) -> str:
    from desktop_app.models.importing import read_import

    incoming = read_import(path, assess(sample(procedure)))
    again = read_document(document_bytes(incoming.forum))
    if state_hash(again) != state_hash(incoming.forum):
        raise UntrueError("what would come in cannot be stored")
    return f"{len(incoming.differences)} differences, {len(incoming.notes)} notes, {incoming.refused} refused"


def _key(path: Path) -> str:
    from desktop_app.models.key_sources import read_key_source

    source = read_key_source(path)
    return f"{len(source.series)} series, {len(source.unread)} not understood"


CHECK: Final = _command("check", {0, 1, 2}, "check", "{}")
CHECK_JSON: Final = _command("check --json", {0, 1, 2}, "check", "{}", "--json")
VERIFY: Final = _command("verify", {0, 1, 2}, "verify", "{}")
EXPORT: Final = _command("export", {0, 2}, "export", "{}", "--out", f"{OUT}.json")
WORKBOOK: Final = _command("export .xlsx", {0, 2}, "export", "{}", "--out", f"{OUT}.xlsx")
CSV: Final = _command("export .csv", {0, 2}, "export", "{}", "--out", f"{OUT}.csv")
ANNEX: Final = _command("annex", {0, 2}, "annex", "{}", "--out", f"{OUT}.pdf", "--draft")
NEW: Final = Reader("new", _new_and_verify, frozenset({0, 2}))
ROUND_TRIP: Final = _explained("read, write, read", _round_trip)
INTO_A_FILE: Final = Reader("import into a file", _imported_into_a_file, frozenset({0, 2}))
IMPORT: Final = _explained("import", partial(_imported_into, Procedure.ANNUAL_POOL))
OTHER_IMPORTS: Final = tuple(
    _explained(f"import into {each.value}", partial(_imported_into, each))
    for each in Procedure
    if each is not Procedure.ANNUAL_POOL
)
KEY: Final = _explained("key data", _key)

_FORUMS: Final = (
    CHECK,
    CHECK_JSON,
    VERIFY,
    EXPORT,
    NEW,
    ROUND_TRIP,
    IMPORT,
    *OTHER_IMPORTS,
    INTO_A_FILE,
    ANNEX,
    CSV,
    WORKBOOK,
)
_TABLES: Final = (IMPORT, IMPORT, INTO_A_FILE, INTO_A_FILE, KEY, KEY, CHECK, VERIFY)
_KEYS: Final = (KEY, KEY, KEY, KEY, KEY, IMPORT, CHECK)
READERS: Final = {
    "json": (*_FORUMS, KEY),
    "forum": (*_FORUMS, VERIFY, VERIFY, VERIFY),
    "xlsx": _TABLES,
    "csv": _TABLES,
    "tsv": _KEYS,
    "sdmx": _KEYS,
}
"""What reads each kind of input; some more often than others."""
