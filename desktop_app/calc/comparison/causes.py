"""What caused each figure's difference: every difference attributed, exactly, to the steps of the way.

The way leads from one state of the forum to the other through states that can each be assessed. A step's part in a
figure is what the figure gains at that step, so the parts of a figure add up to its whole difference, exactly. Where
causes interact (a pledge counts for more at another reference number), the order of the way decides how their common
effect is shared out; :meth:`Causes.alone` says what a step would do without the others.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import pairwise

from desktop_app.calc.assess import assess
from desktop_app.calc.assessment import Assessment
from desktop_app.calc.comparison.beside import (
    NOT_THERE,
    ComparedFigure,
    difference_of,
    number_of,
    place_of,
    refuse_other_procedure,
    shift_of,
)
from desktop_app.calc.comparison.fates import Fate, Fated
from desktop_app.calc.comparison.figures import Figures, Head, Subject, Value, figures_of, heads_of
from desktop_app.calc.comparison.steps import Step
from desktop_app.calc.findings import Finding
from desktop_app.calc.forum import Forum, Procedure
from desktop_app.calc.shifts import Shift


@dataclass(frozen=True, slots=True)
class Part:
    """What one step adds to a figure's difference.

    Attributes:
        steps: places of the steps in the way; more than one where the figure was not known, or had no number, between
            them: then they share one part.
        head: which figure.
        before: its value before the first of them.
        after: its value after the last.
    """

    steps: tuple[int, ...]
    head: Head
    before: Value
    after: Value

    @property
    def difference(self) -> Fraction | None:
        """What is added, exact; ``None`` where one of the values is no number."""
        return difference_of(self.before, self.after)

    @property
    def shift(self) -> Shift:
        """How it is read."""
        return shift_of(self.head, self.before, self.after)


@dataclass(frozen=True, slots=True)
class Caused:
    """A figure that differs, or did on the way, and its parts in the order of the way.

    Attributes:
        figure: before and after the whole way.
        parts: each begins with the value that the one before it ends with.
    """

    figure: ComparedFigure
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Causes:
    """The causes of every difference between two assessments.

    Attributes:
        before: the assessment at the beginning.
        after: the assessment at the end.
        steps: the way.
        figures: every figure that changed at some step, in the order of a comparison; of one that came back to what
            it was, the parts add up to nothing.
    """

    before: Assessment
    after: Assessment
    steps: tuple[Step, ...]
    figures: tuple[Caused, ...]
    _read: Figures = field(repr=False)
    _findings: tuple[tuple[Finding, ...], ...] = field(repr=False)

    def of_step(self, place: int) -> tuple[tuple[ComparedFigure, Part], ...]:
        """Return the figures that one step moves, each with its part."""
        return tuple((each.figure, part) for each in self.figures for part in each.parts if place in part.steps)

    def of_finding(self, fated: Fated) -> int | None:
        """Return the place of the step at which a finding came, went or began to weigh what it does.

        It is the last one where it came and went several times; ``None`` where only its words are others.
        """
        gone = fated.fate is Fate.GONE
        differ = [place for place, found in enumerate(self._findings) if (fated.finding in found) is gone]
        return max(differ) if differ and fated.fate is not Fate.CHANGED else None

    def alone(self, forum: Forum) -> "Alone":
        """Say what a step would do to the figures without the others.

        Args:
            forum: the forum at the beginning with nothing changed but what this step changes.
        """
        return Alone(self._read, figures_of(assess(forum, self.before)), self.before.forum.procedure)


@dataclass(frozen=True)
class Alone:
    """What one cause would do without the others."""

    _before: Figures
    _after: Figures
    _procedure: Procedure

    def part(self, figure: ComparedFigure) -> Part:
        """Return what it alone would make of a figure; a part that begins and ends alike where it does nothing."""
        place = heads_of(self._procedure, figure.subject.about).index(figure.head)
        values = (_value(read, figure.subject, place) for read in (self._before, self._after))
        return Part((), figure.head, *values)


def causes(before: Assessment, steps: Sequence[Step], after: Assessment | None = None) -> Causes:
    """Attribute every difference to the steps of the way.

    Args:
        before: the assessment of the forum at which the way begins.
        steps: the way; may be empty where nothing differs.
        after: the assessment of the forum at its end, where it was made already.

    Raises:
        CannotCompareError: it is of another procedure.
    """
    if after is not None:
        refuse_other_procedure(before.forum, after.forum)
    assessments = [before]
    for place, step in enumerate(steps, 1):
        made = after if place == len(steps) else None
        assessments.append(made or assess(step.after, assessments[-1]))
    read = [figures_of(each) for each in assessments]
    found = []
    for subject, places in _moved(read).items():
        heads = heads_of(before.forum.procedure, subject.about)
        for place in places:
            values = [_value(each, subject, place) for each in read]
            figure = ComparedFigure(subject, heads[place], values[0], values[-1])
            parts = tuple(_parts(heads[place], values))
            found += [Caused(figure, parts)] if parts else []
    return Causes(
        before,
        assessments[-1],
        tuple(steps),
        tuple(found),
        read[0],
        tuple(each.findings for each in assessments),
    )


def _moved(read: Sequence[Figures]) -> dict[Subject, list[int]]:
    """Return the places of the figures that change at some step, by subject, in the order of a comparison."""
    found: dict[Subject, set[int]] = {}
    for one, other in pairwise(read):
        for subject in {*one, *other}:
            was, is_ = one.get(subject), other.get(subject)
            if was is None or is_ is None:
                found.setdefault(subject, set()).update(range(len(was or is_ or ())))
            elif was != is_:
                pairs = enumerate(zip(was, is_, strict=True))
                found.setdefault(subject, set()).update(
                    place for place, (value, other_value) in pairs if value != other_value
                )
    return {subject: sorted(found[subject]) for subject in sorted(found, key=place_of)}


def _value(read: Figures, subject: Subject, place: int) -> Value:
    values = read.get(subject)
    return NOT_THERE if values is None else values[place]


def _parts(head: Head, values: Sequence[Value]) -> Iterator[Part]:
    """Yield the parts of a figure from its values along the way.

    Where it is a number at both ends and none in between, the steps in between share one part: so parts always add up.
    """
    adds_up = number_of(values[0]) is not None and number_of(values[-1]) is not None
    steps: list[int] = []
    since = values[0]
    for place, (one, other) in enumerate(pairwise(values)):
        if one == other:
            continue
        since = since if steps else one
        steps.append(place)
        if not adds_up or number_of(other) is not None:
            yield Part(tuple(steps), head, since, other)
            steps = []
