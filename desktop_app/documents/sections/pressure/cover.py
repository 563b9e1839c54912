"""The 30 % test under pressure, and the half of a share that states with measures then cover (Art. 52(2), 53(2))."""

from desktop_app.calc.pressure_assessment import PressureRow
from desktop_app.calc.readings import SHORTFALL
from desktop_app.documents.blocks import Block, Paragraph
from desktop_app.documents.noted import Noted
from desktop_app.documents.sections.cells import known
from desktop_app.documents.sections.percents import percent_text
from desktop_app.documents.sections.pressure.distribution import EXACT_DECIMALS, change_cell
from desktop_app.documents.sections.source import MigratorySource, Section
from desktop_app.documents.styles import BODY, NOTE
from desktop_app.documents.tables import Column, Row, Table, figures, head, row

_NAMES = ("exact-key", "persons-planned", "half", "added", "persons-after", "measures-after")


def cover_section(source: MigratorySource) -> Section:
    """Return the test's outcome under the reading in force, and who covers half of its share."""
    terms = source.terms
    rows = [each for each in source.assessment.rows if each.half]
    blocks: list[Block] = [Paragraph(outcome(source), BODY, space_before=4, keep_with_next=bool(rows))]
    if rows:
        blocks.append(Noted(cover_table(source), (Paragraph(terms("act53.cover-note"), NOTE, space_before=4),)))
    return Section(terms("response.cover"), tuple(blocks))


def outcome(source: MigratorySource) -> str:
    """Say how the test comes out under the reading in force."""
    terms, totals = source.terms, source.assessment.totals
    if totals.shortfall is None:
        is_b = source.assessment.readings[SHORTFALL.name] == "B"
        return terms("test53.no-result" if is_b else "response.test-not-known")
    name = "act53.test-triggered" if totals.shortfall_triggered else "act53.test-not-triggered"
    reading = source.assessment.readings[SHORTFALL.name]
    # Reading C leaves the benefitting states' part out of the whole, too.
    whole = terms("act53.test-of-asked" if reading == "C" else "act53.test-of-report")
    return terms(name, percent=percent_text(source, totals.shortfall), whole=whole, reading=reading)


def cover_table(source: MigratorySource) -> Table:
    """Return share, persons planned, half, what the rule adds, and what it makes of persons and measures, exact."""
    terms = source.terms
    heads = (head([terms("pledges.state"), *(terms(f"act53.column-{name}") for name in _NAMES)]),)
    rows = tuple(_row(source, each) for each in source.assessment.rows if each.half)
    return Table((Column(97), *(figures(65) for _name in _NAMES)), heads, rows)


def _row(source: MigratorySource, each: PressureRow) -> Row:
    planned = None if each.exact_key is None else each.exact_key - each.covered
    before = (each.exact_key, planned, each.half)
    after = (each.persons, each.measures_exact)
    return row(
        [
            source.terms.state(each.code),
            *(known(source, source.number(one, EXACT_DECIMALS)) for one in before),
            change_cell(source, each.added),
            *(known(source, source.number(one, EXACT_DECIMALS)) for one in after),
        ]
    )
