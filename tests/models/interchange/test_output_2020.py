"""What ``check --json`` says of migratory pressure and of voluntary solidarity."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import given, settings

from desktop_app.calc.assess import assess
from desktop_app.calc.forum import Forum, Procedure
from desktop_app.calc.readings import readings_of
from desktop_app.models.any_forum import sample
from desktop_app.models.interchange import check_output, read_document
from tests.models.interchange.test_output import differences
from tests.pressure_strategies import pressure_forums
from tests.voluntary_strategies import voluntary_forums

EXAMPLES: Final = Path(__file__).parents[2] / "examples"
PROMISED: Final = (
    *("code", "share", "share_percent", "key_number", "reduction", "redistributed", "credited", "relocations"),
    *("beneficiaries", "sponsorship", "measures", "set_by_commission", "reduction_eligible"),
)


@pytest.fixture(scope="module")
def pressure() -> dict[str, Any]:
    return check_output(assess(sample(Procedure.MIGRATORY_PRESSURE)))


@pytest.fixture(scope="module")
def voluntary() -> dict[str, Any]:
    return check_output(assess(sample(Procedure.VOLUNTARY)))


def of(listed: list[dict[str, Any]], key: str, value: str) -> dict[str, Any]:
    (found,) = (each for each in listed if each[key] == value)
    return found


def test_the_worked_example() -> None:
    forum = read_document((EXAMPLES / "migratory-pressure.json").read_bytes())
    expected = json.loads((EXAMPLES / "migratory-pressure.expected.json").read_text(encoding="utf-8"))
    output = check_output(assess(forum))
    promised = expected.pop("deadlines")
    assert differences(expected, output) == []
    # Exactly the readings that the format names; those that are ours stand apart.
    assert output["readings"] == expected["readings"]
    named = {*output["readings"], *output["further_readings"]}
    assert named == {each.name for each in readings_of(Procedure.MIGRATORY_PRESSURE)}
    found = [{name: each[name] for name in promised[0]} for each in output["deadlines"]]
    assert [each for each in promised if each not in found] == []


def test_what_the_format_promises_comes_first(pressure: dict[str, Any]) -> None:
    assert {set(tuple(row)[: len(PROMISED)]) == set(PROMISED) for row in pressure["states"]} == {True}
    assert list(pressure["totals"])[:3] == ["shortfall_readings", "shortfall_percent", "shortfall_triggered"]


def test_figures_of_the_sample_on_migratory_pressure(pressure: dict[str, Any]) -> None:
    # 960 + 780 + 420 + 132 + 200 persons of 8 000 are covered by measures.
    assert pressure["totals"]["covered"] == "2492"
    assert pressure["totals"]["shortfall_readings"]["A"] == "31.15"
    assert pressure["totals"]["shortfall_readings"]["B"] is None
    assert pressure["totals"]["shortfall_triggered"] is True
    # What was delivered in 2026 after a request: 90 of Germany, 40 of Sweden, 15 of Ireland.
    assert pressure["totals"]["credited"] == "145"
    germany = of(pressure["states"], "code", "DE")
    assert (germany["credited"], germany["credited_types"], germany["revision"]) == ("90", {"applicants": "90"}, 1)
    italy = of(pressure["states"], "code", "IT")
    assert (italy["half"], italy["claimed"], italy["types"]["applicants"]) == ("515", "1000", "100")
    assert (of(pressure["states"], "code", "EL")["asked"], pressure["benefitting"]) == (0, "EL")
    assert of(pressure["states"], "code", "CY")["benefits_elsewhere"] is True
    assert pressure["totals"]["waiting"] == ["RO", "SK"]
    # An urgent act without an end of its own ends after a year.
    assert (pressure["adopted"], pressure["ends"]) == ("2027-03-22", "2028-03-22")
    assert [each["type"] for each in pressure["totals"]["matches"]] == ["relocations", "sponsorship"]


def test_groups_support_plans_and_incentives_of_the_sample(pressure: dict[str, Any]) -> None:
    groups = {each["id"]: each for each in pressure["sponsorship_groups"]}
    lapsed = {"started": "2027-03-22", "due": "2027-11-22", "left": 12, "to_relocate": 12, "lapsed": True}
    assert groups["SG-1"].items() >= lapsed.items()
    assert groups["SG-2"].items() >= {"due": "2027-12-22", "days_left": 16, "alarm": True, "to_relocate": 0}.items()
    assert groups["SG-5"].items() >= {"started": None, "due": None, "days_left": None}.items()
    relocations = {each["id"]: each for each in pressure["relocation_groups"]}
    assert relocations["RG-2"].items() >= {"by_silence": True, "due": "2027-11-22", "late": True}.items()
    assert relocations["RG-1"].items() >= {"eligible": 175, "step": "transferred", "due": None, "late": False}.items()
    plan = of(pressure["support_plans"], "id", "SP-IE-2026-1")
    assert plan.items() >= {"persons": 15, "delivered": 15, "measures": "10", "measures_delivered": "10"}.items()
    # 43 minors and 132 others in May at 12 000 and 10 000; 4 minors and 11 others taken over in November, at the
    # rates since July, 12 600 and 10 500.
    germany = of(pressure["incentives"], "code", "DE")
    paid = 43 * 12_000 + 132 * 10_000 + 4 * 12_600 + 11 * 10_500
    assert germany["relocating_eur"] == germany["total_eur"] == f"{paid}.00"


def test_figures_of_the_sample_on_voluntary_solidarity(voluntary: dict[str, Any]) -> None:
    assert (voluntary["readings"], voluntary["further_readings"]) == ({}, {"postponement": "two-weeks"})
    germany, norway = (of(voluntary["states"], "code", code) for code in ("DE", "NO"))
    assert germany.items() >= {"relocations": 2_900, "kept_relocations": 914, "outstanding_relocations": 1_986}.items()
    assert norway.items() >= {"associated": True, "financial_eur": "6000000.00", "project_eur": "6000000.00"}.items()
    malta = of(voluntary["needs"], "benefitting", "MT")
    # Croatia 30, Lithuania 15, Luxembourg 50 of 500; no sum of money was named.
    assert (malta["pledged_relocations"], malta["open_relocations"]) == (95, 405)
    assert (malta["needed_financial_eur"], malta["open_financial_eur"]) == (None, None)
    totals = voluntary["totals"]
    assert (totals["needed_relocations"], totals["pledged_relocations"], totals["kept_relocations"]) == (
        *(9_000, 6_320),
        1_973,
    )
    assert (totals["coverage_percent"], totals["signatories"], totals["ends"]) == ("70.22", 24, "2027-06-22")
    assert of(voluntary["states"], "code", "CZ")["takes_part"] is False
    assert of(voluntary["incentives"], "code", "LU")["total_eur"] == "522000.00"


def test_what_is_not_known_is_null() -> None:
    empty = check_output(assess(Forum(procedure=Procedure.MIGRATORY_PRESSURE)))
    assert (empty["states"], empty["adopted"], empty["benefitting"]) == ([], None, None)
    assert (empty["totals"]["total"], empty["totals"]["union_average"]) == (None, None)
    nothing = check_output(assess(Forum(procedure=Procedure.VOLUNTARY)))
    assert (nothing["states"], nothing["needs"], nothing["totals"]["ends"]) == ([], [], None)
    forum = sample(Procedure.VOLUNTARY)
    adopted = check_output(assess(replace(forum, adopted=forum.as_of)))
    assert adopted["adopted"] == "2027-05-31"


@settings(max_examples=10)
@given(pressure_forums())
def test_whatever_is_recorded_of_migratory_pressure_can_be_said(forum: Forum) -> None:
    assert json.loads(json.dumps(check_output(assess(forum))))["procedure"] == "migratory-pressure"


@settings(max_examples=10)
@given(voluntary_forums())
def test_whatever_is_recorded_of_voluntary_solidarity_can_be_said(forum: Forum) -> None:
    assert json.loads(json.dumps(check_output(assess(forum))))["procedure"] == "voluntary"
