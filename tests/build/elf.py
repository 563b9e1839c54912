"""Reads which shared libraries a 64-bit little-endian ELF file names: just enough of the format for that."""

import struct
from pathlib import Path
from typing import Final

_LOAD: Final = 1
_DYNAMIC: Final = 2
_END: Final = 0
_NEEDED: Final = 1
_STRING_TABLE: Final = 5


def needed_libraries(path: Path) -> set[str]:
    """Return the names in the file's NEEDED entries."""
    data = path.read_bytes()
    assert data[:6] == b"\x7fELF\x02\x01", f"{path} is no 64-bit little-endian ELF file"
    (table,) = struct.unpack_from("<Q", data, 32)
    size, count = struct.unpack_from("<HH", data, 54)
    segments = [struct.unpack_from("<IIQQQQ", data, table + index * size) for index in range(count)]
    loads = [(address, offset, length) for kind, _, offset, address, _, length in segments if kind == _LOAD]
    entries = [
        entry
        for kind, _, offset, _, _, length in segments
        if kind == _DYNAMIC
        for entry in struct.iter_unpack("<QQ", data[offset : offset + length])
    ]
    strings = next(_offset(value, loads) for tag, value in entries if tag == _STRING_TABLE)
    return {_text(data, strings + value) for tag, value in entries if tag == _NEEDED}


def _offset(address: int, loads: list[tuple[int, int, int]]) -> int:
    return next(offset + address - start for start, offset, length in loads if start <= address < start + length)


def _text(data: bytes, start: int) -> str:
    return data[start : data.index(b"\0", start)].decode("ascii")
