"""In a draft: the findings that block a final annex, and those that warn."""

from collections.abc import Iterable

from desktop_app.calc.findings import Finding, Severity, Status
from desktop_app.calc.member_states import name_of
from desktop_app.documents.blocks import Block, Paragraph
from desktop_app.documents.sections.source import Section, Source
from desktop_app.documents.styles import BODY, CELL_BOLD
from desktop_app.documents.tables import Cell, Column, Row, Table, head, row

_COLUMNS = (Column(42), Column(70), Column(275), Column(100))


def findings_section(source: Source) -> Section:
    """Return the findings, gravest first, as the assessment orders them; those that say the same stand together."""
    terms, assessment = source.terms, source.assessment
    shown = [each for each in assessment.findings if each.severity is not Severity.INFO]
    intro = "findings.intro-blocked" if assessment.blocks else "findings.intro-warned" if shown else "findings.none"
    blocks: list[Block] = [Paragraph(terms(intro), BODY, space_before=4, keep_with_next=bool(shown))]
    if shown:
        names = ("severity", "subject", "finding", "rule")
        heads = (head([terms(f"findings.{name}") for name in names]),)
        blocks.append(Table(_COLUMNS, heads, tuple(_row(source, group) for group in alike(shown))))
    return Section(terms("findings.heading"), tuple(blocks))


def alike(findings: Iterable[Finding]) -> list[tuple[Finding, ...]]:
    """Put findings of one rule together whose sentences differ in the name of the Member State only.

    Returns:
        Groups in the order of their first findings.
    """
    groups: dict[object, list[Finding]] = {}
    for finding in findings:
        said = said_of_state(finding)
        key = finding if said is None else (finding.rule, finding.severity, finding.reference, finding.status, said)
        groups.setdefault(key, []).append(finding)
    return [tuple(group) for group in groups.values()]


def said_of_state(finding: Finding) -> str | None:
    """Return what a finding says after the Member State's name and a colon; ``None`` where it says it otherwise."""
    if finding.state is None:
        return None
    name, colon, said = finding.message.partition(": ")
    return said if colon and name == name_of(finding.state) else None


def _row(source: Source, group: tuple[Finding, ...]) -> Row:
    terms, finding = source.terms, group[0]
    rule = f"{finding.rule}\n{finding.reference}"
    if finding.status is Status.PROPOSAL_2020:
        rule = f"{rule}\n{terms('findings.proposal')}"
    blocks = finding.severity is Severity.BLOCK
    subject, message = _subject_and_message(source, group)
    return row(
        [Cell(terms(f"findings.{finding.severity.value}"), CELL_BOLD if blocks else None), subject, message, rule]
    )


def _subject_and_message(source: Source, group: tuple[Finding, ...]) -> tuple[str, str]:
    terms, finding = source.terms, group[0]
    states = tuple(dict.fromkeys(each.state for each in group if each.state is not None))
    if len(states) > 1:
        said = said_of_state(finding)
        message = terms("findings.of-states", states=terms.states(states), said=said)
        return terms("findings.states", count=source.number(len(states))), message
    return terms.state(states[0]) if states else terms("findings.forum"), finding.message
