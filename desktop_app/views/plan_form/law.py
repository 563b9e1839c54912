"""What the proposal says of a plan, in the words of the panel: in time or not, what counts, what half asks."""

from datetime import date
from fractions import Fraction
from typing import Final

from desktop_app.calc import wording
from desktop_app.calc.response_assessment import PlanStanding, ResponseRow, SearchAndRescueAssessment
from desktop_app.calc.response_plans import ResponseMeasureKind, ResponsePlan
from desktop_app.calc.search_and_rescue import ActPath, SearchAndRescue
from desktop_app.calc.shortfall_shown import percent_words
from desktop_app.views.fields.reading import WEEKDAYS
from desktop_app.views.plan_form.subject import PlanSubject, deadline_of

LINES: Final[dict[ResponseMeasureKind | None, str]] = {
    ResponseMeasureKind.CAPACITY: "Capacity building (asylum, reception, return)",
    ResponseMeasureKind.OPERATIONAL: "Operational support",
    ResponseMeasureKind.THIRD_COUNTRY: "Measures through cooperation with third countries on migratory trends",
    None: "Line of the form not said",
}
"""The three lines of Art. 45(1)(d), as Annex I lists them, and what is said to stand on none of them, last."""
SIGNS: Final = {
    PlanStanding.IN_TIME: ("ok", "ok"),
    PlanStanding.UNDATED: ("warn", "warn"),
    PlanStanding.LATE: ("warn", "warn"),
    PlanStanding.AWAITED: ("calendar", "info"),
    PlanStanding.MISSING: ("warn", "warn"),
    PlanStanding.NOT_ASKED: ("ship", "benefitting"),
}
"""Icon and colour token of each standing."""
NOBODY_ASKS: Final = (
    "Nobody asks a Member State of disembarkation for a plan (Art. 47(3)). What is entered is kept and printed on its "
    "form; it counts nowhere, in no total, test or pool."
)
OUTSIDE: Final = "Takes no part in the key (Art. 54): what is entered is kept, and counts nowhere."


def full_day(day: date) -> str:
    """Write a day with its weekday: ``"Friday 6 February 2026"``."""
    return f"{WEEKDAYS[day.weekday()]} {wording.day(day)}"


def revision_name(revision: int) -> str:
    """Name a revision: ``"first plan"``, ``"(Rev) 2"``."""
    return f"(Rev) {revision}" if revision else "first plan"


def deadline_words(recorded: SearchAndRescue) -> str:
    """Say until when plans are handed in."""
    last = deadline_of(recorded)
    if last is None:
        return "The time limit follows from the report's adoption, which is not recorded yet (Art. 47(4))."
    return f"Plans are due by {full_day(last)}: one month after the report (Art. 47(4), 65)."


def reference_words(reference: str | None, subject: PlanSubject) -> tuple[str, str]:
    """Say how the reference number stands on the form, and what is wrong with it (Annex I, footnote 1).

    Returns:
        Words (may be empty), and their colour token.
    """
    if not reference:
        return "The form asks for it (Annex I): without a number the plan blocks the act.", "warn"
    first = next((plan.reference for plan in subject.revisions if plan.revision < subject.revision), None)
    if first and first != reference:
        return f"Warning: the first plan is {first}; a revision keeps its number (Annex I, footnote 1).", "warn"
    mark = ResponsePlan(subject.code, reference, subject.revision).mark
    return (f"Stands on the form as {mark}" if subject.revision else ""), "muted"


def submitted_words(submitted: date | None, subject: PlanSubject) -> tuple[str, str]:
    """Say whether a day of submission is in time, and what follows where it is not.

    Returns:
        Words, and their colour token.
    """
    if submitted is None:
        return "The form asks for it (Annex I): without a date the plan blocks the act.", "warn"
    return _revised_words(submitted, subject) if subject.revision else _first_words(submitted, subject.deadline)


def _first_words(submitted: date, last: date | None) -> tuple[str, str]:
    if last is None:
        return "No time limit yet: the report's adoption is not recorded (Art. 47(4)).", "muted"
    if submitted > last:
        words = f"Late: due by {full_day(last)} (Art. 47(4)). A plan that comes late counts as no plan (our reading)."
        return words, "warn"
    return f"In time: due by {full_day(last)} (Art. 47(4), 65).", "ok"


def _revised_words(submitted: date, subject: PlanSubject) -> tuple[str, str]:
    ended = subject.recorded.forum_ended
    if subject.row is not None and subject.row.standing is PlanStanding.LATE:
        return "The first plan came late: it counts as no plan, and so does what revises it (our reading).", "warn"
    if ended is None and not subject.recorded.rounds:
        return "No forum is recorded yet: plans are revised in the forum (Art. 47(5)).", "warn"
    if ended is None:
        return "In time: the forum has not ended (Art. 47(5)).", "ok"
    if submitted > ended:
        return f"Late: the forum ended on {full_day(ended)}; this revision counts nowhere (Art. 47(5)).", "warn"
    return f"In time: the forum ended on {full_day(ended)} (Art. 47(5)).", "ok"


def standing_words(
    row: ResponseRow | None, assessment: SearchAndRescueAssessment, today: date | None
) -> tuple[str, str, str]:
    """Say how it stands with a state's plan.

    Returns:
        Words, name of an icon, colour token.
    """
    if row is None:
        return OUTSIDE, "info", "muted"
    return _standing(row, deadline_of(assessment.forum.search_and_rescue), today), *SIGNS[row.standing]


def _standing(row: ResponseRow, last: date | None, today: date | None) -> str:
    due = "" if last is None else f"due by {full_day(last)} (Art. 47(4))"
    which = "the plan" if row.plan is None else f"the {revision_name(row.plan.revision)}"
    left = "" if last is None or today is None else f"; {_left(last, today)}"
    return {
        PlanStanding.NOT_ASKED: NOBODY_ASKS,
        PlanStanding.IN_TIME: f"Plan in time; {which} counts.".replace("the (Rev)", "(Rev)"),
        PlanStanding.UNDATED: f"No date of submission: {due or 'no time limit yet'}. It counts until it has one.",
        PlanStanding.LATE: f"Late: {due}. A first plan that comes late counts as no plan (our reading).",
        PlanStanding.MISSING: f"Missing: {due}. The Commission may set size and type (Art. 48(2)).",
        PlanStanding.AWAITED: f"Awaited: {due or 'no time limit yet, the report is not adopted'}{left}.",
    }[row.standing]


def short_standing(row: ResponseRow | None, recorded: SearchAndRescue) -> str:
    """Say in a few words how it stands with a state's plan, for a list of all of them."""
    if row is None:
        return "takes no part in the key"
    if row.plan is not None:
        return f"{row.standing.value}: {revision_name(row.plan.revision)} counts"
    last = deadline_of(recorded)
    due = "" if last is None or row.benefitting else f": due by {wording.day(last)}"
    return f"{row.standing.value}{due}"


def _left(last: date, today: date) -> str:
    """Say how many days are left, counted from the day of the check, which need not be the calendar's."""
    days = (last - today).days
    if not days:
        return f"the day of the check, {wording.day(today)}, is the last"
    return f"{days} day{'' if days == 1 else 's'} left from {wording.day(today)}, the day of the check"


def counting_words(plan: ResponsePlan, row: ResponseRow | None, recorded: SearchAndRescue) -> tuple[str, bool]:
    """Say whether a revision counts, and why not.

    Returns:
        Words, and whether it counts.
    """
    if row is not None and row.plan is not None and row.plan.revision == plan.revision:
        return "counts", True
    if row is None or row.plan is None:
        return f"does not count: {_why_none(plan, row)}", False
    if row.plan.revision > plan.revision:
        return f"does not count: {revision_name(row.plan.revision)} takes its place (Art. 47(5))", False
    ended = recorded.forum_ended
    when = "" if ended is None else f" on {wording.day(ended)}"
    return f"does not count: handed in after the end of the forum{when} (Art. 47(5))", False


def _why_none(plan: ResponsePlan, row: ResponseRow | None) -> str:
    """Say why no revision of a state counts."""
    if row is None:
        return "takes no part in the key (Art. 54)"
    if row.benefitting:
        return "nobody asks a Member State of disembarkation (Art. 47(3))"
    if plan.revision:
        return "the first plan came late, which is no plan (our reading)"
    return "came after the time limit, which is no plan (our reading)"


def half_words(row: ResponseRow | None, assessment: SearchAndRescueAssessment) -> str:
    """Say what the 50 % rule asks of a state, or why it asks nothing (Art. 48(2))."""
    if row is not None and row.half:
        cut = f" {_persons(row.cut)} of the plan are cut (reading “cover”: exactly half)." if row.cut else ""
        if not row.added:
            words = f"Half of the share is {_persons(row.half)}; the plan's {_persons(row.pledged)} cover it already."
            return f"{words}{cut}"
        return (
            f"Half of the share is {_persons(row.half)}; {_persons(row.pledged)} are pledged: "
            f"{_persons(row.added)} are added.{' Say how they are split.' if row.unsaid else ''}{cut}"
        )
    return f"The 50 % rule asks nothing: {_why_nothing(row, assessment)}. A split may be said all the same; it waits."


def _why_nothing(row: ResponseRow | None, assessment: SearchAndRescueAssessment) -> str:
    if row is None:
        return "the Member State takes no part in the key"
    if row.benefitting:
        return "a Member State of disembarkation is not asked (Art. 47(3))"
    if row.plan is None:
        return "no plan counts yet"
    return _why_not_by_test(assessment) if row.claimed else "the plan claims nothing for measures"


def _why_not_by_test(assessment: SearchAndRescueAssessment) -> str:
    """Say why the rule asks nothing of a state with measures: the test, or the act that it belongs to."""
    totals = assessment.totals
    if not totals.shortfall_triggered:
        shown = "not known" if totals.shortfall is None else percent_words(totals.shortfall)
        return f"the shortfall is {shown}, not more than 30 %"
    if assessment.forum.search_and_rescue.act.path is ActPath.SUFFICIENT:
        return "the plans are judged sufficient (Art. 48(1)), and pledges stand as they are"
    return "no judgement is recorded yet, and it belongs to an act under Art. 48(2) alone"


def split_words(row: ResponseRow | None, offered: int) -> tuple[str, str]:
    """Say what a split comes to.

    Returns:
        Words (may be empty), and their colour token.
    """
    if row is None or not row.half:
        return "", "muted"
    short = row.half - row.pledged
    if row.unsaid:
        words = f"Together {_persons(offered)} of {_persons(short)}: {_persons(row.unsaid)} are not said"
        return f"{words} and count as relocations.", "warn"
    if offered > short > 0 and row.added - row.cut < offered:
        taken = f"{wording.persons(row.added_relocations)} by relocation and {wording.persons(row.added_sponsorship)}"
        words = f"Together {_persons(offered)}; taken are {taken} by sponsorship (reading “cover”: exactly half)"
        return f"{words}, and {_persons(row.cut)} of the plan are cut." if row.cut else f"{words}.", "warn"
    if offered > short > 0:
        return f"Together {_persons(offered)}, more than the {_persons(short)} asked: all of it counts.", "info"
    return ("Together exactly what is asked.", "ok") if short > 0 else ("", "muted")


def measure_words(kind: ResponseMeasureKind | None, recorded: SearchAndRescue) -> str:
    """Warn of a line whose measures the report does not name (Art. 47(4)); empty where it does."""
    if kind is None:
        return "Choose the line of the form (Annex I): without it the plan blocks the act."
    if kind in recorded.report.measures_named:
        return ""
    return "Warning: the report does not name these measures (Art. 47(4)); they can be recorded all the same."


def vulnerable_words(recorded: SearchAndRescue, vulnerable: int | None) -> str:
    """Warn of vulnerable persons of whom the report does not speak (Art. 49(4))."""
    if recorded.report.vulnerable or not vulnerable:
        return ""
    return "Warning: the report does not speak of capacity problems because of vulnerable persons (Art. 49(4))."


def _persons(count: int | Fraction) -> str:
    return f"{wording.number(count)} person{'' if count == 1 else 's'}"
