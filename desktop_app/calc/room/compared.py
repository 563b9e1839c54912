"""The comparison with the round before: before, after and difference, first of the whole, then of each state."""

from collections.abc import Iterable
from typing import Final

from desktop_app.calc import wording
from desktop_app.calc.member_states import name_of
from desktop_app.calc.room.amounts import Amount, Measured, difference, written
from desktop_app.calc.room.sheet import Grid, GridColumn
from desktop_app.calc.sentences import ours, say

_AMOUNTS: Final = (GridColumn(say("Before")), GridColumn(say("After")), GridColumn(say("Difference")))


def comparison(before: Measured, after: Measured, closed: str) -> tuple[Grid, ...]:
    """Return what is other than at the end of the round before.

    Args:
        before: its figures.
        after: the figures that are shown.
        closed: when it was closed.
    """
    heading = say("Since the round before, closed at {closed}", closed=closed)
    rows = tuple(_row(one.caption, one, other) for one, other in zip(before.totals, after.totals, strict=True))
    changed = tuple(_changed(before, after))
    told = len({code for code, _row in changed})
    notes = (_unchanged(len(after.states) - told),) if changed else (say("No pledge is other than it was."),)
    whole = Grid(heading, (GridColumn(say("Figure"), is_number=False), *_AMOUNTS), rows, notes=() if changed else notes)
    pledges = tuple(row for _code, row in changed)
    each = Grid(heading, (GridColumn(say("Pledge"), is_number=False), *_AMOUNTS), pledges, notes=notes)
    return (whole, each) if changed else (whole,)


def _changed(before: Measured, after: Measured) -> Iterable[tuple[str, tuple[str, ...]]]:
    for code, amounts in after.states.items():
        former = before.states.get(code, tuple(Amount(each.caption, None, each.unit) for each in amounts))
        for one, other in zip(former, amounts, strict=True):
            if one.value != other.value:
                yield code, _row(say("{state}, {what}", state=name_of(code), what=ours(other.caption)), one, other)


def _row(name: str, before: Amount, after: Amount) -> tuple[str, ...]:
    return name, written(before), written(after), difference(before, after)


def _unchanged(count: int) -> str:
    if not count:
        return say("Every state has changed its pledge.")
    return say(
        "{count} other state is as before." if count == 1 else "{count} other states are as before.",
        count=wording.persons(count),
    )
