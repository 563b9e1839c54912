"""Merging two copies that parted: each cell with both histories, a choice where both changed it, and what follows."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QTabWidget, QVBoxLayout, QWidget

from desktop_app.calc.assess import assess
from desktop_app.calc.changes import CannotChangeError
from desktop_app.models.errors import BadInput
from desktop_app.models.three_way import Cell, Side
from desktop_app.views.consequences import ConsequencesView
from desktop_app.views.dialogs.base import AskingDialog
from desktop_app.views.fields import NoteField
from desktop_app.views.forum_editors.figures import FigureLine, FigureList
from desktop_app.views.language import entry_title, marked, shown, tr
from desktop_app.views.parts import ToneLabel
from desktop_app.views.theme import Space, Type, legible, theme
from desktop_app.views.two_desks.lines import COLUMNS, conflict_line, heading_line, history_text, settled_line

if TYPE_CHECKING:
    from desktop_app.models.copies import Copies

_SIZE: Final = (1180, 720)
_UNCHANGED: Final = marked("No figure changes: that the two are merged is recorded, and their entries are kept.")
_SIDES: Final = {Qt.Key.Key_O: Side.OURS, Qt.Key.Key_T: Side.THEIRS}


class _Cells(FigureList):
    """The cells; O and T choose for the current one."""

    def __init__(self, choose: Callable[[Side], None]) -> None:
        super().__init__(tr("Cells of both copies"), COLUMNS)
        self._choose = choose

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by one letter."""
        side = _SIDES.get(Qt.Key(event.key()))
        if side is None or event.modifiers():
            super().keyPressEvent(event)
        else:
            self._choose(side)


class MergeDialog(AskingDialog[tuple[dict[int, Side], str | None]]):
    """Shows both copies cell by cell; merging is one step that Ctrl+Z takes back. The answer: choices and reason."""

    help_page, help_heading = "negotiation", marked("Two desks")

    def __init__(self, parent: QWidget | None, copies: "Copies", left_behind: int) -> None:
        """Make the dialog.

        Args:
            parent: the window it belongs to.
            copies: two that parted.
            left_behind: scenarios of the other copy that do not come along.
        """
        super().__init__(parent, tr("Merge two copies"), tr("&Merge"))
        self._copies, self._three = copies, copies.difference()
        self._now = assess(self._three.ours)
        self.choices: dict[int, Side] = {}
        three = self._three
        self._histories = {
            cell.unit: copies.histories(cell) for cell in (*three.conflicts, *three.taken, *three.kept, *three.same)
        }
        self.add_words(
            legible(tr("{name}, the copy of {name_2}", name=copies.path.name, name_2=copies.name)), Type.HEADING
        )
        self.add_words(legible(self._lead(left_behind)), tone="muted")
        self.cells = _Cells(self.choose)
        self.cells.entered.connect(lambda _row: self.accept_button.click())
        self.cells.currentCellChanged.connect(lambda *_places: self._show_history())
        self.history = _History()
        self.consequences = ConsequencesView()
        self.reason = NoteField(tr("Reason (may stay empty)"), lines=1)
        self.problem = ToneLabel("", Type.BODY, "block")
        self.problem.setWordWrap(True)
        self._lay_out()
        self._judge()
        self.cells.setCurrentCell(1 if three.conflicts else 0, 0)
        self.cells.setFocus()
        self.resize(*_SIZE)

    def _lead(self, left_behind: int) -> str:
        copies = self._copies
        ours, theirs = copies.ours.seq - copies.common, copies.theirs.seq - copies.common
        parted = copies.ours.moment(copies.common)
        said = tr(
            "They parted after entry {seq} ({title}); since then {ours} recorded here, {theirs} there.",
            seq=parted.seq,
            title=entry_title(parted.title),
            ours=ours,
            theirs=theirs,
        )
        if self._three.conflicts:
            count = len(self._three.conflicts)
            said += " " + (
                tr("Changed on both sides: {count} cell; O keeps ours, T takes theirs.", count=count)
                if count == 1
                else tr("Changed on both sides: {count} cells; O keeps ours, T takes theirs.", count=count)
            )
        if left_behind:
            said += " " + (
                tr("{count} scenario that branched there later will stay in the other copy.", count=left_behind)
                if left_behind == 1
                else tr("{count} scenarios that branched there later will stay in the other copy.", count=left_behind)
            )
        return said

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        for text, side in ((tr("Keep all of &ours"), Side.OURS), (tr("Take all of &theirs"), Side.THEIRS)):
            button = QPushButton(text)
            button.setAutoDefault(False)
            button.setEnabled(bool(self._three.conflicts))
            button.clicked.connect(lambda _checked=False, chosen=side: self.choose_all(chosen))
            row.addWidget(button)
        row.addStretch(1)
        self.tabs = QTabWidget()
        self.tabs.addTab(_page(self.cells, row, self.history), tr("&Cells"))
        self.tabs.addTab(_page(self.consequences), tr("&What it changes"))
        self.column.addWidget(self.tabs, 1)
        self.add(self.reason)
        self.add_below(self.problem)

    def set_scale(self, scale: float) -> None:
        """Follow the person's zoom."""
        super().set_scale(scale)
        self.tabs.setFont(theme().font(Type.BODY, scale))
        for part in (self.cells, self.history, self.consequences, self.reason):
            part.set_scale(scale)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin at the heading above the first cell, which was made current before there was room."""
        super().showEvent(event)
        self.cells.scrollToTop()

    # --------------------------------------------------------------------------------------------------------- choices

    def choose(self, side: Side) -> None:
        """Choose for the current cell, where both changed it, and go on to the next that is open; else say why not.

        On the heading above those cells it is chosen for all of them.
        """
        here = self.cells.currentRow() - 1
        if here == -1 and self._three.conflicts:
            self.choose_all(side)
        elif 0 <= here < len(self._three.conflicts):
            self.choices[here] = side
            self._judge()
            following = [row for row in range(len(self._three.conflicts)) if row not in self.choices]
            row = next((each for each in following if each > here), following[0] if following else here)
            self.cells.setCurrentCell(row + 1, 0)
        else:
            self.history.show_text(tr("Nothing to choose here: only one side changed this, or both alike."))

    def choose_all(self, side: Side) -> None:
        """Choose the same wherever both changed a cell."""
        self.choices = dict.fromkeys(range(len(self._three.conflicts)), side)
        self._judge()
        self._show_history()

    def answer(self) -> tuple[dict[int, Side], str | None]:
        """Return what was chosen, and why."""
        return dict(self.choices), self.reason.value

    def typed(self) -> object:
        """Return what leaving would lose."""
        return dict(self.choices), self.reason.raw

    def _show_history(self) -> None:
        """Show what either side did to the current cell, or what its heading stands for."""
        row, lines = self.cells.currentRow(), self.cells.lines
        found = self._by_row().get(row)
        if found is not None:
            self.history.show_text(history_text(self._histories[found.unit]))
        elif row == 0 and self._three.conflicts:
            self.history.show_text(tr("O keeps ours, T takes theirs, for all cells below this heading."))
        elif 0 <= row < len(lines):
            self.history.show_text(tr("{what}: there is nothing to choose.", what=lines[row].cells[0].text))

    def _by_row(self) -> dict[int, Cell]:
        """Return the cell of each line that is no heading."""
        three, row = self._three, 0
        found: dict[int, Cell] = {}
        for cells in (three.conflicts, three.taken, three.kept, three.same):
            found |= dict(enumerate(cells, row + 1))
            row += len(cells) + bool(cells)
        return found

    def _judge(self) -> None:
        """Show the cells, and what the choices come to."""
        self.cells.show_lines(self._lines())
        still, merged, wrong = len(self._three.conflicts) - len(self.choices), self._now.forum, ""
        if still:
            wrong = tr("{still} still to choose: O keeps ours, T takes theirs.", still=still)
        else:
            try:
                merged = self._copies.ours.accept(self._three.merged(self.choices))
            except (CannotChangeError, BadInput) as error:
                wrong = shown(str(error)).replace("\n", " ")
        unchanged = not wrong and merged == self._now.forum
        if wrong:
            self.consequences.show_unknown(wrong)
        else:
            self.consequences.show_consequences(self._now, assess(merged, self._now))
        self.problem.set_tone("muted" if unchanged else "block")
        self.problem.setText(legible(_UNCHANGED if unchanged else wrong))
        self.problem.setVisible(bool(wrong) or unchanged)
        self.accept_button.setEnabled(not wrong)

    def _lines(self) -> list[FigureLine]:
        three, found = self._three, self._histories
        lines = [
            conflict_line(cell, found[cell.unit], self.choices.get(number))
            for number, cell in enumerate(three.conflicts)
        ]
        if lines:
            lines.insert(0, heading_line(tr("Changed on both sides")))
        for words, cells in (
            (tr("Changed only there"), three.taken),
            (tr("Changed only here"), three.kept),
            (tr("Changed alike"), three.same),
        ):
            if cells:
                lines += [heading_line(words), *(settled_line(cell, found[cell.unit]) for cell in cells)]
        return lines


class _History(QPlainTextEdit):
    """What either side did to the current cell; read only, and reached by Tab."""

    def __init__(self) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.setAccessibleName(tr("History of the cell"))
        self.set_scale(1)

    def set_scale(self, scale: float) -> None:
        """Follow the person's zoom; five lines stand there, and the rest scrolls."""
        self.setFont(theme().font(Type.BODY, scale))
        self.setFixedHeight(5 * self.fontMetrics().lineSpacing() + 3 * Space.S)

    def show_text(self, text: str) -> None:
        """Show a text, and have it read out."""
        if text != self.toPlainText():
            self.setPlainText(text)
            self.setAccessibleDescription(text)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))


def _page(part: QWidget, below: QHBoxLayout | None = None, beneath: QWidget | None = None) -> QWidget:
    """Return a page with a margin, so that no focus is cut at its edge."""
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(Space.S, Space.S, Space.S, Space.S)
    column.addWidget(part, 1)
    if beneath is not None:
        column.addWidget(beneath)
    if below is not None:
        column.addLayout(below)
    return page
