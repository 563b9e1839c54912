"""What the report asks for: totals to relocate and to sponsor, and how far plans and act match them (Art. 53(3))."""

from desktop_app.calc.exact import sum_if_known, total_if_known
from desktop_app.calc.pressure_assessment import TypeMatch
from desktop_app.documents.blocks import Paragraph
from desktop_app.documents.noted import Noted
from desktop_app.documents.numbers import common_decimals
from desktop_app.documents.sections.cells import known, not_applicable
from desktop_app.documents.sections.kinds import kind_words
from desktop_app.documents.sections.source import MigratorySource, Section
from desktop_app.documents.styles import CELL_BOLD, NOTE
from desktop_app.documents.tables import Cell, Column, Row, Table, figures, head, row

_COLUMNS = (Column(187), *(figures(60) for _name in range(5)))
_NAMES = ("in-report", "asked", "offered", "difference", "fixed")


def need_section(source: MigratorySource) -> Section:
    """Return both totals of the report, what the key asks, what is offered and fixed; and what the report names."""
    terms, totals = source.terms, source.assessment.totals
    relocations, sponsorship = totals.matches
    fixed = sum_if_known([totals.fixed_relocations, totals.fixed_beneficiaries])
    decimals = common_decimals([each for match in totals.matches for each in (match.asked, match.given)])
    rows = [
        _match_row(source, relocations, fixed, decimals),
        _match_row(source, sponsorship, totals.fixed_sponsorship, decimals),
        _measures_row(source),
        _sum_row(source, decimals),
    ]
    heads = (head([terms("act53.what"), *(terms(f"act53.{name}") for name in _NAMES)]),)
    note = Paragraph(terms("act53.match-note"), NOTE, space_before=4)
    lines = Table((Column(245), Column(242)), (), tuple(_lines(source)), space_before=8)
    return Section(terms("act53.need"), (Noted(Table(_COLUMNS, heads, tuple(rows)), (note,)), lines))


def _match_row(source: MigratorySource, match: TypeMatch, fixed: int | None, decimals: int) -> Row:
    difference = match.difference
    sign = "+" if difference is not None and difference > 0 else ""
    cells = [
        known(source, source.number(match.needed)),
        known(source, source.number(match.asked, decimals)),
        known(source, source.number(match.given, decimals)),
        known(source, f"{sign}{source.number(difference, decimals)}"),
        known(source, source.number(fixed)),
    ]
    return row([Cell(source.terms(f"act53.total-{match.name}"), CELL_BOLD), *cells])


def _measures_row(source: MigratorySource) -> Row:
    """Return what measures stand for: the report has no total of them."""
    totals = source.assessment.totals
    none = not_applicable(source)
    covered = Cell(source.number(totals.covered, common_decimals([totals.covered])))
    fixed = known(source, source.number(totals.fixed_measures))
    return row([source.terms("act53.total-measures"), none, none, covered, none, fixed])


def _sum_row(source: MigratorySource, decimals: int) -> Row:
    totals = source.assessment.totals
    asked = total_if_known(match.asked for match in totals.matches)
    offered = total_if_known([*(match.given for match in totals.matches), totals.covered])
    fixed = [
        totals.fixed_relocations,
        totals.fixed_beneficiaries,
        totals.fixed_sponsorship,
        totals.fixed_measures,
    ]
    cells = [
        known(source, source.number(totals.total)),
        known(source, source.number(asked, decimals)),
        known(source, source.number(offered, decimals)),
        not_applicable(source),
        known(source, source.number(sum_if_known(fixed))),
    ]
    return row([source.terms("response.total"), *(Cell(each.text, CELL_BOLD) for each in cells)], CELL_BOLD)


def _lines(source: MigratorySource) -> list[Row]:
    terms, totals = source.terms, source.assessment.totals
    recorded = source.forum.migratory_pressure
    report = recorded.report
    lines = [
        ("named", terms.listed([kind_words(source, kind) for kind in report.measures_named]) or terms("common.none")),
        ("nationalities", ", ".join(report.nationalities) or terms("common.none")),
        ("asked-of-others", source.number(totals.asked)),
        ("not-asked", source.number(totals.not_asked)),
        ("minors", source.number(totals.minors)),
    ]
    if recorded.other_benefitting:
        lines.insert(2, ("others", terms.states(recorded.other_benefitting)))
    if not report.under_pressure:
        lines.insert(0, ("finding", terms("act53.not-under-pressure")))
    last = len(lines) - 1
    return [
        row([terms(f"act53.need-{name}"), text], with_previous=place == last)
        for place, (name, text) in enumerate(lines)
    ]
