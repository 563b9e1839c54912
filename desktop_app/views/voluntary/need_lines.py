"""What is needed, pledged, still open and kept for each benefitting Member State, as a list."""

from collections.abc import Callable
from typing import Final

from desktop_app.calc.exact import money_text
from desktop_app.calc.member_states import name_of
from desktop_app.calc.voluntary_assessment import Held, VoluntaryAssessment
from desktop_app.calc.wording import grouped, persons
from desktop_app.views.forum_editors.figures import Cell, Column, FigureLine

COLUMNS: Final = (
    Column("Member State"),
    Column("Needed,\npersons", right=True),
    Column("Pledged", right=True),
    Column("Open", right=True),
    Column("Relocated", right=True),
    Column("Needed,\nEUR", right=True),
    Column("Pledged", right=True),
    Column("Open", right=True),
    Column("Paid", right=True),
)
_NOTHING: Final = "–"
_TOGETHER: Final = (
    "All pledges against all needs: what is pledged beyond one Member State's need makes up for another's here, and "
    "what was left open counts."
)


def need_lines(assessment: VoluntaryAssessment) -> list[FigureLine]:
    """Return a line for each benefitting Member State, one for what is for nobody in particular, and the sums."""
    lines = [
        FigureLine(
            (
                Cell(name_of(each.benefitting)),
                *_persons(each.relocations, each.kept_relocations),
                *_money(each.financial, each.kept_cents),
            )
        )
        for each in assessment.needs
    ]
    totals = assessment.totals
    if totals.open_relocations or totals.open_cents:
        left_open = [_NOTHING, persons(totals.open_relocations), _NOTHING, _NOTHING]
        left_open += [_NOTHING, _eur(totals.open_cents), _NOTHING, _NOTHING]
        lines.append(FigureLine((Cell("Left open, and projects"), *(Cell(text) for text in left_open))))
    if lines:
        sums = (
            *_persons(totals.relocations, totals.kept_relocations.given),
            *_money(totals.financial, totals.kept_financial.given),
        )
        lines.append(FigureLine((Cell("Together", about=_TOGETHER), *sums), strong=True, ground="sunken"))
    return lines


def _persons(held: Held, kept: int) -> tuple[Cell, ...]:
    return _cells(held, persons, kept)


def _money(held: Held, kept: int) -> tuple[Cell, ...]:
    return _cells(held, _eur, kept)


def _cells(held: Held, write: Callable[[int], str], kept: int) -> tuple[Cell, ...]:
    """Return what is needed, pledged, still open and kept; a need that is met says so."""
    if held.against is None or held.open is None:
        needed, still = Cell(_NOTHING), Cell(_NOTHING)
    else:
        met = "What is needed is pledged."
        needed = Cell(write(held.against))
        still = Cell(write(held.open)) if held.open else Cell(write(0), "ok", "ok", met)
    return needed, Cell(write(held.given)), still, Cell(write(kept))


def _eur(cents: int) -> str:
    return grouped(money_text(cents).removesuffix(".00"))
