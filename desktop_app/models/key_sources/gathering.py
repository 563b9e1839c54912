"""Putting values together while a file is read: nothing of the file is kept but what is wanted."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from types import MappingProxyType
from typing import Final

from desktop_app.calc.member_states import ASSOCIATED_NAMES, POSITION
from desktop_app.calc.sentences import joined, say
from desktop_app.models.errors import BadInput
from desktop_app.models.interchange.fields import quoted
from desktop_app.models.key_sources import limits, numbers
from desktop_app.models.key_sources.flags import UnknownFlagError, read_flags
from desktop_app.models.key_sources.source import Datum, KeyKind, KeySource, Series, Unread

AGGREGATE: Final = say("aggregates such as EU27_2020 and EA20")
UNITED_KINGDOM: Final = say("the United Kingdom, no Member State")
ASSOCIATED: Final = say("associated states, outside the key")
ELSEWHERE: Final = say("other countries and regions")
OTHER_SERIES: Final = say("other units, ages, sexes or indicators")
OTHER_FREQUENCY: Final = say("other frequencies than a year")
OTHER_PERIOD: Final = say("periods that are no year")
OTHER_YEAR: Final = say(
    "years before {first} or after {last}", first=str(limits.FIRST_YEAR), last=str(limits.LAST_YEAR)
)
AGAIN: Final = say("the same figure once more")
NO_CODE: Final = say("rows without a code, such as totals")

_NOT_AVAILABLE: Final = ":"
_READERS: Final[dict[KeyKind, Callable[..., int | Fraction]]] = {
    KeyKind.POPULATION: numbers.persons,
    KeyKind.GDP: numbers.million_eur,
    KeyKind.APPLICATIONS: numbers.persons,
    KeyKind.SHARES: numbers.percent,
}
_FILL_IN: Final = "fill in the values, one row a Member State"
_NEW: Final = frozenset({"new", "first", "frst"})
_CONTRADICTS: Final = say(
    "another value for the same Member State and year stands elsewhere in the file; none is taken"
)


@dataclass(frozen=True, slots=True)
class Observation:
    """One value as it stands in a file.

    Attributes:
        series: name of its series.
        code: Union code of a Member State.
        year: calendar year, or ``None`` where the file names none.
        text: the value, ``":"`` for not available.
        flags: letters beside it.
        pointed: whether a point in it can only be a decimal sign.
    """

    series: str
    code: str
    year: int | None
    text: str
    flags: str
    pointed: bool


class Gathering:
    """Collects the values of one file."""

    def __init__(self, kind: KeyKind) -> None:
        self._kind = kind
        self._values: dict[str, dict[tuple[str, int | None], Datum]] = {}
        self._places: dict[tuple[str, str, int | None], tuple[str, str]] = {}
        self._contradicted: set[tuple[str, str, int | None]] = set()
        self._unread: list[Unread] = []
        self._unread_more = 0
        self._skipped: Counter[str] = Counter()
        self._seen = 0

    def wants(self, geo: str) -> bool:
        """Tell whether a geographical code of Eurostat is a Member State's; another one is counted."""
        if geo in POSITION:
            return True
        self.skip(_why_not(geo))
        return False

    def skip(self, reason: str, count: int = 1) -> None:
        """Count something that is understood and not wanted."""
        self._skipped[reason] += count

    def refuse(self, where: str, text: str, why: str) -> None:
        """Name something that is not understood."""
        if len(self._unread) < limits.UNREAD_NAMED:
            self._unread.append(Unread(where, quoted(text), why))
        else:
            self._unread_more += 1

    def add(self, seen: Observation, where: Callable[[], str]) -> None:
        """Take a value, or name it where it is not understood.

        Args:
            seen: the value.
            where: says where it stands; asked only when needed.

        Raises:
            BadInput: there are more values than there can be.
        """
        self._seen += 1
        if self._seen > limits.VALUES:
            what = say(
                "the file holds more than {most} values of Member States: it repeats itself", most=str(limits.VALUES)
            )
            raise BadInput(where(), what, say("download it again, or copy the table into a file of its own"))
        if seen.year is not None and not limits.FIRST_YEAR <= seen.year <= limits.LAST_YEAR:
            self.skip(OTHER_YEAR)
            return
        try:
            datum = self._datum(seen)
        except numbers.UnreadableNumberError as error:
            self.refuse(where(), seen.text, str(error))
            return
        except UnknownFlagError as error:
            self.refuse(
                where(), f"{seen.text} {seen.flags}", say("the flag {flag} is unknown", flag=quoted(str(error)))
            )
            return
        self._place(seen, datum, where)

    def _datum(self, seen: Observation) -> Datum:
        flags, others = read_flags(seen.flags)
        if seen.text == _NOT_AVAILABLE:
            return Datum(None, flags, others)
        return Datum(_READERS[self._kind](seen.text, pointed=seen.pointed), flags, others)

    def _place(self, seen: Observation, datum: Datum, where: Callable[[], str]) -> None:
        place = (seen.series, seen.code, seen.year)
        values = self._values.setdefault(seen.series, {})
        if len(self._values) > limits.SERIES:
            raise BadInput(
                where(),
                say("the file holds more than {SERIES} kinds of applicants", SERIES=limits.SERIES),
                say("download one of them"),
            )
        key = (seen.code, seen.year)
        if place in self._contradicted:
            self.refuse(where(), seen.text, _CONTRADICTS)
        elif key not in values:
            values[key] = datum
            self._places[place] = (where(), seen.text)
        elif values[key] == datum:
            self.skip(AGAIN)
        else:
            # Which of the two is right cannot be told, whatever their order: neither is taken.
            del values[key]
            self._contradicted.add(place)
            self.refuse(*self._places[place], _CONTRADICTS)
            self.refuse(where(), seen.text, _CONTRADICTS)

    def own_titles(self) -> dict[str, str]:
        """Return the series by the names that the file gives them; new applications are proposed first."""
        if self._kind is not KeyKind.APPLICATIONS:
            return {"": self._kind.value}
        names = sorted(self._values, key=lambda name: (not _NEW & set(name.split("_")), name))
        return {name: name.replace("_", " ") for name in names}

    def result(
        self,
        file: str,
        form: str,
        dataset: str | None = None,
        updated: date | None = None,
        titles: dict[str, str] | None = None,
    ) -> KeySource:
        """Return what was gathered.

        Args:
            file: name of the file.
            form: what kind of file it is.
            dataset: its dataset, where it tells.
            updated: last update, where it tells.
            titles: what the series are called, in the order in which they are proposed; others follow.

        Raises:
            BadInput: there is no value at all.
        """
        known = titles or {}
        found = {name: values for name, values in self._values.items() if values}
        order = [*(name for name in known if name in found), *sorted(name for name in found if name not in known)]
        series = tuple(Series(name, known.get(name, name), MappingProxyType(found[name])) for name in order)
        if not any(each.years for each in series):
            raise BadInput(
                file, say("no {value} of a Member State was found in it", value=self._kind.value), self._remedy()
            )
        skipped = tuple(sorted(self._skipped.items()))
        return KeySource(
            self._kind, file, form, dataset, updated, series, tuple(self._unread), self._unread_more, skipped
        )

    def _remedy(self) -> str:
        if self._unread:
            first = self._unread[0]
            return say("begin with {where}: {text}, {why}", where=first.where, text=first.text, why=first.why)
        reasons = joined(", ", (reason for reason, _count in self._skipped.most_common(3)))
        return say("there is only: {reasons}", reasons=reasons) if reasons else say(_FILL_IN)


def at_line(number: int) -> str:
    """Return the place of a line of a text file."""
    return say("line {line}", line=str(number))


def _why_not(geo: str) -> str:
    if geo == "UK":
        return UNITED_KINGDOM
    if geo in ASSOCIATED_NAMES:
        return ASSOCIATED
    aggregate = geo.startswith(("EU2", "EU1", "EU6", "EU9", "EA", "EEA", "EFTA", "EU_"))
    return AGGREGATE if aggregate or geo in {"EU", "TOTAL"} else ELSEWHERE
