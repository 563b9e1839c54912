"""Looking for text over everything that the table shows."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy

from desktop_app.views.parts import FigureButton, ToneLabel
from desktop_app.views.pledge_table.bars import Strip, WordsEdit
from desktop_app.views.pledge_table.model import CellsModel
from desktop_app.views.theme import Space, Type
from desktop_app.views.typed_table.cells import folded, shown_text
from desktop_app.views.typed_table.cursor import Place


def places_of(text: str, model: CellsModel, columns: tuple[int, ...]) -> list[Place]:
    """Return the cells in which a text stands, row by row from left to right; none for an empty text.

    Args:
        text: what is looked for.
        model: the rows shown.
        columns: the columns shown, from left to right.
    """
    wanted = folded(text)
    if not wanted:
        return []
    return [
        (row, column)
        for row in range(model.rowCount())
        for column in columns
        if wanted in folded(shown_text(model.cell(row, column)))
    ]


class FindBar(Strip):
    """The line that is looked for, with the number of places.

    Signals:
        looked_for(str): another text.
        further(int): to the next (1) or previous (-1) place.
        done: the keyboard goes back to the table.
    """

    looked_for = Signal(str)
    further = Signal(int)
    done = Signal()

    def __init__(self) -> None:
        """Make the bar, hidden."""
        super().__init__()
        self.setAccessibleName("Find")
        self.words = WordsEdit("Find in the table", "find in the table")
        self._count = ToneLabel("", Type.BODY, "muted")
        self._count.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.next = FigureButton(Type.BODY)
        self.next.say("F3: next", "accent")
        self.previous = FigureButton(Type.BODY)
        self.previous.say("Shift+F3: previous", "accent")
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.S, Space.XS, Space.S, Space.XS)
        row.setSpacing(Space.M)
        row.addWidget(self.words)
        row.addWidget(self._count, 1)
        row.addWidget(self.next)
        row.addWidget(self.previous)
        self.words.textChanged.connect(self.looked_for)
        self.words.went_on.connect(lambda back: self.further.emit(-1 if back else 1))
        self.words.left.connect(self.done)
        self.next.clicked.connect(lambda _checked=False: self.further.emit(1))
        self.previous.clicked.connect(lambda _checked=False: self.further.emit(-1))
        self.setFocusProxy(self.words)
        self.set_scale(1.0)
        self.hide()

    @property
    def count(self) -> str:
        """What it says of the places."""
        return self._count.text()

    def show_count(self, place: int, places: int) -> None:
        """Say at which place the cursor is.

        Args:
            place: from 1; 0 where the cursor is at none of them.
            places: how many there are.
        """
        if not self.words.text().strip():
            words = ""
        elif not places:
            words = "not found in what is shown"
        else:
            words = f"{place} of {places}" if place else f"{places} found"
        self._count.set_tone("block" if words.startswith("not") else "muted")
        self._count.setText(words)

    def start(self) -> None:
        """Show the bar with the keyboard in it and the former text selected."""
        self.show()
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.words.selectAll()

    def set_scale(self, scale: float) -> None:
        """Follow the person's zoom."""
        for part in (self.words, self._count, self.next, self.previous):
            part.set_scale(scale)
