"""What a print takes from the record, read beside the window; what was read is kept while the record only grows."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop_app.calc.memory import Moment
from desktop_app.calc.papers import Before, History, State
from desktop_app.models.paper_trail import MOST_STEPS, before_of, history_in, history_of
from desktop_app.models.remembering import Filter
from desktop_app.views.desk import Desk
from desktop_app.views.desk_views import InScenario, Past
from desktop_app.views.language import tr
from desktop_app.views.progress import run

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.models.forum_file import ForumFile
    from desktop_app.views.progress import Report

    Reads = Callable[["ForumFile", Report], History]


def shown_state(desk: Desk) -> State:
    """Return what a desk shows as a state to print."""
    line, view = desk.shown, desk.view
    moment = Moment(line.seq, line.saved_at, "", "", None, 1, line.state_hash)
    if isinstance(view, InScenario):
        return State(line.forum, moment, is_now=False, scenario=view.scenario.name)
    return State(line.forum, view.moment if isinstance(view, Past) else moment, not isinstance(view, Past))


def opened(desk: Desk) -> "ForumFile":
    """Open the file of a desk once more, for reading: work beside the window must not touch the desk's own."""
    from desktop_app.models.forum_file import ForumFile

    return ForumFile.open(desk.file.path, "forum-desk", read_only=True)


@dataclass
class _Kept:
    """Entries of the record that were read."""

    code: str | None
    upto: int
    history: History


class Histories:
    """Histories of what a desk shows, for delegation sheets."""

    def __init__(self, parent: QWidget, desk: Desk) -> None:
        """Read nothing yet.

        Args:
            parent: the window that waits.
            desk: shows the state.
        """
        self._parent = parent
        self._desk = desk
        self._kept: _Kept | None = None

    def of(self, codes: tuple[str, ...] | None) -> History:
        """Return what led to what is shown: of a single state all of it, of several the latest entries of anybody.

        Raises:
            Cancelled: the person has stopped the reading.
            ForumFileError: the file cannot be read.
        """
        code = codes[0] if codes and len(codes) == 1 else None
        view = self._desk.view
        if isinstance(view, InScenario):
            return self._read(lambda file, report: history_in(file, view.scenario, Filter(code=code), report))
        seq = view.moment.seq if isinstance(view, Past) else self._desk.file.seq
        kept = self._kept
        if kept is None or kept.code != code or kept.upto > seq:
            history = self._read(lambda file, report: history_of(file, seq, Filter(code=code), report))
        else:
            history = self._grown(kept, seq)
        self._kept = _Kept(code, seq, history)
        return history

    def _grown(self, kept: _Kept, seq: int) -> History:
        """Return what was read before with what came since."""
        if seq == kept.upto:
            return kept.history
        wanted = Filter(code=kept.code)
        newer = self._desk.file.steps(min(seq - kept.upto, MOST_STEPS), seq + 1, wanted)
        since = tuple(each for each in newer if each.moment.seq > kept.upto)
        return History((*since, *kept.history.steps), kept.history.is_whole)

    def _read(self, reads: "Reads") -> History:
        def work(report: "Report") -> History:
            with opened(self._desk) as file:
                return reads(file, report)

        return run(self._parent, tr("Reading the history"), work)


def before_shown(desk: Desk, seq: int) -> Before:
    """Return an earlier state of the record, and the way from it to what a desk shows.

    Raises:
        CannotCompareError: the procedure was another one then.
        ForumFileError: the file cannot be read.
    """
    return before_of(desk.file, seq, desk.shown.forum)
