"""The commands on forums on migratory pressure and on voluntary solidarity, one after the other."""

import json
from pathlib import Path
from typing import Any, Final

import pytest

from desktop_app.calc.assess import assess
from desktop_app.calc.forum import Forum, Procedure
from desktop_app.cli import report
from desktop_app.models.any_forum import sample
from desktop_app.models.interchange import read_document, state_hash
from tests.cli.conftest import Run

EXAMPLE: Final = Path(__file__).parents[1] / "examples" / "migratory-pressure.json"


@pytest.mark.parametrize(
    ("procedure", "wanted", "change", "said"),
    [
        (
            Procedure.MIGRATORY_PRESSURE,
            ("ALARM, expiry is near", "LATE", "accepted by silence on 2027-10-25"),
            lambda document: document["plans"][0]["shares"].update(applicants="74.9"),
            "Belgium",
        ),
        (
            Procedure.VOLUNTARY,
            ("Coordinated by: Solidarity Platform", "CZ Czechia*", "SG-2 AT from MT", "5 to be taken over"),
            lambda document: document["pledges"][0].update(relocations=101),
            "Belgium",
        ),
    ],
)
def test_a_sample_is_made_checked_handed_out_and_taken_in_again(
    run: Run, tmp_path: Path, procedure: Procedure, wanted: tuple[str, ...], change: Any, said: str
) -> None:
    target, exported, copy = (tmp_path / name for name in ("made.forum", "made.json", "copy.forum"))
    assert run("new", target, "--from", f"sample-{procedure.value}").out == f"Made {target}.\n"
    checked = run("check", target)
    assert (checked.status, checked.error) == (0, "")
    assert checked.out.startswith("INVENTED")
    assert [each for each in wanted if each not in checked.out] == []
    assert max(map(len, checked.out.splitlines())) <= report.WIDTH
    assert run("export", target, "--out", exported).status == 0
    assert run("new", copy, "--from", exported).status == 0
    states = {json.loads(run("check", path, "--json").out)["state_hash"] for path in (target, exported, copy)}
    assert states == {state_hash(sample(procedure))}
    assert run("verify", target).status == 0
    document = json.loads(exported.read_bytes())
    change(document)
    exported.write_text(json.dumps(document))
    taken = run("import", target, exported)
    assert taken.status == 0, taken
    assert said in taken.out
    run("new", tmp_path / "other.forum", "--from", tmp_path / "missing.json").assert_refused()


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        (lambda plan: plan["shares"].update(applicants="79.9"), "P610-52-3b"),
        (lambda plan: plan["shares"].update(applicants="80.1"), "P610-52-3b"),
        (lambda plan: plan.update(nationalities=["PK"]), "P610-52-3c"),
        (lambda plan: plan.update(nationalities=[]), "P610-52-3c"),
    ],
)
def test_what_the_form_may_not_say_is_kept_and_blocks(run: Run, tmp_path: Path, change: Any, rule: str) -> None:
    document = json.loads(EXAMPLE.read_text(encoding="utf-8"))
    change(document["plans"][0])
    (tmp_path / "odd.json").write_text(json.dumps(document))
    outcome = run("check", tmp_path / "odd.json", "--json")
    assert outcome.status == 1
    found = json.loads(outcome.out)["findings"]
    assert [each["state"] for each in found if (each["rule"], each["severity"]) == (rule, "block")] == ["DE"]


@pytest.mark.parametrize(
    ("procedure", "changes", "words"),
    [
        ("migratory-pressure", {"pledges": []}, "pledges"),
        ("migratory-pressure", {"holidays": []}, "holidays"),
        ("migratory-pressure", {"other_benefitting": ["NO"]}, "Norway is an associated state"),
        ("migratory-pressure", {"sponsorship_groups": [{"id": "g", "sponsor": "DE", "persons": 5, "minors": 6}]}, "6"),
        ("voluntary", {"key": {"states": []}}, "no key"),
        ("voluntary", {"plans": []}, "plans"),
        ("voluntary", {"signatories": [{"code": "IS"}]}, "IS"),
        ("voluntary", {"needs": [{"benefitting": "NO", "relocations": 5}]}, "2.3"),
        ("voluntary", {"log": [{"text": "x", "code": "CH"}]}, "Switzerland"),
        ("search-and-rescue", {"sponsorship_groups": []}, "sponsorship_groups"),
        ("annual-pool", {"support_plans": []}, "support_plans"),
    ],
)
def test_bad_input_is_refused_in_a_few_words(
    run: Run, tmp_path: Path, procedure: str, changes: dict[str, Any], words: str
) -> None:
    document = {"format": "forum-desk/1", "procedure": procedure, **changes}
    (tmp_path / "bad.json").write_text(json.dumps(document))
    outcome = run("check", tmp_path / "bad.json", "--json")
    outcome.assert_refused()
    assert words in outcome.error


@pytest.mark.parametrize(
    ("forum", "wanted"),
    [
        (
            read_document(EXAMPLE.read_bytes()),
            ("Under pressure: Greece", "A 5.45 %, C 5.71 %; not triggered under reading A", "71*", "40 taken off"),
        ),
        (
            Forum(procedure=Procedure.MIGRATORY_PRESSURE),
            ("Untitled forum", "no act adopted", "No report names a Member State yet", "of ? asked (?)"),
        ),
        (Forum(procedure=Procedure.VOLUNTARY), ("Untitled forum", "not started", "Coordinated by: ?")),
    ],
    ids=["example", "no pressure", "nothing voluntary"],
)
def test_the_report_says_what_there_is_to_say(forum: Forum, wanted: tuple[str, ...]) -> None:
    said = report.text(assess(forum), state_hash(forum)).replace("\u00a0", " ")
    assert max(map(len, said.splitlines())) <= report.WIDTH
    assert [each for each in wanted if each not in said] == []
