"""Numbers out of text, exactly; what can be meant in two ways is refused."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.calc.validity import MAXIMUM_CENTS, MAXIMUM_PERSONS
from desktop_app.models.key_sources.numbers import UnreadableNumberError, million_eur, percent, persons


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("11883495", 11_883_495),
        ("11 883 495", 11_883_495),
        ("11\u202f883\u202f495", 11_883_495),
        ("11.883.495", 11_883_495),
        ("11,883,495", 11_883_495),
        ("11883495.0", 11_883_495),
        ("11883495,00", 11_883_495),
        ("0", 0),
    ],
)
def test_persons_are_read(text: str, read: int) -> None:
    assert persons(text, pointed=False) == read


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("11.883", "this can be 11883 or 11.883: write it without thousands"),
        ("11,883", "this can be 11883 or 11.883: write it without thousands"),
        ("10.5", "persons are whole numbers"),
        ("1 00", "this is no number"),
        ("1.00.000", "this is no number"),
        ("NA", "this is no number; leave the cell empty where nothing is known"),
        ("n/a", "this is no number; leave the cell empty where nothing is known"),
        ("=1+1", "this is a formula, and none is run: put its value there"),
        ("−5", "a figure is not below 0"),
        ("-5", "a figure is not below 0"),
        ("１２", "this is no number"),
        ("9" * 41, "this is too long for a number"),
        ("1000000001", "this is more than 1 000 000 000 persons"),
        ("1e5", "this is no number"),
    ],
)
def test_what_is_no_number_of_persons_says_why(text: str, why: str) -> None:
    with pytest.raises(UnreadableNumberError) as refusal:
        persons(text, pointed=False)
    assert str(refusal.value) == why


@pytest.mark.parametrize(
    ("text", "pointed", "units"),
    [
        ("620271.8", True, 62_027_180),
        ("620271.80", False, 62_027_180),
        ("620271,8", False, 62_027_180),
        ("620 271,85", False, 62_027_185),
        ("620.271,85", False, 62_027_185),
        ("4,328,970.5", False, 432_897_050),
        ("123.400", True, 12_340),
        ("123", False, 12_300),
    ],
)
def test_million_eur_become_units_of_eur_10_000(text: str, pointed: bool, units: int) -> None:
    assert million_eur(text, pointed=pointed) == units


@pytest.mark.parametrize(
    ("text", "pointed", "why"),
    [
        ("620271.875", False, "more than two decimals of a million EUR: round it to two"),
        ("0.30000000000000004", True, "more than two decimals of a million EUR: round it to two"),
        ("620,271.875", False, "more than two decimals of a million EUR: round it to two"),
        ("620271,8", True, "this is no number"),
        ("10000000000001", True, "this is more than the gross domestic product of any state"),
        ("123.400", False, "this can be 123400 or 123.400: write it without thousands"),
    ],
)
def test_what_is_no_product_says_why(text: str, pointed: bool, why: str) -> None:
    with pytest.raises(UnreadableNumberError) as refusal:
        million_eur(text, pointed=pointed)
    assert str(refusal.value) == why


@pytest.mark.parametrize("text", ["21.6890", "21,689", "21.689 %", "21.6890\u00a0%"])
def test_a_share_is_read(text: str) -> None:
    assert percent(text, pointed=False) == Fraction(21_689, 1000)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("100.01", "a share is not above 100 %"),
        ("0.00000000001", "a share has at most ten decimals"),
        ("%", "this is no number"),
    ],
)
def test_what_is_no_share_says_why(text: str, why: str) -> None:
    with pytest.raises(UnreadableNumberError) as refusal:
        percent(text, pointed=False)
    assert str(refusal.value) == why


@given(st.integers(0, MAXIMUM_PERSONS))
def test_every_number_of_persons_comes_back(count: int) -> None:
    assert persons(str(count), pointed=True) == count
    assert persons(f"{count:,}".replace(",", " "), pointed=False) == count


@given(st.integers(0, MAXIMUM_CENTS))
def test_every_product_comes_back(units: int) -> None:
    text = f"{units // 100}.{units % 100:02d}"
    assert million_eur(text, pointed=True) == units
    assert million_eur(text, pointed=False) == units
    assert million_eur(text.replace(".", ","), pointed=False) == units


@given(st.text(max_size=50))
def test_any_text_is_a_number_or_is_refused_in_words(text: str) -> None:
    reasons: list[str] = []
    for read in (persons, million_eur, percent):
        for pointed in (False, True):
            try:
                assert read(text, pointed=pointed) >= 0
            except UnreadableNumberError as refusal:
                reasons.append(str(refusal))
    assert all(reasons)
