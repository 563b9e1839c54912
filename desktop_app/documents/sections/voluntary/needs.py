"""What benefitting states need, and how far pledges and commitments kept answer it."""

from desktop_app.calc.voluntary_assessment import Held, NeedFigures
from desktop_app.documents.blocks import Align, Paragraph
from desktop_app.documents.noted import Noted
from desktop_app.documents.sections.cells import not_applicable
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
        Cell(terms(f"overview.{each}"), span=len(names), align=Align.CENTRE) for each in ("persons", "money")
    ]
    below = [terms("support.benefitting"), *(terms(f"overview.{name}") for _half in "pm" for name in names)]
    columns = (Column(74), *(figures(42) for _name in names), *(figures(61) for _name in names))
    rows = [_row(source, each) for each in needs]
    totals = source.assessment.totals
    if totals.open_relocations or totals.open_cents:
        rows.append(_left_open(source))
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
            *(source.number(one) for one in _held(each.relocations)),
            source.number(each.kept_relocations),
            *(_money(source, one) for one in _held(each.financial)),
            _money(source, each.kept_cents),
        ]
    )


def _left_open(source: VoluntarySource) -> Row:
    """Return what is pledged for nobody in particular."""
    totals, none = source.assessment.totals, not_applicable(source)
    persons, money = source.number(totals.open_relocations), _money(source, totals.open_cents)
    return row([source.terms("overview.left-open"), none, persons, none, none, none, money, none, none])


def _totals(source: VoluntarySource) -> Row:
    totals = source.assessment.totals
    cells = [
        source.number(totals.relocations.against),
        source.number(totals.relocations.given),
        source.number(totals.unmet_relocations),
        source.number(totals.kept_relocations.given),
        _money(source, totals.financial.against),
        _money(source, totals.financial.given),
        _money(source, totals.unmet_cents),
        _money(source, totals.kept_financial.given),
    ]
    return row([source.terms("response.total"), *cells], CELL_BOLD, with_previous=True)


def _held(held: Held) -> tuple[int | None, ...]:
    return held.against, held.given, held.open


def _money(source: VoluntarySource, cents: int | None) -> str:
    return source.terms("common.not-known") if cents is None else source.terms.numbers.cents(cents)
