"""The annex to the act of a forum's procedure, as a PDF file: a Council decision, or an act of the proposal of 2020."""

from desktop_app.calc.assessment import AnnualPoolAssessment, Assessment
from desktop_app.calc.findings import Finding
from desktop_app.calc.response_assessment import SearchAndRescueAssessment
from desktop_app.documents import annual_annex, response_annex
from desktop_app.documents.furniture import Kind, furniture_of, written
from desktop_app.documents.sections.source import AnnualSource, ResponseSource
from desktop_app.documents.styles import A4, Sheet
from desktop_app.documents.text import terms


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
    assessment: Assessment, fingerprint: str, *, language: str = "en", draft: bool, sheet: Sheet = A4
) -> bytes:
    """Write the annex.

    Args:
        assessment: all figures that are printed.
        fingerprint: first 12 digits of the hash of the state, printed on every page.
        language: of the text; see :func:`desktop_app.documents.text.languages`.
        draft: print a marked draft, with what blocks and warns, and with the indicators beside the law.
        sheet: paper and margins; each chapter lies as it must.

    Returns:
        A PDF file (fonts embedded), the same bytes for the same arguments.

    Raises:
        AnnexRefused: a final annex was asked for while findings block it.
        LanguageNotAvailableError: there is no annex in that language.
    """
    words = terms(language)
    if assessment.blocks and not draft:
        raise AnnexRefused(assessment.blocks)
    if isinstance(assessment, SearchAndRescueAssessment):
        response = ResponseSource(assessment, words, draft)
        chapters = response_annex.chapters(response, sheet)
        return written(chapters, furniture_of(response, fingerprint, Kind.ANNEX))
    source = AnnualSource(AnnualPoolAssessment.of(assessment), words, draft)
    return written(annual_annex.chapters(source, sheet), furniture_of(source, fingerprint, Kind.ANNEX))
