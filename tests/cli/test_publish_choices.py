"""What of a forum a publication pack is of, in which languages and formats; and that Ctrl-C leaves nothing of one."""

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app.calc.changes import PledgeColumn, RecordPledge
from desktop_app.models.forum_file import ForumFile
from desktop_app.models.interchange import fingerprint, read_document
from tests.cli.conftest import Run

ROOT = Path(__file__).parents[2]


@pytest.fixture
def pledged(forum_file: Path) -> Path:
    """The example after two pledges of Belgium: entries 2 and 3 of its record."""
    with ForumFile.open(forum_file, "Ana Silva") as file:
        file.apply(RecordPledge("BE", PledgeColumn.RELOCATIONS, 150))
        file.apply(RecordPledge("BE", PledgeColumn.RELOCATIONS, 200))
    return forum_file


def belgium(folder: Path) -> object:
    """How many relocations of Belgium the forum document of a pack holds."""
    return read_document((folder / "forum.json").read_bytes()).state("BE").pledge.relocations


def test_a_past_moment_is_published_as_a_draft_that_says_so(run: Run, pledged: Path, tmp_path: Path) -> None:
    pack = tmp_path / "pack"
    refused = run("publish", pledged, "--out", pack, "--at", "2")
    refused.assert_refused()
    assert refused.error == "--at: only the record as it is now is published as final.\nAdd --draft.\n"
    assert not pack.exists()
    chosen = ("--languages", "SV bg,sv", "--formats", "JSON, csv")
    outcome = run("publish", pledged, "--out", pack, "--at", "2", "--draft", *chosen)
    assert outcome.status == 0
    assert "(entry 2)" in outcome.out
    assert outcome.out.endswith("; 3 files and a manifest, languages: bg sv).\n")
    assert {each.name for each in pack.iterdir()} == {
        "annex-bg.csv",
        "annex-sv.csv",
        "forum.json",
        "manifest.json",
        "manifest.txt",
    }
    manifest = json.loads((pack / "manifest.json").read_bytes())
    past = fingerprint(read_document((pack / "forum.json").read_bytes()))
    assert (manifest["status"], manifest["fingerprint"], belgium(pack)) == ("draft", past, 150)
    assert "(entry 2)" in manifest["standing"]
    assert {(each["language"], each["format"], each["status"]) for each in manifest["files"]} == {
        ("bg", "csv", "draft"),
        ("sv", "csv", "draft"),
        ("", "json", "draft"),
    }
    values = next(csv.reader(io.StringIO((pack / "annex-sv.csv").read_text("utf-8-sig"))))
    assert (values[1], values[4]) == ("sv", past)
    # The pack of now takes its place, with what was pledged since, and as final where nothing is said.
    outcome = run("publish", pledged, "--out", pack, "--at", "now", "--formats", "json")
    assert outcome.out.startswith(f"Wrote the final pack to {pack} (state ")
    manifest = json.loads((pack / "manifest.json").read_bytes())
    assert (manifest["status"], manifest["standing"], belgium(pack)) == ("final", "", 200)
    assert manifest["fingerprint"] != past


_INTERRUPTED_AT_A_FILE = """
import os, signal, sys
from desktop_app.models.pack import writing
write = writing._write
def interrupted(path, data):
    write(path, data)
    if path.name == "annex-mt.csv":
        os.kill(os.getpid(), signal.SIGINT)
writing._write = interrupted
from desktop_app.cli import main
sys.exit(main(sys.argv[1:]))
"""


def test_ctrl_c_leaves_nothing_of_a_pack_and_the_earlier_one_whole(run: Run, document: Path, tmp_path: Path) -> None:
    pack = tmp_path / "pack"
    assert run("publish", document, "--out", pack, "--languages", "en", "--formats", "csv").status == 0
    before = {path.name: path.read_bytes() for path in pack.iterdir()}
    beside = {path.name for path in tmp_path.iterdir()}
    chosen = ["--languages", "en mt sv", "--formats", "csv", "--draft"]
    done = subprocess.run(
        [sys.executable, "-c", _INTERRUPTED_AT_A_FILE, "publish", str(document), "--out", str(pack), *chosen],
        cwd=ROOT,
        env={**os.environ, "FORUM_DESK_HOME": str(tmp_path / "home")},
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")
    assert {path.name: path.read_bytes() for path in pack.iterdir()} == before
    assert {path.name for path in tmp_path.iterdir()} == beside
