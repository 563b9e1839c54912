"""Short messages: something went wrong, and what can be done about it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from desktop_app.views.dialogs.plain_buttons import without_icons
from desktop_app.views.language import shown, tr
from desktop_app.views.mnemonics import tell_apart


class Message:
    """One clear line, what to do, and buttons that do it."""

    @classmethod
    def choose(cls, parent: QWidget | None, title: str, text: str, choices: Sequence[str]) -> int | None:
        """Show a message with a button for each choice and one to leave it.

        Args:
            parent: the window it belongs to.
            title: what is the matter, in a few words.
            text: one to three lines; plain text.
            choices: what the buttons say, the first one is the default.

        Returns:
            Index of the choice, or ``None``.
        """
        return _chosen(cls.box(parent, title, text, choices))

    @classmethod
    def offer(cls, parent: QWidget | None, title: str, text: str, choice: str) -> bool:
        """Say that something is done, and offer what follows from it; tell whether that is wanted."""
        box = cls.box(parent, title, text, (choice,), done=True)
        box.setIcon(QMessageBox.Icon.Information)
        return _chosen(box) == 0

    @classmethod
    def confirm(cls, parent: QWidget | None, title: str, text: str, choice: str) -> bool:
        """Ask before something that cannot be taken back; Enter alone leaves it."""
        return _chosen(cls.box(parent, title, text, (choice,), careful=True)) == 0

    @classmethod
    def show(cls, parent: QWidget | None, title: str, text: str) -> None:
        """Show a message that can only be read."""
        cls.choose(parent, title, text, ())

    @classmethod
    def box(
        cls,
        parent: QWidget | None,
        title: str,
        text: str,
        choices: Sequence[str],
        *,
        careful: bool = False,
        done: bool = False,
    ) -> QMessageBox:
        """Return the message as it is shown.

        Args:
            parent: the window that it is about.
            title: what is the matter, in few words.
            text: the rest.
            choices: words of the buttons beside the one that leaves it.
            careful: whether leaving it is the default.
            done: whether all is done already, so that leaving it cancels nothing.
        """
        # The title stands in the box itself: the window's own title bar would cut it.
        box = QMessageBox(QMessageBox.Icon.Warning, tr("Forum Desk"), shown(title), parent=parent)
        box.setInformativeText(shown(text))
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        buttons = [box.addButton(shown(choice), QMessageBox.ButtonRole.AcceptRole) for choice in choices]
        cancels = bool(choices) and not done
        leave = box.addButton(QMessageBox.StandardButton.Cancel if cancels else QMessageBox.StandardButton.Close)
        without_icons(box)
        box.setDefaultButton(leave if careful or not buttons else buttons[0])
        box.setEscapeButton(leave)
        tell_apart(box)
        return box


def _chosen(box: QMessageBox) -> int | None:
    """Show a message, free it, and return the number of the choice."""
    choices = [button for button in box.buttons() if box.buttonRole(button) is QMessageBox.ButtonRole.AcceptRole]
    try:
        box.exec()
        clicked = box.clickedButton()
        return next((number for number, button in enumerate(choices) if button is clicked), None)
    finally:
        box.deleteLater()
