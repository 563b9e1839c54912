"""Damage to any bytes: bits, cuts, splices, encodings, numbers, text that no one types."""

import re
from collections.abc import Callable, Sequence
from random import Random
from typing import Final

_NUMBER: Final = re.compile(rb"\d+(?:\.\d+)?")
_WORD: Final = re.compile(rb"[A-Za-z][A-Za-z_-]+")

EVIL_NUMBERS: Final = (
    b"-1",
    b"0",
    b"1e999",
    b"1E308",
    b"-0",
    b"NaN",
    b"Infinity",
    b"1.0",
    b"1e5",
    b"00012",
    b"0x10",
    b"9" * 30,
    b"9" * 5_000,
    b"1" + b"0" * 400 + b".5",
    b"18446744073709551616",
    b"9223372036854775807",
    b"-9223372036854775809",
    "١٢٣".encode(),
    "１２".encode(),
    b"12.900",
    b"1,5",
    b"8 440 000",
)
EVIL_TEXTS: Final = (
    b"",
    b"\0",
    b"=HYPERLINK(1)",
    b"@SUM(A1)",
    b"\x1b[2J\x1b]0;x\x07",
    b"\xff\xfe",
    b"\xed\xa0\x80",
    b"\xc0\xaf",
    "\u202egnp.exe".encode(),
    "\ufeff".encode(),
    "e\u0301".encode() * 50,
    "ﷺ".encode() * 3_000,
    b"A" * 70_000,
    b"'; DROP TABLE forum; --",
    b"../../../etc/passwd",
    b"{0.__class__}",
    b"%s%n",
    b"<b>&amp;</b>",
    b"\r\n\r\n",
    b'"',
    b"\\",
    b"GR",
    b"UK",
    b"2026-02-30",
    b"null",
    b"true",
)
Mangler = Callable[[Random, bytes], bytes]


def flip_bits(chance: Random, data: bytes) -> bytes:
    """Turn a few bits."""
    mangled = bytearray(data)
    for _each in range(chance.choice((1, 1, 2, 8, 40))):
        if mangled:
            mangled[chance.randrange(len(mangled))] ^= 1 << chance.randrange(8)
    return bytes(mangled)


def cut(chance: Random, data: bytes) -> bytes:
    """Keep only the beginning."""
    return data[: chance.randrange(len(data) + 1)]


def behead(chance: Random, data: bytes) -> bytes:
    """Keep only the end."""
    return data[chance.randrange(len(data) + 1) :]


def take_out(chance: Random, data: bytes) -> bytes:
    """Take a piece out of the middle."""
    start, length = chance.randrange(len(data) + 1), chance.choice((1, 4, 100, 4096))
    return data[:start] + data[start + length :]


def repeat(chance: Random, data: bytes) -> bytes:
    """Say a piece several times."""
    start, length = chance.randrange(len(data) + 1), chance.choice((1, 20, 500, 5000))
    return data[:start] + data[start : start + length] * chance.choice((2, 3, 50)) + data[start + length :]


def swap(chance: Random, data: bytes) -> bytes:
    """Put two pieces into each other's place."""
    one, two = sorted((chance.randrange(len(data) + 1), chance.randrange(len(data) + 1)))
    return data[two:] + data[one:two] + data[:one]


def insert_noise(chance: Random, data: bytes) -> bytes:
    """Put random bytes in."""
    start = chance.randrange(len(data) + 1)
    return data[:start] + chance.randbytes(chance.choice((1, 3, 64, 2000))) + data[start:]


def insert_nothing(chance: Random, data: bytes) -> bytes:
    """Put zeros in."""
    start = chance.randrange(len(data) + 1)
    return data[:start] + bytes(chance.choice((1, 16, 4096))) + data[start:]


def evil_number(chance: Random, data: bytes) -> bytes:
    """Put another number in the place of one."""
    return _in_place_of(_NUMBER, chance, data, EVIL_NUMBERS)


def evil_text(chance: Random, data: bytes) -> bytes:
    """Put another text in the place of a word."""
    return _in_place_of(_WORD, chance, data, EVIL_TEXTS)


def _in_place_of(what: "re.Pattern[bytes]", chance: Random, data: bytes, evil: Sequence[bytes]) -> bytes:
    # From somewhere on: to find all of a large file would take longer than to read it.
    found = what.search(data, chance.randrange(len(data) + 1)) or what.search(data)
    return data if found is None else data[: found.start()] + chance.choice(evil) + data[found.end() :]


def other_encoding(chance: Random, data: bytes) -> bytes:
    """Write the text in another encoding."""
    text = data.decode("utf-8", "replace")
    encoding = chance.choice(("utf-16", "utf-16-le", "utf-32", "utf-8-sig", "cp1252", "utf-7", "cp037"))
    return text.encode(encoding, "replace")


def other_lines(chance: Random, data: bytes) -> bytes:
    """End the lines otherwise."""
    return data.replace(b"\n", chance.choice((b"\r", b"\r\n", b"\n\n", b"\x0b", "\u2028".encode(), b"")))


MANGLERS: Final[tuple[Mangler, ...]] = (
    flip_bits,
    flip_bits,
    cut,
    behead,
    take_out,
    repeat,
    swap,
    insert_noise,
    insert_nothing,
    evil_number,
    evil_number,
    evil_text,
    evil_text,
    other_encoding,
    other_lines,
)


def mangled(chance: Random, data: bytes) -> tuple[bytes, str]:
    """Damage data in one to three ways; return it and the names of the ways."""
    names = []
    for mangler in chance.choices(MANGLERS, k=chance.choice((1, 1, 1, 2, 3))):
        data = mangler(chance, data)
        names.append(mangler.__name__)
    return data, ", ".join(names)


def spliced(chance: Random, one: bytes, other: bytes) -> bytes:
    """Begin as one file and go on as another."""
    return one[: chance.randrange(len(one) + 1)] + other[chance.randrange(len(other) + 1) :]
