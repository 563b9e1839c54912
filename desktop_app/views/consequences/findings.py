"""What a change would do to findings and deadlines, line by line."""

from collections.abc import Iterable, Sequence
from datetime import date

from desktop_app.calc.comparison.fates import Fate, Fated, FatedDeadline, deadline_fates, fates_of, other_words
from desktop_app.calc.consequences import Consequences
from desktop_app.calc.findings import Deadline
from desktop_app.calc.shifts import ARROW
from desktop_app.calc.wording import day
from desktop_app.views.consequences.line import Kind, Line
from desktop_app.views.findings.texts import SEVERITY_WORDS, sentence_text, state_text
from desktop_app.views.language import tr


def finding_lines(result: Consequences) -> list[Line]:
    """Return a line for each finding that comes, goes or changes."""
    return lines_of_findings(fates_of(result))


def lines_of_findings(fates: Iterable[Fated]) -> list[Line]:
    """Return a line for each of these findings."""
    return [_finding(each) for each in fates]


def _finding(fated: Fated) -> Line:
    finding, fate, before = fated.finding, fated.fate, fated.before
    name = f"{tr(SEVERITY_WORDS[finding.severity])}: {tr(fate.value)}"
    if before is not None and fate is Fate.WEIGHED:
        name = f"{tr(SEVERITY_WORDS[before.severity])} {ARROW} {tr(SEVERITY_WORDS[finding.severity]).lower()}"
    sentence, state = tr(sentence_text(finding)), tr(state_text(finding))
    whose = "" if finding.state is None or state in sentence else f"{state}: "
    if before is not None:
        sentence = other_words(tr(sentence_text(before)), sentence)
    text = f"{whose}{sentence} ({tr(finding.reference)})"
    tone = "muted" if fate is Fate.GONE else finding.severity.value
    weight = 4 if fate is Fate.CHANGED else 1
    return Line(Kind.WORDS, name, words=text, icon=finding.severity.value, tone=tone, code=finding.state, weight=weight)


def deadline_lines(before: Sequence[Deadline], after: Sequence[Deadline]) -> list[Line]:
    """Return a line for each deadline that comes, goes or moves."""
    return [_deadline(each) for each in deadline_fates(before, after)]


def _deadline(fated: FatedDeadline) -> Line:
    deadline = fated.deadline
    moved = f", {tr(deadline.moved)}" if deadline.moved else ""
    before = f"{_due(fated.before)} {ARROW} " if fated.before else ""
    words = f"{tr(deadline.what)}: {before}{_due(deadline)}{moved}"
    name = tr("Deadline: {fate}", fate=tr(fated.fate.value))
    return Line(Kind.WORDS, name, words=words, icon="calendar", code=deadline.state, weight=1)


def _due(deadline: Deadline) -> str:
    return tr(day(date.fromisoformat(deadline.due)))
