"""Nationalities as typed."""

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.views.fields import CountriesField, CountryField, countries_entry, read_countries
from desktop_app.views.fields.country_codes import COUNTRY_CODES


@pytest.mark.parametrize(
    ("typed", "codes"),
    [("", None), ("SY", ("SY",)), ("sy, af", ("AF", "SY")), ("SY AF;sy", ("AF", "SY")), (" ,; ", None)],
)
def test_codes_are_read_sorted_and_once(typed: str, codes: tuple[str, ...] | None) -> None:
    read = read_countries(typed)
    assert (read.value, read.problem) == (codes, "")
    if codes:
        assert read_countries(countries_entry(codes)).value == codes


def test_a_code_that_no_country_has_is_refused_unless_it_is_recorded(qtbot: QtBot) -> None:
    assert read_countries("SY, XX").problem.startswith("No country has the code XX: write two letters of ISO 3166-1")
    assert read_countries("XK, EL").value == ("EL", "XK")
    assert read_countries("GR").problem.endswith("Greece is EL, Kosovo XK.")
    assert len(COUNTRY_CODES) == 250
    # What a document has brought stays, also beside what is typed.
    field = CountriesField()
    qtbot.addWidget(field)
    field.put("QX, SY")
    assert (field.value, field.problem) == (("QX", "SY"), "")
    field.input.setText("qx, SY, AF")
    assert field.value == ("AF", "QX", "SY")
    field.input.setText("SY, ZZ")
    assert field.problem.startswith("No country has the code ZZ")
    one = CountryField()
    qtbot.addWidget(one)
    one.put("QX")
    assert one.value == "QX"
    one.input.setText("SY, AF")
    assert one.problem == "A group has one nationality: write its two letters, such as SY."


@pytest.mark.parametrize(
    ("typed", "unfinished"), [("Syria", False), ("SY, A", True), ("S, AF", False), ("SY 1", False)]
)
def test_what_is_no_code_is_refused(typed: str, unfinished: bool) -> None:
    read = read_countries(typed)
    assert read.value is None
    assert "write its two letters" in read.problem
    assert read.unfinished is unfinished
