"""The pledge table: 27 rows in protocol order, typed into like a spreadsheet."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.calc.assessment import AnnualPoolAssessment
from desktop_app.calc.changes import RecordPledge
from desktop_app.calc.member_states import NAMES
from desktop_app.calc.recorded import ABSENT
from desktop_app.models.errors import BadInput
from desktop_app.views.language import state_name, tr
from desktop_app.views.pledge_table import block
from desktop_app.views.pledge_table.arranging import Arranging
from desktop_app.views.pledge_table.columns import EDITABLE, HEADINGS, Column, column_called, id_of
from desktop_app.views.pledge_table.comforts import Comforts
from desktop_app.views.pledge_table.panes import Panes
from desktop_app.views.typed_table.cells import Look
from desktop_app.views.typed_table.editor import Tone


class PledgeTable(Panes):
    """The table with its frozen names, its totals, and everything that is typed.

    Signals:
        block_pasted(Pieces, Target): a block of cells is to be put in from the cursor on.
    """

    block_pasted = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty table."""
        super().__init__(parent)
        self.setAccessibleName(tr("Pledge table"))
        self._assessment: AnnualPoolAssessment | None = None
        self.arranging = Arranging(self, self._cursor, self._entering.cancel)
        self.comforts = Comforts(self, self._cursor, self.arranging, self.setFocus)

    # ---------------------------------------------------------------------------------------------- what the owner uses

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

    def go_to(self, code: str | None, column_id: str) -> None:
        """Put the cursor on a cell, once what is typed in another one is recorded; what is refused keeps it there.

        Args:
            code: the Member State; ``None`` (or one that has no row) for the totals.
            column_id: a finding's column (``"relocations"``, ``"deductions"``, ``"key"`` …) or a figure's id.
        """
        if not self.commit():
            return
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

    # ------------------------------------------------------------------------------------------ what is typed and taken

    def sort_by(self, column: int) -> None:
        """Sort the rows by a column: lowest first, then highest first, then protocol order again."""
        if self.commit():
            self.arranging.sort_by(Column(column))

    def back(self) -> bool:
        """End the search; else go back to protocol order; tell whether there was a way to go."""
        return (self.comforts.finder.isVisible() and self.comforts.end_find()) or self.comforts.back()

    def _edit(self, row: int, column: int, text: str | None = None) -> None:
        if self.model.is_editable(row, column) and self.model.cell(row, column).aside:
            self._hint(Tone.HINT, self.model.cell(row, column).about, "")
        else:
            super()._edit(row, column, text)

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

    def paste(self) -> None:
        """Put a single cell of the clipboard into the line; ask for a preview of a block."""
        places = self._cursor.blocks() or [[self._cursor.place]]
        try:
            pieces = block.clipboard_pieces(places)
        except BadInput as error:
            self._hint(Tone.HINT, tr("The {where}: {what}.", where=error.where, what=error.what), "")
            return
        if self.model.read_only or len(pieces) == len(pieces[0]) == 1:
            self._edit(*self._place(), pieces[0][0].number or pieces[0][0].text)
        else:
            self.block_pasted.emit(pieces, block.target_at(self.model, self._cursor.columns, places[0][0]))

    def why_not(self, row: int, column: int) -> str:
        """Say why nothing is typed into a cell."""
        if column in EDITABLE:
            return tr(
                "{state} is not bound by the Regulation: nothing is recorded for it.",
                state=state_name(self.model.code(row)),
            )
        return tr(
            "The {spoken} is not typed here: type relocations, EUR or alternative EUR.",
            spoken=HEADINGS[Column(column)].spoken,
        )
