"""A pledge table with an owner that applies what is asked for, as the window does, and drawings of it as text."""

from desktop_app.calc.changes import RecordPledge
from desktop_app.calc.forum import Forum, Pledge
from desktop_app.calc.rulebooks.annual_pool.book import assess
from desktop_app.views.pledge_table import PledgeTable
from desktop_app.views.pledge_table.columns import DEFAULT_COLUMNS, Column
from desktop_app.views.typed_table.cells import Cell, Look
from tests.views.table_owner import TableOwner, plain

SHOWN = (Column.MEMBER_STATE, *DEFAULT_COLUMNS)
"""The columns that are shown at first."""


class Owner(TableOwner[PledgeTable, RecordPledge]):
    """Owns a table: assesses the forum, shows it."""

    def __init__(self, forum: Forum) -> None:
        super().__init__(PledgeTable())
        self.assessment = assess(forum)
        self.table.show_assessment(self.assessment)

    @property
    def forum(self) -> Forum:
        return self.assessment.forum

    def show(self, forum: Forum) -> None:
        self.assessment = assess(forum, self.assessment)
        self.table.show_assessment(self.assessment)

    def pledge(self, code: str) -> Pledge:
        return self.forum.state(code).pledge

    def cell(self, code: str, column: Column) -> Cell:
        return self.table.model.cell(self.table.model.row_of(code), column)

    def typed(self) -> str | None:
        """Return the text in the open line, ``None`` where none is open."""
        return self.table._entering.editor.text() if self.table._entering.is_open else None


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
