"""Forums on migratory pressure, as the reader of documents gives them."""

from fractions import Fraction
from functools import cache

from hypothesis import strategies as st

from desktop_app.calc.contribution_types import (
    ContributionType,
    SponsorshipActivity,
)
from desktop_app.calc.forum import Classification, Forum, Procedure
from desktop_app.calc.listing_order import (
    indicators_in_order,
    plans_in_order,
    sources_in_order,
)
from desktop_app.calc.member_states import POSITION
from desktop_app.calc.migratory_pressure import (
    Credit,
    MigratoryPressure,
    PressureReport,
    PressureResponseAct,
    Trigger,
    TypeRound,
    TypesSet,
)
from desktop_app.calc.pressure_plans import PressurePlan, TypeShares
from desktop_app.calc.pressure_situation import (
    Blueprint,
    IndicatorFigure,
    NeedsAnalysis,
    PressureIndicator,
    PressureSource,
    Situation,
    SituationReportKind,
    SourceUsed,
)
from desktop_app.calc.response_plans import ResponseMeasureKind
from tests.response_strategies import measures
from tests.solidarity_strategies import MEMBERS, exact_persons, few, few_named, nationalities, solidarity
from tests.strategies import (
    acknowledgements,
    applications,
    days,
    for_states,
    keys,
    optional,
    percents,
    persons,
    readings,
    some_of,
    texts,
    years,
)


@cache
def situations() -> st.SearchStrategy[Situation]:
    """Assessments; only point (g) of the sources has a kind of report."""
    note = optional(texts())
    indicator = st.builds(
        IndicatorFigure,
        st.sampled_from(PressureIndicator),
        optional(persons()),
        optional(persons()),
        nationalities(),
        note,
    )
    source = st.builds(SourceUsed, st.sampled_from(PressureSource), note, optional(days()), st.none(), note)
    report = st.builds(
        SourceUsed,
        st.just(PressureSource.SITUATIONAL_AWARENESS),
        note,
        optional(days()),
        optional(st.sampled_from(SituationReportKind)),
        note,
    )
    return st.builds(
        Situation,
        indicators=few_named(indicator, lambda each: each.indicator).map(indicators_in_order),
        sources=few(source | report).map(sources_in_order),
        blueprint=st.builds(
            Blueprint, st.booleans(), optional(days()), optional(days()), st.booleans(), optional(days()), note
        ),
        needs=st.builds(NeedsAnalysis, note, note, note, note),
        note=note,
    )


@cache
def shares() -> st.SearchStrategy[TypeShares]:
    """Shares that total 100, or not."""
    whole = st.tuples(st.integers(0, 1_000), st.integers(0, 1_000)).map(sorted)
    split = whole.map(
        lambda cuts: TypeShares(Fraction(cuts[0], 10), Fraction(cuts[1] - cuts[0], 10), Fraction(1_000 - cuts[1], 10))
    )
    return split | st.builds(TypeShares, percents(100), percents(100), percents(100))


@cache
def _whole_shares() -> st.SearchStrategy[TypeShares]:
    return shares().filter(lambda each: each.total == 100)


@cache
def pressure_plans() -> st.SearchStrategy[tuple[PressurePlan, ...]]:
    """A few revisions of a few plans."""
    one = st.builds(
        PressurePlan,
        code=MEMBERS,
        reference=optional(texts()),
        revision=st.integers(0, 2),
        submitted=optional(days()),
        shares=shares(),
        minors_applicants=persons(),
        minors_beneficiaries=persons(),
        nationalities=nationalities(),
        activities=some_of(SponsorshipActivity),
        covered=st.just(Fraction(0)) | exact_persons(),
        measures=few(measures()),
        reduction_requested=st.booleans(),
        average_shown=optional(st.builds(Fraction, st.integers(0, 10**9), st.integers(1, 10**9))),
        note=optional(texts()),
    )
    return st.lists(one, max_size=3, unique_by=lambda plan: (plan.code, plan.revision)).map(plans_in_order)


@cache
def reports() -> st.SearchStrategy[PressureReport]:
    text = optional(texts())
    return st.builds(
        PressureReport,
        reference=text,
        adopted=optional(days()),
        under_pressure=st.booleans(),
        benefitting=optional(MEMBERS),
        relocations=optional(persons()),
        sponsorship=optional(persons()),
        measures_named=some_of(ResponseMeasureKind),
        nationalities=nationalities(),
        capacity=text,
        own_measures=text,
        timetable=text,
        note=text,
    )


@cache
def acts() -> st.SearchStrategy[PressureResponseAct]:
    return st.builds(
        PressureResponseAct,
        adopted=optional(days()),
        reference=optional(texts()),
        urgent=st.booleans(),
        ends=optional(days()),
        timetable=optional(texts()),
        types_set=for_states(lambda code: st.builds(TypesSet, st.just(code), _whole_shares()), most=2),
        reported=optional(days()),
    )


@st.composite
def migratory_pressure(draw: st.DrawFn) -> MigratoryPressure:
    """Everything that the procedure records; a credit names whom it helped where the report names anybody."""
    report = draw(reports())
    helped = optional(MEMBERS) if report.benefitting is None else MEMBERS
    ledger = st.builds(
        Credit,
        MEMBERS,
        helped,
        st.sampled_from(ContributionType),
        persons(),
        optional(years()),
        optional(days()),
        st.booleans(),
        st.booleans(),
        optional(texts()),
    )
    round_of = st.builds(TypeRound, texts(8), optional(texts()), optional(days()), optional(days()))
    return MigratoryPressure(
        triggered_by=draw(optional(st.sampled_from(Trigger))),
        notified=draw(optional(days())),
        rapid=draw(st.booleans()),
        situation=draw(situations()),
        report=report,
        other_benefitting=tuple(sorted(draw(st.sets(MEMBERS, max_size=2)), key=POSITION.__getitem__)),
        plans=draw(pressure_plans()),
        rounds=draw(few_named(round_of, lambda held: held.id)),
        forum_ended=draw(optional(days())),
        act=draw(acts()),
        credits=draw(few(ledger)),
    )


@cache
def pressure_forums() -> st.SearchStrategy[Forum]:
    """Forums on migratory pressure."""
    return st.builds(
        Forum,
        procedure=st.just(Procedure.MIGRATORY_PRESSURE),
        title=optional(texts()),
        year=optional(years()),
        classification=st.sampled_from(Classification),
        as_of=optional(days()),
        readings=readings(Procedure.MIGRATORY_PRESSURE),
        key=keys(),
        applications=for_states(applications, most=3),
        applications_source=optional(texts()),
        acknowledgements=acknowledgements(),
        migratory_pressure=migratory_pressure(),
        solidarity=solidarity(),
    )
