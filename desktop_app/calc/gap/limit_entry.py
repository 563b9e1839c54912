"""Limits as a typist says them: ``at most 500``, ``fixed``, ``only money, up to EUR 5m``, ``at least 50%``.

The words are English, Dutch, French or German, the amounts as in the pledge table. What can be meant in two ways is
refused, with what to write instead.
"""

from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from desktop_app.calc import wording
from desktop_app.calc.entry import PERCENT, Refused, plain_text
from desktop_app.calc.entry_amount import LONGEST_ENTRY, UnreadableError, read_amount, read_percentage
from desktop_app.calc.gap.limit_words import (
    BOUNDS,
    FAIR_SHARE,
    FIXED,
    FREE,
    ONLY,
    PARTS,
    PERSONS,
    RELOCATED,
    WORDS,
    begins_one_of,
    unaccented,
)
from desktop_app.calc.gap.limits import Kind, Limit, LimitKind
from desktop_app.calc.gap.problem import Ground, Unit
from desktop_app.calc.gap.words import amount_words
from desktop_app.calc.sentences import say

EXAMPLES: Final = say("write for example at most 500, at least 50%, up to EUR 5m, only money, fixed, or may be asked")


@dataclass(frozen=True, slots=True)
class UnderstoodLimits:
    """Limits of one state that make sense.

    Attributes:
        limits: in the order in which they were said; none where nothing was.
        words: what was understood.
    """

    limits: tuple[Limit, ...]
    words: str


def read_limits(text: str, code: str, ground: Ground) -> UnderstoodLimits | Refused:
    """Read what was typed as the limits of a state.

    Args:
        text: as typed; empty for none.
        code: the state.
        ground: for fair shares, the worth of a person, and what amounts count.
    """
    plain = plain_text(text)
    if not plain:
        return UnderstoodLimits((), "")
    if len(plain) > 3 * LONGEST_ENTRY:
        return Refused(say("This is too long for limits: it has {count} characters.", count=len(plain)))
    try:
        limits = tuple(limit for part in PARTS.split(plain) for limit in _read(part, code, ground))
        _check(limits)
    except UnreadableError as unreadable:
        return Refused(str(unreadable), unreadable.unfinished)
    return UnderstoodLimits(limits, wording.listed([limit.said for limit in limits]))


def read_for_everybody(text: str) -> UnderstoodLimits | Refused:
    """Read up to which part of its fair share anybody is asked: ``100%``, ``100``, or empty for no such limit."""
    plain = plain_text(text).removesuffix("%").strip()
    if not plain:
        return UnderstoodLimits((), "")
    try:
        part = read_percentage(plain) / 100
    except UnreadableError as unreadable:
        return Refused(str(unreadable), unreadable.unfinished)
    limit = Limit(LimitKind.EVERYBODY, amount=part, words=wording.percentage(part * 100))
    return UnderstoodLimits((limit,), limit.text)


def _read(part: str, code: str, ground: Ground) -> list[Limit]:
    words = unaccented(part)
    if words in FIXED:
        return [Limit(LimitKind.FIXED, code)]
    if words in FREE:
        return [Limit(LimitKind.MAY_BE_ASKED, code)]
    if words in ONLY:
        return [_only(code, ONLY[words], ground)]
    for word, kind in BOUNDS:
        if words.startswith(word):
            return _bounded(words.removeprefix(word).strip(), code, kind, ground)
    if part[:1].isdigit() or part.startswith("eur"):
        message = say("At most {amount}, at least {amount}, or up to {amount} more? Say which.", amount=part)
        raise UnreadableError(message)
    message = say("“{part}” is not a limit: {EXAMPLES}.", part=part, EXAMPLES=EXAMPLES)
    raise UnreadableError(message, unfinished=begins_one_of(WORDS, words))


def _only(code: str, kind: Kind, ground: Ground) -> Limit:
    if ground.rate is None and kind is Kind.MONEY:
        raise UnreadableError(say("Money fills nothing here: this target is reached by persons alone."))
    if ground.unit is Unit.THOUSANDS and kind is Kind.RELOCATIONS:
        raise UnreadableError(say("Relocations fill nothing here: this target is reached by money alone."))
    return Limit(LimitKind.IN_KIND, code, only=kind)


def _bounded(typed: str, code: str, kind: LimitKind, ground: Ground) -> list[Limit]:
    if not typed:
        raise UnreadableError(say("A number is missing, such as 500, 50% or EUR 5m."), unfinished=True)
    percentage = PERCENT.fullmatch(typed)
    if percentage or typed in FAIR_SHARE:
        return [_of_share(read_percentage(percentage[1]) if percentage else Fraction(100), code, kind, ground)]
    persons = PERSONS.fullmatch(typed)
    amount = read_amount(persons[1] if persons else typed)
    if persons and amount.names_money:
        raise UnreadableError(say("Persons or EUR? Write one of them."))
    if amount.names_money or (ground.unit is Unit.THOUSANDS and not persons):
        return _of_money(amount.value, code, kind, ground)
    if ground.unit is Unit.THOUSANDS:
        raise UnreadableError(say("Relocations fill nothing here: write an amount of money."))
    words = say("{count} person" if amount.value == 1 else "{count} persons", count=wording.number(amount.value))
    limit = Limit(kind, code, amount.value, words=words)
    # Who is willing to relocate so many is not asked for their worth in money.
    says_what = kind is LimitKind.UP_TO and RELOCATED.fullmatch(typed) is not None
    return [limit, Limit(LimitKind.IN_KIND, code, only=Kind.RELOCATIONS)] if says_what else [limit]


def _of_share(percent: Fraction, code: str, kind: LimitKind, ground: Ground) -> Limit:
    standing = ground.standing(code)
    if standing is None or not ground.has_key:
        raise UnreadableError(say("There is no fair share to take a part of: write persons or EUR."))
    exact = standing.share * percent / 100
    amount = Fraction(standing.whole_share) if percent == 100 else Fraction(-(-exact.numerator // exact.denominator))
    words = say(
        "{percent} of its fair share ({amount})",
        percent=wording.percentage(percent),
        amount=amount_words(amount, ground.unit),
    )
    return Limit(kind, code, amount, words=words)


def _of_money(eur: Fraction, code: str, kind: LimitKind, ground: Ground) -> list[Limit]:
    if ground.rate is None:
        raise UnreadableError(say("Money fills nothing here: write a number of persons."))
    limit = Limit(kind, code, eur / ground.rate, words=wording.money_of(eur))
    says_what = kind is LimitKind.UP_TO and ground.unit is not Unit.THOUSANDS
    return [limit, Limit(LimitKind.IN_KIND, code, only=Kind.MONEY)] if says_what else [limit]


def _check(limits: tuple[Limit, ...]) -> None:
    """Refuse limits that say two things of the same."""
    only = {limit.only for limit in limits if limit.kind is LimitKind.IN_KIND}
    if len(only) > 1:
        raise UnreadableError(say("Only money and only relocations cannot both hold."))
    kinds = [limit.kind for limit in limits if limit.kind is not LimitKind.IN_KIND]
    if len(set(kinds)) < len(kinds):
        raise UnreadableError(say("The same limit stands here twice: write it once."))
    if LimitKind.FIXED in kinds and len(kinds) > 1:
        raise UnreadableError(say("Fixed leaves no room for another limit: write one of them."))
