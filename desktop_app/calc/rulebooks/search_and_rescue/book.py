"""The rulebook of search and rescue: its rules, and how a forum is assessed by them."""

from types import MappingProxyType
from typing import Final

from desktop_app.calc.assessment import Assessment
from desktop_app.calc.findings import Finding
from desktop_app.calc.forum import Forum
from desktop_app.calc.member_states import POSITION
from desktop_app.calc.readings import SHORTFALL
from desktop_app.calc.response_assessment import ResponseAssessment
from desktop_app.calc.rulebooks.search_and_rescue.cases import Case
from desktop_app.calc.rulebooks.search_and_rescue.deadlines import deadlines_of
from desktop_app.calc.rulebooks.search_and_rescue.frame import frame_of
from desktop_app.calc.rulebooks.search_and_rescue.rows import planned, settled
from desktop_app.calc.rulebooks.search_and_rescue.shortfall import is_triggered, shortfalls_of
from desktop_app.calc.rulebooks.search_and_rescue.totals import totals_of
from desktop_app.calc.rules import Rule

RULES: Final[tuple[Rule[Case], ...]] = ()
"""Every rule of search and rescue."""

_PLACE = {each.id: place for place, each in enumerate(RULES)}


def rule_of(identifier: str) -> Rule[Case]:
    """Return the rule with this id.

    Raises:
        KeyError: no rule has it.
    """
    return RULES[_PLACE[identifier]]


def assess(forum: Forum, _previous: Assessment | None = None) -> ResponseAssessment:
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
    findings = [finding for rule in RULES for finding in rule.findings(case)]
    findings.sort(key=_order)
    return ResponseAssessment(
        forum=forum,
        readings=MappingProxyType(dict(frame.readings)),
        rows=rows,
        totals=totals,
        findings=tuple(findings),
        deadlines=deadlines_of(case),
    )


def _order(finding: Finding) -> tuple[int, int, int]:
    state = -1 if finding.state is None else POSITION.get(finding.state, len(POSITION))
    return finding.severity.rank, state, _PLACE[finding.rule]
