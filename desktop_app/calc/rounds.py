"""Meetings and rounds of a negotiation in words: where a moment belongs, and what a snapshot is called.

What is a meeting differs by procedure: those of the High-Level Forum (Art. 13 of Regulation (EU) 2024/1351), and under
the proposal of 2020 the sessions of the Solidarity Forum (Art. 46 of COM(2020) 610). The declaration on voluntary
solidarity knows none: there a negotiation has rounds alone.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from desktop_app.calc.forum import Forum, MeetingKind
from desktop_app.calc.memory import Moment
from desktop_app.calc.migratory_pressure import TypeRound
from desktop_app.calc.search_and_rescue import Round
from desktop_app.calc.sentences import capitalised, say
from desktop_app.calc.wording import HARD, day

MEETING_KINDS: Final = {
    MeetingKind.INITIAL: say("first meeting"),
    MeetingKind.RESUMED: say("resumed meeting"),
    MeetingKind.RECONVENED: say("meeting reconvened under Art. 13(4)"),
}
LONGEST_NAME: Final = 200
"""Most characters of the name of a snapshot."""


@dataclass(frozen=True, slots=True)
class Sitting:
    """A meeting of the High-Level Forum, or a session of the Solidarity Forum.

    Attributes:
        id: its short name, which the record shows beside entries.
        short: what it is called beside a round, such as ``"meeting 2"``.
        name: what it is called in a sentence, such as ``"resumed meeting"``.
        held: its day, or ``None`` where none is recorded.
    """

    id: str
    short: str
    name: str
    held: date | None = None

    @property
    def title(self) -> str:
        """As a heading: ``"Meeting 2, resumed meeting, 27 November 2025"``."""
        called = self.name if self.name.startswith(self.short) else say("{one}, {two}", one=self.short, two=self.name)
        return capitalised(say("{title}, {day}", title=called, day=day(self.held)) if self.held else called)


def sittings(forum: Forum) -> tuple[Sitting, ...]:
    """Return what the forum has for meetings, in its own order."""
    meetings = (
        Sitting(each.id, say("meeting {number}", number=number), MEETING_KINDS[each.kind], each.date)
        for number, each in enumerate(forum.meetings, 1)
    )
    rounds: tuple[Round | TypeRound, ...] = forum.search_and_rescue.rounds + forum.migratory_pressure.rounds
    sessions = (
        Sitting(
            each.id,
            say("session {id}", id=each.id),
            say("session {id} of the Solidarity Forum", id=each.id),
            each.opened or each.ended,
        )
        for each in rounds
    )
    return (*meetings, *sessions)


def sitting_of(forum: Forum, meeting: str | None) -> Sitting | None:
    """Return the meeting of an id; one that the forum no longer has is named by its id; ``None`` where there is none.

    Args:
        forum: has the meetings.
        meeting: as an entry of the record names it.
    """
    if meeting is None:
        return None
    found = next((each for each in sittings(forum) if each.id == meeting), None)
    return found or Sitting(
        meeting, say("meeting {meeting}", meeting=meeting), say("meeting {meeting}", meeting=meeting)
    )


def round_words(forum: Forum, moment: Moment) -> str:
    """Say where a moment belongs: ``"meeting 2, round 3"``; ``"round 3"`` where there are no meetings."""
    sitting = sitting_of(forum, moment.meeting)
    counted = say("round\u00a0{number}", number=str(moment.round))
    return counted if sitting is None else say("{meeting}, {round}", meeting=sitting.short, round=counted)


def snapshot_name(forum: Forum, moment: Moment, today: date, taken: Iterable[str]) -> str:
    """Propose the name of a snapshot: ``"Round 2 of the resumed meeting, 27 November"``.

    Args:
        forum: that is frozen.
        moment: of the round that is closed.
        today: the day on which it is closed.
        taken: names that other snapshots have; a proposed name is none of them.
    """
    sitting = sitting_of(forum, moment.meeting)
    of = "" if sitting is None else say(" of the {name}", name=sitting.name)
    called = say(
        "Round {round}{of}, {replace}",
        round=moment.round,
        of=of,
        replace=str(day(today).rpartition(HARD)[0].replace(HARD, " ")),
    )[: LONGEST_NAME - 8]
    names = {_plain(name) for name in taken}
    number, free = 1, called
    while _plain(free) in names:
        number += 1
        free = f"{called} ({number})"
    return free


def name_problem(name: str, taken: Iterable[str]) -> str:
    """Say in one line what is wrong with the name of a snapshot; empty where nothing is.

    Args:
        name: as typed.
        taken: names that other snapshots have; capital letters and spaces make no difference.
    """
    plain = _plain(name)
    if not plain:
        return say("A snapshot needs a name, such as Round 2 of the resumed meeting.")
    if any(plain == _plain(other) for other in taken):
        return say("Another snapshot is called “{join}”: add what sets this one apart.", join=" ".join(name.split()))
    return ""


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()
