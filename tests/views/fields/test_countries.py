"""Nationalities as typed."""

import pytest

from desktop_app.views.fields import countries_entry, read_countries


@pytest.mark.parametrize(
    ("typed", "codes"),
    [("", None), ("SY", ("SY",)), ("sy, af", ("AF", "SY")), ("SY AF;sy", ("AF", "SY")), (" ,; ", None)],
)
def test_codes_are_read_sorted_and_once(typed: str, codes: tuple[str, ...] | None) -> None:
    read = read_countries(typed)
    assert (read.value, read.problem) == (codes, "")
    if codes:
        assert read_countries(countries_entry(codes)).value == codes


@pytest.mark.parametrize(
    ("typed", "unfinished"), [("Syria", False), ("SY, A", True), ("S, AF", False), ("SY 1", False)]
)
def test_what_is_no_code_is_refused(typed: str, unfinished: bool) -> None:
    read = read_countries(typed)
    assert read.value is None
    assert "write its two letters" in read.problem
    assert read.unfinished is unfinished
