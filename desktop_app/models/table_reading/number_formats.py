"""Whether a cell of a workbook shows its number as a date or a percentage: told by its number format."""

import re
from datetime import date, timedelta
from typing import Final

from desktop_app.models.table_reading.archive import Archive, attribute, children
from desktop_app.models.table_reading.grid import Kind

_STYLES: Final = "xl/styles.xml"
_DATE_IDS: Final = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
_PERCENT_IDS: Final = frozenset((9, 10))
_NOT_SHOWN: Final = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.|\*.')
_DAY_1900: Final = date(1899, 12, 30)
_DAY_1904: Final = date(1904, 1, 1)
_MISSING_DAY: Final = 60
"""Excel's 29 February 1900, which never was; days up to it are counted one off."""
_LAST_DAY: Final = 2_958_465
"""31 December 9999."""


def kinds_of_styles(archive: Archive) -> list[Kind]:
    """Return what a number means in each cell style, in the order of their numbers."""
    if not archive.has(_STYLES):
        return []
    codes: dict[str, str] = {}
    kinds: list[Kind] = []
    for element in archive.elements(_STYLES, "numFmts", "cellXfs"):
        for each in children(element, "numFmt"):
            codes[attribute(each, "numFmtId")] = attribute(each, "formatCode")
        kinds += [_kind(attribute(each, "numFmtId"), codes) for each in children(element, "xf")]
    return kinds


def _kind(identifier: str, codes: dict[str, str]) -> Kind:
    shown = _NOT_SHOWN.sub("", codes.get(identifier, ""))
    number = int(identifier) if identifier.isascii() and identifier.isdigit() and len(identifier) < 9 else 0
    if "%" in shown or number in _PERCENT_IDS:
        return Kind.PERCENT
    if number in _DATE_IDS or re.search(r"[ymdhs]", shown.lower().replace("general", "").replace("standard", "")):
        return Kind.DATE
    return Kind.NUMBER


def day_text(number: str, *, from_1904: bool) -> str:
    """Return the day that a date cell holds as ``YYYY-MM-DD``; the number itself where it is no whole day."""
    plain = number.removesuffix(".0")
    if not (plain.isascii() and plain.isdigit() and len(plain) <= len(str(_LAST_DAY))):
        return number
    days = int(plain)
    if from_1904:
        return (_DAY_1904 + timedelta(days)).isoformat() if days < _LAST_DAY - 1462 else number
    return (_DAY_1900 + timedelta(days)).isoformat() if _MISSING_DAY < days <= _LAST_DAY else number
