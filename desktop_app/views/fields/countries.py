"""Nationalities as people type them: the two capital letters of each country, ``SY, AF``."""

import re
from collections.abc import Callable, Collection, Iterable
from typing import Final, TypeVar

from desktop_app.views.fields.country_codes import COUNTRY_CODES
from desktop_app.views.fields.reading import Read
from desktop_app.views.fields.typed import TypedField
from desktop_app.views.language import marked, shown, tr

_Codes = TypeVar("_Codes")
_COUNTRY: Final = re.compile(r"[A-Z]{2}")
_BETWEEN: Final = re.compile(r"[\s,;]+")
_CODES: Final = marked("write two letters of ISO 3166-1, such as SY, AF; Greece is EL, Kosovo XK")


def read_countries(text: str, recorded: Collection[str] = ()) -> Read[tuple[str, ...]]:
    """Read nationalities: codes of two letters with commas or spaces between; each counts once, sorted.

    Args:
        text: as typed.
        recorded: codes that are taken too: a document may have brought others.
    """
    named = [part.upper() for part in _BETWEEN.split(text.strip()) if part]
    for place, name in enumerate(named):
        if not _COUNTRY.fullmatch(name):
            begun = place == len(named) - 1 and len(name) == 1 and name.isalpha()
            return Read(
                problem=tr(
                    "“{name}” is not the code of a nationality: write its two letters, such as SY, AF.", name=name
                ),
                unfinished=begun,
            )
        if name not in COUNTRY_CODES and name not in recorded:
            return Read(problem=tr("No country has the code {name}: {codes}.", name=name, codes=_CODES))
    return Read(tuple(sorted(set(named)))) if named else Read()


def read_country(text: str, recorded: Collection[str] = ()) -> Read[str]:
    """Read one nationality; see :func:`read_countries`."""
    read = read_countries(text, recorded)
    codes = read.value or ()
    if len(codes) > 1:
        return Read(problem=tr("A group has one nationality: write its two letters, such as SY."))
    return Read(codes[0] if codes else None, problem=read.problem, unfinished=read.unfinished)


def countries_entry(codes: Iterable[str]) -> str:
    """Write nationalities as :func:`read_countries` reads them."""
    return ", ".join(map(shown, codes))


class _CodesField(TypedField[_Codes]):
    """Codes as typed; those that were put in are taken, whatever they are."""

    def __init__(self, label: str, read: Callable[[str, Collection[str]], Read[_Codes]], placeholder: str) -> None:
        self._recorded: Collection[str] = ()
        super().__init__(label, lambda text: read(text, self._recorded), placeholder)

    def _put(self, raw: str | None) -> None:
        self._recorded = {part.upper() for part in _BETWEEN.split(raw or "")}
        super()._put(raw)


class CountriesField(_CodesField[tuple[str, ...]]):
    """Any number of nationalities, by their codes."""

    def __init__(self, label: str = marked("Nationalities"), placeholder: str = marked("codes of two letters")) -> None:
        super().__init__(label, read_countries, placeholder)


class CountryField(_CodesField[str]):
    """One nationality, by its code."""

    def __init__(self, label: str = marked("Nationality"), placeholder: str = marked("two letters")) -> None:
        super().__init__(label, read_country, placeholder)
