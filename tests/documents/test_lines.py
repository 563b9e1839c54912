"""Breaking text into lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.documents.fonts import Face, printable, text_width
from desktop_app.documents.lines import fitted, fitting, held, lines_of, words_of
from desktop_app.documents.styles import TextStyle

STYLE = TextStyle(Face.SANS, 10, 12)


def test_short_text_stays_one_line() -> None:
    assert lines_of("short", STYLE, 100) == ("short",)


def test_an_empty_text_is_one_empty_line() -> None:
    assert lines_of("", STYLE, 100) == ("",)


def test_lines_end_at_spaces_and_where_they_must() -> None:
    assert lines_of("one two\nthree", STYLE, text_width("one tw", Face.SANS, 10)) == ("one", "two", "three")


@pytest.mark.parametrize(
    "held", ["EUR\u00a08\u202f440\u202f000", "8 440 000", "Article 57", "Art. 57", "Annex I", "84.96 %"]
)
def test_what_belongs_together_is_not_parted(held: str) -> None:
    room = text_width(printable(held, Face.SANS), Face.SANS, 10) + 1
    lines = lines_of(f"word {held}", STYLE, room)
    assert len(lines) == 2
    assert lines[1].replace("\u00a0", " ") == held.replace("\u00a0", " ")


def test_a_word_longer_than_the_line_is_broken_after_a_hyphen_where_it_can_be() -> None:
    lines = lines_of("verylongword-andmore", STYLE, text_width("verylongword-an", Face.SANS, 10))
    assert lines == ("verylongword-", "andmore")


def test_a_word_without_hyphens_is_broken_where_the_line_ends() -> None:
    lines = lines_of("x " + "W" * 100, STYLE, 50)
    assert lines[0] == "x"
    assert "".join(lines[1:]) == "W" * 100


def test_how_much_fits_is_counted_in_characters() -> None:
    assert fitting("short", Face.SANS, 10, 1000) == 5
    assert fitting("WWWW", Face.SANS, 10, text_width("WW", Face.SANS, 10)) == 2


def test_a_line_narrower_than_a_letter_still_ends() -> None:
    assert lines_of("WW", STYLE, 1) == ("W", "W")


def test_words_are_what_a_line_may_end_between() -> None:
    assert words_of("Offsets open (Article 63(2))\r\nnow\t!", Face.SANS) == [
        "Offsets", "open", "(Article\u00a063(2))", "now", "!"
    ]  # fmt: skip


@given(st.text(max_size=300), st.floats(30, 300))
def test_no_line_is_too_wide_and_nothing_is_lost(text: str, width: float) -> None:
    lines = lines_of(text, STYLE, width)
    assert all(text_width(line, Face.SANS, 10) <= width + 1e-6 for line in lines)

    def letters(words: str) -> str:
        # Where a word is broken at a soft hyphen, a hyphen is printed.
        return "".join(words.replace("-", "").split())

    assert letters("".join(lines)) == letters(printable(text, Face.SANS))


def test_a_long_word_is_broken_at_a_soft_hyphen_and_shows_a_hyphen_there_only() -> None:
    word = "verantwoordelijk\u00adheids\u00adcompensatie"
    room = text_width("verantwoordelijkheids-", Face.SANS, 10)
    assert lines_of(word, STYLE, room) == ("verantwoordelijkheids-", "compensatie")
    assert lines_of(word, STYLE, room * 2) == ("verantwoordelijkheidscompensatie",)
    assert lines_of(f"de {word}", STYLE, room * 1.2) == ("de", "verantwoordelijkheids-", "compensatie")
    assert words_of(word, Face.SANS) == ["verantwoordelijk-", "heids-", "compensatie"]


def test_a_part_that_is_longer_than_the_line_is_broken_all_the_same() -> None:
    lines = lines_of("WWWWWW\u00adWW", STYLE, text_width("WWW-", Face.SANS, 10))
    assert all(text_width(line, Face.SANS, 10) <= text_width("WWW-", Face.SANS, 10) for line in lines)
    assert "".join(lines).replace("-", "") == "W" * 8


def test_a_figure_that_does_not_fit_is_set_smaller() -> None:
    text = "EUR\u00a010\u202f000\u202f000\u202f000\u202f000.00"
    smaller = fitted(text, STYLE, 60)
    assert smaller.size < STYLE.size
    assert text_width(text, Face.SANS, smaller.size) <= 60
    assert fitted("1", STYLE, 60) is STYLE


def test_the_number_of_an_act_stays_with_the_union_before_it() -> None:
    for union in ("(EU)", "(ΕΕ)", "(EÚ)", "(ЕС)"):
        assert held(f"Act {union} 2026/2500") == f"Act {union}\u00a02026/2500"
