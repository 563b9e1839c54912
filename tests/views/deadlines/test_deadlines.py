"""The deadlines of both procedures: how it stands with each, what started it, the way to what it is about."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from desktop_app.calc.assess import assess
from desktop_app.calc.changes import RecordDeductions, ReplaceForum, SetHolidays
from desktop_app.calc.findings import Deadline
from desktop_app.calc.forum import Deduction, DeductionBasis, DeductionStage, Forum, Holiday, Key, KeyState, Procedure
from desktop_app.calc.search_and_rescue import Disembarkation, ManagementReport, SearchAndRescue
from desktop_app.models.forum_file import ForumFile
from desktop_app.views.deadlines.lines import COLUMNS, deadline_lines
from desktop_app.views.deadlines.window import DeadlinesWindow
from desktop_app.views.desk import Desk
from desktop_app.views.help.pages import Topic
from desktop_app.views.help.window import HelpWindow
from desktop_app.views.main_window import MainWindow

REQUEST = Deduction(DeductionBasis.ARTICLE_61, DeductionStage.REQUESTED, requested=date(2026, 3, 4))
RESCUE = Forum(
    procedure=Procedure.SEARCH_AND_RESCUE,
    title="A pool",
    as_of=date(2026, 10, 30),
    key=Key(states=(KeyState("DE", 60, 6_000), KeyState("EL", 40, 4_000))),
    search_and_rescue=SearchAndRescue(report=ManagementReport("R", date(2026, 10, 14), (Disembarkation("EL", 1_000),))),
)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def shown_lines(window: DeadlinesWindow) -> list[list[str]]:
    return [[plain(cell.text) for cell in line.cells] for line in window.list.lines]


@pytest.fixture
def deadlines(qtbot: QtBot, desk: Desk) -> DeadlinesWindow:
    window = DeadlinesWindow(None)
    qtbot.addWidget(window)
    window.show_desk(desk)
    with qtbot.waitExposed(window):
        window.show()
    return window


def test_each_deadline_says_how_it_stands_who_what_and_what_started_it(deadlines: DeadlinesWindow, desk: Desk) -> None:
    # Four weeks after Wednesday 4 March 2026 are Wednesday 1 April, which is made a holiday here.
    assert desk.apply(SetHolidays((Holiday(date(2026, 4, 1), "Founding day"),)))
    assert desk.apply(RecordDeductions("EE", (REQUEST,)))
    found = shown_lines(deadlines)
    # The day of the check is that of the request, the latest in the forum.
    today = found.index(["Day of the check: Wednesday, 4 March 2026"])
    assert found[today + 1] == [
        "Thu 2 April 2026",
        "Next: due in 29 days",
        "Commission",
        "Estonia's request for a deduction assessed",
        "request received on 4 March 2026\nnot on 1 April 2026 (Founding day)",
        "Art. 61(3)",
    ]
    assert ["Wed 15 October 2025", "Done on 15 October 2025, in time"] in [line[:2] for line in found[:today]]
    assert ["Wed 31 December 2025", "Late by 63 days"] in [line[:2] for line in found[:today]]
    assert plain(deadlines.next.text()).startswith("Next, due in 29 days, on Thursday, 2 April 2026: Commission: ")
    assert plain(deadlines.late.text()) == "Late: Council: implementing act adopted."
    assert "1 official holiday beside 1 January" in plain(deadlines.about.text())
    assert not deadlines.warning.isVisible()
    assert desk.apply(SetHolidays(()))
    assert deadlines.warning.isVisible()


def test_lines_are_copied_one_by_one_or_all(deadlines: DeadlinesWindow) -> None:
    QTest.keyClick(deadlines.list, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    head, *rest = plain(QApplication.clipboard().text()).splitlines()
    assert head.split("\t") == [column.title for column in COLUMNS]
    assert len(rest) == len(deadlines.list.lines)
    deadlines.list.clearSelection()
    deadlines.list.setCurrentCell(0, 0)
    QTest.keyClick(deadlines.list, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    deadlines.copy()
    assert len(QApplication.clipboard().text().splitlines()) == 3
    spoken = deadlines.list.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert plain(spoken).startswith("Last day Sun 1 June 2025, How it stands 150 days ago; whether it was done is not")


def test_the_day_of_the_check_is_set_there(deadlines: DeadlinesWindow, desk: Desk) -> None:
    assert plain(deadlines.as_of.said) == "Empty: the latest date in the forum, 29 October 2025."
    assert not deadlines.set_button.isEnabled()
    deadlines.as_of.setFocus()
    QTest.keyClicks(deadlines.as_of.input, "2025-13-01")
    QTest.keyClick(deadlines.as_of.input, Qt.Key.Key_Return)
    assert desk.assessment.forum.as_of is None
    deadlines.as_of.input.clear()
    QTest.keyClicks(deadlines.as_of.input, "2026-01-02")
    assert deadlines.set_button.isEnabled()
    QTest.keyClick(deadlines.as_of.input, Qt.Key.Key_Return)
    assert desk.assessment.forum.as_of == date(2026, 1, 2)
    assert desk.file.undo_title == "Day of the check"
    assert ["Day of the check: Friday, 2 January 2026"] in shown_lines(deadlines)
    desk.refused.emit("no")
    assert deadlines.refusal.isVisible()


def test_without_dates_nothing_is_due_and_that_is_said(deadlines: DeadlinesWindow, desk: Desk) -> None:
    assert desk.apply(ReplaceForum(Forum(), "Nothing"))
    assert deadlines.next.text().startswith("Nothing is due: deadlines follow")
    assert not deadlines.list.isVisible()
    over = replace(RESCUE, search_and_rescue=replace(RESCUE.search_and_rescue, report=ManagementReport()))
    deadlines.show_assessment(assess(over))
    assert deadlines.next.text().startswith("Nothing is due: the first clocks start")
    QTest.keyClick(deadlines, Qt.Key.Key_Escape)
    assert not deadlines.isVisible()


def test_search_and_rescue_has_its_clocks_by_article_65(qtbot: QtBot, tmp_path: Path) -> None:
    desk = Desk(ForumFile.create(tmp_path / "R.forum", RESCUE, "Ana Silva"))
    window = DeadlinesWindow(None)
    qtbot.addWidget(window)
    window.show_desk(desk)
    assert shown_lines(window) == [
        ["Wed 28 October 2026", "Late by 2 days", "Commission", "Requests sent to the contributing Member States",
         "the report, adopted on 14 October 2026", "Art. 47(3), 65"],
        ["Day of the check: Friday, 30 October 2026"],
        # A Saturday: nothing is moved.
        ["Sat 14 November 2026", "Next: due in 15 days\nawaited: Germany", "Member States", "Plans handed in",
         "the report, adopted on 14 October 2026", "Art. 47(4), 65"],
        ["Sat 28 November 2026", "Due in 29 days", "Commission", "Act, where plans are sufficient",
         "the last day for plans, 14 November 2026; no forum has ended", "Art. 48(1), 65"],
    ]  # fmt: skip
    assert "Art. 65: the day of the event is not counted" in window.about.text()
    wanted: list[Deadline] = []
    window.wanted.connect(wanted.append)
    # The keyboard begins at what is due next; the line of the day itself leads nowhere.
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Up, Qt.Key.Key_Return, Qt.Key.Key_Up, Qt.Key.Key_Return):
        QTest.keyClick(window.list, key)
    assert [each.rule for each in wanted] == ["P610-47-4a", "P610-47-3"]
    desk.close()


def test_the_line_of_today_comes_last_where_everything_has_passed() -> None:
    lines, about = deadline_lines(assess(replace(RESCUE, as_of=date(2027, 6, 1))))
    assert about[-1] is None
    assert plain(lines[-1].cells[0].text) == "Day of the check: Tuesday, 1 June 2027"


class Modal:
    """Closes the modal dialog that a command shows, and keeps its title."""

    def __init__(self) -> None:
        self.title = ""
        QTimer.singleShot(0, self._act)

    def _act(self) -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        self.title = dialog.windowTitle()
        dialog.reject()


def test_enter_goes_to_the_editor_or_the_member_state(window: MainWindow) -> None:
    assert window.desk is not None
    assert window.desk.apply(RecordDeductions("PL", (replace(REQUEST, requested=date(2025, 12, 2)),)))
    window.menus.actions["deadlines"].trigger()
    shown = window.findChild(DeadlinesWindow)
    assert shown is not None
    assert shown.isVisible()

    def enter(has: Callable[[list[str]], bool]) -> None:
        row = next(row for row, cells in enumerate(shown_lines(shown)) if has(cells))
        shown.list.setCurrentCell(row, 0)
        QTest.keyClick(shown.list, Qt.Key.Key_Return)

    for what, title in (("Report, decision", "Acts and adoption"), ("High-Level Forum", "Meetings")):
        modal = Modal()
        enter(lambda cells, what=what: len(cells) > 1 and cells[3].startswith(what))  # type: ignore[misc]  # bound now
        assert modal.title == title
    enter(lambda cells: len(cells) > 1 and "Poland" in cells[3])
    assert window.table.selected()[0] == "PL"
    QTest.keyClick(shown, Qt.Key.Key_F1)
    page = shown.findChild(HelpWindow)
    assert page is not None
    assert page.topic == Topic("editors", "Deadlines")
    page.close()
    window.set_zoom(150)
    window.set_zoom(100)
    window.files.close()
    assert not shown.isVisible()
