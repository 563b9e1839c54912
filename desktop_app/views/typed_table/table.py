"""A table of figures typed into like a spreadsheet: the cursor, every key, the open line and its hints."""

from abc import abstractmethod

from PySide6.QtCore import QCoreApplication, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.calc.entry import begins_word
from desktop_app.views.language import marked, state_name, tr
from desktop_app.views.typed_table import keys
from desktop_app.views.typed_table.copying import copy_cells
from desktop_app.views.typed_table.cursor import Cursor
from desktop_app.views.typed_table.editor import Tone, Way
from desktop_app.views.typed_table.entering import Entering, HalfTyped
from desktop_app.views.typed_table.jump import TypeToJump, names_state, state_called
from desktop_app.views.typed_table.layout import NAMES
from desktop_app.views.typed_table.model import CellsModel, StatesModel
from desktop_app.views.typed_table.panes import TablePanes
from desktop_app.views.typed_table.preview import Entries
from desktop_app.views.typed_table.words import READS

NOTHING_TYPED = marked("Nothing is typed into these rows: they add up what stands above them.")
_PER_CENT = 100
_HINT_MS = 4000
"""How long a passing hint stays at the cell, milliseconds."""


class TypedTable(TablePanes):
    """The table with its frozen names, its totals, and everything that is typed.

    The owner applies what :attr:`change_requested` asks for and then shows the figures of now, or calls
    :meth:`show_refusal` where the change was not taken, before the signal returns.

    Signals:
        change_requested(Change): something is to be recorded.
        cell_selected(str, object): the figure under the cursor and its Member State's code, ``None`` for
            the totals. The figure is empty on what is no figure.
    """

    change_requested = Signal(object)
    cell_selected = Signal(str, object)

    def __init__(
        self,
        model: StatesModel,
        totals_model: CellsModel,
        entries: Entries,
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        """Make an empty table; see :class:`TablePanes`.

        Args:
            model: the Member States.
            totals_model: the rows under them.
            entries: how what is typed is read.
            name: what the cells are called for those who cannot see them.
            parent: the owner.
        """
        super().__init__(model, totals_model, name, parent)
        self._entering = Entering(self.grid, self.model, entries, self.drawing, self)
        self._jump = TypeToJump(self, self.model)
        self._hint_ends = QTimer(self)
        self._hint_ends.setSingleShot(True)
        self._hint_ends.setInterval(_HINT_MS)
        self._hint_ends.timeout.connect(self._end_hint)
        self._cursor = Cursor(self.grid, self.model)
        self._why_read_only = READS
        self._connect()

    def show_refusal(self, message: str) -> None:
        """Say why a change was not taken; an open entry stays open."""
        self._entering.show_refusal(message)
        if not self._entering.is_open and self._has_keyboard():
            self._hint(Tone.REFUSED, message, tr("Nothing was changed."))

    def set_read_only(self, read_only: bool, why: str = READS) -> None:
        """Allow typing or not; an open entry is given up, for it may be meant for another forum.

        Args:
            read_only: whether nothing can be typed.
            why: what is said to who tries.
        """
        self._entering.cancel()
        self._why_read_only = why
        self.model.set_read_only(read_only)
        self.show_read_only(read_only)

    def set_zoom(self, percent: int) -> None:
        """Show everything larger or smaller.

        Args:
            percent: 100 for the font size of the program.
        """
        self.dress(percent / _PER_CENT)

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Give the keyboard to the cells, or to an entry that was left open."""
        (self._entering.editor if self._entering.is_open else self.grid).setFocus(reason)

    def commit(self) -> bool:
        """Record what is being typed, if anything is; tell whether nothing was refused.

        What is refused is shown: the keyboard and the window that it is in come back to it.
        """
        if self._entering.is_open:
            # First: the line says anew what it understands when it gets the keyboard.
            self._entering.editor.setFocus(Qt.FocusReason.OtherFocusReason)
            self._entering.finish(Way.STAY)
        if self._entering.is_open:
            self.window().activateWindow()
        return not self._entering.is_open

    def put_by(self) -> HalfTyped | None:
        """Put an open entry away, neither recorded nor lost; return what :meth:`take_up` opens again."""
        return self._entering.put_by()

    def take_up(self, half: HalfTyped | None) -> None:
        """Go on with an entry that was put by, here or in the table of another window, where its cell can be typed."""
        if half is None or not self.model.shows(half.code):
            return
        row = self.model.row_of(half.code)
        if self.model.is_editable(row, half.column):
            self._cursor.go(row, half.column)
            self._entering.take_up(row, half)

    def copy(self, *, with_headers: bool = False) -> None:
        """Put the selected cells on the clipboard: plain numbers, with headings and names where wanted."""
        if self.totals.hasFocus():
            chosen = [(index.row(), index.column()) for index in self.totals.selectionModel().selectedIndexes()]
            copy_cells(self.totals_model, [chosen], with_headers=with_headers)
        else:
            copy_cells(self.model, self._cursor.blocks(), with_headers=with_headers)

    def showEvent(self, event: QShowEvent) -> None:
        """Bring the cursor into view; before this no view knew its size."""
        super().showEvent(event)
        self._cursor.reveal()

    def _connect(self) -> None:
        self.grid.selectionModel().currentChanged.connect(self._cursor_moved)
        self.totals.selectionModel().currentChanged.connect(self._total_chosen)
        self.grid.set_key_handler(self._key)
        self.totals.set_key_handler(self._totals_key)
        self.grid.focus_changed.connect(self._focus_changed)
        self.totals.focus_changed.connect(self._focus_changed)
        for view in (self.grid, self.names):
            view.horizontalHeader().sectionClicked.connect(self.sort_by)
            view.pressed.connect(self._pressed)
            view.doubleClicked.connect(self._double_clicked)
        self._entering.change_requested.connect(self.change_requested)
        self._entering.finished.connect(self._entered)
        self._entering.jumped.connect(self._jumped)
        self._jump.typed.connect(self._letters_typed)
        self.grid.resized.connect(self._cursor.reveal)
        self.placed.connect(self._entering.place)
        self.dressed.connect(self._entering.dress)

    # ------------------------------------------------------------------------------ what each table does in its own way

    @abstractmethod
    def sort_by(self, column: int) -> None:
        """Sort the rows by a column."""

    @abstractmethod
    def back(self) -> object:
        """Go back to what the table shows at first."""

    @abstractmethod
    def paste(self) -> None:
        """Take what is on the clipboard."""

    @abstractmethod
    def why_not(self, row: int, column: int) -> str:
        """Say why nothing is typed into a cell."""

    @abstractmethod
    def _erase(self) -> None:
        """Clear the selected cells."""

    # ------------------------------------------------------------------------------------------------------- the cursor

    def _cursor_moved(self, current: QModelIndex, previous: QModelIndex) -> None:
        self._drawing.current = (current.row(), current.column())
        for index in (previous, current):
            self.grid.update_cell(index.row(), index.column())
            self.names.update_cell(index.row(), NAMES)
        if not self._entering.is_open:
            self._entering.panel.hide()
        self.announce()

    def cursor_place(self) -> tuple[int, int]:
        """Return row and column of the cell that the cursor is in."""
        return self._cursor.place

    def put_cursor(self, place: tuple[int, int]) -> None:
        """Put the cursor on a cell."""
        self._cursor.go(*place)

    def announce(self) -> None:
        """Tell which figure is under the cursor."""
        row, column = self._cursor.place
        if self.model.is_state(row):
            self.cell_selected.emit(self.model.layout.headings[column].figure, self.model.code(row))

    def _total_chosen(self, current: QModelIndex) -> None:
        if current.isValid():
            if not self._entering.is_open:
                self._entering.panel.hide()
            self.cell_selected.emit(self.total_figure(current.row(), current.column()), None)

    def total_figure(self, _row: int, column: int) -> str:
        """Return the id of the figure in a cell of the totals."""
        return self.model.layout.headings[column].total_figure

    def _reaches_totals(self) -> bool:
        """Tell whether there are totals to go to."""
        return bool(self._total_rows())

    def _go_to_totals(self, column: int, row: int = 0) -> None:
        if column not in self._cursor.columns:
            column = NAMES
        self.totals.setCurrentIndex(self.totals_model.index(row, column))
        self.totals.setFocus(Qt.FocusReason.OtherFocusReason)

    def _focus_changed(self, _has_focus: bool) -> None:
        self._drawing.totals_focused = self.totals.hasFocus()
        self._drawing.focused = self.grid.hasFocus() or self._entering.editor.hasFocus()
        if self.grid.hasFocus() and self.totals.currentIndex().isValid():
            self.totals.selectionModel().clear()
            self._end_hint()
            self.announce()
        row, column = self._cursor.place
        self.grid.update_cell(row, column)
        self.names.update_cell(row, NAMES)
        self.totals.viewport().update()
        if not self._entering.is_open and not self._has_keyboard():
            # What was said of a cell is not kept for whoever comes back.
            self._entering.panel.hide()

    def _has_keyboard(self) -> bool:
        now = QApplication.focusWidget()
        return now is not None and self.isAncestorOf(now)

    def _pressed(self, _index: QModelIndex) -> None:
        self._jump.end()
        self._entering.let_go()
        self._cursor.note_mouse()
        self.grid.setFocus(Qt.FocusReason.MouseFocusReason)

    def _double_clicked(self, index: QModelIndex) -> None:
        self._edit(index.row(), index.column())

    # ------------------------------------------------------------------------------------------------------------- keys

    def _key(self, event: QKeyEvent) -> bool:
        """Act on a key; tell whether it was for the table."""
        if self._entering.is_open:
            # The line has the keyboard; what still comes here is meant for it.
            QCoreApplication.sendEvent(self._entering.editor, event)
            return True
        key, text = Qt.Key(event.key()), keys.typed_text(event)
        if self._jump.letters and self._jump_key(key):
            return True
        if text:
            return self._type(text)
        self._jump.end()
        return self._command(event, key) or self._move(event, key)

    def _jump_key(self, key: Qt.Key) -> bool:
        """Act on a key between letters that jump; tell whether it was for them. Enter takes the jump."""
        if key in (Qt.Key.Key_Escape, *keys.RETURNS):
            self._jump.end()
        elif key == Qt.Key.Key_Backspace:
            self._jump.take_back()
        elif key == Qt.Key.Key_Space:
            self._jump.add(" ", self._cursor.place)
        else:
            return False
        return True

    def _command(self, event: QKeyEvent, key: Qt.Key) -> bool:
        row, column = self._cursor.place
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Paste):
            if self.model.read_only:
                self._say_why_not(row, column)
            else:
                self.paste()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self._cursor.select_all()
        elif key == Qt.Key.Key_F2:
            self._edit(row, column)
        elif key in keys.ERASERS:
            self._erase()
        elif key == Qt.Key.Key_Escape:
            self._escape()
        else:
            return False
        return True

    def _escape(self) -> None:
        """Put a hint away; else go back to what the table shows at first."""
        if self._entering.panel.isVisible():
            self._entering.panel.hide()
        else:
            self.back()

    def _move(self, event: QKeyEvent, key: Qt.Key) -> bool:
        shift = keys.has_shift(event)
        if key in keys.RETURNS:
            self._cursor.down(-1 if shift else 1)
            return True
        if key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab) and not keys.has_control(event):
            return self._cursor.across(-1 if shift or key == Qt.Key.Key_Backtab else 1)
        place = self._cursor.target(key, to_the_end=keys.has_control(event))
        if place is None:
            return False
        if key == Qt.Key.Key_Down and place[0] >= self.model.rowCount() and not shift and self._reaches_totals():
            self._go_to_totals(place[1])
        else:
            self._cursor.go(*place, extend=shift)
        return True

    def _type(self, text: str) -> bool:
        row, column = self._cursor.place
        if self._has_jumped() and keys.begins_figure(text):
            # The letters have led to this row; what begins now is about it.
            self._jump.end()
        if self._jump.letters:
            self._type_on(text)
        elif self.model.is_editable(row, column) and keys.begins_entry(text):
            self._edit(row, column, text)
        elif text.isalpha():
            self._jump.add(text, (row, column))
        else:
            self._say_why_not(row, column)
        return True

    def _has_jumped(self) -> bool:
        """Tell whether letters name the Member State of the cursor, so that they are done."""
        letters = self._jump.letters
        names = self.model.names
        return names_state(letters, names) and state_called(letters, names) == self.model.code(self._cursor.place[0])

    def _type_on(self, text: str) -> None:
        """Add to the letters that jump; what names no Member State goes to the cell in which the letters began."""
        letters, (row, column) = self._jump.letters + text, self._jump.origin
        goes_on = state_called(letters, self.model.names) is not None or (text.isalpha() and not begins_word(letters))
        if goes_on or not self.model.is_editable(row, column):
            self._jump.add(text, (row, column))
            return
        self._jump.end()
        self._cursor.go(row, column)
        self._edit(row, column, letters)

    def _totals_key(self, event: QKeyEvent) -> bool:
        key, index = Qt.Key(event.key()), self.totals.currentIndex()
        row, column = max(0, index.row()), max(0, index.column())
        if key == Qt.Key.Key_Up and row == 0:
            self._cursor.go(self.model.rowCount() - 1, column)
            self.grid.setFocus(Qt.FocusReason.OtherFocusReason)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._total_row(row, -1 if key == Qt.Key.Key_Up else 1, column)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            step = 1 if key == Qt.Key.Key_Right else -1
            self.totals.setCurrentIndex(self.totals_model.index(row, self._cursor.beside(column, step)))
        elif key == Qt.Key.Key_Home and keys.has_control(event):
            self._cursor.go(0, self._cursor.columns[0])
            self.grid.setFocus(Qt.FocusReason.OtherFocusReason)
        elif key == Qt.Key.Key_Home:
            self.totals.setCurrentIndex(self.totals_model.index(row, self._cursor.columns[0]))
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif keys.typed_text(event) or key in (Qt.Key.Key_F2, *keys.ERASERS):
            self._hint(Tone.HINT, NOTHING_TYPED, "")
        else:
            return False
        return True

    def _total_row(self, row: int, step: int, column: int) -> None:
        if 0 <= row + step < self.totals_model.rowCount() and not self.totals.isRowHidden(row + step):
            self.totals.setCurrentIndex(self.totals_model.index(row + step, column))

    # ---------------------------------------------------------------------------------------------------------- entries

    def _edit(self, row: int, column: int, text: str | None = None) -> None:
        if not self.model.is_editable(row, column):
            self._say_why_not(row, column)
        else:
            self._cursor_keeps_run(row, column)
            self._entering.open(row, column, text)

    def _cursor_keeps_run(self, row: int, column: int) -> None:
        if (row, column) != self._cursor.place:
            self._cursor.go(row, column)

    def _entered(self, way: Way) -> None:
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)
        row, column = self._cursor.place
        match way:
            case Way.DOWN | Way.UP:
                self._cursor.down(1 if way is Way.DOWN else -1)
            case Way.NEXT | Way.PREVIOUS:
                self._cursor.across(1 if way is Way.NEXT else -1)
            case Way.LEFT | Way.RIGHT:
                self._cursor.go(row, self._cursor.beside(column, 1 if way is Way.RIGHT else -1))
            case Way.STAY:
                pass

    # ------------------------------------------------------------------------------------------------------------ hints

    def _jumped(self, letters: str) -> None:
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)
        self._jump.add(letters, self._cursor.place)

    def _letters_typed(self, letters: str, code: str | None) -> None:
        if not letters:
            self._entering.panel.hide()
            return
        if code is None:
            self._hint(Tone.UNFINISHED, tr("“{letters}”: no Member State begins like this", letters=letters), "")
            return
        if not self.model.shows(code):
            self._hint(
                Tone.UNFINISHED,
                tr("“{letters}” → {state} is not among those shown", letters=letters, state=state_name(code)),
                tr("Esc, Esc shows all"),
            )
            return
        self._cursor.go(self.model.row_of(code), self._cursor.place[1])
        self._hint(Tone.HINT, f"“{letters}” → {state_name(code)}", "")

    def _say_why_not(self, row: int, column: int) -> None:
        self._hint(Tone.HINT, self._why_read_only if self.model.read_only else self.why_not(row, column), "")

    def _hint(self, tone: Tone, words: str, outcome: str) -> None:
        index = self.totals.currentIndex()
        in_totals = self.totals.hasFocus() and index.isValid()
        place = (index.row(), index.column()) if in_totals else self._cursor.place
        self._entering.panel.say(tone, words, outcome, self.cell_rect(*place, in_totals=in_totals))
        if tone is Tone.HINT:
            self._hint_ends.start()
        else:
            self._hint_ends.stop()

    def _end_hint(self) -> None:
        if not self._entering.is_open and self._entering.panel.tone is Tone.HINT:
            self._entering.panel.hide()
