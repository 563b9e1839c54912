"""Steps of a record to print, made by hand: as the forum file gives them out."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta, timezone
from typing import Final

from desktop_app.calc.differences.compare import Difference
from desktop_app.calc.member_states import name_of
from desktop_app.calc.memory import Moment, Step
from desktop_app.calc.papers import History
from desktop_app.calc.sentences import ours

ZONE: Final = timezone(timedelta(hours=1))
BEGIN: Final = datetime(2026, 11, 27, 15, 40, tzinfo=UTC)


def moment(seq: int, meeting: str | None = "m1", number: int = 1) -> Moment:
    """The moment of an entry: the first at 16:40 in Brussels, a minute apart."""
    return Moment(
        seq, BEGIN + timedelta(minutes=seq - 1), f"entry {seq}", "Ana Silva", meeting, number, f"{seq:02x}" * 32
    )


def changed(code: str, what: str, before: str, after: str) -> Difference:
    """A cell of a Member State."""
    return Difference(name_of(code), code, ours(what), before, after)


def step(seq: int, *differences: Difference, reason: str | None = None, meeting: str | None = "m1") -> Step:
    """An entry."""
    return Step(moment(seq, meeting), "change", differences, reason)


def revised(code: str, times: int) -> History:
    """So many changes of a state's relocations, the newest first."""
    return History(
        tuple(step(seq, changed(code, "relocations", str(seq - 1), str(seq))) for seq in range(times, 0, -1))
    )


def history(steps: Sequence[Step]) -> History:
    """Steps in the order in which they were made, as a history."""
    return History(tuple(reversed(steps)))
