"""An editor of search and rescue with a picture beside its fields that follows what is typed."""

from typing import TYPE_CHECKING

from desktop_app.calc.response_assessment import SearchAndRescueAssessment
from desktop_app.calc.search_and_rescue import SearchAndRescue
from desktop_app.views.forum_editors.beside import BesideEditor

if TYPE_CHECKING:
    from desktop_app.calc.assessment import Assessment


class RescueEditor(BesideEditor):
    """Fields on the left, a picture of what search and rescue would be on the right, what it would change below."""

    help_page = "search-and-rescue"

    @property
    def recorded(self) -> SearchAndRescue:
        """What the forum records of the procedure now."""
        return self.forum.search_and_rescue

    def show_draft(self, assessment: "Assessment | None") -> None:
        """Let the picture follow."""
        self.show_response(None if assessment is None else SearchAndRescueAssessment.of(assessment))

    def show_response(self, assessment: SearchAndRescueAssessment | None) -> None:
        """Show the picture of the forum as it would be; ``None`` while something is wrong."""
        raise NotImplementedError
