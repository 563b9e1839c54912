"""What is asked of whom by the key, and that nobody is asked for the part of the benefitting states (Art. 47(3))."""

from typing import Final

from desktop_app.calc.response_assessment import SearchAndRescueAssessment
from desktop_app.calc.sentences import State, say
from desktop_app.views.forum_editors.asked import NO_FIGURE, NO_KEY, AskedPanel, due_words, state_line, sum_lines
from desktop_app.views.forum_editors.figures import FigureLine
from desktop_app.views.language import tr

_ABOUT_NOBODY: Final = say("A Member State of disembarkation: nobody is asked for its part (Art. 47(3))")
_OF_REPORT: Final = ("P610-47-3", "P610-47-4a")
_NO_DAY: Final = say(
    "The day on which the report was adopted starts two clocks: requests in two weeks, plans in one month."
)


def request_lines(assessment: SearchAndRescueAssessment) -> list[FigureLine]:
    """Return what is asked of each state of the key, and the sums."""
    totals = assessment.totals
    lines = [
        state_line(row.code, row.share, row.report_number, row.asked, _ABOUT_NOBODY if row.benefitting else "")
        for row in assessment.rows
    ]
    return [*lines, *sum_lines(totals.asked, totals.not_asked, totals.report_total)]


class RequestsPanel(AskedPanel):
    """The requests as a list, the sentence that sums them up, and the deadlines that the report starts."""

    def show_response(self, assessment: SearchAndRescueAssessment | None) -> None:
        """Show the requests of a forum; ``None`` while something typed is wrong."""
        if assessment is None:
            self.show_nothing()
            return
        self.show_asked(_lead(assessment), request_lines(assessment), due_words(assessment, _OF_REPORT, _NO_DAY))


def _lead(assessment: SearchAndRescueAssessment) -> str:
    totals, total = assessment.totals, assessment.totals.report_total
    benefitting = [State(row.code) for row in assessment.rows if row.benefitting]
    if not assessment.rows:
        return NO_KEY
    if total is None or not benefitting:
        return tr("Nothing can be asked yet: the report names no Member State of disembarkation with its number.")
    if totals.asked is None or totals.not_asked is None:
        return NO_FIGURE
    asked = [row for row in assessment.rows if not row.benefitting]
    return say(
        "{asked} of {total} persons are asked of {count} Member States; nobody is asked for the {rest} of {states}.",
        asked=totals.asked,
        total=total,
        count=len(asked),
        rest=totals.not_asked,
        states=benefitting,
    )
