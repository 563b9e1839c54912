"""What the columns of a table of Member States read and show."""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Final

from desktop_app.calc import wording
from desktop_app.calc.exact import decimals_of, money_text
from desktop_app.calc.forum import DataFlag
from desktop_app.models.key_sources.flags import LETTERS, UnknownFlagError, read_flags
from desktop_app.models.key_sources.numbers import UnreadableNumberError, million_eur, percent
from desktop_app.views.fields import Read, read_persons
from desktop_app.views.language import exact, shown, to_type, tr, typed, upper_first

_LETTER_OF: Final = {flag: letter for letter, flag in LETTERS.items()}
_YES: Final = frozenset({"yes", "y", "true", "1", "x", "ja", "oui"})
_NO: Final = frozenset({"no", "n", "false", "0", "nee", "nein", "non"})
_LONGEST_REMARK: Final = 2_000
YES: Final = "yes"
NO: Final = "no"


@dataclass(frozen=True, slots=True)
class GridColumn:
    """One column of a table of Member States.

    Attributes:
        name: by which cells are found.
        title: what stands above it; may have two lines.
        about: its tooltip.
        read: what a text in it means; ``None`` where nothing is typed.
        show: writes a value as one reads it.
        sample: a text as wide as its widest one.
        right: whether it holds numbers.
        ticked: whether it is yes or no, ticked by Space.
    """

    name: str
    title: str
    about: str
    read: Callable[[str], Read[Any]] | None
    show: Callable[[Any], str] = str
    sample: str = "0 000 000"
    right: bool = True
    ticked: bool = False


def read_flags_entry(text: str) -> Read[tuple[DataFlag, ...]]:
    """Read Eurostat's letters beside a value; an empty text is no flag."""
    try:
        flags, others = read_flags(text)
    except UnknownFlagError as error:
        return Read(problem=tr("“{error}” is no flag: write {kept}.", error=str(error), kept=_kept()))
    if others:
        return Read(
            problem=tr(
                "The forum keeps no flag for {listed}: write {kept}, or a remark.",
                listed=wording.listed(others),
                kept=_kept(),
            )
        )
    return Read(flags, wording.listed([flag.value for flag in flags]))


def _kept() -> str:
    return ", ".join(f"{shown(letter)} ({flag.value})" for letter, flag in LETTERS.items())


def flags_entry(flags: tuple[DataFlag, ...]) -> str:
    """Write flags as :func:`read_flags_entry` reads them: ``"p e"``."""
    return " ".join(shown(_LETTER_OF[flag]) for flag in flags)


_SHARE_DECIMALS: Final = 4


def read_gdp(text: str) -> Read[int]:
    """Read a gross domestic product in million EUR into units of EUR 10 000."""
    if not text.strip():
        return Read()
    try:
        units = million_eur(typed(text), pointed=False)
    except UnreadableNumberError as error:
        return Read(problem=tr("{fault}. Write for example 620271.8.", fault=upper_first(str(error))))
    return Read(units, tr("{gdp} million EUR", gdp=gdp_text(units)))


def gdp_text(units: int) -> str:
    """Write units of EUR 10 000 as million EUR: ``"620 271.8"``."""
    return shown(wording.grouped(_million_text(units)))


def _million_text(units: int) -> str:
    return money_text(units).removesuffix("0")


def gdp_entry(units: int | None) -> str:
    """Write a gross domestic product as :func:`read_gdp` reads it."""
    return "" if units is None else to_type(_million_text(units))


def read_share(text: str) -> Read[Fraction]:
    """Read an adopted share in percent, at most ten decimals."""
    if not text.strip():
        return Read()
    try:
        return Read(percent(text, pointed=False))
    except UnreadableNumberError as error:
        return Read(problem=tr("{fault}. Write for example 21.6890.", fault=upper_first(str(error))))


def share_text(value: Fraction) -> str:
    """Write a share in percent with at least four decimals, as acts print it."""
    return exact(value, max(_SHARE_DECIMALS, decimals_of(value)))


def read_yes_or_no(text: str) -> Read[bool]:
    """Read yes or no; an empty text is no."""
    plain = text.strip().casefold()
    if plain in _YES:
        return Read(True)
    if plain in _NO or not plain:
        return Read(False)
    return Read(problem=tr("“{value}” is neither yes nor no.", value=text.strip()))


def read_remark(text: str) -> Read[str]:
    """Read a remark of one line."""
    plain = " ".join(text.split())
    if len(plain) > _LONGEST_REMARK:
        return Read(problem=tr("A remark has at most {persons} characters.", persons=wording.persons(_LONGEST_REMARK)))
    return Read(plain or None)


def count_column(name: str, title: str, about: str) -> GridColumn:
    """Return a column of persons."""
    return GridColumn(name, title, about, read_persons, wording.persons, "00 000 000")
