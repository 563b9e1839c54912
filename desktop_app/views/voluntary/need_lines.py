"""What is needed, pledged, still open and kept for each benefitting Member State, as a list."""

from collections.abc import Callable, Mapping
from typing import Final

from desktop_app.calc.exact import money_text
from desktop_app.calc.voluntary_assessment import Held, VoluntaryAssessment
from desktop_app.calc.wording import grouped, persons
from desktop_app.views.forum_editors.figures import Cell, Column, FigureLine
from desktop_app.views.language import marked, state_name, tr

COLUMNS: Final = (
    Column(marked("Member State")),
    Column(marked("Needed,\npersons"), right=True),
    Column(marked("Pledged"), right=True),
    Column(marked("Open"), right=True),
    Column(marked("Relocated"), right=True),
    Column(marked("Needed,\nEUR"), right=True),
    Column(marked("Pledged"), right=True),
    Column(marked("Open"), right=True),
    Column(marked("Paid"), right=True),
)
_NOTHING: Final = "–"
_TOGETHER: Final = marked(
    "Open is what each Member State needs beyond what is pledged for it, less what is left open. What is too much for "
    "one fills no other's need, nor does money for projects in partner countries."
)


def need_lines(assessment: VoluntaryAssessment) -> list[FigureLine]:
    """Return a line for each benefitting Member State, what is for none of them, and the sums."""
    lines = [
        FigureLine(
            (
                Cell(state_name(each.benefitting)),
                *_cells(each.relocations, persons, each.kept_relocations, still=each.relocations.open),
                *_cells(each.financial, _eur, each.kept_cents, still=each.financial.open),
            )
        )
        for each in assessment.needs
    ]
    totals = assessment.totals
    lines += _for_nobody(assessment)
    if totals.project_cents:
        lines.append(_line_of(tr("Projects in partner countries"), {6: _eur(totals.project_cents)}))
    if lines:
        sums = (
            *_cells(totals.relocations, persons, totals.kept_relocations.given, still=totals.unmet_relocations),
            *_cells(
                Held(totals.financial.against, totals.pledged_cents),
                _eur,
                totals.kept_financial.given,
                still=totals.unmet_cents,
            ),
        )
        lines.append(FigureLine((Cell(tr("Together"), about=_TOGETHER), *sums), strong=True, ground="sunken"))
    return lines


def _for_nobody(assessment: VoluntaryAssessment) -> list[FigureLine]:
    """Return the line of what is pledged and kept for nobody in particular, where there is any."""
    totals = assessment.totals
    kept = [each for each in assessment.forum.voluntary.kept if each.benefitting is None]
    amounts = {2: totals.open_relocations, 4: sum(each.relocations for each in kept)}
    cents = {6: totals.open_cents, 8: sum(each.financial_cents for each in kept)}
    shown = {place: persons(amount) for place, amount in amounts.items() if amount}
    shown |= {place: _eur(amount) for place, amount in cents.items() if amount}
    return [_line_of(tr("Left open"), shown)] if shown else []


def _line_of(name: str, shown: Mapping[int, str]) -> FigureLine:
    """Return a line with figures in some of its columns."""
    return FigureLine((Cell(name), *(Cell(shown.get(place, _NOTHING)) for place in range(1, len(COLUMNS)))))


def _cells(held: Held, write: Callable[[int], str], kept: int, *, still: int | None) -> tuple[Cell, ...]:
    """Return what is needed, pledged, still open and kept; a need that is met says so."""
    if held.against is None or still is None:
        needed, missing = Cell(_NOTHING), Cell(_NOTHING)
    else:
        met = tr("What is needed is pledged.")
        needed = Cell(write(held.against))
        missing = Cell(write(still)) if still else Cell(write(0), "ok", "ok", met)
    return needed, Cell(write(held.given)), missing, Cell(write(kept))


def _eur(cents: int) -> str:
    return grouped(money_text(cents).removesuffix(".00"))
