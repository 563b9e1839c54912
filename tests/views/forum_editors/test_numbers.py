"""Reference numbers: typed, shown in what they change, taken in one step, all by keyboard."""

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from desktop_app.calc.changes import Describe, SetMeetings, SetPool
from desktop_app.calc.forum import Classification, Meeting, MeetingKind, Pool, SharesStatus
from desktop_app.models.forum_file import ForumFile
from desktop_app.views.desk import Desk
from desktop_app.views.forum_editors.acts import ActsEditor
from desktop_app.views.forum_editors.base import NOTHING_YET, ONLY_READ, ForumEditor
from desktop_app.views.forum_editors.describe import DescribeEditor
from desktop_app.views.forum_editors.lists import AssociatedEditor, HolidaysEditor, MeetingsEditor
from desktop_app.views.forum_editors.numbers import ReferenceNumbersEditor
from tests.views.editor_desks import Answers

Show = Callable[[ForumEditor], ForumEditor]
CONTROL = Qt.KeyboardModifier.ControlModifier


def type_over(field: QLineEdit, text: str) -> None:
    field.setFocus()
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    QTest.keyClicks(field, text)


def test_nothing_can_be_taken_before_something_is_changed(desk: Desk, shown: Show) -> None:
    editor = ReferenceNumbersEditor(None, desk)
    shown(editor)
    assert QApplication.focusWidget() is editor.relocations.input
    assert editor.relocations.input.selectedText() == editor.relocations.raw == "1 000"
    assert editor.money.raw == "20 000 000"
    assert editor.consequences.table.placeholder == NOTHING_YET
    assert not editor.accept_button.isEnabled()
    QTest.keyClick(editor, Qt.Key.Key_Return, CONTROL)
    assert editor.isVisible()
    assert desk.file.seq == 1


def test_a_higher_reference_number_shows_every_fair_share_before_it_is_taken(desk: Desk, shown: Show) -> None:
    editor = ReferenceNumbersEditor(None, desk)
    shown(editor)
    type_over(editor.relocations.input, "1.5k")
    type_over(editor.money.input, "30m")
    table = editor.consequences.table
    states = {
        line.name: [shift.words for shift in line.shifts] for line in table.lines if line.name in ("Belgium", "Estonia")
    }
    assert states["Belgium"][1] == "600 → 900 (+300)"
    assert states["Estonia"][1] == "400 → 600 (+200)"
    assert states["Estonia"][4] == "met → 200 below"
    assert editor.consequences.summary.startswith(
        "Reference number 1\u00a0000 → 1\u00a0500 and reference number of money EUR\u00a020\u00a0000\u00a0000 → "
        "EUR\u00a030\u00a0000\u00a0000: 2 fair shares change, 2 Member States fall short, gap 0 → 500"
    )
    assert desk.file.seq == 1
    QTest.keyClick(editor.money.input, Qt.Key.Key_Return, CONTROL)
    assert not editor.isVisible()
    assert desk.assessment.forum.pool.relocations == 1_500
    assert desk.assessment.forum.pool.financial_cents == 30_000_000_00
    assert desk.file.undo_title == "Reference numbers and proposal"
    assert desk.undo()
    assert desk.assessment.forum.pool.relocations == 1_000


def test_escape_leaves_everything_as_it_was(desk: Desk, shown: Show) -> None:
    editor = ReferenceNumbersEditor(None, desk)
    shown(editor)
    type_over(editor.relocations.input, "2000")
    QTest.keyClick(editor.relocations.input, Qt.Key.Key_Escape)
    assert not editor.isVisible()
    assert desk.file.seq == 1
    assert desk.assessment.forum.pool.relocations == 1_000


def test_enter_goes_on_to_the_next_field_and_takes_nothing(desk: Desk, shown: Show) -> None:
    editor = ReferenceNumbersEditor(None, desk)
    shown(editor)
    type_over(editor.relocations.input, "2000")
    QTest.keyClick(editor.relocations.input, Qt.Key.Key_Return)
    assert editor.isVisible()
    assert QApplication.focusWidget() is editor.money.input
    assert desk.file.seq == 1


def test_the_rate_is_held_against_twenty_thousand_while_typing(desk: Desk, shown: Show) -> None:
    editor = ReferenceNumbersEditor(None, desk)
    shown(editor)
    assert editor.rate.text() == "One relocation counts EUR\u00a020\u00a0000: F / R keeps the ratio of Art. 12(3)."
    type_over(editor.relocations.input, "1 600")
    assert editor.rate.text() == (
        "One relocation counts EUR\u00a012\u00a0500, not EUR\u00a020\u00a0000: F / R does not keep the ratio of "
        "Art. 12(3). With R = 1\u00a0600 that would be F = EUR\u00a032\u00a0000\u00a0000."
    )
    type_over(editor.relocations.input, "")
    assert "not known" in editor.rate.text()
    assert "1 finding that blocks comes" in editor.consequences.summary


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("30.00.1", "not in groups of three digits"),
        ("12.900", "This can be meant both ways"),
        ("2bn", "1 000 000 000"),
        ("rest", "not known"),
    ],
)
def test_what_cannot_be_read_is_said_at_its_field_and_nothing_can_be_taken(
    desk: Desk, shown: Show, text: str, problem: str
) -> None:
    editor = ReferenceNumbersEditor(None, desk)
    shown(editor)
    type_over(editor.relocations.input, text)
    assert problem.replace(" ", "") in editor.relocations.said.replace("\u00a0", "").replace(" ", "")
    assert not editor.accept_button.isEnabled()
    assert editor.consequences.summary.startswith("Correct this first: ")
    assert editor.consequences.table.lines == ()
    QTest.keyClick(editor.relocations.input, Qt.Key.Key_Return, CONTROL)
    assert desk.file.seq == 1
    type_over(editor.relocations.input, "2000")
    assert editor.accept_button.isEnabled()


def test_percentage_status_and_exceptional_year_are_chosen_by_keyboard(desk: Desk, shown: Show) -> None:
    editor = ReferenceNumbersEditor(None, desk)
    shown(editor)
    type_over(editor.share.input, "33,3")
    QTest.keyClick(editor.status.input, Qt.Key.Key_Down)
    QTest.keyClick(editor.exceptional.input, Qt.Key.Key_Space)
    assert editor.consequences.summary.startswith(
        "Exceptional year no → yes, search and rescue none → 33.3\u00a0% and shares computed → an estimate:"
    )
    QTest.keyClick(editor.exceptional.input, Qt.Key.Key_Return, CONTROL)
    forum = desk.assessment.forum
    assert forum.shares_status is SharesStatus.ESTIMATE
    assert forum.pool.exceptional
    assert forum.pool.sar_percent == Fraction("33.3")


def test_named_measures_are_added_moved_and_deleted_by_keyboard(desk: Desk, shown: Show) -> None:
    editor = ReferenceNumbersEditor(None, desk)
    shown(editor)
    measures = editor.measures

    def names() -> list[str]:
        return [measures.list.list.item(row).text() for row in range(measures.list.list.count())]

    measures.list.list.setFocus()
    QTest.keyClick(measures.list.list, Qt.Key.Key_Insert)
    field = measures.fields["text"]
    line = field.focusProxy()
    assert line is not None
    assert QApplication.focusWidget() is line
    assert "Say in words" in field.said
    assert not editor.accept_button.isEnabled()
    QTest.keyClicks(line, "Staff")
    assert "stands there twice" in field.said
    QTest.keyClicks(line, " for registration")
    assert field.said == ""
    assert names() == ["Reception", "Staff", "Staff for registration"]
    QTest.keyClick(measures.list.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert names() == ["Reception", "Staff for registration", "Staff"]
    QTest.keyClick(measures.list.list, Qt.Key.Key_Up)
    QTest.keyClick(measures.list.list, Qt.Key.Key_Delete)
    assert names() == ["Staff for registration", "Staff"]
    assert editor.consequences.summary == "Measures that the proposal names: changes no figure and no finding."
    QTest.keyClick(measures.list.list, Qt.Key.Key_Return, CONTROL)
    assert desk.assessment.forum.pool.named_measures == ("Staff for registration", "Staff")


def test_what_validity_refuses_is_said_at_the_field(desk: Desk, shown: Show, monkeypatch: pytest.MonkeyPatch) -> None:
    editor = ReferenceNumbersEditor(None, desk)
    shown(editor)
    # The field reads numbers up to a thousand million; a stricter validity answers at the same field.
    monkeypatch.setattr("desktop_app.calc.validity_parts.MAXIMUM_PERSONS", 5_000)
    type_over(editor.relocations.input, "6000")
    assert editor.relocations.said.startswith("6000 is outside 0 to")
    assert not editor.accept_button.isEnabled()
    type_over(editor.relocations.input, "4000")
    assert editor.relocations.said == "4\u00a0000 persons"


def test_a_reading_desk_sees_everything_and_changes_nothing(reading_desk: Desk, shown: Show) -> None:
    editor = ReferenceNumbersEditor(None, reading_desk)
    shown(editor)
    assert editor.relocations.raw == "1 000"
    QTest.keyClicks(editor.relocations.input, "9")
    assert editor.relocations.raw == "1 000"
    assert not editor.status.input.isEnabled()
    assert editor.consequences.table.placeholder == ONLY_READ
    assert not editor.accept_button.isEnabled()


def test_what_the_disk_refuses_is_said_and_kept_in_the_fields(
    qtbot: QtBot, desk: Desk, shown: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    from desktop_app.models.errors import BadInput

    editor = ReferenceNumbersEditor(None, desk)
    shown(editor)

    def refuse(*_args: object) -> None:
        raise BadInput("Small.forum", "the disk is full", "make room and try again")

    type_over(editor.relocations.input, "2000")
    with monkeypatch.context() as patched:
        patched.setattr(ForumFile, "apply", refuse)
        QTest.keyClick(editor.relocations.input, Qt.Key.Key_Return, CONTROL)
    assert editor.isVisible()
    assert editor.refusal.text() == "Small.forum: the disk is full.\nMake room and try again."
    assert editor.relocations.raw == "2000"
    QTest.keyClick(editor.relocations.input, Qt.Key.Key_Return, CONTROL)
    assert not editor.isVisible()
    assert desk.assessment.forum.pool == Pool(
        2_000, 20_000_000_00, 30_000, 600_000_000_00, named_measures=("Reception", "Staff")
    )


@pytest.mark.parametrize(
    "make", [ReferenceNumbersEditor, ActsEditor, DescribeEditor, MeetingsEditor, HolidaysEditor, AssociatedEditor]
)
def test_what_was_typed_is_not_lost_without_a_question(
    desk: Desk, shown: Show, confirms: Answers, make: Callable[[None, Desk], ForumEditor]
) -> None:
    confirms += [False, True]
    editor = make(None, desk)
    shown(editor)
    line = next(each for each in editor.body.findChildren(QLineEdit) if each.isVisible() and each.isEnabled())
    line.setFocus()
    QTest.keyClicks(line, "9")
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert editor.isVisible()
    editor.close()
    assert not editor.isVisible()
    assert confirms.asked == ["Leave without taking the changes?"] * 2
    assert desk.file.seq == 1


def test_leaving_what_nobody_changed_asks_nothing(desk: Desk, shown: Show, confirms: Answers) -> None:
    editor = ReferenceNumbersEditor(None, desk)
    shown(editor)
    QTest.keyClicks(editor.relocations.input, "9")
    editor.relocations.input.setText("1 000")
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert not editor.isVisible()
    assert confirms.asked == []


def test_other_texts_of_the_forum_stay_to_the_letter(desk: Desk, shown: Show) -> None:
    assert desk.apply(Describe("  Pool", 999, Classification.EU_RESTRICTED, "one\n"))
    assert desk.apply(
        SetPool(
            replace(desk.assessment.forum.pool, sar_percent=Fraction(101), named_measures=(" a ",)),
            SharesStatus.COMPUTED,
        )
    )
    assert desk.apply(SetMeetings((Meeting(" m1 ", MeetingKind.INITIAL), Meeting(" m2 ", MeetingKind.RESUMED))))
    editor = DescribeEditor(None, desk)
    shown(editor)
    editor.marking.input.setCurrentIndex(0 if editor.marking.input.currentIndex() else 1)
    QTest.keyClick(editor, Qt.Key.Key_Return, CONTROL)
    forum = desk.assessment.forum
    assert (forum.title, forum.year, forum.note) == ("  Pool", 999, "one\n")
    numbers = ReferenceNumbersEditor(None, desk)
    shown(numbers)
    type_over(numbers.relocations.input, "2000")
    QTest.keyClick(numbers, Qt.Key.Key_Return, CONTROL)
    assert desk.assessment.forum.pool.relocations == 2_000
    assert desk.assessment.forum.pool.named_measures == (" a ",)
    assert desk.assessment.forum.pool.sar_percent == 101
    meetings = MeetingsEditor(None, desk)
    shown(meetings)
    meetings.entries.fields["date"].input.setText("2025-10-30")  # type: ignore[attr-defined]  # a field of a day
    QTest.keyClick(meetings, Qt.Key.Key_Return, CONTROL)
    assert [each.id for each in desk.assessment.forum.meetings] == [" m1 ", " m2 "]


def test_the_editors_follow_the_zoom(desk: Desk, shown: Show) -> None:
    editor = ReferenceNumbersEditor(None, desk)
    shown(editor)
    before = editor.relocations.input.font().pointSizeF(), editor.accept_button.font().pointSizeF()
    editor.set_scale(1.5)
    after = editor.relocations.input.font().pointSizeF(), editor.accept_button.font().pointSizeF()
    assert after[0] > before[0]
    assert after[1] > before[1]
