"""Sums over Member States, as both procedures of the proposal of 2020 with a key have them."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from desktop_app.calc.derivation import Exact, Unit
from desktop_app.calc.explain.figure import Answer, Figure
from desktop_app.calc.explain.proposal_inputs import Row, of_rows
from desktop_app.calc.explain.proposal_subject import STATUS, Proposal
from desktop_app.calc.explain.proposal_unknown import NO_NUMBER
from desktop_app.calc.readings import KEY_ROUNDING
from desktop_app.calc.sentences import say

Subject = TypeVar("Subject", bound=Proposal)


def sum_of(
    name: str,
    title: str,
    rows: Callable[[Subject], Iterable[Row]],
    figure: Callable[[Row], Exact | None],
    say: Callable[[Subject], str],
) -> Callable[[Subject], Answer]:
    """Return the answer of a sum over states.

    Args:
        name: of the list in the formula.
        title: of the list in words.
        rows: whose figures are added up.
        figure: what is added up; known for each of them.
        say: gives the words.
    """

    def answer(whole: Subject) -> Answer:
        return Answer(f"sum({name})", (of_rows(name, title, rows(whole), figure),), say(whole))

    return answer


def asked_figures(
    reference: str, asked: Callable[[Subject], Answer], not_asked: Callable[[Subject], Answer]
) -> tuple[Figure[Subject], Figure[Subject]]:
    """Return what the contributing states are asked for, and what nobody is asked for.

    Args:
        reference: article of both.
        asked: why the first is what it is.
        not_asked: why the second is.
    """
    rounding, readings = say("sum of whole persons"), (KEY_ROUNDING.name,)
    return (
        Figure(
            "asked",
            say("persons asked for"),
            Unit.PERSONS,
            rounding,
            reference,
            lambda whole: whole.sums.asked,
            asked,
            NO_NUMBER,
            STATUS,
            readings,
        ),
        Figure(
            "not_asked",
            say("persons that nobody is asked for"),
            Unit.PERSONS,
            rounding,
            reference,
            lambda whole: whole.sums.not_asked,
            not_asked,
            NO_NUMBER,
            STATUS,
            readings,
        ),
    )


def claimed_figure(reference: str, answer: Callable[[Subject], Answer]) -> Figure[Subject]:
    """Return what the measures of all states claim."""
    title = say("what measures claim")
    return Figure(
        "claimed", title, Unit.PERSONS, say("exact"), reference, lambda whole: whole.sums.claimed, answer, status=STATUS
    )
