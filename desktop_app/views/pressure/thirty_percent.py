"""The window that explains the 30 % test of a pressure response: readings A and C, who has measures (Art. 52(2))."""

from typing import Final

from PySide6.QtWidgets import QWidget

from desktop_app.calc.assessment import Assessment
from desktop_app.calc.pressure_assessment import PressureAssessment
from desktop_app.calc.thirty_percent import PressureTest, thirty_percent_of
from desktop_app.calc.wording import listed
from desktop_app.views.language import marked, state_name, tr
from desktop_app.views.pressure.beside import HELP_PAGE
from desktop_app.views.pressure.measure_lines import COLUMNS, measure_lines
from desktop_app.views.thirty_percent import ReadingsWindow, ShownTest

_WORDS: Final = marked(
    "Art. 52(2), 53(2): measures stand instead of persons as long as they lead to a shortfall of no more than 30 % of "
    "the total of the report. Exactly 30 % is allowed. Above it, each state with measures covers half of its share by "
    "persons of any type; the measures are what is left. Beside the law in force: COM(2020) 610, a proposal."
)


class PressureTestWindow(ReadingsWindow):
    """Readings A and C, the states with measures, and who is set by the Commission."""

    def __init__(self, parent: QWidget | None) -> None:
        """Make the window without figures; :meth:`show_desk` fills it."""
        super().__init__(parent, COLUMNS, _WORDS)

    def help_topic(self) -> tuple[str, str]:
        """Return page and heading of the manual."""
        return HELP_PAGE, "30 % test"

    def shown(self, assessment: Assessment) -> ShownTest | None:
        """Return the test of a pressure response."""
        if not isinstance(assessment, PressureAssessment):
            return None
        test = thirty_percent_of(assessment)
        codes = tuple(row.code for row in test.with_measures)
        return ShownTest(test, effect_words(test), tuple(measure_lines(test)), codes, below_words(test), is_act=True)


def effect_words(test: PressureTest) -> tuple[str, str]:
    """Return what the test does to this forum, and the colour token of the sentence."""
    reading = test.in_force
    if not reading.has_result:
        return tr("Reading B, in force, gives no result under migratory pressure: no half is asked for."), "warn"
    if reading.ratio is None:
        return tr("The test is open: the key or a total of the report is missing."), "unknown"
    if reading.triggered:
        return tr(
            "Under reading {name}, in force, the test is triggered: half is to be covered.", name=reading.name
        ), "warn"
    return tr(
        "Under reading {name}, in force, the test is not triggered: no half is asked for.", name=reading.name
    ), "text"


def below_words(test: PressureTest) -> str:
    """Say who has measures, and for whom the Commission sets the types."""
    said = []
    if not test.with_measures:
        said.append(tr("No contributing state has measures in a plan that counts: nothing is short."))
    states = [state_name(row.code) for row in test.set_by_commission]
    if states:
        said.append(
            tr("Without a plan in time, the Commission sets the types (Art. 53(2)): {listed}.", listed=listed(states))
        )
    return "\n".join(said)
