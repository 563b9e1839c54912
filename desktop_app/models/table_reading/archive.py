"""The parts of an Excel workbook, taken out of their archive with a bound on everything.

A workbook is a zip archive of XML. Neither is trusted: sizes are bound before and while a part is taken out,
and a part that declares a document type (the way to entities that grow without end) is refused.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from typing import Final
from xml.etree import ElementTree as ET

from desktop_app.calc.sentences import say
from desktop_app.models.errors import BadInput
from desktop_app.models.table_reading import limits

_SAVE_AGAIN: Final = say("open it in a spreadsheet, save it as .xlsx and import that")
_ENCODING: Final = re.compile(rb"<\?xml[^>]*encoding\s*=\s*[\"']([^\"']*)[\"']")
_PLAIN_ENCODINGS: Final = (b"utf-8", b"us-ascii", b"ascii")
_PROLOG: Final = 200
_ENCRYPTED: Final = 0x1


class Archive:
    """An open workbook.

    Attributes:
        name: of the file, for messages.
        tell: called again and again while a part is read; ends the work by raising.
    """

    def __init__(self, name: str, data: bytes, tell: Callable[[], None]) -> None:
        """Open it.

        Raises:
            BadInput: it is no archive, too large, or encrypted.
        """
        self.name, self.tell = name, tell
        self._left = limits.ELEMENTS
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
            self._parts = {each.filename.lstrip("/"): each for each in self._archive.infolist()}
        except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError):
            raise self.refusal(say("this is no workbook: the archive is damaged")) from None
        if len(self._parts) > limits.PARTS:
            raise self.refusal(say("it has more than {PARTS} parts", PARTS=limits.PARTS))
        if sum(each.file_size for each in self._parts.values()) > limits.UNPACKED_BYTES:
            raise self.refusal(
                say("it unpacks to more than {number} million bytes", number=limits.UNPACKED_BYTES // 1000000)
            )
        if any(each.flag_bits & _ENCRYPTED for each in self._parts.values()):
            raise BadInput(name, say("the workbook is protected by a password"), say("save it without a password"))

    def refusal(self, what: str) -> BadInput:
        """Return the refusal of this workbook."""
        return BadInput(self.name, what, _SAVE_AGAIN)

    def has(self, part: str) -> bool:
        """Tell whether there is such a part."""
        return part in self._parts

    def elements(self, part: str, *ends: str) -> Iterator[ET.Element]:
        """Yield the elements of a part with one of these names, whatever their namespace, and forget them.

        Args:
            part: name of the part.
            ends: names of the elements; none of them inside another.

        Raises:
            BadInput: the part is damaged, missing, or declares a document type; the workbook has too many elements.
        """
        data = self._data(part)
        wanted = held = 0
        self.tell()
        above: list[ET.Element] = []
        try:
            # Entities and document types were refused, sizes are bound.
            for event, element in ET.iterparse(io.BytesIO(data), ("start", "end")):  # noqa: S314
                inside = local_name(element) in ends
                if event == "start":
                    above.append(element)
                    wanted += inside
                    held += bool(wanted)
                    self._count(part, held, len(above))
                    continue
                above.pop()
                wanted -= inside
                if inside:
                    yield element
                if not wanted and above:
                    # What nobody asked for is forgotten at once: a part is never in memory as a whole.
                    above[-1].clear()
                    held = 0
        except ET.ParseError as error:
            line, _column = error.position
            raise self.refusal(say("{part} is damaged at line {line}", part=part, line=line)) from None

    def _count(self, part: str, held: int, depth: int) -> None:
        self._left -= 1
        if self._left % limits.TELL_EVERY == 0:
            self.tell()
        if self._left < 0 or held > limits.HELD or depth > limits.DEPTH:
            raise self.refusal(say("{part} has more elements than any table needs", part=part))

    def _data(self, part: str) -> bytes:
        if part not in self._parts:
            raise self.refusal(say("this is no Excel workbook: it has no {part}", part=part))
        entry = self._parts[part]
        if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise self.refusal(say("{part} is packed in an unusual way", part=part))
        try:
            with self._archive.open(entry) as stream:
                data = stream.read(limits.UNPACKED_BYTES + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, OSError, NotImplementedError, RuntimeError):
            raise self.refusal(say("{part} is damaged", part=part)) from None
        self._refuse_unsafe(part, data)
        return data

    def _refuse_unsafe(self, part: str, data: bytes) -> None:
        declared = _ENCODING.search(data[:_PROLOG])
        if b"\0" in data or (declared and declared[1].lower() not in _PLAIN_ENCODINGS):
            raise self.refusal(say("{part} is not in UTF-8", part=part))
        if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
            raise self.refusal(say("{part} declares a document type, which no spreadsheet writes", part=part))
        place = 0
        while len(data) - place > limits.TAG_BYTES:
            further = data.rfind(b"<", place + 1, place + limits.TAG_BYTES)
            if further < 0:
                raise self.refusal(say("{part} has an element that is longer than any table's", part=part))
            place = further


def local_name(element: ET.Element) -> str:
    """Return the name of an element without its namespace."""
    return element.tag.rpartition("}")[2]


def attribute(element: ET.Element, name: str) -> str:
    """Return an attribute by its name without a namespace; empty where it is not there."""
    found = element.get(name)
    if found is not None:
        return found
    return next((value for key, value in element.items() if key.endswith(f"}}{name}")), "")


def children(element: ET.Element, name: str) -> list[ET.Element]:
    """Return the children of a name, whatever their namespace."""
    return [child for child in element if local_name(child) == name]


def is_on(value: str) -> bool:
    """Tell whether an XML attribute says yes."""
    return value.strip().lower() in ("1", "true", "on")
