"""Deadlines of the annual cycle, by Art. 75 (Art. 9, 11, 12, 13, 57, 60, 61, 62)."""

from collections.abc import Iterator, Mapping
from datetime import MAXYEAR, MINYEAR, date

from desktop_app.calc.findings import Deadline
from desktop_app.calc.forum import DeductionBasis, DeductionStage, Forum
from desktop_app.calc.periods import COMMON_HOLIDAYS, SATURDAY, days_after, end_of_days
from desktop_app.calc.rulebooks.annual_pool.rules_deductions import ASSESSMENT_WEEKS
from desktop_app.calc.sentences import Sentence, State, say

FORUM_DAYS = 15
"""Days in which the Council convenes the High-Level Forum (Art. 13(2))."""
DAYS_IN_A_WEEK = 7
WEEKEND = ("{day} (Saturday)", "{day} (Sunday)")


def deadlines_of(forum: Forum) -> tuple[Deadline, ...]:
    """Return the deadlines that follow from the forum's dates, by due date.

    Dates that the law itself fixes (15 October, 31 December) are not moved; periods end by Art. 75.
    """
    found = [*_fixed(forum), *_forum_meeting(forum), *_assessments(forum)]
    return tuple(sorted(found, key=lambda each: (each.due, each.rule, each.state or "")))


def _fixed(forum: Forum) -> Iterator[Deadline]:
    year = forum.year
    if year is None or not MINYEAR < year <= MAXYEAR:
        return
    cycle = say("the annual cycle for {year}", year=str(year))
    report = date(year - 1, 10, 15).isoformat()
    what = say("Commission: report, decision and proposal adopted")
    yield Deadline("AMMR-9-4", what, report, None, cycle, "Art. 9(4), 11(4), 12(6)")
    act = date(year - 1, 12, 31).isoformat()
    yield Deadline("AMMR-57-1d", say("Council: implementing act adopted"), act, None, cycle, "Art. 57(1)")
    end = date(year, 12, 31).isoformat()
    pledges = say("Contributing Member States: pledges other than money implemented")
    yield Deadline("AMMR-60-3a", pledges, end, None, cycle, "Art. 60(3)")


def _forum_meeting(forum: Forum) -> Iterator[Deadline]:
    acts = (forum.basis.report.date, forum.basis.decision.date, forum.basis.proposal.date)
    known = [when for when in acts if when]
    if len(known) == len(acts):
        last = max(known)
        what = say("Council: High-Level Forum convened")
        started = say("report, decision and proposal, the last on {day}", day=last)
        yield _period("AMMR-13-2", what, (last, FORUM_DAYS), forum, None, started, "Art. 13(2)")


def _assessments(forum: Forum) -> Iterator[Deadline]:
    for record in forum.states:
        for deduction in record.deductions:
            if deduction.requested and deduction.stage is not DeductionStage.ANNOUNCED:
                under_61 = deduction.basis is DeductionBasis.ARTICLE_61
                yield _period(
                    "AMMR-61-3" if under_61 else "AMMR-62-4",
                    say("Commission: {state}'s request for a deduction assessed", state=State(record.code)),
                    (deduction.requested, DAYS_IN_A_WEEK * ASSESSMENT_WEEKS),
                    forum,
                    record.code,
                    say("request received on {day}", day=deduction.requested),
                    "Art. 61(3)" if under_61 else "Art. 62(4)",
                )


def _period(
    rule: str, what: str, period: tuple[date, int], forum: Forum, state: str | None, started: str, reference: str
) -> Deadline:
    holidays = holiday_dates(forum)
    due = end_of_days(*period, holidays)
    moved = moved_words(days_after(*period), due, forum)
    return Deadline(rule, what, due.isoformat(), state, started, reference, moved)


def holiday_dates(forum: Forum) -> frozenset[date]:
    """Return the official holidays that the forum lists."""
    return frozenset(holiday.date for holiday in forum.holidays)


def moved_words(last: date, due: date, forum: Forum) -> Sentence | str:
    """Say why a period that would end on ``last`` runs to ``due``; empty where it does not (Art. 75(d))."""
    named = {holiday.date: holiday.name or "" for holiday in forum.holidays}
    skipped = [days_after(last, number) for number in range((due - last).days)]
    return say("not on {days}", days=[_why_not(each, named) for each in skipped]) if skipped else ""


def _why_not(closed: date, named: Mapping[date, str]) -> Sentence:
    if named.get(closed):
        return say("{day} ({name})", day=closed, name=named[closed])
    if closed in named or (closed.month, closed.day) in COMMON_HOLIDAYS:
        return say("{day} (official holiday)", day=closed)
    return say(WEEKEND[closed.weekday() - SATURDAY], day=closed)
