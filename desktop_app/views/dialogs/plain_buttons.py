"""Buttons of dialogs without the style's own icons, which do not follow the theme."""

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialogButtonBox, QMessageBox


def without_icons(box: QDialogButtonBox | QMessageBox) -> None:
    """Take the icons off every button."""
    for button in box.buttons():
        button.setIcon(QIcon())
