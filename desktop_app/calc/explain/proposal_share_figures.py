"""Share and number by the key of one state under the proposal of 2020 (COM(2020) 610, Art. 54 and Annex III)."""

from collections.abc import Callable
from typing import Final, TypeVar

from desktop_app.calc.derivation import Input, Unit
from desktop_app.calc.explain import proposal_inputs as shared
from desktop_app.calc.explain import unknown
from desktop_app.calc.explain.figure import Answer, Figure
from desktop_app.calc.explain.proposal_subject import STATUS, ProposalState
from desktop_app.calc.explain.proposal_unknown import NO_NUMBER
from desktop_app.calc.explain.share_figures import share_of, share_percent_of
from desktop_app.calc.readings import KEY_ROUNDING
from desktop_app.calc.sentences import say
from desktop_app.calc.wording import persons

_KEY: Final = "COM(2020) 610, Art. 54 and Annex III"
Subject = TypeVar("Subject", bound=ProposalState)


def in_whole_persons(state: ProposalState, formula: str, used: tuple[Input, ...], of: str) -> Answer:
    """Say how a number before rounding becomes the number by the key, under the reading ``rounding``.

    Args:
        state: the Member State; its number by the key is known.
        formula: of the number before rounding.
        used: every name in it.
        of: the beginning of the sentence, with that number in it.
    """
    number_by_key = state.row.key_number or 0
    whole = persons(number_by_key)
    how = state.reading(KEY_ROUNDING.name)
    if how == "up":
        return Answer(f"up({formula})", used, say("{of}; rounded up to whole persons: {whole}.", of=of, whole=whole))
    if how == "nearest":
        return Answer(
            f"nearest({formula})",
            used,
            say("{of}; rounded to the nearest whole person, a half up: {whole}.", of=of, whole=whole),
        )
    quota = state.quota
    floor = quota.numerator // quota.denominator
    beyond = number_by_key - floor
    words = say("{of}; the total is handed out exactly", of=of)
    if quota != floor:
        words += say(
            ", so {name} gets the {persons} whole persons of it and, by its remainder, ",
            name=state.name,
            persons=persons(floor),
        )
        words += say("{persons} more: {whole}", persons=persons(beyond), whole=whole) if beyond else say("nobody more")
    used = (*used, shared.by_remainder(state.title, beyond))
    return Answer(f"down({formula}) + units_by_remainder", used, say("{words}.", words=words))


FIGURES: Final[tuple[Figure[ProposalState], ...]] = (
    Figure(
        "share",
        say("share of the distribution key"),
        Unit.RATIO,
        say("exact, 1 is the whole"),
        _KEY,
        lambda state: state.row.share,
        share_of,
        (unknown.no_share,),
        STATUS,
    ),
    Figure(
        "share_percent",
        say("share of the distribution key in percent"),
        Unit.PERCENT,
        say("shown with four decimals, half up; reckoned on exactly"),
        _KEY,
        lambda state: None if state.row.share is None else 100 * state.row.share,
        share_percent_of,
        (unknown.no_share,),
        STATUS,
    ),
)
"""Figures that both procedures have, word for word."""


def number_figures(
    references: tuple[str, str],
    roundings: tuple[str, str],
    answers: tuple[Callable[[Subject], Answer], Callable[[Subject], Answer], Callable[[Subject], Answer]],
) -> tuple[Figure[Subject], ...]:
    """Return the number by the key, before rounding and in whole persons, and what is asked.

    Args:
        references: article of the number, and of what is asked.
        roundings: how the number is rounded, before and after.
        answers: why each of the three is what it is.
    """
    number, asked = references
    return (
        Figure(
            "exact_key",
            say("number by the key before rounding"),
            Unit.PERSONS,
            roundings[0],
            number,
            lambda state: state.row.exact_key,
            answers[0],
            NO_NUMBER,
            STATUS,
        ),
        Figure(
            "key_number",
            say("number by the key"),
            Unit.PERSONS,
            roundings[1],
            number,
            lambda state: state.row.key_number,
            answers[1],
            NO_NUMBER,
            STATUS,
            (KEY_ROUNDING.name,),
        ),
        Figure(
            "asked",
            say("persons asked for"),
            Unit.PERSONS,
            say("whole persons, as the number by the key"),
            asked,
            lambda state: state.row.asked,
            answers[2],
            NO_NUMBER,
            STATUS,
            (KEY_ROUNDING.name,),
        ),
    )
