"""Whatever a forum may hold comes back from each layout, in whatever order the rows stand."""

import gzip
import tempfile
from fractions import Fraction
from pathlib import Path
from typing import Final

import openpyxl
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.calc.exact import decimal_text
from desktop_app.calc.forum import DataFlag
from desktop_app.calc.member_states import PROTOCOL_ORDER
from desktop_app.models.key_sources import Datum, KeyKind, KeySource, read_key_source

LETTERS: Final = dict(zip(DataFlag, "pebdu", strict=True))
Values = dict[tuple[str, int], Datum]


def data(highest: int) -> st.SearchStrategy[Values]:
    flags = st.sets(st.sampled_from(DataFlag)).map(lambda chosen: tuple(each for each in DataFlag if each in chosen))
    keys = st.tuples(st.sampled_from(PROTOCOL_ORDER), st.integers(2000, 2030))
    return st.dictionaries(keys, st.builds(Datum, st.integers(0, highest), flags), min_size=1, max_size=12)


def letters(datum: Datum) -> str:
    return "".join(LETTERS[flag] for flag in datum.flags)


def read(content: bytes, kind: KeyKind | None = None) -> KeySource:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "file"
        path.write_bytes(content)
        return read_key_source(path, kind)


@given(data(10**9), st.randoms(use_true_random=False), st.booleans())
def test_population_comes_back_from_tsv(values: Values, chance: object, packed: bool) -> None:
    years = sorted({year for _code, year in values})
    codes = [code for code in PROTOCOL_ORDER if any((code, year) in values for year in years)]
    chance.shuffle(codes)  # type: ignore[attr-defined]  # Hypothesis names no type of its random numbers
    chance.shuffle(years)  # type: ignore[attr-defined]
    lines = ["freq,unit,age,sex,geo\\TIME_PERIOD\t" + "\t".join(f"{year} " for year in years)]
    for code in codes:
        cells = [values.get((code, year)) for year in years]
        written = [f"{cell.amount} {letters(cell)}" if cell else ": " for cell in cells]
        lines.append(f"A,NR,TOTAL,T,{code}\t" + "\t".join(written))
    content = "\n".join(lines).encode()

    source = read(gzip.compress(content, mtime=0) if packed else content)

    assert {key: datum for key, datum in source.values.items() if datum.amount is not None} == values
    assert source.unread == ()


@given(data(10**12), st.randoms(use_true_random=False))
def test_products_come_back_from_sdmx(values: Values, chance: object) -> None:
    rows = [
        f"ESTAT:NAMA_10_GDP(1.0),21/10/25,A,CP_MEUR,B1GQ,{code},{year},{decimal_text(Fraction(datum.amount, 100))},"
        f"{letters(datum)},"
        for (code, year), datum in values.items()
        if isinstance(datum.amount, int)
    ]
    chance.shuffle(rows)  # type: ignore[attr-defined]
    head = "DATAFLOW,LAST UPDATE,freq,unit,na_item,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG,CONF_STATUS"

    source = read("\r\n".join([head, *rows]).encode())

    assert source.values == values
    assert source.unread == ()


@given(data(10**9), st.sampled_from([",", ";", "\t"]), st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
def test_population_comes_back_from_a_table(values: Values, separator: str, encoding: str) -> None:
    rows = [("code", "year", "persons", "flag")]
    rows += [(code, str(year), str(datum.amount), letters(datum)) for (code, year), datum in values.items()]

    source = read("\r\n".join(separator.join(row) for row in rows).encode(encoding))

    assert source.values == values
    assert source.unread == ()


@given(data(10**12))
def test_products_come_back_from_a_workbook(values: Values) -> None:
    made = openpyxl.Workbook()
    sheet = made.active
    assert sheet is not None
    sheet.append(["code", "year", "million_eur", "flag"])
    for (code, year), datum in values.items():
        assert isinstance(datum.amount, int)
        sheet.append([code, year, datum.amount / 100, letters(datum)])
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "book.xlsx"
        made.save(path)
        source = read_key_source(path)

    assert source.values == values
    assert source.unread == ()
