"""Report, requests and rounds by keyboard: who is asked for what, what the dates start, what is refused."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from desktop_app.calc.changes import ReplaceForum
from desktop_app.calc.forum import Forum, Procedure
from desktop_app.calc.response_plans import ResponseMeasureKind
from desktop_app.calc.search_and_rescue import ActPath, Disembarkation, DisembarkationAct, Round, RoundKind, TopUp
from desktop_app.views.desk import Desk
from desktop_app.views.disembarkation.report import ReportEditor
from desktop_app.views.disembarkation.rounds import RoundsEditor
from tests.views.editor_desks import Show

CONTROL = Qt.KeyboardModifier.ControlModifier


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def type_over(field: QLineEdit, text: str) -> None:
    field.setFocus()
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    QTest.keyClicks(field, text)


def cells(editor: ReportEditor) -> list[tuple[str, ...]]:
    return [tuple(plain(cell.text) for cell in line.cells) for line in editor.requests.list.lines]


def test_what_is_asked_of_whom_follows_what_is_typed(desk: Desk, shown: Show) -> None:
    editor = ReportEditor(None, desk)
    shown(editor)
    assert cells(editor) == [
        ("Germany (DE)", "40.0000", "400", "400"),
        ("Greece (EL)", "20.0000", "200", "nobody"),
        ("France (FR)", "40.0000", "400", "400"),
        ("Asked of contributing states", "", "800", "800"),
        ("Of benefitting states", "", "200", "nobody"),
        ("Total of the report", "", "1 000", ""),
    ]
    assert plain(editor.requests.deadlines.text()).startswith(
        "Requests sent to the contributing Member States by 28 October 2026 (Art. 47(3)): done on 20 October 2026, in"
    )
    type_over(editor.states.fields["relocations"].input, "2000")  # type: ignore[attr-defined]  # a line of text
    assert cells(editor)[0] == ("Germany (DE)", "40.0000", "800", "800")
    assert plain(editor.requests.words.text()).startswith("1 600 of 2 000 persons are asked of 2 Member States")
    assert plain(editor.consequences.summary).startswith("Greece 1 000 → 2 000: ")
    # A state more, by keyboard: Italy is offered, which is not in the key.
    editor.states.list.list.setFocus()
    QTest.keyClick(editor.states.list.list, Qt.Key.Key_Insert)
    type_over(editor.states.fields["relocations"].input, "500")  # type: ignore[attr-defined]  # a line of text
    type_over(editor.adopted.input, "2026-10-16")
    editor.measures.boxes[ResponseMeasureKind.OPERATIONAL].setFocus()
    QTest.keyClick(editor.measures.boxes[ResponseMeasureKind.OPERATIONAL], Qt.Key.Key_Space)
    QTest.keyClick(editor.adopted.input, Qt.Key.Key_Return, CONTROL)
    report = desk.assessment.forum.search_and_rescue.report
    assert report.benefitting == (Disembarkation("EL", 2_000), Disembarkation("IT", 500))
    assert report.adopted == date(2026, 10, 16)
    assert report.measures_named == (ResponseMeasureKind.CAPACITY, ResponseMeasureKind.OPERATIONAL)
    assert desk.file.undo_title == "Report and requests"


def test_a_top_up_asks_nobody_for_more(desk: Desk, shown: Show, small: Forum) -> None:
    # One tenth more: the act fixes 440 then, but 400 were asked.
    topped = replace(small.search_and_rescue, top_up=TopUp("EL", 1_100))
    assert desk.apply(ReplaceForum(replace(small, search_and_rescue=topped), "Top-up"))
    editor = ReportEditor(None, desk)
    shown(editor)
    asked = [line[2:] for line in cells(editor)]
    assert asked[:3] == [("400", "400"), ("200", "nobody"), ("400", "400")]
    assert asked[3:] == [("800", "800"), ("200", "nobody"), ("1 000", "")]


def test_what_cannot_be_read_is_told_and_nothing_is_asked_from_it(desk: Desk, shown: Show) -> None:
    editor = ReportEditor(None, desk)
    shown(editor)
    type_over(editor.states.fields["relocations"].input, "12.900")  # type: ignore[attr-defined]  # a line of text
    assert editor.requests.list.lines == ()
    assert editor.requests.words.text().startswith("What is asked of whom follows")
    assert not editor.accept_button.isEnabled()
    QTest.keyClick(editor.adopted.input, Qt.Key.Key_Return, CONTROL)
    assert editor.isVisible()
    type_over(editor.states.fields["relocations"].input, "")  # type: ignore[attr-defined]  # a line of text
    assert editor.requests.words.text().startswith("Nothing can be asked yet")
    editor.states.list.list.setFocus()
    QTest.keyClick(editor.states.list.list, Qt.Key.Key_Insert, CONTROL)
    assert "stands there twice" in editor.states.problem
    QTest.keyClick(editor.states.list.list, Qt.Key.Key_Delete)
    QTest.keyClick(editor.states.list.list, Qt.Key.Key_Delete)
    type_over(editor.adopted.input, "")
    assert plain(editor.consequences.summary).startswith("Greece 1 000 → not named and adoption of the report: ")
    assert editor.requests.deadlines.text().startswith("The day on which the report was adopted starts two clocks")


def test_the_requests_are_copied_under_their_title(desk: Desk, shown: Show) -> None:
    editor = ReportEditor(None, desk)
    shown(editor)
    QTest.mouseClick(editor.copy_button, Qt.MouseButton.LeftButton)
    lines = plain(QApplication.clipboard().text()).splitlines()
    assert lines[0] == "Pool for 2027 – R 2026"
    assert lines[2:4] == ["Member State\tShare, %\tKey number\tAsked", "Germany (DE)\t40.0000\t400\t400"]
    assert "Greece (EL)\t20.0000\t200\tnobody" in lines


def test_an_empty_forum_says_what_comes_first(desk: Desk, shown: Show) -> None:
    assert desk.apply(ReplaceForum(Forum(procedure=Procedure.SEARCH_AND_RESCUE), "Empty"))
    editor = ReportEditor(None, desk)
    shown(editor)
    assert editor.requests.words.text().startswith("No Member State is in the key yet")
    type_over(editor.note.input, "Needs") if isinstance(editor.note.input, QLineEdit) else QTest.keyClicks(
        editor.note.input, "Needs"
    )
    assert editor.consequences.summary.startswith("Needs in words: ")


# -------------------------------------------------------------------------------------------------------------- rounds


def test_a_round_is_recorded_and_its_meaning_said(desk: Desk, shown: Show) -> None:
    editor = RoundsEditor(None, desk)
    shown(editor)
    assert QApplication.focusWidget() is editor.ended.input
    assert editor.meaning.text().startswith("Art. 47(5): the Commission asks states to adapt the number")
    assert plain(editor.meaning.text()).endswith("the act is due by 4 December 2026.")
    QTest.keyClick(editor.rounds.list.list, Qt.Key.Key_Insert)
    assert editor.meaning.text().startswith("Art. 48(2): 80 % of a pool is used.")
    fields = editor.rounds.fields
    fields["benefitting"].input.setCurrentIndex(1)  # type: ignore[attr-defined]  # a choice
    type_over(fields["opened"].input, "2027-02-10")  # type: ignore[attr-defined]  # a line of text
    type_over(fields["ended"].input, "2027-02-09")  # type: ignore[attr-defined]  # a line of text
    assert "ends before it opens" in editor.rounds.problem
    type_over(fields["ended"].input, "2027-02-11")  # type: ignore[attr-defined]  # a line of text
    type_over(fields["id"].input, "f1")  # type: ignore[attr-defined]  # a line of text
    assert "Another round is called f1" in editor.rounds.problem
    type_over(fields["id"].input, "")  # type: ignore[attr-defined]  # a line of text
    assert "needs a short name" in editor.rounds.problem
    type_over(fields["id"].input, "f2")  # type: ignore[attr-defined]  # a line of text
    assert plain(editor.rounds.list.list.item(1).text()) == ("f2  80 % of a pool used (Greece), 10 to 11 February 2027")
    fields["kind"].input.setCurrentIndex(0)  # type: ignore[attr-defined]  # a choice
    assert "Only a round that a used pool called" in editor.rounds.problem
    fields["kind"].input.setCurrentIndex(2)  # type: ignore[attr-defined]  # a choice
    type_over(editor.ended.input, "")
    assert "though a round ended on" in editor.ended.said
    assert editor.consequences.summary.startswith("Forum not ended and rounds 1 → 2: ")
    QTest.keyClick(editor.ended.input, Qt.Key.Key_Return, CONTROL)
    recorded = desk.assessment.forum.search_and_rescue
    assert recorded.forum_ended is None
    assert recorded.rounds[1] == Round("f2", RoundKind.POOL_USED, None, date(2027, 2, 10), date(2027, 2, 11), "EL")


def test_what_80_percent_means_goes_by_the_path_of_the_act(desk: Desk, shown: Show, small: Forum) -> None:
    used = (Round("f1", RoundKind.POOL_USED, None, date(2027, 1, 10)), Round("f2"))
    for path, begins in ((ActPath.SUFFICIENT, "Art. 48(1): 80 %"), (None, "Art. 48(1): 80 %")):
        recorded = replace(small.search_and_rescue, rounds=used, forum_ended=None, act=DisembarkationAct(path))
        assert desk.apply(ReplaceForum(replace(small, search_and_rescue=recorded), "Other act"))
        editor = RoundsEditor(None, desk)
        shown(editor)
        assert editor.meaning.text().startswith(begins)
        assert ("Art. 48(2)" in editor.meaning.text()) is (path is None)
        assert editor.ended.said.startswith("Empty: no forum, or it goes on.")
        assert plain(editor.rounds.list.list.item(0).text()) == "f1  80 % of a pool used, from 10 January 2027"
        assert editor.rounds.list.list.item(1).text() == "f2  reason not said, day not known"
        editor.reject()
