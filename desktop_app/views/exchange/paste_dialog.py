"""What a pasted block would record, cell by cell, before any of it is."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QVBoxLayout, QWidget

from desktop_app.calc.assessment import AnnualPoolAssessment
from desktop_app.calc.changes import Change
from desktop_app.calc.rulebooks.annual_pool.book import assess
from desktop_app.models.block import Block
from desktop_app.models.block_places import Verdict
from desktop_app.views.consequences import ConsequencesView
from desktop_app.views.exchange.paste_model import PasteModel
from desktop_app.views.exchange.staged import StagedDialog
from desktop_app.views.exchange.verdicts import LOOKS, VerdictDelegate
from desktop_app.views.language import marked, shown, tr
from desktop_app.views.parts import ToneLabel
from desktop_app.views.theme import Space, Type, legible, theme

_TITLE = marked("Paste")


class PasteDialog(StagedDialog):
    """Shows a verdict for each cell of a block, and what the whole would change."""

    def __init__(self, parent: QWidget | None, block: Block, assessment: AnnualPoolAssessment) -> None:
        """Make the dialog.

        Args:
            parent: the window it belongs to.
            block: the block with its verdicts.
            assessment: of the forum as it is.
        """
        super().__init__(parent, _TITLE)
        self.block = block
        self.add_words(legible(shown(block.how)), tone="muted")
        self.model = PasteModel(block, self)
        self.grid = QTableView()
        self.cell_words = ToneLabel("", Type.BODY)
        self.consequences = ConsequencesView()
        self._lay_out()
        change = block.change
        taken, left_out = block.count(Verdict.TAKEN), block.left_out
        if change is None:
            self.consequences.show_unknown(tr("Nothing would change."))
        else:
            self.consequences.show_consequences(assessment, assess(change.apply_to(assessment.forum), assessment))
        cells = tr("{count} cell", count=taken) if taken == 1 else tr("{count} cells", count=taken)
        accept = tr("&Take {taken}", taken=cells)
        if change is not None and left_out:
            accept = tr("&Take {taken}, leave {refused} out", taken=cells, refused=left_out)
        refusals = ""
        if left_out:
            refusals = (
                tr("1 cell is not taken; the grid says why at each of them.")
                if left_out == 1
                else tr("{count} cells are not taken; the grid says why at each of them.", count=left_out)
            )
        elif change is None:
            refusals = tr("Everything stands there already: there is nothing to take.")
        self.finish(change, accept if change is not None else tr("&Take"), refusals)
        self._go_to_first()

    def _lay_out(self) -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(Space.S, Space.S, Space.S, Space.S)
        self.grid.setModel(self.model)
        self.grid.setItemDelegate(VerdictDelegate(self.grid))
        self.grid.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.grid.setTabKeyNavigation(False)
        self.grid.setAccessibleName(tr("Pasted cells"))
        self.grid.setFont(theme().font(Type.BODY))
        self.grid.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        for header in (self.grid.horizontalHeader(), self.grid.verticalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
            header.setSectionsClickable(False)
        self.grid.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        # Names and headings that were copied with the cells stand beside and above them.
        above = 0 if self.block.heading_row is None else self.block.heading_row + 1
        for row in range(above):
            self.grid.setRowHidden(row, True)
        for number in range(self.block.name_columns):
            self.grid.setColumnHidden(number, True)
        self.grid.selectionModel().currentChanged.connect(self._explain)
        self.cell_words.setWordWrap(True)
        self.cell_words.setMinimumHeight(2 * self.cell_words.fontMetrics().height())
        self.cell_words.setAlignment(Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.grid, 1)
        column.addWidget(self.cell_words)
        rows = self.model.rowCount() - above
        columns = self.model.columnCount() - self.block.name_columns
        self.tabs.addTab(page, tr("&Cells ({rows} × {columns})", rows=rows, columns=columns))
        self.tabs.addTab(self.consequences, tr("What it c&hanges"))

    def _explain(self, current: QModelIndex, _before: QModelIndex) -> None:
        cell = self.model.cell(current.row(), current.column()) if current.isValid() else None
        if cell is None:
            self.cell_words.setText("")
            return
        self.cell_words.set_tone(LOOKS[cell.verdict][1])
        words = f"{PasteModel.place_of(cell)}“{cell.text}” – {tr(cell.verdict.value)}. {tr(cell.words)}"
        self.cell_words.setText(legible(words))

    def _go_to_first(self) -> None:
        """Begin at the first cell that is refused, so that nobody overlooks it; else at the first one."""
        places = [
            (row, column)
            for verdicts in ((Verdict.REFUSED,), (Verdict.OUTSIDE, Verdict.READ_ONLY), (Verdict.TAKEN,))
            for row, cells in enumerate(self.block.rows)
            for column, cell in enumerate(cells)
            if cell.verdict in verdicts and not self.grid.isColumnHidden(column)
        ]
        row, column = places[0] if places else (0, 0)
        self.grid.setCurrentIndex(self.model.index(row, column))
        self.grid.setFocus()

    @classmethod
    def ask(cls, parent: QWidget | None, block: Block, assessment: AnnualPoolAssessment) -> Change | None:
        """Show the dialog and return the change, or ``None``."""
        return cls(parent, block, assessment).asked()
