"""What the window shows of a forum on search and rescue: header strip, table of plans, plan form, editors, pools."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

from desktop_app.calc.assessment import Assessment
from desktop_app.calc.forum import Forum, Procedure
from desktop_app.calc.response_assessment import SearchAndRescueAssessment
from desktop_app.views.disembarkation import DisembarkationCommands
from desktop_app.views.plan_form import PlanCommands, PlanPanel
from desktop_app.views.plan_header import PlanHeader
from desktop_app.views.plan_table import PlanTable
from desktop_app.views.plan_table.columns import HEADINGS, column_called
from desktop_app.views.pools import PoolCommands
from desktop_app.views.proposal_desk import ProposalDesk
from desktop_app.views.response_step import Place, changed_place

if TYPE_CHECKING:
    from desktop_app.views.main_window import MainWindow


class ResponseDesk(ProposalDesk[PlanHeader, PlanTable, PlanPanel]):
    """Search and rescue in one main window.

    Attributes:
        plans: the form of Annex I.
    """

    procedure = Procedure.SEARCH_AND_RESCUE
    edited_by: ClassVar[Mapping[str, str]] = {
        "report": "report",
        "requests": "report",
        "key": "key",
        "rounds": "rounds",
        "act": "judgement",
        "pools": "pools",
        "top_up": "top_up",
        "raises": "raise_pools",
    }
    on_the_form = frozenset({"vulnerable", "cover", "plan"})
    first_column = "relocations"

    def __init__(self, window: "MainWindow") -> None:
        """Make the parts; :meth:`connect_parts` ties them to the window."""
        self.header = PlanHeader()
        self.table = PlanTable()
        self.plans = PlanCommands(window, self.table)
        super().__init__(window, self.plans, DisembarkationCommands(window), PoolCommands(window))

    @property
    def heading(self) -> tuple[str, str]:
        """Name of the cursor's column, and what it holds."""
        heading = HEADINGS[column_called(self.table.selected()[1])]
        return heading.name, heading.about

    def show_assessment(self, assessment: Assessment) -> None:
        """Show new figures."""
        figures = SearchAndRescueAssessment.of(assessment)
        self.table.show_assessment(figures)
        self.header.show_assessment(figures)
        self.panel.show_assessment(figures)

    def _open_form(self, code: str, column: str) -> None:
        self.plans.open_at(code, column)

    def _first(self, assessment: Assessment) -> str | None:
        """Return the first contributing Member State."""
        rows = SearchAndRescueAssessment.of(assessment).rows
        return next((row.code for row in rows if not row.benefitting), None)

    def _changed_place(self, before: Forum, after: Forum) -> Place | None:
        return changed_place(before, after)
