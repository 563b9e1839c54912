"""How the figures of a sheet are written, and what two rounds are compared by."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from typing import TypeVar

from desktop_app.calc import wording
from desktop_app.calc.exact import CENTS, fixed, money_text
from desktop_app.calc.room.sheet import OPEN
from desktop_app.calc.sentences import say

_Value = TypeVar("_Value")


class Unit(Enum):
    """What an amount counts."""

    NUMBER = "number"
    CENTS = "cents"
    RATIO = "ratio"


@dataclass(frozen=True, slots=True)
class Amount:
    """One figure that two rounds are compared by; ``None`` while it is not known."""

    caption: str
    value: Fraction | int | None
    unit: Unit


@dataclass(frozen=True, slots=True)
class Measured:
    """The figures of one state of a forum that two rounds are compared by.

    Attributes:
        totals: of the whole.
        states: of each state, by code; the same captions in every state.
    """

    totals: tuple[Amount, ...]
    states: Mapping[str, tuple[Amount, ...]]


def known(value: _Value | None, write: Callable[[_Value], str], unknown: str = OPEN) -> str:
    """Write a figure, or what stands where it is not known."""
    return unknown if value is None else write(value)


def states(count: int) -> str:
    """Write a number of Member States: ``"none"``, ``"1 Member State"``, ``"2 Member States"``."""
    return (
        say("none")
        if not count
        else say("{count} Member State" if count == 1 else "{count} Member States", count=wording.persons(count))
    )


def plans(count: int) -> str:
    """Write a number of plans: ``"none"``, ``"1 plan"``, ``"2 plans"``."""
    return (
        say("none")
        if not count
        else say("{count} plan" if count == 1 else "{count} plans", count=wording.persons(count))
    )


def eur_column(cents: Iterable[int | None]) -> Callable[[int], str]:
    """Return how the cells of one column of EUR are written: with cents in all of them, or in none."""
    has_cents = any(each % CENTS for each in cents if each is not None)
    return lambda each: wording.grouped(money_text(each) if has_cents else money_text(each).removesuffix(".00"))


def number_column(values: Iterable[Fraction | None]) -> Callable[[Fraction], str]:
    """Return how the cells of one column of numbers are written: with two decimals in all of them, or in none."""
    is_whole = all(each.denominator == 1 for each in values if each is not None)
    return lambda each: wording.grouped(fixed(each, 0 if is_whole else 2))


def written(amount: Amount) -> str:
    """Write an amount: ``"open"`` while it is not known."""
    return OPEN if amount.value is None else _write(amount.value, amount.unit)


def difference(before: Amount, after: Amount) -> str:
    """Write what came to an amount, with its sign; ``"new"`` where nothing was known before."""
    if after.value is None:
        return OPEN
    if before.value is None:
        return say("new")
    change = Fraction(after.value) - before.value
    if not change:
        return "="
    size, sign = abs(change), "+" if change > 0 else "-"
    if after.unit is Unit.RATIO:
        # From 80 % to 60 % are 20 points, and no 20 %.
        points = wording.grouped(fixed(size * 100, 2))
        return say("{sign}{points}\u00a0points", sign=sign, points=points)
    if after.unit is Unit.NUMBER:
        return say("{sign}{number}", sign=sign, number=wording.number(size))
    # As money below 0 is written: the sign stands before the number.
    number = say("{sign}{number}", sign=sign, number=wording.number(Fraction(size, CENTS)))
    return say("EUR\u00a0{number}", number=number)


def _write(value: Fraction | int, unit: Unit) -> str:
    if unit is Unit.CENTS:
        return wording.money(int(value))
    return wording.percent(value) if unit is Unit.RATIO else wording.number(value)
