"""Time limits by their last day (Art. 75; of the proposal of 2020 Art. 65), with what started and ended each."""

from desktop_app.calc.deadline_standing import DeadlineStanding, standings
from desktop_app.documents.blocks import Paragraph
from desktop_app.documents.noted import Noted
from desktop_app.documents.sections.source import Section, Source
from desktop_app.documents.styles import BODY, NOTE
from desktop_app.documents.tables import Column, Row, Table, head, row

_COLUMNS = (Column(72), Column(150), Column(110), Column(155))


def deadlines_section(source: Source) -> Section:
    """Return the time limits that follow from the forum's dates, in order of their last days."""
    terms, found = source.terms, standings(source.assessment)
    if not found:
        return Section(terms("deadlines.heading"), (Paragraph(terms("deadlines.none"), BODY, space_before=4),))
    heads = (head([terms(f"deadlines.{name}") for name in ("due", "what", "started", "rule")]),)
    table = Table(_COLUMNS, heads, tuple(_row(source, each) for each in found))
    note = Paragraph(terms("deadlines.note-2020" if source.is_of_2020 else "deadlines.note"), NOTE, space_before=4)
    return Section(terms("deadlines.heading"), (Noted(table, (note,)),))


def _row(source: Source, each: DeadlineStanding) -> Row:
    terms, deadline = source.terms, each.deadline
    # How it stands is said beneath what is to be done, in the words of the window.
    said = [deadline.what, each.words, *([each.open] if each.open else [])]
    started = [deadline.started_by, *([deadline.moved] if deadline.moved else [])]
    rule = f"{deadline.rule}\n{terms.said(deadline.reference)}"
    texts = ("\n".join(terms.said(text) for text in parts) for parts in (said, started))
    return row([terms.day(each.due), *texts, rule])
