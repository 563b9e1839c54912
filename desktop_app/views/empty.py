"""What the window shows while no forum is open."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop_app.calc.forum import Procedure
from desktop_app.views.language import marked, shown, tr
from desktop_app.views.parts import ToneLabel
from desktop_app.views.theme import Space, Type

_TITLE = marked("No forum is open")
_WORDS = marked("Make a new one, or open one that is there.")
_TRY = marked("Try a sample")
_SAMPLES = (
    (
        Procedure.ANNUAL_POOL,
        marked("&Annual Solidarity Pool for 2026"),
        marked("law in force; public sources, not the annex"),
    ),
    (
        Procedure.SEARCH_AND_RESCUE,
        marked("&Search and rescue"),
        marked("proposal of 2020, never law; invented, to learn and to try"),
    ),
    (
        Procedure.MIGRATORY_PRESSURE,
        marked("&Migratory pressure"),
        marked("proposal of 2020, never law; invented, to learn and to try"),
    ),
    (
        Procedure.VOLUNTARY,
        marked("Vo&luntary solidarity"),
        marked("declaration of 2022, binds nobody; invented, to learn and to try"),
    ),
)
"""Procedure, its button, and what has to be said of it."""


class NoForum(QWidget):
    """An invitation with the things one can do.

    Signals:
        new_wanted(): make a forum.
        open_wanted(): open one.
        recent_wanted(): choose one of the recent forums.
        sample_wanted(Procedure): try the built-in sample of a procedure.
    """

    new_wanted = Signal()
    open_wanted = Signal()
    recent_wanted = Signal()
    sample_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._title = ToneLabel(_TITLE, Type.FIGURE)
        self._words = ToneLabel(_WORDS, Type.BODY, "muted")
        new, opened, recent = (
            QPushButton(tr("&New forum…")),
            QPushButton(tr("O&pen a forum…")),
            QPushButton(tr("Open &recent")),
        )
        for button, signal in ((new, self.new_wanted), (opened, self.open_wanted), (recent, self.recent_wanted)):
            button.clicked.connect(lambda _checked=False, wanted=signal: wanted.emit())
        self._buttons = (new, opened, recent, *self._samples())
        row = QHBoxLayout()
        row.setSpacing(Space.M)
        row.addStretch(1)
        for button in (new, opened, recent):
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
        for button in self._buttons:
            # Enter, and not Space alone: no table is there that it belongs to.
            button.setAutoDefault(True)
        column.addLayout(row)
        column.addSpacing(Space.L)
        column.addWidget(self._try, alignment=Qt.AlignmentFlag.AlignCenter)
        column.addLayout(self._sample_rows)
        column.addStretch(1)
        self.setFocusProxy(new)

    def _samples(self) -> list[QPushButton]:
        """Lay out a button for each sample, with what it is beside it."""
        self._try = ToneLabel(_TRY, Type.HEADING)
        self._sample_rows = QGridLayout()
        self._sample_rows.setHorizontalSpacing(Space.M)
        self._sample_rows.setVerticalSpacing(Space.S)
        self._sample_rows.setColumnStretch(0, 1)
        self._sample_rows.setColumnStretch(3, 1)
        buttons = []
        for line, (procedure, text, words) in enumerate(_SAMPLES):
            button = QPushButton(shown(text))
            button.setAccessibleDescription(shown(words))
            button.clicked.connect(lambda _checked=False, wanted=procedure: self.sample_wanted.emit(wanted))
            said = ToneLabel(words, Type.CAPTION, "muted")
            self._sample_rows.addWidget(button, line, 1)
            self._sample_rows.addWidget(said, line, 2)
            buttons.append(button)
        return buttons

    @property
    def words(self) -> str:
        """What it says below its title."""
        return self._words.text()

    def say_missing(self, path: str) -> None:
        """Say that the forum of last time is not there."""
        self._title.setText(tr("The forum of last time is not there"))
        self._words.setText(
            tr(
                "{path}\nIf it lies on a stick or a network drive, connect that and choose it under Open recent.",
                path=path,
            )
        )

    def say_nothing_is_open(self) -> None:
        """Invite, as after a forum was closed."""
        self._title.setText(shown(_TITLE))
        self._words.setText(shown(_WORDS))

    def button(self, text: str) -> QPushButton:
        """Return the button that says ``text``."""
        return next(button for button in self._buttons if button.text() == text)
