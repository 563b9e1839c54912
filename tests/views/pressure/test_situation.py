"""The assessment: trigger, indicators with their window of dates, sources with the valid report, Blueprint, needs."""

from datetime import date
from fractions import Fraction

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop_app.calc.migratory_pressure import Trigger
from desktop_app.calc.pressure_situation import (
    Blueprint,
    IndicatorFigure,
    NeedsAnalysis,
    PressureIndicator,
    PressureSource,
    SituationReportKind,
    SourceUsed,
)
from desktop_app.views.desk import Desk
from desktop_app.views.pressure.indicators import read_count, window_words
from desktop_app.views.pressure.situation import SituationEditor
from tests.views.editor_desks import Show
from tests.views.pressure.typing_in import plain, type_over

CONTROL = Qt.KeyboardModifier.ControlModifier


def test_the_window_of_dates_is_six_months_before_the_notification() -> None:
    # The month of February has no 31st.
    assert "28 February 2027 to 30 August 2027," in plain(window_words(date(2027, 8, 31)))
    assert "its day is not recorded yet" in window_words(None)


@pytest.mark.parametrize(("text", "words"), [("410", ""), ("48200", "48 200"), ("48k", "48 000"), ("x", "")])
def test_a_count_is_said_again_only_where_it_reads_otherwise(text: str, words: str) -> None:
    assert plain(read_count(text).words) == words


def test_everything_of_the_assessment_is_recorded_in_one_step(desk: Desk, shown: Show) -> None:
    editor = SituationEditor(None, desk)
    shown(editor)
    assert plain(editor.due.text()).startswith("Report on migratory pressure by 20 February 2027 (Art. 51(1)): done on")
    editor.trigger.input.setCurrentIndex(2)
    type_over(editor.notified.input, "2027-01-18")
    assert "18 July 2026 to 17 January 2027" in plain(editor.indicators.window_shown.text())
    type_over(editor.fields["state_a"].input, "300")  # type: ignore[attr-defined]  # a line
    type_over(editor.fields["union_a"].input, "1200")  # type: ignore[attr-defined]  # a line
    type_over(editor.fields["nationalities_a"].input, "sy af")  # type: ignore[attr-defined]  # a line
    assert plain(editor.indicators.parts[PressureIndicator.APPLICATIONS].text()) == "25.00 %"
    assert editor.indicators.parts[PressureIndicator.TRANSFERS].text() == "–"
    editor.show_page("sources")
    sources = editor.sources.entries
    QTest.keyClick(sources, Qt.Key.Key_Insert)
    sources.fields["source"].input.setCurrentIndex(6)  # type: ignore[attr-defined]  # a choice
    sources.fields["kind"].input.setCurrentIndex(1)  # type: ignore[attr-defined]  # a choice
    assert editor.sources.valid.text().startswith("The crisis response is not activated: MISAA reports are the source")
    editor.show_page("blueprint")
    editor.blueprint.crisis_response.input.setChecked(True)
    assert editor.sources.valid.text().startswith("Point (g): while the crisis response is activated, ISAA reports")
    editor.blueprint.stage_two.input.setChecked(True)
    type_over(editor.blueprint.meeting.input, "2026-12-01")
    editor.blueprint.needs["staff"].input.setPlainText("90 officers")
    assert editor.blueprint.missing.text().endswith("missing: equipment, relocation and co-payment.")
    for name in ("equipment", "relocation", "co_payment"):
        editor.blueprint.needs[name].input.setPlainText("yes")
    assert editor.blueprint.missing.text().startswith("The analysis is complete")
    summary = plain(editor.consequences.summary)
    assert summary.startswith(
        "Triggered by a Member State → Commission, notified on 18 January 2027, indicators and 3 more"
    )
    QTest.keyClick(editor.notified.input, Qt.Key.Key_Return, CONTROL)
    recorded = desk.assessment.forum.migratory_pressure
    assert (recorded.triggered_by, recorded.notified, recorded.rapid) == (Trigger.COMMISSION, date(2027, 1, 18), False)
    situation = recorded.situation
    assert situation.indicators == (IndicatorFigure(PressureIndicator.APPLICATIONS, 300, 1_200, ("AF", "SY")),)
    assert situation.indicators[0].part_of_union == Fraction(1, 4)
    assert situation.sources == (SourceUsed(PressureSource.SITUATIONAL_AWARENESS, kind=SituationReportKind.ISAA),)
    assert situation.blueprint == Blueprint(
        stage_two=True, crisis_response=True, last_network_meeting=date(2026, 12, 1)
    )
    assert situation.needs == NeedsAnalysis("yes", "90 officers", "yes", "yes")
    assert desk.file.undo_title == "Assessment of migratory pressure"


def test_what_is_wrong_is_gone_to_on_its_page(desk: Desk, shown: Show) -> None:
    editor = SituationEditor(None, desk)
    shown(editor)
    type_over(editor.fields["state_k"].input, "20")  # type: ignore[attr-defined]  # a line
    type_over(editor.fields["union_k"].input, "10")  # type: ignore[attr-defined]  # a line
    assert editor.fields["state_k"].said == "More than in the whole Union: correct one of the two."
    editor.show_page("blueprint")
    QTest.keyClick(editor.notified.input, Qt.Key.Key_Return, CONTROL)
    assert editor.pages.currentWidget() is editor.indicators
    assert editor.fields["state_k"].input.hasFocus()  # type: ignore[attr-defined]  # a line
    type_over(editor.fields["state_k"].input, "9")  # type: ignore[attr-defined]  # a line
    editor.blueprint.stage_two.input.setChecked(True)
    type_over(editor.blueprint.since.input, "2027-02-02")
    type_over(editor.blueprint.ended.input, "2027-02-01")
    assert editor.blueprint.ended.said.startswith("Stage 2 would end before it began")
    type_over(editor.blueprint.ended.input, "2027-02-03")
    assert editor.blueprint.ended.said.startswith("Stage 2 is on, so that it has not ended")
    type_over(editor.blueprint.ended.input, "")
    sources = editor.sources.entries
    QTest.keyClick(sources, Qt.Key.Key_Insert)
    sources.fields["kind"].input.setCurrentIndex(1)  # type: ignore[attr-defined]  # a choice
    assert "under point (g) alone" in sources.problem
    QTest.keyClick(sources, Qt.Key.Key_Insert)
    editor.show_page("indicators")
    QTest.keyClick(editor.notified.input, Qt.Key.Key_Return, CONTROL)
    assert editor.pages.currentWidget() is editor.sources
    assert sources.list.current == 0
    assert not editor.accept_button.isEnabled()


def test_pages_are_turned_by_keys_and_are_one_stop_of_tab(desk: Desk, shown: Show) -> None:
    editor = SituationEditor(None, desk)
    shown(editor)
    QTest.keyClick(editor.notified.input, Qt.Key.Key_PageDown, CONTROL)
    assert editor.pages.currentWidget() is editor.sources
    assert editor.bar.buttons["sources"].hasFocus()
    QTest.keyClick(editor.bar.buttons["sources"], Qt.Key.Key_Right)
    assert editor.pages.currentWidget() is editor.blueprint
    QTest.keyClick(editor.bar.buttons["blueprint"], Qt.Key.Key_Tab)
    assert editor.blueprint.stage_two.input.hasFocus()
    QTest.keyClick(editor.blueprint.note.input, Qt.Key.Key_PageUp, CONTROL)
    QTest.keyClick(editor, Qt.Key.Key_PageUp, CONTROL)
    assert editor.pages.currentWidget() is editor.indicators
    QTest.keyClick(editor, Qt.Key.Key_PageUp, CONTROL)
    assert editor.pages.currentWidget() is editor.blueprint


def test_whoever_reads_along_changes_nothing(reading_desk: Desk, shown: Show) -> None:
    editor = SituationEditor(None, reading_desk)
    shown(editor)
    assert editor.notified.input.isReadOnly()
    assert not editor.sources.entries.list.buttons["add"].isEnabled()
    assert not editor.accept_button.isEnabled()
