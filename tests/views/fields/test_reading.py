"""What is typed into fields: days, amounts, rates, each read exactly or refused in one line."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.views.fields.reading import (
    Read,
    day_text,
    decimal_entry,
    money_entry,
    persons_entry,
    read_day,
    read_foreign,
    read_money,
    read_percent,
    read_persons,
    read_rate,
    read_year,
    year_entry,
)


@pytest.mark.parametrize(
    "text", ["2026-12-02", "2026-12-2", "2.12.2026", "02.12.2026", "2. 12. 2026", " 2.12.2026 ", "2026-12-02 "]
)
def test_a_day_is_read_as_people_write_it(text: str) -> None:
    read = read_day(text)
    assert read.value == date(2026, 12, 2)
    assert read.words.replace("\xa0", " ") == "Wednesday, 2 December 2026"
    assert not read.problem


@pytest.mark.parametrize(
    ("text", "day"),
    [("13/12/2026", date(2026, 12, 13)), ("12/13/2026", date(2026, 12, 13)), ("5/5/2026", date(2026, 5, 5))],
)
def test_slashes_are_read_where_one_order_is_possible(text: str, day: date) -> None:
    assert read_day(text).value == day


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("2/12/2026", "“2/12/2026” can be meant both ways: write 2.12.2026 or 12.2.2026."),
        ("31.2.2026", "There is no day 31.2.2026: write 2026-12-02 or 2.12.2026."),
        ("next week", "“next week” is not a day: write 2026-12-02 or 2.12.2026."),
    ],
)
def test_a_day_that_is_none_is_refused_in_one_line(text: str, problem: str) -> None:
    read = read_day(text)
    assert (read.value, read.problem, read.unfinished) == (None, problem, False)


@pytest.mark.parametrize(
    "text", ["2", "20", "202", "2026", "2026-", "2026-1", "2026-12-", "2.", "2.1", "2.12.", "2.12.202"]
)
def test_a_day_being_typed_is_only_unfinished(text: str) -> None:
    assert read_day(text).unfinished


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_a_day_reads_back(day: date) -> None:
    assert read_day(day_text(day)).value == day


def test_nothing_typed_is_no_value_and_no_problem() -> None:
    for read in (read_day, read_money, read_persons, read_foreign, read_rate, read_percent, read_year):
        found = read("  ")
        assert (found.value, found.problem) == (None, "")
    assert (day_text(None), money_entry(None), persons_entry(None), decimal_entry(None)) == ("", "", "", "")


@pytest.mark.parametrize(
    ("text", "cents"), [("8.44m", 844_000_000), ("12,9 mio", 1_290_000_000), ("8 440 000", 844_000_000), ("0.5", 50)]
)
def test_money_is_read_into_cents(text: str, cents: int) -> None:
    assert read_money(text).value == cents


@pytest.mark.parametrize("text", ["none", "-", "+20", "-5", "rest", "50%", "12.900"])
def test_what_needs_a_cell_of_the_table_is_no_amount_here(text: str) -> None:
    for read in (read_money, read_persons):
        assert read(text).problem


def test_the_other_currency_is_not_named_in_the_amount() -> None:
    assert read_foreign("100m").words.replace("\u202f", " ") == "100 000 000"
    assert read_foreign("EUR 5").problem == "This is in the other currency: write the number alone."
    assert read_foreign("12.900").problem


@pytest.mark.parametrize(("text", "rate"), [("11.2345", Fraction(112345, 10_000)), ("11,5", Fraction(23, 2)), ("7", 7)])
def test_a_rate_is_exact(text: str, rate: Fraction) -> None:
    assert read_rate(text).value == rate
    assert read_rate(decimal_entry(Fraction(rate))).value == rate


@pytest.mark.parametrize("text", ["x", "-1", "1.12345678901", "1000000000", "0", "1.2.3", "1 000"])
def test_a_rate_that_is_none_is_refused(text: str) -> None:
    assert read_rate(text).problem
    assert read_rate(text).value is None


def test_percentages_and_years() -> None:
    assert read_percent("33,3 %").value == Fraction(333, 10)
    assert read_percent("101") == Read(Fraction(101), "More than 100 %: is that meant?")
    assert read_percent("1.00000000001").problem == "A percentage has at most 10 decimals."
    assert read_year("1026") == Read(1026, "Is the year 1026 meant?")
    assert read_year(year_entry(7)).value == 7
    assert year_entry(None) == ""
    assert read_year("0000").problem
    assert read_percent("4.").unfinished
    assert read_percent("x").problem
    assert read_year("2026").value == 2026
    assert read_year("20").unfinished


def test_a_day_of_an_unusual_year_is_read_as_the_format_has_it_and_asked_about() -> None:
    assert read_day("1026-12-02") == Read(
        date(1026, 12, 2), "Saturday, 2\u00a0December\u00a01026 (is the year 1026 meant?)"
    )
    assert read_day("9999-12-31").problem == ""
