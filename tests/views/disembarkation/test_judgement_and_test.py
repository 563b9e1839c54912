"""The judgement with both paths beside it, and the window of the 30 % test, which follows what is typed."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog
from pytestqt.qtbot import QtBot

from desktop_app.calc.changes import RecordPlan, ReplaceForum, SetRounds
from desktop_app.calc.forum import Forum
from desktop_app.calc.search_and_rescue import ActPath, DisembarkationAct, Judgement, TopUp
from desktop_app.views.deadlines.window import DeadlinesWindow
from desktop_app.views.desk import Desk
from desktop_app.views.disembarkation.judgement import JudgementEditor
from desktop_app.views.disembarkation.report import ReportEditor
from desktop_app.views.disembarkation.rounds import RoundsEditor
from desktop_app.views.disembarkation.thirty_percent import ThirtyPercentWindow
from desktop_app.views.help.window import HelpWindow
from desktop_app.views.thirty_percent.reading_card import ReadingCard
from tests.views.editor_desks import Show

CONTROL = Qt.KeyboardModifier.ControlModifier


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def lines(editor: JudgementEditor) -> list[tuple[str, ...]]:
    return [tuple(plain(cell.text) for cell in line.cells) for line in editor.paths.list.lines]


def test_both_paths_stand_side_by_side(desk: Desk, shown: Show) -> None:
    editor = JudgementEditor(None, desk)
    shown(editor)
    # 48(1): as pledged. 48(2): Germany its key number; France half of 400, of which 20 by sponsorship as it says
    # and 21 unsaid, and measures for the other 200.
    assert lines(editor) == [
        ("Germany", "in time", "400", "380", "0", "400", "0", "0"),
        ("Greece", "not asked", "200", "–", "–", "–", "–", "–"),
        ("France", "in time", "400", "99", "290", "180", "20", "200"),
        ("Contributing states", "", "800", "479", "290", "580", "20", "200"),
    ]
    assert plain(editor.paths.coverage.text()) == (
        "Pledged: 479 of the report's 1 000 persons, 47.90 %; with the 290 that measures claim 76.90 %.\n"
        "Of the 800 asked of the contributing states: 59.88 %, with measures 96.13 %."
    )
    assert plain(editor.paths.short.text()) == "Fewer relocations than the key number: Germany (20) and France (301)."
    assert "reading A: 30.10 %, more than 30 %" in plain(editor.paths.verdict.text())
    assert plain(editor.due.text()) == "The act is due by 4 December 2026 (Art. 48(2), 65): due in 3 days."


def test_before_and_after_a_top_up_are_told_apart(desk: Desk, shown: Show, small: Forum, qtbot: QtBot) -> None:
    # Germany has no plan now; one tenth more: France's measures 200 → 220, Germany's relocations 400 → 440.
    recorded = small.search_and_rescue
    topped = replace(recorded, plans=recorded.plans[1:], top_up=TopUp("EL", 1_100))
    assert desk.apply(ReplaceForum(replace(small, search_and_rescue=topped), "Top-up"))
    editor = JudgementEditor(None, desk)
    shown(editor)
    assert lines(editor)[2] == ("France", "in time", "400", "99", "290", "180", "20", "200")
    assert lines(editor)[3][2:] == ("800", "99", "290", "580", "20", "200")
    assert plain(editor.paths.short.text()).startswith("Fewer relocations than the key number: France (301).")
    assert editor.paths.verdict.text().endswith("which raises what the act fixes later (Art. 48(2)).")
    window = ThirtyPercentWindow(None)
    qtbot.addWidget(window)
    window.show_desk(desk)
    (france,) = window.list.lines
    assert plain(france.cells[10].text) == "200 → 220"
    assert "as relocations: Germany (400 → 440).\nAll figures are before the top-up" in plain(window.below.text())


def test_a_judgement_is_recorded_with_who_when_and_why(desk: Desk, shown: Show) -> None:
    editor = JudgementEditor(None, desk)
    shown(editor)
    assert editor.warning.text() == ""
    editor.by.input.clear()
    assert editor.warning.text().startswith("Say who judged")
    QTest.keyClicks(editor.by.input, "College")
    editor.path.input.setFocus()
    QTest.keyClick(editor.path.input, Qt.Key.Key_Up)
    assert editor.meaning.text().startswith("The act fixes what each state indicated")
    QTest.keyClicks(editor.reference.input, "C(2026) 9")
    QTest.keyClicks(editor.adopted.input, "2026-12-03")
    summary = plain(editor.consequences.summary)
    assert summary.startswith("Judgement Art. 48(2) → Art. 48(1), act adopted on 3 December 2026, reference of the act")
    QTest.keyClick(editor.adopted.input, Qt.Key.Key_Return, CONTROL)
    act = desk.assessment.forum.search_and_rescue.act
    assert act == DisembarkationAct(
        ActPath.SUFFICIENT, date(2026, 12, 3), "C(2026) 9", Judgement(date(2026, 11, 25), "College", "short")
    )
    assert desk.file.undo_title == "Act under Art. 48(1)"


def test_48_2_before_the_end_of_the_forum_is_warned_of(desk: Desk, shown: Show, small: Forum) -> None:
    editor = JudgementEditor(None, desk)
    shown(editor)
    QTest.keyClicks(editor.adopted.input, "2026-11-19")
    assert plain(editor.warning.text()) == (
        "The act would be adopted before the end of the forum on 20 November 2026 (Art. 48(2))."
    )
    editor.adopted.input.clear()
    editor.on.input.clear()
    QTest.keyClicks(editor.on.input, "2026-11-18")
    assert editor.warning.text().startswith("The plans would be judged still short before the end")
    QTest.keyClicks(editor.adopted.input, "2026-11-19")
    editor.path.input.setCurrentIndex(0)
    assert editor.warning.text().startswith("The act has a day of adoption, but nobody has judged")
    editor.reject()
    assert desk.apply(SetRounds((), None))
    again = JudgementEditor(None, desk)
    shown(again)
    assert again.warning.text().startswith("Art. 48(2) presupposes that the forum of Art. 47(5) has ended")
    assert again.due.text().startswith("The end of the forum starts the two weeks")
    again.path.input.setCurrentIndex(0)
    assert plain(again.due.text()).startswith("The act is due by 28 November 2026 (Art. 48, 65): late by 3 days.")
    again.reject()
    bare = replace(
        small, search_and_rescue=replace(small.search_and_rescue, report=type(small.search_and_rescue.report)())
    )
    assert desk.apply(ReplaceForum(bare, "Without a report"))
    open_one = JudgementEditor(None, desk)
    shown(open_one)
    assert open_one.paths.coverage.text() == "The coverage is open: the report's total is missing."
    assert open_one.paths.verdict.text() == "30 % test: open."


# ---------------------------------------------------------------------------------------------- the window of the test


@pytest.fixture
def window(qtbot: QtBot, desk: Desk) -> ThirtyPercentWindow:
    window = ThirtyPercentWindow(None)
    qtbot.addWidget(window)
    window.show_desk(desk)
    with qtbot.waitExposed(window):
        window.show()
    return window


def test_a_card_is_headed_by_its_reading_in_every_language(qtbot: QtBot, speak: Callable[[str], None]) -> None:
    speak("de")
    card = ReadingCard("A")
    qtbot.addWidget(card)
    assert card.title.text() == "Lesart A"


def test_readings_stand_side_by_side_with_reasons_and_boundaries(window: ThirtyPercentWindow) -> None:
    said = {name: plain(card.text) for name, card in window.cards.items()}
    assert "in force\n30.10 %\nmore than 30 %: triggered\n301 / 1 000 = 30.10 %\nexactly 301/1000" in said["A"]
    assert "30 % are 300 persons: 1 more person pledged by a state with measures, up to its share" in said["A"]
    assert "521 / 1 000 = 52.10 %" in said["B"]
    assert "301 / 800 = 37.63 %" in said["C"]
    assert window.effect.text().startswith("Under reading A, in force, the test is triggered")
    (france,) = [tuple(plain(cell.text) for cell in line.cells) for line in window.list.lines]
    split = "60 relocation + 20 sponsorship; 21 counted as relocation"
    assert france == (
        "France", "40.0000", "400", "99", "301", "200", "81", "20", "0", "290", "200", split
    )  # fmt: skip


def test_it_follows_and_lets_another_reading_be_chosen(
    window: ThirtyPercentWindow, desk: Desk, small: Forum, qtbot: QtBot
) -> None:
    # One person more: exactly 30 %.
    france = replace(small.search_and_rescue.plans[1], relocations=100)
    assert desk.apply(RecordPlan(france))
    assert plain(window.cards["A"].percent.text()) == "30.00 %"
    assert plain(window.cards["A"].boundary.text()).startswith("Exactly 30 %, 300 persons: still allowed.")
    assert window.effect.text().endswith("the test is not triggered: no half is asked for.")
    QTest.keyClick(window.cards["C"].choose, Qt.Key.Key_Space)
    assert desk.assessment.readings["shortfall"] == "C"
    assert not window.cards["C"].choose.isEnabled()
    assert window.cards["A"].choose.isEnabled()
    assert window.effect.text().startswith("Under reading C, in force, the test is triggered")
    wanted: list[str] = []
    window.state_wanted.connect(wanted.append)
    QTest.keyClick(window.list, Qt.Key.Key_Return)
    assert wanted == ["FR"]
    window.copy()
    copied = plain(QApplication.clipboard().text())
    assert "Reading C\nin force" in copied
    assert "\nFrance\t40.0000\t400\t100\t300\t200\t" in copied
    QTest.keyClick(window, Qt.Key.Key_F1)
    page = window.findChild(HelpWindow)
    assert page is not None
    assert page.topic.heading == "The 30 % test and the cover"
    page.close()
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()


def test_before_an_act_it_shows_what_one_would_do(window: ThirtyPercentWindow, desk: Desk, small: Forum) -> None:
    plans = small.search_and_rescue.plans[1:]
    recorded = replace(small.search_and_rescue, act=DisembarkationAct(), plans=plans)
    assert desk.apply(ReplaceForum(replace(small, search_and_rescue=recorded), "No act"))
    assert "would be triggered" in window.effect.text()
    assert plain(window.below.text()).endswith(
        "Without a plan in time, the Commission would set size and type, as relocations: Germany (400)."
    )
    assert desk.apply(ReplaceForum(replace(small, search_and_rescue=replace(recorded, plans=())), "No plan"))
    assert window.below.text().startswith("No contributing state has measures")
    assert not window.list.isVisible()
    assert desk.apply(ReplaceForum(Forum(procedure=small.procedure), "Nothing"))
    assert window.effect.text() == "The test is open: the key or the report's total is missing."
    assert window.cards["A"].percent.text() == "open"


def test_in_a_low_window_cards_say_less_and_leave_room_for_the_states(window: ThirtyPercentWindow) -> None:
    card = window.cards["A"]
    assert card.reason.isVisible()
    window.set_scale(2)
    assert card.percent.isVisible()
    assert not card.reason.isVisible()
    assert card.reason.text() in card.toolTip()
    window.set_scale(1)
    assert card.reason.isVisible()
    assert card.toolTip() == ""


def test_on_a_small_screen_everything_scrolls_below_each_other(
    desk: Desk, shown: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("dialogs.base", "forum_editors.base", "forum_editors.beside"):
        monkeypatch.setattr(f"desktop_app.views.{module}.room_on_screen", lambda _window: QSize(667, 336))
    for editor in (JudgementEditor(None, desk), ReportEditor(None, desk)):
        shown(editor)
        assert editor.width() <= 667
        assert editor.height() <= 336
        assert editor.rect().contains(editor.accept_button.mapTo(editor, editor.accept_button.rect().bottomRight()))
        assert editor.body.isAncestorOf(editor.beside)
        editor.reject()


def test_until_something_changes_the_room_is_the_fields(
    desk: Desk, shown: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("dialogs.base", "forum_editors.base", "forum_editors.beside"):
        monkeypatch.setattr(f"desktop_app.views.{module}.room_on_screen", lambda _window: QSize(1_080, 560))
    editor = JudgementEditor(None, desk)
    shown(editor)
    assert editor.consequences.is_empty
    assert not editor.consequences.table.isVisible()
    before = editor.split.sizes()[1]
    editor.path.input.setCurrentIndex(1)
    assert editor.consequences.table.isVisible()
    assert editor.split.sizes()[1] > 2 * before
    editor.path.input.setCurrentIndex(2)
    assert editor.split.sizes()[1] < 2 * before


def test_no_letter_leads_to_two_things(desk: Desk, shown: Show, window: ThirtyPercentWindow) -> None:
    deadlines = DeadlinesWindow(None)
    editors = (ReportEditor(None, desk), RoundsEditor(None, desk), JudgementEditor(None, desk))
    for each in editors:
        shown(each)
    for place in (*editors, window, deadlines):
        letters = [
            button.text()[button.text().index("&") + 1].lower()
            for button in place.findChildren(QAbstractButton)
            if "&" in button.text()
        ]
        assert len(letters) == len(set(letters)), letters
    deadlines.deleteLater()


def test_a_reading_desk_looks_only(reading_desk: Desk, qtbot: QtBot, shown: Show) -> None:
    window = ThirtyPercentWindow(None)
    qtbot.addWidget(window)
    window.show_desk(reading_desk)
    assert not any(card.choose.isEnabled() for card in window.cards.values())
    editor = JudgementEditor(None, reading_desk)
    assert isinstance(shown(editor), QDialog)
    assert not editor.accept_button.isEnabled()
    assert editor.adopted.input.isReadOnly()
