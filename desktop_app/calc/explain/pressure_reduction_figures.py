"""The 10 % reduction of one state, who takes it over, and the averages behind it (COM(2020) 610, Art. 52(5), 53(3))."""

from fractions import Fraction
from typing import Final, cast

from desktop_app.calc.derivation import Input, Unit
from desktop_app.calc.explain import inputs
from desktop_app.calc.explain import pressure_inputs as given
from desktop_app.calc.explain import proposal_inputs as shared
from desktop_app.calc.explain.figure import Answer, Figure
from desktop_app.calc.explain.inputs import COMPUTED
from desktop_app.calc.explain.pressure_subject import Pressure, PressureState
from desktop_app.calc.explain.proposal_plans import without_plan
from desktop_app.calc.explain.proposal_subject import STATUS
from desktop_app.calc.explain.reduction_figures import (
    REFERENCE,
    TOUCHED,
    eligible,
    own_average,
    period_of,
    union_average,
)
from desktop_app.calc.explain.unknown import NO_AVERAGES
from desktop_app.calc.member_states import name_of
from desktop_app.calc.readings import FIVE_YEARS, REDUCTION_SPREAD, UNION_AVERAGE
from desktop_app.calc.reduction import TOLD_BY, ReductionFigures
from desktop_app.calc.reduction_spread import RequestStanding, Spread, requests_of, spreads_of
from desktop_app.calc.sentences import say
from desktop_app.calc.wording import listed, number, percent

SPREAD: Final = say("COM(2020) 610, Art. 52(5), 53(3); recital 28")
SPREAD_TOUCHED: Final = (REDUCTION_SPREAD.name, *TOUCHED)
_WHY_NOT: Final = {
    RequestStanding.NOT_KNOWN: say("asks for the reduction, but the averages behind it are not known"),
    RequestStanding.NOT_ELIGIBLE: say(
        "asks for the reduction, but its applications per head are not twice the Union's"
    ),
    RequestStanding.NO_PERSONS: say("asks for the reduction, but it delivers measures only, which are never reduced"),
    RequestStanding.NOBODY_ELSE: say("asks for the reduction, but nobody else delivers persons who could take it over"),
}


def no_averages(whole: Pressure) -> str:
    """The series of applications is not complete."""
    return "" if whole.averages else NO_AVERAGES


def _reduction(state: PressureState) -> Answer:
    row = state.row
    if row.reduction:
        limit = (
            "" if -row.reduction == state.exact_key / 10 else say(", which is more than all that it gives by persons")
        )
        words = say(
            "{begin} asks for the reduction and reaches twice the Union's average: 10 % of its share of "
            "{exact_key}{limit}, so {reduction} are taken off.",
            begin=state.begin,
            exact_key=number(state.exact_key),
            limit=limit,
            reduction=number(-row.reduction),
        )
        return Answer("0 - min(exact_key / 10, persons)", (shared.exact_key(state), given.persons(state)), words)
    if row.plan is None:
        return Answer("0", (), without_plan(state))
    standing = {each.code: each.standing for each in requests_of(state.assessment)}.get(state.code)
    why_not = _WHY_NOT[standing] if standing else say("does not ask for the reduction in its plan")
    return Answer("0", (), say("{begin} {why_not}.", begin=state.begin, why_not=why_not))


def _redistributed(state: PressureState) -> Answer:
    spreads = [each for each in spreads_of(state.assessment) if any(part.code == state.code for part in each.parts)]
    if not spreads:
        return Answer("0", (), _takes_nothing(state))
    reduced = listed([name_of(each.code) for each in spreads])
    takers = tuple(each.shares for each in spreads)
    words = say(
        "{listed} are taken off {reduced} and spread by share over the other states that deliver "
        "persons: {name} has {percent} of the key and takes over {number}.",
        listed=listed([number(each.taken_off) for each in spreads]),
        reduced=reduced,
        name=state.name,
        percent=percent(state.share, 4),
        number=number(state.row.redistributed),
    )
    share = inputs.share(state)
    title = say("together, the shares of those who take over what is taken off {reduced}", reduced=reduced)
    if len(spreads) == 1:
        used = (_reduction_of(spreads[0]), share, _ratio("shares_of_takers", title, takers[0]))
        return Answer("0 - reduction * share / shares_of_takers", used, words)
    off = Input(
        "taken_off",
        say("taken off {reduced}", reduced=reduced),
        tuple(each.taken_off for each in spreads),
        Unit.PERSONS,
        COMPUTED,
    )
    used = (share, off, _ratio("shares_of_takers", title, takers))
    return Answer("share * sum(taken_off / shares_of_takers)", used, words)


def _reduction_of(spread: Spread) -> Input:
    """Return the reduction of another state, which can be asked about in turn."""
    title = say("{state}: 10 % reduction", state=name_of(spread.code))
    return Input("reduction", title, -spread.taken_off, Unit.PERSONS, COMPUTED, "", "reduction", spread.code)


def _ratio(name: str, title: str, value: Fraction | tuple[Fraction, ...]) -> Input:
    return Input(name, title, value, Unit.RATIO, COMPUTED)


def _takes_nothing(state: PressureState) -> str:
    if not state.totals.reduction:
        return say("Nobody is reduced, so nobody takes anything over.")
    if not state.row.is_asked:
        return without_plan(state)
    if state.row.reduction:
        return say("{begin} is reduced itself: it takes over nothing of the others' reductions.", begin=state.begin)
    return say(
        "What is taken off is spread over other states that deliver persons; {name} is none of them.", name=state.name
    )


def _reduction_eligible(state: PressureState) -> Answer:
    if state.averages is not None:
        return eligible(state, state.averages)
    source, came = say("the plans recorded in this forum"), state.row.plan is not None
    in_time = Input("plan_in_time", say("{title}: plan in time", title=state.title), came, Unit.YES_NO, source)
    words = say(
        "{without_plan} Only a plan can ask for the reduction, so it cannot be granted. {NO_AVERAGES}",
        without_plan=without_plan(state),
        NO_AVERAGES=NO_AVERAGES,
    )
    return Answer("plan_in_time", (in_time,), words)


def _average(state: PressureState) -> Answer:
    figures = _known(state)
    formula, used = own_average(state, figures)
    words = say(
        "From {period}, {name} had on average {number} applications a year per 100 000 inhabitants.",
        period=period_of(figures),
        name=state.name,
        number=number(TOLD_BY * figures.averages[state.code], 2),
    )
    return Answer(formula, used, words)


def _union_average(whole: Pressure) -> Answer:
    figures = _known(whole)
    formula, used = union_average(whole, figures)
    words = say(
        "From {period}, all participating Member States had on average {number} applications a year "
        "per 100 000 inhabitants.",
        period=period_of(figures),
        number=number(TOLD_BY * figures.union, 2),
    )
    return Answer(formula, used, words)


def _known(whole: Pressure) -> ReductionFigures:
    return cast("ReductionFigures", whole.averages)  # without them the value is not known


FIGURES: Final[tuple[Figure[PressureState], ...]] = (
    Figure(
        "reduction",
        say("10 % reduction"),
        Unit.PERSONS,
        say("exact; 0 or less"),
        SPREAD,
        lambda state: state.row.reduction,
        _reduction,
        status=STATUS,
        readings=SPREAD_TOUCHED,
    ),
    Figure(
        "redistributed",
        say("taken over of others' reductions"),
        Unit.PERSONS,
        say("exact; pro rata by share"),
        SPREAD,
        lambda state: state.row.redistributed,
        _redistributed,
        status=STATUS,
        readings=SPREAD_TOUCHED,
    ),
    Figure(
        "reduction_eligible",
        say("eligible for the 10 % reduction"),
        Unit.YES_NO,
        say("compared exactly"),
        REFERENCE,
        lambda state: state.row.reduction_eligible,
        _reduction_eligible,
        (no_averages,),
        STATUS,
        TOUCHED,
    ),
    Figure(
        "average",
        say("applications per head over five years"),
        Unit.APPLICATIONS_PER_HEAD,
        say("exact"),
        "COM(2020) 610, Art. 52(5) and Annex II",
        lambda state: None if state.averages is None else state.averages.averages[state.code],
        _average,
        (no_averages,),
        STATUS,
        (FIVE_YEARS.name,),
    ),
)
UNION_AVERAGE_FIGURE: Final[Figure[Pressure]] = Figure(
    "union_average",
    say("the Union's applications per head over five years"),
    Unit.APPLICATIONS_PER_HEAD,
    say("exact"),
    "COM(2020) 610, Art. 52(5)",
    lambda whole: None if whole.averages is None else whole.averages.union,
    _union_average,
    (no_averages,),
    STATUS,
    (UNION_AVERAGE.name, FIVE_YEARS.name),
)
