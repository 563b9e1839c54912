"""Tables on the clipboard: read as they were copied, written so that spreadsheets take numbers as numbers."""

import pytest

from desktop_app.models import clipboard, clipboard_markup
from desktop_app.models.clipboard import Piece, block_html, block_text, read_clipboard
from desktop_app.models.clipboard_markup import Held, held_in, kind_of_format
from desktop_app.models.clipboard_shown import is_shown_as
from desktop_app.models.errors import BadInput
from desktop_app.models.table_reading.grid import Kind


def texts(text: str, markup: str = "") -> list[list[str]]:
    return [[piece.text for piece in row] for row in read_clipboard(text, markup)]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("310", [["310"]]),
        (" 310 \n", [["310"]]),
        ("a\tb\nc\td\n", [["a", "b"], ["c", "d"]]),
        ("a\tb\r\nc\td\r\n", [["a", "b"], ["c", "d"]]),
        ("a\t\n\tb", [["a", ""], ["", "b"]]),
        ("a\n\nb", [["a"], [""], ["b"]]),
        ('"two\nlines"\t5', [["two\nlines", "5"]]),
        ("8 440 000\n1,234.50", [["8 440 000"], ["1,234.50"]]),
        ("a;b,c", [["a;b,c"]]),
    ],
)
def test_text(text: str, rows: list[list[str]]) -> None:
    assert texts(text) == rows


def test_numbers_of_libreoffice_and_excel_count() -> None:
    markup = (
        '<html><table><tr><td sdval="1234.5" sdnum="1033">1,234.50</td><td x:num>x</td></tr>'
        '<tr><td x:num="7">7</td><th sdval="=1">y</th></tr></table></html>'
    )
    assert read_clipboard("1,234.50\tx\n7\ty", markup) == (
        (Piece("1,234.50", "1234.5"), Piece("x")),
        (Piece("7", "7"), Piece("y")),
    )


@pytest.mark.parametrize(
    "markup",
    [
        '<table><tr><td sdval="1">1</td></tr><tr><td sdval="1">1</td></tr></table>',
        '<table><tr><td sdval="1">1</td><td>2</td></tr></table>',
        '<td sdval="1">1</td>',
        '<table><tr><td sdval="1" colspan="2">1</td></tr></table>',
        "<",
    ],
)
def test_markup_of_another_shape_is_left_aside(markup: str) -> None:
    assert read_clipboard("1", markup) == ((Piece("1"),),)


def test_spans_that_are_no_numbers() -> None:
    assert read_clipboard("1", '<table><tr><td sdval="1" colspan="x">1') == ((Piece("1", "1"),),)


def test_nothing_and_too_much(monkeypatch: pytest.MonkeyPatch) -> None:
    for text in ("", " \n\t", "\0"):
        with pytest.raises(BadInput, match="holds no text"):
            read_clipboard(text)
    with pytest.raises(BadInput, match="no table"):
        read_clipboard('"' + "x" * 200_000)
    monkeypatch.setattr(clipboard, "MOST_CELLS", 3)
    with pytest.raises(BadInput, match="more than 3 cells"):
        read_clipboard("a\tb\nc\td")
    monkeypatch.setattr(clipboard, "MOST_CHARACTERS", 3)
    with pytest.raises(BadInput, match="more than 0 million characters"):
        read_clipboard("1234")
    monkeypatch.setattr(clipboard_markup, "MOST_MARKUP", 30)
    assert read_clipboard("1", f'<table><tr><td sdval="1">{"x" * 40}') == ((Piece("1"),),)


def test_what_is_copied_is_read_as_numbers() -> None:
    rows = [["Member State", "Relocations, persons"], ["Latvia", "10"], ["=1+1", "20000000.50"], ["a\nb", "none"]]
    assert block_text(rows) == "Member State\tRelocations, persons\nLatvia\t10\n'=1+1\t20000000.50\na b\tnone"
    markup = block_html(rows, has_headers=True)
    assert '<td align="right" sdval="20000000.50" x:num="20000000.50">20000000.50</td>' in markup
    assert '<th sdnum="0;0;@" style="mso-number-format:\'\\@\'" x:str>Member State</th>' in markup
    assert "x:str>=1+1</td>" in markup
    numbers = [[piece.number for piece in row] for row in read_clipboard(block_text(rows), markup)]
    assert numbers == [["", ""], ["", "10"], ["", "20000000.50"], ["", ""]]
    # A spreadsheet that speaks German shows a comma; the number itself is held with a point in every language.
    german = block_html(rows, has_headers=True, decimal_sign=",")
    assert block_text([["Latvia", "-5.50"]], ",") == "Latvia\t-5,50"
    assert 'x:num="20000000.50">20000000,50<' in german
    read = read_clipboard(block_text(rows, ","), german)
    assert [[piece.number for piece in row] for row in read] == numbers
    assert "<th" not in block_html(rows, has_headers=False)
    assert "&lt;b&gt;" in block_html([["<b>"]], has_headers=False)


# --------------------------------------------------------------------------------- what the spreadsheet says of a cell


def cell(attributes: str, text: str, head: str = "") -> Piece:
    return read_clipboard(text, f"<html>{head}<table><tr><td {attributes}>{text}</td></tr></table>")[0][0]


@pytest.mark.parametrize(
    ("attributes", "text", "kind"),
    [
        ('sdval="46082" sdnum="1033;0;YYYY-MM-DD"', "2026-03-01", Kind.DATE),
        ('sdval="46082" sdnum="1031;0;JJJJ"', "2026", Kind.DATE),
        ('sdval="0.5" sdnum="1033;0;[HH]:MM:SS"', "12:00:00", Kind.DATE),
        ('sdval="1" sdnum="1033;0;BOOLEAN"', "TRUE", Kind.BOOLEAN),
        ('sdval="0" sdnum="1033;"', "#DIV/0!", Kind.ERROR),
        ('sdval="0" sdnum="1033;"', "Err:502", Kind.ERROR),
        ('x:num="46082" class=xl65', "2026", Kind.DATE),
        ("class='xl65'", "2026", Kind.DATE),
        ("style='mso-number-format:\\0022Short Date\\0022'", "1.3.26", Kind.DATE),
        ('x:bool="TRUE"', "1", Kind.BOOLEAN),
        ('x:err="#N/A"', "#N/A", Kind.ERROR),
    ],
)
def test_dates_logical_values_and_errors_are_no_numbers(attributes: str, text: str, kind: Kind) -> None:
    head = r"""<style><!--.xl64 {color:black;} .xl65 {mso-number-format:"yyyy\\-mm\\-dd";}--></style>"""
    assert cell(attributes, text, head) == Piece(text, kind=kind)


@pytest.mark.parametrize(
    ("attributes", "text"),
    [
        ('sdval="0.5" sdnum="1033;0;0%"', "50%"),
        ('sdval="0.125" sdnum="1031;0;0,0 %"', "12,5\u00a0%"),
        ("style='mso-number-format:Percent'", "50%"),
        ("style='mso-number-format:Percent' x:num=\"7.0000000000000007E-2\"", "7%"),
    ],
)
def test_a_percentage_is_taken_as_it_is_shown(attributes: str, text: str) -> None:
    assert cell(attributes, text) == Piece(text)


@pytest.mark.parametrize(
    ("number", "text"), [("0", "5 mln"), ("1500000", "###"), ("0.505", "51%"), ("46082", "2026-03-01"), ("5", "x")]
)
def test_a_number_that_is_not_what_is_shown_is_refused(number: str, text: str) -> None:
    piece = cell(f'sdval="{number}"', text)
    assert (piece.number, piece.kind) == ("", None)
    assert piece.refusal == f"the spreadsheet holds {number} here and shows “{text}”: write the number itself, in full"


def test_what_is_below_0_or_not_shown_at_all_is_judged_elsewhere() -> None:
    assert cell('sdval="-5"', "(5)") == Piece("(5)", "-5")
    assert read_clipboard("\t1", '<tr><td sdval="5"><td sdval="1">')[0] == (Piece("", "5"), Piece("1", "1"))


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("8440000", "8440000"),
        ("8440000", "8,440,000"),
        ("8440000.5", "8.440.000,50 €"),
        ("8440000.5", "EUR 8\u202f440\u202f000.50"),
        ("8440000.5", "8'440'001"),
        ("8440000", "84,40,000"),
        ("8440000", "8.44E+06"),
        ("8440000", "8,44e6"),
        ("8000000", "8E+06"),
        ("0.5", ".50"),
        ("1.5", "1.500"),
        ("1500", "1.500"),
        ("0", "-"),
        ("0", "- €"),
        ("12900000", "12,9 mio"),
        ("5", "EUR 5"),
    ],
)
def test_one_number_in_many_notations(number: str, text: str) -> None:
    assert is_shown_as(number, text)


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("15", "1,5"),
        ("5", "-"),
        ("5", "6"),
        ("5", "5 mln"),
        ("5", "kr 5"),
        ("5", "5,00 zł"),
        ("5", "$5"),
        ("5000000", "5 of them"),
        ("8440000", "8.45E+06"),
        ("1234567", "1,234.567"),
        ("1.5", "1.2.3"),
        ("1", "1" * 61),
        ("1", ","),
        ("0.5", "x%"),
    ],
)
def test_other_numbers(number: str, text: str) -> None:
    assert not is_shown_as(number, text)


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("", None),
        ("General", None),
        ("Standaard", None),
        ("@", None),
        ("0.00E+00", None),
        ("#,##0.00 [$€-407];[RED]-#,##0.00 [$€-407]", None),
        ('#,##0 "days"', None),
        ("# ##0 F", None),
        ("TT.MM.JJJJ", Kind.DATE),
        ("yyyymmdd", Kind.DATE),
        ("[$-409]d\\-mmm;@", Kind.DATE),
        ("h:mm AM/PM", Kind.DATE),
        ("mm:ss.0", Kind.DATE),
        ("[h]:mm", Kind.DATE),
        ("Long Time", Kind.DATE),
        ("Yes/No", Kind.BOOLEAN),
        ("0.0%", Kind.PERCENT),
    ],
)
def test_what_a_format_makes_of_a_number(code: str, kind: Kind | None) -> None:
    assert kind_of_format(code) is kind


def test_markup_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clipboard_markup, "MOST_MARKUP", 10_000_000)
    assert held_in("<tr><td colspan=999>" * 300_000, 10_000) == []
    assert held_in("<tr>" * 300_000, 10_000) == []
    assert held_in("<td '\"" * 300_000, 10_000) == []
    # A tag that never ends says nothing.
    assert held_in('<tr><td sdval="1" ' + "x" * 3_000, 10) == [[Held()]]
    assert held_in('<tr><td rowspan="2">1<td>2<tr><td>3', 10) == []
    assert held_in('<tr><td title="a > b" sdval="1">1', 10) == [[Held("1")]]
