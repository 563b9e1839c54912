"""The heading of the strip above a table: the forum, and the meeting and round of what is shown."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt

from desktop_app.calc.forum import Forum, MeetingKind
from desktop_app.calc.memory import Moment
from desktop_app.calc.rounds import round_words
from desktop_app.calc.wording import day
from desktop_app.models.errors import ForumFileError
from desktop_app.models.rounds import round_after
from desktop_app.views.desk_views import InScenario, Past
from desktop_app.views.language import marked, shown, tr
from desktop_app.views.parts import ElidedLabel

if TYPE_CHECKING:
    from desktop_app.views.desk import Desk

MEETING_SIGN: Final = " ▸ "
_KINDS: Final = {
    MeetingKind.INITIAL: "",
    MeetingKind.RESUMED: marked(" (resumed)"),
    MeetingKind.RECONVENED: marked(" (Art. 13(4))"),
}
"""What a meeting is beside its number, in few words: title, meeting, round and day are to stand in one line."""


def heading_text(forum: Forum, moment: Moment | None = None) -> str:
    """Return ``title ▸ meeting 3 (Art. 13(4)), round 1, 5 December 2025``.

    Args:
        forum: has title and meetings.
        moment: of what is shown, whose meeting and round are named; without one, the last meeting is and no round.
    """
    title = forum.title or tr("Forum without a title")
    ids = [each.id for each in forum.meetings]
    if moment is not None and moment.meeting not in ids:
        return f"{shown(title)}{shown(MEETING_SIGN)}{shown(round_words(forum, moment))}"
    if not ids:
        return title
    place = len(ids) - 1 if moment is None else ids.index(moment.meeting or "")
    meeting = forum.meetings[place]
    words = [tr("meeting {number}{kinds}", number=place + 1, kinds=_KINDS[meeting.kind])]
    if moment is not None:
        words.append(tr("round\u00a0{round}", round=moment.round))
    if meeting.date:
        # Last: it is the first to go where there is little room.
        words.append(day(meeting.date))
    return f"{shown(title)}{shown(MEETING_SIGN)}{', '.join(map(shown, words))}"


def shown_moment(desk: "Desk", before: Moment | None) -> Moment | None:
    """Return the moment whose meeting and round are named beside what a desk shows; a scenario belongs to none.

    Args:
        desk: the desk.
        before: what was returned for it last.
    """
    if isinstance(desk.view, Past):
        return desk.view.moment
    if isinstance(desk.view, InScenario):
        return None
    try:
        return round_after(desk.file, before)
    except ForumFileError:
        # What is shown was read before: its heading does without a round.
        return None


class Heading(ElidedLabel):
    """The heading on screen: where it is too long, the title is cut, but to no less than half; then the day goes."""

    def cut_to(self, room: int) -> str:
        """Return the heading with as much of the meeting as leaves the title half of the room."""
        title, sign, words = self.full_text.rpartition(MEETING_SIGN)
        metrics = self.fontMetrics()
        if sign and metrics.horizontalAdvance(self.full_text) > room:
            for each in _shorter(words):
                left = room - metrics.horizontalAdvance(sign + each)
                if left >= room // 2:
                    return metrics.elidedText(title, Qt.TextElideMode.ElideRight, left) + sign + each
        return super().cut_to(room)


def _shorter(words: str) -> tuple[str, ...]:
    """Return ``meeting 3 (Art. 13(4)), round 1, 5 December 2025`` and what is left of it in ever less room."""
    meeting, *others = words.split(", ")
    bare, counted = meeting.partition(" (")[0], others[:1]
    return words, ", ".join((shown(meeting), *counted)) + "…", ", ".join((shown(bare), *counted)) + "…"
