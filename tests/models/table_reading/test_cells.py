"""What a cell means: as it was handed out, or a value that can be meant in one way only."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from desktop_app.calc.forum import DeductionStage, RequestContent
from desktop_app.calc.recorded import ABSENT
from desktop_app.models.table_reading import cells
from desktop_app.models.table_reading.grid import GridCell, Kind
from desktop_app.models.table_reading.notes import NotTakenError
from tests.models.table_reading.books import plain


def text(written: str) -> GridCell:
    return GridCell(Kind.TEXT, written)


def number(written: str) -> GridCell:
    return GridCell(Kind.NUMBER, written)


def refused(read: cells.Reader, cell: GridCell | None) -> str:
    with pytest.raises(NotTakenError) as caught:
        read(cell)
    return plain(caught.value)


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (None, None),
        (None, ""),
        (text(""), None),
        (text("  "), None),
        (text("a\r\nb"), "a\nb"),
        (text("yes"), True),
        (text("no"), False),
        (text("2026-10-15"), date(2026, 10, 15)),
        (GridCell(Kind.DATE, "2026-10-15"), date(2026, 10, 15)),
        (number("20000000.5"), Decimal("20000000.50")),
        (number("2.00000005E7"), Decimal("20000000.50")),
        (number("1.1000000000000001"), Decimal("1.1")),
        (number("90071992547409.938"), Decimal("90071992547409.93")),
        (text("20,000,000.50"), Decimal("20000000.50")),
        (text("20.000.000,50"), Decimal("20000000.50")),
        (text("20 000 000,5"), Decimal("20000000.50")),
        (text("20'000'000.50"), Decimal("20000000.50")),
        (text("1,234"), 1234),
        (number("0"), 0),
    ],
)
def test_the_same(found: GridCell | None, expected: Any) -> None:
    assert cells.is_same(found, expected)


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (None, "a"),
        (None, 0),
        (text("a"), None),
        (number("0"), None),
        (text("a"), "b"),
        (GridCell(Kind.BOOLEAN, "TRUE"), True),
        (GridCell(Kind.FORMULA, "5"), 5),
        (GridCell(Kind.DATE, "5"), 5),
        (number("12.000000001"), 12),
        (text("1.2345"), 1234),
        (text("9" * 70), 1234),
        (text("2026-10-16"), date(2026, 10, 15)),
        (text(""), 5),
    ],
)
def test_not_the_same(found: GridCell | None, expected: Any) -> None:
    assert not cells.is_same(found, expected)


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        (number("310"), 310),
        (number("310.0"), 310),
        (number("3.1E2"), 310),
        (text("310"), 310),
        (text("8 440"), 8440),
        (text("1\u202f234"), 1234),
        (text("2k"), 2000),
    ],
)
def test_persons(cell: GridCell, value: int) -> None:
    assert cells.persons(cell) == value


@pytest.mark.parametrize(
    ("cell", "why"),
    [
        (None, "the cell is empty: write a number, 0 for none"),
        (text(" "), "the cell is empty: write a number, 0 for none"),
        (number("12.000000001"), "“12.000000001” is no whole number of persons: write 12 or 13"),
        (number("-5"), "“-5” is below 0"),
        (number("1e3000"), "“1e3000” is no number"),
        (number("nan"), "“nan” is no number"),
        (number("1e999"), "“1e999” is more than 1 000 000 000 persons"),
        (number("1000000001"), "“1000000001” is more than 1 000 000 000 persons"),
        (text("NA"), "“NA” is not a number: write a number such as 310 or 8 440 000"),
        (GridCell(Kind.MONEY, "5"), "this is shown in a currency that is not the euro"),
        (text("1e3"), "“1e3” is not a number"),
        (text("1.234"), "1 234 or 1.234? This can be meant both ways"),
        (text("15/10/2026"), "“15/10/2026” is not a number"),
        (text("x" * 70), f"“{'x' * 40}…” is too long for a number"),
        (GridCell(Kind.FORMULA, "A1"), "this is a formula, and none is run: put its value there (“A1”)"),
        (GridCell(Kind.ERROR, "#N/A"), "this is an error of the spreadsheet (“#N/A”)"),
        (GridCell(Kind.BOOLEAN, "TRUE"), "this is a logical value"),
        (GridCell(Kind.PERCENT, "0.5"), "this is shown as a percentage"),
        (GridCell(Kind.DATE, "2026-10-15"), "the spreadsheet holds a date here (“2026-10-15”)"),
    ],
)
def test_no_persons(cell: GridCell | None, why: str) -> None:
    assert refused(cells.persons, cell).startswith(why)


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        (number("20000000.5"), 2_000_000_050),
        # As Excel stores a typed 12900000.35: seventeen digits of the nearest double.
        (number("12900000.35"), 1_290_000_035),
        (number("1.1000000000000001"), 110),
        (text("20000000.50"), 2_000_000_050),
        (text("8.44m"), 844_000_000),
        (text("12,5"), 1_250),
    ],
)
def test_money(cell: GridCell, value: int) -> None:
    assert cells.money(cell) == value


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("0.30000000000000004", "“0.30000000000000004” carries the noise of a spreadsheet's own arithmetic"),
        ("90071992547409.93", "“90071992547409.93” carries the noise"),
        ("9007199254740993", "“9007199254740993” has more digits than a spreadsheet keeps (15): use the exact column"),
        ("1.1000000000000001E-400", "“1.1000000000000001E-400” carries the noise"),
        ("1.005", "“1.005” is not whole cents: write at most two decimals"),
        ("10000000000000.01", "“10000000000000.01” carries"),
        ("10000000000001", "“10000000000001” is more than EUR 10 000 000 000 000"),
    ],
)
def test_no_money(written: str, why: str) -> None:
    assert refused(cells.money, number(written)).startswith(why)


def test_recorded_and_optional() -> None:
    assert cells.recorded_persons(text("Nothing recorded")) is ABSENT
    assert cells.recorded_money(text("none")) is None
    assert cells.recorded_money(number("5")) == 500
    assert refused(cells.recorded_persons, None) == ("the cell is empty: write a number, “none” or “nothing recorded”")
    assert refused(cells.recorded_persons, text("-")) == (
        "“-” is not a number: write a number, “none” or “nothing recorded”"
    )
    assert (cells.recorded_measures(text("")), cells.recorded_measures(number("5"))) == (cells.NOT_KNOWN, 500)
    assert (cells.optional_money(None), cells.optional_money(number("5"))) == (None, 500)
    assert (cells.optional_persons(text("")), cells.optional_persons(number("5"))) == (None, 5)


def test_texts() -> None:
    read = cells.text(5)
    assert (read(None), read(text("")), read(text("a\r\nb")), read(number("5"))) == (None, None, "a\nb", "5")
    assert refused(read, text("abcdef")) == "the text has 6 characters, more than 5: shorten it"
    assert "U+0007" in refused(read, text("\x07"))
    assert refused(read, GridCell(Kind.FORMULA, "A1")).startswith("this is a formula")


def test_days() -> None:
    assert cells.day(None) is cells.day(text(" ")) is None
    assert cells.day(text("2026-10-15")) == cells.day(GridCell(Kind.DATE, "2026-10-15")) == date(2026, 10, 15)
    assert refused(cells.day, text("2026-02-30")) == "“2026-02-30” is a day that does not exist"
    assert refused(cells.day, text("15.10.2026")).startswith("“15.10.2026” is no whole day")
    assert refused(cells.day, GridCell(Kind.DATE, "46310.5")).startswith("“46310.5” is no whole day")
    assert refused(cells.day, number("46310")).startswith("“46310” is a number, not a date")
    assert refused(cells.day, GridCell(Kind.FORMULA, "TODAY()")).startswith("this is a formula")


def test_words() -> None:
    stage = cells.choice(DeductionStage)
    assert stage(text(" Granted ")) is DeductionStage.GRANTED
    assert refused(stage, None).startswith("“” is not one of announced, requested")
    assert refused(stage, text("yes")).startswith("“yes” is not one of")
    assert refused(stage, GridCell(Kind.BOOLEAN, "TRUE")).startswith("this is a logical value")
    assert cells.optional_choice(DeductionStage)(None) is None
    assert cells.optional_choice(DeductionStage)(text("refused")) is DeductionStage.REFUSED
    some = cells.some(RequestContent, "not looked at")
    assert (some(None), some(text("not looked at")), some(text("none"))) == (None, None, ())
    assert some(text("reasoning stabilise")) == (RequestContent.STABILISE, RequestContent.REASONING)
    assert refused(some, text("reasoning x")).startswith("“x” is not one of stabilise")
    assert (cells.extent(text("Full")), cells.extent(text("amounts"))) == ("full", "amounts")
    assert refused(cells.extent, text("some")) == "“some” is neither full nor amounts"
    assert (cells.yes_or_no(text("Yes")), cells.yes_or_no(text("no"))) == (True, False)
    assert refused(cells.yes_or_no, text("perhaps")) == "“perhaps” is neither yes nor no"
    assert (cells.optional_yes_or_no(None), cells.optional_yes_or_no(text("no"))) == (None, False)
