"""Whether a cell of a workbook shows its number as a date, a percentage or foreign money: told by its number format."""

import re
import unicodedata
from datetime import date, timedelta
from typing import Final

from desktop_app.models.table_reading.archive import Archive, attribute, children
from desktop_app.models.table_reading.grid import Kind

_STYLES: Final = "xl/styles.xml"
_DATE_IDS: Final = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
_PERCENT_IDS: Final = frozenset((9, 10))
_MONEY_IDS: Final = frozenset((5, 6, 7, 8, 42, 44))
"""Formats with the currency of whoever looks, which the file does not name."""
_NOT_SHOWN: Final = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.|\*.')
_NAMED: Final = re.compile(r"\[\$([^\]-]*)[^\]]*\]")
"""The currency of a format such as ``[$kr-41D] #,##0``; ``[$-409]`` names only a language."""
_COLOUR_OR_CONDITION: Final = re.compile(r"\[[^\]]*\]")
_FILLED: Final = re.compile(r"[_*].")
_WORD: Final = re.compile(r"[^\W\d_]+")
_EURO: Final = frozenset({"", "eur", "€", "euro", "euros"})
_ISO_4217: Final = (
    "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF "
    "CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL "
    "HRK HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD "
    "MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN "
    "PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY "
    "TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW "
)
_CODES: Final = frozenset(_ISO_4217.split())
_LOCAL: Final = frozenset(
    {"kr", "kč", "zł", "zl", "ft", "lei", "leu", "лв", "kn", "fr", "sfr", "dollar", "dollars", "pound", "pounds"}
)
"""What spreadsheets write for currencies, in lower case."""
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
    code = codes.get(identifier, "")
    shown = _NOT_SHOWN.sub("", code)
    number = int(identifier) if identifier.isascii() and identifier.isdigit() and len(identifier) < 9 else 0
    if "%" in shown or number in _PERCENT_IDS:
        return Kind.PERCENT
    if number in _DATE_IDS or re.search(r"[ymdhs]", shown.lower().replace("general", "").replace("standard", "")):
        return Kind.DATE
    if (number in _MONEY_IDS and not code) or _is_foreign_money(code):
        return Kind.MONEY
    return Kind.NUMBER


def _is_foreign_money(code: str) -> bool:
    """Tell whether a format shows a currency that is not the euro."""
    if any(name.strip(" .").casefold() not in _EURO for name in _NAMED.findall(code)):
        return True
    written = _FILLED.sub("", _COLOUR_OR_CONDITION.sub("", code)).replace('"', "").replace("\\", "")
    if any(unicodedata.category(sign) == "Sc" and sign != "€" for sign in written):
        return True
    return any(word in _CODES or word.casefold() in _LOCAL for word in _WORD.findall(written))


def day_text(number: str, *, from_1904: bool) -> str:
    """Return the day that a date cell holds as ``YYYY-MM-DD``; the number itself where it is no whole day."""
    plain = number.removesuffix(".0")
    if not (plain.isascii() and plain.isdigit() and len(plain) <= len(str(_LAST_DAY))):
        return number
    days = int(plain)
    if from_1904:
        return (_DAY_1904 + timedelta(days)).isoformat() if days < _LAST_DAY - 1462 else number
    return (_DAY_1900 + timedelta(days)).isoformat() if _MISSING_DAY < days <= _LAST_DAY else number
