"""Title block, acts and dates of documents on procedures of the proposal of 2020."""

from collections.abc import Iterable
from datetime import date

from desktop_app.documents.blocks import Align, Block, Paragraph
from desktop_app.documents.sections.source import Source
from desktop_app.documents.sections.title import forum_title
from desktop_app.documents.styles import BODY, BODY_BOLD, NAME, SUBTITLE, TITLE
from desktop_app.documents.tables import Column, Row, Table, head, row


def block_of_2020(source: Source, above: tuple[str, str, str], dates: str, status: str = "") -> list[Block]:
    """Return what stands above the first section.

    Args:
        source: of the words.
        above: title, what it is of, and its basis.
        dates: adopted when, as of when.
        status: legal status; that of the proposal unless given.
    """
    title, of, basis = above
    return [
        Paragraph(title, TITLE, Align.CENTRE, space_before=4, outline=True),
        Paragraph(of, SUBTITLE, Align.CENTRE, space_before=5),
        Paragraph(basis, BODY, Align.CENTRE, space_before=4),
        Paragraph(forum_title(source), NAME, Align.CENTRE, space_before=14),
        Paragraph(dates, BODY, Align.CENTRE, space_before=4),
        Paragraph(status or source.terms("response.legal-status"), BODY_BOLD, Align.CENTRE, space_before=7),
    ]


def acts_table(source: Source, rows: Iterable[Row]) -> Table:
    """Return acts and meetings with their references or outcomes, and their dates."""
    terms = source.terms
    heads = (head([terms("acts.act"), terms("response.particulars"), terms("acts.date")]),)
    return Table((Column(195), Column(195), Column(97)), heads, tuple(rows))


def act_row(source: Source, name: str, reference: str | None, day: date | None) -> Row:
    """Return an act with its reference, or that none is given."""
    return dated_row(source, name, reference or source.terms("common.not-given"), day)


def dated_row(source: Source, name: str, text: str, day: date | None) -> Row:
    """Return what happened on a day."""
    return row([name, text or source.terms("common.dash"), source.terms.day(day)])


def days_words(source: Source, opened: date | None, ended: date | None) -> str:
    """Return the first and the last day of a session, as far as they are recorded."""
    terms = source.terms
    if opened is None or ended is None or opened == ended:
        return terms.day(ended or opened)
    return terms("response.days", first=terms.day(opened), last=terms.day(ended))
