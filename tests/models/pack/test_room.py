"""Room in a workbook: nothing clipped, no figure broken, no row too low for its text."""

import io

import openpyxl
import pytest

from desktop_app.calc.plain_sheets import Cell, Kind, Line, Sheet
from desktop_app.models.pack.room import columns_of, height_of, lines_in, width_of
from desktop_app.models.pack.workbook import book_bytes
from tests.models.pack.made import LARGE, book


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", 1),
        ("ten signs.", 1),
        ("ten signs. and ten", 2),
        ("one\ntwo\n", 3),
        ("a" * 25, 3),
        ("aaa " + "b" * 25, 4),
        ("b" * 25 + " aaaa aaaaa", 4),
    ],
)
def test_a_text_is_broken_at_words_and_a_long_word_anywhere(text: str, lines: int) -> None:
    # Ten signs of 0.8 and 1.5 beside them.
    assert lines_in(text, 9.6, Kind.BODY) == lines


def test_bold_and_large_type_take_more_lines() -> None:
    assert [lines_in("ten signs.", 9.6, kind) for kind in (Kind.BODY, Kind.TOTAL, Kind.TITLE)] == [1, 2, 2]


def test_columns_have_room_for_figures_and_for_the_words_of_heads() -> None:
    head = Line(Kind.HEAD, (Cell("Durchführungsbeschluss des Rates"), Cell("a group of columns", span=2)), 1)
    body = Line(Kind.BODY, (Cell("a long text in words"), Cell("8\u202f966\u202f947.36\u00a0EUR", LARGE), Cell("")), 1)
    widths = columns_of(Sheet("", (head, body), (46.0, 46.0)))
    assert widths == pytest.approx([22 * 1.05 * 1.1 + 1.5, 16 * 1.05 + 1.5, 12])
    assert columns_of(Sheet("", (Line(Kind.TEXT, (Cell("Text"),)),))) == [100]
    assert columns_of(Sheet("", ())) == [100]
    assert width_of([], Kind.BODY) == 1.5


def test_a_row_is_as_high_as_the_highest_of_its_cells() -> None:
    widths = (9.6, 9.6)
    assert height_of(Line(Kind.BODY, (Cell("one"), Cell("8.00", LARGE)), 1), widths) is None
    assert height_of(Line(Kind.BODY, (Cell("ten signs. and ten"), Cell("one")), 1), widths) == pytest.approx(29.4)
    assert height_of(Line(Kind.TEXT, (Cell("ten signs. and ten"),)), widths) is None
    assert height_of(Line(Kind.TITLE, (Cell("ANNEX"),)), widths) == pytest.approx(21.48)
    assert height_of(Line(Kind.BODY, ()), widths) is None


def test_the_sheets_of_a_document_have_that_room() -> None:
    made = openpyxl.load_workbook(io.BytesIO(book_bytes(book())))
    first, page, _other = made
    assert first.row_dimensions[2].height == pytest.approx(21.48)
    # The banner and what stands in no table go over all columns; so do the names of groups over theirs.
    assert {str(each) for each in page.merged_cells.ranges} == {"A1:C1", "A2:C2", "B3:C3", "A7:B7", "A8:C8"}
    assert page["D4"].value == "Money – exact value"
    assert page.print_area == f"'{page.title}'!$A$1:$C$8"
    assert page.print_title_rows == "$1:$4"
    assert [page[each].alignment.horizontal for each in ("A5", "B5", "C6", "C4")] == [None, "right", "right", "right"]
    assert {page[each].font.name for each in ("A1", "A2", "A5", "A8")} == {"Arial"}
