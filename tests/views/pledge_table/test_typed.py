"""Typing: what keys do, what is understood before Enter, where the cursor goes."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktop_app.calc.changes import PledgeColumn, RecordPledge
from desktop_app.calc.forum import AlternativeMeasure, Forum, Pledge
from desktop_app.calc.recorded import ABSENT
from desktop_app.views.pledge_table.arrangement import Arrangement
from desktop_app.views.pledge_table.columns import Column
from desktop_app.views.typed_table.editor import Tone
from tests.views.pledge_table.owner import Owner

Open = Callable[[Forum], Owner]
Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
ENTER = Key.Key_Return
TAB = Key.Key_Tab


def tone(desk: Owner) -> Tone:
    return desk.table._entering.panel.tone


def told(desk: Owner) -> tuple[str, str | None]:
    """Return the figure that was announced last."""
    return desk.selected[-1]


def test_the_first_cell_to_type_into_is_chosen_at_once(open_desk: Open, empty: Forum) -> None:
    desk = open_desk(empty)
    assert desk.at() == ("BE", "relocations")
    assert desk.selected == [("pledged_relocations", "BE")]


def test_typing_replaces_and_enter_records_and_goes_down(open_desk: Open, sample: Forum) -> None:
    desk = open_desk(sample)
    desk.table.go_to("DE", "relocations")
    desk.press("310")
    assert desk.typed() == "310"
    assert desk.changes == []
    desk.press(ENTER)
    assert desk.changes == [RecordPledge("DE", PledgeColumn.RELOCATIONS, 310)]
    assert desk.pledge("DE").relocations == 310
    assert desk.at() == ("EE", "relocations")
    assert desk.typed() is None
    assert desk.says() == ""


def test_enter_passes_a_state_that_cannot_pledge_and_shift_enter_goes_up(open_desk: Open, empty: Forum) -> None:
    desk = open_desk(empty)
    desk.table.go_to("CZ", "financial")
    desk.press(ENTER)
    assert desk.at() == ("DE", "financial")
    desk.press(ENTER, modifier=SHIFT)
    assert desk.at() == ("CZ", "financial")
    desk.press("5")
    desk.press(ENTER, modifier=SHIFT)
    assert desk.at() == ("BG", "financial")
    assert desk.pledge("CZ").financial_cents == 500


def test_enter_stays_on_the_last_row(open_desk: Open, empty: Forum) -> None:
    desk = open_desk(empty)
    desk.table.go_to("SE", "financial")
    desk.press("5", ENTER)
    assert desk.at() == ("SE", "financial")
    assert desk.pledge("SE").financial_cents == 500


def test_the_keypads_enter_does_the_same(open_desk: Open, empty: Forum) -> None:
    desk = open_desk(empty)
    desk.press("7", Key.Key_Enter)
    assert desk.at() == ("BG", "relocations")
    assert desk.pledge("BE").relocations == 7


def test_tab_goes_across_and_enter_returns_to_the_first_edited_column(open_desk: Open, empty: Forum) -> None:
    desk = open_desk(empty)
    desk.press("100", TAB)
    assert desk.at() == ("BE", "financial")
    desk.press("2m", TAB)
    assert desk.at() == ("BE", "alternative")
    desk.press("-", ENTER)
    assert desk.pledge("BE") == Pledge(100, 200_000_000, None)
    assert desk.at() == ("BG", "relocations")
    desk.press("5", TAB, "6", ENTER)
    assert desk.at() == ("CZ", "relocations")
    assert desk.pledge("BG") == Pledge(5, 600)


def test_enter_returns_to_the_column_in_which_tab_began(open_desk: Open, empty: Forum) -> None:
    desk = open_desk(empty)
    desk.table.go_to("BE", "financial")
    desk.press("1", TAB, "2", ENTER)
    assert desk.at() == ("BG", "financial")


def test_an_arrow_ends_the_run_of_tab(open_desk: Open, empty: Forum) -> None:
    desk = open_desk(empty)
    desk.press("1", TAB, Key.Key_Right, Key.Key_Left, "2", ENTER)
    assert desk.at() == ("BG", "financial")


def test_tab_wraps_to_the_next_row_and_back_past_denmark(open_desk: Open, empty: Forum) -> None:
    desk = open_desk(empty)
    desk.table.go_to("CZ", "alternative")
    desk.press(TAB)
    assert desk.at() == ("DE", "relocations")
    desk.press(TAB, modifier=SHIFT)
    assert desk.at() == ("CZ", "alternative")
    desk.press(Key.Key_Backtab)
    assert desk.at() == ("CZ", "financial")
    desk.table.go_to("CZ", "share")
    desk.press(TAB)
    assert desk.at() == ("CZ", "relocations")


def test_tab_in_the_line_goes_both_ways(open_desk: Open, empty: Forum) -> None:
    desk = open_desk(empty)
    desk.table.go_to("BE", "financial")
    desk.press("3")
    desk.press(TAB, modifier=SHIFT)
    assert desk.at() == ("BE", "relocations")
    assert desk.pledge("BE").financial_cents == 300


def test_tab_leaves_the_table_at_its_ends(open_desk: Open, empty: Forum, qtbot: QtBot) -> None:
    desk = open_desk(empty)
    desk.table.go_to("SE", "alternative")
    desk.press(TAB)
    assert not desk.table.grid.hasFocus()


def test_escape_takes_back_what_was_typed(open_desk: Open, sample: Forum) -> None:
    desk = open_desk(sample)
    desk.table.go_to("DE", "relocations")
    desk.press("12", Key.Key_Escape)
    assert (desk.changes, desk.typed(), desk.at()) == ([], None, ("DE", "relocations"))
    assert desk.table.grid.hasFocus()


def test_f2_edits_in_place_without_thousands(open_desk: Open, sample: Forum) -> None:
    desk = open_desk(sample)
    desk.table.go_to("PT", "financial")
    desk.press(Key.Key_F2)
    assert desk.typed() == "8440000"
    desk.press(Key.Key_End, Key.Key_Backspace, "5", Key.Key_Left, Key.Key_Left, Key.Key_F2, ENTER)
    assert desk.pledge("PT").financial_cents == 844_000_500


def test_a_double_click_edits(open_desk: Open, sample: Forum) -> None:
    desk = open_desk(sample)
    grid = desk.table.grid
    place = grid.visualRect(desk.table.model.index(4, Column.RELOCATIONS)).center()
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert desk.at() == ("DE", "relocations")
    QTest.mouseDClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert desk.typed() == "4555"


def test_arrows_end_an_entry_that_was_typed_over_but_move_in_one_edited_in_place(open_desk: Open, empty: Forum) -> None:
    desk = open_desk(empty)
    desk.press("5", Key.Key_Right)
    assert desk.at() == ("BE", "financial")
    desk.press("6", Key.Key_Left)
    assert desk.at() == ("BE", "relocations")
    desk.press("7", Key.Key_Down)
    assert desk.at() == ("BG", "relocations")
    desk.press("8", Key.Key_Up)
    assert (desk.at(), desk.pledge("BG").relocations) == (("BE", "relocations"), 8)
    desk.press(Key.Key_F2, Key.Key_Left)
    assert desk.typed() == "7"


def test_enter_without_a_change_records_nothing(open_desk: Open, sample: Forum) -> None:
    desk = open_desk(sample)
    desk.table.go_to("DE", "relocations")
    desk.press(Key.Key_F2, ENTER)
    assert (desk.changes, desk.at()) == ([], ("EE", "relocations"))


@pytest.mark.parametrize("text", ["-", "none", "no", "nil"])
def test_a_dash_or_none_is_explicitly_none(open_desk: Open, empty: Forum, text: str) -> None:
    desk = open_desk(empty)
    desk.press(text, ENTER)
    assert desk.changes == [RecordPledge("BE", PledgeColumn.RELOCATIONS, None)]


@pytest.mark.parametrize("key", [Key.Key_Delete, Key.Key_Backspace])
def test_delete_makes_it_nothing_recorded_again(open_desk: Open, sample: Forum, key: Qt.Key) -> None:
    desk = open_desk(sample)
    desk.table.go_to("DE", "relocations")
    desk.press(key)
    assert desk.pledge("DE").relocations is ABSENT
    assert desk.at() == ("DE", "relocations")
    desk.press(key)
    assert len(desk.changes) == 1


def test_an_emptied_line_is_nothing_recorded(open_desk: Open, sample: Forum) -> None:
    desk = open_desk(sample)
    desk.table.go_to("DE", "relocations")
    desk.press(Key.Key_F2, Key.Key_Delete, ENTER)
    assert desk.changes == [RecordPledge("DE", PledgeColumn.RELOCATIONS, ABSENT)]


def test_delete_empties_all_selected_cells(open_desk: Open, sample: Forum) -> None:
    desk = open_desk(sample.with_state(replace(sample.state("BG"), pledge=Pledge(1, 2, None))))
    desk.table.go_to("BG", "relocations")
    desk.press(Key.Key_Right, Key.Key_Right, modifier=SHIFT)
    desk.press(Key.Key_Delete)
    assert desk.pledge("BG") == Pledge()


def test_what_was_understood_is_said_before_enter(open_desk: Open, sample: Forum) -> None:
    desk = open_desk(sample.with_state(replace(sample.state("PT"), pledge=Pledge(0, ABSENT, None))))
    desk.table.go_to("PT", "financial")
    desk.press("8.44m")
    # The fair share is 440.955… persons or EUR 8 819 101.575…
    assert desk.says() == "= EUR 8 440 000 · coverage would be 95.70 %, 19 below the fair share"
    assert tone(desk) is Tone.UNDERSTOOD
    desk.press(Key.Key_Escape, "50%")
    assert desk.says() == (
        "50 % of EUR 8 819 101.58 = EUR 4 409 550.79, rounded up to the cent · "
        "coverage would be 50.00 %, 221 below the fair share"
    )
    desk.press(Key.Key_Escape, "rest")
    assert desk.says() == (
        "EUR 8 819 101.58 − EUR 0 = EUR 8 819 101.58, rounded up to the cent · "
        "coverage would be 100.00 %, fair share met"
    )


def test_while_something_is_open_coverage_stays_open(open_desk: Open, empty: Forum) -> None:
    desk = open_desk(empty)
    desk.press("5")
    assert desk.says() == (
        "= 5 persons · coverage stays open: nothing recorded yet for financial contribution and alternative measures"
    )


def test_an_entry_outside_the_key_counts_nowhere(open_desk: Open, example: Forum) -> None:
    desk = open_desk(example)
    desk.table.go_to("SE", "relocations")
    desk.press("5")
    assert desk.says() == "= 5 persons · counts nowhere: not in the key"


def test_a_refused_text_keeps_the_line_open_and_changes_nothing(open_desk: Open, sample: Forum) -> None:
    desk = open_desk(sample)
    desk.table.go_to("DE", "financial")
    desk.press("12.900")
    reason = "12 900 or 12.9? This can be meant both ways: write 12 900 or 12.90."
    assert (desk.says(), tone(desk)) == (reason, Tone.REFUSED)
    desk.press(ENTER)
    assert (desk.typed(), desk.at(), desk.changes) == ("12.900", ("DE", "financial"), [])
    assert desk.says() == f"{reason} · Nothing was changed."
    desk.press(TAB)
    assert desk.typed() == "12.900"
    desk.press(Key.Key_Backspace, ENTER)
    assert desk.pledge("DE").financial_cents == 1_290


def test_an_unfinished_text_is_refused_only_at_enter(open_desk: Open, empty: Forum) -> None:
    desk = open_desk(empty)
    desk.press("re")
    assert tone(desk) is Tone.UNFINISHED
    desk.press(ENTER)
    assert (tone(desk), desk.typed()) == (Tone.REFUSED, "re")


def test_the_owners_refusal_keeps_the_line_open(open_desk: Open, empty: Forum) -> None:
    desk = open_desk(empty)
    desk.refuses = "The disk is full."
    desk.press("5", ENTER)
    assert (desk.typed(), desk.at()) == ("5", ("BE", "relocations"))
    assert desk.says() == "The disk is full. · Nothing was changed."
    desk.refuses = ""
    desk.press(ENTER)
    assert (desk.typed(), desk.pledge("BE").relocations) == (None, 5)


def test_the_owners_refusal_of_a_deletion_is_said_at_the_cell(open_desk: Open, sample: Forum) -> None:
    desk = open_desk(sample)
    desk.table.go_to("DE", "relocations")
    desk.refuses = "The disk is full."
    desk.press(Key.Key_Delete)
    assert desk.says() == "The disk is full. · Nothing was changed."
    desk.press(Key.Key_Escape)
    assert desk.says() == ""


def test_a_contradiction_is_refused_before_enter(open_desk: Open, sample: Forum) -> None:
    desk = open_desk(sample.with_state(replace(sample.state("DE"), pledge=Pledge(100, offsets_planned=50))))
    desk.table.go_to("DE", "relocations")
    desk.press("40")
    assert desk.says() == (
        "50 is more than the 40 relocations it is part of: lower it, or raise the relocations first."
    )
    assert tone(desk) is Tone.REFUSED


def test_several_measures_are_not_replaced_by_one_amount(open_desk: Open, sample: Forum) -> None:
    measures = (AlternativeMeasure(value_cents=100), AlternativeMeasure(value_cents=50))
    desk = open_desk(sample.with_state(replace(sample.state("LV"), pledge=Pledge(0, 0, measures))))
    desk.table.go_to("LV", "alternative")
    desk.press("5")
    assert desk.typed() is None
    assert desk.says() == "2 measures: change the value of each of them (Ctrl+M)."


def test_figures_that_arrive_meanwhile_leave_line_and_selection_alone(open_desk: Open, sample: Forum) -> None:
    desk = open_desk(sample)
    desk.table.go_to("FR", "financial")
    resets: list[int] = []
    desk.table.model.modelReset.connect(lambda: resets.append(1))
    desk.press("5")
    desk.show(sample.with_state(replace(sample.state("FR"), pledge=Pledge(1, ABSENT, None))))
    assert (desk.typed(), desk.at(), resets) == ("5", ("FR", "financial"), [])
    assert desk.says().startswith("= EUR 5 · coverage would be")


def test_only_cells_that_differ_are_announced(open_desk: Open, sample: Forum) -> None:
    desk = open_desk(sample)
    changed: list[tuple[int, int]] = []
    desk.table.model.dataChanged.connect(lambda first, _last: changed.append((first.row(), first.column())))
    desk.show(sample)
    assert changed == []
    row = desk.table.model.row_of("FR")
    desk.apply(RecordPledge("FR", PledgeColumn.FINANCIAL, 5))
    # The finding about what is not recorded moves on to the measures: their tooltip differs.
    assert changed == [(row, Column.FINANCIAL), (row, Column.ALTERNATIVE)]


def test_going_elsewhere_records_what_makes_sense(open_desk: Open, empty: Forum, qtbot: QtBot) -> None:
    desk = open_desk(empty)
    desk.press("5")
    grid = desk.table.grid
    elsewhere = grid.visualRect(desk.table.model.index(4, Column.FINANCIAL)).center()
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=elsewhere)
    assert desk.pledge("BE").relocations == 5
    assert desk.at() == ("DE", "financial")


def test_going_elsewhere_lets_go_of_what_makes_no_sense_and_says_so(open_desk: Open, empty: Forum) -> None:
    desk = open_desk(empty)
    desk.press("1.234")
    desk.table.totals.setFocus()
    assert (desk.typed(), desk.changes) == (None, [])
    assert desk.says().endswith("Nothing was changed.")


def test_a_menu_or_another_window_leaves_the_line_open(open_desk: Open, empty: Forum) -> None:
    desk = open_desk(empty)
    desk.press("5")
    editor = desk.table._entering.editor
    editor.clearFocus()
    desk.press("6")
    other = QLineEdit(desk.table)
    other.show()
    other.setFocus(Qt.FocusReason.PopupFocusReason)
    assert desk.typed() is not None


@pytest.mark.parametrize(
    ("letters", "code"),
    [
        ("fr", "FR"),
        ("sp", "ES"),
        ("es", "ES"),
        ("est", "EE"),
        ("b", "BE"),
        ("bu", "BG"),
        ("po", "PL"),
        ("el", "EL"),
        ("hr", "HR"),
    ],
)
def test_letters_jump_to_a_member_state_and_keep_the_column(
    open_desk: Open, empty: Forum, letters: str, code: str
) -> None:
    desk = open_desk(empty)
    desk.table.go_to("IE", "coverage_percent")
    desk.press(letters)
    assert desk.at() == (code, "coverage_percent")
    assert desk.says().startswith(f"“{letters}” → ")


@pytest.mark.parametrize(("letters", "code"), [("ro", "RO"), ("nl", "NL"), ("ne", "NL"), ("se", "SE"), ("DE", "DE")])
def test_letters_that_begin_no_entry_jump_from_a_pledge_too(
    open_desk: Open, empty: Forum, letters: str, code: str
) -> None:
    desk = open_desk(empty)
    desk.press(letters)
    assert (desk.at(), desk.typed()) == ((code, "relocations"), None)
    assert desk.table.grid.hasFocus()


def test_letters_that_begin_an_entry_edit_in_a_pledge(open_desk: Open, empty: Forum) -> None:
    desk = open_desk(empty)
    desk.press("rest", ENTER)
    assert desk.pledge("BE").relocations == 650
    desk.table.go_to("BE", "state")
    desk.press("no")
    assert desk.typed() is None
    assert desk.says() == "“no”: no Member State begins like this"


def test_letters_are_forgotten_after_a_while(open_desk: Open, empty: Forum, qtbot: QtBot) -> None:
    desk = open_desk(empty)
    desk.table.go_to("BE", "state")
    desk.table._jump._timer.setInterval(1)
    desk.press("fr")
    qtbot.waitUntil(lambda: not desk.table._jump.letters)
    assert desk.says() == ""
    desk.press("de")
    assert desk.at()[0] == "DE"


def test_letters_can_be_taken_back_and_given_up(open_desk: Open, empty: Forum) -> None:
    desk = open_desk(empty)
    desk.table.go_to("BE", "state")
    desk.press("frx", Key.Key_Backspace)
    assert desk.says() == "“fr” → France"
    desk.press(Key.Key_Escape)
    assert (desk.says(), desk.at()) == ("", ("FR", "state"))
    desk.press("s", Key.Key_Backspace)
    assert desk.says() == ""
    desk.press("de", Key.Key_Down)
    assert (desk.at(), desk.says()) == (("EE", "state"), "")


def test_what_cannot_be_typed_into_says_so(open_desk: Open, empty: Forum) -> None:
    desk = open_desk(empty)
    desk.table.go_to("DK", "relocations")
    desk.press("5")
    assert desk.says() == "Denmark is not bound by the Regulation: nothing is recorded for it."
    desk.press(Key.Key_Delete)
    assert desk.says() == "Denmark is not bound by the Regulation: nothing is recorded for it."
    desk.table.go_to("BE", "gap_relocations")
    desk.press(Key.Key_F2)
    assert desk.says() == "The gap is not typed here: type relocations, EUR or alternative EUR."
    desk.table.set_read_only(True)
    desk.table.go_to("BE", "relocations")
    desk.press("5")
    assert (desk.says(), desk.changes) == ("This forum is open for reading only.", [])


def test_reading_only_closes_an_open_line(open_desk: Open, empty: Forum) -> None:
    desk = open_desk(empty)
    desk.press("5")
    desk.table.set_read_only(True)
    assert (desk.typed(), desk.changes) == (None, [])
    desk.table.set_read_only(False)
    desk.press("5", ENTER)
    assert desk.pledge("BE").relocations == 5


def test_keys_that_move(open_desk: Open, empty: Forum) -> None:
    desk = open_desk(empty)
    desk.table.go_to("BG", "financial")
    moves = [
        (Key.Key_Home, False, ("BG", "state")),
        (Key.Key_Left, False, ("BG", "state")),
        (Key.Key_End, False, ("BG", "net_equivalents")),
        (Key.Key_Right, False, ("BG", "net_equivalents")),
        (Key.Key_Home, True, ("BE", "state")),
        (Key.Key_Up, False, ("BE", "state")),
        (Key.Key_End, True, ("SE", "net_equivalents")),
        (Key.Key_Up, True, ("BE", "net_equivalents")),
        (Key.Key_Left, True, ("BE", "state")),
        (Key.Key_Right, True, ("BE", "net_equivalents")),
        (Key.Key_Down, True, ("SE", "net_equivalents")),
        (Key.Key_PageUp, False, ("IT", "net_equivalents")),
        (Key.Key_PageDown, False, ("SE", "net_equivalents")),
    ]
    for key, control, place in moves:
        desk.press(key, modifier=CONTROL if control else Qt.KeyboardModifier.NoModifier)
        if key is not Key.Key_PageUp:
            assert desk.at() == place, (key, control)
    desk.press(Key.Key_F5)
    assert desk.at() == ("SE", "net_equivalents")


def test_copy_gives_plain_numbers_with_tabs(open_desk: Open, example: Forum) -> None:
    desk = open_desk(example)
    desk.table.go_to("BE", "relocations")
    desk.press("C", modifier=CONTROL)
    assert QGuiApplication.clipboard().text() == "100"
    desk.press(Key.Key_Right, Key.Key_Right, modifier=SHIFT)
    desk.press("C", modifier=CONTROL)
    assert QGuiApplication.clipboard().text() == "100\t20000000.50\t1200000"
    desk.table.go_to("BE", "state")
    desk.press(Key.Key_Down, Key.Key_Right, modifier=SHIFT)
    desk.press("C", modifier=CONTROL)
    assert QGuiApplication.clipboard().text() == "Belgium\tat risk\nBulgaria\t"
    desk.table.go_to(None, "pledged_financial_eur")
    desk.press("C", modifier=CONTROL)
    assert QGuiApplication.clipboard().text() == "23000000.50"


def test_paste_shows_what_is_understood_before_it_is_recorded(open_desk: Open, empty: Forum) -> None:
    desk = open_desk(empty)
    desk.table.go_to("BE", "financial")
    QGuiApplication.clipboard().setText("8 440 000\n")
    desk.press("V", modifier=CONTROL)
    assert (desk.typed(), desk.changes) == ("8 440 000", [])
    desk.press(ENTER)
    assert desk.pledge("BE").financial_cents == 844_000_000
    QGuiApplication.clipboard().clear()
    desk.press("V", modifier=CONTROL)
    assert desk.typed() is None


def test_the_figure_under_the_cursor_is_announced(open_desk: Open, sample: Forum) -> None:
    desk = open_desk(sample)
    desk.selected.clear()
    desk.press(Key.Key_Left, Key.Key_Down, Key.Key_Home)
    assert desk.selected == [("fair_share_relocations", "BE"), ("fair_share_relocations", "BG"), ("", "BG")]


def test_the_totals_are_reached_by_key_and_go_to(open_desk: Open, sample: Forum) -> None:
    desk = open_desk(sample)
    desk.table.go_to("SE", "gap_relocations")
    desk.press(Key.Key_Down)
    assert desk.at() == (None, "gap_relocations")
    assert told(desk) == ("gap_relocations", None)
    desk.press(Key.Key_Left)
    assert told(desk) == ("coverage_percent", None)
    desk.press(Key.Key_Right, Key.Key_F5, Key.Key_Up)
    assert desk.at() == ("SE", "gap_relocations")
    assert told(desk) == ("gap_relocations", "SE")
    desk.table.go_to(None, "pool")
    assert desk.at() == (None, "fair_share_relocations")
    desk.table.go_to("NO", "associated")
    assert desk.at() == (None, "state")


@pytest.mark.parametrize(
    ("column_id", "place"),
    [("key", "share_percent"), ("deductions", "deducted_equivalents"), ("flags", "flags"), ("unheard of", "state")],
)
def test_go_to_knows_the_columns_of_findings(open_desk: Open, sample: Forum, column_id: str, place: str) -> None:
    desk = open_desk(sample)
    desk.table.go_to("SE", column_id)
    assert desk.at() == ("SE", place)
    index = desk.table.grid.currentIndex()
    if index.column() != Column.MEMBER_STATE:
        assert desk.table.grid.viewport().rect().contains(desk.table.grid.visualRect(index))


def test_going_to_another_cell_first_records_an_open_entry(open_desk: Open, sample: Forum) -> None:
    desk = open_desk(sample)
    desk.press("5")
    desk.table.go_to("SE", "financial")
    assert (desk.typed(), desk.at()) == (None, ("SE", "financial"))
    assert [(change.code, change.value) for change in desk.changes] == [("BE", 5)]


def test_keys_for_the_table_reach_an_open_line(open_desk: Open, empty: Forum) -> None:
    desk = open_desk(empty)
    QTest.keyClicks(desk.table.grid, "12,9 mio")
    assert desk.typed() == "12,9 mio"


def test_shortcuts_are_left_to_the_window(open_desk: Open, empty: Forum) -> None:
    desk = open_desk(empty)
    desk.press("S", modifier=CONTROL)
    desk.press("r", modifier=Qt.KeyboardModifier.AltModifier)
    desk.press("r", modifier=Qt.KeyboardModifier.MetaModifier)
    assert (desk.typed(), desk.at()) == (None, ("BE", "relocations"))


def test_a_click_on_a_name_gives_the_keyboard_to_the_table(open_desk: Open, empty: Forum) -> None:
    desk = open_desk(empty)
    names = desk.table.names
    place = names.visualRect(desk.table.model.index(2, Column.MEMBER_STATE)).center()
    QTest.mouseClick(names.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert desk.at() == ("CZ", "state")
    assert desk.table.grid.hasFocus()


@pytest.mark.parametrize("text", ["EUR 5 000 000", "eur 5m", "euro 5m", "5m eur"])
def test_an_amount_that_begins_with_its_currency_stays_in_its_row(open_desk: Open, empty: Forum, text: str) -> None:
    desk = open_desk(empty)
    desk.table.go_to("PT", "financial")
    desk.press(text)
    assert (desk.typed(), desk.at()) == (text, ("PT", "financial"))
    desk.press(ENTER)
    assert desk.changes == [RecordPledge("PT", PledgeColumn.FINANCIAL, 500_000_000)]


@pytest.mark.parametrize(("letters", "code"), [("el", "EL"), ("EE", "EE"), ("es", "ES"), ("est", "EE"), ("ev", None)])
def test_the_letter_of_the_currency_still_leads_to_member_states(
    open_desk: Open, empty: Forum, letters: str, code: str | None
) -> None:
    desk = open_desk(empty)
    desk.press(letters)
    assert (desk.at()[0], desk.typed()) == ((code, None) if code else ("BE", letters))


@pytest.mark.parametrize(
    ("letters", "figure", "code"),
    [
        ("se", "100", "SE"),
        ("nl", "12.900", "NL"),
        ("fr ", "5", "FR"),
        ("at", "+20", "AT"),
        ("ro", "5m", "RO"),
        ("nl", "-", "NL"),
        ("est", "5", "EE"),
        ("germ", "7", "DE"),
    ],
)
def test_a_figure_after_the_letters_of_a_state_begins_an_entry_in_its_row(
    open_desk: Open, empty: Forum, letters: str, figure: str, code: str
) -> None:
    desk = open_desk(empty)
    desk.table.go_to("PT", "financial")
    desk.press(letters)
    assert desk.table._jump.letters, "the letters still belong together"
    desk.press(figure)
    assert (desk.typed(), desk.at()) == (figure, (code, "financial"))
    assert desk.changes == []


def test_a_figure_after_letters_lands_where_they_led(open_desk: Open, empty: Forum) -> None:
    desk = open_desk(empty)
    desk.press("se", "100", ENTER)
    assert desk.changes == [RecordPledge("SE", PledgeColumn.RELOCATIONS, 100)]
    desk.press("dk", "5")
    assert (desk.typed(), desk.at()) == (None, ("DK", "relocations"))
    assert desk.says() == "Denmark is not bound by the Regulation: nothing is recorded for it."


def test_a_figure_after_the_letters_of_a_state_that_is_filtered_out_is_no_entry_elsewhere(
    open_desk: Open, empty: Forum
) -> None:
    desk = open_desk(empty)
    desk.table.arranging.choose(Arrangement(text="Portugal"))
    desk.table.go_to("PT", "financial")
    desk.press("fr5")
    assert (desk.typed(), desk.at()) == ("fr5", ("PT", "financial"))
    desk.press(ENTER)
    assert (tone(desk), desk.changes) == (Tone.REFUSED, [])


@pytest.mark.parametrize("text", ["geen5", "f5", "e500x", "frx5", "q1"])
def test_figures_after_letters_that_name_no_state_open_no_entry_in_another_row(
    open_desk: Open, empty: Forum, text: str
) -> None:
    desk = open_desk(empty)
    desk.table.go_to("PT", "financial")
    desk.press(text)
    assert (desk.typed(), desk.at()) == (text, ("PT", "financial"))
    desk.press(ENTER)
    assert (tone(desk), desk.changes) == (Tone.REFUSED, [])


def test_a_foreign_word_for_none_comes_back_from_its_jump(open_desk: Open, empty: Forum) -> None:
    desk = open_desk(empty)
    desk.table.go_to("PT", "financial")
    desk.press("aucun", ENTER)
    assert desk.changes == [RecordPledge("PT", PledgeColumn.FINANCIAL, None)]


def test_where_nothing_is_typed_figures_after_letters_are_no_member_state(open_desk: Open, empty: Forum) -> None:
    desk = open_desk(empty)
    desk.table.go_to("PT", "coverage_percent")
    desk.press("f5")
    assert (desk.typed(), desk.changes) == (None, [])
    assert desk.says() == "“f5”: no Member State begins like this"
    desk.press(Key.Key_Escape, "fr5")
    assert (desk.typed(), desk.at()) == (None, ("FR", "coverage_percent"))
    assert desk.says().startswith("The coverage is not typed here")


def test_enter_takes_a_jump_and_then_figures_open_an_entry_there(open_desk: Open, empty: Forum) -> None:
    desk = open_desk(empty)
    desk.table.go_to("PT", "financial")
    desk.press("fr", ENTER)
    assert (desk.at(), desk.says()) == (("FR", "financial"), "")
    desk.press("5", ENTER)
    assert desk.changes == [RecordPledge("FR", PledgeColumn.FINANCIAL, 500)]


def test_a_sign_that_begins_no_amount_is_refused_in_its_cell(open_desk: Open, empty: Forum) -> None:
    desk = open_desk(empty)
    desk.press("$5")
    assert (desk.typed(), tone(desk)) == ("$5", Tone.REFUSED)
