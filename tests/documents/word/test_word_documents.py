"""Every other document for Word says what it says in print."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from desktop_app.calc.assess import assess
from desktop_app.calc.assessment import AnnualPoolAssessment
from desktop_app.calc.forum import Forum
from desktop_app.cli.entry import main
from desktop_app.documents import findings_pdf
from desktop_app.documents.annex import annex_pdf
from desktop_app.documents.blocks import Paragraph
from desktop_app.documents.coverage import coverage_pdf
from desktop_app.documents.delegation import Sheets, delegation_pdf
from desktop_app.documents.dossier import dossier_pdf
from desktop_app.documents.flow import Chapter
from desktop_app.documents.furniture import Document, Written
from desktop_app.documents.plan_form import Wanted, plan_forms_pdf
from desktop_app.documents.reduction import reduction_pdf
from desktop_app.documents.styles import BODY, NAME, PORTRAIT
from desktop_app.documents.table import table_pdf
from desktop_app.documents.thirty_percent import thirty_percent_pdf
from desktop_app.documents.vote_and_offsets import vote_and_offsets_pdf
from desktop_app.documents.word.markup import plain, runs
from desktop_app.models.interchange import fingerprint
from tests.documents import pressures, rescues
from tests.documents.test_annex import FINGERPRINT
from tests.documents.test_dossier import record_of, with_relocations
from tests.documents.word.reading import meant, opened, part, written

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
RESCUE = rescues.assessed(rescues.crowded())
PRESSURE = pressures.assessed(pressures.crowded())
VOLUNTARY = pressures.weighed(pressures.mechanism())
DOCUMENTS: dict[str, Callable[[], Written]] = {
    "rescue": lambda: annex_pdf(RESCUE, FINGERPRINT, draft=True),
    "pressure": lambda: annex_pdf(pressures.assessed(pressures.example()), FINGERPRINT, draft=True),
    "voluntary": lambda: annex_pdf(VOLUNTARY, FINGERPRINT, draft=True),
    "forms": lambda: plan_forms_pdf(PRESSURE, FINGERPRINT, Wanted(), draft=True),
    "blank form": lambda: plan_forms_pdf(RESCUE, FINGERPRINT, Wanted(blank=True)),
    "thirty percent": lambda: thirty_percent_pdf(RESCUE, FINGERPRINT),
    "reduction": lambda: reduction_pdf(PRESSURE, FINGERPRINT),
    "delegation": lambda: delegation_pdf(VOLUNTARY, FINGERPRINT),
}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_word_says_what_is_printed(name: str) -> None:
    source = DOCUMENTS[name]()
    assert written(opened(source.word())) == meant(source.documents)


def test_the_documents_of_the_annual_pool(example: Forum) -> None:
    assessment = AnnualPoolAssessment.of(assess(example))
    for make in (coverage_pdf, table_pdf, vote_and_offsets_pdf, findings_pdf):
        source = make(assessment, FINGERPRINT)
        assert written(opened(source.word())) == meant(source.documents)


def test_the_bars_of_coverage_are_a_table(example: Forum) -> None:
    source = coverage_pdf(AnnualPoolAssessment.of(assess(example)), FINGERPRINT)
    (table,) = opened(source.word()).tables
    rows = [[cell.text.replace("\u202f", " ") for cell in row.cells] for row in table.rows]
    assert rows[0] == [
        *("Member State", "fair share", "relocations", "financial contributions", "alternative measures"),
        "Coverage of the fair shares",
    ]
    belgium = next(row for row in rows if row[0] == "Belgium")
    assert belgium[1:5] == ["1 772.73", "100", "1 000.00", "60"]


def test_each_sheet_begins_with_a_heading_where_there_are_several(example: Forum) -> None:
    assessment = assess(example)
    several = opened(delegation_pdf(assessment, FINGERPRINT).word())
    names = [each.text for each in several.paragraphs if each.style and each.style.name == "Heading 1"]
    assert names == ["Belgium", "Greece", "Latvia"]
    one = opened(delegation_pdf(assessment, FINGERPRINT, wanted=Sheets(("BE",))).word())
    assert [each.text for each in one.paragraphs if each.style and each.style.name == "Title"] == ["Belgium"]


def test_the_dossier_is_one_file_of_named_documents(example: Forum) -> None:
    record = record_of(example, with_relocations(example, 350))
    source = dossier_pdf(record, secretariat=True)
    data = source.word()
    file = opened(data)
    assert written(file) == meant(source.documents)
    names = [each.text for each in file.paragraphs if each.style and each.style.name == "Heading 1"]
    assert [name for _document, name in source.documents[1:]] == [each for each in names if each[:2] != "Do"][-7:]
    # Word fills its pages itself: its list of documents has no numbers of pages.
    assert [cell.text for cell in file.tables[0].rows[0].cells] == ["No", "Document", "Fingerprint and day"]


def test_a_form_has_boxes_and_lines_to_write_on() -> None:
    blank = opened(DOCUMENTS["blank form"]().word())
    styles = [
        each.style.name for table in blank.tables for cell in table._cells for each in cell.paragraphs if each.style
    ]
    assert styles.count("Form Line") >= 6
    assert {table.style.name for table in blank.tables if table.style} == {"Form Table"}


def test_text_is_shown_as_it_is_meant() -> None:
    assert runs("a\u00adb\nc\x00\td") == (
        '<w:r><w:t xml:space="preserve">a</w:t><w:softHyphen/><w:t xml:space="preserve">b</w:t>'
        '<w:br/><w:t xml:space="preserve">c d</w:t></w:r>'
    )
    assert runs("<&>") == '<w:r><w:t xml:space="preserve">&lt;&amp;&gt;</w:t></w:r>'
    marked = runs("seen \u2063unseen\u2064", "Strong")
    assert [each.split('"')[0] for each in marked.split('rStyle w:val="')[1:]] == ["Strong", "UnreviewedStrong"]
    assert plain("\u2063a\u2064\u00adb\nc") == "ab c"


@dataclass(frozen=True)
class Unknown:
    """A block of a kind that nobody has taught Word."""

    space_before: float = 0.0
    keep_with_next: bool = False


def test_what_word_does_not_know_is_said(example: Forum) -> None:
    ((document, _name),) = table_pdf(assess(example), FINGERPRINT).documents
    chapter = Chapter(PORTRAIT, (Unknown(),))  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="Word knows no Unknown"):
        replace(document, chapters=(chapter,)).word()


def test_an_indented_text_and_one_that_stands_elsewhere_keep_their_place(example: Forum) -> None:
    ((document, _name),) = table_pdf(assess(example), FINGERPRINT).documents
    blocks = (Paragraph("left", NAME, indent=10), Paragraph("in", BODY, indent=12, keep_with_next=True))
    body = part(Document((Chapter(PORTRAIT, blocks),), document.furniture).word(), "word/document.xml")
    assert '<w:ind w:left="200"/><w:jc w:val="left"/>' in body
    assert '<w:keepNext/><w:ind w:left="240"/>' in body


def test_the_command_line_writes_word(example: Forum, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = EXAMPLES / "annual-pool.json"
    for command in ("annex", "table"):
        out = tmp_path / f"{command}.docx"
        options = ["--draft"] if command == "annex" else []
        assert main([command, str(source), "--out", str(out), *options]) == 0
        assert fingerprint(example) in opened(out.read_bytes()).sections[0].footer.paragraphs[0].text
    assert "Wrote the draft annex" in capsys.readouterr().out
