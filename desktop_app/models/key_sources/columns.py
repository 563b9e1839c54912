"""What the columns of a plain table hold, by their names: nothing else is looked at.

A column counts only where every word of its name is known: one word more, and *population* is a density, a change or
thousands. Nothing is guessed.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from desktop_app.models.key_sources.source import KeyKind

_CODE: Final = frozenset({"code", "geo", "state_code", "country_code", "member_state_code", "ms", "iso"})
_YEAR_COLUMN: Final = frozenset({"year", "time", "time_period", "date", "reference_date", "reference_year"})
_FLAG: Final = frozenset({"flag", "flags", "obs_flag", "status"})
_VALUE_WORDS: Final[Mapping[KeyKind, frozenset[str]]] = {
    KeyKind.POPULATION: frozenset({"population", "persons", "inhabitants", "pop"}),
    KeyKind.GDP: frozenset({"gdp", "million", "meur", "mio"}),
    KeyKind.APPLICATIONS: frozenset({"applications", "applicants", "new", "all", "first", "frst", "asy"}),
    KeyKind.SHARES: frozenset({"share", "shares", "percent", "percentage", "adopted"}),
}
"""One of these must stand in the name of a column of values."""
_EURO: Final = frozenset({"eur", "euro", "euros"})
_MILLIONS: Final = frozenset({"million", "millions", "meur", "mio"})
_ANYWHERE: Final = frozenset({"a", "and", "at", "figure", "in", "of", "on", "the", "total", "value", "year"})
_BESIDE: Final[Mapping[KeyKind, frozenset[str]]] = {
    KeyKind.POPULATION: frozenset({"1", "01", "1st", "as", "jan", "january", "number", "resident", "usually"}),
    KeyKind.GDP: _EURO
    | _MILLIONS
    | {"b1gq", "cp", "current", "domestic", "gross", "market", "price", "prices", "product"},
    KeyKind.APPLICATIONS: frozenset(
        {"app", "asylum", "first", "for", "international", "lodged", "number", "persons", "protection", "sbsq"}
        | {"subsequent", "time"}
    ),
    KeyKind.SHARES: frozenset({"cent", "key", "member", "per", "reference", "s", "state", "states"}),
}
"""These may stand beside it; any other makes it another quantity."""
_ANY_VALUE: Final = frozenset({"value", "obs_value", "figure"})
_YEAR: Final = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})(?:_([0-9]{2})_([0-9]{2}))?(?![0-9])")
_OTHER_SIGNS: Final = re.compile(r"[^a-z0-9%]+")


@dataclass(frozen=True, slots=True)
class ValueColumn:
    """A column of values.

    Attributes:
        place: its place in the row, from 0.
        name: as the file calls it.
        series: name of its series: what is left of the name without the year.
        year: the year in its name, or ``None``.
        flag: place of the column with its flags, or ``None``.
    """

    place: int
    name: str
    series: str
    year: int | None
    flag: int | None


@dataclass(frozen=True, slots=True)
class Columns:
    """What the columns of a table hold.

    Attributes:
        kind: what the values are.
        code: place of the codes of the Member States.
        year: place of the years or dates, where there is such a column.
        year_name: its name.
        values: the columns of values.
        unused: names of the other columns.
    """

    kind: KeyKind
    code: int
    year: int | None
    year_name: str
    values: tuple[ValueColumn, ...]
    unused: tuple[str, ...]


def has_code_column(names: Sequence[str]) -> bool:
    """Tell whether a row names a column of codes, as the first row of a table does."""
    return any(_plain(name) in _CODE for name in names)


def understand(names: Sequence[str], kind: KeyKind | None) -> Columns | None:
    """Tell what the columns of a table hold.

    Args:
        names: the names of the columns.
        kind: what is looked for; ``None`` takes what the names tell.

    Returns:
        The columns; ``None`` where they do not tell, or tell of several things at once.
    """
    plain = [_plain(name) for name in names]
    code = next((place for place, name in enumerate(plain) if name in _CODE), None)
    if code is None:
        return None
    year = next((place for place, name in enumerate(plain) if name in _YEAR_COLUMN), None)
    kinds = [kind] if kind else [each for each in KeyKind if _values(plain, each, {code, year})]
    if len(kinds) != 1:
        return None
    found = _values(plain, kinds[0], {code, year}) or (_bare_values(plain, {code, year}) if kind else [])
    if not found:
        return None
    # A share has no flags of Eurostat's; what is called so beside one, as in our own export, is something else.
    flagged = kinds[0] is not KeyKind.SHARES
    values = tuple(
        ValueColumn(place, names[place].strip(), series, in_name, _flags_of(in_name, plain) if flagged else None)
        for place, series, in_name in found
    )
    used = {code, year, *(each.place for each in values), *(each.flag for each in values)}
    unused = tuple(name.strip() for place, name in enumerate(names) if place not in used and name.strip())
    return Columns(kinds[0], code, year, "" if year is None else names[year].strip(), values, unused)


def _plain(name: str) -> str:
    return _OTHER_SIGNS.sub("_", name.strip().casefold().replace("%", " percent ")).strip("_")


def _values(plain: Sequence[str], kind: KeyKind, taken: set[int | None]) -> list[tuple[int, str, int | None]]:
    """Return the columns whose names say that they hold such values: place, series, year."""
    found: list[tuple[int, str, int | None]] = []
    for place, name in enumerate(plain):
        years = list(_YEAR.finditer(name))
        series = re.sub("_+", "_", _YEAR.sub("", name)).strip("_")
        if place in taken or len(years) > 1 or not _tells(set(series.split("_")), kind):
            continue
        if not years:
            found.append((place, series, None))
        elif _is_whole_or_first(years[0]):
            found.append((place, series, int(years[0][1])))
    # Beside "share, %", a column "adopted share" says whether it is one.
    in_percent = [each for each in found if "percent" in plain[each[0]]]
    return in_percent or found


def _tells(words: set[str], kind: KeyKind) -> bool:
    """Tell whether the words of a name, without its year, say that the values are these, in the unit that is read."""
    if not words & _VALUE_WORDS[kind] or _others(words, kind):
        return False
    if kind is not KeyKind.GDP:
        return True
    # "GDP, EUR" may be in euros; "million" may be of persons.
    return bool(words & _MILLIONS) if words & _EURO else bool(words & {"gdp", "meur"})


def _others(words: set[str], kind: KeyKind) -> set[str]:
    return words - _VALUE_WORDS[kind] - _BESIDE[kind] - _ANYWHERE


def not_understood(names: Sequence[str], kind: KeyKind | None) -> tuple[str, str] | None:
    """Return the first column that is nearly one of values, with the word in its name that makes it another.

    Args:
        names: the names of the columns.
        kind: what is looked for, or ``None``.

    Returns:
        Name and word; ``None`` where there is no such column, or another one holds values.
    """
    kinds = list(KeyKind) if kind is None else [kind]
    plain = [_plain(name) for name in names]
    if any(_values(plain, each, set()) for each in kinds):
        return None
    for place, name in enumerate(plain):
        words = set(_YEAR.sub("", name).split("_")) - {""}
        others = [sorted(_others(words, each)) for each in kinds if words & _VALUE_WORDS[each] and not words & _FLAG]
        fewest = min(others, key=len, default=[])
        if fewest:
            return names[place].strip(), fewest[0]
    return None


def _bare_values(plain: Sequence[str], taken: set[int | None]) -> list[tuple[int, str, int | None]]:
    """Return columns that are called a value, or nothing but a year, for a kind that was chosen."""
    found: list[tuple[int, str, int | None]] = []
    for place, name in enumerate(plain):
        year = _YEAR.fullmatch(name)
        if place in taken:
            continue
        if name in _ANY_VALUE:
            found.append((place, "", None))
        elif year and _is_whole_or_first(year):
            found.append((place, "", int(year[1])))
    return found


def _is_whole_or_first(match: re.Match[str]) -> bool:
    """Tell a year or its first day, ``2025`` or ``2025_01_01``, from another day, whose column is not used."""
    return (match[2], match[3]) in {(None, None), ("01", "01")}


def _flags_of(year: int | None, plain: Sequence[str]) -> int | None:
    """Return the place of the flags of a column: ``flag_2025`` for a year in a name, else ``flag``."""
    for word in sorted(_FLAG):
        for name in (f"{word}_{year}", word):
            if name in plain:
                return plain.index(name)
    return None
