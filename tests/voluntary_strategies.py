"""Forums on voluntary solidarity, as the reader of documents gives them."""

from functools import cache
from typing import Final

from hypothesis import strategies as st

from desktop_app.calc.forum import Classification, Forum, Procedure
from desktop_app.calc.listing_order import (
    pledges_in_order,
)
from desktop_app.calc.member_states import PROTOCOL_ORDER
from desktop_app.calc.voluntary import (
    ASSOCIATED_SIGNATORIES,
    Commitment,
    Mechanism,
    Need,
    Signatory,
    Voluntary,
    VoluntaryPledge,
    signatory_place,
)
from tests.solidarity_strategies import MEMBERS, few, few_named, solidarity
from tests.strategies import (
    acknowledgements,
    cents,
    days,
    for_states,
    optional,
    persons,
    readings,
    texts,
    years,
)

SIGNATORIES: Final = (*PROTOCOL_ORDER, *ASSOCIATED_SIGNATORIES)


@st.composite
def _pledges(draw: st.DrawFn) -> VoluntaryPledge:
    code = draw(st.sampled_from(SIGNATORIES))
    return VoluntaryPledge(
        code,
        draw(optional(texts())),
        draw(optional(days())),
        draw(optional(MEMBERS.filter(lambda each: each != code))),
        draw(persons()),
        draw(st.booleans()),
        draw(cents()),
        draw(optional(texts())),
        draw(optional(texts())),
        draw(optional(texts())),
    )


@st.composite
def _commitments(draw: st.DrawFn) -> Commitment:
    code = draw(st.sampled_from(SIGNATORIES))
    relocated = draw(persons())
    return Commitment(
        code,
        draw(optional(days())),
        draw(optional(MEMBERS.filter(lambda each: each != code))),
        relocated,
        draw(st.integers(0, relocated)),
        draw(cents()),
        draw(optional(texts())),
    )


@cache
def voluntary() -> st.SearchStrategy[Voluntary]:
    """Everything that the mechanism records."""
    text = optional(texts())
    signatory = st.builds(Signatory, st.sampled_from(SIGNATORIES), optional(days()), optional(days()))
    return st.builds(
        Voluntary,
        mechanism=st.builds(Mechanism, text, optional(days()), optional(days()), text, few(texts()), text),
        signatories=few_named(signatory, lambda each: each.code).map(
            lambda found: tuple(sorted(found, key=lambda each: signatory_place(each.code)))
        ),
        needs=for_states(
            lambda code: st.builds(Need, st.just(code), optional(persons()), optional(cents()), text), most=2
        ),
        pledges=few(_pledges()).map(pledges_in_order),
        kept=few(_commitments()),
    )


@cache
def voluntary_forums() -> st.SearchStrategy[Forum]:
    """Forums on voluntary solidarity; they have no key."""
    return st.builds(
        Forum,
        procedure=st.just(Procedure.VOLUNTARY),
        title=optional(texts()),
        year=optional(years()),
        classification=st.sampled_from(Classification),
        adopted=optional(days()),
        as_of=optional(days()),
        readings=readings(Procedure.VOLUNTARY),
        acknowledgements=acknowledgements(),
        voluntary=voluntary(),
        solidarity=solidarity(),
    )
