"""The editor of the key: typed as in a spreadsheet, its consequences shown, taken in one step, all by keyboard."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from desktop_app.calc.changes import ReplaceForum, SetKey
from desktop_app.calc.forum import DataFlag, Forum, Key, KeyState, SharesStatus
from desktop_app.views.desk import Desk
from desktop_app.views.key.drafts import ADOPTED, COMPUTED, GDP, GDP_FLAGS, PARTICIPATES, POPULATION, REMARK
from desktop_app.views.key.key_editor import KeyEditor
from desktop_app.views.main_window import MainWindow
from desktop_app.views.theme import legible, theme
from tests.views.key.typing_keys import press, type_in

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
Show = Callable[[QDialog], QDialog]


def shown_text(editor: KeyEditor, code: str, name: str) -> object:
    return editor.cells.index_of((code, name)).data()


def test_what_is_recorded_stands_there_and_nothing_is_staged(desk: Desk, shown: Show) -> None:
    editor = KeyEditor(None, desk)
    shown(editor)

    assert editor.cells.rowCount() == 27
    assert shown_text(editor, "BE", POPULATION) == "60"
    assert shown_text(editor, "BE", GDP) == "60.0"
    assert shown_text(editor, "BE", COMPUTED) == "60.0000"
    assert shown_text(editor, "EE", ADOPTED) == "40.0000"
    assert editor.cells.value("EE", "population_flags") == (DataFlag.PROVISIONAL,)
    assert editor.population_date.raw == "2024-01-01"
    assert editor.staged is None
    assert not editor.accept_button.isEnabled()
    assert editor.sums.text().startswith("2 states take part · population 100 · GDP 100.0 million EUR")
    assert "adopted shares of 1 of 2 states: Σ = 40.0000 %" in editor.sums.text()


def test_typed_figures_show_every_fair_share_before_they_are_taken_in_one_step(desk: Desk, shown: Show) -> None:
    editor = KeyEditor(None, desk)
    shown(editor)
    type_in("160")
    press(Qt.Key.Key_Return)
    editor.grid.go_to(("EE", ADOPTED))
    press(Qt.Key.Key_Delete)
    editor.grid.go_to(("EE", REMARK))
    type_in("all of it")
    press(Qt.Key.Key_Tab)

    # Population 160 : 40, GDP 60 : 40, so Belgium has ½ · 80 % + ½ · 60 % = 70 %.
    assert shown_text(editor, "BE", COMPUTED) == "70.0000"
    assert editor.consequences.summary.startswith("Population of 1 state and adopted shares 1 → 0 states: 2 fair")
    states = {line.name: [shift.words for shift in line.shifts] for line in editor.consequences.table.lines}
    assert states["Belgium"][1] == "600 → 700 (+100)"
    assert states["Estonia"][1] == "400 → 300 (−100)"
    assert desk.file.seq == 1

    press(Qt.Key.Key_Return, CONTROL)

    assert not editor.isVisible()
    key = desk.assessment.forum.key
    assert key.states == (
        KeyState("BE", 160, 6_000),
        KeyState("EE", 40, 4_000, population_flags=(DataFlag.PROVISIONAL,), remark="all of it"),
    )
    assert key.adopted_shares == ()
    assert desk.file.undo_title == "Reference key"
    assert desk.undo()
    assert desk.assessment.forum.key.adopted_shares == (("EE", Fraction(40)),)


def test_control_enter_takes_the_cell_that_is_being_typed_too(desk: Desk, shown: Show) -> None:
    editor = KeyEditor(None, desk)
    shown(editor)
    type_in("90")
    press(Qt.Key.Key_Return, CONTROL)

    assert not editor.isVisible()
    assert desk.assessment.forum.key.states[0].population == 90


def test_enter_goes_down_tab_across_and_shift_back(desk: Desk, shown: Show) -> None:
    editor = KeyEditor(None, desk)
    shown(editor)

    def place() -> tuple[str, str] | None:
        return editor.cells.place_of(editor.grid.currentIndex())

    assert place() == ("BE", POPULATION)
    press(Qt.Key.Key_Return)
    assert place() == ("BG", POPULATION)
    type_in("5")
    press(Qt.Key.Key_Return)
    assert place() == ("CZ", POPULATION)
    press(Qt.Key.Key_Return, SHIFT)
    assert place() == ("BG", POPULATION)
    type_in("6")
    press(Qt.Key.Key_Tab)
    assert place() == ("BG", "population_flags")
    type_in("p")
    press(Qt.Key.Key_Backtab, SHIFT)
    assert place() == ("BG", POPULATION)
    assert editor.cells.text("BG", POPULATION) == "6"
    assert editor.cells.value("BG", "population_flags") == (DataFlag.PROVISIONAL,)
    press(Qt.Key.Key_F2)
    type_in("7")
    press(Qt.Key.Key_Escape)
    assert editor.cells.text("BG", POPULATION) == "6"
    assert editor.isVisible()


def test_space_ticks_who_takes_part(desk: Desk, shown: Show) -> None:
    editor = KeyEditor(None, desk)
    shown(editor)
    editor.grid.go_to(("EE", PARTICIPATES))
    press(Qt.Key.Key_Space)

    assert editor.cells.value("EE", PARTICIPATES) is False
    assert editor.sums.text().startswith("1 states take part")
    index = editor.cells.index_of(("EE", PARTICIPATES))
    assert index.data(Qt.ItemDataRole.CheckStateRole) is Qt.CheckState.Unchecked
    editor.grid.grab()
    press(Qt.Key.Key_Return, CONTROL)
    assert [state.participates for state in desk.assessment.forum.key.states] == [True, False]


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        (POPULATION, "1.234", "1.234"),
        (GDP, "1.5x", "This is no number. Write for example 620271.8."),
        (GDP, "104.768", "This can be 104768 or 104.768: write it without thousands."),
        (GDP_FLAGS, "q", "“q” is no flag: write p (provisional), e (estimated), b (break-in-series)"),
        (GDP_FLAGS, "f", "The forum keeps no flag for forecast"),
        (ADOPTED, "101", "A share is not above 100 %. Write for example 21.6890."),
        (REMARK, "x" * 2_001, "A remark has at most 2\u202f000 characters."),
    ],
)
def test_what_is_not_understood_is_said_at_the_cell_and_cannot_be_taken(
    desk: Desk, shown: Show, name: str, text: str, says: str
) -> None:
    editor = KeyEditor(None, desk)
    shown(editor)
    editor.grid.go_to(("BE", name))
    editor.cells.put({("BE", name): text})

    index = editor.cells.index_of(("BE", name))
    assert legible(says).replace("\u202f", "\u00a0") in editor.here.full_text.replace("\u202f", "\u00a0")
    assert index.data(Qt.ItemDataRole.ForegroundRole) == theme().colours.block
    assert not index.data(Qt.ItemDataRole.DecorationRole).isNull()
    assert says.split(".", maxsplit=1)[0] in index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Correct this first: Belgium" in editor.consequences.summary
    assert not editor.accept_button.isEnabled()
    press(Qt.Key.Key_Return, CONTROL)
    assert editor.isVisible()
    assert desk.file.seq == 1


def test_a_column_is_pasted_from_a_spreadsheet_and_copied_to_one(desk: Desk, shown: Show) -> None:
    editor = KeyEditor(None, desk)
    shown(editor)
    QApplication.clipboard().setText("1 000 000\tp\r\n2000000\t\r\n3,000,000\te b\r\n")
    press(Qt.Key.Key_V, CONTROL)

    values = [editor.cells.value(code, POPULATION) for code in ("BE", "BG", "CZ")]
    assert values == [1_000_000, 2_000_000, 3_000_000]
    assert editor.cells.value("CZ", "population_flags") == (DataFlag.ESTIMATED, DataFlag.BREAK)
    press(Qt.Key.Key_C, CONTROL)
    assert QApplication.clipboard().text() == "1 000 000\tp\n2000000\t\n3,000,000\te b"

    editor.grid.go_to(("SE", REMARK))
    QApplication.clipboard().setText("one\tbeyond\nbeyond")
    press(Qt.Key.Key_V, CONTROL)
    assert editor.cells.text("SE", REMARK) == "one"


def test_control_z_takes_back_cells_step_by_step(desk: Desk, shown: Show) -> None:
    editor = KeyEditor(None, desk)
    shown(editor)
    type_in("61")
    press(Qt.Key.Key_Return)
    QApplication.clipboard().setText("1\n2\n3")
    press(Qt.Key.Key_V, CONTROL)
    press(Qt.Key.Key_Z, CONTROL)
    assert [editor.cells.text(code, POPULATION) for code in ("BE", "BG", "CZ")] == ["61", "", ""]
    assert editor.accept_button.isEnabled()
    press(Qt.Key.Key_Z, CONTROL)
    press(Qt.Key.Key_Z, CONTROL)
    assert editor.cells.text("BE", POPULATION) == "60"
    assert not editor.accept_button.isEnabled()
    assert not editor.cells.take_back()


def test_names_and_computed_shares_are_copied_and_never_pasted_over(desk: Desk, shown: Show) -> None:
    editor = KeyEditor(None, desk)
    shown(editor)
    editor.grid.setCurrentIndex(editor.cells.index(0, 0))
    press(Qt.Key.Key_End, SHIFT)
    press(Qt.Key.Key_C, CONTROL)
    cells = QApplication.clipboard().text().split("\t")
    assert (cells[0], cells[6]) == ("BE", "60.0000")

    editor.grid.setCurrentIndex(editor.cells.index(0, 0))
    QApplication.clipboard().setText("XX")
    press(Qt.Key.Key_V, CONTROL)
    press(Qt.Key.Key_Delete)
    assert editor.staged is None
    assert editor.here.full_text == ""


def test_a_sum_that_is_not_100_is_told_against_the_tolerance(desk: Desk, shown: Show) -> None:
    editor = KeyEditor(None, desk)
    shown(editor)
    editor.cells.put({("BE", ADOPTED): "60.0001"})
    assert editor.sums.text().endswith("Σ = 100.0001 %, within 100 % ± 0.0001 by rounding")

    editor.cells.put({("BE", ADOPTED): "60.0002"})
    assert editor.sums.text().endswith("Σ = 100.0002 %, not within 100 % ± 0.0001 by rounding: AMMR-66 blocks")
    assert editor.sums.colour == theme().colours.block


def test_fields_sources_and_status_are_taken(desk: Desk, shown: Show) -> None:
    editor = KeyEditor(None, desk)
    shown(editor)
    editor.gdp_year.input.setFocus()
    editor.gdp_year.input.selectAll()
    type_in("2024")
    editor.gdp_source.input.setFocus()
    type_in("Eurostat, nama_10_gdp")
    editor.gdp_extracted.input.setFocus()
    type_in("2026-11-22")
    assert editor.consequences.summary.startswith("Sources, dates and remarks of the key: ")
    editor.status.input.setFocus()
    press(Qt.Key.Key_Down)
    assert editor.consequences.summary.startswith("Shares computed → estimate")
    press(Qt.Key.Key_Return, CONTROL)

    forum = desk.assessment.forum
    assert (forum.key.gdp_year, forum.key.gdp_source) == (2024, "Eurostat, nama_10_gdp")
    assert forum.key.gdp_extracted == date(2026, 11, 22)
    assert forum.shares_status is SharesStatus.ESTIMATE


def test_a_field_that_is_not_understood_keeps_everything(desk: Desk, shown: Show) -> None:
    editor = KeyEditor(None, desk)
    shown(editor)
    editor.gdp_year.input.setFocus()
    editor.gdp_year.input.selectAll()
    type_in("24")

    assert not editor.accept_button.isEnabled()
    assert "A year has four digits." in editor.consequences.summary


def test_leaving_asks_only_when_something_was_typed(desk: Desk, shown: Show, confirms: list[bool]) -> None:
    editor = KeyEditor(None, desk)
    shown(editor)
    type_in("61")
    press(Qt.Key.Key_Return)
    confirms.append(False)
    press(Qt.Key.Key_Escape)
    assert editor.isVisible()
    confirms.append(True)
    press(Qt.Key.Key_Escape)
    assert not editor.isVisible()
    assert desk.file.seq == 1

    other = KeyEditor(None, desk)
    shown(other)
    press(Qt.Key.Key_Escape)
    assert not other.isVisible()


def test_a_reading_desk_sees_everything_and_changes_nothing(reading_desk: Desk, shown: Show) -> None:
    editor = KeyEditor(None, reading_desk)
    shown(editor)
    type_in("5")
    QApplication.clipboard().setText("7")
    press(Qt.Key.Key_V, CONTROL)
    press(Qt.Key.Key_Delete)
    editor.grid.go_to(("EE", PARTICIPATES))
    press(Qt.Key.Key_Space)

    assert shown_text(editor, "BE", POPULATION) == "60"
    assert editor.staged is None
    assert not editor.import_button.isEnabled()
    assert editor.population_source.input.isReadOnly()


def test_an_empty_key_is_filled_from_nothing(desk: Desk, shown: Show) -> None:
    assert desk.apply(ReplaceForum(Forum(key=Key()), "nothing"))
    editor = KeyEditor(None, desk)
    shown(editor)
    assert editor.sums.text().startswith("No state takes part in the key: AMMR-66 blocks")
    editor.cells.put({("IT", PARTICIPATES): "yes", ("IT", POPULATION): "58 943 464", ("IT", GDP): "2 199 619,4"})
    press(Qt.Key.Key_Return, CONTROL)

    assert desk.assessment.forum.key.states == (KeyState("IT", 58_943_464, 219_961_940),)


def test_changed_cells_are_marked_and_say_what_stood_there(desk: Desk, shown: Show) -> None:
    editor = KeyEditor(None, desk)
    shown(editor)
    editor.cells.put({("BE", POPULATION): "70", ("BG", POPULATION): "1", ("EE", POPULATION): "40 "})

    assert editor.cells.index_of(("BE", POPULATION)).data(Qt.ItemDataRole.FontRole).bold()
    assert editor.cells.index_of(("BE", POPULATION)).data(Qt.ItemDataRole.ToolTipRole).endswith("before: 60")
    assert editor.cells.index_of(("BG", POPULATION)).data(Qt.ItemDataRole.ToolTipRole).endswith("before: nothing")
    assert editor.cells.index_of(("EE", POPULATION)).data(Qt.ItemDataRole.FontRole) is None


def test_the_menu_opens_it(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDialog, "exec", lambda self: opened.append(self.windowTitle()))
    window.menus.actions["key"].trigger()
    window.menus.actions["applications"].trigger()
    assert opened == ["Reference key", "Applications of five years"]
    assert window.menus.actions["key"].shortcut().toString() == "Ctrl+K"


def test_one_figure_leaves_every_text_of_the_key_to_the_letter(desk: Desk, shown: Show) -> None:
    key = desk.assessment.forum.key
    states = tuple(replace(state, remark="two  spaces\n") for state in key.states)
    assert desk.apply(SetKey(replace(key, states=states, gdp_source=" spaced "), SharesStatus.COMPUTED))
    editor = KeyEditor(None, desk)
    shown(editor)
    editor.cells.put({("BE", "population"): "61"})
    QTest.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    taken = desk.assessment.forum.key
    assert {state.code: state.population for state in taken.states} == {"BE": 61, "EE": 40}
    assert {state.remark for state in taken.states} == {"two  spaces\n"}
    assert taken.gdp_source == " spaced "
