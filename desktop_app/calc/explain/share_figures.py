"""Share of the key and fair share of one state (Art. 57(3), 66 and Annex I)."""

from fractions import Fraction
from typing import Final

from desktop_app.calc.derivation import Input, Unit
from desktop_app.calc.explain import inputs, unknown
from desktop_app.calc.explain.figure import Answer, Figure, Sharing, State, at_beginning, in_sentence
from desktop_app.calc.readings import ROUNDING
from desktop_app.calc.sentences import say
from desktop_app.calc.wording import money_of, number, percent, persons

_KEY: Final = say("Art. 66 and Annex I")
_FAIR_SHARE: Final = "Art. 57(3), 66 and Annex I"
_NO_SHARE: Final = (unknown.outside_the_key, unknown.no_share)
_NO_FAIR_SHARE: Final = (*_NO_SHARE, unknown.no_reference_relocations)
_NO_MONEY: Final = (*_NO_SHARE, unknown.no_rate)
SHARE_DECIMALS: Final = 4


def share_of(state: Sharing) -> Answer:
    """Say why a share is what it is: half of the population's and half of the gross domestic product's."""
    row_share = percent(state.share, SHARE_DECIMALS)
    if state.code in state.key.adopted:
        words = say(
            "The act gives {in_sentence} {row_share}; an adopted share takes the place of the computed one, "
            "and the shares of the others are not rescaled.",
            in_sentence=in_sentence(state.code),
            row_share=row_share,
        )
        return Answer("adopted_share / 100", (inputs.adopted_share(state),), words)
    given = (inputs.population(state), inputs.populations(state), inputs.gdp(state), inputs.gdps(state))
    known = state.key.participants[state.code]
    people = percent(Fraction(known.population or 0, state.key.population_total or 1))
    product = percent(Fraction(known.gdp or 0, state.key.gdp_total or 1))
    words = say(
        "{at_beginning} has {people} of the population and {product} of the gross domestic product of "
        "the {count} states of the key; half of each adds up to {row_share}.",
        at_beginning=at_beginning(state.code),
        people=people,
        product=product,
        count=len(state.key.participants),
        row_share=row_share,
    )
    return Answer("population / sum(populations) / 2 + gdp / sum(gdps) / 2", given, words)


def share_percent_of(state: Sharing) -> Answer:
    """Say the same of the share in percent."""
    answer = share_of(state)
    if state.code in state.key.adopted:
        return Answer("adopted_share", answer.inputs, answer.words)
    return Answer("50 * population / sum(populations) + 50 * gdp / sum(gdps)", answer.inputs, answer.words)


def _exact_fair_share(state: State) -> Answer:
    reference = inputs.reference_relocations(state)
    given = (inputs.share(state), reference)
    quota = (state.row.share or 0) * state.reference_relocations
    words = say(
        "{percent} of the reference number of {persons} relocations is {number}",
        percent=percent(state.row.share or 0, SHARE_DECIMALS),
        persons=persons(state.reference_relocations),
        number=number(quota),
    )
    credit = state.record.crisis_credit
    if not credit:
        return Answer("share * reference_relocations", given, say("{words}.", words=words))
    left = number(state.row.exact_fair_share or 0)
    words += say("; a crisis credit of {persons} comes off, which leaves {left}.", persons=persons(credit), left=left)
    formula = "max(0, share * reference_relocations - crisis_credit)"
    return Answer(formula, (*given, inputs.crisis_credit(state)), words)


def _fair_share_relocations(state: State) -> Answer:
    if state.reading(ROUNDING.name) == "largest-remainder":
        return _handed_out(state)
    exact = state.row.exact_fair_share or 0
    whole = persons(state.row.fair_share_relocations or 0)
    up = state.reading(ROUNDING.name) == "up"
    how = say("rounded up to whole persons") if up else say("rounded to the nearest whole person, a half up")
    formula = "up(exact_fair_share)" if up else "nearest(exact_fair_share)"
    words = say(
        "The fair share before rounding is {number} relocations; {how}: {whole}.",
        number=number(exact),
        how=how,
        whole=whole,
    )
    return Answer(formula, (inputs.exact_fair_share(state),), words)


def _handed_out(state: State) -> Answer:
    """Tell what the largest remainder gave: whole units first, then what was left, before any credit."""
    credit = state.record.crisis_credit
    quota = (state.row.share or 0) * state.reference_relocations
    whole = quota.numerator // quota.denominator
    beyond = (state.handed_out[state.code] or 0) - whole
    remainder = Input(
        "units_by_remainder",
        say("{title}: units handed out by remainder", title=state.title),
        beyond,
        Unit.PERSONS,
        say("largest remainders; ties to the larger population, then by code"),
    )
    given = (inputs.share(state), inputs.reference_relocations(state), remainder)
    handed_out = sum(count or 0 for count in state.handed_out.values())
    what = say("The reference number of {persons} is handed out exactly", persons=persons(handed_out))
    if handed_out != state.reference_relocations:
        # Adopted shares that do not add up to 100 %.
        what = say(
            "{persons} are handed out, as close to the reference number as the shares allow",
            persons=persons(handed_out),
        )
    words = say(
        "{what}: {name} gets the {whole} whole relocations of {number} and, by its remainder, {more} more",
        what=what,
        name=state.name,
        whole=persons(whole),
        number=number(quota),
        more=persons(beyond),
    )
    formula = "down(share * reference_relocations) + units_by_remainder"
    if not credit:
        return Answer(formula, given, say("{words}.", words=words))
    left = persons(state.row.fair_share_relocations or 0)
    words += say("; a crisis credit of {persons} comes off, which leaves {left}.", persons=persons(credit), left=left)
    return Answer(f"max(0, {formula} - crisis_credit)", (*given, inputs.crisis_credit(state)), words)


def _fair_share_eur(state: State) -> Answer:
    words = say(
        "{number} relocations at {money} each are {amount}.",
        number=number(state.row.exact_fair_share or 0),
        money=money_of(state.rate),
        amount=money_of(state.row.fair_share_eur or 0),
    )
    return Answer("exact_fair_share * rate_eur", (inputs.exact_fair_share(state), inputs.rate(state)), words)


FIGURES: Final[tuple[Figure[State], ...]] = (
    Figure(
        "share",
        say("share of the reference key"),
        Unit.RATIO,
        say("exact, 1 is the whole"),
        _KEY,
        lambda state: state.row.share,
        share_of,
        _NO_SHARE,
    ),
    Figure(
        "share_percent",
        say("share of the reference key in percent"),
        Unit.PERCENT,
        say("shown with four decimals, half up; reckoned on exactly"),
        _KEY,
        lambda state: None if state.row.share is None else 100 * state.row.share,
        share_percent_of,
        _NO_SHARE,
    ),
    Figure(
        "exact_fair_share",
        say("fair share before rounding"),
        Unit.PERSONS,
        say("exact"),
        _FAIR_SHARE,
        lambda state: state.row.exact_fair_share,
        _exact_fair_share,
        _NO_FAIR_SHARE,
    ),
    Figure(
        "fair_share_relocations",
        say("fair share in relocations"),
        Unit.PERSONS,
        say("whole persons; the law does not say how, the reading does"),
        _FAIR_SHARE,
        lambda state: state.row.fair_share_relocations,
        _fair_share_relocations,
        _NO_FAIR_SHARE,
        readings=(ROUNDING.name,),
    ),
    Figure(
        "fair_share_eur",
        say("fair share in money"),
        Unit.EUR,
        say("shown to the cent, half up; from the fair share before rounding"),
        _FAIR_SHARE,
        lambda state: state.row.fair_share_eur,
        _fair_share_eur,
        _NO_MONEY,
    ),
)
