"""What ``check --json`` says."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from hypothesis import given, settings

from desktop_app.calc.forum import Acknowledgement, Forum, StateRecord
from desktop_app.calc.rulebooks.annual_pool.book import assess
from desktop_app.calc.vote import NO_BALLOT, BallotLine, Vote
from desktop_app.models.interchange import check_output, fingerprint, read_document, state_hash
from desktop_app.paths import resource
from tests.strategies import forums

EXAMPLES: Final = Path(__file__).parents[2] / "examples"


def differences(expected: Any, found: Any, path: str = "") -> list[str]:
    """Return where ``found`` does not hold what is expected; it may hold more keys."""
    if isinstance(expected, dict) and isinstance(found, dict):
        missing = [f"{path}.{name} is missing" for name in expected if name not in found]
        return missing + [
            each
            for name in expected.keys() & found
            for each in differences(expected[name], found[name], f"{path}.{name}")
        ]
    if isinstance(expected, list) and isinstance(found, list) and len(expected) == len(found):
        return [
            each
            for index, (one, other) in enumerate(zip(expected, found, strict=True))
            for each in differences(one, other, f"{path}[{index}]")
        ]
    same = type(expected) is type(found) and expected == found
    return [] if same else [f"{path}: {expected!r} expected, {found!r} found"]


def test_the_worked_example() -> None:
    forum = read_document((EXAMPLES / "annual-pool.json").read_bytes())
    expected = json.loads((EXAMPLES / "annual-pool.expected.json").read_text(encoding="utf-8"))
    assert differences(expected, check_output(assess(forum))) == []


def test_particulars_findings_and_deadlines() -> None:
    forum = read_document((EXAMPLES / "annual-pool.json").read_bytes())
    output = check_output(assess(forum))
    assert output["state_hash"] == state_hash(forum)
    assert output["fingerprint"] == fingerprint(forum)
    assert (output["title"], output["year"]) == ("Example: a small annual pool (invented figures)", 2027)
    assert (output["classification"], output["adopted"]) == ("EU RESTRICTED", None)
    unmet = next(each for each in output["findings"] if each["rule"] == "AMMR-57-3b" and each["state"] == "LV")
    assert (unmet["severity"], unmet["status"]) == ("warn", "in force")
    assert "Latvia" in unmet["message"]
    forum_due = next(each for each in output["deadlines"] if each["rule"] == "AMMR-13-2")
    assert (forum_due["due"], forum_due["state"]) == ("2026-10-30", None)
    assert output["states"][0]["met"] is False
    moved = {each.rule: each.moved or None for each in assess(forum).deadlines}
    assert {each["rule"]: each["moved"] for each in output["deadlines"]} == moved
    assert output["states"][3]["deduction_stage"] == "requested"


def test_why_a_deadline_is_moved_stands_beside_what_started_it() -> None:
    assessment = assess(read_document((EXAMPLES / "annual-pool.json").read_bytes()))
    deadline = replace(assessment.deadlines[0], moved="31 October 2026 is a Saturday")
    (found,) = check_output(replace(assessment, deadlines=(deadline,)))["deadlines"]
    assert found["moved"] == "31 October 2026 is a Saturday"


def test_an_answer_stands_with_its_warning_in_the_words_it_was_given_to() -> None:
    forum = read_document((EXAMPLES / "annual-pool.json").read_bytes())
    # Nothing is recorded of Belgium: that blocks.
    forum = forum.with_state(StateRecord("BE"))

    def answers(acknowledged: Forum) -> set[tuple[str, str | None, str]]:
        findings = check_output(assess(acknowledged))["findings"]
        return {(each["rule"], each["state"], each["acknowledged"]) for each in findings if each["acknowledged"]}

    assert answers(forum) == set()
    output = check_output(assess(forum))["findings"]
    warning = next(each for each in output if each["severity"] == "warn" and each["rule"] == "AMMR-57-3b")
    block = next(each for each in output if each["severity"] == "block")
    answered = tuple(
        Acknowledgement(each["rule"], each["state"], message, "agreed in the margins")
        for each, message in ((warning, warning["message"]), (warning, "other words"), (block, block["message"]))
    )
    # What blocks cannot be answered, and an answer to other words is none.
    assert answers(replace(forum, acknowledgements=answered)) == {
        ("AMMR-57-3b", warning["state"], "agreed in the margins")
    }


def test_readings_that_cannot_be_chosen_stand_beside_those_that_can() -> None:
    output = check_output(assess(Forum()))
    assert output["fixed_readings"]["key-states"] == "bound-states"
    assert output["fixed_readings"]["exceptional-rate"] == "20000"
    assert not output["fixed_readings"].keys() & output["readings"].keys()


def test_what_cannot_be_known_is_null() -> None:
    forum = replace(read_document((EXAMPLES / "annual-pool.json").read_bytes()), states=())
    totals = check_output(assess(forum))["totals"]
    assert totals["unknown_states"] == ["BE", "EL", "LV"]
    row = check_output(assess(forum))["states"][0]
    assert (row["pledged_relocations"], row["equivalents"], row["coverage_percent"]) == (None, None, None)
    without_numbers = replace(forum, pool=replace(forum.pool, relocations=None))
    assert check_output(assess(without_numbers))["totals"]["rate_eur"] is None


def test_the_built_in_forum_is_adopted() -> None:
    output = check_output(assess(read_document(resource("samples", "annual-pool-2026.json").read_bytes())))
    assert output["adopted"] == "2025-12-22"
    assert len(output["states"]) == 27


@settings(max_examples=50)
@given(forums())
def test_every_forum_can_be_said_in_json(forum: Forum) -> None:
    def types(value: Any) -> set[type]:
        inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
        return {type(value)}.union(*map(types, inside))

    output = check_output(assess(forum))
    assert types(output) <= {dict, list, str, int, bool, type(None)}
    assert json.loads(json.dumps(output)) == output


def test_offsets_and_vote_stand_beside_only_where_there_is_something() -> None:
    assert not {"offsets", "vote"} & set(check_output(assess(Forum())))
    forum = read_document((EXAMPLES / "annual-pool.json").read_bytes())
    assert "vote" not in check_output(assess(forum))
    voted = replace(forum, vote=NO_BALLOT.with_lines([BallotLine("BE", Vote.YES), BallotLine("LV", Vote.ABSTAIN)]))
    output = check_output(assess(replace(voted, readings=(("offset-cap", "relocations"),))))
    assert (output["further_readings"]["offset-cap"], output["further_readings"]["offset-number"]) == (
        "relocations",
        "minimum",
    )
    assert "offset-cap" not in output["readings"]
    assert output["vote"]["abstain"] == ["LV"]
    assert output["vote"]["population"] == "key"
    assert output["vote"]["turning"][0]["to_yes"] is True
    assert output["offsets"]["target"] == "30000"
