"""Which parts of two forums differ, and the way from one to the other, part by part.

A unit is what can be changed on its own: a Member State's entry in the key, its status, its deductions, its pledge; a
plan with its revisions; a reading; one item of a list that keeps the order of recording. Every state
on the way is a forum that may be recorded, and so one that can be assessed: a unit that cannot stand yet is taken as
soon as it can, and units that cannot stand without each other are taken in one step.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from desktop_app.calc.comparison.beside import refuse_other_procedure
from desktop_app.calc.comparison.steps import Group, Step
from desktop_app.calc.differences import Difference, differences
from desktop_app.calc.forum import Forum, Procedure, StateRecord
from desktop_app.calc.member_states import name_of
from desktop_app.calc.readings import in_force, readings_of
from desktop_app.calc.sentences import joined, ours, say
from desktop_app.calc.validity import problems
from desktop_app.models.pieces import KINDS, PieceId, Pieces, put_together, take_apart
from desktop_app.models.places import PLACE_TYPES
from desktop_app.models.unit_lists import Run, runs_between, spliced
from desktop_app.models.unit_words import FACETS, KIND_WORDS, Facet, code_of, is_state, named

BUDGET: Final = 36
"""How much work one way may be; to assess one pledge of an annual pool anew is 1, about a millisecond."""
_WORK: Final[Mapping[Procedure, int]] = {
    Procedure.ANNUAL_POOL: 1,
    Procedure.SEARCH_AND_RESCUE: 2,
    Procedure.MIGRATORY_PRESSURE: 6,
    Procedure.VOLUNTARY: 2,
}
_EVERY_STATE_ANEW: Final = frozenset({Group.KEY, Group.NUMBERS, Group.READINGS, Group.ACTS})
"""Groups after which an annual pool works out every state anew, at four times the work."""
_TOLD_IN_FULL: Final = 2
_READING: Final = "reading"


@dataclass(frozen=True, slots=True)
class Unit:
    """One part in which two forums differ.

    Attributes:
        title: what it is, in words: ``"Key: France"``.
        group: see :class:`~desktop_app.calc.comparison.steps.Group`.
        code: state concerned, or ``None``.
        kind: kind of the pieces in which it stands.
        name: what tells these pieces among their kind: a code, a name, or ``None`` of the only one and of a list.
        tables: where its rows stand in a forum file.
        attributes: of the piece, where the rest of it does not belong to the unit.
        run: where in a list, for one that is told by places.
    """

    title: str
    group: Group
    code: str | None
    kind: str
    tables: tuple[str, ...]
    name: object = None
    attributes: tuple[str, ...] = ()
    run: Run | None = None


@dataclass(frozen=True, slots=True)
class Way:
    """The way from one forum to another.

    Attributes:
        one: where it begins.
        other: where it ends.
        units: what differs, in the order in which it was wanted.
        steps: what is taken one after the other.
        members: for each step, the places of its units.
    """

    one: Forum
    other: Forum
    units: tuple[Unit, ...]
    steps: tuple[Step, ...]
    members: tuple[tuple[int, ...], ...]

    def alone(self, place: int) -> Forum | None:
        """Return the first forum with nothing changed but what one step changes; ``None`` where no forum can be so."""
        forum = _Pair(self.one, self.other).blend(self.units[each] for each in self.members[place])
        return None if problems(forum) else forum


def changed_cells(one: Forum, other: Forum) -> Iterator[tuple[Unit, tuple[Difference, ...]]]:
    """Yield every unit in which two forums differ, with its cells, whatever else differs.

    Raises:
        CannotCompareError: the two are of different procedures.
    """
    refuse_other_procedure(one, other)
    pair = _Pair(one, other)
    for unit in _in_order(pair, tuple(Group)):
        yield unit, differences(one, _as_before(one, pair.blend([unit])))


def walk(one: Forum, other: Forum, order: Sequence[Group] = tuple(Group), budget: int = BUDGET) -> Way:
    """Return the way from one forum to another.

    Args:
        one: where it begins.
        other: where it ends.
        order: in which order groups are taken; those that are not named come last.
        budget: how much work it may be to assess every state on the way. Where more units differ than that, those of
            a group are taken together, or in as few parts as that allows: ask for the way through such a step to take
            it apart.

    Raises:
        CannotCompareError: the two are of different procedures.
    """
    refuse_other_procedure(one, other)
    pair = _Pair(one, other)
    units = _in_order(pair, order)
    taken = _Taking(pair, units)
    taken.take_all(_parcels(units, one.procedure, budget))
    return Way(one, other, tuple(units), tuple(taken.steps), tuple(taken.members))


class _Pair:
    """Two forums taken apart."""

    def __init__(self, one: Forum, other: Forum) -> None:
        self.one, self.other = one, other
        self._pieces: tuple[Pieces, Pieces] = take_apart(one), take_apart(other)
        self._names = [_by_name(pieces) for pieces in self._pieces]

    def units(self) -> Iterator[Unit]:
        """Yield every part that differs, kind by kind, states in protocol order."""
        named, named_too = self._names
        for kind, name in {**named, **named_too}:
            ids = (named.get((kind, name), []), named_too.get((kind, name), []))
            if _is_list(kind):
                yield from _items(kind, self._items(0, kind), self._items(1, kind))
            elif kind in FACETS:
                yield from self._facets(kind, name)
            elif kind == _READING:
                if self._reading(0, str(name)) != self._reading(1, str(name)):
                    yield _unit(kind, name)
            elif self._differ(*ids):
                yield _unit(kind, name)

    def blend(self, units: Iterable[Unit]) -> Forum:
        """Return the first forum with these units as the second has them."""
        pieces = dict(self._pieces[0])
        runs: dict[str, list[Run]] = {}
        for unit in units:
            if unit.run is not None:
                runs.setdefault(unit.kind, []).append(unit.run)
            elif unit.attributes:
                self._take_attributes(pieces, unit)
            else:
                self._take_pieces(pieces, unit)
        for kind, taken in runs.items():
            items = spliced(self._items(0, kind), self._items(1, kind), taken)
            pieces = {piece: value for piece, value in pieces.items() if piece[0] != kind}
            pieces |= {(kind, (place,)): item for place, item in enumerate(items)}
        return put_together(pieces)

    def _values(self, side: int, ids: Iterable[PieceId]) -> list[Any]:
        return [self._pieces[side][each] for each in ids]

    def _items(self, side: int, kind: str) -> list[Any]:
        return self._values(side, self._names[side].get((kind, None), ()))

    def _differ(self, ids: Sequence[PieceId], others: Sequence[PieceId]) -> bool:
        """Tell whether pieces differ; one that holds others, such as the key, by its own rows alone."""
        if ids != others:
            return True
        pairs = zip(ids, self._values(0, ids), self._values(1, others), strict=True)
        return any(not _same(kind, key, was, value) for (kind, key), was, value in pairs)

    def _reading(self, side: int, name: str) -> str | None:
        """Return how a text is read; one of which nothing is said is read as it is by default."""
        forum = self.other if side else self.one
        return in_force(readings_of(forum.procedure), dict(forum.readings)).get(name)

    def _facets(self, kind: str, name: object) -> Iterator[Unit]:
        was, value = (pieces.get(_id_of(kind, name)) for pieces in self._pieces)
        nothing = StateRecord(str(name))
        found = [facet for facet in FACETS[kind] if _facet(was or nothing, facet) != _facet(value or nothing, facet)]
        for facet in found:
            yield replace(_unit(kind, name), **_told(facet, name), attributes=facet.names)
        if not found and (was is None) is not (value is None):
            yield _unit(kind, name)

    def _take_attributes(self, pieces: Pieces, unit: Unit) -> None:
        piece = _id_of(unit.kind, unit.name)
        nothing, wanted = StateRecord(str(unit.name)), self._pieces[1].get(piece)
        source = nothing if wanted is None else wanted
        given = {name: getattr(source, name) for name in unit.attributes}
        pieces[piece] = replace(pieces.get(piece, nothing), **given)
        if wanted is None and pieces[piece] == nothing:
            # Its last part is taken: the second forum does not list the state at all.
            del pieces[piece]

    def _take_pieces(self, pieces: Pieces, unit: Unit) -> None:
        for piece in self._names[0].get((unit.kind, unit.name), ()):
            del pieces[piece]
        for piece in self._names[1].get((unit.kind, unit.name), ()):
            pieces[piece] = self._pieces[1][piece]


def _in_order(pair: _Pair, order: Sequence[Group]) -> list[Unit]:
    wanted = [*order, *(group for group in Group if group not in order)]
    return sorted(pair.units(), key=lambda unit: wanted.index(unit.group))


class _Taking:
    """Takes units one parcel after the other, each as soon as the forum can stand with it."""

    def __init__(self, pair: _Pair, units: Sequence[Unit]) -> None:
        self._pair, self._units = pair, units
        self._taken: list[int] = []
        self.steps: list[Step] = []
        self.members: list[tuple[int, ...]] = []

    def take_all(self, parcels: Iterable[Sequence[int]]) -> None:
        """Take every parcel; what cannot stand by itself to the end is one step."""
        waiting: list[Sequence[int]] = []
        for parcel in parcels:
            waiting.append(parcel)
            while taken := next((each for each in reversed(waiting) if self._take(each)), None):
                waiting.remove(taken)
        if waiting:
            self._take([place for parcel in waiting for place in parcel])

    def _take(self, parcel: Sequence[int]) -> bool:
        together = [*self._taken, *parcel]
        is_last = len(together) == len(self._units)
        before = self.steps[-1].after if self.steps else self._pair.one
        forum = self._pair.other
        if not is_last:
            forum = _as_before(before, self._pair.blend(self._units[place] for place in together))
            if problems(forum):
                return False
        units = [self._units[place] for place in parcel]
        codes = tuple(dict.fromkeys(unit.code for unit in units if unit.code is not None))
        self.steps.append(Step(_title(units), units[0].group, codes, len(units), before, forum))
        self.members.append(tuple(parcel))
        self._taken = together
        return True


def _parcels(units: Sequence[Unit], procedure: Procedure, budget: int) -> list[list[int]]:
    """Return the places of the units one by one, or those of a group together where that would be too much work."""
    work = [_work(unit, procedure) for unit in units]
    if sum(work) <= budget:
        return [[place] for place in range(len(units))]
    groups: dict[Group, list[int]] = {}
    for place, unit in enumerate(units):
        groups.setdefault(unit.group, []).append(place)
    left = budget - sum(work[places[0]] for places in groups.values())
    parts = dict.fromkeys(groups, 1)
    for group, places in sorted(groups.items(), key=lambda item: len(item[1])):
        # The small ones are told one by one; of the large ones so many parts as there is work left for, two at least
        # where nothing else differs.
        each = work[places[0]]
        parts[group] = min(len(places), max(1 + (len(groups) == 1), 1 + max(left, 0) // each))
        left -= (parts[group] - 1) * each
    return [parcel for group, places in groups.items() for parcel in _cut(places, parts[group])]


def _cut(places: list[int], parts: int) -> Iterator[list[int]]:
    """Cut a list into so many parts of about the same length."""
    for part in range(parts):
        yield places[part * len(places) // parts : (part + 1) * len(places) // parts]


def _work(unit: Unit, procedure: Procedure) -> int:
    anew = procedure is Procedure.ANNUAL_POOL and unit.group in _EVERY_STATE_ANEW
    return _WORK[procedure] * (4 if anew else 1)


def _title(units: Sequence[Unit]) -> str:
    if len(units) <= _TOLD_IN_FULL:
        return joined("; ", (unit.title for unit in units))
    first, last = units[0].title, units[-1].title
    return say("{count} changes: {first} … {last}", count=str(len(units)), first=first, last=last)


# --------------------------------------------------------------------------------------------------------- single units


def _by_name(pieces: Pieces) -> dict[tuple[str, object], list[PieceId]]:
    """Return the ids of pieces by their kind and what tells them in it, in their order."""
    found: dict[tuple[str, object], list[PieceId]] = {}
    for kind, key in pieces:
        name = None if _is_list(kind) or not key else key[0]
        found.setdefault((kind, name), []).append((kind, key))
    return found


def _is_list(kind: str) -> bool:
    return not KINDS[kind].single and PLACE_TYPES[KINDS[kind].tables[0]][0] is int


def _id_of(kind: str, name: object) -> PieceId:
    return kind, () if name is None else (str(name),)


def _unit(kind: str, name: object) -> Unit:
    words, code = KIND_WORDS[kind], str(name) if is_state(name) else None
    return Unit(
        words.of(ours(str(name)) if code is None else name_of(code)), words.group, code, kind, KINDS[kind].tables, name
    )


def _told(facet: Facet, name: object) -> dict[str, Any]:
    return {
        "title": facet.words.of(name_of(str(name)) if is_state(name) else ""),
        "group": facet.words.group,
        "tables": facet.tables,
    }


def _facet(piece: object, facet: Facet) -> tuple[object, ...]:
    return tuple(getattr(piece, name) for name in facet.names)


def _same(kind: str, key: tuple[int | str, ...], one: object, other: object) -> bool:
    if one is other or one == other:
        return True
    return KINDS[kind].single and KINDS[kind].records(key, one) == KINDS[kind].records(key, other)


def _items(kind: str, old: Sequence[object], new: Sequence[object]) -> Iterator[Unit]:
    """Yield the items in which two lists differ."""
    words = KIND_WORDS[kind]
    for run in runs_between(old, new):
        item = [*new[run[2] : run[3]], *old[run[0] : run[1]]][0]
        name = named(item)
        title = words.of(name) if name and words.title else words.several
        yield Unit(title, words.group, code_of(item), kind, KINDS[kind].tables, run=run)


def _as_before(before: Forum, forum: Forum) -> Forum:
    """Return a forum in which what is large and did not change is the very same object: it is not worked out anew."""
    same = {
        name: getattr(before, name)
        for name in ("key", "applications")
        if getattr(before, name) is not getattr(forum, name) and getattr(before, name) == getattr(forum, name)
    }
    return replace(forum, **same) if same else forum
