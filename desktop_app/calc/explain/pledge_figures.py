"""Pledge, coverage, gap, deduction and net of one state (Art. 56, 57, 61 to 63)."""

from fractions import Fraction
from typing import Final

from desktop_app.calc.derivation import Unit
from desktop_app.calc.exact import CENTS
from desktop_app.calc.explain import inputs, unknown
from desktop_app.calc.explain.figure import Answer, Figure, State, rounded_up, told_apart
from desktop_app.calc.forum import AlternativeMeasure
from desktop_app.calc.readings import ROUNDING
from desktop_app.calc.wording import money, money_of, number, percent, persons, relocations

_PLEDGE: Final = "Art. 56(2), 57(3)-(4)"
_COVERAGE: Final = "Art. 56(2), 57(3)"
_NO_EQUIVALENTS: Final = (unknown.outside_the_key, unknown.nothing_recorded, unknown.no_rate)
_NO_COMPARISON: Final = (*_NO_EQUIVALENTS, unknown.no_share)


def _in_eur(cents: int | None) -> Fraction | None:
    return None if cents is None else Fraction(cents, CENTS)


def _relocations(state: State) -> Answer:
    count = state.row.pledged_relocations or 0
    words = f"{state.begin} has pledged {relocations(count)}."
    if state.record.pledge.relocations is None:
        words = f"{state.begin} has explicitly pledged no relocations, which counts as 0."
    given = inputs.recorded("recorded_relocations", f"{state.title}: relocations", count, Unit.PERSONS)
    return Answer("recorded_relocations", (given,), words)


def _financial(state: State) -> Answer:
    cents = state.row.pledged_financial_cents or 0
    words = f"{state.begin} has pledged a financial contribution of {money(cents)}."
    if state.record.pledge.financial_cents is None:
        words = f"{state.begin} has explicitly pledged no financial contribution, which counts as 0."
    title = f"{state.title}: financial contribution"
    given = inputs.recorded("recorded_contribution", title, inputs.eur(cents), Unit.EUR)
    return Answer("recorded_contribution", (given,), words)


def _measures(state: State) -> tuple[AlternativeMeasure, ...]:
    measures = state.record.pledge.alternative
    return measures if isinstance(measures, tuple) else ()


def _alternative(state: State) -> Answer:
    measures = _measures(state)
    worth = money(state.row.pledged_alternative_cents or 0)
    if not measures:
        words = f"{state.begin} has explicitly pledged no alternative measures, which counts as 0."
    elif len(measures) == 1:
        words = f"{state.begin} has pledged one alternative measure, valued at {worth}."
    else:
        words = f"{state.begin} has pledged {len(measures)} alternative measures, together valued at {worth}."
    values = tuple(inputs.eur(measure.value_cents or 0) for measure in measures)
    given = inputs.listed(
        "values_of_measures", f"{state.title}: value of each measure", values, Unit.EUR, inputs.AT_THE_FORUM
    )
    return Answer("sum(values_of_measures)", (given,), words)


def _equivalents(state: State) -> Answer:
    row = state.row
    money_and_measures = (row.pledged_financial_cents or 0) + (row.pledged_alternative_cents or 0)
    words = (
        f"{relocations(row.pledged_relocations or 0)}, and {money(money_and_measures)} of money and measures "
        f"at {money_of(state.rate)} a relocation, are {number(row.equivalents or 0)} relocation equivalents."
    )
    given = (inputs.relocations(state), inputs.financial(state), inputs.alternative(state), inputs.rate(state))
    formula = "pledged_relocations + (pledged_financial_eur + pledged_alternative_eur) / rate_eur"
    return Answer(formula, given, words)


def _coverage_percent(state: State) -> Answer:
    row = state.row
    words = (
        f"{number(row.equivalents or 0)} equivalents are {percent(row.coverage or 0)} "
        f"of the fair share of {number(row.exact_fair_share or 0)} before rounding."
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
        inputs.linked(state, "fair_share_relocations", "fair share in whole relocations", whole, Unit.PERSONS),
    )
    exact, pledged = row.exact_fair_share or 0, row.equivalents or 0
    places = told_apart(pledged, min(exact, whole))
    both = f"the fair share before rounding ({number(exact, places)}) and the rounded one ({persons(whole)})"
    begin = f"{number(pledged, places)} equivalents"
    if row.met:
        words = f"{begin} reach the smaller of {both}: the fair share is met, nothing is missing."
    else:
        words = f"{begin} stay below {both}; {missing}."
    return Answer(formula, given, words)


def _missing(state: State) -> str:
    return f"missing: {rounded_up(state.row.gap or 0)}"


def _met(state: State) -> Answer:
    return _compared(state, _COMPARED, _missing(state))


def _gap_relocations(state: State) -> Answer:
    return _compared(state, f"when({_COMPARED}, 0, up(exact_fair_share - equivalents))", _missing(state))


def _gap_eur(state: State) -> Answer:
    gap, amount = state.row.gap or 0, state.row.gap_eur or 0
    missing = f"missing: {relocations(gap)}, at {money_of(state.rate)} each {money_of(amount)}"
    answer = _compared(state, f"when({_COMPARED}, 0, (exact_fair_share - equivalents) * rate_eur)", missing)
    return Answer(answer.formula, (*answer.inputs, inputs.rate(state)), answer.words)


FIGURES: Final[tuple[Figure[State], ...]] = (
    Figure(
        "pledged_relocations",
        "relocations pledged",
        Unit.PERSONS,
        "whole persons as recorded",
        _PLEDGE,
        lambda state: state.row.pledged_relocations,
        _relocations,
        (unknown.not_bound, unknown.no_relocations),
    ),
    Figure(
        "pledged_financial_eur",
        "financial contribution pledged",
        Unit.EUR,
        "to the cent as recorded",
        _PLEDGE,
        lambda state: _in_eur(state.row.pledged_financial_cents),
        _financial,
        (unknown.not_bound, unknown.no_financial),
    ),
    Figure(
        "pledged_alternative_eur",
        "alternative measures pledged",
        Unit.EUR,
        "to the cent as recorded",
        _PLEDGE,
        lambda state: _in_eur(state.row.pledged_alternative_cents),
        _alternative,
        (unknown.not_bound, unknown.no_alternative),
    ),
    Figure(
        "equivalents",
        "pledge in relocation equivalents",
        Unit.RELOCATION_EQUIVALENTS,
        "exact; shown with at most two decimals",
        _PLEDGE,
        lambda state: state.row.equivalents,
        _equivalents,
        _NO_EQUIVALENTS,
    ),
    Figure(
        "coverage_percent",
        "coverage of the fair share",
        Unit.PERCENT,
        "shown with two decimals, half up",
        _COVERAGE,
        lambda state: None if state.row.coverage is None else 100 * state.row.coverage,
        _coverage_percent,
        (*_NO_COMPARISON, unknown.nothing_to_cover),
    ),
    Figure(
        "met",
        "fair share met",
        Unit.YES_NO,
        "compared exactly",
        _COVERAGE,
        lambda state: state.row.met,
        _met,
        _NO_COMPARISON,
        readings=(ROUNDING.name,),
    ),
    Figure(
        "gap_relocations",
        "gap in relocations",
        Unit.PERSONS,
        "rounded up to whole persons",
        _COVERAGE,
        lambda state: state.row.gap_relocations,
        _gap_relocations,
        _NO_COMPARISON,
        readings=(ROUNDING.name,),
    ),
    Figure(
        "gap_eur",
        "gap in money",
        Unit.EUR,
        "shown to the cent, half up; from the gap before rounding",
        _COVERAGE,
        lambda state: state.row.gap_eur,
        _gap_eur,
        _NO_COMPARISON,
        readings=(ROUNDING.name,),
    ),
)
