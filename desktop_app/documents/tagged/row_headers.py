"""Row headers in the tags of a PDF file: Typst tags the heads of columns, and has no way yet to say what heads a row.

The file is rewritten object by object. Only elements of its structure change: cells that name their row become headers
of it, and the other cells of the row name them. Objects without content of their own go into compressed streams on the
way: a long table has thousands.
"""

import re
import zlib
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

_OBJECT: Final = re.compile(rb"(\d+) 0 obj\n(.*?)\nendobj", re.DOTALL)
_REFERENCE: Final = re.compile(rb"(\d+) 0 R")
_INSIDE: Final = re.compile(rb"<<.*?>>", re.DOTALL)
_TYPE: Final = re.compile(rb"/S/(\w+)")
_NAMES: Final = re.compile(rb"/IDTree<</Names\[(.*?)\]>>", re.DOTALL)
_NAME: Final = re.compile(rb"(\([^)]*\))(\d+ 0 R)")
_START: Final = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*$")
_TRAILER: Final = re.compile(rb"trailer\s*<</Size \d+(.*?)>>\s*startxref", re.DOTALL)
_AROUND_TABLES: Final = frozenset({b"Document", b"Part", b"Sect", b"Div", b"NonStruct"})
_AROUND_ROWS: Final = frozenset({b"TBody"})
_TABLE: Final = b"<</O/Table"

Objects = dict[int, bytes]
Headed = Sequence[Sequence[int]]


def with_row_headers(data: bytes, headed: Headed) -> bytes:
    """Return a tagged PDF file in which rows have headers.

    Args:
        data: the file, as Typst writes it.
        headed: for each of its tables, in reading order, how many cells at the beginning of each row below the head
            are headers of that row.

    Raises:
        ValueError: the file is not as Typst writes it, or its tables are not those that are spoken of.
        KeyError: it speaks of an object that it does not hold.
    """
    objects, front, trailer = _read(data)
    (root,) = (number for number, each in objects.items() if each.startswith(b"<</Type/StructTreeRoot"))
    names: list[tuple[bytes, bytes]] = []
    tables = _within(objects, root, b"Table", _AROUND_TABLES)
    for place, (number, counts) in enumerate(zip(tables, headed, strict=True)):
        rows = _within(objects, number, b"TR", _AROUND_ROWS)
        for line, (row, count) in enumerate(zip(rows, counts, strict=True)):
            names += _head(objects, _kids(objects[row]), count, b"R%dy%d" % (place, line))
    objects[root] = _named(objects[root], names)
    return _written(objects, front, trailer)


def _read(data: bytes) -> tuple[Objects, bytes, bytes]:
    """Return the objects by number, what stands before them, and what the trailer says but for their count."""
    start, trailer = _START.search(data), _TRAILER.search(data)
    if start is None or trailer is None:
        raise ValueError("not a file as Typst writes it: no table of objects")
    table = int(start.group(1))
    places = sorted(
        int(line[:10]) for line in data[table : trailer.start()].splitlines()[2:] if line.rstrip()[-1:] == b"n"
    )
    objects = {}
    for begin, end in pairwise([*places, table]):
        found = _OBJECT.match(data, begin) if b"stream\n" not in data[begin:end] else None
        if found is not None:
            objects[int(found.group(1))] = found.group(2)
            continue
        number, _, rest = data[begin:end].partition(b" 0 obj\n")
        objects[int(number)] = rest.rpartition(b"\nendobj")[0]
    return objects, data[: places[0]], trailer.group(1)


def _type(element: bytes) -> bytes:
    found = _TYPE.search(element)
    return found.group(1) if found else b""


def _kids(element: bytes) -> list[int]:
    """Return the elements below an element, in reading order."""
    kids = element.rpartition(b"/K[")[2].partition(b"]")[0]
    # What stands in brackets of its own is content, on a page that it names.
    return [int(each) for each in _REFERENCE.findall(_INSIDE.sub(b"", kids) if b"<<" in kids else kids)]


def _within(objects: Objects, number: int, wanted: bytes, around: frozenset[bytes]) -> Iterator[int]:
    """Return the elements of a type below one, in reading order, looked for only inside elements of some types."""
    for kid in _kids(objects[number]):
        kind = _type(objects[kid])
        if kind == wanted:
            yield kid
        elif kind in around:
            yield from _within(objects, kid, wanted, around)


def _head(objects: Objects, cells: Sequence[int], count: int, name: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Make the first cells of a row its headers; return their names with their numbers."""
    named = b"".join(b"(%sx%d)" % (name, place) for place in range(count))
    for place, number in enumerate(cells):
        if place < count:
            own = b"(%sx%d)" % (name, place)
            cell = objects[number].replace(b"/S/TD", b"/S/TH/ID%s" % own, 1)
            objects[number] = _with(cell, b"/Scope/Row")
            yield own, b"%d 0 R" % number
        elif count and b"/Headers[" in objects[number]:
            objects[number] = objects[number].replace(b"/Headers[", b"/Headers[" + named, 1)
        elif count:
            objects[number] = _with(objects[number], b"/Headers[%s]" % named)


def _with(cell: bytes, attribute: bytes) -> bytes:
    """Return a cell with one more attribute of a table's."""
    if _TABLE in cell:
        return cell.replace(_TABLE, _TABLE + attribute, 1)
    table = _TABLE + attribute + b">>"
    if b"/A[" in cell:
        return cell.replace(b"/A[", b"/A[" + table, 1)
    return cell.replace(b"/P ", b"/A[%s]/P " % table, 1)


def _named(root: bytes, names: list[tuple[bytes, bytes]]) -> bytes:
    """Return the root of the structure with more names, in the order of the alphabet."""
    if not names:
        return root
    found = _NAMES.search(root)
    listed = b"".join(
        name + number for name, number in sorted(names + (_NAME.findall(found.group(1)) if found else []))
    )
    tree = b"/IDTree<</Names[%s]>>" % listed
    return root.replace(found.group() if found else b"/K[", tree if found else tree + b"/K[", 1)


def _written(objects: Objects, front: bytes, trailer: bytes) -> bytes:
    """Return a file of objects, those without a stream packed into one."""
    packed = [number for number in sorted(objects) if not objects[number].endswith(b"endstream")]
    file = bytearray(front)
    last = max(objects) + 2
    entries = {0: (0, 0, 65535)}
    for number in sorted(objects.keys() - set(packed)):
        entries[number] = (1, len(file), 0)
        file += b"%d 0 obj\n%s\nendobj\n" % (number, objects[number])
    index, places, at = b"", 0, 0
    for places, number in enumerate(packed):
        index += b"%d %d " % (number, at)
        at += len(objects[number]) + 1
        entries[number] = (2, last - 1, places)
    entries[last - 1] = (1, len(file), 0)
    content = index + b"\n".join(objects[number] for number in packed)
    about = b"/Type/ObjStm/N %d/First %d" % (len(packed), len(index))
    file += _stream(last - 1, about, content)
    entries[last] = (1, len(file), 0)
    table = b"".join(
        b"%c%s%s" % (kind, where.to_bytes(4, "big"), which.to_bytes(2, "big"))
        for _number, (kind, where, which) in sorted(entries.items())
    )
    start = len(file)
    file += _stream(last, b"/Type/XRef/Size %d/W[1 4 2]%s" % (last + 1, trailer), table)
    return bytes(file) + b"startxref\n%d\n%%%%EOF\n" % start


def _stream(number: int, about: bytes, content: bytes) -> bytes:
    small = zlib.compress(content)
    return b"%d 0 obj\n<<%s/Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream\nendobj\n" % (
        number,
        about,
        len(small),
        small,
    )
