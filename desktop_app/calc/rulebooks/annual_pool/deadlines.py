"""Deadlines of the annual cycle, by Art. 75 (Art. 8, 9, 11, 12, 13, 57, 58, 60, 61, 62)."""

from collections.abc import Iterator, Mapping
from datetime import MAXYEAR, MINYEAR, date

from desktop_app.calc.findings import Deadline
from desktop_app.calc.forum import DeductionBasis, DeductionStage, Flag, Forum
from desktop_app.calc.periods import COMMON_HOLIDAYS, SATURDAY, days_after, end_of_days
from desktop_app.calc.rulebooks.annual_pool.rules_deductions import ASSESSMENT_WEEKS
from desktop_app.calc.sentences import Sentence, State, say

FORUM_DAYS = 15
"""Days in which the Council convenes the High-Level Forum (Art. 13(2))."""
DAYS_IN_A_WEEK = 7
TECHNICAL_DAYS = 10
"""Days in which the Technical-Level Forum meets for an identified Member State (Art. 58(3))."""
FIRST_STRATEGY, STRATEGY_YEARS = 2025, 5
"""Year of the first long-term strategy, and how many years one holds (Art. 8(2))."""
WEEKEND = ("{day} (Saturday)", "{day} (Sunday)")


def deadlines_of(forum: Forum) -> tuple[Deadline, ...]:
    """Return the deadlines that follow from the forum's dates, by due date.

    Dates that the law itself fixes (15 October, 31 December) are not moved; periods end by Art. 75.
    """
    found = [*_fixed(forum), *_forum_meeting(forum), *_technical_meetings(forum), *_assessments(forum)]
    return tuple(sorted(found, key=lambda each: (each.due, each.rule, each.state or "")))


def _fixed(forum: Forum) -> Iterator[Deadline]:
    year = forum.year
    if year is None or not MINYEAR < year <= MAXYEAR:
        return
    cycle = say("the annual cycle for {year}", year=str(year))
    yield from _preparation(year - 1, cycle)
    report = date(year - 1, 10, 15).isoformat()
    what = say("Commission: report, decision and proposal adopted")
    yield Deadline("AMMR-9-4", what, report, None, cycle, "Art. 9(4), 11(4), 12(6)")
    act = date(year - 1, 12, 31).isoformat()
    yield Deadline("AMMR-57-1d", say("Council: implementing act adopted"), act, None, cycle, "Art. 57(1)")
    end = date(year, 12, 31).isoformat()
    pledges = say("Contributing Member States: pledges other than money implemented")
    yield Deadline("AMMR-60-3a", pledges, end, None, cycle, "Art. 60(3)")
    if year < MAXYEAR:
        levels = say("Contributing Member States: levels implemented in the year confirmed")
        yield Deadline("AMMR-60-6", levels, date(year + 1, 1, 31).isoformat(), None, cycle, "Art. 60(6)")


def _preparation(year: int, cycle: Sentence) -> Iterator[Deadline]:
    """Yield what is due in the year before the pool's until the Commission's report."""
    if year >= FIRST_STRATEGY and (year - FIRST_STRATEGY) % STRATEGY_YEARS == 0:
        strategy = say("Commission: long-term strategy adopted")
        five_years = say("the strategy of every fifth year from {year} on", year=str(FIRST_STRATEGY))
        yield Deadline("AMMR-8-2", strategy, date(year, 12, 12).isoformat(), None, five_years, "Art. 8(2)")
    given = say("Member States and agencies: information given")
    yield Deadline("AMMR-9-7", given, date(year, 6, 1).isoformat(), None, cycle, "Art. 9(7)")
    first = say("Commission: preparedness mechanism convened, first assessment")
    yield Deadline("AMMR-9-8", first, date(year, 7, 15).isoformat(), None, cycle, "Art. 9(8)")
    updated = say("Member States and agencies: information updated")
    yield Deadline("AMMR-9-9", updated, date(year, 9, 1).isoformat(), None, cycle, "Art. 9(9)")
    second = say("Commission: second meeting, consolidated assessment")
    yield Deadline("AMMR-9-10", second, date(year, 9, 30).isoformat(), None, cycle, "Art. 9(10)")


def _forum_meeting(forum: Forum) -> Iterator[Deadline]:
    acts = (forum.basis.report.date, forum.basis.decision.date, forum.basis.proposal.date)
    known = [when for when in acts if when]
    if len(known) == len(acts):
        last = max(known)
        what = say("Council: High-Level Forum convened")
        started = say("report, decision and proposal, the last on {day}", day=last)
        yield _period("AMMR-13-2", what, (last, FORUM_DAYS), forum, (None, None), started, "Art. 13(2)")


def _technical_meetings(forum: Forum) -> Iterator[Deadline]:
    """Yield the meetings of the Technical-Level Forum for each state under pressure that makes use of the pool.

    Whether the annual decision identified it, or one on its own notification, is not recorded: the words say for
    whom the ten days are. The two weeks of Art. 59(6) run from a transmission of which no day is recorded.
    """
    for record in forum.states:
        if record.benefitting_since and Flag.UNDER_PRESSURE in record.flags:
            yield _period(
                "AMMR-58-3",
                say("Commission: Technical-Level Forum convened for {state}", state=State(record.code)),
                (record.benefitting_since, TECHNICAL_DAYS),
                forum,
                (record.code, None),
                say(
                    "the pool is made use of since {day}, by a state that the annual decision identifies",
                    day=record.benefitting_since,
                ),
                "Art. 58(3)",
            )


def _assessments(forum: Forum) -> Iterator[Deadline]:
    for record in forum.states:
        for place, deduction in enumerate(record.deductions):
            if deduction.requested and deduction.stage is not DeductionStage.ANNOUNCED:
                under_61 = deduction.basis is DeductionBasis.ARTICLE_61
                yield _period(
                    "AMMR-61-3" if under_61 else "AMMR-62-4",
                    say("Commission: {state}'s request for a deduction assessed", state=State(record.code)),
                    (deduction.requested, DAYS_IN_A_WEEK * ASSESSMENT_WEEKS),
                    forum,
                    (record.code, place),
                    say("request received on {day}", day=deduction.requested),
                    "Art. 61(3)" if under_61 else "Art. 62(4)",
                )


def _period(
    rule: str,
    what: str,
    period: tuple[date, int],
    forum: Forum,
    whose: tuple[str | None, int | None],
    started_by: str,
    reference: str,
) -> Deadline:
    """Return a deadline that a day started; ``whose`` is its state and the number of the request in its list."""
    state, place = whose
    holidays = holiday_dates(forum)
    due = end_of_days(*period, holidays)
    moved = moved_words(days_after(*period), due, forum)
    return Deadline(rule, what, due.isoformat(), state, started_by, reference, moved, started=period[0], place=place)


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
