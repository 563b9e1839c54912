"""How a pledge is said: words and the conversion of another currency."""

from fractions import Fraction

import pytest

from desktop_app.calc.said import Certainty, OriginalAmount


@pytest.mark.parametrize(
    ("hundredths", "rate", "cents"),
    [
        # SEK 45 000 000 / 11.25 = EUR 4 000 000.
        (4_500_000_000, "11.25", 400_000_000),
        # 0.01 / 2 = 0.005, half up to the cent; 0.01 / 2.01 is below a half.
        (1, "2", 1),
        (1, "2.01", 0),
        # PLN 1 000 / 4.2415 = 235.7656...
        (100_000, "4.2415", 23_577),
    ],
)
def test_the_amount_divided_by_the_rate(hundredths: int, rate: str, cents: int) -> None:
    assert OriginalAmount("SEK", hundredths, Fraction(rate)).cents == cents


def test_without_a_rate_nothing_is_known() -> None:
    assert OriginalAmount("SEK", 100).cents is None


def test_certainty_in_words() -> None:
    assert [each.words for each in Certainty] == ["announced", "confirmed in writing"]
