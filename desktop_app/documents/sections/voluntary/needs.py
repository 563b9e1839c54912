"""What benefitting states need, and how far pledges and commitments kept answer it."""

from fractions import Fraction

from desktop_app.calc.exact import CENTS
from desktop_app.calc.voluntary_assessment import Held, NeedFigures
from desktop_app.documents.blocks import Align, Paragraph
from desktop_app.documents.noted import Noted
from desktop_app.documents.numbers import common_decimals
from desktop_app.documents.sections.cells import known, not_applicable
from desktop_app.documents.sections.source import Section, VoluntarySource, nothing_recorded
from desktop_app.documents.styles import CELL_BOLD, NOTE
from desktop_app.documents.tables import Cell, Column, Row, Table, figures, groups, head, row


def needs_section(source: VoluntarySource) -> Section:
    """Return needs, pledges and gaps by benefitting state, in persons and in money."""
    terms, needs = source.terms, source.assessment.needs
    if not needs:
        return Section(terms("overview.needs"), nothing_recorded(source))
    names = ("needed", "pledged", "open", "kept")
    above = [Cell("")] + [
        Cell(terms(f"overview.{each}"), span=len(names), align=Align.CENTRE) for each in ("persons", "money-eur")
    ]
    below = [terms("support.benefitting"), *(terms(f"overview.{name}") for _half in "pm" for name in names)]
    columns = (Column(70), *(figures(49) for _name in names), *(figures(55) for _name in names))
    rows = [_row(source, each) for each in needs]
    rows += [*_left_open(source), *_projects(source)]
    rows.append(_totals(source))
    notes = [terms("overview.needs-note")]
    notes += [
        terms("overview.need-said", state=terms.state(each.benefitting), note=each.note)
        for each in source.forum.voluntary.needs
        if each.note
    ]
    paragraphs = tuple(Paragraph(text, NOTE, space_before=4) for text in notes)
    return Section(
        terms("overview.needs"), (Noted(Table(columns, (groups(above), head(below)), tuple(rows)), paragraphs),)
    )


def _row(source: VoluntarySource, each: NeedFigures) -> Row:
    return row(
        [
            source.terms.state(each.benefitting),
            *(known(source, source.number(one)) for one in _held(each.relocations)),
            source.number(each.kept_relocations),
            *(eur_cell(source, one) for one in _held(each.financial)),
            eur_cell(source, each.kept_cents),
        ]
    )


def _left_open(source: VoluntarySource) -> list[Row]:
    """Return what is pledged and kept for nobody in particular, so that the columns add up; nothing where none is."""
    recorded, none = source.forum.voluntary, not_applicable(source)
    pledges = [each for each in recorded.pledges if each.benefitting is None]
    kept = [each for each in recorded.kept if each.benefitting is None]
    counts = sum(each.relocations for each in pledges), sum(each.relocations for each in kept)
    # What is for projects stands in a row of its own.
    money = (
        sum(each.financial_cents for each in pledges if not each.project),
        sum(each.financial_cents for each in kept),
    )
    if not any((*counts, *money)):
        return []
    persons = [source.number(one) if one else none for one in counts]
    cents = [eur_cell(source, one) for one in money]
    name = source.terms("overview.left-open")
    return [row([name, none, persons[0], none, persons[1], none, cents[0], none, cents[1]])]


def _projects(source: VoluntarySource) -> list[Row]:
    """Return the money for projects in partner countries, which fills no need of a Member State."""
    cents, none = source.assessment.totals.project_cents, not_applicable(source)
    if not cents:
        return []
    name = source.terms("overview.projects")
    return [row([name, *[none] * 5, eur_cell(source, cents), none, none])]


def _totals(source: VoluntarySource) -> Row:
    totals = source.assessment.totals
    cells: list[Cell | str] = [
        source.number(totals.relocations.against),
        source.number(totals.relocations.given),
        source.number(totals.unmet_relocations),
        source.number(totals.kept_relocations.given),
        eur_cell(source, totals.financial.against),
        eur_cell(source, totals.pledged_cents),
        eur_cell(source, totals.unmet_cents),
        eur_cell(source, totals.kept_financial.given),
    ]
    bold = [Cell(each if isinstance(each, str) else each.text, CELL_BOLD) for each in cells]
    return row([source.terms("response.total"), *bold], CELL_BOLD, with_previous=True)


def _held(held: Held) -> tuple[int | None, ...]:
    return held.against, held.given, held.open


def eur_cell(source: VoluntarySource, cents: int | None) -> Cell:
    """Return money of a column whose head names the currency, all with cents where any has; a dash for none."""
    if cents is None:
        return known(source, source.terms("common.not-known"))
    if not cents:
        return not_applicable(source)
    recorded = source.forum.voluntary
    amounts = [each.financial_cents for each in recorded.pledges]
    amounts += [each.financial_cents for each in recorded.kept]
    amounts += [each.financial_cents or 0 for each in recorded.needs]
    return Cell(source.number(Fraction(cents, CENTS), common_decimals([Fraction(each, CENTS) for each in amounts])))
