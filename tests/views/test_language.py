"""The language of the window: what is told in it, and what is typed by its habits."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.calc.sentences import Number, say
from desktop_app.calc.wording import day, money, percent, persons
from desktop_app.views import language
from desktop_app.views.fields import DateField, MoneyField, RateField
from desktop_app.views.fields.reading import day_text, decimal_entry, money_entry, read_day, read_persons, read_rate
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


@pytest.mark.parametrize(
    ("code", "question"),
    [
        ("en", "8 440 or 8.44? This can be meant both ways: write 8 440 or 8.44."),
        ("de", "8 440 oder 8,44? Das lässt sich auf zwei Arten verstehen: schreiben Sie 8 440 oder 8,44."),
        ("fr", "8 440 ou 8,44? Les deux lectures sont possibles: écrivez 8 440 ou 8,44."),
        ("nl", "8 440 of 8,44? Dit kan op twee manieren zijn bedoeld: schrijf 8 440 of 8,44."),
    ],
)
def test_what_can_be_meant_both_ways_is_asked_with_the_sign_of_the_language(code: str, question: str) -> None:
    language.choose(code)
    assert tr(read_persons("8,440").problem).replace("\u202f", " ").replace("\xa0", " ") == question


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


@pytest.mark.parametrize(
    ("code", "text"),
    [("de", "22.11.2026"), ("fr", "22/11/2026"), ("nl", "22-11-2026"), ("en", "22-11-2026")],
)
def test_a_day_is_read_as_the_language_writes_it(code: str, text: str) -> None:
    language.choose(code)
    assert read_day(text).value == date(2026, 11, 22)
    assert read_day(text[:-1]).unfinished


@pytest.mark.parametrize(
    ("code", "typed_day"),
    [("de", "2.12.2026"), ("fr", "2/12/2026"), ("nl", "2-12-2026"), ("en", "2026-12-02")],
)
def test_a_day_is_prefilled_as_the_language_writes_it(code: str, typed_day: str) -> None:
    language.choose(code)
    assert day_text(date(2026, 12, 2)) == typed_day
    for each in (date(2026, 12, 2), date(2026, 1, 31), date(987, 3, 4)):
        assert read_day(day_text(each)).value == each


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("24 november 2026", date(2026, 11, 24)),
        ("24. November 2026", date(2026, 11, 24)),
        ("24\u00a0Nov\u00a02026", date(2026, 11, 24)),
        ("24 nov. 2026", date(2026, 11, 24)),
        ("1er août 2026", date(2026, 8, 1)),
        ("1 aout 2026", date(2026, 8, 1)),
        ("2. Mär 2026", date(2026, 3, 2)),
        ("2 mrt 2026", date(2026, 3, 2)),
        ("31 mai 2026", date(2026, 5, 31)),
        ("1 juil. 2026", date(2026, 7, 1)),
        ("1 jui 2026", None),
        ("1 xxx 2026", None),
        ("31 April 2026", None),
    ],
)
def test_the_month_may_be_named_in_every_language(text: str, found: date | None) -> None:
    for code in language.languages():
        language.choose(code)
        assert read_day(text).value == found
        assert bool(read_day(text).problem) is (found is None)
    assert read_day("24 nov").unfinished
    assert not read_day("24 xyz").unfinished


@pytest.mark.parametrize(
    ("code", "text", "rate"),
    [
        ("en", "1.234", Fraction(1234, 1000)),
        ("en", "1,234", None),
        ("de", "1,234", Fraction(1234, 1000)),
        ("de", "1.234", None),
        ("fr", "1.234", None),
        ("fr", "11.2345", Fraction(112345, 10_000)),
        ("nl", "0.234", Fraction(234, 1000)),
    ],
)
def test_a_rate_that_can_be_a_thousand_is_asked_about(code: str, text: str, rate: Fraction | None) -> None:
    language.choose(code)
    read = read_rate(text)
    assert read.value == rate
    assert rate is not None or "1234" in read.problem
    assert decimal_entry(Fraction(9, 8)) == f"1{language.decimal_sign()}125"
    assert read_rate(decimal_entry(Fraction(9, 8))).value == Fraction(9, 8)


def test_fields_take_and_refuse_in_the_language(qtbot: QtBot) -> None:
    language.choose("de")
    money, rate, day_field = MoneyField("Betrag"), RateField("Kurs"), DateField("Tag")
    for field in (money, rate, day_field):
        qtbot.addWidget(field)
    QTest.keyClicks(money.input, "8,44m")
    assert (money.value, money.said) == (844_000_000, "8\u00a0440\u00a0000\u00a0EUR")
    money.input.clear()
    QTest.keyClicks(money.input, "12.5x")
    assert money.said.startswith("„12.5x“ ist keine Zahl: schreiben Sie zum Beispiel 310, 8.440.000, 8,44m")
    money.put(money_entry(844_000_050))
    assert (money.raw, money.value) == ("8440000,50", 844_000_050)
    QTest.keyClicks(rate.input, "1.234")
    assert rate.problem == "„1.234“ kann zweierlei heißen: Schreiben Sie 1234 oder 1,234."
    QTest.keyClicks(day_field.input, "22.11.2026")
    assert (day_field.value, day_field.said) == (date(2026, 11, 22), "Sonntag, 22.\u00a0November\u00a02026")
