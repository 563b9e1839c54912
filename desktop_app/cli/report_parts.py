"""How the report for people is set: its width, its tables, and how single figures are written."""

import textwrap
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Final, TypeVar

from desktop_app.calc import wording
from desktop_app.calc.exact import PER_CENT, fixed
from desktop_app.calc.forum import Forum
from desktop_app.calc.wording import HARD

WIDTH: Final = 100

NOTHING_RECORDED: Final = "·"
NONE: Final = "none"
NOT_KNOWN: Final = "?"
OUTSIDE: Final = "–"

_T = TypeVar("_T")
_EUR: Final = f"EUR{HARD}"


def title_lines(forum: Forum) -> list[str]:
    """Return title and year of a forum."""
    title, year = forum.title or "Untitled forum", str(forum.year or "")
    return textwrap.wrap(title if year in title else f"{title} · {year}", WIDTH)


def table(rows: Sequence[Sequence[str]]) -> list[str]:
    """Return rows in columns, the first to the left, the others to the right."""
    widths = [max(len(row[place]) for row in rows) for place in range(len(rows[0]))]
    return [
        " ".join(
            [row[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True))]
        ).rstrip()
        for row in rows
    ]


def entries(said: Iterable[tuple[str, str]]) -> list[str]:
    """Return named lines, their texts one below the other."""
    return [line for name, text in said for line in hanging(f"{name:<21}", text)]


def shortfall_percent(shortfall: Fraction) -> str:
    """Return the 30 % indicator as shown: ``"> 30"`` where rounding would hide that it is triggered."""
    shown = fixed(shortfall * PER_CENT, 2)
    return "> 30" if shown == "30.00" and shortfall > Fraction(30, PER_CENT) else shown


def shortfall_readings(found: Mapping[str, Fraction | None]) -> str:
    """Return the 30 % test under its readings, by their letters."""
    return ", ".join(
        f"{name}{HARD}{NOT_KNOWN if ratio is None else shortfall_percent(ratio) + HARD + '%'}"
        for name, ratio in found.items()
    )


def hanging(head: str, said: str) -> Iterator[str]:
    """Yield a text wrapped beside its head."""
    wrapped = textwrap.wrap(said, WIDTH - len(head)) or [""]
    yield f"{head}{wrapped[0]}".rstrip()
    for line in wrapped[1:]:
        yield " " * len(head) + line


def or_unknown(value: _T | None, write: Callable[[_T], str], unknown: str = NOT_KNOWN) -> str:
    """Write a value; a question mark where it is not known."""
    return unknown if value is None else write(value)


def persons(count: int | None, unknown: str = NOT_KNOWN) -> str:
    """Write whole persons."""
    return or_unknown(count, wording.persons, unknown)


def percent(ratio: Fraction | None, decimals: int, unknown: str = NOT_KNOWN) -> str:
    """Write a ratio in percent without the sign, which stands above the column."""
    return or_unknown(ratio, lambda known: fixed(known * PER_CENT, decimals), unknown)


def amount(cents: int | None) -> str:
    """Write money without its code, which stands above the column."""
    return or_unknown(cents, wording.money).removeprefix(_EUR)


def cents(cents: int | None) -> str:
    """Write cents with their code."""
    return or_unknown(cents, wording.money, f"{_EUR}{NOT_KNOWN}")


def eur(value: Fraction | None) -> str:
    """Write exact EUR with their code."""
    return or_unknown(value, wording.money_of, f"{_EUR}{NOT_KNOWN}")
