"""What the window shows of a forum on migratory pressure: header strip, table of plans, form of Annex II, editors."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

from desktop_app.calc.assessment import Assessment
from desktop_app.calc.forum import Forum, Procedure
from desktop_app.calc.pressure_assessment import PressureAssessment
from desktop_app.views.pressure import PressureCommands
from desktop_app.views.pressure_form import PressurePlanCommands, PressurePlanPanel
from desktop_app.views.pressure_header import PressureHeader
from desktop_app.views.pressure_table import PressureTable
from desktop_app.views.pressure_table.columns import HEADINGS, column_called
from desktop_app.views.proposal_desk import GROUPS, ProposalDesk
from desktop_app.views.response_step import Place
from desktop_app.views.solidarity import SolidarityCommands
from desktop_app.views.solidarity_step import changed_pressure
from desktop_app.views.support import SupportCommands

if TYPE_CHECKING:
    from desktop_app.views.main_window import MainWindow


class PressureDesk(ProposalDesk[PressureHeader, PressureTable, PressurePlanPanel]):
    """Migratory pressure in one main window.

    Attributes:
        plans: the form of Annex II.
    """

    procedure = Procedure.MIGRATORY_PRESSURE
    edited_by: ClassVar[Mapping[str, str]] = {
        "situation": "situation",
        "report": "report",
        "key": "key",
        "rounds": "rounds",
        "act": "judgement",
        "types": "judgement",
        "credits": "credits",
        "reduction": "reduction",
        **GROUPS,
    }
    on_the_form = frozenset({"plan", "shares", "minors", "nationalities", "activities", "measures", "reduction"})
    first_column = "applicants"

    def __init__(self, window: "MainWindow") -> None:
        """Make the parts; :meth:`connect_parts` ties them to the window."""
        self.header = PressureHeader()
        self.table = PressureTable()
        self.plans = PressurePlanCommands(window, self.table)
        super().__init__(
            window, self.plans, PressureCommands(window), SolidarityCommands(window), SupportCommands(window)
        )

    def connect_parts(self) -> None:
        """Tie the parts to the window."""
        super().connect_parts()
        self.header.groups_asked.connect(self._window.menus.actions["sponsorship_groups"].trigger)

    @property
    def heading(self) -> tuple[str, str]:
        """Name of the cursor's column, and what it holds."""
        heading = HEADINGS[column_called(self.table.selected()[1])]
        return heading.name, heading.about

    def show_assessment(self, assessment: Assessment) -> None:
        """Show new figures."""
        figures = PressureAssessment.of(assessment)
        self.table.show_assessment(figures)
        self.header.show_assessment(figures)
        self.panel.show_assessment(figures)

    def _open_form(self, code: str, column: str) -> None:
        self.plans.open_at(code, column)

    def _first(self, assessment: Assessment) -> str | None:
        """Return the first contributing Member State."""
        return next((row.code for row in PressureAssessment.of(assessment).rows if row.is_asked), None)

    def _changed_place(self, before: Forum, after: Forum) -> Place | None:
        return changed_pressure(before, after)
