"""The windows of the 30 % test and of the 10 % reduction, which follow what is typed."""

from dataclasses import replace
from fractions import Fraction

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from desktop_app.calc.changes import ChooseReading, RecordPressurePlan, ReplaceForum
from desktop_app.calc.forum import Forum
from desktop_app.views.desk import Desk
from desktop_app.views.pressure.act import PressureActEditor
from desktop_app.views.pressure.credits import CreditsEditor
from desktop_app.views.pressure.reduction import ReductionWindow
from desktop_app.views.pressure.report import PressureReportEditor
from desktop_app.views.pressure.rounds import TypeRoundsEditor
from desktop_app.views.pressure.situation import SituationEditor
from desktop_app.views.pressure.thirty_percent import PressureTestWindow
from tests.views.editor_desks import Show
from tests.views.pressure.typing_in import lines, plain

EDITORS = (SituationEditor, PressureReportEditor, TypeRoundsEditor, PressureActEditor, CreditsEditor)


@pytest.fixture
def window(qtbot: QtBot, desk: Desk) -> PressureTestWindow:
    window = PressureTestWindow(None)
    qtbot.addWidget(window)
    window.show_desk(desk)
    with qtbot.waitExposed(window):
        window.show()
    return window


@pytest.fixture
def spread(qtbot: QtBot, desk: Desk) -> ReductionWindow:
    window = ReductionWindow(None)
    qtbot.addWidget(window)
    window.show_desk(desk)
    with qtbot.waitExposed(window):
        window.show()
    return window


def test_a_and_c_are_shown_and_no_b(window: PressureTestWindow) -> None:
    assert [name for name, card in window.cards.items() if card.isVisible()] == ["A", "C"]
    assert "Exactly 30 %, 300 persons: still allowed." in plain(window.cards["A"].text)
    assert "300 / 800 = 37.50 %" in plain(window.cards["C"].text)
    assert window.effect.text().startswith("Under reading A, in force, the test is not triggered")
    assert lines(window.list) == [
        ("France", "40.0000", "400", "300", "100", "200", "–", "100", "310", "300", "−10", "300")
    ]


def test_one_person_more_and_half_is_to_be_covered(window: PressureTestWindow, desk: Desk, small: Forum) -> None:
    germany, france, _sweden = small.migratory_pressure.plans
    assert desk.apply(RecordPressurePlan(replace(france, covered=Fraction(301))))
    assert window.effect.text() == "Under reading A, in force, the test is triggered: half is to be covered."
    # Persons 99 → 200, and measures for the other 200 of 400, whatever was claimed.
    assert lines(window.list) == [
        ("France", "40.0000", "400", "301", "99", "200", "+101", "200", "310", "200", "−110", "200")
    ]
    assert desk.apply(RecordPressurePlan(replace(germany, covered=Fraction(1))))
    assert lines(window.list)[2] == (
        "Together", "70.0000", "700", "302", "398", "", "+101", "499", "310", "201", "−109", "201"
    )  # fmt: skip


def test_reading_b_says_that_it_gives_no_result(window: PressureTestWindow, desk: Desk) -> None:
    assert desk.apply(ChooseReading("shortfall", "B"))
    assert window.cards["B"].isVisible()
    assert window.cards["B"].percent.text() == "none"
    assert window.effect.text().startswith("Reading B, in force, gives no result under migratory pressure")
    QTest.keyClick(window.cards["C"].choose, Qt.Key.Key_Space)
    assert desk.assessment.readings["shortfall"] == "C"
    assert not window.cards["B"].isVisible()
    assert window.effect.text().startswith("Under reading C, in force, the test is triggered")
    window.copy()
    assert "Reading B" not in QApplication.clipboard().text()
    assert window.help_topic() == ("migratory-pressure", "30 % test")


def test_without_measures_or_a_report_it_says_so(window: PressureTestWindow, desk: Desk, small: Forum) -> None:
    recorded = small.migratory_pressure
    assert desk.apply(ReplaceForum(replace(small, migratory_pressure=replace(recorded, plans=recorded.plans[:1])), "x"))
    assert window.below.text().startswith("No contributing state has measures in a plan that counts")
    assert window.below.text().endswith("the Commission sets the types (Art. 53(2)): France and Sweden.")
    bare = replace(recorded, report=replace(recorded.report, relocations=None))
    assert desk.apply(ReplaceForum(replace(small, migratory_pressure=bare), "y"))
    assert window.effect.text() == "The test is open: the key or a total of the report is missing."


# ----------------------------------------------------------------------------------------------------------- reduction


def test_every_combination_of_readings_is_shown(spread: ReductionWindow) -> None:
    shown = lines(spread.list)
    # Of 100 000: the Union 45 %, or the mean of 40, 40, 40 and 90 %.
    assert shown[0] == ("The Union", "", "", "45 000.00", "in force 45 000.00", "45 000.00", *["52 500.00"] * 2)
    assert shown[4] == ("Sweden", "granted", "not shown", "90 000.00", *["exactly 2.00 ×"] * 2, *["1.71 ×"] * 2)
    assert shown[1] == ("Germany", "–", "–", "40 000.00", *["0.89 ×"] * 2, *["0.76 ×"] * 2)


def test_what_a_plan_shows_stands_beside_what_is_worked_out(spread: ReductionWindow, desk: Desk, small: Forum) -> None:
    sweden = replace(small.migratory_pressure.plans[2], average_shown=Fraction(9, 10))
    assert desk.apply(RecordPressurePlan(sweden))
    assert lines(spread.list)[4][:4] == ("Sweden", "granted", "90 000.00", "90 000.00")


def test_the_spread_adds_up_to_nothing(spread: ReductionWindow) -> None:
    assert plain(spread.granted.text()) == "1 of 1 granted: 10 persons move to others; the total stays."
    assert lines(spread.spread) == [
        ("Sweden", "−10 % × 100 (share × total)", "", "−10"),
        ("   Germany", "10 × 30.0000 % / 70.0000 %", "30.0000", "+4.29"),
        ("   France", "10 × 40.0000 % / 70.0000 %", "40.0000", "+5.71"),
        ("Sum", "Taken off and taken over together: 2 take over", "70.0000", "0"),
    ]


def test_choosing_a_reading_assesses_at_once(spread: ReductionWindow, desk: Desk) -> None:
    twice = spread.readings["twice"]
    twice.input.setCurrentIndex(1)
    assert desk.assessment.readings["twice"] == "more-than"
    assert spread.granted.text() == (
        "Sweden asks for it and is not granted it: not eligible under the readings in force."
    )
    assert not spread.spread.isVisible()
    assert desk.undo()
    assert twice.value == "at-least"
    assert spread.spread.isVisible()


def test_no_choice_is_cut_where_the_window_is_low(spread: ReductionWindow) -> None:
    def rows() -> int:
        return len({field.mapTo(spread, field.rect().topLeft()).y() for field in spread.readings.values()})

    spread.say_less(True)
    QApplication.processEvents()
    assert rows() == 2
    spread.say_less(False)
    QApplication.processEvents()
    assert rows() == 1


def test_it_is_copied_and_leads_to_states(spread: ReductionWindow) -> None:
    wanted: list[str] = []
    spread.state_wanted.connect(wanted.append)
    QTest.keyClick(spread.list, Qt.Key.Key_Return)
    spread.list.setCurrentCell(4, 0)
    QTest.keyClick(spread.list, Qt.Key.Key_Return)
    spread.spread.setCurrentCell(1, 0)
    QTest.keyClick(spread.spread, Qt.Key.Key_Return)
    assert wanted == ["SE", "DE"]
    spread.copy()
    copied = plain(QApplication.clipboard().text())
    assert "Twice the Union average: exactly twice is enough" in copied
    assert "\nSum\tTaken off and taken over together: 2 take over\t70.0000\t0" in copied
    assert spread.help_topic() == ("migratory-pressure", "10 % reduction")
    spread.set_scale(1.5)


def test_what_is_not_known_or_not_asked_for_is_said(spread: ReductionWindow, desk: Desk, small: Forum) -> None:
    assert desk.apply(ReplaceForum(replace(small, applications=()), "No applications"))
    assert spread.missing.isVisible()
    assert not spread.list.isVisible()
    assert plain(spread.granted.text()).endswith("not known: applications of five years are missing.")
    spread.copy()
    assert QApplication.clipboard().text().startswith("Who is eligible is not known")
    plans = tuple(replace(plan, reduction_requested=False) for plan in small.migratory_pressure.plans)
    recorded = replace(small.migratory_pressure, plans=plans)
    assert desk.apply(ReplaceForum(replace(small, migratory_pressure=recorded), "Nobody asks"))
    assert spread.granted.text().startswith("No plan that counts asks for the reduction")


def test_no_more_is_taken_off_than_the_plan_has_persons(spread: ReductionWindow, desk: Desk, small: Forum) -> None:
    _germany, france, sweden = small.migratory_pressure.plans
    assert desk.apply(RecordPressurePlan(replace(france, covered=Fraction(200))))
    assert desk.apply(RecordPressurePlan(replace(sweden, covered=Fraction(94))))
    # 100 − 94 persons are left, ten per cent of the share are 10.
    assert lines(spread.spread)[0] == ("Sweden", "−10, but no more than the persons of its plan", "", "−6")


def test_no_letter_leads_to_two_things(desk: Desk, shown: Show, window: PressureTestWindow) -> None:
    editors = [kind(None, desk) for kind in EDITORS]
    for each in editors:
        shown(each)
    for place in (*editors, window):
        letters = [
            button.text()[button.text().index("&") + 1].lower()
            for button in place.findChildren(QAbstractButton)
            if "&" in button.text()
        ]
        assert len(letters) == len(set(letters)), letters


def test_whoever_reads_along_chooses_and_takes_nothing(reading_desk: Desk, shown: Show, qtbot: QtBot) -> None:
    for kind in EDITORS:
        editor = kind(None, reading_desk)
        shown(editor)
        assert not editor.accept_button.isEnabled()
        assert not any(line.isEnabled() and not line.isReadOnly() for line in editor.findChildren(QLineEdit))
    spread = ReductionWindow(None)
    qtbot.addWidget(spread)
    spread.show_desk(reading_desk)
    assert not any(field.input.isEnabled() for field in spread.readings.values())
    test = PressureTestWindow(None)
    qtbot.addWidget(test)
    test.show_desk(reading_desk)
    assert not any(card.choose.isEnabled() for card in test.cards.values() if not card.isHidden())
