"""What the quiet bars above a table are made of: their ground, and the line that words are typed into."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from desktop_app.views.fields.looks import text_outline
from desktop_app.views.language import shown
from desktop_app.views.theme import Type, theme


class WordsEdit(QLineEdit):
    """A line for what is looked for; Escape leaves, Enter and Down go on.

    Signals:
        left: Escape was pressed.
        went_on(bool): Enter or Down; whether with Shift.
    """

    left = Signal()
    went_on = Signal(bool)

    def __init__(self, name: str, placeholder: str) -> None:
        """Make an empty line; ``name`` is spoken."""
        super().__init__()
        self.setAccessibleName(shown(name))
        self.setPlaceholderText(shown(placeholder))
        self.setClearButtonEnabled(True)
        theme().changed.connect(self._restyle)
        self._restyle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave, go on, or type."""
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.went_on.emit(bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def set_scale(self, scale: float) -> None:
        """Follow the person's zoom."""
        self.setFont(theme().font(Type.BODY, scale))
        self.setFixedWidth(round(200 * scale))

    def _restyle(self) -> None:
        self.setStyleSheet(text_outline())


class Strip(QWidget):
    """A strip above the table on the ground of headings, with a line below; never squeezed."""

    def __init__(self) -> None:
        """Make an empty strip."""
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint ground and line."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().colours.surface)
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme().colours.line)
        painter.end()
