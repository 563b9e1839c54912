"""The pool's figures: rate, sums over the states, coverage and gaps (Art. 12, 13(4), 57)."""

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from typing import Final

from desktop_app.calc.assessment import Row, Totals
from desktop_app.calc.derivation import Exact, Input, Unit
from desktop_app.calc.exact import CENTS
from desktop_app.calc.explain import inputs, unknown
from desktop_app.calc.explain.figure import Answer, Figure, Pool, rounded_up
from desktop_app.calc.readings import ROUNDING
from desktop_app.calc.rulebooks.annual_pool.rules_proposal import MINIMUM_MONEY_CENTS, MINIMUM_RELOCATIONS
from desktop_app.calc.sentences import say
from desktop_app.calc.wording import money, money_of, number, percent, persons, relocations

_SUMS: Final = "Art. 56(2), 57(3)-(4)"
_GAP: Final = "Art. 13(4), 57(3)"


def _rate(pool: Pool) -> Answer:
    rate = money_of(pool.rate)
    if not pool.reference_relocations:
        given = (
            Input(
                "least_money",
                say("least money of a proposal"),
                MINIMUM_MONEY_CENTS // CENTS,
                Unit.EUR,
                say("Art. 12(2)(b)"),
            ),
            Input(
                "least_relocations",
                say("least relocations of a proposal"),
                MINIMUM_RELOCATIONS,
                Unit.PERSONS,
                say("Art. 12(2)(a)"),
            ),
        )
        words = say(
            "Both reference numbers are 0 in an exceptional situation (Art. 12(4)); a relocation is shown at "
            "the ratio of Art. 12(2), {rate}.",
            rate=rate,
        )
        return Answer("least_money / least_relocations", given, words)
    words = say(
        "{money} over {persons} relocations make {rate} a relocation; no article names the figure.",
        money=money(pool.forum.pool.financial_cents or 0),
        persons=persons(pool.reference_relocations),
        rate=rate,
    )
    given = (inputs.reference_money(pool), inputs.reference_relocations(pool))
    return Answer("reference_money / reference_relocations", given, words)


def _known(pool: Pool, figure: Callable[[Row], Exact | None]) -> list[Exact]:
    return [value for value in map(figure, pool.rows) if value is not None]


def _left_out(pool: Pool, known: int) -> str:
    """Name how many states are left out of a sum because their figure is not known."""
    left = len(pool.rows) - known
    if not left:
        return ""
    if left == 1:
        return say(" Nothing is known of one state, left out of the sum.")
    return say(" Nothing is known of {left} states, left out of the sum.", left=left)


def _sum(pool: Pool, values: list[Exact], name: str, title: str, unit: Unit, words: str) -> Answer:
    given = inputs.listed(name, say("{title} of each state that is known", title=title), values, unit)
    return Answer(f"sum({name})", (given,), words + _left_out(pool, len(values)))


def _fair_shares(pool: Pool) -> Answer:
    total, reference = pool.assessment.totals.fair_share_relocations or 0, pool.reference_relocations
    words = say("The rounded fair shares add up to {persons}", persons=persons(total))
    if total == reference:
        words += say(", the reference number.")
    else:
        more = say("more") if total > reference else say("fewer")
        words += say(
            ", {persons} {more} than the reference number of {reference}: each share is rounded by itself, "
            "and adopted shares need not add up to 100 %.",
            persons=persons(abs(total - reference)),
            more=more,
            reference=persons(reference),
        )
    values = _known(pool, lambda row: row.fair_share_relocations)
    return _sum(pool, values, "fair_shares", say("rounded fair share"), Unit.PERSONS, words)


def _relocations(pool: Pool) -> Answer:
    values = _known(pool, lambda row: row.pledged_relocations)
    words = say(
        "All states together pledge {relocations}.", relocations=relocations(pool.assessment.totals.pledged_relocations)
    )
    return _sum(pool, values, "relocations", say("relocations"), Unit.PERSONS, words)


def _financial(pool: Pool) -> Answer:
    values = _known(pool, lambda row: _in_eur(row.pledged_financial_cents))
    total = money(pool.assessment.totals.pledged_financial_cents)
    words = say("All states together pledge financial contributions of {total}.", total=total)
    return _sum(pool, values, "contributions", say("financial contribution"), Unit.EUR, words)


def _alternative(pool: Pool) -> Answer:
    values = _known(pool, lambda row: _in_eur(row.pledged_alternative_cents))
    total = money(pool.assessment.totals.pledged_alternative_cents)
    words = say("All states together pledge alternative measures of {total}.", total=total)
    return _sum(pool, values, "measures", say("value of alternative measures"), Unit.EUR, words)


def _equivalents(pool: Pool) -> Answer:
    values = _known(pool, lambda row: row.equivalents)
    total = number(pool.assessment.totals.pledged_equivalents)
    words = say("The pledges of all states are {total} in relocation equivalents.", total=total)
    return _sum(pool, values, "pledges", say("pledge in equivalents"), Unit.RELOCATION_EQUIVALENTS, words)


def _net(pool: Pool) -> Answer:
    values = _known(pool, lambda row: row.net_equivalents)
    net = number(pool.assessment.totals.net_equivalents)
    words = say("The pledges of all states less granted deductions are {net} in relocation equivalents.", net=net)
    return _sum(pool, values, "net_pledges", say("net pledge"), Unit.RELOCATION_EQUIVALENTS, words)


def _unknown_states(pool: Pool) -> Answer:
    unknown_states = list(pool.assessment.totals.unknown_states)
    known = len(pool.rows) - len(unknown_states)
    given = (
        Input("states", say("states of the key"), len(pool.rows), Unit.MEMBER_STATES, inputs.COMPUTED),
        Input("known", say("states whose whole pledge is known"), known, Unit.MEMBER_STATES, inputs.COMPUTED),
    )
    words = say("The whole pledge is known of every one of the {count} states.", count=len(pool.rows))
    if unknown_states:
        words = say("The whole pledge is not known yet of {names}.", names=unknown.names(unknown_states))
    return Answer("states - known", given, words)


def _pledged(pool: Pool) -> Input:
    value = pool.assessment.totals.pledged_equivalents
    return inputs.pool_linked("pledged_equivalents", say("pledges of all states"), value, Unit.RELOCATION_EQUIVALENTS)


def _coverage_percent(pool: Pool) -> Answer:
    totals = pool.assessment.totals
    words = say(
        "{number} equivalents are {percent} of the reference number of {persons}.",
        number=number(totals.pledged_equivalents),
        percent=percent(totals.coverage or 0),
        persons=persons(pool.reference_relocations),
    )
    given = (_pledged(pool), inputs.reference_relocations(pool))
    return Answer("100 * pledged_equivalents / reference_relocations", given, words)


def _gap_words(pool: Pool, missing: str) -> str:
    pledged, reference = number(pool.assessment.totals.pledged_equivalents), persons(pool.reference_relocations)
    if pool.assessment.totals.gap:
        return say(
            "{reference} relocations less {pledged} equivalents pledged leave {missing}.",
            reference=reference,
            pledged=pledged,
            missing=missing,
        )
    return say(
        "{pledged} equivalents reach the reference number of {reference}: nothing is missing.",
        pledged=pledged,
        reference=reference,
    )


def _gap_relocations(pool: Pool) -> Answer:
    totals = pool.assessment.totals
    words = _gap_words(pool, rounded_up(totals.gap or 0))
    given = (inputs.reference_relocations(pool), _pledged(pool))
    return Answer("up(max(0, reference_relocations - pledged_equivalents))", given, words)


def _gap_eur(pool: Pool) -> Answer:
    totals = pool.assessment.totals
    short = say(
        "{number}, at {money} each {gap}",
        number=number(totals.gap or 0),
        money=money_of(pool.rate),
        gap=money_of(totals.gap_eur or 0),
    )
    given = (inputs.reference_relocations(pool), _pledged(pool), inputs.rate(pool))
    return Answer("max(0, reference_relocations - pledged_equivalents) * rate_eur", given, _gap_words(pool, short))


def _effective_gap(pool: Pool) -> Answer:
    contributing = [row for row in pool.rows if not row.benefitting]
    net = [row.net_equivalents for row in contributing if row.net_equivalents is not None]
    gap = persons(pool.assessment.totals.effective_gap_relocations or 0)
    words = say(
        "{persons} relocations less {number} net equivalents of the {count} states that do not benefit "
        "leave a gap of {gap}.",
        persons=persons(pool.reference_relocations),
        number=number(sum(net, Fraction(0))),
        count=len(contributing),
        gap=gap,
    )
    title = say("net pledge of each contributing state that is known")
    given = (
        inputs.reference_relocations(pool),
        inputs.listed("net_pledges", title, net, Unit.RELOCATION_EQUIVALENTS),
    )
    return Answer("up(max(0, reference_relocations - sum(net_pledges)))", given, words)


def _in_eur(cents: int | None) -> Fraction | None:
    return None if cents is None else inputs.eur(cents)


def _figure(
    identifier: str,
    title: str,
    unit: Unit,
    rounding: str,
    reference: str,
    value: Callable[[Totals], Exact | None],
    answer: Callable[[Pool], Answer],
    *unknown_because: Callable[[Pool], str],
) -> Figure[Pool]:
    """Make a figure that reads its value from the totals."""
    return Figure(
        identifier,
        title,
        unit,
        rounding,
        reference,
        lambda pool: value(pool.assessment.totals),
        answer,
        unknown_because,
    )


_AS_RECORDED: Final = say("to the cent as recorded")
_EXACT: Final = say("exact; shown with at most two decimals")

FIGURES: Final[tuple[Figure[Pool], ...]] = (
    _figure(
        "rate_eur",
        say("value of one relocation"),
        Unit.EUR_PER_RELOCATION,
        say("exact; shown to the cent, half up"),
        "Art. 12(2)-(3), 57(3)",
        lambda totals: totals.rate_eur,
        _rate,
        unknown.no_rate,
    ),
    replace(
        _figure(
            "fair_share_relocations",
            say("sum of the rounded fair shares"),
            Unit.PERSONS,
            say("whole persons; each state's share is rounded by itself"),
            "Art. 57(3), 66 and Annex I",
            lambda totals: totals.fair_share_relocations,
            _fair_shares,
            unknown.no_share,
            unknown.no_reference_relocations,
        ),
        readings=(ROUNDING.name,),
    ),
    _figure(
        "pledged_relocations",
        say("relocations pledged"),
        Unit.PERSONS,
        say("whole persons as recorded"),
        _SUMS,
        lambda totals: totals.pledged_relocations,
        _relocations,
    ),
    _figure(
        "pledged_financial_eur",
        say("financial contributions pledged"),
        Unit.EUR,
        _AS_RECORDED,
        _SUMS,
        lambda totals: inputs.eur(totals.pledged_financial_cents),
        _financial,
    ),
    _figure(
        "pledged_alternative_eur",
        say("alternative measures pledged"),
        Unit.EUR,
        _AS_RECORDED,
        _SUMS,
        lambda totals: inputs.eur(totals.pledged_alternative_cents),
        _alternative,
    ),
    _figure(
        "pledged_equivalents",
        say("pledges in relocation equivalents"),
        Unit.RELOCATION_EQUIVALENTS,
        _EXACT,
        _SUMS,
        lambda totals: totals.pledged_equivalents,
        _equivalents,
    ),
    _figure(
        "unknown_states",
        say("states whose whole pledge is not known"),
        Unit.MEMBER_STATES,
        say("a count"),
        "Art. 57(1)",
        lambda totals: len(totals.unknown_states),
        _unknown_states,
    ),
    _figure(
        "coverage_percent",
        say("coverage of the reference number"),
        Unit.PERCENT,
        say("shown with two decimals, half up"),
        _GAP,
        lambda totals: None if totals.coverage is None else 100 * totals.coverage,
        _coverage_percent,
        unknown.no_rate,
        unknown.no_need,
    ),
    _figure(
        "gap_relocations",
        say("gap of the pool in relocations"),
        Unit.PERSONS,
        say("rounded up to whole persons; not the sum of the states' gaps"),
        _GAP,
        lambda totals: totals.gap_relocations,
        _gap_relocations,
        unknown.no_rate,
    ),
    _figure(
        "gap_eur",
        say("gap of the pool in money"),
        Unit.EUR,
        say("shown to the cent, half up; from the gap before rounding"),
        _GAP,
        lambda totals: totals.gap_eur,
        _gap_eur,
        unknown.no_rate,
    ),
    _figure(
        "net_equivalents",
        say("pledges less granted deductions"),
        Unit.RELOCATION_EQUIVALENTS,
        _EXACT,
        "Art. 57(3), 61, 62",
        lambda totals: totals.net_equivalents,
        _net,
    ),
    _figure(
        "effective_gap_relocations",
        say("gap on net pledges without the benefitting states"),
        Unit.PERSONS,
        say("rounded up to whole persons"),
        "Art. 13(4), 60(3), 61, 62",
        lambda totals: totals.effective_gap_relocations,
        _effective_gap,
        unknown.no_rate,
    ),
)
