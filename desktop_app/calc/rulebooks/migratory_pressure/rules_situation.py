"""Assessment and report of migratory pressure (COM(2020) 610, Art. 50, 51; Recommendation (EU) 2020/1366)."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from desktop_app.calc.findings import Severity, Status
from desktop_app.calc.member_states import NOT_BOUND
from desktop_app.calc.migratory_pressure import PressureReport
from desktop_app.calc.periods_2020 import months_after
from desktop_app.calc.pressure_situation import PressureIndicator, PressureSource, SituationReportKind
from desktop_app.calc.rulebooks.migratory_pressure.cases import Case
from desktop_app.calc.rulebooks.rule_2020 import rule_2020
from desktop_app.calc.rules import Remark, rule
from desktop_app.calc.sentences import State, say

BLUEPRINT: Final = "Recommendation (EU) 2020/1366"
"""The Migration Preparedness and Crisis Blueprint."""
WINDOW_MONTHS: Final = 6
"""Months before the assessment that are compared (Art. 50(3))."""
MEETING_MONTHS: Final = 3
"""Months after which the network of the Blueprint meets at the latest."""


def window_of(notified: date) -> tuple[date, date]:
    """Return first day and end (the day of the notification, not included) of the months compared (Art. 50(3))."""
    return months_after(notified, -WINDOW_MONTHS), notified


@rule_2020(
    "P610-50-2",
    "Who set the assessment going, and when",
    "Art. 50(1), 50(2)",
    Severity.WARN,
    "A Member State that considers itself under migratory pressure, or the Commission, sets the assessment going. "
    "Parliament, Council and Member States are told at once: that day starts the clock for the report.",
)
def trigger(case: Case) -> Iterator[Remark]:
    """Name what is missing of the trigger."""
    if case.recorded.triggered_by is None:
        yield Remark(say("It is not recorded who set the assessment going."), None, "situation")
    if case.recorded.notified is None:
        message = say(
            "The day on which Parliament, Council and Member States were told is missing: it starts the clock."
        )
        yield Remark(message, None, "situation")


@rule_2020(
    "P610-50-3",
    "Indicators and sources",
    "Art. 50(3), 50(4)",
    Severity.INFO,
    "The assessment compares the six months before with the Union, on eleven points, and takes ten further sources "
    "into account. The text knows no threshold and no score: a person judges.",
)
def indicators(case: Case) -> Iterator[Remark]:
    """Count the points and sources without a record, once an assessment has begun."""
    situation = case.recorded.situation
    if not situation.indicators and not situation.sources:
        return
    known = {each.indicator for each in situation.indicators if each.state is not None and each.union is not None}
    missing = [f"({each.value})" for each in PressureIndicator if each not in known]
    if missing:
        message = say(
            "The assessment lacks a figure of the Member State or of the Union on {points} of Art. 50(3).",
            points=missing,
        )
        yield Remark(message, None, "situation")
    used = {each.source for each in situation.sources}
    unused = [f"({each.value})" for each in PressureSource if each not in used]
    if unused:
        message = say("The assessment names no source under {points} of Art. 50(4).", points=unused)
        yield Remark(message, None, "situation")


@rule(
    "B000-2",
    "ISAA or MISAA",
    f"COM(2020) 610, Art. 50(4)(g); {BLUEPRINT}",
    Severity.WARN,
    "While the integrated political crisis response is activated, ISAA reports are the source; otherwise MISAA "
    "reports.",
    status=Status.READING,
)
def situational_reports(case: Case) -> Iterator[Remark]:
    """Name situational reports of the kind that is not the valid source."""
    situation = case.recorded.situation
    valid = SituationReportKind.ISAA if situation.blueprint.crisis_response else SituationReportKind.MISAA
    for each in situation.sources:
        if each.kind is None or each.kind is valid:
            continue
        if situation.blueprint.crisis_response:
            message = say("A MISAA report is named, but the crisis response is activated: ISAA reports are the source.")
        else:
            message = say(
                "An ISAA report is named, but the crisis response is not activated: MISAA reports are the source."
            )
        yield Remark(message, None, "situation")


@rule(
    "B000-4",
    "Stages of the Blueprint",
    BLUEPRINT,
    Severity.WARN,
    "Stage 1 is always on; stage 2 comes in addition, until the Commission ends it.",
    status=Status.READING,
)
def stages(case: Case) -> Iterator[Remark]:
    """Name days of stage 2 that do not fit together."""
    blueprint = case.recorded.situation.blueprint
    if not blueprint.stage_two and (blueprint.since is not None or blueprint.ended is not None):
        yield Remark(say("Days of stage 2 are recorded, but not that it was on."), None, "situation")
    elif blueprint.since is not None and blueprint.ended is not None and blueprint.ended < blueprint.since:
        message = say("Stage 2 ended on {end}, before it began on {since}.", end=blueprint.ended, since=blueprint.since)
        yield Remark(message, None, "situation")


@rule(
    "B000-3",
    "First needs analysis",
    BLUEPRINT,
    Severity.WARN,
    "The first needs analysis has four parts: equipment, staff, relocation and co-payment. It is complete when all "
    "four are filled in.",
    status=Status.READING,
)
def needs_analysis(case: Case) -> Iterator[Remark]:
    """Name the parts of the needs analysis that are empty, where it has begun or stage 2 is on."""
    situation = case.recorded.situation
    missing = situation.needs.missing
    if missing and (len(missing) < len(_PARTS) or situation.blueprint.is_in_stage_two):
        message = say("The needs analysis lacks {parts}.", parts=[_PARTS[part] for part in missing])
        yield Remark(message, None, "situation")


_PARTS: Final = {
    "equipment": say("equipment"),
    "staff": say("staff"),
    "relocation": say("relocation"),
    "co-payment": say("co-payment"),
}


@rule_2020(
    "P610-51-3",
    "The report's totals",
    "Art. 51(2), 51(3)",
    Severity.BLOCK,
    "The report finds whether a Member State is under migratory pressure and, if so, how many persons the others are "
    "to relocate and to sponsor for return, which measures they may offer, and of which nationalities. Everything "
    "rests on it and on the day of its adoption.",
)
def report_complete(case: Case) -> Iterator[Remark]:
    """Name what is missing of the report."""
    report = case.recorded.report
    if report.under_pressure:
        yield from _what_is_asked(report)
    else:
        yield Remark(say("The report finds no migratory pressure: nobody is asked to contribute."), None, "report")
    if report.adopted is None:
        yield Remark(say("The day on which the report was adopted is missing: it starts the clocks."), None, "report")
    if report.reference is None:
        yield Remark(say("The reference of the report is missing."), None, "report", Severity.WARN)


def _what_is_asked(report: PressureReport) -> Iterator[Remark]:
    """Name what is missing of what a report says that finds pressure (Art. 51(3))."""
    if report.benefitting is None:
        yield Remark(say("The report names no Member State under pressure."), None, "report")
    if report.relocations is None or report.sponsorship is None:
        missing = [
            name
            for name, count in (
                (say("persons to relocate"), report.relocations),
                (say("persons to sponsor for return"), report.sponsorship),
            )
            if count is None
        ]
        yield Remark(say("The report's number of {missing} is missing.", missing=missing), None, "report")
    elif not report.relocations + report.sponsorship:
        yield Remark(say("The report's totals are both 0."), None, "report")
    if report.sponsorship and not report.nationalities:
        message = say("The report names no nationalities of the persons to be sponsored.")
        yield Remark(message, None, "report", Severity.WARN)


@rule_2020(
    "P610-51-1",
    "The report in time",
    "Art. 51(1), 51(4)",
    Severity.WARN,
    "The report is adopted within one month of the notification, or within two weeks where a rapid response is needed.",
)
def report_in_time(case: Case) -> Iterator[Remark]:
    """Say that the report came late, or is overdue."""
    due = next((each for each in case.deadlines if each.rule in {"P610-51-1", "P610-51-4"}), None)
    if due is None:
        return
    last, adopted, notified = date.fromisoformat(due.due), case.recorded.report.adopted, case.recorded.notified
    if adopted is not None and notified is not None and adopted < notified:
        message = say("The report was adopted on {day}, before the notification of {told}.", day=adopted, told=notified)
        yield Remark(message, None, "report")
    if adopted is not None and adopted > last:
        message = say("The report was adopted on {day}; the last day was {last}.", day=adopted, last=last)
        yield Remark(message, None, "report")
    elif adopted is None and case.today is not None and case.today > last:
        yield Remark(say("The report was due on {last}.", last=last), None, "report")


@rule_2020(
    "P610-54-3",
    "Who takes part",
    "Art. 52(1), 54 and recitals 79 to 81",
    Severity.WARN,
    "Denmark is not bound by Part IV; Ireland takes part if it says so. The state under pressure and a state that "
    "hands in a plan are in the key. Who benefits is not asked: its plan is kept and counts nowhere.",
)
def who_takes_part(case: Case) -> Iterator[Remark]:
    """Name who is in the procedure without being in the key, Denmark in the key, and plans that count nowhere."""
    key = case.frame.key.participants
    if any(state.code == NOT_BOUND and state.participates for state in case.forum.key.states):
        message = say("Denmark is not bound by Part IV and counts nowhere, though the key names it.")
        yield Remark(message, NOT_BOUND, "key")
    helped = case.helped
    if helped is not None and helped not in key:
        message = say(
            "{state} is under pressure but not in the key: the key contains the benefitting state.", state=State(helped)
        )
        yield Remark(message, helped, "report")
    for code in dict.fromkeys(plan.code for plan in case.recorded.plans):
        if code in case.frame.not_asked:
            message = say("{state} benefits and is not asked: its plan is kept and counts nowhere.", state=State(code))
            yield Remark(message, code, "plan")
        elif code not in key:
            message = say("{state} is not in the key: its plan counts nowhere.", state=State(code))
            yield Remark(message, code, "plan")


@rule(
    "B000-1",
    "Meetings of the network",
    BLUEPRINT,
    Severity.INFO,
    "The network of the Blueprint meets at least every three months.",
    status=Status.READING,
)
def network_meetings(case: Case) -> Iterator[Remark]:
    """Say that a meeting of the network is overdue."""
    last = case.recorded.situation.blueprint.last_network_meeting
    if last is None or case.today is None:
        return
    due = months_after(last, MEETING_MONTHS)
    if case.today > due:
        message = say(
            "The network of the Blueprint met last on {last}; the next meeting was due by {due}.", last=last, due=due
        )
        yield Remark(message, None, "situation")
