"""The models of the table of plans: as many rows as Member States take part."""

from collections.abc import Sequence

from desktop_app.calc.response_assessment import SearchAndRescueAssessment
from desktop_app.views.plan_table.columns import LAYOUT, TYPED
from desktop_app.views.plan_table.rows import Subject, cells_of, subjects_of
from desktop_app.views.plan_table.totals import TotalsRow, totals_cells
from desktop_app.views.typed_table.cells import Cell
from desktop_app.views.typed_table.participants_model import ParticipantsModel, TotalsModel


class PlanTableModel(ParticipantsModel[Subject]):
    """The participating Member States with their plans."""

    def __init__(self) -> None:
        """Make a table without rows."""
        super().__init__(LAYOUT)

    def subjects_of(self, assessment: SearchAndRescueAssessment) -> Sequence[Subject]:
        """Gather what the rows are made from."""
        return subjects_of(assessment)

    def cells_of(self, subject: Subject) -> tuple[Cell, ...]:
        """Return the cells of a row."""
        return cells_of(subject)

    def takes_entry(self, row: int, column: int) -> bool:
        """Tell whether something is typed into a cell: of a state that is asked for a plan."""
        subject = self.subject(row)
        return column in TYPED and subject is not None and not subject.row.benefitting


class PlanTotalsModel(TotalsModel):
    """The rows under the table."""

    def __init__(self) -> None:
        """Make empty totals."""
        super().__init__(LAYOUT, len(TotalsRow), totals_cells)
