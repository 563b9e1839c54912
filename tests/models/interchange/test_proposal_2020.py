"""Documents on migratory pressure and voluntary solidarity: there and back, their hash, and what is refused."""

import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any, Final

import pytest
import rfc8785

from desktop_app.calc.forum import Forum, Procedure
from desktop_app.calc.migratory_pressure import Credit
from desktop_app.calc.pressure_plans import TypeShares
from desktop_app.calc.validity import problems
from desktop_app.models.any_forum import sample
from desktop_app.models.errors import BadInput
from desktop_app.models.interchange import document_bytes, read_document, state_hash, write_document
from tests.models.proposal_2020 import PRESSURE, VOLUNTARY, changed_once

EXAMPLE: Final[dict[str, Any]] = json.loads(
    (Path(__file__).parents[2] / "examples" / "migratory-pressure.json").read_text(encoding="utf-8")
)
FULL: Final = {each.procedure: json.loads(document_bytes(each)) for each in (PRESSURE, VOLUNTARY)}


def copied(document: dict[str, Any]) -> dict[str, Any]:
    return json.loads(json.dumps(document))  # type: ignore[no-any-return]


def read(document: dict[str, Any]) -> Forum:
    return read_document(json.dumps(document).encode())


def rfc_hash(forum: Forum) -> str:
    return hashlib.sha256(rfc8785.dumps(write_document(forum))).hexdigest()


@pytest.mark.parametrize(
    "forum", [PRESSURE, VOLUNTARY, *map(sample, (Procedure.MIGRATORY_PRESSURE, Procedure.VOLUNTARY)), read(EXAMPLE)]
)
def test_what_is_written_reads_back_with_the_hash_of_rfc_8785(forum: Forum) -> None:
    assert problems(forum) == []
    again = read_document(document_bytes(forum))
    assert again == forum
    assert state_hash(again) == state_hash(forum) == rfc_hash(forum)


@pytest.mark.parametrize("forum", [PRESSURE, VOLUNTARY], ids=lambda forum: forum.procedure.value)
def test_one_change_anywhere_is_written_and_read(forum: Forum) -> None:
    names = ("voluntary" if forum is VOLUNTARY else "migratory_pressure", "solidarity")
    for name in names:
        for other in changed_once(getattr(forum, name)):
            changed = replace(forum, **{name: other})
            assert state_hash(changed) == rfc_hash(changed)
            if not problems(changed):
                assert state_hash(read_document(document_bytes(changed))) == state_hash(changed)


def test_the_example_is_read_as_it_is_meant() -> None:
    recorded = read(EXAMPLE).migratory_pressure
    assert [plan.shares for plan in recorded.plans] == [
        TypeShares(Fraction(80), Fraction(20)),
        TypeShares(Fraction(100)),
    ]
    assert recorded.plans[1].covered == 60
    assert recorded.credits[0].benefitting == "EL"
    written = write_document(read(EXAMPLE))
    # Nothing of what stands beside the promises is in the document of a forum that does without it.
    assert set(written) == {*EXAMPLE, "note"}
    assert set(written["plans"][0]) == set(EXAMPLE["plans"][0])
    assert set(written["report"]) == set(EXAMPLE["report"])
    assert set(written["act"]) == set(EXAMPLE["act"])
    assert set(written["credits"][0]) == set(EXAMPLE["credits"][0])


def test_defaults_of_a_forum_on_voluntary_solidarity_are_written_out() -> None:
    written = write_document(read({"format": "forum-desk/1", "procedure": "voluntary"}))
    assert list(written) == [
        *("format", "procedure", "title", "note", "year", "classification", "adopted", "as_of", "readings"),
        *("mechanism", "signatories", "needs", "pledges", "kept"),
    ]
    assert "key" not in written


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"credits": [{"code": "DE"}]}, {"credits": [{"code": "DE", "benefitting": "EL", "persons": 0}]}),
        ({"act": {}}, {"act": {"urgent": False, "types_set": []}}),
        ({"situation": {"blueprint": {"stage_two": False}, "needs": {"staff": None}}}, {}),
        ({"rounds": [{}, {"id": "f1"}]}, {"rounds": [{"id": "f2"}, {"id": "f1", "reason": None}]}),
        ({"support_plans": [{"code": "DE"}]}, {"support_plans": [{"id": "p1", "code": "DE", "benefitting": "EL"}]}),
        ({"requests": [{}]}, {"requests": [{"benefitting": "EL", "needs": None}]}),
        ({"incentives": [{"person_eur": "10000"}]}, {"incentives": [{"minor_eur": "12000", "transfer_eur": "500"}]}),
        ({"plans": [{"code": "DE"}]}, {"plans": [{"code": "DE", "shares": {"applicants": "0.0"}, "minors": {}}]}),
        (
            {"plans": [{"code": "DE", "average_shown": "0.0015"}]},
            {"plans": [{"code": "DE", "average_shown": "6/4000"}]},
        ),
        ({"other_benefitting": ["MT", "IT"]}, {"other_benefitting": ["IT", "MT"]}),
        (
            {"relocation_groups": [{"id": "r1", "relocating": "FR"}], "log": [{"text": "t"}]},
            {
                "relocation_groups": [{"relocating": "FR", "type": "applicants", "linked": 0}],
                "log": [{"kind": "coordination", "text": "t"}],
            },
        ),
        (
            {"sponsorship_groups": [{"sponsor": "SE", "activities": ["d", "a"]}]},
            {"sponsorship_groups": [{"sponsor": "SE", "start": "act", "activities": ["a", "d"]}]},
        ),
    ],
)
def test_two_spellings_of_one_forum_have_one_hash(one: dict[str, Any], other: dict[str, Any]) -> None:
    base = {name: value for name, value in EXAMPLE.items() if name not in {"plans", "credits", "act"}}
    assert state_hash(read({**base, **one})) == state_hash(read({**base, **other}))


def test_a_credit_of_which_nobody_said_whom_it_helped_follows_the_report() -> None:
    recorded = PRESSURE.migratory_pressure
    unsaid = replace(PRESSURE, migratory_pressure=replace(recorded, credits=(Credit("SE"),)))
    said = replace(PRESSURE, migratory_pressure=replace(recorded, credits=(Credit("SE", "EL"),)))
    assert state_hash(unsaid) == state_hash(said)
    assert read_document(document_bytes(unsaid)) == said


@pytest.mark.parametrize("procedure", list(FULL), ids=lambda each: each.value)
def test_any_key_but_those_that_name_a_state_may_be_absent(procedure: Procedure) -> None:
    def places(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
        inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
        for name, each in inside:
            yield (*path, name)
            yield from places(each, (*path, name))

    # What names a state, or says which of several an entry is.
    needed = {"format", "procedure", "code", "sponsor", "relocating", "indicator", "source", "type", "text"}
    needed |= {"rule", "message", "reason"} | ({"benefitting"} if procedure is Procedure.VOLUNTARY else set())
    for *above, last in places(FULL[procedure]):
        if last in needed or isinstance(last, int):
            continue
        document = copied(FULL[procedure])
        holder: Any = document
        for name in above:
            holder = holder[name]
        del holder[last]
        refused = refusal(document)
        # A part of nobody, two first plans of one state, two rates from the beginning, types that total less than 100.
        assert not refused or any(part in refused for part in ("more than the", "twice", "not 100 %")), (above, last)


def refusal(document: dict[str, Any]) -> str:
    """Return why the reader refuses a document; empty when it does not."""
    try:
        read(document)
    except BadInput as error:
        return error.what
    return ""


Change = Callable[[dict[str, Any]], None]


def at(*path: str | int, **keys: Any) -> Change:
    """Return what sets keys of the object at a place."""

    def change(document: dict[str, Any]) -> None:
        holder: Any = document
        for name in path:
            holder = holder[name]
        holder.update(keys)

    return change


PLAN: Final = ("plans", 0)
LINE: Final = ("support_plans", 0, "lines", 0)
REFUSED_PRESSURE: Final[tuple[tuple[Change, str, str], ...]] = (
    (at(*PLAN, code="NO"), "plans[0].code", "Norway is an associated state"),
    (at(*PLAN, code="GR"), "plans[0].code", "not the code"),
    (at(*PLAN, revision=1), "plans[DE, revision 1]", "stands there twice"),
    (at(*PLAN, revision=100), "plans[0].revision (DE)", "outside 0 to 99"),
    (at(*PLAN, cover={}), "plans[0].cover (DE)", "its shares split every person (Art. 52(3))"),
    (at(*PLAN, relocations=5), "plans[0].relocations (DE)", "unknown"),
    (at(*PLAN, covered_by_measures=60), "plans[0].covered_by_measures (DE)", "not a string"),
    (at(*PLAN, covered_by_measures="-1"), "plans[0].covered_by_measures (DE)", "not a number of persons"),
    (at(*PLAN, nationalities=["sy"]), "plans[0].nationalities[0] (DE)", "not the code of a country"),
    (at(*PLAN, nationalities=["SY", "SY"]), "plans[0].nationalities[1] (DE)", "stands there twice"),
    (at(*PLAN, activities=["f"]), "plans[0].activities[0] (DE)", "not one of"),
    (at(*PLAN, average_shown="1/0"), "plans[0].average_shown (DE)", "not a number"),
    (at(*PLAN, average_shown=0.5), "plans[0].average_shown (DE)", "not a string"),
    (at(*PLAN, average_shown="3000000001/3"), "plans[DE, revision 0].average_shown", "outside"),
    (at(*PLAN, minors={"applicants": -1}), "plans[0].minors.applicants (DE)", "outside"),
    (at(*PLAN, minors={"sponsorship": 1}), "plans[0].minors.sponsorship (DE)", "unknown"),
    (at(*PLAN, "shares", applicants="101"), "plans[0].shares.applicants (DE)", "more than the whole"),
    (at(*PLAN, "shares", applicants=80), "plans[0].shares.applicants (DE)", "not a string"),
    (at(*PLAN, "shares", measures="1"), "plans[0].shares.measures (DE)", "unknown"),
    (at("report", benefitting="CH"), "report.benefitting", "associated"),
    (at("report", benefitting=["EL"]), "report.benefitting", "not a string"),
    (at("report", relocations="800"), "report.relocations", "not a number of persons"),
    (at(other_benefitting=["MT", "MT"]), "other_benefitting[1]", "twice"),
    (at(triggered_by="council"), "triggered_by", "not one of"),
    (at("act", path="48(1)"), "act.path", "unknown"),
    (at("act", "types_set", 0, code="SE"), "act.types_set[1] (SE)", "twice"),
    (at("act", "types_set", 0, shares={"applicants": "99.9"}), "act.types_set[FR].shares", "not 100 %"),
    (at("credits", 0, type="returns"), "credits[0].type", "not one of"),
    (at("credits", 0, year="2026"), "credits[0].year", "not a year"),
    (at("situation", "indicators", 0, indicator="k"), "situation.indicators[1]", "twice"),
    (at("situation", "sources", 0, kind="ISAA"), "situation.sources[0].kind", "Art. 50(4)(g)"),
    (at("situation", "sources", 0, source=None), "situation.sources[0].source", "missing"),
    (at("rounds", 1, id="f1"), "rounds[1]", "twice"),
    (at("rounds", 0, kind="shortfall"), "rounds[0].kind", "unknown"),
    (at("support_plans", 1, id="SP-1"), "support_plans[1]", "twice"),
    (at("support_plans", 1, revision=1), "support_plans[1].revision", "Annex IV has no revisions"),
    (at("support_plans", 1, code="CY"), "support_plans[SP-2]", "both the Member State"),
    (at(*LINE, type="illegally-staying"), "support_plans[0].lines[1]", "twice"),
    (at(*LINE, type="measures"), "support_plans[0].lines[0].type", "not one of"),
    (at(*LINE, persons=4), "support_plans[SP-1].lines[applicants].minors", "5 is more than the 4 persons"),
    (at(*LINE, nationalities=["SY"]), "support_plans[SP-1].lines[applicants].nationalities", "no field for"),
    (
        at("sponsorship_groups", 0, nationality="Syria"),
        "sponsorship_groups[0].nationality",
        "not the code of a country",
    ),
    (at("sponsorship_groups", 0, returned=31), "sponsorship_groups[S-1].returned", "31 is more than the 30"),
    (at("relocation_groups", 0, type="sponsorship"), "relocation_groups[0].type", "not one of"),
    (at("relocation_groups", 0, relocating="IS"), "relocation_groups[0].relocating", "associated"),
    (at("incentives", 1, since=None), "incentives", "twice"),
    (at("log", 0, code="NO"), "log[0].code", "associated"),
    (at("log", 0, text=None), "log[0].text", "missing"),
    (at(states=[]), "states", "belongs to a forum on annual-pool"),
    (at(pool={}), "pool", "unknown"),
    (at(use=[]), "use", "belongs to a forum on search-and-rescue"),
    (at(pledges=[]), "pledges", "belongs to a forum on voluntary"),
    (at(shares_status="computed"), "shares_status", "unknown"),
    (at(readings={"general-application": "2026-06-12"}), "readings.general-application", "unknown"),
)
REFUSED_VOLUNTARY: Final[tuple[tuple[Change, str, str], ...]] = (
    (at(key={}), "key", "has no key"),
    (at(report={}), "report", "belongs to a forum on search-and-rescue or migratory-pressure"),
    (at(applications=[]), "applications", "belongs to a forum on annual-pool or migratory-pressure"),
    (at(signatories=[{"code": "IS"}]), "signatories[0].code", "not the code of a state that can stand here"),
    (at("signatories", 0, code="NO"), "signatories[2] (NO)", "twice"),
    (at("pledges", 0, code="IS"), "pledges[0].code", "not the code of a state"),
    (at("pledges", 0, benefitting="NO"), "pledges[0].benefitting (DE)", "associated"),
    (at("pledges", 0, benefitting="DE"), "pledges[0].benefitting", "cannot pledge to itself"),
    (at("pledges", 0, financial_eur=5), "pledges[0].financial_eur (DE)", "not a string"),
    (at("kept", 0, minors=75), "kept[0].minors", "75 is more than the 74"),
    (at("needs", 0, benefitting="CY"), "needs[1] (CY)", "twice"),
    (at("needs", 0, benefitting="NO"), "needs[0].benefitting", "associated"),
    (at("requests", 1, benefitting=None), "requests[1].benefitting", "missing"),
    (at("mechanism", chairs="x"), "mechanism.chairs", "not a list"),
    (at(readings={"credit": "on-request"}), "readings.credit", "unknown"),
)
REFUSED: Final = tuple(
    pytest.param(procedure, *case, id=f"{procedure.value}: {case[1]}")
    for procedure, cases in ((Procedure.MIGRATORY_PRESSURE, REFUSED_PRESSURE), (Procedure.VOLUNTARY, REFUSED_VOLUNTARY))
    for case in cases
)


@pytest.mark.parametrize(("procedure", "change", "where", "what"), REFUSED)
def test_what_is_refused_in_one_line_with_its_place(
    procedure: Procedure, change: Change, where: str, what: str
) -> None:
    document = copied(FULL[procedure])
    change(document)
    with pytest.raises(BadInput) as refused:
        read(document)
    assert refused.value.where == where
    assert what in refused.value.what
    assert "\n" not in f"{refused.value.what}{refused.value.remedy}"


@pytest.mark.parametrize(
    "change",
    [
        at(*PLAN, shares={"applicants": "99.9"}),
        at(*PLAN, shares={}, covered_by_measures="0"),
        at(*PLAN, nationalities=["XK"]),
        at(*PLAN, nationalities=[]),
        at(*PLAN, covered_by_measures="1000000"),
        at(*PLAN, minors={"applicants": 900}),
        at("report", benefitting=None),
        at(adopted="2027-03-19"),
    ],
)
def test_what_is_a_finding_is_read_and_kept(change: Change) -> None:
    document = copied(FULL[Procedure.MIGRATORY_PRESSURE])
    document |= {"support_plans": [], "requests": []}
    change(document)
    forum = read(document)
    assert read_document(document_bytes(forum)) == forum
