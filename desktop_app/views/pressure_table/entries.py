"""What an entry into the table of a pressure response would do, said before it is recorded."""

from typing import Final

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
from desktop_app.views.language import marked, shown, to_type, tr, typed
from desktop_app.views.plan_table.plan_preview import plan_preview
from desktop_app.views.pressure_table.columns import TYPED, Column
from desktop_app.views.pressure_table.rows import is_whole
from desktop_app.views.typed_table.preview import Preview

_NOT_MEANT: Final = marked("The proposal lets only the type change in the forum (Art. 52(4)): is that meant?")


class PressureEntries:
    """Reads what is typed into the table; it changes the latest revision, and never makes one."""

    def text(self, assessment: Assessment, code: str, column: int) -> str:
        """Return a plan's figure as one would type it; nothing while there is no plan."""
        forum = assessment.forum
        if not forum.migratory_pressure.revisions(code):
            return ""
        return to_type(decimal_text(value_of(latest_pressure_plan(forum, code), TYPED[Column(column)])))

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
    # No share has thousands, so that a point in it is a decimal sign.
    entry = read_pressure_entry(text if figure.is_share else typed(text), figure, context)
    if isinstance(entry, Refused):
        return Preview(entry.reason, unfinished=entry.unfinished)
    former = context.plan
    plan = with_value(former, figure, entry.value)

    def outcome(changed: Forum) -> tuple[str, str]:
        then = assess(changed)
        is_another = bool(former.revision) and figure is PressureFigure.COVERED and entry.value != former.covered
        warnings = [_NOT_MEANT] if is_another else []
        return _outcome(then, code, figure), " ".join((*warnings, *_warnings(then, code, plan)))

    return plan_preview(assessment.forum, former, plan, RecordPressurePlan(plan), (text, entry.words), outcome)


def _warnings(assessment: PressureAssessment, code: str, plan: PressurePlan) -> list[str]:
    """Say what blocks a plan as it would stand, and what makes it count for nothing."""
    if assessment.row(code).plan is None:
        return [tr("The plan is {standing}: it does not count.", standing=tr(assessment.row(code).standing.value))]
    found = []
    if not is_whole(plan):
        gap = percentage(abs(WHOLE - plan.shares.total))
        words = (
            marked("The types total {total}: {gap} too much, which blocks (Art. 52(3)).")
            if plan.shares.total > WHOLE
            else marked("The types total {total}: {gap} missing, which blocks (Art. 52(3)).")
        )
        found.append(tr(words, total=percentage(plan.shares.total), gap=gap))
    if plan.covered and not plan.measures:
        found.append(tr("The plan names no measure yet, which blocks (Annex II): F4 opens the form."))
    if plan.measures and not plan.covered:
        found.append(tr("The plan names measures, but they cover nothing: they do not count."))
    return found


def _outcome(assessment: PressureAssessment, code: str, figure: PressureFigure) -> str:
    row = assessment.row(code)
    if row.plan is None:
        return ""
    shortfall = assessment.totals.shortfall
    test = "" if figure.is_share or shortfall is None else tr("test {percent}", percent=percent_words(shortfall))
    whole = tr("the types total 100 %") if figure.is_share and row.plan.shares.total == WHOLE else ""
    return ", ".join(filter(None, (shown(whole), shown(_fixed(row)), shown(test))))


def _fixed(row: PressureRow) -> str:
    """Say what the act would fix, as things stand."""
    given = [
        f"{shown(wording.persons(count))} {name}"
        for name, count in (
            (tr("applicants"), row.relocations),
            (tr("sponsored"), row.sponsorship),
            (tr("beneficiaries"), row.beneficiaries),
            (tr("by measures"), row.measures),
        )
        if count
    ]
    return tr("the act: {listed}", listed=wording.listed(given)) if given else ""
