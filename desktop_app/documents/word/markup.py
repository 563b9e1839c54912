"""WordprocessingML as text: elements, and runs of text that Word shows as they are meant."""

import functools
import re
import unicodedata
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from desktop_app.documents.fonts import REVIEWED, SOFT_HYPHEN, UNREVIEWED
from desktop_app.documents.lines import held

NAMESPACES: Final = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
TWIPS: Final = 20
"""Twentieths of a point: the lengths of Word."""
EIGHTHS: Final = 8
"""Eighths of a point: the thickness of lines in Word."""

_NOT_IN_XML: Final = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LINE_ENDS: Final = re.compile("\r\n|[\r\v\f\u0085\u2028\u2029]")
_RUN: Final = re.compile("<w:r>(?:<w:rPr>(.*?)</w:rPr>)?")
_UNREVIEWED: Final = re.compile(f"{UNREVIEWED}([^{REVIEWED}]*){REVIEWED}?")
_quoted: Final = functools.lru_cache(maxsize=4096)(quoteattr)


def element(tag: str, *inside: str, **attributes: object) -> str:
    """Return an element of WordprocessingML; attributes are of its namespace, and those that are ``None`` left out."""
    given = "".join(f" w:{name}={_quoted(str(each))}" for name, each in attributes.items() if each is not None)
    content = "".join(inside)
    return f"<w:{tag}{given}>{content}</w:{tag}>" if content else f"<w:{tag}{given}/>"


@functools.lru_cache(maxsize=4096, typed=True)
def value(tag: str, given: object) -> str:
    """Return an element that has nothing but a value."""
    return element(tag, val=given)


def twips(points: float) -> int:
    """Return a length in points as Word counts it."""
    return round(points * TWIPS)


def plain(text: str) -> str:
    """Return a text as a property of the file may hold it: on one line, without marks that nobody sees."""
    return " ".join(_UNREVIEWED.sub(r"\1", clean(text)).replace(SOFT_HYPHEN, "").split("\n"))


def clean(text: str) -> str:
    """Return a text with nothing in it that an XML file cannot hold; line ends and soft hyphens stay."""
    text = _LINE_ENDS.sub("\n", unicodedata.normalize("NFC", text)).replace("\t", " ")
    return _NOT_IN_XML.sub("", text)


@functools.lru_cache(maxsize=4096)
def runs(text: str, style: str = "", size: int | None = None) -> str:
    """Return the runs of a text, with line ends where it has them.

    Args:
        text: as it stands in a block.
        style: id of a character style; empty for the paragraph's own look.
        size: of the type in half points, where it must be less than the style's.
    """
    made = []
    for place, part in enumerate(_UNREVIEWED.split(held(clean(text)))):
        if part:
            made.append(_run(part, f"Unreviewed{style}" if place % 2 else style, size))
    return "".join(made)


def _run(text: str, style: str, size: int | None) -> str:
    small = "" if size is None else value("sz", size) + value("szCs", size)
    look = f"{value('rStyle', style) if style else ''}{small}"
    look = element("rPr", look) if look else ""
    lines = ("".join(_words(line)) for line in text.split("\n"))
    return element("r", look, "<w:br/>".join(lines))


def in_language(content: str, locale: str) -> str:
    """Return paragraphs whose runs say their language, so that they keep it in a template of another language.

    Args:
        content: paragraphs and tables.
        locale: the language as Word calls it.
    """
    spoken = element("lang", val=locale, eastAsia=locale, bidi=locale)
    return _RUN.sub(lambda run: f"<w:r><w:rPr>{run.group(1) or ''}{spoken}</w:rPr>", content)


def _words(line: str) -> list[str]:
    """Return a line with Word's own soft hyphens: to Word the character is a hyphen that always shows."""
    parts = [f'<w:t xml:space="preserve">{escape(part)}</w:t>' if part else "" for part in line.split(SOFT_HYPHEN)]
    return ["<w:softHyphen/>".join(parts)]


def paragraph(style: str, content: str, *properties: str) -> str:
    """Return a paragraph.

    Args:
        style: id of its style.
        content: its runs.
        properties: what its style does not say, in the order of the schema.
    """
    return element("p", element("pPr", value("pStyle", style), *properties), content)


def field(instruction: str) -> str:
    """Return a field that Word fills in, such as the number of the page."""
    return element("fldSimple", element("r", "<w:t>1</w:t>"), instr=f" {instruction} ")
