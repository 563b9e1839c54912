"""Opening a file of key data: what kind it is by its first bytes, how large it may be, and its lines as text."""

import csv
import gzip
import io
import os
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, Protocol, TypeAlias

from desktop_app.calc.sentences import ours, say
from desktop_app.calc.written import grouped
from desktop_app.models.errors import BadInput
from desktop_app.models.header import without_sqlite
from desktop_app.models.key_sources import limits

Progress = Callable[[int, int], None]
"""Told the bytes of text or the rows read, and those in all; ends the work by raising ``Cancelled``."""

_Stream: TypeAlias = "io.BufferedReader[Any]"

_GZIP: Final = b"\x1f\x8b"
_ZIP: Final = b"PK\x03\x04"
UTF_16_MARKS: Final = (b"\xff\xfe", b"\xfe\xff")
"""How a text in UTF-16 begins, such as Excel's "Unicode text"."""
_BYTE_ORDER_MARK: Final = b"\xef\xbb\xbf"
_FOREIGN: Final = {
    b"SQLite format 3\0": (say("this is a forum file or another database"), say("choose a CSV, TSV or Excel file")),
    b"\xd0\xcf\x11\xe0": (say("this is an Excel workbook of before 2007"), say("save it as .xlsx and choose that")),
    b"%PDF": (say("this is a PDF"), say("choose the table itself: CSV, TSV or Excel")),
    b"{": (say("this is JSON"), say("download the data as TSV or SDMX-CSV")),
    b"<": (say("this is a web page or XML"), say("download the data as TSV or SDMX-CSV")),
    b"BZh": (say("this is a bzip2 archive"), say("unpack it, and choose what is in it")),
    b"\xfd7zXZ": (say("this is an xz archive"), say("unpack it, and choose what is in it")),
    b"7z\xbc\xaf": (say("this is a 7-Zip archive"), say("unpack it, and choose what is in it")),
}
_HEAD: Final = 16
_SIZE_BYTES: Final = 4
"""At the end of a gzip archive."""
_TELL_EVERY: Final = 1 << 18
"""Bytes between two reports."""


class _Readable(Protocol):
    """Anything that gives bytes."""

    def read(self, size: int, /) -> bytes:
        """Return up to ``size`` bytes, none at the end."""
        ...


class _Counted(io.RawIOBase):
    """A file that says how far it has been read, and is never read beyond its bound."""

    def __init__(self, inside: _Readable, most: int, progress: Callable[[int], None], too_much: BadInput) -> None:
        super().__init__()
        self._inside, self._left, self._progress, self._too_much = inside, most, progress, too_much
        self._read = self._told = 0

    def readable(self) -> bool:
        """Can be read."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]  # wider than any buffer that comes
        """Read on."""
        data = self._inside.read(len(buffer))
        self._left -= len(data)
        if self._left < 0:
            raise self._too_much
        buffer[: len(data)] = data
        self._read += len(data)
        if self._read - self._told >= _TELL_EVERY:
            self._told = self._read
            self._progress(self._read)
        return len(data)


def is_workbook(path: Path) -> bool:
    """Tell whether a file is a zip archive, as an Excel workbook is.

    Raises:
        BadInput: the file cannot be read, is larger than allowed, or is something else altogether.
    """
    head = _head(path)
    if not head:
        raise BadInput(path.name, say("the file is empty"), say("choose another file"))
    for start, (what, remedy) in _FOREIGN.items():
        if head.removeprefix(_BYTE_ORDER_MARK).lstrip().startswith(start):
            raise BadInput(path.name, what, remedy)
    return head.startswith(_ZIP)


def _head(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise BadInput(str(path), say("this is a folder"), say("choose a file in it"))
        if path.exists() and not path.is_file():
            raise BadInput(str(path), say("this is no ordinary file"), say("choose a CSV, TSV or Excel file"))
        # A forum file that this process has open must not be opened here: closing it would drop SQLite's locks.
        head = without_sqlite(path, _first_bytes)
        size = path.stat().st_size
    except FileNotFoundError:
        raise BadInput(str(path), say("there is no such file"), say("check the name and the folder")) from None
    except OSError as error:
        raise unreadable(path, error) from None
    if head is None:
        return next(iter(_FOREIGN))
    if size > limits.FILE_BYTES:
        raise _too_large(path.name, say("the file"), limits.FILE_BYTES)
    return head


def _first_bytes(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_HEAD)


def unreadable(path: Path, error: OSError) -> BadInput:
    """Return the refusal of a file that the system does not give."""
    reason = error.strerror.lower() if error.strerror else say("unknown reason")
    return BadInput(
        str(path),
        say("the file cannot be read ({reason})", reason=reason),
        say("check that you may read it, and the disk"),
    )


def _too_large(where: str, what: str, most: int) -> BadInput:
    remedy = say("download only what is wanted: the Member States, the total, the unit")
    return BadInput(
        where, say("{what} is larger than {number} million bytes", what=ours(what), number=most // 1000000), remedy
    )


@contextmanager
def text_lines(path: Path, progress: Progress) -> Iterator[Iterator[str]]:
    """Give the lines of a text file, plain or gzipped, in UTF-8 or UTF-16, with their ends.

    Args:
        path: the file.
        progress: told how far it is.

    Raises:
        BadInput: within the context: it is too large, damaged, or in another encoding.
    """
    try:
        with path.open("rb") as file:
            size, is_packed = os.fstat(file.fileno()).st_size, file.peek(_HEAD).startswith(_GZIP)
            bound = _too_large(path.name, say("the file"), limits.FILE_BYTES)
            # Few packed bytes may be much text: how far it is, is told by what comes out of them.
            tell = _nobody if is_packed else _up_to(size, progress)
            packed = io.BufferedReader(_Counted(file, limits.FILE_BYTES, tell, bound))
            yield _lines(path.name, _unpacked(path, packed, progress) if is_packed else packed)
    except (EOFError, gzip.BadGzipFile, zlib.error):
        raise BadInput(path.name, say("the gzip archive is damaged or cut short"), say("download it again")) from None
    except csv.Error as error:
        raise BadInput(
            path.name, say("this is no table ({error})", error=str(error)), say("save it as CSV or TSV again")
        ) from None
    except OSError as error:
        raise unreadable(path, error) from None


def _nobody(_read: int) -> None:
    """Tell nobody how far it is."""


def _up_to(total: int, progress: Progress) -> Callable[[int], None]:
    return lambda read: progress(min(read, total), total)


def _unpacked(path: Path, packed: _Stream, progress: Progress) -> _Stream:
    bound = _too_large(path.name, say("what the archive unpacks to"), limits.UNPACKED_BYTES)
    archive = gzip.GzipFile(fileobj=packed)
    inside = io.BufferedReader(_Counted(archive, limits.UNPACKED_BYTES, _up_to(_said_size(path), progress), bound))
    if inside.peek(_HEAD).startswith((_GZIP, _ZIP)):
        raise BadInput(path.name, say("there is an archive in the archive"), say("unpack it, and choose what is in it"))
    return inside


def _said_size(path: Path) -> int:
    """Return what an archive says at its end that it unpacks to: good enough to show how far it is, and no more."""
    with path.open("rb") as file:
        file.seek(0, os.SEEK_END)
        file.seek(max(0, file.tell() - _SIZE_BYTES))
        return int.from_bytes(file.read(), "little")


def _lines(name: str, stream: _Stream) -> Iterator[str]:
    if stream.peek(_HEAD).startswith(UTF_16_MARKS):
        return _checked(name, _utf_16(name, stream))
    return _checked(name, _utf_8(name, stream))


def _utf_8(name: str, stream: _Stream) -> Iterator[str]:
    number = 0
    while data := stream.readline(limits.LINE_BYTES + 1):
        number += 1
        if number == 1:
            # Some editors begin UTF-8 with a mark that says nothing.
            data = data.removeprefix(_BYTE_ORDER_MARK)
        try:
            yield data.decode("utf-8")
        except UnicodeDecodeError as error:
            raise BadInput(
                say("{name}: line {number}", name=name, number=number),
                say(
                    "byte 0x{data} is not UTF-8: the file is probably Latin-1 or Windows-1252",
                    data=f"{data[error.start]:02x}",
                ),
                say("save it as UTF-8 (in Excel: CSV UTF-8)"),
            ) from None


def _utf_16(name: str, stream: _Stream) -> Iterator[str]:
    text = io.TextIOWrapper(stream, encoding="utf-16", newline="")
    try:
        while line := text.readline(limits.LINE_BYTES + 1):
            yield line
    except UnicodeDecodeError:
        raise BadInput(name, say("this begins as UTF-16 and is not"), say("save it as UTF-8")) from None


def _checked(name: str, lines: Iterator[str]) -> Iterator[str]:
    for number, line in enumerate(lines, 1):
        if number > limits.LINES:
            what = say("it has more than {lines} lines", lines=grouped(str(limits.LINES)))
            raise BadInput(name, what, say("download only what is wanted: the Member States, the total, the unit"))
        if len(line) > limits.LINE_BYTES:
            raise BadInput(
                say("{name}: line {number}", name=name, number=number),
                say("the line is longer than any table's"),
                say("choose a CSV or TSV file"),
            )
        if "\0" in line:
            raise BadInput(
                say("{name}: line {number}", name=name, number=number),
                say("there is a zero byte: this is no text"),
                say("save it as UTF-8"),
            )
        yield line
