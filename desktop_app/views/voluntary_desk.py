"""What the window shows of a forum on voluntary solidarity: header strip, table of signatories, pledges, editors."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

from desktop_app.calc.assessment import Assessment
from desktop_app.calc.forum import Forum, Procedure
from desktop_app.calc.voluntary_assessment import VoluntaryAssessment
from desktop_app.views.proposal_desk import GROUPS, ProposalDesk
from desktop_app.views.response_step import Place
from desktop_app.views.solidarity import SolidarityCommands
from desktop_app.views.solidarity_step import changed_voluntary
from desktop_app.views.support import SupportCommands
from desktop_app.views.voluntary import VoluntaryCommands
from desktop_app.views.voluntary_form import PledgeCommands, PledgePanel
from desktop_app.views.voluntary_header import VoluntaryHeader
from desktop_app.views.voluntary_table import VoluntaryTable
from desktop_app.views.voluntary_table.columns import HEADINGS, column_called

if TYPE_CHECKING:
    from desktop_app.views.main_window import MainWindow


class VoluntaryDesk(ProposalDesk[VoluntaryHeader, VoluntaryTable, PledgePanel]):
    """The voluntary mechanism in one main window.

    Attributes:
        pledges: the panel of a signatory's pledges.
    """

    procedure = Procedure.VOLUNTARY
    edited_by: ClassVar[Mapping[str, str]] = {
        "mechanism": "mechanism",
        "signatories": "mechanism",
        "needs": "needs",
        "kept": "kept",
        **GROUPS,
    }
    on_the_form = frozenset({"relocations", "financial", "project"})
    first_column = "relocations"

    def __init__(self, window: "MainWindow") -> None:
        """Make the parts; :meth:`connect_parts` ties them to the window."""
        self.header = VoluntaryHeader()
        self.table = VoluntaryTable()
        self.pledges = PledgeCommands(window, self.table)
        super().__init__(
            window, self.pledges, VoluntaryCommands(window), SolidarityCommands(window), SupportCommands(window)
        )

    @property
    def heading(self) -> tuple[str, str]:
        """Name of the cursor's column, and what it holds."""
        heading = HEADINGS[column_called(self.table.selected()[1])]
        return heading.name, heading.about

    def show_assessment(self, assessment: Assessment) -> None:
        """Show new figures."""
        figures = VoluntaryAssessment.of(assessment)
        self.table.show_assessment(figures)
        self.header.show_assessment(figures)
        self.panel.show_assessment(figures)

    def _open_form(self, code: str, column: str) -> None:
        self.pledges.open_at(code, column)

    def _first(self, assessment: Assessment) -> str | None:
        """Return the first signatory."""
        return next((row.code for row in VoluntaryAssessment.of(assessment).rows), None)

    def _changed_place(self, before: Forum, after: Forum) -> Place | None:
        return changed_voluntary(before, after)
