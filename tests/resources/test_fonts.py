"""The fonts have every letter of the Union's 24 languages, the signs of our formulas, and digits of equal width."""

from pathlib import Path
from typing import Any

import pytest

FONTS = Path(__file__).resolve().parent.parent.parent / "resources" / "fonts"
FACES = sorted(FONTS.glob("*.ttf"))

LATIN = "abcdefghijklmnopqrstuvwxyz"
# Small letters of each language; the capitals follow from them.
ALPHABETS = {
    "bg": "абвгдежзийклмнопрстуфхцчшщъьюя" + "ѝ",
    "cs": LATIN + "áčďéěíňóřšťúůýž",
    "da": LATIN + "æøå" + "éáíóúý",
    "de": LATIN + "äöüß",
    "el": "αβγδεζηθικλμνξοπρσςτυφχψω" + "άέήίόύώϊϋΐΰ",
    "en": LATIN + "éèêëïöç",
    "es": LATIN + "ñáéíóúü",
    "et": LATIN + "šžõäöü",
    "fi": LATIN + "åäöšž",
    "fr": LATIN + "àâæçéèêëîïôœùûüÿ",
    "ga": LATIN + "áéíóú",
    "hr": LATIN + "čćđšž",
    "hu": LATIN + "áéíóöőúüű",
    "it": LATIN + "àèéìíîòóùú",
    "lt": LATIN + "ąčęėįšųūž",
    "lv": LATIN + "āčēģīķļņšūž",
    "mt": LATIN + "ċġħż" + "àèìòù",
    "nl": LATIN + "áéíóúàèëïöü",
    "pl": LATIN + "ąćęłńóśźż",
    "pt": LATIN + "áâãàçéêíóôõúü",
    "ro": LATIN + "ăâîșț",
    "sk": LATIN + "áäčďéíĺľňóôŕšťúýž",
    "sl": LATIN + "čšž" + "ćđ",
    "sv": LATIN + "åäö" + "éàü",
}
SPACES_AND_HYPHENS = "\u0020\u00a0\u2009\u202f\u2011"
SIGNS = (
    "≥≤×½⌈⌉⌊⌋Σ→—–−•…" + "≠≈±·÷√∑Δ" + "§%‰°€“”‘’„«»‚‹›¡¿†№ªº²³" + "✓ΆΈΉΊΌΎΏ" + "0123456789()[]{}<>=+/&@#*'\"!?.,;:_|\\"
)


@pytest.fixture(scope="module", params=FACES, ids=lambda path: path.stem)
def face(request: pytest.FixtureRequest) -> Any:
    from reportlab.pdfbase.ttfonts import TTFont

    return TTFont(request.param.stem, str(request.param)).face


def test_both_families_have_their_four_faces() -> None:
    styles = ("Regular", "Bold", "Italic", "BoldItalic")
    expected = {f"ForumDesk{family}-{style}.ttf" for family in ("Sans", "Serif") for style in styles}
    assert {path.name for path in FACES} == expected | {"ForumDeskSans-SemiBold.ttf"}


def test_the_24_languages_are_all_there() -> None:
    assert len(ALPHABETS) == 24


@pytest.mark.parametrize("language", ALPHABETS)
def test_every_letter_of_a_language_has_its_glyph(face: Any, language: str) -> None:
    small = ALPHABETS[language]
    # ß has become ẞ as a capital; Python still writes SS.
    letters = small + small.replace("ß", "ẞ").replace("ς", "").upper()
    assert [letter for letter in letters if not face.charToGlyph.get(ord(letter))] == []


def test_every_space_and_sign_has_its_glyph(face: Any) -> None:
    assert [f"U+{ord(sign):04X}" for sign in SPACES_AND_HYPHENS + SIGNS if not face.charToGlyph.get(ord(sign))] == []


def test_all_digits_are_equally_wide_and_a_narrow_space_is_narrow(face: Any) -> None:
    widths = {face.charWidths[ord(digit)] for digit in "0123456789"}
    assert len(widths) == 1
    assert 0 < face.charWidths[0x202F] < face.charWidths[0x00A0] < widths.pop()


def test_rounding_brackets_are_as_wide_as_square_ones(face: Any) -> None:
    for pair, bracket in (("⌈⌊", "["), ("⌉⌋", "]")):
        assert {face.charWidths[ord(sign)] for sign in pair} == {face.charWidths[ord(bracket)]}


def test_a_changed_font_does_not_bear_the_reserved_name(face: Any) -> None:
    assert face.name.decode() == Path(face.filename).stem
    assert "source" not in face.familyName.decode().lower()


def test_the_licence_lies_beside_them_and_they_are_small() -> None:
    licence = (FONTS / "OFL.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
    assert licence.count("Adobe (http://www.adobe.com/), with Reserved Font Name") == 2
    assert sum(path.stat().st_size for path in FACES) < 6_000_000
