"""Numbers in print, by the Interinstitutional Style Guide, sections 6.5 and 7.3.3."""

from datetime import date
from fractions import Fraction

import pytest

from desktop_app.documents.numbers import DATES, STYLES, common_decimals
from desktop_app.documents.text import languages, terms

ENGLISH = STYLES["en"]


@pytest.mark.parametrize(
    ("value", "decimals", "expected"),
    [
        (0, 0, "0"),
        (999, 0, "999"),
        (1000, 0, "1\u202f000"),
        (21_000, 0, "21\u202f000"),
        (8_440_000, 0, "8\u202f440\u202f000"),
        (Fraction(1299, 2), 2, "649.50"),
        (Fraction(1, 3), 4, "0.3333"),
        (Fraction(2469135, 2), 0, "1\u202f234\u202f568"),
        (-5, 0, "−5"),
    ],
)
def test_numbers(value: Fraction | int, decimals: int, expected: str) -> None:
    assert ENGLISH.number(value, decimals) == expected


def test_money_has_the_code_and_a_hard_space_before_the_amount() -> None:
    assert ENGLISH.money(8_440_000) == "EUR\u00a08\u202f440\u202f000"
    assert ENGLISH.money(Fraction(91_093_800_005, 1000), 2) == "EUR\u00a091\u202f093\u202f800.01"


def test_cents_show_only_where_there_are_any() -> None:
    assert ENGLISH.cents(8_440_000_00) == "EUR\u00a08\u202f440\u202f000"
    assert ENGLISH.cents(8_440_000_50) == "EUR\u00a08\u202f440\u202f000.50"
    assert ENGLISH.cents(8_440_000_00, 2) == "EUR\u00a08\u202f440\u202f000.00"
    assert ENGLISH.cents(5) == "EUR\u00a00.05"


def test_percentages_have_a_hard_space_before_the_sign() -> None:
    assert ENGLISH.percent(Fraction(8496, 10_000), 2) == "84.96\u00a0%"
    assert ENGLISH.percent(Fraction(216_890, 1_000_000), 4) == "21.6890\u00a0%"
    assert ENGLISH.percentage(42, 0) == "42\u00a0%"


def test_dutch_has_a_comma_and_the_code_behind_the_amount() -> None:
    """Sections 6.5 and 10.5.2 of the Dutch edition: ``152 231,324567`` and ``75 EUR``."""
    dutch = STYLES["nl"]
    assert dutch.number(Fraction(152_231_324_567, 1_000_000), 6) == "152\u202f231,324567"
    assert dutch.money(75) == "75\u00a0EUR"
    assert dutch.money(Fraction(25_001, 2), 2) == "12\u202f500,50\u00a0EUR"
    assert dutch.currency("USD", 150) == "150\u00a0USD"
    assert dutch.percent(Fraction(8496, 10_000), 2) == "84,96\u00a0%"


def test_a_column_has_decimals_in_every_row_or_in_none() -> None:
    assert common_decimals([]) == 0
    assert common_decimals([1, None, Fraction(4, 2)]) == 0
    assert common_decimals([1, None, Fraction(1, 2)]) == 2


def test_every_language_writes_numbers_and_amounts_by_the_style_guide() -> None:
    """Section 6.5: a point in English, Irish and Maltese; 7.3.3: the code first in these and in Latvian."""
    assert set(STYLES) == set(DATES) == set(languages())
    assert {each for each, style in STYLES.items() if style.decimal_sign == "."} == {"en", "ga", "mt"}
    assert {each for each, style in STYLES.items() if style.code_first} == {"en", "ga", "lv", "mt"}
    assert STYLES["lv"].money(Fraction(25_001, 2), 2) == "EUR\u00a012\u202f500,50"
    assert STYLES["ga"].money(Fraction(25_001, 2), 2) == "EUR\u00a012\u202f500.50"
    assert STYLES["fi"].number(1326) == "1\u202f326"


def test_every_language_writes_dates_in_its_own_order() -> None:
    expected = {
        "bg": "22 декември 2025 г.",
        "cs": "22. prosince 2025",
        "da": "22. december 2025",
        "de": "22. Dezember 2025",
        "el": "22 Δεκεμβρίου 2025",
        "en": "22 December 2025",
        "es": "22 de diciembre de 2025",
        "et": "22. detsember 2025",
        "fi": "22. joulukuuta 2025",
        "fr": "22 décembre 2025",
        "ga": "22 Nollaig 2025",
        "hr": "22. prosinca 2025.",
        "hu": "2025. december 22.",
        "it": "22 dicembre 2025",
        "lt": "2025 m. gruodžio 22 d.",
        "lv": "2025. gada 22. decembris",
        "mt": "22 ta’ Diċembru 2025",
        "nl": "22 december 2025",
        "pl": "22 grudnia 2025 r.",
        "pt": "22 de dezembro de 2025",
        "ro": "22 decembrie 2025",
        "sk": "22. decembra 2025",
        "sl": "22. decembra 2025",
        "sv": "22 december 2025",
    }
    assert {each: terms(each).day(date(2025, 12, 22)).replace("\u00a0", " ") for each in languages()} == expected
    first = [terms(each).day(date(2027, 1, 1)).replace("\u00a0", " ") for each in ("el", "fr", "it", "es")]
    assert first == ["1η Ιανουαρίου 2027", "1er janvier 2027", "1º gennaio 2027", "1 de enero de 2027"]
    # A long date may be broken where its year begins or ends.
    assert [each for each in languages() if " " in terms(each).day(date(2025, 12, 22))] == [
        "bg",
        "es",
        "lt",
        "lv",
        "pt",
    ]
    # No second full stop behind the one in which a date ends.
    assert terms("bg")("notes.population", day="x", source="2025 г.").endswith("2025 г.")
    assert terms("en")("notes.population", day="x", source="Eurostat.").endswith("Eurostat..")
