"""Hostile tables in text: the program's own CSV, and Eurostat's TSV and SDMX-CSV, also packed."""

import gzip
import zlib
from collections.abc import Callable
from random import Random
from typing import Final

from build.hostile.case import Case
from build.hostile.mangling import EVIL_NUMBERS, EVIL_TEXTS, mangled, spliced
from desktop_app.calc.rulebooks.annual_pool.book import assess
from desktop_app.models.any_forum import sample
from desktop_app.models.key_sources import limits
from desktop_app.models.tables import csv_bytes

_CODES: Final = ("EU27_2020", "BE", "BG", "CZ", "DK", "DE", "EE", "IE", "EL", "ES", "FR", "HR", "IT", "CY", "LV", "XK")
_BOMB: Final = 400_000_000
"""Bytes that a packed file unpacks to."""


def csv_bases() -> list[bytes]:
    """Return sound tables: of the program, and of key data."""
    rows = "".join(f"{code},{number}00001\n" for number, code in enumerate(_CODES, 11))
    return [csv_bytes(assess(sample())), f"code,persons\n{rows}".encode()]


def tsv_bases() -> list[bytes]:
    """Return downloads as Eurostat's TSV."""
    head = "freq,unit,age,sex,geo\\TIME_PERIOD\t2023 \t2024 \t2025 \n"
    rows = "".join(f"A,NR,TOTAL,T,{code}\t: \t{n}817096 \t{n}883495 p\n" for n, code in enumerate(_CODES, 1))
    return [(head + rows).encode()]


def sdmx_bases() -> list[bytes]:
    """Return downloads as Eurostat's SDMX-CSV."""
    head = "DATAFLOW,LAST UPDATE,freq,unit,na_item,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG,CONF_STATUS\n"
    start = "ESTAT:NAMA_10_GDP(1.0),21/10/25 11:00:00,A,CP_MEUR,B1GQ"
    rows = "".join(
        f"{start},{code},{year},{n}02376.3,{'p' if n % 3 else ''},\n"
        for n, code in enumerate(_CODES, 1)
        for year in (2023, 2024)
    )
    return [(head + rows).encode()]


def make_csv(chance: Random, sound: list[bytes]) -> Case:
    """Return a hostile CSV file."""
    return _make(chance, sound, ("pledges.csv", "pledges.csv", "key.txt"))


def make_tsv(chance: Random, sound: list[bytes]) -> Case:
    """Return a hostile TSV download."""
    return _packed(chance, _make(chance, sound, ("demo_pjan.tsv",)))


def make_sdmx(chance: Random, sound: list[bytes]) -> Case:
    """Return a hostile SDMX-CSV download."""
    return _packed(chance, _make(chance, sound, ("nama_10_gdp.csv",)))


def _make(chance: Random, sound: list[bytes], names: tuple[str, ...]) -> Case:
    base, way = chance.choice(sound), chance.random()
    if way < 0.4:
        data, about = mangled(chance, base)
    elif way < 0.75:
        data, about = _other_cells(chance, base), "other cells"
    elif way < 0.8:
        data, about = spliced(chance, base, chance.choice(sound)), "spliced"
    else:
        does = chance.choice(_BOMBS)
        data, about = does(chance, base), does.__name__[1:]
    name = chance.choice(names)
    return Case(name, {name: data}, about)


def _other_cells(chance: Random, base: bytes) -> bytes:
    """Put something else into a few cells."""
    separator = b"\t" if b"\t" in base else b","
    lines = [line.split(separator) for line in base.split(b"\n")]
    for _each in range(chance.choice((1, 1, 3, 30))):
        line = chance.choice(lines)
        line[chance.randrange(len(line))] = chance.choice(
            (*EVIL_NUMBERS, *EVIL_TEXTS, b":", b": c", b"12 b d", b"#REF!")
        )
    if chance.random() < 0.2:
        chance.shuffle(lines)
    return b"\n".join(separator.join(line) for line in lines)


def _many_lines(chance: Random, base: bytes) -> bytes:
    head, _end, rest = base.partition(b"\n")
    return head + b"\n" + rest * (chance.choice((3_000_000, 60_000_000)) // max(1, len(rest)))


def _many_columns(chance: Random, base: bytes) -> bytes:
    separator = b"\t" if b"\t" in base else b","
    head, _end, rest = base.partition(b"\n")
    return head + separator.join([b"", *(b"%d" % n for n in range(chance.choice((1_000, 400_000))))]) + b"\n" + rest


def _long_cell(chance: Random, base: bytes) -> bytes:
    place = chance.randrange(len(base))
    return base[:place] + chance.choice((b"A", b"9", b'"', b" ")) * chance.choice((200_000, 15_000_000)) + base[place:]


def _open_quote(chance: Random, base: bytes) -> bytes:
    place = base.find(b"\n", chance.randrange(len(base))) + 1
    return base[:place] + b'"' + base[place:] * chance.choice((1, 500))


def _no_line_end(chance: Random, _base: bytes) -> bytes:
    return chance.choice((b"x", b",", b"\0", b"\r")) * chance.choice((100_000, 30_000_000))


def _nothing(chance: Random, base: bytes) -> bytes:
    return chance.choice((b"", b"\n", b"\0", b",", b"\xef\xbb\xbf", base.partition(b"\n")[0], b"sep=;\n" + base))


_BOMBS: Final[tuple[Callable[[Random, bytes], bytes], ...]] = (
    _many_lines,
    _many_columns,
    _long_cell,
    _open_quote,
    _no_line_end,
    _nothing,
)


def _packed(chance: Random, case: Case) -> Case:
    """Pack some, and damage some of what is packed."""
    way = chance.random()
    data = case.files[case.target]
    if way < 0.6:
        return case
    if way < 0.8:
        packed, about = gzip.compress(data, 1, mtime=0), f"packed; {case.about}"
    elif way < 0.9:
        packed, about = mangled(chance, gzip.compress(data[:100_000], 1, mtime=0))
    else:
        does = chance.choice((_gzip_bomb, _many_members, _packed_twice, _at_bounds, _at_bounds))
        packed, about = does(chance, data), does.__name__[1:]
    name = f"{case.target}.gz" if chance.random() < 0.8 else case.target
    return Case(name, {name: packed}, about)


def _gzip_bomb(_chance: Random, data: bytes) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    packed = [packer.compress(data[:1_000])]
    packed += [packer.compress(bytes(1_000_000)) for _each in range(_BOMB // 1_000_000)]
    return b"".join((*packed, packer.flush()))


def _at_bounds(chance: Random, data: bytes) -> bytes:
    """Give as many lines or bytes as are read, all alike: of what is wanted, or nearly, or long."""
    head, _end, rest = data.partition(b"\n")
    lines = rest.split(b"\n")
    line = chance.choice(lines)
    for sought, other in chance.choice(((), ((b"A,", b"M,"),), ((b",T,", b",F,"), (b"B1GQ", b"P3")))):
        line = line.replace(sought, other)
    line = (line + chance.choice((b"", b"", b"\t" * 1_900, b"," * 1_900)))[:4_000] + b"\n"
    count = min(limits.LINES - 2, limits.UNPACKED_BYTES // len(line) - 1)
    packer = zlib.compressobj(1, zlib.DEFLATED, 31)
    packed = [packer.compress(head + b"\n")]
    packed += [packer.compress(line * 1_000) for _each in range(count // 1_000)]
    return b"".join((*packed, packer.flush()))


def _many_members(_chance: Random, data: bytes) -> bytes:
    return gzip.compress(data[:200], mtime=0) * 50_000


def _packed_twice(_chance: Random, data: bytes) -> bytes:
    return gzip.compress(gzip.compress(data, 1, mtime=0), 1, mtime=0)
