"""The annex to the Council implementing decision (Regulation (EU) 2024/1351, Art. 57), as a PDF file."""

from desktop_app.calc.assessment import AnnualPoolAssessment
from desktop_app.calc.findings import Finding
from desktop_app.documents.blocks import Block
from desktop_app.documents.flow import Chapter
from desktop_app.documents.furniture import Kind, furniture_of, written
from desktop_app.documents.sections.beside_law import beside_law_section
from desktop_app.documents.sections.deadlines import deadlines_section
from desktop_app.documents.sections.deductions import deductions_section
from desktop_app.documents.sections.findings import findings_section
from desktop_app.documents.sections.measures import measures_section
from desktop_app.documents.sections.notes import notes_section, secretariat_section
from desktop_app.documents.sections.pledges import pledges_section
from desktop_app.documents.sections.pool import pool_section, reading_section
from desktop_app.documents.sections.source import Section, Source
from desktop_app.documents.sections.status import associated_section, remarks_section, status_section
from desktop_app.documents.sections.title import acts_section, reference_section, title_block
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
    assessment: AnnualPoolAssessment, fingerprint: str, *, language: str = "en", draft: bool, sheet: Sheet = A4
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
    source = Source(assessment, words, draft)
    return written(_chapters(source, sheet), furniture_of(source, fingerprint, Kind.ANNEX))


def _chapters(source: Source, sheet: Sheet) -> list[Chapter]:
    front = [acts_section(source), reference_section(source), pool_section(source), reading_section(source)]
    wide = [pledges_section(source)]
    rest = [
        measures_section(source),
        deductions_section(source),
        status_section(source),
        associated_section(source),
        remarks_section(source),
        notes_section(source),
    ]
    if source.draft:
        rest += [
            beside_law_section(source),
            secretariat_section(source),
            findings_section(source),
            deadlines_section(source),
        ]
    before_wide, before_rest = len(front), len(front) + len(wide)
    return [
        Chapter(sheet.portrait, (*title_block(source), *_numbered(front, 0))),
        Chapter(sheet.landscape, tuple(_numbered(wide, before_wide))),
        Chapter(sheet.portrait, tuple(_numbered(rest, before_rest))),
    ]


def _numbered(sections: list[Section], already: int) -> list[Block]:
    return [block for number, each in enumerate(sections, already + 1) for block in each.numbered(number)]
