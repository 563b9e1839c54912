"""Revisions side by side."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from desktop_app.calc.assess import assess
from desktop_app.calc.response_assessment import SearchAndRescueAssessment
from desktop_app.calc.response_plans import Cover
from desktop_app.views.plan_form.compare import Comparison, all_states, side_by_side
from desktop_app.views.plan_form.revisions import Chosen, RevisionsDialog
from tests.views.plan_form.forums import FRANCE, GERMANY, UNITS, forum

SECOND = replace(GERMANY, revision=1, submitted=date(2026, 11, 16), relocations=280, measures=(UNITS,))
THIRD = replace(SECOND, revision=2, submitted=date(2026, 11, 25), relocations=400, cover=Cover(3, 4), measures=())


@pytest.fixture
def now() -> SearchAndRescueAssessment:
    return SearchAndRescueAssessment.of(assess(forum(GERMANY, SECOND, THIRD, FRANCE, forum_ended=date(2026, 11, 20))))


def shown(compared: Comparison, name: str) -> list[str]:
    return [cell.shown.replace("\u00a0", " ") for line, cells in compared.lines if line == name for cell in cells]


def test_each_revision_has_a_column_and_differences_a_sign(now: SearchAndRescueAssessment) -> None:
    compared = side_by_side("DE", now)
    assert compared.headings == ("", "First plan", "(Rev) 1", "(Rev) 2")
    assert shown(compared, "Relocations of applicants") == ["300", "≠ 280 (−20)", "≠ 400 (+120)"]
    assert shown(compared, "Of which vulnerable") == ["20", "20", "20"]
    assert shown(compared, "Capacity building (asylum, reception, return)") == [
        "none",
        "≠ three units; modular reception units; by June 2027; 290 persons; EUR 11 000 000",
        "≠ none",
    ]
    assert shown(compared, "Cover: return sponsorship") == ["not said", "not said", "≠ 4"]
    assert shown(compared, "Does it count?") == [
        "Does not count: (Rev) 1 takes its place (Art. 47(5))",
        "Counts",
        "Does not count: handed in after the end of the forum on 20 November 2026 (Art. 47(5))",
    ]


def test_a_measure_without_words_and_a_plan_without_a_day_are_shown(now: SearchAndRescueAssessment) -> None:
    bare = replace(UNITS, amount=None, description=None, timetable=None, persons_equivalent=None, value_cents=None)
    plan = replace(FRANCE, submitted=None, measures=(bare,))
    compared = side_by_side("FR", SearchAndRescueAssessment.of(assess(forum(plan))))
    assert shown(compared, "Date of submission") == ["no date"]
    assert shown(compared, "Capacity building (asylum, reception, return)") == ["not described"]
    assert shown(all_states(SearchAndRescueAssessment.of(assess(forum(plan)))), "France")[2] == "no date"


def test_measures_on_no_line_have_a_line_where_a_revision_has_any(now: SearchAndRescueAssessment) -> None:
    assert shown(side_by_side("DE", now), "Line of the form not said") == []
    second = replace(SECOND, measures=(replace(UNITS, kind=None),))
    compared = side_by_side("DE", SearchAndRescueAssessment.of(assess(forum(GERMANY, second))))
    assert shown(compared, "Line of the form not said") == [
        "none",
        "≠ three units; modular reception units; by June 2027; 290 persons; EUR 11 000 000",
    ]
    assert shown(compared, "Capacity building (asylum, reception, return)") == ["none", "none"]


def test_the_list_of_all_says_who_revised_what(now: SearchAndRescueAssessment) -> None:
    compared = all_states(now)
    assert shown(compared, "Germany") == [
        "in time: (Rev) 1 counts",
        "revised 2 times",
        "10 November 2026\n16 November 2026\n25 November 2026",
        "≠ 300 → 280 → 400",
        "≠ 0 → 290 → 0",
    ]
    assert shown(compared, "France")[1:] == ["not revised", "12 November 2026", "10", "290"]
    assert shown(compared, "Sweden") == ["missing: due by 14 November 2026", "none", "", "", ""]


def test_the_dialog_turns_from_one_member_state_to_all_and_goes_to_a_revision(
    qtbot: QtBot, now: SearchAndRescueAssessment
) -> None:
    dialog = RevisionsDialog(None, now, "DE")
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    assert dialog.table.columnCount() == 4
    assert dialog.waiting.isHidden()
    dialog.state.input.setCurrentIndex(0)
    assert dialog.table.rowCount() == 4
    assert "Missing: Sweden." in dialog.waiting.text()
    QTest.keyClick(dialog.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text().startswith("Member State\tHow it stands\tRevisions")
    assert "<td><b>≠ 300 → 280 → 400</b></td>" in QApplication.clipboard().mimeData().html()
    dialog.state.input.setCurrentIndex(1)
    assert dialog.state.input.currentText() == "Germany: 2 revised"
    dialog.table.setCurrentCell(3, 2)
    QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    assert dialog.chosen == Chosen("DE", 1)


def test_a_member_state_without_a_plan_says_so(qtbot: QtBot, now: SearchAndRescueAssessment) -> None:
    dialog = RevisionsDialog(None, now, "SE", 200)
    qtbot.addWidget(dialog)
    assert dialog.legend.text() == "No plan is recorded of this Member State."
    assert dialog.state.input.currentText() == "Sweden: no plan"


def test_asking_returns_what_was_chosen(
    monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, now: SearchAndRescueAssessment
) -> None:
    def choose(dialog: QDialog) -> int:
        assert isinstance(dialog, RevisionsDialog)
        dialog.table.asked.emit(2, 0)
        return 1

    monkeypatch.setattr(RevisionsDialog, "exec", choose)
    assert RevisionsDialog.ask(None, now, None, 100) == Chosen("FR", 0)
