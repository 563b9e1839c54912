"""What an entry into the table of a pressure response would do, said before it is recorded."""

from desktop_app.calc import wording
from desktop_app.calc.assessment import Assessment
from desktop_app.calc.changes import RecordPressurePlan
from desktop_app.calc.entry import Refused
from desktop_app.calc.entry_plan_pressure import (
    PressureFigure,
    latest_pressure_plan,
    percentage,
    pressure_context,
    read_pressure_entry,
    value_of,
    with_value,
)
from desktop_app.calc.exact import decimal_text
from desktop_app.calc.forum import Forum
from desktop_app.calc.pressure_assessment import PressureAssessment, PressureRow
from desktop_app.calc.pressure_plans import WHOLE, PressurePlan
from desktop_app.calc.rulebooks.migratory_pressure.book import assess
from desktop_app.calc.shortfall_shown import percent_words
from desktop_app.views.plan_table.plan_preview import plan_preview
from desktop_app.views.pressure_table.columns import TYPED, Column
from desktop_app.views.typed_table.preview import Preview


class PressureEntries:
    """Reads what is typed into the table; it changes the latest revision, and never makes one."""

    def text(self, assessment: Assessment, code: str, column: int) -> str:
        """Return a plan's figure as one would type it; nothing while there is no plan."""
        forum = assessment.forum
        if not forum.migratory_pressure.revisions(code):
            return ""
        return decimal_text(value_of(latest_pressure_plan(forum, code), TYPED[Column(column)]))

    def preview(self, assessment: Assessment, code: str, column: int, typed: str) -> Preview:
        """Say what an entry would do."""
        return preview(PressureAssessment.of(assessment), code, TYPED[Column(column)], typed)


def preview(assessment: PressureAssessment, code: str, figure: PressureFigure, text: str) -> Preview:
    """Say what an entry would do.

    Args:
        assessment: the forum as it stands.
        code: a participating Member State that is asked for a plan.
        figure: what is typed of its plan.
        text: as typed.
    """
    context = pressure_context(assessment, code)
    entry = read_pressure_entry(text, figure, context)
    if isinstance(entry, Refused):
        return Preview(entry.reason, unfinished=entry.unfinished)
    former = context.plan
    plan = with_value(former, figure, entry.value)

    def outcome(changed: Forum) -> str:
        said = _outcome(assess(changed), code, plan, figure)
        if figure is PressureFigure.COVERED and former.revision and entry.value != former.covered:
            return f"the proposal lets only the type change in the forum (Art. 52(4)): is that meant? {said}"
        return said

    return plan_preview(assessment.forum, former, plan, RecordPressurePlan(plan), (text, entry.words), outcome)


def _outcome(assessment: PressureAssessment, code: str, plan: PressurePlan, figure: PressureFigure) -> str:
    row = assessment.row(code)
    if row.plan is None:
        return f"the plan is {row.standing.value}: it does not count"
    if figure is PressureFigure.COVERED:
        shortfall = assessment.totals.shortfall
        test = "" if shortfall is None else f"test {percent_words(shortfall)}"
        return ", ".join(filter(None, (_fixed(row), test)))
    total = plan.shares.total
    if total != WHOLE:
        return f"the types total {percentage(total)}: {percentage(WHOLE - total)} missing, which blocks (Art. 52(3))"
    return ", ".join(filter(None, ("the types total 100 %", _fixed(row))))


def _fixed(row: PressureRow) -> str:
    """Say what the act would fix, as things stand."""
    given = [
        f"{wording.persons(count)} {name}"
        for name, count in (
            ("applicants", row.relocations),
            ("sponsored", row.sponsorship),
            ("beneficiaries", row.beneficiaries),
            ("by measures", row.measures),
        )
        if count
    ]
    return f"the act: {wording.listed(given)}" if given else ""
