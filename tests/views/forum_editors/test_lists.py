"""Meetings, holidays and contributions of associated states: lists edited by keyboard."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from desktop_app.calc.forum import AssociatedContribution, Forum, Holiday, Meeting, MeetingKind
from desktop_app.calc.wording import HARD
from desktop_app.models.forum_file import ForumFile
from desktop_app.views.desk import Desk
from desktop_app.views.forum_editors.acts import ActsEditor
from desktop_app.views.forum_editors.base import NOTHING_YET, ForumEditor
from desktop_app.views.forum_editors.describe import DescribeEditor
from desktop_app.views.forum_editors.lists import AssociatedEditor, HolidaysEditor, ListEditor, MeetingsEditor
from desktop_app.views.forum_editors.numbers import ReferenceNumbersEditor

Show = Callable[[ForumEditor], ForumEditor]
CONTROL = Qt.KeyboardModifier.ControlModifier


def lines(editor: ListEditor) -> list[str]:
    shown = editor.entries.list.list
    return [shown.item(row).text() for row in range(shown.count())]


def press(editor: ListEditor, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(editor.entries.list.list, key, modifier)


def box(editor: ListEditor, name: str) -> QWidget:
    widget = editor.entries.fields[name].focusProxy()
    assert widget is not None
    return widget


def type_into(editor: ListEditor, name: str, text: str) -> None:
    widget = box(editor, name)
    assert isinstance(widget, QLineEdit)
    widget.setFocus()
    widget.selectAll()
    QTest.keyClick(widget, Qt.Key.Key_Delete)
    QTest.keyClicks(widget, text)


def test_a_reconvened_meeting_is_added_and_taken(desk: Desk, shown: Show) -> None:
    editor = MeetingsEditor(None, desk)
    shown(editor)
    assert lines(editor) == [f"m1: first meeting, 29{HARD}October{HARD}2025"]
    press(editor, Qt.Key.Key_Insert)
    assert QApplication.focusWidget() is box(editor, "date")
    type_into(editor, "date", "4.12.2025")
    QTest.keyClick(box(editor, "kind"), Qt.Key.Key_Down)
    assert lines(editor)[1] == f"m2: reconvened, Art. 13(4), 4{HARD}December{HARD}2025"
    assert editor.consequences.summary.replace("\u00a0", " ") == (
        "Meetings 1 → 2: the day of the check moves from 29 October 2025 to 4 December 2025."
    )
    QTest.keyClick(box(editor, "date"), Qt.Key.Key_Return, CONTROL)
    assert desk.assessment.forum.meetings == (
        Meeting("m1", MeetingKind.INITIAL, date(2025, 10, 29)),
        Meeting("m2", MeetingKind.RECONVENED, date(2025, 12, 4)),
    )
    assert desk.file.undo_title == "Meetings"


def test_the_keys_that_take_lead_to_what_is_wrong(desk: Desk, shown: Show) -> None:
    editor = MeetingsEditor(None, desk)
    shown(editor)
    press(editor, Qt.Key.Key_Insert)
    type_into(editor, "date", "31.2.2026")
    press(editor, Qt.Key.Key_Up)
    assert editor.entries.fields["date"].said != ""
    assert not editor.entries.fields["date"].is_wrong
    press(editor, Qt.Key.Key_Return, CONTROL)
    assert editor.entries.list.current == 1
    assert QApplication.focusWidget() is box(editor, "date")
    assert editor.isVisible()


def test_a_meeting_needs_a_name_of_its_own_and_a_date_that_exists(desk: Desk, shown: Show) -> None:
    editor = MeetingsEditor(None, desk)
    shown(editor)
    press(editor, Qt.Key.Key_Insert, CONTROL)
    assert lines(editor)[0] == lines(editor)[1]
    assert editor.entries.fields["id"].said == "The name m1 is taken: give each meeting its own."
    assert not editor.accept_button.isEnabled()
    type_into(editor, "id", "")
    assert editor.entries.fields["id"].said == "A meeting needs a short name, such as m1."
    type_into(editor, "id", "m2")
    assert editor.entries.fields["id"].said == ""
    type_into(editor, "date", "31.2.2026")
    assert "There is no day 31.2.2026" in editor.entries.fields["date"].said
    assert "There is no day 31.2.2026" in editor.consequences.summary
    assert not editor.accept_button.isEnabled()
    type_into(editor, "date", "")
    assert editor.accept_button.isEnabled()
    assert lines(editor)[1] == "m2: first meeting, no date"


def test_a_free_name_is_proposed(desk: Desk, shown: Show) -> None:
    editor = MeetingsEditor(None, desk)
    shown(editor)
    type_into(editor, "id", "m2")
    press(editor, Qt.Key.Key_Insert)
    assert lines(editor)[1] == "m1: resumed, no date"
    press(editor, Qt.Key.Key_Delete)
    press(editor, Qt.Key.Key_Delete)
    assert lines(editor) == []
    assert not box(editor, "id").isEnabled()
    press(editor, Qt.Key.Key_Insert)
    assert lines(editor) == ["m1: first meeting, no date"]


def test_a_holiday_shows_which_deadline_moves_and_why(desk: Desk, shown: Show) -> None:
    editor = HolidaysEditor(None, desk)
    shown(editor)
    assert lines(editor) == [f"1{HARD}November{HARD}2025  All Saints"]
    press(editor, Qt.Key.Key_Insert)
    assert "needs its date" in editor.entries.fields["date"].said
    # 15 days after Wednesday 15 October 2025 are Thursday 30 October.
    type_into(editor, "date", "2025-10-30")
    type_into(editor, "name", "Opening day")
    assert editor.consequences.summary == "Official holidays 1 → 2: 1 deadline moves."
    moved = next(line for line in editor.consequences.table.lines if line.name == "Deadline: moved")
    assert moved.words == (
        f"Council: High-Level Forum convened: 30{HARD}October{HARD}2025 → 31{HARD}October{HARD}2025, "
        f"not on 30{HARD}October{HARD}2025 (Opening day)"
    )
    QTest.keyClick(box(editor, "name"), Qt.Key.Key_Return, CONTROL)
    assert desk.assessment.forum.holidays == (
        Holiday(date(2025, 10, 30), "Opening day"),
        Holiday(date(2025, 11, 1), "All Saints"),
    )
    due = {each.rule: each.due for each in desk.assessment.deadlines}
    assert due["AMMR-13-2"] == "2025-10-31"


def test_holidays_stand_by_date_and_are_not_moved(desk: Desk, shown: Show) -> None:
    editor = HolidaysEditor(None, desk)
    shown(editor)
    press(editor, Qt.Key.Key_Insert)
    type_into(editor, "date", "2025-10-30")
    before = lines(editor)
    press(editor, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert lines(editor) == before
    assert not editor.entries.list.buttons["up"].isVisible()
    meetings = MeetingsEditor(None, desk)
    shown(meetings)
    assert meetings.entries.list.buttons["up"].isVisible()


def test_no_day_is_a_holiday_twice(desk: Desk, shown: Show) -> None:
    editor = HolidaysEditor(None, desk)
    shown(editor)
    press(editor, Qt.Key.Key_Insert)
    type_into(editor, "date", "1.11.2025")
    assert "stands there twice" in editor.entries.fields["date"].said
    assert not editor.accept_button.isEnabled()
    type_into(editor, "date", "tomorrow")
    assert "is not a day" in editor.entries.fields["date"].said


def test_what_an_associated_state_contributes_counts_in_no_total(desk: Desk, shown: Show) -> None:
    editor = AssociatedEditor(None, desk)
    shown(editor)
    amount = f"EUR{HARD}2{HARD}000{HARD}000"
    assert lines(editor) == [f"Norway: {amount}, Reception experts"]
    press(editor, Qt.Key.Key_Insert)
    assert lines(editor)[1] == "Iceland: nothing said yet"
    assert "Say what is contributed" in editor.entries.fields["description"].said
    for _step in range(3):
        QTest.keyClick(box(editor, "code"), Qt.Key.Key_Down)
    type_into(editor, "value", "8.44m")
    assert lines(editor)[1] == f"Switzerland: EUR{HARD}8{HARD}440{HARD}000"
    assert editor.consequences.summary == "Associated states 1 → 2: 1 finding comes."
    type_into(editor, "value", "12.900")
    assert "This can be meant both ways" in editor.entries.fields["value"].said
    type_into(editor, "value", "8.44m")
    QTest.keyClick(box(editor, "value"), Qt.Key.Key_Return, CONTROL)
    assert desk.assessment.forum.associated == (
        AssociatedContribution("NO", "Reception experts", 2_000_000_00),
        AssociatedContribution("CH", None, 8_440_000_00),
    )


@pytest.mark.parametrize("kind", [MeetingsEditor, HolidaysEditor, AssociatedEditor])
def test_a_list_changed_back_changes_nothing(
    desk: Desk, shown: Show, kind: Callable[[QWidget | None, Desk], ListEditor]
) -> None:
    editor = kind(None, desk)
    shown(editor)
    press(editor, Qt.Key.Key_Delete)
    assert editor.accept_button.isEnabled()
    assert editor.consequences.summary.partition(":")[0].endswith("1 → 0")
    press(editor, Qt.Key.Key_Insert)
    press(editor, Qt.Key.Key_Delete)
    QTest.keyClick(editor, Qt.Key.Key_Return, CONTROL)
    assert not editor.isVisible()
    assert desk.undo()
    assert desk.file.seq == 3


@pytest.mark.parametrize("kind", [MeetingsEditor, HolidaysEditor, AssociatedEditor])
def test_a_reading_desk_sees_the_list_and_changes_nothing(
    reading_desk: Desk, shown: Show, kind: Callable[[QWidget | None, Desk], ListEditor]
) -> None:
    editor = kind(None, reading_desk)
    shown(editor)
    before = lines(editor)
    press(editor, Qt.Key.Key_Delete)
    press(editor, Qt.Key.Key_Insert)
    assert lines(editor) == before
    assert not editor.accept_button.isEnabled()


def test_enter_on_a_line_goes_to_its_fields(desk: Desk, shown: Show) -> None:
    editor = HolidaysEditor(None, desk)
    shown(editor)
    editor.entries.list.list.setFocus()
    press(editor, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is box(editor, "date")


@pytest.mark.parametrize(
    "kind",
    [MeetingsEditor, HolidaysEditor, AssociatedEditor, ReferenceNumbersEditor, ActsEditor, DescribeEditor],
)
def test_a_forum_of_which_nothing_is_known_can_be_begun(
    tmp_path: Path, shown: Show, kind: Callable[[QWidget | None, Desk], ForumEditor]
) -> None:
    desk = Desk(ForumFile.create(tmp_path / "Empty.forum", Forum(), "Ana Silva"))
    editor = kind(None, desk)
    shown(editor)
    assert editor.consequences.table.placeholder == NOTHING_YET
    assert editor.staged is None
    assert not editor.grab().isNull()
    desk.close()


def test_an_empty_list_is_begun_and_emptied_by_keyboard_alone(tmp_path: Path, shown: Show) -> None:
    desk = Desk(ForumFile.create(tmp_path / "Empty.forum", Forum(), "Ana Silva"))
    editor = HolidaysEditor(None, desk)
    shown(editor)

    def press_here(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        here = QApplication.focusWidget()
        assert here is not None
        QTest.keyClick(here, key, modifier)

    assert QApplication.focusWidget() is editor.entries.list.buttons["add"]
    press_here(Qt.Key.Key_Insert)
    here = QApplication.focusWidget()
    assert here is box(editor, "date")
    QTest.keyClicks(here, "2026-04-03")
    assert lines(editor) == [f"3{HARD}April{HARD}2026"]
    press_here(Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert QApplication.focusWidget() is editor.entries.list.list
    press_here(Qt.Key.Key_Delete)
    assert lines(editor) == []
    assert QApplication.focusWidget() is editor.entries.list.buttons["add"]
    press_here(Qt.Key.Key_Return)
    assert len(lines(editor)) == 1
    desk.close()
