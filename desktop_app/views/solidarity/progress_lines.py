"""What the act fixes, what is under way, what is done and what remains, in lines and words (COM(2020) 610, Art. 69)."""

from collections.abc import Callable, Sequence
from typing import Final, TypeAlias

from desktop_app.calc.assessment import Assessment
from desktop_app.calc.monitoring import Progress
from desktop_app.calc.pressure_assessment import PressureAssessment
from desktop_app.calc.wording import persons
from desktop_app.views.forum_editors.figures import Cell, Column, FigureLine
from desktop_app.views.language import marked, tr
from desktop_app.views.pools.words import Said
from desktop_app.views.solidarity.records import state_name

ProgressOf: TypeAlias = Callable[[PressureAssessment], tuple[Progress, ...]]
"""Counts relocations, or sponsored persons."""

_FIRST: Final = (
    Column(marked("Member State")),
    Column(marked("By the act"), right=True),
    Column(marked("Under way"), right=True),
)
_LAST: Final = Column(marked("Remains"), right=True)
RELOCATED: Final = (*_FIRST, Column(marked("Arrived"), right=True), _LAST)
SPONSORED: Final = (*_FIRST, Column(marked("Returned"), right=True), Column(marked("Taken over"), right=True), _LAST)
_NOT_KNOWN: Final = marked("not known")


def progress_of(assessment: Assessment, count: ProgressOf) -> tuple[Progress, ...]:
    """Return how far each Member State is; nothing where no act fixes anything."""
    return count(assessment) if isinstance(assessment, PressureAssessment) else ()


def progress_lines(found: Sequence[Progress], columns: Sequence[Column]) -> tuple[FigureLine, ...]:
    """Return a line for each Member State, and their sum."""
    if not found:
        return ()
    fixed = [each.fixed for each in found]
    total = Progress(
        "",
        None if None in fixed else sum(each or 0 for each in fixed),
        sum(each.under_way for each in found),
        sum(each.done for each in found),
        sum(each.taken_over for each in found),
    )
    # What one has beyond what is fixed for it takes nothing off another's.
    left = [each.remaining for each in found]
    remaining = None if None in left else sum(each or 0 for each in left)
    lines = [_line(state_name(each.code), each, each.remaining, columns) for each in found]
    return (*lines, _line(tr("All ({count})", count=len(found)), total, remaining, columns, is_sum=True))


def _line(
    name: str, each: Progress, remaining: int | None, columns: Sequence[Column], *, is_sum: bool = False
) -> FigureLine:
    taken_over = (each.taken_over,) if len(columns) == len(SPONSORED) else ()
    figures = (each.fixed, each.under_way, each.done, *taken_over, remaining)
    cells = (Cell(_NOT_KNOWN if figure is None else persons(figure)) for figure in figures)
    return FigureLine((Cell(name), *cells), strong=is_sum, ground="sunken" if is_sum else "")


_OF_STATE: Final = {
    "arrived": marked(
        "{state} in all: {fixed} by the act, {under_way} under way, {done} arrived; {remaining} remain (Art. 69)."
    ),
    "returned": marked(
        "{state} in all: {fixed} by the act, {under_way} under way, {done} returned; {remaining} remain (Art. 69)."
    ),
}
_AND_TAKEN_OVER: Final = marked(
    "{state} in all: {fixed} by the act, {under_way} under way, {done} returned, {taken_over} taken over; "
    "{remaining} remain (Art. 69)."
)


def progress_words(found: Sequence[Progress], code: str, done: str) -> Said:
    """Say how far a Member State is with what the act fixes for it; empty where nothing is known of it.

    Args:
        found: how far each is.
        code: of the Member State.
        done: what is done with the persons, ``"arrived"`` or ``"returned"``.
    """
    own = next((each for each in found if each.code == code and each.fixed is not None), None)
    if own is None or own.fixed is None:
        return Said("")
    return Said(
        tr(
            _AND_TAKEN_OVER if own.taken_over else _OF_STATE[done],
            state=state_name(code),
            fixed=persons(own.fixed),
            under_way=persons(own.under_way),
            done=persons(own.done),
            taken_over=persons(own.taken_over),
            remaining=persons(own.remaining or 0),
        )
    )
