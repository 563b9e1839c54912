"""An editor of migratory pressure with a picture beside its fields that follows what is typed."""

from typing import TYPE_CHECKING

from desktop_app.calc.migratory_pressure import MigratoryPressure
from desktop_app.calc.pressure_assessment import PressureAssessment
from desktop_app.views.forum_editors.beside import BesideEditor

if TYPE_CHECKING:
    from desktop_app.calc.assessment import Assessment

HELP_PAGE = "migratory-pressure"


class PressureEditor(BesideEditor):
    """Fields on the left, a picture of what the response would be on the right, what it would change below."""

    help_page = HELP_PAGE

    @property
    def recorded(self) -> MigratoryPressure:
        """What the forum records of the procedure now."""
        return self.forum.migratory_pressure

    def show_draft(self, assessment: "Assessment | None") -> None:
        """Let the picture follow."""
        self.show_pressure(None if assessment is None else PressureAssessment.of(assessment))

    def show_pressure(self, assessment: PressureAssessment | None) -> None:
        """Show the picture of the forum as it would be; ``None`` while something is wrong."""
        raise NotImplementedError
