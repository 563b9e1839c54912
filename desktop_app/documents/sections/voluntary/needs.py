"""What benefitting states need, and how far pledges and commitments kept answer it."""

from desktop_app.calc.voluntary_assessment import Held, NeedFigures
from desktop_app.documents.blocks import Align, Paragraph
from desktop_app.documents.noted import Noted
from desktop_app.documents.sections.source import Section, VoluntarySource, nothing_recorded
from desktop_app.documents.styles import NOTE
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
    rows = tuple(_row(source, each) for each in needs)
    notes = [terms("overview.needs-note")]
    notes += [
        terms("overview.need-said", state=terms.state(each.benefitting), note=each.note)
        for each in source.forum.voluntary.needs
        if each.note
    ]
    paragraphs = tuple(Paragraph(text, NOTE, space_before=4) for text in notes)
    return Section(terms("overview.needs"), (Noted(Table(columns, (groups(above), head(below)), rows), paragraphs),))


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


def _held(held: Held) -> tuple[int | None, ...]:
    return held.against, held.given, held.open


def _money(source: VoluntarySource, cents: int | None) -> str:
    return source.terms("common.not-known") if cents is None else source.terms.numbers.cents(cents)
