"""Deductions, what remains of a pledge, and the option of responsibility offsets (Art. 61 to 63)."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Final, cast

from desktop_app.calc.derivation import Exact, Input, Unit
from desktop_app.calc.exact import CENTS
from desktop_app.calc.explain import inputs, unknown
from desktop_app.calc.explain.figure import Answer, Figure, State
from desktop_app.calc.explain.offset_figures import not_applied
from desktop_app.calc.forum import Deduction, DeductionAmounts, DeductionStage
from desktop_app.calc.sentences import joined, ours, say
from desktop_app.calc.wording import listed, money, money_of, number, persons, relocations

_DEDUCTION: Final = say("Art. 61, 62")
_CONTRIBUTING: Final = ("contributing", say("contributing"))
_THRESHOLD: Final = ("threshold_reached", say("threshold reached"))


@dataclass(frozen=True, slots=True)
class _Type:
    """One type of pledge, as deductions see it."""

    name: str
    title: str
    unit: Unit
    units_per_shown: int
    pledged: Callable[[State], Input]
    amount: Callable[[DeductionAmounts], int]
    deducted: Callable[[State], int | None]


_TYPES: Final = (
    _Type(
        "granted_relocations",
        "relocations",
        Unit.PERSONS,
        1,
        inputs.relocations,
        lambda extent: extent.relocations,
        lambda state: state.row.deducted_relocations,
    ),
    _Type(
        "granted_financial",
        "money",
        Unit.EUR,
        CENTS,
        inputs.financial,
        lambda extent: extent.financial_cents,
        lambda state: state.row.deducted_financial_cents,
    ),
    _Type(
        "granted_alternative",
        "measures",
        Unit.EUR,
        CENTS,
        inputs.alternative,
        lambda extent: extent.alternative_cents,
        lambda state: state.row.deducted_alternative_cents,
    ),
)


def _granted(state: State) -> list[Deduction]:
    return [each for each in state.record.deductions if each.stage is DeductionStage.GRANTED]


def _granted_amounts(state: State, kind: _Type, pledged: Input) -> Input:
    """Return what each granted deduction takes of one type; a full one takes all that is pledged."""
    granted = _granted(state)
    amounts = [
        cast("Exact", pledged.value)
        if each.extent is None
        else Fraction(kind.amount(each.extent), kind.units_per_shown)
        for each in granted
    ]
    acts = listed(sorted({each.act or say("act not recorded") for each in granted}))
    days = sorted(each.decided for each in granted if each.decided is not None)
    title = say("{title}: {title_2} in each granted deduction", title=state.title, title_2=ours(kind.title))
    return Input(kind.name, title, tuple(amounts), kind.unit, acts, days[-1].isoformat() if days else "")


def _deducted_equivalents(state: State) -> Answer:
    if not _granted(state):
        stage = state.row.deduction_stage
        words = say("No deduction of {name} is recorded, so nothing comes off.", name=state.name)
        if stage is not None:
            words = say(
                "The deduction of {name} is {stage}, not granted: it changes nothing.",
                name=state.name,
                stage=ours(stage.value),
            )
        return Answer("0", (), words)
    touched = [kind for kind in _TYPES if kind.deducted(state)]
    if not touched:
        return Answer("0", (), say("What was granted to {name} takes nothing off its pledge.", name=state.name))
    given: list[Input] = []
    people, sums = "", list[str]()
    for kind in touched:
        pledged = kind.pledged(state)
        given += [pledged, _granted_amounts(state, kind, pledged)]
        formula = f"min({pledged.name}, sum({kind.name}))"
        if kind.unit is Unit.PERSONS:
            people = formula
        else:
            sums.append(formula)
    if sums:
        given.append(inputs.rate(state))
    in_relocations = f"({' + '.join(sums)}) / rate_eur" if sums else ""
    formula = " + ".join(filter(None, (people, in_relocations)))
    return Answer(formula, tuple(given), _deducted_words(state, with_rate=bool(sums)))


def _deducted_words(state: State, *, with_rate: bool) -> str:
    row = state.row
    cents = (row.deducted_financial_cents or 0) + (row.deducted_alternative_cents or 0)
    what = [relocations(row.deducted_relocations)] if row.deducted_relocations else []
    if cents:
        what.append(say("{money} of money and measures", money=money(cents)))
    total = number(row.deducted_equivalents or 0)
    at_rate = (
        say(", at {money} a relocation {total} equivalents", money=money_of(state.rate), total=total)
        if with_rate
        else ""
    )
    return say(
        "Granted deductions take {listed} off the pledge of {name}{rate}; never more than it pledged.",
        listed=listed(what),
        name=state.name,
        rate=at_rate,
    )


def _net_equivalents(state: State) -> Answer:
    row = state.row
    deducted = row.deducted_equivalents or 0
    given = inputs.linked(
        state, "deducted_equivalents", say("granted deductions"), deducted, Unit.RELOCATION_EQUIVALENTS
    )
    words = say(
        "{equivalents} equivalents less granted deductions of {deducted} leave {net_equivalents}.",
        equivalents=number(row.equivalents or 0),
        deducted=number(deducted),
        net_equivalents=number(row.net_equivalents or 0),
    )
    return Answer("equivalents - deducted_equivalents", (inputs.equivalents(state), given), words)


def _granted_of_the_unknown(state: State) -> str:
    """A deduction is granted from a pledge that is not known."""
    reasons = (say("A deduction is granted."), unknown.nothing_recorded(state), unknown.no_rate(state))
    return joined(" ", filter(None, reasons))


def _offset_option(state: State) -> Answer:
    """Tell whether offsets may be offered; ``a`` by the pool's relocations, ``b`` by the state's own."""
    if not state.row.in_key:
        return _no(state, _CONTRIBUTING, unknown.outside_the_key(state))
    if state.row.benefitting:
        reason = say(
            "{begin} benefits from the pool; only a contributing Member State may offer offsets.", begin=state.begin
        )
        return _no(state, _CONTRIBUTING, reason)
    both = (_by_pool(state), _by_own(state))
    words = joined(" ", (each.words for each in both))
    formula = " or ".join(each.formula for each in both if each.formula)
    if not formula:
        return _no(state, _THRESHOLD, words)
    return Answer(formula, (*both[0].inputs, *both[1].inputs), words + not_applied(state.offsets))


def _no(state: State, condition: tuple[str, str], words: str) -> Answer:
    """Answer no, because one condition alone, given by its name and in words, does not hold."""
    name, called = condition
    title = say("{title}: {called}", title=state.title, called=called)
    return Answer(name, (Input(name, title, value=False, unit=Unit.YES_NO, source=inputs.COMPUTED),), words)


def _by_pool(state: State) -> Answer:
    proposed = state.forum.pool.proposal_relocations
    if not proposed:
        return Answer("", (), say("(a) The Commission's proposal has no number of relocations."))
    total = state.assessment.totals.pledged_relocations
    reached = say("at least") if 2 * total >= proposed else say("less than")
    words = say(
        "(a) All states together pledge {relocations}, {reached} half of the {persons} in the Commission's proposal.",
        relocations=relocations(total),
        reached=reached,
        persons=persons(proposed),
    )
    pledged = inputs.pool_linked("relocations_of_all", say("relocations pledged by all states"), total, Unit.PERSONS)
    given = (replace(pledged, figure="pledged_relocations"), inputs.proposal_relocations(state))
    return Answer("relocations_of_all >= proposal_relocations / 2", given, words)


def _by_own(state: State) -> Answer:
    row = state.row
    if not row.exact_fair_share or row.pledged_relocations is None:
        reasons = (unknown.no_share, unknown.no_reference_relocations, unknown.no_relocations)
        known = next(filter(None, (reason(state) for reason in reasons)), say("The fair share is 0."))
        return Answer("", (), say("(b) {known}", known=known))
    reached = say("at least") if 2 * row.pledged_relocations >= row.exact_fair_share else say("less than")
    words = say(
        "(b) {begin} pledges {relocations}, {reached} half of its fair share of {number}.",
        begin=state.begin,
        relocations=relocations(row.pledged_relocations),
        reached=reached,
        number=number(row.exact_fair_share),
    )
    given = (inputs.relocations(state), inputs.exact_fair_share(state))
    return Answer("pledged_relocations >= exact_fair_share / 2", given, words)


FIGURES: Final[tuple[Figure[State], ...]] = (
    Figure(
        "deducted_equivalents",
        say("granted deductions in relocation equivalents"),
        Unit.RELOCATION_EQUIVALENTS,
        say("exact; shown with at most two decimals"),
        _DEDUCTION,
        lambda state: state.row.deducted_equivalents,
        _deducted_equivalents,
        (_granted_of_the_unknown,),
    ),
    Figure(
        "net_equivalents",
        say("pledge less granted deductions"),
        Unit.RELOCATION_EQUIVALENTS,
        say("exact; shown with at most two decimals"),
        _DEDUCTION,
        lambda state: state.row.net_equivalents,
        _net_equivalents,
        (unknown.outside_the_key, unknown.nothing_recorded, unknown.no_rate),
    ),
    Figure(
        "offset_option",
        say("responsibility offsets may be offered"),
        Unit.YES_NO,
        say("compared exactly"),
        "Art. 63(2)",
        lambda state: state.row.offset_option != "no",
        _offset_option,
    ),
)
