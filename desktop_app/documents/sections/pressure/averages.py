"""Averages of applications per head: the Union's by year, each Member State's under every reading (Art. 52(5))."""

from collections.abc import Mapping
from typing import Final

from desktop_app.calc.pressure_assessment import PressureRow
from desktop_app.calc.reduction_readings import (
    TWICE_THE_AVERAGE,
    AverageReading,
    UnionYear,
    averages_of,
    union_years,
)
from desktop_app.documents.blocks import Align, Paragraph
from desktop_app.documents.noted import Noted
from desktop_app.documents.sections.notes import applications_words
from desktop_app.documents.sections.pressure.distribution import EXACT_DECIMALS
from desktop_app.documents.sections.pressure.reduction import per_heads
from desktop_app.documents.sections.source import MigratorySource, Section
from desktop_app.documents.styles import BODY, CELL_BOLD, NOTE
from desktop_app.documents.tables import Cell, Column, Row, Table, figures, groups, head, row

MARK: Final = "\u202f¹"
"""Marks a figure with which the population of the key stands in for that of a year."""


def question_section(source: MigratorySource) -> Section:
    """Return what the rule asks, in words."""
    terms = source.terms
    texts = [terms(f"reduction.question-{name}") for name in ("who", "what", "others", "readings")]
    return Section(terms("test.question"), tuple(Paragraph(text, BODY, space_before=4) for text in texts))


def years_section(source: MigratorySource) -> Section:
    """Return applications and population of the Union by year, whose ratio is the year's average."""
    terms = source.terms
    found = source.assessment.totals.reduction_figures
    if found is None:
        return Section(terms("reduction.years"), (Paragraph(terms("reduction.not-known"), BODY, space_before=4),))
    names = ("year", "applications", "population", "per-heads")
    heads = (head([terms(f"reduction.{name}") for name in names]),)
    missing = _without_population(source)
    years = {year for each in missing.values() for year in each}
    rows = [_year(source, each, marked=each.year in years) for each in union_years(found)]
    note = Paragraph(terms("reduction.years-note", average=per_heads(source, found.union)), NOTE, space_before=4)
    notes = [note, *_fallback_note(source, missing), Paragraph(_named_source(source), NOTE, space_before=3)]
    table = Table((Column(97), figures(130), figures(130), figures(130)), heads, tuple(rows))
    return Section(terms("reduction.years"), (Noted(table, tuple(notes)),))


def _year(source: MigratorySource, each: UnionYear, *, marked: bool) -> Row:
    population = f"{source.number(each.population)}{MARK * marked}"
    return row([str(each.year), source.number(each.applications), population, per_heads(source, each.average)])


def _named_source(source: MigratorySource) -> str:
    return source.terms("reduction.applications-source", source=applications_words(source))


def _without_population(source: MigratorySource) -> dict[str, tuple[int, ...]]:
    """Return the years for which the key's population stands in, by Member State; those without such years left out."""
    found = source.assessment.totals.reduction_figures
    if found is None:
        return {}
    recorded = {each.code: dict(each.population) for each in source.forum.applications}
    missing = {
        code: tuple(year for year in found.years if not recorded.get(code, {}).get(year)) for code in found.series
    }
    return {code: years for code, years in missing.items() if years}


def _fallback_note(source: MigratorySource, missing: Mapping[str, tuple[int, ...]]) -> list[Paragraph]:
    """Return what says where the population is not that of the year."""
    if not missing:
        return []
    everyone = len(missing) == len(source.assessment.rows)
    states = source.terms.states(tuple(missing))
    said = source.terms("reduction.fallback-all") if everyone else source.terms("reduction.fallback", states=states)
    return [Paragraph(said, NOTE, space_before=3)]


def averages_section(source: MigratorySource) -> Section:
    """Return how many times the Union's average each Member State's is, under every reading."""
    terms, readings = source.terms, averages_of(source.assessment)
    if not readings:
        return Section(terms("reduction.averages"), (Paragraph(terms("reduction.not-known"), BODY, space_before=4),))
    above = [Cell(""), Cell("")]
    above += [Cell(terms(f"reduction.by-{each.union_average}"), span=2, align=Align.CENTRE) for each in readings[::2]]
    below = [terms("pledges.state"), terms("reduction.own-average")]
    below += [terms(f"reduction.by-{each.five_years}") for each in readings]
    missing = _without_population(source)
    rows = [_times(source, each, readings, marked=each.code in missing) for each in source.assessment.rows]
    columns = (Column(97), figures(66), *(Column(81, Align.RIGHT) for _each in readings))
    in_force = next(each for each in readings if each.in_force)
    note = terms(
        "reduction.averages-note",
        union=terms(f"reduction.by-{in_force.union_average}"),
        years=terms(f"reduction.by-{in_force.five_years}"),
    )
    twice = Paragraph(terms("reduction.twice-note"), NOTE, space_before=3)
    notes = (Paragraph(note, NOTE, space_before=4), twice, *_fallback_note(source, missing))
    return Section(
        terms("reduction.averages"), (Noted(Table(columns, (groups(above), head(below)), tuple(rows)), notes),)
    )


def _times(source: MigratorySource, each: PressureRow, readings: tuple[AverageReading, ...], *, marked: bool) -> Row:
    in_force = next(reading for reading in readings if reading.in_force)
    own = f"{per_heads(source, in_force.figures.averages[each.code])}{MARK * marked}"
    name = source.terms.state(each.code)
    return row([name, own, *(_times_cell(source, each.code, reading) for reading in readings)])


def _times_cell(source: MigratorySource, code: str, reading: AverageReading) -> Cell:
    """Return how many times the average, and who may ask; exactly twice divides the readings of ``twice``."""
    terms, times = source.terms, reading.times(code)
    if times is None:
        return Cell(terms("common.dash"))
    number = source.number(times, EXACT_DECIMALS)
    if times == TWICE_THE_AVERAGE:
        return Cell(terms("reduction.exactly-twice", times=number), CELL_BOLD)
    if times > TWICE_THE_AVERAGE:
        return Cell(terms("reduction.above-twice", times=number), CELL_BOLD)
    return Cell(number)
