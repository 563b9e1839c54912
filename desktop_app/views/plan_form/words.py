"""What the proposal says of a plan, in the words of the panel: in time or not, what counts, what is named."""

from datetime import date
from typing import Final

from desktop_app.calc import wording
from desktop_app.calc.response_assessment import PlanStanding
from desktop_app.calc.response_plans import ResponseMeasureKind
from desktop_app.views.fields.reading import WEEKDAYS
from desktop_app.views.language import marked, shown, tr
from desktop_app.views.plan_form.annex import (
    ANNEX_II,
    Annex,
    Plan,
    PlanRow,
    PlansAssessment,
    PlansRecord,
    annex_of,
    deadline_of,
    plans_of,
)
from desktop_app.views.plan_form.subject import PlanSubject

LINES: Final[dict[ResponseMeasureKind | None, str]] = {
    ResponseMeasureKind.CAPACITY: marked("Capacity building (asylum, reception, return)"),
    ResponseMeasureKind.OPERATIONAL: marked("Operational support"),
    ResponseMeasureKind.THIRD_COUNTRY: marked("Measures through cooperation with third countries on migratory trends"),
    None: marked("Line of the form not said"),
}
"""The three lines of Art. 45(1)(d), as the annexes list them, and what is said to stand on none of them, last."""
_SIGNS: Final = {
    PlanStanding.IN_TIME: ("ok", "ok"),
    PlanStanding.UNDATED: ("warn", "warn"),
    PlanStanding.LATE: ("warn", "warn"),
    PlanStanding.AWAITED: ("calendar", "info"),
    PlanStanding.MISSING: ("warn", "warn"),
}
"""Icon and colour token of each standing of a plan that is asked for."""
OUTSIDE: Final = marked("Takes no part in the key (Art. 54): what is entered is kept, and counts nowhere.")


def full_day(day: date) -> str:
    """Write a day with its weekday: ``"Friday 6 February 2026"``."""
    return f"{shown(WEEKDAYS[day.weekday()])} {shown(wording.day(day))}"


def revision_name(revision: int) -> str:
    """Name a revision: ``"first plan"``, ``"(Rev) 2"``."""
    return tr("(Rev) {revision}", revision=revision) if revision else tr("first plan")


def deadline_words(recorded: PlansRecord) -> str:
    """Say until when plans are handed in."""
    last, annex = deadline_of(recorded), annex_of(recorded)
    if last is None:
        return tr(
            "The time limit follows from the report's adoption, which is not recorded yet (Art. {handed_in}).",
            handed_in=annex.handed_in,
        )
    return tr(
        "Plans are due by {day}: {counted} (Art. {handed_in}, 65).",
        day=full_day(last),
        counted=annex.counted,
        handed_in=annex.handed_in,
    )


def reference_words(reference: str | None, subject: PlanSubject) -> tuple[str, str]:
    """Say how the reference number stands on the form, and what is wrong with it (footnote on the revision mark).

    Returns:
        Words (may be empty), and their colour token.
    """
    annex = subject.annex
    if not reference:
        return tr("The form asks for it ({name}): without a number the plan blocks the act.", name=annex.name), "warn"
    first = next((plan.reference for plan in subject.revisions if plan.revision < subject.revision), None)
    if first and first != reference:
        return tr(
            "Warning: the first plan is {first}; a revision keeps its number ({footnote}).",
            first=first,
            footnote=annex.footnote,
        ), "warn"
    return (
        tr("Stands on the form as {reference} (Rev) {revision}", reference=reference, revision=subject.revision)
        if subject.revision
        else ""
    ), "muted"


def submitted_words(submitted: date | None, subject: PlanSubject) -> tuple[str, str]:
    """Say whether a day of submission is in time, and what follows where it is not.

    Returns:
        Words, and their colour token.
    """
    if submitted is None:
        return tr(
            "The form asks for it ({name}): without a date the plan blocks the act.", name=subject.annex.name
        ), "warn"
    return _revised_words(submitted, subject) if subject.revision else _first_words(submitted, subject)


def _first_words(submitted: date, subject: PlanSubject) -> tuple[str, str]:
    last, article = subject.deadline, subject.annex.handed_in
    if last is None:
        return tr(
            "No time limit yet: the report's adoption is not recorded (Art. {article}).", article=article
        ), "muted"
    if submitted > last:
        late = tr("Late: due by {day} (Art. {article}).", day=full_day(last), article=article)
        return tr("{late} A plan that comes late counts as no plan (our reading).", late=late), "warn"
    return tr("In time: due by {day} (Art. {article}, 65).", day=full_day(last), article=article), "ok"


def _revised_words(submitted: date, subject: PlanSubject) -> tuple[str, str]:
    ended, article = subject.recorded.forum_ended, subject.annex.revised
    if subject.row is not None and subject.row.standing is PlanStanding.LATE:
        return tr("The first plan came late: it counts as no plan, and so does what revises it (our reading)."), "warn"
    if ended is None and not subject.recorded.rounds:
        return tr("No forum is recorded yet: plans are revised in the forum (Art. {article}).", article=article), "warn"
    if ended is None:
        return tr("In time: the forum has not ended (Art. {article}).", article=article), "ok"
    if submitted > ended:
        return tr(
            "Late: the forum ended on {day}; this revision counts nowhere (Art. {article}).",
            day=full_day(ended),
            article=article,
        ), "warn"
    return tr("In time: the forum ended on {day} (Art. {article}).", day=full_day(ended), article=article), "ok"


def standing_words(row: PlanRow | None, assessment: PlansAssessment, today: date | None) -> tuple[str, str, str]:
    """Say how it stands with a state's plan.

    Returns:
        Words, name of an icon, colour token.
    """
    if row is None:
        return OUTSIDE, "info", "muted"
    recorded = plans_of(assessment.forum)
    annex = annex_of(recorded)
    signs = _SIGNS.get(row.standing, (annex.benefitting_icon, "benefitting"))
    if row.standing is PlanStanding.MISSING and _is_adopted(recorded):
        return tr(
            "Missing: the Commission has set {sets} instead (Art. {act}).", sets=annex.sets, act=annex.act
        ), *signs
    return _standing(row, deadline_of(recorded), today, annex), *signs


def _is_adopted(recorded: PlansRecord) -> bool:
    """Tell whether the act is adopted, so that what no plan says is set."""
    return recorded.act.adopted is not None


def nobody_asks(annex: Annex) -> str:
    """Say what becomes of the plan of a state that nobody asks."""
    return tr(
        "Nobody asks {benefitting} for a plan (Art. {nobody}). What is entered is kept and printed on "
        "its form; it counts nowhere, {nowhere}.",
        benefitting=annex.benefitting,
        nobody=annex.nobody,
        nowhere=annex.nowhere,
    )


def _standing(row: PlanRow, last: date | None, today: date | None, annex: Annex) -> str:
    due = "" if last is None else tr("due by {day} (Art. {handed_in})", day=full_day(last), handed_in=annex.handed_in)
    left = "" if last is None or today is None else f"; {shown(_left(last, today))}"
    return {
        PlanStanding.NOT_ASKED: nobody_asks(annex),
        PlanStanding.IN_TIME: _in_time(row),
        PlanStanding.UNDATED: tr(
            "No date of submission: {due}. It counts until it has one.", due=due or tr("no time limit yet")
        ),
        PlanStanding.LATE: tr("Late: {due}. A first plan that comes late counts as no plan (our reading).", due=due),
        PlanStanding.MISSING: tr(
            "Missing: {due}. The Commission may set {sets} (Art. {act}).", due=due, sets=annex.sets, act=annex.act
        ),
        PlanStanding.AWAITED: tr(
            "Awaited: {due}{left}.", due=due or tr("no time limit yet, the report is not adopted"), left=left
        ),
    }[row.standing]


def _in_time(row: PlanRow) -> str:
    if row.plan is None:
        return tr("Plan in time; the plan counts.")
    if row.plan.revision:
        return tr("Plan in time; (Rev) {revision} counts.", revision=row.plan.revision)
    return tr("Plan in time; the first plan counts.")


def short_standing(row: PlanRow | None, recorded: PlansRecord) -> str:
    """Say in a few words how it stands with a state's plan, for a list of all of them."""
    if row is None:
        return tr("takes no part in the key")
    if row.plan is not None:
        return tr("{value}: {revision} counts", value=row.standing.value, revision=revision_name(row.plan.revision))
    last = deadline_of(recorded)
    due = "" if last is None or row.standing is PlanStanding.NOT_ASKED else tr(": due by {day}", day=wording.day(last))
    return f"{row.standing.value}{shown(due)}"


def _left(last: date, today: date) -> str:
    """Say how many days are left, counted from the day of the check, which need not be the calendar's."""
    days = (last - today).days
    if not days:
        return tr("the day of the check, {day}, is the last", day=wording.day(today))
    if days == 1:
        return tr("1 day left from {day}, the day of the check", day=today)
    return tr("{days} days left from {day}, the day of the check", days=days, day=today)


def counting_words(plan: Plan, row: PlanRow | None, recorded: PlansRecord) -> tuple[str, bool]:
    """Say whether a revision counts, and why not.

    Returns:
        Words, and whether it counts.
    """
    annex = annex_of(recorded)
    if row is not None and row.plan is not None and row.plan.revision == plan.revision:
        return tr("counts"), True
    if row is None or row.plan is None:
        return tr("does not count: {why_none}", why_none=_why_none(plan, row, annex)), False
    if row.plan.revision > plan.revision:
        return tr(
            "does not count: {revision} takes its place (Art. {revised})",
            revision=revision_name(row.plan.revision),
            revised=annex.revised,
        ), False
    ended = recorded.forum_ended
    when = "" if ended is None else tr(" on {day}", day=wording.day(ended))
    return tr(
        "does not count: handed in after the end of the forum{when} (Art. {revised})", when=when, revised=annex.revised
    ), False


def _why_none(plan: Plan, row: PlanRow | None, annex: Annex) -> str:
    """Say why no revision of a state counts."""
    if row is None:
        return tr("takes no part in the key (Art. 54)")
    if row.standing is PlanStanding.NOT_ASKED:
        return tr("nobody asks {benefitting} (Art. {nobody})", benefitting=annex.benefitting, nobody=annex.nobody)
    if plan.revision:
        return tr("the first plan came late, which is no plan (our reading)")
    return tr("came after the time limit, which is no plan (our reading)")


def measure_words(kind: ResponseMeasureKind | None, recorded: PlansRecord) -> str:
    """Warn of a line whose measures the report does not name ; empty where it does."""
    annex = annex_of(recorded)
    if kind is None:
        return tr("Choose the line of the form ({name}): without it the plan blocks the act.", name=annex.name)
    if kind in recorded.report.measures_named:
        return ""
    if annex is ANNEX_II:
        return tr("The report does not name these measures: they cannot be offered (Art. 52(2), 51(3)(b)(iii)).")
    return tr("Warning: the report does not name these measures (Art. 47(4)); they can be recorded all the same.")


def empty_words(kind: ResponseMeasureKind | None, recorded: PlansRecord) -> str:
    """Say that a line stays empty because the report does not name its measures (Annex II); empty where it may not."""
    if annex_of(recorded) is not ANNEX_II or kind is None or kind in recorded.report.measures_named:
        return ""
    return tr("Not named by the report: this line stays empty (Art. 52(2)).")
