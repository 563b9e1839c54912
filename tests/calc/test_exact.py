"""Rounding, apportionment and how exact numbers are written."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.calc.exact import (
    decimal_text,
    exact_text,
    fixed,
    largest_remainder,
    money_text,
    round_half_up,
    round_up,
)


@pytest.mark.parametrize(
    ("value", "up", "nearest"),
    [
        (Fraction(0), 0, 0),
        (Fraction(1, 1000), 1, 0),
        (Fraction(499, 1000), 1, 0),
        (Fraction(1, 2), 1, 1),
        (Fraction(501, 1000), 1, 1),
        (Fraction(455469, 100), 4555, 4555),
        (Fraction(3360441, 1000), 3361, 3360),
        (Fraction(7), 7, 7),
        (Fraction(-1, 2), 0, 0),
    ],
)
def test_rounding(value: Fraction, up: int, nearest: int) -> None:
    assert round_up(value) == up
    assert round_half_up(value) == nearest


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        (Fraction(99263, 1000), 2, "99.26"),
        (Fraction(99265, 1000), 2, "99.27"),
        (Fraction(1, 3), 4, "0.3333"),
        (5, 2, "5.00"),
        (Fraction(5, 2), 0, "3"),
        (Fraction(-1, 3), 2, "-0.33"),
        (Fraction(-1, 1000), 2, "0.00"),
        (Fraction(999_995, 100_000), 4, "10.0000"),
    ],
)
def test_fixed_decimals_half_up(value: Fraction | int, decimals: int, text: str) -> None:
    assert fixed(value, decimals) == text


def test_exact_numbers_are_integers_or_reduced_fractions() -> None:
    assert exact_text(645) == "645"
    assert exact_text(Fraction(2598, 4)) == "1299/2"


@pytest.mark.parametrize(("cents", "text"), [(0, "0.00"), (5, "0.05"), (844_000_000, "8440000.00"), (-150, "-1.50")])
def test_money_has_two_decimals(cents: int, text: str) -> None:
    assert money_text(cents) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Fraction(21689, 1000), "21.689"),
        (Fraction(1, 8), "0.125"),
        (Fraction(1, 5), "0.2"),
        (Fraction(3, 10), "0.3"),
        (Fraction(7), "7"),
        (Fraction(-1, 4), "-0.25"),
        (Fraction(100), "100"),
    ],
)
def test_decimals_in_full(value: Fraction, text: str) -> None:
    assert decimal_text(value) == text


def test_a_third_has_no_decimals() -> None:
    with pytest.raises(ValueError, match="1/3 has no finite decimal form"):
        decimal_text(Fraction(1, 3))


def quotas(*values: str) -> dict[str, Fraction]:
    return {name: Fraction(value) for name, value in zip("abc", values, strict=False)}


@pytest.mark.parametrize(
    ("given", "total", "parts"),
    [
        # Whole quotas stay.
        (quotas("5", "3", "2"), 10, [5, 3, 2]),
        # 5 + 3 + 2 of 10.8: one left, to the remainder 0.5.
        (quotas("5.5", "3.3", "2.2"), 11, [6, 3, 2]),
        # A tie goes by the order given: a before b.
        (quotas("1.5", "1.5", "1"), 4, [2, 1, 1]),
        # Quotas of 3.15 in all, 5 to hand out: b (0.1) and c (0.05) get one each.
        (quotas("1", "1.1", "1.05"), 5, [1, 2, 2]),
        (quotas("1", "1.1", "1.05"), 6, [2, 2, 2]),
        (quotas(), 0, []),
    ],
)
def test_largest_remainder(given: dict[str, Fraction], total: int, parts: list[int]) -> None:
    assert list(largest_remainder(given, total, "abc").values()) == parts


@pytest.mark.parametrize("total", [2, 7])
def test_largest_remainder_moves_nobody_by_more_than_one(total: int) -> None:
    with pytest.raises(ValueError, match="too far from the sum of the quotas"):
        largest_remainder(quotas("1", "1.1", "1.05"), total, "abc")


@given(weights=st.lists(st.integers(0, 50), min_size=1, max_size=6).filter(any), total=st.integers(0, 200))
def test_largest_remainder_hands_out_everything_within_one(weights: list[int], total: int) -> None:
    shares = {str(place): Fraction(weight * total, sum(weights)) for place, weight in enumerate(weights)}
    parts = largest_remainder(shares, total, sorted(shares))
    assert sum(parts.values()) == total
    assert all(abs(parts[key] - quota) < 1 for key, quota in shares.items())
