"""Reads a tagged PDF file as a screen reader does: its elements with their text, in reading order."""

import ctypes
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field

import pypdfium2
from pypdfium2 import raw

_OBJECT = re.compile(rb"(?:^|\n)(\d+) 0 obj\n(.*?)\nendobj", re.DOTALL)
_KID = re.compile(rb"<<[^>]*>>|\d+ 0 R|\d+")
_BLANKS = re.compile(r"[\s\u00a0\u202f\u2009]+")


@dataclass
class Element:
    """One element: its type, what it says of itself, and what it holds: elements and text."""

    type: str
    source: bytes
    kids: list["Element | str"] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All text in it."""
        return "".join(kid if isinstance(kid, str) else kid.text for kid in self.kids)

    def all(self, *types: str) -> "list[Element]":
        """Every element of some types in it, in reading order."""
        return [each for each in self.walk() if each.type in types]

    def walk(self) -> "Iterator[Element]":
        """Itself and every element in it, in reading order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.walk()

    def says(self, name: str) -> str:
        """The word or number after one of its names."""
        found = re.search(rf"/{name}[ /]*([\w-]+)".encode(), self.source)
        return found.group(1).decode() if found else ""

    @property
    def named(self) -> set[bytes]:
        """The headers it names."""
        found = re.search(rb"/Headers\[(.*?)\]", self.source)
        return set(re.findall(rb"\(([^)]*)\)", found.group(1))) if found else set()

    @property
    def id(self) -> bytes:
        """By what others name it."""
        found = re.search(rb"/ID\(([^)]*)\)", self.source)
        return found.group(1) if found else b""


@dataclass(frozen=True)
class File:
    """A file: its objects by number, and the root of its tags."""

    data: bytes
    objects: dict[int, bytes]
    root: Element

    @property
    def catalog(self) -> bytes:
        """The root of the file."""
        return self.only(b"/Type/Catalog")

    def only(self, begin: bytes) -> bytes:
        """The one object that begins so."""
        (found,) = (each for each in self.objects.values() if each.startswith(b"<<" + begin))
        return found

    def streams(self, beginning: bytes) -> list[bytes]:
        """What the streams hold whose dictionary holds this."""
        return [_inflated(each) for each in self.objects.values() if beginning in each.partition(b"stream\n")[0]]

    def texts(self) -> list[str]:
        """What is read aloud: the text of the innermost elements in reading order, blanks alike."""
        return [said for each in _innermost(self.root) if (said := alike(each.text))]


def alike(text: str) -> str:
    """Return a text with single blanks, without what cannot be seen.

    Hyphens go too: PDFium gives any hyphen at the end of a line back as one that is not in the word.
    """
    return _BLANKS.sub(" ", re.sub("[\u00ad\u200b\u2063\u2064\u0002-]", "", text)).strip()


def read(data: bytes) -> File:
    """Read a file."""
    objects = {int(number): content for number, content in _OBJECT.findall(data)}
    for content in list(objects.values()):
        if b"/Type/ObjStm" in content[:40]:
            objects |= _packed(content)
    pages = {
        number: place for place, number in enumerate(_pages(objects, _first(objects, b"<</Type/Catalog"), "Pages"))
    }
    said = _said(data)
    tree = _first(objects, b"<</Type/StructTreeRoot")
    return File(data, objects, _element(objects, tree, pages, said, 0))


def _packed(content: bytes) -> dict[int, bytes]:
    found = re.search(rb"/N (\d+)/First (\d+)", content)
    assert found is not None
    first, inside = int(found.group(2)), _inflated(content)
    numbers = [int(each) for each in inside[:first].split()]
    starts = [*(first + each for each in numbers[1::2]), len(inside) + 1]
    return {number: inside[starts[place] : starts[place + 1] - 1] for place, number in enumerate(numbers[::2])}


def _inflated(content: bytes) -> bytes:
    about, _, rest = content.partition(b"stream\n")
    held = rest.rpartition(b"\nendstream")[0]
    return zlib.decompress(held) if b"/FlateDecode" in about else held


def _first(objects: dict[int, bytes], begin: bytes) -> bytes:
    return next(each for each in objects.values() if each.startswith(begin))


def _pages(objects: dict[int, bytes], content: bytes, name: str) -> Iterator[int]:
    """The numbers of the pages from front to back."""
    found = re.search(rb"/" + name.encode() + rb"\s*\[?((?:\d+ 0 R\s*)+)", content)
    for number in map(int, re.findall(rb"(\d+) 0 R", found.group(1))) if found else ():
        if objects[number].startswith(b"<</Type/Pages"):
            yield from _pages(objects, objects[number], "Kids")
        else:
            yield number


def _said(data: bytes) -> dict[tuple[int, int], str]:
    """The text of each piece of marked content, by page and number."""
    said: dict[tuple[int, int], str] = {}
    with pypdfium2.PdfDocument(data) as document:
        for place in range(len(document)):
            page = document[place]
            reader = page.get_textpage()
            for each in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
                key = (place, raw.FPDFPageObj_GetMarkedContentID(each.raw))
                said[key] = said.get(key, "") + _text(each.raw, reader.raw)
    return said


def _text(item: object, reader: object) -> str:
    size = raw.FPDFTextObj_GetText(item, reader, None, 0)
    room = ctypes.create_string_buffer(size)
    raw.FPDFTextObj_GetText(item, reader, ctypes.cast(room, ctypes.POINTER(ctypes.c_ushort)), size)
    return room.raw.decode("utf-16-le").rstrip("\0")


def _element(
    objects: dict[int, bytes], content: bytes, pages: dict[int, int], said: dict[tuple[int, int], str], page: int
) -> Element:
    kind, own = re.search(rb"/S/(\w+)", content), re.search(rb"/Pg (\d+) 0 R\s*>>$", content)
    element = Element(kind.group(1).decode() if kind else "", content)
    page = pages[int(own.group(1))] if own else page
    kids = re.search(rb"/K\[((?:<<[^>]*>>|[^\]])*)\]", re.sub(rb"/A\[.*?>>\]", b"", content))
    for kid in _KID.findall(kids.group(1)) if kids else ():
        if kid.startswith(b"<<"):
            there, number = re.search(rb"/Pg (\d+) 0 R", kid), re.search(rb"/MCID (\d+)", kid)
            assert there is not None
            assert number is not None
            element.kids.append(said.get((pages[int(there.group(1))], int(number.group(1))), ""))
        elif kid.endswith(b"R"):
            element.kids.append(_element(objects, objects[int(kid.split()[0])], pages, said, page))
        else:
            element.kids.append(said.get((page, int(kid)), ""))
    return element


def _innermost(element: Element) -> Iterator[Element]:
    """The elements that hold text themselves; what is told apart inside a line belongs to it."""
    inner = [kid for kid in element.kids if isinstance(kid, Element) and kid.type != "Span"]
    if not inner:
        yield element
    for kid in inner:
        yield from _innermost(kid)
