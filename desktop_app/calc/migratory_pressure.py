"""Migratory pressure: what the procedure of Art. 50 to 53 of the proposal of 2020 records (COM(2020) 610).

A Member State or the Commission triggers an assessment; the Commission's report says how many persons the others
relocate and sponsor; they hand in plans; the Commission's act fixes who gives what, less what was given before.
"""

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Final

from desktop_app.calc.contribution_types import ContributionType
from desktop_app.calc.pressure_plans import PressurePlan, TypeShares
from desktop_app.calc.pressure_situation import NO_SITUATION, Situation
from desktop_app.calc.response_plans import ResponseMeasureKind


class Trigger(Enum):
    """Who set the assessment going (Art. 50(1)); the value is the name in documents."""

    MEMBER_STATE = "member-state"
    COMMISSION = "commission"


@dataclass(frozen=True, slots=True)
class PressureReport:
    """The report on migratory pressure (Art. 51).

    Attributes:
        reference: of the report.
        adopted: date of its adoption, which starts the clock for plans.
        under_pressure: whether it finds the state under pressure (Art. 51(2)); without that nobody is asked.
        benefitting: the Member State under pressure.
        relocations: persons to relocate, Art. 45(1)(a) and (c).
        sponsorship: persons to sponsor for return, Art. 45(1)(b).
        measures_named: measures of Art. 45(1)(d) that it names (Art. 51(3)(b)(iii)); without one none may be offered.
        nationalities: of the persons to be sponsored; country codes, sorted.
        capacity: capacity and general needs in words (Art. 51(3)(a)).
        own_measures: what the state itself does (Art. 51(3)(b)(i)).
        timetable: expected timetable of the measures (Art. 51(3)(b)).
        note: free text.
    """

    reference: str | None = None
    adopted: date | None = None
    under_pressure: bool = True
    benefitting: str | None = None
    relocations: int | None = None
    sponsorship: int | None = None
    measures_named: tuple[ResponseMeasureKind, ...] = ()
    nationalities: tuple[str, ...] = ()
    capacity: str | None = None
    own_measures: str | None = None
    timetable: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class TypesSet:
    """Types that the Commission decides for a Member State without a plan (Art. 53(2)).

    Attributes:
        code: Union code.
        shares: percent of each type; they total 100.
    """

    code: str
    shares: TypeShares


@dataclass(frozen=True, slots=True)
class PressureResponseAct:
    """The Commission's implementing act (Art. 53).

    Attributes:
        adopted: date of adoption, or ``None``.
        reference: of the act.
        urgent: adopted under the urgency procedure (Art. 53(5)); it ends at the latest one year after adoption.
        ends: last day on which it applies; ``None`` = one year after adoption if urgent, else not said.
        timetable: timetable for the implementation (Art. 53(1)).
        types_set: types for states without a plan, in protocol order.
        reported: day of the report on the implementation (Art. 53(6)).
    """

    adopted: date | None = None
    reference: str | None = None
    urgent: bool = False
    ends: date | None = None
    timetable: str | None = None
    types_set: tuple[TypesSet, ...] = ()
    reported: date | None = None


@dataclass(frozen=True, slots=True)
class TypeRound:
    """One session of the Solidarity Forum, in which only types may change (Art. 52(4)).

    Attributes:
        id: its name.
        reason: why it was convened, such as the types that do not match the needs.
        opened: first day.
        ended: last day; ``None`` while it lasts.
    """

    id: str
    reason: str | None = None
    opened: date | None = None
    ended: date | None = None


@dataclass(frozen=True, slots=True)
class Credit:
    """A contribution of an earlier year that may be taken off (Art. 53(4)).

    Attributes:
        code: the Member State that contributed.
        benefitting: the state that it helped; ``None`` = the one that the report names.
        type: same types are held against each other.
        persons: how many (persons-equivalent of measures).
        year: the calendar year in which it was given.
        given: the day, where it is known; it decides under the reading of twelve months.
        on_request: it answered a request under Art. 56(1).
        delivered: it was given, not merely planned.
        note: free text.
    """

    code: str
    benefitting: str | None = None
    type: ContributionType = ContributionType.APPLICANTS
    persons: int = 0
    year: int | None = None
    given: date | None = None
    on_request: bool = False
    delivered: bool = False
    note: str | None = None


@dataclass(frozen=True, slots=True)
class MigratoryPressure:
    """What a forum on migratory pressure records beside the key.

    Attributes:
        triggered_by: see :class:`Trigger`; ``None`` when not said.
        notified: day on which Parliament, Council and Member States were told (Art. 50(2)), which starts the clock.
        rapid: a rapid response is needed: the report is due in two weeks (Art. 51(4)).
        situation: the assessment (Art. 50(3), (4)).
        report: see :class:`PressureReport`.
        other_benefitting: states that benefit from another procedure and are not asked, in protocol order.
        plans: every revision of every plan, by protocol order and revision.
        rounds: sessions of the Solidarity Forum, in the order in which they were recorded.
        forum_ended: the end of the forum of Art. 52(4); ``None`` without one, or while it lasts.
        act: see :class:`PressureResponseAct`.
        credits: the ledger of earlier contributions, in the order in which they were recorded.
    """

    triggered_by: Trigger | None = None
    notified: date | None = None
    rapid: bool = False
    situation: Situation = NO_SITUATION
    report: PressureReport = PressureReport()
    other_benefitting: tuple[str, ...] = ()
    plans: tuple[PressurePlan, ...] = ()
    rounds: tuple[TypeRound, ...] = ()
    forum_ended: date | None = None
    act: PressureResponseAct = PressureResponseAct()
    credits: tuple[Credit, ...] = ()

    def revisions(self, code: str) -> tuple[PressurePlan, ...]:
        """Return the revisions of a Member State's plan, the first plan first."""
        return tuple(sorted((plan for plan in self.plans if plan.code == code), key=lambda plan: plan.revision))

    def is_for(self, benefitting: str | None) -> bool:
        """Tell whether a group that names this state (``None`` = whom the procedure is for) carries out its act."""
        return benefitting in {None, self.report.benefitting}

    def act_for(self, benefitting: str | None) -> date | None:
        """Return the adoption of the act that such a group carries out; ``None`` for another state, or before it."""
        return self.act.adopted if self.is_for(benefitting) else None


NO_PRESSURE: Final = MigratoryPressure()
"""Nothing recorded of the procedure, as in every forum that follows another."""
