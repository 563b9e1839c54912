"""Any document for reading aloud: hostile text, long tables, forms, pictures, several documents in one file."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.calc.assess import assess
from desktop_app.calc.assessment import AnnualPoolAssessment
from desktop_app.calc.forum import Forum
from desktop_app.documents.blocks import Block, Paragraph
from desktop_app.documents.coverage import coverage_pdf
from desktop_app.documents.flow import Chapter, Framed
from desktop_app.documents.furniture import Document
from desktop_app.documents.grid import Box, Field, Grid
from desktop_app.documents.plan_form import Wanted, plan_forms_pdf
from desktop_app.documents.sheets import Furniture
from desktop_app.documents.styles import BODY, BODY_BOLD, HEADING, NAME, PORTRAIT, SUBHEADING
from desktop_app.documents.tables import Column, Table, figures, groups, head, row
from desktop_app.documents.tagged import NotWrittenError, tagged_bytes, writer
from desktop_app.documents.tagged.row_headers import with_row_headers
from desktop_app.models.interchange import fingerprint, read_document
from tests.documents.tagged.tags import Element, File, alike, read

FURNITURE = Furniture(
    "LIMITE", "", "", "A paper", ("Fingerprint 0123",), "{page} of {pages}", "en", "A paper", "D", "S"
)
SAMPLES = Path(__file__).resolve().parent.parent.parent.parent / "resources" / "samples"
HOSTILE = (
    '#let x = 1 #panic("no") $x^2$ *bold* _it_ `raw` ```r``` @ref <label> // gone /* gone */ \\ ~ -- --- ... '
    "= head - item + enum / term: [x] {y} ' \" #sys.inputs https://x.example \\u{41} %s {0} "
    "</rdf> &amp; ) ( endobj stream"
)


def written(blocks: Sequence[Block], furniture: Furniture = FURNITURE) -> File:
    return read(Document((Chapter(PORTRAIT, tuple(blocks)),), furniture).tagged())


def test_nothing_that_somebody_typed_becomes_markup() -> None:
    table = Table((Column(100), figures(60)), (head([HOSTILE, "1"]),), (row([HOSTILE, HOSTILE]),))
    blocks = (
        Paragraph(HOSTILE, HEADING, outline=True),
        Paragraph(f"{HOSTILE}\n{HOSTILE}", BODY),
        Paragraph(HOSTILE, BODY, mark="#1", indent=11),
        table,
        Grid((Box(HOSTILE, (Field(HOSTILE, HOSTILE),)),)),
    )
    marks = replace(FURNITURE, draft=HOSTILE, estimate=HOSTILE, standing=HOSTILE, title=HOSTILE, author=HOSTILE)
    found = written(blocks, replace(marks, running=HOSTILE, footer=(HOSTILE,), subject=HOSTILE, page_of=HOSTILE))
    once = alike(HOSTILE)
    expected = [once] * 4 + [once, f"{once} {once}", "#1", once, once, "1"] + [once] * 5
    # PDFium gives a blank back where a line ends.
    assert ["".join(each.split()) for each in found.texts()] == [
        "".join(each.split()) for each in ["LIMITE", *expected]
    ]


def test_what_cannot_be_printed_is_told_by_its_number() -> None:
    text = "a\ue000b\uffffc\ufeffd\U0001f600e\x00f\u202eg\ufdd0h e\u0301 \u2063i\u2064 עברית"
    (said,) = written([Paragraph(text, BODY)]).texts()[2:]
    assert said.startswith("a[U+E000]b[U+FFFF]c[U+FEFF]d[U+1F600]efg[U+FDD0]h é i [U+05E2]")


def test_a_word_wider_than_its_column_is_whole_for_who_hears_it() -> None:
    long = "Ver\u00adwal\u00adtungs\u00adver\u00adein\u00adba\u00adrungs\u00adver\u00adzeich\u00adnis"
    other = "x" * 90
    table = Table((Column(40), Column(500)), (), (row([long, other]), row([other, long])))
    assert written([table]).texts()[2:] == [alike(long), other, other, alike(long)]


def test_headings_never_skip_a_level() -> None:
    blocks = [
        Paragraph("a", SUBHEADING),
        Paragraph("b", NAME),
        Paragraph("c", SUBHEADING),
        Paragraph("d", HEADING),
        Paragraph("", HEADING),
        Paragraph("e", NAME, outline=True),
    ]
    found = written(blocks)
    assert [(each.type, each.text) for each in found.root.all("H1", "H2", "H3")] == [
        ("H1", "a"),
        ("H2", "c"),
        ("H2", "d"),
        ("H1", "e"),
    ]


def test_a_long_table_is_one_table_with_one_head() -> None:
    heads = (groups(["", "Group", ""]), head(["State", "Name", "Figure"]))
    rows = tuple(row([f"State {number}", "n" if number else "", str(number)]) for number in range(150))
    found = written([Table((Column(100), Column(100), figures(60)), heads, rows)])
    (table,), (tops,), (body,) = found.root.all("Table"), found.root.all("THead"), found.root.all("TBody")
    assert [alike(each.text) for each in tops.all("TH")] == ["State", "Group", "Figure", "Name"]
    assert tops.all("TH")[0].says("RowSpan") == "2"
    assert len(body.all("TR")) == 150
    assert len(table.all("TH")) == 4 + 150
    last = body.all("TR")[-1]
    assert [alike(each.text) for each in last.all("TH", "TD")] == ["State 149", "n", "149"]


def test_a_row_that_is_named_by_nothing_has_no_header() -> None:
    two = (Column(100), Column(100))
    rows = (row(["", "b"]), row(["c", "d"]))
    found = written([replace(Table(two, (), rows), row_headers=0), Table(two, (), rows)])
    first, second = found.root.all("Table")
    assert not first.all("TH")
    assert [alike(each.text) for each in second.all("TH")] == ["c"]
    (beside,) = [each for each in second.all("TD") if alike(each.text) == "d"]
    assert beside.named == {second.all("TH")[0].id}


def test_words_nobody_reviewed_are_read_like_all_others() -> None:
    found = written([Paragraph("\u2063One thing\u2064 and\n\u2063another\u2064", BODY)])
    assert found.texts()[2:] == ["One thing and another"]


def test_frames_and_forms_are_read_from_top_to_bottom() -> None:
    inside = Framed((Paragraph("first", BODY_BOLD), Paragraph("second", BODY)))
    boxes = (
        Box("Asked", (Field("Filled in"),), head=True),
        Box("How many", (Field("5", "Number"), Field("", "When", gap=True), Field(rules=2))),
    )
    found = written([inside, Grid(boxes)])
    assert found.texts()[2:] == ["first", "second", "Asked", "Filled in", "How many", "Number", "5", "When"]
    header = [each for each in found.root.all("TH") if alike(each.text) == "How many"]
    assert [each.says("Scope") for each in header] == ["Row"]


def test_plan_forms_and_the_picture_of_coverage(example: Forum) -> None:
    rescue = read_document((SAMPLES / "search-and-rescue.json").read_bytes())
    plans = plan_forms_pdf(assess(rescue), fingerprint(rescue), Wanted(codes=("BE",)), draft=False)
    texts = read(plans.tagged()).texts()
    assert texts[texts.index("Contributing Member State") + 1] == "Belgium"
    pool = AnnualPoolAssessment.of(assess(example))
    found = read(coverage_pdf(pool, fingerprint(example)).tagged())
    (table,) = found.root.all("Table")
    names = [alike(each.all("TH")[0].text) for each in table.all("TBody")[0].all("TR")]
    assert sorted(names[:3]) == ["Belgium", "Greece", "Latvia"]
    outcomes = [alike(each.all("TD")[-1].text) for each in table.all("TBody")[0].all("TR")]
    assert outcomes[0] == "no pledge · 1 035 missing"
    assert any(each.endswith("65.44 % · 613 missing") for each in outcomes)


def test_each_document_of_a_file_says_its_own_marking() -> None:
    first = Document((Chapter(PORTRAIT, (Paragraph("One", HEADING),)),), FURNITURE)
    second = replace(first, furniture=replace(FURNITURE, marking="PUBLIC"))
    found = read(tagged_bytes(((first, "1"), (second, "2"))))
    assert [each.text for each in found.root.all("P", "H1")] == [
        *("LIMITE", "Fingerprint 0123", "One"),
        *("PUBLIC", "Fingerprint 0123", "One"),
    ]


def test_what_is_not_in_conformance_is_refused_in_one_line() -> None:
    with pytest.raises(NotWrittenError, match=r"^PDF/UA-1 error: missing document title$"):
        written([Paragraph("a", BODY)], replace(FURNITURE, title=""))


@pytest.mark.parametrize("made", [b"%PDF-1.7\nxref\n", b"1 0 obj\n<</K[9 0 R]>>\nendobj"])
def test_a_layout_of_another_typst_is_refused_in_one_line(made: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    def rewrite(data: bytes, _headed: object) -> bytes:
        return with_row_headers(made, []) if data else data

    monkeypatch.setattr(writer, "with_row_headers", rewrite)
    with pytest.raises(NotWrittenError, match=r"^rows of its tables cannot be given headers: [^\n]+$"):
        written([Paragraph("a", BODY)])


def test_a_block_without_tags_is_a_mistake_of_ours() -> None:
    class Other(Element):
        space_before = 0.0

    with pytest.raises(TypeError, match="no tags are known for a Other"):
        written([Other("", b"")])  # type: ignore[list-item]


def test_a_file_that_typst_did_not_write_is_not_touched() -> None:
    with pytest.raises(ValueError, match="no table of objects"):
        with_row_headers(b"%PDF-1.7\nxref\n", [])
