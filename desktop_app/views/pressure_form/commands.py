"""The plan of a pressure response in the main window: what it is told, and what it asks for."""

from typing import TYPE_CHECKING

from desktop_app.calc.pressure_assessment import PressureAssessment
from desktop_app.views.plan_form.commands import RevisionCommands
from desktop_app.views.pressure_form.panel import PressurePlanPanel

if TYPE_CHECKING:
    from desktop_app.views.desk import Desk
    from desktop_app.views.main_window import MainWindow
    from desktop_app.views.pressure_table import PressureTable


class PressurePlanCommands(RevisionCommands[PressurePlanPanel]):
    """The plans of a pressure response."""

    def __init__(self, window: "MainWindow", table: "PressureTable") -> None:
        """Make the panel of Annex II; see :class:`RevisionCommands`."""
        super().__init__(window, table, PressurePlanPanel)

    def _figures_of(self, desk: "Desk") -> PressureAssessment:
        return desk.pressure
