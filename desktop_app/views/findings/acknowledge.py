"""Acknowledging a warning: the reason why it may stand, written beside it in the record and in a draft."""

from PySide6.QtWidgets import QWidget

from desktop_app.calc.findings import Finding
from desktop_app.calc.forum import Acknowledgement
from desktop_app.views.dialogs.base import AskingDialog
from desktop_app.views.fields import NoteField
from desktop_app.views.findings.texts import sentence_text, state_text
from desktop_app.views.language import shown, tr
from desktop_app.views.theme import Type, legible


class AcknowledgeDialog(AskingDialog[str]):
    """Asks for the reason. Its button says what it records; "Take" is kept for figures and texts of the forum."""

    help_page = "table"
    help_heading = "Findings"

    def __init__(self, parent: QWidget | None, finding: Finding, former: Acknowledgement | None = None) -> None:
        """Make the dialog.

        Args:
            parent: the window it belongs to.
            finding: the warning.
            former: the answer that it has, to be changed.
        """
        super().__init__(parent, tr("Acknowledge a warning"), tr("&Acknowledge"))
        self.add_words(state_text(finding), Type.HEADING)
        self.add_words(legible(f"{shown(sentence_text(finding))} ({tr(finding.reference)})"))
        words = tr(
            "The warning stays in the list, with your reason, your name and the day beside it, and is printed so in "
        )
        words += tr(
            "a draft. The answer counts for these words: when a figure in them changes, the warning is open again."
        )
        self.add_words(words, tone="muted")
        self.reason = NoteField(tr("&Why may it stand?"), tr("For example: announced for the resumed meeting"))
        self.reason.put(former.reason if former else "")
        self.reason.edited.connect(self._judge)
        self.add(self.reason)
        self.add_words(tr("Ctrl+Enter acknowledges, Esc leaves the warning open, F1 helps"), Type.CAPTION, "muted")
        self._judge()
        self.reason.setFocus()

    def answer(self) -> str:
        """Return the reason."""
        return (self.reason.value or "").strip()

    def typed(self) -> object:
        """Return the reason as it stands there."""
        return self.reason.raw

    def _judge(self) -> None:
        self.accept_button.setEnabled(bool(self.answer()))

    @classmethod
    def ask(cls, parent: QWidget | None, finding: Finding, former: Acknowledgement | None = None) -> str | None:
        """Return the reason, or ``None``."""
        return cls(parent, finding, former).asked()
