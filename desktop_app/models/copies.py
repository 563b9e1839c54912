"""Two copies of one forum file: how they stand to each other, and what either recorded since they parted.

The other copy is never written, and never believed: it is copied page by page into a folder of our own, verified as a
whole there, and only then read. Chains that share an entry share everything before it, so the last common entry is
found by halving.
"""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Final, TypeAlias

from desktop_app.calc.memory import Moment
from desktop_app.calc.sentences import Clause, say
from desktop_app.models import migrate, store
from desktop_app.models.backup import copy_pages
from desktop_app.models.errors import BadInput, DamagedForumFile
from desktop_app.models.forum_file import ForumFile
from desktop_app.models.header import check_header, real_path, version_in_header
from desktop_app.models.pieces import KINDS
from desktop_app.models.remembering import Filter
from desktop_app.models.three_way import Cell, ThreeWay, three_way
from desktop_app.models.verify import verify

_MOST_NAMED: Final = 20
"""Entries named of one cell on one side."""


class Relation(Enum):
    """How another copy stands to ours."""

    SAME = "same"
    AHEAD = "ahead"
    BEHIND = "behind"
    DIVERGED = "diverged"
    MERGED = "merged"
    """Ours has merged all of it, and the merge stands."""
    MERGED_THERE = "merged there"
    """It has merged all of ours, and the merge stands."""
    UNRELATED = "unrelated"


@dataclass(frozen=True, slots=True)
class Copies:
    """Two copies of one forum file, ours and another one.

    Attributes:
        ours: the file that is open.
        theirs: a verified private copy of the other one, open for reading.
        path: where the other one is.
        common: number of the last entry that both hold; 0 where they hold none.
    """

    ours: ForumFile
    theirs: ForumFile
    path: Path
    common: int

    @property
    def relation(self) -> Relation:
        """How the other copy stands to ours.

        Raises:
            ForumFileError: one of them cannot be read.
        """
        if not self.common:
            return Relation.UNRELATED
        ours, theirs = self.ours.seq > self.common, self.theirs.seq > self.common
        if ours and theirs:
            return self._parted()
        if theirs:
            return Relation.AHEAD
        return Relation.BEHIND if ours else Relation.SAME

    def _parted(self) -> Relation:
        """Tell of two that went on apart whether one of them has merged the other since."""
        if merged_by(self.ours, self.theirs.head_hash) is not None:
            return Relation.MERGED
        if merged_by(self.theirs, self.ours.head_hash) is not None:
            return Relation.MERGED_THERE
        return Relation.DIVERGED

    @property
    def name(self) -> str:
        """What the other desk is called: its laptop, or where that is ours or unknown the name of the file."""
        desk = self.theirs.history(1)[0].desk
        return self.path.stem[:200] if desk in {None, self.ours.author().desk} else str(desk)

    def difference(self) -> ThreeWay:
        """Return what became of the last common state on both sides.

        Raises:
            BadInput: the two have no entry in common.
            CannotChangeError: they follow different procedures.
            ForumFileError: one of them cannot be read.
        """
        return three_way(self.ours.forum_at(self.common), self.ours.forum, self.theirs.forum)

    def histories(self, cell: Cell) -> tuple[tuple[Moment, ...], tuple[Moment, ...]]:
        """Return the entries since the last common one that touched a cell, ours and theirs, the newest first.

        Raises:
            ForumFileError: one of them cannot be read.
        """
        return self._history(self.ours, cell), self._history(self.theirs, cell)

    def _history(self, file: ForumFile, cell: Cell) -> tuple[Moment, ...]:
        name, key, within = (*cell.unit, "", "")[:3]
        table, _dot, column = within.partition(".")
        tables = (table,) if table else KINDS[name].tables
        code = key if column and key in {each.code for each in (*cell.ours, *cell.theirs)} else None
        found: dict[int, Moment] = {}
        for each in file.cells():
            if each == within or (not column and each.partition(".")[0] in tables):
                for step in file.steps(_MOST_NAMED, None, Filter(code, each)):
                    if step.moment.seq > self.common:
                        found[step.moment.seq] = step.moment
        return tuple(found[seq] for seq in sorted(found, reverse=True)[:_MOST_NAMED])


Progress: TypeAlias = Callable[[int, int], None]
"""Called with entries verified and in all; may end the work with ``Cancelled``."""


def _at_once(work: Callable[[Progress], ForumFile]) -> ForumFile:
    return work(lambda _done, _all: None)


@contextmanager
def opened_beside(
    ours: ForumFile, other: Path, *, runs: Callable[[Callable[[Progress], ForumFile]], ForumFile] = _at_once
) -> Iterator[Copies]:
    """Give our file and another copy of it, which is verified as a whole first and never written.

    Args:
        ours: the file that is open.
        other: the other copy; it may be open elsewhere.
        runs: does the long work, copying and verifying, which touches no open file: on whichever thread.

    Raises:
        BadInput: it is our file itself, or of an older format.
        DamagedForumFile: it is not sound; the message names the first bad entry.
        ForumFileError: it cannot be read, or is no forum file.
    """
    other = real_path(other)
    if other == ours.path:
        raise BadInput(other.name, say("this is the forum that is open"), say("choose the other copy"))
    operator = ours.author().operator
    with tempfile.TemporaryDirectory(prefix="forum-desk-") as folder:
        theirs = runs(lambda progress: _verified(other, Path(folder) / "other.forum", operator, progress))
        yield Copies(ours, theirs, other, last_common(ours, theirs))


def _verified(other: Path, private: Path, operator: str, progress: Progress) -> ForumFile:
    """Return a private copy of another file, verified as a whole, open for reading."""
    check_header(other, migrate.newest_version())
    private.touch()
    copy_pages(other, private)
    if version_in_header(private) != migrate.newest_version():
        what = say("it is of an older format than this forum")
        raise BadInput(other.name, what, say("open it once in this program, which brings it up to date; then merge"))
    report = verify(private, progress=progress)
    if not report.is_sound:
        what = say("the other copy is damaged: {problem}", problem=Clause(report.problems[0]))
        raise DamagedForumFile(str(other), what, say("take another copy of it; nothing was merged"))
    return ForumFile.open(private, operator, read_only=True)


def merged_by(file: ForumFile, digest: str) -> int | None:
    """Return the entry by which another desk's entry, named by its hash, was merged; ``None`` where none stands.

    Raises:
        ForumFileError: the file cannot be read.
    """
    with file.reading() as connection:
        heads = {store.head_mark(connection, line)[1] for line in store.merged_lines(connection, digest)}
        told = store.entries_told(connection, "merges")
    merges = [each for each in told if each.particulars_map.get("head") in heads]
    standing = [each.seq for each in merges if file.steps(1, each.seq + 1)[0].taken_back is None]
    return standing[-1] if standing else None


def last_common(ours: ForumFile, theirs: ForumFile) -> int:
    """Return the number of the last entry that two files both hold; 0 where they hold none.

    Raises:
        ForumFileError: one of them cannot be read.
    """
    with ours.reading() as here, theirs.reading() as there:
        first, last = 0, min(ours.seq, theirs.seq)
        while first < last:
            middle = (first + last + 1) // 2
            if store.entry(here, middle).hash == store.entry(there, middle).hash:
                first = middle
            else:
                last = middle - 1
    return first
