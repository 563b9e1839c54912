"""Forums on search and rescue, as the reader of documents gives them; small, as each is drawn anew many times."""

from dataclasses import replace
from fractions import Fraction
from typing import Final

from hypothesis import strategies as st

from desktop_app.calc.forum import Classification, Forum, Procedure
from desktop_app.calc.member_states import POSITION, PROTOCOL_ORDER
from desktop_app.calc.response_plans import Cover, ResponseMeasure, ResponseMeasureKind, ResponsePlan
from desktop_app.calc.search_and_rescue import (
    ActPath,
    Call,
    Disembarkation,
    DisembarkationAct,
    Judgement,
    ManagementReport,
    PoolUse,
    PressureAct,
    Raise,
    Round,
    RoundKind,
    SearchAndRescue,
    TopUp,
)
from tests.strategies import acknowledgements, cents, days, keys, optional, persons, readings, some_of, texts

CODES: Final = ("DE", "EL", "IT", "MT")


def measures() -> st.SearchStrategy[ResponseMeasure]:
    return st.builds(
        ResponseMeasure,
        kind=optional(st.sampled_from(ResponseMeasureKind)),
        amount=optional(texts()),
        description=optional(texts()),
        timetable=optional(texts()),
        persons_equivalent=optional(st.integers(0, 10**12).map(lambda tenths: Fraction(tenths, 1_000))),
        value_cents=optional(cents()),
    )


@st.composite
def plans(draw: st.DrawFn) -> tuple[ResponsePlan, ...]:
    """A few revisions of a few plans, by protocol order and revision."""
    chosen = draw(st.sets(st.tuples(st.sampled_from(PROTOCOL_ORDER), st.integers(0, 2)), max_size=3))
    found = []
    for code, revision in sorted(chosen, key=lambda key: (POSITION[key[0]], key[1])):
        relocations = draw(persons())
        found.append(
            ResponsePlan(
                code,
                draw(optional(texts())),
                revision,
                draw(optional(days())),
                relocations,
                draw(st.integers(0, relocations)),
                draw(st.lists(measures(), max_size=2).map(tuple)),
                draw(optional(st.builds(Cover, persons(), persons()))),
                draw(optional(texts())),
            )
        )
    return tuple(found)


@st.composite
def search_and_rescue(draw: st.DrawFn) -> SearchAndRescue:
    """Everything that the procedure records; only a state that the report names has a pool."""
    codes = sorted(draw(st.sets(st.sampled_from(CODES), max_size=3)), key=POSITION.__getitem__)
    report = ManagementReport(
        draw(optional(texts())),
        draw(optional(days())),
        tuple(Disembarkation(code, draw(optional(persons()))) for code in codes),
        draw(some_of(ResponseMeasureKind)),
        draw(st.booleans()),
        draw(optional(texts())),
    )
    judgement = st.builds(Judgement, optional(days()), optional(texts()), texts())
    recorded = SearchAndRescue(
        report=report,
        requested=draw(optional(days())),
        plans=draw(plans()),
        forum_ended=draw(optional(days())),
        act=draw(
            st.builds(
                DisembarkationAct,
                optional(st.sampled_from(ActPath)),
                optional(days()),
                optional(texts()),
                optional(judgement),
            )
        ),
        pressure_act=draw(
            optional(
                st.builds(PressureAct, optional(st.sampled_from(PROTOCOL_ORDER)), optional(days()), optional(days()))
            )
        ),
    )
    return draw(_with_pools(recorded, codes)) if codes else recorded


@st.composite
def _with_pools(draw: st.DrawFn, recorded: SearchAndRescue, codes: list[str]) -> SearchAndRescue:
    pool, member = st.sampled_from(codes), st.sampled_from(PROTOCOL_ORDER)
    called = draw(pool)
    needed = next(each.relocations for each in recorded.report.benefitting if each.code == called)
    one = st.builds(
        Round,
        id=texts(8),
        kind=optional(st.sampled_from(RoundKind)),
        reason=optional(texts()),
        opened=optional(days()),
        ended=optional(days()),
        benefitting=optional(pool),
    )
    draws = st.builds(
        PoolUse,
        pool,
        optional(days()),
        persons(),
        optional(member),
        optional(texts()),
        optional(member),
        optional(texts()),
        optional(texts()),
    )
    return replace(
        recorded,
        rounds=draw(st.lists(one, max_size=2, unique_by=lambda held: held.id).map(tuple)),
        calls=draw(st.lists(st.builds(Call, pool, optional(days()), optional(texts())), max_size=2).map(tuple)),
        use=draw(st.lists(draws, max_size=3).map(tuple)),
        raises=draw(
            st.lists(st.builds(Raise, member, pool, persons(), optional(days()), optional(texts())), max_size=2).map(
                tuple
            )
        ),
        top_up=draw(
            optional(
                st.builds(
                    TopUp,
                    st.just(called),
                    persons() if needed is None else st.integers(0, min(3 * needed // 2, 10**9)),
                    optional(days()),
                    optional(texts()),
                )
            )
        ),
    )


def response_forums() -> st.SearchStrategy[Forum]:
    """Forums on search and rescue."""
    return st.builds(
        Forum,
        procedure=st.just(Procedure.SEARCH_AND_RESCUE),
        title=optional(texts()),
        classification=st.sampled_from(Classification),
        adopted=optional(days()),
        as_of=optional(days()),
        readings=readings(Procedure.SEARCH_AND_RESCUE),
        key=keys(),
        acknowledgements=acknowledgements(),
        search_and_rescue=search_and_rescue(),
    )
