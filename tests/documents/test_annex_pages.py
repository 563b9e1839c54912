"""Every page of an annex: marks, page numbers, fingerprint, margins, nothing over anything else."""

import re
from dataclasses import replace

import pytest

from desktop_app.calc.assess import assess
from desktop_app.calc.forum import AdoptedAct, Classification, Forum
from desktop_app.documents.annex import annex_pdf
from desktop_app.documents.fonts import Face
from desktop_app.documents.styles import LANDSCAPE, PORTRAIT
from tests.documents.extremes import extreme
from tests.documents.printed import Printed, PrintedPage
from tests.documents.test_annex import FINGERPRINT, printed

PAPER = {(595.28, 841.89): PORTRAIT, (841.89, 595.28): LANDSCAPE}


@pytest.fixture(params=["example", "sample", "adopted", "extreme", "empty", "long"])
def document(request: pytest.FixtureRequest) -> Printed:
    """Drafts of all kinds."""
    if request.param == "empty":
        return printed(Forum())
    if request.param == "extreme":
        return printed(extreme(request.getfixturevalue("adopted")))
    if request.param == "long":
        return printed(replace(request.getfixturevalue("sample"), title="word " * 400, note="x" * 5000))
    return printed(request.getfixturevalue(request.param))


def middle(page: PrintedPage, text: str) -> list[float]:
    """Heights at which a centred text of one line stands."""
    return [
        (box.bottom + box.top) / 2
        for box in page.boxes
        if abs((box.left + box.right) - page.width) < 2 and box.right - box.left < 200 and text
    ]


def test_every_page_of_a_draft_is_marked_top_and_bottom(document: Printed) -> None:
    for page in document.pages:
        marking = page.lines[0]
        assert marking in {"PUBLIC", "RESTREINT UE/EU RESTRICTED"}
        assert page.lines[:2] == (marking, marking)
        heights = middle(page, marking)
        assert any(height > page.height - 40 for height in heights)
        assert any(height < 30 for height in heights)


def test_every_page_of_a_draft_says_that_it_is_one(document: Printed) -> None:
    for page in document.pages:
        assert any(line.startswith("DRAFT – ") for line in page.lines)
        assert "DRAFT – NOT" in page.text


def test_every_page_has_its_number_and_the_fingerprint(document: Printed) -> None:
    count = len(document.pages)
    for number, page in enumerate(document.pages, 1):
        foot = next(line for line in page.lines if line.startswith("Fingerprint"))
        assert foot.startswith(f"Fingerprint {FINGERPRINT}")
        assert foot.endswith(f"{number}/{count}")
        assert "as of" in foot
        assert any(line.startswith("Readings: rounding ") for line in page.lines)


def test_nothing_reaches_into_the_margins(document: Printed) -> None:
    for page in document.pages:
        paper = PAPER[(round(page.width, 2), round(page.height, 2))]
        for box in page.boxes:
            if box.right - box.left < 40 and box.right < paper.side and box.left > 8:
                continue  # the draft strip runs up the left margin
            assert box.left > paper.side - 1
            assert box.right < page.width - paper.side + 1
            assert box.bottom > 8
            assert box.top < page.height - 8


def test_no_text_lies_over_other_text(document: Printed) -> None:
    for page in document.pages:
        for place, box in enumerate(page.boxes):
            for other in page.boxes[:place]:
                assert box.overlap(other) < 0.5, page.lines


def test_text_of_the_body_keeps_clear_of_head_and_foot(document: Printed) -> None:
    for page in document.pages:
        paper = PAPER[(round(page.width, 2), round(page.height, 2))]
        for box in page.boxes:
            if box.right < paper.side:
                continue
            body = paper.bottom <= box.bottom and box.top <= page.height - paper.top
            furniture = box.top < paper.bottom or box.bottom > page.height - paper.top
            assert body or furniture


def test_all_fonts_are_embedded_and_ours(document: Printed) -> None:
    assert b"Helvetica" not in document.data
    names = set(re.findall(rb"/BaseFont /[A-Z]+\+([A-Za-z-]+)", document.data))
    assert names
    assert names <= {face.value.encode() for face in Face}
    fonts = len(re.findall(rb"/Type /Font\b", document.data))
    assert document.data.count(b"/FontFile2") == fonts


def test_properties_name_the_document(adopted: Forum) -> None:
    document = printed(adopted, draft=False)
    assert document.properties["Title"] == "Annex: Annual Solidarity Pool for 2027"
    assert document.properties["Author"] == "High-Level EU Solidarity Forum, secretariat"
    assert FINGERPRINT in document.properties["Subject"]
    assert b"/Lang (en)" in document.data


def test_the_annex_to_an_adopted_act_prints_without_marks_and_cites_the_act(adopted: Forum) -> None:
    act = AdoptedAct("2026/2511", "OJ L, 2026/2511, 30.12.2026")
    document = printed(replace(adopted, adopted_act=act), draft=False)
    for number, page in enumerate(document.pages, 1):
        assert page.lines[0] == "(EU) 2026/2511 · OJ L, 2026/2511, 30.12.2026 EN"
        assert not any(mark in page.text for mark in ("DRAFT", "PUBLIC", "RESTRICTED"))
        assert f"Fingerprint {FINGERPRINT}" in page.text
        assert f"{number}/{len(document.pages)}" in page.text
        assert not any(line.startswith("Readings: ") for line in page.lines)
    first = document.pages[0].text
    assert "Adopted on 21 December 2026" in first
    assert "(OJ L, 2026/2511, 30.12.2026)" in first
    assert document.properties["Title"] == "Annex: Annual Solidarity Pool for 2027 · (EU)\u00a02026/2511"
    # Typed once, cited as each language cites it.
    dutch = annex_pdf(assess(replace(adopted, adopted_act=act)), FINGERPRINT, language="nl", draft=False)
    assert Printed(dutch).pages[0].lines[0] == "(EU) 2026/2511 · PB L, 2026/2511, 30.12.2026 NL"


def test_an_adopted_act_that_is_still_classified_keeps_its_marking(adopted: Forum) -> None:
    classified = replace(adopted, classification=Classification.EU_RESTRICTED)
    for page in printed(classified, draft=False).pages:
        assert page.lines[:2] == ("RESTREINT UE/EU RESTRICTED", "RESTREINT UE/EU RESTRICTED")


def test_before_adoption_a_final_annex_is_still_classified(adopted: Forum) -> None:
    early = replace(adopted, adopted=None, classification=Classification.EU_RESTRICTED)
    for page in printed(early, draft=False).pages:
        assert page.lines[:2] == ("RESTREINT UE/EU RESTRICTED", "RESTREINT UE/EU RESTRICTED")
        assert "DRAFT" not in page.text.upper()


def test_a_draft_after_adoption_does_not_call_the_act_unadopted(adopted: Forum) -> None:
    assert "DRAFT – not the annex as adopted" in printed(adopted).text
    assert "DRAFT – not adopted" in printed(replace(adopted, adopted=None)).text


def test_the_head_of_the_main_table_is_on_each_of_its_pages(adopted: Forum) -> None:
    wide = [page for page in printed(extreme(adopted)).pages if page.width > page.height]
    assert len(wide) > 1
    for page in wide:
        assert "Mandatory fair share (Article 57(3))" in page.text
