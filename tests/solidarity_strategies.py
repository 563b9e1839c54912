"""What migratory pressure and the voluntary mechanism record alike, as the reader gives it.

Small, as each is drawn anew many times. What stands in lists is in the order in which documents list it.
"""

from collections.abc import Callable
from fractions import Fraction
from functools import cache
from typing import Final, TypeVar

from hypothesis import strategies as st

from desktop_app.calc.contribution_types import (
    SUPPORT_TYPES,
    WITH_NATIONALITIES,
    WITHOUT_MINORS,
    ContributionType,
    SponsorshipActivity,
)
from desktop_app.calc.listing_order import (
    lines_in_order,
    rates_in_order,
)
from desktop_app.calc.member_states import PROTOCOL_ORDER
from desktop_app.calc.solidarity_groups import ClockStart, RelocationGroup, SponsorshipGroup
from desktop_app.calc.solidarity_record import IncentiveRate, LogEntry, LogKind, SolidarityRecord
from desktop_app.calc.support_plans import Delivery, HelpRequest, SupportLine, SupportMeasure, SupportPlan
from tests.response_strategies import measures
from tests.strategies import (
    cents,
    days,
    optional,
    persons,
    some_of,
    texts,
)

T = TypeVar("T")

MEMBERS: Final = st.sampled_from(PROTOCOL_ORDER)


@cache
def few(values: st.SearchStrategy[T]) -> st.SearchStrategy[tuple[T, ...]]:
    return st.lists(values, max_size=2).map(tuple)


def few_named(values: st.SearchStrategy[T], name: Callable[[T], object]) -> st.SearchStrategy[tuple[T, ...]]:
    return st.lists(values, max_size=2, unique_by=name).map(tuple)


@cache
def nationalities() -> st.SearchStrategy[tuple[str, ...]]:
    return st.sets(st.sampled_from(["AF", "PK", "SY", "XX"]), max_size=3).map(lambda found: tuple(sorted(found)))


@cache
def exact_persons() -> st.SearchStrategy[Fraction]:
    return st.integers(0, 10**12).map(lambda thousandths: Fraction(thousandths, 1_000))


@st.composite
def parts(draw: st.DrawFn, count: int) -> tuple[int, ...]:
    """A number of persons, and ``count`` others that are no more than it, together with those before."""
    whole = draw(persons())
    found, left = [whole], whole
    for _each in range(count):
        found.append(draw(st.integers(0, left)))
        left -= found[-1]
    return tuple(found)


@st.composite
def two_states(draw: st.DrawFn) -> tuple[str, str]:
    chosen = draw(st.lists(MEMBERS, min_size=2, max_size=2, unique=True))
    return chosen[0], chosen[1]


@st.composite
def sponsorship_groups(draw: st.DrawFn) -> SponsorshipGroup:
    whole, returned, taken = draw(parts(2))
    minors = draw(st.integers(0, whole))
    sponsor, benefitting = draw(two_states())
    return SponsorshipGroup(
        id=draw(texts(8)),
        sponsor=sponsor,
        nationality=draw(st.sampled_from([None, "AF", "SY"])),
        persons=whole,
        minors=minors,
        activities=draw(some_of(SponsorshipActivity)),
        start=draw(st.sampled_from(ClockStart)),
        started=draw(optional(days())),
        returned=returned,
        told=draw(optional(days())),
        taken_over=taken,
        taken_over_minors=draw(st.integers(0, min(taken, minors))),
        note=draw(optional(texts())),
        benefitting=draw(st.sampled_from([None, benefitting])),
        taken_over_on=draw(optional(days())),
    )


@st.composite
def relocation_groups(draw: st.DrawFn) -> RelocationGroup:
    whole, linked, refused, arrived = draw(parts(3))
    minors = draw(st.integers(0, whole))
    relocating, benefitting = draw(two_states())
    checked, granted, sent, postponed, confirmed, decided, appealed, transferred = (
        draw(optional(days())) for _each in range(8)
    )
    return RelocationGroup(
        id=draw(texts(8)),
        relocating=relocating,
        benefitting=draw(st.sampled_from([None, benefitting])),
        type=draw(st.sampled_from([kind for kind in SUPPORT_TYPES if kind is not ContributionType.SPONSORSHIP])),
        persons=whole,
        minors=minors,
        security_checked=checked,
        consent=draw(st.booleans()),
        granted=granted,
        linked=linked,
        sent=sent,
        postponed=postponed,
        confirmed=confirmed,
        refused=refused,
        decided=decided,
        appeal_ended=appealed,
        transferred=transferred,
        arrived=arrived,
        arrived_minors=draw(st.integers(0, min(arrived, minors))),
        note=draw(optional(texts())),
    )


@st.composite
def support_lines(draw: st.DrawFn) -> SupportLine:
    kind = draw(st.sampled_from(SUPPORT_TYPES))
    whole, delivered = draw(persons()), draw(persons())
    counts_minors = kind not in WITHOUT_MINORS
    delivery = Delivery(draw(optional(days())), delivered, draw(st.integers(0, delivered)) if counts_minors else 0)
    return SupportLine(
        type=kind,
        persons=whole,
        minors=draw(st.integers(0, whole)) if counts_minors else 0,
        nationalities=draw(nationalities()) if kind in WITH_NATIONALITIES else (),
        timetable=draw(optional(texts())),
        deliveries=draw(st.sampled_from([(), (delivery,), (delivery, delivery)])),
    )


@cache
def _lines() -> st.SearchStrategy[tuple[SupportLine, ...]]:
    return st.lists(support_lines(), max_size=2, unique_by=lambda line: line.type).map(lines_in_order)


@st.composite
def support_plans(draw: st.DrawFn) -> SupportPlan:
    code, benefitting = draw(two_states())
    return SupportPlan(
        id=draw(texts(8)),
        code=code,
        benefitting=benefitting,
        reference=draw(optional(texts())),
        submitted=draw(optional(days())),
        on_request=draw(st.booleans()),
        consent=draw(optional(days())),
        lines=draw(_lines()),
        measures=draw(few(st.builds(SupportMeasure, measures(), optional(days())))),
        fits_fund=draw(st.booleans()),
        note=draw(optional(texts())),
    )


@cache
def solidarity() -> st.SearchStrategy[SolidarityRecord]:
    """Groups, support plans, requests, incentives and the log."""
    rates = st.builds(IncentiveRate, optional(days()), cents(), cents(), cents(), optional(texts()))
    return st.builds(
        SolidarityRecord,
        requests=few(st.builds(HelpRequest, MEMBERS, optional(days()), optional(texts()))),
        support_plans=few_named(support_plans(), lambda plan: plan.id),
        sponsorship_groups=few_named(sponsorship_groups(), lambda group: group.id),
        relocation_groups=few_named(relocation_groups(), lambda group: group.id),
        incentives=few_named(rates, lambda rate: rate.since).map(rates_in_order),
        log=few(
            st.builds(
                LogEntry, optional(days()), st.sampled_from(LogKind), texts(), optional(MEMBERS), optional(MEMBERS)
            )
        ),
    )
