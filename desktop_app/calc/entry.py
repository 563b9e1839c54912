"""Entries as a typist makes them, read exactly: what was understood is said before anything is recorded.

``8.44m``, ``12,9 mio``, ``8 440 000``, ``50%`` and ``rest`` (of the fair share, in the column's kind),
``+20``, ``-5``, ``-`` or ``none`` (explicitly none), an empty text (nothing recorded); the words in English, Dutch,
French and German. What can be meant in two ways is refused with the reason and what to write instead.
"""

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from desktop_app.calc import wording
from desktop_app.calc.assessment import AnnualPoolAssessment, Row
from desktop_app.calc.changes import PledgeColumn
from desktop_app.calc.entry_amount import LONGEST_ENTRY, UnreadableError, read_amount, read_percentage
from desktop_app.calc.exact import CENTS, money_text, round_up
from desktop_app.calc.forum import Forum, Pledge
from desktop_app.calc.recorded import ABSENT, Recorded
from desktop_app.calc.sentences import say
from desktop_app.calc.validity import MAXIMUM_CENTS, MAXIMUM_PERSONS

NONE_WORDS: Final = frozenset(
    {"-", "none", "no", "nil", "geen", "niets", "keine", "keiner", "nichts", "aucun", "aucune", "néant", "neant"}
)
REST_WORDS: Final = frozenset({"rest", "reste", "restant"})
_CURRENCY_WORDS: Final = ("eur", "euro", "euros")
LEADING_WORDS: Final = ("rest", "none", "no", "nil", *_CURRENCY_WORDS)
"""Words whose first letters, typed on a cell, begin an entry; other letters are free for something else."""
PERCENT: Final = re.compile(r"(.*?) ?(?:%|percent|per cent|pct|procent|prozent|pour cent)")
_DASHES: Final = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2212"), "-")
_SPACES: Final = dict.fromkeys(map(ord, "\u00a0\u2009\u202f\t"), " ")


@dataclass(frozen=True, slots=True)
class EntryContext:
    """What an entry may refer to.

    Attributes:
        current: what the cell holds now: persons, or cents in the money columns.
        exact_fair_share: persons, exact, or ``None`` when not known.
        rate_eur: EUR per relocation, or ``None`` when not known.
        other_equivalents: relocation equivalents of the other columns, exact, or ``None`` when not known.
        unrecorded: the other columns in which nothing is recorded; they count as 0 in ``other_equivalents``.
    """

    current: Recorded[int] = ABSENT
    exact_fair_share: Fraction | None = None
    rate_eur: Fraction | None = None
    other_equivalents: Fraction | None = None
    unrecorded: tuple[PledgeColumn, ...] = ()


@dataclass(frozen=True, slots=True)
class Understood:
    """An entry that makes sense.

    Attributes:
        value: what would be recorded: persons, or cents in the money columns.
        words: what was understood, with how it came about.
    """

    value: Recorded[int]
    words: str


@dataclass(frozen=True, slots=True)
class Refused:
    """An entry that is not taken.

    Attributes:
        reason: what is wrong and what to write.
        unfinished: whether typing on can still make it one, so that nobody is scolded in mid-word.
    """

    reason: str
    unfinished: bool = False


def read_entry(text: str, column: PledgeColumn, context: EntryContext) -> Understood | Refused:
    """Read what was typed into a cell of the pledge table.

    Args:
        text: as typed; empty for "nothing recorded".
        column: the type of pledge, which decides between whole persons and cents.
        context: what ``%``, ``rest``, ``+`` and ``-`` refer to.

    Returns:
        What would be recorded and how it was understood, or why it is refused.
    """
    plain = plain_text(text)
    if not plain:
        return Understood(ABSENT, say("nothing recorded"))
    if plain in NONE_WORDS:
        return Understood(None, say("none: explicitly no {title}", title=column.title))
    if len(plain) > LONGEST_ENTRY:
        return Refused(say("This is too long for a number: it has {count} characters.", count=len(plain)))
    try:
        return _read(plain, column, context)
    except UnreadableError as unreadable:
        return Refused(str(unreadable), unreadable.unfinished)


def plain_text(text: str) -> str:
    """Return what was typed in small letters, with plain single spaces and plain dashes."""
    return " ".join(text.translate(_SPACES).translate(_DASHES).casefold().split())


def begins_word(letters: str) -> bool:
    """Tell whether letters, in any case, begin a word that an entry can begin with, in any language read here."""
    typed = letters.casefold()
    return any(word.startswith(typed) for word in (*NONE_WORDS, *REST_WORDS, *_CURRENCY_WORDS))


def entry_text(value: Recorded[int], column: PledgeColumn) -> str:
    """Write what is recorded as one would type it: ``"8440000.50"``, ``"none"``, or nothing.

    Without spaces between the thousands, so that a digit can be put in or taken out anywhere.
    :func:`read_entry` reads it back to the same value.
    """
    if value is ABSENT:
        return ""
    if value is None:
        return "none"
    return str(value) if column is PledgeColumn.RELOCATIONS else money_text(value).removesuffix(".00")


def recorded_text(value: Recorded[int], column: PledgeColumn) -> str:
    """Write what is recorded as one reads it: ``"310 persons"``, ``"EUR 8 440 000"``, ``"none"``."""
    if value is ABSENT:
        return say("nothing recorded")
    if value is None:
        return say("none")
    if column is PledgeColumn.RELOCATIONS:
        return wording.counted_persons(value)
    return wording.money(value)


def recorded_figure(value: int, column: PledgeColumn) -> str:
    """Write what is recorded without its unit, for a column that says it: ``"310"``, ``"8 440 000"``."""
    if column is PledgeColumn.RELOCATIONS:
        return wording.persons(value)
    return wording.number(Fraction(value, CENTS))


def recorded_value(pledge: Pledge, column: PledgeColumn) -> Recorded[int]:
    """Return what a pledge holds in a column: persons or cents.

    Alternative measures are added up; while one of them has no value, there is no amount: ``ABSENT``.
    """
    if column is PledgeColumn.RELOCATIONS:
        return pledge.relocations
    if column is PledgeColumn.FINANCIAL:
        return pledge.financial_cents
    if pledge.alternative is ABSENT or pledge.alternative is None:
        return pledge.alternative
    values = [measure.value_cents for measure in pledge.alternative]
    known = [value for value in values if value is not None]
    return sum(known) if len(known) == len(values) else ABSENT


def context_for(assessment: AnnualPoolAssessment, code: str, column: PledgeColumn) -> EntryContext:
    """Return what an entry for a Member State's cell may refer to.

    Args:
        assessment: the forum as it stands.
        code: Union code; a state of which nothing is known has an empty context.
        column: the cell's column.
    """
    pledge = assessment.forum.state(code).pledge
    row: Row | None = next((each for each in assessment.rows if each.code == code), None)
    others = tuple(each for each in PledgeColumn if each is not column)
    return EntryContext(
        recorded_value(pledge, column),
        row.exact_fair_share if row else None,
        assessment.totals.rate_eur,
        _equivalents(assessment.forum, code, others, assessment.totals.rate_eur),
        tuple(each for each in others if _is_unrecorded(pledge, each)),
    )


def _is_unrecorded(pledge: Pledge, column: PledgeColumn) -> bool:
    if column is PledgeColumn.ALTERNATIVE:
        return pledge.alternative is ABSENT
    return recorded_value(pledge, column) is ABSENT


def _equivalents(forum: Forum, code: str, columns: tuple[PledgeColumn, ...], rate: Fraction | None) -> Fraction | None:
    """Add up columns in relocations (AMMR-56-2); ``None`` while a measure has no value or money no rate."""
    pledge = forum.state(code).pledge
    total = Fraction(0)
    for column in columns:
        value = recorded_value(pledge, column)
        if value is ABSENT and not _is_unrecorded(pledge, column):
            return None
        if value is ABSENT or not value:
            continue
        if column is PledgeColumn.RELOCATIONS:
            total += value
        elif rate:
            total += Fraction(value, CENTS) / rate
        else:
            return None
    return total


def _read(plain: str, column: PledgeColumn, context: EntryContext) -> Understood:
    if plain in REST_WORDS:
        return _rest(column, context)
    if plain[0] in "+-":
        return _relative(plain[0], plain[1:].lstrip(), column, context)
    percentage = PERCENT.fullmatch(plain)
    if percentage:
        return _part(read_percentage(percentage[1]), column, context)
    if begins_word(plain):
        message = say("Go on: rest, none, or a number.")
        raise UnreadableError(message, unfinished=True)
    value = _within_limits(_in_units(plain, column), column)
    return Understood(value, recorded_text(value, column))


def _in_units(plain: str, column: PledgeColumn) -> int:
    """Read an amount in the column's unit: whole persons or whole cents."""
    amount = read_amount(plain)
    if column is not PledgeColumn.RELOCATIONS:
        cents = amount.value * CENTS
        if cents.denominator != 1:
            message = say(
                "“{plain}” is not whole cents: leave out the digits after the second decimal of a euro.", plain=plain
            )
            raise UnreadableError(message)
        return cents.numerator
    if amount.names_money:
        message = say("Relocations are persons, not money: write a number, or go to the EUR column.")
        raise UnreadableError(message)
    if amount.value.denominator != 1:
        below = amount.value.numerator // amount.value.denominator
        choice = say("write {below} or {above}", below=wording.persons(below), above=wording.persons(below + 1))
        message = say("Relocations are whole persons: {choice}.", choice=choice)
        raise UnreadableError(message, unfinished=True)
    return amount.value.numerator


def _within_limits(value: int, column: PledgeColumn) -> int:
    maximum = MAXIMUM_PERSONS if column is PledgeColumn.RELOCATIONS else MAXIMUM_CENTS
    if value > maximum:
        message = say(
            "{recorded} is more than the program records, {maximum}.",
            recorded=recorded_text(value, column),
            maximum=recorded_text(maximum, column),
        )
        raise UnreadableError(message)
    return value


def _relative(sign: str, typed: str, column: PledgeColumn, context: EntryContext) -> Understood:
    if not typed:
        message = say("A number is missing after the sign, such as +20.")
        raise UnreadableError(message, unfinished=True)
    if typed in REST_WORDS or PERCENT.fullmatch(typed):
        message = say(
            "“{sign}{typed}” is not understood: write {typed_2} alone, or a number after the sign.",
            sign=sign,
            typed=typed,
            typed_2=typed,
        )
        raise UnreadableError(message)
    step = _in_units(typed, column)
    # `+20` where nothing or none is recorded means 20: that is what people expect of it.
    current = context.current
    before = 0 if current is ABSENT or current is None else current
    after = before + step if sign == "+" else before - step
    minus = "+" if sign == "+" else "−"
    sum_words = say("{before} {sign} {step}", before=_bare(current, column), sign=minus, step=_bare(step, column))
    if after < 0:
        message = say("{sum_words} is below 0: write the number itself, or - for none.", sum_words=sum_words)
        raise UnreadableError(message)
    value = _within_limits(after, column)
    return Understood(value, say("{sum} = {value}", sum=sum_words, value=recorded_text(value, column)))


def _bare(value: Recorded[int], column: PledgeColumn) -> str:
    """Write a value without its unit, for the middle of a sum."""
    if value is ABSENT or value is None or column is not PledgeColumn.RELOCATIONS:
        return recorded_text(value, column)
    return wording.persons(value)


def _part(percentage: Fraction, column: PledgeColumn, context: EntryContext) -> Understood:
    whole = _fair_share(column, context)
    value, result = _rounded_up(whole * percentage / 100, column)
    words = say(
        "{percent} of {whole} = {result}",
        percent=wording.percentage(percentage),
        whole=_shown(whole, column),
        result=result,
    )
    return Understood(value, words)


def _rest(column: PledgeColumn, context: EntryContext) -> Understood:
    whole = _fair_share(column, context)
    others = context.other_equivalents
    if others is None:
        _rate(context)
        message = say("The rest cannot be worked out: an alternative measure of this Member State has no value yet.")
        raise UnreadableError(message)
    in_kind = others if column is PledgeColumn.RELOCATIONS else others * _rate(context)
    value, result = _rounded_up(max(Fraction(0), whole - in_kind), column)
    silent = wording.listed([each.title for each in context.unrecorded])
    note = say(" (nothing recorded yet: {silent})", silent=silent) if silent else ""
    if in_kind >= whole:
        words = say(
            "nothing is missing: {pledged} of {whole} → {value}{note}",
            pledged=_shown(in_kind, column),
            whole=_shown(whole, column),
            value=recorded_text(value, column),
            note=note,
        )
        return Understood(value, words)
    shown = {"whole": _shown(whole, column), "pledged": _shown(in_kind, column)}
    return Understood(value, say("{whole} − {pledged} = {result}{note}", **shown, result=result, note=note))


def _fair_share(column: PledgeColumn, context: EntryContext) -> Fraction:
    """Return the fair share in the column's kind: persons, or EUR."""
    if context.exact_fair_share is None:
        message = say("The fair share of this Member State is not known, so there is nothing to take a part of.")
        raise UnreadableError(message)
    whole = max(Fraction(0), context.exact_fair_share)
    return whole if column is PledgeColumn.RELOCATIONS else whole * _rate(context)


def _rate(context: EntryContext) -> Fraction:
    if not context.rate_eur:
        message = say("The EUR per relocation is not known: both reference numbers of the pool are needed.")
        raise UnreadableError(message)
    return context.rate_eur


def _rounded_up(exact: Fraction, column: PledgeColumn) -> tuple[int, str]:
    """Round up to persons or cents; the words say so where rounding did something, of persons with what was rounded."""
    if column is not PledgeColumn.RELOCATIONS:
        cents = exact * CENTS
        value = _within_limits(round_up(cents), column)
        words = recorded_text(value, column)
        return value, words if value == cents else say("{words}, rounded up to the cent", words=words)
    value = _within_limits(round_up(exact), column)
    words = recorded_text(value, column)
    return value, words if exact.denominator == 1 else say(
        "{exact} → {words}", exact=wording.number(exact), words=words
    )


def _shown(exact: Fraction, column: PledgeColumn) -> str:
    return wording.number(exact) if column is PledgeColumn.RELOCATIONS else wording.money_of(exact)
