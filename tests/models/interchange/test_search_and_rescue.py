"""Documents on search and rescue: there and back, their hash, and what is refused."""

import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any, Final

import pytest
import rfc8785
from hypothesis import given, settings

from desktop_app.calc.assess import assess
from desktop_app.calc.forum import Forum, Procedure
from desktop_app.calc.search_and_rescue import Call, Judgement, PoolUse, PressureAct, Raise, TopUp
from desktop_app.calc.validity import problems
from desktop_app.models.any_forum import sample
from desktop_app.models.errors import BadInput
from desktop_app.models.interchange import (
    check_output,
    document_bytes,
    fingerprint,
    read_document,
    state_hash,
    write_document,
)
from tests.models.desk import RESCUE
from tests.models.interchange.test_output import differences
from tests.response_strategies import response_forums

EXAMPLES: Final = Path(__file__).parents[2] / "examples"
DOCUMENT: Final[dict[str, Any]] = json.loads((EXAMPLES / "search-and-rescue.json").read_text(encoding="utf-8"))


@settings(max_examples=15)
@given(response_forums())
def test_what_is_written_reads_back_with_the_hash_of_rfc_8785(forum: Forum) -> None:
    assert problems(forum) == []
    again = read_document(document_bytes(forum))
    assert again == forum
    assert state_hash(again) == hashlib.sha256(rfc8785.dumps(write_document(forum))).hexdigest()


def test_a_forum_with_everything_reads_back_whatever_order_it_is_kept_in() -> None:
    assert problems(RESCUE) == []
    again = read_document(document_bytes(RESCUE))
    assert again.search_and_rescue == RESCUE.search_and_rescue
    recorded = RESCUE.search_and_rescue
    turned = replace(
        recorded,
        plans=recorded.plans[::-1],
        report=replace(recorded.report, benefitting=recorded.report.benefitting[::-1]),
    )
    assert state_hash(replace(RESCUE, search_and_rescue=turned)) == state_hash(RESCUE) == state_hash(again)


def test_the_worked_example() -> None:
    forum = read_document((EXAMPLES / "search-and-rescue.json").read_bytes())
    expected = json.loads((EXAMPLES / "search-and-rescue.expected.json").read_text(encoding="utf-8"))
    output = check_output(assess(forum))
    assert differences(expected, output) == []
    assert (output["path"], output["adopted"]) == ("48(2)", "2026-12-04")
    assert "shares_status" not in output
    assert output["totals"]["relocations_before_top_up"] is None
    assert output["states"][3]["before_top_up"] is None


def test_a_top_up_shows_the_former_total_and_the_former_contribution() -> None:
    document = {**DOCUMENT, "top_up": {"benefitting": "EL", "relocations": 3000}}
    output = check_output(assess(read_document(json.dumps(document).encode())))
    assert (output["totals"]["relocations"], output["totals"]["relocations_before_top_up"]) == (3000, 2000)
    sweden = output["states"][3]
    assert sweden["before_top_up"] == {"key_number": 128, "relocations": 128, "sponsorship": 0, "measures": 0}
    assert sweden["relocations"] == 192


def test_what_nobody_said_is_read_as_nothing() -> None:
    empty = read_document(b'{"format": "forum-desk/1", "procedure": "search-and-rescue"}')
    assert empty.readings == (("cover", "minimum"), ("rounding", "largest-remainder"), ("shortfall", "A"))
    written = write_document(empty)
    assert list(written) == [
        *("format", "procedure", "title", "note", "year", "classification", "adopted", "as_of", "readings", "key"),
        *("report", "rounds", "forum_ended", "act", "pressure_act", "top_up", "plans", "use"),
    ]
    output = check_output(assess(empty))
    assert (output["states"], output["path"], output["adopted"]) == ([], None, None)
    nothing = {"act": {"judgement": {}}, "rounds": [{"id": "f2"}, {}], "pressure_act": "2027-03-01"}
    recorded = read_document(json.dumps({**DOCUMENT, **nothing}).encode()).search_and_rescue
    assert recorded.act.judgement is None
    assert [held.id for held in recorded.rounds] == ["f2", "f1"]
    assert recorded.pressure_act == PressureAct(adopted=date(2027, 3, 1))
    judged = replace(RESCUE.search_and_rescue, act=replace(RESCUE.search_and_rescue.act, judgement=Judgement()))
    unsaid = replace(judged, act=replace(judged.act, judgement=None))
    assert state_hash(replace(RESCUE, search_and_rescue=judged)) == state_hash(
        replace(RESCUE, search_and_rescue=unsaid)
    )


def test_any_key_but_those_that_name_a_state_may_be_absent() -> None:
    def without(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
        inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
        for name, each in inside:
            yield (*path, name)
            yield from without(each, (*path, name))

    for *above, last in without(DOCUMENT):
        if last in {"format", "procedure", "code"} or isinstance(last, int):
            continue
        document = json.loads(json.dumps(DOCUMENT))
        holder = document
        for name in above:
            holder = holder[name]
        del holder[last]
        if (last == "relocations" and above[0] == "plans") or (last == "revision" and above == ["plans", 1]):
            # Vulnerable persons of nobody; two first plans of one state.
            continue
        read_document(json.dumps(document).encode())
    lines = {**DOCUMENT, "raises": [{"code": "DE"}], "calls": [{}], "use": [{"persons": 1}]}
    recorded = read_document(json.dumps({**lines, "top_up": {"relocations": 2500}}).encode()).search_and_rescue
    assert (recorded.raises, recorded.calls) == ((Raise("DE", "EL"),), (Call("EL"),))
    assert recorded.use == (PoolUse("EL", None, 1),)
    assert recorded.top_up == TopUp("EL", 2500)


def test_the_sample_is_labelled_invented_and_shows_every_rule_once() -> None:
    forum = sample(Procedure.SEARCH_AND_RESCUE)
    assert "INVENTED" in (forum.title or "")
    assert (forum.note or "").startswith("INVENTED")
    output = check_output(assess(forum))
    assert len(output["states"]) == 26
    readings = output["totals"]["shortfall_readings"]
    assert min(Fraction(readings["A"]), Fraction(readings["C"])) > 30
    assert [each["benefitting"] for each in output["totals"]["use"] if each["alarm"]] == ["MT"]
    assert output["totals"]["waiting"] == ["PT", "SK"]
    assert [each["code"] for each in output["states"] if each["revision"]] == ["DE", "NL"]
    assert [each["code"] for each in output["states"] if each["unsaid"]] == ["FR"]
    assert {"P610-47-4c", "P610-48-2c", "P610-48-2e"} <= {each["rule"] for each in output["findings"]}
    assert any(plan.vulnerable for plan in forum.search_and_rescue.plans)
    assert not assess(forum).blocks


def _plan(**keys: Any) -> Callable[[dict[str, Any]], None]:
    return lambda document: document["plans"][0].update(keys)


def _without_relocations(**keys: Any) -> Callable[[dict[str, Any]], None]:
    def change(document: dict[str, Any]) -> None:
        del document["plans"][0]["relocations"]
        document["plans"][0].update(keys)

    return change


def _top(**keys: Any) -> Callable[[dict[str, Any]], None]:
    return lambda document: document.update(keys)


def _measure(**keys: Any) -> Callable[[dict[str, Any]], None]:
    return lambda document: document["plans"][2]["measures"][0].update(keys)


@pytest.mark.parametrize("take_away", [lambda measure: measure.pop("kind"), lambda measure: measure.update(kind=None)])
def test_a_measure_on_no_line_is_kept_as_that(take_away: Callable[[dict[str, Any]], None]) -> None:
    document = json.loads(json.dumps(DOCUMENT))
    take_away(document["plans"][2]["measures"][0])
    forum = read_document(json.dumps(document).encode())
    assert [each.kind for each in forum.search_and_rescue.plans[2].measures] == [None]
    assert write_document(forum)["plans"][2]["measures"][0]["kind"] is None
    assert read_document(document_bytes(forum)) == forum
    document["plans"][2]["measures"][0]["kind"] = "capacity"
    assert state_hash(read_document(json.dumps(document).encode())) != state_hash(forum)


REFUSED: Final[tuple[tuple[Callable[[dict[str, Any]], None], str, str], ...]] = (
    (_plan(sponsorship=5), "plans[0].sponsorship (DE)", "Art. 47(4)"),
    (_plan(beneficiaries=5), "plans[0].beneficiaries (DE)", "Art. 47(4)"),
    (_plan(reduction_requested=False), "plans[0].reduction_requested (DE)", "Art. 52(5)"),
    (_top(reduction_requested=True), "reduction_requested", "Art. 52(5)"),
    (_plan(code="NO"), "plans[0].code", "Norway is an associated state"),
    (_plan(code="GR"), "plans[0].code", "not the code"),
    (_plan(vulnerable=501), "plans[DE, revision 0].vulnerable", "501 vulnerable persons"),
    (
        _without_relocations(vulnerable=3),
        "plans[DE, revision 0].vulnerable",
        "3 vulnerable persons are more than the 0 relocations they are part of (relocations that are not given are 0)",
    ),
    (_plan(revision=1), "plans[DE, revision 1]", "stands there twice"),
    (_plan(revision=100), "plans[0].revision (DE)", "outside 0 to 99"),
    (_plan(shares={}), "plans[0].shares (DE)", "unknown"),
    (_measure(kind="staff"), "plans[2].measures[0].kind (FR)", "not one of"),
    (_measure(persons_equivalent=560), "plans[2].measures[0].persons_equivalent (FR)", "not a string"),
    (_measure(persons_equivalent="-1"), "plans[2].measures[0].persons_equivalent (FR)", "not a number of persons"),
    (_measure(persons_equivalent="01"), "plans[2].measures[0].persons_equivalent (FR)", "not a number of persons"),
    (_measure(persons_equivalent="1000000000.1"), "plans[2].measures[0].persons_equivalent (FR)", "more than"),
    (_top(top_up={"benefitting": "EL", "relocations": 3001}), "top_up.relocations", "Art. 48(2)"),
    (_top(top_up={"benefitting": "DE", "relocations": 1}), "top_up.benefitting", "has no pool"),
    (_top(top_up={"benefitting": "EL"}), "top_up.relocations", "missing"),
    (_top(use=[{"benefitting": "FR", "persons": 1}]), "use[0].benefitting", "has no pool"),
    (_top(report={}, calls=[{}]), "calls[0].benefitting", "not said"),
    (_top(calls=[{"benefitting": "FR"}]), "calls[0].benefitting", "has no pool"),
    (_top(raises=[{"code": "DE", "benefitting": "FR"}]), "raises[0].benefitting", "has no pool"),
    (_top(raises=[{"benefitting": "EL"}]), "raises[0].code", "missing"),
    (_top(rounds=[{"benefitting": "FR"}]), "rounds[0].benefitting", "has no pool"),
    (_top(rounds=[{"id": "f1"}, {"id": "f1"}]), "rounds[1]", "twice"),
    (_top(report={"benefitting": [{"code": "EL"}, {"code": "EL"}]}), "report.benefitting[1] (EL)", "twice"),
    (_top(report={"benefitting": [{"code": "CH"}]}), "report.benefitting[0].code", "associated"),
    (_top(act={"path": "48"}), "act.path", "not one of"),
    (_top(readings={"twice": "at-least"}), "readings.twice", "unknown"),
    (_top(readings={"shortfall": "D"}), "readings.shortfall", "not one of the choices"),
    (_top(states=[]), "states", "unknown"),
    (_top(shares_status="computed"), "shares_status", "unknown"),
    (_top(pool={}), "pool", "unknown"),
    (_top(notified="2027-01-20"), "notified", "unknown"),
    (_top(procedure="annual-pool"), "report", "unknown"),
)


@pytest.mark.parametrize(("change", "where", "what"), REFUSED, ids=[where for _change, where, _what in REFUSED])
def test_what_is_refused_in_one_line_with_its_place(
    change: Callable[[dict[str, Any]], None], where: str, what: str
) -> None:
    document = json.loads(json.dumps(DOCUMENT))
    change(document)
    with pytest.raises(BadInput) as refused:
        read_document(json.dumps(document).encode())
    assert refused.value.where == where
    assert what in refused.value.what
    assert "\n" not in f"{refused.value.what}{refused.value.remedy}"


def test_the_hash_of_the_example_is_fixed() -> None:
    # It stands on printed acts; keys that came later are left out where they say nothing.
    assert fingerprint(read_document(json.dumps(DOCUMENT).encode())) == "2cc746f2852a"


def test_a_top_up_by_exactly_a_half_is_taken_and_an_adoption_on_top_too() -> None:
    document = {**DOCUMENT, "top_up": {"benefitting": "EL", "relocations": 3000}, "adopted": "2026-12-04"}
    forum = read_document(json.dumps(document).encode())
    assert forum.search_and_rescue.top_up is not None
    assert forum.adopted == date(2026, 12, 4)
