"""The annex to an act on search and rescue (COM(2020) 610, Art. 48(1), 48(2)); the proposal was never adopted."""

from desktop_app.calc.search_and_rescue import ActPath
from desktop_app.documents.flow import Chapter
from desktop_app.documents.sections.deadlines import deadlines_section
from desktop_app.documents.sections.findings import findings_section
from desktop_app.documents.sections.notes import notes_section, secretariat_section
from desktop_app.documents.sections.response.contributions import contributions_section, top_up_section
from desktop_app.documents.sections.response.cover import cover_section
from desktop_app.documents.sections.response.measures import measures_section
from desktop_app.documents.sections.response.need import need_section
from desktop_app.documents.sections.response.particulars import particulars_section
from desktop_app.documents.sections.response.pools import pools_section
from desktop_app.documents.sections.response.title import acts_section, title_block
from desktop_app.documents.sections.source import ResponseSource, numbered
from desktop_app.documents.styles import Sheet


def chapters(source: ResponseSource, sheet: Sheet) -> list[Chapter]:
    """Return the annex: what Art. 48 asks of the act; in a draft also what the secretariat records beside it."""
    is_48_2 = source.forum.search_and_rescue.act.path is ActPath.STILL_SHORT
    sections = [acts_section(source), need_section(source), contributions_section(source)]
    if is_48_2:
        sections.append(cover_section(source))
    sections += [measures_section(source), pools_section(source)]
    if source.assessment.totals.relocations_before_top_up is not None:
        sections.append(top_up_section(source))
    sections.append(notes_section(source))
    if source.draft:
        sections += [
            particulars_section(source),
            secretariat_section(source),
            findings_section(source),
            deadlines_section(source),
        ]
    return [Chapter(sheet.portrait, (*title_block(source), *numbered(sections)))]
