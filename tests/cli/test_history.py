"""``history`` and ``find``: the record on the command line."""

import json
from pathlib import Path

import pytest

from desktop_app.calc.changes import PledgeColumn, RecordPledge
from desktop_app.calc.memory import MarkKind
from desktop_app.models.any_forum import read_any_forum
from desktop_app.models.forum_file import ForumFile
from tests.cli.conftest import Run


def _pledge(code: str, value: int) -> RecordPledge:
    return RecordPledge(code, PledgeColumn.RELOCATIONS, value)


@pytest.fixture
def record(document: Path, tmp_path: Path) -> Path:
    path = tmp_path / "record.forum"
    with ForumFile.create(path, read_any_forum(document), "Ana Silva") as file:
        file.apply(_pledge("LV", 41), reason="by telephone")
        file.apply(_pledge("FR", 77))
        file.undo()
        file.mark(MarkKind.ROUND, "Round 1")
        file.scenario(file.branch("What if", 2).id).apply(_pledge("SE", 3))
    return path


def test_the_history_for_people(run: Run, record: Path) -> None:
    done = run("history", record)
    assert (done.status, done.error) == (0, "")
    lines = done.out.splitlines()
    assert lines.pop().startswith("Times are of this machine: UTC")
    assert [line.split()[0] for line in lines if not line.startswith(" " * 7)] == ["5", "4", "3", "2", "1"]
    assert lines[0].endswith("  Round closed: Round 1")
    assert next(line for line in lines if line.startswith("     1")).count("Created") == 0
    assert "        undo of entry 3" in lines
    assert next(line for line in lines if line.startswith("     3")).endswith("taken back by entry 4")
    assert "        reason: by telephone" in lines
    assert len([line for line in run("history", record, "--limit", "2").out.splitlines() if line[5].isdigit()]) == 2


def test_the_history_for_programs_and_of_one_state(run: Run, record: Path) -> None:
    told = json.loads(run("history", record, "--state", "lv", "--json").out)
    (entry,) = told["entries"]
    assert (entry["entry"], entry["operator"], entry["reason"], entry["action"]) == (
        2,
        "Ana Silva",
        "by telephone",
        "change",
    )
    (change,) = entry["changes"]
    assert (change["where"], change["state"], change["what"], change["to"]) == ("Latvia", "LV", "relocations", "41")
    assert run("history", record, "--state", "MT").out.strip() == "No entry touches it."


def test_a_fingerprint_is_found(run: Run, record: Path) -> None:
    with ForumFile.open(record, "x", read_only=True) as file:
        state, scenario = file.moment(3).state_hash, file.scenarios()[0].moment.state_hash
    found = run("find", record, state[:6], state[6:12])
    assert (found.status, found.out.split("  ")[0]) == (0, "entry 3")
    assert found.out.splitlines()[-1].startswith("Times are of this machine: UTC")
    assert run("find", record, scenario).out.startswith("scenario What if")
    told = json.loads(run("find", record, state, "--json").out)["found"]
    assert [(each["entry"], each["state"]) for each in told] == [(3, state)]
    (branch,) = json.loads(run("find", record, scenario, "--json").out)["found"]
    assert (branch["scenario"], branch["state"]) == ("What if", scenario)
    nothing = run("find", record, "0" * 12, "--json")
    assert (nothing.status, json.loads(nothing.out)["found"]) == (1, [])
    missing = run("find", record, "0" * 12)
    assert (missing.status, missing.out.strip()) == (
        1,
        "No moment of this file and none of its scenarios had it.",
    )


@pytest.mark.parametrize(
    "arguments",
    [
        ("history", "pool.json"),
        ("history", "record.forum", "--state", "GREECE"),
        ("history", "record.forum", "--limit", "0"),
        ("find", "record.forum", "xyz"),
        ("find", "missing.forum", "1234"),
    ],
)
def test_what_makes_no_sense_is_refused(run: Run, record: Path, document: Path, arguments: tuple[str, ...]) -> None:
    assert record.exists()
    document.rename(document.parent / "pool.json")
    run(*arguments).assert_refused()
