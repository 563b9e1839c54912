"""What ``check`` prints for people: pool, states, findings, time limits, readings; 100 columns wide."""

import textwrap
from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction
from typing import Final, TypeVar

from desktop_app.calc import wording
from desktop_app.calc.assessment import AnnualPoolAssessment, Assessment, Row
from desktop_app.calc.exact import PER_CENT, fixed
from desktop_app.calc.findings import Finding, Severity, Status
from desktop_app.calc.forum import SharesStatus
from desktop_app.calc.member_states import name_of
from desktop_app.calc.readings import ANNUAL_POOL, FIXED
from desktop_app.calc.recorded import ABSENT, Recorded
from desktop_app.calc.wording import HARD
from desktop_app.cli.streams import harmless

WIDTH: Final = 100

NOTHING_RECORDED: Final = "·"
NONE: Final = "none"
NOT_KNOWN: Final = "?"
OUTSIDE: Final = "–"

_T = TypeVar("_T")
_EUR: Final = f"EUR{HARD}"

_HEADERS: Final = ("", "share %", "fair share", "reloc.", "EUR", "measures EUR", "equiv.", "cover %", "gap")
_SEVERITIES: Final = {
    Severity.BLOCK: "BLOCK: keeps the annex from being final",
    Severity.WARN: "WARN",
    Severity.INFO: "INFO",
}
_STATUSES: Final = {
    Status.IN_FORCE: "",
    # The findings that rest on the proposal say so in their sentence.
    Status.PROPOSAL_2020: "",
    Status.READING: "; a reading",
}


def text(assessment: AnnualPoolAssessment, digest: str) -> str:
    """Return the whole report.

    Args:
        assessment: what is reported.
        digest: the state hash.
    """
    blocks = (
        _head(assessment),
        _pool(assessment),
        _states(assessment),
        _findings(assessment.findings),
        _deadlines(assessment),
        _readings(assessment),
        [_verdict(assessment), f"State {digest[:12]} ({digest})"],
    )
    return harmless("\n\n".join("\n".join(block) for block in blocks if block))


def refusal(assessment: Assessment) -> str:
    """Return what refuses a final annex."""
    head = f"Refused as final: {_verdict(assessment)} Print a marked draft with --draft."
    return harmless("\n".join([head, *(line for each in assessment.blocks for line in _finding(each))]))


def _head(assessment: AnnualPoolAssessment) -> list[str]:
    forum = assessment.forum
    adopted = f"adopted {forum.adopted.isoformat()}" if forum.adopted else "not adopted"
    estimate = " · shares are an estimate" if forum.shares_status is SharesStatus.ESTIMATE else ""
    title, year = forum.title or "Untitled forum", str(forum.year or "")
    return [
        *textwrap.wrap(title if year in title else f"{title} · {year}", WIDTH),
        f"{forum.classification.marking} · {adopted}{estimate}",
    ]


def _pool(assessment: AnnualPoolAssessment) -> list[str]:
    pool, totals = assessment.forum.pool, assessment.totals
    known = f"{wording.number(totals.pledged_equivalents)} of {_persons(pool.relocations)}"
    unknown = f"; not known for {' '.join(totals.unknown_states)}" if totals.unknown_states else ""
    triggered = "triggered" if totals.shortfall_triggered else "not triggered"
    shortfall = (
        "not known" if totals.shortfall is None else f"{shortfall_percent(totals.shortfall)}{HARD}%, {triggered}"
    )
    numbers = f"{_persons(pool.relocations)} relocations or {_cents(pool.financial_cents)}"
    pledged = f"{_persons(totals.pledged_relocations)} relocations, {_cents(totals.pledged_financial_cents)}"
    effective = f"on net pledges without benefitting states {_persons(totals.effective_gap_relocations)}"
    entries = {
        "reference numbers": f"{numbers} ({_eur(totals.rate_eur)} per relocation)",
        "rounded fair shares": f"{_persons(totals.fair_share_relocations)} relocations together",
        "pledged": f"{pledged}, alternative measures of {_cents(totals.pledged_alternative_cents)}",
        "equivalents": f"{known} ({_percent(totals.coverage, 2)}{HARD}%){unknown}",
        "gap": f"{_persons(totals.gap_relocations)} relocations ({_eur(totals.gap_eur)}); {effective}",
        "30 % indicator": f"{shortfall} (proposal of 2020, not law)",
    }
    return [line for name, said in entries.items() for line in _hanging(f"{name:<21}", said)]


def shortfall_percent(shortfall: Fraction) -> str:
    """Return the 30 % indicator as shown: ``"> 30"`` where rounding would hide that it is triggered."""
    shown = fixed(shortfall * PER_CENT, 2)
    return "> 30" if shown == "30.00" and shortfall > Fraction(30, PER_CENT) else shown


def _states(assessment: AnnualPoolAssessment) -> list[str]:
    rows = [_HEADERS, *(_cells(assessment, row) for row in assessment.rows), _total_cells(assessment)]
    widths = [max(len(row[place]) for row in rows) for place in range(len(_HEADERS))]
    lines = [
        " ".join(
            [row[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True))]
        ).rstrip()
        for row in rows
    ]
    legend = f"{NOTHING_RECORDED} nothing recorded   {NOT_KNOWN} not known   {OUTSIDE} outside the key"
    return [*lines, legend]


def _cells(assessment: AnnualPoolAssessment, row: Row) -> tuple[str, ...]:
    pledge = assessment.forum.state(row.code).pledge
    unknown, nothing = (NOT_KNOWN, NOTHING_RECORDED) if row.in_key else (OUTSIDE, OUTSIDE)
    return (
        f"{row.code} {name_of(row.code)}",
        _percent(row.share, 4, unknown),
        _persons(row.fair_share_relocations, unknown),
        _pledged(pledge.relocations, _persons(row.pledged_relocations), nothing),
        _pledged(pledge.financial_cents, _amount(row.pledged_financial_cents), nothing),
        _pledged(pledge.alternative, _amount(row.pledged_alternative_cents), nothing),
        unknown if row.equivalents is None else wording.number(row.equivalents),
        _percent(row.coverage, 2, unknown),
        _persons(row.gap_relocations, unknown),
    )


def _total_cells(assessment: AnnualPoolAssessment) -> tuple[str, ...]:
    totals = assessment.totals
    return (
        "Total",
        "",
        _persons(totals.fair_share_relocations),
        _persons(totals.pledged_relocations),
        _amount(totals.pledged_financial_cents),
        _amount(totals.pledged_alternative_cents),
        wording.number(totals.pledged_equivalents),
        _percent(totals.coverage, 2),
        _persons(totals.gap_relocations),
    )


def _pledged(cell: Recorded[object], value: str, nothing: str) -> str:
    if cell is ABSENT:
        return nothing
    return NONE if cell is None else value


def _findings(findings: Iterable[Finding]) -> list[str]:
    by_severity: dict[Severity, list[Finding]] = {severity: [] for severity in Severity}
    for each in findings:
        by_severity[each.severity].append(each)
    blocks = (
        [f"{_SEVERITIES[severity]} ({len(found)})", *(line for each in found for line in _finding(each))]
        for severity, found in by_severity.items()
        if found
    )
    return "\n\n".join("\n".join(block) for block in blocks).split("\n") if any(by_severity.values()) else []


def _finding(finding: Finding) -> Iterator[str]:
    said = f"{finding.message} [{finding.reference}{_STATUSES[finding.status]}]"
    return _hanging(f"  {finding.rule:<13} ", said)


def _deadlines(assessment: AnnualPoolAssessment) -> list[str]:
    lines = [line for each in assessment.deadlines for line in _hanging(f"  {each.due}  {each.rule:<13} ", each.what)]
    return ["Time limits", *lines] if lines else []


def _readings(assessment: AnnualPoolAssessment) -> list[str]:
    lines = ["Readings in force"]
    for reading in ANNUAL_POOL:
        value = assessment.readings[reading.name]
        ours = "" if value == reading.default else f" (default: {reading.default})"
        lines += _hanging(f"  {reading.name:<20} ", f"{value}{ours}: {reading.choices.get(value, reading.title)}")
    lines += ["", "Read in one way only"]
    for reading in FIXED:
        lines += _hanging(f"  {reading.name:<20} ", reading.choices[reading.default])
    return lines


def _verdict(assessment: Assessment) -> str:
    count = len(assessment.blocks)
    if not count:
        return "Nothing blocks a final annex."
    return "1 finding blocks a final annex." if count == 1 else f"{count} findings block a final annex."


def _hanging(head: str, said: str) -> Iterator[str]:
    wrapped = textwrap.wrap(said, WIDTH - len(head)) or [""]
    yield f"{head}{wrapped[0]}".rstrip()
    for line in wrapped[1:]:
        yield " " * len(head) + line


def _or_unknown(value: _T | None, write: Callable[[_T], str], unknown: str = NOT_KNOWN) -> str:
    return unknown if value is None else write(value)


def _persons(count: int | None, unknown: str = NOT_KNOWN) -> str:
    return _or_unknown(count, wording.persons, unknown)


def _percent(ratio: Fraction | None, decimals: int, unknown: str = NOT_KNOWN) -> str:
    """Write a ratio in percent without the sign, which stands above the column."""
    return _or_unknown(ratio, lambda known: fixed(known * PER_CENT, decimals), unknown)


def _amount(cents: int | None) -> str:
    """Write money without its code, which stands above the column."""
    return _or_unknown(cents, wording.money).removeprefix(_EUR)


def _cents(cents: int | None) -> str:
    return _or_unknown(cents, wording.money, f"{_EUR}{NOT_KNOWN}")


def _eur(value: Fraction | None) -> str:
    return _or_unknown(value, wording.money_of, f"{_EUR}{NOT_KNOWN}")
