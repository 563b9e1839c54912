"""The annex to an act on migratory pressure (COM(2020) 610, Art. 53(3)); the proposal was never adopted."""

from desktop_app.documents.flow import Chapter
from desktop_app.documents.sections.deadlines import deadlines_section
from desktop_app.documents.sections.findings import findings_section
from desktop_app.documents.sections.notes import notes_section, secretariat_section
from desktop_app.documents.sections.pressure.cover import cover_section
from desktop_app.documents.sections.pressure.credited import credits_section
from desktop_app.documents.sections.pressure.distribution import distribution_section
from desktop_app.documents.sections.pressure.measures import measures_section
from desktop_app.documents.sections.pressure.need import need_section
from desktop_app.documents.sections.pressure.reduction import reduction_section
from desktop_app.documents.sections.pressure.set_types import set_types_section
from desktop_app.documents.sections.pressure.situation import situation_section
from desktop_app.documents.sections.pressure.title import acts_section, title_block, validity_section
from desktop_app.documents.sections.solidarity.record import record_sections
from desktop_app.documents.sections.source import MigratorySource, numbered
from desktop_app.documents.styles import Sheet


def chapters(source: MigratorySource, sheet: Sheet) -> list[Chapter]:
    """Return the annex: what Art. 53 asks, the distribution lying; in a draft also the secretariat's record."""
    front = [acts_section(source), validity_section(source), need_section(source)]
    wide = [distribution_section(source)]
    rest = [
        cover_section(source),
        measures_section(source),
        reduction_section(source),
        credits_section(source),
        set_types_section(source),
        notes_section(source),
    ]
    if source.draft:
        rest += [
            situation_section(source),
            *record_sections(source),
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
