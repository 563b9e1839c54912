"""Documents that somebody damaged or made to hurt: refused in words, and nothing is written."""

import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from tests.cli.conftest import EXAMPLE, Run

GOOD: Final = EXAMPLE.read_bytes()
ODD: Final[tuple[object, ...]] = (0.5, -1, True, "\ud800", "x" * 6_000, [[]], {"x": 1}, [1, 2], {"": None})
HEAD: Final = b'{"format": "forum-desk/1", "procedure": "annual-pool", '


def never_a_forum() -> Iterator[bytes]:
    """Yield documents that must be refused."""
    chance = random.Random(2024_1351)
    whole = GOOD.rstrip()
    for _ in range(60):
        yield whole[: chance.randrange(len(whole))]
    for _ in range(40):
        place = chance.randrange(len(whole))
        yield whole[:place] + bytes([chance.randrange(0x80, 0xC0)]) + whole[place:]
    for depth in (33, 100, 1_000, 100_000):
        for opening in (b"[", b'{"a":', b'{"states":['):
            yield HEAD + b'"states": ' + opening * depth
    for digits in (11, 30, 31, 4_300, 4_301, 100_000):
        yield HEAD + b'"pool": {"relocations": ' + b"9" * digits + b"}}"
        yield HEAD + b'"pool": {"relocations": -' + b"9" * digits + b"}}"
        yield HEAD + b'"pool": {"relocations": 1e' + b"9" * digits + b"}}"
        yield HEAD + b'"pool": {"financial_eur": "' + b"9" * (digits + 5) + b'"}}'
    # A search for the name that stands twice must not take the square of their number.
    yield HEAD + b",".join(b'"%d": 1' % number for number in range(100_000)) + b', "99999": 2}'
    for encoding in ("utf-16", "utf-16-le", "utf-16-be", "utf-32"):
        yield GOOD.decode().encode(encoding)
    yield from (b"", b" ", b"\0", b"\xef\xbb\xbf", b"{}", b"[]", b"null", b"true", b'"x"', b"1", b"NaN", GOOD + GOOD)
    yield from _repeated_and_unknown_keys()
    yield from _wrong_kinds()


def _repeated_and_unknown_keys() -> Iterator[bytes]:
    document = json.loads(GOOD)
    for name in document:
        yield GOOD.rstrip()[:-1] + b"," + json.dumps({name: document[name]}).encode()[1:]
        yield json.dumps({**document, f"{name}s": 1}).encode()
    for odd in ("__proto__", "toString", "\x00", "\ud800", "constructor", " title", "TITLE", "’", "a" * 10_000):
        yield json.dumps({**document, odd: 1}).encode()


def _wrong_kinds() -> Iterator[bytes]:
    document = json.loads(GOOD)
    for name, value in document.items():
        for odd in ODD:
            if not isinstance(odd, type(value)) or name in ("format", "procedure"):
                yield json.dumps({**document, name: odd}).encode()


def test_hostile_documents_are_refused(run: Run, tmp_path: Path) -> None:
    source, out = tmp_path / "hostile.json", tmp_path / "out.json"
    count = 0
    for data in never_a_forum():
        source.write_bytes(data)
        run("export", source, "--out", out).assert_refused()
        assert not out.exists()
        count += 1
    assert count > 300


def test_a_flipped_byte_is_refused_or_read(run: Run, tmp_path: Path) -> None:
    chance = random.Random(2024_1351)
    source = tmp_path / "flipped.json"
    for _ in range(150):
        data = bytearray(GOOD)
        data[chance.randrange(len(data))] = chance.randrange(256)
        source.write_bytes(data)
        outcome = run("check", source)
        if outcome.status not in (0, 1):
            outcome.assert_refused()


def test_a_document_that_never_ends_is_not_read_to_its_end(run: Run) -> None:
    outcome = run("check", "/dev/zero") if Path("/dev/zero").exists() else run("check", "missing")
    outcome.assert_refused()
