"""The rulebook of the voluntary mechanism: its rules, and how a forum is assessed by them."""

from dataclasses import replace
from types import MappingProxyType
from typing import Final

from desktop_app.calc.assessment import Assessment
from desktop_app.calc.forum import Forum
from desktop_app.calc.moments import as_of
from desktop_app.calc.readings import VOLUNTARY, in_force
from desktop_app.calc.rulebooks import rules_answers as answers
from desktop_app.calc.rulebooks import rules_groups as groups
from desktop_app.calc.rulebooks import rules_support as support
from desktop_app.calc.rulebooks.book_2020 import Book
from desktop_app.calc.rulebooks.voluntary import rules_mechanism as mechanism
from desktop_app.calc.rulebooks.voluntary.cases import Case
from desktop_app.calc.rulebooks.voluntary.deadlines import deadlines_of
from desktop_app.calc.rulebooks.voluntary.figures import needs_of, rows_of, totals_of
from desktop_app.calc.voluntary_assessment import VoluntaryAssessment

_BOOK: Final = Book[Case](
    (
        mechanism.signatories,
        mechanism.one_year,
        mechanism.platform,
        mechanism.types,
        mechanism.vulnerable_first,
        mechanism.needs_and_kept,
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
"""Every rule of the voluntary mechanism."""
rule_of: Final = _BOOK.rule_of


def assess(forum: Forum, _previous: Assessment | None = None) -> VoluntaryAssessment:
    """Assess a forum of the voluntary mechanism.

    Args:
        forum: the forum.
        _previous: an earlier assessment; nothing of it is needed, the whole is worked out in little time.
    """
    readings = in_force(VOLUNTARY, dict(forum.readings))
    rows = rows_of(forum)
    needs = needs_of(forum)
    totals = totals_of(forum, rows, needs)
    case = Case(forum, readings, as_of(forum), rows, needs, totals)
    case = replace(case, deadlines=deadlines_of(case))
    findings = _BOOK.findings(case, lambda found: replace(case, findings=found))
    return VoluntaryAssessment(
        forum=forum,
        readings=MappingProxyType(readings),
        rows=rows,
        needs=needs,
        totals=totals,
        findings=findings,
        deadlines=tuple(case.deadlines),
    )
