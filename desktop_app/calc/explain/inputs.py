"""The numbers that go into formulas, each with its source and date."""

from collections.abc import Iterable
from datetime import date
from fractions import Fraction

from desktop_app.calc.derivation import Exact, Input, Unit
from desktop_app.calc.exact import CENTS
from desktop_app.calc.explain.figure import Pool, Sharing, State
from desktop_app.calc.forum import GDP_UNITS_PER_MILLION, DataFlag, Key
from desktop_app.calc.sentences import joined, say
from desktop_app.calc.wording import day

COMPUTED = say("computed")
AT_THE_FORUM = say("recorded in this forum")
NO_SOURCE = say("source not recorded")
_FLAGGED = {
    DataFlag.PROVISIONAL: say("provisional"),
    DataFlag.ESTIMATED: say("estimated"),
    DataFlag.BREAK: say("break in series"),
    DataFlag.DEFINITION: say("definition differs"),
    DataFlag.LOW_RELIABILITY: say("low reliability"),
}


def eur(cents: int) -> Fraction:
    """Return cents as exact EUR."""
    return Fraction(cents, CENTS)


def _population_source(key: Key) -> tuple[str, str]:
    date = key.population_date.isoformat() if key.population_date else ""
    return _taken_from(key.population_source, key.population_extracted), date


def _gdp_source(key: Key) -> tuple[str, str]:
    return _taken_from(key.gdp_source, key.gdp_extracted), str(key.gdp_year) if key.gdp_year is not None else ""


def _taken_from(source: str | None, extracted: date | None) -> str:
    return (source or NO_SOURCE) + (say(", extracted on {day}", day=day(extracted)) if extracted else "")


def _as_flagged(title: str, flags: tuple[DataFlag, ...], remark: str | None) -> str:
    """Return the title of a datum with what its source and the person at the desk say of it."""
    said = (*(_FLAGGED[flag] for flag in flags), *([remark] if remark else ()))
    return say("{title} ({said})", title=title, said=joined("; ", said)) if said else title


def population(state: Sharing) -> Input:
    """Return the state's population."""
    known = state.key.participants[state.code]
    title = _as_flagged(say("{title}: population", title=state.title), known.population_flags, known.remark)
    return Input("population", title, known.population or 0, Unit.PERSONS, *_population_source(state.forum.key))


def populations(state: Sharing) -> Input:
    """Return the population of every state of the key."""
    counts = tuple(state.population or 0 for state in state.key.participants.values())
    title = say("population of each of the {count} states of the key", count=len(counts))
    return Input("populations", title, counts, Unit.PERSONS, *_population_source(state.forum.key))


def gdp(state: Sharing) -> Input:
    """Return the state's gross domestic product."""
    known = state.key.participants[state.code]
    amount = Fraction(known.gdp or 0, GDP_UNITS_PER_MILLION)
    title = _as_flagged(say("{title}: gross domestic product", title=state.title), known.gdp_flags, known.remark)
    return Input("gdp", title, amount, Unit.EUR_MILLION, *_gdp_source(state.forum.key))


def gdps(state: Sharing) -> Input:
    """Return the gross domestic product of every state of the key."""
    amounts = tuple(Fraction(state.gdp or 0, GDP_UNITS_PER_MILLION) for state in state.key.participants.values())
    title = say("gross domestic product of each of the {count} states of the key", count=len(amounts))
    return Input("gdps", title, amounts, Unit.EUR_MILLION, *_gdp_source(state.forum.key))


def adopted_share(state: Sharing) -> Input:
    """Return the state's share as printed in an act, in percent."""
    adopted = state.forum.adopted
    return Input(
        "adopted_share",
        say("{title}: share as printed in the act", title=state.title),
        state.key.adopted[state.code] * 100,
        Unit.PERCENT,
        say("adopted share"),
        adopted.isoformat() if adopted else "",
    )


def _act(pool: Pool) -> tuple[str, str]:
    adopted = pool.forum.adopted
    return (say("act of the Council"), adopted.isoformat()) if adopted else (say("conclusion of the forum"), "")


def reference_relocations(pool: Pool) -> Input:
    """Return the reference number of relocations; asked only where there is one."""
    number = pool.forum.pool.relocations or 0
    return Input("reference_relocations", say("reference number of relocations"), number, Unit.PERSONS, *_act(pool))


def reference_money(pool: Pool) -> Input:
    """Return the reference number of financial contributions; asked only where there is one."""
    amount = eur(pool.forum.pool.financial_cents or 0)
    return Input("reference_money", say("reference number of financial contributions"), amount, Unit.EUR, *_act(pool))


def proposal_relocations(pool: Pool) -> Input:
    """Return the number of relocations that the Commission proposed; asked only where there is one."""
    act = pool.forum.basis.proposal
    return Input(
        "proposal_relocations",
        say("relocations in the Commission's proposal"),
        pool.forum.pool.proposal_relocations or 0,
        Unit.PERSONS,
        act.reference or say("the Commission's proposal"),
        act.date.isoformat() if act.date else "",
    )


def crisis_credit(state: State) -> Input:
    """Return the persons that an act takes off the state's fair share."""
    return Input(
        "crisis_credit",
        say("{title}: crisis credit", title=state.title),
        state.record.crisis_credit,
        Unit.PERSONS,
        say(
            "{act}, Regulation (EU) 2024/1359, Art. 9(4)-(5)",
            act=state.record.crisis_credit_act or say("implementing act of the Commission, not named"),
        ),
    )


def recorded(name: str, title: str, value: Exact, unit: Unit) -> Input:
    """Return a number that somebody recorded in this forum."""
    return Input(name, title, value, unit, AT_THE_FORUM)


def linked(state: Sharing, name: str, title: str, value: Exact, unit: Unit, figure: str = "") -> Input:
    """Return a figure of the state itself, which can be asked about in turn (its id is ``name`` by default)."""
    return Input(
        name,
        say("{title}: {title_2}", title=state.title, title_2=title),
        value,
        unit,
        COMPUTED,
        "",
        figure or name,
        state.code,
    )


def pool_linked(name: str, title: str, value: Exact, unit: Unit) -> Input:
    """Return a figure of the pool, which can be asked about in turn."""
    return Input(name, title, value, unit, COMPUTED, "", name)


def rate(pool: Pool) -> Input:
    """Return the value of one relocation; asked only where it is known."""
    value = pool.assessment.totals.rate_eur or 0
    return pool_linked("rate_eur", say("value of one relocation"), value, Unit.EUR_PER_RELOCATION)


def share(state: Sharing) -> Input:
    """Return the state's share; asked only where it is known."""
    return linked(state, "share", say("share of the reference key"), state.share, Unit.RATIO)


def exact_fair_share(state: State) -> Input:
    """Return the state's fair share before rounding; asked only where it is known."""
    value = state.row.exact_fair_share or 0
    return linked(state, "exact_fair_share", say("fair share before rounding"), value, Unit.PERSONS)


def equivalents(state: State) -> Input:
    """Return the state's whole pledge; asked only where it is known."""
    value = state.row.equivalents or 0
    return linked(state, "equivalents", say("pledge in equivalents"), value, Unit.RELOCATION_EQUIVALENTS)


def relocations(state: State) -> Input:
    """Return the relocations that the state pledged."""
    value = state.row.pledged_relocations or 0
    return linked(state, "pledged_relocations", say("relocations pledged"), value, Unit.PERSONS)


def financial(state: State) -> Input:
    """Return the money that the state pledged."""
    value = eur(state.row.pledged_financial_cents or 0)
    return linked(state, "pledged_financial_eur", say("financial contribution pledged"), value, Unit.EUR)


def alternative(state: State) -> Input:
    """Return the value of the alternative measures that the state pledged."""
    value = eur(state.row.pledged_alternative_cents or 0)
    return linked(state, "pledged_alternative_eur", say("value of the alternative measures pledged"), value, Unit.EUR)


def listed(name: str, title: str, values: Iterable[Exact], unit: Unit, source: str = COMPUTED) -> Input:
    """Return one number a state (or a year) as a list."""
    return Input(name, title, tuple(values), unit, source)
