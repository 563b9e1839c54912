"""What an entry into the table of plans would do, said before it is recorded."""

from desktop_app.calc import wording
from desktop_app.calc.assessment import Assessment
from desktop_app.calc.changes import RecordPlan
from desktop_app.calc.entry import Refused
from desktop_app.calc.entry_plan import PlanFigure, asked_of, latest_plan, plan_context, read_plan_entry, with_figure
from desktop_app.calc.forum import Forum
from desktop_app.calc.response_assessment import ResponseRow, SearchAndRescueAssessment
from desktop_app.calc.rulebooks.search_and_rescue.book import assess
from desktop_app.calc.shortfall_shown import percent_words
from desktop_app.views.language import shown, tr, typed
from desktop_app.views.plan_table.columns import TYPED, Column
from desktop_app.views.plan_table.plan_preview import plan_preview
from desktop_app.views.typed_table.preview import Preview


class PlanEntries:
    """Reads what is typed into the table of plans; it changes the latest revision, and never makes one."""

    def text(self, assessment: Assessment, code: str, column: int) -> str:
        """Return a plan's number as one would type it; nothing while there is no plan."""
        forum, figure = assessment.forum, TYPED[Column(column)]
        if not forum.search_and_rescue.revisions(code):
            return ""
        return str(getattr(latest_plan(forum, code), figure.value))

    def preview(self, assessment: Assessment, code: str, column: int, typed: str) -> Preview:
        """Say what an entry would do."""
        return preview(SearchAndRescueAssessment.of(assessment), code, TYPED[Column(column)], typed)


def preview(assessment: SearchAndRescueAssessment, code: str, figure: PlanFigure, text: str) -> Preview:
    """Say what an entry would do.

    Args:
        assessment: the forum as it stands.
        code: a participating Member State that is asked for a plan.
        figure: what is typed of its plan.
        text: as typed.
    """
    entry = read_plan_entry(typed(text), figure, plan_context(assessment, code, figure))
    if isinstance(entry, Refused):
        return Preview(entry.reason, unfinished=entry.unfinished)
    former = latest_plan(assessment.forum, code)
    plan = with_figure(former, figure, entry.persons)

    def outcome(changed: Forum) -> tuple[str, str]:
        return _outcome(assess(changed), code, figure), ""

    return plan_preview(assessment.forum, former, plan, RecordPlan(plan), (text, entry.words), outcome)


def _outcome(assessment: SearchAndRescueAssessment, code: str, figure: PlanFigure) -> str:
    row, totals = assessment.row(code), assessment.totals
    if row.plan is None:
        return tr("the plan is {value}: it does not count", value=row.standing.value)
    if figure is PlanFigure.VULNERABLE:
        return tr("of {persons} relocations", persons=wording.persons(row.pledged))
    parts = [_beside_key(row)]
    if totals.coverage is not None:
        parts.append(tr("report covered {percent}", percent=wording.percent(totals.coverage)))
    if totals.shortfall is not None and row.claimed:
        parts.append(tr("test {percent}", percent=percent_words(totals.shortfall)))
    return ", ".join(shown(part) for part in parts if part)


def _beside_key(row: ResponseRow) -> str:
    """Hold persons and measures against the key number."""
    asked = asked_of(row)
    if asked is None:
        return ""
    beside = row.pledged + row.claimed - asked
    if beside < 0:
        return tr("{number} below the key number", number=wording.number(-beside))
    return tr("key number met") if beside == 0 else tr("{number} above the key number", number=wording.number(beside))
