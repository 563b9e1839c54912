"""To whom the pen is given."""

from PySide6.QtWidgets import QWidget

from desktop_app.views.dialogs.base import AskingDialog, fit_on_screen
from desktop_app.views.fields import TextField
from desktop_app.views.language import marked, tr
from desktop_app.views.theme import Space

_LONGEST = 200


class GivePenDialog(AskingDialog[str]):
    """Asks who goes on typing; where the copy is put, the system's own dialog asks afterwards."""

    help_page, help_heading = "negotiation", marked("Two desks")

    def __init__(self, parent: QWidget | None) -> None:
        """Make the dialog."""
        super().__init__(parent, tr("Give the pen"), tr("&Choose where the copy goes…"))
        self.add_words(
            tr(
                "The other desk gets a verified copy of this forum and goes on typing in it. Here the forum can "
                "only be "
                "read from then on, until the pen is taken back. Both stand in the history."
            )
        )
        self.name = TextField(tr("Who goes on typing"), tr("a name, and the laptop where there are several"))
        self.name.edited.connect(lambda: self.name.complain(""))
        self.add(self.name)

    def set_scale(self, scale: float) -> None:
        """Follow the person's zoom."""
        super().set_scale(scale)
        self.name.set_scale(scale)

    def accept(self) -> None:
        """Go on once somebody is named."""
        name = (self.name.value or "").strip()
        if 0 < len(name) <= _LONGEST:
            super().accept()
        else:
            self.name.complain(tr("A name of 1 to {longest} characters: say who goes on typing.", longest=_LONGEST))
            self._make_room()
            self.name.input.setFocus()

    def _make_room(self) -> None:
        """Show what is wrong, which takes a line more than there was."""
        self.column.activate()
        missing = self.body.height_for(self.width()) - self.body.height()
        self.resize(self.width(), self.height() + max(0, missing))
        fit_on_screen(self)
        self.body.ensureWidgetVisible(self.name, 0, Space.S)

    def typed(self) -> object:
        """Return what leaving would lose."""
        return self.name.raw

    def answer(self) -> str:
        """Return who gets the pen."""
        return (self.name.value or "").strip()
