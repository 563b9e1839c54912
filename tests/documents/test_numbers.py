"""Numbers in print, by the Interinstitutional Style Guide, sections 6.5 and 7.3.3."""

from fractions import Fraction

import pytest

from desktop_app.documents.numbers import STYLES, common_decimals

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
