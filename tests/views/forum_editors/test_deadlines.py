"""The list of deadlines, and the way to every editor through the Forum menu."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from desktop_app.calc.changes import SetHolidays
from desktop_app.calc.forum import Deduction, DeductionBasis, DeductionStage, Forum, Holiday, StateRecord
from desktop_app.calc.rulebooks.annual_pool.book import assess
from desktop_app.calc.wording import HARD
from desktop_app.views.desk import Desk
from desktop_app.views.forum_editors.deadlines import HEADINGS, DeadlinesDialog
from desktop_app.views.help.pages import Topic
from desktop_app.views.help.window import HelpWindow
from desktop_app.views.main_window import MainWindow
from tests.views.editor_desks import Show


def with_request(forum: Forum, day: date) -> Forum:
    deduction = Deduction(DeductionBasis.ARTICLE_61, DeductionStage.REQUESTED, requested=day)
    return replace(forum, states=(StateRecord("PL", deductions=(deduction,)),))


def test_each_deadline_says_who_what_started_by_and_what_moved_it(qtbot: QtBot, small: Forum) -> None:
    # Four weeks after Wednesday 4 March 2026 are Wednesday 1 April, which is made a holiday here.
    forum = with_request(replace(small, holidays=(Holiday(date(2026, 4, 1), "Founding day"),)), date(2026, 3, 4))
    dialog = DeadlinesDialog(None, assess(forum))
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    dialog.copy()
    head, *lines = [line.split("\t") for line in QApplication.clipboard().text().splitlines()]
    assert tuple(head) == HEADINGS
    dialog.list.selectAll()
    QTest.keyClick(dialog.list, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = [line.split("\t") for line in QApplication.clipboard().text().splitlines()][1:]
    assert [
        f"Thu 2{HARD}April{HARD}2026",
        "Commission",
        "Poland's request for a deduction assessed",
        f"request received on 4{HARD}March{HARD}2026",
        f"not on 1{HARD}April{HARD}2026 (Founding day)",
        "Art. 61(3)",
    ] in lines
    assert lines[0][:2] == [f"Wed 15{HARD}October{HARD}2025 (passed)", "Commission"]
    first = dialog.list.model().index(0, 0)
    assert first.data(Qt.ItemDataRole.AccessibleTextRole).startswith("Due Wed 15")


def test_without_dates_nothing_is_due_and_that_is_said(qtbot: QtBot) -> None:
    dialog = DeadlinesDialog(None, assess(Forum()))
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    assert dialog.about.text().startswith("Nothing is due")
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


class Modal:
    """Does something with the modal dialog that a command shows, and closes it whatever happens."""

    def __init__(self, does: Callable[[QDialog], object]) -> None:
        self.title = ""
        self._does = does
        QTimer.singleShot(0, self._act)

    def _act(self) -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        self.title = dialog.windowTitle()
        try:
            self._does(dialog)
        finally:
            dialog.reject()


@pytest.mark.parametrize(
    ("command", "title"),
    [
        ("reference_numbers", "Reference numbers"),
        ("acts", "Acts and adoption"),
        ("meetings", "Meetings"),
        ("holidays", "Official holidays"),
        ("associated", "Associated states"),
        ("describe", "Title and marking"),
        ("deadlines", "Deadlines"),
    ],
)
def test_every_editor_is_reached_from_the_forum_menu(window: MainWindow, command: str, title: str) -> None:
    modal = Modal(QDialog.isVisible)
    action = window.menus.actions[command]
    assert action in window.menus.bar["F&orum"].actions()
    action.trigger()
    assert modal.title == title


def test_enter_on_a_deadline_goes_to_its_member_state(window: MainWindow) -> None:
    assert window.desk is not None
    from desktop_app.calc.changes import RecordDeductions

    deduction = Deduction(DeductionBasis.ARTICLE_61, DeductionStage.REQUESTED, requested=date(2025, 12, 2))
    assert window.desk.apply(RecordDeductions("PL", (deduction,)))

    def choose(dialog: QDialog) -> None:
        assert isinstance(dialog, DeadlinesDialog)
        QTest.keyClick(dialog.list, Qt.Key.Key_Return)
        assert dialog.isVisible()  # the forum's own deadlines lead nowhere
        model = dialog.list.model()
        row = next(row for row in range(model.rowCount()) if "Poland" in model.index(row, 2).data())
        dialog.list.setCurrentCell(row, 0)
        QTest.keyClick(dialog.list, Qt.Key.Key_Return)

    Modal(choose)
    window.menus.actions["deadlines"].trigger()
    assert window.table.selected()[0] == "PL"


def test_a_change_taken_in_an_editor_is_shown_in_the_window(window: MainWindow) -> None:
    def take(dialog: QDialog) -> None:
        field = dialog.relocations.input  # type: ignore[attr-defined]  # of the editor of reference numbers
        field.selectAll()
        QTest.keyClicks(field, "30000")
        QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    Modal(take)
    window.menus.actions["reference_numbers"].trigger()
    assert window.desk is not None
    assert window.desk.annual_pool.forum.pool.relocations == 30_000
    window.undo()
    assert window.desk.annual_pool.forum.pool.relocations == 21_000


def test_another_title_stands_in_the_title_bar_at_once(window: MainWindow) -> None:
    def take(dialog: QDialog) -> None:
        field = dialog.title.input  # type: ignore[attr-defined]  # of the editor of title and marking
        field.selectAll()
        QTest.keyClicks(field, "Pool for 2031")
        QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    Modal(take)
    window.menus.actions["describe"].trigger()
    assert window.windowTitle() == "Pool for 2031 – Pool.forum – Forum Desk"
    window.undo()
    assert window.windowTitle().startswith("Annual Solidarity Pool for 2026")


@pytest.mark.parametrize(
    ("command", "heading"),
    [
        ("acts", "Reference numbers, acts, adoption"),
        ("meetings", "Title, meetings, associated states"),
        ("holidays", "Deadlines"),
        ("deadlines", "Deadlines"),
    ],
)
def test_f1_opens_the_manual_where_it_tells_of_the_editor(window: MainWindow, command: str, heading: str) -> None:
    topics: list[Topic] = []

    def ask(dialog: QDialog) -> None:
        QTest.keyClick(dialog, Qt.Key.Key_F1)
        page = dialog.findChild(HelpWindow)
        assert page is not None
        assert page.isVisible()
        topics.append(page.topic)
        page.close()

    Modal(ask)
    window.menus.actions[command].trigger()
    assert topics == [Topic("editors", heading)]


def test_the_deadlines_say_whether_holidays_are_listed(desk: Desk, shown: Show) -> None:
    dialog = DeadlinesDialog(None, desk.annual_pool)
    shown(dialog)
    assert "1 official holiday beside 1" in dialog.about.text()
    assert not dialog.warning.isVisible()
    assert desk.apply(SetHolidays(()))
    other = DeadlinesDialog(None, desk.annual_pool)
    shown(other)
    assert other.warning.isVisible()


def test_the_window_has_the_keyboard_again_after_an_editor(qtbot: QtBot, window: MainWindow) -> None:
    Modal(QDialog.isVisible)
    window.menus.actions["acts"].trigger()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
