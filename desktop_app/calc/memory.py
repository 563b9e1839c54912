"""What the desk remembers of a negotiation: moments, steps, rounds, snapshots and what the room was shown.

Frozen values as the forum file gives them out; nothing here knows how they are kept. Moments are in UTC.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from typing import TypeAlias

from desktop_app.calc.differences.compare import Difference


class MarkKind(Enum):
    """What is put on record beside the figures; none of it changes a figure.

    ``MEETING``: a meeting or one of its rounds is opened, and the changes that follow belong to it. ``ROUND``: a round
    is closed, and its state is a snapshot of that name. ``RELEASE``: this is shown to the room. ``WITHDRAWAL``: the
    room is shown nothing any more. ``REASON``: why an earlier entry was made. ``PEN_GIVEN``, ``PEN_TAKEN``: another
    desk goes on typing.
    """

    MEETING = "meeting"
    ROUND = "round"
    RELEASE = "release"
    WITHDRAWAL = "withdrawal"
    REASON = "reason"
    PEN_GIVEN = "pen-given"
    PEN_TAKEN = "pen-taken"


@dataclass(frozen=True, slots=True)
class Moment:
    """One state of the negotiation: what stood there after one entry of the record.

    Attributes:
        seq: number of the entry, from 1.
        at: when it was committed, in UTC.
        title: what was done.
        operator: who did it.
        meeting: id of the meeting at which it was done, or ``None``.
        round: which round of that meeting, from 1.
        state_hash: hash of the state; its first twelve digits are the fingerprint in print.
    """

    seq: int
    at: datetime
    title: str
    operator: str
    meeting: str | None
    round: int
    state_hash: str

    @property
    def fingerprint(self) -> str:
        """The first twelve digits of the hash, as they stand in print."""
        return self.state_hash[:12]


@dataclass(frozen=True, slots=True)
class Mark:
    """Something put on record beside the figures.

    Attributes:
        kind: what it is.
        moment: when, by whom, at which meeting, and the state at that time; ``moment.title`` is its name.
        particulars: what belongs to it, by name (see the maker of each kind).
        reason: why, or ``None``.
    """

    kind: MarkKind
    moment: Moment
    particulars: Mapping[str, object] = field(default_factory=dict)
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The state in which a round was closed: named, in the record, never altered.

    Attributes:
        name: what it is called.
        moment: the state, and the meeting and round that were closed.
    """

    name: str
    moment: Moment


@dataclass(frozen=True, slots=True)
class Step:
    """One entry of the record, with what it changed, in words.

    Attributes:
        moment: when, what, by whom, at which meeting; the state after it.
        action: ``create``, ``change``, ``undo``, ``redo``, ``migrate`` or ``mark``.
        differences: from what to what, cell by cell.
        reason: why, or ``None``.
        desk: the laptop at which it was done, or ``None`` where that was not recorded yet.
        reverts: number of the entry that it takes back on its own, or ``None``.
        adopts: name of the scenario that it takes over, or ``None``.
        merges: the desk whose entries it brings in, or ``None``.
        mark: what it puts on record beside the figures; ``None`` of everything that is no mark.
        about: number of the entry of which it says something: a mark's reason, what an undo or a redo goes back to.
        taken_back: number of the entry by which it does not stand any more (an undo, a change taken back), or ``None``.
        scenario: name of the scenario in which it stands, or ``None`` of the record: it belongs to no meeting then.
    """

    moment: Moment
    action: str
    differences: tuple[Difference, ...] = ()
    reason: str | None = None
    desk: str | None = None
    reverts: int | None = None
    adopts: str | None = None
    merges: str | None = None
    mark: MarkKind | None = None
    about: int | None = None
    taken_back: int | None = None
    scenario: str | None = None

    @property
    def links(self) -> tuple[int, ...]:
        """Numbers of the other entries that it has to do with, each once."""
        return tuple(dict.fromkeys(each for each in (self.reverts, self.about, self.taken_back) if each is not None))


@dataclass(frozen=True, slots=True)
class Scenario:
    """A branch from a moment of the record, with a life of its own in the same file.

    Attributes:
        id: number by which the file knows it.
        name: what it is called.
        note: what it is for, or ``None``.
        origin: the moment of the record from which it branched.
        moment: where it stands now; ``moment.seq`` counts its own entries.
        put_away: whether it is out of the list; it can be brought back.
        adopted: number of the entry of the record that took it over and is not undone, or ``None``.
    """

    id: int
    name: str
    note: str | None
    origin: Moment
    moment: Moment
    put_away: bool = False
    adopted: int | None = None


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A state that stood at another desk, before what it had recorded was merged.

    Attributes:
        desk: what that desk is called.
        moment: the state there; ``moment.seq`` counts that desk's own entries.
        merged: the entry of the record that brought it in.
    """

    desk: str
    moment: Moment
    merged: Moment


Found: TypeAlias = Moment | Scenario | Elsewhere
"""Where a printed fingerprint belongs."""
