"""The overview of the voluntary mechanism: there is no act, and so no annex (declaration of 2022; Art. 56)."""

from desktop_app.documents.flow import Chapter
from desktop_app.documents.sections.deadlines import deadlines_section
from desktop_app.documents.sections.findings import findings_section
from desktop_app.documents.sections.notes import notes_section, secretariat_section
from desktop_app.documents.sections.solidarity.incentives import incentives_section
from desktop_app.documents.sections.solidarity.record import support_sections, work_sections
from desktop_app.documents.sections.source import VoluntarySource, numbered
from desktop_app.documents.sections.voluntary.mechanism import mechanism_section, title_block
from desktop_app.documents.sections.voluntary.needs import needs_section
from desktop_app.documents.sections.voluntary.pledges import kept_section, pledges_section, signatories_section
from desktop_app.documents.styles import Sheet


def chapters(source: VoluntarySource, sheet: Sheet) -> list[Chapter]:
    """Return the overview; in a draft also what the secretariat records."""
    sections = [
        mechanism_section(source),
        signatories_section(source),
        needs_section(source),
        pledges_section(source),
        kept_section(source),
        *support_sections(source),
        incentives_section(source),
        notes_section(source),
    ]
    if source.draft:
        sections += [
            *work_sections(source),
            secretariat_section(source),
            findings_section(source),
            deadlines_section(source),
        ]
    return [Chapter(sheet.portrait, (*title_block(source), *numbered(sections)))]
