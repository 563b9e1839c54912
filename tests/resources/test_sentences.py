"""Every sentence that the program says is in the catalogue of each language it speaks, and nothing else is."""

import json
import re
from functools import cache
from pathlib import Path

import pytest

from build import sentences
from desktop_app.documents.sentences import catalogue, spoken
from desktop_app.documents.text import shipped_terms
from desktop_app.paths import resource

LANGUAGES = ("de", "fr", "nl")
said = cache(sentences.said)


def test_the_program_speaks_these_languages() -> None:
    assert set(spoken()) == {"en", *LANGUAGES} == {"en", *sentences.LANGUAGES}
    assert catalogue("en") == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_that_is_said_is_untranslated(language: str) -> None:
    assert sorted(set(said()) - set(catalogue(language))) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_translated_that_nobody_says(language: str) -> None:
    assert sorted(set(catalogue(language)) - set(said())) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_translations_have_the_same_places_ends_and_marked_letters(language: str) -> None:
    wrong = {
        english: found
        for english, other in catalogue(language).items()
        if (found := sentences.problems(english, other))
    }
    assert wrong == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_sentence_stands_in_one_file(language: str) -> None:
    files = [json.loads(path.read_bytes()) for path in (sentences.CATALOGUES / language).glob("*.json")]
    assert sum(map(len, files)) == len(catalogue(language))


def test_french_has_the_spaces_of_the_official_journal() -> None:
    # None before the signs, nor inside the quotation marks; one that does not break before %: style guide, point 6.4.
    wrong = re.compile("[ \u00a0\u202f]+(?:[:;?!](?![^\\s*).,])|»)|«[ \u00a0\u202f]|(?<=[0-9}])[ \u202f]%")
    pages = [path.read_text("utf-8") for path in resource("help", "fr").glob("*.md")]
    terms = [term.text for term in shipped_terms("fr").values()]
    said_in_french = (*catalogue("fr").values(), *terms, *pages)
    assert [text[:80] for text in said_in_french if wrong.search(text)] == []


@pytest.mark.parametrize(
    ("english", "other", "problem"),
    [
        ("{count} rows", "{count} Zeilen", []),
        ("{count} rows", "Zeilen", ["has the places [], not ['count']"]),
        ("{rule}: “{message}”", "{rule}", ["has the places ['rule'], not ['message', 'rule']"]),
        ("{count} rows", "{count Zeilen", ["cannot be filled: expected '}' before end of string"]),
        ("rows", " ", ["is empty"]),
        (" rows", "Zeilen", ["begins or ends with other blanks"]),
        ("one\ntwo", "eins zwei", ["has other line ends"]),
        ("&Open", "Öffnen", ["has not the same number of & before letters"]),
        ("EUR", "€", ["has a euro sign"]),
    ],
)
def test_what_is_wrong_with_a_translation_is_told(english: str, other: str, problem: list[str]) -> None:
    assert sentences.problems(english, other) == problem


def test_translations_are_taken_in_where_they_are_right(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sentences, "CATALOGUES", tmp_path / "catalogues")
    monkeypatch.setattr(sentences, "said", lambda: {"one": "calc", "{count} two": "views-why"})
    offered = tmp_path / "offered.json"
    offered.write_text(json.dumps({"one": "eins", "{count} two": "zwei", "three": "drei"}), encoding="utf-8")
    assert sentences.main(["take", "de", str(offered)]) == 1
    assert sentences.translated("de") == {"one": "eins"}
    assert sentences.missing("de") == {"views-why": ["{count} two"]}
    offered.write_text(json.dumps({"{count} two": "{count} zwei"}), encoding="utf-8")
    assert sentences.main(["take", "de", str(offered)]) == 0
    assert sorted(path.name for path in (tmp_path / "catalogues" / "de").iterdir()) == ["calc.json", "views-why.json"]
