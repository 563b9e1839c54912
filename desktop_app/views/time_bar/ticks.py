"""Where the time bar has ticks: a line where a meeting begins, a diamond where a round was closed."""

from typing import TYPE_CHECKING

from desktop_app.calc.rounds import sitting_of
from desktop_app.calc.wording import persons
from desktop_app.models.rounds import rounds_kept
from desktop_app.views.language import tr
from desktop_app.views.saved_mark import clock_text
from desktop_app.views.time_bar.track import Tick

if TYPE_CHECKING:
    from desktop_app.models.forum_file import ForumFile


def ticks_of(file: "ForumFile") -> tuple[Tick, ...]:
    """Return the ticks of a record.

    Raises:
        ForumFileError: the file cannot be read.
    """
    found: list[Tick] = []
    meeting: str | None = None
    for each in rounds_kept(file):
        sitting = sitting_of(file.forum, each.meeting)
        if sitting is not None and each.meeting != meeting and each.first <= file.seq:
            found.append(
                Tick(each.first, tr(sitting.short), tr("{title} begins", title=tr(sitting.title)), is_meeting=True)
            )
        meeting = each.meeting
        if each.snapshot is not None:
            at = each.snapshot.moment
            name = tr(
                "{name}: closed {time} by {operator}, entry {seq}",
                name=each.snapshot.name,
                time=clock_text(at.at),
                operator=at.operator,
                seq=persons(at.seq),
            )
            found.append(Tick(at.seq, tr("R{number}", number=each.number), name, is_meeting=False))
    return tuple(found)
