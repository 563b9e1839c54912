"""The rulebook of search and rescue: its rules, and how a forum is assessed by them."""

from dataclasses import replace
from types import MappingProxyType
from typing import Final

from desktop_app.calc.assessment import Assessment
from desktop_app.calc.forum import Forum
from desktop_app.calc.readings import SHORTFALL
from desktop_app.calc.response_assessment import SearchAndRescueAssessment
from desktop_app.calc.rulebooks import rules_answers as answers
from desktop_app.calc.rulebooks import rules_key_2020 as key
from desktop_app.calc.rulebooks import rules_revisions
from desktop_app.calc.rulebooks.book_2020 import Book
from desktop_app.calc.rulebooks.search_and_rescue import rules_act as act
from desktop_app.calc.rulebooks.search_and_rescue import rules_bridge as bridge
from desktop_app.calc.rulebooks.search_and_rescue import rules_plans as plans
from desktop_app.calc.rulebooks.search_and_rescue import rules_pools as pools
from desktop_app.calc.rulebooks.search_and_rescue import rules_report as report
from desktop_app.calc.rulebooks.search_and_rescue.cases import Case
from desktop_app.calc.rulebooks.search_and_rescue.deadlines import deadlines_of
from desktop_app.calc.rulebooks.search_and_rescue.frame import frame_of
from desktop_app.calc.rulebooks.search_and_rescue.rows import planned, settled
from desktop_app.calc.rulebooks.search_and_rescue.shortfall import shortfalls_of
from desktop_app.calc.rulebooks.search_and_rescue.totals import totals_of
from desktop_app.calc.shortfall_shown import is_triggered

_BOOK: Final = Book[Case](
    (
        key.somebody_takes_part,
        key.data_of_the_key,
        key.latest_data,
        report.who_takes_part,
        report.report_complete,
        report.requests,
        plans.plans_in_time,
        plans.measures_named,
        plans.form_complete,
        plans.vulnerable_persons,
        rules_revisions.revisions,
        plans.pledges_and_need,
        act.judged,
        act.still_short,
        act.measures_in_proportion,
        act.thirty_percent,
        act.half_of_the_share,
        act.set_by_the_commission,
        pools.alarm_of_a_sufficient_act,
        pools.alarm_of_a_corrected_act,
        pools.top_up,
        pools.forum_before_a_raise,
        pools.use_of_a_pool,
        bridge.bridge,
    ),
    (answers.answers_that_no_longer_fit,),
)
RULES: Final = _BOOK.rules
"""Every rule of search and rescue."""
rule_of: Final = _BOOK.rule_of


def assess(forum: Forum, _previous: Assessment | None = None) -> SearchAndRescueAssessment:
    """Assess a forum on search and rescue.

    Args:
        forum: the forum.
        _previous: an earlier assessment; nothing of it is needed, the whole is worked out in little time.
    """
    frame = frame_of(forum)
    started = [planned(code, frame) for code in frame.key.participants]
    shortfalls = shortfalls_of(started, frame)
    triggered = is_triggered(shortfalls.of(frame.readings[SHORTFALL.name]))
    rows = tuple(settled(row, frame, triggered=triggered) for row in started)
    totals = totals_of(rows, frame, shortfalls)
    case = Case(forum, frame, rows, totals)
    case = replace(case, deadlines=deadlines_of(case))
    findings = _BOOK.findings(case, lambda found: replace(case, findings=found))
    return SearchAndRescueAssessment(
        forum=forum,
        readings=MappingProxyType(dict(frame.readings)),
        rows=rows,
        totals=totals,
        findings=findings,
        deadlines=tuple(case.deadlines),
    )
