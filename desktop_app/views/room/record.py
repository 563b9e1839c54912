"""What the record says of the room: what was released, of which state, and the sheet that it stands for."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final

from desktop_app.calc.assess import assess
from desktop_app.calc.assessment import Assessment
from desktop_app.calc.memory import Mark, MarkKind, Moment
from desktop_app.calc.room import Before, Choice, RoomSheet, Stamp, choice_of, clock, particulars_of, room_sheet
from desktop_app.views.desk_views import InScenario, Now
from desktop_app.views.language import marked, tr

if TYPE_CHECKING:
    from desktop_app.models.forum_file import ForumFile
    from desktop_app.views.desk import Desk

HIDDEN: Final = marked("Hidden from the room")
"""Name of a withdrawal on record."""


@dataclass(frozen=True, slots=True)
class Source:
    """A state that can be shown to the room.

    Attributes:
        assessment: its figures.
        of: number of the entry, in the record or in the scenario.
        state_hash: hash of the state.
        reached: when it was reached, where it is not the one of now.
        scenario: number of the scenario, or ``None`` for the record.
        round_before: end of the round before, or ``None``.
    """

    assessment: Assessment
    of: int
    state_hash: str
    reached: datetime | None = None
    scenario: int | None = None
    round_before: Moment | None = None

    def particulars(self, choice: Choice) -> dict[str, object]:
        """Return what is put on record with its release."""
        told = particulars_of(choice) | {"of": self.of}
        if self.scenario is not None:
            told |= {"scenario": self.scenario}
        return told if self.round_before is None else told | {"before": self.round_before.seq}

    def stamp(self, released: datetime) -> Stamp:
        """Return when and of what a sheet of it is released, by the clock in the room."""
        reached = None if self.reached is None else local(self.reached)
        return Stamp(local(released), self.state_hash[:12], reached, is_scenario=self.scenario is not None)


def local(moment: datetime) -> datetime:
    """Return a moment by the clock of this laptop, which is that of the room."""
    return moment.astimezone()


def source_shown(desk: "Desk") -> Source:
    """Return what the desk shows: now, a moment of the past, or a scenario.

    Raises:
        ForumFileError: the record cannot be read.
    """
    shown, view = desk.shown, desk.view
    if isinstance(view, InScenario):
        before = _round_before(desk.file, view.scenario.origin.seq + 1, shown.state_hash)
        return Source(desk.assessment, shown.seq, shown.state_hash, None, view.scenario.id, before)
    reached = None if isinstance(view, Now) else shown.saved_at
    return Source(
        desk.assessment,
        shown.seq,
        shown.state_hash,
        reached,
        None,
        _round_before(desk.file, shown.seq, shown.state_hash),
    )


def source_of(file: "ForumFile", mark: Mark) -> Source | None:
    """Return the state that a release showed; ``None`` where it was a scenario that has changed since.

    Raises:
        BadInput: the release names what the record does not have.
        ForumFileError: the record cannot be read.
    """
    told = mark.particulars
    of, scenario = _number(told, "of"), _number(told, "scenario")
    if of is None:
        return None
    before = _number(told, "before")
    round_before = None if before is None else file.moment(before)
    if scenario is not None:
        line = file.scenario(scenario)
        if line.seq != of:
            return None
        return Source(assess(line.forum), of, line.state_hash, None, scenario, round_before)
    moment = file.moment(of)
    # A release stands in the record as an entry of its own, right after the state that it shows where that was now.
    reached = None if of == mark.moment.seq - 1 else moment.at
    return Source(assess(file.forum_at(of)), of, moment.state_hash, reached, None, round_before)


def before_of(file: "ForumFile", source: Source) -> Before | None:
    """Return the end of the round before, with its figures.

    Raises:
        ForumFileError: the record cannot be read.
    """
    moment = source.round_before
    return None if moment is None else Before(assess(file.forum_at(moment.seq)), local(moment.at))


def sheet_of(file: "ForumFile", mark: Mark) -> RoomSheet | None:
    """Return the sheet that a release stands for; ``None`` where that cannot be shown again.

    Raises:
        BadInput: the release names what the record does not have.
        ForumFileError: the record cannot be read.
    """
    choice = choice_of(mark.moment.title, mark.particulars)
    source = None if choice is None else source_of(file, mark)
    if choice is None or source is None:
        return None
    return room_sheet(source.assessment, choice, source.stamp(mark.moment.at), before_of(file, source))


def last_word(file: "ForumFile") -> Mark | None:
    """Return the last release or withdrawal: it says what the room may see.

    Raises:
        ForumFileError: the record cannot be read.
    """
    found = file.marks(MarkKind.RELEASE, MarkKind.WITHDRAWAL)
    return found[-1] if found else None


def last_release(file: "ForumFile") -> Mark | None:
    """Return the last release, withdrawn or not.

    Raises:
        ForumFileError: the record cannot be read.
    """
    found = file.marks(MarkKind.RELEASE)
    return found[-1] if found else None


def standing_words(file: "ForumFile", mark: Mark) -> str:
    """Say of which time the state is that the room sees, and how much was typed since.

    Raises:
        ForumFileError: the record cannot be read.
    """
    seen = tr("The room sees what was released at {clock}", clock=clock(local(mark.moment.at)))
    if _number(mark.particulars, "scenario") is not None:
        return tr("{seen}: a scenario", seen=seen)
    of = _number(mark.particulars, "of") or mark.moment.seq
    if mark.moment.seq != of + 1:
        seen += tr(": the state of {clock}", clock=clock(local(file.moment(of).at)))
    if file.state_hash == file.moment(of).state_hash:
        return tr("{seen}; nothing is other since", seen=seen)
    later = file.seq - of - sum(each.moment.seq > of for each in file.marks())
    return (
        tr("{seen}; {later} change since", seen=seen, later=later)
        if later == 1
        else tr("{seen}; {later} changes since", seen=seen, later=later)
    )


def _round_before(file: "ForumFile", of: int, state_hash: str) -> Moment | None:
    """Return the end of the last round whose state is another one; where a round was just closed, of that before."""
    closed = [each.moment for each in file.snapshots() if each.moment.seq < of]
    others = [each for each in closed if each.state_hash != state_hash]
    return next(reversed(others or closed), None)


def _number(told: Mapping[str, object], name: str) -> int | None:
    value = told.get(name)
    return value if isinstance(value, int) and not isinstance(value, bool) else None
