"""What a person types to get to a moment: the number of an entry, a time, a day with or without a time."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Final

from desktop_app.calc import wording
from desktop_app.views.fields import read_day
from desktop_app.views.language import marked, short_day, tr

EXAMPLES: Final = marked("57, 16:40, 27 Nov 16:40")
_ENTRY: Final = re.compile(r"(?:entry\s*|#)?(\d{1,9})", re.IGNORECASE)
_CLOCK: Final = re.compile(r"(?:^|[\s,T])(\d{1,2}):(\d{2})(?::(\d{2}))?$")
_NAMED: Final = re.compile(r"(\d{1,2})\.?\s*([^\W\d]{3,9})\.?(?:\s*(\d{4}))?")
_BARE: Final = re.compile(r"(\d{1,2})\.(\d{1,2})\.?")
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


@dataclass(frozen=True, slots=True)
class Asked:
    """A moment that was asked for: an entry, or the last one up to a time; else what is wrong.

    Attributes:
        seq: number of the entry.
        until: the end of the minute, second or day that was named, with its zone.
        problem: why neither is known, in one line.
    """

    seq: int | None = None
    until: datetime | None = None
    problem: str = ""


def read_asked(text: str, last: int, shown: datetime, newest: datetime) -> Asked:
    """Read what was typed.

    Args:
        text: as typed; a time is that of this computer's clock.
        last: number of the last entry.
        shown: when the moment was that is shown; a time without a day is one of that day.
        newest: when the last entry was made; a day without a year is the last one up to then.
    """
    plain = " ".join(text.replace(",", " ").split())
    said = tr("Entry {seq}", seq="").strip().casefold()
    entry = _ENTRY.fullmatch(plain.casefold().removeprefix(said).strip())
    if entry:
        number = int(entry[1])
        return (
            Asked(number)
            if 1 <= number <= last
            else Asked(problem=tr("The record has entries 1 to {last}.", last=last))
        )
    clock = _CLOCK.search(plain)
    rest = plain[: clock.start()].strip() if clock else plain
    try:
        on = _day(rest, shown.astimezone().date(), newest.astimezone().date())
        until = None if on is None else _end(on, clock)
    except ValueError:
        return Asked(
            problem=tr(
                "There is no “{plain}”: type an entry, a time or a day, such as {examples}.",
                plain=plain,
                examples=EXAMPLES,
            )
        )
    if until is None:
        return Asked(
            problem=tr(
                "“{plain}” is neither an entry (1 to {last}) nor a time: such as {examples}.",
                plain=plain,
                last=last,
                examples=EXAMPLES,
            )
        )
    return Asked(until=until)


def _end(on: date, clock: re.Match[str] | None) -> datetime:
    """Return the end of what was named: of a second, a minute or a day."""
    if clock is None:
        return datetime.combine(on, time.max).astimezone()
    second = 59 if clock[3] is None else int(clock[3])
    return datetime.combine(on, time(int(clock[1]), int(clock[2]), second, 999_999)).astimezone()


def _day(text: str, shown: date, newest: date) -> date | None:
    """Return the day that a text names; nothing at all is the day that is shown, ``None``: none is named."""
    if not text:
        return shown
    named, bare = _NAMED.fullmatch(text), _BARE.fullmatch(text)
    month = _month(named[2]) if named else None
    if named and month is not None:
        return _in_year(int(named[1]), month, named[3], newest)
    if bare:
        return _in_year(int(bare[1]), int(bare[2]), None, newest)
    return read_day(text).value


def _month(word: str) -> int | None:
    """Return the month that a word begins to name, in the language that is spoken or in English."""
    begun = word.lower()
    days = [date(2024, month, 15) for month in range(1, 13)]
    # Long and cut short: "mrt" is not how "maart" begins.
    told = (f"{tr(wording.day(each))} {short_day(each)}".lower() for each in days)
    spoken = [place for place, name in enumerate(told, 1) if begun in (part[: len(begun)] for part in name.split())]
    if len(spoken) == 1:
        return spoken[0]
    return _MONTHS.index(begun[:3]) + 1 if begun[:3] in _MONTHS else None


def _in_year(day: int, month: int, year: str | None, newest: date) -> date:
    if year is not None:
        return date(int(year), month, day)
    # 29 February is looked for in the last year that has one.
    for back in range(9):
        try:
            found = date(newest.year - back, month, day)
        except ValueError:
            continue
        if found <= newest:
            return found
    raise ValueError(f"there is no day {day} of month {month}")
