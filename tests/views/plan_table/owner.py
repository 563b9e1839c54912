"""A table of plans with an owner that applies what is asked for, as the window does."""

from typing import Any, TypeVar

from desktop_app.calc.assess import assess
from desktop_app.calc.changes import RecordPlan, RecordPressurePlan
from desktop_app.calc.forum import Forum
from desktop_app.calc.response_plans import ResponsePlan
from desktop_app.views.plan_table import PlanTable
from desktop_app.views.typed_table.cells import Cell
from desktop_app.views.typed_table.layout import NAMES
from desktop_app.views.typed_table.participants import ParticipantsTable
from desktop_app.views.typed_table.participants_model import ParticipantsModel
from tests.views.pledge_table.owner import drawn
from tests.views.table_owner import TableOwner, plain

PlansTable = TypeVar("PlansTable", bound=ParticipantsTable[Any])
Recorded = TypeVar("Recorded", RecordPlan, RecordPressurePlan)


class PlansOwner(TableOwner[PlansTable, Recorded]):
    """Owns a table of whatever annex: assesses the forum, shows it."""

    def __init__(self, table: PlansTable, forum: Forum) -> None:
        super().__init__(table)
        self.assessment: Any = assess(forum)
        self.forms: list[tuple[str, str]] = []
        self.told = ""
        self.table.form_asked.connect(lambda code, part: self.forms.append((code, part)))
        self.table.selection_told.connect(self.tell)
        self.table.show_assessment(self.assessment)

    @property
    def forum(self) -> Forum:
        found: Forum = self.assessment.forum
        return found

    def tell(self, words: str) -> None:
        self.told = plain(words)

    def show(self, forum: Forum) -> None:
        self.assessment = assess(forum)
        self.table.show_assessment(self.assessment)

    def codes(self) -> list[str]:
        return list(self.table.codes)

    def last(self) -> tuple[str, str | None]:
        """Return the figure under the cursor and its Member State."""
        return self.selected[-1]

    def cell(self, code: str, column: int) -> Cell:
        model: ParticipantsModel[Any] = self.table.model
        return model.cell(model.row_of(code), column)

    def note(self) -> str:
        return plain(self.table.note.text()) if self.table.note.isVisible() else ""

    def drawing(self) -> list[str]:
        """Draw all rows, and those under the table, as they stand on screen."""
        model: ParticipantsModel[Any] = self.table.model
        totals = self.table.totals_model
        columns = (NAMES, *model.columns)
        rows = [[drawn(model.cell(row, column)) for column in columns] for row in range(model.rowCount())]
        rows += [[drawn(totals.cell(row, column)) for column in columns] for row in range(totals.rowCount())]
        return [" | ".join(row).rstrip(" |") for row in rows]


class Owner(PlansOwner[PlanTable, RecordPlan]):
    """Owns a table of Annex I."""

    def __init__(self, forum: Forum) -> None:
        super().__init__(PlanTable(), forum)

    def plans(self, code: str) -> tuple[ResponsePlan, ...]:
        return self.forum.search_and_rescue.revisions(code)


def names_of(cell: Cell) -> list[str]:
    """Return the icons and words beside a name."""
    return [f"[{token.icon}] {token.word}".strip() for token in cell.tokens]
