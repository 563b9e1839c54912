"""A table of plans with an owner that applies what is asked for, as the window does."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_app.calc.changes import CannotChangeError, RecordPlan
from desktop_app.calc.forum import Forum
from desktop_app.calc.response_plans import ResponsePlan
from desktop_app.calc.rulebooks.search_and_rescue.book import assess
from desktop_app.views.plan_table import PlanTable
from desktop_app.views.plan_table.columns import Column
from desktop_app.views.typed_table.cells import Cell
from tests.views.pledge_table.owner import drawn, plain


class Owner:
    """Owns a table: applies changes to the forum, assesses, shows; remembers what the table said."""

    def __init__(self, forum: Forum) -> None:
        self.assessment = assess(forum)
        self.changes: list[RecordPlan] = []
        self.selected: list[tuple[str, str | None]] = []
        self.forms: list[tuple[str, str]] = []
        self.told = ""
        self.refuses = ""
        self.table = PlanTable()
        self.table.change_requested.connect(self.apply)
        self.table.cell_selected.connect(lambda figure, code: self.selected.append((figure, code)))
        self.table.form_asked.connect(lambda code, part: self.forms.append((code, part)))
        self.table.selection_told.connect(self.tell)
        self.table.show_assessment(self.assessment)

    @property
    def forum(self) -> Forum:
        return self.assessment.forum

    def tell(self, words: str) -> None:
        self.told = plain(words)

    def apply(self, change: RecordPlan) -> None:
        if self.refuses:
            self.table.show_refusal(self.refuses)
            return
        self.changes.append(change)
        try:
            self.show(change.apply_to(self.forum))
        except CannotChangeError as refusal:
            self.table.show_refusal(str(refusal))

    def show(self, forum: Forum) -> None:
        self.assessment = assess(forum)
        self.table.show_assessment(self.assessment)

    def codes(self) -> list[str]:
        return list(self.table.codes)

    def plans(self, code: str) -> tuple[ResponsePlan, ...]:
        return self.forum.search_and_rescue.revisions(code)

    def press(self, *keys: str | Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Type texts and keys one after another, each to whatever has the keyboard then."""
        for each in keys:
            for key in each if isinstance(each, str) else (each,):
                # QTest takes characters and keys, its stubs only keys.
                key_or_character: Qt.Key = key  # type: ignore[assignment]
                QTest.keyClick(QApplication.focusWidget() or self.table.grid, key_or_character, modifier)

    def at(self) -> tuple[str | None, str]:
        return self.table.selected()

    def last(self) -> tuple[str, str | None]:
        """Return the figure under the cursor and its Member State."""
        return self.selected[-1]

    def cell(self, code: str, column: Column) -> Cell:
        return self.table.model.cell(self.table.model.row_of(code), column)

    def says(self) -> str:
        """Return what the panel says, with plain spaces; nothing where it is not shown."""
        panel = self.table._entering.panel
        return plain(panel.text) if panel.isVisible() else ""

    def note(self) -> str:
        return plain(self.table.note.text()) if self.table.note.isVisible() else ""

    def drawing(self) -> list[str]:
        """Draw all rows, and those under the table, as they stand on screen."""
        model, totals = self.table.model, self.table.totals_model
        rows = [[drawn(model.cell(row, column)) for column in Column] for row in range(model.rowCount())]
        rows += [[drawn(totals.cell(row, column)) for column in Column] for row in range(totals.rowCount())]
        return [" | ".join(row).rstrip(" |") for row in rows]


def names_of(cell: Cell) -> list[str]:
    """Return the icons and words beside a name."""
    return [f"[{token.icon}] {token.word}".strip() for token in cell.tokens]
