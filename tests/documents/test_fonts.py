"""Faces: measured, and sure of their glyphs."""

import pytest

from desktop_app.documents.fonts import NARROW_GAP, Face, glyph_widths, loaded, printable, text_width


@pytest.mark.parametrize("face", Face)
def test_every_face_is_there_and_has_figures_of_one_width(face: Face) -> None:
    assert len({glyph_widths(face)[figure] for figure in "0123456789"}) == 1


@pytest.mark.parametrize("face", Face)
def test_every_face_has_what_the_languages_of_the_union_need(face: Face) -> None:
    assert set("Ελλάδα България Česko Łódź Ħamrun ġ ő ű ș ț ã ñ ß – ‘’ “” « » − \u202f\u00a0¹²³·") <= set(
        glyph_widths(face)
    )


def test_a_face_is_loaded_once() -> None:
    assert loaded(Face.SERIF) is loaded(Face.SERIF)


def test_what_is_embedded_again_is_not_made_again() -> None:
    face = loaded(Face.SANS).face
    once = face.makeSubset([32, 65, 66])
    assert face.makeSubset([32, 65, 66]) is once
    assert face.makeSubset([32, 66, 65]) != once
    assert type(face).makeSubset(face, [32, 65, 66]) == once


def test_width_is_the_sum_of_the_glyphs_with_the_narrow_space_opened() -> None:
    widths = loaded(Face.SANS).face.charWidths
    expected = (widths[ord("1")] + widths[0x202F] + NARROW_GAP + 3 * widths[ord("0")]) / 100
    assert text_width("1\u202f000", Face.SANS, 10) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ελλάδα", "Ελλάδα"),
        ("e\u0301", "é"),
        ("a\tb\x00c\u200bd\u00ade", "a bcde"),
        ("line\r\nline\rline\u2028line", "line\nline\nline\nline"),
        ("\u3000wide", " wide"),
        ("☃ 😀", "[U+2603] [U+1F600]"),
    ],
)
def test_nothing_that_can_be_seen_is_lost(text: str, expected: str) -> None:
    assert printable(text, Face.SANS) == expected
    assert set(printable(text, Face.SANS)) - {"\n"} <= set(glyph_widths(Face.SANS))
