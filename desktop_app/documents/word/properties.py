"""What a Word file says of itself: title, language, fingerprint, settings, and faces that stand in for others."""

from typing import Final
from xml.sax.saxutils import escape

from desktop_app.documents.sheets import Furniture
from desktop_app.documents.word.markup import NAMESPACES, element, plain, value
from desktop_app.documents.word.styles import LOCALES, SANS, SERIF

PROGRAM: Final = "Forum Desk"
FINGERPRINT: Final = "Fingerprint"
"""The name of the property that holds the fingerprint of the state."""
_COMPATIBILITY: Final = 15
"""The layout of Word 2013 and later."""
_CORE: Final = (
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"'
)
_TYPES: Final = 'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"'
_OWN: Final = 'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"'
_EXTENDED: Final = 'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"'
_KIND: Final = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""Marks a property that a person may read and change."""


def core(furniture: Furniture) -> str:
    """Return title, author, subject, language and classification; no date, which would be a clock's."""
    said = {
        "dc:title": furniture.title,
        "dc:subject": furniture.subject,
        "dc:creator": furniture.author,
        "cp:category": furniture.marking,
        "dc:language": LOCALES[furniture.language],
    }
    inside = "".join(f"<{tag}>{escape(plain(text))}</{tag}>" for tag, text in said.items() if text)
    return f"<cp:coreProperties {_CORE}>{inside}</cp:coreProperties>"


def program() -> str:
    """Return which program wrote the file."""
    return f"<Properties {_EXTENDED}><Application>{PROGRAM}</Application></Properties>"


def own(furniture: Furniture) -> str:
    """Return the fingerprint of the state as a property of the file; a blank form has none."""
    if not furniture.fingerprint:
        return f"<Properties {_OWN} {_TYPES}/>"
    text = f"<vt:lpwstr>{escape(furniture.fingerprint)}</vt:lpwstr>"
    made = f'<property fmtid="{_KIND}" pid="2" name="{FINGERPRINT}">{text}</property>'
    return f"<Properties {_OWN} {_TYPES}>{made}</Properties>"


def settings(language: str) -> str:
    """Return the settings: the language, hyphens where a style allows them, the layout of today's Word."""
    compatible = element(
        "compatSetting", name="compatibilityMode", uri="http://schemas.microsoft.com/office/word", val=_COMPATIBILITY
    )
    locale = LOCALES[language]
    inside = (
        value("autoHyphenation", 1),
        value("characterSpacingControl", "doNotCompress"),
        element("compat", compatible),
        element("themeFontLang", val=locale),
    )
    return f"<w:settings {NAMESPACES}>{''.join(inside)}</w:settings>"


def fonts() -> str:
    """Return the faces, with those that stand in where a machine has not got them."""
    faces = ((SERIF, "Liberation Serif", "roman"), (SANS, "Liberation Sans", "swiss"))
    made = (
        element("font", value("altName", other), value("family", family), value("pitch", "variable"), name=name)
        for name, other, family in faces
    )
    return f"<w:fonts {NAMESPACES}>{''.join(made)}</w:fonts>"
