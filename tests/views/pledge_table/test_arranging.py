"""The table arranged: by keyboard, with the way back, and never under the typist's hands."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QAbstractItemModel, QItemSelectionModel, QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLabel

from desktop_app.calc.consequences import Verdict
from desktop_app.calc.forum import Forum, Pledge
from desktop_app.calc.member_states import PROTOCOL_ORDER
from desktop_app.views.pledge_table.arrangement import PROTOCOL, Arrangement, Group, Only
from desktop_app.views.pledge_table.columns import CHOOSABLE, DEFAULT_COLUMNS, Column
from desktop_app.views.typed_table.cells import Look
from tests.views.pledge_table.owner import Owner, drawn
from tests.views.table_owner import plain

Open = Callable[[Forum], Owner]
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
BY_SHARE = Arrangement(sort=Column.SHARE, descending=True)
NO_PLEDGE = Arrangement(verdicts=frozenset({Verdict.NO_PLEDGE}))


def codes(desk: Owner) -> list[str]:
    return [line for line in desk.table.model.lines if isinstance(line, str)]


def with_pledge(forum: Forum, code: str, pledge: Pledge) -> Forum:
    return forum.with_state(replace(forum.state(code), pledge=pledge))


def test_a_column_is_sorted_up_down_and_back(open_desk: Open, sample: Forum) -> None:
    desk = open_desk(sample)
    desk.table.go_to("FR", "share")
    desk.table.comforts.sort_here()
    assert codes(desk)[:3] == ["MT", "CY", "EE"]
    assert desk.table.comforts.line.text == "Sorted by share in percent, lowest first"
    desk.table.comforts.sort_here()
    assert codes(desk)[:3] == ["DE", "FR", "IT"]
    assert desk.at() == ("FR", "share_percent"), "the cursor stays on its Member State"
    assert desk.table.drawing().sorted_by == (Column.SHARE, True)
    desk.table.comforts.sort_here()
    assert codes(desk) == list(PROTOCOL_ORDER)
    assert not desk.table.comforts.line.isVisible()


def test_a_click_on_a_heading_sorts_too(open_desk: Open, sample: Forum) -> None:
    desk = open_desk(sample)
    desk.table.grid.horizontalHeader().sectionClicked.emit(int(Column.SHARE))
    assert codes(desk)[0] == "MT"
    desk.table.names.horizontalHeader().sectionClicked.emit(int(Column.MEMBER_STATE))
    assert codes(desk)[:2] == ["AT", "BE"]


def test_escape_goes_back_to_protocol_order(open_desk: Open, sample: Forum) -> None:
    desk = open_desk(sample)
    desk.table.arranging.choose(replace(BY_SHARE, grouped=True))
    desk.press(Qt.Key.Key_Escape)
    assert codes(desk) == list(PROTOCOL_ORDER)
    assert desk.table.arranging.arrangement == PROTOCOL
    desk.press(Qt.Key.Key_Escape)
    assert codes(desk) == list(PROTOCOL_ORDER)


def test_rows_stay_under_the_typist_and_move_when_asked(open_desk: Open, sample: Forum) -> None:
    desk = open_desk(with_pledge(sample, "BE", Pledge(0, None, None)))
    desk.table.arranging.choose(Arrangement(sort=Column.RELOCATIONS, descending=True))
    before = codes(desk)
    desk.table.go_to("BE", "relocations")
    desk.press("9000", Qt.Key.Key_Return)
    assert desk.pledge("BE").relocations == 9000
    assert codes(desk) == before
    assert desk.table.arranging.moved > 0
    assert desk.table.comforts.line.again.isVisible()
    assert "Shift+F7" in desk.table.comforts.line.again.text()
    desk.table.arranging.again()
    assert codes(desk)[0] == "BE"
    assert desk.table.arranging.moved == 0
    assert not desk.table.comforts.line.again.isVisible()


def test_what_was_typed_may_not_fit_the_filter_and_stays_until_asked(open_desk: Open, sample: Forum) -> None:
    desk = open_desk(sample)
    desk.table.arranging.choose(NO_PLEDGE)
    assert codes(desk) == ["HU", "SK"]
    desk.table.go_to("HU", "relocations")
    desk.press("5", Qt.Key.Key_Return)
    assert codes(desk) == ["HU", "SK"]
    assert desk.at() == ("SK", "relocations")
    desk.table.comforts.line.again.click()
    assert codes(desk) == ["SK"]


def test_a_desk_that_reads_along_follows_at_once(open_desk: Open, sample: Forum) -> None:
    desk = open_desk(sample)
    desk.table.set_read_only(True)
    desk.table.arranging.choose(NO_PLEDGE)
    desk.show(with_pledge(desk.forum, "HU", Pledge(5, None, None)))
    assert codes(desk) == ["SK"]


def test_new_figures_that_move_nothing_say_nothing(open_desk: Open, sample: Forum) -> None:
    desk = open_desk(sample)
    desk.table.arranging.choose(BY_SHARE)
    desk.show(with_pledge(desk.forum, "HU", Pledge(5, None, None)))
    assert desk.table.arranging.moved == 0


def test_what_is_asked_for_is_shown_whatever_the_filter_and_the_columns(open_desk: Open, sample: Forum) -> None:
    desk = open_desk(sample)
    desk.table.arranging.show_columns((Column.NET, Column.GAP))
    desk.table.arranging.choose(replace(NO_PLEDGE, sort=Column.GAP))
    desk.table.go_to("FR", "relocations")
    assert desk.at() == ("FR", "relocations")
    assert desk.table.columns == (Column.RELOCATIONS, Column.NET, Column.GAP)
    assert desk.table.arranging.arrangement == Arrangement(sort=Column.GAP)


def test_letters_say_that_a_state_is_not_shown(open_desk: Open, sample: Forum) -> None:
    desk = open_desk(sample)
    desk.table.arranging.choose(NO_PLEDGE)
    desk.table.go_to("HU", "gap_relocations")
    desk.press("fr")
    assert desk.says() == "“fr” → France is not among those shown · Esc, Esc shows all"
    assert desk.at() == ("HU", "gap_relocations")


def test_headings_of_groups_are_passed_over(open_desk: Open, sample: Forum) -> None:
    desk = open_desk(sample)
    desk.table.arranging.choose(Arrangement(grouped=True))
    model = desk.table.model
    groups = [row for row, line in enumerate(model.lines) if isinstance(line, Group)]
    assert drawn(model.cell(groups[0], Column.MEMBER_STATE)) == "No pledge · 2"
    assert not model.index(groups[1], 0).flags() & Qt.ItemFlag.ItemIsSelectable
    desk.table.go_to("SK", "relocations")
    desk.press(Qt.Key.Key_Return)
    assert desk.at()[0] == model.code(groups[1] + 1), "Enter goes past the heading"
    desk.press(Qt.Key.Key_Up)
    assert desk.at()[0] == "SK"
    desk.press(Qt.Key.Key_Home, modifier=CONTROL)
    assert desk.at()[0] == "HU", "nothing is above the first heading"
    desk.press(Qt.Key.Key_Up)
    assert desk.at()[0] == "HU"


def test_headings_of_groups_follow_the_figures(open_desk: Open, sample: Forum) -> None:
    desk = open_desk(sample)
    desk.table.arranging.choose(Arrangement(grouped=True))
    assert desk.table.model.cell(0, Column.RELOCATIONS).text == "0"
    desk.show(with_pledge(desk.forum, "HU", Pledge(7, None, None)))
    assert desk.table.model.cell(0, Column.RELOCATIONS).text == "7"


def test_totals_are_of_all_and_of_those_shown(open_desk: Open, sample: Forum) -> None:
    desk = open_desk(sample)
    totals = desk.table.totals_model
    assert desk.table.totals.isRowHidden(1)
    desk.table.arranging.choose(NO_PLEDGE)
    assert not desk.table.totals.isRowHidden(1)
    assert drawn(totals.cell(0, Column.MEMBER_STATE)) == "Total of all"
    assert drawn(totals.cell(1, Column.MEMBER_STATE)) == "Shown: 2 of 27"
    # Hungary 348 and Slovakia 206.
    assert drawn(totals.cell(1, Column.FAIR_SHARE)) == "554"
    assert totals.cell(0, Column.FAIR_SHARE).text == plain_total(desk)
    desk.press(Qt.Key.Key_Escape)
    assert desk.table.totals.isRowHidden(1)
    assert drawn(totals.cell(0, Column.MEMBER_STATE)) == "Total"


def plain_total(desk: Owner) -> str:
    return f"{desk.assessment.totals.fair_share_relocations:,}".replace(",", "\u202f")


def test_a_filter_that_fits_nobody_leaves_a_quiet_table(open_desk: Open, sample: Forum) -> None:
    desk = open_desk(sample)
    desk.table.arranging.choose(Arrangement(text="nowhere"))
    assert codes(desk) == []
    assert desk.table.comforts.line.text == "0 of 27 shown · filter: “nowhere”"
    nobody = next(label for label in desk.table.grid.findChildren(QLabel) if label.text().startswith("No Member"))
    assert nobody.isVisible()
    desk.press(Qt.Key.Key_Down, Qt.Key.Key_Return, "5", Qt.Key.Key_Delete, Qt.Key.Key_Tab)
    assert desk.changes == []
    assert desk.at() == (None, "state")
    desk.table.setFocus()
    desk.press(Qt.Key.Key_Escape)
    assert codes(desk) == list(PROTOCOL_ORDER)
    assert not nobody.isVisible()


def test_the_filter_by_keyboard_alone(open_desk: Open, sample: Forum) -> None:
    desk = open_desk(sample)
    bar = desk.table.comforts.filter
    desk.table.comforts.start_filter()
    desk.press("lat")
    assert codes(desk) == ["LV"]
    desk.press(Qt.Key.Key_Backspace, Qt.Key.Key_Backspace, Qt.Key.Key_Backspace)
    desk.press(Qt.Key.Key_Tab, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Space)
    assert QApplication.focusWidget() is bar.verdicts[Verdict.NO_PLEDGE]
    assert codes(desk) == ["HU", "SK"]
    desk.press(Qt.Key.Key_Left, Qt.Key.Key_Space, Qt.Key.Key_Return)
    assert desk.table.grid.hasFocus()
    assert desk.table.arranging.arrangement.verdicts == {Verdict.NO_PLEDGE, Verdict.SHORT}
    assert not bar.isVisible(), "the line says what is filtered"
    assert "filter: below, no pledge" in desk.table.comforts.line.text
    desk.table.comforts.start_filter()
    assert bar.verdicts[Verdict.SHORT].isChecked()
    desk.table.comforts.start_find()
    assert not bar.isVisible(), "one bar to type into is enough"
    desk.table.comforts.start_filter()
    assert not desk.table.comforts.finder.isVisible()
    desk.press(Qt.Key.Key_Return)
    desk.press("x", Qt.Key.Key_Escape, Qt.Key.Key_Escape)
    assert desk.table.arranging.arrangement == PROTOCOL
    assert not bar.isVisible()


def test_escape_in_the_filter_takes_it_off_and_keeps_the_order(open_desk: Open, sample: Forum) -> None:
    desk = open_desk(sample)
    desk.table.arranging.choose(BY_SHARE)
    desk.table.comforts.start_filter()
    desk.press("a", Qt.Key.Key_Tab)
    QApplication.processEvents()
    desk.press(Qt.Key.Key_Escape)
    assert desk.table.arranging.arrangement == BY_SHARE
    desk.table.comforts.start_filter()
    desk.press(Qt.Key.Key_Escape)
    assert not desk.table.comforts.filter.isVisible()


@pytest.mark.parametrize("words", ["at risk", "RISK", "1 095", "nl", "announced", "none", "Hung"])
def test_filter_and_find_find_the_same_rows(open_desk: Open, sample: Forum, words: str) -> None:
    desk = open_desk(sample)
    desk.table.comforts.start_find()
    desk.press(words)
    found = {desk.table.model.code(row) for row, _column in desk.table.drawing().found}
    desk.table.comforts.start_filter()
    desk.press(words)
    assert set(codes(desk)) == found
    assert found


def test_the_filter_looks_at_the_columns_that_are_shown(open_desk: Open, sample: Forum) -> None:
    desk = open_desk(sample)
    desk.table.arranging.choose(Arrangement(text="at risk"))
    assert "NL" in codes(desk)
    desk.table.arranging.show_columns((Column.RELOCATIONS,))
    assert "NL" not in codes(desk)


def test_the_filter_can_be_left_empty(open_desk: Open, sample: Forum) -> None:
    desk = open_desk(sample)
    desk.table.comforts.start_filter()
    desk.press(Qt.Key.Key_Down)
    assert desk.table.grid.hasFocus()
    assert not desk.table.comforts.filter.isVisible()


def test_columns_are_hidden_and_moved_and_the_keyboard_goes_as_they_stand(open_desk: Open, sample: Forum) -> None:
    desk = open_desk(sample)
    desk.table.arranging.show_columns((Column.FINANCIAL, Column.NET, Column.RELOCATIONS, Column.GAP_EUR))
    desk.table.go_to("DE", "financial")
    desk.press(Qt.Key.Key_Right)
    assert desk.at() == ("DE", "net_equivalents")
    desk.press(Qt.Key.Key_Left, Qt.Key.Key_Tab)
    assert desk.at() == ("DE", "relocations"), "Tab goes from typed column to typed column"
    desk.press(Qt.Key.Key_Return)
    assert desk.at() == ("EE", "financial"), "and Enter back to where the run began"
    desk.press(Qt.Key.Key_End)
    assert desk.at() == ("EE", "column:gap_eur")
    desk.press(Qt.Key.Key_Right)
    assert desk.at() == ("EE", "column:gap_eur")
    desk.press(Qt.Key.Key_Home)
    assert desk.at() == ("EE", "state")
    visible = [column for column in Column if not desk.table.grid.isColumnHidden(column)]
    assert sorted(visible) == [Column.RELOCATIONS, Column.FINANCIAL, Column.NET, Column.GAP_EUR]
    places = [desk.table.totals.horizontalHeader().visualIndex(column) for column in desk.table.columns]
    assert places == [0, 1, 2, 3], "the totals stand under them"


def test_without_a_typed_column_tab_leaves_the_table(open_desk: Open, sample: Forum) -> None:
    desk = open_desk(sample)
    desk.table.arranging.show_columns((Column.NET,))
    desk.table.go_to("DE", "net_equivalents")
    desk.press(Qt.Key.Key_Tab)
    assert not desk.table.grid.hasFocus()


def test_a_hidden_column_lets_go_of_cursor_and_order(open_desk: Open, sample: Forum) -> None:
    desk = open_desk(sample)
    desk.table.arranging.choose(Arrangement(sort=Column.GAP))
    desk.table.go_to("DE", "gap_relocations")
    desk.table.arranging.show_columns((Column.RELOCATIONS,))
    assert desk.at() == ("DE", "state")
    assert desk.table.arranging.arrangement == PROTOCOL
    desk.table.go_to(None, "coverage_percent")
    assert desk.at() == (None, "state"), "the totals have no such column now"


def test_all_columns_at_once_show_every_figure(open_desk: Open, sample: Forum) -> None:
    desk = open_desk(sample)
    desk.table.arranging.show_columns(CHOOSABLE)
    # 3 363.96 persons at EUR 20 000 each.
    shown = {column: drawn(desk.cell("FR", column)) for column in CHOOSABLE if column not in DEFAULT_COLUMNS}
    assert shown[Column.EXACT_FAIR_SHARE] == "3 363.96"
    assert shown[Column.FAIR_SHARE_EUR] == "67 279 164.50"
    assert shown[Column.GAP_EUR] == "…"
    assert shown[Column.OFFSET_OPTION] == "by its pledge"
    assert shown[Column.CRISIS_CREDIT] == "–"
    totals = desk.table.totals_model
    assert plain(totals.cell(0, Column.FAIR_SHARE_EUR).text) == "420 000 000", "exact shares add up to the pool"
    assert all(totals.cell(0, column).spoken.startswith("Total") for column in (Column.GAP_EUR, Column.COVER))
    denmark = {drawn(desk.cell("DK", column)) for column in CHOOSABLE}
    assert denmark == {"–"}


def test_outside_the_key_there_are_no_figures_and_without_data_they_stay_open(open_desk: Open, example: Forum) -> None:
    desk = open_desk(example)
    desk.table.arranging.show_columns(CHOOSABLE)
    assert drawn(desk.cell("SE", Column.EXACT_FAIR_SHARE)) == "–"
    assert drawn(desk.cell("SE", Column.NOTE)) == "–"
    desk.show(replace(desk.forum, applications=()))
    assert drawn(desk.cell("BE", Column.REDUCTION)) == "…"


def test_optional_columns_of_what_is_recorded(open_desk: Open, sample: Forum) -> None:
    note = "Subject to the approval of parliament, which sits in the second week of January"
    record = replace(
        sample.state("AT"),
        pledge=Pledge(10, None, None, of_which_beneficiaries=4, offsets_planned=3, note=note),
        crisis_credit=12,
        crisis_credit_act="C(2025) 999",
        benefitting_since=sample.adopted,
    )
    desk = open_desk(sample.with_state(record))
    desk.table.arranging.show_columns(CHOOSABLE)
    cells = {column: desk.cell("AT", column) for column in CHOOSABLE}
    assert [drawn(cells[each]) for each in (Column.BENEFICIARIES, Column.OFFSETS_PLANNED)] == ["4", "3"]
    assert cells[Column.CRISIS_CREDIT].text == "12"
    assert "C(2025) 999" in cells[Column.CRISIS_CREDIT].about
    assert cells[Column.NOTE].text == "Subject to the approval of parliament,…"
    assert cells[Column.NOTE].about == cells[Column.NOTE].copied == note
    assert plain(cells[Column.BENEFITTING_SINCE].text) == "22 December 2025"
    assert drawn(desk.table.totals_model.cell(0, Column.CRISIS_CREDIT)) == "12"
    assert cells[Column.REDUCTION].look in (Look.LABEL, Look.OPEN)


def test_a_block_is_selected_as_it_stands_and_added_up(open_desk: Open, sample: Forum) -> None:
    desk = open_desk(with_pledge(with_pledge(sample, "BE", Pledge(5, 100_00, None)), "BG", Pledge(7, None, None)))
    told: list[str] = []
    desk.table.comforts.selection_told.connect(told.append)
    desk.table.arranging.show_columns((Column.FINANCIAL, Column.RELOCATIONS, Column.NET))
    desk.table.go_to("BE", "financial")
    desk.press(Qt.Key.Key_Down, Qt.Key.Key_Right, modifier=SHIFT)
    assert plain(told[-1]) == ("4 cells · 12 persons (average of 2: 6) · EUR 100 (average of 2: EUR 50)")
    desk.table.copy()
    assert QGuiApplication.clipboard().text() == "100\t5\nnone\t7"
    desk.show(with_pledge(desk.forum, "BG", Pledge(8, None, None)))
    assert "13 persons" in plain(told[-1])
    desk.press(Qt.Key.Key_Left)
    assert told[-1] == ""


def test_everything_is_selected_with_one_key(open_desk: Open, sample: Forum) -> None:
    desk = open_desk(sample)
    desk.table.arranging.choose(Arrangement(grouped=True, verdicts=frozenset({Verdict.NO_PLEDGE})))
    desk.press("a", modifier=CONTROL)
    desk.table.copy()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert [line.split("\t")[2] for line in lines] == ["348", "206"]
    desk.table.arranging.choose(Arrangement(text="nowhere"))
    desk.press("a", modifier=CONTROL)


def test_the_mouse_selects_without_hidden_columns(open_desk: Open, sample: Forum) -> None:
    desk = open_desk(sample)
    desk.table.arranging.show_columns((Column.RELOCATIONS, Column.ALTERNATIVE))
    model, selection = desk.table.model, desk.table.grid.selectionModel()
    selection.select(model.index(0, Column.RELOCATIONS), QItemSelectionModel.SelectionFlag.ClearAndSelect)
    for column in (Column.FINANCIAL, Column.ALTERNATIVE):
        selection.select(model.index(0, column), QItemSelectionModel.SelectionFlag.Select)
    desk.table.copy()
    assert QGuiApplication.clipboard().text().count("\t") == 1


def test_the_model_keeps_qts_rules_while_it_is_arranged(open_desk: Open, sample: Forum) -> None:
    desk = open_desk(sample)
    model: QAbstractItemModel = desk.table.model
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    QAbstractItemModelTester(desk.table.totals_model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for arrangement in (
        BY_SHARE,
        Arrangement(grouped=True),
        Arrangement(only=frozenset({Only.FLAGS})),
        Arrangement(text="nowhere"),
        replace(NO_PLEDGE, grouped=True),
        PROTOCOL,
    ):
        desk.table.arranging.choose(arrangement)
        desk.show(with_pledge(desk.forum, "HU", Pledge(len(arrangement.text), None, None)))
    desk.table.arranging.show_columns(CHOOSABLE)
    assert model.rowCount() == len(PROTOCOL_ORDER)
    assert not desk.table.model.flags(QModelIndex())


def test_the_zoom_reaches_the_bars(open_desk: Open, sample: Forum) -> None:
    desk = open_desk(sample)
    bars = desk.table.comforts
    parts = (bars.filter.words, *bars.filter.chips, bars.finder, bars.line)
    before = [part.sizeHint().height() for part in parts]
    desk.table.set_zoom(200)
    after = [part.sizeHint().height() for part in parts]
    assert all(large > 1.4 * usual for large, usual in zip(after, before, strict=True))


@pytest.mark.parametrize("zoom", [75, 100, 125, 200])
def test_whole_rows_stand_at_the_top_wherever_the_cursor_goes(open_desk: Open, sample: Forum, zoom: int) -> None:
    desk = open_desk(sample)
    desk.table.set_zoom(zoom)
    desk.table.arranging.choose(Arrangement(grouped=True))
    for code in ("SE", "BE", "LV", "PT"):
        desk.table.go_to(code, "relocations")
        bar = desk.table.grid.verticalScrollBar()
        high = desk.table.drawing().row_height
        assert bar.value() % high == 0 or bar.value() == bar.maximum()
