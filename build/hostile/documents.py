"""Hostile documents in JSON."""

import copy
import json
from collections.abc import Callable, Iterator
from random import Random
from typing import Any, Final

from build.hostile.case import Case
from build.hostile.mangling import EVIL_NUMBERS, EVIL_TEXTS, mangled, spliced
from desktop_app.calc.forum import Procedure
from desktop_app.models.any_forum import sample
from desktop_app.models.interchange import document_bytes
from desktop_app.paths import resource

_EVIL_VALUES: Final[tuple[Any, ...]] = (
    None,
    True,
    False,
    -1,
    0,
    10.0,
    "5",
    10**9 + 1,
    10**40,
    "",
    "x" * 6_000,
    "\ud800",
    "\0",
    "\x1b[31m",
    [],
    {},
    [[]],
    [None],
    {"a": None},
    "2026-02-30",
    "0000-00-00",
    "9999-12-31",
    "0001-01-01",
    "annual-pool",
    "search-and-rescue",
    "migratory-pressure",
    "voluntary",
    "measures",
    "border-procedure",
    "return-decision",
    "48(2)",
    "12.5",
    "1/3",
    "1/0",
    "EL",
    "GR",
    "NO",
    "IS",
    "XX",
    "1e5",
    "-0",
    "0.001",
    "99999999999999",
    "1" * 5_000,
    "１２",
    ["EL", "EL"],
    [1] * 2_000,
)
_EVIL_NAMES: Final = (
    "",
    "states",
    "plans",
    "sponsorship",
    "key",
    "pledges",
    "support_plans",
    "format",
    "extra",
    "__proto__",
    "x" * 10_000,
    "\u202e",
    "\ud800",
    "key\0",
)

_Node = tuple[Any, Any]


def bases() -> list[bytes]:
    """Return sound documents to begin with."""
    return [
        document_bytes(sample()),
        resource("samples", "annual-pool-2026.json").read_bytes(),
        *(document_bytes(sample(each)) for each in Procedure if each is not Procedure.ANNUAL_POOL),
    ]


def make(chance: Random, sound: list[bytes]) -> Case:
    """Return a hostile document."""
    base = chance.choice(sound)
    way = chance.random()
    if way < 0.45:
        data, about = _other_values(chance, base)
    elif way < 0.85:
        data, about = mangled(chance, base)
    elif way < 0.9:
        data, about = spliced(chance, base, chance.choice(sound)), "spliced"
    else:
        does = chance.choice(_BOMBS)
        data, about = does(chance), does.__name__
    name = chance.choice(("pool.json", "pool.json", "pool.json", "pool.forum", "pool", "Κύπρος – 2026.json"))
    return Case(name, {name: data}, about)


def _other_values(chance: Random, base: bytes) -> tuple[bytes, str]:
    tree = json.loads(base)
    done = []
    for _each in range(chance.choice((1, 1, 2, 5))):
        does = chance.choice((_replace, _replace, _delete, _add, _double, _swap))
        does(chance, tree)
        done.append(does.__name__[1:])
    text = json.dumps(tree, ensure_ascii=chance.random() < 0.5, indent=chance.choice((None, 1)))
    if chance.random() < 0.2:
        # What json itself would not write: a name twice, a number as it stands.
        text = text.replace('"', '"', 1).replace(": 1", f": {chance.choice(EVIL_NUMBERS).decode()}", 1)
        text = text.replace("{", '{"format": 1, ', chance.choice((0, 1)))
    return text.encode("utf-8", "surrogatepass"), ", ".join(done)


def _nodes(tree: Any) -> Iterator[_Node]:
    """Yield every container with each of its keys."""
    if isinstance(tree, dict):
        for key, value in tree.items():
            yield tree, key
            yield from _nodes(value)
    elif isinstance(tree, list):
        for number, value in enumerate(tree):
            yield tree, number
            yield from _nodes(value)


def _node(chance: Random, tree: Any) -> _Node:
    found = list(_nodes(tree))
    return chance.choice(found) if found else ({}, "")


def _replace(chance: Random, tree: Any) -> None:
    parent, key = _node(chance, tree)
    evil = chance.choice((*_EVIL_VALUES, *(text.decode("utf-8", "replace") for text in EVIL_TEXTS)))
    parent[key] = copy.deepcopy(evil)


def _delete(chance: Random, tree: Any) -> None:
    parent, key = _node(chance, tree)
    if len(parent):
        del parent[key]


def _add(chance: Random, tree: Any) -> None:
    parent, _key = _node(chance, tree)
    if isinstance(parent, dict):
        parent[chance.choice(_EVIL_NAMES)] = copy.deepcopy(chance.choice(_EVIL_VALUES))
    else:
        parent.append(copy.deepcopy(chance.choice(_EVIL_VALUES)))


def _double(chance: Random, tree: Any) -> None:
    parent, key = _node(chance, tree)
    if isinstance(parent, list):
        parent.extend([copy.deepcopy(parent[key])] * chance.choice((1, 5, 1_200)))


def _swap(chance: Random, tree: Any) -> None:
    (one, first), (two, second) = _node(chance, tree), _node(chance, tree)
    value = copy.deepcopy(two[second]) if len(two) else None
    if len(one):
        one[first] = value


def _deep(chance: Random) -> bytes:
    opening = chance.choice((b"[", b'{"a":', b'[{"a":'))
    return opening * chance.choice((33, 1_000, 200_000, 3_000_000))


def _many(chance: Random) -> bytes:
    one = chance.choice((b"[]", b"{}", b"1.5", b"1000", b'"ab"', b"null", b'{"a":[]}', b"1e9", b"-1"))
    count = chance.choice((100_000, 19_000_000 // (len(one) + 1)))
    return b'{"format": "forum-desk/1", "meetings": [' + b",".join([one] * count) + b"]}"


def _many_names(chance: Random) -> bytes:
    count = chance.choice((10_000, 1_500_000))
    return b"{" + b",".join(b'"%x":1' % number for number in range(count)) + b"}"


def _long_text(chance: Random) -> bytes:
    sign = chance.choice((b"A", b"\\u0041", "é".encode(), b"\\\\", b"[", b'\\"'))
    return b'{"title": "' + sign * (chance.choice((10_000, 19_000_000)) // len(sign)) + b'"}'


def _too_long(chance: Random) -> bytes:
    return chance.choice((b" ", b"{", b"\0", b"1")) * 20_000_002


def _long_number(chance: Random) -> bytes:
    digits = chance.choice((b"9", b"0", b"1e")) * chance.choice((5_000, 9_000_000))
    return b'{"year": ' + chance.choice((b"", b"-")) + digits + b"}"


def _nothing(chance: Random) -> bytes:
    return chance.choice((b"", b" \n", b"\0", b"null", b"[]", b"{}", b'""', b"1", b"\xef\xbb\xbf", b"\xef\xbb\xbf{}"))


def _other_format(chance: Random) -> bytes:
    start = chance.choice(
        (b"PK\x03\x04", b"%PDF-1.7", b"\x1f\x8b\x08", b"GIF89a", b"MZ", b"\x7fELF", b"SQLite format 3\0")
    )
    return start + chance.randbytes(chance.choice((0, 10, 3_000)))


_BOMBS: Final[tuple[Callable[[Random], bytes], ...]] = (
    _deep,
    _many,
    _many,
    _many_names,
    _long_text,
    _too_long,
    _long_number,
    _nothing,
    _other_format,
)
