"""Every command does what section 7 of the interchange format says, with its exit statuses."""

import csv
import json
import os
from pathlib import Path
from typing import Any

import pytest

import desktop_app
from desktop_app.cli.parser import COMMANDS
from desktop_app.models.interchange import read_document, state_hash
from tests.cli.conftest import Run


def state_of(out: str) -> str:
    return str(json.loads(out)["state_hash"])


def test_check_of_a_document(run: Run, document: Path) -> None:
    outcome = run("check", document)
    assert (outcome.status, outcome.error) == (0, "")
    assert "Nothing blocks a final annex." in outcome.out
    assert "State 46f69b647f9d (" in outcome.out


def test_check_for_programs(run: Run, document: Path) -> None:
    outcome = run("check", document, "--json")
    assert (outcome.status, outcome.error) == (0, "")
    output = json.loads(outcome.out)
    assert output["totals"]["gap_relocations"] == 1690
    assert output["state_hash"] == state_hash(read_document(document.read_bytes()))


def test_check_says_when_something_blocks(run: Run, tmp_path: Path) -> None:
    empty = tmp_path / "empty.json"
    empty.write_text('{"format": "forum-desk/1", "procedure": "annual-pool"}')
    outcome = run("check", empty)
    assert outcome.status == 1
    assert "BLOCK: keeps the annex from being final" in outcome.out
    assert run("check", empty, "--json").status == 1


def test_check_writes_nothing(run: Run, document: Path, forum_file: Path, tmp_path: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    assert run("check", document).status == run("check", forum_file).status == 0
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before


def test_one_forum_has_one_hash_everywhere(run: Run, document: Path, forum_file: Path, tmp_path: Path) -> None:
    exported, again, copy = tmp_path / "again.json", tmp_path / "again.forum", tmp_path / "copy.forum"
    assert run("export", forum_file, "--out", exported).status == 0
    assert run("new", again, "--from", exported).status == 0
    assert run("new", copy, "--from", again).status == 0
    states = {state_of(run("check", path, "--json").out) for path in (document, forum_file, exported, again, copy)}
    assert len(states) == 1


def test_a_kind_of_file_is_told_by_what_is_in_it(run: Run, document: Path, forum_file: Path) -> None:
    disguised = forum_file.rename(forum_file.with_name("disguised.json"))
    assert run("check", disguised).status == 0
    renamed = document.rename(document.with_name("document.forum"))
    assert run("check", renamed).status == 0


def test_check_works_while_the_file_is_open_elsewhere(run: Run, forum_file: Path) -> None:
    from desktop_app.models.forum_file import ForumFile

    with ForumFile.open(forum_file, "Ana Silva"):
        assert run("check", forum_file).status == 0


def test_new_of_the_sample(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "new.forum"
    outcome = run("new", target, "--from", "sample", "--operator", "Ana Silva")
    assert (outcome.status, outcome.out) == (0, f"Made {target}.\n")
    assert json.loads(run("check", target, "--json").out)["title"] == "Annual Solidarity Pool for 2026 (public sources)"


def test_new_replaces_nothing(run: Run, document: Path, forum_file: Path) -> None:
    before = forum_file.read_bytes()
    run("new", forum_file, "--from", document).assert_refused()
    assert forum_file.read_bytes() == before


@pytest.mark.parametrize(
    "arguments",
    [
        ["new", "x.forum"],
        ["new", "x.json", "--from", "sample"],
        ["new", "x.forum", "--from", "missing.json"],
        ["new", "missing/x.forum", "--from", "sample"],
        ["check"],
        ["check", "missing.json"],
        ["check", "missing.forum"],
        ["check", "."],
        ["check", "pool.json", "--jso"],
        ["check", "pool.json", "extra"],
        ["annex", "pool.json"],
        ["annex", "pool.json", "--out", "annex"],
        ["annex", "pool.json", "--out", "annex.odt"],
        ["annex", "pool.json", "--out", "annex.pdf", "--language", "xx"],
        ["annex", "pool.json", "--out", "missing/annex.pdf"],
        ["annex", "missing.json", "--out", "annex.pdf"],
        ["export", "pool.json", "--out", "pool.json"],
        ["export", "pool.json", "--out", "./POOL/../pool.json"],
        ["export", "pool.json", "--out", "out.txt"],
        ["export", "pool.json", "--out", "missing/out.csv"],
        ["export", "missing.json", "--out", "out.json"],
        ["verify"],
        ["verify", "missing.forum"],
        ["verify", "pool.json"],
        ["chek", "pool.json"],
        ["chek"],
        ["--unknown"],
        ["missing.forum"],
        ["pool.json"],
        ["."],
        ["pool.forum", "pool.forum"],
    ],
    ids=" ".join,
)
def test_bad_input_is_refused_and_nothing_is_written(
    run: Run, document: Path, tmp_path: Path, arguments: list[str]
) -> None:
    (tmp_path / "POOL").mkdir()
    before = {path.name for path in tmp_path.iterdir()}
    outcome = run(*arguments)
    outcome.assert_refused()
    assert {path.name for path in tmp_path.iterdir()} == before
    assert document.stat().st_size > 0


def test_an_unreadable_file(run: Run, document: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_args: Any, **_more: Any) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", fail)
    outcome = run("check", document)
    outcome.assert_refused()
    assert "permission denied" in outcome.error


def test_a_folder_that_is_missing_is_named(run: Run, tmp_path: Path) -> None:
    outcome = run("new", "missing/x.forum", "--from", "sample")
    outcome.assert_refused()
    assert outcome.error.startswith(f"missing/x.forum: there is no folder {tmp_path / 'missing'}.")


@pytest.mark.parametrize("arguments", [["check"], ["verify"], ["export", "--out", "x.json"], []])
def test_what_is_no_ordinary_file_is_refused_and_not_waited_for(run: Run, tmp_path: Path, arguments: list[str]) -> None:
    pipe = tmp_path / "pool.forum"
    os.mkfifo(pipe)
    outcome = run(*arguments, pipe)
    outcome.assert_refused()
    assert "no ordinary file" in outcome.error


def test_refusals_name_the_file_and_the_key(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "bad.json"
    states = '[{"code": "LV", "pledge": {"relocations": 10.0}}]'
    path.write_text(f'{{"format": "forum-desk/1", "procedure": "annual-pool", "states": {states}}}')
    outcome = run("check", path)
    outcome.assert_refused()
    assert outcome.error.startswith("bad.json: states[0].pledge.relocations (LV): 10.0 is not a number of persons.\n")


def test_a_final_annex(run: Run, document: Path, forum_file: Path, tmp_path: Path) -> None:
    one, other = tmp_path / "one.pdf", tmp_path / "other.pdf"
    outcome = run("annex", document, "--out", one)
    assert (outcome.status, outcome.out) == (0, f"Wrote the annex to {one} (state 46f69b647f9d).\n")
    assert one.read_bytes().startswith(b"%PDF-")
    assert run("annex", forum_file, "--out", other).status == 0
    assert one.read_bytes() == other.read_bytes()


def test_an_annex_in_dutch(run: Run, document: Path, tmp_path: Path) -> None:
    english, dutch, draft = tmp_path / "en.pdf", tmp_path / "nl.pdf", tmp_path / "draft.pdf"
    assert run("annex", document, "--out", english).status == 0
    assert run("annex", document, "--out", dutch, "--language", "nl").status == 0
    assert run("annex", document, "--out", draft, "--language", "nl", "--draft").status == 0
    assert b"/Lang (nl)" in dutch.read_bytes()
    assert b"/Lang (en)" in english.read_bytes()
    assert len({path.read_bytes() for path in (english, dutch, draft)}) == 3


def test_a_language_that_there_is_none_of_is_named_with_those_there_are(run: Run, document: Path) -> None:
    outcome = run("annex", document, "--out", "annex.pdf", "--language", "xx")
    outcome.assert_refused()
    assert "sl or sv." in outcome.error


def test_a_final_annex_is_refused_while_something_blocks(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "pool.forum"
    assert run("new", target, "--from", "sample").status == 0
    out = tmp_path / "annex.pdf"
    out.write_bytes(b"the former annex")
    outcome = run("annex", target, "--out", out)
    assert (outcome.status, outcome.out) == (1, "")
    assert outcome.error.startswith("Refused as final: 25 findings block a final annex.")
    assert "AMMR-57-1     Belgium: nothing is recorded" in outcome.error
    assert out.read_bytes() == b"the former annex"
    assert run("annex", target, "--out", out, "--draft").status == 0
    assert out.read_bytes().startswith(b"%PDF-")


def test_exports(run: Run, forum_file: Path, tmp_path: Path) -> None:
    for ending in ("json", "xlsx", "csv", "CSV"):
        out = tmp_path / f"out.{ending}"
        outcome = run("export", forum_file, "--out", out)
        assert (outcome.status, outcome.out) == (0, f"Wrote {out} (state 46f69b647f9d).\n")
    with (tmp_path / "out.csv").open(newline="") as file:
        assert [row["code"] for row in csv.DictReader(file)] == ["BE", "DK", "EL", "LV", ""]
    assert (tmp_path / "out.xlsx").read_bytes().startswith(b"PK")


def test_verify_of_a_sound_file(run: Run, forum_file: Path) -> None:
    outcome = run("verify", forum_file)
    assert (outcome.status, outcome.error) == (0, "")
    assert "sound, 1 journal entry checked" in outcome.out


def test_verify_of_a_damaged_file(run: Run, forum_file: Path) -> None:
    data = bytearray(forum_file.read_bytes())
    forum_file.write_bytes(data[: len(data) // 2])
    outcome = run("verify", forum_file)
    assert outcome.status == 1
    assert "damaged" in outcome.out


def test_verify_of_what_is_no_forum_file(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "holiday.forum"
    path.write_bytes(b"\xff\xd8\xff not a forum")
    run("verify", path).assert_refused()
    run("check", path).assert_refused()


def test_version_and_help(run: Run) -> None:
    assert run("--version").out == f"Forum Desk {desktop_app.__version__}\n"
    outcome = run("--help")
    assert (outcome.status, outcome.error) == (0, "")
    assert "forum-desk annex pool.forum --out annex.pdf" in outcome.out
    for command in ("new", "check", "annex", "export", "verify"):
        assert run(command, "--help").out.startswith(f"usage: forum-desk {command} ")


def test_every_help_tells_the_exit_statuses(run: Run) -> None:
    told = {command: " ".join(run(command, "--help").out.split("\n\n")[-1].split()) for command in COMMANDS}
    assert told == {
        "new": "exit status: 0 fine; 2 bad input, nothing was written",
        "check": "exit status: 0 fine; 1 something blocks; 2 bad input, nothing was written",
        "annex": "exit status: 0 fine; 1 something blocks; 2 bad input, nothing was written",
        "publish": "exit status: 0 fine; 1 something blocks, or a pack does not hold together; 2 bad input, "
        "nothing was written",
        "export": "exit status: 0 fine; 2 bad input, nothing was written",
        "import": "exit status: 0 fine; 2 bad input, nothing was written",
        "compare": "exit status: 0 fine; 1 something differs; 2 bad input, nothing was written",
        "verify": "exit status: 0 fine; 1 the file is damaged; 2 bad input, nothing was written",
        "table": "exit status: 0 fine; 2 bad input, nothing was written",
        "delegation": "exit status: 0 fine; 2 bad input, nothing was written",
        "dossier": "exit status: 0 fine; 2 bad input, nothing was written",
        "merge": "exit status: 0 fine; 2 bad input, nothing was written",
        "pen": "exit status: 0 fine; 2 bad input, nothing was written",
        "difference": "exit status: 0 fine; 2 bad input, nothing was written",
        "history": "exit status: 0 fine; 2 bad input, nothing was written",
        "find": "exit status: 0 fine; 1 nothing had this state; 2 bad input, nothing was written",
        "gap": "exit status: 0 fine; 1 nothing reaches the target; 2 bad input, nothing was written",
        "form": "exit status: 0 fine; 2 bad input, nothing was written",
        "thirty-percent": "exit status: 0 fine; 2 bad input, nothing was written",
        "reduction": "exit status: 0 fine; 2 bad input, nothing was written",
        "terms": "exit status: 0 fine; 2 bad input, nothing was written",
        "self-test": "exit status: 0 fine; 1 a step failed; 2 bad input, nothing was written",
    }
