"""A pledge table with an owner that applies what is asked for, as the window does, and drawings of it as text."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_app.calc.changes import CannotChangeError, RecordPledge
from desktop_app.calc.forum import Forum, Pledge
from desktop_app.calc.rulebooks.annual_pool.book import assess
from desktop_app.views.pledge_table import PledgeTable
from desktop_app.views.pledge_table.columns import DEFAULT_COLUMNS, Column
from desktop_app.views.typed_table.cells import Cell, Look

SHOWN = (Column.MEMBER_STATE, *DEFAULT_COLUMNS)
"""The columns that are shown at first."""


class Owner:
    """Owns a table: applies changes to the forum, assesses, shows; remembers what the table said."""

    def __init__(self, forum: Forum) -> None:
        self.assessment = assess(forum)
        self.changes: list[RecordPledge] = []
        self.selected: list[tuple[str, str | None]] = []
        self.refuses = ""
        self.table = PledgeTable()
        self.table.change_requested.connect(self.apply)
        self.table.cell_selected.connect(lambda figure, code: self.selected.append((figure, code)))
        self.table.show_assessment(self.assessment)

    @property
    def forum(self) -> Forum:
        return self.assessment.forum

    def apply(self, change: RecordPledge) -> None:
        if self.refuses:
            self.table.show_refusal(self.refuses)
            return
        self.changes.append(change)
        try:
            self.show(change.apply_to(self.forum))
        except CannotChangeError as refusal:
            self.table.show_refusal(str(refusal))

    def show(self, forum: Forum) -> None:
        self.assessment = assess(forum, self.assessment)
        self.table.show_assessment(self.assessment)

    def pledge(self, code: str) -> Pledge:
        return self.forum.state(code).pledge

    def press(self, *keys: str | Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Type texts and keys one after another, each to whatever has the keyboard then."""
        for each in keys:
            for key in each if isinstance(each, str) else (each,):
                # QTest takes characters and keys, its stubs only keys.
                key_or_character: Qt.Key = key  # type: ignore[assignment]
                QTest.keyClick(QApplication.focusWidget() or self.table.grid, key_or_character, modifier)

    def at(self) -> tuple[str | None, str]:
        return self.table.selected()

    def cell(self, code: str, column: Column) -> Cell:
        return self.table.model.cell(self.table.model.row_of(code), column)

    def typed(self) -> str | None:
        """Return the text in the open line, ``None`` where none is open."""
        return self.table._entering.editor.text() if self.table._entering.is_open else None

    def says(self) -> str:
        """Return what the panel says, with plain spaces; nothing where it is not shown."""
        panel = self.table._entering.panel
        return plain(panel.text) if panel.isVisible() else ""


def plain(text: str) -> str:
    return text.replace("\u202f", " ").replace("\u00a0", " ")


def drawn(cell: Cell) -> str:
    """Draw a cell as text: icons as names in brackets, a dotted box for nothing recorded."""
    if cell.look is Look.NOTHING:
        return "[····]"
    if cell.look is Look.NONE:
        return f"({cell.text})"
    if cell.look is Look.OPEN:
        return "…"
    tokens = " ".join(f"[{token.icon}] {token.word}" for token in cell.tokens)
    if cell.look is Look.TOKENS:
        return tokens
    if cell.look is Look.COVERAGE:
        return f"{tokens} {plain(cell.text)}".strip()
    return " ".join(part for part in (cell.code, plain(cell.text), cell.aside) if part)


def drawing_of(table: PledgeTable, *codes: str) -> list[str]:
    """Draw rows of the table, and the totals, as they stand on screen."""
    model = table.model
    rows = [[drawn(model.cell(model.row_of(code), column)) for column in SHOWN] for code in codes]
    rows.append([drawn(table.totals_model.cell(0, column)) for column in SHOWN])
    return [" | ".join(row).rstrip() for row in rows]
