"""A table of signatories with an owner that applies what is asked for, as the window does."""

from desktop_app.calc.assess import assess
from desktop_app.calc.changes import SetVoluntary
from desktop_app.calc.forum import Forum
from desktop_app.calc.voluntary import VoluntaryPledge
from desktop_app.calc.voluntary_assessment import VoluntaryAssessment
from desktop_app.views.typed_table.cells import Cell
from desktop_app.views.voluntary_table import VoluntaryTable
from desktop_app.views.voluntary_table.columns import Column
from tests.views.pledge_table.owner import drawn
from tests.views.table_owner import TableOwner, plain


class Owner(TableOwner[VoluntaryTable, SetVoluntary]):
    """Owns a table: assesses the forum, shows it."""

    def __init__(self, forum: Forum) -> None:
        super().__init__(VoluntaryTable())
        self.forms: list[tuple[str, str]] = []
        self.table.form_asked.connect(lambda code, part: self.forms.append((code, part)))
        self.show(forum)

    @property
    def forum(self) -> Forum:
        return self.assessment.forum

    def show(self, forum: Forum) -> None:
        self.assessment = VoluntaryAssessment.of(assess(forum))
        self.table.show_assessment(self.assessment)

    def pledges(self, code: str) -> tuple[VoluntaryPledge, ...]:
        return self.forum.voluntary.pledges_of(code)

    def cell(self, code: str, column: Column) -> Cell:
        return self.table.model.cell(self.table.model.row_of(code), column)

    def drawing(self) -> list[str]:
        """Draw all rows, and those under the table, as they stand on screen."""
        model, totals = self.table.model, self.table.totals_model
        rows = [[drawn(model.cell(row, column)) for column in Column] for row in range(model.rowCount())]
        rows += [[drawn(totals.cell(row, column)) for column in Column] for row in range(totals.rowCount())]
        return [plain(" | ".join(row)).rstrip(" |") for row in rows]
