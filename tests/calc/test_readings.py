"""Readings: named settings with a default, each accepting what it names."""

import pytest

from desktop_app.calc.forum import Procedure
from desktop_app.calc.readings import (
    ANNUAL_POOL,
    GENERAL_APPLICATION,
    ROUNDING,
    fixed_readings_of,
    in_force,
    readings_of,
)


def test_defaults_stand_unless_chosen() -> None:
    assert in_force(ANNUAL_POOL, {"rounding": "nearest"}) == {
        "rounding": "nearest",
        "shortfall-cover": "relocation-and-money",
        "general-application": "2026-06-12",
        "twice": "at-least",
        "union-average": "weighted",
        "five-years": "mean-of-years",
        "offset-number": "minimum",
        "offset-volume": "gap",
        "offset-meeting": "needed",
        "offset-cap": "all-types",
    }


def test_a_reading_accepts_its_choices() -> None:
    assert ROUNDING.accepts("largest-remainder")
    assert not ROUNDING.accepts("down")


@pytest.mark.parametrize(
    ("value", "accepted"), [("2026-07-01", True), ("20260701", False), ("2026-02-30", False), ("soon", False)]
)
def test_a_date_reading_accepts_iso_dates(value: str, accepted: bool) -> None:
    assert GENERAL_APPLICATION.accepts(value) is accepted


@pytest.mark.parametrize("procedure", Procedure)
def test_every_reading_says_why_and_accepts_its_default(procedure: Procedure) -> None:
    known = (*readings_of(procedure), *fixed_readings_of(procedure))
    assert all(each.accepts(each.default) and each.why.endswith(".") and each.reference for each in known)
    assert len({each.name for each in known}) == len(known)


def test_search_and_rescue_has_readings_of_its_own() -> None:
    defaults = {"rounding": "largest-remainder", "shortfall": "A", "cover": "minimum"}
    assert in_force(readings_of(Procedure.SEARCH_AND_RESCUE), {}) == defaults
