"""Measures of Art. 45(1)(d): what is offered, when it is carried out, what it stands for."""

from desktop_app.calc.search_and_rescue import ActPath
from desktop_app.documents.blocks import Paragraph
from desktop_app.documents.noted import Noted
from desktop_app.documents.sections.cells import known
from desktop_app.documents.sections.offered import Offered, offered_table
from desktop_app.documents.sections.source import ResponseSource, Section, nothing_recorded
from desktop_app.documents.styles import NOTE


def measures_section(source: ResponseSource) -> Section:
    """Return each measure of the plans that count, with its timetable; under Art. 48(2) with the size fixed."""
    terms = source.terms
    fixes = source.forum.search_and_rescue.act.path is ActPath.STILL_SHORT
    offering = [
        Offered(each.code, each.plan.measures, (known(source, source.number(each.measures)),) if fixes else ())
        for each in source.assessment.rows
        if each.plan and each.plan.measures
    ]
    if not offering:
        return Section(terms("response.measures-heading"), nothing_recorded(source))
    table = offered_table(source, offering, (terms("response.measures-fixed"),) if fixes else ())
    note = Paragraph(terms("response.measures-note-fixed" if fixes else "response.measures-note"), NOTE, space_before=4)
    return Section(terms("response.measures-heading"), (Noted(table, (note,)),))
