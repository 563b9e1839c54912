"""What an entry would do, said before it is recorded."""

from dataclasses import dataclass
from typing import Final

from desktop_app.calc import wording
from desktop_app.calc.assessment import AnnualPoolAssessment, Row
from desktop_app.calc.changes import CannotChangeError, PledgeColumn, RecordPledge
from desktop_app.calc.entry import Refused, context_for, read_entry, recorded_value
from desktop_app.calc.forum import Forum
from desktop_app.calc.recorded import ABSENT
from desktop_app.calc.rulebooks.annual_pool.book import assess
from desktop_app.calc.validity import problems

_OPEN: Final = "coverage stays open"


@dataclass(frozen=True, slots=True)
class Preview:
    """What was understood of an entry.

    Attributes:
        words: what was understood, or why it is refused.
        outcome: what it would do to the Member State's fair share; may be empty.
        change: what would be recorded, ``None`` where the entry is refused.
        unfinished: whether typing on can still make it an entry.
        is_new: whether it differs from what is recorded.
    """

    words: str
    outcome: str = ""
    change: RecordPledge | None = None
    unfinished: bool = False
    is_new: bool = False


def preview(assessment: AnnualPoolAssessment, code: str, column: PledgeColumn, text: str) -> Preview:
    """Say what an entry would do.

    Args:
        assessment: the forum as it stands.
        code: the Member State.
        column: the type of pledge.
        text: as typed.
    """
    context = context_for(assessment, code, column)
    entry = read_entry(text, column, context)
    if isinstance(entry, Refused):
        return Preview(entry.reason, unfinished=entry.unfinished)
    change = RecordPledge(code, column, entry.value)
    refusal, forum = _applied(assessment.forum, change)
    if forum is None:
        return Preview(refusal)
    words = entry.words if "=" in entry.words else f"= {entry.words}"
    is_new = forum.state(code).pledge != assessment.forum.state(code).pledge
    outcome = _outcome(assess(forum, assessment), code)
    if "nothing recorded yet" in words and outcome.startswith(_OPEN):
        outcome = _OPEN
    return Preview(words, outcome, change, is_new=is_new)


def _applied(forum: Forum, change: RecordPledge) -> tuple[str, Forum | None]:
    """Try the change on the forum's value; return why it is refused, or the new forum."""
    try:
        changed = change.apply_to(forum)
    except CannotChangeError as refusal:
        return str(refusal), None
    known = problems(forum)
    new = [problem for problem in problems(changed) if problem not in known]
    if new:
        return f"{new[0].what}: {new[0].remedy}.", None
    return "", changed


def _outcome(assessment: AnnualPoolAssessment, code: str) -> str:
    row: Row | None = next((each for each in assessment.rows if each.code == code), None)
    if row is None or not row.in_key:
        return "counts nowhere: not in the key"
    pledge = assessment.forum.state(code).pledge
    open_types = [each.title for each in PledgeColumn if recorded_value(pledge, each) is ABSENT]
    if row.coverage is None:
        return f"coverage stays open: nothing recorded yet for {wording.listed(open_types)}" if open_types else _OPEN
    coverage = f"coverage would be {wording.percent(row.coverage)}"
    if row.met or not row.gap_relocations:
        return f"{coverage}, fair share met"
    return f"{coverage}, {wording.persons(row.gap_relocations)} below the fair share"
