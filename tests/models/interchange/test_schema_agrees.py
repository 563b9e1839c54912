"""The reader and the JSON Schema say the same, but for what a schema cannot say."""

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from desktop_app.calc.forum import Forum
from desktop_app.calc.said import CURRENCIES
from desktop_app.calc.validity_search_and_rescue import MAXIMUM_REVISION
from desktop_app.models.errors import BadInput
from desktop_app.models.interchange import document_bytes, limits, read_document, write_document
from desktop_app.paths import resource
from tests.models.desk import RESCUE as EVERYTHING
from tests.models.proposal_2020 import PRESSURE, VOLUNTARY
from tests.response_strategies import response_forums
from tests.strategies import forums

SCHEMA: Final[dict[str, Any]] = json.loads(resource("schema", "forum-desk-1.schema.json").read_text(encoding="utf-8"))
VALIDATOR: Final = Draft202012Validator(SCHEMA)
EXAMPLE: Final[dict[str, Any]] = json.loads(
    (Path(__file__).parents[2] / "examples" / "annual-pool.json").read_text(encoding="utf-8")
)
EXAMPLE["key"]["adopted_shares"] = {"BE": "59.1"}
EXAMPLE["key"]["gdp_extracted"] = "2026-11-20"
EXAMPLE["key"]["states"][0] |= {"population_flags": ["provisional"], "gdp_flags": [], "remark": "with overseas"}
EXAMPLE["applications_source"] = "migr_asyappctza"
EXAMPLE["states"][0]["crisis_credit_act"] = None
EXAMPLE["states"][2]["deductions"][0]["contents"] = ["stabilise", "reasoning"]
IN_KRONOR: Final = {"currency": "SEK", "amount": "11234500", "rate": "11.2345", "rate_date": "2026-11-20"}
EXAMPLE["states"][0]["pledge"]["alternative"] = [{"value_eur": "1000000", "original": IN_KRONOR}]
EXAMPLE["states"][0]["pledge"]["said"] = {
    "relocations": {"certainty": "confirmed", "by": "minister", "condition": None, "at_most": True, "note": "x"},
    "financial_eur": {"certainty": "announced", "original": {**IN_KRONOR, "rate_source": "ECB"}},
    "alternative": None,
}
EXAMPLE["holidays"] = [{"date": "2027-03-29", "name": "Easter Monday"}]
EXAMPLE["acknowledgements"] = [
    {"rule": "AMMR-57-3b", "state": "LV", "message": "m", "reason": "r", "by": "Ana", "on": "2026-11-20"}
]
EXAMPLE["vote"] = {
    "date": "2026-12-14",
    "reference": "ST 16999/26",
    "population_source": "voting figures",
    "population_date": None,
    "states": [{"code": "BE", "vote": "yes", "population": 11_000_000}, {"code": "LV", "vote": "abstain"}],
}

RESCUE: Final[dict[str, Any]] = json.loads(document_bytes(EVERYTHING))
"""A document on search and rescue with something under every key."""
PROPOSAL_2020: Final[dict[str, dict[str, Any]]] = {
    each.procedure.value: json.loads(document_bytes(each)) for each in (PRESSURE, VOLUNTARY)
}
"""Documents on the other two procedures with something under every key."""

#: Why the reader may refuse what the schema lets through: parts of its messages.
BEYOND_A_SCHEMA: Final = (
    "stands there twice",  # a state, a meeting, a holiday, an answer to a warning
    "gives no reason",
    "is a day that does not exist",
    "relocations it is part of",
    "more than 100 %",
    ".0 is not",  # JSON Schema takes 10.0 for an integer
    "U+D",  # half of a surrogate pair
    "relocations they are part of",
    "has no pool",
    "whose pool it is is not said",
    "one and a half times",
    "more than the",  # minors, returned, arrived: parts of a group or a line
    "no field for",
    "not 100 %",
    "both the Member State",
    "cannot pledge to itself",
    "no ISAA report",
    "no MISAA report",
    "this key is missing",  # who is helped, where the report names nobody
    "the number is outside",  # a mean that is a fraction
)

Path_ = tuple[str | int, ...]

#: Values that are right in some places and wrong in others.
ODD_NUMBERS: Final = (0, 1, -1, 10.0, 10.5, 10**9, 10**9 + 1, 2026)
ODD_AMOUNTS: Final = (
    "",
    "0",
    "5",
    "5.00",
    "5.001",
    "05",
    "-5",
    "100.5",
    "10000000000000",
    "10000000000000.01",
    "5\n",
    "٣",
    "0.00",
    "1.1234567890",
)
ODD_DAYS: Final = ("2026-01-05", "2026-1-5", "2026-02-30", "0000-01-01")
ODD_WORDS: Final = (
    "full",
    "BE",
    "DE",
    "NO",
    "GR",
    "61",
    "granted",
    "at-risk",
    "up",
    "SEK",
    "EUR",
    " ",
    "a\rb",
    "\x00",
    "a\u202eb",
    "\u2069",
    "x" * 501,
    "x" * 5001,
)
ODD_LISTS: Final[tuple[Any, ...]] = (
    [],
    ["at-risk"],
    ["at-risk", "at-risk"],
    ["estimated"],
    ["reasoning"],
    [None],
    [[]],
)
ODD_OBJECTS: Final[tuple[Any, ...]] = (
    {},
    {"code": "BE"},
    {"relocations": 5},
    {"2024": 5},
    {"date": "2026-01-05"},
    {"currency": "SEK", "amount": "5"},
    {"rule": "R", "message": "m", "reason": "r"},
    {"x": 1},
)
ODD_OF_RESCUE: Final = (
    *("48(1)", "48(2)", "capacity", "shortfall", "EL", "MT", "A", "exact"),
    *("1000000000.0", "1000000000.1"),
)
ODD_OF_2020: Final = ("SY", "SYR", "a", "g", "ISAA", "sponsorship", "bilateral", "1/3", "1/0", ["SY"], ["EL", "EL"])
ODD_VALUES: Final[tuple[Any, ...]] = (
    *(None, True, False),
    *(*ODD_NUMBERS, *ODD_AMOUNTS, *ODD_DAYS, *ODD_WORDS, *ODD_LISTS, *ODD_OBJECTS, *ODD_OF_RESCUE, *ODD_OF_2020),
)
ODD_KEYS: Final = ("note", "code", "original", "said", "rate", "relocations", "x", "2024", "BE", "sponsorship")


def places(value: Any, path: Path_ = ()) -> Iterator[Path_]:
    """Yield the path of every value in a document, the document itself excepted."""
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for name, each in inside:
        yield (*path, name)
        yield from places(each, (*path, name))


@st.composite
def mutated(draw: st.DrawFn, example: dict[str, Any] = EXAMPLE) -> Any:
    """Documents with one to three values exchanged, removed or added."""
    document: Any = copy.deepcopy(example)
    for _ in range(draw(st.integers(1, 3))):
        all_places = list(places(document))
        *above, last = draw(st.sampled_from(all_places))
        holder: Any = document
        for name in above:
            holder = holder[name]
        match draw(st.integers(0, 3)):
            case 0:
                del holder[last]
            case 1 if isinstance(holder, dict):
                holder[draw(st.sampled_from(ODD_KEYS))] = copy.deepcopy(draw(st.sampled_from(ODD_VALUES)))
            case _:
                holder[last] = copy.deepcopy(draw(st.sampled_from(ODD_VALUES)))
    return document


def refusal(document: Any) -> str:
    """Return why the reader refuses a document; empty when it does not."""
    try:
        read_document(json.dumps(document).encode())
    except BadInput as error:
        return error.what
    return ""


def with_amount(written: str) -> Any:
    """The example with another amount of EUR in the pool."""
    return {**EXAMPLE, "pool": {**EXAMPLE["pool"], "financial_eur": written}}


def with_rate(written: str) -> Any:
    """The example with a measure that was said in kronor at another rate."""
    document = copy.deepcopy(EXAMPLE)
    document["states"][0]["pledge"]["alternative"][0]["original"]["rate"] = written
    return document


@settings(max_examples=200)
@given(mutated())
# Where a line ends, Python's $ ends too.
@example(with_amount("5\n"))
@example({**EXAMPLE, "as_of": "2026-01-05\n"})
@example({**EXAMPLE, "key": {**EXAMPLE["key"], "adopted_shares": {"BE": "5\n"}}})
@example({**EXAMPLE, "holidays": [{"date": "2027-03-29\n"}]})
@example(with_rate("0"))
@example(with_rate("0.00"))
@example(with_rate("0\n"))
@example(with_rate("0.00\n"))
@example(with_rate("0.01\n"))
@example(with_rate("0.0000000001"))
@example({**EXAMPLE, "applications": [{"code": "BE", "years": {"2024\n": 1}}]})
def test_reader_and_schema_agree(document: Any) -> None:
    agree(document)


@settings(max_examples=100)
@given(mutated(RESCUE))
@example({**RESCUE, "pressure_act": "2026-01-05\n"})
@example({**RESCUE, "pressure_act": "2026-01-05"})
@example({**RESCUE, "readings": {"shortfall-cover": None}})
@example({**RESCUE, "states": None})
def test_reader_and_schema_agree_on_search_and_rescue(document: Any) -> None:
    agree(document)


@settings(max_examples=75)
@given(st.sampled_from(sorted(PROPOSAL_2020)).flatmap(lambda name: mutated(PROPOSAL_2020[name])))
@example({**PROPOSAL_2020["voluntary"], "key": None})
@example({**PROPOSAL_2020["voluntary"], "report": None})
@example({**PROPOSAL_2020["migratory-pressure"], "report": None})
@example({**PROPOSAL_2020["migratory-pressure"], "pledges": None})
@example({**PROPOSAL_2020["migratory-pressure"], "plans": [{"code": "DE", "average_shown": "1/2\n"}]})
@example({**PROPOSAL_2020["migratory-pressure"], "plans": [{"code": "DE", "nationalities": ["SY\n"]}]})
def test_reader_and_schema_agree_on_the_proposal_of_2020(document: Any) -> None:
    agree(document)


def agree(document: Any) -> None:
    """The reader refuses what the schema refuses; and beyond it only what no schema can say."""
    reason = refusal(document)
    if VALIDATOR.is_valid(document):
        assert not reason or any(known in reason for known in BEYOND_A_SCHEMA)
    else:
        assert reason, next(VALIDATOR.iter_errors(document)).message


@settings(max_examples=30)
@given(forums())
def test_every_written_document_fits_the_schema(forum: Forum) -> None:
    VALIDATOR.validate(write_document(forum))


@settings(max_examples=15)
@given(response_forums())
def test_every_written_document_on_search_and_rescue_fits_the_schema(forum: Forum) -> None:
    VALIDATOR.validate(write_document(forum))


def test_the_currencies_are_the_schemas() -> None:
    assert SCHEMA["$defs"]["originalOrNull"]["properties"]["currency"]["enum"] == list(CURRENCIES)


def test_the_shipped_documents_fit_the_schema() -> None:
    VALIDATOR.validate(EXAMPLE)
    VALIDATOR.validate(RESCUE)
    for document in PROPOSAL_2020.values():
        VALIDATOR.validate(document)
    VALIDATOR.validate(json.loads(resource("samples", "annual-pool-2026.json").read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    ("path", "limit"),
    [
        (("properties", "title", "maxLength"), limits.TITLE),
        (("properties", "note", "maxLength"), limits.NOTE),
        (("properties", "meetings", "maxItems"), limits.MEETINGS),
        (("properties", "associated", "maxItems"), limits.ASSOCIATED),
        (("properties", "pool", "properties", "named_measures", "maxItems"), limits.NAMED_MEASURES),
        (("$defs", "meeting", "properties", "id", "maxLength"), limits.MEETING_NAME),
        (("$defs", "measure", "properties", "description", "maxLength"), limits.DESCRIPTION),
        (("$defs", "pledge", "properties", "alternative", "maxItems"), limits.MEASURES),
        (("$defs", "pledge", "properties", "bilateral_agreement", "maxLength"), limits.REFERENCE),
        (("$defs", "state", "properties", "deductions", "maxItems"), limits.DEDUCTIONS),
        (("$defs", "byYear", "maxProperties"), limits.YEARS),
        (("properties", "holidays", "maxItems"), limits.HOLIDAYS),
        (("properties", "plans", "maxItems"), limits.PLANS),
        (("properties", "rounds", "maxItems"), limits.ROUNDS),
        (("properties", "calls", "maxItems"), limits.CALLS),
        (("properties", "use", "maxItems"), limits.DRAWS),
        (("properties", "raises", "maxItems"), limits.RAISES),
        (("$defs", "responsePlan", "properties", "measures", "maxItems"), limits.RESPONSE_MEASURES),
        (("$defs", "responsePlan", "properties", "revision", "maximum"), MAXIMUM_REVISION),
        (("$defs", "draw", "properties", "nationality", "maxLength"), limits.NATIONALITY),
        (("properties", "credits", "maxItems"), limits.CREDITS),
        (("properties", "requests", "maxItems"), limits.REQUESTS),
        (("properties", "support_plans", "maxItems"), limits.SUPPORT_PLANS),
        (("properties", "sponsorship_groups", "maxItems"), limits.GROUPS),
        (("properties", "relocation_groups", "maxItems"), limits.GROUPS),
        (("properties", "incentives", "maxItems"), limits.INCENTIVES),
        (("properties", "log", "maxItems"), limits.LOG),
        (("properties", "pledges", "maxItems"), limits.VOLUNTARY_PLEDGES),
        (("properties", "kept", "maxItems"), limits.COMMITMENTS),
        (("$defs", "mechanism", "properties", "chairs", "maxItems"), limits.CHAIRS),
        (("$defs", "situation", "properties", "indicators", "maxItems"), limits.INDICATORS),
        (("$defs", "situation", "properties", "sources", "maxItems"), limits.SOURCES),
        (("$defs", "pressurePlan", "properties", "nationalities", "maxItems"), limits.NATIONALITIES),
        (("$defs", "pressurePlan", "properties", "measures", "maxItems"), limits.RESPONSE_MEASURES),
        (("$defs", "pressurePlan", "properties", "revision", "maximum"), MAXIMUM_REVISION),
        (("$defs", "supportPlan", "properties", "lines", "maxItems"), limits.SUPPORT_LINES),
        (("$defs", "supportLine", "properties", "deliveries", "maxItems"), limits.DELIVERIES),
        (("properties", "acknowledgements", "maxItems"), limits.ACKNOWLEDGEMENTS),
        (("properties", "applications_source", "maxLength"), limits.REFERENCE),
        (("$defs", "keyState", "properties", "remark", "maxLength"), limits.DESCRIPTION),
        (("$defs", "state", "properties", "crisis_credit_act", "maxLength"), limits.REFERENCE),
        (("$defs", "said", "properties", "by", "maxLength"), limits.REFERENCE),
        (("$defs", "saidInMoney", "properties", "condition", "maxLength"), limits.DESCRIPTION),
        (("$defs", "saidInMoney", "properties", "note", "maxLength"), limits.NOTE),
        (("$defs", "originalOrNull", "properties", "rate_source", "maxLength"), limits.REFERENCE),
        (("$defs", "holiday", "properties", "name", "maxLength"), limits.REFERENCE),
        (("$defs", "acknowledgement", "properties", "rule", "maxLength"), limits.RULE),
        (("$defs", "acknowledgement", "properties", "message", "maxLength"), limits.NOTE),
        (("$defs", "acknowledgement", "properties", "reason", "maxLength"), limits.NOTE),
    ],
)
def test_the_limits_are_the_schemas(path: Path_, limit: int) -> None:
    found: Any = SCHEMA
    for name in path:
        found = found[name]
    assert found == limit
