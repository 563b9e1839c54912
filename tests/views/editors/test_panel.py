"""The Member State panel as a person uses it: by keyboard, beside the table, on a real forum file."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop_app.calc.changes import RecordMeasures, RecordPledgeDetails
from desktop_app.calc.forum import AlternativeMeasure, Forum
from desktop_app.models.errors import ForumFileUnwritable
from desktop_app.models.forum_file import ForumFile
from desktop_app.views.desk import Desk
from desktop_app.views.dialogs.messages import Message
from desktop_app.views.editors.forms import Standing
from desktop_app.views.editors.pages.measures import MeasuresPage
from desktop_app.views.main_window import MainWindow
from desktop_app.views.parts import ChipButton
from tests.views.editors.conftest import Hands, Key, Modifier

PAGES = (
    (Key.Key_M, Modifier.ControlModifier, "measures"),
    (Key.Key_D, Modifier.ControlModifier, "deductions"),
    (Key.Key_T, Modifier.ControlModifier, "status"),
    (Key.Key_H, Modifier.ControlModifier, "said"),
    (Key.Key_H, Modifier.ControlModifier | Modifier.ShiftModifier, "particulars"),
)


def note_on(code: str, note: str) -> RecordPledgeDetails:
    return RecordPledgeDetails(code, note=note)


def edit_note(hands: Hands, code: str, text: str) -> None:
    hands.go(code)
    hands.press(Key.Key_H, modifier=Modifier.ControlModifier | Modifier.ShiftModifier)
    hands.to("note")
    hands.type(text)


def chips(hands: Hands) -> list[ChipButton]:
    return [chip for chip in hands.panel.findChildren(ChipButton) if chip.isVisible()]


def test_f4_shows_goes_there_and_hides_again(hands: Hands) -> None:
    window = hands.window
    assert not hands.panel.isVisible()
    hands.press(Key.Key_F4)
    assert hands.panel.isVisible()
    assert hands.panel.isAncestorOf(hands.here)
    assert window.menus.actions["state_panel"].isChecked()
    hands.press(Key.Key_Escape)
    assert window.table.isAncestorOf(hands.here)
    assert hands.panel.isVisible()
    hands.press(Key.Key_F4)
    assert hands.panel.isAncestorOf(hands.here)
    hands.press(Key.Key_F4)
    assert not hands.panel.isVisible()
    assert window.table.isAncestorOf(hands.here)
    assert not window.menus.actions["state_panel"].isChecked()


def test_it_is_remembered_with_its_width(hands: Hands, make_window: Callable[[], MainWindow], forum_path: Path) -> None:
    hands.press(Key.Key_F4)
    sides = hands.window.editors.place.sides
    sides.setSizes([sides.width() - 450, 450])
    sides.splitterMoved.emit(sides.width() - 450, 1)
    width = hands.panel.width()
    hands.window.close()
    again = make_window()
    again.resize(1366, 768)
    again.files.open_path(forum_path)
    again.show()
    assert again.editors.panel.isVisible()
    assert again.editors.panel.width() == width


@pytest.mark.parametrize(("key", "modifier", "page"), PAGES)
def test_each_page_has_its_key_also_inside_the_panel(
    hands: Hands, key: Qt.Key, modifier: Qt.KeyboardModifier, page: str
) -> None:
    hands.press(key, modifier=modifier)
    assert hands.page.name == page
    assert hands.panel.isAncestorOf(hands.here)
    for other, with_, name in PAGES:
        hands.press(other, modifier=with_)
        assert hands.page.name == name
    hands.press(key, modifier=modifier)
    assert hands.page.name == page


def test_the_buttons_of_the_pages_go_by_arrows(hands: Hands) -> None:
    hands.control(Key.Key_M)
    hands.panel.bar.buttons["measures"].setFocus()
    hands.press(Key.Key_Right)
    hands.press(Key.Key_Space)
    assert hands.page.name == "deductions"


def test_it_follows_the_row_of_the_table(hands: Hands) -> None:
    hands.press(Key.Key_F4)
    hands.go("LV")
    assert hands.panel.title == "Latvia (LV)"
    hands.go("DK")
    assert "not bound" in hands.panel.notice.text()
    assert not hands.page.isVisible()
    hands.window.table.go_to(None, "pool")
    assert hands.panel.notice.text() == "Choose a Member State in the table."
    hands.press(Key.Key_Up)
    assert hands.panel.title == "Sweden (SE)"
    assert hands.page.isVisible()


def test_next_and_previous_member_state_keep_page_and_keyboard(hands: Hands) -> None:
    hands.go("LV")
    hands.control(Key.Key_T)
    hands.control(Key.Key_PageDown)
    assert (hands.panel.code, hands.page.name) == ("LT", "status")
    assert hands.panel.isAncestorOf(hands.here)
    hands.control(Key.Key_PageUp)
    hands.control(Key.Key_PageUp)
    assert hands.panel.code == "CY"
    assert hands.window.table.selected()[0] == "CY"


def test_the_next_member_state_is_that_of_the_next_row(hands: Hands) -> None:
    hands.go("HU", "fair_share")
    hands.press(Key.Key_F7)
    hands.control(Key.Key_T)
    row = hands.window.table.model.row_of("HU")
    hands.control(Key.Key_PageDown)
    assert hands.panel.code == hands.window.table.model.code(row + 1) != "MT"
    hands.press(Key.Key_Escape)
    hands.window.menus.actions["group_by_verdict"].trigger()
    hands.control(Key.Key_Home)
    assert hands.window.table.model.code(0) == ""
    hands.control(Key.Key_T)
    hands.control(Key.Key_PageDown)
    assert hands.panel.code == hands.window.table.model.code(2)
    hands.control(Key.Key_PageUp)
    hands.control(Key.Key_PageUp)
    codes = [line for line in hands.window.table.model.lines if isinstance(line, str)]
    assert hands.panel.code == codes[-1]


def test_edits_are_one_step_and_come_back_by_undo(hands: Hands) -> None:
    before = hands.recorded("LV").pledge
    edit_note(hands, "LV", "Said twice. ")
    assert hands.recorded("LV").pledge == before
    assert hands.effect == "Changes no figure and no finding."
    hands.control(Key.Key_Return)
    assert hands.recorded("LV").pledge.note == f"Said twice. {before.note}"
    assert hands.undo == "&Undo Latvia: particulars of the pledge"
    assert not hands.panel.footer.take.isVisible()
    hands.window.undo()
    assert hands.recorded("LV").pledge == before
    assert hands.page.fields["note"].raw == before.note


def test_escape_reverts_and_what_was_given_up_can_be_brought_back(hands: Hands) -> None:
    edit_note(hands, "LV", "Said twice. ")
    note = hands.recorded("LV").pledge.note
    hands.press(Key.Key_Escape)
    assert hands.page.fields["note"].raw == note
    assert hands.panel.isAncestorOf(hands.here)
    hands.panel.footer.back.click()
    assert hands.page.fields["note"].raw == f"Said twice. {note}"
    hands.panel.take()
    assert hands.recorded("LV").pledge.note == f"Said twice. {note}"
    hands.panel.setFocus()
    hands.press(Key.Key_Escape)
    assert hands.window.table.isAncestorOf(hands.here)


def test_edits_wait_while_another_member_state_is_shown(hands: Hands) -> None:
    edit_note(hands, "LV", "Half a ")
    assert hands.panel.bar.buttons["particulars"].accessibleName() == "Pledge, edited, not taken yet"
    hands.go("PL")
    assert [chip.text() for chip in chips(hands)] == ["Not taken: Latvia: particulars of the pledge"]
    assert hands.page.fields["note"].raw == hands.recorded("PL").pledge.note
    hands.control(Key.Key_D)
    chips(hands)[0].click()
    assert (hands.panel.code, hands.page.name) == ("LV", "particulars")
    assert hands.page.fields["note"].raw.startswith("Half a ")
    assert not chips(hands)
    hands.control(Key.Key_Return)
    assert (hands.recorded("LV").pledge.note or "").startswith("Half a ")


def test_many_waiting_edits_are_counted(hands: Hands) -> None:
    for code in ("BE", "BG", "CZ", "DE", "EE"):
        edit_note(hands, code, "x")
    hands.go("LV")
    assert len(chips(hands)) == 3
    assert "and 2 more" in [label.text() for label in hands.panel.findChildren(type(hands.panel.notice))]


def test_each_type_of_a_pledge_has_a_draft_of_its_own(hands: Hands) -> None:
    hands.go("SE", "financial")
    hands.control(Key.Key_H)
    hands.to("by")
    hands.type("the Minister")
    hands.go("SE", "relocations")
    assert hands.page.fields["by"].raw == ""
    assert hands.panel.bar.buttons["said"].accessibleName().endswith("not taken yet")
    hands.go("LV")
    chips(hands)[0].click()
    assert hands.page.part == "said.financial"
    assert hands.page.fields["by"].raw == "the Minister"


def test_typing_back_what_is_recorded_is_no_edit(hands: Hands) -> None:
    edit_note(hands, "LV", "x")
    assert hands.panel.footer.take.isVisible()
    hands.press(Key.Key_Backspace)
    assert not hands.panel.footer.take.isVisible()
    assert not hands.panel.drafts


def test_a_record_that_changes_under_the_edits_is_said(hands: Hands) -> None:
    edit_note(hands, "LV", "Mine. ")
    desk = hands.window.desk
    assert desk is not None
    desk.apply(note_on("LV", "Somebody's"))
    assert hands.notice.startswith("What is recorded has changed since these edits began")
    assert hands.page.fields["note"].raw.startswith("Mine. ")
    hands.control(Key.Key_Return)
    assert (hands.recorded("LV").pledge.note or "").startswith("Mine. ")


def test_what_is_typed_in_the_table_shows_at_once(hands: Hands) -> None:
    hands.go("LV")
    hands.press(Key.Key_H, modifier=Modifier.ControlModifier | Modifier.ShiftModifier)
    hands.press(Key.Key_Escape)
    hands.type("120")
    hands.press(Key.Key_Return)
    hands.go("LV")
    shown = [label.text() for label in hands.page.findChildren(type(hands.panel.notice))]
    assert any("120 relocations" in text for text in shown)


def test_edits_that_cannot_be_written_stay(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    edit_note(hands, "LV", "Mine. ")
    desk = hands.window.desk
    assert desk is not None

    def full(_change: object) -> None:
        raise ForumFileUnwritable("Pool.forum", "the disk is full", "make room, then take it again")

    monkeypatch.setattr(desk.file, "apply", full)
    hands.control(Key.Key_Return)
    assert "the disk is full" in hands.notice
    assert hands.page.fields["note"].raw.startswith("Mine. ")
    monkeypatch.undo()
    monkeypatch.setattr(Message, "confirm", lambda *_: True)
    hands.control(Key.Key_Return)
    assert (hands.recorded("LV").pledge.note or "").startswith("Mine. ")


def test_a_reading_desk_shows_all_and_changes_nothing(hands: Hands, forum_path: Path) -> None:
    window = hands.window
    window.files.close()
    window.show_desk(Desk(ForumFile.open(forum_path, "Jean Dupont", read_only=True)))
    for key, modifier, page in PAGES:
        hands.go("EE", "alternative")
        hands.press(key, modifier=modifier)
        assert hands.page.name == page
        for _ in range(25):
            hands.press(Key.Key_Tab)
            if hands.panel.isAncestorOf(hands.here):
                hands.type("7 ")
            popup = QApplication.activePopupWidget()
            if popup is not None:
                # Which type of pledge is shown can be chosen at a reading desk, too.
                popup.close()
        assert not hands.panel.drafts
    assert hands.panel.pages["measures"].form().items[0].value == "280000"
    assert hands.recorded("EE") == window.desk.assessment.forum.state("EE") if window.desk else False


def test_closing_asks_before_edits_are_lost(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    edit_note(hands, "LV", "Mine. ")
    asked: list[tuple[str, ...]] = []

    def stay(_parent: object, *words: str) -> bool:
        asked.append(words)
        return False

    monkeypatch.setattr(Message, "confirm", stay)
    assert not hands.window.close()
    assert asked[0][1].startswith("Latvia: particulars of the pledge. Go back")
    hands.control(Key.Key_Return)
    assert hands.window.close()
    assert len(asked) == 1


def test_edits_wait_for_their_forum_to_come_back(hands: Hands, tmp_path: Path, sample: Forum, forum_path: Path) -> None:
    edit_note(hands, "LV", "Mine. ")
    other = tmp_path / "Other.forum"
    ForumFile.create(other, sample, "Ana Silva").close()
    hands.window.files.open_path(other)
    assert not hands.panel.drafts
    assert not chips(hands)
    hands.window.files.open_path(forum_path)
    hands.go("LV")
    assert hands.page.fields["note"].raw.startswith("Mine. ")


def test_f6_comes_by(hands: Hands) -> None:
    hands.press(Key.Key_F4)
    hands.press(Key.Key_Escape)
    hands.press(Key.Key_F6)
    assert hands.panel.isAncestorOf(hands.here)
    hands.press(Key.Key_F6)
    assert hands.window.findings.isAncestorOf(hands.here)


def test_a_narrow_window_puts_it_under_the_table(hands: Hands) -> None:
    hands.control(Key.Key_M)
    place, window = hands.window.editors.place, hands.window
    focused = hands.here
    window.resize(860, 960)
    QApplication.processEvents()
    assert place.sides.indexOf(hands.panel) < 0
    assert not window.lower_row.isVisible()
    assert window.table.width() > 700
    assert hands.here is focused
    hands.press(Key.Key_F4)
    assert window.lower_row.isVisible()
    hands.press(Key.Key_F4)
    window.resize(1366, 768)
    QApplication.processEvents()
    assert place.sides.indexOf(hands.panel) == 1
    assert window.lower_row.isVisible()
    assert window.table.width() > 900


@pytest.mark.parametrize("zoom", [75, 100, 200])
def test_nothing_stands_outside_the_panel(hands: Hands, zoom: int) -> None:
    desk = hands.window.desk
    assert desk is not None
    long = "Deployment of national experts and interpreters to reception and identification centres, third phase"
    measures = tuple(AlternativeMeasure(f"{long}, part {number}", None, number * 100_000) for number in range(10))
    desk.apply(RecordMeasures("NL", measures))
    hands.window.set_zoom(zoom)
    hands.go("NL", "alternative")
    for key, modifier, _page in PAGES:
        hands.press(key, modifier=modifier)
        QApplication.processEvents()
        room = hands.panel.view.viewport().width()
        assert hands.page.minimumSizeHint().width() <= room
        assert hands.page.width() <= room


@pytest.mark.parametrize("page", ["measures", "particulars", "deductions"])
def test_tab_goes_from_the_last_field_to_the_buttons_and_then_out(hands: Hands, page: str) -> None:
    hands.go("LV")
    hands.window.menus.actions[page].trigger()
    if page != "particulars":
        hands.press(Key.Key_Insert)
    hands.type("7")
    for _ in range(40):
        if hands.here is hands.panel.footer.revert:
            break
        assert hands.panel.isAncestorOf(hands.here)
        hands.press(Key.Key_Tab)
    assert hands.here is hands.panel.footer.revert
    hands.press(Key.Key_Tab)
    assert hands.here is hands.panel.footer.take
    hands.press(Key.Key_Tab)
    assert not hands.panel.isAncestorOf(hands.here)
    hands.press(Key.Key_Backtab)
    assert hands.here is hands.panel.footer.take


@pytest.mark.parametrize("page", ["measures", "deductions"])
def test_insert_adds_wherever_on_the_page_the_keyboard_is(hands: Hands, page: str) -> None:
    hands.go("LV")
    hands.window.menus.actions[page].trigger()
    hands.press(Key.Key_Insert)
    first = hands.page.form()
    assert len(first.items) == 1
    hands.press(Key.Key_Insert)
    assert len(hands.page.form().items) == 2


def test_a_measure_is_added_where_explicitly_none_is_recorded(hands: Hands) -> None:
    hands.go("LV")
    assert hands.window.desk is not None
    hands.window.desk.apply(RecordMeasures("LV", None))
    hands.control(Key.Key_M)
    hands.press(Key.Key_Tab)
    page = hands.page
    assert isinstance(page, MeasuresPage)
    assert hands.here is page.list.buttons["add"]
    hands.press(Key.Key_Insert)
    assert len(page.items) == 1
    assert page.standing.raw is Standing.LISTED
