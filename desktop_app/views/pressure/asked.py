"""What is asked of whom under migratory pressure, and of whom nothing is (COM(2020) 610, Art. 52(1), 53(3)(c))."""

from typing import Final

from desktop_app.calc.pressure_assessment import PressureAssessment, PressureRow
from desktop_app.calc.sentences import State, say
from desktop_app.views.forum_editors.asked import NO_FIGURE, NO_KEY, AskedPanel, due_words, state_line, sum_lines
from desktop_app.views.forum_editors.figures import FigureLine
from desktop_app.views.language import tr

_ABOUT_PRESSURE: Final = say("The Member State under pressure: nobody is asked for its part (Art. 52(1), 53(3)(c))")
_ABOUT_ELSEWHERE: Final = say(
    "It benefits from another procedure and need not contribute (Art. 52(1)); nobody is asked for its part"
)
_OF_REPORT: Final = ("P610-51-1", "P610-51-4", "P610-52-3a")
_NO_DAY: Final = say("The day on which the report was adopted starts the two weeks for plans (Art. 52(3)).")


def asked_lines(assessment: PressureAssessment) -> list[FigureLine]:
    """Return what is asked of each state of the key, and the sums."""
    totals = assessment.totals
    lines = [state_line(row.code, row.share, row.key_number, row.asked, _why_not(row)) for row in assessment.rows]
    return [*lines, *sum_lines(totals.asked, totals.not_asked, totals.total)]


def _why_not(row: PressureRow) -> str:
    if row.benefitting:
        return _ABOUT_PRESSURE
    return _ABOUT_ELSEWHERE if row.benefits_elsewhere else ""


class PressureAskedPanel(AskedPanel):
    """What is asked as a list, the sentence that sums it up, and the deadlines that the report starts."""

    def show_pressure(self, assessment: PressureAssessment | None) -> None:
        """Show what is asked by a forum; ``None`` while something typed is wrong."""
        if assessment is None:
            self.show_nothing()
            return
        self.show_asked(_lead(assessment), asked_lines(assessment), due_words(assessment, _OF_REPORT, _NO_DAY))


def _lead(assessment: PressureAssessment) -> str:
    totals, report = assessment.totals, assessment.forum.migratory_pressure.report
    if not report.under_pressure:
        return tr("The report finds no migratory pressure (Art. 51(2)): nobody is asked for anything.")
    if not assessment.rows:
        return NO_KEY
    if totals.total is None or report.benefitting is None:
        return tr("Nothing can be asked yet: the report names no Member State under pressure with both its totals.")
    if totals.asked is None or totals.not_asked is None:
        return NO_FIGURE
    asked = [row for row in assessment.rows if row.is_asked]
    return say(
        "{asked} of {total} persons are asked of {count} Member States; nobody is asked for the {rest} of {states}.",
        asked=totals.asked,
        total=totals.total,
        count=len(asked),
        rest=totals.not_asked,
        states=[State(row.code) for row in assessment.rows if not row.is_asked],
    )
