"""Entries into the table of plans, read exactly: persons relocated, and how many of them are vulnerable.

``8 440``, ``50%`` (of the key number; in the column of vulnerable persons of the plan's relocations), ``rest``
(what measures leave of the key number), ``+20``, ``-5``, ``-`` or ``none`` for 0. What is no number of persons is
refused in one line.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum
from fractions import Fraction
from typing import Final, TypeVar

from desktop_app.calc import wording
from desktop_app.calc.entry import NONE_WORDS, PERCENT, REST_WORDS, Refused, begins_word, plain_text
from desktop_app.calc.entry_amount import LONGEST_ENTRY, UnreadableError, read_amount, read_percentage
from desktop_app.calc.exact import round_up
from desktop_app.calc.forum import Forum
from desktop_app.calc.response_assessment import ResponseRow, SearchAndRescueAssessment
from desktop_app.calc.response_plans import ResponsePlan
from desktop_app.calc.sentences import say
from desktop_app.calc.validity import MAXIMUM_PERSONS


class PlanFigure(Enum):
    """What is typed of a plan in the table; the value is its field."""

    RELOCATIONS = "relocations"
    VULNERABLE = "vulnerable"


@dataclass(frozen=True, slots=True)
class PlanContext:
    """What an entry may refer to.

    Attributes:
        current: what the cell holds now, persons.
        key_number: what the key gives the Member State, persons; ``None`` when not known.
        measures: persons-equivalent of the plan's measures, exact.
        relocations: the plan's relocations, persons.
    """

    current: int = 0
    key_number: int | None = None
    measures: Fraction = Fraction(0)
    relocations: int = 0


@dataclass(frozen=True, slots=True)
class PersonsUnderstood:
    """An entry that makes sense.

    Attributes:
        persons: what would be recorded.
        words: what was understood, with how it came about.
    """

    persons: int
    words: str


_Understood = TypeVar("_Understood")
_SPONSORSHIP: Final = re.compile(r"[0-9 .,]*(?:s|sp|spons[a-z]*|return[a-z ]*)")
"""A number with the first letters of sponsorship, or the word itself."""


def latest_plan(forum: Forum, code: str) -> ResponsePlan:
    """Return the latest revision of a Member State's plan; a first plan without content where there is none."""
    revisions = forum.search_and_rescue.revisions(code)
    return revisions[-1] if revisions else ResponsePlan(code)


def with_figure(plan: ResponsePlan, figure: PlanFigure, persons: int) -> ResponsePlan:
    """Return the plan with another number of persons."""
    if figure is PlanFigure.RELOCATIONS:
        return replace(plan, relocations=persons)
    return replace(plan, vulnerable=persons)


def plan_context(assessment: SearchAndRescueAssessment, code: str, figure: PlanFigure) -> PlanContext:
    """Return what an entry for a Member State's cell may refer to.

    Raises:
        KeyError: the state does not take part.
    """
    plan = latest_plan(assessment.forum, code)
    current: int = getattr(plan, figure.value)
    return PlanContext(current, asked_of(assessment.row(code)), plan.measures_persons, plan.relocations)


def asked_of(row: ResponseRow) -> int | None:
    """Return the key number that plans answer to: the report's, before any top-up; ``None`` when not known."""
    return row.report_number


def read_plan_entry(text: str, figure: PlanFigure, context: PlanContext) -> PersonsUnderstood | Refused:
    """Read what was typed into a cell of the table of plans.

    Args:
        text: as typed; empty for 0.
        figure: what is typed.
        context: what ``%``, ``rest``, ``+`` and ``-`` refer to.

    Returns:
        The persons that would be recorded and how they were understood, or why the entry is refused.
    """
    return read_plain(
        text, PersonsUnderstood(0, wording.counted_persons(0)), lambda plain: _read(plain, figure, context)
    )


def read_plain(text: str, nothing: _Understood, read: Callable[[str], _Understood]) -> _Understood | Refused:
    """Read what was typed into a cell that holds 0 where nothing stands.

    Args:
        text: as typed.
        nothing: what an empty text and the words for none mean.
        read: reads anything else, in small letters and with single spaces; raises :class:`UnreadableError`.

    Returns:
        What was understood, or why the entry is refused.
    """
    plain = plain_text(text)
    if not plain or plain in NONE_WORDS:
        return nothing
    if len(plain) > LONGEST_ENTRY:
        return Refused(say("This is too long for a number: it has {count} characters.", count=len(plain)))
    try:
        return read(plain)
    except UnreadableError as unreadable:
        return Refused(str(unreadable), unreadable.unfinished)


def _read(plain: str, figure: PlanFigure, context: PlanContext) -> PersonsUnderstood:
    if _SPONSORSHIP.fullmatch(plain):
        message = say(
            "No sponsorship stands in a plan of Annex I (Art. 47(4)): it can only cover a part of the half that "
            "Art. 48(2) asks for, on the form (F4)."
        )
        raise UnreadableError(message)
    if plain in REST_WORDS:
        return _rest(figure, context)
    if plain[0] in "+-":
        return _relative(plain[0], plain[1:].lstrip(), context)
    percentage = PERCENT.fullmatch(plain)
    if percentage:
        return _part(read_percentage(percentage[1]), figure, context)
    check_finished(plain)
    value = _whole(plain)
    return PersonsUnderstood(value, wording.counted_persons(value))


def check_finished(plain: str) -> None:
    """Refuse the first letters of a word that an entry can be.

    Raises:
        UnreadableError: they are no entry yet.
    """
    if begins_word(plain):
        message = say("Go on: rest, none, or a number.")
        raise UnreadableError(message, unfinished=True)


def step_of(sign: str, typed: str) -> str:
    """Return the number after a sign.

    Raises:
        UnreadableError: nothing stands there, or what is no number to add or take off.
    """
    if not typed:
        message = say("A number is missing after the sign, such as {sign}20.", sign=sign)
        raise UnreadableError(message, unfinished=True)
    if typed in REST_WORDS or PERCENT.fullmatch(typed):
        message = say(
            "“{sign}{typed}” is not understood: write {typed_2} alone, or a number after the sign.",
            sign=sign,
            typed=typed,
            typed_2=typed,
        )
        raise UnreadableError(message)
    return typed


def sum_words(before: str, sign: str, step: str) -> str:
    """Say what is added to a figure or taken off: ``"12 + 20"``."""
    return say("{before} {sign} {step}", before=before, sign="+" if sign == "+" else wording.MINUS, step=step)


def comes_to(words: str, result: str) -> str:
    """Say what a sum comes to: ``"12 + 20 = 32 persons"``."""
    return say("{words} = {result}", words=words, result=result)


def _whole(plain: str) -> int:
    amount = read_amount(plain)
    if amount.names_money:
        message = say(
            "A plan counts persons, not money: write a number; the value of a measure stands on the form (F4)."
        )
        raise UnreadableError(message)
    if amount.value.denominator != 1:
        below = amount.value.numerator // amount.value.denominator
        choice = say("write {below} or {above}", below=wording.persons(below), above=wording.persons(below + 1))
        message = say("Relocations are whole persons: {choice}.", choice=choice)
        raise UnreadableError(message, unfinished=True)
    return _within_limits(amount.value.numerator)


def _within_limits(persons: int) -> int:
    if persons > MAXIMUM_PERSONS:
        message = say(
            "{persons} are more than the program records, {persons_2}.",
            persons=wording.counted_persons(persons),
            persons_2=wording.counted_persons(MAXIMUM_PERSONS),
        )
        raise UnreadableError(message)
    return persons


def _relative(sign: str, typed: str, context: PlanContext) -> PersonsUnderstood:
    step = _whole(step_of(sign, typed))
    after = context.current + step if sign == "+" else context.current - step
    words = sum_words(wording.persons(context.current), sign, wording.persons(step))
    if after < 0:
        message = say("{words} is below 0: write the number itself, or - for none.", words=words)
        raise UnreadableError(message)
    return PersonsUnderstood(_within_limits(after), comes_to(words, wording.counted_persons(after)))


def _part(percentage: Fraction, figure: PlanFigure, context: PlanContext) -> PersonsUnderstood:
    whole = _key_number(context) if figure is PlanFigure.RELOCATIONS else context.relocations
    exact = whole * percentage / 100
    value = _within_limits(round_up(exact))
    shown = say(
        "{percent} of {persons} = {result}",
        percent=wording.percentage(percentage),
        persons=wording.persons(whole),
        result=_rounded(exact, value),
    )
    return PersonsUnderstood(value, shown)


def _rest(figure: PlanFigure, context: PlanContext) -> PersonsUnderstood:
    if figure is PlanFigure.VULNERABLE:
        message = say("“rest” is for relocations: write how many of them are vulnerable persons.")
        raise UnreadableError(message)
    whole = _key_number(context)
    exact = max(Fraction(0), whole - context.measures)
    value = round_up(exact)
    words = say(
        "{persons} − {number} by measures", persons=wording.persons(whole), number=wording.number(context.measures)
    )
    if context.measures >= whole:
        return PersonsUnderstood(
            value, say("nothing is left: {words} → {persons}", words=words, persons=wording.counted_persons(value))
        )
    return PersonsUnderstood(value, comes_to(words, _rounded(exact, value)))


def _key_number(context: PlanContext) -> int:
    if context.key_number is None:
        message = say(
            "The key number of this Member State is not known, so there is nothing to take a part of: report and "
            "key are needed."
        )
        raise UnreadableError(message)
    return context.key_number


def _rounded(exact: Fraction, value: int) -> str:
    words = wording.counted_persons(value)
    return words if exact.denominator == 1 else say("{exact} → {words}", exact=wording.number(exact), words=words)
