"""The vote on the act and responsibility offsets as a page, for the room's secretariat: figures, verdicts, reasons.

It holds the number of the Commission's proposal where there is one, and is marked for it until the act is adopted
(Art. 12(6) of the Regulation).
"""

from dataclasses import replace

from desktop_app.calc.assessment import AnnualPoolAssessment
from desktop_app.calc.forum import Classification
from desktop_app.documents.flow import Chapter
from desktop_app.documents.furniture import Kind, Written, furniture_of, written
from desktop_app.documents.sections.explained import page_title
from desktop_app.documents.sections.offsets import offset_sections
from desktop_app.documents.sections.source import numbered
from desktop_app.documents.sections.vote import VoteSource, vote_sections
from desktop_app.documents.standing import NOW, Standing
from desktop_app.documents.styles import A4, Sheet
from desktop_app.documents.text import terms


def vote_and_offsets_pdf(
    assessment: AnnualPoolAssessment,
    fingerprint: str,
    *,
    language: str = "en",
    sheet: Sheet = A4,
    standing: Standing = NOW,
) -> Written:
    """Write the page.

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
    source = VoteSource(assessment, terms(language), draft=False)
    title = page_title(source, source.terms("vote.title"), source.terms("vote.status"))
    sections = [*vote_sections(source), *offset_sections(source)]
    chapter = Chapter(sheet.page(own_landscape=False), (*title, *numbered(sections)))
    furniture = furniture_of(source, fingerprint, Kind.VOTE, standing=standing)
    if assessment.forum.adopted is None and assessment.forum.pool.proposal_relocations is not None:
        furniture = replace(furniture, marking=Classification.EU_RESTRICTED.marking)
    return written([chapter], furniture)
