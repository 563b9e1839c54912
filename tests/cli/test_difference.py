"""``difference``: two states of a forum for people and for programs, or one of it and another file."""

import json
from pathlib import Path

import pytest

from desktop_app.calc.changes import PledgeColumn, RecordPledge, SetPool
from desktop_app.calc.memory import MarkKind
from desktop_app.models.forum_file import ForumFile
from desktop_app.paths import resource
from tests.cli.conftest import Run


@pytest.fixture
def record(forum_file: Path) -> Path:
    """The worked example: Belgium says 110, a round is closed, then 130, and another reference number."""
    with ForumFile.open(forum_file, "Ana Silva") as file:
        file.apply(RecordPledge("BE", PledgeColumn.RELOCATIONS, 110))
        file.mark(MarkKind.ROUND, "Round 1")
        file.apply(RecordPledge("BE", PledgeColumn.RELOCATIONS, 130))
        pool = file.forum.pool
        assert pool.relocations is not None
        changed = SetPool(type(pool)(pool.relocations + 100, pool.financial_cents), file.forum.shares_status)
        file.apply(changed)
    return forum_file


def test_what_changed_since_the_last_closed_round_and_why(run: Run, record: Path) -> None:
    done = run("difference", record)
    assert (done.status, done.error) == (0, "")
    lines = done.out.splitlines()
    assert lines[0].startswith("From  Round 1 (entry 3, ")
    assert lines[1].startswith("To    Now (entry 5, ")
    assert "  Belgium, relocations: 110 → 130" in lines
    block = lines[lines.index("Belgium") :]
    pledged = next(place for place, line in enumerate(block) if line.startswith("  relocations pledged: 110 → 130"))
    assert block[pledged + 1] == "      by Belgium: pledge"
    # 100 more are asked for, and at a lower rate the money recorded counts for 40 more.
    gap = lines.index(next(line for line in lines if line.startswith("  gap of the pool in relocations: ")))
    assert [line.strip() for line in lines[gap + 1 : gap + 3]] == [
        "+60 by Reference numbers",
        "−20 by Belgium: pledge",
    ]
    assert "Causes are told in this order" in done.out


def test_nothing_differs(run: Run, record: Path) -> None:
    done = run("difference", record, "--from", "2", "--to", "round 1")
    assert done.out.splitlines()[-1] == "Nothing differs."
    assert json.loads(run("difference", record, "--from", "2", "--to", "3", "--json").out)["same"] is True


def test_for_programs_every_difference_has_its_causes_and_they_add_up(run: Run, record: Path) -> None:
    told = json.loads(run("difference", record, "--json").out)
    assert (told["from"]["entry"], told["to"]["entry"], told["same"]) == (3, 5, False)
    pledged = next(each for each in told["figures"] if (each["state"], each["figure"]) == ("BE", "pledged_relocations"))
    assert (pledged["before"], pledged["after"], pledged["difference"]) == ("110", "130", "20")
    assert pledged["causes"] == [{"changes": ["Belgium: pledge"], "before": "110", "after": "130", "difference": "20"}]
    assert {"place": "Belgium", "state": "BE", "cell": "relocations", "before": "110", "after": "130"} in told["cells"]
    assert {each["fate"] for each in told["findings"]} <= {"new", "gone", "changes", "another severity"}
    assert isinstance(told["deadlines"], list)


def test_with_another_file_and_between_documents(run: Run, record: Path, document: Path) -> None:
    done = run("difference", record, "--with", document)
    assert "To    pool.json, fingerprint" in done.out
    assert "  Belgium, relocations: 130 → 100" in done.out
    same = run("difference", document, "--with", document)
    assert same.out.splitlines()[-1] == "Nothing differs."


def test_what_cannot_be_compared_is_refused(run: Run, record: Path, document: Path) -> None:
    other = resource("samples", "voluntary.json")
    for arguments, what in (
        (("--from", "no such round"), "no closed round, scenario, entry, time or fingerprint is called so"),
        (("--with", other), "the other on voluntary solidarity"),
        (("--with", document, "--to", "now"), "the other file is what is compared to"),
        (("--from", "17"), "the record has entries 1 to 5"),
        (("--from", ""), "it is empty"),
        (("--to", " "), "it is empty"),
        (("--from", "x" * 100_000), "xxx…"),
    ):
        refused = run("difference", record, *arguments)
        refused.assert_refused()
        assert what in refused.error
        assert len(refused.error) < 400
    run("difference", document).assert_refused()
    run("difference", document, "--with", document, "--from", "3").assert_refused()
