"""The commands on a forum on search and rescue, one after the other."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import pytest

from desktop_app.calc.assess import assess
from desktop_app.calc.forum import Forum, Procedure
from desktop_app.calc.search_and_rescue import Disembarkation
from desktop_app.cli import report
from desktop_app.models.any_forum import sample
from desktop_app.models.interchange import document_bytes, read_document, state_hash
from tests.cli.conftest import Run
from tests.models.desk import RESCUE

_REPORT: Final = RESCUE.search_and_rescue.report
TOPPED_UP: Final = replace(
    RESCUE,
    search_and_rescue=replace(
        RESCUE.search_and_rescue,
        report=replace(_REPORT, benefitting=(_REPORT.benefitting[0], Disembarkation("MT", 500))),
    ),
)
EXAMPLE: Final = Path(__file__).parents[1] / "examples" / "search-and-rescue.json"


def test_the_sample_is_made_checked_handed_out_and_taken_in_again(run: Run, tmp_path: Path) -> None:
    target, exported, copy = tmp_path / "sar.forum", tmp_path / "sar.json", tmp_path / "copy.forum"
    assert run("new", target, "--from", "sample-search-and-rescue").out == f"Made {target}.\n"
    said = run("check", target)
    assert (said.status, said.error) == (0, "")
    assert said.out.startswith("INVENTED")
    assert "ALARM: 80 % is used" in said.out
    assert max(map(len, said.out.splitlines())) <= report.WIDTH
    assert run("export", target, "--out", exported).status == 0
    assert run("new", copy, "--from", exported).status == 0
    states = {json.loads(run("check", path, "--json").out)["state_hash"] for path in (target, exported, copy)}
    assert states == {state_hash(sample(Procedure.SEARCH_AND_RESCUE))}
    assert run("verify", target).status == 0
    table = tmp_path / "sar.csv"
    assert run("export", target, "--out", table).status == 0
    assert table.read_bytes().startswith(b"code,member_state,benefitting,")
    run("import", target, table).assert_refused()
    document = json.loads(exported.read_bytes())
    document["plans"][0]["relocations"] += 5
    exported.write_text(json.dumps(document))
    taken = run("import", target, exported)
    assert taken.status == 0
    assert "Belgium, plan: relocations: 210 → 215" in taken.out
    assert run("import", target, tmp_path / "pool.json").status == 2


def test_what_is_refused_has_the_article(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "odd.json"
    for change, article in (({"sponsorship": 5}, "Art. 47(4)"), ({"reduction_requested": True}, "Art. 52(5)")):
        document: dict[str, Any] = json.loads(EXAMPLE.read_text(encoding="utf-8"))
        document["plans"][0] |= change
        path.write_text(json.dumps(document))
        outcome = run("check", path)
        outcome.assert_refused()
        assert article in outcome.error


@pytest.mark.parametrize(
    ("forum", "wanted"),
    [
        (TOPPED_UP, ("raised from 2\u202f500", "Rev 1")),
        (read_document(EXAMPLE.read_bytes()), ("A 32.89 %, B 50.00 %, C 34.41 %; triggered under reading A", "128*")),
        (Forum(procedure=Procedure.SEARCH_AND_RESCUE), ("Untitled forum", "A ?, B ?, C ?", "Plans are not judged yet")),
    ],
    ids=["everything", "example", "nothing"],
)
def test_the_report_says_what_there_is_to_say(forum: Forum, wanted: tuple[str, ...]) -> None:
    forum = read_document(document_bytes(forum))
    said = report.text(assess(forum), state_hash(forum)).replace("\u00a0", " ")
    assert max(map(len, said.splitlines())) <= report.WIDTH
    assert [each for each in wanted if each not in said] == []
