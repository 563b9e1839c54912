"""CSV tables: codes and years in columns of their own, or years in the names of columns."""

from fractions import Fraction
from pathlib import Path

import pytest

from desktop_app.calc.exact import fixed
from desktop_app.calc.forum import DataFlag
from desktop_app.calc.rulebooks.annual_pool.book import assess
from desktop_app.models.errors import BadInput
from desktop_app.models.interchange import read_document
from desktop_app.models.key_sources import Datum, KeyKind, KindNotTold, limits, read_key_source
from desktop_app.models.tables import write_csv, write_workbook
from desktop_app.paths import resource


def written(folder: Path, text: str) -> Path:
    path = folder / "table.csv"
    path.write_text(text, encoding="utf-8", newline="")
    return path


@pytest.mark.parametrize(
    ("name", "kind", "years"),
    [
        ("population.csv", KeyKind.POPULATION, (2026, 2025, 2024)),
        ("gdp.csv", KeyKind.GDP, (2024, 2023)),
        ("asylum_applications.csv", KeyKind.APPLICATIONS, (2024, 2023, 2022, 2021, 2020)),
    ],
)
def test_our_own_tables_are_read(name: str, kind: KeyKind, years: tuple[int, ...]) -> None:
    source = read_key_source(resource("data", name))

    assert (source.kind, source.form, source.dataset, source.years) == (kind, "CSV table", None, years)
    assert len(source.values) == 27 * len(years)
    assert (source.unread, source.skipped) == ((), ())


def test_new_applications_are_proposed_before_all() -> None:
    source = read_key_source(resource("data", "asylum_applications.csv"))

    assert [each.title for each in source.series] == ["new", "all"]
    assert source.values["BE", 2020] == Datum(13_089)
    assert source.series[1].values["BE", 2020] == Datum(16_881)


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_each_separator_is_found(tmp_path: Path, separator: str, end: str) -> None:
    lines = ["code|name|persons|flag", 'BE|"Belgium, in words; \t so"|10|p', "el|Greece|20|"]
    text = end.join(line.replace("|", separator) for line in lines)

    assert read_key_source(written(tmp_path, text)).values == {
        ("BE", None): Datum(10, (DataFlag.PROVISIONAL,)),
        ("EL", None): Datum(20),
    }


def test_years_in_the_names_of_columns_are_read(tmp_path: Path) -> None:
    text = (
        "code,name,population_2025_01_01,population_2026_01_01,population_2026_07_01,flag_2025\n"
        "BE,Belgium,11883495,11955308,12000000,b\n"
    )

    source = read_key_source(written(tmp_path, text))

    assert source.values == {("BE", 2025): Datum(11_883_495, (DataFlag.BREAK,)), ("BE", 2026): Datum(11_955_308)}
    assert [reason for reason, _count in source.skipped] == [
        'column "name", not used',
        'column "population_2026_07_01", not used',
    ]


def test_several_series_by_year_in_the_names_are_read(tmp_path: Path) -> None:
    text = "code;all_applications_2024;new_applications_2024\nBE;46583;30984\n"

    source = read_key_source(written(tmp_path, text))

    assert [(each.title, dict(each.values)) for each in source.series] == [
        ("new applications", {("BE", 2024): Datum(30_984)}),
        ("all applications", {("BE", 2024): Datum(46_583)}),
    ]


def test_names_that_tell_nothing_need_a_kind(tmp_path: Path) -> None:
    path = written(tmp_path, "geo,2024,2025-01-01,2025-07-01,value\nBE,1,2,3,4\n")

    with pytest.raises(BadInput, match='line 1: the columns do not tell what they hold: "geo", "2024"'):
        read_key_source(path)
    assert read_key_source(path, KeyKind.POPULATION).values == {
        ("BE", 2024): Datum(1),
        ("BE", 2025): Datum(2),
        ("BE", None): Datum(4),
    }


def test_a_table_of_several_kinds_needs_a_kind(tmp_path: Path) -> None:
    path = written(tmp_path, "code,population,gdp,status\nBE,10,20.5,p\n")

    with pytest.raises(BadInput, match="the columns do not tell"):
        read_key_source(path)
    assert read_key_source(path, KeyKind.GDP).values == {("BE", None): Datum(2_050, (DataFlag.PROVISIONAL,))}
    with pytest.raises(BadInput, match="the columns do not tell"):
        read_key_source(path, KeyKind.APPLICATIONS)


def test_adopted_shares_are_read_in_percent(tmp_path: Path) -> None:
    path = written(tmp_path, "Code;Share %\nDE;21,6890\nFR;16.0021 %\n")

    source = read_key_source(path)

    assert source.kind is KeyKind.SHARES
    assert source.values == {("DE", None): Datum(Fraction("21.689")), ("FR", None): Datum(Fraction("16.0021"))}
    assert source.unit == "percent"


def test_the_programs_own_export_gives_its_shares(tmp_path: Path) -> None:
    sample = read_document(resource("samples", "annual-pool-2026.json").read_bytes())
    write_csv(assess(sample), tmp_path / "out.csv")

    source = read_key_source(tmp_path / "out.csv")

    assert source.kind is KeyKind.SHARES
    assert len(source.values) == 26
    assert source.unread == ()


def test_the_programs_own_workbook_gives_shares_population_and_gdp(tmp_path: Path) -> None:
    sample = read_document(resource("samples", "annual-pool-2026.json").read_bytes())
    write_workbook(assess(sample), tmp_path / "out.xlsx")

    with pytest.raises(KindNotTold, match="the columns do not tell what they hold"):
        read_key_source(tmp_path / "out.xlsx")
    shares = read_key_source(tmp_path / "out.xlsx", KeyKind.SHARES)
    assert {code: fixed(Fraction(datum.amount or 0), 4) for (code, _year), datum in shares.values.items()}["BE"] == (
        "3.0942"
    )
    for kind in (KeyKind.SHARES, KeyKind.POPULATION, KeyKind.GDP):
        source = read_key_source(tmp_path / "out.xlsx", kind)
        assert len(source.values) == (26 if kind is KeyKind.SHARES else 27)
        assert source.unread == ()
    assert read_key_source(tmp_path / "out.xlsx", KeyKind.GDP).values["BE", None].amount == 62_027_180


def test_what_is_not_understood_is_named_with_line_and_column(tmp_path: Path) -> None:
    text = (
        "code,date,persons,flag\n"
        "BE,2025-01-01,NA,\n"
        "BG,2025-07-01,5,\n"
        "CZ,soon,5,\n"
        "GR,2025,5,\n"
        "XX,2025,5,\n"
        "XX,2025,,\n"
        "DE,2025,5,?\n"
        "EE,2025,:,\n"
        "IE,2025\n"
        "IT,2025,7,\n"
        ",2025,500,\n"
        "Total,2025,500,\n"
        "EU27_2020,2025,450000000,\n"
        "CH,2025,9000000,\n"
        "UK,2025,69000000,\n"
        "FR,1900,1,\n"
    )

    source = read_key_source(written(tmp_path, text))

    first_day = "write a year such as 2025, or its first day, 2025-01-01"
    assert [(each.where, each.text, each.why) for each in source.unread] == [
        ("line 2, column persons", '"NA"', "this is no number; leave the cell empty where nothing is known"),
        ("line 3, column date", '"2025-07-01"', first_day),
        ("line 4, column date", '"soon"', first_day),
        ("line 5, column code", '"GR"', "Greece is EL"),
        ("line 6, column code", '"XX"', "no code of a Member State"),
        ("line 8, column persons", '"5 ?"', 'the flag "?" is unknown'),
    ]
    assert source.values == {("EE", 2025): Datum(None), ("IT", 2025): Datum(7)}
    assert dict(source.skipped) == {
        "aggregates such as EU27_2020 and EA20": 1,
        "associated states, outside the key": 1,
        "rows without a code, such as totals": 2,
        "the United Kingdom, no Member State": 1,
        "years before 1950 or after 2100": 1,
    }


def test_a_day_is_no_year_of_a_product(tmp_path: Path) -> None:
    source = read_key_source(written(tmp_path, "code,year,gdp\nBE,2024-01-01,5\nBG,2024,6\n"))

    assert [(each.where, each.why) for each in source.unread] == [("line 2, column year", "write a year such as 2025")]
    assert source.values == {("BG", 2024): Datum(600)}


def test_a_title_above_the_names_of_columns_is_passed_over(tmp_path: Path) -> None:
    source = read_key_source(written(tmp_path, "Population of the Union\n\ncode,persons\nBE,x\n\nBG,5\n"))

    assert source.values == {("BG", None): Datum(5)}
    assert source.unread[0].where == "line 4, column persons"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("code,persons\n", "no population of a Member State was found in it"),
        ("code,persons\nUK,5\n", "There is only: the United Kingdom, no Member State"),
        ("code,persons\nBE,x\n", 'Begin with line 2, column persons: "x", this is no number'),
        ('code,persons\n"BE,5\n', "this is no table"),
        ('code,persons\nBE,"5"5\n', "this is no table"),
        ("name,population\nBelgium,5\n", "no column of codes of Member States"),
        ("code,persons\nBE" + ",1" * 2_001, "the row is larger than any of key data"),
        ("code,persons\nBE," + "1" * 100_001, "the row is larger than any of key data"),
        ("code,persons\nBE," + "1" * 200_000, "this is no table"),
    ],
)
def test_tables_that_hold_nothing_or_too_much_are_refused(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(BadInput) as refusal:
        read_key_source(written(tmp_path, text))

    assert says in str(refusal.value)
    assert len(str(refusal.value).splitlines()) <= 3


def test_names_of_many_columns_are_shortened(tmp_path: Path) -> None:
    text = "code," + ",".join(f"c{number}" for number in range(9))

    with pytest.raises(BadInput, match='"code", "c0", "c1", "c2", "c3", "c4" …'):
        read_key_source(written(tmp_path, text), KeyKind.GDP)


def test_limits_hold_what_the_field_needs() -> None:
    assert limits.ROWS * 3 <= limits.CELLS
    assert limits.COLUMNS > limits.LAST_YEAR - limits.FIRST_YEAR
