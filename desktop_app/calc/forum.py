"""The forum: everything that is known of one procedure, as a frozen value.

A forum is read from a document (interchange format) or from a forum file, changed only by making a new
one, and judged by :func:`desktop_app.calc.assess.assess`. Money is integer cents; gross domestic product
is in units of EUR 10 000, which is what two decimals of a million EUR are.
"""

from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum
from fractions import Fraction
from typing import Final, TypeAlias

from desktop_app.calc.member_states import POSITION
from desktop_app.calc.migratory_pressure import NO_PRESSURE, MigratoryPressure
from desktop_app.calc.recorded import ABSENT, Recorded
from desktop_app.calc.said import AS_RECORDED, HowSaid, OriginalAmount
from desktop_app.calc.search_and_rescue import NOTHING_RECORDED, SearchAndRescue
from desktop_app.calc.solidarity_record import EMPTY_RECORD, SolidarityRecord
from desktop_app.calc.voluntary import NO_MECHANISM, Voluntary
from desktop_app.calc.vote import NO_BALLOT, Ballot

GDP_UNITS_PER_MILLION: Final = 100
"""Units of EUR 10 000 in one million EUR."""

Day: TypeAlias = date
"""A date, under a name that a field called ``date`` does not hide inside its own class."""


class Procedure(Enum):
    """The procedures that a forum can follow; each has a rulebook."""

    ANNUAL_POOL = "annual-pool"
    SEARCH_AND_RESCUE = "search-and-rescue"
    MIGRATORY_PRESSURE = "migratory-pressure"
    VOLUNTARY = "voluntary"


KEY_NAMES: Final = {
    Procedure.ANNUAL_POOL: "Reference key",
    Procedure.SEARCH_AND_RESCUE: "Distribution key",
    Procedure.MIGRATORY_PRESSURE: "Distribution key",
}
"""What the law of a procedure calls its key (Art. 66; COM(2020) 610, Art. 54); the voluntary mechanism has none."""


class Classification(Enum):
    """Marking of the forum. ``EU RESTRICTED`` prints as RESTREINT UE/EU RESTRICTED."""

    EU_RESTRICTED = "EU RESTRICTED"
    LIMITE = "LIMITE"
    PUBLIC = "PUBLIC"

    @property
    def marking(self) -> str:
        """The marking as it stands on paper and on screen."""
        return "RESTREINT UE/EU RESTRICTED" if self is Classification.EU_RESTRICTED else self.value


class SharesStatus(Enum):
    """Whether the shares are computed for the act, or an estimate, which accuses nobody."""

    COMPUTED = "computed"
    ESTIMATE = "estimate"


class MeetingKind(Enum):
    """Kind of a meeting of the High-Level Forum; ``RECONVENED`` is one under Art. 13(4)."""

    INITIAL = "initial"
    RESUMED = "resumed"
    RECONVENED = "reconvened"


class Flag(Enum):
    """The Commission's classification of a Member State (Art. 11(1)); a state can carry several."""

    UNDER_PRESSURE = "under-pressure"
    AT_RISK = "at-risk"
    SIGNIFICANT_SITUATION = "significant-situation"


class PressureBasis(Enum):
    """What the finding of migratory pressure rests on (Art. 11(3))."""

    ARRIVALS = "arrivals"
    SEARCH_AND_RESCUE = "search-and-rescue"


class MeasureKind(Enum):
    """Kind of an alternative solidarity measure (Art. 56(2)(c), 57(4))."""

    OPERATIONAL_SUPPORT = "operational-support"
    CAPACITY = "capacity"
    SERVICES = "services"
    STAFF = "staff"
    FACILITIES = "facilities"
    EQUIPMENT = "equipment"
    OTHER = "other"


class DeductionStage(Enum):
    """How far a deduction has come; only a granted one counts (Art. 61, 62)."""

    ANNOUNCED = "announced"
    REQUESTED = "requested"
    ASSESSED = "assessed"
    GRANTED = "granted"
    REFUSED = "refused"


class DeductionBasis(Enum):
    """Article on which a deduction rests: 61 migratory pressure, 62 significant migratory situation."""

    ARTICLE_61 = "61"
    ARTICLE_62 = "62"


class RequestContent(Enum):
    """What a request for a deduction contains (Art. 61, 62); see :mod:`desktop_app.calc.requests`."""

    STABILISE = "stabilise"
    OTHER_TYPE = "other-type"
    VULNERABILITIES = "vulnerabilities"
    REASONING = "reasoning"
    SIGNIFICANCE = "significance"


class DataFlag(Enum):
    """What the source says of one of its values (Eurostat's flags p, e, b, d, u)."""

    PROVISIONAL = "provisional"
    ESTIMATED = "estimated"
    BREAK = "break-in-series"
    DEFINITION = "definition-differs"
    LOW_RELIABILITY = "low-reliability"


@dataclass(frozen=True, slots=True)
class SourceAct:
    """One act of the chain that the Council act rests on: its reference and date."""

    reference: str | None = None
    date: Day | None = None


@dataclass(frozen=True, slots=True)
class Basis:
    """Report (Art. 9), decision (Art. 11) and proposal (Art. 12) of the Commission."""

    report: SourceAct = SourceAct()
    decision: SourceAct = SourceAct()
    proposal: SourceAct = SourceAct()


@dataclass(frozen=True, slots=True)
class KeyState:
    """What the reference key needs of one Member State.

    Attributes:
        code: Union code.
        population: persons, or ``None`` when not known.
        gdp: gross domestic product in units of EUR 10 000, or ``None`` when not known.
        participates: whether the state takes part in the key.
        population_flags: what the source says of the population, in the order of :class:`DataFlag`.
        gdp_flags: the same of the gross domestic product.
        remark: free text, such as which territory the figures cover.
    """

    code: str
    population: int | None = None
    gdp: int | None = None
    participates: bool = True
    population_flags: tuple[DataFlag, ...] = ()
    gdp_flags: tuple[DataFlag, ...] = ()
    remark: str | None = None


@dataclass(frozen=True, slots=True)
class Key:
    """The reference key's data (Art. 66, Annex I).

    Attributes:
        population_date: reference day of the population.
        population_source: dataset and release.
        gdp_year: year of the gross domestic product.
        gdp_source: dataset and release.
        states: one entry a state, in protocol order.
        adopted_shares: shares as printed in an act, (code, percent) in protocol order; may be empty.
        population_extracted: day on which the population was taken from its source.
        gdp_extracted: the same of the gross domestic product.
    """

    population_date: date | None = None
    population_source: str | None = None
    gdp_year: int | None = None
    gdp_source: str | None = None
    states: tuple[KeyState, ...] = ()
    adopted_shares: tuple[tuple[str, Fraction], ...] = ()
    population_extracted: date | None = None
    gdp_extracted: date | None = None


@dataclass(frozen=True, slots=True)
class Pool:
    """Reference numbers of the act and numbers of the Commission's proposal (Art. 12, 57).

    Attributes:
        relocations: reference number of relocations (R), persons.
        financial_cents: reference number of financial contributions (F), cents.
        proposal_relocations: the proposal's relocations (Rc), persons.
        proposal_financial_cents: the proposal's money (Fc), cents.
        exceptional: Art. 12(4), no need for solidarity in the coming year.
        sar_percent: indicative percentage for search and rescue (Art. 12(5)), percent.
        named_measures: alternative measures that the proposal names.
    """

    relocations: int | None = None
    financial_cents: int | None = None
    proposal_relocations: int | None = None
    proposal_financial_cents: int | None = None
    exceptional: bool = False
    sar_percent: Fraction | None = None
    named_measures: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting of the High-Level Forum."""

    id: str
    kind: MeetingKind
    date: Day | None = None


@dataclass(frozen=True, slots=True)
class Applications:
    """Applications for international protection of one state, for the 10 % indicator.

    Attributes:
        code: Union code.
        years: (year, applications or ``None``), in order of years.
        population: (year, persons) where a year's own population is known; else the key's counts.
    """

    code: str
    years: tuple[tuple[int, int | None], ...] = ()
    population: tuple[tuple[int, int | None], ...] = ()


@dataclass(frozen=True, slots=True)
class AlternativeMeasure:
    """One alternative solidarity measure (Art. 56(2)(c), 57(4)).

    Attributes:
        description: what is offered.
        kind: see :class:`MeasureKind`, or ``None`` when not said.
        value_cents: the pledged financial value in cents, or ``None`` when not given (blocks).
        method: how the value was found.
        identified_in_proposal: whether the proposal names it; ``None`` when not said.
        original: the value in the currency in which it was said, where that was not the euro.
    """

    description: str | None = None
    kind: MeasureKind | None = None
    value_cents: int | None = None
    method: str | None = None
    identified_in_proposal: bool | None = None
    original: OriginalAmount | None = None


@dataclass(frozen=True, slots=True)
class Pledge:
    """What one Member State pledges, per type of Art. 56(2).

    Attributes:
        relocations: persons to relocate.
        financial_cents: financial contribution in cents.
        alternative: alternative measures; never an empty tuple (that is ``None``, explicitly none).
        of_which_beneficiaries: beneficiaries of international protection among the relocations.
        bilateral_agreement: reference of the agreement that Art. 56(2)(a)(ii) asks for.
        offsets_planned: relocations that the state plans to meet by responsibility offsets.
        note: free text.
        said: how each type is said; changes no figure.
    """

    relocations: Recorded[int] = ABSENT
    financial_cents: Recorded[int] = ABSENT
    alternative: Recorded[tuple[AlternativeMeasure, ...]] = ABSENT
    of_which_beneficiaries: int = 0
    bilateral_agreement: str | None = None
    offsets_planned: int = 0
    note: str | None = None
    said: HowSaid = AS_RECORDED

    @property
    def measures(self) -> tuple[AlternativeMeasure, ...]:
        """The alternative measures pledged; empty when none or nothing is recorded."""
        return self.alternative if isinstance(self.alternative, tuple) else ()

    @property
    def alternative_cents(self) -> int | None:
        """The value of all measures in cents; ``None`` when nothing is recorded or a value is missing."""
        if self.alternative is ABSENT:
            return None
        values = [measure.value_cents for measure in self.measures]
        known = [value for value in values if value is not None]
        return sum(known) if len(known) == len(values) else None

    @property
    def is_complete(self) -> bool:
        """Something (a value or an explicit none) is recorded for each type."""
        return self.relocations is not ABSENT and self.financial_cents is not ABSENT and self.alternative is not ABSENT

    @property
    def is_explicitly_none(self) -> bool:
        """An explicit "no pledge": none of each type."""
        return self.relocations is None and self.financial_cents is None and self.alternative is None


NO_PLEDGE: Final = Pledge(None, None, None)
"""An explicit "no pledge"."""


@dataclass(frozen=True, slots=True)
class DeductionAmounts:
    """A partial deduction: amounts per type."""

    relocations: int = 0
    financial_cents: int = 0
    alternative_cents: int = 0


@dataclass(frozen=True, slots=True)
class Deduction:
    """One deduction of solidarity contributions (Art. 61, 62).

    Attributes:
        basis: the article.
        stage: see :class:`DeductionStage`.
        extent: amounts per type, or ``None`` for a full deduction.
        self_declared: the state considers itself so, without the Commission's decision.
        announced: date of the announcement at the forum (no legal effect).
        requested: date on which the Commission received the request.
        assessed: date of the Commission's assessment.
        decided: date of the Council act.
        act: reference of the Council act.
        note: free text.
        contents: what the request contains, in the order of :class:`RequestContent`; ``None`` when nobody
            has looked.
    """

    basis: DeductionBasis
    stage: DeductionStage
    extent: DeductionAmounts | None = None
    self_declared: bool = False
    announced: date | None = None
    requested: date | None = None
    assessed: date | None = None
    decided: date | None = None
    act: str | None = None
    note: str | None = None
    contents: tuple[RequestContent, ...] | None = None


@dataclass(frozen=True, slots=True)
class StateRecord:
    """What the forum knows of one Member State beside the key.

    Attributes:
        code: Union code.
        flags: the Commission's classification, in the order of :class:`Flag`.
        pressure_basis: what pressure rests on, in the order of :class:`PressureBasis`.
        benefitting_since: day from which the state benefits (Art. 58(1), 59(4)), or ``None``.
        systemic_shortcomings: found by the Commission (Art. 60(3)).
        crisis_credit: persons off the fair share, authorised by act (Regulation (EU) 2024/1359, Art. 9(4)-(5)).
        pledge: see :class:`Pledge`.
        deductions: in the order in which they were recorded.
        crisis_credit_act: reference of the Commission's act that authorises the credit.
    """

    code: str
    flags: tuple[Flag, ...] = ()
    pressure_basis: tuple[PressureBasis, ...] = ()
    benefitting_since: date | None = None
    systemic_shortcomings: bool = False
    crisis_credit: int = 0
    pledge: Pledge = Pledge()
    deductions: tuple[Deduction, ...] = ()
    crisis_credit_act: str | None = None


@dataclass(frozen=True, slots=True)
class AssociatedContribution:
    """An ad hoc contribution of an associated state (Art. 13(1) second subparagraph)."""

    code: str
    description: str | None = None
    value_cents: int | None = None


@dataclass(frozen=True, slots=True)
class Holiday:
    """An official holiday beside those that all bound Member States share; a period does not end on it (Art. 75(d))."""

    date: Day
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Acknowledgement:
    """A warning that a person has seen and answered; it never silences what blocks.

    Attributes:
        rule: id of the rule that warned.
        state: code of the state concerned, or ``None`` for the forum.
        message: what the warning said then; it answers no other text.
        reason: why it may stand.
        by: who acknowledged it.
        on: the day.
    """

    rule: str
    state: str | None
    message: str
    reason: str
    by: str | None = None
    on: date | None = None


@dataclass(frozen=True, slots=True)
class AdoptedAct:
    """What the Council act on an annual pool is called once it is adopted (Art. 57(1)).

    Attributes:
        number: of the act, as the Official Journal counts acts since 2015: ``"2026/2511"``.
        official_journal: where it is published: ``"OJ L, 2026/2511, 21.12.2026"``.
    """

    number: str | None = None
    official_journal: str | None = None


NOT_NUMBERED: Final = AdoptedAct()
"""An act of which neither number nor publication is recorded."""


@dataclass(frozen=True, slots=True)
class Forum:
    """Everything that is known of one forum.

    Lists of states are in protocol order; :func:`in_protocol_order` puts them so.

    Attributes:
        procedure: which rulebook applies.
        title: name of the forum.
        note: free text that goes with it, such as a label of the source.
        year: year of the pool.
        classification: marking.
        adopted: date of the Council act, or ``None`` before adoption.
        as_of: day the check is for; ``None`` = the latest date in the document.
        shares_status: see :class:`SharesStatus`.
        readings: chosen readings, (name, value) by name; every reading in force is written out here.
        basis: the acts that the Council act rests on.
        key: the reference key's data.
        pool: reference numbers and proposal.
        meetings: in the order in which they were recorded.
        applications: for the 10 % indicator, in protocol order.
        states: one record a state, in protocol order.
        associated: ad hoc contributions, in the order in which they were recorded.
        applications_source: dataset and release of the applications.
        holidays: official holidays on which no period ends, by date, beside 1 January and 25 December.
        acknowledgements: warnings answered by a person, by rule, state and message.
        search_and_rescue: what that procedure records; empty in every other.
        migratory_pressure: likewise.
        voluntary: likewise.
        solidarity: what migratory pressure and the voluntary mechanism record alike; empty in the others.
        vote: the Council's vote on the act of an annual pool; empty in the others.
        adopted_act: number and publication of the act on an annual pool; empty before adoption, and in the others.
    """

    procedure: Procedure = Procedure.ANNUAL_POOL
    title: str | None = None
    note: str | None = None
    year: int | None = None
    classification: Classification = Classification.EU_RESTRICTED
    adopted: date | None = None
    as_of: date | None = None
    shares_status: SharesStatus = SharesStatus.COMPUTED
    readings: tuple[tuple[str, str], ...] = ()
    basis: Basis = Basis()
    key: Key = field(default_factory=Key)
    pool: Pool = Pool()
    meetings: tuple[Meeting, ...] = ()
    applications: tuple[Applications, ...] = ()
    states: tuple[StateRecord, ...] = ()
    associated: tuple[AssociatedContribution, ...] = ()
    applications_source: str | None = None
    holidays: tuple[Holiday, ...] = ()
    acknowledgements: tuple[Acknowledgement, ...] = ()
    search_and_rescue: SearchAndRescue = NOTHING_RECORDED
    migratory_pressure: MigratoryPressure = NO_PRESSURE
    voluntary: Voluntary = NO_MECHANISM
    solidarity: SolidarityRecord = EMPTY_RECORD
    vote: Ballot = NO_BALLOT
    adopted_act: AdoptedAct = NOT_NUMBERED

    def state(self, code: str) -> StateRecord:
        """Return the record of a Member State (an empty one when nothing is known of it)."""
        return next((record for record in self.states if record.code == code), StateRecord(code))

    def with_state(self, record: StateRecord) -> "Forum":
        """Return a forum in which ``record`` replaces (or joins) the records of its state."""
        others = [other for other in self.states if other.code != record.code]
        others.append(record)
        return replace(self, states=tuple(sorted(others, key=lambda each: POSITION[each.code])))

    def codes(self) -> tuple[str, ...]:
        """Codes of the states under ``key.states`` or ``states``, in protocol order."""
        named = {each.code for each in self.key.states} | {each.code for each in self.states}
        return tuple(sorted(named, key=POSITION.__getitem__))
