"""What an entry would do, said before it is recorded."""

from typing import Final

from desktop_app.calc import wording
from desktop_app.calc.assessment import AnnualPoolAssessment, Assessment, Row
from desktop_app.calc.changes import PledgeColumn, RecordPledge
from desktop_app.calc.entry import Refused, context_for, entry_text, read_entry, recorded_value
from desktop_app.calc.recorded import ABSENT
from desktop_app.calc.rulebooks.annual_pool.book import assess
from desktop_app.views.language import marked, shown, to_type, tr, typed
from desktop_app.views.pledge_table.columns import HEADINGS, Column
from desktop_app.views.typed_table.preview import Preview, tried

_OPEN: Final = marked("coverage stays open")


class PledgeEntries:
    """Reads what is typed into the pledge table."""

    def text(self, assessment: Assessment, code: str, column: int) -> str:
        """Return a pledge as one would type it."""
        kind = _kind(column)
        return to_type(entry_text(recorded_value(assessment.forum.state(code).pledge, kind), kind))

    def preview(self, assessment: Assessment, code: str, column: int, typed: str) -> Preview:
        """Say what an entry would do."""
        return preview(AnnualPoolAssessment.of(assessment), code, _kind(column), typed)


def _kind(column: int) -> PledgeColumn:
    kind = HEADINGS[Column(column)].pledge
    if kind is None:
        raise ValueError(column)
    return kind


def preview(assessment: AnnualPoolAssessment, code: str, column: PledgeColumn, text: str) -> Preview:
    """Say what an entry would do.

    Args:
        assessment: the forum as it stands.
        code: the Member State.
        column: the type of pledge.
        text: as typed.
    """
    context = context_for(assessment, code, column)
    entry = read_entry(typed(text), column, context)
    if isinstance(entry, Refused):
        return Preview(entry.reason, unfinished=entry.unfinished)
    change = RecordPledge(code, column, entry.value)
    refusal, forum = tried(assessment.forum, change)
    if forum is None:
        return Preview(refusal)
    words = entry.words if "=" in entry.words else f"= {shown(entry.words)}"
    is_new = forum.state(code).pledge != assessment.forum.state(code).pledge
    outcome = _outcome(assess(forum, assessment), code)
    if "nothing recorded yet" in words and outcome.startswith(_OPEN):
        outcome = _OPEN
    return Preview(words, outcome, change, is_new=is_new)


def _outcome(assessment: AnnualPoolAssessment, code: str) -> str:
    row: Row | None = next((each for each in assessment.rows if each.code == code), None)
    if row is None or not row.in_key:
        return tr("counts nowhere: not in the key")
    pledge = assessment.forum.state(code).pledge
    open_types = [each.title for each in PledgeColumn if recorded_value(pledge, each) is ABSENT]
    if row.coverage is None:
        return (
            tr("coverage stays open: nothing recorded yet for {listed}", listed=wording.listed(open_types))
            if open_types
            else _OPEN
        )
    coverage = tr("coverage would be {percent}", percent=wording.percent(row.coverage))
    if row.met or not row.gap_relocations:
        return tr("{coverage}, fair share met", coverage=coverage)
    return tr(
        "{coverage}, {persons} below the fair share", coverage=coverage, persons=wording.persons(row.gap_relocations)
    )
