"""Makes one dossier, beside the window, in each language and for each paper once."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop_app.calc.assessment import Assessment
from desktop_app.calc.papers import MeetingRecord
from desktop_app.documents.standing import Standing
from desktop_app.documents.styles import Sheet
from desktop_app.documents.text import full_languages
from desktop_app.models.errors import Cancelled
from desktop_app.views.language import chosen, tr
from desktop_app.views.preview.setup import PageSetup
from desktop_app.views.progress import run
from desktop_app.views.settings import Settings

if TYPE_CHECKING:
    from desktop_app.views.paper.dialogs import DossierChoice
    from desktop_app.views.progress import Report


class Binding:
    """The bytes of one dossier."""

    def __init__(self, parent: QWidget, record: MeetingRecord, choice: "DossierChoice") -> None:
        """Make nothing yet.

        Args:
            parent: the window that waits.
            record: of the meeting.
            choice: which documents.
        """
        self._parent = parent
        self._record = record
        self._choice = choice
        self._made: dict[tuple[str, Sheet], bytes] = {}

    def bind(self, settings: Settings) -> None:
        """Make it as it will be shown first.

        Raises:
            Cancelled: the person has stopped it.
        """
        language = settings.document_language(full_languages(), chosen())
        self._bound(language, PageSetup.remembered(settings).sheet)

    def make(self, _assessment: Assessment, _print_of: str, language: str, sheet: Sheet, _standing: Standing) -> bytes:
        """Return it in a language, for a sheet; who stops that keeps what was shown before."""
        try:
            return self._bound(language, sheet)
        except Cancelled:
            return next(reversed(self._made.values()))

    def _bound(self, language: str, sheet: Sheet) -> bytes:
        from desktop_app.documents.dossier import dossier_pdf

        record, choice = self._record, self._choice

        def work(report: "Report") -> bytes:
            return dossier_pdf(
                record,
                choice.pieces,
                secretariat=choice.secretariat,
                language=language,
                sheet=sheet,
                zone=None,
                tell=report,
            )

        key = (language, sheet)
        # What is asked for last stands last, made or not.
        data = self._made.pop(key, None)
        if data is None:
            data = run(self._parent, tr("Making the dossier"), work)
        self._made[key] = data
        return data
