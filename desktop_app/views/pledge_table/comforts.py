"""Filter, find, order and totals of a selection for one table: its bars, and what they do."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from desktop_app.calc.member_states import PROTOCOL_ORDER
from desktop_app.views.language import shown, tr
from desktop_app.views.pledge_table.arrangement import Arrangement
from desktop_app.views.pledge_table.arranging import Arranging
from desktop_app.views.pledge_table.bars import ArrangementLine, FilterBar
from desktop_app.views.pledge_table.columns import HEADINGS, Column
from desktop_app.views.pledge_table.panes import Panes
from desktop_app.views.typed_table.cursor import Cursor
from desktop_app.views.typed_table.finding import FindBar, Search
from desktop_app.views.typed_table.sums import selection_words


class Comforts(QObject):
    """What makes a table pleasant to look through; nothing here changes the forum.

    Signals:
        selection_told(str): what the selected cells come to; empty for one cell.
    """

    selection_told = Signal(str)

    def __init__(self, panes: Panes, cursor: Cursor, arranging: Arranging, to_table: Callable[[], object]) -> None:
        """Put the bars above a table.

        Args:
            panes: its views.
            cursor: its cursor.
            arranging: what is shown of it.
            to_table: gives the keyboard back to the cells.
        """
        super().__init__(panes)
        self._panes, self._cursor, self._arranging, self._to_table = panes, cursor, arranging, to_table
        self._told = ""
        self.filter, self.line = FilterBar(), ArrangementLine()
        panes.bars.addWidget(self.filter)
        self.search = Search(panes, cursor, to_table)
        panes.bars.addWidget(self.line)
        self.filter.changed.connect(self._filter_chosen)
        self.filter.done.connect(self._filter_done)
        self.line.again_wanted.connect(arranging.again)
        self.line.back_wanted.connect(self.back)
        arranging.changed.connect(self._show_arrangement)
        arranging.changed.connect(self.search.mark)
        arranging.columns_changed.connect(self.search.mark)
        panes.grid.selectionModel().selectionChanged.connect(self.tell_selection)
        panes.dressed.connect(self._dress)

    # ------------------------------------------------------------------------------------------------------ the order

    def sort_here(self) -> None:
        """Sort by the column of the cursor: lowest first, highest first, protocol order."""
        self._arranging.sort_by(Column(self._cursor.place[1]))

    def back(self) -> bool:
        """Go back to all Member States in protocol order; tell whether there was a way to go."""
        self.filter.hide()
        return self._arranging.back()

    def group(self) -> None:
        """Put headings of verdicts between the rows, or take them away."""
        former = self._arranging.arrangement
        self._arranging.choose(replace(former, grouped=not former.grouped))

    def start_filter(self) -> None:
        """Show the filter with the keyboard in it; one bar to type into is enough, the search goes."""
        if self.finder.isVisible():
            self.end_find()
        self.filter.show_arrangement(self._arranging.arrangement)
        self.filter.show()
        self.filter.words.setFocus()
        self.filter.words.selectAll()

    def _filter_chosen(self, wanted: Arrangement) -> None:
        self._arranging.choose(wanted)

    def _filter_done(self, take_off: bool) -> None:
        if take_off:
            former = self._arranging.arrangement
            self._arranging.choose(replace(former, text="", verdicts=frozenset(), only=frozenset()))
        # The line says what is filtered; the room belongs to the rows.
        self.filter.hide()
        self._to_table()

    def _show_arrangement(self) -> None:
        arrangement = self._arranging.arrangement
        parts = [arrangement.words()]
        if arrangement.is_filtered:
            parts += [
                tr("{shown} of {count} shown", shown=self._arranging.shown, count=len(PROTOCOL_ORDER)),
                tr("filter: {filter}", filter=arrangement.filter_words()),
            ]
        words = " · ".join(shown(part) for part in parts if part)
        self.line.say(words[:1].upper() + words[1:], self._arranging.moved)
        self.filter.show_arrangement(arrangement)
        here = QApplication.focusWidget()
        if not arrangement.is_filtered and not (here is not None and self.filter.isAncestorOf(here)):
            self.filter.hide()

    # ----------------------------------------------------------------------------------------------------------- find

    def start_find(self) -> None:
        """Show the line to find in, with the keyboard in it; what is filtered stays so, its bar goes."""
        self.filter.hide()
        self.search.start()

    def find_on(self, step: int) -> None:
        """Go to the next (1) or previous (-1) place of what was looked for; ask for it where nothing was."""
        self.filter.hide()
        self.search.go_on(step)

    def end_find(self) -> bool:
        """Put the line away; tell whether it was there."""
        return self.search.end()

    @property
    def finder(self) -> FindBar:
        """The line that is looked for."""
        return self.search.bar

    # ------------------------------------------------------------------------------------------------------ figures

    def follow(self) -> None:
        """Take note of new figures: what is found, and what is selected, may have changed."""
        self.search.follow()
        if self._told:
            self.tell_selection()

    def tell_selection(self) -> None:
        """Say what the selected cells come to."""
        cells = [
            (HEADINGS[Column(column)].measure, self._panes.model.cell(row, column))
            for line in self._cursor.blocks()
            for row, column in line
            if self._panes.model.is_state(row)
        ]
        words = selection_words(cells)
        if words != self._told:
            self._told = words
            self.selection_told.emit(words)

    def _dress(self) -> None:
        for bar in (self.filter, self.line, self.finder):
            bar.set_scale(self._panes.drawing().scale)
