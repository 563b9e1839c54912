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
LANGUAGES = sorted(path.stem for path in TERMS.glob("*.json") if not path.stem.endswith(".sources"))


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
    assert "en" in LANGUAGES


def test_a_text_that_is_not_ours_says_where_it_can_be_looked_up(language: str, words: dict[str, str]) -> None:
    sources = json.loads((TERMS / f"{language}.sources.json").read_bytes())
    assert [key for key in sources if key not in words] == []
    for source in sources.values():
        assert set(source) == {"origin", "source"}
        assert source["origin"] in {"official text", "style guide"}
        assert source["source"]


def test_no_text_is_empty_or_has_stray_spaces(words: dict[str, str]) -> None:
    assert [key for key, text in words.items() if not text or text != text.strip(" \t\n")] == []


def test_places_in_braces_are_plain_names(words: dict[str, str]) -> None:
    for text in words.values():
        for _, name, form, conversion in string.Formatter().parse(text):
            assert name is None or (name.isidentifier() and not form and conversion is None)


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
