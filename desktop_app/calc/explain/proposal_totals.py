"""Sums over Member States, as both procedures of the proposal of 2020 with a key have them."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from desktop_app.calc.derivation import Exact
from desktop_app.calc.explain.figure import Answer
from desktop_app.calc.explain.proposal_inputs import Row, of_rows
from desktop_app.calc.explain.proposal_subject import Proposal

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
