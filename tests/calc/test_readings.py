"""Readings: named settings with a default, each accepting what it names."""

import pytest

from desktop_app.calc.readings import ANNUAL_POOL, GENERAL_APPLICATION, ROUNDING, in_force


def test_defaults_stand_unless_chosen() -> None:
    assert in_force(ANNUAL_POOL, {"rounding": "nearest"}) == {
        "rounding": "nearest",
        "shortfall-cover": "relocation-and-money",
        "general-application": "2026-06-12",
        "twice": "at-least",
        "union-average": "weighted",
        "five-years": "mean-of-years",
    }


def test_a_reading_accepts_its_choices() -> None:
    assert ROUNDING.accepts("largest-remainder")
    assert not ROUNDING.accepts("down")


@pytest.mark.parametrize(
    ("value", "accepted"), [("2026-07-01", True), ("20260701", False), ("2026-02-30", False), ("soon", False)]
)
def test_a_date_reading_accepts_iso_dates(value: str, accepted: bool) -> None:
    assert GENERAL_APPLICATION.accepts(value) is accepted


@pytest.mark.parametrize("reading", ANNUAL_POOL, ids=lambda reading: reading.name)
def test_every_reading_says_why_and_accepts_its_default(reading: object) -> None:
    assert reading in ANNUAL_POOL
    assert all(each.accepts(each.default) and each.why.endswith(".") and each.reference for each in ANNUAL_POOL)
