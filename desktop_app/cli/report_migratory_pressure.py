"""What ``check`` prints of migratory pressure for people: head, report and plans, states, groups."""

from typing import Final

from desktop_app.calc import wording
from desktop_app.calc.assessment import Assessment
from desktop_app.calc.member_states import name_of
from desktop_app.calc.pressure_assessment import PressureAssessment, PressureRow, TypeMatch
from desktop_app.calc.rulebooks.migratory_pressure.act_ends import end_of
from desktop_app.calc.wording import HARD
from desktop_app.cli.report_parts import (
    NOT_KNOWN,
    OUTSIDE,
    entries,
    or_unknown,
    percent,
    persons,
    shortfall_readings,
    table,
    title_lines,
)
from desktop_app.cli.report_solidarity import solidarity_blocks

_HEADERS: Final = ("", "share %", "key", "plan", "red.", "cred.", "reloc.", "spons.", "benef.", "meas.")


def migratory_pressure_blocks(assessment: Assessment) -> tuple[list[str], ...]:
    """Return what is printed before findings and time limits."""
    figures = PressureAssessment.of(assessment)
    return _head(figures), _plans(figures), _states(figures), *solidarity_blocks(assessment)


def _head(assessment: PressureAssessment) -> list[str]:
    recorded = assessment.forum.migratory_pressure
    act, helped = recorded.act, recorded.report.benefitting
    urgent, ends = ", urgent" if act.urgent else "", end_of(act)
    until = "" if ends is None else f", to {ends.isoformat()}"
    adopted = f"act adopted {act.adopted.isoformat()}{urgent}{until}" if act.adopted else "no act adopted"
    return [
        *title_lines(assessment.forum),
        f"{assessment.forum.classification.marking} · {adopted}",
        "No report names a Member State yet" if helped is None else f"Under pressure: {name_of(helped)}",
        "Migratory pressure under COM(2020) 610, a proposal that was never adopted",
    ]


def _plans(assessment: PressureAssessment) -> list[str]:
    totals, report = assessment.totals, assessment.forum.migratory_pressure.report
    adopted = f", adopted {report.adopted.isoformat()}" if report.adopted else ""
    needed = f"{persons(totals.relocations)} relocations, {persons(totals.sponsorship)} sponsored"
    waiting = f"; no plan that counts: {' '.join(totals.waiting)}" if totals.waiting else ""
    measures = f"{wording.number(totals.covered)} covered, {wording.number(totals.claimed)} claimed"
    triggered = "triggered" if totals.shortfall_triggered else "not triggered"
    # Reading B, of the total gap, is for disembarkations alone.
    found = shortfall_readings({"A": totals.shortfall_readings.a, "C": totals.shortfall_readings.c})
    fixed = (
        f"{persons(totals.fixed_relocations)} applicants, {persons(totals.fixed_sponsorship)} sponsored, "
        f"{persons(totals.fixed_beneficiaries)} beneficiaries, measures of {persons(totals.fixed_measures)}"
    )
    said = {
        "report": f"{needed}{adopted}",
        "asked": f"{persons(totals.asked)}; of nobody: {persons(totals.not_asked)} (benefitting states){waiting}",
        "measures": measures,
        "30 % test": f"{found}; {triggered} under reading {assessment.readings['shortfall']}",
        "10 % reduction": f"{wording.number(-totals.reduction)} taken off and spread over the others",
        "credits": f"{wording.number(totals.credited)} taken off",
        "contributions": fixed,
        "types": "; ".join(_match(match) for match in totals.matches),
    }
    return entries(said.items())


def _match(match: TypeMatch) -> str:
    beside = or_unknown(match.difference, lambda over: f"{'+' if over > 0 else ''}{wording.number(over)}")
    asked = or_unknown(match.asked, wording.number)
    return f"{match.name} {or_unknown(match.given, wording.number)} of {asked} asked ({beside})"


def _states(assessment: PressureAssessment) -> list[str]:
    totals = assessment.totals
    sums = (
        "Total",
        "",
        persons(totals.total),
        "",
        wording.number(totals.reduction, 1),
        wording.number(totals.credited),
        persons(totals.fixed_relocations),
        persons(totals.fixed_sponsorship),
        persons(totals.fixed_beneficiaries),
        persons(totals.fixed_measures),
    )
    rows = [_HEADERS, *(_cells(row) for row in assessment.rows), sums]
    legend = f"{NOT_KNOWN} not known   {OUTSIDE} benefits, nothing is asked   * set by the Commission"
    further = "red.: the 10 % reduction, or what is taken over of others'   cred.: earlier contributions"
    return [*table(rows), legend, further]


def _cells(row: PressureRow) -> tuple[str, ...]:
    first = (f"{row.code} {name_of(row.code)}", percent(row.share, 4), persons(row.key_number))
    if not row.is_asked:
        return (*first, *[OUTSIDE] * 7)
    rev = f" Rev{HARD}{row.plan.revision}" if row.plan and row.plan.revision else ""
    return (
        *first,
        f"{row.standing.value}{rev}",
        wording.number(row.reduction + row.redistributed, 1),
        wording.number(row.credited),
        persons(row.relocations) + ("*" if row.set_by_commission else ""),
        persons(row.sponsorship),
        persons(row.beneficiaries),
        persons(row.measures),
    )
