"""The Word file itself: its parts, and the archive that holds them, the same bytes every time."""

import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final

from desktop_app.documents.blocks import Block, Paragraph
from desktop_app.documents.flow import closed
from desktop_app.documents.sheets import Furniture
from desktop_app.documents.styles import Page, Role
from desktop_app.documents.word import pages, properties
from desktop_app.documents.word.body import Text
from desktop_app.documents.word.markup import NAMESPACES, in_language, paragraph, runs
from desktop_app.documents.word.numbering import Marks
from desktop_app.documents.word.styles import LOCALES, style_sheet

if TYPE_CHECKING:
    from desktop_app.documents.furniture import Document

_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
"""The first moment that an archive can name: no clock goes into the file."""
_XML: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def word_bytes(documents: "Sequence[tuple[Document, str]]") -> bytes:
    """Return the Word file of some documents.

    Args:
        documents: from front to back, each with its name, which becomes a heading; empty where the file is one. The
            first gives the file its properties.

    Returns:
        A Word file (.docx) that depends on the arguments alone.

    Raises:
        TypeError: a document holds a kind of block that is not known here.
    """
    package, marks = _Package(), Marks()
    sections: list[tuple[list[str], str]] = []
    for number, (document, called) in enumerate(documents):
        # What stands in front of the others names itself.
        name = called if number else ""
        head, foot = package.margins(document.furniture)
        text = Text(marks, deeper=bool(name), several=_has_several_titles(document))
        for place, chapter in enumerate(document.placed()):
            start = [paragraph("Heading1", runs(name))] if name and place == 0 else []
            sections.append(
                (_content(text, start, chapter.page, chapter.blocks), pages.section(chapter.page, head, foot))
            )
    front = documents[0][0].furniture
    package.document(in_language("".join(_joined(sections)), LOCALES[front.language]))
    package.add("styles", style_sheet(front.language))
    package.add("numbering", marks.xml())
    package.add("settings", properties.settings(front.language))
    package.add("fontTable", properties.fonts())
    package.describe(front)
    return package.bytes()


def _has_several_titles(document: "Document") -> bool:
    titles = (
        block
        for chapter in document.chapters
        for block in chapter.blocks
        if isinstance(block, Paragraph) and block.outline and block.role in {Role.TITLE, Role.NAME}
    )
    return next(titles, None) is not None and next(titles, None) is not None


def _content(text: Text, start: list[str], page: Page, blocks: Sequence[Block]) -> list[str]:
    """Return the paragraphs and tables of a section; the last is a paragraph, which can end it."""
    return [*start, *text.of(closed(blocks), page.text_width), *text.end()]


def _joined(sections: Sequence[tuple[list[str], str]]) -> Iterator[str]:
    """Yield what the sections hold; the last paragraph of each but the last of all carries what ends it."""
    *before, (last, ends_all) = sections
    for content, ends in before:
        *most, end = content or [paragraph("TableEnd", "")]
        yield from most
        yield end.replace("</w:pPr>", f"{ends}</w:pPr>", 1)
    yield from last
    yield ends_all


class _Package:
    """The parts of one file."""

    def __init__(self) -> None:
        from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
        from docx.package import Package

        self._types: Final = CONTENT_TYPE
        self._relations: Final = RELATIONSHIP_TYPE
        self._package: Final = Package()
        self._main: Final = self._part("/word/document.xml", CONTENT_TYPE.WML_DOCUMENT_MAIN)
        self._package.relate_to(self._main, RELATIONSHIP_TYPE.OFFICE_DOCUMENT)
        self._margins = 0

    def _part(self, name: str, kind: str, content: str = "") -> Any:
        from docx.opc.packuri import PackURI
        from docx.opc.part import Part

        return Part(PackURI(name), kind, f"{_XML}{content}".encode(), self._package)

    def document(self, body: str) -> None:
        """Put in the text."""
        content = f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"
        self._main._blob = f"{_XML}{content}".encode()  # noqa: SLF001 - a part has no other way to get its content

    def add(self, name: str, content: str) -> None:
        """Put in a part that every file has once."""
        constant = {"fontTable": "FONT_TABLE"}.get(name, name.upper())
        part = self._part(f"/word/{name}.xml", getattr(self._types, f"WML_{constant}"), content)
        self._main.relate_to(part, getattr(self._relations, constant))

    def margins(self, furniture: Furniture) -> tuple[str, str]:
        """Put in what stands above and below the text of a document; return how it is named in the file."""
        self._margins += 1
        head = self._part(f"/word/header{self._margins}.xml", self._types.WML_HEADER, pages.header(furniture))
        foot = self._part(f"/word/footer{self._margins}.xml", self._types.WML_FOOTER, pages.footer(furniture))
        return (
            self._main.relate_to(head, self._relations.HEADER),
            self._main.relate_to(foot, self._relations.FOOTER),
        )

    def describe(self, furniture: Furniture) -> None:
        """Put in the properties of the file."""
        described: Iterable[tuple[str, str, str, str]] = (
            ("core", self._types.OPC_CORE_PROPERTIES, self._relations.CORE_PROPERTIES, properties.core(furniture)),
            ("app", self._types.OFC_EXTENDED_PROPERTIES, self._relations.EXTENDED_PROPERTIES, properties.program()),
            ("custom", self._types.OFC_CUSTOM_PROPERTIES, self._relations.CUSTOM_PROPERTIES, properties.own(furniture)),
        )
        for name, kind, relation, content in described:
            self._package.relate_to(self._part(f"/docProps/{name}.xml", kind, content), relation)

    def bytes(self) -> bytes:
        """Return the archive: its members in the order of the package, every one of the same moment."""
        written, fixed = io.BytesIO(), io.BytesIO()
        self._package.save(written)
        with zipfile.ZipFile(written) as loose, zipfile.ZipFile(fixed, "w", zipfile.ZIP_DEFLATED) as archive:
            for member in loose.infolist():
                told = zipfile.ZipInfo(member.filename, _EPOCH)
                told.compress_type = zipfile.ZIP_DEFLATED
                # Which system made it would tell the machine.
                told.create_system = 0
                archive.writestr(told, loose.read(member))
        return fixed.getvalue()
