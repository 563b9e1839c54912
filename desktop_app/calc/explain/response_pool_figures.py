"""The pool of one Member State of disembarkation, and what is left of it (COM(2020) 610, Art. 48, 49)."""

from fractions import Fraction
from typing import Final

from desktop_app.calc.derivation import Input, Unit
from desktop_app.calc.explain import proposal_inputs as shared
from desktop_app.calc.explain import proposal_unknown as unknowns
from desktop_app.calc.explain import response_inputs as given
from desktop_app.calc.explain.figure import Answer, Figure, told_apart
from desktop_app.calc.explain.inputs import COMPUTED
from desktop_app.calc.explain.proposal_subject import STATUS, iso
from desktop_app.calc.explain.response_subject import ResponsePool
from desktop_app.calc.explain.response_unknown import empty_pool
from desktop_app.calc.readings import COVER, KEY_ROUNDING, SHORTFALL
from desktop_app.calc.sentences import say
from desktop_app.calc.wording import percent, persons

_POOL: Final = "COM(2020) 610, Art. 48(1), 48(2)"
_USE: Final = "COM(2020) 610, Art. 49(1)"
_TOUCHED: Final = (KEY_ROUNDING.name, SHORTFALL.name, COVER.name)
_NO_POOL: Final = (*unknowns.NO_NUMBER, unknowns.nothing_needed)
ALARM_PERCENT: Final = 80
"""Part of a pool from which the Commission convenes the forum (Art. 48(1), 48(2))."""


def _pool(pool: ResponsePool) -> Answer:
    figures = pool.pool
    title = say("relocations and sponsorship fixed")
    contributions = shared.of_rows(
        "contributions", title, pool.contributing, lambda row: (row.fixed.persons or 0) - row.raised
    )
    used: tuple[Input, ...] = (contributions,)
    together = sum(row.fixed.persons or 0 for row in pool.contributing) - sum(row.raised for row in pool.contributing)
    formula = "sum(contributions)"
    words = say(
        "The contributing states together give {persons} persons by relocation and sponsorship",
        persons=persons(together),
    )
    total = pool.totals.relocations or 0
    if len(pool.totals.pools) > 1:
        need = given.need(pool, pool.code)
        own = (figures.pool or 0) - figures.raised
        beyond = own - together * (figures.needed or 0) // (total or 1)
        remainder = shared.by_remainder(pool.title, beyond)
        used = (contributions, need, given.total(pool), remainder)
        formula = "down(sum(contributions) * need / total) + units_by_remainder"
        part = say("{needed} of {total}", needed=persons(figures.needed or 0), total=persons(total))
        words += say(
            "; {name} stands for {part} and gets {persons} of them", name=pool.name, part=part, persons=persons(own)
        )
    if figures.raised:
        raises = pool.forum.search_and_rescue.raises
        asked = {row.code for row in pool.contributing}
        counts = tuple(each.relocations for each in raises if each.benefitting == pool.code and each.code in asked)
        used = (*used, Input("raises", say("added of Member States' own will"), counts, Unit.PERSONS, shared.TYPED))
        formula += " + sum(raises)"
        words += say("; Member States add {persons} of their own will", persons=persons(figures.raised))
    before = (
        say(" Before, it held {persons}.", persons=persons(figures.before or 0))
        if figures.before != figures.pool
        else ""
    )
    return Answer(formula, used, say("{words}.{before}", words=words, before=before))


def _used(pool: ResponsePool) -> Answer:
    found = [use for use in pool.forum.search_and_rescue.use if use.benefitting == pool.code]
    last = max((use.date for use in found if use.date), default=None)
    title = say("persons of each draw on the pool of {name}", name=pool.name)
    draws = Input("draws", title, tuple(use.persons for use in found), Unit.PERSONS, shared.TYPED, iso(last))
    times = say("one draw") if len(found) == 1 else say("{count} draws", count=len(found))
    words = (
        say("{persons} persons are drawn in {times}.", persons=persons(pool.pool.used), times=times)
        if found
        else say("Nothing is drawn yet.")
    )
    return Answer("sum(draws)", (draws,), words)


def _of_pool(pool: ResponsePool) -> tuple[Input, ...]:
    figures = pool.pool
    return (
        Input("pool", pool.title, figures.pool or 0, Unit.PERSONS, COMPUTED, "", "pool", pool.code),
        Input(
            "used", say("{title}: used", title=pool.title), figures.used, Unit.PERSONS, COMPUTED, "", "used", pool.code
        ),
    )


def _used_percent(pool: ResponsePool) -> Answer:
    figures, ratio = pool.pool, pool.pool.used_ratio or Fraction(0)
    reached = say("which calls the forum") if figures.alarm else say("below the 80 % that call the forum")
    words = say(
        "{used} of {pool} persons are {percent} of the pool, {reached}.",
        used=persons(figures.used),
        pool=persons(figures.pool or 0),
        percent=percent(ratio, told_apart(100 * ratio, ALARM_PERCENT)),
        reached=reached,
    )
    return Answer("100 * used / pool", _of_pool(pool), words)


def _remaining(pool: ResponsePool) -> Answer:
    left = pool.pool.remaining or 0
    words = say(
        "{pool} persons less {used} drawn leave {left}.",
        pool=persons(pool.pool.pool or 0),
        used=persons(pool.pool.used),
        left=persons(left),
    )
    if left < 0:
        words += say(" More is drawn than the pool holds.")
    return Answer("pool - used", _of_pool(pool), words)


FIGURES: Final[tuple[Figure[ResponsePool], ...]] = (
    Figure(
        "pool",
        say("persons in the pool"),
        Unit.PERSONS,
        say(
            "whole persons; several pools by largest remainders, since the proposal does not say how one pledge "
            "fills them"
        ),
        _POOL,
        lambda pool: pool.pool.pool,
        _pool,
        _NO_POOL,
        STATUS,
        _TOUCHED,
    ),
    Figure(
        "used",
        say("persons drawn"),
        Unit.PERSONS,
        say("whole persons as recorded"),
        _USE,
        lambda pool: pool.pool.used,
        _used,
        status=STATUS,
    ),
    Figure(
        "used_percent",
        say("part of the pool that is used"),
        Unit.PERCENT,
        say("shown with two decimals, half up; held against 80 % exactly"),
        say("COM(2020) 610, Art. 48(1), 48(2); recital 23"),
        lambda pool: None if pool.pool.used_ratio is None else 100 * pool.pool.used_ratio,
        _used_percent,
        (*_NO_POOL, empty_pool),
        STATUS,
        _TOUCHED,
    ),
    Figure(
        "remaining",
        say("what is left of the pool"),
        Unit.PERSONS,
        say("whole persons; below 0 where more is drawn than there is"),
        _USE,
        lambda pool: pool.pool.remaining,
        _remaining,
        _NO_POOL,
        STATUS,
        _TOUCHED,
    ),
)
