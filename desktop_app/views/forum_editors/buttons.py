"""How buttons of the editors behave."""

from PySide6.QtWidgets import QAbstractButton, QPushButton


def not_by_enter(button: QAbstractButton) -> None:
    """Keep Enter elsewhere in a dialog from pressing a button."""
    if isinstance(button, QPushButton):
        button.setAutoDefault(False)
        button.setDefault(False)
