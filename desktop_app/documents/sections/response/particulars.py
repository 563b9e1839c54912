"""What the secretariat records beside the form of Annex I and beside the act: in drafts only, and marked."""

from desktop_app.calc.response_assessment import ResponseRow
from desktop_app.documents.blocks import Align, Block, Paragraph
from desktop_app.documents.flow import Framed
from desktop_app.documents.sections.response.cover import cover_words
from desktop_app.documents.sections.response.pools import use_table
from desktop_app.documents.sections.source import ResponseSource, Section
from desktop_app.documents.styles import BODY_BOLD, NOTE, SUBHEADING
from desktop_app.documents.tables import Column, Row, Table, figures, head, row

_COLUMNS = (Column(100), figures(80), Column(130), Column(159))


def particulars_section(source: ResponseSource) -> Section:
    """Return vulnerable persons, splits of the cover and notes by plan, and how far the pools are used."""
    terms = source.terms
    rows = [row for each in source.assessment.rows if (row := _row(source, each)) is not None]
    blocks: list[Block] = [
        Paragraph(terms("response.beyond-label"), BODY_BOLD, Align.CENTRE, keep_with_next=True),
        Paragraph(terms("response.beyond-intro"), NOTE, space_before=4, keep_with_next=True),
    ]
    if rows:
        names = ("vulnerable-persons", "split", "plan-note")
        heads = (head([terms("pledges.state"), *(terms(f"response.{name}") for name in names)]),)
        blocks.append(Table(_COLUMNS, heads, tuple(rows), space_before=6))
    if source.assessment.totals.pools:
        blocks.append(Paragraph(terms("response.use"), SUBHEADING, space_before=10, keep_with_next=True))
        blocks.append(use_table(source))
    report_note = source.forum.search_and_rescue.report.note
    if report_note:
        text = terms("response.report-note", note=report_note)
        blocks.append(Paragraph(text, NOTE, space_before=6))
    return Section(terms("response.beyond"), (Framed(tuple(blocks), space_before=6),))


def _row(source: ResponseSource, each: ResponseRow) -> Row | None:
    plan = each.plan
    if plan is None or not (plan.vulnerable or plan.cover or plan.note):
        return None
    dash = source.terms("common.dash")
    split = cover_words(source, plan.cover) if plan.cover else dash
    return row([source.terms.state(each.code), source.number(plan.vulnerable), split, plan.note or dash])
