"""Indicators of the proposal of 2020, shown beside the law and labelled so (COM(2020) 610)."""

from collections.abc import Iterator

from desktop_app.calc.findings import Severity, Status
from desktop_app.calc.readings import FIVE_YEARS, SHORTFALL_COVER, TWICE, UNION_AVERAGE
from desktop_app.calc.rulebooks.annual_pool.cases import ForumCase, StateCase
from desktop_app.calc.rules import Remark, rule
from desktop_app.calc.sentences import Number, State, say
from desktop_app.calc.shortfall_shown import percent_shown


@rule(
    "P610-48-2c",
    "30 % shortfall and 50 % cover",
    "COM(2020) 610, Art. 48(2), 52(2), 53(2); recital 22",
    Severity.WARN,
    "The proposal of 2020: where measures other than relocation lead to a shortfall of more than 30 %, each state that "
    "chose them covers half of its share by relocation. Not in the Regulation in force.",
    status=Status.PROPOSAL_2020,
    readings=(SHORTFALL_COVER.name,),
)
def shortfall_and_cover(case: ForumCase) -> Iterator[Remark]:
    """Say that the indicator is triggered, and what it would ask of whom."""
    shortfall = case.totals.shortfall
    if not case.totals.shortfall_triggered or shortfall is None:
        return
    percent = percent_shown(shortfall)
    message = say("Proposal of 2020, not law: the shortfall indicator stands at {percent}.", percent=percent)
    asked = [
        say("{state} {count}", state=State(row.code), count=row.cover_relocations)
        for row in case.rows
        if row.cover_relocations
    ]
    if asked:
        message = say(
            "Proposal of 2020, not law: the shortfall indicator stands at {percent}. "
            "The 50 % rule would ask relocations of {states}.",
            percent=percent,
            states=asked,
        )
    yield Remark(message, None, "shortfall")


@rule(
    "P610-52-5",
    "10 % reduction",
    "COM(2020) 610, Art. 52(5), 53(3); recital 28",
    Severity.INFO,
    "The proposal of 2020: a state whose applications per head over five years are twice the Union's average may ask "
    "for a tenth off its share. Not in the Regulation in force.",
    status=Status.PROPOSAL_2020,
    readings=(TWICE.name, UNION_AVERAGE.name, FIVE_YEARS.name),
)
def ten_percent_reduction(case: StateCase) -> Iterator[Remark]:
    """Name a state that would be eligible."""
    figures = case.frame.reduction
    if case.row.reduction_eligible and figures:
        times = figures.averages[case.row.code] / figures.union
        message = say(
            "Proposal of 2020, not law: {state} would be eligible for the 10 % reduction; its applications per head "
            "are {times} times the Union's.",
            state=State(case.row.code),
            times=Number(times, 2),
        )
        yield Remark(message, case.row.code, "share")
