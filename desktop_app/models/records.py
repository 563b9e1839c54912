"""What a change does to the rows of a forum: the one mechanism for tables, journal, undo and replay.

Differences are found by pieces: what a change did not touch is the very same object in the old and the
new forum, and is not looked at.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from desktop_app.calc.forum import Forum
from desktop_app.calc.sentences import say
from desktop_app.models.columns import Row, UnreadableError
from desktop_app.models.pieces import KIND_OF_TABLE, KINDS, PieceId, Pieces, put_together, take_apart
from desktop_app.models.places import Place, RecordId, Records

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class RowChange:
    """What happens to one row.

    Attributes:
        table: its table.
        place: its key.
        before: its columns before, or ``None`` where there was no such row.
        after: its columns after, or ``None`` where there is no such row any more. Where the row stays,
            both hold only the columns that differ.
    """

    table: str
    place: Place
    before: Row | None
    after: Row | None

    @property
    def id(self) -> RecordId:
        """Table and key."""
        return self.table, self.place

    def inverse(self) -> "RowChange":
        """Return the change that takes this one back."""
        return RowChange(self.table, self.place, self.after, self.before)


def all_records(forum: Forum) -> Records:
    """Return every row of a forum.

    Raises:
        BadInput: the forum holds what no document could.
    """
    return _records_of(take_apart(forum))


def forum_from(records: Records) -> Forum:
    """Return the forum that stands in these rows.

    Raises:
        UnreadableError: no forum stands there.
    """
    return put_together({piece: _build(piece, rows) for piece, rows in _by_piece(records.items()).items()})


def row_in(forum: Forum, record: RecordId) -> Row | None:
    """Return one row of a forum; ``None`` where it has no such row."""
    table, place = record
    kind = KIND_OF_TABLE[table]
    piece = (kind.name, kind.key_of(place))
    pieces = take_apart(forum)
    return _records_of({piece: pieces[piece]}).get(record) if piece in pieces else None


def settle(old: Forum | None, new: Forum) -> tuple[Forum, list[RowChange]]:
    """Return ``new`` as it will be read back from the file, and the rows that change.

    Lists come in order, and every piece that changed is the one that its rows give. Pieces that did not
    change stay the objects they were.

    Args:
        old: the forum that stands in the file; ``None`` for an empty file.
        new: the forum that shall stand there.

    Raises:
        BadInput: the new forum holds what no document could.
    """
    before = take_apart(old) if old is not None else {}
    after = take_apart(new)
    changes: list[RowChange] = []
    for piece in (*after, *(piece for piece in before if piece not in after)):
        was, value = before.get(piece), after.get(piece)
        if was is value:
            continue
        rows_before = _records_of({piece: was}) if piece in before else {}
        rows_after = _records_of({piece: value}) if piece in after else {}
        found = list(_row_changes(rows_before, rows_after))
        if piece in after:
            after[piece] = _build(piece, rows_after) if found else was
        changes += found
    return put_together(after), changes


def patched(forum: Forum, changes: Iterable[RowChange]) -> Forum:
    """Return the forum after these changes of rows; pieces that they do not touch stay the objects they were.

    Raises:
        UnreadableError: a row is not as the changes say it was, or no forum comes of it.
    """
    pieces = take_apart(forum)
    for piece, found in _by_piece((change.id, change) for change in changes).items():
        rows = _records_of({piece: pieces[piece]}) if piece in pieces else {}
        replay(rows, found.values())
        put_in(pieces, piece, rows)
    return put_together(pieces)


def put_in(pieces: Pieces, piece: PieceId, rows: Records) -> None:
    """Put the piece that stands in some rows among others; without rows there is no such piece.

    Raises:
        UnreadableError: no such piece stands in them.
    """
    if rows:
        pieces[piece] = _build(piece, rows)
    else:
        pieces.pop(piece, None)


def replay(records: Records, changes: Iterable[RowChange]) -> None:
    """Change ``records`` in place.

    Raises:
        UnreadableError: a row is not as the changes say it was.
    """
    for change in changes:
        row = records.get(change.id)
        if change.before is None or row is None:
            fits = change.before is None and row is None
        else:
            fits = change.before.items() <= row.items()
            if change.after is None:
                # What goes was told in full; by an entry older than a column, as far as there was one: it held nothing.
                fits = fits and all(row[name] is None for name in row if name not in change.before)
        if not fits:
            raise UnreadableError(
                say(
                    "{table}[{shown}]: the row is not as the journal says",
                    table=change.table,
                    shown=_shown(change.place),
                )
            )
        if change.after is None:
            del records[change.id]
        else:
            records[change.id] = {**(row or {}), **change.after}


def _shown(place: Place) -> str:
    return ", ".join(map(str, place))


def _records_of(pieces: Pieces) -> Records:
    records: Records = {}
    for (name, key), value in pieces.items():
        records |= KINDS[name].records(key, value)
    return records


def _build(piece: PieceId, rows: Records) -> object:
    name, key = piece
    return KINDS[name].build(key, rows)


def _by_piece(items: Iterable[tuple[RecordId, _T]]) -> dict[PieceId, dict[RecordId, _T]]:
    found: dict[PieceId, dict[RecordId, _T]] = {}
    for (table, place), item in items:
        kind = KIND_OF_TABLE.get(table)
        if kind is None:
            raise UnreadableError(say("{table}: no forum has such rows", table=table))
        found.setdefault((kind.name, kind.key_of(place)), {})[table, place] = item
    return found


def _row_changes(before: Records, after: Records) -> Iterator[RowChange]:
    for (table, place), row in before.items():
        if (table, place) not in after:
            yield RowChange(table, place, row, None)
    for (table, place), row in after.items():
        was = before.get((table, place))
        if was is None:
            yield RowChange(table, place, None, row)
        elif was != row:
            names = [name for name in row if row[name] != was[name]]
            yield RowChange(table, place, {name: was[name] for name in names}, {name: row[name] for name in names})
