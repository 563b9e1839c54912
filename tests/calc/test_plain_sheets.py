"""Plain rows of a document, and what a pack's files are called."""

from fractions import Fraction

from desktop_app.calc.pack import Format
from desktop_app.calc.plain_sheets import Cell, Kind, Line, Number


def test_a_number_says_what_a_cell_would_lose_of_it() -> None:
    assert Number(Fraction(1299, 2), 1).plain == "649.5"
    assert Number(Fraction(1299, 2), 1).lost == ""
    assert Number(Fraction(1299, 2), 0).plain == "650"
    assert Number(Fraction(1299, 2), 0).lost == "1299/2"
    assert Number(Fraction(-123_456_789_012_345), 0).lost == ""
    assert Number(Fraction(1_234_567_890_123_456), 0).lost == "1234567890123456"


def test_cells_stand_behind_those_that_take_several_columns() -> None:
    name, total = Cell("Total", span=3), Cell("5", Number(Fraction(5), 0))
    assert list(Line(Kind.TOTAL, (name, total), 1).placed()) == [(0, name), (3, total)]
    assert [each for each in Kind if each.is_of_table] == [Kind.HEAD, Kind.BODY, Kind.TOTAL]


def test_files_have_stable_names() -> None:
    assert [each.file_name("annex", "mt") for each in Format] == [
        "annex-mt.pdf",
        "annex-mt-accessible.pdf",
        "annex-mt.docx",
        "annex-mt.xlsx",
        "annex-mt.csv",
        "forum.json",
    ]
