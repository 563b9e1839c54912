"""Why a figure cannot be known: each function gives a sentence, or nothing where its reason does not apply."""

from typing import Final

from desktop_app.calc.explain.figure import Pool, State, Whole
from desktop_app.calc.member_states import NOT_BOUND, name_of
from desktop_app.calc.recorded import ABSENT
from desktop_app.calc.rulebooks.annual_pool.rules_pledges import unrecorded
from desktop_app.calc.sentences import joined, say
from desktop_app.calc.wording import listed

_SHOWN_STATES = 6
"""How many states a sentence names before it counts the rest."""


def names(codes: list[str]) -> str:
    """Name states in a sentence; many are cut short by their number."""
    if len(codes) <= _SHOWN_STATES:
        return listed([name_of(code) for code in codes])
    first = joined(", ", [name_of(code) for code in codes[: _SHOWN_STATES - 1]])
    return say("{first} and {count} more", first=first, count=len(codes) - _SHOWN_STATES + 1)


def outside_the_key(state: State) -> str:
    """The state takes no part in the key."""
    if state.row.in_key:
        return ""
    if state.code == NOT_BOUND:
        return say("Denmark is not bound by the Regulation (recital 90): it has no share and no pledge to give.")
    return say("{begin} takes no part in the reference key, so it has no share of the pool.", begin=state.begin)


def not_bound(state: State) -> str:
    """The state is Denmark, of which nothing is to be recorded."""
    return outside_the_key(state) if state.code == NOT_BOUND else ""


def no_share(whole: Whole) -> str:
    """Data of the key are missing, so that no share can be computed."""
    participants = whole.key.participants
    if not participants:
        return say("No Member State takes part in the reference key yet.")
    missing = [code for code, state in participants.items() if not (state.population and state.gdp)]
    unknown = [code for code, share in whole.key.shares.items() if share is None]
    if not unknown:
        return ""
    return say(
        "Every share rests on the sums over all states, and population or GDP is missing for {names}.",
        names=names(missing),
    )


def no_reference_relocations(pool: Pool) -> str:
    """The reference number of relocations is missing."""
    if pool.forum.pool.relocations or pool.rate_is_known:
        return ""
    return say("There is no reference number of relocations yet (Art. 57(3)).")


def no_rate(pool: Pool) -> str:
    """A reference number is missing, so that money cannot be turned into relocations."""
    if pool.rate_is_known:
        return ""
    missing = []
    if not pool.forum.pool.relocations:
        missing.append(say("relocations"))
    if not pool.forum.pool.financial_cents:
        missing.append(say("financial contributions"))
    return say(
        "There is no reference number of {types} yet (Art. 57(3)), "
        "so relocations and money cannot be held against each other.",
        types=listed(missing),
    )


def _blank(types: list[str]) -> str:
    return say("Nothing is recorded yet for {listed}.", listed=listed(types)) if types else ""


def _without_value(state: State) -> str:
    measures = state.record.pledge.alternative
    without = sum(each.value_cents is None for each in measures) if isinstance(measures, tuple) else 0
    if not without:
        return ""
    if without == 1:
        return say("One alternative measure has no financial value yet (Art. 57(4)).")
    return say("{count} alternative measures have no financial value yet (Art. 57(4)).", count=without)


def no_relocations(state: State) -> str:
    """Nothing is recorded for relocations."""
    return _blank([say("relocations")] if state.record.pledge.relocations is ABSENT else [])


def no_financial(state: State) -> str:
    """Nothing is recorded for the financial contribution."""
    return _blank([say("the financial contribution")] if state.record.pledge.financial_cents is ABSENT else [])


def no_alternative(state: State) -> str:
    """Nothing is recorded for alternative measures, or a measure has no value."""
    return _blank([say("alternative measures")] if state.record.pledge.alternative is ABSENT else []) or _without_value(
        state
    )


def nothing_recorded(state: State) -> str:
    """Any of the three types lacks its record."""
    blank = _blank([name for _column, name in unrecorded(state.record.pledge)])
    return joined(" ", filter(None, (blank, _without_value(state))))


def nothing_to_cover(state: State) -> str:
    """The fair share is 0, so that a coverage would divide by nothing."""
    return say("The fair share is 0: there is nothing to cover.") if state.row.exact_fair_share == 0 else ""


def no_need(pool: Pool) -> str:
    """The reference number is 0 in an exceptional pool."""
    return (
        "" if pool.reference_relocations else say("The reference number is 0 (Art. 12(4)): there is nothing to cover.")
    )


def no_applications(pool: Pool) -> str:
    """The series of applications is not complete."""
    return "" if pool.frame.reduction else NO_AVERAGES


NO_AVERAGES: Final = say(
    "Applications of five years in a row, and a population, are needed for every state of the key; "
    "not all of them are recorded."
)
