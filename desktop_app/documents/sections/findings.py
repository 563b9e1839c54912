"""In a draft: the findings that block a final annex, and those that warn."""

from desktop_app.calc.findings import Finding, Severity, Status
from desktop_app.documents.blocks import Block, Paragraph
from desktop_app.documents.sections.source import Section, Source
from desktop_app.documents.styles import BODY, CELL_BOLD
from desktop_app.documents.tables import Cell, Column, Row, Table, head, row

_COLUMNS = (Column(42), Column(70), Column(275), Column(100))


def findings_section(source: Source) -> Section:
    """Return the findings, gravest first, as the assessment orders them."""
    terms, assessment = source.terms, source.assessment
    shown = [each for each in assessment.findings if each.severity is not Severity.INFO]
    intro = "findings.intro-blocked" if assessment.blocks else "findings.intro-warned" if shown else "findings.none"
    blocks: list[Block] = [Paragraph(terms(intro), BODY, space_before=4, keep_with_next=bool(shown))]
    if shown:
        names = ("severity", "subject", "finding", "rule")
        heads = (head([terms(f"findings.{name}") for name in names]),)
        blocks.append(Table(_COLUMNS, heads, tuple(_row(source, each) for each in shown)))
    return Section(terms("findings.heading"), tuple(blocks))


def _row(source: Source, finding: Finding) -> Row:
    terms = source.terms
    rule = f"{finding.rule}\n{finding.reference}"
    if finding.status is Status.PROPOSAL_2020:
        rule = f"{rule}\n{terms('findings.proposal')}"
    blocks = finding.severity is Severity.BLOCK
    return row(
        [
            Cell(terms(f"findings.{finding.severity.value}"), CELL_BOLD if blocks else None),
            terms("findings.forum") if finding.state is None else terms.state(finding.state),
            finding.message,
            rule,
        ]
    )
