"""Entries into the table of a pressure response, read exactly: shares of types in percent, and what measures cover.

A share: ``80``, ``33.3%``, ``rest`` (what the other types leave of 100 %), ``+5``, ``-5``, ``-`` or ``none`` for 0.
What measures cover: ``60``, ``12.5`` persons, ``50%`` of the state's share, ``+20``, ``-5``, ``-``. What the form of
Annex II may not hold is refused in one line, with its article (COM(2020) 610, Art. 52).
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum
from fractions import Fraction
from functools import partial
from typing import Final

from desktop_app.calc import wording
from desktop_app.calc.entry import PERCENT, REST_WORDS, Refused
from desktop_app.calc.entry_amount import UnreadableError, read_amount, read_percentage
from desktop_app.calc.entry_plan import check_finished, comes_to, read_plain, step_of, sum_words
from desktop_app.calc.forum import Forum
from desktop_app.calc.pressure_assessment import PressureAssessment
from desktop_app.calc.pressure_plans import WHOLE, PressurePlan, TypeShares
from desktop_app.calc.sentences import say
from desktop_app.calc.validity import MAXIMUM_PERSONS

_HUNDREDTHS: Final = 100
"""What a part of the share is rounded down to, so that it never exceeds the share: 1/100 person."""
_MOST_DECIMALS: Final = 6


class PressureFigure(Enum):
    """What is typed of a plan in the table; the value is its field."""

    APPLICANTS = "applicants"
    SPONSORSHIP = "sponsorship"
    BENEFICIARIES = "beneficiaries"
    COVERED = "covered"

    @property
    def is_share(self) -> bool:
        """Whether it is the share of a type, percent."""
        return self is not PressureFigure.COVERED


@dataclass(frozen=True, slots=True)
class PressureContext:
    """What an entry may refer to, and what it may not exceed.

    Attributes:
        plan: the latest revision of the plan, or one without content.
        exact_key: the state's share of the report's total, persons, exact; ``None`` when not known.
        names_measures: whether the report names any measure of Art. 45(1)(d) (Art. 51(3)(b)(iii)).
    """

    plan: PressurePlan
    exact_key: Fraction | None = None
    names_measures: bool = True


@dataclass(frozen=True, slots=True)
class PlanUnderstood:
    """An entry that makes sense.

    Attributes:
        value: percent, or persons; exact.
        words: what was understood, with how it came about.
    """

    value: Fraction
    words: str


def latest_pressure_plan(forum: Forum, code: str) -> PressurePlan:
    """Return the latest revision of a Member State's plan; a first plan without content where there is none."""
    revisions = forum.migratory_pressure.revisions(code)
    return revisions[-1] if revisions else PressurePlan(code)


def value_of(plan: PressurePlan, figure: PressureFigure) -> Fraction:
    """Return what a plan holds: percent of a type, or persons that measures cover."""
    found: Fraction = getattr(plan.shares if figure.is_share else plan, figure.value)
    return found


def with_value(plan: PressurePlan, figure: PressureFigure, value: Fraction) -> PressurePlan:
    """Return the plan with another share, or another part covered."""
    if figure is PressureFigure.COVERED:
        return replace(plan, covered=value)
    return replace(plan, shares=_with_share(plan.shares, figure, value))


def _with_share(shares: TypeShares, figure: PressureFigure, value: Fraction) -> TypeShares:
    parts = {each: getattr(shares, each.value) for each in PressureFigure if each.is_share} | {figure: value}
    return TypeShares(*parts.values())


def pressure_context(assessment: PressureAssessment, code: str) -> PressureContext:
    """Return what an entry for a Member State's cell may refer to.

    Raises:
        KeyError: the state does not take part.
    """
    forum = assessment.forum
    named = forum.migratory_pressure.report.measures_named
    return PressureContext(latest_pressure_plan(forum, code), assessment.row(code).exact_key, bool(named))


def read_pressure_entry(text: str, figure: PressureFigure, context: PressureContext) -> PlanUnderstood | Refused:
    """Read what was typed into a cell of the table of a pressure response.

    Args:
        text: as typed; empty for 0.
        figure: what is typed.
        context: what ``%``, ``rest``, ``+`` and ``-`` refer to, and what keeps an entry from being taken.

    Returns:
        The value that would be recorded and how it was understood, or why the entry is refused.
    """
    entry = understand(text, figure, context)
    if isinstance(entry, Refused):
        return entry
    problem = (refused_share if figure.is_share else refused_cover)(figure, entry.value, context)
    return Refused(problem) if problem else entry


def understand(text: str, figure: PressureFigure, context: PressureContext) -> PlanUnderstood | Refused:
    """Read a share or a part covered, whatever the form may hold beside it; see :func:`read_pressure_entry`."""
    read = partial(_share if figure.is_share else _covered, figure=figure, context=context)
    return read_plain(text, PlanUnderstood(Fraction(0), _said(Fraction(0), figure)), read)


def refused_share(figure: PressureFigure, value: Fraction, context: PressureContext) -> str:
    """Say why a share may not be taken; empty where it may.

    A total below 100 % is not refused: the next cell may complete it. Nor is a share that is lowered.
    """
    if value <= value_of(context.plan, figure):
        return ""
    missing = sponsorship_lacks(context.plan) if figure is PressureFigure.SPONSORSHIP else ""
    if missing:
        return say("{missing} F4 opens the form.", missing=missing)
    total = _with_share(context.plan.shares, figure, value).total
    if total > WHOLE:
        return say(
            "The types would total {percentage}, not 100 %: lower another one first (Art. 52(3), Annex II).",
            percentage=percentage(total),
        )
    return ""


def refused_cover(_figure: PressureFigure, value: Fraction, context: PressureContext) -> str:
    """Say why measures may not cover so much; empty where they may."""
    if not value:
        return ""
    if not context.names_measures:
        return say(
            "The report names no measures, so none may be offered in the place of persons (Art. 52(2), "
            "51(3)(b)(iii)): Ctrl+Shift+R opens the report."
        )
    if context.exact_key is not None and value > context.exact_key:
        return say(
            "{number} are more than the Member State's whole share, {exact_key} persons (Art. 52(2)): lower it.",
            number=wording.number(value),
            exact_key=wording.number(context.exact_key),
        )
    return ""


def sponsorship_lacks(plan: PressurePlan) -> str:
    """Say what return sponsorship needs and the plan does not say; empty where it says all."""
    if not plan.nationalities:
        return say("Return sponsorship needs nationalities from the report's list (Art. 52(3), Annex II, footnote 3).")
    if not plan.activities:
        return say("Return sponsorship needs at least one activity (Art. 55(4)).")
    return ""


def percentage(value: Fraction) -> str:
    """Write a percentage in full: ``"33.3 %"``; what has no finite decimals with two of them."""
    try:
        return wording.percentage(value)
    except ValueError:
        return say("{number}\u00a0%", number=wording.number(value))


def _share(plain: str, *, figure: PressureFigure, context: PressureContext) -> PlanUnderstood:
    current = value_of(context.plan, figure)
    if plain in REST_WORDS:
        others = context.plan.shares.total - current
        left = max(Fraction(0), WHOLE - others)
        return PlanUnderstood(
            left,
            say(
                "100 − {others} of the others = {left}",
                others=percentage(others),
                left=percentage(left),
            ),
        )
    if plain[0] in "+-":
        return _step(plain, current, figure, _percent)
    check_finished(plain)
    value = _percent(plain)
    return PlanUnderstood(value, _said(value, figure))


def _percent(plain: str) -> Fraction:
    """Read a share, with or without its sign."""
    found = PERCENT.fullmatch(plain)
    digits = found[1] if found else plain
    value = read_percentage(digits)
    if len(re.split(r"[.,]", digits)[-1]) > _MOST_DECIMALS and not digits.isdigit():
        message = say(
            "A share has at most {MOST_DECIMALS} decimals; “rest” takes what the other types leave.",
            MOST_DECIMALS=_MOST_DECIMALS,
        )
        raise UnreadableError(message)
    if value > WHOLE:
        message = say("A share is at most 100 % (Annex II); {number} is more.", number=wording.number(value))
        raise UnreadableError(message)
    return value


def _covered(plain: str, *, figure: PressureFigure, context: PressureContext) -> PlanUnderstood:
    if plain in REST_WORDS:
        message = say("“rest” is for the shares of the types: write persons here, or a part of the share such as 50%.")
        raise UnreadableError(message)
    if plain[0] in "+-":
        return _step(plain, context.plan.covered, figure, _persons)
    found = PERCENT.fullmatch(plain)
    if found:
        return _part(read_percentage(found[1]), context.exact_key)
    check_finished(plain)
    value = _persons(plain)
    return PlanUnderstood(value, _said(value, figure))


def _part(wanted: Fraction, whole: Fraction | None) -> PlanUnderstood:
    """Return a part of the state's exact share, in hundredths of a person, rounded down."""
    if whole is None:
        message = say("The share of this Member State is not known, so there is nothing to take a part of.")
        raise UnreadableError(message)
    exact = whole * wanted / 100
    value = Fraction(exact.numerator * _HUNDREDTHS // exact.denominator, _HUNDREDTHS)
    down = "" if value == exact else say(", rounded down")
    words = say(
        "{percent} of the share of {whole} = {said}",
        percent=percentage(wanted),
        whole=wording.number(whole),
        said=_said(value, PressureFigure.COVERED),
    )
    return PlanUnderstood(value, words + down)


def _step(plain: str, current: Fraction, figure: PressureFigure, read: Callable[[str], Fraction]) -> PlanUnderstood:
    sign = plain[0]
    typed = plain[1:].lstrip()
    step = read(step_of(sign, typed.removesuffix("%").rstrip() if figure.is_share else typed))
    after = current + step if sign == "+" else current - step
    words = sum_words(wording.number(current), sign, wording.number(step))
    if after < 0:
        message = say("{words} is below 0: write the number itself, or - for none.", words=words)
        raise UnreadableError(message)
    return PlanUnderstood(after, comes_to(words, _said(after, figure)))


def _persons(plain: str) -> Fraction:
    amount = read_amount(plain)
    if amount.names_money:
        message = say("A plan counts persons, not money; the value of a measure stands on the form (F4).")
        raise UnreadableError(message)
    if amount.value > MAXIMUM_PERSONS:
        most = wording.persons(MAXIMUM_PERSONS)
        message = say(
            "{number} persons are more than the program records, {most}.",
            number=wording.number(amount.value),
            most=most,
        )
        raise UnreadableError(message)
    return amount.value


def _said(value: Fraction, figure: PressureFigure) -> str:
    if figure.is_share:
        return percentage(value)
    return say("{count} person" if value == 1 else "{count} persons", count=wording.number(value))
