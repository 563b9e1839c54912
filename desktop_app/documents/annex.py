"""The annex to the act of a forum's procedure, as a file; of the voluntary mechanism the overview of pledges."""

from dataclasses import replace

from desktop_app.calc.assessment import AnnualPoolAssessment, Assessment
from desktop_app.calc.findings import Finding, Severity
from desktop_app.documents import annual_annex, pressure_annex, response_annex, voluntary_overview
from desktop_app.documents.blocks import Align, Paragraph
from desktop_app.documents.flow import Chapter
from desktop_app.documents.for_the_room import marked_for_findings
from desktop_app.documents.furniture import Document, Kind, Written, furniture_of
from desktop_app.documents.sections.source import (
    AnnualSource,
    MigratorySource,
    ResponseSource,
    Source,
    VoluntarySource,
    source_of,
)
from desktop_app.documents.standing import NOW, FinalRefused, Standing
from desktop_app.documents.styles import A4, HEADING, NOTE, Sheet
from desktop_app.documents.text import Terms, terms


class AnnexRefused(Exception):
    """The annex cannot be printed as final.

    Attributes:
        findings: what blocks it.
    """

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        """Take the findings that block."""
        count = f"{len(findings)} findings block" if len(findings) != 1 else "1 finding blocks"
        super().__init__(f"the annex cannot be printed as final: {count} it")
        self.findings = findings


def annex_pdf(
    assessment: Assessment,
    fingerprint: str,
    *,
    language: str = "en",
    draft: bool,
    sheet: Sheet = A4,
    standing: Standing = NOW,
) -> Written:
    """Write the annex.

    Args:
        assessment: all figures that are printed.
        fingerprint: first 12 digits of the hash of the state, printed on every page.
        language: of the text; see :func:`desktop_app.documents.text.languages`.
        draft: print a marked draft, with what blocks and warns, and with the indicators beside the law.
        sheet: paper and margins; each chapter lies as it must.
        standing: of what state it is printed: now, a past moment, a scenario.

    Returns:
        A PDF file (fonts embedded), the same bytes for the same arguments.

    Raises:
        AnnexRefused: a final annex was asked for while findings block it.
        FinalRefused: a final annex was asked for of anything but the record as it is now.
        LanguageNotAvailableError: there is no annex in that language.
    """
    return _allowed(assessment, fingerprint, language, sheet, standing, draft=draft).pdf()


def annex_word(
    assessment: Assessment,
    fingerprint: str,
    *,
    language: str = "en",
    draft: bool,
    sheet: Sheet = A4,
    standing: Standing = NOW,
) -> bytes:
    """Write the annex for Word: the same words and figures, refused for the same reasons; see :func:`annex_pdf`.

    Returns:
        A Word file (.docx), the same bytes for the same arguments.
    """
    return _allowed(assessment, fingerprint, language, sheet, standing, draft=draft).word()


def annex_tagged(
    assessment: Assessment,
    fingerprint: str,
    *,
    language: str = "en",
    draft: bool,
    sheet: Sheet = A4,
    standing: Standing = NOW,
) -> bytes:
    """Write the annex for reading aloud: the same words and figures, refused for the same reasons as the printed one.

    Returns:
        A tagged PDF file (PDF/UA-1), the same bytes for the same arguments.
    """
    return _allowed(assessment, fingerprint, language, sheet, standing, draft=draft).tagged()


def _allowed(
    assessment: Assessment, fingerprint: str, language: str, sheet: Sheet, standing: Standing, *, draft: bool
) -> Document:
    words = terms(language, marked=draft)
    return allowed_annex(assessment, fingerprint, words, sheet=sheet, standing=standing, draft=draft)


def allowed_annex(
    assessment: Assessment, fingerprint: str, words: Terms, *, sheet: Sheet, standing: Standing, draft: bool
) -> Document:
    """Return the annex before it is written, unless it is refused as final; see :func:`annex_pdf`."""
    refuse_final(assessment, standing, draft=draft)
    return annex_document(source_of(assessment, words, draft=draft), fingerprint, sheet, standing)


def refuse_final(assessment: Assessment, standing: Standing, *, draft: bool) -> None:
    """Refuse what must not be final.

    Raises:
        AnnexRefused: a final annex was asked for while findings block it.
        FinalRefused: a final annex was asked for of anything but the record as it is now.
    """
    if not draft and not standing.is_now:
        raise FinalRefused(standing)
    if assessment.blocks and not draft:
        raise AnnexRefused(assessment.blocks)


def annex_document(source: Source, fingerprint: str, sheet: Sheet = A4, standing: Standing = NOW) -> Document:
    """Return the annex before it is written; nothing is refused."""
    furniture = furniture_of(source, fingerprint, Kind.ANNEX, standing=standing)
    # A draft tells what blocks and warns.
    told = [each for each in source.assessment.findings if source.is_working and each.severity is not Severity.INFO]
    first, *others = _chapters(source, sheet)
    chapters = (_with_marks_told(first, source.terms), *others)
    return Document(chapters, marked_for_findings(furniture, source, told))


def _with_marks_told(first: Chapter, words: Terms) -> Chapter:
    """Return the first chapter with a line, above its first section, on what the marks of a draft mean."""
    if not words.unreviewed:
        return first
    told = Paragraph(marks_told(words), NOTE, Align.CENTRE, space_before=8)
    above = next(
        place for place, block in enumerate(first.blocks) if isinstance(block, Paragraph) and block.style is HEADING
    )
    return replace(first, blocks=(*first.blocks[:above], told, *first.blocks[above:]))


def marks_told(words: Terms) -> str:
    """Return the line on what the marks of a draft mean."""
    count, total = words.numbers.number(words.unreviewed), words.numbers.number(len(words))
    return words("page.unreviewed", count=count, total=total)


def _chapters(source: Source, sheet: Sheet) -> list[Chapter]:
    """Return what the annex of a procedure holds."""
    if isinstance(source, ResponseSource):
        return response_annex.chapters(source, sheet)
    if isinstance(source, MigratorySource):
        return pressure_annex.chapters(source, sheet)
    if isinstance(source, VoluntarySource):
        return voluntary_overview.chapters(source, sheet)
    annual = AnnualSource(AnnualPoolAssessment.of(source.assessment), source.terms, source.draft, source.for_room)
    return annual_annex.chapters(annual, sheet)
