"""The heading of the strip above a table: the forum, and the meeting and round of what is shown."""

from typing import TYPE_CHECKING, Final

from desktop_app.calc.forum import Forum, MeetingKind
from desktop_app.calc.memory import Moment
from desktop_app.calc.rounds import round_words
from desktop_app.calc.wording import day
from desktop_app.models.errors import ForumFileError
from desktop_app.models.rounds import round_after
from desktop_app.views.desk_views import InScenario, Past

if TYPE_CHECKING:
    from desktop_app.views.desk import Desk

MEETING_SIGN: Final = " ▸ "
_MEETINGS: Final = {
    MeetingKind.INITIAL: "High-Level Forum",
    MeetingKind.RESUMED: "High-Level Forum, resumed",
    MeetingKind.RECONVENED: "High-Level Forum, reconvened under Art. 13(4)",
}


def heading_text(forum: Forum, moment: Moment | None = None) -> str:
    """Return ``title ▸ meeting, round``.

    Args:
        forum: has title and meetings.
        moment: of what is shown, whose meeting and round are named; without one, the last meeting is and no round.
    """
    title = forum.title or "Forum without a title"
    ids = [each.id for each in forum.meetings]
    if moment is not None and moment.meeting not in ids:
        return f"{title}{MEETING_SIGN}{round_words(forum, moment)}"
    if not ids:
        return title
    place = len(ids) - 1 if moment is None else ids.index(moment.meeting or "")
    meeting = forum.meetings[place]
    held = f", {day(meeting.date)}" if meeting.date else ""
    if moment is None:
        return f"{title}{MEETING_SIGN}{_MEETINGS[meeting.kind]}, meeting {place + 1}{held}"
    # What changes comes first: the end may be cut.
    return f"{title}{MEETING_SIGN}{round_words(forum, moment)}: {_MEETINGS[meeting.kind]}{held}"


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
