"""Files of documents read back: what they should say and do not is told."""

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from desktop_app.calc.assess import assess
from desktop_app.calc.pack import Format
from desktop_app.calc.plain_sheets import Cell, Kind, Line, Number, Sheet
from desktop_app.documents.publication import Edition
from desktop_app.models.interchange import read_document
from desktop_app.models.pack.planning import WRITERS
from desktop_app.models.pack.reading import differences
from tests.models.pack.made import MARK, book

EXAMPLE = Path(__file__).parents[2] / "examples" / "annual-pool.json"
STATE = "46f69b647f9d"


def test_a_state_that_a_word_or_pdf_file_does_not_have_is_told() -> None:
    forum = read_document(EXAMPLE.read_bytes())
    edition = Edition(assess(forum), STATE, "en", draft=False)
    made = edition.book
    others = Edition(assess(replace(forum, pool=replace(forum.pool, relocations=4000))), STATE, "en", draft=False).book
    for wanted in (Format.PRINT, Format.WORD):
        data = edition.write(wanted, WRITERS)
        assert differences(wanted, "x", data, made) == []
        told = [each.what for each in differences(wanted, "x", data, replace(made, fingerprint="0" * 12))]
        assert told, wanted
        assert all("0" * 12 in each for each in told)
        told = [each.what for each in differences(wanted, "x", data, others)]
        assert any("4 000" in each for each in told), wanted
    fewer = replace(made, sheets=made.sheets[:3])
    data = edition.write(Format.WORD, WRITERS)
    assert "rows of tables, not" in differences(Format.WORD, "x", data, fewer)[0].what


def test_a_long_row_may_go_on_overleaf() -> None:
    forum = read_document(EXAMPLE.read_bytes())
    edition = Edition(assess(forum), STATE, "en", draft=False)
    made, data = edition.book, edition.write(Format.PRINT, WRITERS)
    long = Cell("word " * 100)
    for beside, missing in (("Belgium", 0), ("Nowhere at all", 1)):
        line = Line(Kind.BODY, (Cell(beside), long), 1)
        wanted = replace(made, sheets=(Sheet("Long", (line,)),))
        assert len(differences(Format.PRINT, "x", data, wanted)) == missing


def test_every_page_is_read_and_only_a_long_row_may_be_broken(monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = f"Belgium {MARK}", f"five {MARK}"
    wanted = replace(book(), sheets=(Sheet("A", (Line(Kind.BODY, (Cell("Belgium"), Cell("five")), 1),)),))

    def told(*pages: str) -> list[tuple[str, str]]:
        monkeypatch.setattr("desktop_app.models.pack.reading.pdf_text", lambda _name, _data: list(pages))
        return [(each.where, each.what) for each in differences(Format.PRINT, "x", b"", wanted)]

    assert told(MARK, f"Belgium five {MARK}") == []
    # The foot stands between the cells: a short row goes overleaf whole, and never in parts.
    assert told(first, second) == [("A", "Belgium | five")]
    assert told(MARK, "Belgium five") == [("page 2", MARK)]


def test_a_text_in_the_stead_of_a_number_is_told() -> None:
    number = Cell("5", Number(Fraction(5), 0))
    sheet = Sheet("A", (Line(Kind.BODY, (Cell("Money"), number), 1),))
    words = Sheet("A", (Line(Kind.BODY, (Cell("Money"), Cell("five")), 1),))
    made = replace(book(), sheets=(sheet,))
    data = WRITERS[Format.WORKBOOK](replace(made, sheets=(words,)))
    assert [each.what for each in differences(Format.WORKBOOK, "x", data, made)] == ["Money | 5"]
