"""The documents in Dutch: nothing English but what persons typed, Dutch numbers, names and hyphens."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.calc.comparison.figures import About, heads_of
from desktop_app.calc.forum import Forum, Procedure
from desktop_app.calc.rulebooks import annual_pool
from desktop_app.calc.rulebooks.annual_pool.book import assess
from desktop_app.documents import findings_pdf
from desktop_app.documents.annex import annex_pdf
from desktop_app.documents.coverage import coverage_pdf
from desktop_app.documents.fonts import SOFT_HYPHEN
from desktop_app.documents.lines import lines_of
from desktop_app.documents.pledge_table import TableColumn, pledge_table_pdf
from desktop_app.documents.sections.compared import MAIN
from desktop_app.documents.styles import CELL_HEAD
from desktop_app.documents.text import terms
from tests.documents.extremes import extreme, spoken
from tests.documents.printed import NARROW, Printed
from tests.documents.test_annex import FINGERPRINT

DUTCH = terms("nl")
MODULES = sorted(Path(annual_pool.__file__).parent.glob("*.py"))
CALC = Path(annual_pool.__file__).parents[2]
BOOKS = CALC / "rulebooks"
TIME_LIMITS = [*sorted(BOOKS.glob("[!a]*/deadlines.py")), BOOKS / "deadlines_solidarity.py"]
ENGLISH = re.compile(
    r"\b(the|and|are|not|by|with|which|to|for|from|pledge[sd]?|relocations?|share|Member States?|finding|blocks|warns|"
    r"draft|known|given|recorded|request|granted|announced|Commission|Council|Page|Readings|January|December)\b"
)


@pytest.fixture(params=["example", "sample", "adopted", "extreme", "spoken", "empty"])
def forum(request: pytest.FixtureRequest) -> Forum:
    if request.param == "empty":
        return Forum(year=2031)
    if request.param in {"extreme", "spoken"}:
        made: Forum = {"extreme": extreme, "spoken": spoken}[request.param](request.getfixturevalue("adopted"))
        return made
    return request.getfixturevalue(request.param)  # type: ignore[no-any-return]


def documents(forum: Forum) -> Iterator[Printed]:
    assessment = assess(forum)
    yield Printed(annex_pdf(assessment, FINGERPRINT, language="nl", draft=True))
    if not assessment.blocks:
        yield Printed(annex_pdf(assessment, FINGERPRINT, language="nl", draft=False))
    yield Printed(findings_pdf(assessment, FINGERPRINT, language="nl"))
    yield Printed(pledge_table_pdf(assessment, FINGERPRINT, language="nl"))
    yield Printed(pledge_table_pdf(assessment, FINGERPRINT, language="nl", columns=TableColumn))
    yield Printed(coverage_pdf(assessment, FINGERPRINT, language="nl"))


def typed_texts(value: object) -> Iterator[str]:
    """Every text in a forum that a person can have typed."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from typed_texts(each)
    elif hasattr(value, "__dataclass_fields__"):
        for name in value.__dataclass_fields__:
            yield from typed_texts(getattr(value, name))


def in_one_line(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def without_typed(text: str, forum: Forum) -> str:
    """The text without what persons typed, each as it can have been broken into lines, and without the marking."""
    left = in_one_line(text)
    pieces = {line.strip() for each in typed_texts(forum) for line in each.splitlines()}
    for piece in sorted(pieces, key=len, reverse=True):
        left = left.replace(in_one_line(piece), " ")
        words = piece.split()
        if len(words) > 3:
            # A long one can go on after a page's furniture, or in another order of columns.
            for word in words:
                left = re.sub(rf"(?<!\w){re.escape(word)}(?!\w)", " ", left)
    return left


def test_a_dutch_page_is_marked_as_dutch_and_has_no_english_left(forum: Forum) -> None:
    for document in documents(forum):
        left = without_typed(document.text, forum)
        found = ENGLISH.search(left)
        assert found is None, left[max(0, found.start() - 80) : found.end() + 80]
        assert b"/Lang (nl)" in document.data
        assert document.properties["Author"] == "EU-solidariteitsforum op hoog niveau, secretariaat"
        assert SOFT_HYPHEN not in "".join(document.properties.values())


def test_the_same_state_and_language_give_the_same_bytes(example: Forum) -> None:
    assert [each.data for each in documents(example)] == [each.data for each in documents(example)]


def test_every_figure_that_is_compared_on_paper_has_its_dutch() -> None:
    every = [(one, about, head) for one in Procedure for about in About for head in heads_of(one, about)]
    titles = {head.title for procedure, about, head in every if head.id in MAIN[procedure][about]}
    assert [title for title in titles if DUTCH.said(title) == title] == []


def test_numbers_money_and_dates_are_dutch(example: Forum) -> None:
    text = next(documents(example)).text
    assert f"20{NARROW}000{NARROW}000,50 EUR" in text
    assert f"1{NARROW}160,00" in text
    assert "oktober 2026" in text
    assert "EUR 2" not in text
    assert "Griekenland" in text


def test_a_long_word_is_broken_where_dutch_breaks_it() -> None:
    assert lines_of(DUTCH("pledges.relocations"), CELL_HEAD, 45) == ("Herplaat-", "singen")
    assert lines_of(DUTCH("pledges.relocations"), CELL_HEAD, 100) == ("Herplaatsingen",)
    assert lines_of(f"de {DUTCH('kind.capacity')}", CELL_HEAD, 50) == ("de", "capaciteits-", "opbouw")


def test_the_main_table_of_the_built_in_forum_stands_on_one_page(sample: Forum) -> None:
    document = next(documents(sample))
    assert sum(page.width > page.height for page in document.pages) == 1


def test_findings_stand_in_dutch_with_their_figures(sample: Forum) -> None:
    text = next(documents(sample)).text.replace("\u00a0", " ")
    assert "België, Ierland en Portugal: niets is vastgelegd voor herplaatsingen en alternatieve maatregelen" in text
    assert "artikelen 9, 11 en 12; artikel 57, lid 1" in text
