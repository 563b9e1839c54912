"""What the headings of a plain table say: each word counts, and none is passed over."""

from pathlib import Path

import pytest

from desktop_app.models.key_sources import KeyKind, KindNotTold, read_key_source


def table(folder: Path, heading: str) -> Path:
    path = folder / "table.csv"
    path.write_text(f'code,"{heading}"\nBE,5\n', "utf-8")
    return path


@pytest.mark.parametrize(
    ("heading", "kind", "year"),
    [
        ("Population on 1 January 2025", KeyKind.POPULATION, 2025),
        ("population 2025-01-01", KeyKind.POPULATION, 2025),
        ("Total population", KeyKind.POPULATION, None),
        ("persons", KeyKind.POPULATION, None),
        ("GDP, million EUR", KeyKind.GDP, None),
        ("GDP 2024 (current prices, million EUR)", KeyKind.GDP, 2024),
        ("million_eur", KeyKind.GDP, None),
        ("CP_MEUR", KeyKind.GDP, None),
        ("gdp", KeyKind.GDP, None),
        ("First-time asylum applicants 2024", KeyKind.APPLICATIONS, 2024),
        ("Applications for international protection", KeyKind.APPLICATIONS, None),
        ("ASY_APP", KeyKind.APPLICATIONS, None),
        ("adopted share, %", KeyKind.SHARES, None),
        ("percent 2026", KeyKind.SHARES, 2026),
    ],
)
def test_headings_that_tell(tmp_path: Path, heading: str, kind: KeyKind, year: int | None) -> None:
    source = read_key_source(table(tmp_path, heading))

    assert (source.kind, list(source.values)) == (kind, [("BE", year)])


@pytest.mark.parametrize(
    ("heading", "word"),
    [
        ("population in thousands", "thousands"),
        ("population density 2025", "density"),
        ("population change", "change"),
        ("population share", "share"),
        ("population 1 July 2025", "july"),
        ("gdp_per_capita", "capita"),
        ("GDP EUR billion", "billion"),
        ("share of gdp", "share"),
        ("million persons", "million"),
        ("applications pending", "pending"),
        ("percent change", "change"),
        ("fair share, persons", "fair"),
    ],
)
def test_another_quantity_is_not_taken_and_its_word_is_named(tmp_path: Path, heading: str, word: str) -> None:
    for kind in (None, *KeyKind):
        with pytest.raises(KindNotTold) as refusal:
            read_key_source(table(tmp_path, heading), kind)
        if kind is None:
            assert refusal.value.what.endswith(f'in "{heading}", "{word}" is not understood')
            assert "\n" not in refusal.value.what


@pytest.mark.parametrize(
    "heading", ["GDP EUR", "million", "population 2024 2025", "population_2025_07_01", "flag new x"]
)
def test_a_heading_without_its_unit_or_of_two_years_does_not_tell(tmp_path: Path, heading: str) -> None:
    with pytest.raises(KindNotTold, match=f'do not tell what they hold: "code", "{heading}"'):
        read_key_source(table(tmp_path, heading))


def test_beside_a_column_that_tells_the_others_are_named_as_not_used(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text("code,population,population density\nBE,11883495,386\n", "utf-8")

    source = read_key_source(path)

    assert [datum.amount for datum in source.values.values()] == [11_883_495]
    assert source.skipped == (('column "population density", not used', 1),)
