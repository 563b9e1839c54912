"""What the window shows while no forum is open."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop_app.views.parts import ToneLabel
from desktop_app.views.theme import Space, Type


class NoForum(QWidget):
    """An invitation with the two things one can do.

    Signals:
        new_wanted(): make a forum.
        open_wanted(): open one.
    """

    new_wanted = Signal()
    open_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        title = ToneLabel("No forum is open", Type.FIGURE)
        words = ToneLabel("Make a new one, or open one that is there.", Type.BODY, "muted")
        new, opened = QPushButton("&New forum…"), QPushButton("&Open a forum…")
        new.clicked.connect(lambda _checked=False: self.new_wanted.emit())
        opened.clicked.connect(lambda _checked=False: self.open_wanted.emit())
        self._buttons = (new, opened)
        row = QHBoxLayout()
        row.setSpacing(Space.M)
        row.addStretch(1)
        row.addWidget(new)
        row.addWidget(opened)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setSpacing(Space.M)
        column.addStretch(1)
        for label in (title, words):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label)
        column.addLayout(row)
        column.addStretch(1)
        self.setFocusProxy(new)

    def button(self, text: str) -> QPushButton:
        """Return the button that says ``text``."""
        return next(button for button in self._buttons if button.text() == text)
