"""The annex for reading aloud: it says what is printed, in the same order, and tells what everything is."""

import re
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import pytest

from desktop_app.calc.assess import assess
from desktop_app.calc.forum import Forum
from desktop_app.calc.moments import as_of
from desktop_app.documents.annex import AnnexRefused, annex_pdf, annex_tagged
from desktop_app.documents.blocks import Block, Paragraph
from desktop_app.documents.flow import Framed
from desktop_app.documents.furniture import Document
from desktop_app.documents.noted import Noted
from desktop_app.documents.standing import FinalRefused, scenario
from desktop_app.documents.tables import Row, Table
from desktop_app.documents.text import languages, terms
from desktop_app.models.interchange import fingerprint
from tests.documents.tagged.tags import Element, File, alike, read

LANGUAGES = [each for each in ("bg", "el", "en", "fr", "ga", "mt", "nl") if each in languages()]


def document(forum: Forum, language: str = "en") -> Document:
    """What is printed as a draft."""
    ((printed, _name),) = annex_pdf(assess(forum), fingerprint(forum), language=language, draft=True).documents
    return printed


@pytest.fixture(scope="module")
def file() -> Iterator[dict[str, File]]:
    """The files that were read, by language: each is written once."""
    read_already: dict[str, File] = {}
    yield read_already
    read_already.clear()


def of(file: dict[str, File], forum: Forum, language: str = "en") -> File:
    if language not in file:
        file[language] = read(annex_tagged(assess(forum), fingerprint(forum), language=language, draft=True))
    return file[language]


def said_by(blocks: tuple[Block, ...]) -> Iterator[str]:
    """What blocks say, piece by piece; names of columns in the order of the alphabet: two rows of them are one head."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield from (block.mark, block.text)
        elif isinstance(block, Table):
            yield from sorted(map(alike, cells(block.heads)))
            yield from cells(block.rows)
        elif isinstance(block, Noted):
            yield from said_by((block.table, *block.notes))
        elif isinstance(block, Framed):
            yield from said_by(block.blocks)


def cells(rows: tuple[Row, ...]) -> Iterator[str]:
    return (cell.text for row in rows for cell in row.cells)


def with_heads_in_order(found: File) -> Iterator[str]:
    """What is read aloud, names of columns in the order of the alphabet."""
    heads = {id(each): head for head in found.root.all("THead") for each in head.walk()}
    done = set()
    for each in leaves(found.root):
        head = heads.get(id(each))
        if head is None:
            yield alike(each.text)
        elif id(head) not in done:
            done.add(id(head))
            yield from sorted(alike(inner.text) for inner in leaves(head))


def leaves(element: Element) -> Iterator[Element]:
    inner = [kid for kid in element.kids if isinstance(kid, Element) and kid.type != "Span"]
    if not inner:
        yield element
    for kid in inner:
        yield from leaves(kid)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_is_read_aloud_in_the_order_of_the_print(
    file: dict[str, File], example: Forum, language: str
) -> None:
    words = terms(language)
    printed = document(example, language)
    stamp = words.plain("page.fingerprint", fingerprint="46f69b647f9d", day=words.day(as_of(example)))
    first = ["RESTREINT UE/EU RESTRICTED", printed.furniture.draft, stamp]
    blocks = (said for chapter in printed.chapters for said in said_by(chapter.blocks))
    expected = [text for each in (*first, *blocks) if (text := alike(each))]
    found = of(file, example, language)
    assert [text for text in with_heads_in_order(found) if text] == expected
    assert f"/Lang({language})".encode() in found.catalog


def test_what_stands_on_every_page_is_read_aloud_once(file: dict[str, File], example: Forum) -> None:
    count = Counter(of(file, example).texts())
    for each in ("RESTREINT UE/EU RESTRICTED", "DRAFT – not adopted"):
        assert count[each] == 1
    assert sum("46f69b647f9d" in text for text in count) == 1
    assert not any(re.search(r"\b\d+ ?/ ?\d+$|Page 1", text) for text in count if text.startswith(("1/", "Page")))


def test_headings_lead_from_level_to_level(file: dict[str, File], example: Forum) -> None:
    headings = of(file, example).root.all("H1", "H2", "H3")
    assert [(each.type, alike(each.text)) for each in headings][:3] == [
        ("H1", "ANNEX"),
        ("H2", "1. Acts and meetings on which the Decision rests"),
        ("H2", "2. Reference numbers"),
    ]
    levels = [int(each.type[1]) for each in headings]
    assert all(below <= above + 1 for above, below in pairwise(levels))
    assert 3 in levels


def test_every_figure_names_its_member_state_and_its_column(file: dict[str, File], example: Forum) -> None:
    found = of(file, example)
    table = found.root.all("Table")[3]
    names = {each.id: alike(each.text) for each in table.all("TH")}
    (head,), (body,) = table.all("THead"), table.all("TBody")
    assert {each.says("Scope") for each in head.all("TH")} == {"Column"}
    rows = body.all("TR")
    assert [alike(row.all("TH")[0].text) for row in rows] == [
        "Belgium",
        "Greece",
        "Latvia",
        "Total",
        "Reference number",
    ]
    assert all(row.all("TH")[0].says("Scope") == "Row" and len(row.all("TH")) == 1 for row in rows)
    money = next(each for each in rows[0].all("TD") if "20 000 000.50" in alike(each.text))
    assert {names[each] for each in money.named} == {
        "Belgium",
        "Pledge by type (Articles 56(2), 57(4))",
        "Financial contribution",
    }
    assert not [each for each in head.all("TH") if not alike(each.text)]


def test_every_name_of_a_header_is_found_in_the_file(file: dict[str, File], example: Forum) -> None:
    found = of(file, example)
    known = [each.id for each in found.root.all("TH")]
    assert len(set(known)) == len(known)
    assert {name for each in found.root.all("TD", "TH") for name in each.named} <= set(known)
    tree = found.only(b"/Type/StructTreeRoot")
    listed = re.findall(rb"\((\w+)\)(?=\d+ 0 R)", tree)
    assert listed == sorted(listed)
    assert set(known) <= set(listed)


def test_lists_have_labels_and_bodies(file: dict[str, File], example: Forum) -> None:
    items = of(file, example).root.all("LI")
    assert items
    assert all([kid.type for kid in each.kids if isinstance(kid, Element)] == ["Lbl", "LBody"] for each in items)


def test_the_rules_of_the_standard_that_a_program_can_check(file: dict[str, File], example: Forum) -> None:
    """The machine-checkable ones of the Matterhorn protocol that touch a file without pictures, links or forms."""
    found = of(file, example)
    assert b"/MarkInfo<</Marked true" in found.catalog
    assert b"/DisplayDocTitle true" in found.catalog
    (about,) = found.streams(b"/Type/Metadata")
    assert b"<pdfuaid:part>1</pdfuaid:part>" in about
    title = document(example).furniture.title.encode().replace(b"&", b"&amp;")
    assert b"<dc:title>" in about
    assert title in about
    pages = [each for each in found.objects.values() if each.startswith(b"<</Type/Page/")]
    assert pages
    assert all(b"/Tabs/S" in each and b"/StructParents" in each for each in pages)
    fonts = [each for each in found.objects.values() if each.startswith(b"<</Type/FontDescriptor")]
    assert fonts
    assert all(b"+ForumDesk" in each and b"/FontFile" in each for each in fonts)
    whole = [each for each in found.objects.values() if each.startswith(b"<</Type/Font/Subtype/Type0")]
    assert len(whole) == len(fonts)
    assert all(b"/ToUnicode" in each for each in whole)
    for each in pages:
        number = re.search(rb"/Contents (\d+) 0 R", each)
        assert number is not None
        assert_all_marked(found.objects[int(number.group(1))])


def assert_all_marked(content: bytes) -> None:
    """Hold that nothing is drawn on a page that is neither tagged nor marked as not to be read."""
    depth = 0
    drawn = zlib.decompress(content.partition(b"stream\n")[2].rpartition(b"\nendstream")[0])
    for operator in re.findall(rb"[A-Za-z*]+|/\w+", re.sub(rb"\((?:\\.|[^\\)])*\)|<[0-9A-Fa-f]*>", b" ", drawn)):
        depth += {b"BDC": 1, b"BMC": 1, b"EMC": -1}.get(operator, 0)
        assert depth >= 0
        assert depth or operator not in {b"Tj", b"TJ", b"f", b"f*", b"S", b"s", b"B", b"Do"}


def test_the_same_state_gives_the_same_bytes(file: dict[str, File], example: Forum) -> None:
    assert document(example).tagged() == of(file, example).data == document(example).pdf().tagged()


def test_it_is_refused_as_the_printed_one_is(sample: Forum, example: Forum) -> None:
    with pytest.raises(AnnexRefused) as refused:
        annex_tagged(assess(sample), fingerprint(sample), draft=False)
    assert len(refused.value.findings) == 25
    with pytest.raises(FinalRefused):
        annex_tagged(assess(example), fingerprint(example), draft=False, standing=scenario("B"))


def test_a_scenario_and_an_estimate_say_so_before_all_else(sample: Forum) -> None:
    forum = replace(sample, states=())
    state = fingerprint(forum)
    texts = read(annex_tagged(assess(forum), state, draft=True, standing=scenario("Half of it"))).texts()
    assert texts[0] == "PUBLIC"
    assert texts[2].startswith("ESTIMATE")
    assert "Half of it" in texts[3]
    assert state in texts[4]
