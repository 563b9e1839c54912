"""What a change would do to findings and deadlines, line by line."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Final

from desktop_app.calc.consequences import Consequences
from desktop_app.calc.findings import Deadline, Finding
from desktop_app.calc.wording import day
from desktop_app.views.consequences import shifts
from desktop_app.views.consequences.line import Kind, Line
from desktop_app.views.findings.texts import SEVERITY_WORDS, sentence_text, state_text

_MOST_WORDS: Final = 12
"""Words of a part that changes, before it is shortened."""


class Fate(Enum):
    """What happens to a finding or a deadline."""

    NEW = "new"
    GONE = "gone"
    CHANGED = "changes"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Fated:
    """A finding, and what happens to it.

    Attributes:
        fate: see :class:`Fate`.
        finding: as it is after the change; one that goes, as it was.
        before: as it was, where it changes; else ``None``.
    """

    fate: Fate
    finding: Finding
    before: Finding | None = None


def fates_of(result: Consequences) -> list[Fated]:
    """Return findings that come, go or change, the gravest first.

    One that goes while one of the same rule, state and severity comes is the same one, which says something else.
    """
    going = list(result.gone_findings)
    fates: list[Fated] = []
    for finding in result.new_findings:
        before = next((each for each in going if _about(each) == _about(finding)), None)
        if before is None:
            fates.append(Fated(Fate.NEW, finding))
        else:
            going.remove(before)
            fates.append(Fated(Fate.CHANGED, finding, before))
    fates += [Fated(Fate.GONE, finding) for finding in going]
    order = list(Fate)
    return sorted(fates, key=lambda each: (each.finding.severity.rank, order.index(each.fate)))


def finding_lines(result: Consequences) -> list[Line]:
    """Return a line for each finding that comes, goes or changes."""
    return [_finding(each) for each in fates_of(result)]


def _finding(fated: Fated) -> Line:
    finding, fate = fated.finding, fated.fate
    name = f"{SEVERITY_WORDS[finding.severity]}: {fate.value}"
    sentence, state = sentence_text(finding), state_text(finding)
    whose = "" if finding.state is None or state in sentence else f"{state}: "
    if fated.before is not None:
        sentence = other_words(sentence_text(fated.before), sentence)
    text = f"{whose}{sentence} ({finding.reference})"
    tone = "muted" if fate is Fate.GONE else finding.severity.value
    weight = 4 if fate is Fate.CHANGED else 1
    return Line(Kind.WORDS, name, words=text, icon=finding.severity.value, tone=tone, code=finding.state, weight=weight)


def other_words(before: str, after: str) -> str:
    """Return one sentence with what differs in it, before and after: ``"300 → 400 persons are drawn."``."""
    if before == after:
        return after
    was, is_ = before.split(" "), after.split(" ")
    first = _alike(was, is_)
    last = _alike(was[first:][::-1], is_[first:][::-1])
    if first and first + last == min(len(was), len(is_)):
        # Words that only come or go are told with the one before them.
        first -= 1
    was_, now = (_shortened(words[first : len(words) - last]) for words in (was, is_))
    return " ".join([*is_[:first], was_, shifts.ARROW, now, *is_[len(is_) - last :]])


def _alike(one: list[str], other: list[str]) -> int:
    """Return how many words are the same from the beginning."""
    pairs = zip(one, other, strict=False)
    return next((place for place, pair in enumerate(pairs) if pair[0] != pair[1]), min(len(one), len(other)))


def _shortened(words: list[str]) -> str:
    """Return a part of a sentence; of a long one its beginning and its end."""
    most = _MOST_WORDS // 2
    return " ".join(words if len(words) <= _MOST_WORDS else [*words[:most], "…", *words[-most:]])


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
