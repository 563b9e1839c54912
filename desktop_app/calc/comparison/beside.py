"""Two assessments of one procedure side by side: every figure before and after, findings, deadlines."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from typing import Final

from desktop_app.calc import shifts, wording
from desktop_app.calc.assessment import Assessment
from desktop_app.calc.comparison.fates import Fated, FatedDeadline, deadline_fates, fates_of, weighed
from desktop_app.calc.comparison.figures import About, Figures, Head, Subject, Value, figures_of, heads_of
from desktop_app.calc.consequences import consequences
from desktop_app.calc.derivation import Unit
from desktop_app.calc.exact import telling_apart
from desktop_app.calc.forum import Forum
from desktop_app.calc.sentences import say
from desktop_app.calc.shifts import Shift
from desktop_app.calc.voluntary import signatory_place

NOT_THERE: Final = shifts.ABSENT
"""Stands as the value of a figure whose subject takes no part in one of the two."""


class CannotCompareError(ValueError):
    """Two forums of different procedures have no figure in common; says so in one line."""


@dataclass(frozen=True, slots=True)
class ComparedFigure:
    """One figure of one subject, before and after.

    Attributes:
        subject: whom it is about.
        head: which figure.
        before: exact, or in words; ``None`` where it cannot be known.
        after: the same.
    """

    subject: Subject
    head: Head
    before: Value
    after: Value

    @property
    def is_changed(self) -> bool:
        """Whether the exact values differ."""
        return self.before != self.after

    @property
    def difference(self) -> Fraction | None:
        """After less before, exact; ``None`` where one is not a number."""
        return difference_of(self.before, self.after)

    @property
    def shift(self) -> Shift:
        """How it is read."""
        return shift_of(self.head, self.before, self.after)

    @property
    def title(self) -> str:
        """Subject and figure: ``"Belgium: fair share in relocations"``."""
        return say("{title}: {title_2}", title=self.subject.title, title_2=self.head.title)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two assessments of one procedure side by side.

    Attributes:
        before: the first.
        after: the second.
        figures: every figure of either: of the whole, then pools or needs, then states in protocol order.
        findings: those that come, go, weigh more or less, or say something else; the gravest first.
        deadlines: those that come, move or go.
    """

    before: Assessment
    after: Assessment
    figures: tuple[ComparedFigure, ...]
    findings: tuple[Fated, ...]
    deadlines: tuple[FatedDeadline, ...]

    @property
    def changed(self) -> tuple[ComparedFigure, ...]:
        """The figures that differ."""
        return tuple(figure for figure in self.figures if figure.is_changed)

    @property
    def is_nothing(self) -> bool:
        """No figure, finding or deadline differs."""
        return not (self.changed or self.findings or self.deadlines)

    def figure(self, figure: str, code: str | None = None, about: About | None = None) -> ComparedFigure:
        """Return one figure.

        Args:
            figure: its id.
            code: of the state, ``None`` for the whole.
            about: see :class:`About`; a state's own unless given.

        Raises:
            KeyError: there is no such figure.
        """
        wanted = Subject(about or (About.WHOLE if code is None else About.STATE), code)
        for each in self.figures:
            if each.head.id == figure and each.subject == wanted:
                return each
        raise KeyError(figure, code)


def compare(before: Assessment, after: Assessment) -> Comparison:
    """Hold two assessments against each other.

    Raises:
        CannotCompareError: they are of different procedures.
    """
    refuse_other_procedure(before.forum, after.forum)
    return Comparison(
        before,
        after,
        beside(before, figures_of(before), figures_of(after)),
        tuple(weighed(fates_of(consequences(before, after)))),
        tuple(deadline_fates(before.deadlines, after.deadlines)),
    )


def refuse_other_procedure(before: Forum, after: Forum) -> None:
    """Refuse to compare what has no figure in common.

    Raises:
        CannotCompareError: the two are of different procedures.
    """
    one, other = before.procedure, after.procedure
    if one is not other:
        raise CannotCompareError(
            say(
                "One forum is on {PROCEDURES}, the other on {PROCEDURES_2}: they have no figures in common. "
                "Choose two of the same procedure.",
                PROCEDURES=_PROCEDURES[one.value],
                PROCEDURES_2=_PROCEDURES[other.value],
            )
        )


_PROCEDURES: Final = {
    "annual-pool": say("the annual solidarity pool"),
    "search-and-rescue": "search and rescue",
    "migratory-pressure": say("migratory pressure"),
    "voluntary": say("voluntary solidarity"),
}


def beside(assessment: Assessment, before: Figures, after: Figures) -> tuple[ComparedFigure, ...]:
    """Return every figure of two readings of one procedure.

    Args:
        assessment: one of the two, for its procedure.
        before: the first reading.
        after: the second.
    """
    procedure, found = assessment.forum.procedure, []
    for subject in sorted({*before, *after}, key=place_of):
        heads = heads_of(procedure, subject.about)
        nobody: tuple[Value, ...] = (NOT_THERE,) * len(heads)
        values = zip(heads, before.get(subject, nobody), after.get(subject, nobody), strict=True)
        found += [ComparedFigure(subject, head, one, other) for head, one, other in values]
    return tuple(found)


def place_of(subject: Subject) -> tuple[int, tuple[int, int]]:
    """Return where a subject stands in a comparison: the whole first, then pools, then states."""
    order = list(About).index(subject.about)
    return order, (0, -1) if subject.code is None else signatory_place(subject.code)


def difference_of(before: Value, after: Value) -> Fraction | None:
    """Return after less before, exact; ``None`` where one is not a number."""
    one, other = number_of(before), number_of(after)
    return None if one is None or other is None else other - one


def number_of(value: Value) -> Fraction | None:
    """Return a value as a number; ``None`` of words, of a yes or no, and of what is not known."""
    return None if value is None or isinstance(value, bool | str) else Fraction(value)


def shift_of(head: Head, before: Value, after: Value) -> Shift:
    """Return how a figure reads before and after; two that differ never read the same."""
    one, other = number_of(before), number_of(after)
    if head.unit not in _SHIFTS or not _is_number(before) or not _is_number(after):
        return Shift(_text(head, before), _text(head, after), is_changed=before != after)
    return _SHIFTS[head.unit](head, one, other)


def _is_number(value: Value) -> bool:
    """Tell whether a value is a number, or one that is not known."""
    return value is None or number_of(value) is not None


def _text(head: Head, value: Value) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str):
        return value
    number = number_of(value)
    return shifts.NOT_KNOWN if head.unit is None else _SHIFTS[head.unit](head, number, number).after


_Number = Fraction | None


def _places(least: int, before: _Number, after: _Number) -> int:
    """Return how many decimals tell two numbers apart, and show that they are not the same, at least so many."""
    if before is None or after is None or before == after or abs(after - before) * 10**least >= 1:
        return least
    return max(least, telling_apart(before, after), telling_apart(after - before, 0))


def _count(_head: Head, before: _Number, after: _Number) -> Shift:
    return shifts.count(before, after, decimals=_places(2, before, after))


def _money(_head: Head, before: _Number, after: _Number) -> Shift:
    shift = shifts.money(before, after)
    if not shift.is_changed or shift.before != shift.after:
        return shift
    finer = shifts.count(before, after, decimals=_places(2, before, after))
    return replace(finer, before=shifts.coded(finer.before), after=shifts.coded(finer.after))


def _percent(head: Head, before: _Number, after: _Number) -> Shift:
    least = shifts.SHARE_DECIMALS if head.id == "share_percent" else 2
    return shifts.percent(before, after, decimals=_places(least, before, after))


def _per_head(_head: Head, before: _Number, after: _Number) -> Shift:
    return shifts.count(before, after, decimals=_places(8, before, after))


def _yes_or_no(_head: Head, _before: _Number, _after: _Number) -> Shift:
    """Return the shift of a yes or no that is known on neither side."""
    return shifts.words(shifts.NOT_KNOWN, shifts.NOT_KNOWN)


def _date(_head: Head, before: _Number, after: _Number) -> Shift:
    one, other = (
        shifts.NOT_KNOWN if each is None else wording.day(date.fromordinal(int(each))) for each in (before, after)
    )
    days = shifts.count(before, after).difference
    return Shift(one, other, say("{days} days", days=days) if days else "", before != after)


_SHIFTS: Final[dict[Unit | None, Callable[[Head, _Number, _Number], Shift]]] = {
    Unit.PERSONS: _count,
    Unit.RELOCATION_EQUIVALENTS: _count,
    Unit.MEMBER_STATES: _count,
    Unit.EUR: _money,
    Unit.EUR_PER_RELOCATION: _money,
    Unit.PERCENT: _percent,
    Unit.APPLICATIONS_PER_HEAD: _per_head,
    Unit.YES_NO: _yes_or_no,
    Unit.DATE: _date,
}
"""How figures read, by what they count; every unit that a figure of a row, a pool or a total has."""
