"""The report for people."""

from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given, settings

from desktop_app.calc.findings import Finding, Severity, Status
from desktop_app.calc.forum import AlternativeMeasure, Forum, Pledge
from desktop_app.calc.rulebooks.annual_pool.book import assess
from desktop_app.cli import report
from desktop_app.models.any_forum import sample
from desktop_app.models.interchange import read_document, state_hash
from tests.strategies import forums

EXAMPLE: Final = Path(__file__).parents[1] / "examples" / "annual-pool.json"


def text(forum: Forum) -> str:
    return report.text(assess(forum), state_hash(forum))


def lines_of_states(said: str) -> list[str]:
    _before, _header, rest = said.partition("share %")
    return rest.partition("\n\n")[0].splitlines()[1:]


def test_the_table_of_states() -> None:
    states = lines_of_states(text(read_document(EXAMPLE.read_bytes())).replace("\u202f", " "))
    assert states == [
        "BE Belgium 59.0909      1 773    100 20 000 000.50    1 200 000 1 160.00   65.44   613",
        "DK Denmark       –          –      –             –            –        –       –     –",
        "EL Greece  34.4697      1 035   none          none         none        0    0.00 1 035",
        "LV Latvia   6.4394        194   none     3 000 000         none      150   77.65    44",
        "Total                   3 002    100 23 000 000.50    1 200 000 1 310.00   43.67 1 690",
        "· nothing recorded   ? not known   – outside the key",
    ]


@pytest.mark.parametrize("forum", [read_document(EXAMPLE.read_bytes()), sample()], ids=["example", "sample"])
def test_it_fits_a_hundred_columns(forum: Forum) -> None:
    said = text(forum)
    assert max(map(len, said.splitlines())) <= report.WIDTH
    for heading in ("reference numbers", "INFO (", "Time limits", "Readings in force", "State "):
        assert heading in said


def test_a_pool_of_a_billion_fits_too() -> None:
    forum = sample()
    for code in forum.codes():
        pledge = Pledge(999, 3_700_000_055, (AlternativeMeasure(value_cents=370_000_055),))
        forum = forum.with_state(replace(forum.state(code), pledge=pledge))
    assert max(map(len, lines_of_states(text(forum)))) <= report.WIDTH


@settings(max_examples=25)
@given(forums())
def test_every_forum_can_be_reported_and_steers_no_terminal(forum: Forum) -> None:
    said = text(replace(forum, title="\x1b[2Jgone", note="\x07"))
    assert "\x1b" not in said
    assert "\ufffd[2Jgone" in said


def test_findings_stand_by_severity() -> None:
    said = text(sample())
    assert said.index("BLOCK: keeps the annex from being final (25)") < said.index("INFO (")
    assert said.rstrip().splitlines()[-2] == "25 findings block a final annex."


def test_one_finding_that_blocks_and_a_rule_that_is_a_reading() -> None:
    assessment = assess(read_document(EXAMPLE.read_bytes()))
    finding = Finding("OURS-1", Severity.BLOCK, None, "Something is missing.", "Art. 1", Status.READING)
    said = report.refusal(replace(assessment, findings=(finding,)))
    assert said.splitlines() == [
        "Refused as final: 1 finding blocks a final annex. Print a marked draft with --draft.",
        "  OURS-1        Something is missing. [Art. 1; a reading]",
    ]


def test_nothing_to_report_and_nothing_known() -> None:
    assessment = replace(assess(Forum()), findings=(), deadlines=())
    said = report.text(assessment, "0" * 64)
    assert said.startswith("Untitled forum\nRESTREINT UE/EU RESTRICTED · not adopted\n")
    assert "Time limits" not in said
    assert "EUR\u00a0?" in said
    assert "30 % indicator       not known" in said


def test_another_reading_shows_the_default() -> None:
    forum = replace(Forum(), readings=(("rounding", "nearest"),))
    assert "nearest (default: up): every fair share is rounded to the nearest" in text(forum)


@pytest.mark.parametrize(
    ("shortfall", "shown"),
    [
        (Fraction(30, 100), "30.00"),
        (Fraction(300_001, 1_000_000), "> 30"),
        (Fraction(299_999, 1_000_000), "30.00"),
        (Fraction(3001, 10_000), "30.01"),
        (Fraction(0), "0.00"),
    ],
)
def test_the_indicator_never_hides_that_it_is_triggered(shortfall: Fraction, shown: str) -> None:
    assert report.shortfall_percent(shortfall) == shown
