"""The findings of a forum and its time limits, to print beside the annex or to hand to a delegation."""

from collections.abc import Sequence

from desktop_app.calc.assessment import Assessment
from desktop_app.calc.findings import Finding, Severity
from desktop_app.calc.moments import as_of
from desktop_app.documents.blocks import Align, Block, Paragraph, Rule
from desktop_app.documents.flow import Chapter
from desktop_app.documents.for_the_room import marked_for_findings
from desktop_app.documents.furniture import Document, Kind, Written, furniture_of
from desktop_app.documents.sections.deadlines import deadlines_section
from desktop_app.documents.sections.findings import findings_blocks
from desktop_app.documents.sections.source import Section, Source, source_of
from desktop_app.documents.sections.title import forum_title
from desktop_app.documents.standing import NOW, Standing
from desktop_app.documents.styles import A4, BODY, NAME, SUBTITLE, Sheet
from desktop_app.documents.text import terms


def findings_pdf(
    assessment: Assessment,
    fingerprint: str,
    *,
    language: str = "en",
    findings: Sequence[Finding] | None = None,
    sheet: Sheet = A4,
    standing: Standing = NOW,
) -> Written:
    """Write the findings, gravest first, with the answers given to them, and the time limits.

    Args:
        assessment: what is printed.
        fingerprint: first 12 digits of the hash of the state, printed on every page.
        language: of the text.
        findings: those to print, such as the filtered ones; ``None`` prints all.
        sheet: paper, margins and how it lies; on its own it stands.
        standing: of what state it is printed: now, a past moment, a scenario.

    Returns:
        A PDF file, marked as a draft, the same bytes for the same arguments.

    Raises:
        LanguageNotAvailableError: there is no document in that language.
    """
    source = source_of(assessment, terms(language), draft=True)
    return findings_document(source, fingerprint, findings, sheet, standing).pdf()


def findings_document(
    source: Source,
    fingerprint: str,
    findings: Sequence[Finding] | None = None,
    sheet: Sheet = A4,
    standing: Standing = NOW,
) -> Document:
    """Return the findings and time limits before they are written."""
    shown = source.assessment.findings if findings is None else findings
    sections = (_findings(source, shown), deadlines_section(source))
    numbered = [block for number, each in enumerate(sections, 1) for block in each.numbered(number)]
    chapter = Chapter(sheet.page(own_landscape=False), (*_title(source), *numbered))
    furniture = furniture_of(source, fingerprint, Kind.FINDINGS, standing=standing)
    return Document((chapter,), marked_for_findings(furniture, source, shown))


def _title(source: Source) -> tuple[Block, ...]:
    terms = source.terms
    as_of_day = terms("title.as-of", day=terms.day(as_of(source.forum)))
    return (
        Paragraph(terms("report.findings"), NAME, Align.CENTRE, space_before=4, outline=True),
        Paragraph(forum_title(source), SUBTITLE, Align.CENTRE, space_before=5),
        Rule(space_before=10, part=0.18, keep_with_next=False),
        Paragraph(as_of_day, BODY, Align.CENTRE, space_before=6),
    )


def _findings(source: Source, shown: Sequence[Finding]) -> Section:
    counts = {severity.value: source.number(sum(each.severity is severity for each in shown)) for severity in Severity}
    words = source.terms("findings.intro-all", **counts)
    if len(shown) < len(source.assessment.findings):
        count, of = source.number(len(shown)), source.number(len(source.assessment.findings))
        words = f"{words} {source.terms('findings.intro-shown', count=count, all=of)}"
    intro = Paragraph(words, BODY, space_before=4, keep_with_next=bool(shown))
    return Section(source.terms("findings.heading-all"), (intro, *findings_blocks(source, shown)))
