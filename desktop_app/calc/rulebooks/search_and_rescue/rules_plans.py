"""Plans on the form of Annex I (COM(2020) 610, Art. 47(4), 47(5), 49(4))."""

from collections.abc import Iterator

from desktop_app.calc.findings import Severity
from desktop_app.calc.readings import LATE_PLAN, UNDATED_PLAN
from desktop_app.calc.rulebooks.late_plans import not_in_time
from desktop_app.calc.rulebooks.measures_2020 import KINDS, measure_on_the_form, missing_header
from desktop_app.calc.rulebooks.rule_2020 import rule_2020
from desktop_app.calc.rulebooks.search_and_rescue.cases import Case
from desktop_app.calc.rules import Remark
from desktop_app.calc.search_and_rescue import ActPath, RoundKind
from desktop_app.calc.sentences import Percent, State, say


@rule_2020(
    "P610-47-4a",
    "Plans in time",
    "Art. 47(4)",
    Severity.WARN,
    "Each Member State that is asked hands in a plan within one month of the adoption of the report. A first plan that "
    "comes later is no plan: our reading, for an act under Art. 48(1) and under Art. 48(2) alike.",
    readings=(LATE_PLAN.name, UNDATED_PLAN.name),
)
def plans_in_time(case: Case) -> Iterator[Remark]:
    """Name late, missing and awaited plans."""
    yield from not_in_time(case.rows, case.recorded, case.frame.plan_deadline)


@rule_2020(
    "P610-47-4c",
    "Measures that the report names",
    "Art. 47(2), 47(4)",
    Severity.WARN,
    "A plan may offer the measures of Art. 45(1)(d) that the report names.",
)
def measures_named(case: Case) -> Iterator[Remark]:
    """Name each line of a plan that counts whose kind the report does not name."""
    named = case.recorded.report.measures_named
    for row in case.rows:
        measures = row.plan.measures if row.plan else ()
        for kind in dict.fromkeys(measure.kind for measure in measures):
            # Of which line it is not said, the report cannot be held against it: the form lacks it (P610-FORM-1).
            if kind is None or kind in named:
                continue
            message = say(
                "{state} offers {kind}, which the report does not name.", state=State(row.code), kind=KINDS[kind]
            )
            yield Remark(message, row.code, "measures")


@rule_2020(
    "P610-47-5",
    "Pledges and need",
    "Art. 47(5), 46",
    Severity.INFO,
    "Where pledges fall significantly short of the report, the Commission convenes the Solidarity Forum and asks "
    "Member States to adapt number and type. What is significant has no number: the secretariat judges.",
)
def pledges_and_need(case: Case) -> Iterator[Remark]:
    """Tell how much of the report is pledged while nothing is judged, and ends of the forum that do not fit."""
    yield from _ends_of_the_forum(case)
    totals = case.totals
    if case.frame.path is not None or totals.coverage is None or totals.pledged >= (case.frame.total or 0):
        return
    pledged, total, percent = totals.pledged, case.frame.total or 0, Percent(totals.coverage)
    asked = totals.coverage_of_asked
    if asked is None:
        message = say(
            "{pledged} of the report's {total} relocations are pledged ({percent}): judge whether that is "
            "significantly short.",
            pledged=pledged,
            total=total,
            percent=percent,
        )
    elif asked < 1:
        message = say(
            "{pledged} of the report's {total} relocations are pledged ({percent}), {asked} of what is asked of the "
            "contributing Member States: judge whether that is significantly short.",
            pledged=pledged,
            total=total,
            percent=percent,
            asked=Percent(asked),
        )
    else:
        message = say(
            "{pledged} of the report's {total} relocations are pledged ({percent}): all that is asked of the "
            "contributing Member States ({asked}). For the rest nobody is asked.",
            pledged=pledged,
            total=total,
            percent=percent,
            asked=Percent(asked),
        )
    yield Remark(message, None, "act")


def _ends_of_the_forum(case: Case) -> Iterator[Remark]:
    """Say that the end of the forum is before that of a round, or is missing though its rounds are over."""
    ended = case.recorded.forum_ended
    ends = [each.ended for each in case.recorded.rounds if each.kind is RoundKind.SHORTFALL and each.ended]
    last = max(ends, default=None)
    if last is None:
        return
    if ended is None and case.frame.path is not None:
        message = say("The last round of the forum ended on {last}, but no end of the forum is recorded.", last=last)
        yield Remark(message, None, "rounds", Severity.WARN)
    elif ended is not None and ended < last:
        message = say(
            "The end of the forum is recorded as {end}, but a round of it ended on {last}.", end=ended, last=last
        )
        yield Remark(message, None, "rounds", Severity.WARN)


@rule_2020(
    "P610-49-4",
    "Vulnerable persons",
    "Art. 6(4), 47(4), 49(4)",
    Severity.WARN,
    "Relocations of vulnerable persons are pledged where the report says that Member States have capacity problems "
    "because of them.",
)
def vulnerable_persons(case: Case) -> Iterator[Remark]:
    """Name plans with vulnerable persons where the report speaks of none."""
    if case.recorded.report.vulnerable:
        return
    for row in case.rows:
        if row.plan and row.plan.vulnerable:
            message = say(
                "{state} pledges {count} vulnerable persons, of whom the report does not speak.",
                state=State(row.code),
                count=row.plan.vulnerable,
            )
            yield Remark(message, row.code, "vulnerable")


@rule_2020(
    "P610-FORM-1",
    "The form of Annex I",
    "Annex I",
    Severity.BLOCK,
    "The header of the form is complete: reference number and date of submission. Each measure stands on one of the "
    "three lines of the form and has its amount, description and timetable. How many persons it stands for is not on "
    "the form, but the act needs it.",
)
def form_complete(case: Case) -> Iterator[Remark]:
    """Name what is missing on the form of each plan that counts."""
    for row in case.rows:
        plan = row.plan
        if plan is None:
            continue
        header = list(missing_header(plan.reference, is_dated=plan.submitted is not None))
        if header:
            message = say("{state}: the plan lacks {missing}.", state=State(row.code), missing=header)
            yield Remark(message, row.code, "plan")
        for measure in plan.measures:
            yield from measure_on_the_form(row.code, measure, needed=case.frame.path is ActPath.STILL_SHORT)
