"""Measures of Art. 45(1)(d) as the act adjusts them, with their timetables (Art. 53(2), (3)(d))."""

from desktop_app.calc.pressure_assessment import PressureRow
from desktop_app.documents.blocks import Paragraph
from desktop_app.documents.noted import Noted
from desktop_app.documents.numbers import common_decimals
from desktop_app.documents.sections.cells import known, not_applicable
from desktop_app.documents.sections.offered import Offered, offered_table
from desktop_app.documents.sections.pressure.distribution import change_cell
from desktop_app.documents.sections.source import MigratorySource, Section, nothing_recorded
from desktop_app.documents.styles import NOTE
from desktop_app.documents.tables import Cell


def measures_section(source: MigratorySource) -> Section:
    """Return each measure of the plans that count, what all of a state's are fixed at, and by how much that adjusts."""
    terms = source.terms
    heading = terms("act53.measures")
    offering = [
        Offered(each.code, each.plan.measures, _fixed(source, each))
        for each in source.assessment.rows
        if each.is_asked and each.plan and each.plan.measures
    ]
    if not offering:
        return Section(heading, nothing_recorded(source))
    names = (terms("response.measures-fixed"), terms("act53.adjusted"))
    note = Paragraph(terms("act53.measures-note"), NOTE, space_before=4)
    return Section(heading, (Noted(offered_table(source, offering, names), (note,)),))


def _fixed(source: MigratorySource, each: PressureRow) -> tuple[Cell, ...]:
    # In the units of the columns beside it, so that each row adds up.
    change = None if each.measures is None else each.measures - each.claimed
    difference = not_applicable(source) if change is None else change_cell(source, change, common_decimals([change]))
    return known(source, source.number(each.measures)), difference
