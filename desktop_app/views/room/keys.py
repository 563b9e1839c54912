"""F12 in whatever window of the program has the keyboard, dialogs that wait for an answer included."""

from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow


class HidingKey(QObject):
    """Listens for F12 in each window that gets the keyboard.

    A shortcut of the main window is dead while a dialog waits, and a filter on the whole application would see every
    event of every widget; this one sees those of one window.

    Signals:
        pressed: F12 was pressed somewhere.
    """

    pressed = Signal()

    def __init__(self, parent: QObject) -> None:
        """Listen from now on."""
        super().__init__(parent)
        application = cast("QGuiApplication", QGuiApplication.instance())
        application.focusWindowChanged.connect(self.listen_in)
        self.listen_in(QGuiApplication.focusWindow())

    def listen_in(self, window: QWindow | None) -> None:
        """Listen in a window, too; a window that is listened in already is so once."""
        if window is not None:
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take F12, and leave everything else."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            is_it = event.key() == Qt.Key.Key_F12 and event.modifiers() == Qt.KeyboardModifier.NoModifier
            if is_it:
                self.pressed.emit()
                return True
        return super().eventFilter(watched, event)
