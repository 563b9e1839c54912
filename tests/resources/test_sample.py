"""The built-in forum says what its data files say, no more; and its figures come out as published."""

import csv
import json
import subprocess
import sys
from fractions import Fraction
from math import ceil
from pathlib import Path
from typing import Any

import pytest

from build import make_sample
from desktop_app.calc.member_states import PROTOCOL_ORDER

ROOT = Path(__file__).resolve().parent.parent.parent
DATA = ROOT / "resources" / "data"


@pytest.fixture(scope="module")
def sample() -> dict[str, Any]:
    document: dict[str, Any] = json.loads(make_sample.SAMPLE.read_bytes())
    return document


@pytest.fixture(scope="module")
def states(sample: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {state["code"]: state for state in sample["states"]}


def share_percent(sample: dict[str, Any], code: str) -> Fraction:
    """The 50/50 key over the states that participate, from the document's own figures."""
    bound = [state for state in sample["key"]["states"] if state["participates"]]
    population = {state["code"]: Fraction(state["population"]) for state in bound}
    gdp = {state["code"]: Fraction(state["gdp_million_eur"]) for state in bound}
    return 50 * population[code] / sum(population.values()) + 50 * gdp[code] / sum(gdp.values())


def test_the_script_makes_the_committed_documents_byte_for_byte() -> None:
    assert make_sample.SAMPLE.read_bytes() == make_sample.as_text(make_sample.document()).encode()
    rescue = make_sample.search_and_rescue()
    assert make_sample.SEARCH_AND_RESCUE.read_bytes() == make_sample.as_text(rescue).encode()
    # Invented, but for the key, which is the annual pool's.
    assert "INVENTED" in rescue["title"]
    assert rescue["note"].startswith("INVENTED")
    assert rescue["key"] == make_sample.document()["key"]
    pressure, voluntary = make_sample.migratory_pressure(), make_sample.voluntary()
    assert make_sample.MIGRATORY_PRESSURE.read_bytes() == make_sample.as_text(pressure).encode()
    assert make_sample.VOLUNTARY.read_bytes() == make_sample.as_text(voluntary).encode()
    for invented in (pressure, voluntary):
        assert "INVENTED" in invented["title"]
        assert invented["note"].startswith("INVENTED")
    assert (pressure["key"], pressure["applications"]) == (rescue["key"], make_sample.document()["applications"])
    assert "key" not in voluntary


def test_the_script_runs_with_the_standard_library_alone_and_finds_the_document_up_to_date() -> None:
    command = [sys.executable, "-I", "-S", str(ROOT / "build" / "make_sample.py"), "--check"]
    assert subprocess.run(command, check=False).returncode == 0


def test_the_check_tells_of_a_document_that_is_out_of_date(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(make_sample, "ROOT", tmp_path)
    for name in ("SAMPLE", "SEARCH_AND_RESCUE", "MIGRATORY_PRESSURE", "VOLUNTARY"):
        monkeypatch.setattr(make_sample, name, tmp_path / "samples" / f"{name}.json")
    assert make_sample.main(["--check"]) == 1
    assert capsys.readouterr().err.count("out of date") == 4
    assert make_sample.main([]) == 0
    assert make_sample.main(["--check"]) == 0


@pytest.mark.parametrize(("code", "published", "printed"), [("DE", "21.6890", 4555), ("FR", "16.0021", 3361)])
def test_published_shares_come_within_three_hundredths_of_a_point(
    sample: dict[str, Any], code: str, published: str, printed: int
) -> None:
    assert abs(share_percent(sample, code) - Fraction(published)) < Fraction("0.03")
    assert ceil(Fraction(published) / 100 * sample["pool"]["relocations"]) == printed


def test_26_states_share_the_key_and_denmark_is_listed_outside_it(sample: dict[str, Any]) -> None:
    listed = sample["key"]["states"]
    assert [state["code"] for state in listed] == list(PROTOCOL_ORDER)
    assert [state["code"] for state in listed if not state["participates"]] == ["DK"]
    assert [state["code"] for state in sample["states"]] == [code for code in PROTOCOL_ORDER if code != "DK"]
    assert sum(share_percent(sample, state["code"]) for state in listed if state["participates"]) == 100


def test_the_forum_says_what_it_is(sample: dict[str, Any]) -> None:
    assert sample["title"] == "Annual Solidarity Pool for 2026 (public sources)"
    assert sample["note"].startswith("Public sources, not the annex.")
    assert sample["shares_status"] == "estimate"
    assert sample["key"]["adopted_shares"] is None
    assert (sample["classification"], sample["adopted"]) == ("PUBLIC", "2025-12-22")
    assert (sample["key"]["population_date"], sample["key"]["gdp_year"]) == ("2025-01-01", 2024)
    assert "demo_gind" in sample["key"]["population_source"]
    assert "nama_10_gdp" in sample["key"]["gdp_source"]


def test_reference_numbers_proposal_and_meetings_are_those_of_2026(sample: dict[str, Any]) -> None:
    assert sample["pool"] == {
        "relocations": 21000,
        "financial_eur": "420000000",
        "proposal_relocations": 30000,
        "proposal_financial_eur": "600000000",
        "exceptional": False,
        "sar_percent": "42",
    }
    assert [(each["kind"], each["date"]) for each in sample["meetings"]] == [
        ("initial", "2025-11-18"),
        ("resumed", "2025-11-27"),
    ]
    assert sample["basis"]["decision"] == {"reference": "(EU) 2025/2323", "date": "2025-11-11"}
    assert "reference" not in sample["basis"]["proposal"], "not public: nothing is invented"


def test_only_what_was_reported_is_recorded(states: dict[str, dict[str, Any]]) -> None:
    kinds = ("relocations", "financial_eur", "alternative")
    recorded = {
        code: {kind: state["pledge"][kind] for kind in kinds if kind in state["pledge"]}
        for code, state in states.items()
        if state.get("pledge") is not None
    }
    values = {code: pledge for code, pledge in recorded.items() if pledge}
    assert values.pop("EE")["alternative"] == [
        {"description": "Support reported by the Minister, about EUR 280 000", "kind": "other", "value_eur": "280000"}
    ]
    assert values == {
        "BE": {"financial_eur": "12900000"},
        "DE": {"relocations": 4555},
        "FR": {"relocations": 3361},
        "IE": {"financial_eur": "9260000"},
        "PT": {"financial_eur": "8440000"},
    }
    assert [code for code, state in states.items() if "pledge" in state and state["pledge"] is None] == ["HU", "SK"]
    assert [code for code, state in states.items() if "pledge" not in state] == ["LU", "MT", "RO", "SI"]


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("BE", "ceiling"),
        ("DE", "Kind unconfirmed"),
        ("FR", "Kind unconfirmed"),
        ("EE", "half deduction"),
        ("LT", "at most 40 persons"),
        ("PL", "gross pledge was not found"),
    ],
)
def test_a_caution_of_the_source_stands_with_the_pledge(
    states: dict[str, dict[str, Any]], code: str, words: str
) -> None:
    assert words in states[code]["pledge"]["note"]


def test_belgium_stated_a_ceiling(states: dict[str, dict[str, Any]]) -> None:
    said = {code: state["pledge"]["said"] for code, state in states.items() if "said" in (state.get("pledge") or {})}
    assert said == {"BE": {"financial_eur": {"at_most": True}}}


def test_the_key_says_which_populations_eurostat_flags(sample: dict[str, Any]) -> None:
    flagged = {each["code"]: each["population_flags"] for each in sample["key"]["states"] if "population_flags" in each}
    assert flagged == {"FR": ["provisional"], "RO": ["estimated"]}
    assert sample["applications_source"].startswith("UNHCR")


def test_reported_deductions_stand_as_announced_and_are_not_granted(states: dict[str, dict[str, Any]]) -> None:
    reported = {code: state["deductions"] for code, state in states.items() if "deductions" in state}
    assert list(reported) == ["CZ", "HR", "AT", "PL"]
    for (deduction,) in reported.values():
        assert (deduction["basis"], deduction["stage"], deduction["extent"]) == ("62", "announced", "full")
        assert "no Council act" in deduction["note"]


def test_flags_are_those_that_the_commission_published(states: dict[str, dict[str, Any]]) -> None:
    def flagged(flag: str) -> set[str]:
        return {code for code, state in states.items() if flag in state["flags"]}

    assert flagged("under-pressure") == {"EL", "ES", "IT", "CY"}
    assert flagged("at-risk") == {"BE", "BG", "DE", "EE", "IE", "FR", "HR", "LV", "LT", "NL", "PL", "FI"}
    assert flagged("significant-situation") == {"BG", "CZ", "EE", "HR", "AT", "PL"}
    bases = {code: state["pressure_basis"] for code, state in states.items() if state["pressure_basis"]}
    by_sea, by_arrivals = ["search-and-rescue"], ["arrivals"]
    assert bases == {"EL": by_arrivals, "ES": by_sea, "IT": by_sea, "CY": by_arrivals}


def test_applications_are_the_new_ones_of_five_years_without_invented_populations(sample: dict[str, Any]) -> None:
    with (DATA / "asylum_applications.csv").open(encoding="utf-8", newline="") as file:
        new = {(row["code"], row["year"]): int(row["new"]) for row in csv.DictReader(file)}
    for entry in sample["applications"]:
        assert set(entry) == {"code", "years"}
        assert entry["years"] == {str(year): new[entry["code"], str(year)] for year in range(2020, 2025)}
    assert [entry["code"] for entry in sample["applications"]] == list(PROTOCOL_ORDER)
