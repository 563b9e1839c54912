"""Documents on pressure and the voluntary mechanism from the command line."""

from pathlib import Path
from typing import Final

import pytest

from tests.cli.conftest import Run
from tests.documents.printed import Printed

ROOT: Final = Path(__file__).resolve().parents[2]
PRESSURE: Final = ROOT / "tests" / "examples" / "migratory-pressure.json"
VOLUNTARY: Final = ROOT / "resources" / "samples" / "voluntary.json"


def test_annex_forms_and_pages(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "out.pdf"
    assert run("annex", PRESSURE, "--out", out).out.startswith(f"Wrote the annex to {out} (state ")
    assert "Article 53(1) of COM(2020) 610" in Printed(out.read_bytes()).text
    assert run("form", PRESSURE, "--out", out, "--state", "FR").status == 0
    assert "Annex II, plan form" in Printed(out.read_bytes()).text
    blank = run("form", PRESSURE, "--out", out, "--annex", "IV", "--blank", "--language", "nl")
    assert blank.out.startswith("Wrote the blank form")
    assert "BIJLAGE IV" in Printed(out.read_bytes()).text
    assert run("thirty-percent", PRESSURE, "--out", out).out.startswith("Wrote the page on the 30 % test")
    assert "60 of 1 100 persons" in " ".join(Printed(out.read_bytes()).text.split())
    assert run("reduction", PRESSURE, "--out", out).out.startswith("Wrote the page on the 10 % reduction")
    assert "The 10 % reduction in this forum" in Printed(out.read_bytes()).text.replace("\u00a0", " ")
    assert run("annex", VOLUNTARY, "--out", out, "--draft").status == 0
    assert "OVERVIEW" in Printed(out.read_bytes()).text
    assert run("form", VOLUNTARY, "--out", out).status == 0


def test_an_annex_that_something_blocks_is_refused(run: Run, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.json"
    text = PRESSURE.read_text(encoding="utf-8")
    wrong.write_text(text.replace('"applicants": "80"', '"applicants": "79.9"'), encoding="utf-8")
    outcome = run("annex", wrong, "--out", tmp_path / "out.pdf")
    assert outcome.status == 1
    assert "P610-52-3b" in outcome.error
    assert not (tmp_path / "out.pdf").exists()


@pytest.mark.parametrize(
    ("command", "path", "arguments", "said"),
    [
        ("form", VOLUNTARY, ("--annex", "II"), "voluntary has no form of Annex II"),
        ("form", PRESSURE, ("--annex", "IV"), "no support plan is recorded"),
        ("form", PRESSURE, ("--annex", "IV", "--state", "FR", "--revision", "1"), "a support plan has no revisions"),
        ("reduction", VOLUNTARY, (), "follows voluntary"),
        ("thirty-percent", VOLUNTARY, (), "name a forum on search-and-rescue or migratory-pressure"),
    ],
)
def test_documents_that_cannot_be_are_refused(
    run: Run, tmp_path: Path, command: str, path: Path, arguments: tuple[str, ...], said: str
) -> None:
    outcome = run(command, path, "--out", tmp_path / "out.pdf", *arguments)
    outcome.assert_refused()
    assert said.casefold() in outcome.error.casefold()
    assert not (tmp_path / "out.pdf").exists()
