"""The act: its times, types, measures, the 30 % test and the half (COM(2020) 610, Art. 52, 53)."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from desktop_app.calc.contribution_types import PLAN_TYPES, ContributionType
from desktop_app.calc.findings import Severity
from desktop_app.calc.member_states import POSITION
from desktop_app.calc.pressure_assessment import PressureRow
from desktop_app.calc.readings import (
    ADJUSTMENT_ONCE,
    COVER,
    LATE_PLAN,
    PRESSURE_ACT_DUE,
    PRESSURE_HALF,
    PROPORTION,
    SHORTFALL,
)
from desktop_app.calc.relocation_clock import eligible_of
from desktop_app.calc.response_assessment import PlanStanding
from desktop_app.calc.rulebooks.migratory_pressure.act_ends import end_of, last_end
from desktop_app.calc.rulebooks.migratory_pressure.cases import Case
from desktop_app.calc.rulebooks.rule_2020 import rule_2020
from desktop_app.calc.rulebooks.rules_support import LINES
from desktop_app.calc.rules import Remark
from desktop_app.calc.sentences import Number, Sentence, State, say
from desktop_app.calc.shortfall_shown import is_above, percent_shown


@rule_2020(
    "P610-53-1",
    "The act in time, with its timetable",
    "Art. 53(1)",
    Severity.WARN,
    "The Commission adopts the act within two weeks of the plans or of the end of the forum. It states the timetable "
    "for its implementation.",
    readings=(PRESSURE_ACT_DUE.name,),
)
def act_in_time(case: Case) -> Iterator[Remark]:
    """Say that the act came late, is overdue or came before the end of the forum, and that its timetable is missing."""
    act, ended, report = case.recorded.act, case.recorded.forum_ended, case.recorded.report.adopted
    if act.adopted is not None and report is not None and act.adopted < report:
        message = say("The act was adopted on {day}, before the report of {report}.", day=act.adopted, report=report)
        yield Remark(message, None, "act")
    due = next((date.fromisoformat(each.due) for each in case.deadlines if each.rule == "P610-53-1"), None)
    if act.adopted is not None and due is not None and act.adopted > due:
        message = say("The act was adopted on {day}; the last day was {last}.", day=act.adopted, last=due)
        yield Remark(message, None, "act")
    elif act.adopted is None and due is not None and case.today is not None and case.today > due:
        yield Remark(say("The act was due on {last}.", last=due), None, "act")
    if act.adopted is not None and ended is not None and act.adopted < ended:
        message = say("The act was adopted on {day}, before the end of the forum on {end}.", day=act.adopted, end=ended)
        yield Remark(message, None, "act")
    if not act.timetable:
        severity = Severity.INFO if act.adopted is None else Severity.WARN
        yield Remark(say("The act states no timetable for its implementation."), None, "act", severity)


@rule_2020(
    "P610-53-2a",
    "Types set by the Commission",
    "Art. 53(2); recital 30",
    Severity.WARN,
    "For a Member State that handed in no plan in time, the Commission sets the types; the number is that of the key. "
    "Where it has not said, relocation of applicants stands.",
    readings=(LATE_PLAN.name,),
)
def set_by_the_commission(case: Case) -> Iterator[Remark]:
    """Name each state for which types are set, and types that are set in vain."""
    set_for = case.frame.types_set
    for row in case.rows:
        if not row.is_asked or row.plan is not None or row.key_number is None:
            continue
        yield Remark(*_set_for(row, is_said=row.code in set_for))
    for each in case.recorded.act.types_set:
        state = State(each.code)
        row_found = next((row for row in case.rows if row.code == each.code), None)
        if row_found is None or not row_found.is_asked or row_found.plan is not None:
            message = say(
                "{state}: types are set for it, but it has a plan, benefits or takes no part: they count for nothing.",
                state=state,
            )
            yield Remark(message, each.code, "types")


def _set_for(row: PressureRow, *, is_said: bool) -> tuple[Sentence, str, str, Severity | None]:
    state, count = State(row.code), row.fixed.persons or 0
    if row.standing is PlanStanding.AWAITED:
        message = say(
            "{state}: the plan is awaited; without it, the Commission sets the types of {count} persons.",
            state=state,
            count=count,
        )
        return message, row.code, "types", Severity.INFO
    if is_said:
        message = say(
            "{state}: without a plan in time, the Commission sets the types of {count} persons.",
            state=state,
            count=count,
        )
        return message, row.code, "types", None
    message = say(
        "{state}: without a plan in time, the Commission sets the types; it has not said which, and {count} "
        "relocations of applicants stand.",
        state=state,
        count=count,
    )
    return message, row.code, "types", None


@rule_2020(
    "P610-53-2b",
    "Measures in proportion",
    "Art. 53(2); recital 29",
    Severity.INFO,
    "Measures are in proportion to the persons that the key would ask for; where they are not, the Commission adjusts "
    "their size, up or down. They stand for the part of the share that they cover, whatever was claimed for them.",
    readings=(PROPORTION.name,),
)
def measures_in_proportion(case: Case) -> Iterator[Remark]:
    """Name each state whose measures are adjusted."""
    for row in case.rows:
        if not row.adjusted or row.measures_exact is None:
            continue
        message = say(
            "{state}: its measures claim {claimed} persons and are adjusted {direction} to {fixed}.",
            state=State(row.code),
            claimed=Number(row.claimed),
            direction=say("up") if row.adjusted > 0 else say("down"),
            fixed=Number(row.measures_exact),
        )
        yield Remark(message, row.code, "measures")


@rule_2020(
    "P610-52-2b",
    "The 30 % test",
    "Art. 52(2), 53(2); recital 29",
    Severity.WARN,
    "Measures may not lead to a shortfall of more than 30 % of the persons whom the report wants relocated or "
    "sponsored. Exactly 30 % is still allowed.",
    readings=(SHORTFALL.name, ADJUSTMENT_ONCE.name),
)
def thirty_percent(case: Case) -> Iterator[Remark]:
    """Say that the test is triggered, under the reading in force, and what the other reading gives."""
    in_force, shortfall = case.readings[SHORTFALL.name], case.totals.shortfall
    if in_force == "B":
        message = say("Reading B of the shortfall is of search and rescue only: under it nothing is triggered here.")
        yield Remark(message, None, "act")
    if case.totals.shortfall_triggered and shortfall is not None:
        message = say(
            "The measures offered leave a shortfall of {percent} (reading {reading}), and 30 % is allowed: every "
            "Member State with measures covers half of its share by persons.",
            percent=percent_shown(shortfall),
            reading=in_force,
        )
        yield Remark(message, None, "act")
    for reading in ("A", "C"):
        ratio = case.totals.shortfall_readings.of(reading)
        if reading == in_force or ratio is None or is_above(ratio) is case.totals.shortfall_triggered:
            continue
        template = (
            "Under reading {reading} the shortfall is {percent}: no half would be asked."
            if case.totals.shortfall_triggered
            else "Under reading {reading} the shortfall is {percent}: half would be asked."
        )
        message = say(template, reading=reading, percent=percent_shown(ratio))
        yield Remark(message, None, "act", Severity.INFO)


@rule_2020(
    "P610-53-2c",
    "Half of the share",
    "Art. 53(2)",
    Severity.INFO,
    "Where the test is triggered, each Member State with measures covers 50 % of its share by relocation or return "
    "sponsorship, and its measures are adjusted.",
    readings=(COVER.name, PRESSURE_HALF.name),
)
def half_of_the_share(case: Case) -> Iterator[Remark]:
    """Say what the half asks of whom."""
    for row in case.rows:
        if not row.half or row.persons is None:
            continue
        state = State(row.code)
        if row.added > 0:
            message = say(
                "{state} covers half of its share, {half} persons: {added} are added to those of its plan.",
                state=state,
                half=Number(row.half),
                added=Number(row.added),
            )
        elif row.added < 0:
            message = say(
                "{state} covers half of its share, {half} persons, already: {cut} above it are cut.",
                state=state,
                half=Number(row.half),
                cut=Number(-row.added),
            )
        else:
            message = say(
                "{state} covers half of its share, {half} persons, already.", state=state, half=Number(row.half)
            )
        yield Remark(message, row.code, "covered")


_LAST: Final = "P610-53-6"


@rule_2020(
    "P610-53-5",
    "Urgent acts",
    "Art. 53(5), 67(3)",
    Severity.BLOCK,
    "An act under the urgency procedure applies at once and for at most one year.",
)
def urgent_act(case: Case) -> Iterator[Remark]:
    """Say that an urgent act lasts too long, or ends before it begins."""
    act = case.recorded.act
    if act.adopted is None or act.ends is None:
        return
    if act.ends < act.adopted:
        message = say("The act ends on {end}, before its adoption on {day}.", end=act.ends, day=act.adopted)
        yield Remark(message, None, "act")
    last = last_end(act.adopted)
    if act.urgent and act.ends > last:
        message = say("The urgent act ends on {end}; the last day is {last}.", end=act.ends, last=last)
        yield Remark(message, None, "act")


@rule_2020(
    "P610-53-6",
    "Report on the implementation",
    "Art. 53(6)",
    Severity.WARN,
    "The Commission reports on the implementation one month after the act ceases to apply.",
)
def implementation_report(case: Case) -> Iterator[Remark]:
    """Say that the report on the implementation is overdue or came late."""
    due = next((date.fromisoformat(each.due) for each in case.deadlines if each.rule == _LAST), None)
    end, reported = end_of(case.recorded.act), case.recorded.act.reported
    if due is None or end is None:
        return
    if reported is not None and reported > due:
        message = say(
            "The report on the implementation came on {day}; the last day was {last}.", day=reported, last=due
        )
        yield Remark(message, None, "act")
    elif reported is None and case.today is not None and case.today > due:
        yield Remark(say("The report on the implementation was due on {last}.", last=due), None, "act")


@rule_2020(
    "P610-55-2g",
    "Groups and the act",
    "Art. 53(3), 55(2), 57(1)",
    Severity.INFO,
    "Groups under return sponsorship and relocation carry out what the act fixes for their Member State.",
)
def groups_and_act(case: Case) -> Iterator[Remark]:
    """Name states whose groups are more than the act fixes, and groups of states for which it fixes none."""
    fixed = {row.code: row.fixed.by_type for row in case.rows}
    for (code, kind), count in sorted(_under_way(case).items(), key=_place):
        most = fixed[code][kind] if code in fixed else 0
        if most is not None and count > most:
            message = say(
                "{state}: groups of {count} persons by {kind}, more than the {fixed} that the act fixes.",
                state=State(code),
                count=count,
                kind=LINES[kind],
                fixed=most,
            )
            is_sponsored = kind is ContributionType.SPONSORSHIP
            yield Remark(message, code, "sponsorship_groups" if is_sponsored else "relocation_groups")


_Count = tuple[tuple[str, ContributionType], int]


def _place(each: _Count) -> tuple[int, int]:
    (code, kind), _count = each
    return POSITION[code], PLAN_TYPES.index(kind)


def _under_way(case: Case) -> dict[tuple[str, ContributionType], int]:
    """Count the persons under way for the state under pressure, by state and type of the act.

    Whom a sponsor takes over after eight months, and who cannot be relocated, is not of what the act fixes.
    """
    record, is_for = case.forum.solidarity, case.recorded.is_for
    sponsored = [
        (each.sponsor, ContributionType.SPONSORSHIP, each.persons)
        for each in record.sponsorship_groups
        if is_for(each.benefitting)
    ]
    relocated = [
        (each.relocating, each.type, eligible_of(each))
        for each in record.relocation_groups
        if is_for(each.benefitting) and each.type in PLAN_TYPES
    ]
    found: dict[tuple[str, ContributionType], int] = {}
    for code, kind, count in (*sponsored, *relocated):
        found[code, kind] = found.get((code, kind), 0) + count
    return found
