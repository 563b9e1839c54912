"""The data files are complete, in order, and each tells where it comes from."""

import csv
from fractions import Fraction
from pathlib import Path

import pytest

from desktop_app.calc.member_states import PROTOCOL_ORDER

DATA = Path(__file__).resolve().parent.parent.parent / "resources" / "data"


def table(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


@pytest.mark.parametrize(
    ("name", "by", "times"),
    [
        ("population.csv", "date", ["2024-01-01", "2025-01-01", "2026-01-01"]),
        ("gdp.csv", "year", ["2023", "2024"]),
        ("asylum_applications.csv", "year", ["2020", "2021", "2022", "2023", "2024"]),
    ],
)
def test_a_series_has_every_state_at_every_time_in_protocol_order(name: str, by: str, times: list[str]) -> None:
    assert [(row["code"], row[by]) for row in table(name)] == [
        (code, time) for code in PROTOCOL_ORDER for time in times
    ]


def test_figures_are_exact_and_positive() -> None:
    assert all(int(row["persons"]) > 0 and row["flag"] in {"", "p", "e"} for row in table("population.csv"))
    assert all(Fraction(row["million_eur"]) > 0 for row in table("gdp.csv"))
    assert all(0 <= int(row["new"]) <= int(row["all"]) for row in table("asylum_applications.csv"))


def test_germany_can_be_looked_up() -> None:
    population = {(row["code"], row["date"]): row["persons"] for row in table("population.csv")}
    gdp = {(row["code"], row["year"]): row["million_eur"] for row in table("gdp.csv")}
    assert [population["DE", f"{year}-01-01"] for year in (2024, 2025, 2026)] == ["83456045", "83577140", "83467117"]
    assert [gdp["DE", year] for year in ("2023", "2024")] == ["4219310.0", "4328970.0"]


def test_pledges_have_one_line_for_each_bound_state_and_nothing_counts_as_zero() -> None:
    rows = table("reported_pledges_2026.csv")
    assert [row["code"] for row in rows] == [code for code in PROTOCOL_ORDER if code != "DK"]
    for row in rows:
        amounts = [row["relocations"], row["financial_eur"], row["alternative_eur"]]
        assert any(amounts) == (row["recorded"] == "part")
        assert "0" not in amounts


@pytest.mark.parametrize("path", sorted(DATA.glob("*.*")), ids=lambda path: path.name)
def test_the_readme_gives_source_reuse_and_caution_of_every_file(path: Path) -> None:
    if path.name == "README.md":
        return
    sections = (DATA / "README.md").read_text(encoding="utf-8").split("\n## ")
    (section,) = [each for each in sections if each.startswith(path.name + "\n")]
    assert "**Source:**" in section
    assert "**Caution:**" in section
    assert "**Reuse:**" in section
