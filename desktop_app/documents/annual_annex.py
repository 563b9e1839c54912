"""The annex to the Council implementing decision on an annual pool (Regulation (EU) 2024/1351, Art. 57)."""

from dataclasses import replace

from desktop_app.documents.blocks import Paragraph
from desktop_app.documents.flow import Chapter
from desktop_app.documents.sections.beside_law import beside_law_section
from desktop_app.documents.sections.deadlines import deadlines_section
from desktop_app.documents.sections.deductions import deductions_section
from desktop_app.documents.sections.findings import findings_section
from desktop_app.documents.sections.measures import measures_section
from desktop_app.documents.sections.notes import notes_section, secretariat_section
from desktop_app.documents.sections.pledges import pledges_section
from desktop_app.documents.sections.pool import pool_section, reading_section
from desktop_app.documents.sections.source import AnnualSource, Section, numbered
from desktop_app.documents.sections.status import associated_section, remarks_section, status_section
from desktop_app.documents.sections.title import acts_section, reference_section, title_block
from desktop_app.documents.styles import BODY, Sheet


def chapters(source: AnnualSource, sheet: Sheet) -> list[Chapter]:
    """Return the annex on an annual pool: the main table lies, the rest stands."""
    front = [acts_section(source), reference_section(source), pool_section(source), reading_section(source)]
    wide = [pledges_section(source)]
    rest = [
        measures_section(source),
        deductions_section(source),
        status_section(source),
        associated_section(source),
        remarks_section(source),
        _notes(source),
    ]
    if source.is_working:
        rest += [
            beside_law_section(source),
            secretariat_section(source),
            findings_section(source),
            deadlines_section(source),
        ]
    before_wide, before_rest = len(front), len(front) + len(wide)
    return [
        Chapter(sheet.portrait, (*title_block(source), *numbered(front))),
        Chapter(sheet.landscape, tuple(numbered(wide, before_wide))),
        Chapter(sheet.portrait, tuple(numbered(rest, before_rest))),
    ]


def _notes(source: AnnualSource) -> Section:
    """Return the notes, the first of which says of a draft that it holds the annex alone."""
    section = notes_section(source)
    if not source.draft or source.is_working:
        return section
    left_out = Paragraph(source.terms("notes.annex-alone"), BODY, space_before=2)
    return replace(section, blocks=(left_out, *section.blocks))
