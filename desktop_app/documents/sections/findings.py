"""The findings that block a final annex and those that warn, with the answers that persons gave to them."""

from collections.abc import Iterable
from dataclasses import dataclass

from desktop_app.calc.acknowledged import acknowledgement_of, stale
from desktop_app.calc.findings import Finding, Severity, Status
from desktop_app.calc.forum import Acknowledgement
from desktop_app.calc.rulebooks.books import rules_of
from desktop_app.documents.blocks import Block, Paragraph
from desktop_app.documents.sections.source import Section, Source
from desktop_app.documents.styles import BODY, CELL_BOLD
from desktop_app.documents.tables import Cell, Column, Row, Table, head, row

_COLUMNS = (Column(46), Column(64), Column(241), Column(136))
_STALE = (Column(70), Column(120), Column(187), Column(110))


@dataclass(frozen=True, slots=True)
class Said:
    """A finding in the language of the document.

    Attributes:
        finding: as the assessment has it.
        message: its sentence.
        answer: what a person said to it, or ``None``.
    """

    finding: Finding
    message: str
    answer: Acknowledgement | None = None


def findings_section(source: Source) -> Section:
    """Return the findings, gravest first, as the assessment orders them; those that say the same stand together."""
    terms, assessment = source.terms, source.assessment
    shown = [each for each in assessment.findings if each.severity is not Severity.INFO]
    intro = "findings.intro-warned" if shown else "findings.none"
    if assessment.blocks:
        intro = f"findings.intro-blocked{source.of_overview}"
    blocks: list[Block] = [Paragraph(terms(intro), BODY, space_before=4, keep_with_next=bool(shown))]
    blocks += findings_blocks(source, shown)
    return Section(terms("findings.heading"), tuple(blocks))


def findings_blocks(source: Source, findings: Iterable[Finding]) -> list[Block]:
    """Return the table of some findings, and below it the answers that no longer fit; neither where there is none."""
    terms, forum = source.terms, source.forum
    said = [Said(each, terms.said(each.message), acknowledgement_of(forum, each)) for each in findings]
    blocks: list[Block] = []
    if said:
        names = ("severity", "subject", "finding", "rule")
        heads = (head([terms(f"findings.{name}") for name in names]),)
        blocks.append(Table(_COLUMNS, heads, tuple(_row(source, group) for group in alike(source, said))))
    return blocks + _stale(source)


def alike(source: Source, findings: Iterable[Said]) -> list[tuple[Said, ...]]:
    """Put findings of one rule together whose sentences differ in the name of the Member State only.

    Returns:
        Groups in the order of their first findings; findings with different answers stay apart.
    """
    groups: dict[object, list[Said]] = {}
    for each in findings:
        finding, said = each.finding, said_of_state(source, each)
        answer = each.answer and (each.answer.reason, each.answer.by, each.answer.on)
        # Findings that say the same about one state twice are one.
        key: object = (finding, answer)
        if said is not None:
            key = (finding.rule, finding.severity, finding.reference, finding.status, said, answer)
        groups.setdefault(key, []).append(each)
    return [tuple(group) for group in groups.values()]


def said_of_state(source: Source, each: Said) -> str | None:
    """Return what a finding says after the Member State's name and a colon; ``None`` where it says it otherwise."""
    if each.finding.state is None:
        return None
    name, colon, said = each.message.partition(": ")
    return said if colon and name == source.terms.state(each.finding.state) else None


def _row(source: Source, group: tuple[Said, ...]) -> Row:
    terms, finding = source.terms, group[0].finding
    rule = f"{finding.rule}\n{terms.said(finding.reference)}"
    if finding.status is Status.PROPOSAL_2020:
        rule = f"{rule}\n{terms('findings.proposal')}"
    if finding.status is Status.READING:
        rule = f"{rule}\n{terms('findings.reading')}"
    blocks = finding.severity is Severity.BLOCK
    subject, message = _subject_and_message(source, group)
    answer = group[0].answer
    if answer is not None:
        message = f"{message}\n{_answered(source, answer)}"
    return row(
        [Cell(terms(f"findings.{finding.severity.value}"), CELL_BOLD if blocks else None), subject, message, rule]
    )


def _subject_and_message(source: Source, group: tuple[Said, ...]) -> tuple[str, str]:
    terms, first = source.terms, group[0]
    states = tuple(dict.fromkeys(each.finding.state for each in group if each.finding.state is not None))
    if len(states) > 1:
        message = terms("findings.of-states", states=terms.states(states), said=said_of_state(source, first))
        return terms("findings.states", count=source.number(len(states))), message
    return terms.state(states[0]) if states else terms("findings.forum"), first.message


def _answered(source: Source, answer: Acknowledgement) -> str:
    who = _who(source, answer)
    if who:
        return source.terms("findings.acknowledged", who=who, reason=answer.reason)
    return source.terms("findings.acknowledged-nobody", reason=answer.reason)


def _who(source: Source, answer: Acknowledgement) -> str:
    """Return by whom and when, as far as that is recorded."""
    named = [answer.by] if answer.by else []
    named += [source.terms.day(answer.on)] if answer.on else []
    return ", ".join(named)


def _stale(source: Source) -> list[Block]:
    """Return the answers that no longer fit; the sentence they answered is not repeated, it was another one."""
    terms = source.terms
    titles = {each.id: each.title for each in rules_of(source.procedure)}
    rows = [
        row(
            [
                terms("findings.forum") if each.state is None else terms.state(each.state),
                f"{each.rule}\n{terms.said(titles.get(each.rule, ''))}",
                each.reason,
                _who(source, each) or terms("common.not-given"),
            ]
        )
        for each in stale(source.forum, source.assessment.findings)
    ]
    if not rows:
        return []
    names = ("findings.subject", "findings.rule", "findings.stale-reason", "findings.stale-who")
    heads = (head([terms(name) for name in names]),)
    title = Paragraph(terms("findings.stale"), BODY, space_before=10, keep_with_next=True)
    return [title, Table(_STALE, heads, tuple(rows))]
