"""Pledge, coverage, gap, deduction and net of one state (Art. 56, 57, 61 to 63)."""

from fractions import Fraction
from typing import Final

from desktop_app.calc.derivation import Unit
from desktop_app.calc.exact import CENTS
from desktop_app.calc.explain import inputs, unknown
from desktop_app.calc.explain.figure import Answer, Figure, State, rounded_up, told_apart
from desktop_app.calc.forum import AlternativeMeasure
from desktop_app.calc.readings import ROUNDING
from desktop_app.calc.sentences import say
from desktop_app.calc.wording import money, money_of, number, percent, persons, relocations

_PLEDGE: Final = "Art. 56(2), 57(3)-(4)"
_COVERAGE: Final = "Art. 56(2), 57(3)"
_NO_EQUIVALENTS: Final = (unknown.outside_the_key, unknown.nothing_recorded, unknown.no_rate)
_NO_COMPARISON: Final = (*_NO_EQUIVALENTS, unknown.no_share)


def _in_eur(cents: int | None) -> Fraction | None:
    return None if cents is None else Fraction(cents, CENTS)


def _relocations(state: State) -> Answer:
    count = state.row.pledged_relocations or 0
    words = say("{begin} has pledged {relocations}.", begin=state.begin, relocations=relocations(count))
    if state.record.pledge.relocations is None:
        words = say("{begin} has explicitly pledged no relocations, which counts as 0.", begin=state.begin)
    given = inputs.recorded("recorded_relocations", say("{title}: relocations", title=state.title), count, Unit.PERSONS)
    return Answer("recorded_relocations", (given,), words)


def _financial(state: State) -> Answer:
    cents = state.row.pledged_financial_cents or 0
    words = say("{begin} has pledged a financial contribution of {money}.", begin=state.begin, money=money(cents))
    if state.record.pledge.financial_cents is None:
        words = say("{begin} has explicitly pledged no financial contribution, which counts as 0.", begin=state.begin)
    title = say("{title}: financial contribution", title=state.title)
    given = inputs.recorded("recorded_contribution", title, inputs.eur(cents), Unit.EUR)
    return Answer("recorded_contribution", (given,), words)


def _measures(state: State) -> tuple[AlternativeMeasure, ...]:
    measures = state.record.pledge.alternative
    return measures if isinstance(measures, tuple) else ()


def _alternative(state: State) -> Answer:
    measures = _measures(state)
    worth = money(state.row.pledged_alternative_cents or 0)
    if not measures:
        words = say("{begin} has explicitly pledged no alternative measures, which counts as 0.", begin=state.begin)
    elif len(measures) == 1:
        words = say("{begin} has pledged one alternative measure, valued at {worth}.", begin=state.begin, worth=worth)
    else:
        words = say(
            "{begin} has pledged {count} alternative measures, together valued at {worth}.",
            begin=state.begin,
            count=len(measures),
            worth=worth,
        )
    values = tuple(inputs.eur(measure.value_cents or 0) for measure in measures)
    given = inputs.listed(
        "values_of_measures",
        say("{title}: value of each measure", title=state.title),
        values,
        Unit.EUR,
        inputs.AT_THE_FORUM,
    )
    return Answer("sum(values_of_measures)", (given,), words)


def _equivalents(state: State) -> Answer:
    row = state.row
    money_and_measures = (row.pledged_financial_cents or 0) + (row.pledged_alternative_cents or 0)
    words = say(
        "{relocations}, and {money} of money and measures at {money_of} a relocation, are {number} "
        "relocation equivalents.",
        relocations=relocations(row.pledged_relocations or 0),
        money=money(money_and_measures),
        money_of=money_of(state.rate),
        number=number(row.equivalents or 0),
    )
    given = (inputs.relocations(state), inputs.financial(state), inputs.alternative(state), inputs.rate(state))
    formula = "pledged_relocations + (pledged_financial_eur + pledged_alternative_eur) / rate_eur"
    return Answer(formula, given, words)


def _coverage_percent(state: State) -> Answer:
    row = state.row
    words = say(
        "{equivalents} equivalents are {percent} of the fair share of {exact_fair_share} before rounding.",
        equivalents=number(row.equivalents or 0),
        percent=percent(row.coverage or 0),
        exact_fair_share=number(row.exact_fair_share or 0),
    )
    given = (inputs.equivalents(state), inputs.exact_fair_share(state))
    return Answer("100 * equivalents / exact_fair_share", given, words)


_COMPARED: Final = "equivalents >= min(exact_fair_share, fair_share_relocations)"


def _compared(state: State, formula: str, missing: str) -> Answer:
    """Answer with ``formula``, which holds the pledge against the fair share; ``missing`` says what is short."""
    row = state.row
    whole = row.fair_share_relocations or 0
    given = (
        inputs.equivalents(state),
        inputs.exact_fair_share(state),
        inputs.linked(state, "fair_share_relocations", say("fair share in whole relocations"), whole, Unit.PERSONS),
    )
    exact, pledged = row.exact_fair_share or 0, row.equivalents or 0
    places = told_apart(pledged, min(exact, whole))
    both = say(
        "the fair share before rounding ({number}) and the rounded one ({persons})",
        number=number(exact, places),
        persons=persons(whole),
    )
    begin = say("{number} equivalents", number=number(pledged, places))
    if row.met:
        words = say(
            "{begin} reach the smaller of {both}: the fair share is met, nothing is missing.", begin=begin, both=both
        )
    else:
        words = say("{begin} stay below {both}; {missing}.", begin=begin, both=both, missing=missing)
    return Answer(formula, given, words)


def _missing(state: State) -> str:
    return say("missing: {rounded_up}", rounded_up=rounded_up(state.row.gap or 0))


def _met(state: State) -> Answer:
    return _compared(state, _COMPARED, _missing(state))


def _gap_relocations(state: State) -> Answer:
    return _compared(state, f"when({_COMPARED}, 0, up(exact_fair_share - equivalents))", _missing(state))


def _gap_eur(state: State) -> Answer:
    gap, amount = state.row.gap or 0, state.row.gap_eur or 0
    missing = say(
        "missing: {relocations}, at {money} each {amount}",
        relocations=relocations(gap),
        money=money_of(state.rate),
        amount=money_of(amount),
    )
    answer = _compared(state, f"when({_COMPARED}, 0, (exact_fair_share - equivalents) * rate_eur)", missing)
    return Answer(answer.formula, (*answer.inputs, inputs.rate(state)), answer.words)


FIGURES: Final[tuple[Figure[State], ...]] = (
    Figure(
        "pledged_relocations",
        say("relocations pledged"),
        Unit.PERSONS,
        say("whole persons as recorded"),
        _PLEDGE,
        lambda state: state.row.pledged_relocations,
        _relocations,
        (unknown.not_bound, unknown.no_relocations),
    ),
    Figure(
        "pledged_financial_eur",
        say("financial contribution pledged"),
        Unit.EUR,
        say("to the cent as recorded"),
        _PLEDGE,
        lambda state: _in_eur(state.row.pledged_financial_cents),
        _financial,
        (unknown.not_bound, unknown.no_financial),
    ),
    Figure(
        "pledged_alternative_eur",
        say("alternative measures pledged"),
        Unit.EUR,
        say("to the cent as recorded"),
        _PLEDGE,
        lambda state: _in_eur(state.row.pledged_alternative_cents),
        _alternative,
        (unknown.not_bound, unknown.no_alternative),
    ),
    Figure(
        "equivalents",
        say("pledge in relocation equivalents"),
        Unit.RELOCATION_EQUIVALENTS,
        say("exact; shown with at most two decimals"),
        _PLEDGE,
        lambda state: state.row.equivalents,
        _equivalents,
        _NO_EQUIVALENTS,
    ),
    Figure(
        "coverage_percent",
        say("coverage of the fair share"),
        Unit.PERCENT,
        say("shown with two decimals, half up"),
        _COVERAGE,
        lambda state: None if state.row.coverage is None else 100 * state.row.coverage,
        _coverage_percent,
        (*_NO_COMPARISON, unknown.nothing_to_cover),
    ),
    Figure(
        "met",
        say("fair share met"),
        Unit.YES_NO,
        say("compared exactly"),
        _COVERAGE,
        lambda state: state.row.met,
        _met,
        _NO_COMPARISON,
        readings=(ROUNDING.name,),
    ),
    Figure(
        "gap_relocations",
        say("gap in relocations"),
        Unit.PERSONS,
        say("rounded up to whole persons"),
        _COVERAGE,
        lambda state: state.row.gap_relocations,
        _gap_relocations,
        _NO_COMPARISON,
        readings=(ROUNDING.name,),
    ),
    Figure(
        "gap_eur",
        say("gap in money"),
        Unit.EUR,
        say("shown to the cent, half up; from the gap before rounding"),
        _COVERAGE,
        lambda state: state.row.gap_eur,
        _gap_eur,
        _NO_COMPARISON,
        readings=(ROUNDING.name,),
    ),
)
