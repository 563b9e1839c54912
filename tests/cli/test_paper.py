"""Paper for the room from the command line: sheets, the table at any moment, the dossier of a meeting."""

from pathlib import Path

import pytest

from desktop_app.calc.changes import PledgeColumn, RecordPledge
from desktop_app.calc.memory import MarkKind
from desktop_app.models.forum_file import ForumFile
from tests.cli.conftest import Run
from tests.documents.printed import Printed


@pytest.fixture
def negotiated(forum_file: Path) -> Path:
    """The example after two pledges of Belgium, with a round closed between them."""
    with ForumFile.open(forum_file, "Ana Silva") as file:
        file.apply(RecordPledge("BE", PledgeColumn.RELOCATIONS, 150), meeting="m1")
        file.mark(MarkKind.ROUND, "Round 1", meeting="m1")
        file.apply(RecordPledge("BE", PledgeColumn.RELOCATIONS, 200), meeting="m1")
    return forum_file


def text_of(path: Path) -> str:
    return " ".join(Printed(path.read_bytes()).text.replace("\u00a0", " ").split())


def test_sheets(run: Run, negotiated: Path, document: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.pdf"
    assert run("delegation", negotiated, "--out", out, "--state", "BE").out.startswith(
        f"Wrote the delegation sheet to {out}"
    )
    assert "relocations 150 200" in text_of(out)
    assert run("delegation", negotiated, "--out", out, "--secretariat", "--language", "nl").status == 0
    assert len(Printed(out.read_bytes()).pages) == 3
    assert "Alleen voor het secretariaat" in text_of(out)
    assert run("delegation", document, "--out", out, "--state", "LV").status == 0
    assert "Nothing of it has been changed" in text_of(out)


def test_a_past_moment_says_so_and_is_never_final(run: Run, negotiated: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.pdf"
    outcome = run("table", negotiated, "--out", out, "--at", "Round 1")
    assert "(entry 3)" in outcome.out
    assert "State of" in text_of(out)
    assert run("table", negotiated, "--out", out).out.startswith(f"Wrote the table to {out} (state ")
    assert "State of" not in text_of(out)
    refused = run("annex", negotiated, "--out", tmp_path / "annex.pdf", "--at", "2")
    refused.assert_refused()
    assert "only the record as it is now is printed as final" in refused.error
    assert run("annex", negotiated, "--out", out, "--at", "2", "--draft").status == 0
    assert "(entry 2)" in text_of(out)


def test_a_dossier(run: Run, negotiated: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.pdf"
    assert run("dossier", negotiated, "--out", out).out.startswith(f"Wrote the dossier to {out} (state ")
    assert "7 History of the meeting" in text_of(out)
    assert run("dossier", negotiated, "--out", out, "--meeting", "m1", "--language", "nl").status == 0
    assert "Dossier van een vergadering" in text_of(out)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("delegation", "--state", "XX"), "XX is no Member State"),
        (("delegation", "--state", "DK"), "DK takes no part"),
        (("table", "--language", "sv"), "there is no table in sv"),
        (("table", "--at", ""), "it is empty"),
        (("table", "--at", "Round 7"), "no closed round, scenario, entry, time or fingerprint is called so"),
        (("dossier", "--meeting", "m7"), "the record has no entry of meeting m7"),
        (("dossier", "--language", "sv"), "there is no dossier in sv"),
    ],
)
def test_what_cannot_be_printed_is_refused(
    run: Run, negotiated: Path, tmp_path: Path, arguments: tuple[str, ...], said: str
) -> None:
    command, *options = arguments
    outcome = run(command, negotiated, "--out", tmp_path / "out.pdf", *options)
    outcome.assert_refused()
    assert said in outcome.error
    assert not (tmp_path / "out.pdf").exists()


def test_small_letters_name_a_state_and_now_is_no_past(run: Run, document: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.pdf"
    assert run("delegation", document, "--out", out, "--state", "be", "--at", "Now").status == 0
    assert "Belgium" in text_of(out)


def test_a_document_has_no_past(run: Run, document: Path, tmp_path: Path) -> None:
    for arguments in (("dossier",), ("table", "--at", "1")):
        command, *options = arguments
        run(command, document, "--out", tmp_path / "out.pdf", *options).assert_refused()
