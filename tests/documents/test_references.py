"""References to articles, recitals and annexes in Dutch, French and German, as the style guide forms them."""

from collections.abc import Iterator

import pytest

from desktop_app.calc.explain import pool_figures, row_figures, total_figures
from desktop_app.calc.forum import Procedure
from desktop_app.calc.readings import fixed_readings_of, readings_of
from desktop_app.calc.rulebooks.books import rules_of
from desktop_app.documents.references import HARD, reference_told
from desktop_app.documents.sentences import catalogue

_CASES = {
    "Art. 57": ("artikel 57", "Article 57", "Art. 57"),
    "Art. 57(3)": ("artikel 57, lid 3", "Article 57, paragraphe 3", "Art. 57 Abs. 3"),
    "Art. 56(2)(a)(ii)": (
        "artikel 56, lid 2, punt a), ii)",
        "Article 56, paragraphe 2, point a) ii)",
        "Art. 56 Abs. 2 Buchst. a Ziff. ii",
    ),
    "Art. 57(1), (4)": ("artikel 57, leden 1 en 4", "Article 57, paragraphes 1 et 4", "Art. 57 Abs. 1 und 4"),
    "Art. 56(2), 57(3)-(4)": (
        "artikel 56, lid 2, en artikel 57, leden 3 en 4",
        "Article 56, paragraphe 2, et article 57, paragraphes 3 et 4",
        "Art. 56 Abs. 2 und Art. 57 Abs. 3 und 4",
    ),
    "Art. 61(1)-(4), 62": (
        "artikel 61, leden 1 tot en met 4, en artikel 62",
        "Article 61, paragraphes 1 à 4, et article 62",
        "Art. 61 Abs. 1 bis 4 und Art. 62",
    ),
    "Art. 57(3), 61, 62 and Annex I": (
        "artikel 57, lid 3, artikelen 61 en 62, en bijlage I",
        "Article 57, paragraphe 3, articles 61 et 62, et annexe I",
        "Art. 57 Abs. 3, Art. 61 und 62 und Anhang I",
    ),
    "COM(2020) 610, Art. 53(1) to 53(4); 45(1)(c)": (
        "COM(2020) 610, artikel 53, leden 1 tot en met 4; artikel 45, lid 1, punt c)",
        "COM(2020) 610, article 53, paragraphes 1 à 4; article 45, paragraphe 1, point c)",
        "COM(2020) 610, Art. 53 Abs. 1 bis 4; Art. 45 Abs. 1 Buchst. c",
    ),
    "COM(2020) 610, Art. 48(2) last subparagraph, recital 23": (
        "COM(2020) 610, artikel 48, lid 2, laatste alinea, overweging 23",
        "COM(2020) 610, article 48, paragraphe 2, dernier alinéa, considérant 23",
        "COM(2020) 610, Art. 48 Abs. 2 letzter Unterabsatz, Erwägungsgrund 23",
    ),
    "recitals 90 and 91; Protocols 21 and 22": (
        "overwegingen 90 en 91; Protocollen 21 en 22",
        "considérants 90 et 91; protocoles nos 21 et 22",
        "Erwägungsgründe 90 und 91; Protokolle Nr. 21 und 22",
    ),
    "COM(2020) 610, Art. 54; Regulation (EU) 2024/1351, Art. 66": (
        "COM(2020) 610, artikel 54; Verordening (EU) 2024/1351, artikel 66",
        "COM(2020) 610, article 54; règlement (UE) 2024/1351, article 66",
        "COM(2020) 610, Art. 54; Verordnung (EU) 2024/1351, Art. 66",
    ),
    "Annex II, footnote 2": ("bijlage II, voetnoot 2", "Annexe II, note 2", "Anhang II, Fußnote 2"),
}


@pytest.mark.parametrize("english", _CASES)
def test_a_reference_in_three_languages(english: str) -> None:
    told = (str(reference_told(english, language)).replace(HARD, " ") for language in ("nl", "fr", "de"))
    assert tuple(told) == _CASES[english]


@pytest.mark.parametrize("other", ["", "Article", "Art. x", "(4)", "Articulate 5", "Annex I, solidarity plan", "57(3)"])
def test_other_words_are_no_reference(other: str) -> None:
    assert reference_told(other, "fr") is None


def test_a_language_without_a_manner() -> None:
    assert reference_told("Art. 57(3)", "en") is None
    assert reference_told("Art. 57(3)", "fi") is None


def _references() -> Iterator[str]:
    for procedure in Procedure:
        yield from (each.reference for each in rules_of(procedure))
        yield from (each.reference for each in (*readings_of(procedure), *fixed_readings_of(procedure)))
        for figures in (row_figures, pool_figures, total_figures):
            yield from (each.reference for each in figures(procedure))


def test_every_reference_of_a_rule_reading_or_figure_is_told() -> None:
    for language in ("nl", "fr", "de"):
        known = catalogue(language)
        untold = {each for each in _references() if each not in known and reference_told(each, language) is None}
        assert untold == set(), language
