"""Strategies for forums whose figures are mostly known, with few states and numbers close to every threshold.

``tests.strategies`` draws whatever a forum may hold; here the key, the pool and the pledges fit together, so
that shares, gaps, deductions and indicators have values to compare.
"""

from dataclasses import replace
from datetime import date
from fractions import Fraction
from functools import cache
from typing import Any, Final

from hypothesis import strategies as st

from desktop_app.calc.forum import (
    NO_PLEDGE,
    AlternativeMeasure,
    Applications,
    Deduction,
    DeductionAmounts,
    DeductionBasis,
    DeductionStage,
    Forum,
    Key,
    KeyState,
    Meeting,
    MeetingKind,
    Pledge,
    Pool,
    SharesStatus,
    StateRecord,
)
from desktop_app.calc.member_states import BOUND, POSITION, PROTOCOL_ORDER
from desktop_app.calc.recorded import ABSENT
from desktop_app.calc.vote import NO_BALLOT, Ballot, BallotLine, Vote
from tests.strategies import optional, readings

MILLION: Final = 1_000_000
RATE_CENTS: Final = 2_000_000
"""EUR 20 000 in cents: one relocation."""
YEARS: Final = range(2021, 2026)
DAY: Final = st.sampled_from([date(2026, 1, 5), date(2026, 6, 12), date(2026, 12, 1)])


def rarely(values: st.SearchStrategy[Any], usual: st.SearchStrategy[Any], one_in: int = 10) -> st.SearchStrategy[Any]:
    return st.integers(1, one_in).flatmap(lambda throw: values if throw == one_in else usual)


def few_cents() -> st.SearchStrategy[int]:
    """Money worth a few relocations, whole ones as likely as not."""
    return st.integers(0, 40).map(lambda count: count * RATE_CENTS) | st.integers(0, 40 * RATE_CENTS)


def pledges() -> st.SearchStrategy[Pledge]:
    measure = st.builds(
        AlternativeMeasure,
        value_cents=rarely(st.none(), few_cents()),
        identified_in_proposal=st.sampled_from([None, True, False]),
    )
    cell = st.sampled_from([ABSENT, None])
    made = st.builds(
        Pledge,
        relocations=rarely(cell, st.integers(0, 40)),
        financial_cents=rarely(cell, few_cents()),
        alternative=st.one_of(st.none(), rarely(st.just(ABSENT), st.lists(measure, min_size=1, max_size=2).map(tuple))),
    )
    return rarely(st.sampled_from([Pledge(), NO_PLEDGE]), made)


def deductions() -> st.SearchStrategy[Deduction]:
    amounts = st.builds(
        DeductionAmounts, relocations=st.integers(0, 30), financial_cents=few_cents(), alternative_cents=few_cents()
    )
    return st.builds(
        Deduction,
        basis=st.sampled_from(DeductionBasis),
        stage=rarely(st.sampled_from(DeductionStage), st.just(DeductionStage.GRANTED)),
        extent=optional(amounts),
        requested=optional(DAY),
        assessed=optional(DAY),
        decided=optional(DAY),
        act=optional(st.just("(EU) 2026/1")),
    )


def records(code: str) -> st.SearchStrategy[StateRecord]:
    return st.builds(
        StateRecord,
        code=st.just(code),
        benefitting_since=rarely(DAY, st.none()),
        crisis_credit=rarely(st.integers(1, 20), st.just(0)),
        pledge=pledges(),
        deductions=rarely(st.lists(deductions(), max_size=3).map(tuple), st.just(()))
        | st.lists(deductions(), max_size=2).map(tuple),
    )


def key_states(code: str) -> st.SearchStrategy[KeyState]:
    return st.builds(
        KeyState,
        code=st.just(code),
        population=rarely(st.sampled_from([None, 0]), st.integers(1, 12).map(lambda count: count * MILLION)),
        gdp=st.integers(1, 10**6),
        participates=rarely(st.just(False), st.just(True)),
    )


@st.composite
def shares(draw: st.DrawFn, codes: list[str]) -> tuple[tuple[str, Fraction], ...]:
    """Adopted shares of some or all states, with four decimals, together around 100 %."""
    weights = {code: draw(st.integers(1, 50)) for code in codes}
    whole = sum(weights.values())
    printed = {code: Fraction(round(Fraction(weight * MILLION, whole)), 10_000) for code, weight in weights.items()}
    left_out = draw(st.sets(st.sampled_from(codes), max_size=2))
    return tuple((code, share) for code, share in printed.items() if code not in left_out)


@st.composite
def pools(draw: st.DrawFn) -> Pool:
    relocations = draw(rarely(st.sampled_from([None, 0]), st.integers(1, 90)))
    usual = None if relocations is None else relocations * RATE_CENTS
    return Pool(
        relocations=relocations,
        financial_cents=draw(rarely(optional(few_cents()), st.just(usual))),
        proposal_relocations=draw(st.none() | st.integers(0, 120)),
        proposal_financial_cents=draw(optional(few_cents())),
        exceptional=draw(st.booleans()),
    )


def applications(code: str) -> st.SearchStrategy[Applications]:
    counts = st.tuples(*(st.integers(0, 6) for _year in YEARS)).map(
        lambda values: tuple(zip(YEARS, values, strict=True))
    )
    heads = st.lists(st.tuples(st.sampled_from(YEARS), st.integers(1, 9)), max_size=2, unique_by=lambda pair: pair[0])
    return st.builds(Applications, code=st.just(code), years=counts, population=heads.map(tuple))


@st.composite
def lively_forums(draw: st.DrawFn) -> Forum:
    # All 27 take long to draw and show little that five do not.
    few = st.sets(st.sampled_from(PROTOCOL_ORDER), min_size=1, max_size=4)
    codes = draw(rarely(st.just(set(PROTOCOL_ORDER)), few, one_in=40))
    ordered = sorted(codes, key=POSITION.__getitem__)
    recorded = [code for code in ordered if draw(st.integers(0, 7))]
    with_applications = draw(st.booleans())
    return Forum(
        as_of=draw(optional(DAY)),
        adopted=draw(optional(DAY)),
        shares_status=draw(st.sampled_from(SharesStatus)),
        readings=draw(readings()),
        key=Key(
            states=tuple(draw(key_states(code)) for code in ordered),
            adopted_shares=draw(rarely(shares(ordered), st.just(()))),
        ),
        pool=draw(pools()),
        applications=tuple(draw(applications(code)) for code in ordered) if with_applications else (),
        states=tuple(draw(records(code)) for code in recorded),
        meetings=draw(st.sampled_from([(), (Meeting("m2", MeetingKind.RECONVENED),)])),
        vote=draw(votes()),
    )


@cache
def votes() -> st.SearchStrategy[Ballot]:
    """A vote among a few states, seldom with figures of the Council's own."""
    line = st.builds(
        BallotLine,
        code=st.sampled_from(BOUND),
        vote=st.sampled_from(Vote),
        population=rarely(st.integers(1, 9), st.none(), one_in=20),
    )
    return st.lists(line, max_size=3).map(NO_BALLOT.with_lines)


@st.composite
def edits(draw: st.DrawFn, forum: Forum) -> Forum:
    """One change of a kind that people make: mostly a state's record, now and then something shared."""
    code = draw(st.sampled_from(forum.codes() or ("BE",)))
    kind = draw(st.integers(0, 7))
    if kind == 0:
        return replace(forum, pool=draw(pools()))
    if kind == 1:
        return replace(forum, readings=draw(readings()), as_of=draw(optional(DAY)))
    if kind == 2:
        states = tuple(draw(key_states(each.code)) if each.code == code else each for each in forum.key.states)
        return replace(forum, key=replace(forum.key, states=states))
    if kind == 3:
        return replace(forum, shares_status=draw(st.sampled_from(SharesStatus)), adopted=draw(optional(DAY)))
    return forum.with_state(draw(records(code)))
