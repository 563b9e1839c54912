"""What stands in the list of the scenarios: where each comes from, what it changes, its figures beside the record's."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Final

from desktop_app.calc import shifts
from desktop_app.calc.assessment import AnnualPoolAssessment, Assessment
from desktop_app.calc.exact import CENTS
from desktop_app.calc.forum import Procedure
from desktop_app.calc.memory import Moment, Scenario
from desktop_app.calc.pressure_assessment import PressureAssessment
from desktop_app.calc.response_assessment import SearchAndRescueAssessment
from desktop_app.calc.voluntary_assessment import VoluntaryAssessment
from desktop_app.views.forum_editors.figures import Cell, Column, FigureLine
from desktop_app.views.language import marked, tr
from desktop_app.views.saved_mark import clock_text

Figure = tuple[str, Callable[[Any], str]]
"""What a figure is called, and how it is read from the totals of a procedure."""


def _count(name: str) -> Callable[[Any], str]:
    return lambda totals: shifts.count(None, getattr(totals, name)).after


def _ratio(name: str) -> Callable[[Any], str]:
    return lambda totals: shifts.ratio(None, getattr(totals, name)).after


_FIGURES: Final[Mapping[Procedure, tuple[Figure, Figure, Figure]]] = {
    Procedure.ANNUAL_POOL: (
        (marked("Pledged"), _count("pledged_equivalents")),
        (marked("Gap"), _count("gap_relocations")),
        (marked("Coverage"), _ratio("coverage")),
    ),
    Procedure.SEARCH_AND_RESCUE: (
        (marked("Pledged"), _count("pledged")),
        (marked("Measures"), _count("claimed")),
        (marked("Coverage"), _ratio("coverage")),
    ),
    Procedure.MIGRATORY_PRESSURE: (
        (marked("Asked"), _count("asked")),
        (marked("In the plans"), _count("planned")),
        (marked("Shortfall"), _ratio("shortfall")),
    ),
    Procedure.VOLUNTARY: (
        (marked("Relocations"), lambda totals: shifts.count(None, totals.relocations.given).after),
        (marked("Pledged"), lambda totals: shifts.money(None, Fraction(totals.financial.given, CENTS)).after),
        (marked("Kept"), lambda totals: shifts.count(None, totals.kept_relocations.given).after),
    ),
}
"""The main figures of each procedure."""
_READERS: Final[Mapping[Procedure, Callable[[Assessment], Any]]] = {
    Procedure.ANNUAL_POOL: lambda each: AnnualPoolAssessment.of(each).totals,
    Procedure.SEARCH_AND_RESCUE: lambda each: SearchAndRescueAssessment.of(each).totals,
    Procedure.MIGRATORY_PRESSURE: lambda each: PressureAssessment.of(each).totals,
    Procedure.VOLUNTARY: lambda each: VoluntaryAssessment.of(each).totals,
}
_WAITING: Final = "…"


@dataclass(frozen=True, slots=True)
class Known:
    """What is worked out of a scenario.

    Attributes:
        cells: in how many cells it differs from where it branched.
        figures: its main figures, in words.
    """

    cells: int
    figures: tuple[str, ...]


def columns_of(procedure: Procedure) -> tuple[Column, ...]:
    """Return the columns of the list."""
    titles = (title for title, _read in _FIGURES[procedure])
    return (
        Column(tr("Scenario"), wraps=True),
        Column(tr("From")),
        Column(tr("By")),
        Column(tr("Cells\nchanged"), right=True),
        *(Column(title, right=True) for title in titles),
        Column(tr("Standing")),
    )


def main_figures(assessment: Assessment) -> tuple[str, ...]:
    """Return the main figures of a forum in words, in the order of the columns."""
    procedure = assessment.forum.procedure
    totals = _READERS[procedure](assessment)
    return tuple(tr(read(totals)) for _title, read in _FIGURES[procedure])


def record_line(assessment: Assessment, now: Moment) -> FigureLine:
    """Return the line of the record as it stands, with which the others are compared."""
    texts = (
        tr("The record, now"),
        tr("entry {seq}, {time}", seq=now.seq, time=clock_text(now.at)),
        now.operator,
        "",
    )
    cells = (*map(Cell, texts), *map(Cell, main_figures(assessment)), Cell(""))
    return FigureLine(cells, strong=True, ground="sunken")


def scenario_line(scenario: Scenario, known: Known | None, record: tuple[str, ...]) -> FigureLine:
    """Return the line of a scenario.

    Args:
        scenario: which one.
        known: what is worked out of it; ``None`` while it is not yet.
        record: the record's figures; those that are others stand out.
    """
    origin = scenario.origin
    standing, icon, tone = "", "", "text"
    if scenario.put_away:
        standing, icon, tone = tr("put away"), "close", "muted"
    if scenario.adopted is not None:
        standing, icon, tone = tr("adopted, entry {seq}", seq=scenario.adopted), "ok", "ok"
    name = scenario.name if scenario.note is None else f"{scenario.name}\n{scenario.note}"
    figures = [Cell(_WAITING, tone="muted")] * len(record) if known is None else _beside(known.figures, record)
    return FigureLine(
        (
            Cell(name, "document", "info" if not scenario.put_away else "muted"),
            Cell(tr("entry {seq}, {time}", seq=origin.seq, time=clock_text(origin.at))),
            Cell(scenario.moment.operator),
            Cell(_WAITING if known is None else str(known.cells)),
            *figures,
            Cell(standing, icon, tone),
        )
    )


def _beside(figures: tuple[str, ...], record: tuple[str, ...]) -> list[Cell]:
    return [
        Cell(
            one,
            tone="muted" if one == other else "text",
            about=tr("{one}; in the record {other}", one=one, other=other),
        )
        for one, other in zip(figures, record, strict=True)
    ]
