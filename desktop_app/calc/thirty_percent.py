"""The 30 % test of a forum, spelled out: each reading with its numbers, its reason and its boundary.

COM(2020) 610, Art. 48(2), recital 22; under migratory pressure Art. 52(2), 53(2), recital 29. The figures are those
of the assessment; here they are taken apart, so that a person can follow them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from types import MappingProxyType
from typing import Final, overload

from desktop_app.calc.assess import assess
from desktop_app.calc.exact import round_up
from desktop_app.calc.forum import Procedure
from desktop_app.calc.pressure_assessment import PressureAssessment, PressureRow
from desktop_app.calc.readings import SHORTFALL
from desktop_app.calc.response_assessment import ResponseRow, SearchAndRescueAssessment, Shortfall
from desktop_app.calc.search_and_rescue import ActPath
from desktop_app.calc.sentences import Number, Sentence, say
from desktop_app.calc.shortfall_shown import THRESHOLD, is_triggered, percent_words

_RESCUE: Final = Procedure.SEARCH_AND_RESCUE
_PRESSURE: Final = Procedure.MIGRATORY_PRESSURE
REASONS: Final[Mapping[tuple[Procedure, str], Sentence]] = MappingProxyType(
    {
        (_RESCUE, "A"): say(
            "The shortfall that measures cause: so read recitals 22 and 29, the memorandum and Art. 52(2). A state "
            "that pledges less, or hands in no plan, is not counted."
        ),
        (_RESCUE, "B"): say(
            "The words of Art. 48(2) taken by themselves: a shortfall of the contributions indicated. It contains the "
            "part of the states of disembarkation, which nobody is asked for."
        ),
        (_RESCUE, "C"): say(
            "As A, held against what is really asked of the others: the part of the states of disembarkation is left "
            "out of the whole, too."
        ),
        (_PRESSURE, "A"): say(
            "The shortfall to which measures lead: the words of Art. 52(2), as of Art. 53(2) and recital 29. A state "
            "without measures, or without a plan, is not counted."
        ),
        (_PRESSURE, "B"): say(
            "Art. 52(2) speaks of a shortfall to which measures lead; this reading knows no measures, and gives no "
            "result under migratory pressure."
        ),
        (_PRESSURE, "C"): say(
            "As A, held against what is really asked of the others: the part of the benefitting states is left out of "
            "the whole, too."
        ),
    }
)
"""Why each reading of the shortfall can be held, or cannot, by procedure."""


@dataclass(frozen=True, slots=True)
class ReadingOfTest:
    """The test under one reading.

    Attributes:
        name: ``"A"``, ``"B"`` or ``"C"``.
        parts: what is short of what, as the totals hold it.
        in_force: whether it is the reading that decides.
        procedure: whose words it is said in.
    """

    name: str
    parts: Shortfall
    in_force: bool
    procedure: Procedure = _RESCUE

    @property
    def short(self) -> Fraction | None:
        """Persons short, exact (the numerator); ``None`` where not known."""
        return self.parts.short

    @property
    def whole(self) -> Fraction | None:
        """Of how many, exact (the denominator); ``None`` where not known."""
        return self.parts.whole

    @property
    def ratio(self) -> Fraction | None:
        """Short / whole."""
        return self.parts.ratio

    @property
    def triggered(self) -> bool:
        """Strictly above 30 %, exactly."""
        return is_triggered(self.ratio)

    @property
    def meaning(self) -> str:
        """What is held against what."""
        return SHORTFALL.choices[self.name]

    @property
    def reason(self) -> Sentence:
        """Why it can be held."""
        return REASONS[self.procedure, self.name]

    @property
    def formula(self) -> Sentence:
        """The reading in letters; a = share × total, r = pledged, d = covered by measures, T = the report's total."""
        return _FORMULAS[self.procedure, self.name]

    @property
    def has_result(self) -> bool:
        """Whether the reading can be applied at all: B means nothing under migratory pressure."""
        return (self.procedure, self.name) != (_PRESSURE, "B")

    @property
    def numbers(self) -> Sentence:
        """The reading in numbers: ``"657.85 / 2 000 = 32.89 %"``."""
        ratio = self.ratio
        if not self.has_result:
            return say("no result under migratory pressure")
        if self.short is None or self.whole is None or ratio is None:
            return say("not known yet: the key or the report's total is missing")
        return say(
            "{short} / {whole} = {percent}",
            short=Number(self.short),
            whole=Number(self.whole),
            percent=percent_words(ratio),
        )

    @property
    def boundary(self) -> int | None:
        """Whole persons to the other side: fewer short to come down to 30 %, or more short to rise above it."""
        if self.short is None or self.whole is None:
            return None
        beyond = self.short - THRESHOLD * self.whole
        # At exactly 30 % the very next person is above.
        return round_up(beyond) if beyond > 0 else (-beyond).__floor__() + 1

    @property
    def boundary_words(self) -> Sentence | str:
        """Say how far the boundary is, and on which side; empty where that is not known."""
        count, ratio = self.boundary, self.ratio
        if count is None or ratio is None or self.whole is None:
            return ""
        limit = Number(THRESHOLD * self.whole)
        if self.triggered and self.name == "B":
            one = "30 % are {limit} persons: {count} more person pledged and it is no longer exceeded."
            several = "30 % are {limit} persons: {count} more persons pledged and it is no longer exceeded."
        elif self.triggered and self.procedure is _PRESSURE:
            one = "30 % are {limit} persons: {count} person fewer covered by measures and it is no longer exceeded."
            several = (
                "30 % are {limit} persons: {count} persons fewer covered by measures and it is no longer exceeded."
            )
        elif self.triggered:
            # Only what states with measures pledge counts, and nothing above their shares.
            one = (
                "30 % are {limit} persons: {count} more person pledged by a state with measures, up to its share, and "
                "it is no longer exceeded."
            )
            several = (
                "30 % are {limit} persons: {count} more persons pledged by states with measures, each up to its "
                "share, and it is no longer exceeded."
            )
        elif ratio == THRESHOLD:
            return say("Exactly 30 %, {limit} persons: still allowed. The next person short exceeds it.", limit=limit)
        else:
            one = "30 % are {limit} persons: {count} more person short and it is exceeded."
            several = "30 % are {limit} persons: {count} more persons short and it is exceeded."
        return say(one if count == 1 else several, limit=limit, count=count)


_SHORT_OF_ALL: Final = say("(T − Σ r) / T")
_FORMULAS: Final[Mapping[tuple[Procedure, str], Sentence]] = MappingProxyType(
    {
        (_RESCUE, "A"): say("Σ max(0, a − r) of states with measures / T"),
        (_RESCUE, "B"): _SHORT_OF_ALL,
        (_RESCUE, "C"): say("Σ max(0, a − r) of states with measures / Σ a of the contributing states"),
        (_PRESSURE, "A"): say("Σ d of states with measures / T"),
        (_PRESSURE, "B"): _SHORT_OF_ALL,
        (_PRESSURE, "C"): say("Σ d of states with measures / Σ a of the contributing states"),
    }
)


@dataclass(frozen=True, slots=True)
class ReadingsOfTest:
    """The test under its readings, whatever the procedure.

    Attributes:
        readings: A, B and C; B only where it gives a result, or is chosen all the same.
    """

    readings: tuple[ReadingOfTest, ...]

    @property
    def in_force(self) -> ReadingOfTest:
        """The reading that decides."""
        return next(reading for reading in self.readings if reading.in_force)


@dataclass(frozen=True, slots=True)
class ThirtyPercentTest(ReadingsOfTest):
    """The test of a forum on search and rescue.

    Attributes:
        corrected: the assessment under an act of Art. 48(2): the forum's own, or what it would be.
        is_act: whether the act is under Art. 48(2), so that the test has its effect.
    """

    corrected: SearchAndRescueAssessment
    is_act: bool

    @property
    def with_measures(self) -> tuple[ResponseRow, ...]:
        """The contributing states that indicated measures, in protocol order."""
        return tuple(row for row in self.corrected.rows if row.claimed and not row.benefitting)

    @property
    def set_by_commission(self) -> tuple[ResponseRow, ...]:
        """The states without a plan in time, for which the Commission sets size and type."""
        return tuple(row for row in self.corrected.rows if row.set_by_commission)


@dataclass(frozen=True, slots=True)
class PressureTest(ReadingsOfTest):
    """The test of a pressure response; Art. 53(2) applies it to every act.

    Attributes:
        assessment: of the forum.
    """

    assessment: PressureAssessment

    @property
    def with_measures(self) -> tuple[PressureRow, ...]:
        """The contributing states that cover a part of their share by measures, in protocol order."""
        return tuple(row for row in self.assessment.rows if row.covered and row.is_asked)

    @property
    def set_by_commission(self) -> tuple[PressureRow, ...]:
        """The states without a plan in time, for which the Commission sets the types."""
        return tuple(row for row in self.assessment.rows if row.set_by_commission)


def under(assessment: SearchAndRescueAssessment, path: ActPath) -> SearchAndRescueAssessment:
    """Return a forum's assessment as it is or would be under an act of this path."""
    forum = assessment.forum
    act = forum.search_and_rescue.act
    if act.path is path:
        return assessment
    recorded = replace(forum.search_and_rescue, act=replace(act, path=path))
    return SearchAndRescueAssessment.of(assess(replace(forum, search_and_rescue=recorded), assessment))


@overload
def thirty_percent_of(assessment: SearchAndRescueAssessment) -> ThirtyPercentTest: ...


@overload
def thirty_percent_of(assessment: PressureAssessment) -> PressureTest: ...


def thirty_percent_of(assessment: SearchAndRescueAssessment | PressureAssessment) -> ThirtyPercentTest | PressureTest:
    """Take the 30 % test of a forum apart."""
    held, in_force = assessment.totals.shortfall_readings, assessment.readings[SHORTFALL.name]
    procedure = assessment.forum.procedure
    each = (ReadingOfTest(name, held.parts(name), name == in_force, procedure) for name in SHORTFALL.choices)
    readings = tuple(reading for reading in each if reading.has_result or reading.in_force)
    if isinstance(assessment, PressureAssessment):
        return PressureTest(readings, assessment)
    is_act = assessment.forum.search_and_rescue.act.path is ActPath.STILL_SHORT
    return ThirtyPercentTest(readings, under(assessment, ActPath.STILL_SHORT), is_act)
