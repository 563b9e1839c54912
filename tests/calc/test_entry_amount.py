"""Amounts as people type them."""

from fractions import Fraction

import pytest

from desktop_app.calc.entry_amount import TypedAmount, UnreadableError, read_amount, read_percentage

NARROW = "\u202f"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", 0),
        ("310", 310),
        ("007", 7),
        ("8 440 000", 8_440_000),
        ("12 900.50", Fraction(1_290_050, 100)),
        ("12.9", Fraction(129, 10)),
        ("12,90", Fraction(129, 10)),
        ("8.440.000", 8_440_000),
        ("8,440,000", 8_440_000),
        ("8.440.000,50", Fraction(844_000_050, 100)),
        ("12,900.5", Fraction(129_005, 10)),
        (".5", Fraction(1, 2)),
        ("280k", 280_000),
        ("2,5 tsd.", 2_500),
        ("8.44m", 8_440_000),
        ("8.44 million", 8_440_000),
        ("12,9 mio", 12_900_000),
        ("12,9 mio.", 12_900_000),
        ("12,9 mln", 12_900_000),
        ("3 miljoen", 3_000_000),
        ("3 millions", 3_000_000),
        ("1.234567m", 1_234_567),
        ("12.900m", 12_900_000),
        ("1.2bn", 1_200_000_000),
        ("1,2 mrd", 1_200_000_000),
        ("1,2 milliards", 1_200_000_000),
    ],
)
def test_reads_numbers_and_units(text: str, value: Fraction | int) -> None:
    assert read_amount(text) == TypedAmount(Fraction(value), names_money=False)


@pytest.mark.parametrize("text", ["eur 8.44m", "eur8.44m", "8.44m eur", "8.44m€", "€ 8 440 000", "8.44 mio euro"])
def test_takes_the_code_of_the_euro_before_or_after(text: str) -> None:
    assert read_amount(text) == TypedAmount(Fraction(8_440_000), names_money=True)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("12.900", f"12{NARROW}900 or 12.9? This can be meant both ways: write 12{NARROW}900 or 12.90."),
        ("12,900", f"12{NARROW}900 or 12.9? This can be meant both ways: write 12{NARROW}900 or 12.90."),
        ("12.345", f"12{NARROW}345 or 12.345? This can be meant both ways: write 12{NARROW}345."),
        ("12.000", f"12{NARROW}000 or 12? This can be meant both ways: write 12{NARROW}000 or 12.00."),
        ("1.500k", f"1{NARROW}500k or 1.5k? This can be meant both ways: write 1{NARROW}500k or 1.50k."),
        ("eur 1.500", f"1{NARROW}500 or 1.5? This can be meant both ways: write 1{NARROW}500 or 1.50."),
        ("0.900", "At most two digits stand after the decimal sign; here are 3."),
        ("1234.567", "At most two digits stand after the decimal sign; here are 3."),
        ("12 900.123", "At most two digits stand after the decimal sign; here are 3."),
        ("8.4405", "At most two digits stand after the decimal sign; here are 4."),
        ("1 billion", "A billion is a thousand million in English and a million million elsewhere: write bn or mrd."),
    ],
)
def test_refuses_what_can_be_meant_in_two_ways(text: str, reason: str) -> None:
    with pytest.raises(UnreadableError) as refusal:
        read_amount(text)
    assert str(refusal.value) == reason
    assert not refusal.value.unfinished


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("8 4", "“8 4” is not in groups of three digits: did you mean 84?"),
        ("12 90", f"“12 90” is not in groups of three digits: did you mean 1{NARROW}290?"),
        ("0 440", "“0 440” is not in groups of three digits: did you mean 440?"),
        ("8.440,000.50", "“8.440,000.50” is not in groups of three digits: write for example 8 440 000."),
        ("1.5.", "“1.5.” is not in groups of three digits: write for example 8 440 000."),
        (".,5", "“.” is not in groups of three digits: write for example 8 440 000."),
        ("8.", "A digit is missing after the “.”."),
        ("8,m", "A digit is missing after the “,”."),
        ("12 mi", "“mi” is not a unit: write k, m (or mio) or bn (or mrd)."),
        ("12 eu", "“eu” is not a unit: write k, m (or mio) or bn (or mrd)."),
        ("eur", "A number is missing after EUR."),
    ],
)
def test_says_what_typing_on_can_mend(text: str, reason: str) -> None:
    with pytest.raises(UnreadableError) as refusal:
        read_amount(text)
    assert str(refusal.value) == reason
    assert refusal.value.unfinished


@pytest.mark.parametrize("text", ["abc", "²", "٣", "1/2", "=5", "1e6", "5 persons", "europe", "12 euro m", "1-2"])
def test_refuses_what_is_no_amount(text: str) -> None:
    with pytest.raises(UnreadableError, match="is not a number: write for example 310") as refusal:
        read_amount(text)
    assert not refusal.value.unfinished


def test_refuses_a_space_among_decimals() -> None:
    with pytest.raises(UnreadableError, match=r"No space belongs among the decimals: write for example 12\.90\."):
        read_amount("12.9 0")


@pytest.mark.parametrize(
    ("text", "value"), [("50", 50), ("33.3", Fraction(333, 10)), ("33,333", Fraction(33_333, 1000))]
)
def test_reads_percentages(text: str, value: Fraction | int) -> None:
    assert read_percentage(text) == value


@pytest.mark.parametrize("text", ["", "-5", "1 000", "5.", ".5", "x"])
def test_refuses_other_percentages(text: str) -> None:
    with pytest.raises(UnreadableError, match="is not a percentage"):
        read_percentage(text)
