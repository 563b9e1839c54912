"""Credits: earlier contributions that are taken off what is owed (Art. 53(4))."""

from fractions import Fraction

from desktop_app.calc.contribution_types import PLAN_TYPES, ContributionType
from desktop_app.calc.credits import CreditEntry, counted, credit_entries
from desktop_app.calc.pressure_assessment import PressureRow
from desktop_app.documents.blocks import Block, Paragraph
from desktop_app.documents.noted import Noted
from desktop_app.documents.numbers import common_decimals
from desktop_app.documents.sections.kinds import type_words
from desktop_app.documents.sections.pressure.distribution import change_cell
from desktop_app.documents.sections.source import MigratorySource, Section
from desktop_app.documents.styles import BODY, CELL_BOLD, NOTE, SUBHEADING
from desktop_app.documents.tables import Cell, Column, Row, Table, figures, head, row

_TYPES = (*PLAN_TYPES, ContributionType.MEASURES)


def credits_section(source: MigratorySource) -> Section:
    """Return what is taken off whom; in a draft also every earlier contribution recorded, and why it does not count."""
    terms = source.terms
    entries = credit_entries(source.forum)
    shown = [each for each in entries if source.draft or each.counts]
    credited = [each for each in source.assessment.rows if each.credited]
    blocks: list[Block] = []
    if credited:
        note = Paragraph(terms("act53.credits-note"), NOTE, space_before=4)
        blocks.append(Noted(_table(source, credited), (note,)))
    else:
        blocks.append(Paragraph(terms("act53.no-credits"), BODY, space_before=4))
    if shown:
        title = terms("act53.contributions" if source.draft else "act53.contributions-counted")
        blocks += [Paragraph(title, SUBHEADING, space_before=10, keep_with_next=True), _entries(source, shown)]
    return Section(terms("act53.credits"), tuple(blocks))


def _table(source: MigratorySource, credited: list[PressureRow]) -> Table:
    terms = source.terms
    decimals = common_decimals([each for row in credited for each in row.credited_types.values()])
    heads = (head([terms("pledges.state"), *(type_words(source, kind) for kind in _TYPES), terms("response.total")]),)
    rows = [
        row(
            [
                terms.state(each.code),
                *(change_cell(source, -each.credited_types.get(kind, Fraction(0)), decimals) for kind in _TYPES),
                change_cell(source, -each.credited, decimals),
            ]
        )
        for each in credited
    ]
    sums = [-sum((each.credited_types.get(kind, Fraction(0)) for each in credited), Fraction(0)) for kind in _TYPES]
    cells = [change_cell(source, each, decimals) for each in (*sums, -source.assessment.totals.credited)]
    rows.append(row([terms("response.total"), *(Cell(each.text, CELL_BOLD) for each in cells)], CELL_BOLD))
    return Table((Column(97), *(figures(80) for _kind in _TYPES), figures(70)), heads, tuple(rows))


def _entries(source: MigratorySource, entries: list[CreditEntry]) -> Table:
    terms = source.terms
    names = ("type", "persons", "helped", "given", "counts")
    heads = (head([terms("pledges.state"), *(terms(f"act53.credit-{name}") for name in names)]),)
    rows = tuple(_entry(source, each) for each in entries)
    return Table((Column(70), Column(105), figures(46), Column(66), Column(72), Column(128)), heads, rows)


def _entry(source: MigratorySource, each: CreditEntry) -> Row:
    terms, credit = source.terms, each.credit
    year = terms("common.not-given") if credit.year is None else str(credit.year)
    says = terms("act53.counts") if each.counts else terms("act53.counts-not", why=terms.said(each.against))
    lines = [says, *([terms("act53.from-plan", plan=each.support_plan)] if each.support_plan else [])]
    lines += _more_than_owed(source, each) if each.counts else []
    helped = credit.benefitting or source.forum.migratory_pressure.report.benefitting
    return row(
        [
            terms.state(credit.code),
            type_words(source, credit.type),
            source.number(credit.persons),
            terms("common.not-given") if helped is None else terms.state(helped),
            year if credit.given is None else terms.day(credit.given),
            "\n".join(lines),
        ]
    )


def _more_than_owed(source: MigratorySource, entry: CreditEntry) -> list[str]:
    """Say how much is taken off where more was given of the type than is owed of it."""
    kind, code = entry.credit.type, entry.credit.code
    given = counted(credit_entries(source.forum)).get((code, kind), 0)
    rows = (each for each in source.assessment.rows if each.code == code)
    taken = next((each.credited_types.get(kind, Fraction(0)) for each in rows), Fraction(0))
    if taken >= given:
        return []
    shown = source.number(taken, common_decimals([taken]))
    return [source.terms("act53.no-more-owed", taken=shown, given=source.number(given))]
