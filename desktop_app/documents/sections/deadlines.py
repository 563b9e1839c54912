"""Time limits by their last day (Art. 75; of the proposal of 2020 Art. 65), with what started each."""

from datetime import date

from desktop_app.calc.findings import Deadline
from desktop_app.calc.moments import as_of
from desktop_app.documents.blocks import Paragraph
from desktop_app.documents.noted import Noted
from desktop_app.documents.sections.source import Section, Source
from desktop_app.documents.styles import BODY, NOTE
from desktop_app.documents.tables import Column, Row, Table, head, row

_COLUMNS = (Column(84), Column(180), Column(130), Column(93))


def deadlines_section(source: Source) -> Section:
    """Return the time limits that follow from the forum's dates, in order of their last days."""
    terms, deadlines = source.terms, source.assessment.deadlines
    if not deadlines:
        return Section(terms("deadlines.heading"), (Paragraph(terms("deadlines.none"), BODY, space_before=4),))
    heads = (head([terms(f"deadlines.{name}") for name in ("due", "what", "started", "rule")]),)
    table = Table(_COLUMNS, heads, tuple(_row(source, each) for each in deadlines))
    note = Paragraph(terms("deadlines.note-2020" if source.is_of_2020 else "deadlines.note"), NOTE, space_before=4)
    return Section(terms("deadlines.heading"), (Noted(table, (note,)),))


def _row(source: Source, deadline: Deadline) -> Row:
    terms, due, moment = source.terms, date.fromisoformat(deadline.due), as_of(source.forum)
    day = terms.day(due)
    if moment is not None and moment > due:
        day = f"{day}\n{terms('deadlines.passed')}"
    started = terms.said(deadline.started_by)
    if deadline.moved:
        started = f"{started}\n{terms.said(deadline.moved)}"
    rule = f"{deadline.rule}\n{terms.said(deadline.reference)}"
    return row([day, terms.said(deadline.what), started, rule])
