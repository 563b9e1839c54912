"""The 30 % test of a forum, spelled out: each reading with its numbers, its reason and its boundary.

COM(2020) 610, Art. 48(2), recital 22. The figures are those of the assessment; here they are taken apart, so that
a person can follow them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from types import MappingProxyType
from typing import Final

from desktop_app.calc.assess import assess
from desktop_app.calc.exact import round_up
from desktop_app.calc.readings import SHORTFALL
from desktop_app.calc.response_assessment import ResponseRow, SearchAndRescueAssessment, Shortfall
from desktop_app.calc.search_and_rescue import ActPath
from desktop_app.calc.sentences import Number, Sentence, say
from desktop_app.calc.shortfall_shown import THRESHOLD, is_triggered, percent_words

REASONS: Final[Mapping[str, Sentence]] = MappingProxyType(
    {
        "A": say(
            "The shortfall that measures cause: so read recitals 22 and 29, the memorandum and Art. 52(2). A state "
            "that pledges less, or hands in no plan, is not counted."
        ),
        "B": say(
            "The words of Art. 48(2) taken by themselves: a shortfall of the contributions indicated. It contains the "
            "part of the states of disembarkation, which nobody is asked for."
        ),
        "C": say(
            "As A, held against what is really asked of the others: the part of the states of disembarkation is left "
            "out of the whole, too."
        ),
    }
)
"""Why each reading of the shortfall can be held."""


@dataclass(frozen=True, slots=True)
class ReadingOfTest:
    """The test under one reading.

    Attributes:
        name: ``"A"``, ``"B"`` or ``"C"``.
        parts: what is short of what, as the totals hold it.
        in_force: whether it is the reading that decides.
    """

    name: str
    parts: Shortfall
    in_force: bool

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
        return REASONS[self.name]

    @property
    def formula(self) -> Sentence:
        """The reading in letters; a = share × total, r = pledged, T = the report's total."""
        return _FORMULAS[self.name]

    @property
    def numbers(self) -> Sentence:
        """The reading in numbers: ``"657.85 / 2 000 = 32.89 %"``."""
        ratio = self.ratio
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


_FORMULAS: Final[Mapping[str, Sentence]] = MappingProxyType(
    {
        "A": say("Σ max(0, a − r) of states with measures / T"),
        "B": say("(T − Σ r) / T"),
        "C": say("Σ max(0, a − r) of states with measures / Σ a of the contributing states"),
    }
)


@dataclass(frozen=True, slots=True)
class ThirtyPercentTest:
    """The test of a forum.

    Attributes:
        readings: A, B and C.
        corrected: the assessment under an act of Art. 48(2): the forum's own, or what it would be.
        is_act: whether the act is under Art. 48(2), so that the test has its effect.
    """

    readings: tuple[ReadingOfTest, ...]
    corrected: SearchAndRescueAssessment
    is_act: bool

    @property
    def in_force(self) -> ReadingOfTest:
        """The reading that decides."""
        return next(reading for reading in self.readings if reading.in_force)

    @property
    def with_measures(self) -> tuple[ResponseRow, ...]:
        """The contributing states that indicated measures, in protocol order."""
        return tuple(row for row in self.corrected.rows if row.claimed and not row.benefitting)

    @property
    def set_by_commission(self) -> tuple[ResponseRow, ...]:
        """The states without a plan in time, for which the Commission sets size and type."""
        return tuple(row for row in self.corrected.rows if row.set_by_commission)


def under(assessment: SearchAndRescueAssessment, path: ActPath) -> SearchAndRescueAssessment:
    """Return a forum's assessment as it is or would be under an act of this path."""
    forum = assessment.forum
    act = forum.search_and_rescue.act
    if act.path is path:
        return assessment
    recorded = replace(forum.search_and_rescue, act=replace(act, path=path))
    return SearchAndRescueAssessment.of(assess(replace(forum, search_and_rescue=recorded), assessment))


def thirty_percent_of(assessment: SearchAndRescueAssessment) -> ThirtyPercentTest:
    """Take the 30 % test of a forum apart."""
    parts = {name: assessment.totals.shortfall_readings.parts(name) for name in SHORTFALL.choices}
    in_force = assessment.readings[SHORTFALL.name]
    return ThirtyPercentTest(
        tuple(ReadingOfTest(name, each, in_force=name == in_force) for name, each in parts.items()),
        under(assessment, ActPath.STILL_SHORT),
        assessment.forum.search_and_rescue.act.path is ActPath.STILL_SHORT,
    )
