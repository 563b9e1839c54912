"""What the window shows while no forum is open."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop_app.views.parts import ToneLabel
from desktop_app.views.theme import Space, Type

_TITLE = "No forum is open"
_WORDS = "Make a new one, or open one that is there."


class NoForum(QWidget):
    """An invitation with the things one can do.

    Signals:
        new_wanted(): make a forum.
        open_wanted(): open one.
        recent_wanted(): choose one of the recent forums.
    """

    new_wanted = Signal()
    open_wanted = Signal()
    recent_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._title = ToneLabel(_TITLE, Type.FIGURE)
        self._words = ToneLabel(_WORDS, Type.BODY, "muted")
        new, opened, recent = QPushButton("&New forum…"), QPushButton("&Open a forum…"), QPushButton("Open &recent")
        for button, signal in ((new, self.new_wanted), (opened, self.open_wanted), (recent, self.recent_wanted)):
            button.clicked.connect(lambda _checked=False, wanted=signal: wanted.emit())
        self._buttons = (new, opened, recent)
        row = QHBoxLayout()
        row.setSpacing(Space.M)
        row.addStretch(1)
        for button in self._buttons:
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        column.setSpacing(Space.M)
        column.addStretch(1)
        for label in (self._title, self._words):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            column.addWidget(label)
        column.addLayout(row)
        column.addStretch(1)
        self.setFocusProxy(new)

    @property
    def words(self) -> str:
        """What it says below its title."""
        return self._words.text()

    def say_missing(self, path: str) -> None:
        """Say that the forum of last time is not there."""
        self._title.setText("The forum of last time is not there")
        self._words.setText(
            f"{path}\nIf it lies on a stick or a network drive, connect that and choose it under Open recent."
        )

    def say_nothing_is_open(self) -> None:
        """Invite, as after a forum was closed."""
        self._title.setText(_TITLE)
        self._words.setText(_WORDS)

    def button(self, text: str) -> QPushButton:
        """Return the button that says ``text``."""
        return next(button for button in self._buttons if button.text() == text)
