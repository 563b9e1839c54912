"""What a file of key data holds, as a frozen value."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from fractions import Fraction

from desktop_app.calc.forum import DataFlag
from desktop_app.calc.sentences import say


class KeyKind(Enum):
    """What a file tells of each Member State; the value is what it is called in a sentence."""

    POPULATION = say("population")
    GDP = say("gross domestic product")
    APPLICATIONS = say("applications for international protection")
    SHARES = say("adopted shares")

    @property
    def unit(self) -> str:
        """What the values of the file count; GDP is kept in units of EUR 10 000, exactly."""
        return {
            KeyKind.POPULATION: "persons on 1 January",
            KeyKind.GDP: "million EUR at current prices",
            KeyKind.APPLICATIONS: "persons",
            KeyKind.SHARES: "percent",
        }[self]


@dataclass(frozen=True, slots=True)
class Datum:
    """One value.

    Attributes:
        amount: persons, GDP in units of EUR 10 000, or percent; ``None`` where the source says "not available".
        flags: what the source says of it, in the order of :class:`DataFlag`.
        other_flags: flags of the source that the forum has no place for, in words.
    """

    amount: int | Fraction | None
    flags: tuple[DataFlag, ...] = ()
    other_flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Series:
    """One set of values: most files hold one, files of applications often several.

    Attributes:
        name: as the file calls it, such as ``"FRST"``; empty where there is only one.
        title: in words.
        values: by code and year; the year is ``None`` where the file names none.
    """

    name: str
    title: str
    values: Mapping[tuple[str, int | None], Datum]

    @property
    def years(self) -> tuple[int | None, ...]:
        """The years for which some value is known, the latest first."""
        known = {year for (_code, year), datum in self.values.items() if datum.amount is not None}
        return tuple(sorted(known, key=lambda year: -1 if year is None else year, reverse=True))


@dataclass(frozen=True, slots=True)
class Unread:
    """Something in the file that was not understood.

    Attributes:
        where: line and column, or sheet and cell.
        text: what stands there, shortened.
        why: why it is not taken.
    """

    where: str
    text: str
    why: str


@dataclass(frozen=True, slots=True)
class KeySource:
    """What a file of key data holds.

    Attributes:
        kind: what it is about.
        file: name of the file.
        form: what kind of file it is, in words.
        dataset: name of the dataset with what was taken of it, where the file tells.
        updated: when the dataset was last updated, where the file tells.
        series: the sets of values, the proposed one first.
        unread: what was not understood, in the order of the file.
        unread_more: how much else was not understood.
        skipped: (reason, count) of what is understood and not wanted, by reason.
    """

    kind: KeyKind
    file: str
    form: str
    dataset: str | None
    updated: date | None
    series: tuple[Series, ...]
    unread: tuple[Unread, ...] = ()
    unread_more: int = 0
    skipped: tuple[tuple[str, int], ...] = ()

    @property
    def unit(self) -> str:
        """What the values count."""
        return self.kind.unit

    @property
    def years(self) -> tuple[int | None, ...]:
        """The years of the proposed series, the latest first."""
        return self.series[0].years

    @property
    def values(self) -> Mapping[tuple[str, int | None], Datum]:
        """The values of the proposed series."""
        return self.series[0].values
