"""Deadlines of the annual cycle, by Art. 75 (Art. 9, 11, 12, 13, 57, 60, 61, 62)."""

from collections.abc import Iterator
from datetime import MAXYEAR, MINYEAR, date

from desktop_app.calc.findings import Deadline
from desktop_app.calc.forum import DeductionBasis, DeductionStage, Forum
from desktop_app.calc.member_states import name_of
from desktop_app.calc.periods import end_of_days, end_of_weeks
from desktop_app.calc.rulebooks.annual_pool.rules_deductions import ASSESSMENT_WEEKS
from desktop_app.calc.wording import day

FORUM_DAYS = 15
"""Days in which the Council convenes the High-Level Forum (Art. 13(2))."""


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
    cycle = f"the annual cycle for {year}"
    report = date(year - 1, 10, 15).isoformat()
    what = "Commission: report, decision and proposal adopted"
    yield Deadline("AMMR-9-4", what, report, None, cycle, "Art. 9(4), 11(4), 12(6)")
    act = date(year - 1, 12, 31).isoformat()
    yield Deadline("AMMR-57-1d", "Council: implementing act adopted", act, None, cycle, "Art. 57(1)")
    end = date(year, 12, 31).isoformat()
    pledges = "Contributing Member States: pledges other than money implemented"
    yield Deadline("AMMR-60-3a", pledges, end, None, cycle, "Art. 60(3)")


def _forum_meeting(forum: Forum) -> Iterator[Deadline]:
    acts = (forum.basis.report.date, forum.basis.decision.date, forum.basis.proposal.date)
    known = [when for when in acts if when]
    if len(known) == len(acts):
        last = max(known)
        due = end_of_days(last, FORUM_DAYS).isoformat()
        what = "Council: High-Level Forum convened"
        started = f"report, decision and proposal, the last on {day(last)}"
        yield Deadline("AMMR-13-2", what, due, None, started, "Art. 13(2)")


def _assessments(forum: Forum) -> Iterator[Deadline]:
    for record in forum.states:
        for deduction in record.deductions:
            if deduction.requested and deduction.stage is not DeductionStage.ANNOUNCED:
                under_61 = deduction.basis is DeductionBasis.ARTICLE_61
                yield Deadline(
                    "AMMR-61-3" if under_61 else "AMMR-62-4",
                    f"Commission: {name_of(record.code)}'s request for a deduction assessed",
                    end_of_weeks(deduction.requested, ASSESSMENT_WEEKS).isoformat(),
                    record.code,
                    f"request received on {day(deduction.requested)}",
                    "Art. 61(3)" if under_61 else "Art. 62(4)",
                )
