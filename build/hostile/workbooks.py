"""Hostile Excel workbooks: damaged archives, bombs, and sheets that somebody crafted."""

import io
import re
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Final

from build.hostile.case import Case
from build.hostile.mangling import EVIL_NUMBERS, EVIL_TEXTS, mangled, spliced
from desktop_app.calc.rulebooks.annual_pool.book import assess
from desktop_app.models.any_forum import sample
from desktop_app.models.tables import write_workbook

_NAME: Final = "pledges.xlsx"
_SHEETS: Final = "xl/worksheets/"
_MEGABYTE: Final = 1_000_000
_RELATED: Final = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_LAUGHS: Final = (
    b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha">'
    + b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9))
    + b"]><worksheet><sheetData><row><c t='inlineStr'><is><t>&j;</t></is></c></row></sheetData></worksheet>"
)
_OUTSIDE: Final = (
    b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    b"<worksheet><sheetData><row><c t='inlineStr'><is><t>&a;</t></is></c></row></sheetData></worksheet>"
)

Parts = dict[str, bytes]


def bases() -> list[bytes]:
    """Return sound workbooks: one that the program hands out, one of key data."""
    from openpyxl import Workbook

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / _NAME
        write_workbook(assess(sample()), path)
        book = Workbook()
        for line in (("code", "persons"), ("BE", 11_883_495), ("BG", 6_437_360), ("DE", 83_577_140)):
            book.active.append(line)  # type: ignore[union-attr]  # a new workbook has a sheet
        key = Path(folder) / "key.xlsx"
        book.save(key)
        return [path.read_bytes(), key.read_bytes()]


def make(chance: Random, sound: list[bytes]) -> Case:
    """Return a hostile workbook."""
    base, way = chance.choice(sound), chance.random()
    if way < 0.25:
        data, about = mangled(chance, base)
    elif way < 0.3:
        data, about = spliced(chance, base, chance.choice(sound)), "spliced"
    else:
        parts = _unpacked(base)
        does = chance.choice(_CRAFTED)
        data, about = does(chance, parts) or _zipped(parts), does.__name__[1:]
    return Case(_NAME, {_NAME: data}, about)


def _unpacked(base: bytes) -> Parts:
    with zipfile.ZipFile(io.BytesIO(base)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _zipped(parts: Parts) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def _sheet(chance: Random, parts: Parts) -> str:
    return chance.choice([name for name in parts if name.startswith(_SHEETS)])


def _damaged_part(chance: Random, parts: Parts) -> None:
    name = chance.choice(list(parts))
    parts[name], _about = mangled(chance, parts[name])


def _other_values(chance: Random, parts: Parts) -> None:
    """Put other values into cells, where they are still well-formed."""
    name = chance.choice([_sheet(chance, parts), next((each for each in parts if "sharedStrings" in each), "")])
    pieces = parts.get(name, b"").split(b">")
    for _each in range(chance.choice((1, 3, 20))):
        if len(pieces) > 3:
            evil = chance.choice((*EVIL_NUMBERS, *EVIL_TEXTS)).replace(b"&", b"&amp;").replace(b"<", b"&lt;")
            place = chance.randrange(1, len(pieces))
            _text, end, tag = pieces[place].partition(b"<")
            pieces[place] = evil + end + tag
    parts[name] = b">".join(pieces)


def _other_attributes(chance: Random, parts: Parts) -> None:
    name = _sheet(chance, parts)
    evil = chance.choice(
        (b'r="XFD1048576"', b'r="ZZZZZZ99999999"', b'r="A0"', b'r=""', b'r="A1"', b't="e"', b't="b"', b't="x"')
    )
    wanted = chance.choice((b'r="B5"', b'r="A4"', b'r="C6"', b't="n"', b't="inlineStr"', b't="s"'))
    parts[name] = parts[name].replace(wanted, evil)


def _formulas(chance: Random, parts: Parts) -> None:
    name = _sheet(chance, parts)
    evil = chance.choice(
        (b"<f>cmd|'/c calc'!A1</f><v>1</v>", b"<f t='shared' si='0' ref='A1:XFD1048576'>1</f>", b"<f></f>")
    )
    parts[name] = parts[name].replace(b"<v>", evil + b"<v>", chance.choice((1, 50)))


def _missing_part(chance: Random, parts: Parts) -> None:
    for _each in range(chance.choice((1, 3))):
        del parts[chance.choice(list(parts))]


def _zip_bomb(chance: Random, parts: Parts) -> bytes:
    """Let one part unpack to hundreds of megabytes."""
    name = chance.choice(list(parts))
    filling = chance.choice((b" ", b"<c/>", b"\0", b"<row r='1'><c r='A1'><v>1</v></c></row>"))
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for each, content in parts.items():
            entry = zipfile.ZipInfo(each)
            entry.compress_type = zipfile.ZIP_DEFLATED
            with archive.open(entry, "w", force_zip64=True) as part:
                if each != name:
                    part.write(content)
                    continue
                start, end, rest = content.partition(b"<sheetData>")
                part.write(start + end)
                for _megabyte in range(chance.choice((30, 200))):
                    part.write(filling * (_MEGABYTE // len(filling)))
                part.write(rest)
    return file.getvalue()


def _false_sizes(chance: Random, parts: Parts) -> bytes:
    """Say another size in the directory than there is."""
    data = bytearray(_zipped(parts))
    start = data.rfind(b"PK\x01\x02")
    place = start + chance.choice((16, 20, 24, 28, 42))
    data[place : place + 4] = chance.choice((b"\0\0\0\0", b"\xff\xff\xff\xff", b"\1\0\0\0", b"\xff\xff\xff\x7f"))
    return bytes(data)


def _laughs(chance: Random, parts: Parts) -> None:
    parts[_sheet(chance, parts)] = chance.choice((_LAUGHS, _OUTSIDE))


def _deep(chance: Random, parts: Parts) -> None:
    name = chance.choice(list(parts))
    parts[name] = b"<a>" * chance.choice((300, 200_000))


def _many_files(chance: Random, parts: Parts) -> None:
    for number in range(chance.choice((300, 30_000))):
        parts[f"xl/extra{number}.xml"] = b""


def _many_cells(chance: Random, parts: Parts) -> None:
    name, count = _sheet(chance, parts), chance.choice((20_000, 1_500_000))
    cell = chance.choice((b"<c><v>1</v></c>", b"<c r='A1'/>", b"<row/>", b"<c t='inlineStr'><is><t>ab</t></is></c>"))
    start, end, rest = parts[name].partition(b"<sheetData>")
    parts[name] = start + end + b"<row>" + cell * count + b"</row>" + rest


def _many_attributes(chance: Random, parts: Parts) -> None:
    name = _sheet(chance, parts)
    names = b" ".join(b"a%d=''" % number for number in range(chance.choice((100, 300_000))))
    parts[name] = parts[name].replace(b"<sheetData>", b"<sheetData " + names + b">", 1)


def _odd_names(chance: Random, parts: Parts) -> None:
    for name in chance.sample(list(parts), k=2):
        parts[chance.choice((f"../../{name}", f"/{name}", name.upper(), f"{name}\0", name * 50, "C:\\x"))] = parts.pop(
            name
        )


def _sheet_names(chance: Random, parts: Parts) -> None:
    evil = chance.choice((b"", b"\x1b[2J", b"Pledges", b"A" * 40_000, b"../x", "\u202e".encode()))
    parts["xl/workbook.xml"] = parts["xl/workbook.xml"].replace(b'name="', b'name="' + evil)


def _shared_part(chance: Random, parts: Parts) -> None:
    """Let many sheets name one part, each by the same relation or by one of its own."""
    name, count = _sheet(chance, parts), chance.choice((2, 90))
    filling = chance.choice((b"<a/>", b"<row/>", b"<row>" + b"<c/>" * 9 + b"</row>")) * chance.choice((100, 90_000))
    start, end, rest = parts[name].partition(b"<sheetData>")
    parts[name] = start + end + filling + rest
    named = re.compile(rb'<sheet [^>]*r:id="([^"]*)"[^>]*/>').search(parts["xl/workbook.xml"])
    if named is None:
        return
    more = b"".join(
        b'<sheet xmlns:r="%s" name="more %d" sheetId="%d" r:id="%s"/>' % (_RELATED, n, 500 + n, named[1])
        for n in range(count)
    )
    if chance.random() < 0.5:
        more = re.sub(rb'name="more (\d+)"(.*?)r:id="[^"]*"', rb'name="more \1"\2r:id="more\1"', more)
        relations = b"".join(
            b'<Relationship Id="more%d" Type="%s/worksheet" Target="/%s"/>' % (n, _RELATED, name.encode())
            for n in range(count)
        )
        rels = "xl/_rels/workbook.xml.rels"
        parts[rels] = parts[rels].replace(b"</Relationships>", relations + b"</Relationships>")
    parts["xl/workbook.xml"] = parts["xl/workbook.xml"].replace(b"</sheets>", more + b"</sheets>")


def _many_rows(chance: Random, parts: Parts) -> None:
    """Add rows without a code, or with the code of a state, up to the bounds."""
    name, count = _sheet(chance, parts), chance.choice((300, 9_900))
    code = chance.choice((b"<c/>", b"<c t='inlineStr'><is><t>BE</t></is></c>", b"<c t='s'><v>0</v></c>"))
    row = b"<row>" + code + b"<c><v>1</v></c>" * 9 + b"</row>"
    merged = b"<mergeCells>" + b"<mergeCell ref='B1:G30000'/>" * chance.choice((0, 990)) + b"</mergeCells>"
    parts[name] = parts[name].replace(b"</sheetData>", row * count + b"</sheetData>" + merged)


_CRAFTED: Final[tuple[Callable[[Random, Parts], bytes | None], ...]] = (
    _damaged_part,
    _damaged_part,
    _other_values,
    _other_values,
    _other_values,
    _other_attributes,
    _formulas,
    _missing_part,
    _zip_bomb,
    _false_sizes,
    _laughs,
    _deep,
    _many_files,
    _many_cells,
    _shared_part,
    _many_rows,
    _many_attributes,
    _odd_names,
    _sheet_names,
)
