"""``gap``: what would close the gap, from the command line."""

import json
from pathlib import Path

import pytest

from desktop_app.paths import resource
from tests.cli.conftest import Run

POOL = resource("samples", "annual-pool-2026.json")


def test_proposals_for_people(run: Run) -> None:
    told = run("gap", POOL, "--target", "offsets", "--limit", "es: fixed")
    assert told.status == 0
    assert told.out.startswith("Target: relocations enough to open offsets (Art. 63(1), 63(2)(a))\n")
    assert "Proposal 1: fewest Member States\n" in told.out
    assert "Spain: +" not in told.out
    assert "Proved: the forum was assessed with these changes, exactly, and the target is reached." in told.out


def test_proposals_for_programs(run: Run) -> None:
    told = json.loads(run("gap", POOL, "--target", "offsets", "--nobody-above", "", "--json").out)
    assert (told["target"], told["missing"], told["unit"]) == ("offsets", "7084", "persons")
    first = told["proposals"][0]
    assert (first["states"], first["added"], first["asked"][0]["relocations"]) == (1, "7084", 7084)
    assert told["cannot_be_asked"] == [{"state": "DK", "why": told["cannot_be_asked"][0]["why"]}]


def test_conflicts_end_with_1(run: Run) -> None:
    limits = [part for code in ("ES", "IT", "PL", "NL", "RO") for part in ("--limit", f"{code}: fixed")]
    told = run("gap", POOL, "--target", "offsets", *limits)
    assert told.status == 1
    assert "stay missing" in told.out
    assert "Enough together: to leave out “Spain: fixed” and “Italy: fixed”." in told.out
    found = json.loads(run("gap", POOL, "--target", "offsets", *limits, "--json").out)
    assert {"state": "ES", "limit": "fixed", "instead": "not enough by itself"} in found["conflicts"][0]["limits"]
    assert [each["state"] for each in found["enough_to_leave_out"]] == ["ES", "IT"]


def test_what_is_reached_and_what_cannot_be_asked(run: Run) -> None:
    told = run("gap", POOL, "--target", "no-shortfall", "--limit", "DK: at most 5")
    assert (told.status, told.out.splitlines()[1]) == (
        1,
        "Not known yet: 24 Member States are open and left out. The indicator stands at 0.00\u00a0% so far.",
    )
    told = run("gap", POOL, "--limit", "DK: at most 5")
    assert "DK: its limits say nothing. It takes no part in the key" in told.out
    told = run("gap", resource("samples", "search-and-rescue.json"))
    assert told.status == 1
    assert "a plan that is revised after it does not count." in told.out


@pytest.mark.parametrize(
    ("arguments", "where"),
    [
        (("--target", "everything"), "--target: everything is no target"),
        (("--limit", "DE at most 5"), "it names no state"),
        (("--limit", "XX: fixed"), "it names no state"),
        (("--limit", "DE: 500"), "At most 500"),
        (("--nobody-above", "much"), "--nobody-above"),
    ],
)
def test_bad_input_is_told(run: Run, arguments: tuple[str, ...], where: str) -> None:
    told = run("gap", POOL, *arguments)
    assert told.status == 2
    assert where in told.error


def test_a_forum_that_is_not_there(run: Run, tmp_path: Path) -> None:
    assert run("gap", tmp_path / "none.forum").status == 2
