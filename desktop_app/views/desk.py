"""The session at the desk: the open forum file and what follows from it.

Everything that a person does goes through :class:`Desk`, and nothing else talks to the forum file: a
change is committed first, then assessed, then shown.
"""

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.calc.assess import assess
from desktop_app.calc.assessment import AnnualPoolAssessment, Assessment
from desktop_app.calc.changes import CannotChangeError, Change
from desktop_app.calc.pressure_assessment import PressureAssessment
from desktop_app.calc.response_assessment import SearchAndRescueAssessment
from desktop_app.calc.voluntary_assessment import VoluntaryAssessment

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.models.forum_file import Applied, ForumFile


class Desk(QObject):
    """One forum file, open for typing or for reading, with its current assessment.

    Signals:
        assessed(Assessment): the figures of now.
        saved(datetime): a change was committed at that moment (UTC).
        refused(str): a change makes no sense; nothing happened.
        failed(str): a change could not be written; what is shown is what is in the file.
        unreadable(str): the file could not be read again; what is shown is what it held before.
    """

    assessed = Signal(object)
    saved = Signal(object)
    refused = Signal(str)
    failed = Signal(str)
    unreadable = Signal(str)

    def __init__(self, forum_file: "ForumFile", parent: QObject | None = None) -> None:
        """Take over an open forum file; :meth:`close` closes it."""
        super().__init__(parent)
        self._file = forum_file
        self._assessment = assess(forum_file.forum)
        self._cannot_read = False

    @property
    def file(self) -> "ForumFile":
        """The open forum file: for its particulars (path, times, names of undo and redo), never for writing."""
        return self._file

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
        """Whether another desk types."""
        return self._file.is_read_only

    def apply(self, change: Change) -> bool:
        """Commit a change; tell whether it was taken."""
        return self._through(lambda: self._file.apply(change))

    def undo(self) -> bool:
        """Take back the latest change; tell whether there was one."""
        return self._file.undo_title is not None and self._through(self._file.undo)

    def redo(self) -> bool:
        """Bring back what was taken back last; tell whether there was something."""
        return self._file.redo_title is not None and self._through(self._file.redo)

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
        return news

    def close(self) -> None:
        """Close the file; the desk is of no use afterwards."""
        self._file.close()

    def _through(self, door: "Callable[[], Applied]") -> bool:
        from desktop_app.models.errors import BadInput, ForumFileError

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
        return True

    def _assess(self) -> None:
        if self._file.forum is self._assessment.forum:
            return
        self._assessment = assess(self._file.forum, self._assessment)
        self.assessed.emit(self._assessment)
