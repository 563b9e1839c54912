"""The pledge table: 27 rows in protocol order, typed into like a spreadsheet."""

from PySide6.QtCore import QCoreApplication, QModelIndex, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QWidget

from desktop_app.calc.assessment import AnnualPoolAssessment
from desktop_app.calc.changes import RecordPledge
from desktop_app.calc.entry import begins_word
from desktop_app.calc.member_states import NAMES, name_of
from desktop_app.calc.recorded import ABSENT
from desktop_app.models.errors import BadInput
from desktop_app.views.pledge_table import block, keys
from desktop_app.views.pledge_table.arranging import Arranging
from desktop_app.views.pledge_table.cells import Look
from desktop_app.views.pledge_table.columns import EDITABLE, HEADINGS, Column, column_called, id_of
from desktop_app.views.pledge_table.comforts import Comforts
from desktop_app.views.pledge_table.cursor import Cursor
from desktop_app.views.pledge_table.editor import Tone, Way
from desktop_app.views.pledge_table.entering import Entering
from desktop_app.views.pledge_table.jump import TypeToJump, names_state, state_called
from desktop_app.views.pledge_table.panes import Panes

_PER_CENT = 100
_HINT_MS = 4000
"""How long a passing hint stays at the cell, milliseconds."""


class PledgeTable(Panes):
    """The table with its frozen names, its totals, and everything that is typed.

    The owner applies what :attr:`change_requested` asks for and then calls :meth:`show_assessment`, or
    :meth:`show_refusal` where the change was not taken, before the signal returns.

    Signals:
        change_requested(RecordPledge): something is to be recorded.
        cell_selected(str, object): the figure under the cursor and its Member State's code, ``None`` for
            the pool. The figure is empty on a name or a classification.
        block_pasted(Pieces, Target): a block of cells is to be put in from the cursor on.
    """

    change_requested = Signal(object)
    cell_selected = Signal(str, object)
    block_pasted = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty table."""
        super().__init__(parent)
        self.setAccessibleName("Pledge table")
        self._assessment: AnnualPoolAssessment | None = None
        self._entering = Entering(self.grid, self.model, self.drawing, self)
        self._jump = TypeToJump(self)
        self._hint_ends = QTimer(self)
        self._hint_ends.setSingleShot(True)
        self._hint_ends.setInterval(_HINT_MS)
        self._hint_ends.timeout.connect(self._end_hint)
        self._cursor = Cursor(self.grid, self.model)
        self.arranging = Arranging(self, self._cursor, self._entering.cancel)
        self.comforts = Comforts(self, self._cursor, self.arranging, self.setFocus)
        self._connect()

    # ------------------------------------------------------------------------------------------ what the owner uses

    def show_assessment(self, assessment: AnnualPoolAssessment) -> None:
        """Show the figures of now: only cells that differ are painted anew; selection and open entry stay."""
        first = self._assessment is None
        self._assessment = assessment
        self.show_figures(assessment)
        self._entering.show_assessment(assessment)
        self.arranging.follow(at_once=self.model.read_only)
        self.comforts.follow()
        if first:
            self._cursor.go(0, Column.RELOCATIONS)

    def show_refusal(self, message: str) -> None:
        """Say why a change was not taken; an open entry stays open."""
        self._entering.show_refusal(message)
        if not self._entering.is_open:
            self._hint(Tone.REFUSED, message, "Nothing was changed.")

    def go_to(self, code: str | None, column_id: str) -> None:
        """Put the cursor on a cell.

        Args:
            code: the Member State; ``None`` (or one that has no row) for the totals.
            column_id: a finding's column (``"relocations"``, ``"deductions"``, ``"key"`` …) or a figure's id.
        """
        self._entering.cancel()
        column = column_called(column_id)
        if code is None or code not in NAMES:
            self._go_to_totals(column)
            return
        self.arranging.uncover(code, column)
        self._cursor.go(self.model.row_of(code), column)
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def selected(self) -> tuple[str | None, str]:
        """Return code and column id of the cell with the cursor, as :meth:`go_to` takes them."""
        if self.totals.hasFocus():
            return None, id_of(Column(max(0, self.totals.currentIndex().column())))
        row, column = self._cursor.place
        return self.model.code(row) or None, id_of(Column(column))

    def set_read_only(self, read_only: bool) -> None:
        """Allow typing or not; an open entry is given up, for it may be meant for another forum."""
        self._entering.cancel()
        self.model.set_read_only(read_only)
        self.show_read_only(read_only)

    def set_zoom(self, percent: int) -> None:
        """Show everything larger or smaller.

        Args:
            percent: 100 for the font size of the program.
        """
        self.dress(percent / _PER_CENT)

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Give the keyboard to the cells."""
        self.grid.setFocus(reason)

    # -------------------------------------------------------------------------------------------------- construction

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
            view.horizontalHeader().sectionClicked.connect(lambda column: self.arranging.sort_by(Column(column)))
            view.pressed.connect(self._pressed)
            view.doubleClicked.connect(self._double_clicked)
        self._entering.change_requested.connect(self.change_requested)
        self._entering.finished.connect(self._entered)
        self._entering.jumped.connect(self._jumped)
        self._jump.typed.connect(self._letters_typed)
        self.grid.resized.connect(self._cursor.reveal)
        self.placed.connect(self._entering.place)
        self.dressed.connect(self._entering.dress)

    # ---------------------------------------------------------------------------------------------------- the cursor

    def _cursor_moved(self, current: QModelIndex, previous: QModelIndex) -> None:
        self._drawing.current = (current.row(), current.column())
        for index in (previous, current):
            self.grid.update_cell(index.row(), index.column())
            self.names.update_cell(index.row(), Column.MEMBER_STATE)
        if not self._entering.is_open:
            self._entering.panel.hide()
        self.announce()

    def announce(self) -> None:
        """Tell which figure is under the cursor."""
        row, column = self._cursor.place
        if self.model.is_state(row):
            self.cell_selected.emit(HEADINGS[Column(column)].figure, self.model.code(row))

    def _total_chosen(self, current: QModelIndex) -> None:
        if current.isValid():
            self.cell_selected.emit(HEADINGS[Column(current.column())].total_figure, None)

    def _go_to_totals(self, column: Column) -> None:
        if column not in self._cursor.columns:
            column = Column.MEMBER_STATE
        self.totals.setCurrentIndex(self.totals_model.index(0, column))
        self.totals.setFocus(Qt.FocusReason.OtherFocusReason)

    def _focus_changed(self, _has_focus: bool) -> None:
        self._drawing.totals_focused = self.totals.hasFocus()
        self._drawing.focused = self.grid.hasFocus() or self._entering.editor.hasFocus()
        if self.grid.hasFocus() and self.totals.currentIndex().isValid():
            self.totals.selectionModel().clear()
            self.announce()
        row, column = self._cursor.place
        self.grid.update_cell(row, column)
        self.names.update_cell(row, Column.MEMBER_STATE)
        self.totals.viewport().update()

    def _pressed(self, _index: QModelIndex) -> None:
        self._jump.end()
        self._cursor.note_mouse()
        self.grid.setFocus(Qt.FocusReason.MouseFocusReason)

    def _double_clicked(self, index: QModelIndex) -> None:
        self._edit(index.row(), Column(index.column()))

    # ---------------------------------------------------------------------------------------------------------- keys

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
            self.paste()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self._cursor.select_all()
        elif key == Qt.Key.Key_F2:
            self._edit(row, Column(column))
        elif key in keys.ERASERS:
            self._erase()
        elif key == Qt.Key.Key_Escape:
            self._escape()
        else:
            return False
        return True

    def _escape(self) -> None:
        """Put a hint away; else end the search; else go back to protocol order."""
        if self._entering.panel.isVisible():
            self._entering.panel.hide()
        elif not (self.comforts.finder.isVisible() and self.comforts.end_find()):
            self.comforts.back()

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
        if key == Qt.Key.Key_Down and place[0] >= self.model.rowCount() and not shift:
            self._go_to_totals(Column(place[1]))
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
            self._edit(row, Column(column), text)
        elif text.isalpha():
            self._jump.add(text, (row, column))
        else:
            self._say_why_not(row, Column(column))
        return True

    def _has_jumped(self) -> bool:
        """Tell whether letters name the Member State of the cursor, so that they are done."""
        letters = self._jump.letters
        return names_state(letters) and state_called(letters) == self.model.code(self._cursor.place[0])

    def _type_on(self, text: str) -> None:
        """Add to the letters that jump; what names no Member State goes to the cell in which the letters began."""
        letters, (row, column) = self._jump.letters + text, self._jump.origin
        goes_on = state_called(letters) is not None or (text.isalpha() and not begins_word(letters))
        if goes_on or not self.model.is_editable(row, column):
            self._jump.add(text, (row, column))
            return
        self._jump.end()
        self._cursor.go(row, column)
        self._edit(row, Column(column), letters)

    def _totals_key(self, event: QKeyEvent) -> bool:
        key, column = Qt.Key(event.key()), max(0, self.totals.currentIndex().column())
        if key == Qt.Key.Key_Up:
            self._cursor.go(self.model.rowCount() - 1, column)
            self.grid.setFocus(Qt.FocusReason.OtherFocusReason)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            step = 1 if key == Qt.Key.Key_Right else -1
            goal = self._cursor.beside(column, step)
            self.totals.setCurrentIndex(self.totals_model.index(0, goal))
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            return False
        return True

    # ------------------------------------------------------------------------------------------------------- entries

    def _edit(self, row: int, column: Column, text: str | None = None) -> None:
        if not self.model.is_editable(row, column):
            self._say_why_not(row, column)
        elif self.model.cell(row, column).aside:
            self._hint(Tone.HINT, self.model.cell(row, column).about, "")
        else:
            self._cursor_keeps_run(row, column)
            self._entering.open(row, column, text)

    def _cursor_keeps_run(self, row: int, column: Column) -> None:
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

    def _erase(self) -> None:
        """Make the selected cells "nothing recorded" again."""
        chosen = [(row, Column(column)) for line in self._cursor.blocks() for row, column in line]
        wanted = [place for place in chosen if self.model.is_editable(*place)]
        if not wanted:
            self._say_why_not(*self._place())
        for row, column in wanted:
            kind = HEADINGS[column].pledge
            if kind is not None and self.model.cell(row, column).look is not Look.NOTHING:
                self.change_requested.emit(RecordPledge(self.model.code(row), kind, ABSENT))

    def _place(self) -> tuple[int, Column]:
        row, column = self._cursor.place
        return row, Column(column)

    def copy(self, *, with_headers: bool = False) -> None:
        """Put the selected cells on the clipboard: plain numbers, with headings and names where wanted."""
        if self.totals.hasFocus():
            chosen = [(0, index.column()) for index in self.totals.selectionModel().selectedIndexes()]
            block.copy_cells(self.totals_model, [chosen], with_headers=with_headers)
        else:
            block.copy_cells(self.model, self._cursor.blocks(), with_headers=with_headers)

    def paste(self) -> None:
        """Put a single cell of the clipboard into the line; ask for a preview of a block."""
        places = self._cursor.blocks() or [[self._cursor.place]]
        try:
            pieces = block.clipboard_pieces(places)
        except BadInput as error:
            self._hint(Tone.HINT, f"The {error.where}: {error.what}.", "")
            return
        if self.model.read_only or len(pieces) == len(pieces[0]) == 1:
            self._edit(*self._place(), pieces[0][0].number or pieces[0][0].text)
        else:
            self.block_pasted.emit(pieces, block.target_at(self.model, self._cursor.columns, places[0][0]))

    # --------------------------------------------------------------------------------------------------------- hints

    def _jumped(self, letters: str) -> None:
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)
        self._jump.add(letters, self._cursor.place)

    def _letters_typed(self, letters: str, code: str | None) -> None:
        if not letters:
            self._entering.panel.hide()
            return
        if code is None:
            self._hint(Tone.UNFINISHED, f"“{letters}”: no Member State begins like this", "")
            return
        if not self.model.shows(code):
            self._hint(Tone.UNFINISHED, f"“{letters}” → {name_of(code)} is not among those shown", "Esc, Esc shows all")
            return
        self._cursor.go(self.model.row_of(code), self._cursor.place[1])
        self._hint(Tone.HINT, f"“{letters}” → {name_of(code)}", "")

    def _say_why_not(self, row: int, column: Column) -> None:
        if self.model.read_only:
            why = "This forum is open for reading only."
        elif column in EDITABLE:
            why = f"{name_of(self.model.code(row))} is not bound by the Regulation: nothing is recorded for it."
        else:
            why = f"The {HEADINGS[column].spoken} is not typed here: type relocations, EUR or alternative EUR."
        self._hint(Tone.HINT, why, "")

    def _hint(self, tone: Tone, words: str, outcome: str) -> None:
        row, column = self._cursor.place
        view = self.names if column == Column.MEMBER_STATE else self.grid
        rect = view.visualRect(self.model.index(row, column))
        self._entering.panel.say(tone, words, outcome, QRect(view.viewport().mapTo(self, rect.topLeft()), rect.size()))
        if tone is Tone.HINT:
            self._hint_ends.start()
        else:
            self._hint_ends.stop()

    def _end_hint(self) -> None:
        if not self._entering.is_open and self._entering.panel.tone is Tone.HINT:
            self._entering.panel.hide()
