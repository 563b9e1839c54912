"""What a change would do to findings and deadlines, line by line."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from enum import Enum

from desktop_app.calc.consequences import Consequences
from desktop_app.calc.findings import Deadline, Finding
from desktop_app.calc.wording import day
from desktop_app.views.consequences import shifts
from desktop_app.views.consequences.line import Kind, Line
from desktop_app.views.findings.texts import SEVERITY_WORDS, sentence_text, state_text


class Fate(Enum):
    """What happens to a finding or a deadline."""

    NEW = "new"
    GONE = "gone"
    OTHER_WORDS = "other words"
    MOVED = "moved"


def fates_of(result: Consequences) -> list[tuple[Fate, Finding]]:
    """Return findings that come, go or are said in other words, the gravest first.

    One that goes while one of the same rule, state and severity comes is said in other words: the new words count.
    """
    going = Counter(_about(finding) for finding in result.gone_findings)
    fates: list[tuple[Fate, Finding]] = []
    reworded: Counter[tuple[object, ...]] = Counter()
    for finding in result.new_findings:
        about = _about(finding)
        again = going[about] > reworded[about]
        reworded[about] += again
        fates.append((Fate.OTHER_WORDS if again else Fate.NEW, finding))
    for finding in result.gone_findings:
        about = _about(finding)
        if reworded[about]:
            reworded[about] -= 1
        else:
            fates.append((Fate.GONE, finding))
    order = list(Fate)
    return sorted(fates, key=lambda fate: (fate[1].severity.rank, order.index(fate[0])))


def finding_lines(result: Consequences) -> list[Line]:
    """Return a line for each finding that comes, goes or is said in other words."""
    return [_finding(fate, finding) for fate, finding in fates_of(result)]


def _finding(fate: Fate, finding: Finding) -> Line:
    name = f"{SEVERITY_WORDS[finding.severity]}: {fate.value}"
    sentence, state = sentence_text(finding), state_text(finding)
    whose = "" if finding.state is None or state in sentence else f"{state}: "
    text = f"{whose}{sentence} ({finding.reference})"
    tone = "muted" if fate is Fate.GONE else finding.severity.value
    weight = 4 if fate is Fate.OTHER_WORDS else 1
    return Line(Kind.WORDS, name, words=text, icon=finding.severity.value, tone=tone, code=finding.state, weight=weight)


def _about(finding: Finding) -> tuple[object, ...]:
    return finding.rule, finding.state, finding.severity


def deadline_lines(before: Sequence[Deadline], after: Sequence[Deadline]) -> list[Line]:
    """Return a line for each deadline that comes, goes or moves."""
    lines = []
    earlier = list(before)
    for deadline in after:
        if deadline in earlier:
            earlier.remove(deadline)
            continue
        same = next((each for each in earlier if (each.rule, each.state) == (deadline.rule, deadline.state)), None)
        if same is None:
            lines.append(_deadline(Fate.NEW, deadline, ""))
        else:
            earlier.remove(same)
            if same.due != deadline.due:
                lines.append(_deadline(Fate.MOVED, deadline, f"{_due(same)} {shifts.ARROW} "))
    return lines + [_deadline(Fate.GONE, each, "") for each in earlier]


def _deadline(fate: Fate, deadline: Deadline, before: str) -> Line:
    moved = f", {deadline.moved}" if deadline.moved else ""
    words = f"{deadline.what}: {before}{_due(deadline)}{moved}"
    return Line(Kind.WORDS, f"Deadline: {fate.value}", words=words, icon="calendar", code=deadline.state, weight=1)


def _due(deadline: Deadline) -> str:
    return day(date.fromisoformat(deadline.due))
