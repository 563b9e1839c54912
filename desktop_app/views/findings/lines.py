"""A line of the list: a finding with the answer that a person gave to it, and which lines a filter lets through."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from desktop_app.calc.acknowledged import acknowledgement_of
from desktop_app.calc.findings import Finding, Severity, Status
from desktop_app.calc.forum import Acknowledgement, Forum
from desktop_app.views.findings.texts import line_text
from desktop_app.views.language import marked, shown


@dataclass(frozen=True, slots=True)
class Line:
    """One line.

    Attributes:
        finding: what a rule says.
        answer: what a person answered, where the finding still stands in those words.
    """

    finding: Finding
    answer: Acknowledgement | None = None


class Kind(Enum):
    """Which findings are shown; the value is what the choice says."""

    ALL = marked("All findings")
    BLOCK = marked("What blocks")
    WARN = marked("Warnings")
    OPEN = marked("Warnings not acknowledged")
    ANSWERED = marked("Acknowledged")
    INFO = marked("Information")
    IN_FORCE = marked("Law in force")
    BESIDE = marked("Beside the law")

    def lets(self, line: Line) -> bool:
        """Tell whether a line is of this kind."""
        finding = line.finding
        return {
            Kind.ALL: True,
            Kind.BLOCK: finding.severity is Severity.BLOCK,
            Kind.WARN: finding.severity is Severity.WARN,
            Kind.OPEN: finding.severity is Severity.WARN and line.answer is None,
            Kind.ANSWERED: line.answer is not None,
            Kind.INFO: finding.severity is Severity.INFO,
            Kind.IN_FORCE: finding.status is Status.IN_FORCE,
            Kind.BESIDE: finding.status is not Status.IN_FORCE,
        }[self]


def lines_of(forum: Forum, findings: Iterable[Finding]) -> tuple[Line, ...]:
    """Return a line for each finding, in their order."""
    if not forum.acknowledgements:
        return tuple(map(Line, findings))
    return tuple(Line(finding, acknowledgement_of(forum, finding)) for finding in findings)


def filtered(lines: Iterable[Line], words: str, kind: Kind) -> tuple[Line, ...]:
    """Return the lines of a kind that hold every word, in any case, in their order.

    Args:
        lines: all of them.
        words: looked for in the sentence, the Member State's name and code, the rule's id and its reference.
        kind: which findings.
    """
    wanted = words.casefold().split()
    if kind is Kind.ALL and not wanted:
        # The usual case, at every keystroke.
        return tuple(lines)
    return tuple(line for line in lines if kind.lets(line) and _holds(line, wanted))


def _holds(line: Line, wanted: list[str]) -> bool:
    if not wanted:
        return True
    finding, answer = line.finding, line.answer
    parts = (line_text(finding), finding.rule, finding.state or "", answer.reason if answer else "")
    text = " ".join(map(shown, parts)).casefold().replace("\u202f", " ").replace("\u00a0", " ")
    return all(word in text for word in wanted)
