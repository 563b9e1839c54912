"""What each procedure has for the question what would close its gap: grounds, changes, and when a target is reached."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from desktop_app.calc.assessment import Assessment
from desktop_app.calc.changes import Change
from desktop_app.calc.forum import Procedure
from desktop_app.calc.gap import annual_pool, migratory_pressure, search_and_rescue, voluntary
from desktop_app.calc.gap.amounts import Asked
from desktop_app.calc.gap.problem import Ground, NotStated
from desktop_app.calc.gap.target import Target, targets_of


@dataclass(frozen=True, slots=True)
class Book:
    """The functions of one procedure.

    Attributes:
        ground_of: what a target rests on, or why the question cannot be put.
        change_of: the one step that a proposal stands for, under a name for its source.
        is_reached: whether the figures of a forum reach a target; the codes are the states that may be asked.
    """

    ground_of: Callable[[Assessment, Target], Ground | NotStated]
    change_of: Callable[[Assessment, Target, tuple[Asked, ...], str], Change]
    is_reached: Callable[[Assessment, Target, Iterable[str]], bool]


BOOKS: Final[Mapping[Procedure, Book]] = {
    Procedure.ANNUAL_POOL: Book(annual_pool.ground_of, annual_pool.change_of, annual_pool.is_reached),
    Procedure.SEARCH_AND_RESCUE: Book(
        search_and_rescue.ground_of, search_and_rescue.change_of, search_and_rescue.is_reached
    ),
    Procedure.MIGRATORY_PRESSURE: Book(
        migratory_pressure.ground_of, migratory_pressure.change_of, migratory_pressure.is_reached
    ),
    Procedure.VOLUNTARY: Book(voluntary.ground_of, voluntary.change_of, voluntary.is_reached),
}


def book_of(assessment: Assessment) -> Book:
    """Return the functions of a forum's procedure."""
    return BOOKS[assessment.forum.procedure]


def any_ground(assessment: Assessment) -> Ground | None:
    """Return the first ground that can be stated, for the figures of the states; ``None`` where none can."""
    grounds = (book_of(assessment).ground_of(assessment, each) for each in targets_of(assessment.forum.procedure))
    return next((each for each in grounds if isinstance(each, Ground)), None)
