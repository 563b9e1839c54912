"""The rulebook of migratory pressure: its rules, and how a forum is assessed by them."""

from dataclasses import replace
from types import MappingProxyType
from typing import Final

from desktop_app.calc.assessment import Assessment
from desktop_app.calc.forum import Forum
from desktop_app.calc.pressure_assessment import PressureAssessment
from desktop_app.calc.readings import SHORTFALL
from desktop_app.calc.rulebooks import rules_answers as answers
from desktop_app.calc.rulebooks import rules_groups as groups
from desktop_app.calc.rulebooks import rules_key_2020 as key
from desktop_app.calc.rulebooks import rules_revisions
from desktop_app.calc.rulebooks import rules_support as support
from desktop_app.calc.rulebooks.book_2020 import Book
from desktop_app.calc.rulebooks.migratory_pressure import rules_act as act
from desktop_app.calc.rulebooks.migratory_pressure import rules_plans as plans
from desktop_app.calc.rulebooks.migratory_pressure import rules_reduction as reduction
from desktop_app.calc.rulebooks.migratory_pressure import rules_situation as situation
from desktop_app.calc.rulebooks.migratory_pressure.cases import Case
from desktop_app.calc.rulebooks.migratory_pressure.deadlines import deadlines_of
from desktop_app.calc.rulebooks.migratory_pressure.frame import frame_of
from desktop_app.calc.rulebooks.migratory_pressure.rounding import settled
from desktop_app.calc.rulebooks.migratory_pressure.rows import row_of
from desktop_app.calc.rulebooks.migratory_pressure.spread import spread
from desktop_app.calc.rulebooks.migratory_pressure.steps import halved, planned
from desktop_app.calc.rulebooks.migratory_pressure.totals import shortfalls_of, totals_of
from desktop_app.calc.shortfall_shown import is_triggered

_BOOK: Final = Book[Case](
    (
        key.somebody_takes_part,
        key.data_of_the_key,
        key.latest_data,
        situation.who_takes_part,
        situation.trigger,
        situation.indicators,
        situation.situational_reports,
        situation.network_meetings,
        situation.stages,
        situation.needs_analysis,
        situation.report_complete,
        situation.report_in_time,
        plans.plans_in_time,
        plans.form_complete,
        plans.shares_total,
        plans.nationalities,
        plans.measures_named,
        plans.part_covered,
        plans.minors,
        rules_revisions.revisions,
        plans.types_and_needs,
        act.act_in_time,
        act.set_by_the_commission,
        act.measures_in_proportion,
        act.thirty_percent,
        act.half_of_the_share,
        reduction.reduction_requests,
        reduction.spread_of_the_reduction,
        reduction.earlier_contributions,
        act.urgent_act,
        act.implementation_report,
        act.groups_and_act,
        groups.sponsorship_activities,
        groups.eight_months,
        groups.who_can_be_relocated,
        groups.relocation_clocks,
        groups.counted_once,
        support.requests_recorded,
        support.consent_and_fund,
        support.support_form,
    ),
    (answers.answers_that_no_longer_fit,),
)
RULES: Final = _BOOK.rules
"""Every rule of migratory pressure."""
rule_of: Final = _BOOK.rule_of


def assess(forum: Forum, previous: Assessment | None = None) -> PressureAssessment:
    """Assess a forum on migratory pressure.

    Args:
        forum: the forum.
        previous: an earlier assessment; its averages of applications are reused, the result is the same without.
    """
    frame = frame_of(forum, previous)
    steps = [planned(code, frame) for code in frame.key.participants]
    shortfalls = shortfalls_of(steps, frame)
    if is_triggered(shortfalls.of(frame.readings[SHORTFALL.name])):
        steps = [halved(step, frame) for step in steps]
    rows = tuple(row_of(each, frame) for each in settled(spread(steps, frame), frame))
    totals = totals_of(rows, frame, shortfalls)
    case = Case(forum, frame, rows, totals)
    case = replace(case, deadlines=deadlines_of(case))
    findings = _BOOK.findings(case, lambda found: replace(case, findings=found))
    return PressureAssessment(
        forum=forum,
        readings=MappingProxyType(dict(frame.readings)),
        rows=rows,
        totals=totals,
        findings=findings,
        deadlines=tuple(case.deadlines),
    )
