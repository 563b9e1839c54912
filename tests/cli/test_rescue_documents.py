"""Documents on search and rescue from the command line: annex, plan forms, the page on the 30 % test."""

from pathlib import Path
from typing import Final

import pytest

from desktop_app.cli.parser import parser
from desktop_app.models.errors import BadInput
from tests.cli.conftest import Run
from tests.documents.printed import Printed

EXAMPLES: Final = Path(__file__).parents[1] / "examples"


@pytest.fixture
def rescue(tmp_path: Path) -> Path:
    """A copy of the worked example, in which nothing blocks."""
    path = tmp_path / "rescue.json"
    path.write_bytes((EXAMPLES / "search-and-rescue.json").read_bytes())
    return path


def test_annex_forms_and_page(run: Run, rescue: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.pdf"
    assert run("annex", rescue, "--out", out).out.startswith(f"Wrote the annex to {out} (state ")
    assert "Article 48(2) of COM(2020) 610" in Printed(out.read_bytes()).text
    assert run("form", rescue, "--out", out, "--state", "DE", "--revision", "0", "--draft").status == 0
    form = Printed(out.read_bytes()).text
    assert "Contributing Member State Germany" in form
    assert "ADDITIONAL PARTICULARS" in form
    assert run("form", rescue, "--out", out, "--blank", "--language", "nl").out.startswith("Wrote the blank form")
    assert "Bijdragende lidstaat" in Printed(out.read_bytes()).text
    assert run("thirty-percent", rescue, "--out", out).out.startswith("Wrote the page on the 30 % test")
    assert "exactly 2263 / 6880" in Printed(out.read_bytes()).text


def test_an_act_that_nobody_judged_is_refused(run: Run, rescue: Path, tmp_path: Path) -> None:
    unjudged = rescue.read_text(encoding="utf-8").replace('"path": "48(2)"', '"path": null')
    rescue.write_text(unjudged, encoding="utf-8")
    outcome = run("annex", rescue, "--out", tmp_path / "out.pdf")
    assert outcome.status == 1
    assert "P610-48-1" in outcome.error
    assert not (tmp_path / "out.pdf").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--state", "XX"), "XX is no Member State"),
        (("--state", "SE"), "Sweden: no plan is recorded"),
        (("--state", "DE", "--revision", "7"), "Germany: no revision 7 of its plan is recorded"),
        (("--revision", "0"), "a revision is of one Member State's plan"),
        (("--blank", "--revision", "0"), "a blank form has no revision"),
        (("--blank", "--draft"), "a blank form has no particulars"),
        (("--language", "sv"), "there is no form in sv"),
    ],
)
def test_forms_that_cannot_be_are_refused(
    run: Run, rescue: Path, tmp_path: Path, arguments: tuple[str, ...], said: str
) -> None:
    outcome = run("form", rescue, "--out", tmp_path / "out.pdf", *arguments)
    outcome.assert_refused()
    assert said in outcome.error
    assert not (tmp_path / "out.pdf").exists()


@pytest.mark.parametrize("command", ["form", "thirty-percent"])
def test_another_procedure_has_no_such_document(run: Run, tmp_path: Path, command: str) -> None:
    outcome = run(command, EXAMPLES / "annual-pool.json", "--out", tmp_path / "out.pdf")
    outcome.assert_refused()
    assert "follows annual-pool" in outcome.error


def test_a_revision_is_a_number() -> None:
    with pytest.raises(BadInput, match="invalid int value"):
        parser().parse_args(["form", "x.json", "--out", "y.pdf", "--revision", "first"])
