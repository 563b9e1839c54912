"""The annex to the act of an annual pool in every language of the Union: whole, and in no other language's words."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from desktop_app.calc.forum import Forum
from desktop_app.calc.rulebooks.annual_pool.book import assess
from desktop_app.documents.annex import annex_document, annex_pdf
from desktop_app.documents.annex_words import SAID, is_of_annex
from desktop_app.documents.fonts import REVIEWED, UNREVIEWED, Face
from desktop_app.documents.lines import lines_of
from desktop_app.documents.sections.source import AnnualSource, source_of
from desktop_app.documents.standing import NOW, past, scenario
from desktop_app.documents.styles import BODY
from desktop_app.documents.text import (
    LanguageNotAvailableError,
    Terms,
    full_languages,
    languages,
    places_in,
    shipped_terms,
    terms,
)
from tests.documents.extremes import extreme, spoken
from tests.documents.negotiated import moment
from tests.documents.printed import Printed
from tests.documents.test_annex import FINGERPRINT

ROUNDINGS = ("up", "nearest", "largest-remainder")
OTHERS = tuple(each for each in languages() if each not in full_languages())
STANDINGS = (NOW, scenario("A name"), past(moment(3)))


@pytest.fixture
def forums(example: Forum, sample: Forum, adopted: Forum) -> list[Forum]:
    """What an annex can be of: everything at once, little, nothing, adopted and not, under each rounding."""
    nameless = replace(adopted, title=None)
    full = replace(extreme(adopted), title=None)
    some = [
        example,
        sample,
        full,
        replace(full, adopted=date(2026, 12, 21)),
        spoken(adopted),
        Forum(),
        Forum(year=2031),
    ]
    rounded = [replace(each, readings=(("rounding", way),)) for each in (nameless, full) for way in ROUNDINGS]
    unknown = replace(nameless, year=None, pool=replace(nameless.pool, relocations=None))
    return [*some, nameless, unknown, *rounded]


def sources(forum: Forum, words: Terms) -> Iterator[AnnualSource]:
    assessment = assess(forum)
    for draft in (True, False):
        source = source_of(assessment, words, draft=draft)
        assert isinstance(source, AnnualSource)
        yield source


def test_there_are_the_languages_of_the_union() -> None:
    assert " ".join(languages()) == "bg cs da de el en es et fi fr ga hr hu it lt lv mt nl pl pt ro sk sl sv"


def test_no_annex_needs_a_word_that_a_language_does_not_have(
    forums: list[Forum], asked_words: set[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The words are asked for in one of the languages that have the annex alone: it has what every other has."""
    language = OTHERS[0]
    said: set[str] = set()
    template = Terms.template

    def noting(self: Terms, english: str) -> str:
        said.add(english)
        return template(self, english)

    monkeypatch.setattr(Terms, "template", noting)
    for forum in forums:
        for source in sources(forum, terms(language, marked=True)):
            for standing in STANDINGS:
                annex_document(source, FINGERPRINT, standing=standing)
    assert {key for key in asked_words if not is_of_annex(key)} == set()
    templates = {term.text for key, term in shipped_terms("en").items() if key.startswith(SAID)}
    with_words = {each for each in said if any(sign.isalpha() for sign in re.sub(r"{\w+}", "", each))}
    assert with_words - templates == set()
    assert templates - with_words == set(), "texts that nobody says"
    idle = {key for key in shipped_terms(language) if not key.startswith((SAID, "state.", "month."))} - asked_words
    # Both gates open only where an act is silent and half of its number is not reached: a cell of a few forums.
    # The exact value is a column of workbooks alone.
    assert idle == {"status.offset-ab", "common.exact"}, "words that no annex asks for"


def test_every_language_says_the_same_sentences() -> None:
    """Those with a catalogue have them there."""
    for language in full_languages():
        if language != "en":
            english = {term.text for key, term in shipped_terms("en").items() if key.startswith(SAID)}
            assert [
                text for text in english if terms(language).template(text) == text and " " in text.removeprefix("Art. ")
            ] == [], language


def test_every_language_prints_the_annex(example: Forum) -> None:
    assessment = assess(example)
    for language in languages():
        words = terms(language)
        text = Printed(annex_pdf(assessment, FINGERPRINT, language=language, draft=False)).text
        flat = " ".join(text.split())
        assert "[U+" not in text, language
        assert UNREVIEWED not in text, language
        places = [flat.find(f" {words.plain(f'state.{code}')} ") for code in ("BE", "EL", "LV")]
        assert -1 not in places, language
        assert places == sorted(places), "protocol order"
        amount = words.numbers.money(60_000_000).replace("\u00a0", " ")
        assert amount in text.replace("\u00a0", " "), language
        assert ".." not in text, language


def test_other_documents_and_procedures_are_in_few_languages(example: Forum) -> None:
    with pytest.raises(LanguageNotAvailableError) as refused:
        terms(OTHERS[0])("findings.heading")
    assert refused.value.available == full_languages()
    drafts = {each: terms(each).is_full for each in languages()}
    assert {each for each, full in drafts.items() if full} == set(full_languages())
    working = [source.is_working for source in sources(example, terms(OTHERS[0]))]
    assert working == [False, False]
    text = Printed(annex_pdf(assess(example), FINGERPRINT, language=OTHERS[0], draft=True)).text
    alone = terms(OTHERS[0]).plain("notes.annex-alone")
    assert " ".join(alone.split()) in " ".join(text.split())


def test_a_draft_marks_what_nobody_reviewed_and_says_so(example: Forum) -> None:
    words = terms("nl", marked=True)
    assert words("pool.of-reference", pledged=1, reference=2) == f"1 {UNREVIEWED}van{REVIEWED} 2"
    assert words("state.BE") == "België"
    assert words("common.dash") == "–"
    assert words.plain("pool.gap") == terms("nl").plain("pool.gap")
    assert terms("en", marked=True).unreviewed == 0
    draft, final = (
        Printed(annex_pdf(assess(example), FINGERPRINT, language="nl", draft=draft)) for draft in (True, False)
    )
    told = words.plain("page.unreviewed", count=words.numbers.number(words.unreviewed), total="").partition(":")[0]
    assert told in " ".join(draft.text.split())
    assert told not in " ".join(final.text.split())
    assert UNREVIEWED not in draft.text


def test_a_mark_goes_on_from_line_to_line() -> None:
    lines = lines_of(f"one {UNREVIEWED}two three\nfour{REVIEWED} five", BODY, 45)
    assert (
        "".join(lines).count(UNREVIEWED) == "".join(lines).count(REVIEWED) == sum(UNREVIEWED in each for each in lines)
    )
    assert lines[-1].endswith("five")
    assert Face.SERIF is BODY.face
    assert lines_of("Article 5", BODY, 20) == lines_of("Article\u00a05", BODY, 20)


def test_braces_of_a_text_are_read() -> None:
    assert places_in(shipped_terms("en")["pool.of-reference"]) == {"pledged", "reference"}
