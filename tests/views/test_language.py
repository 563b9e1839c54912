"""The language of the window: what is told in it, and what is typed by its habits."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

import pytest

from desktop_app.calc.sentences import Number, say
from desktop_app.calc.wording import day, money, percent, persons
from desktop_app.views import language
from desktop_app.views.fields.reading import read_day, read_persons
from desktop_app.views.language import tr, typed


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    yield
    language.choose("en")


def test_english_is_what_stands_in_the_source() -> None:
    assert tr("{count} entries, {share}", count=1234, share=say("{n}", n=Number(Fraction(1234), 0))) == (
        "1234 entries, 1\u202f234"
    )
    assert language.chosen() == "en"


def test_a_language_that_is_not_spoken_is_english() -> None:
    language.choose("eo")
    assert (language.chosen(), tr("&File")) == ("en", "&File")


def test_figures_days_and_states_are_told_by_themselves() -> None:
    language.choose("nl")
    assert tr("{x}", x=money(844_000_050)) == "8\u202f440\u202f000,50\u00a0EUR"
    assert tr(percent(Fraction(1, 3))) == "33,33\u00a0%"
    assert tr(day(date(2026, 5, 1))) == "1\u00a0mei\u00a02026"
    assert tr(persons(21_000)) == "21\u202f000"
    assert language.state_name("EL") == "Griekenland"


def test_what_a_person_typed_is_never_translated() -> None:
    language.choose("nl")
    assert tr("{note}", note="&File") == "&File"
    assert language.shown("Belgium") == "Belgium"


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("8.440", "8440"),
        ("8.440.000,50", "8440000,50"),
        ("+1.000", "+1000"),
        ("8.44", "8.44"),
        ("8,440", "8,440"),
        ("33.333%", "33.333%"),
        ("0.440", "0.440"),
        ("12345.678", "12345.678"),
        ("1.2345", "1.2345"),
    ],
)
def test_a_point_parts_thousands_in_german_and_dutch(text: str, read: str) -> None:
    assert typed(text) == text
    language.choose("nl")
    assert typed(text) == read


def test_a_number_is_read_as_the_language_has_it_and_asked_about_in_english() -> None:
    assert read_persons("8.440").value is None
    assert "both ways" in read_persons("8.440").problem
    language.choose("nl")
    assert read_persons("8.440").value == 8440


def test_the_day_comes_first_but_in_english() -> None:
    assert read_day("2/12/2026").value is None
    language.choose("nl")
    assert read_day("2/12/2026").value == date(2026, 12, 2)
    assert read_day("12/13/2026").value == date(2026, 12, 13)
