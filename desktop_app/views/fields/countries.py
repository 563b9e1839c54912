"""Nationalities as people type them: the two capital letters of each country, ``SY, AF``."""

import re
from collections.abc import Iterable
from typing import Final

from desktop_app.views.fields.reading import Read
from desktop_app.views.fields.typed import TypedField

_COUNTRY: Final = re.compile(r"[A-Z]{2}")
_BETWEEN: Final = re.compile(r"[\s,;]+")


def read_countries(text: str) -> Read[tuple[str, ...]]:
    """Read nationalities: codes of two letters with commas or spaces between; each counts once, sorted."""
    named = [part.upper() for part in _BETWEEN.split(text.strip()) if part]
    if not named:
        return Read()
    for place, name in enumerate(named):
        if not _COUNTRY.fullmatch(name):
            begun = place == len(named) - 1 and len(name) == 1 and name.isalpha()
            return Read(
                problem=f"“{name}” is not the code of a nationality: write its two letters, such as SY, AF.",
                unfinished=begun,
            )
    return Read(tuple(sorted(set(named))))


def countries_entry(codes: Iterable[str]) -> str:
    """Write nationalities as :func:`read_countries` reads them."""
    return ", ".join(codes)


class CountriesField(TypedField[tuple[str, ...]]):
    """Any number of nationalities, by their codes."""

    def __init__(self, label: str = "Nationalities", placeholder: str = "SY, AF") -> None:
        super().__init__(label, read_countries, placeholder)
