"""The window that explains the 30 % test of search and rescue: readings, states with measures, cover (Art. 48(2))."""

from typing import Final

from PySide6.QtWidgets import QWidget

from desktop_app.calc.assessment import Assessment
from desktop_app.calc.response_assessment import SearchAndRescueAssessment
from desktop_app.calc.thirty_percent import ThirtyPercentTest, thirty_percent_of
from desktop_app.calc.wording import listed
from desktop_app.views.disembarkation.cover_lines import COLUMNS, cover_lines, with_top_up
from desktop_app.views.language import marked, state_name, tr
from desktop_app.views.thirty_percent import ReadingsWindow, ShownTest

_WORDS: Final = marked(
    "Art. 48(2): measures are fixed as indicated, unless they lead to a shortfall of more than 30 % of the relocations "
    "of the report. Exactly 30 % is allowed. Above it, each state with measures covers half of its share by "
    "relocation, return sponsorship or both. Beside the law in force: COM(2020) 610, a proposal."
)


class ThirtyPercentWindow(ReadingsWindow):
    """Readings A, B and C, the states with measures, and who is set by the Commission."""

    def __init__(self, parent: QWidget | None) -> None:
        """Make the window without figures; :meth:`show_desk` fills it."""
        super().__init__(parent, COLUMNS, _WORDS)

    def help_topic(self) -> tuple[str, str]:
        """Return page and heading of the manual."""
        return "search-and-rescue", "The 30 % test and the cover"

    def shown(self, assessment: Assessment) -> ShownTest | None:
        """Return the test of a forum on search and rescue."""
        if not isinstance(assessment, SearchAndRescueAssessment):
            return None
        test = thirty_percent_of(assessment)
        codes = tuple(row.code for row in test.with_measures)
        return ShownTest(
            test, effect_words(test), tuple(cover_lines(test)), codes, below_words(test), is_act=test.is_act
        )


def effect_words(test: ThirtyPercentTest) -> tuple[str, str]:
    """Return what the test does to this forum, and the colour token of the sentence."""
    reading = test.in_force
    if reading.ratio is None:
        return tr("The test is open: the key or the report's total is missing."), "unknown"
    if not reading.triggered:
        return tr(
            "Under reading {name}, in force, the test is not triggered: no half is asked for.", name=reading.name
        ), "text"
    if test.is_act:
        return tr(
            "Under reading {name}, in force, the test is triggered: half is to be covered.", name=reading.name
        ), "warn"
    return (
        tr(
            "Under reading {name}, in force, the test would be triggered. It has an effect in an act under "
            "Art. 48(2) alone: the list shows what that act would fix.",
            name=reading.name,
        )
    ), "warn"


def below_words(test: ThirtyPercentTest) -> str:
    """Say who has measures, and for whom the Commission sets the contribution."""
    said = []
    if not test.with_measures and test.in_force.ratio is not None:
        said.append(tr("No contributing state has measures in a plan that counts: A and C are 0."))
    elif not test.is_act and test.in_force.triggered:
        said.append(tr("Added, split and fixed measures are those that an act under Art. 48(2) would have."))
    states = [
        f"{state_name(row.code)} ({with_top_up(row.by_report.relocations, row.relocations)})"
        for row in test.set_by_commission
        if row.relocations is not None
    ]
    if states:
        template = (
            marked("Without a plan in time, the Commission sets size and type, as relocations: {listed}.")
            if test.is_act
            else marked("Without a plan in time, the Commission would set size and type, as relocations: {listed}.")
        )
        said.append(tr(template, listed=listed(states)))
    if test.corrected.totals.relocations_before_top_up is not None:
        said.append(tr("All figures are before the top-up; where an arrow stands, what it makes of them follows."))
    return "\n".join(said)
