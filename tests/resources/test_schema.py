"""The JSON Schema describes the interchange format: takes what is good, refuses what is bad, explains every key."""

import copy
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
SCHEMA: dict[str, Any] = json.loads((ROOT / "resources" / "schema" / "forum-desk-1.schema.json").read_bytes())
EXAMPLE: dict[str, Any] = json.loads((ROOT / "tests" / "examples" / "annual-pool.json").read_bytes())
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER)
LEAST = {"format": "forum-desk/1", "procedure": "annual-pool"}

Change = Callable[[dict[str, Any]], object]


def is_valid(document: object) -> bool:
    return bool(VALIDATOR.is_valid(document))


def changed(change: Change) -> dict[str, Any]:
    """The example after one change: BE first under states and in the key, LV last with its deduction."""
    document = copy.deepcopy(EXAMPLE)
    change(document)
    return document


def pledge(**values: object) -> Change:
    return lambda document: document["states"][0]["pledge"].update(values)


def deduction(**values: object) -> Change:
    return lambda document: document["states"][2]["deductions"][0].update(values)


def key_state(**values: object) -> Change:
    return lambda document: document["key"]["states"][0].update(values)


def pool(**values: object) -> Change:
    return lambda document: document["pool"].update(values)


def top(**values: object) -> Change:
    return lambda document: document.update(values)


def test_the_schema_is_itself_valid() -> None:
    VALIDATOR.check_schema(SCHEMA)


@pytest.mark.parametrize(
    "path",
    [
        "tests/examples/annual-pool.json",
        "tests/examples/search-and-rescue.json",
        "tests/examples/migratory-pressure.json",
        "resources/samples/annual-pool-2026.json",
        "resources/samples/search-and-rescue.json",
        "resources/samples/migratory-pressure.json",
        "resources/samples/voluntary.json",
    ],
)
def test_what_we_ship_is_valid(path: str) -> None:
    errors = [error.message for error in VALIDATOR.iter_errors(json.loads((ROOT / path).read_bytes()))]
    assert errors == []


def test_only_format_and_procedure_are_needed() -> None:
    assert is_valid(LEAST)
    assert not is_valid({"format": "forum-desk/1"})
    assert not is_valid({"procedure": "annual-pool"})


@pytest.mark.parametrize("procedure", ["migratory pressure", "MIGRATORY-PRESSURE", "", None])
def test_no_other_procedure_is_known(procedure: object) -> None:
    assert not is_valid({**LEAST, "procedure": procedure})


KRONOR = {"currency": "SEK", "amount": "5", "rate": "11.2345"}

GOOD: dict[str, Change] = {
    "note": top(note="Public sources,\n\tnot the annex."),
    "longest note": top(note="ő" * 5000),
    "adopted and public": top(adopted="2026-12-14", classification="PUBLIC"),
    "leap day": top(as_of="2028-02-29"),
    "estimate": top(shares_status="estimate"),
    "date reading": top(readings={"general-application": "2026-07-01"}),
    "all readings": top(
        readings={
            "rounding": "largest-remainder",
            "shortfall-cover": "relocation-only",
            "twice": "more-than",
            "union-average": "mean-of-states",
            "five-years": "ratio-of-sums",
        }
    ),
    "null groups": top(key=None, pool=None, meetings=None, states=None, readings=None, basis={"report": None}),
    "no pledge": lambda document: document["states"][0].update(pledge=None),
    "nothing recorded": lambda document: document["states"][0].pop("pledge"),
    "only a note": lambda document: document["states"][0].update(pledge={"note": "type only"}),
    "empty list of measures": pledge(alternative=[]),
    "measure without a value": pledge(alternative=[{"description": "x", "value_eur": None}]),
    "most persons": pledge(relocations=1_000_000_000),
    "most money": pledge(financial_eur="10000000000000.00"),
    "one decimal": pledge(financial_eur="0.5"),
    "full deduction": deduction(extent="full"),
    "deduction note": deduction(note="as told by the delegation"),
    "granted without an act": deduction(stage="granted"),
    "missing population": key_state(population=None, gdp_million_eur=None),
    "adopted shares": lambda document: document["key"].update(adopted_shares={"DE": "21.6890", "FR": "16.0021"}),
    "whole share": lambda document: document["key"].update(adopted_shares={"BE": "100.0000000000"}),
    "search and rescue out of range is a finding": pool(sar_percent="150"),
    "no reference number is a finding": pool(relocations=0, financial_eur=None),
    "reconvened": top(meetings=[{"id": "m2", "kind": "reconvened", "date": None}]),
    "associated": top(associated=[{"code": code} for code in ("IS", "NO", "CH", "LI")]),
    "how it is said": pledge(
        said={"relocations": {"certainty": "confirmed", "at_most": True}, "financial_eur": {"original": None}}
    ),
    "nothing said": pledge(said=None),
    "said in kronor": pledge(
        said={"financial_eur": {"original": {"currency": "SEK", "amount": "5", "rate": "11.2345"}}}
    ),
    "smallest rate": pledge(alternative=[{"original": {"currency": "SEK", "amount": "5", "rate": "0.0000000001"}}]),
    "no rate": pledge(alternative=[{"original": {"currency": "SEK", "amount": "5", "rate": None}}]),
    "contents of a request": deduction(contents=["reasoning", "stabilise"]),
    "no contents": deduction(contents=[]),
    "flags and remark": key_state(population_flags=["provisional", "break-in-series"], remark="with overseas regions"),
    "extracted": lambda document: document["key"].update(population_extracted="2026-11-20", gdp_extracted=None),
    "holidays": top(holidays=[{"date": "2027-03-29", "name": "Easter Monday"}, {"date": "2027-05-06"}]),
    "answered": top(acknowledgements=[{"rule": "R", "state": "CH", "message": "", "reason": "r"}]),
    "year not known": top(applications=[{"code": "EL", "years": {"2024": None}}]),
}

BAD: dict[str, Change] = {
    "unknown key": top(comment="x"),
    "unknown key, deep": pledge(relocation=1),
    "key of another procedure": top(plans=[]),
    "other format": top(format="forum-desk/2"),
    "persons in quotes": pledge(relocations="5"),
    "persons true": pledge(relocations=True),
    "half a person": pledge(relocations=0.5),
    "negative persons": pledge(relocations=-1),
    "too many persons": pledge(relocations=1_000_000_001),
    "money as a number": pledge(financial_eur=8440000),
    "negative money": pledge(financial_eur="-1"),
    "three decimals": pledge(financial_eur="1.000"),
    "money with a point at the end": pledge(financial_eur="1."),
    "money with a leading zero": pledge(financial_eur="01"),
    "grouped money": pledge(financial_eur="8 440 000"),
    "too much money": pledge(financial_eur="10000000000000.01"),
    "money with an exponent": pledge(financial_eur="1e6"),
    "measure of an unknown kind": pledge(alternative=[{"kind": "ships"}]),
    "measure null": pledge(alternative=[None]),
    "ISO code of Greece": key_state(code="GR"),
    "state without a code": lambda document: document["states"][0].pop("code"),
    "associated state in the key": key_state(code="NO"),
    "participates as text": key_state(participates="yes"),
    "Member State as associated": top(associated=[{"code": "DK"}]),
    "28 states": lambda document: document["key"].update(states=[{"code": "BE"}] * 28),
    "share above the whole": lambda document: document["key"].update(adopted_shares={"BE": "100.0001"}),
    "share of a stranger": lambda document: document["key"].update(adopted_shares={"NO": "1"}),
    "share as a number": lambda document: document["key"].update(adopted_shares={"BE": 1}),
    "negative percentage": pool(sar_percent="-1"),
    "percentage with a sign": pool(sar_percent="42 %"),
    "percentage as a number": pool(sar_percent=42),
    "unknown classification": top(classification="SECRET"),
    "unknown status": top(shares_status="guess"),
    "unknown reading": top(readings={"cover": "minimum"}),
    "unknown value of a reading": top(readings={"rounding": "down"}),
    "date with a time": top(adopted="2026-12-14T00:00:00"),
    "impossible date": top(adopted="2026-02-30"),
    "month 13": top(adopted="2026-13-01"),
    "date of another kind": top(adopted="14.12.2026"),
    "date reading that is none": top(readings={"general-application": "June"}),
    "year as text": top(year="2027"),
    "title too long": top(title="x" * 501),
    "note too long": top(note="x" * 5001),
    "control character": top(title="a\x07"),
    "carriage return": top(note="a\r\nb"),
    "flag twice": lambda document: document["states"][0].update(flags=["at-risk", "at-risk"]),
    "unknown flag": lambda document: document["states"][0].update(flags=["rich"]),
    "basis as a number": deduction(basis=62),
    "unknown stage": deduction(stage="asked"),
    "unknown extent": deduction(extent="half"),
    "unknown kind of meeting": top(meetings=[{"id": "m1", "kind": "extraordinary"}]),
    "certain in another way": pledge(said={"relocations": {"certainty": "sure"}}),
    "persons in a currency": pledge(said={"relocations": {"original": None}}),
    "euro as another currency": pledge(said={"financial_eur": {"original": {"currency": "EUR", "amount": "5"}}}),
    "currency without an amount": pledge(alternative=[{"original": {"currency": "SEK"}}]),
    "rate of nothing": pledge(alternative=[{"original": {"currency": "SEK", "amount": "5", "rate": "0.0"}}]),
    "rate as a number": pledge(alternative=[{"original": {"currency": "SEK", "amount": "5", "rate": 11.2}}]),
    "unknown content": deduction(contents=["hope"]),
    "unknown data flag": key_state(gdp_flags=["p"]),
    "holiday without a day": top(holidays=[{"name": "Easter Monday"}]),
    "answer without a reason": top(acknowledgements=[{"rule": "R", "message": "m"}]),
    "two-digit year": top(applications=[{"code": "EL", "years": {"24": 1}}]),
    "year 0": top(applications=[{"code": "EL", "years": {"0000": 1}}]),
}


@pytest.mark.parametrize("change", GOOD.values(), ids=GOOD.keys())
def test_taken(change: Change) -> None:
    assert [error.message for error in VALIDATOR.iter_errors(changed(change))] == []


@pytest.mark.parametrize("change", BAD.values(), ids=BAD.keys())
def test_refused(change: Change) -> None:
    assert not is_valid(changed(change))


def nodes(node: object, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every object of the schema, with its path."""
    if isinstance(node, dict):
        yield path, node
        for name, each in node.items():
            yield from nodes(each, f"{path}/{name}")
    elif isinstance(node, list):
        for index, each in enumerate(node):
            yield from nodes(each, f"{path}/{index}")


def test_no_object_takes_keys_that_are_not_described() -> None:
    described = [(path, node) for path, node in nodes(SCHEMA) if "properties" in node and "type" in node]
    assert len(described) > 10
    assert [path for path, node in described if node.get("additionalProperties") is not False] == []


def test_every_key_is_described_where_it_stands_or_where_it_points() -> None:
    def description(node: dict[str, Any]) -> str | None:
        target = node.get("$ref", "").removeprefix("#/$defs/")
        text: str | None = node.get("description") or SCHEMA["$defs"].get(target, {}).get("description")
        return text

    properties = [
        (f"{path}/{name}", each)
        for path, node in nodes(SCHEMA)
        if isinstance(node.get("properties"), dict) and "type" in node
        for name, each in node["properties"].items()
    ]
    assert [path for path, each in properties if not description(each)] == []


def test_every_definition_is_used() -> None:
    used = {node["$ref"].removeprefix("#/$defs/") for _, node in nodes(SCHEMA) if isinstance(node.get("$ref"), str)}
    assert used == set(SCHEMA["$defs"])
