"""What the columns of a plain table hold, by their names: nothing else is looked at."""

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
        words = set(name.split("_"))
        if place in taken or not words & _VALUE_WORDS[kind] or words & _FLAG or _is_of_another(words, kind):
            continue
        match = _YEAR.search(name)
        if match is None:
            found.append((place, name, None))
        elif _is_whole_or_first(match):
            found.append((place, re.sub("_+", "_", _YEAR.sub("", name)).strip("_"), int(match[1])))
    # Beside "share, %", a column "adopted share" says whether it is one.
    in_percent = [each for each in found if "percent" in plain[each[0]]]
    return in_percent or found


def _is_of_another(words: set[str], kind: KeyKind) -> bool:
    """Tell a fair share in persons, say, from a share in percent."""
    if kind is KeyKind.SHARES:
        return "fair" in words or bool({"eur", "status", "coverage", "exact"} & words)
    return bool({"exact", "share"} & words)


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
