"""What ``check`` prints for people: the procedure's figures, findings, time limits, readings; 100 columns wide."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

from desktop_app.calc.assessment import Assessment
from desktop_app.calc.findings import Finding, Severity, Status
from desktop_app.calc.forum import Procedure
from desktop_app.calc.readings import fixed_readings_of, readings_of
from desktop_app.cli.report_annual_pool import annual_pool_blocks
from desktop_app.cli.report_migratory_pressure import migratory_pressure_blocks
from desktop_app.cli.report_parts import WIDTH, hanging, shortfall_percent
from desktop_app.cli.report_search_and_rescue import search_and_rescue_blocks
from desktop_app.cli.report_voluntary import voluntary_blocks
from desktop_app.cli.streams import harmless

__all__ = ["WIDTH", "refusal", "shortfall_percent", "text"]

_PROCEDURES: Final[Mapping[Procedure, Callable[[Assessment], tuple[list[str], ...]]]] = {
    Procedure.ANNUAL_POOL: annual_pool_blocks,
    Procedure.SEARCH_AND_RESCUE: search_and_rescue_blocks,
    Procedure.MIGRATORY_PRESSURE: migratory_pressure_blocks,
    Procedure.VOLUNTARY: voluntary_blocks,
}
"""What is printed of each procedure's own."""

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


def text(assessment: Assessment, digest: str) -> str:
    """Return the whole report.

    Args:
        assessment: what is reported.
        digest: the state hash.
    """
    blocks = (
        *_PROCEDURES[assessment.forum.procedure](assessment),
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
    return hanging(f"  {finding.rule:<13} ", said)


def _deadlines(assessment: Assessment) -> list[str]:
    lines = [line for each in assessment.deadlines for line in hanging(f"  {each.due}  {each.rule:<13} ", each.what)]
    return ["Time limits", *lines] if lines else []


def _readings(assessment: Assessment) -> list[str]:
    lines = ["Readings in force"]
    for reading in readings_of(assessment.forum.procedure):
        value = assessment.readings[reading.name]
        ours = "" if value == reading.default else f" (default: {reading.default})"
        lines += hanging(f"  {reading.name:<20} ", f"{value}{ours}: {reading.choices.get(value, reading.title)}")
    lines += ["", "Read in one way only"]
    for reading in fixed_readings_of(assessment.forum.procedure):
        lines += hanging(f"  {reading.name:<20} ", reading.choices[reading.default])
    return lines


def _verdict(assessment: Assessment) -> str:
    count = len(assessment.blocks)
    if not count:
        return "Nothing blocks a final annex."
    return "1 finding blocks a final annex." if count == 1 else f"{count} findings block a final annex."
