"""The 30 % indicator in words: never 30.00 % where it is triggered."""

from fractions import Fraction

import pytest

from desktop_app.calc.shortfall_shown import percent_words


@pytest.mark.parametrize(
    ("ratio", "words"),
    [
        (Fraction(0), "0.00\u00a0%"),
        (Fraction(3, 10), "30.00\u00a0%"),
        # The next person above 30 % of a million.
        (Fraction(300_001, 1_000_000), ">\u00a030\u00a0%"),
        (Fraction(30_01, 10_000), "30.01\u00a0%"),
    ],
)
def test_the_indicator_in_words(ratio: Fraction, words: str) -> None:
    assert percent_words(ratio) == words
