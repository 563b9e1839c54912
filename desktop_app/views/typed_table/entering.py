"""Typing into a cell: opening the line, saying what was understood, recording, or saying why not."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QRect, Qt, Signal
from PySide6.QtWidgets import QApplication, QTableView, QWidget

from desktop_app.calc.assessment import Assessment
from desktop_app.views.language import shown, state_name, tr
from desktop_app.views.typed_table.drawing import Drawing
from desktop_app.views.typed_table.editor import EntryEditor, Tone, UnderstoodPanel, Way
from desktop_app.views.typed_table.jump import state_called
from desktop_app.views.typed_table.keys import begins_entry
from desktop_app.views.typed_table.model import StatesModel
from desktop_app.views.typed_table.preview import Entries, Preview


@dataclass(frozen=True, slots=True)
class HalfTyped:
    """What was being typed into a cell, to be gone on with in the table of another window, or of other figures.

    Attributes:
        code: the Member State of the row, wherever that stands.
        column: its column.
        text: as typed so far.
        place: where in the text the typist stood.
        typed_over: whether it replaces what the cell held, so that arrows end it.
    """

    code: str
    column: int
    text: str
    place: int
    typed_over: bool


class Entering(QObject):
    """The one open entry of a table, if any.

    Signals:
        change_requested(Change): what was understood, to be recorded.
        finished(Way): the entry is over, the cursor goes that way.
        jumped(str): the letters typed are no entry but the beginning of a Member State.
    """

    change_requested = Signal(object)
    finished = Signal(object)
    jumped = Signal(str)

    def __init__(
        self,
        view: QTableView,
        model: StatesModel,
        entries: Entries,
        drawing: Callable[[], Drawing],
        table: QWidget,
    ) -> None:
        """Make the line and the panel, both hidden.

        Args:
            view: the view with the cells.
            model: its model.
            entries: how what is typed is read.
            drawing: gives the drawing of now.
            table: the widget in which the panel may stand.
        """
        super().__init__(table)
        self._view, self._model, self._entries = view, model, entries
        self._drawing, self._table = drawing, table
        self._assessment: Assessment | None = None
        self._cell: tuple[int, int] | None = None
        self._seen: tuple[Assessment, tuple[tuple[int, int], str], Preview] | None = None
        self._refused = False
        self._busy = False
        self.editor = EntryEditor(view.viewport())
        self.panel = UnderstoodPanel(drawing, table)
        self.editor.finished.connect(self.finish)
        self.editor.cancelled.connect(self.cancel)
        self.editor.left.connect(self._leave)
        self.editor.came_back.connect(self._come_back)
        self.editor.textEdited.connect(self._edited)
        for bar in (view.horizontalScrollBar(), view.verticalScrollBar()):
            bar.valueChanged.connect(self.place)
        view.horizontalHeader().sectionResized.connect(self.place)

    @property
    def is_open(self) -> bool:
        """Whether something is being typed."""
        return self._cell is not None

    def show_assessment(self, assessment: Assessment) -> None:
        """Refer to the figures of now; what is being typed stays."""
        self._assessment = assessment
        if self.is_open and not self._busy:
            self._say()

    def open(self, row: int, column: int, text: str | None = None) -> None:
        """Open the line over a cell.

        Args:
            row: its row.
            column: its column, one that is typed into.
            text: what replaces the content; ``None`` to edit what is there.
        """
        if self._assessment is None or column not in self._model.layout.typed:
            return
        code = self._model.code(row)
        self._cell = (row, column)
        self._refused = False
        self.editor.typed_over = text is not None
        self.editor.setAccessibleName(f"{state_name(code)}, {shown(self._model.layout.headings[column].spoken)}")
        self.editor.setText(self._entries.text(self._assessment, code, column) if text is None else text)
        self.dress()
        self._view.scrollTo(self._model.index(row, column))
        self.place()
        self.editor.show()
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        if text is None:
            self.editor.selectAll()
        self._say()

    def put_by(self) -> HalfTyped | None:
        """Put the line away unrecorded; return what stood there, for :meth:`take_up`."""
        if self._cell is None:
            return None
        row, column = self._cell
        half = HalfTyped(
            self._model.code(row),
            column,
            self.editor.text(),
            self.editor.cursorPosition(),
            self.editor.typed_over,
        )
        self.close()
        return half

    def take_up(self, row: int, half: HalfTyped) -> None:
        """Open the line again as it was put by.

        Args:
            row: where its Member State stands now.
            half: what :meth:`put_by` returned.
        """
        self.open(row, half.column, half.text)
        self.editor.typed_over = half.typed_over
        self.editor.setCursorPosition(half.place)

    def dress(self) -> None:
        """Take on fonts and colours of now."""
        drawing = self._drawing()
        self.editor.setFont(drawing.faces.body)
        # A line edit keeps two pixels of its own beside the text: with them the digits stand where the cell's do.
        self.editor.setTextMargins(0, 0, max(0, drawing.pad - drawing.frame - 2), 0)
        self._colour(waits=False)
        if self.panel.isVisible():
            self.panel.dress()

    def _colour(self, *, waits: bool) -> None:
        """Give the line the ground of an open cell, or of a refused entry that waits."""
        colours, palette = self._drawing().colours, self.editor.palette()
        palette.setColor(self.editor.backgroundRole(), colours.block_ground if waits else colours.raised)
        palette.setColor(self.editor.foregroundRole(), colours.text)
        self.editor.setPalette(palette)

    def place(self) -> None:
        """Stand over the cell, wider to the left where the text needs it."""
        if self._cell is None:
            return
        rect = self._view.visualRect(self._model.index(*self._cell))
        frame = self._drawing().frame
        wanted = self.editor.fontMetrics().horizontalAdvance(self.editor.text()) + 4 * self._drawing().pad
        wider = max(0, min(wanted - rect.width(), rect.left()))
        self.editor.setGeometry(rect.adjusted(frame - wider, frame, -frame, -frame))
        if self.panel.isVisible():
            self.panel.stand_by(self._anchor())

    def finish(self, way: Way) -> None:
        """Record what was understood and go on; a refused text stays open with the reason."""
        if self._cell is None:
            return
        seen = self._preview()
        if seen.change is None:
            self._refuse(seen.words)
            return
        if seen.is_new and not self._record(seen):
            return
        self.close()
        self.finished.emit(way)

    def _record(self, seen: Preview) -> bool:
        """Ask for the change; tell whether nobody refused it meanwhile."""
        self._refused, self._busy = False, True
        try:
            self.change_requested.emit(seen.change)
        finally:
            self._busy = False
        return not self._refused

    def cancel(self) -> None:
        """Take back what was typed, and what was said of it."""
        self.panel.hide()
        if self._cell is not None:
            self.close()
            self.finished.emit(Way.STAY)

    def close(self) -> None:
        """Put the line away."""
        self._cell = None
        self.editor.hide()
        self.panel.hide()

    def show_refusal(self, message: str) -> None:
        """Say why the change was not taken; the entry stays open."""
        self._refused = True
        if self.is_open:
            self._refuse(message)

    def _refuse(self, reason: str) -> None:
        self.panel.say(Tone.REFUSED, reason, tr("Nothing was changed."), self._anchor())
        self.editor.setAccessibleDescription(self.panel.text)

    def _leave(self) -> None:
        """Record the entry where it makes sense; the keyboard stays where it went.

        What makes no sense waits open until the typist comes back; elsewhere in the table it is let go of, and said so.
        """
        if self._cell is None or self._busy:
            return
        seen, now = self._preview(), QApplication.focusWidget()
        if seen.change is not None and (not seen.is_new or self._record(seen)):
            self.close()
        elif now is not None and self._table.isAncestorOf(now):
            self.let_go()
        else:
            self.panel.hide()
            self._colour(waits=True)

    def let_go(self) -> None:
        """Put away what makes no sense, and say so."""
        if self._cell is not None:
            seen, anchor = self._preview(), self._anchor()
            self.close()
            self.panel.say(Tone.REFUSED, seen.words, tr("Nothing was changed."), anchor)

    def _come_back(self) -> None:
        """Say again what is understood of an entry that has waited."""
        if self._cell is not None and self._assessment is not None:
            self._colour(waits=False)
            self._say()

    def _edited(self, text: str) -> None:
        letters = text.casefold()
        jumps = self.editor.typed_over and letters and not begins_entry(letters)
        if jumps and state_called(letters, self._model.names):
            self.close()
            self.jumped.emit(letters)
            return
        self.place()
        self._say()

    def _preview(self) -> Preview:
        """Return what is understood now; worked out once for a text, so that Enter need not wait for it again."""
        if self._assessment is None or self._cell is None:
            return Preview(tr("Nothing is open."))
        asked = (self._cell, self.editor.text())
        if self._seen is None or self._seen[0] is not self._assessment or self._seen[1] != asked:
            row, column = self._cell
            seen = self._entries.preview(self._assessment, self._model.code(row), column, self.editor.text())
            self._seen = (self._assessment, asked, seen)
        return self._seen[2]

    def _say(self) -> None:
        """Say what is understood so far."""
        seen = self._preview()
        outcome = "\n".join(shown(each) for each in (seen.warning, seen.outcome) if each)
        self.panel.say(_tone_of(seen), seen.words, outcome, self._anchor())
        self.editor.setAccessibleDescription(self.panel.text)

    def _anchor(self) -> QRect:
        """Return the editor's place in the table's coordinates."""
        rect = self.editor.geometry()
        return QRect(self._view.viewport().mapTo(self._table, rect.topLeft()), rect.size())


def _tone_of(seen: Preview) -> Tone:
    """Return how the panel speaks of what was understood."""
    if seen.change is not None:
        return Tone.DOUBTFUL if seen.warning else Tone.UNDERSTOOD
    return Tone.UNFINISHED if seen.unfinished else Tone.REFUSED
