"""What the table shows: a drawing of it as text, the three states of a cell, spoken texts, totals."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.modeltest import ModelTester

from desktop_app.calc.forum import (
    AlternativeMeasure,
    Deduction,
    DeductionBasis,
    DeductionStage,
    Forum,
    Pledge,
    SharesStatus,
)
from desktop_app.calc.member_states import PROTOCOL_ORDER
from desktop_app.calc.recorded import ABSENT
from desktop_app.views.pledge_table.columns import HEADINGS, Column
from desktop_app.views.pledge_table.model import PledgeTableModel, Role, TotalsModel
from desktop_app.views.typed_table.cells import Look
from tests.views.pledge_table.owner import SHOWN, Owner, drawing_of
from tests.views.table_owner import plain

Open = Callable[[Forum], Owner]


def with_pledge(forum: Forum, code: str, pledge: Pledge) -> Forum:
    return forum.with_state(replace(forum.state(code), pledge=pledge))


def test_the_worked_example_as_it_stands_on_screen(open_desk: Open, example: Forum) -> None:
    expected = """
BE Belgium | [risk] at risk | 59.0909 | 1 773 | 100 | 20 000 000.50 | 1 200 000 | 1 160.00 | [warn] below 65.44 % | 613 | – | 1 160.00
DK Denmark not bound | – | – | – | – | – | – | – | – | – | – | –
EL Greece | [pressure] pressure · arrivals | 34.4697 | 1 035 | (none) | (none) | (none) | 0 | [warn] no pledge 0.00 % | 1 035 | – | 0
LV Latvia | [risk] at risk [flag] significant | 6.4394 | 194 | (none) | 3 000 000 | (none) | 150 | [warn] below 77.65 % | 44 | [info] requested | 150
SE Sweden not in the key | – | – | – | [····] | [····] | [····] | – | – | – | – | –
Total |  |  | 3 002 | 100 | 23 000 000.50 | 1 200 000 | 1 310.00 | [info] below 43.67 % | 1 690 |  | 1 310.00
"""  # noqa: E501 - a row of the table is a line
    assert drawing_of(open_desk(example).table, "BE", "DK", "EL", "LV", "SE") == expected.strip().splitlines()


def test_all_states_stand_in_protocol_order_whatever_the_forum_holds(open_desk: Open, example: Forum) -> None:
    model = open_desk(example).table.model
    assert [model.index(row, 0).data(Role.CODE) for row in range(model.rowCount())] == list(PROTOCOL_ORDER)
    assert model.cell(model.row_of("SE"), Column.MEMBER_STATE).aside == "not in the key"
    assert model.cell(model.row_of("DK"), Column.MEMBER_STATE).aside == "not bound"


def test_denmark_is_grey_and_cannot_be_typed_into(open_desk: Open, sample: Forum) -> None:
    desk = open_desk(sample)
    model, row = desk.table.model, desk.table.model.row_of("DK")
    assert all(model.cell(row, column).quiet for column in SHOWN)
    assert not any(model.is_editable(row, column) for column in SHOWN)
    assert not any(model.index(row, column).flags() & Qt.ItemFlag.ItemIsEditable for column in SHOWN)


def test_three_states_of_a_cell_look_different_and_speak_apart(open_desk: Open, sample: Forum) -> None:
    desk = open_desk(with_pledge(sample, "AT", Pledge(relocations=ABSENT, financial_cents=None, alternative=None)))
    desk.show(with_pledge(desk.forum, "AT", Pledge(ABSENT, None, (AlternativeMeasure(value_cents=0),))))
    nothing, none, zero = (
        desk.cell("AT", column) for column in (Column.RELOCATIONS, Column.FINANCIAL, Column.ALTERNATIVE)
    )
    assert (nothing.look, none.look, zero.look) == (Look.NOTHING, Look.NONE, Look.NUMBER)
    assert (nothing.text, none.text, zero.text) == ("", "none", "0")
    assert nothing.spoken == "Austria, relocations, nothing recorded"
    assert none.spoken == "Austria, financial contribution, none"
    assert zero.spoken == "Austria, alternative measures, 0"
    assert (nothing.copied, none.copied, zero.copied) == ("", "none", "0")


def test_what_a_screen_reader_says(open_desk: Open, example: Forum) -> None:
    desk = open_desk(example)
    spoken = {column: plain(desk.cell("BE", column).spoken) for column in SHOWN}
    assert spoken == {
        Column.MEMBER_STATE: "Belgium, BE",
        Column.FLAGS: "Belgium, status, at risk of migratory pressure",
        Column.SHARE: "Belgium, share in percent, 59.0909",
        Column.FAIR_SHARE: "Belgium, fair share, 1 773",
        Column.RELOCATIONS: "Belgium, relocations, 100 persons, 613 below fair share, Article 57(3)",
        Column.FINANCIAL: "Belgium, financial contribution, 20 000 000.50, 613 below fair share, Article 57(3)",
        Column.ALTERNATIVE: "Belgium, alternative measures, 1 200 000, 613 below fair share, Article 57(3)",
        Column.EQUIVALENTS: "Belgium, equivalents, 1 160.00",
        Column.COVERAGE: "Belgium, coverage, 65.44 %, 613 below fair share, Article 57(3)",
        Column.GAP: "Belgium, gap, 613 persons or EUR 12 254 533.33, Article 57(3)",
        Column.DEDUCTION: "Belgium, deduction, none",
        Column.NET: "Belgium, net equivalents, 1 160.00",
    }
    index = desk.table.model.index(0, Column.RELOCATIONS)
    assert plain(index.data(Qt.ItemDataRole.AccessibleTextRole)) == spoken[Column.RELOCATIONS]


def test_roles_give_native_values_to_sort_and_plain_numbers_to_copy(open_desk: Open, example: Forum) -> None:
    model = open_desk(example).table.model
    money = model.index(0, Column.FINANCIAL)
    assert money.data(Role.SORT) == 2_000_000_050
    assert money.data(Role.COPIED) == "20000000.50"
    assert money.data(Qt.ItemDataRole.EditRole) == "20000000.50"
    assert model.index(0, Column.SHARE).data(Role.SORT) == Fraction(34_666_675, 586_667)
    assert money.data(Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight
    assert model.index(0, Column.FLAGS).data(Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignLeft
    assert money.data(Qt.ItemDataRole.DecorationRole) is None


def test_headings_name_unit_and_law(open_desk: Open, example: Forum) -> None:
    model = open_desk(example).table.model
    heading = [
        model.headerData(Column.FINANCIAL, Qt.Orientation.Horizontal, role)
        for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
    ]
    assert heading == ["Financial\nEUR", "financial contribution", HEADINGS[Column.FINANCIAL].about]
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    assert model.headerData(0, Qt.Orientation.Horizontal, Qt.ItemDataRole.DecorationRole) is None


@pytest.mark.parametrize("make", [PledgeTableModel, TotalsModel])
def test_the_models_keep_qts_rules(qtmodeltester: ModelTester, make: Callable[[], QAbstractItemModel]) -> None:
    model = make()
    qtmodeltester.check(model, force_py=True)  # type: ignore[no-untyped-call]  # pytest-qt has no types
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert tester.model() is model
    assert model.data(QModelIndex(), Qt.ItemDataRole.DisplayRole) is None
    assert model.rowCount(model.index(0, 0)) == 0
    assert model.columnCount(model.index(0, 0)) == 0


def test_model_tester_stays_content_while_figures_change(open_desk: Open, sample: Forum, empty: Forum) -> None:
    desk = open_desk(empty)
    tester = QAbstractItemModelTester(desk.table.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    desk.show(sample)
    desk.show(empty)
    assert tester.model() is desk.table.model


def test_a_measure_without_a_value_is_neither_empty_nor_zero(open_desk: Open, sample: Forum) -> None:
    desk = open_desk(with_pledge(sample, "LV", Pledge(0, 0, (AlternativeMeasure(),))))
    cell = desk.cell("LV", Column.ALTERNATIVE)
    assert [(token.icon, token.word) for token in cell.tokens] == [("block", "no value")]
    assert cell.spoken == "Latvia, alternative measures, the measure has no value"
    assert "(Art. 57(4))" in cell.about


def test_several_measures_are_counted_and_added_up(open_desk: Open, sample: Forum) -> None:
    measures = (AlternativeMeasure(value_cents=100_000), AlternativeMeasure(value_cents=50))
    desk = open_desk(with_pledge(sample, "LV", Pledge(0, 0, measures)))
    cell = desk.cell("LV", Column.ALTERNATIVE)
    assert (plain(cell.text), cell.aside) == ("1 000.50", "2 ×")
    both = (AlternativeMeasure(), AlternativeMeasure(value_cents=50))
    desk.show(with_pledge(desk.forum, "LV", Pledge(0, 0, both)))
    assert desk.cell("LV", Column.ALTERNATIVE).spoken == "Latvia, alternative measures, a measure has no value"


def test_flags_are_words_with_icons_and_several_of_them(open_desk: Open, sample: Forum) -> None:
    desk = open_desk(sample)
    shown = {
        code: [(token.icon, token.word) for token in desk.cell(code, Column.FLAGS).tokens]
        for code in ("BG", "ES", "EL", "SE")
    }
    assert shown == {
        "BG": [("risk", "at risk"), ("flag", "significant")],
        "ES": [("ship", "pressure · rescue")],
        "EL": [("pressure", "pressure · arrivals")],
        "SE": [],
    }
    assert desk.cell("ES", Column.FLAGS).about == "Under migratory pressure (search and rescue) (Art. 11(1))"
    assert desk.cell("SE", Column.FLAGS).spoken == "Sweden, status, no flag"


@pytest.mark.parametrize(
    ("pledge", "status", "icon", "word"),
    [
        (Pledge(), SharesStatus.COMPUTED, "unknown", "open"),
        (Pledge(0, 0, None), SharesStatus.COMPUTED, "warn", "below"),
        (Pledge(0, 0, None), SharesStatus.ESTIMATE, "info", "below"),
        (Pledge(None, None, None), SharesStatus.COMPUTED, "warn", "no pledge"),
        (Pledge(4_550, 0, None), SharesStatus.COMPUTED, "ok", "met"),
        (Pledge(4_549, 0, None), SharesStatus.COMPUTED, "warn", "below"),
    ],
)
def test_the_verdict_is_an_icon_with_a_word(
    open_desk: Open, sample: Forum, pledge: Pledge, status: SharesStatus, icon: str, word: str
) -> None:
    desk = open_desk(with_pledge(replace(sample, shares_status=status), "DE", pledge))
    assert [(token.icon, token.word) for token in desk.cell("DE", Column.COVERAGE).tokens] == [(icon, word)]


@pytest.mark.parametrize(
    ("stage", "spoken"),
    [
        (DeductionStage.ANNOUNCED, "Spain, deduction, announced, not decided, not counted"),
        (DeductionStage.GRANTED, "Spain, deduction, granted, counted"),
        (DeductionStage.REFUSED, "Spain, deduction, refused, not counted"),
    ],
)
def test_a_deduction_says_how_far_it_has_come(
    open_desk: Open, sample: Forum, stage: DeductionStage, spoken: str
) -> None:
    deduction = Deduction(DeductionBasis.ARTICLE_61, stage, act="(EU) 2026/1")
    desk = open_desk(sample.with_state(replace(sample.state("ES"), deductions=(deduction,))))
    cell = desk.cell("ES", Column.DEDUCTION)
    assert cell.spoken == spoken
    assert cell.about.startswith(f"Art. 61: full deduction {stage.value}, (EU) 2026/1")


def test_a_benefitting_state_is_named_so(open_desk: Open, sample: Forum) -> None:
    desk = open_desk(sample.with_state(replace(sample.state("ES"), benefitting_since=date(2025, 1, 1))))
    assert desk.cell("ES", Column.MEMBER_STATE).spoken.startswith("Spain, benefitting, note: ")


def test_without_a_reference_number_figures_are_open(open_desk: Open, sample: Forum) -> None:
    desk = open_desk(replace(sample, pool=replace(sample.pool, relocations=None)))
    assert desk.cell("BE", Column.FAIR_SHARE).look is Look.OPEN
    assert desk.cell("BE", Column.FAIR_SHARE).spoken == "Belgium, fair share, not known yet"
    assert drawing_of(desk.table)[0].startswith("Total | [unknown] ")
    assert "| … | 7 916 |" in drawing_of(desk.table)[0]
    assert desk.table.note.text() == ""


def test_the_note_appears_where_rounding_up_exceeds_the_reference_number(open_desk: Open, sample: Forum) -> None:
    desk = open_desk(sample)
    assert plain(desk.table.note.text()) == (
        "The fair shares add up to 21 013, 13 more than the reference number 21 000 "
        "(reading “rounding”: every fair share is rounded up to whole persons)."
    )
    assert desk.table.note.isVisible()
    desk.show(replace(sample, readings=(("rounding", "largest-remainder"),)))
    assert desk.table.note.text() == ""
    assert not desk.table.note.isVisible()


def test_totals_say_what_is_open(open_desk: Open, sample: Forum, example: Forum) -> None:
    desk = open_desk(sample)
    totals = desk.table.totals_model
    assert totals.cell(0, Column.FLAGS).spoken == "Total, status, 24 states open"
    assert totals.cell(0, Column.COVERAGE).tokens[0].word == "so far"
    assert plain(totals.cell(0, Column.GAP).about) == (
        "or EUR 420 000 000\nCounts complete pledges only: 24 states are still open."
    )
    assert totals.cell(0, Column.NET).about == "Counts complete pledges only: 24 states are still open."
    desk.show(example)
    assert totals.cell(0, Column.FLAGS).spoken == "Total, status, nothing open"
    assert totals.cell(0, Column.COVERAGE).tokens[0].word == "below"
    everything = replace(example, pool=replace(example.pool, relocations=10, financial_cents=20_000_000))
    desk.show(everything)
    assert totals.cell(0, Column.COVERAGE).tokens[0].word == "met"


def test_a_note_is_marked_and_read(open_desk: Open, sample: Forum) -> None:
    desk = open_desk(sample)
    noted = desk.cell("BE", Column.MEMBER_STATE)
    assert noted.noted
    assert noted.about == "Note: Stated on 8 December 2025 as a ceiling, not as the amount pledged."
    assert noted.spoken == "Belgium, BE, note: Stated on 8 December 2025 as a ceiling, not as the amount pledged."
    plain_one = desk.cell("LU", Column.MEMBER_STATE)
    assert (plain_one.noted, plain_one.spoken) == (False, "Luxembourg, LU")
    deduction = desk.cell("CZ", Column.DEDUCTION)
    assert deduction.noted
    assert deduction.spoken.endswith(", noted")
    assert "Note: Reported as applied in the act itself" in deduction.about


def test_totals_of_complete_pledges_say_so_while_some_are_open(open_desk: Open, sample: Forum) -> None:
    totals = open_desk(sample).table.totals_model
    for column in (Column.EQUIVALENTS, Column.GAP, Column.NET):
        assert totals.cell(0, column).aside == "so far"
        assert totals.cell(0, column).spoken.endswith(", so far")
    assert totals.cell(0, Column.RELOCATIONS).aside == ""
