"""The rounds of a negotiation as the record holds them: where each begins, how much was changed, what closed it."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop_app.calc.memory import MarkKind, Moment, Snapshot
from desktop_app.models import store
from desktop_app.models.journal import Action
from desktop_app.models.lines import moment_of

if TYPE_CHECKING:
    from desktop_app.models.remembering import Remembering

_COUNTED = "sum(action IN ('change', 'undo', 'redo'))"
_QUESTION = (
    f"SELECT meeting, min(seq), max(seq), {_COUNTED} FROM journal WHERE seq > ? AND seq <= ? "  # noqa: S608 - our own
    "GROUP BY meeting ORDER BY min(seq)"
)


@dataclass(frozen=True, slots=True)
class RoundKept:
    """One round of one meeting.

    Attributes:
        meeting: id of the meeting, or ``None``.
        number: of the round in its meeting, from 1.
        first: number of its first entry; the next one of all where it has none yet.
        last: number of its last entry; its closing where it is closed.
        changes: how many entries changed something, were undone or redone.
        snapshot: the state in which it was closed; ``None`` while it is open.
    """

    meeting: str | None
    number: int
    first: int
    last: int
    changes: int
    snapshot: Snapshot | None


def round_now(file: "Remembering") -> Moment:
    """Return the moment of now, in the round to which the next change will belong.

    Raises:
        ForumFileError: the file cannot be read.
    """
    now = file.now()
    closings = file.marks(MarkKind.ROUND)
    is_closing = bool(closings) and closings[-1].moment.seq == now.seq
    return replace(now, round=now.round + 1) if is_closing else now


def round_after(file: "Remembering", before: Moment | None) -> Moment:
    """Return what :func:`round_now` does, without reading every mark where one change alone followed its last answer.

    Args:
        file: the forum file.
        before: the last answer; ``None``: there was none.

    Raises:
        ForumFileError: the file cannot be read.
    """
    with file.reading() as connection:
        head = store.head(connection)
    follows = before is not None and head.seq == before.seq + 1 and head.meeting == before.meeting
    if before is None or not follows or head.action == Action.MARK.value:
        return round_now(file)
    return moment_of(head, before.round)


def rounds_kept(file: "Remembering") -> tuple[RoundKept, ...]:
    """Return every round of the record, in the order in which they began; the one that is open now is among them.

    Raises:
        ForumFileError: the file cannot be read.
    """
    closings = [each.moment for each in file.marks(MarkKind.ROUND)]
    now = round_now(file)
    found: dict[tuple[str | None, int], RoundKept] = {}
    closed: dict[str | None, int] = {}
    begin = 0
    with file.reading() as connection:
        for closing in [*closings, None]:
            end = now.seq if closing is None else closing.seq
            for meeting, first, last, changes in connection.execute(_QUESTION, (begin, end)).fetchall():
                number = closed.get(meeting, 0) + 1
                before = found.get((meeting, number))
                found[meeting, number] = RoundKept(
                    meeting,
                    number,
                    before.first if before else first,
                    last,
                    changes + (before.changes if before else 0),
                    _snapshot(closing, meeting),
                )
            if closing is not None:
                closed[closing.meeting] = closed.get(closing.meeting, 0) + 1
            begin = end
    open_one = RoundKept(now.meeting, now.round, now.seq + 1, now.seq, 0, None)
    found.setdefault((now.meeting, now.round), open_one)
    return tuple(sorted(found.values(), key=lambda each: each.first))


def _snapshot(closing: Moment | None, meeting: str | None) -> Snapshot | None:
    return Snapshot(closing.title, closing) if closing is not None and closing.meeting == meeting else None
