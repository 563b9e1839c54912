"""How an act of the Union and the Official Journal are cited in each language (Interinstitutional Style Guide, 3.1)."""

from types import MappingProxyType
from typing import Final

UNION: Final = MappingProxyType(
    {
        "bg": "ЕС",
        "cs": "EU",
        "da": "EU",
        "de": "EU",
        "el": "ΕΕ",
        "en": "EU",
        "es": "UE",
        "et": "EL",
        "fi": "EU",
        "fr": "UE",
        "ga": "AE",
        "hr": "EU",
        "hu": "EU",
        "it": "UE",
        "lt": "ES",
        "lv": "ES",
        "mt": "UE",
        "nl": "EU",
        "pl": "UE",
        "pt": "UE",
        "ro": "UE",
        "sk": "EÚ",
        "sl": "EU",
        "sv": "EU",
    }
)
"""What stands for the Union before the number of an act."""

JOURNAL: Final = MappingProxyType(
    {
        "bg": "ОВ",
        "cs": "Úř. věst.",
        "da": "EUT",
        "de": "ABl.",
        "el": "ΕΕ",
        "en": "OJ",
        "es": "DO",
        "et": "ELT",
        "fi": "EUVL",
        "fr": "JO",
        "ga": "IO",
        "hr": "SL",
        "hu": "HL",
        "it": "GU",
        "lt": "OL",
        "lv": "OV",
        "mt": "ĠU",
        "nl": "PB",
        "pl": "Dz.U.",
        "pt": "JO",
        "ro": "JO",
        "sk": "Ú. v. EÚ",
        "sl": "UL",
        "sv": "EUT",
    }
)
"""The Official Journal in references."""


def act_number(number: str, language: str) -> str:
    """Return the number of an act as a language cites it: ``"(EU) 2026/2511"``."""
    return f"({UNION[language]})\u00a0{number}"


def journal_reference(reference: str, language: str) -> str:
    """Return a reference to the Official Journal in a language, whichever language it was typed in.

    Args:
        reference: as it was typed, such as ``"OJ L, 2026/2511, 21.12.2026"``; one that begins otherwise stays as it is.
        language: of the document.
    """
    for known in sorted(set(JOURNAL.values()), key=len, reverse=True):
        if reference.startswith(f"{known} "):
            return f"{JOURNAL[language]}{reference[len(known) :]}"
    return reference
