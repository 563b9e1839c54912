"""Who sits at the desk: asked once, kept in the settings, written beside every change."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFormLayout, QLineEdit, QWidget

from desktop_app.views.dialogs.base import AskingDialog
from desktop_app.views.language import tr
from desktop_app.views.theme import Type


class OperatorDialog(AskingDialog[str]):
    """Asks for the operator's name."""

    def __init__(self, parent: QWidget | None, current: str) -> None:
        super().__init__(parent, tr("Who is at the desk?"), tr("&Continue"))
        self.add_words(tr("Who is at the desk?"), Type.HEADING)
        self.add_words(
            tr(
                "Your name stands beside every entry in the journal of the forum, and tells a second desk who "
                "is typing. "
                "It stays on this computer and in the forum files you change."
            ),
            tone="muted",
        )
        self.name = QLineEdit(current)
        self.name.setMaxLength(80)
        self.name.textChanged.connect(self._judge)
        form = QFormLayout()
        form.addRow(tr("&Name"), self.name)
        self.add(form)
        self._judge()

    def showEvent(self, event: QShowEvent) -> None:
        """Let the first key replace the name that is proposed."""
        super().showEvent(event)
        self.name.setFocus()
        self.name.selectAll()

    def _judge(self) -> None:
        self.accept_button.setEnabled(bool(self.answer()))

    def answer(self) -> str:
        """Return the name without spaces around it."""
        return " ".join(self.name.text().split())

    @classmethod
    def ask(cls, parent: QWidget | None, current: str) -> str | None:
        """Return the operator's name, or ``None`` when nobody wants to say."""
        return cls(parent, current).asked()
