"""Eurostat's two downloads: what is wanted is taken exactly, the rest is counted by reason or named."""

import csv
import gzip
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Final

import pytest

from desktop_app.calc.forum import DataFlag
from desktop_app.calc.member_states import PROTOCOL_ORDER
from desktop_app.models.errors import BadInput, Cancelled
from desktop_app.models.key_sources import Datum, KeyKind, limits, opening, read_key_source
from desktop_app.paths import resource

FILES: Final = Path(__file__).parent / "files"
HEAD: Final = "freq,unit,age,sex,geo\\TIME_PERIOD\t2024 \t2025 \n"
SDMX: Final = "DATAFLOW,LAST UPDATE,freq,unit,na_item,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG,CONF_STATUS\n"
FLOW: Final = "ESTAT:NAMA_10_GDP(1.0),21/10/25 11:00:00,A,"


def written(folder: Path, text: str, name: str = "data.tsv") -> Path:
    path = folder / name
    path.write_bytes(text.encode())
    return path


def table(name: str) -> list[dict[str, str]]:
    with resource("data", name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize(
    ("file", "dataset"),
    [("demo_pjan.tsv", "demo_pjan (NR, TOTAL, T)"), ("demo_gind.tsv", "demo_gind (JAN)")],
)
def test_population_is_that_of_our_own_table(file: str, dataset: str) -> None:
    source = read_key_source(FILES / file)

    letters = {"": (), "p": (DataFlag.PROVISIONAL,), "e": (DataFlag.ESTIMATED,)}
    assert source.values == {
        (row["code"], int(row["date"][:4])): Datum(int(row["persons"]), letters[row["flag"]])
        for row in table("population.csv")
        if row["date"] < "2026"
    }
    assert (source.kind, source.unit) == (KeyKind.POPULATION, "persons on 1 January")
    assert (source.form, source.dataset, source.updated) == ("Eurostat TSV", f"Eurostat, {dataset}", None)
    assert source.years == (2025, 2024)
    assert source.unread == ()


def test_what_is_not_wanted_is_counted_by_reason() -> None:
    assert read_key_source(FILES / "demo_pjan.tsv").skipped == (
        ("aggregates such as EU27_2020 and EA20", 2),
        ("associated states, outside the key", 1),
        ("other units, ages, sexes or indicators", 2),
        ("the United Kingdom, no Member State", 1),
    )


def test_gdp_is_exact_in_units_of_eur_10_000() -> None:
    source = read_key_source(FILES / "nama_10_gdp.csv")

    expected = {(row["code"], int(row["year"])): Fraction(row["million_eur"]) * 100 for row in table("gdp.csv")}
    assert {key: datum.amount for key, datum in source.values.items()} == expected
    assert source.values["BE", 2024] == Datum(62_027_180)
    assert source.values["EL", 2024] == Datum(23_673_600, (DataFlag.PROVISIONAL,))
    assert source.dataset == "Eurostat, nama_10_gdp (CP_MEUR, B1GQ)"
    assert source.form == "Eurostat SDMX-CSV"
    assert source.updated == date(2025, 10, 21)


def test_applicants_come_by_type_with_the_proposed_one_first() -> None:
    source = read_key_source(FILES / "migr_asyappctza.tsv")

    assert [(each.name, each.title) for each in source.series] == [
        ("FRST", "first-time applicants"),
        ("ASY_APP", "all applicants"),
    ]
    assert source.years == (2024, 2023, 2022, 2021, 2020)
    assert {code for code, _year in source.values} == set(PROTOCOL_ORDER)
    for column, series in zip(("new", "all"), source.series, strict=True):
        for row in table("asylum_applications.csv"):
            assert series.values[row["code"], int(row["year"])].amount == int(row[column])


@pytest.mark.parametrize("file", ["demo_pjan.tsv", "nama_10_gdp.csv", "migr_asyappctza.tsv"])
def test_gzipped_and_under_any_name_it_is_the_same(tmp_path: Path, file: str) -> None:
    packed = tmp_path / "download.bin"
    packed.write_bytes(gzip.compress((FILES / file).read_bytes(), mtime=0))

    plain, unpacked = read_key_source(FILES / file), read_key_source(packed)

    assert unpacked.series == plain.series
    assert (unpacked.kind, unpacked.form, unpacked.skipped) == (plain.kind, plain.form, plain.skipped)


def test_flags_are_kept_and_others_are_named(tmp_path: Path) -> None:
    path = written(tmp_path, HEAD + "A,NR,TOTAL,T,BE\t10 bep\t: \nA,NR,TOTAL,T,EL\t: m\t20 u,d r\n")

    values = read_key_source(path).values

    assert values["BE", 2024] == Datum(10, (DataFlag.PROVISIONAL, DataFlag.ESTIMATED, DataFlag.BREAK))
    assert values["BE", 2025] == Datum(None)
    assert values["EL", 2024] == Datum(None, (), ("missing",))
    assert values["EL", 2025] == Datum(20, (DataFlag.DEFINITION, DataFlag.LOW_RELIABILITY), ("revised",))


def test_what_is_not_understood_is_named_with_its_line(tmp_path: Path) -> None:
    rows = (
        "A,NR,TOTAL,T,BE\t10.5 \t-3 \n"
        "A,NR,TOTAL,T,BG\t1e3 \t1000000001 \n"
        "A,NR,TOTAL,T,CZ\t5 q\t7 provisional\n"
        "A,NR,TOTAL,BE\t5 \t7 \n"
        "A,NR,TOTAL,T,DE\t5 \t7 \t8 \n"
        "\n"
        "A,NR,TOTAL,T,EE\t\t12\n"
    )

    source = read_key_source(written(tmp_path, HEAD + rows))

    assert [(each.where, each.text, each.why) for each in source.unread] == [
        ("line 2, BE 2024", '"10.5"', "persons are whole numbers"),
        ("line 2, BE 2025", '"-3"', "a figure is not below 0"),
        ("line 3, BG 2024", '"1e3"', "this is no number"),
        ("line 3, BG 2025", '"1000000001"', "this is more than 1 000 000 000 persons"),
        ("line 4, CZ 2024", '"5 q"', 'the flag "q" is unknown'),
        ("line 5", '"A,NR,TOTAL,BE"', "the columns are not those of the first line"),
        ("line 6", '"A,NR,TOTAL,T,DE"', "the columns are not those of the first line"),
    ]
    assert source.values == {("CZ", 2025): Datum(7, (DataFlag.PROVISIONAL,)), ("EE", 2025): Datum(12)}


def test_other_periods_frequencies_and_places_are_counted(tmp_path: Path) -> None:
    head = "freq,indic_de,geo\\TIME_PERIOD\t1949 \t2024-06 \t2025 \n"
    rows = "M,JAN,BE\t1 \t1 \t1 \nA,JAN,BE\t1 \t2 \t3 \nA,JAN,BE1\t1 \t2 \t3 \nA,JAN,XK\t: \t: \t: \n"

    source = read_key_source(written(tmp_path, head + rows))

    assert source.values == {("BE", 2025): Datum(3)}
    assert dict(source.skipped) == {
        "other countries and regions": 2,
        "other frequencies than a year": 1,
        "periods that are no year": 1,
        "years before 1950 or after 2100": 1,
    }


def test_the_former_layout_without_frequency_is_read(tmp_path: Path) -> None:
    path = written(tmp_path, "unit,age,sex,geo\\time\t2025 \nNR,TOTAL,T,EL\t10372335 e\n")

    assert read_key_source(path).values == {("EL", 2025): Datum(10_372_335, (DataFlag.ESTIMATED,))}


def test_sdmx_with_labels_and_its_other_header_is_read(tmp_path: Path) -> None:
    head = (
        "STRUCTURE,STRUCTURE_ID,STRUCTURE_NAME,freq,Time frequency,indic_de,Indicator,geo,Geopolitical entity "
        "(reporting),TIME_PERIOD,Time,OBS_VALUE,Observation value\n"
    )
    row = 'dataflow,ESTAT:TPS00001(1.0),"Population, 1 January",A,Annual,JAN: x,January,EL,Greece,2025,,10372335,\n'

    source = read_key_source(written(tmp_path, head + row))

    assert source.values == {("EL", 2025): Datum(10_372_335)}
    assert source.dataset == "Eurostat, tps00001 (JAN)"
    assert source.updated is None


def test_sdmx_rows_are_counted_or_named_too(tmp_path: Path) -> None:
    rows = (
        f"{FLOW}CP_MEUR,B1GQ,BE,2024-Q1,1,,\n"
        f"{FLOW}CP_MEUR,B1GQ,BE,2023,602376.345,,\n"
        f"{FLOW}CP_MEUR,B1GQ,BE\n"
        ",,,,,\n"
        f"{FLOW}CP_MEUR,B1GQ,BG,2024,,c,C\n"
        "other,2025-10-21,A,CP_MEUR,B1GQ,CZ,2024,320741.7,p,\n"
    )

    source = read_key_source(written(tmp_path, SDMX + rows))

    assert source.values == {
        ("BG", 2024): Datum(None, (), ("confidential",)),
        ("CZ", 2024): Datum(32_074_170, (DataFlag.PROVISIONAL,)),
    }
    assert [(each.where, each.why) for each in source.unread] == [
        ("line 3, OBS_VALUE", "more than two decimals of a million EUR: round it to two"),
        ("line 4", "the columns are not those of the first line"),
    ]
    assert source.skipped == (("periods that are no year", 1),)


@pytest.mark.parametrize(
    ("written_date", "read"),
    [
        ("21/10/25 11:00:00", date(2025, 10, 21)),
        ("21/10/2025", date(2025, 10, 21)),
        ("2025-10-21T11:00:00", date(2025, 10, 21)),
        ("31/02/25", None),
        ("yesterday", None),
    ],
)
def test_the_last_update_is_read(tmp_path: Path, written_date: str, read: date | None) -> None:
    row = f"x,{written_date},A,CP_MEUR,B1GQ,BE,2024,5,,\n"

    source = read_key_source(written(tmp_path, SDMX + row))

    assert source.updated == read
    assert source.dataset == "Eurostat, nama_10_gdp (CP_MEUR, B1GQ)"


def test_the_same_figure_twice_counts_once_and_two_figures_count_not_at_all(tmp_path: Path) -> None:
    rows = "".join(
        f"A,NR,TOTAL,T,{cells}\n" for cells in ("BE\t10 ", "BE\t10 ", "BG\t1 ", "BG\t2 ", "BG\t1 ", "CZ\t3 ")
    )

    source = read_key_source(written(tmp_path, HEAD + rows))

    assert source.values == {("BE", 2024): Datum(10), ("CZ", 2024): Datum(3)}
    assert source.skipped == (("the same figure once more", 1),)
    assert [(each.where, each.text) for each in source.unread] == [
        ("line 4, BG 2024", '"1"'),
        ("line 5, BG 2024", '"2"'),
        ("line 6, BG 2024", '"1"'),
    ]


def test_only_so_many_are_named_and_the_rest_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "UNREAD_NAMED", 1)
    rows = "A,NR,TOTAL,T,BE\tx \ty \nA,NR,TOTAL,T,BG\t1 \tz \n"

    source = read_key_source(written(tmp_path, HEAD + rows))

    assert len(source.unread) == 1
    assert source.unread_more == 2


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("freq,unit,geo\\TIME_PERIOD\t2024 \n", 'no dataset of the key has these dimensions: "unit"'),
        ("freq,geo\\TIME_PERIOD\t2024 \n", "no dataset of the key has these dimensions: none"),
        ("freq,unit,age,sex\\TIME_PERIOD\t2024 \n", "no columns by country and year"),
        ("freq,indic_de,geo\\TIME_PERIOD\t2024-01 \n", "no column is a year"),
        (HEAD + "A,NR,TOTAL,M,BE\t1 \t2 \n", "no population of a Member State was found"),
        (HEAD + "A,NR,TOTAL,T,BE\t: \t: \n", "no population of a Member State was found"),
        (HEAD, "no population of a Member State was found"),
        (HEAD + "A,NR,TOTAL,T,BE\tx \ty \n", "no population of a Member State was found"),
        (SDMX.replace("na_item", "nace_r2"), "no dataset of the key has these dimensions"),
        (SDMX + '"', "this is no table"),
    ],
)
def test_other_datasets_and_empty_ones_are_refused(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(BadInput) as refusal:
        read_key_source(written(tmp_path, text))

    assert says in str(refusal.value)
    assert "data.tsv" in refusal.value.where
    assert refusal.value.remedy


def test_more_types_of_applicants_than_there_are_is_refused(tmp_path: Path) -> None:
    head = "freq,unit,citizen,sex,age,asyl_app,geo\\TIME_PERIOD\t2024 \n"
    rows = "".join(f"A,PER,TOTAL,T,TOTAL,X{number},BE\t1 \n" for number in range(limits.SERIES + 1))

    with pytest.raises(BadInput, match="more than 20 kinds of applicants"):
        read_key_source(written(tmp_path, head + rows))


def test_too_many_columns_are_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="no columns by country and year"):
        read_key_source(written(tmp_path, "freq,indic_de,geo\\TIME_PERIOD" + "\t2024" * (limits.COLUMNS + 1)))


def test_progress_is_told_and_can_end_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "_TELL_EVERY", 10)
    told: list[tuple[int, int]] = []
    size = (FILES / "demo_pjan.tsv").stat().st_size

    read_key_source(FILES / "demo_pjan.tsv", progress=lambda done, total: told.append((done, total)))
    assert told[-1] == (size, size)

    def stop(_done: int, _total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        read_key_source(FILES / "demo_pjan.tsv", progress=stop)


def test_another_kind_than_the_wanted_one_is_refused() -> None:
    with pytest.raises(BadInput, match="this file holds the population, not the gross domestic product"):
        read_key_source(FILES / "demo_pjan.tsv", KeyKind.GDP)


def test_a_file_that_repeats_itself_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "VALUES", 10)
    row = "JAN,BE\t1 \n"
    assert read_key_source(written(tmp_path, "indic_de,geo\\TIME_PERIOD\t2024\n" + row * 10)).series
    with pytest.raises(BadInput, match=r"line 12, BE 2024.*it repeats itself"):
        read_key_source(written(tmp_path, "indic_de,geo\\TIME_PERIOD\t2024\n" + row * 11))
