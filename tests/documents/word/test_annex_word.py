"""The annex for Word: the words and figures that are printed, in Word's own styles and tables."""

import io
import zipfile
from dataclasses import replace

import pytest
from docx.enum.section import WD_ORIENTATION
from docx.oxml.ns import qn

from desktop_app.calc.assess import assess
from desktop_app.calc.forum import Forum
from desktop_app.documents.annex import AnnexRefused, annex_pdf, annex_word
from desktop_app.documents.furniture import Written
from desktop_app.documents.standing import FinalRefused, scenario
from desktop_app.documents.text import languages
from desktop_app.documents.word.styles import LOCALES
from desktop_app.models.interchange import fingerprint, read_document
from tests.documents.conftest import ROOT
from tests.documents.extremes import extreme
from tests.documents.word.reading import meant, opened, part, plain, written

PORTRAIT, LANDSCAPE = WD_ORIENTATION.PORTRAIT, WD_ORIENTATION.LANDSCAPE


@pytest.fixture(scope="module")
def data() -> bytes:
    """The draft of the example, written once."""
    example = read_document((ROOT / "tests" / "examples" / "annual-pool.json").read_bytes())
    return printed(example).word()


def printed(forum: Forum, language: str = "en", *, draft: bool = True) -> Written:
    return annex_pdf(assess(forum), fingerprint(forum), language=language, draft=draft)


@pytest.mark.parametrize("language", [each for each in ("bg", "el", "en", "ga", "hu", "nl") if each in languages()])
def test_word_says_what_is_printed(example: Forum, language: str) -> None:
    source = printed(extreme(example) if language == "en" else example, language)
    data = source.word()
    file = opened(data)
    assert written(file) == meant(source.documents)
    assert f'<w:lang w:val="{LOCALES[language]}"' in part(data, "word/styles.xml")
    assert f'<w:themeFontLang w:val="{LOCALES[language]}"/>' in part(data, "word/settings.xml")
    assert file.core_properties.language == LOCALES[language]


def test_word_has_a_name_for_every_language() -> None:
    assert set(languages()) <= set(LOCALES)


def test_headings_are_headings(data: bytes) -> None:
    file = opened(data)
    headings = [(each.style.name, each.text) for each in file.paragraphs if each.style and "Head" in each.style.name]
    assert headings[:2] == [
        ("Heading 1", "1.\u2002Acts and meetings on which the Decision rests"),
        ("Heading 1", "2.\u2002Reference numbers"),
    ]
    assert ("Heading 2", "Readings in force") in headings
    assert [each.text for each in file.paragraphs if each.style and each.style.name == "Title"] == ["ANNEX"]
    assert {name for name, _text in headings} == {"Heading 1", "Heading 2"}
    # A heading is kept with what follows by its style, and by nothing else.
    style = file.styles["Heading 1"]
    assert style.paragraph_format.keep_with_next
    assert all(each.paragraph_format.keep_with_next is None for each in file.paragraphs if "Head" in str(each.style))


def test_tables_have_heads_that_repeat_and_say_what_they_are(data: bytes) -> None:
    file = opened(data)
    table = file.tables[3]
    rows = table._tbl.tr_lst
    assert [row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in rows[:3]] == [True, True, False]
    assert all(row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in rows)
    assert table.style is not None
    assert table.style.name == "Annex Table"
    look = table._tbl.tblPr.find(qn("w:tblLook"))
    assert (look.get(qn("w:firstRow")), look.get(qn("w:firstColumn"))) == ("1", "1")
    assert "Fair shares" in table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val"))
    assert "Member State" in table._tbl.tblPr.find(qn("w:tblDescription")).get(qn("w:val"))
    assert plain(table.cell(2, 0).text) == "Belgium"
    figures = table.cell(2, 2).paragraphs[0]
    assert figures.style is not None
    assert figures.style.name == "Table Figures"


def test_a_tall_row_may_go_on_on_the_next_page(example: Forum) -> None:
    belgium = example.state("BE")
    note = " ".join(f"word{number}" for number in range(400))
    long = example.with_state(replace(belgium, pledge=replace(belgium.pledge, note=note)))
    rows = [row for table in opened(printed(long).word()).tables for row in table._tbl.tr_lst]
    tall = [row for row in rows if row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is None]
    assert len(tall) == 1


def test_text_and_tables_hold_in_a_template_of_another_language(data: bytes) -> None:
    """Every run says its language, for every script; the columns of a table are as wide as the table."""
    body = opened(data).element.body
    spoken = {tuple(run.find(f"{qn('w:rPr')}/{qn('w:lang')}").values()) for run in body.iter(qn("w:r"))}
    assert spoken == {("en-GB", "en-GB", "en-GB")}
    for table in body.iter(qn("w:tbl")):
        width = int(table.find(f"{qn('w:tblPr')}/{qn('w:tblW')}").get(qn("w:w")))
        columns = [int(each.get(qn("w:w"))) for each in table.find(qn("w:tblGrid"))]
        assert abs(sum(columns) - width) <= len(columns)
        for row in table.iter(qn("w:tr")):
            cells = [int(each.get(qn("w:w"))) for each in row.iter(qn("w:tcW"))]
            assert abs(sum(cells) - width) <= len(columns)


def test_the_notes_of_a_table_stay_together(data: bytes) -> None:
    notes = [each for each in opened(data).paragraphs if each.style and each.style.name == "Note"]
    below = [
        each for each in notes if each.text.startswith(("Each fair share", "Relocations, plus", "Only a deduction"))
    ]
    assert [each.paragraph_format.keep_with_next for each in below] == [True, True, None]


def test_nothing_is_laid_out_by_what_is_not_there(data: bytes) -> None:
    body = part(data, "word/document.xml")
    assert not any(f"<{tag}" in body for tag in ("w:tab/", "w:framePr", "w:pict", "w:drawing", "mc:AlternateContent"))
    file = opened(data)
    empty = {each.style.name for each in file.paragraphs if not each.text and each.style}
    assert empty <= {"Table End"}


def test_every_page_is_marked(example: Forum, data: bytes) -> None:
    file = opened(data)
    assert [section.orientation for section in file.sections] == [PORTRAIT, LANDSCAPE, PORTRAIT]
    for section in file.sections:
        assert not section.header.is_linked_to_previous
        assert not section.footer.is_linked_to_previous
        head = [(each.style.name, each.text) for each in section.header.paragraphs if each.style]
        assert head[:2] == [("Marking", "RESTREINT UE/EU RESTRICTED"), ("Draft Mark", "DRAFT – not adopted")]
        assert fingerprint(example) in section.footer.paragraphs[0].text
        assert section.footer.paragraphs[-1].text == "RESTREINT UE/EU RESTRICTED"
    assert [part(data, "word/footer1.xml").count(f" {name} ") for name in ("PAGE", "NUMPAGES")] == [1, 1]


def test_the_file_says_what_it_is(example: Forum, data: bytes) -> None:
    properties = opened(data).core_properties
    assert example.title in properties.title
    assert "secretariat" in properties.author
    assert "Article 57" in properties.subject
    assert properties.category == "RESTREINT UE/EU RESTRICTED"
    assert properties.created is None
    custom = part(data, "docProps/custom.xml")
    assert f'name="Fingerprint"><vt:lpwstr>{fingerprint(example)}</vt:lpwstr>' in custom


def test_the_same_state_gives_the_same_bytes(example: Forum, data: bytes) -> None:
    once = annex_word(assess(example), fingerprint(example), draft=True)
    assert once == data
    with zipfile.ZipFile(io.BytesIO(once)) as archive:
        assert {member.date_time for member in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_final_annex_is_refused_as_it_is_in_print(sample: Forum, example: Forum) -> None:
    with pytest.raises(AnnexRefused):
        annex_word(assess(sample), fingerprint(sample), draft=False)
    with pytest.raises(FinalRefused):
        annex_word(assess(example), fingerprint(example), draft=False, standing=scenario("More money"))


def test_a_final_annex_has_no_mark_of_a_draft(adopted: Forum) -> None:
    file = opened(printed(adopted, draft=False).word())
    styles = {each.style.name for section in file.sections for each in section.header.paragraphs if each.style}
    assert styles <= {"Marking", "Header"}
