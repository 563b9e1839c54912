"""Search and rescue: what the procedure of Art. 47 to 49 of the proposal of 2020 records (COM(2020) 610).

The Commission's report names the Member States of disembarkation and how many applicants are to be
relocated from each; the others hand in plans; an act fixes the contributions, one pool for each state of
disembarkation; the pools are drawn upon.
"""

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Final, TypeAlias

from desktop_app.calc.response_plans import ResponseMeasureKind, ResponsePlan

Day: TypeAlias = date
"""A date, under a name that a field called ``date`` does not hide inside its own class."""


class ActPath(Enum):
    """The subparagraph under which the act is adopted; it is the judgement on the plans."""

    SUFFICIENT = "48(1)"
    STILL_SHORT = "48(2)"


class RoundKind(Enum):
    """Why the Solidarity Forum was convened (Art. 46)."""

    SHORTFALL = "shortfall"
    POOL_USED = "pool-used"


@dataclass(frozen=True, slots=True)
class Disembarkation:
    """A Member State of disembarkation in the report (Art. 47(2)).

    Attributes:
        code: Union code.
        relocations: applicants to relocate from there, persons; ``None`` when not known.
    """

    code: str
    relocations: int | None = None


@dataclass(frozen=True, slots=True)
class ManagementReport:
    """The Migration Management Report, as far as the procedure needs it (Art. 6(4), 47(2)).

    Attributes:
        reference: of the report.
        adopted: date of its adoption, which starts the clocks.
        benefitting: the Member States of disembarkation, in protocol order.
        measures_named: measures of Art. 45(1)(d) that it names, in the order of :class:`ResponseMeasureKind`.
        vulnerable: some Member States have capacity problems because of vulnerable persons (Art. 49(4)).
        note: free text, such as the needs in words.
    """

    reference: str | None = None
    adopted: date | None = None
    benefitting: tuple[Disembarkation, ...] = ()
    measures_named: tuple[ResponseMeasureKind, ...] = ()
    vulnerable: bool = False
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Round:
    """One session of the Solidarity Forum (Art. 46, 47(5), 48).

    Attributes:
        id: its name.
        kind: why it was convened; ``None`` when not said.
        reason: the reason in words.
        opened: first day.
        ended: last day; ``None`` while it lasts.
        benefitting: the pool that called it (Art. 48: 80 % used), or ``None``.
    """

    id: str
    kind: RoundKind | None = None
    reason: str | None = None
    opened: date | None = None
    ended: date | None = None
    benefitting: str | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """Who judged the plans, when and why; the outcome is the act's path (Art. 48).

    Attributes:
        on: the day.
        by: who.
        reason: why.
    """

    on: date | None = None
    by: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class DisembarkationAct:
    """The Commission's implementing act (Art. 48).

    Attributes:
        path: the judgement: plans sufficient (48(1)) or still significantly short (48(2)); ``None`` before it.
        adopted: date of adoption, or ``None``.
        reference: of the act.
        judgement: who judged, when and why; ``None`` when not recorded.
    """

    path: ActPath | None = None
    adopted: date | None = None
    reference: str | None = None
    judgement: Judgement | None = None


@dataclass(frozen=True, slots=True)
class PressureAct:
    """A procedure of migratory pressure beside this one, which bounds the bridge (Art. 49(3)).

    Attributes:
        benefitting: the state under pressure; ``None`` = every state of disembarkation.
        reported: adoption of the report on migratory pressure (Art. 51), from which the rest may be used.
        adopted: adoption of the act of Art. 53, after which no pool of this procedure is drawn on for it.
    """

    benefitting: str | None = None
    reported: date | None = None
    adopted: date | None = None


@dataclass(frozen=True, slots=True)
class Call:
    """A benefitting state's request for the use of its pool (Art. 49(1)).

    Attributes:
        benefitting: Union code.
        requested: day on which the Commission received it.
        needs: what is needed, in words.
    """

    benefitting: str
    requested: date | None = None
    needs: str | None = None


@dataclass(frozen=True, slots=True)
class PoolUse:
    """One draw on a pool (Art. 49(1), (3)).

    Attributes:
        benefitting: whose pool is drawn on.
        date: the day of the disembarkation.
        persons: persons drawn.
        used_for: the state for which it is used, where it is not the pool's own (Art. 49(3)).
        not_at_risk: why that puts the pool's own state at no risk; the judgement is the Commission's.
        contributor: the Member State that takes the persons over, or ``None``.
        nationality: of the persons, or ``None``.
        note: free text.
    """

    benefitting: str
    date: Day | None = None
    persons: int = 0
    used_for: str | None = None
    not_at_risk: str | None = None
    contributor: str | None = None
    nationality: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Raise:
    """What a Member State adds of its own will after 80 % of a pool was used (Art. 48(1)).

    Attributes:
        code: the Member State that raises.
        benefitting: the pool that it is for.
        relocations: persons added.
        date: the day on which it was said.
        note: free text.
    """

    code: str
    benefitting: str
    relocations: int = 0
    date: Day | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class TopUp:
    """The amended act after 80 % of a pool was used (Art. 48(2)).

    Attributes:
        benefitting: the pool that is raised.
        relocations: its new total, persons; at most one and a half times the report's.
        adopted: date of the amended act.
        reference: of the amended act.
    """

    benefitting: str
    relocations: int
    adopted: date | None = None
    reference: str | None = None


@dataclass(frozen=True, slots=True)
class SearchAndRescue:
    """What a forum on search and rescue records beside the key.

    Attributes:
        report: see :class:`ManagementReport`.
        requested: day on which the Commission sent its requests (Art. 47(3)).
        plans: every revision of every plan, by protocol order and revision.
        rounds: sessions of the Solidarity Forum, in the order in which they were recorded.
        forum_ended: the end of the forum of Art. 47(5); ``None`` without one, or while it lasts.
        act: see :class:`DisembarkationAct`.
        pressure_act: see :class:`PressureAct`; ``None`` without one.
        calls: requests for the use of a pool, in the order in which they were recorded.
        use: draws on the pools, in the order in which they were recorded.
        raises: voluntary raises (Art. 48(1)), in the order in which they were recorded.
        top_up: the amended act (Art. 48(2)); ``None`` without one.
    """

    report: ManagementReport = ManagementReport()
    requested: date | None = None
    plans: tuple[ResponsePlan, ...] = ()
    rounds: tuple[Round, ...] = ()
    forum_ended: date | None = None
    act: DisembarkationAct = DisembarkationAct()
    pressure_act: PressureAct | None = None
    calls: tuple[Call, ...] = ()
    use: tuple[PoolUse, ...] = ()
    raises: tuple[Raise, ...] = ()
    top_up: TopUp | None = None

    def revisions(self, code: str) -> tuple[ResponsePlan, ...]:
        """Return the revisions of a Member State's plan, the first plan first."""
        return tuple(sorted((plan for plan in self.plans if plan.code == code), key=lambda plan: plan.revision))


NOTHING_RECORDED: Final = SearchAndRescue()
"""Nothing recorded of the procedure, as in every forum that follows another."""
