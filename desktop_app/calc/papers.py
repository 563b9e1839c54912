"""What the record gives for paper: a state with what it is, the history up to it, a meeting, what came before.

Frozen values; the forum file gathers them, and documents print them.
"""

from dataclasses import dataclass
from typing import Final

from desktop_app.calc.comparison.steps import Step as WayStep
from desktop_app.calc.forum import Forum
from desktop_app.calc.memory import Moment, Snapshot, Step


@dataclass(frozen=True, slots=True)
class State:
    """A state of a forum, and what it is.

    Attributes:
        forum: the state.
        moment: when it was reached, with its hash.
        is_now: whether the record stands there now.
        scenario: name of the scenario that it is a state of; empty for the record.
        name: of the round that was closed there; empty where none was.
    """

    forum: Forum
    moment: Moment
    is_now: bool = True
    scenario: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class History:
    """What was changed up to a state.

    Attributes:
        steps: the entries, newest first.
        is_whole: whether these are all; otherwise older ones were left out.
    """

    steps: tuple[Step, ...] = ()
    is_whole: bool = True


NO_HISTORY: Final = History()


@dataclass(frozen=True, slots=True)
class Before:
    """An earlier state, and the way from it to a later one.

    Attributes:
        state: the earlier state.
        way: step by step to the later one; empty where it is not worked out.
    """

    state: State
    way: tuple[WayStep, ...] = ()


@dataclass(frozen=True, slots=True)
class Held:
    """A meeting as the record has it.

    Attributes:
        id: of the meeting.
        title: by which it was opened; empty where the record has none.
        first: number of its first entry.
        last: number of its last entry.
    """

    id: str
    title: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class MeetingRecord:
    """Everything that a dossier holds of a meeting.

    Attributes:
        state: at its end.
        held: the meeting; ``None`` for the whole record, where no meeting is recorded.
        rounds: closed at it, oldest first.
        steps: its entries.
        history: the entries up to its end, for the sheets.
        before: the last round that was closed before its last entry; ``None`` where there is none.
    """

    state: State
    held: Held | None = None
    rounds: tuple[Snapshot, ...] = ()
    steps: History = NO_HISTORY
    history: History = NO_HISTORY
    before: Before | None = None
