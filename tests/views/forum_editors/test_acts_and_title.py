"""Acts, adoption, title and marking: what they change in the findings, shown before."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from desktop_app.calc.forum import NOT_NUMBERED, AdoptedAct, Classification, SourceAct
from desktop_app.calc.wording import HARD
from desktop_app.views.desk import Desk
from desktop_app.views.forum_editors.acts import ActsEditor
from desktop_app.views.forum_editors.base import ForumEditor
from desktop_app.views.forum_editors.describe import DescribeEditor

Show = Callable[[ForumEditor], ForumEditor]
CONTROL = Qt.KeyboardModifier.ControlModifier


def type_over(field: QLineEdit, text: str) -> None:
    field.setFocus()
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    QTest.keyClicks(field, text)


def test_adoption_makes_what_warns_block(desk: Desk, shown: Show) -> None:
    editor = ActsEditor(None, desk)
    shown(editor)
    assert "a PUBLIC marking blocks" in editor.meaning.text()
    # Only two of the 26 bound Member States share this key: a warning before adoption.
    type_over(editor.adopted.input, "2025-12-22")
    assert editor.consequences.summary == (
        f"Adopted on 22{HARD}December{HARD}2025: the day of the check moves from 29{HARD}October{HARD}2025 to "
        f"22{HARD}December{HARD}2025, 1 finding that blocks comes, 1 finding goes."
    )
    assert "then blocks" in editor.meaning.text()
    assert editor.as_of.said == f"Empty: the latest date in the forum, 22{HARD}December{HARD}2025."
    QTest.keyClick(editor.adopted.input, Qt.Key.Key_Return, CONTROL)
    assert desk.assessment.forum.adopted == date(2025, 12, 22)
    assert desk.file.undo_title == "Adoption"
    again = ActsEditor(None, desk)
    shown(again)
    type_over(again.adopted.input, "")
    assert again.consequences.summary.startswith("Adoption taken back: ")
    QTest.keyClick(again.adopted.input, Qt.Key.Key_Return, CONTROL)
    assert desk.assessment.forum.adopted is None


def test_number_and_publication_belong_to_an_adopted_act(desk: Desk, shown: Show) -> None:
    editor = ActsEditor(None, desk)
    shown(editor)
    type_over(editor.number.input, "2025/2511/EU")
    assert editor.number.said.startswith("An act that is not adopted has none")
    assert not editor.accept_button.isEnabled()
    type_over(editor.adopted.input, "2025-12-22")
    assert editor.number.said == (
        "'2025/2511/EU' is not the number of an act: write year and number, such as 2026/2511."
    )
    type_over(editor.number.input, "(EU) 2025/2511")
    type_over(editor.published.input, "OJ L, 2025/2511, 30.12.2025")
    assert "number of the act 2025/2511 and place in the Official Journal" in editor.consequences.summary
    QTest.keyClick(editor.number.input, Qt.Key.Key_Return, CONTROL)
    assert desk.assessment.forum.adopted_act == AdoptedAct("2025/2511", "OJ L, 2025/2511, 30.12.2025")
    # Adoption is not taken back while the act has a number.
    again = ActsEditor(None, desk)
    shown(again)
    type_over(again.adopted.input, "")
    assert again.published.said.startswith("An act that is not adopted has none")
    desk.undo()
    assert desk.assessment.forum.adopted_act == NOT_NUMBERED


def test_an_acts_date_moves_the_deadline_that_it_starts(desk: Desk, shown: Show) -> None:
    editor = ActsEditor(None, desk)
    shown(editor)
    # Fifteen days after 20 October 2025 are 4 November.
    type_over(editor.dates["proposal"].input, "20.10.2025")
    assert "1 deadline moves" in editor.consequences.summary
    moved = next(line for line in editor.consequences.table.lines if line.name == "Deadline: moved")
    assert f"30{HARD}October{HARD}2025 → 4{HARD}November{HARD}2025" in moved.words
    type_over(editor.references["proposal"].input, "COM(2025) 799")
    QTest.keyClick(editor.references["proposal"].input, Qt.Key.Key_Return, CONTROL)
    assert desk.assessment.forum.basis.proposal == SourceAct("COM(2025) 799", date(2025, 10, 20))
    assert desk.assessment.forum.basis.report == SourceAct("COM(2025) 1", date(2025, 10, 15))


def test_the_day_of_the_check_can_be_given_and_a_missing_act_is_named(desk: Desk, shown: Show) -> None:
    editor = ActsEditor(None, desk)
    shown(editor)
    type_over(editor.as_of.input, "2026-01-15")
    type_over(editor.references["report"].input, "")
    assert editor.consequences.summary.startswith(
        f"Day of the check 29{HARD}October{HARD}2025 → 15{HARD}January{HARD}2026 and report (Art. 9): 1 finding comes"
    )
    words = [line.words for line in editor.consequences.table.lines if line.name == "Warns: new"]
    assert words[0].startswith("Missing of the Commission's acts: reference of the report.")


def test_on_a_small_screen_the_field_with_the_keyboard_and_the_buttons_stay_in_sight(
    desk: Desk, shown: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    small = QSize(667, 336)
    for module in ("dialogs.base", "forum_editors.base"):
        monkeypatch.setattr(f"desktop_app.views.{module}.room_on_screen", lambda _window: small)
    editor = ActsEditor(None, desk)
    shown(editor)
    assert editor.height() <= small.height()
    editor.references["report"].input.setFocus()
    for _step in range(9):
        QTest.keyClick(editor.focusWidget(), Qt.Key.Key_Return)
        field = editor.focusWidget()
        where = QRect(field.mapTo(editor.body.viewport(), QPoint(0, 0)), field.size())
        assert editor.body.viewport().rect().contains(where)
    assert editor.focusWidget() is editor.as_of.input
    assert editor.rect().contains(editor.accept_button.geometry())


def test_a_day_that_does_not_exist_is_said_at_its_field(desk: Desk, shown: Show) -> None:
    editor = ActsEditor(None, desk)
    shown(editor)
    type_over(editor.adopted.input, "30.2.2026")
    assert editor.adopted.said.startswith("There is no day 30.2.2026")
    assert not editor.accept_button.isEnabled()


def test_a_public_marking_before_adoption_blocks(desk: Desk, shown: Show) -> None:
    editor = DescribeEditor(None, desk)
    shown(editor)
    for _step in range(2):
        QTest.keyClick(editor.marking.input, Qt.Key.Key_Down)
    assert editor.consequences.summary == ("Marking RESTREINT UE/EU RESTRICTED → PUBLIC: 1 finding that blocks comes.")
    type_over(editor.title.input, "Pool for 2027")
    type_over(editor.year.input, "2027")
    editor.note.input.setFocus()
    QTest.keyClicks(editor.note.input, "From the Council.")
    assert editor.consequences.summary.startswith(
        "Title, year 2026 → 2027, marking RESTREINT UE/EU RESTRICTED → PUBLIC and 1 more: "
    )
    QTest.keyClick(editor.note.input, Qt.Key.Key_Return, CONTROL)
    assert not editor.isVisible()
    forum = desk.assessment.forum
    assert (forum.title, forum.year, forum.classification) == ("Pool for 2027", 2027, Classification.PUBLIC)
    assert forum.note == "From the Council."
    assert desk.file.undo_title == "Title, year and marking"


def test_a_year_is_read_or_refused_at_its_field(desk: Desk, shown: Show) -> None:
    editor = DescribeEditor(None, desk)
    shown(editor)
    type_over(editor.year.input, "12027")
    assert "is not a year" in editor.year.said
    assert not editor.accept_button.isEnabled()
    type_over(editor.year.input, "")
    assert editor.accept_button.isEnabled()
    assert editor.consequences.summary.startswith("Year 2026 → none: ")


def test_a_reading_desk_sees_acts_and_title(reading_desk: Desk, shown: Show) -> None:
    for kind in (ActsEditor, DescribeEditor):
        editor = kind(None, reading_desk)
        shown(editor)
        for field in editor.fields.values():
            for line in field.findChildren(QLineEdit):
                before = line.text()
                QTest.keyClicks(line, "9")
                assert line.text() == before
        assert not editor.accept_button.isEnabled()
