"""The 30 % shortfall indicator and the 50 % cover of the proposal of 2020, not law (COM(2020) 610)."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Final

from desktop_app.calc.derivation import Input, Unit
from desktop_app.calc.explain import inputs, unknown
from desktop_app.calc.explain.figure import Answer, Figure, Pool, State, told_apart
from desktop_app.calc.findings import Status
from desktop_app.calc.member_states import name_of
from desktop_app.calc.readings import SHORTFALL_COVER
from desktop_app.calc.rulebooks.annual_pool.shortfall import without_measures
from desktop_app.calc.sentences import say
from desktop_app.calc.wording import listed, number, percent, persons

_SHORTFALL: Final = say("COM(2020) 610, Art. 48(2), 52(2); recital 22")
_COVER: Final = say("COM(2020) 610, Art. 48(2), 53(2); recital 22")
_NOT_LAW: Final = say("Proposal of 2020, not law: ")


def _counts_money(pool: Pool) -> bool:
    return pool.reading(SHORTFALL_COVER.name) == "relocation-and-money"


def _counted(pool: Pool) -> dict[str, Fraction]:
    """Return what counts of each state's pledge beside its measures, for the states in the indicator."""
    counted = {row.code: without_measures(pool.forum.state(row.code), row, pool.frame) for row in pool.rows}
    return {code: value for code, value in counted.items() if value is not None}


def _left_out(pool: Pool, counted: Mapping[str, Fraction]) -> str:
    """Name the states that pledged measures and cannot be counted yet."""
    left = [
        row.code
        for row in pool.rows
        if pool.forum.state(row.code).pledge.measures and not row.benefitting and row.code not in counted
    ]
    return (
        say(" Left out, since the rest of the pledge is not known: {names}.", names=unknown.names(left)) if left else ""
    )


def _counting(pool: Pool) -> str:
    return say("relocations and money") if _counts_money(pool) else say("relocations")


def _shortfall_inputs(pool: Pool) -> tuple[Input, ...]:
    counted = _counted(pool)
    named = listed([name_of(code) for code in counted]) or say("none")
    shares = [pool.assessment.row(code).exact_fair_share or 0 for code in counted]
    return (
        inputs.listed(
            "fair_shares", say("fair shares of states with measures ({named})", named=named), shares, Unit.PERSONS
        ),
        inputs.listed(
            "without_measures",
            say("their {counting}, without the measures", counting=_counting(pool)),
            counted.values(),
            Unit.RELOCATION_EQUIVALENTS,
        ),
        inputs.reference_relocations(pool),
    )


_NOTHING_NEEDED: Final = say("{not_law}the reference number is 0, so nothing can be missing.", not_law=_NOT_LAW)
_MISSING: Final = "sum(missing(fair_shares, without_measures))"


def _shortfall(pool: Pool, formula: str, verdict: str) -> Answer:
    counted = _counted(pool)
    ratio = pool.assessment.totals.shortfall or 0
    places = told_apart(100 * ratio, 30)
    words = say(
        "{not_law}no contributing Member State is known to cause a shortfall by alternative measures.", not_law=_NOT_LAW
    )
    if counted:
        words = say(
            "{not_law}without their alternative measures, {counting} of {states} stay {number} short of "
            "their fair shares, {percent} of the {persons} relocations{verdict}.",
            not_law=_NOT_LAW,
            counting=_counting(pool),
            states=_states(len(counted)),
            number=number(ratio * pool.reference_relocations),
            percent=percent(ratio, places),
            persons=persons(pool.reference_relocations),
            verdict=verdict,
        )
    return Answer(formula, _shortfall_inputs(pool), words + _left_out(pool, counted))


def _states(count: int) -> str:
    return say("one Member State") if count == 1 else say("{count} Member States", count=count)


def _shortfall_percent(pool: Pool) -> Answer:
    if not pool.reference_relocations:
        return Answer("0", (), _NOTHING_NEEDED)
    return _shortfall(pool, f"100 * {_MISSING} / reference_relocations", "")


def _shortfall_triggered(pool: Pool) -> Answer:
    formula = f"{_MISSING} > 30 * reference_relocations / 100"
    if not pool.reference_relocations:
        return Answer(formula, _shortfall_inputs(pool), _NOTHING_NEEDED)
    above = say("; more than 30 %") if pool.assessment.totals.shortfall_triggered else say("; not more than 30 %")
    return _shortfall(pool, formula, above)


def _cover(state: State) -> Answer:
    row = state.row
    pledged, totals = _counted(state).get(state.code), state.assessment.totals
    if totals.shortfall is None:
        return Answer(
            "0", (), say("{not_law}the shortfall is not known, so the 50 % rule asks nothing.", not_law=_NOT_LAW)
        )
    if pledged is None:
        words = say(
            "{not_law}the 50 % rule asks only contributing states whose pledge of alternative measures counts.",
            not_law=_NOT_LAW,
        )
        return Answer("0", (), words)
    shortfall = totals.shortfall
    given = (
        inputs.pool_linked("shortfall_percent", say("30 % indicator"), 100 * shortfall, Unit.PERCENT),
        inputs.exact_fair_share(state),
        Input(
            "without_measures",
            say("{title}: {counting} pledged, without the measures", title=state.title, counting=_counting(state)),
            pledged,
            Unit.RELOCATION_EQUIVALENTS,
            inputs.COMPUTED,
        ),
    )
    formula = "when(shortfall_percent > 30, up(max(0, exact_fair_share / 2 - without_measures)), 0)"
    half = (row.exact_fair_share or Fraction(0)) / 2
    if not totals.shortfall_triggered:
        words = say(
            "{not_law}the shortfall of {percent} is not above 30 %, so no cover is asked.",
            not_law=_NOT_LAW,
            percent=percent(shortfall),
        )
    else:
        words = say(
            "{not_law}above 30 % {name} would cover at least half of its fair share, {half}, by "
            "{counting}; it has {pledged}, so {persons} more are asked.",
            not_law=_NOT_LAW,
            name=state.name,
            half=number(half),
            counting=_counting(state),
            pledged=number(pledged),
            persons=persons(row.cover_relocations),
        )
    return Answer(formula, given, words)


STATE_FIGURES: Final[tuple[Figure[State], ...]] = (
    Figure(
        "cover_relocations",
        say("what the 50 % rule would ask"),
        Unit.PERSONS,
        say("rounded up to whole persons"),
        _COVER,
        lambda state: state.row.cover_relocations,
        _cover,
        status=Status.PROPOSAL_2020,
        readings=(SHORTFALL_COVER.name,),
    ),
)
POOL_FIGURES: Final[tuple[Figure[Pool], ...]] = (
    Figure(
        "shortfall_percent",
        say("30 % shortfall indicator"),
        Unit.PERCENT,
        say("shown with two decimals, half up; held against 30 % exactly"),
        _SHORTFALL,
        lambda pool: None if pool.assessment.totals.shortfall is None else 100 * pool.assessment.totals.shortfall,
        _shortfall_percent,
        (unknown.no_reference_relocations, unknown.no_share, unknown.no_rate),
        Status.PROPOSAL_2020,
        (SHORTFALL_COVER.name,),
    ),
    Figure(
        "shortfall_triggered",
        say("30 % shortfall indicator triggered"),
        Unit.YES_NO,
        say("strictly above 30 %, compared exactly"),
        _SHORTFALL,
        lambda pool: None if pool.assessment.totals.shortfall is None else pool.assessment.totals.shortfall_triggered,
        _shortfall_triggered,
        (unknown.no_reference_relocations, unknown.no_share, unknown.no_rate),
        Status.PROPOSAL_2020,
        (SHORTFALL_COVER.name,),
    ),
)
