"""The distribution over the Member States by the key, the benefitting one included (Art. 53(3)(c), 54)."""

from fractions import Fraction

from desktop_app.calc.exact import sum_if_known, total_of
from desktop_app.calc.pressure_assessment import PressureRow
from desktop_app.documents.blocks import Align, Paragraph
from desktop_app.documents.noted import Noted
from desktop_app.documents.sections.basis import basis_cell
from desktop_app.documents.sections.cells import known, not_applicable
from desktop_app.documents.sections.response.contributions import SHARE_DECIMALS
from desktop_app.documents.sections.source import MigratorySource, Section, nothing_recorded
from desktop_app.documents.styles import CELL_BOLD, NOTE
from desktop_app.documents.tables import Cell, Column, Row, Table, figures, groups, head, row

_COLUMNS = (
    Column(80),
    figures(54),
    figures(46),
    figures(60),
    figures(62),
    figures(54),
    figures(58),
    figures(62),
    figures(60),
    figures(60),
    figures(48),
    Column(106),
)
_CHANGES = ("reduction", "redistributed", "credited")
_FIXED = ("relocations", "beneficiaries", "sponsorship", "measures", "sum")
EXACT_DECIMALS = 2
"""Decimals of exact persons in print."""


def distribution_section(source: MigratorySource) -> Section:
    """Return number and share of every Member State by the key, what changes it, and what the act fixes by type."""
    terms = source.terms
    if not source.assessment.rows:
        return Section(terms("act53.distribution"), nothing_recorded(source))
    above = [
        Cell(""),
        Cell(terms("act53.by-key"), span=2, align=Align.CENTRE),
        Cell(terms("act53.changed"), span=3, align=Align.CENTRE),
        Cell(terms("act53.fixed-by-act"), span=5, align=Align.CENTRE),
        Cell(""),
    ]
    names = ("share", "number", *_CHANGES, *_FIXED)
    below = [terms("pledges.state"), *(terms(f"act53.column-{name}") for name in names), terms("response.basis")]
    rows = [*(_row(source, each) for each in source.assessment.rows), _totals(source)]
    notes = tuple(Paragraph(terms(f"act53.note-{name}"), NOTE, space_before=4) for name in ("key", "exact", "measures"))
    table = Table(_COLUMNS, (groups(above), head(below)), tuple(rows))
    return Section(terms("act53.distribution"), (Noted(table, notes),))


def _row(source: MigratorySource, each: PressureRow) -> Row:
    cells = [
        known(source, source.percent(each.share, SHARE_DECIMALS)),
        known(source, source.number(each.key_number)),
    ]
    if each.is_asked:
        fixed = (each.relocations, each.beneficiaries, each.sponsorship, each.measures, each.fixed.total)
        cells += [change_cell(source, one) for one in (each.reduction, each.redistributed, -each.credited)]
        cells += [known(source, source.number(one)) for one in fixed]
    else:
        cells += [not_applicable(source)] * (len(_CHANGES) + len(_FIXED))
    return row([source.terms.state(each.code), *cells, basis_cell(source, each)])


def change_cell(source: MigratorySource, change: Fraction, decimals: int = EXACT_DECIMALS) -> Cell:
    """Return what is taken off or added, exact, with its sign; a dash for nothing."""
    if not change:
        return not_applicable(source)
    sign = "+" if change > 0 else ""
    return Cell(f"{sign}{source.number(change, decimals)}")


def _totals(source: MigratorySource) -> Row:
    totals = source.assessment.totals
    given = [each for each in source.assessment.rows if each.is_asked]
    fixed = [
        totals.fixed_relocations,
        totals.fixed_beneficiaries,
        totals.fixed_sponsorship,
        totals.fixed_measures,
    ]
    whole = sum_if_known(each.fixed.total for each in given) if given else None
    cells = [
        Cell(source.number(totals.total)),
        change_cell(source, totals.reduction),
        change_cell(source, total_of([each.redistributed for each in given])),
        change_cell(source, -totals.credited),
        *(Cell(source.number(each)) for each in (*fixed, whole)),
    ]
    bold = [Cell(each.text, CELL_BOLD) for each in cells]
    return row([source.terms("response.total"), Cell(""), *bold, Cell("")], CELL_BOLD)
