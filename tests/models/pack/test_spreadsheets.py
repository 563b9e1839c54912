"""A document as workbook and as table of values."""

import csv
import io

import openpyxl
import pytest

from desktop_app.models.pack.values import harmless, values_bytes
from desktop_app.models.pack.workbook import book_bytes
from tests.models.pack.made import BAD, MARK, book


def test_a_workbook_has_numbers_as_numbers_and_text_as_text() -> None:
    data = book_bytes(book())
    assert book_bytes(book()) == data
    made = openpyxl.load_workbook(io.BytesIO(data))
    long = "1. Pledges of the Member States"
    assert made.sheetnames == ["–", long, f"{long[:27]} 2"]
    assert [page["A1"].value for page in made] == [f"LIMITE · DRAFT · Fingerprint {MARK}"] * 3
    page = made[long]
    assert [[str(cell.value or "") for cell in row] for row in page["A4:D7"]] == [
        ["State", "Money", "Share", "Money – exact value"],
        [BAD, "333.33", "12.5", "1000/3"],
        ["+1", "8966947.36", "none", ""],
        ["Total", "", "7", ""],
    ]
    assert {page[each].data_type for each in ("B5", "C5", "B6", "C7")} == {"n"}
    assert (page["A5"].data_type, page["A5"].quotePrefix) == ("s", True)
    assert [page[each].number_format for each in ("B5", "C5", "B6", "C7")] == [
        '"EUR\u00a0"#,##0.00',
        '#,##0.0000"\u00a0%"',
        '#,##0.00"\u00a0EUR"',
        '#,##0"\u202f(¹)"',
    ]
    assert page["A6"].border.bottom.style == "dotted"
    assert (page.freeze_panes, page.column_dimensions["B"].width) == ("B5", 60)
    assert page.oddFooter is not None
    assert page.oddFooter.left.text == f"Fingerprint {MARK} && day"
    about = made.properties
    assert (about.language, about.keywords, about.contentStatus, about.category) == ("mt", MARK, "draft", "LIMITE")


def test_a_table_of_values_has_plain_numbers_and_nothing_that_runs() -> None:
    data = values_bytes(book())
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    section = "1. Pledges [of/the]: Member States, very long"
    assert [tuple(filter(None, row)) for row in rows] == [
        ("Annex", "mt", "draft", "LIMITE", MARK),
        ("ANNEX",),
        ("Text",),
        (section, "Pledge"),
        (section, "State", "Money (EUR)", "Share (%)"),
        (section, "'=HYPERLINK(\"x\");'=1+1", "333.33", "12.5000"),
        (section, "'+1", "8966947.36", "none"),
        (section, "Total", "7"),
        (section, "(¹) A note."),
        (section, "Coverage", "12.5000", "%"),
        (section, "Empty"),
        (section, "Money", "333.33", "EUR"),
    ]
    assert {len(row) for row in rows} == {5}
    assert rows[7][3] == "7", "below its head"


@pytest.mark.parametrize(
    ("text", "written"),
    [("-5", "-5"), ("-5.25", "-5.25"), ("-x", "'-x"), (' "@x', " \"'@x"), ("a|=b", "a|'=b"), ("a = b", "a = b")],
)
def test_what_a_spreadsheet_would_run_has_an_apostrophe(text: str, written: str) -> None:
    assert harmless(text) == written
