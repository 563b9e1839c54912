"""What editors and their lists share of behaviour."""

from PySide6.QtWidgets import QAbstractButton, QPushButton

from desktop_app.views.fields import Field


def explain_again(field: Field) -> None:
    """Let a field say again what it says by itself."""
    field.say("")
    field.put(field.raw)


def not_by_enter(button: QAbstractButton) -> None:
    """Keep Enter elsewhere in a dialog from pressing a button."""
    if isinstance(button, QPushButton):
        button.setAutoDefault(False)
        button.setDefault(False)
