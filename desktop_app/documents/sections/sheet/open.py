"""What is open for one Member State: findings on it, time limits, deductions; never what is another state's."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from desktop_app.calc.acknowledged import acknowledgement_of
from desktop_app.calc.deadline_standing import DeadlineStanding, standings
from desktop_app.calc.deadline_standing import Standing as HowItStands
from desktop_app.calc.findings import Finding, Severity
from desktop_app.calc.sentences import Sentence, State
from desktop_app.documents.blocks import Block, Paragraph
from desktop_app.documents.for_the_room import OF_THE_DESK, ON_THE_PROPOSAL
from desktop_app.documents.sections.deductions import extent_words, stage_words
from desktop_app.documents.sections.sheet.figures import shortened
from desktop_app.documents.sections.source import AnnualSource, Source
from desktop_app.documents.styles import BODY, CELL_BOLD, NOTE
from desktop_app.documents.tables import Cell, Column, Row, Table, row

_COLUMNS = (Column(70), Column(285), Column(132))
_LONGEST_DEDUCTION: Final = 400
_OWN: Final = frozenset({HowItStands.DUE, HowItStands.LATE})
_OF_ALL: Final = frozenset({HowItStands.DUE})
"""How it can stand with what is open: whether others have done what all must do is not for this sheet."""


@dataclass(frozen=True, slots=True)
class Open:
    """What is open for a Member State.

    Attributes:
        findings: on it, gravest first.
        deadlines: its own and those of every Member State, by their last day.
    """

    findings: tuple[Finding, ...]
    deadlines: tuple[DeadlineStanding, ...]


def open_for(source: Source, code: str, *, secretariat: bool) -> Open:
    """Return what is open for a Member State.

    Args:
        source: of the figures.
        code: the Member State.
        secretariat: also what rests on the Commission's classified numbers, and how the pledge was said.
    """
    findings = tuple(
        each
        for each in source.assessment.findings
        if each.state == code
        and not names_others(each.message, code)
        and (secretariat or not each.rule.startswith((*ON_THE_PROPOSAL, *OF_THE_DESK)))
    )
    deadlines = tuple(
        each
        for each in standings(source.assessment)
        if each.standing in {code: _OWN, None: _OF_ALL}.get(each.deadline.state, ())
        and not names_others(each.deadline.what, code)
    )
    return Open(findings, deadlines)


def names_others(sentence: str, code: str) -> bool:
    """Tell whether a sentence names a state other than this one."""
    values = sentence.values.values() if isinstance(sentence, Sentence) else ()
    return any(named != code for value in values for named in _states_in(value))


def _states_in(value: object) -> Iterator[str]:
    if isinstance(value, State):
        yield value.code
    elif isinstance(value, Sentence):
        for each in value.values.values():
            yield from _states_in(each)
    elif isinstance(value, Sequence) and not isinstance(value, str):
        for each in value:
            yield from _states_in(each)


def open_blocks(
    source: Source, code: str, found: Open, findings: int, deadlines: int, *, secretariat: bool
) -> tuple[Block, ...]:
    """Return so many deductions and findings, and so many time limits; how many are left out is said.

    Args:
        source: of the words.
        code: the Member State.
        found: its findings and time limits.
        findings: how many of its deductions and then its findings are shown.
        deadlines: how many time limits.
        secretariat: with the reasons given for warnings.
    """
    words = source.terms
    first = [
        *_deductions(source, code),
        *(_finding(source, each, secretariat=secretariat) for each in found.findings),
    ]
    rows = [*first[:findings], *(_deadline(source, each, code) for each in found.deadlines[:deadlines])]
    if not first and not found.deadlines:
        return (Paragraph(words("sheet.open-nothing"), BODY, space_before=3),)
    blocks: list[Block] = [Table(_COLUMNS, (), tuple(rows))] if rows else []
    left = (("findings", len(first) - findings), ("deadlines", len(found.deadlines) - deadlines))
    more = [f"{words(f'sheet.{name}')}: {_more(source, count)}" for name, count in left if count > 0]
    blocks += [Paragraph(text, NOTE, space_before=2) for text in more]
    return tuple(blocks)


def _more(source: Source, count: int) -> str:
    return source.terms("sheet.more-one") if count == 1 else source.terms("sheet.more", count=source.number(count))


def _finding(source: Source, each: Finding, *, secretariat: bool) -> Row:
    words = source.terms
    lines = [words.said(each.message)]
    answer = acknowledgement_of(source.forum, each)
    if secretariat and answer is not None:
        lines.append(words("sheet.answered", reason=answer.reason))
    weight = Cell(words(f"findings.{each.severity.value}"), CELL_BOLD if each.severity is Severity.BLOCK else None)
    return row([weight, "\n".join(lines), words.said(each.reference)])


def _deadline(source: Source, each: DeadlineStanding, code: str) -> Row:
    words, deadline = source.terms, each.deadline
    # What is still awaited names those who are late: it is told of this state only.
    own = [each.open] if each.open and deadline.state == code and not names_others(each.open, code) else []
    said = "\n".join(words.said(text) for text in (deadline.what, each.words, *own))
    return row([words.day(each.due), said, words.said(deadline.reference)])


def _deductions(source: Source, code: str) -> list[Row]:
    """Return how far each deduction has come; only the annual pool has any."""
    if not isinstance(source, AnnualSource):
        return []
    words = source.terms
    return [
        row(
            [
                words("sheet.deduction"),
                shortened(f"{stage_words(source, each)}; {extent_words(source, each)}", _LONGEST_DEDUCTION),
                words("deductions.article", article=each.basis.value),
            ]
        )
        for each in source.forum.state(code).deductions
    ]
