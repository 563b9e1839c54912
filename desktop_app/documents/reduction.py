"""The arithmetic of the 10 % reduction as a page: averages, eligibility under every reading, the spread, the sums.

Written for somebody who decides and has not read the proposal (COM(2020) 610, Art. 52(5), 53(3), recital 28).
"""

from desktop_app.calc.pressure_assessment import PressureAssessment
from desktop_app.documents.flow import Chapter
from desktop_app.documents.furniture import Kind, Written, furniture_of, written
from desktop_app.documents.sections.explained import page_title
from desktop_app.documents.sections.pressure.averages import averages_section, question_section, years_section
from desktop_app.documents.sections.pressure.reduction import reduction_section
from desktop_app.documents.sections.pressure.sums import spread_readings_section, sums_section
from desktop_app.documents.sections.source import MigratorySource, numbered
from desktop_app.documents.standing import NOW, Standing
from desktop_app.documents.styles import A4, Sheet
from desktop_app.documents.text import terms


def reduction_pdf(
    assessment: PressureAssessment,
    fingerprint: str,
    *,
    language: str = "en",
    sheet: Sheet = A4,
    standing: Standing = NOW,
) -> Written:
    """Write the page on the 10 % reduction.

    Args:
        assessment: of the forum.
        fingerprint: first 12 digits of the hash of the state, printed on every page.
        language: of the text.
        sheet: paper, margins and how it lies; on its own it stands.
        standing: of what state it is printed: now, a past moment, a scenario.

    Returns:
        A PDF file, the same bytes for the same arguments.

    Raises:
        LanguageNotAvailableError: there is no document in that language.
    """
    source = MigratorySource(assessment, terms(language), draft=False)
    sections = [
        question_section(source),
        years_section(source),
        averages_section(source),
        reduction_section(source),
        spread_readings_section(source),
        sums_section(source),
    ]
    title = page_title(source, source.terms("reduction.title"))
    chapter = Chapter(sheet.page(own_landscape=False), (*title, *numbered(sections)))
    return written([chapter], furniture_of(source, fingerprint, Kind.REDUCTION, standing=standing))
