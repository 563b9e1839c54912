"""Every word of a document has an origin, its places can be filled, and our fonts can print it."""

import json
import string
from enum import Enum
from pathlib import Path
from typing import Any

import pytest

from desktop_app.calc import forum
from desktop_app.calc.member_states import ASSOCIATED_NAMES, NAMES

RESOURCES = Path(__file__).resolve().parent.parent.parent / "resources"
TERMS = RESOURCES / "terms"
LANGUAGES = sorted(path.stem for path in TERMS.glob("*.json") if "." not in path.stem)
ORIGINS = {"official text", "style guide", "glossary", "own translation"}


def flat(tree: dict[str, Any], prefix: str = "") -> dict[str, str]:
    """Nested objects as dotted keys, as the documents read them."""
    found: dict[str, str] = {}
    for key, value in tree.items():
        found |= flat(value, f"{prefix}{key}.") if isinstance(value, dict) else {f"{prefix}{key}": value}
    return found


@pytest.fixture(scope="module", params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def words(language: str) -> dict[str, str]:
    return flat(json.loads((TERMS / f"{language}.json").read_bytes()))


def test_there_is_english() -> None:
    assert {"en", "nl"} <= set(LANGUAGES)


def test_every_language_has_the_same_texts_with_the_same_places(words: dict[str, str]) -> None:
    english = flat(json.loads((TERMS / "en.json").read_bytes()))
    assert set(words) == set(english)
    assert {key: places(text) for key, text in words.items()} == {key: places(text) for key, text in english.items()}


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_a_language_that_nobody_reviewed_says_where_each_text_comes_from() -> None:
    texts = flat(json.loads((TERMS / "nl.json").read_bytes()))
    assert list(json.loads((TERMS / "nl.sources.json").read_bytes())) == list(texts)


def test_translated_sentences_are_neither_empty_nor_have_stray_spaces() -> None:
    for path in (RESOURCES / "sentences").rglob("*.json"):
        said = json.loads(path.read_bytes())
        assert [text for text in (*said, *said.values()) if not text or text != text.strip()] == []


def test_hyphens_are_told_of_words_in_small_letters() -> None:
    lines = (TERMS / "nl.hyphens.txt").read_text(encoding="utf-8").splitlines()
    words = [line for line in lines if not line.startswith("#")]
    assert words == sorted(words)
    assert [word for word in words if not word.replace("-", "").isalpha() or not word.islower()] == []


def test_a_text_that_is_not_ours_says_where_it_can_be_looked_up(language: str, words: dict[str, str]) -> None:
    sources = json.loads((TERMS / f"{language}.sources.json").read_bytes())
    assert [key for key in sources if key not in words] == []
    for source in sources.values():
        assert set(source) == {"origin", "source"}
        assert source["origin"] in ORIGINS
        assert source["source"]


def test_no_text_is_empty_or_has_stray_spaces(words: dict[str, str]) -> None:
    assert [key for key, text in words.items() if not text or text != text.strip(" \t\n")] == []


def test_places_in_braces_are_plain_names(words: dict[str, str]) -> None:
    for text in words.values():
        for _, name, form, conversion in string.Formatter().parse(text):
            assert name is None or (name.isidentifier() and not form and conversion is None)


@pytest.mark.parametrize("path", sorted((RESOURCES / "fonts").glob("*.ttf")), ids=lambda path: path.stem)
def test_our_fonts_have_every_sign_of_what_calc_says(path: Path) -> None:
    from reportlab.pdfbase.ttfonts import TTFont

    has = TTFont(path.stem, str(path)).face.charToGlyph
    said = [json.loads(path.read_bytes()) for path in (RESOURCES / "sentences").rglob("*.json")]
    assert {sign for each in said for text in each.values() for sign in text if not has.get(ord(sign))} == set()


@pytest.mark.parametrize("path", sorted((RESOURCES / "fonts").glob("*.ttf")), ids=lambda path: path.stem)
def test_our_fonts_have_every_sign(path: Path, words: dict[str, str]) -> None:
    from reportlab.pdfbase.ttfonts import TTFont

    has = TTFont(path.stem, str(path)).face.charToGlyph
    assert {sign for text in words.values() for sign in text.replace("\n", "") if not has.get(ord(sign))} == set()


@pytest.mark.parametrize(
    ("prefix", "kind"),
    [
        ("flag", forum.Flag),
        ("pressure", forum.PressureBasis),
        ("kind", forum.MeasureKind),
        ("stage", forum.DeductionStage),
    ],
)
def test_every_value_of_the_format_has_its_word(words: dict[str, str], prefix: str, kind: type[Enum]) -> None:
    assert [member.value for member in kind if f"{prefix}.{member.value}" not in words] == []


def test_every_state_and_month_has_its_name(words: dict[str, str]) -> None:
    assert [code for code in (*NAMES, *ASSOCIATED_NAMES) if f"state.{code}" not in words] == []
    assert [month for month in range(1, 13) if f"month.{month}" not in words] == []


def test_english_names_are_those_of_the_field() -> None:
    english = flat(json.loads((TERMS / "en.json").read_bytes()))
    names = {**NAMES, **ASSOCIATED_NAMES}
    assert {code: english[f"state.{code}"] for code in names} == names
