"""What the room may see of search and rescue: report, plans, and the act once it is adopted.

What the act would fix is a draft of the Commission until then, and so is a top-up until its own adoption.
"""

from collections.abc import Callable
from fractions import Fraction
from typing import Final

from desktop_app.calc import wording
from desktop_app.calc.exact import sum_if_known
from desktop_app.calc.member_states import name_of
from desktop_app.calc.response_assessment import Contribution, PlanStanding, ResponseRow, SearchAndRescueAssessment
from desktop_app.calc.response_coverage import coverage_with_measures
from desktop_app.calc.room.amounts import Amount, Measured, Unit, known, number_column, plans
from desktop_app.calc.room.sheet import NOT_ASKED, OPEN, Figure, Figures, Grid, GridColumn
from desktop_app.calc.sentences import say

PLANS: Final = {
    PlanStanding.IN_TIME: say("handed in"),
    PlanStanding.UNDATED: say("handed in"),
    PlanStanding.LATE: say("handed in late"),
    PlanStanding.AWAITED: OPEN,
    PlanStanding.MISSING: OPEN,
    PlanStanding.NOT_ASKED: say("not asked"),
}
"""How it stands with a plan, as the room is told."""
STATE_AND_PLAN: Final = (GridColumn(say("Member State"), is_number=False), GridColumn(say("Plan"), is_number=False))
_ACT: Final = (say("Relocations"), say("Return sponsorship"), say("Measures, as persons"))


def totals(assessment: SearchAndRescueAssessment) -> Figures:
    """Return the procedure's figures: needed, pledged, missing, coverage, plans that are open."""
    found = assessment.totals
    needed, so_far = found.report_total, say(" so far") if found.waiting else ""
    with_measures = coverage_with_measures(found)
    main = (
        Figure(
            say("Relocations pledged{so_far}", so_far=so_far),
            wording.persons(found.pledged),
            say("no report yet")
            if needed is None
            else say("of {persons} in the report", persons=wording.persons(needed)),
            found.coverage,
        ),
        Figure(say("Gap") + so_far, known(_gap(assessment), wording.relocations)),
        Figure(
            say("Coverage") + so_far,
            known(found.coverage, wording.percent),
            say("{percent} with measures", percent=wording.percent(with_measures))
            if found.claimed and with_measures is not None
            else "",
        ),
        Figure(say("Plans still open"), plans(len(found.waiting)) if found.pools else NOT_ASKED),
    )
    others = [Figure(say("Asked of the contributing Member States"), known(found.asked, wording.persons))]
    if found.claimed:
        others.append(Figure(say("Measures, as persons"), wording.number(found.claimed)))
    if is_adopted(assessment):
        others += _named(_act_cells(_whole_act(assessment)))
    return Figures(say("Where the disembarkation pools stand"), main, tuple(others))


def table(assessment: SearchAndRescueAssessment) -> tuple[Grid, ...]:
    """Return what each Member State is asked and what its plan says, and what the act fixes once it is adopted."""
    found = assessment.totals
    claimed = number_column([*(row.claimed for row in assessment.rows), found.claimed])
    rows = tuple(_plan_cells(row, claimed) for row in assessment.rows)
    total = (
        say("Total so far") if found.waiting else say("Total"),
        "",
        known(found.asked, wording.persons),
        wording.persons(found.pledged),
        claimed(found.claimed),
    )
    columns = (
        *STATE_AND_PLAN,
        *(GridColumn(each) for each in (say("Asked"), say("Relocations"), say("Measures, as persons"))),
    )
    act = (_by_act(assessment),) if is_adopted(assessment) else ()
    return (Grid(say("Plans"), columns, rows, total), *act)


def delegation(assessment: SearchAndRescueAssessment, code: str) -> Figures:
    """Return the figures of one participating Member State."""
    row = assessment.row(code)
    share = "" if row.share is None else say("{percent} of the key", percent=wording.percent(row.share, 4))
    main = (
        Figure(
            say("Asked"), say("nobody is asked") if row.benefitting else known(row.asked, wording.relocations), share
        ),
        Figure(say("Plan"), PLANS[row.standing]),
        Figure(say("Relocations pledged"), _pledged(row)),
    )
    others = [Figure(say("Measures, as persons"), _of_plan(row, wording.number(row.claimed)))]
    if is_adopted(assessment):
        others += _named(_act_cells(_act(assessment, row)))
    return Figures(name_of(code), main, tuple(others))


def codes(assessment: SearchAndRescueAssessment) -> tuple[str, ...]:
    """Return the Member States that can be shown alone."""
    return tuple(row.code for row in assessment.rows)


def measured(assessment: SearchAndRescueAssessment) -> Measured:
    """Return what two rounds are compared by."""
    found = assessment.totals
    return Measured(
        (
            Amount(say("Relocations pledged"), found.pledged, Unit.NUMBER),
            Amount(say("Gap, relocations"), _gap(assessment), Unit.NUMBER),
            Amount(say("Coverage"), found.coverage, Unit.RATIO),
            Amount(say("Measures, as persons"), found.claimed, Unit.NUMBER),
            Amount(say("Plans still open"), len(found.waiting), Unit.NUMBER),
        ),
        {
            row.code: (
                Amount("relocations", None if row.plan is None else row.pledged, Unit.NUMBER),
                Amount(say("measures, as persons"), None if row.plan is None else row.claimed, Unit.NUMBER),
            )
            for row in assessment.rows
            if not row.benefitting
        },
    )


def is_adopted(assessment: SearchAndRescueAssessment) -> bool:
    """Tell whether the act stands, so that what it fixes is no draft."""
    return assessment.forum.search_and_rescue.act.adopted is not None


def _gap(assessment: SearchAndRescueAssessment) -> int | None:
    needed = assessment.totals.report_total
    return None if needed is None else max(0, needed - assessment.totals.pledged)


def _act(assessment: SearchAndRescueAssessment, row: ResponseRow) -> Contribution:
    top_up = assessment.forum.search_and_rescue.top_up
    return row.by_report if top_up is not None and top_up.adopted is None else row.fixed


def _whole_act(assessment: SearchAndRescueAssessment) -> Contribution:
    fixed = [_act(assessment, row) for row in assessment.rows]
    return Contribution(
        None,
        sum_if_known(each.relocations for each in fixed),
        sum_if_known(each.sponsorship for each in fixed),
        sum_if_known(each.measures for each in fixed),
    )


def _by_act(assessment: SearchAndRescueAssessment) -> Grid:
    given = [row for row in assessment.rows if not row.benefitting]
    return Grid(
        say("By the act"),
        (GridColumn(say("Member State"), is_number=False), *(GridColumn(each) for each in _ACT)),
        tuple((name_of(row.code), *_act_cells(_act(assessment, row))) for row in given),
        (say("Total"), *_act_cells(_whole_act(assessment))),
    )


def _named(cells: tuple[str, str, str]) -> list[Figure]:
    return [Figure(say("{name}, by the act", name=name), text) for name, text in zip(_ACT, cells, strict=True)]


def _plan_cells(row: ResponseRow, claimed: Callable[[Fraction], str]) -> tuple[str, ...]:
    asked = NOT_ASKED if row.benefitting else known(row.asked, wording.persons)
    return name_of(row.code), PLANS[row.standing], asked, _pledged(row), _of_plan(row, claimed(row.claimed))


def _act_cells(act: Contribution) -> tuple[str, str, str]:
    return (
        known(act.relocations, wording.persons),
        known(act.sponsorship, wording.persons),
        known(act.measures, wording.persons),
    )


def _pledged(row: ResponseRow) -> str:
    return _of_plan(row, wording.persons(row.pledged))


def _of_plan(row: ResponseRow, text: str) -> str:
    """Return what stands in the plan that counts; without one it is open, or there is nothing to be said."""
    return text if row.plan is not None else without_plan(row.standing)


def without_plan(standing: PlanStanding) -> str:
    """Return what stands where no plan counts: it is open, or nothing is asked, or it came too late to count."""
    return OPEN if PLANS[standing] == OPEN else NOT_ASKED
