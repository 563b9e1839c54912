"""How the values of a forum are written in a difference."""

from collections.abc import Iterable
from datetime import date
from enum import Enum
from fractions import Fraction
from typing import Final

from desktop_app.calc import wording
from desktop_app.calc.differences.compare import NOT_THERE, THERE
from desktop_app.calc.exact import exact_text, money_text
from desktop_app.calc.forum import Deduction, Flag, Pledge, PressureBasis, RequestContent
from desktop_app.calc.recorded import ABSENT, Recorded
from desktop_app.calc.said import OriginalAmount
from desktop_app.calc.sentences import Money, joined, say

NOTHING: Final = say("not given")
_OWN_WORDS: Final = ("", NOTHING, NOT_THERE, THERE)


def text(value: str | None) -> str:
    """Write a free text; in quotes where it could be taken for words of the program."""
    if value is None:
        return NOTHING
    return say("“{value}”", value=value) if value in _OWN_WORDS or value.startswith("“") else value


def whole(value: int | None) -> str:
    """Write a number of persons."""
    return NOTHING if value is None else wording.persons(value)


def plain(value: object) -> str:
    """Write a year or anything else that has no thousands."""
    return NOTHING if value is None else str(value)


def money(cents: int | None) -> str:
    """Write cents."""
    return NOTHING if cents is None else wording.money(cents)


def gdp(units: int | None) -> str:
    """Write units of EUR 10 000 in million EUR."""
    return (
        NOTHING
        if units is None
        else say("EUR{HARD}{grouped} million", HARD=wording.HARD, grouped=wording.grouped(money_text(units)))
    )


def day(value: date | None) -> str:
    """Write a date."""
    return NOTHING if value is None else wording.day(value)


def yes_or_no(value: bool | None) -> str:  # noqa: FBT001 - the value itself
    """Write a yes or no."""
    return {None: NOTHING, True: say("yes"), False: say("no")}[value]


def word(value: Enum | None) -> str:
    """Write one of several choices."""
    return NOTHING if value is None else say(str(value.value))


def words(values: Iterable[Enum]) -> str:
    """Write some of several choices."""
    return joined(", ", named) if (named := [say(str(value.value)) for value in values]) else say("none")


def codes(values: Iterable[str]) -> str:
    """Write codes of states or countries."""
    return ", ".join(values) or say("none")


def exact(value: Fraction | None) -> str:
    """Write an exact number."""
    return NOTHING if value is None else exact_text(value)


def flags(values: Iterable[Flag]) -> tuple[Flag, ...]:
    """Put flags in their order, whatever order they are kept in."""
    return tuple(flag for flag in Flag if flag in values)


def bases(values: Iterable[PressureBasis]) -> tuple[PressureBasis, ...]:
    """Put bases in their order, whatever order they are kept in."""
    return tuple(basis for basis in PressureBasis if basis in values)


def recorded_persons(value: Recorded[int]) -> str:
    """Write a pledge of persons."""
    return _recorded(value) or wording.persons(int(value))  # type: ignore[arg-type]  # a number by then


def recorded_money(value: Recorded[int]) -> str:
    """Write a pledge of money."""
    return _recorded(value) or wording.money(int(value))  # type: ignore[arg-type]  # a number by then


def _recorded(value: object) -> str:
    if value is ABSENT:
        return say("nothing recorded")
    return say("none") if value is None else ""


def alternative(pledge: Pledge) -> str:
    """Write whether alternative measures are recorded, and how many."""
    count = len(pledge.measures)
    if count:
        return say("{count} measure" if count == 1 else "{count} measures", count=count)
    return say("nothing recorded") if pledge.alternative is ABSENT else say("none")


def extent(deduction: Deduction) -> str:
    """Write how much is deducted."""
    amounts = deduction.extent
    if amounts is None:
        return say("full")
    parts = (
        say("{persons} relocations", persons=wording.persons(amounts.relocations)),
        say("financial {money}", money=wording.money(amounts.financial_cents)),
        say("alternative {money}", money=wording.money(amounts.alternative_cents)),
    )
    return joined(", ", parts)


def contents(value: tuple[RequestContent, ...] | None) -> str:
    """Write what a request was found to contain."""
    return say("not looked at") if value is None else words(value)


def original(amount: OriginalAmount | None) -> str:
    """Write an amount in another currency with its rate."""
    if amount is None:
        return NOTHING
    parts: list[str] = [say("{amount}", amount=Money(amount.amount_hundredths, amount.currency))]
    if amount.rate is not None:
        parts.append(say("rate {number}", number=wording.decimal(amount.rate)))
    if amount.rate_date is not None:
        parts.append(wording.day(amount.rate_date))
    if amount.rate_source is not None:
        parts.append(say("“{rate_source}”", rate_source=amount.rate_source))
    return joined(", ", parts)
