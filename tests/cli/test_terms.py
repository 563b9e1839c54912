"""The words of the documents: listed, given out for review, and signed off on this computer."""

import csv
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.documents.term_files import read_terms, written_terms
from desktop_app.documents.text import known_terms, languages, shipped_terms, terms
from tests.cli.conftest import Run

KEY = "pool.of-reference"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


def reviewed(path: Path, **cells: str) -> Path:
    """The file with some cells of one row changed."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    next(row for row in rows if row["key"] == KEY).update(cells)
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, list(rows[0]), delimiter=";")
        table.writeheader()
        table.writerows(rows)
    return path


def test_every_text_stands_there_with_where_it_comes_from(run: Run) -> None:
    lines = run("terms").out.splitlines()
    assert len(lines) == sum(len(shipped_terms(each)) for each in languages())
    assert "nl  state.BE  “België”  (style guide: Interinstitutional Style Guide, Dutch edition, section 7.1" in run(
        "terms", "--language", "nl"
    ).out.replace("\n", " ")
    waiting = run("terms", "--unreviewed", "--language", "nl").out.splitlines()
    assert all(line.endswith("(own translation)") for line in waiting)
    assert len(waiting) == sum(term.is_unreviewed for term in shipped_terms("nl").values())
    assert run("terms", "--unreviewed", "--language", "en").out == "No text awaits a review.\n"


def test_a_row_that_is_signed_off_is_in_force_here_and_no_other(run: Run, tmp_path: Path, home: Path) -> None:
    given = tmp_path / "nl.csv"
    assert run("terms", "--language", "nl", "--out", given).out.endswith(f"texts to {given}.\n")
    back = reviewed(given, text="{pledged} op {reference}", reviewed="yes")
    outcome = run("terms", "--language", "nl", "--sign-off", back, "--by", " Ana  Silva ")
    assert outcome.status == 0, outcome
    assert "Ana Silva, 20" in outcome.out
    own = read_terms((home / "Terms" / "nl.json").read_text("utf-8"), "nl")
    assert list(own) == [KEY]
    terms.cache_clear()
    try:
        assert terms("nl")(KEY, pledged=1, reference=2) == "1 op 2"
        assert not known_terms("nl")[KEY].is_unreviewed
        assert "\u2063" not in terms("nl", marked=True)(KEY)
        assert "\u2063" in terms("nl", marked=True)("pool.gap")
        # Signed off by an earlier version, in whose text other things were filled in: the program's stands.
        signed = {KEY: replace(own[KEY], text="{pledged} op {target}"), "gone.key": own[KEY]}
        (home / "Terms" / "nl.json").write_text(written_terms("nl", signed), "utf-8")
        assert known_terms("nl") == shipped_terms("nl")
        (home / "Terms" / "nl.json").write_text("{", "utf-8")
        assert known_terms("nl")[KEY] == shipped_terms("nl")[KEY]
    finally:
        terms.cache_clear()


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"reviewed": ""}, "no row is signed off"),
        ({"reviewed": "yes", "text": "{pledged}"}, "other places in braces"),
        ({"reviewed": "yes", "text": "{pledged"}, "these: {pledged}, {reference}"),
        ({"reviewed": "yes", "text": " "}, "is empty"),
        ({"reviewed": "yes", "text": "☃ {pledged} {reference}"}, "no sign for ☃ (U+2603)"),
        ({"language": "fi"}, "it is of the language fi"),
    ],
)
def test_what_does_not_fit_is_refused_and_nothing_is_kept(
    run: Run, tmp_path: Path, home: Path, cells: dict[str, str], said: str
) -> None:
    run("terms", "--language", "nl", "--out", tmp_path / "nl.csv")
    back = reviewed(tmp_path / "nl.csv", **cells)
    outcome = run("terms", "--language", "nl", "--sign-off", back, "--by", "Ana Silva")
    outcome.assert_refused()
    assert said in outcome.error
    assert not home.exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ("--language", "xx"),
        ("--by", "Ana Silva"),
        ("--sign-off", "nl.csv", "--by", "Ana Silva"),
        ("--sign-off", "missing.csv", "--by", "Ana Silva", "--language", "nl"),
        ("--sign-off", "pool.csv", "--by", "Ana Silva", "--language", "nl"),
        ("--sign-off", "pool.csv", "--by", " ", "--language", "nl"),
        ("--out", "terms.txt"),
    ],
)
def test_what_cannot_be_done_is_said(run: Run, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    (tmp_path / "pool.csv").write_bytes(b"state,pledge\nBE,1\n")
    run("terms", *arguments).assert_refused()
