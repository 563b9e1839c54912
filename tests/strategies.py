"""Hypothesis strategies for forums and their parts: whatever a forum may hold, nothing else.

Strategies are made once and kept: to make them anew within a draw costs more than the draw.
Small numbers are as likely as those at the limits. ``forums()`` gives values as the reader of documents
does: lists of states in protocol order, every reading written out.
"""

from collections.abc import Callable
from datetime import date
from enum import Enum
from fractions import Fraction
from functools import cache
from typing import Any, Final, TypeVar

from hypothesis import strategies as st

from desktop_app.calc.acknowledged import in_order
from desktop_app.calc.forum import (
    NO_PLEDGE,
    NOT_NUMBERED,
    Acknowledgement,
    AdoptedAct,
    AlternativeMeasure,
    Applications,
    AssociatedContribution,
    Basis,
    Classification,
    DataFlag,
    Deduction,
    DeductionAmounts,
    DeductionBasis,
    DeductionStage,
    Flag,
    Forum,
    Holiday,
    Key,
    KeyState,
    MeasureKind,
    Meeting,
    MeetingKind,
    Pledge,
    Pool,
    PressureBasis,
    Procedure,
    RequestContent,
    SharesStatus,
    SourceAct,
    StateRecord,
)
from desktop_app.calc.member_states import ASSOCIATED_NAMES, BOUND, POSITION, PROTOCOL_ORDER
from desktop_app.calc.readings import readings_of
from desktop_app.calc.recorded import ABSENT
from desktop_app.calc.said import CURRENCIES, NOTHING_SAID, Certainty, HowSaid, OriginalAmount, Said
from desktop_app.calc.validity import MAXIMUM_CENTS, MAXIMUM_PERSONS
from desktop_app.calc.vote import NO_BALLOT, Ballot, BallotLine, Vote
from desktop_app.models.interchange.reader import written_out

T = TypeVar("T")
E = TypeVar("E", bound=Enum)

PERCENT_DECIMALS: Final = 10


_NO_SIGNS: Final = "\ufffe\uffff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


@cache
def texts(longest: int = 24) -> st.SearchStrategy[str]:
    """Any text that a document may hold, in any script, with newlines and signs that spreadsheets run."""
    signs = st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\t", exclude_characters=_NO_SIGNS)
    return st.text(signs, max_size=longest) | st.sampled_from(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "Κύπρος", '"\\'])


@cache
def optional(values: st.SearchStrategy[T]) -> st.SearchStrategy[T | None]:
    return st.none() | values


@cache
def persons(highest: int = MAXIMUM_PERSONS) -> st.SearchStrategy[int]:
    return st.integers(0, min(highest, 5_000)) | st.integers(0, highest)


@cache
def cents() -> st.SearchStrategy[int]:
    return st.integers(0, 10**11) | st.integers(0, MAXIMUM_CENTS)


@cache
def percents(highest: int) -> st.SearchStrategy[Fraction]:
    unit = 10**PERCENT_DECIMALS
    return st.integers(0, highest * unit).map(lambda units: Fraction(units, unit)) | st.integers(0, highest).map(
        Fraction
    )


@cache
def days() -> st.SearchStrategy[date]:
    return st.dates(date(2024, 1, 1), date(2030, 12, 31)) | st.dates()


@cache
def years() -> st.SearchStrategy[int]:
    return st.integers(2020, 2030) | st.integers(1, 9999)


@cache
def some_of(kind: type[E]) -> st.SearchStrategy[tuple[E, ...]]:
    return st.sets(st.sampled_from(kind)).map(lambda chosen: tuple(each for each in kind if each in chosen))


@cache
def _codes(most: int) -> st.SearchStrategy[set[str]]:
    return st.sets(st.sampled_from(PROTOCOL_ORDER), max_size=most)


@st.composite
def for_states(draw: st.DrawFn, make: Callable[[str], st.SearchStrategy[T]], most: int = 27) -> tuple[T, ...]:
    """One value each for some Member States, in protocol order."""
    codes = draw(_codes(most))
    return tuple(draw(make(code)) for code in sorted(codes, key=POSITION.__getitem__))


@cache
def original_amounts() -> st.SearchStrategy[OriginalAmount]:
    unit = 10**PERCENT_DECIMALS
    return st.builds(
        OriginalAmount,
        currency=st.sampled_from(CURRENCIES),
        amount_hundredths=cents(),
        rate=optional(st.integers(1, 10**9 * unit - 1).map(lambda units: Fraction(units, unit))),
        rate_date=optional(days()),
        rate_source=optional(texts()),
    )


@cache
def how_said() -> st.SearchStrategy[HowSaid]:
    """How each type of a pledge is said; often nothing, and in another currency only money."""

    def said(original: st.SearchStrategy[OriginalAmount | None]) -> st.SearchStrategy[Said]:
        return st.just(NOTHING_SAID) | st.builds(
            Said,
            certainty=optional(st.sampled_from(Certainty)),
            by=optional(texts()),
            condition=optional(texts()),
            at_most=st.booleans(),
            original=original,
            note=optional(texts()),
        )

    some = st.builds(
        HowSaid,
        relocations=said(st.none()),
        financial=said(optional(original_amounts())),
        alternative=said(st.none()),
    )
    return st.just(HowSaid()) | some


@cache
def measures() -> st.SearchStrategy[AlternativeMeasure]:
    return st.builds(
        AlternativeMeasure,
        description=optional(texts()),
        kind=optional(st.sampled_from(MeasureKind)),
        value_cents=optional(cents()),
        method=optional(texts()),
        identified_in_proposal=optional(st.booleans()),
        original=optional(original_amounts()),
    )


@cache
def _recorded_persons() -> st.SearchStrategy[Any]:
    return st.sampled_from([ABSENT, None]) | persons()


@cache
def _recorded_cents() -> st.SearchStrategy[Any]:
    return st.sampled_from([ABSENT, None]) | cents()


@cache
def _recorded_measures() -> st.SearchStrategy[Any]:
    return st.sampled_from([ABSENT, None]) | st.lists(measures(), min_size=1, max_size=3).map(tuple)


@st.composite
def pledges(draw: st.DrawFn) -> Pledge:
    """Pledges with every mixture of nothing recorded, explicitly none and a value."""
    if draw(st.integers(0, 4)) == 0:
        return draw(st.sampled_from([Pledge(), NO_PLEDGE]))
    relocations: Any = draw(_recorded_persons())
    whole = relocations if isinstance(relocations, int) else 0
    return Pledge(
        relocations=relocations,
        financial_cents=draw(_recorded_cents()),
        alternative=draw(_recorded_measures()),
        of_which_beneficiaries=draw(st.integers(0, whole)),
        bilateral_agreement=draw(optional(texts())),
        offsets_planned=draw(st.integers(0, whole)),
        note=draw(optional(texts())),
        said=draw(how_said()),
    )


@cache
def deductions() -> st.SearchStrategy[Deduction]:
    return st.builds(
        Deduction,
        basis=st.sampled_from(DeductionBasis),
        stage=st.sampled_from(DeductionStage),
        extent=optional(
            st.builds(DeductionAmounts, relocations=persons(), financial_cents=cents(), alternative_cents=cents())
        ),
        self_declared=st.booleans(),
        announced=optional(days()),
        requested=optional(days()),
        assessed=optional(days()),
        decided=optional(days()),
        act=optional(texts()),
        note=optional(texts()),
        contents=optional(some_of(RequestContent)),
    )


@cache
def state_records(code: str) -> st.SearchStrategy[StateRecord]:
    return st.builds(
        StateRecord,
        code=st.just(code),
        flags=some_of(Flag),
        pressure_basis=some_of(PressureBasis),
        benefitting_since=optional(days()),
        systemic_shortcomings=st.booleans(),
        crisis_credit=persons(),
        pledge=pledges(),
        deductions=st.lists(deductions(), max_size=2).map(tuple),
        crisis_credit_act=optional(texts()),
    )


@cache
def key_states(code: str) -> st.SearchStrategy[KeyState]:
    return st.builds(
        KeyState,
        code=st.just(code),
        population=optional(persons()),
        gdp=optional(cents()),
        participates=st.booleans(),
        population_flags=some_of(DataFlag),
        gdp_flags=some_of(DataFlag),
        remark=optional(texts()),
    )


@cache
def keys() -> st.SearchStrategy[Key]:
    return st.builds(
        Key,
        population_date=optional(days()),
        population_source=optional(texts()),
        gdp_year=optional(years()),
        gdp_source=optional(texts()),
        states=for_states(key_states, most=8),
        # Few shares of at most 3 % stay below the whole.
        adopted_shares=for_states(lambda code: st.tuples(st.just(code), percents(3)), most=4),
        population_extracted=optional(days()),
        gdp_extracted=optional(days()),
    )


@cache
def pools() -> st.SearchStrategy[Pool]:
    return st.builds(
        Pool,
        relocations=optional(persons()),
        financial_cents=optional(cents()),
        proposal_relocations=optional(persons()),
        proposal_financial_cents=optional(cents()),
        exceptional=st.booleans(),
        sar_percent=optional(percents(150)),
        named_measures=st.lists(texts(), max_size=3).map(tuple),
    )


@cache
def source_acts() -> st.SearchStrategy[SourceAct]:
    return st.builds(SourceAct, reference=optional(texts()), date=optional(days()))


@cache
def by_year() -> st.SearchStrategy[tuple[tuple[int, int], ...]]:
    return st.dictionaries(years(), persons(), max_size=6).map(lambda counts: tuple(sorted(counts.items())))


@cache
def applications(code: str) -> st.SearchStrategy[Applications]:
    return st.builds(Applications, code=st.just(code), years=by_year(), population=by_year())


@cache
def meetings() -> st.SearchStrategy[tuple[Meeting, ...]]:
    one = st.builds(Meeting, id=texts(8), kind=st.sampled_from(MeetingKind), date=optional(days()))
    return st.lists(one, max_size=3, unique_by=lambda meeting: meeting.id).map(tuple)


@st.composite
def readings(draw: st.DrawFn, procedure: Procedure = Procedure.ANNUAL_POOL) -> tuple[tuple[str, str], ...]:
    """Every reading of a procedure, written out by name but for the defaults that a document leaves out."""
    chosen = {
        reading.name: draw(st.sampled_from(sorted(reading.choices)) if reading.choices else days().map(date.isoformat))
        for reading in readings_of(procedure)
    }
    return written_out(procedure, chosen)


@cache
def holidays() -> st.SearchStrategy[tuple[Holiday, ...]]:
    one = st.builds(Holiday, date=days(), name=optional(texts()))
    listed = st.lists(one, max_size=3, unique_by=lambda holiday: holiday.date)
    return listed.map(lambda found: tuple(sorted(found, key=lambda holiday: holiday.date)))


@cache
def acknowledgements() -> st.SearchStrategy[tuple[Acknowledgement, ...]]:
    """Answers to rules known and unknown, about states of both sorts and about the forum."""
    one = st.builds(
        Acknowledgement,
        rule=st.sampled_from(["AMMR-57-3b", "AMMR-12-2"]) | texts(),
        state=optional(st.sampled_from([*PROTOCOL_ORDER, *ASSOCIATED_NAMES])),
        message=texts(),
        reason=texts().filter(lambda reason: bool(reason.strip())),
        by=optional(texts()),
        on=optional(days()),
    )
    listed = st.lists(one, max_size=3, unique_by=lambda each: (each.rule, each.state, each.message))
    return listed.map(in_order)


@cache
def ballots() -> st.SearchStrategy[Ballot]:
    """A vote of the Council; often there is none."""
    line = st.builds(
        BallotLine,
        code=st.sampled_from(BOUND),
        vote=optional(st.sampled_from(Vote)),
        population=optional(persons()),
    )
    some = st.builds(
        Ballot,
        date=optional(days()),
        reference=optional(texts()),
        population_source=optional(texts()),
        population_date=optional(days()),
    )
    with_lines = st.builds(Ballot.with_lines, some, st.lists(line, max_size=4))
    return st.just(NO_BALLOT) | with_lines


@cache
def forums() -> st.SearchStrategy[Forum]:
    """Forums as the reader of documents gives them."""
    contribution = st.builds(
        AssociatedContribution,
        code=st.sampled_from(sorted(ASSOCIATED_NAMES)),
        description=optional(texts()),
        value_cents=optional(cents()),
    )
    act = st.builds(AdoptedAct, optional(st.sampled_from(["2026/2511", "2027/1"])), official_journal=optional(texts()))
    return st.builds(
        lambda adoption, **values: Forum(adopted=adoption[0], adopted_act=adoption[1], **values),
        adoption=st.tuples(days(), st.just(NOT_NUMBERED) | act) | st.just((None, NOT_NUMBERED)),
        title=optional(texts()),
        note=optional(texts()),
        year=optional(years()),
        classification=st.sampled_from(Classification),
        as_of=optional(days()),
        shares_status=st.sampled_from(SharesStatus),
        readings=readings(),
        basis=st.builds(Basis, report=source_acts(), decision=source_acts(), proposal=source_acts()),
        key=keys(),
        pool=pools(),
        meetings=meetings(),
        applications=for_states(applications, most=3),
        states=for_states(state_records, most=4),
        associated=st.lists(contribution, max_size=2).map(
            lambda found: tuple(sorted(found, key=lambda each: list(ASSOCIATED_NAMES).index(each.code)))
        ),
        applications_source=optional(texts()),
        holidays=holidays(),
        acknowledgements=acknowledgements(),
        vote=ballots(),
    )
