"""The spread of the reductions under both readings, and the sums that show that no person is lost (Art. 53(3))."""

from fractions import Fraction

from desktop_app.calc.readings import REDUCTION_SPREAD
from desktop_app.calc.reduction_readings import spread_under, sums_of
from desktop_app.documents.blocks import Paragraph
from desktop_app.documents.noted import Noted
from desktop_app.documents.sections.cells import known
from desktop_app.documents.sections.pressure.distribution import EXACT_DECIMALS, change_cell
from desktop_app.documents.sections.source import MigratorySource, Section
from desktop_app.documents.styles import BODY, CELL_BOLD, NOTE
from desktop_app.documents.tables import Cell, Column, Row, Table, figures, head, row


def spread_readings_section(source: MigratorySource) -> Section:
    """Return what each Member State takes over under both readings of the spread."""
    terms, heading = source.terms, source.terms("reduction.both-spreads")
    spreads = {value: spread_under(source.assessment, value) for value in REDUCTION_SPREAD.choices}
    states = [each.code for each in source.assessment.rows if any(each.code in found for found in spreads.values())]
    if not states:
        return Section(heading, (Paragraph(terms("reduction.nothing-spread"), BODY, space_before=4),))
    if len({tuple(found.items()) for found in spreads.values()}) == 1:
        return Section(heading, (Paragraph(terms("reduction.same-spread"), BODY, space_before=4),))
    in_force = source.assessment.readings[REDUCTION_SPREAD.name]
    names = [
        terms("reduction.in-force", reading=terms(f"reduction.{value}"))
        if value == in_force
        else terms(f"reduction.{value}")
        for value in spreads
    ]
    rows = [
        row(
            [
                terms.state(code),
                *(change_cell(source, found.get(code, Fraction(0))) for found in spreads.values()),
            ]
        )
        for code in states
    ]
    sums = (change_cell(source, sum(found.values(), Fraction(0))) for found in spreads.values())
    rows.append(row([terms("response.total"), *(Cell(each.text, CELL_BOLD) for each in sums)], CELL_BOLD))
    columns = (Column(147), *(figures(170) for _value in spreads))
    note = Paragraph(terms("reduction.spread-note"), NOTE, space_before=4)
    table = Table(columns, (head([terms("pledges.state"), *names]),), tuple(rows))
    return Section(heading, (Noted(table, (note,)),))


def sums_section(source: MigratorySource) -> Section:
    """Return the sums before and after, so that it can be seen that the total stays."""
    terms = source.terms
    sums = sums_of(source.assessment)
    lines = [
        ("sum-asked", _exact(source, sums.asked)),
        ("sum-reduced", change_cell(source, sums.reduced)),
        ("sum-taken", change_cell(source, sums.taken)),
        ("sum-after", _exact(source, sums.after)),
        ("sum-credited", change_cell(source, -sums.credited)),
        ("sum-owed", _exact(source, sums.owed)),
        ("sum-fixed", known(source, source.number(sums.fixed))),
    ]
    # Seven lines that are read together stay together.
    rows = tuple(_line(source, name, cell, first=place == 0) for place, (name, cell) in enumerate(lines))
    note = Paragraph(terms("reduction.sums-note"), NOTE, space_before=4)
    return Section(terms("reduction.sums"), (Noted(Table((Column(357), figures(130)), (), rows), (note,)),))


def _line(source: MigratorySource, name: str, cell: Cell, *, first: bool) -> Row:
    bold = CELL_BOLD if name in {"sum-after", "sum-fixed"} else None
    return row(
        [Cell(source.terms(f"reduction.{name}"), bold), Cell(cell.text, bold or cell.style)], with_previous=not first
    )


def _exact(source: MigratorySource, value: Fraction | None) -> Cell:
    return known(source, source.number(value, EXACT_DECIMALS))
