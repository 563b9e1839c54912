"""``merge``: brings together two copies of one forum that were worked on apart, as one step that can be undone."""

from argparse import Namespace
from collections.abc import Iterator

from desktop_app.calc.changes import CannotChangeError
from desktop_app.cli import status, streams
from desktop_app.models.copies import Copies, Relation, merged_by, opened_beside
from desktop_app.models.errors import BadInput
from desktop_app.models.forum_file import ForumFile
from desktop_app.models.three_way import Cell, Side, ThreeWay
from desktop_app.places import operator_of_user

_CHOICES = "--ours takes this file's version of every conflict, --theirs the other's; the window asks for each"


def run(chosen: Namespace) -> int:
    """Say how the two copies stand to each other and what became of each cell; unless only asked to look, merge.

    The other copy is verified as a whole first, and never written.
    """
    with (
        ForumFile.open(chosen.file, chosen.operator or operator_of_user(), read_only=chosen.dry_run) as ours,
        opened_beside(ours, chosen.other) as copies,
    ):
        try:
            lines = list(_done(copies, chosen))
        except CannotChangeError as error:
            raise BadInput(copies.path.name, str(error).rstrip("."), "nothing was merged") from error
    # What stands in the files is quoted; nothing of it may steer the terminal.
    streams.write(streams.harmless("\n".join(lines)))
    return status.FINE


def _done(copies: Copies, chosen: Namespace) -> Iterator[str]:
    from desktop_app.models.merging import merge, take_over

    file, other = copies.ours.path.name, copies.path.name
    relation = copies.relation
    if relation is Relation.UNRELATED:
        raise BadInput(other, f"it is no copy of {file}: they have no entry in common", "name a copy of this forum")
    if relation is Relation.AHEAD:
        yield f"{other} is ahead of {file} by {copies.theirs.seq - copies.common} entries."
        if not chosen.dry_run:
            yield f"Taken over: {take_over(copies)} entries (state {copies.ours.state_hash[:12]})."
    elif relation is Relation.DIVERGED:
        found = copies.difference()
        yield f"{other} and {file} parted after entry {copies.common}."
        yield from _cells(found)
        if not chosen.dry_run:
            before = copies.ours.state_hash
            applied = merge(copies, _choices(found, chosen, other), "merged from the command line")
            unchanged = "no figure changed, " if applied.state_hash == before else ""
            yield f"Merged by entry {applied.seq} ({unchanged}state {applied.state_hash[:12]})."
    else:
        yield _nothing_to_take(copies, relation)


def _nothing_to_take(copies: Copies, relation: Relation) -> str:
    file, other = copies.ours.path.name, copies.path.name
    if relation is Relation.SAME:
        return f"{other} and {file} hold the same."
    if relation is Relation.MERGED:
        by = merged_by(copies.ours, copies.theirs.head_hash)
        return f"{file} has merged {other} already, by its entry {by}: there is nothing to take."
    if relation is Relation.MERGED_THERE:
        by = merged_by(copies.theirs, copies.ours.head_hash)
        return f"{other} has merged all of {file}, by its entry {by}: go on in {other}."
    return f"{file} is ahead of {other} by {copies.ours.seq - copies.common} entries: there is nothing to take."


def _choices(found: ThreeWay, chosen: Namespace, other: str) -> dict[int, Side]:
    side = Side.OURS if chosen.ours else Side.THEIRS if chosen.theirs else None
    if side is None:
        if found.conflicts:
            raise BadInput(other, f"both changed {len(found.conflicts)} of the same cells", _CHOICES)
        return {}
    return dict.fromkeys(range(len(found.conflicts)), side)


def _cells(found: ThreeWay) -> Iterator[str]:
    for heading, cells in (
        ("Only there", found.taken),
        ("Only here", found.kept),
        ("Alike on both sides", found.same),
        ("Conflicts", found.conflicts),
    ):
        if cells:
            yield f"{heading}:"
            for cell in cells:
                yield from _lines(cell)


def _lines(cell: Cell) -> Iterator[str]:
    sides = (("here", cell.ours), ("there", cell.theirs))
    for name, differences in sides if cell.ours and cell.theirs else (("", cell.ours or cell.theirs),):
        for each in differences:
            yield f"  {f'{name}: ' if name else ''}{each}"
