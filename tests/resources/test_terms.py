"""Every word of a document has an origin, its places can be filled, and our fonts can print it."""

import json
import string
from enum import Enum
from pathlib import Path

import pytest

from desktop_app.calc import forum
from desktop_app.calc.member_states import ASSOCIATED_NAMES, NAMES
from desktop_app.documents.annex_words import SAID, is_of_annex
from desktop_app.documents.sentences import spoken
from desktop_app.documents.term_files import (
    GLOSSARY,
    OFFICIAL,
    STYLE_GUIDE,
    TRANSLATION,
    WORDING,
    Term,
    TermsDamaged,
    read_terms,
    written_terms,
)
from desktop_app.documents.text import full_languages, languages, shipped_terms

RESOURCES = Path(__file__).resolve().parent.parent.parent / "resources"
TERMS = RESOURCES / "terms"
ENGLISH = shipped_terms("en")
FILES = {language: shipped_terms(language) for language in languages()}


def named(found: dict[str, object]) -> dict[str, object]:
    """What is wrong, by language, without the languages with which nothing is."""
    return {language: wrong for language, wrong in found.items() if wrong}


def needed(language: str) -> list[str]:
    """The keys that a language must have, in the order of the English file."""
    if language == "en":
        return list(ENGLISH)
    if language in full_languages():
        return [key for key in ENGLISH if not key.startswith(SAID)]
    return [key for key in ENGLISH if is_of_annex(key)]


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_every_file_of_terms_is_of_a_language_with_numbers_and_is_written_as_it_would_be() -> None:
    assert sorted(path.stem for path in TERMS.glob("*.json")) == list(languages())
    shipped = {each: (TERMS / f"{each}.json").read_text(encoding="utf-8") for each in languages()}
    assert [each for each, text in shipped.items() if written_terms(each, read_terms(text, each)) != text] == []


def test_every_language_has_the_texts_that_it_needs_in_the_same_order() -> None:
    wrong = {each: sorted(set(needed(each)) ^ set(terms)) for each, terms in FILES.items()}
    assert named(dict(wrong)) == {}
    assert [each for each, terms in FILES.items() if list(terms) != needed(each)] == []


def test_every_text_has_the_places_of_the_english_one() -> None:
    def wrong(terms: dict[str, Term]) -> list[str]:
        return [key for key, term in terms.items() if places(term.text) != places(ENGLISH[key].text)]

    assert named({each: wrong(dict(terms)) for each, terms in FILES.items()}) == {}
    for term in ENGLISH.values():
        for _, name, form, conversion in string.Formatter().parse(term.text):
            assert name is None or (name.isidentifier() and not form and conversion is None)


def test_no_text_has_stray_spaces_or_signs() -> None:
    def wrong(terms: dict[str, Term]) -> list[str]:
        texts = {key: term.text for key, term in terms.items()}
        return [key for key, text in texts.items() if text != text.strip(" \t\n") or "  " in text.replace("  ·  ", "")]

    found = named({each: wrong(dict(terms)) for each, terms in FILES.items()})
    assert {each: set(keys) - {"pool.note-cells"} for each, keys in found.items() if isinstance(keys, list)} == {
        each: set() for each in found
    }


def test_only_english_is_worded_by_us_and_every_other_text_is_translated_by_somebody() -> None:
    """That a text of others names where it can be looked up is refused when the file is read."""
    assert [key for key, term in ENGLISH.items() if term.origin == TRANSLATION] == []
    others = {each: terms for each, terms in FILES.items() if each != "en"}
    assert {each for each, terms in others.items() if any(term.origin == WORDING for term in terms.values())} == set()


@pytest.mark.parametrize("origin", [OFFICIAL, STYLE_GUIDE, GLOSSARY])
def test_a_text_of_others_names_where_it_can_be_looked_up(origin: str) -> None:
    term = Term("tekst", origin, "Art. 57")
    assert read_terms(written_terms("nl", {"a": term}), "nl") == {"a": term}
    with pytest.raises(TermsDamaged, match="where it can be looked up"):
        read_terms(written_terms("nl", {"a": Term("tekst", origin)}), "nl")


def test_hyphens_are_told_of_words_in_small_letters() -> None:
    for path in TERMS.glob("*.hyphens.txt"):
        lines = path.read_text(encoding="utf-8").splitlines()
        words = [line for line in lines if not line.startswith("#")]
        assert words == sorted(words), path.name
        assert [word for word in words if not word.replace("-", "").isalpha() or word != word.lower()] == [], path.name


@pytest.mark.parametrize("path", sorted((RESOURCES / "fonts").glob("*.ttf")), ids=lambda path: path.stem)
def test_our_fonts_have_every_sign_of_every_language(path: Path) -> None:
    from reportlab.pdfbase.ttfonts import TTFont

    has = TTFont(path.stem, str(path)).face.charToGlyph
    # What the window says beside it is drawn by the system's fonts where ours have no sign.
    said = [json.loads(each.read_bytes()) for each in (RESOURCES / "sentences").rglob("calc.json")]
    texts = {
        **{each: "".join(term.text for term in terms.values()) for each, terms in FILES.items()},
        "sentences": "".join(text for each in said for text in each.values()),
    }
    missing = {
        each: sorted({sign for sign in text if sign != "\n" and ord(sign) not in has}) for each, text in texts.items()
    }
    assert named(dict(missing)) == {}


def test_every_value_of_the_format_every_state_and_month_has_its_word() -> None:
    kinds: dict[str, type[Enum]] = {
        "flag": forum.Flag,
        "pressure": forum.PressureBasis,
        "kind": forum.MeasureKind,
        "stage": forum.DeductionStage,
    }
    words = [f"{prefix}.{member.value}" for prefix, kind in kinds.items() for member in kind]
    words += [f"state.{code}" for code in (*NAMES, *ASSOCIATED_NAMES)]
    words += [f"month.{month}" for month in range(1, 13)]
    assert [key for key in words if key not in ENGLISH or not is_of_annex(key)] == []


def test_english_names_are_those_of_the_field() -> None:
    names = {**NAMES, **ASSOCIATED_NAMES}
    assert {code: ENGLISH[f"state.{code}"].text for code in names} == names


def test_the_program_speaks_languages_of_which_every_text_is_there() -> None:
    assert set(full_languages()) <= set(spoken())
