"""The lines of the window that compares: cells that differ, figures with their causes, causes with their figures."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Final, TypeAlias

from desktop_app.calc.comparison.beside import ComparedFigure
from desktop_app.calc.comparison.causes import Alone, Caused, Causes, Part
from desktop_app.calc.comparison.steps import Step
from desktop_app.calc.memory import Moment
from desktop_app.calc.shifts import ARROW
from desktop_app.views.forum_editors.figures import Cell, Column, FigureLine
from desktop_app.views.language import entry_title, marked, tr

if TYPE_CHECKING:
    from desktop_app.calc.differences import Difference

CELLS: Final = (
    Column(marked("Where")),
    Column(marked("What"), wraps=True),
    Column(marked("From"), wraps=True),
    Column(marked("To"), wraps=True),
    Column(marked("Last entry that touched it"), wraps=True),
)
FIGURES: Final = (
    Column(marked("Of")),
    Column(marked("Figure")),
    Column(marked("Before"), right=True),
    Column(marked("After"), right=True),
    Column(marked("Difference"), right=True),
    Column(marked("Caused by"), wraps=True),
)
CAUSES_OF: Final = (
    Column(marked("Cause"), wraps=True),
    Column(marked("Adds"), right=True),
    Column(marked("Then"), right=True),
    Column(marked("Alone"), right=True),
    Column(marked("What changed"), wraps=True),
    Column(marked("Last entry"), wraps=True),
)
CAUSES: Final = (
    Column(marked("Cause"), wraps=True),
    Column(marked("Figures"), right=True),
    Column(marked("What changed"), wraps=True),
    Column(marked("Last entry"), wraps=True),
)
FIGURES_OF: Final = (
    Column(marked("Of")),
    Column(marked("Figure")),
    Column(marked("Before"), right=True),
    Column(marked("After"), right=True),
    Column(marked("Adds"), right=True),
    Column(marked("Alone"), wraps=True),
)
_MOST_CAUSES: Final = 3
_MOST_CELLS: Final = 4
"""Cells of one cause that are told in its line; the page of differences has all."""
Known: TypeAlias = Mapping[int, Alone | None]
"""What steps would do without the others, by their places; ``None`` where no forum can be so."""
NOT_ALONE: Final = marked("cannot stand")
"""Stands where no forum can have this change without others."""


def cell_lines(
    changed: Sequence[tuple[Sequence["Difference"], str]],
) -> tuple[FigureLine, ...]:
    """Return a line for each cell that differs.

    Args:
        changed: cells, and who touched them last.
    """
    return tuple(
        FigureLine(
            (
                Cell(tr(each.place)),
                Cell(tr(each.what) or tr("entry")),
                Cell(tr(each.before), tone="muted"),
                Cell(tr(each.after)),
                Cell(who, tone="muted"),
            )
        )
        for cells, who in changed
        for each in cells
    )


def touched_text(moments: Sequence[Moment], when: Callable[[datetime], str]) -> str:
    """Say who touched something last, and when; empty where no moment is known."""
    if not moments:
        return ""
    last = max(moments, key=lambda moment: moment.seq)
    return tr("Entry {seq}, {when}, {operator}", seq=last.seq, when=when(last.at), operator=last.operator)


def figure_line(caused: Caused, causes: Causes) -> FigureLine:
    """Return the line of a figure that differs."""
    return FigureLine((*_figure(caused.figure), Cell(_causes(caused, causes), tone="muted")))


def _causes(caused: Caused, causes: Causes) -> str:
    """Name the causes of a figure, each with what it adds where there are several."""
    told = [(titles_text(part, causes), adds_text(part)) for part in caused.parts[:_MOST_CAUSES]]
    more = len(caused.parts) - len(told)
    if len(caused.parts) == 1:
        return told[0][0]
    return " · ".join(
        [*(f"{title} {adds}" for title, adds in told), *([tr("and {more} more", more=more)] if more else [])]
    )


def titles_text(part: Part, causes: Causes) -> str:
    """Return what the steps of a part change."""
    return "; ".join(entry_title(causes.steps[place].title) for place in part.steps)


def _figure(figure: ComparedFigure) -> tuple[Cell, ...]:
    shift = figure.shift
    return (
        Cell(figure.subject.title),
        Cell(figure.head.title),
        Cell(shift.before, tone="muted"),
        Cell(shift.after),
        Cell(shift.difference or ("" if figure.is_changed else tr("as before"))),
    )


def cause_lines(caused: Caused, causes: Causes, alone: Known, entry_of: Callable[[int], str]) -> tuple[FigureLine, ...]:
    """Return a line for each cause of a figure, and one for what they come to together.

    Args:
        caused: the figure.
        causes: where it stands.
        alone: what steps would do without the others, as far as that was asked.
        entry_of: the entry that touched last what a step changes, in words.
    """
    lines = []
    for part in caused.parts:
        told = "; ".join(changed_text(causes.steps[place]) for place in part.steps)
        entries = "; ".join(filter(None, map(entry_of, part.steps)))
        lines.append(
            FigureLine(
                (
                    Cell(titles_text(part, causes)),
                    Cell(adds_text(part)),
                    Cell(part.shift.after, tone="muted"),
                    _alone(part, caused.figure, alone),
                    Cell(told, tone="muted"),
                    Cell(entries, tone="muted"),
                )
            )
        )
    if len(lines) > 1:
        shift = caused.figure.shift
        together = shift.difference or f"{tr(shift.before)} {ARROW} {tr(shift.after)}"
        rest = tuple(Cell("") for _column in CAUSES_OF[3:])
        lines.append(
            FigureLine((Cell(tr("Together")), Cell(together), Cell(shift.after), *rest), strong=True, ground="sunken")
        )
    return tuple(lines)


def _alone(part: Part, figure: ComparedFigure, alone: Known) -> Cell:
    """Return what a cause would do by itself: nothing is said where that is the same."""
    place = part.steps[0]
    if len(part.steps) > 1 or place not in alone:
        return Cell("")
    found = alone[place]
    if found is None:
        return Cell(NOT_ALONE, tone="muted")
    single = found.part(figure)
    if (single.before, single.after) == (part.before, part.after) or (
        single.difference is not None and single.difference == part.difference
    ):
        return Cell(tr("the same"), tone="muted")
    return Cell(adds_text(single))


def adds_text(part: Part) -> str:
    """Return what a part adds; where it is no number, from what to what it goes."""
    shift = part.shift
    if not shift.is_changed:
        return tr("nothing")
    return tr(shift.difference) or f"{tr(shift.before)} {ARROW} {tr(shift.after)}"


def changed_text(step: Step) -> str:
    """Return what a step changes, in a few words."""
    cells = step.differences
    told = [
        f"{tr(each.what)}: {tr(each.before)} {ARROW} {tr(each.after)}".removeprefix(": ")
        for each in cells[:_MOST_CELLS]
    ]
    more = len(cells) - len(told)
    return "; ".join([*told, *([tr("and {more} more", more=more)] if more else [])])


def step_line(causes: Causes, place: int, entry_of: Callable[[int], str]) -> FigureLine:
    """Return the line of a step of the way."""
    step, count = causes.steps[place], len(causes.of_step(place))
    return FigureLine(
        (
            Cell(entry_title(step.title)),
            Cell(str(count) if count else tr("none")),
            Cell(changed_text(step), tone="muted"),
            Cell(entry_of(place), tone="muted"),
        )
    )


def moved_line(figure: ComparedFigure, part: Part, alone: Known) -> FigureLine:
    """Return the line of a figure that a cause moves."""
    shift = part.shift
    return FigureLine(
        (
            Cell(figure.subject.title),
            Cell(figure.head.title),
            Cell(shift.before, tone="muted"),
            Cell(shift.after),
            Cell(adds_text(part)),
            _alone(part, figure, alone),
        )
    )
