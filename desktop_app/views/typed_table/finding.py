"""Looking for text over everything that the table shows."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy

from desktop_app.views.language import tr
from desktop_app.views.parts import FigureButton, ToneLabel
from desktop_app.views.theme import Space, Type
from desktop_app.views.typed_table.cells import folded, shown_text
from desktop_app.views.typed_table.cursor import Cursor, Place
from desktop_app.views.typed_table.model import CellsModel
from desktop_app.views.typed_table.panes import TablePanes
from desktop_app.views.typed_table.strip import Strip, WordsEdit


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
        self.setAccessibleName(tr("Find"))
        self.words = WordsEdit(tr("Find in the table"), tr("find in the table"))
        self._count = ToneLabel("", Type.BODY, "muted")
        self._count.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.next = FigureButton(Type.BODY)
        self.next.say(tr("F3: next"), "accent")
        self.previous = FigureButton(Type.BODY)
        self.previous.say(tr("Shift+F3: previous"), "accent")
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
            words = tr("not found in what is shown")
        else:
            words = (
                tr("{place} of {places}", place=place, places=places) if place else tr("{places} found", places=places)
            )
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


class Search(QObject):
    """Looking for text in one table: the bar, the places, and the way from one to the next."""

    def __init__(self, panes: TablePanes, cursor: Cursor, to_table: Callable[[], object]) -> None:
        """Put the bar above a table.

        Args:
            panes: its views.
            cursor: its cursor.
            to_table: gives the keyboard back to the cells.
        """
        super().__init__(panes)
        self._panes, self._cursor, self._to_table = panes, cursor, to_table
        self._began: Place = (0, 0)
        self.bar = FindBar()
        panes.bars.addWidget(self.bar)
        self.bar.looked_for.connect(self._look_for)
        self.bar.further.connect(self.go_on)
        self.bar.done.connect(self.end)

    def start(self) -> None:
        """Show the line to find in, with the keyboard in it."""
        self._began = self._cursor.place
        self.bar.start()
        self.mark()

    def go_on(self, step: int) -> None:
        """Go to the next (1) or previous (-1) place of what was looked for; ask for it where nothing was."""
        if not self.bar.words.text().strip():
            self.start()
            return
        self.bar.show()
        places = self.mark()
        if places:
            self._cursor.go(*places[self._following(places, self._cursor.place, step)])
            self.mark()

    def end(self) -> bool:
        """Put the line away; tell whether it was there."""
        was_there = self.bar.isVisible()
        self.bar.hide()
        self.mark()
        self._to_table()
        return was_there

    def follow(self) -> None:
        """Take note of new figures: what is found may have changed."""
        if self.bar.isVisible():
            self.mark()

    def _look_for(self, _text: str) -> None:
        places = self.mark()
        if places:
            here = places.index(self._began) if self._began in places else self._following(places, self._began, 1)
            self._cursor.go(*places[here])
            self.mark()

    def _following(self, places: list[Place], start: Place, step: int) -> int:
        """Return the number of the place after (1) or before (-1) a cell, around the end of the table."""
        order = {column: number for number, column in enumerate(self._cursor.columns)}

        def key(place: Place) -> tuple[int, int]:
            return place[0], order[place[1]]

        begin = key(start) if start[1] in order else (start[0], 0)
        if step > 0:
            return next((number for number, place in enumerate(places) if key(place) > begin), 0)
        before = [number for number, place in enumerate(places) if key(place) < begin]
        return before[-1] if before else len(places) - 1

    def mark(self) -> list[Place]:
        """Find the places anew and mark them; return them."""
        text = self.bar.words.text() if self.bar.isVisible() else ""
        places = places_of(text, self._panes.model, self._cursor.columns)
        here = self._cursor.place
        self.bar.show_count(places.index(here) + 1 if here in places else 0, len(places))
        self._panes.show_found(frozenset(places))
        return places
