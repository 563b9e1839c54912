"""Which Member States the table shows and in what order: sorted, filtered, grouped, and never without a way back.

Protocol order is never lost: it decides within equal values whichever way a column is sorted, within every
group, and :data:`PROTOCOL` brings it back.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from types import MappingProxyType
from typing import Final, TypeAlias

from desktop_app.calc.consequences import Verdict, verdict_of
from desktop_app.views.language import marked, shown, tr
from desktop_app.views.pledge_table.columns import HEADINGS, Column
from desktop_app.views.pledge_table.rows import Subject
from desktop_app.views.typed_table.cells import Cell, folded, shown_text


class Only(Enum):
    """What a filter can ask of a Member State beside its verdict; the value is the word for it."""

    BENEFITTING = "benefitting"
    FINDINGS = marked("with findings")
    FLAGS = marked("with a flag")


VERDICT_WORDS: Final = MappingProxyType(
    {
        Verdict.MET: marked("met"),
        Verdict.SHORT: marked("below"),
        Verdict.NO_PLEDGE: marked("no pledge"),
        Verdict.NOT_KNOWN: marked("not recorded"),
        Verdict.OUTSIDE: marked("outside the key"),
    }
)
"""The verdicts as the table says them, in the order of the groups."""
GROUP_TITLES: Final = MappingProxyType(
    {
        Verdict.MET: marked("Fair share met"),
        Verdict.SHORT: marked("Below the fair share"),
        Verdict.NO_PLEDGE: marked("No pledge"),
        Verdict.NOT_KNOWN: marked("Not fully recorded"),
        Verdict.OUTSIDE: marked("Outside the key"),
    }
)
"""Headings of the groups, in their order."""
FILTERED_VERDICTS: Final = (Verdict.MET, Verdict.SHORT, Verdict.NO_PLEDGE, Verdict.NOT_KNOWN)

_ONLY: Final[Mapping[Only, Callable[[Subject], bool]]] = MappingProxyType(
    {
        Only.BENEFITTING: lambda subject: subject.row is not None and subject.row.benefitting,
        Only.FINDINGS: lambda subject: bool(subject.findings),
        Only.FLAGS: lambda subject: bool(subject.record.flags),
    }
)


@dataclass(frozen=True, slots=True)
class Group:
    """The heading of a group.

    Attributes:
        verdict: what its Member States have in common.
        codes: of its Member States, in the order shown.
    """

    verdict: Verdict
    codes: tuple[str, ...]

    @property
    def title(self) -> str:
        """What the heading says."""
        return f"{shown(GROUP_TITLES[self.verdict])} · {len(self.codes)}"


Line: TypeAlias = str | Group
"""A line of the table: a Member State's code, or the heading of a group."""


@dataclass(frozen=True, slots=True)
class Arrangement:
    """A choice of what is shown and how; :data:`PROTOCOL` by default.

    Attributes:
        sort: column to sort by, or ``None`` for protocol order.
        descending: whether the highest comes first.
        text: only Member States in whose row this stands, as it is found there; empty for all.
        verdicts: only these; empty for all.
        only: further conditions, all of which must hold.
        grouped: whether verdicts stand together under headings.
    """

    sort: Column | None = None
    descending: bool = False
    text: str = ""
    verdicts: frozenset[Verdict] = frozenset()
    only: frozenset[Only] = frozenset()
    grouped: bool = False

    @property
    def is_filtered(self) -> bool:
        """Whether some Member States may not be shown."""
        return bool(self.text.strip() or self.verdicts or self.only)

    @property
    def is_plain(self) -> bool:
        """Whether all stand in protocol order."""
        return self.sort is None and not self.grouped and not self.is_filtered

    def lines(
        self, subjects: Sequence[Subject], cells: Sequence[Sequence[Cell]], columns: Sequence[Column] = tuple(Column)
    ) -> tuple[Line, ...]:
        """Return the lines to show.

        Args:
            subjects: every Member State, in protocol order.
            cells: their cells, in the same order.
            columns: the columns shown beside the names, in which the text is looked for.
        """
        searched = (Column.MEMBER_STATE, *columns)
        places = [
            place
            for place, subject in enumerate(subjects)
            if self._shows(subject) and self._has_text([cells[place][column] for column in searched])
        ]
        if self.sort is not None:
            places = self._sorted(places, cells, self.sort)
        if not self.grouped:
            return tuple(subjects[place].code for place in places)
        lines: list[Line] = []
        verdicts = {subjects[place].code: _verdict(subjects[place]) for place in places}
        for verdict in GROUP_TITLES:
            codes = tuple(code for code, of in verdicts.items() if of is verdict)
            lines += [Group(verdict, codes), *codes] if codes else []
        return tuple(lines)

    def _shows(self, subject: Subject) -> bool:
        return (not self.verdicts or _verdict(subject) in self.verdicts) and all(
            _ONLY[only](subject) for only in self.only
        )

    def _has_text(self, cells: Sequence[Cell]) -> bool:
        wanted = folded(self.text)
        return not wanted or any(wanted in folded(shown_text(cell)) for cell in cells)

    def _sorted(self, places: list[int], cells: Sequence[Sequence[Cell]], column: Column) -> list[int]:
        """Sort what has a value; what has none comes last, whichever way. Equal values keep protocol order."""
        values: dict[int, int | Fraction | str] = {}
        for place in places:
            value = cells[place][column].sort
            if value is not None:
                values[place] = value.casefold() if isinstance(value, str) else value
        known = sorted(values, key=values.__getitem__, reverse=self.descending)
        return [*known, *(place for place in places if place not in values)]

    def words(self) -> str:
        """Say what is not protocol order; empty where all is."""
        parts = []
        if self.sort is not None:
            first = tr(_ways(self.sort)[int(self.descending)])
            parts.append(tr("sorted by {column}, {first} first", column=HEADINGS[self.sort].spoken, first=first))
        if self.grouped:
            parts.append(tr("grouped by verdict"))
        return " · ".join(map(shown, parts))

    def filter_words(self) -> str:
        """Say what is asked of the Member States shown; empty where all are."""
        text = self.text.strip()
        return ", ".join(
            [
                *([f"“{text}”"] if text else []),
                *(shown(VERDICT_WORDS[each]) for each in FILTERED_VERDICTS if each in self.verdicts),
                *(each.value for each in Only if each in self.only),
            ]
        )


PROTOCOL: Final = Arrangement()
"""All Member States in protocol order."""


def _ways(column: Column) -> tuple[str, str]:
    if column is Column.DEDUCTION:
        return tr("least advanced"), tr("furthest advanced")
    if column is Column.BENEFITTING_SINCE:
        return tr("earliest"), tr("latest")
    return (tr("lowest"), tr("highest")) if HEADINGS[column].is_number else ("A", "Z")


def _verdict(subject: Subject) -> Verdict:
    return verdict_of(subject.row, subject.record.pledge)
