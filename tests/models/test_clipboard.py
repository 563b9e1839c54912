"""Tables on the clipboard: read as they were copied, written so that spreadsheets take numbers as numbers."""

import pytest

from desktop_app.models import clipboard
from desktop_app.models.clipboard import Piece, block_html, block_text, read_clipboard
from desktop_app.models.errors import BadInput


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
    assert "<th" not in block_html(rows, has_headers=False)
    assert "&lt;b&gt;" in block_html([["<b>"]], has_headers=False)
