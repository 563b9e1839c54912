"""The session at the desk: the open forum file and what follows from it.

Everything that a person does goes through :class:`Desk`, and nothing else talks to the forum file: a
change is committed first, then assessed, then shown.
"""

from datetime import datetime
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from desktop_app.calc.assess import assess
from desktop_app.calc.assessment import AnnualPoolAssessment, Assessment
from desktop_app.calc.changes import CannotChangeError, Change
from desktop_app.calc.pressure_assessment import PressureAssessment
from desktop_app.calc.response_assessment import SearchAndRescueAssessment
from desktop_app.calc.voluntary_assessment import VoluntaryAssessment
from desktop_app.views.desk_views import InScenario, Line, Now, Past, PastLine, View

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from desktop_app.calc.memory import MarkKind
    from desktop_app.models.applied import Applied
    from desktop_app.models.forum_file import ForumFile

_T = TypeVar("_T")


class Desk(QObject):
    """One forum file, open for typing or for reading, with its current assessment.

    Signals:
        assessed(Assessment): the figures of now.
        saved(datetime): a change was committed at that moment (UTC).
        refused(str): a change makes no sense; nothing happened.
        failed(str): a change could not be written; what is shown is what is in the file.
        unreadable(str): the file could not be read again; what is shown is what it held before.
        looked_at(View): another moment, a scenario or now is shown; ``assessed`` follows where figures differ.
        recorded: the record has another entry, whatever is shown.
        clock_is_behind: a change was committed while this laptop's clock is set back; told once.
    """

    assessed = Signal(object)
    saved = Signal(object)
    refused = Signal(str)
    failed = Signal(str)
    unreadable = Signal(str)
    looked_at = Signal(object)
    recorded = Signal()
    clock_is_behind = Signal()

    def __init__(self, forum_file: "ForumFile", parent: QObject | None = None) -> None:
        """Take over an open forum file; :meth:`close` closes it."""
        super().__init__(parent)
        self._file = forum_file
        self._view: View = Now()
        self._shown: Line = forum_file
        self._assessment = assess(forum_file.forum)
        self._cannot_read = False
        self._clock_was_told = False

    @property
    def file(self) -> "ForumFile":
        """The open forum file: for its particulars (path, times, names of undo and redo), never for writing."""
        return self._file

    @property
    def view(self) -> View:
        """What is shown: now, a moment of the past, or a scenario."""
        return self._view

    @property
    def shown(self) -> Line:
        """The line that is shown: its forum, state, times, names of undo and redo; never for writing."""
        return self._shown

    @property
    def assessment(self) -> Assessment:
        """The figures of now."""
        return self._assessment

    @property
    def annual_pool(self) -> AnnualPoolAssessment:
        """The figures of now, of a forum that is an annual pool.

        Raises:
            TypeError: the forum follows another procedure; its commands do not ask.
        """
        return AnnualPoolAssessment.of(self._assessment)

    @property
    def response(self) -> SearchAndRescueAssessment:
        """The figures of now, of a forum on search and rescue.

        Raises:
            TypeError: the forum follows another procedure; its commands do not ask.
        """
        return SearchAndRescueAssessment.of(self._assessment)

    @property
    def pressure(self) -> PressureAssessment:
        """The figures of now, of a forum on migratory pressure.

        Raises:
            TypeError: the forum follows another procedure; its commands do not ask.
        """
        return PressureAssessment.of(self._assessment)

    @property
    def voluntary(self) -> VoluntaryAssessment:
        """The figures of now, of a forum on voluntary solidarity.

        Raises:
            TypeError: the forum follows another procedure; its commands do not ask.
        """
        return VoluntaryAssessment.of(self._assessment)

    @property
    def read_only(self) -> bool:
        """Whether nothing can be typed: another desk types, or the past is shown."""
        return self._shown.is_read_only

    def apply(self, change: Change) -> bool:
        """Commit a change to what is shown; tell whether it was taken."""
        return self.through(lambda: self._shown.apply(change))

    def undo(self) -> bool:
        """Take back the latest change of what is shown; tell whether there was one."""
        return self._shown.undo_title is not None and self.through(self._shown.undo)

    def redo(self) -> bool:
        """Bring back what was taken back last; tell whether there was something."""
        return self._shown.redo_title is not None and self.through(self._shown.redo)

    def mark(
        self,
        kind: "MarkKind",
        title: str,
        particulars: "Mapping[str, object] | None" = None,
        reason: str | None = None,
        *,
        meeting: str | None = None,
    ) -> bool:
        """Put a mark on the record, whatever is shown; tell whether it was taken."""
        return self.through(lambda: self._file.mark(kind, title, particulars, reason, meeting=meeting))

    # ------------------------------------------------------------------------------------------ what is shown

    def look_at(self, seq: int) -> bool:
        """Show the state after an entry of the record, for reading; its last one is now.

        Returns:
            Whether it is shown; where it cannot be read, ``unreadable`` says why and nothing changes.
        """
        if seq == self._file.seq:
            return self.back_to_now()
        found = self._read(lambda: (self._file.moment(seq), self._file.forum_at(seq)))
        if found is None:
            return False
        moment, forum = found
        return self._show(Past(moment), PastLine(forum, moment))

    def look_in(self, number: int) -> bool:
        """Show a scenario, for typing; returns and tells as :meth:`look_at`."""
        found = self._read(lambda: (self._file.scenario(number), self._file.scenarios()))
        if found is None:
            return False
        line, others = found
        return self._show(InScenario(next(each for each in others if each.id == number)), line)

    def back_to_now(self) -> bool:
        """Show the record as it stands."""
        return self._show(Now(), self._file)

    def _show(self, view: View, line: Line) -> bool:
        self._view, self._shown = view, line
        # First: who is told what is shown asks for its figures.
        is_news = self._judge()
        self.looked_at.emit(view)
        if is_news:
            self.assessed.emit(self._assessment)
        return True

    def _read(self, reads: "Callable[[], _T]") -> "_T | None":
        from desktop_app.models.errors import BadInput, ForumFileError

        try:
            return reads()
        except (BadInput, ForumFileError) as error:
            self.unreadable.emit(str(error))
            return None

    def refresh(self, *, quiet: bool = False) -> bool:
        """Read the file again, as the second desk does.

        Args:
            quiet: whether to keep quiet about a failure that was told already.

        Returns:
            Whether there was something new.
        """
        from desktop_app.models.errors import ForumFileError

        try:
            news = self._file.refresh()
        except ForumFileError as error:
            if not (quiet and self._cannot_read):
                self.unreadable.emit(str(error))
            self._cannot_read = True
            return False
        self._cannot_read = False
        if news:
            self._assess()
            self.recorded.emit()
        return news

    def close(self) -> None:
        """Close the file; the desk is of no use afterwards."""
        self._file.close()

    def through(self, door: "Callable[[], Applied]") -> bool:
        """Go through one of the doors of the forum file, and show what follows; tell whether it was taken.

        Args:
            door: a change, a change taken back, a scenario adopted: whatever commits and says what it did.
        """
        from desktop_app.models.errors import BadInput, ForumFileError

        before = self._file.seq
        try:
            applied = door()
        except (CannotChangeError, BadInput) as error:
            self.refused.emit(str(error))
            return False
        except ForumFileError as error:
            # A disk that fails may have taken the change all the same: what the file holds now is what counts.
            self._assess()
            self.failed.emit(str(error))
            return False
        self._assess()
        committed_at: datetime = applied.committed_at
        self.saved.emit(committed_at)
        if self._file.seq != before:
            self.recorded.emit()
        if applied.clock_is_behind and not self._clock_was_told:
            self._clock_was_told = True
            self.clock_is_behind.emit()
        return True

    def _assess(self) -> None:
        if self._judge():
            self.assessed.emit(self._assessment)

    def _judge(self) -> bool:
        """Assess what is shown; tell whether it is another forum than before."""
        forum = self._shown.forum
        if forum is self._assessment.forum:
            return False
        before = self._assessment if self._assessment.forum.procedure is forum.procedure else None
        self._assessment = assess(forum, before)
        return True
