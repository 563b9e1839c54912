"""Financial incentives for relocation (COM(2020) 610, Art. 61, 72), by Member State, exact, in cents.

Only persons who were in fact relocated count. Rates are parameters with a first day each: the text has them in
brackets, and the Commission may adapt them. Taking over whom a sponsor could not return counts as relocation.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum

from desktop_app.calc.contribution_types import ContributionType
from desktop_app.calc.forum import Forum, Procedure
from desktop_app.calc.member_states import ASSOCIATED_NAMES, POSITION
from desktop_app.calc.sentences import say
from desktop_app.calc.solidarity_groups import SponsorshipGroup
from desktop_app.calc.solidarity_record import AS_PROPOSED, IncentiveRate
from desktop_app.calc.sponsorship_clock import standing_of
from desktop_app.calc.support_plans import SupportPlan


class ArrivalKind(Enum):
    """Which kind of record says that persons were relocated."""

    POOL = say("draw on a pool")
    GROUP = say("group under relocation")
    TAKEN_OVER = say("taken over after sponsorship")
    SUPPORT_PLAN = say("delivery of a support plan")
    COMMITMENT = say("commitment kept")


@dataclass(frozen=True, slots=True)
class Arrival:
    """Persons who were relocated on a day.

    Attributes:
        relocating: the state that took them over.
        transferring: the state that carried out the transfer; ``None`` when not known.
        on: the day; ``None`` when not known: the rates of the text apply.
        persons: how many.
        minors: unaccompanied minors among them.
        kind: which kind of record says so.
        source: which record says so, such as ``"relocation, group R-1"``.
    """

    relocating: str
    transferring: str | None
    on: date | None
    persons: int
    minors: int
    kind: ArrivalKind
    source: str

    def relocating_cents(self, rate: IncentiveRate) -> int:
        """Return what the relocating state gets (Art. 72, new Art. 17(1), (2))."""
        return rate.person_cents * (self.persons - self.minors) + rate.minor_cents * self.minors


@dataclass(frozen=True, slots=True)
class IncentiveRow:
    """What one state gets.

    Attributes:
        code: Union code.
        relocated: persons it took over.
        minors: unaccompanied minors among them.
        transferred: persons whose transfer it carried out.
        relocating_cents: for those it took over, cents.
        transfer_cents: for those it transferred, cents.
    """

    code: str
    relocated: int
    minors: int
    transferred: int
    relocating_cents: int
    transfer_cents: int

    @property
    def total_cents(self) -> int:
        """Both together."""
        return self.relocating_cents + self.transfer_cents


def rate_on(rates: Iterable[IncentiveRate], day: date | None) -> IncentiveRate:
    """Return the rate in force on a day: the latest that had begun, else as proposed."""
    begun = [rate for rate in rates if rate.since is None or (day is not None and rate.since <= day)]
    return max(begun, key=lambda rate: rate.since or date.min, default=AS_PROPOSED)


def arrivals_of(forum: Forum) -> Iterator[Arrival]:
    """Yield the relocations that a forum records as carried out.

    Draws on a pool of disembarkation count where they name who takes the persons over (Art. 48); of groups, those
    transferred; of sponsorship, those taken over once the eight months are over; of support plans, what was delivered
    by relocation (Art. 56); and commitments kept under the voluntary mechanism, by Member States. Nobody is relocated
    from a state to itself.
    """
    yield from (each for each in _recorded(forum) if each.relocating != each.transferring)


def _recorded(forum: Forum) -> Iterator[Arrival]:
    for use in forum.search_and_rescue.use:
        if use.contributor is not None:
            yield Arrival(
                use.contributor,
                use.used_for or use.benefitting,
                use.date,
                use.persons,
                0,
                ArrivalKind.POOL,
                say("draw on a pool"),
            )
    helped = forum.migratory_pressure.report.benefitting if forum.procedure is Procedure.MIGRATORY_PRESSURE else None
    record = forum.solidarity
    for group in record.relocation_groups:
        if group.transferred is not None and group.arrived:
            transferring = group.benefitting or helped
            yield Arrival(
                group.relocating,
                transferring,
                group.transferred,
                group.arrived,
                group.arrived_minors,
                ArrivalKind.GROUP,
                say("relocation, group {id}", id=group.id),
            )
    for sponsored in record.sponsorship_groups:
        if sponsored.taken_over and not _is_early(sponsored, forum):
            yield Arrival(
                sponsored.sponsor,
                sponsored.benefitting or helped,
                sponsored.taken_over_on or sponsored.told,
                sponsored.taken_over,
                sponsored.taken_over_minors,
                ArrivalKind.TAKEN_OVER,
                say("return sponsorship, group {id}", id=sponsored.id),
            )
    for plan in record.support_plans:
        yield from _delivered(plan)
    for kept in forum.voluntary.kept:
        if kept.relocations:
            kind = ArrivalKind.COMMITMENT
            yield Arrival(kept.code, kept.benefitting, kept.on, kept.relocations, kept.minors, kind, kind.value)


def _is_early(group: SponsorshipGroup, forum: Forum) -> bool:
    """Tell whether persons were taken over before the eight months were over, which is no failed sponsorship."""
    due = standing_of(group, forum.migratory_pressure.act_for(group.benefitting), None).due
    day = group.taken_over_on or group.told
    return due is not None and day is not None and day <= due


def _delivered(plan: SupportPlan) -> Iterator[Arrival]:
    for line in plan.lines:
        if line.type is ContributionType.SPONSORSHIP:
            continue
        for delivery in line.deliveries:
            if delivery.persons:
                yield Arrival(
                    plan.code,
                    plan.benefitting,
                    delivery.on,
                    delivery.persons,
                    delivery.minors,
                    ArrivalKind.SUPPORT_PLAN,
                    say("support plan {reference}", reference=plan.reference or plan.id),
                )


def incentives_of(forum: Forum) -> tuple[IncentiveRow, ...]:
    """Return what each state gets, in protocol order.

    Relocation is a transfer from one Member State to another (Art. 2(u)): what an associated state takes over under
    the voluntary mechanism earns nobody an incentive.
    """
    rates = forum.solidarity.incentives
    rows: dict[str, IncentiveRow] = {}

    def add(code: str, *, relocated: int, minors: int, transferred: int, cents: tuple[int, int]) -> None:
        old = rows.get(code, IncentiveRow(code, 0, 0, 0, 0, 0))
        rows[code] = IncentiveRow(
            code,
            old.relocated + relocated,
            old.minors + minors,
            old.transferred + transferred,
            old.relocating_cents + cents[0],
            old.transfer_cents + cents[1],
        )

    for arrival in arrivals_of(forum):
        if arrival.relocating in ASSOCIATED_NAMES:
            continue
        rate = rate_on(rates, arrival.on)
        cents = arrival.relocating_cents(rate), 0
        add(arrival.relocating, relocated=arrival.persons, minors=arrival.minors, transferred=0, cents=cents)
        if arrival.transferring is not None:
            cents = 0, rate.transfer_cents * arrival.persons
            add(arrival.transferring, relocated=0, minors=0, transferred=arrival.persons, cents=cents)
    return tuple(sorted(rows.values(), key=lambda row: POSITION[row.code]))
