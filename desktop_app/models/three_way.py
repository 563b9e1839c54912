"""Two forums that grew from one: what each changed since, where they agree, and where somebody has to choose.

Used where a scenario is adopted and where two copies of a file are merged. What is compared is as small as can be
taken on its own: a column of a row that all three have, else the rows of one table that belong together, else a whole
piece or list. Lists to which both only added are put one behind the other.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Final, TypeAlias

from desktop_app.calc.changes import CannotChangeError
from desktop_app.calc.differences import Difference, differences
from desktop_app.calc.forum import Forum
from desktop_app.calc.sentences import say
from desktop_app.calc.validity import problems
from desktop_app.models.columns import Row, UnreadableError
from desktop_app.models.pieces import KIND_OF_TABLE, KINDS, PieceId, Pieces, put_together, take_apart
from desktop_app.models.places import PLACE_TYPES, Place, RecordId, Records
from desktop_app.models.records import all_records, forum_from, put_in

Unit: TypeAlias = tuple[str, ...]
"""The smallest thing that is taken on its own: names of piece, table and column as far as they apply."""
Held: TypeAlias = dict[RecordId, Row]
"""What stands in a unit: whole rows, or the columns of one row."""
Entry: TypeAlias = frozenset[tuple[str, Place, tuple[tuple[str, object], ...]]]
"""What stands in one entry of a list, its place in the list aside."""

_STATUS: Final = "_status"
_TOGETHER: Final[Mapping[tuple[str, str], str]] = {("pledge", "alternative"): "alternative_measure"}
"""Columns that say whether there are rows in another table: they go together with those."""


class Side(Enum):
    """Whose version is taken where both changed the same."""

    OURS = "ours"
    THEIRS = "theirs"


@dataclass(frozen=True, slots=True)
class Cell:
    """Something that was changed on one side or on both.

    Attributes:
        unit: what it is, for the program.
        ours: what we made of it, in words; empty where we left it.
        theirs: what they made of it, in words; empty where they left it.
    """

    unit: Unit
    ours: tuple[Difference, ...]
    theirs: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class ThreeWay:
    """What became of one forum on two sides.

    Attributes:
        base: the forum from which both grew.
        ours: the forum on our side.
        theirs: the forum on their side.
        taken: what only they changed.
        kept: what only we changed.
        same: what both changed alike.
        conflicts: what both changed, each in another way.
    """

    base: Forum
    ours: Forum
    theirs: Forum
    taken: tuple[Cell, ...]
    kept: tuple[Cell, ...]
    same: tuple[Cell, ...]
    conflicts: tuple[Cell, ...]

    def merged(self, choices: Mapping[int, Side]) -> Forum:
        """Return our forum with what they changed.

        Args:
            choices: whose version is taken, by number of the conflict, from 0.

        Raises:
            CannotChangeError: a conflict is not decided, or what comes of the choices is no forum.
        """
        open_ones = [number for number in range(len(self.conflicts)) if number not in choices]
        if open_ones:
            raise CannotChangeError(
                say("{count} conflicts are not decided yet: choose for each of them.", count=len(open_ones))
            )
        theirs = [cell for number, cell in enumerate(self.conflicts) if choices[number] is Side.THEIRS]
        three = _Three.of(self.base, self.ours, self.theirs)
        try:
            return _built(three, {cell.unit for cell in self.taken}, {cell.unit for cell in theirs})
        except UnreadableError as error:
            raise CannotChangeError(
                say("What comes of these choices is no forum ({error}): choose otherwise.", error=str(error))
            ) from error


def three_way(base: Forum, ours: Forum, theirs: Forum) -> ThreeWay:
    """Compare two forums that grew from one.

    Raises:
        CannotChangeError: they follow different procedures.
    """
    if len({base.procedure, ours.procedure, theirs.procedure}) > 1:
        raise CannotChangeError(
            say("The two follow different procedures: nothing can be taken from one into the other.")
        )
    three = _Three.of(base, ours, theirs)
    found: dict[str, list[Cell]] = {"taken": [], "kept": [], "same": [], "conflicts": []}
    for unit in three.units():
        was, here, there = (side.get(unit, {}) for side in three.sides)
        where = _verdict(was, here, there)
        if where == "conflicts" and three.only_added(unit) and _may_stand(three, unit):
            where = "taken"
        if where:
            found[where].append(Cell(unit, three.words(unit, here, ours), three.words(unit, there, theirs)))
    return ThreeWay(base, ours, theirs, **{name: tuple(cells) for name, cells in found.items()})


def _verdict(was: Held, here: Held, there: Held) -> str:
    """Return what became of a unit; nothing where neither side changed it."""
    if here == there:
        return "same" if here != was else ""
    if here == was:
        return "taken"
    return "kept" if there == was else "conflicts"


@dataclass(frozen=True, slots=True)
class _Three:
    """The rows of three forums, and what stands in each unit of them."""

    forum: Forum
    records: tuple[Records, Records, Records]
    sides: tuple[dict[Unit, Held], dict[Unit, Held], dict[Unit, Held]]
    pieces: Pieces
    rows: Mapping[PieceId, Records]

    @classmethod
    def of(cls, base: Forum, ours: Forum, theirs: Forum) -> "_Three":
        records = (all_records(base), all_records(ours), all_records(theirs))
        common = set(records[0]) & set(records[1]) & set(records[2])
        lasting = {_piece(each) for each in common if _is_main(each)}
        sides = tuple(_by_unit(each, lasting) for each in records)
        rows: dict[PieceId, Records] = {}
        for record, row in records[0].items():
            rows.setdefault(_piece(record), {})[record] = row
        return cls(base, records, (sides[0], sides[1], sides[2]), take_apart(base), rows)

    def units(self) -> Iterator[Unit]:
        yield from dict.fromkeys(unit for side in self.sides for unit in side)

    def only_added(self, unit: Unit) -> bool:
        """Tell whether a unit is a list to which both only added, wherever in it, and left the order as it was."""
        if len(unit) > 1:
            return False
        was, here, there = (_in_order(side.get(unit, {})) for side in self.sides)
        return _holds(here, was) and _holds(there, was)

    def words(self, unit: Unit, held: Held, whole: Forum) -> tuple[Difference, ...]:
        """Return in words what a side made of a unit."""
        was = self.sides[0].get(unit, {})
        if held == was:
            return ()
        # Only what the unit touches is built anew: a merge has hundreds of units.
        pieces = dict(self.pieces)
        try:
            for piece in dict.fromkeys(_piece(each) for each in (*was, *held)):
                records = {each: dict(row) for each, row in self.rows.get(piece, {}).items()}
                _put(records, *({each: side[each] for each in side if _piece(each) == piece} for side in (was, held)))
                put_in(pieces, piece, records)
            return tuple(differences(self.forum, put_together(pieces)))
        except UnreadableError:
            # It cannot stand alone: what it belongs to tells it.
            return tuple(differences(self.forum, whole))


def _piece(record: RecordId) -> tuple[str, tuple[int | str, ...]]:
    kind = KIND_OF_TABLE[record[0]]
    return kind.name, kind.key_of(record[1])


def _is_main(record: RecordId) -> bool:
    """Tell whether a row is the piece's own, not one of those that belong to it."""
    kind = KIND_OF_TABLE[record[0]]
    return record[0] == kind.tables[0] if kind.single else record[1] == kind.key_of(record[1])


def _by_unit(records: Records, lasting: set[tuple[str, tuple[int | str, ...]]]) -> dict[Unit, Held]:
    """Return what stands in each unit of a forum.

    Args:
        records: its rows.
        lasting: the pieces that all three forums have: only of these, columns are told apart.
    """
    found: dict[Unit, Held] = {}
    for (table, place), row in records.items():
        name, key = _piece((table, place))
        kind = KINDS[name]
        called = "/".join(map(str, key))
        if PLACE_TYPES[kind.tables[0]] == (int,) and not kind.single:
            found.setdefault((name,), {})[table, place] = row
        elif (name, key) not in lasting:
            found.setdefault((name, called, ""), {})[table, place] = row
        elif _is_main((table, place)):
            for column, value in row.items():
                cell = column.removesuffix(_STATUS)
                where = "/".join(map(str, place))
                unit = (name, where, _TOGETHER.get((table, cell), f"{table}.{cell}"))
                found.setdefault(unit, {}).setdefault((table, place), {})[column] = value
        else:
            found.setdefault((name, called, table), {})[table, place] = row
    return found


def _put(records: Records, was: Held, held: Held) -> None:
    """Put what stands in a unit in the place of what stood there."""
    for record, columns in was.items():
        row = records.get(record)
        if row is None or record in held:
            continue
        for name in columns:
            row.pop(name, None)
        if not row:
            del records[record]
    for record, columns in held.items():
        records[record] = {**records.get(record, {}), **columns}


def _built(three: _Three, taken: set[Unit], theirs: set[Unit]) -> Forum:
    """Return our forum with what they changed.

    Args:
        three: the three forums.
        taken: what is taken from them; lists to which both added hold both.
        theirs: what is as they have it, whatever we made of it.

    Raises:
        UnreadableError: no forum comes of it.
    """
    records = {each: dict(row) for each, row in three.records[1].items()}
    for unit in three.units():
        was, here, there = (side.get(unit, {}) for side in three.sides)
        if unit in theirs or (unit in taken and was == here):
            _put(records, here, there)
        elif unit in taken:
            _append(records, was, here, there)
    return forum_from(records)


def _may_stand(three: _Three, unit: Unit) -> bool:
    """Tell whether a list may hold what both added: no two meetings of one name, say."""
    return not problems(_built(three, {unit}, set()))


def _append(records: Records, was: Held, here: Held, there: Held) -> None:
    """Put what they added to a list behind what we have; what both added alike stands there once."""
    entries = _entries(there)
    known = Counter(_entries(was).values()) | Counter(_entries(here).values())
    place = len(_entries(here))
    for number, entry in sorted(entries.items()):
        if known[entry]:
            known[entry] -= 1
            continue
        for (table, key), row in there.items():
            if key[0] == number:
                records[table, (place, *key[1:])] = row
        place += 1


def _in_order(held: Held) -> list[Entry]:
    """Return the entries of a list in their order."""
    return [entry for _number, entry in sorted(_entries(held).items())]


def _holds(entries: list[Entry], wanted: list[Entry]) -> bool:
    """Tell whether all wanted entries stand in a list in the same order, whatever stands between them."""
    rest = iter(entries)
    return all(each in rest for each in wanted)


def _entries(held: Held) -> dict[int, Entry]:
    """Return the entries of a list, each with what stands in it, by their place."""
    found: dict[int, list[tuple[str, Place, tuple[tuple[str, object], ...]]]] = {}
    for (table, key), row in held.items():
        found.setdefault(int(key[0]), []).append((table, key[1:], tuple(row.items())))
    return {number: frozenset(rows) for number, rows in found.items()}
