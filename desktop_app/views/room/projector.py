"""Which screen is the projector: one that is not the desk's own, nor a mirror of it."""

from typing import cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget


class Screens(QObject):
    """The screens of the machine.

    Signals:
        added(QScreen): one was plugged in.
        removed(QScreen): one was unplugged.
    """

    added = Signal(QScreen)
    removed = Signal(QScreen)

    def __init__(self, parent: QObject | None = None) -> None:
        """Listen to the machine."""
        super().__init__(parent)
        application = cast("QGuiApplication", QGuiApplication.instance())
        application.screenAdded.connect(self.added)
        application.screenRemoved.connect(self.removed)

    def projector(self, desk: QWidget) -> QScreen | None:
        """Return the first screen on which the desk does not stand; ``None`` where there is no other.

        Args:
            desk: the main window. A screen with its own screen's geometry is a mirror of it: what would be shown there
                would lie over the desk.
        """
        own = desk.screen()
        others = (screen for screen in self.every() if screen is not own and screen.geometry() != own.geometry())
        return next(others, None)

    def every(self) -> list[QScreen]:
        """Return all screens."""
        return QGuiApplication.screens()
