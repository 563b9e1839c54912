"""The rulebook of the annual pool: its rules, and how a forum is assessed by them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from types import MappingProxyType
from typing import Final

from desktop_app.calc.assessment import AnnualPoolAssessment, Assessment, Row
from desktop_app.calc.findings import Finding
from desktop_app.calc.forum import Forum, StateRecord
from desktop_app.calc.member_states import ASSOCIATED_NAMES, POSITION
from desktop_app.calc.offsets import HALF
from desktop_app.calc.rulebooks import rules_answers as answers
from desktop_app.calc.rulebooks.annual_pool import rules_deductions as deductions
from desktop_app.calc.rulebooks.annual_pool import rules_offsets as offsets
from desktop_app.calc.rulebooks.annual_pool import rules_pledges as pledges
from desktop_app.calc.rulebooks.annual_pool import rules_proposal as proposal
from desktop_app.calc.rulebooks.annual_pool import rules_proposal_2020 as proposal_2020
from desktop_app.calc.rulebooks.annual_pool import rules_said as said
from desktop_app.calc.rulebooks.annual_pool import rules_scope as scope
from desktop_app.calc.rulebooks.annual_pool.cases import ForumCase, StateCase
from desktop_app.calc.rulebooks.annual_pool.deadlines import deadlines_of
from desktop_app.calc.rulebooks.annual_pool.frame import Frame, frame_of
from desktop_app.calc.rulebooks.annual_pool.rows import row_of
from desktop_app.calc.rulebooks.annual_pool.shortfall import cover_of, shortfall_of, without_measures
from desktop_app.calc.rulebooks.annual_pool.totals import totals_of
from desktop_app.calc.rules import Rule
from desktop_app.calc.shortfall_shown import is_triggered

FORUM_RULES: Final[tuple[Rule[ForumCase], ...]] = (
    scope.states_that_share_the_key,
    scope.denmark,
    scope.associated_states,
    scope.reference_key,
    proposal.minimum_numbers,
    proposal.ratio_kept,
    proposal.search_and_rescue_percentage,
    proposal.confidentiality,
    proposal.chain_of_acts,
    proposal.reference_numbers,
    proposal.insufficient_contributions,
    offsets.qualified_majority,
    offsets.mandatory_offsets,
    offsets.mandatory_offsets_by_erosion,
    proposal_2020.shortfall_and_cover,
)
STATE_RULES: Final[tuple[Rule[StateCase], ...]] = (
    pledges.pledge_for_each_type,
    pledges.mandatory_fair_share,
    pledges.value_of_alternative_measures,
    pledges.measures_not_identified,
    pledges.more_than_the_fair_share,
    pledges.beneficiaries_by_agreement,
    pledges.offsets_may_be_offered,
    said.announced_only,
    said.conditional,
    said.ceiling,
    said.other_currency,
    deductions.stages_and_limits,
    deductions.contents_of_a_request,
    deductions.not_granted,
    deductions.before_general_application,
    deductions.act_of_a_granted_deduction,
    deductions.four_weeks,
    deductions.not_for_benefitting_states,
    proposal_2020.ten_percent_reduction,
)
LAST_RULES: Final[tuple[Rule[ForumCase], ...]] = (answers.answers_that_no_longer_fit,)
"""Rules about what the others have found."""
RULES: Final[tuple[Rule[ForumCase] | Rule[StateCase], ...]] = (*FORUM_RULES, *STATE_RULES, *LAST_RULES)
"""Every rule of the annual pool."""

_PLACE = {each.id: place for place, each in enumerate(RULES)}
_STATE_PLACE: dict[str | None, int] = {None: -1}
_STATE_PLACE.update(POSITION)
_STATE_PLACE.update({code: len(POSITION) + place for place, code in enumerate(ASSOCIATED_NAMES)})


def rule_of(identifier: str) -> Rule[ForumCase] | Rule[StateCase]:
    """Return the rule with this id.

    Raises:
        KeyError: no rule has it.
    """
    return RULES[_PLACE[identifier]]


@dataclass(frozen=True, slots=True)
class Worked:
    """One state worked out, kept so that the next assessment can reuse it."""

    record: StateRecord
    base: Row
    pledged: Fraction | None
    row: Row
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Memory:
    """What an assessment keeps for the next one; it never changes a result."""

    frame: Frame
    worked: dict[str, Worked]


def assess(forum: Forum, previous: Assessment | None = None) -> AnnualPoolAssessment:
    """Assess an annual pool.

    Args:
        forum: the forum.
        previous: an earlier assessment, whose unchanged parts are reused; the result is the same without.
    """
    memory = previous.memory if previous and isinstance(previous.memory, Memory) else None
    frame = frame_of(forum, memory.frame if memory else None)
    known = memory.worked if memory and memory.frame is frame else {}
    records = {record.code: record for record in forum.states}
    started = [_started(records.get(code) or StateRecord(code), frame, known.get(code)) for code in forum.codes()]
    shortfall = shortfall_of(((each.base, each.pledged) for each in started), frame)
    open_by_pool = _offsets_open_by_pool([each.base for each in started], forum)
    worked = {
        each.record.code: _finished(each, frame, triggered=is_triggered(shortfall), open_by_pool=open_by_pool)
        for each in started
    }
    rows = tuple(each.row for each in worked.values())
    totals = totals_of(rows, frame, shortfall)
    case = ForumCase(forum, frame, rows, totals)
    findings = [finding for rule in FORUM_RULES for finding in rule.findings(case)]
    findings += [finding for each in worked.values() for finding in each.findings]
    if forum.acknowledgements:
        answered = replace(case, findings=findings)
        findings += [finding for rule in LAST_RULES for finding in rule.findings(answered)]
    findings.sort(key=_order)
    return AnnualPoolAssessment(
        forum=forum,
        readings=MappingProxyType(dict(frame.readings)),
        rows=rows,
        totals=totals,
        findings=tuple(findings),
        deadlines=deadlines_of(forum),
        memory=Memory(frame, worked),
    )


def _started(record: StateRecord, frame: Frame, known: Worked | None) -> Worked:
    """Work out what rests on the state alone, or take it from before."""
    if known and (known.record is record or known.record == record):
        return known
    base = row_of(record, frame)
    return Worked(record, base, without_measures(record, base, frame), base, ())


def _finished(started: Worked, frame: Frame, *, triggered: bool, open_by_pool: bool) -> Worked:
    """Add what rests on the whole pool (cover, offset option), then let the rules speak."""
    base = started.base
    cover = cover_of(base, started.pledged, triggered=triggered)
    option = _offset_option(base, open_by_pool=open_by_pool)
    # A worked-out state has findings only once finished; without any, finishing again is cheap and exact.
    if started.findings and started.row.cover_relocations == cover and started.row.offset_option == option:
        return started
    as_worked_out = (base.cover_relocations, base.offset_option) == (cover, option)
    row = base if as_worked_out else replace(base, cover_relocations=cover, offset_option=option)
    case = StateCase(started.record, row, frame)
    findings = tuple(finding for rule in STATE_RULES for finding in rule.findings(case))
    return Worked(started.record, base, started.pledged, row, findings)


def _offsets_open_by_pool(rows: Sequence[Row], forum: Forum) -> bool:
    """Tell whether relocation pledges reach half of the proposal's number (Art. 63(1), 63(2)(a))."""
    proposed = forum.pool.proposal_relocations
    pledged = sum(row.pledged_relocations or 0 for row in rows if row.in_key)
    return proposed is not None and proposed > 0 and pledged >= HALF * proposed


def _offset_option(row: Row, *, open_by_pool: bool) -> str:
    """Return ``"no"``, ``"a"``, ``"b"`` or ``"ab"``; only contributing states may offer offsets."""
    if not row.in_key or row.benefitting:
        return "no"
    share, pledged = row.exact_fair_share, row.pledged_relocations
    by_own = share is not None and share > 0 and pledged is not None and pledged >= HALF * share
    return ("a" * open_by_pool + "b" * by_own) or "no"


def _order(finding: Finding) -> tuple[int, int, int]:
    return finding.severity.rank, _STATE_PLACE[finding.state], _PLACE[finding.rule]
