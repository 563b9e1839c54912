"""Sorting, filtering, grouping and choosing columns of one table, with the way back to protocol order.

Rows never move under the typist: while something is typed they stay where they are, and :attr:`Arranging.moved`
counts those that would now stand elsewhere, until the person asks for the order of now. Only a desk that reads
along follows at once, since nobody types there.
"""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from desktop_app.calc.member_states import PROTOCOL_ORDER
from desktop_app.views.pledge_table.arrangement import PROTOCOL, Arrangement
from desktop_app.views.pledge_table.columns import Column
from desktop_app.views.pledge_table.panes import Panes
from desktop_app.views.typed_table.cursor import Cursor


class Arranging(QObject):
    """What is shown of one table, and in what order.

    Signals:
        changed: another arrangement, or rows that would now stand elsewhere.
        columns_changed: other columns are shown, or in another order.
    """

    changed = Signal()
    columns_changed = Signal()

    def __init__(self, panes: Panes, cursor: Cursor, let_go: Callable[[], None]) -> None:
        """Take the rows and columns of a table in hand.

        Args:
            panes: its views.
            cursor: which stays on its Member State.
            let_go: gives up an entry that is open.
        """
        super().__init__(panes)
        self._panes, self._cursor, self._let_go = panes, cursor, let_go
        self._arrangement = PROTOCOL
        self._moved = 0

    @property
    def arrangement(self) -> Arrangement:
        """What is shown, and how."""
        return self._arrangement

    @property
    def moved(self) -> int:
        """How many Member States would stand elsewhere, come or go if the rows were arranged now."""
        return self._moved

    @property
    def shown(self) -> int:
        """How many Member States are shown."""
        return sum(isinstance(line, str) for line in self._panes.model.lines)

    def choose(self, arrangement: Arrangement) -> None:
        """Show what is chosen, by the figures of now; the cursor stays on its Member State where that is shown."""
        self._let_go()
        self._arrangement = arrangement
        self._arrange()

    def again(self) -> None:
        """Arrange the rows by the figures of now."""
        self.choose(self._arrangement)

    def back(self) -> bool:
        """Go back to all Member States in protocol order; tell whether there was a way to go."""
        if self._arrangement.is_plain:
            return False
        self.choose(PROTOCOL)
        return True

    def sort_by(self, column: Column) -> None:
        """Sort by a column: lowest first, then highest first, then protocol order again."""
        former = self._arrangement
        if former.sort is not column:
            self.choose(replace(former, sort=column, descending=False))
        elif not former.descending:
            self.choose(replace(former, descending=True))
        else:
            self.choose(replace(former, sort=None, descending=False))

    def follow(self, *, at_once: bool) -> None:
        """Take note of new figures: count what would move, or move it where nobody types."""
        if self._arrangement.is_plain:
            return
        wanted, lines = self._panes.model.lines_of(self._arrangement), self._panes.model.lines
        if wanted == lines:
            moved = 0
        elif at_once:
            self._arrange()
            return
        else:
            places = {code: place for place, code in enumerate(wanted) if isinstance(code, str)}
            stand = {code: place for place, code in enumerate(lines) if isinstance(code, str)}
            moved = sum(places.get(code) != stand.get(code) for code in PROTOCOL_ORDER)
        if moved != self._moved:
            self._moved = moved
            self.changed.emit()

    def show_columns(self, columns: tuple[Column, ...]) -> None:
        """Show other columns, or the same in another order; the cursor goes to the name where its own is gone."""
        if columns == self._panes.columns:
            return
        self._let_go()
        row, column = self._cursor.place
        self._panes.show_columns(columns)
        self._cursor.go(row, column if column in self._cursor.columns else Column.MEMBER_STATE)
        if self._arrangement.sort is not None and self._arrangement.sort not in self._cursor.columns:
            self.choose(replace(self._arrangement, sort=None, descending=False))
        elif self._arrangement.text:
            # It is looked for in what is shown.
            self._arrange()
        self.columns_changed.emit()

    def uncover(self, code: str, column: Column) -> None:
        """Let a cell be seen that is asked for: show its column, and all Member States where its own is not shown."""
        if column is not Column.MEMBER_STATE and column not in self._panes.columns:
            shown = self._panes.columns
            place = sum(each < column for each in shown)
            self.show_columns((*shown[:place], column, *shown[place:]))
        if not self._panes.model.shows(code):
            unfiltered = replace(self._arrangement, text="", verdicts=frozenset(), only=frozenset())
            self.choose(unfiltered)

    def _arrange(self) -> None:
        model = self._panes.model
        row, column = self._cursor.place
        code = model.code(row)
        self._panes.show_arrangement(self._arrangement)
        self._moved = 0
        self._cursor.go(model.row_of(code) if model.shows(code) else 0, column)
        self.changed.emit()
