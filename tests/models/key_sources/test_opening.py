"""What kind a file is, how large it may be, and in which encodings its text is."""

import gzip
import os
import random
import sqlite3
from pathlib import Path
from typing import Final

import pytest

from desktop_app.models.errors import BadInput
from desktop_app.models.forum_file import ForumFile
from desktop_app.models.interchange import read_document
from desktop_app.models.key_sources import limits, opening, read_key_source
from desktop_app.paths import resource

TEXT: Final = "code,year,persons,flag\nBE,2025,11883495,\nEL,2025,10372335,e\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_these_encodings_are_read(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.csv"
    mark = {"utf-16-le": "\ufeff", "utf-16-be": "\ufeff"}.get(encoding, "")
    path.write_bytes((mark + TEXT).encode(encoding))

    assert read_key_source(path).values["EL", 2025].amount == 10_372_335


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "the file is empty"),
        (b"code,persons\nBE,1\nMalm\xf6,2\n", "line 3: byte 0xf6 is not UTF-8: the file is probably Latin-1"),
        (b"\xff\xfec\x00o\x00\x00\xd8", "this begins as UTF-16 and is not"),
        (b"code,persons\nBE,\x00\n", "line 2: there is a zero byte"),
        (b"{}", "this is JSON"),
        (b"\xef\xbb\xbf {}", "this is JSON"),
        (b"<html>", "this is a web page or XML"),
        (b"%PDF-1.7", "this is a PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "an Excel workbook of before 2007"),
        (b"SQLite format 3\x00" + bytes(100), "a forum file or another database"),
        (b"\x1f\x8b\x08\x00rubbish", "the gzip archive is damaged or cut short"),
        (gzip.compress(TEXT.encode(), mtime=0)[:-12], "the gzip archive is damaged or cut short"),
        (gzip.compress(gzip.compress(TEXT.encode(), mtime=0), mtime=0), "there is an archive in the archive"),
        (gzip.compress(b"PK\x03\x04", mtime=0), "there is an archive in the archive"),
        (b"just a line of words\n" * 30, "no column of codes of Member States is named in its first 20 rows"),
        (b"words\n", "no column of codes of Member States is named in its first 20 rows"),
    ],
)
def test_what_is_no_such_text_is_refused(tmp_path: Path, data: bytes, says: str) -> None:
    path = tmp_path / "file.csv"
    path.write_bytes(data)

    with pytest.raises(BadInput) as refusal:
        read_key_source(path)

    assert says in str(refusal.value)
    assert "file.csv" in refusal.value.where


def test_a_file_that_is_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="there is no such file"):
        read_key_source(tmp_path / "nothing.csv")
    with pytest.raises(BadInput, match="this is a folder"):
        read_key_source(tmp_path)


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")

    with pytest.raises(BadInput, match="this is no ordinary file"):
        read_key_source(tmp_path / "pipe")


def test_an_open_forum_file_is_refused_without_touching_its_locks(tmp_path: Path) -> None:
    path = tmp_path / "Pool.forum"
    sample = read_document(resource("samples", "annual-pool-2026.json").read_bytes())
    with ForumFile.create(path, sample, "Ana Silva"), pytest.raises(BadInput, match="a forum file or another database"):
        read_key_source(path)
    sqlite3.connect(path).close()


@pytest.mark.parametrize("method", ["is_dir", "open"])
def test_a_disk_that_does_not_answer_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, method: str) -> None:
    path = tmp_path / "a.csv"
    path.write_text(TEXT)

    def fail(*_arguments: object, **_named: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(Path, method, fail)
    with pytest.raises(BadInput, match=r"the file cannot be read \(input/output error\)"):
        read_key_source(path)


def test_a_disk_that_fails_while_reading_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(TEXT)

    with (
        pytest.raises(BadInput, match=r"cannot be read \(unknown reason\)"),
        opening.text_lines(path, lambda _done, _total: None),
    ):
        raise OSError


def test_a_gzip_bomb_is_stopped_at_its_first_line(tmp_path: Path) -> None:
    path = tmp_path / "bomb.gz"
    path.write_bytes(gzip.compress(bytes(20_000_000), mtime=0))

    with pytest.raises(BadInput, match="the line is longer than any table's"):
        read_key_source(path)


def test_what_an_archive_unpacks_to_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "UNPACKED_BYTES", 1_000_000)
    path = tmp_path / "bomb.gz"
    path.write_bytes(gzip.compress((TEXT + f"BE,2024,1,{' ' * 1_000}\n" * 1_000).encode(), mtime=0))

    with pytest.raises(BadInput, match="what the archive unpacks to is larger than 1 million bytes"):
        read_key_source(path)


def test_a_file_that_grows_while_it_is_read_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.csv"
    path.write_text(TEXT * 3)
    monkeypatch.setattr(limits, "FILE_BYTES", 20)

    with pytest.raises(BadInput, match="the file is larger than"):
        read_key_source(path)
    with (
        pytest.raises(BadInput, match="the file is larger than"),
        opening.text_lines(path, lambda _done, _total: None) as lines,
    ):
        list(lines)


def test_lines_are_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "LINES", 3)
    path = tmp_path / "a.csv"
    path.write_text(TEXT + "BE,2024,1,\n")

    with pytest.raises(BadInput, match="it has more than 3 lines"):
        read_key_source(path)


def test_any_bytes_end_in_a_source_or_a_refusal(tmp_path: Path) -> None:
    chance, lines = random.Random(66), list[int]()
    path = tmp_path / "file"
    for _round in range(300):
        data = bytearray(chance.choice([TEXT.encode(), TEXT.encode("utf-16"), gzip.compress(TEXT.encode(), mtime=0)]))
        for _change in range(chance.randint(1, 6)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        path.write_bytes(data)
        try:
            read_key_source(path)
        except BadInput as refusal:
            lines.append(len(str(refusal).splitlines()))
    assert max(lines) <= 3
