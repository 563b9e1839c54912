"""The assessment of search and rescue: rows, pools and totals (COM(2020) 610, Art. 47 to 49).

Made by :func:`desktop_app.calc.assess.assess` and never by hand. All figures are exact; ``None`` stands
where a figure cannot be known. Names follow the interchange format, section 6.
"""

from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from desktop_app.calc.assessment import Assessment
from desktop_app.calc.response_plans import ResponsePlan
from desktop_app.calc.sentences import say


class PlanStanding(Enum):
    """How it stands with a Member State's plan; the value is the word for it."""

    IN_TIME = say("in time")
    UNDATED = say("no date")
    LATE = say("late")
    AWAITED = say("awaited")
    MISSING = say("missing")
    NOT_ASKED = say("not asked")


@dataclass(frozen=True, slots=True)
class Contribution:
    """What an act fixes for one Member State.

    Attributes:
        key_number: the key's number, whole persons; ``None`` while the key or the total is not known.
        relocations: applicants, persons.
        sponsorship: persons sponsored for return.
        measures: persons-equivalent of measures.
    """

    key_number: int | None
    relocations: int | None
    sponsorship: int | None
    measures: int | None

    @property
    def persons(self) -> int | None:
        """Relocation and sponsorship together."""
        known = self.relocations is not None and self.sponsorship is not None
        return (self.relocations or 0) + (self.sponsorship or 0) if known else None


@dataclass(frozen=True, slots=True)
class ResponseRow:
    """The figures of one participating Member State.

    Attributes:
        code: Union code.
        benefitting: whether it is a Member State of disembarkation; nobody asks it for its part.
        share: exact share of the key, 1 = the whole.
        exact_key: share × the report's total (before any top-up), persons, exact.
        plan: the revision that counts; ``None`` where none does.
        standing: how it stands with the plan.
        pledged: persons pledged by relocation in the plan that counts.
        claimed: persons-equivalent that its measures claim, exact.
        missing: what the measures leave short of the key: max(0, exact key − pledged) of a contributing
            state with measures, exact; 0 for every other; ``None`` where the key is not known.
        half: half of the exact key, rounded up, where the 50 % rule asks for it; else 0.
        unsaid: of what the 50 % rule adds, persons that the state's split does not cover; they count as relocations.
        raised: persons added of its own will (Art. 48(1)).
        fixed: what the act fixes, after any top-up.
        before: the same before the top-up; ``None`` without one.
        set_by_commission: no plan was handed in in time, so the Commission sets size and type.
    """

    code: str
    benefitting: bool
    share: Fraction | None
    exact_key: Fraction | None
    plan: ResponsePlan | None
    standing: PlanStanding
    pledged: int
    claimed: Fraction
    missing: Fraction | None
    half: int
    unsaid: int
    raised: int
    fixed: Contribution
    before: Contribution | None
    set_by_commission: bool

    @property
    def key_number(self) -> int | None:
        """The key's number, after any top-up."""
        return self.fixed.key_number

    @property
    def by_report(self) -> Contribution:
        """What the act fixes on the report's total, before any top-up."""
        return self.before or self.fixed

    @property
    def report_number(self) -> int | None:
        """The key's number of the report's total, before any top-up."""
        return self.by_report.key_number

    @property
    def added_relocations(self) -> int:
        """Relocations that the 50 % rule adds to the plan's, before any top-up."""
        return max(0, self._beyond_plan)

    @property
    def added_sponsorship(self) -> int:
        """Persons sponsored for return that the 50 % rule adds, before any top-up; the plan itself knows none."""
        return (self.by_report.sponsorship or 0) if self.half else 0

    @property
    def added(self) -> int:
        """Persons that the 50 % rule adds to the plan's, by relocation and sponsorship, before any top-up."""
        return self.added_relocations + self.added_sponsorship

    @property
    def cut(self) -> int:
        """Relocations of the plan that are cut where exactly half is covered (reading ``cover``), before any top-up."""
        return max(0, -self._beyond_plan)

    @property
    def _beyond_plan(self) -> int:
        return (self.by_report.relocations or 0) - self.pledged if self.half else 0

    @property
    def asked(self) -> int | None:
        """What the Commission asks of the state after the report (Art. 47(3)); 0 of a benefitting one."""
        return 0 if self.benefitting else self.report_number

    @property
    def relocations(self) -> int | None:
        """Applicants that the act fixes, persons."""
        return self.fixed.relocations

    @property
    def sponsorship(self) -> int | None:
        """Persons sponsored for return that the act fixes."""
        return self.fixed.sponsorship

    @property
    def measures(self) -> int | None:
        """Persons-equivalent of measures that the act fixes."""
        return self.fixed.measures


@dataclass(frozen=True, slots=True)
class PoolFigures:
    """The pool of one Member State of disembarkation.

    Attributes:
        benefitting: Union code.
        needed: the report's relocations for it (after any top-up), persons.
        pool: persons that may be drawn, after raises and top-up; ``None`` while contributions are not known.
        before: the pool before raises and top-up, persons.
        raised: persons added of Member States' own will.
        used: persons drawn.
        used_before: persons drawn up to the top-up's adoption (all of them without one).
        draws: how often.
    """

    benefitting: str
    needed: int | None
    pool: int | None
    before: int | None
    raised: int
    used: int
    used_before: int
    draws: int

    @property
    def used_ratio(self) -> Fraction | None:
        """Used / pool; ``None`` where the pool is not known or holds nobody."""
        return Fraction(self.used, self.pool) if self.pool else None

    @property
    def alarm(self) -> bool:
        """Whether 80 % of the pool is used."""
        return self.pool is not None and self.used > 0 and 5 * self.used >= 4 * self.pool

    @property
    def alarm_before(self) -> bool:
        """Whether 80 % of the pool was used before raises and top-up, which is what lets them begin."""
        return self.before is not None and self.used_before > 0 and 5 * self.used_before >= 4 * self.before

    @property
    def remaining(self) -> int | None:
        """What may still be drawn; below 0 where more was drawn than there is."""
        return None if self.pool is None else self.pool - self.used


@dataclass(frozen=True, slots=True)
class Shortfall:
    """What is short of what, persons, exact; ``None`` where not known.

    Attributes:
        short: persons short.
        whole: of how many.
    """

    short: Fraction | None
    whole: Fraction | None

    @property
    def ratio(self) -> Fraction | None:
        """Short / whole; ``None`` where one is not known, or of nobody."""
        return None if self.short is None else self.part_of(self.short)

    def part_of(self, persons: Fraction | None) -> Fraction | None:
        """Return persons / whole; ``None`` where one is not known, or of nobody."""
        return persons / self.whole if persons is not None and self.whole else None


@dataclass(frozen=True, slots=True)
class ShortfallReadings:
    """The 30 % test under its three readings.

    Attributes:
        parts_a: what measures leave short, of the total of the report.
        parts_b: the total less everything pledged, of the total.
        parts_c: what measures leave short, of what is asked of the contributing states.
    """

    parts_a: Shortfall
    parts_b: Shortfall
    parts_c: Shortfall

    @property
    def a(self) -> Fraction | None:
        """The ratio under reading A; ``None`` where not known."""
        return self.parts_a.ratio

    @property
    def b(self) -> Fraction | None:
        """The ratio under reading B; ``None`` where not known."""
        return self.parts_b.ratio

    @property
    def c(self) -> Fraction | None:
        """The ratio under reading C; ``None`` where not known."""
        return self.parts_c.ratio

    def parts(self, reading: str) -> Shortfall:
        """Return what is short of what under ``"A"``, ``"B"`` or ``"C"``."""
        return {"A": self.parts_a, "B": self.parts_b, "C": self.parts_c}[reading]

    def of(self, reading: str) -> Fraction | None:
        """Return the ratio under ``"A"``, ``"B"`` or ``"C"``."""
        return self.parts(reading).ratio


@dataclass(frozen=True, slots=True)
class SearchAndRescueTotals:
    """The figures of the whole procedure: sums over the contributing Member States.

    Attributes:
        relocations: the total in force: the report's, or the raised one; persons.
        relocations_before_top_up: the report's total where a top-up raised it, else ``None``.
        asked: sum of what is asked of the contributing states after the report; ``None`` while one is not known.
        not_asked: sum of the benefitting states' key numbers then, for which nobody is asked.
        pledged: persons pledged in the plans that count.
        claimed: persons-equivalent that measures claim, exact.
        coverage: pledged / the report's total.
        coverage_of_asked: pledged / what the key asks of the contributing states, exact.
        fixed_relocations: sum of what the act fixes; ``None`` while a figure is not known.
        fixed_sponsorship: the same of sponsorship.
        fixed_measures: the same of measures, persons-equivalent.
        shortfall_readings: see :class:`ShortfallReadings`.
        shortfall: under the reading in force.
        shortfall_triggered: strictly above 30 %, exactly.
        pools: one for each state of disembarkation, in protocol order.
        waiting: contributing states whose plan is awaited, late or missing, in protocol order.
    """

    relocations: int | None
    relocations_before_top_up: int | None
    asked: int | None
    not_asked: int | None
    pledged: int
    claimed: Fraction
    coverage: Fraction | None
    coverage_of_asked: Fraction | None
    fixed_relocations: int | None
    fixed_sponsorship: int | None
    fixed_measures: int | None
    shortfall_readings: ShortfallReadings
    shortfall: Fraction | None
    shortfall_triggered: bool
    pools: tuple[PoolFigures, ...]
    waiting: tuple[str, ...]

    @property
    def report_total(self) -> int | None:
        """The report's total, before any top-up, persons; the 30 % test and the coverage rest on it."""
        return self.relocations if self.relocations_before_top_up is None else self.relocations_before_top_up

    @property
    def asked_exact(self) -> Fraction | None:
        """What the key asks of the contributing states on the report's total, exact; ``None`` while not known."""
        return self.shortfall_readings.parts_c.whole


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchAndRescueAssessment(Assessment):
    """Everything that can be said of search and rescue and its pools (COM(2020) 610, Art. 47 to 49).

    Attributes:
        rows: one a participating state, in protocol order.
        totals: see :class:`SearchAndRescueTotals`.
    """

    rows: tuple[ResponseRow, ...]
    totals: SearchAndRescueTotals

    @staticmethod
    def of(assessment: Assessment) -> "SearchAndRescueAssessment":
        """Return an assessment as one of search and rescue.

        Raises:
            TypeError: the forum follows another procedure.
        """
        if not isinstance(assessment, SearchAndRescueAssessment):
            raise TypeError(f"{assessment.forum.procedure.value} has no response plans")
        return assessment

    def row(self, code: str) -> ResponseRow:
        """Return the figures of a Member State.

        Raises:
            KeyError: the state does not take part.
        """
        for row in self.rows:
            if row.code == code:
                return row
        raise KeyError(code)

    def pool(self, code: str) -> PoolFigures:
        """Return the pool of a Member State of disembarkation.

        Raises:
            KeyError: the report does not name it.
        """
        for pool in self.totals.pools:
            if pool.benefitting == code:
                return pool
        raise KeyError(code)
