"""The table of a forum of whichever procedure: what each Member State pledges, and what it comes to.

The annual pool has the pledge table; the others the main table of their act or overview, as a document of its own.
"""

from desktop_app.calc.assessment import Assessment
from desktop_app.calc.forum import Procedure
from desktop_app.documents.flow import Chapter
from desktop_app.documents.furniture import Document, Kind, Written, furniture_of
from desktop_app.documents.pledge_table import pledge_table_document
from desktop_app.documents.sections.explained import page_title
from desktop_app.documents.sections.pressure.distribution import distribution_section
from desktop_app.documents.sections.response.contributions import contributions_section
from desktop_app.documents.sections.response.pools import pools_section
from desktop_app.documents.sections.source import (
    AnnualSource,
    MigratorySource,
    ResponseSource,
    Section,
    Source,
    VoluntarySource,
    numbered,
    source_of,
)
from desktop_app.documents.sections.voluntary.needs import needs_section
from desktop_app.documents.sections.voluntary.pledges import signatories_section
from desktop_app.documents.standing import NOW, Standing
from desktop_app.documents.styles import A4, Sheet
from desktop_app.documents.text import terms


def table_pdf(
    assessment: Assessment, fingerprint: str, *, language: str = "en", sheet: Sheet = A4, standing: Standing = NOW
) -> Written:
    """Write the table.

    Args:
        assessment: all figures that are printed.
        fingerprint: first 12 digits of the hash of the state, printed on every page.
        language: of the text.
        sheet: paper, margins and how it lies; the pledge table and the distribution lie, the others stand.
        standing: of what state it is printed: now, a past moment, a scenario.

    Returns:
        A PDF file, marked as a draft, the same bytes for the same arguments.

    Raises:
        LanguageNotAvailableError: there is no document in that language.
    """
    source = source_of(assessment, terms(language), draft=True)
    return table_document(source, fingerprint, sheet, standing).pdf()


def table_document(source: Source, fingerprint: str, sheet: Sheet = A4, standing: Standing = NOW) -> Document:
    """Return the table before it is written."""
    if isinstance(source, AnnualSource):
        return pledge_table_document(source, fingerprint, sheet=sheet, standing=standing)
    words = source.terms
    page = sheet.page(own_landscape=source.procedure is Procedure.MIGRATORY_PRESSURE)
    blocks = (*page_title(source, words("table.title"), _status(source)), *numbered(_sections(source)))
    furniture = furniture_of(source, fingerprint, Kind.TABLE, standing=standing)
    return Document((Chapter(page, blocks),), furniture)


def _status(source: Source) -> str:
    """Return the legal status that stands below the title."""
    key = "overview.legal-status" if source.procedure is Procedure.VOLUNTARY else "response.legal-status"
    return source.terms(key)


def _sections(source: Source) -> list[Section]:
    match source:
        case ResponseSource():
            return [contributions_section(source), pools_section(source)]
        case MigratorySource():
            return [distribution_section(source)]
        case VoluntarySource():
            return [signatories_section(source), needs_section(source)]
        case _:
            raise TypeError(f"{source.procedure.value} has no table")
