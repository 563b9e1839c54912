"""Sums of what is shown: exact, like with like, and said what could not be counted."""

from fractions import Fraction

from desktop_app.views.pledge_table.columns import HEADINGS, Column
from desktop_app.views.pledge_table.sums import summary_cells
from desktop_app.views.typed_table.cells import Cell, Look, absent_cell, number_cell
from desktop_app.views.typed_table.layout import Measure
from desktop_app.views.typed_table.sums import Sum, added, plain_sum, selection_words
from tests.views.table_owner import plain

NOTHING, NONE = Cell(Look.NOTHING), Cell(Look.NONE, "none", sort=0)


def words_of(*cells: tuple[Column, Cell]) -> str:
    return plain(selection_words([(HEADINGS[column].measure, cell) for column, cell in cells]))


def test_an_explicit_none_counts_as_nought_and_nothing_recorded_not_at_all() -> None:
    assert added([number_cell(5), NONE, NOTHING, number_cell(None), absent_cell("not bound")]) == Sum(5, 2, 2)
    assert added([number_cell(Fraction(1, 3)), number_cell(Fraction(2, 3))]) == Sum(1, 2, 0)


def test_sums_are_written_by_what_they_count() -> None:
    assert plain_sum(123456, Measure.CENTS) == "1234.56"
    assert plain_sum(Fraction(100_00) + Fraction(1, 3), Measure.CENTS) == "100"
    assert plain_sum(Fraction(2, 3), Measure.RELOCATIONS) == "0.67"
    assert plain_sum(7, Measure.PERSONS) == "7"
    assert plain_sum(Fraction(649, 210), Measure.PERCENT) == "3.0905"


def test_one_cell_says_nothing() -> None:
    assert words_of((Column.RELOCATIONS, number_cell(5))) == ""
    assert words_of() == ""


def test_persons_and_euro_are_added_apart_with_an_average_of_each() -> None:
    said = words_of(
        (Column.RELOCATIONS, number_cell(1000)),
        (Column.RELOCATIONS, number_cell(501)),
        (Column.FINANCIAL, number_cell(100_50)),
        (Column.FINANCIAL, NONE),
        (Column.ALTERNATIVE, NOTHING),
    )
    assert said == (
        "5 cells · 1 501 persons (average of 2: 750.50) · EUR 100.50 (average of 2: EUR 50.25, 1 not known)"
    )


def test_shares_are_added_but_not_averaged_and_coverage_is_neither() -> None:
    assert (
        words_of(
            (Column.SHARE, number_cell(Fraction(3), 4)),
            (Column.SHARE, number_cell(Fraction(4), 4)),
            (Column.COVERAGE, Cell(Look.COVERAGE, "50 %", sort=Fraction(1, 2))),
        )
        == "3 cells · 7.0000 %"
    )


def test_only_words_are_only_counted() -> None:
    assert words_of((Column.FLAGS, absent_cell("no flag")), (Column.NOTE, absent_cell("no note"))) == "2 cells"
    assert words_of((Column.NET, number_cell(None)), (Column.NET, number_cell(None))) == "2 cells"


def test_equivalents_keep_their_part() -> None:
    one, two = number_cell(Fraction(1, 2)), number_cell(Fraction(1))
    assert words_of((Column.NET, one), (Column.NET, two)) == "2 cells · 1.50 relocations (average of 2: 0.75)"


def test_a_line_that_adds_up_says_what_is_open() -> None:
    rows = []
    for amount in (number_cell(5), number_cell(None), number_cell(None)):
        cells = [Cell(Look.TEXT)] * len(Column)
        cells[Column.GAP] = amount
        rows.append(cells)
    line = summary_cells("Below · 3", rows, [Column.GAP, Column.COVERAGE])
    assert [cell.text for cell in line if cell.text] == ["Below · 3", "5"]
    gap = line[Column.GAP]
    assert (gap.aside, gap.about, gap.spoken) == (
        "so far",
        "2 cells are not known yet.",
        "Below · 3, gap, 5, so far",
    )
    assert summary_cells("x", rows[:2], [Column.GAP])[Column.GAP].about == "1 cell is not known yet."
    assert all(cell.summary for cell in line)
