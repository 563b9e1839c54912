"""What ``check`` prints of search and rescue for people: head, plans, states, pools."""

from typing import Final

from desktop_app.calc import wording
from desktop_app.calc.assessment import Assessment
from desktop_app.calc.member_states import name_of
from desktop_app.calc.response_assessment import PoolFigures, ResponseRow, SearchAndRescueAssessment
from desktop_app.calc.search_and_rescue import ActPath
from desktop_app.calc.wording import HARD
from desktop_app.cli.report_parts import (
    NOT_KNOWN,
    OUTSIDE,
    entries,
    percent,
    persons,
    shortfall_readings,
    table,
    title_lines,
)

_HEADERS: Final = ("", "share %", "key", "plan", "pledged", "claimed", "reloc.", "spons.", "measures")
_POOL_HEADERS: Final = ("Pool of", "report", "pool", "used", "used %", "left", "")


def search_and_rescue_blocks(assessment: Assessment) -> tuple[list[str], ...]:
    """Return what is printed before findings and time limits."""
    figures = SearchAndRescueAssessment.of(assessment)
    return _head(figures), _plans(figures), _states(figures), _pools(figures)


def _head(assessment: SearchAndRescueAssessment) -> list[str]:
    act = assessment.forum.search_and_rescue.act
    judged = {
        None: "Plans are not judged yet",
        ActPath.SUFFICIENT: "Plans are judged sufficient, Art. 48(1)",
        ActPath.STILL_SHORT: "Plans are judged still significantly short, Art. 48(2)",
    }[act.path]
    adopted = f"act adopted {act.adopted.isoformat()}" if act.adopted else "no act adopted"
    return [
        *title_lines(assessment.forum),
        f"{assessment.forum.classification.marking} · {adopted}",
        judged,
        "Search and rescue under COM(2020) 610, a proposal that was never adopted",
    ]


def _plans(assessment: SearchAndRescueAssessment) -> list[str]:
    totals, report = assessment.totals, assessment.forum.search_and_rescue.report
    adopted = f", adopted {report.adopted.isoformat()}" if report.adopted else ""
    before = totals.relocations_before_top_up
    raised = "" if before is None else f", raised from {persons(before)}"
    waiting = f"; no plan that counts: {' '.join(totals.waiting)}" if totals.waiting else ""
    said = [
        ("report", f"{persons(totals.relocations)} relocations{raised}{adopted}"),
        ("asked", f"{persons(totals.asked)}; of nobody: {persons(totals.not_asked)} (benefitting states)"),
        ("pledged", f"{persons(totals.pledged)} ({percent(totals.coverage, 2)}{HARD}% of the report){waiting}"),
        ("30 % test", _test(assessment)),
    ]
    fixed = (
        f"{persons(totals.fixed_relocations)} relocations, {persons(totals.fixed_sponsorship)} sponsored, "
        f"measures of {persons(totals.fixed_measures)}"
    )
    return entries([*said, ("contributions", fixed)])


def _test(assessment: SearchAndRescueAssessment) -> str:
    totals = assessment.totals
    readings = totals.shortfall_readings
    found = shortfall_readings({"A": readings.a, "B": readings.b, "C": readings.c})
    triggered = "triggered" if totals.shortfall_triggered else "not triggered"
    return f"{found}; {triggered} under reading {assessment.readings['shortfall']}"


def _states(assessment: SearchAndRescueAssessment) -> list[str]:
    totals = assessment.totals
    sums = (
        "Total",
        "",
        persons(totals.relocations),
        "",
        persons(totals.pledged),
        wording.number(totals.claimed),
        persons(totals.fixed_relocations),
        persons(totals.fixed_sponsorship),
        persons(totals.fixed_measures),
    )
    rows = [_HEADERS, *(_cells(row) for row in assessment.rows), sums]
    legend = f"{NOT_KNOWN} not known   {OUTSIDE} benefits, nothing is asked   * set by the Commission"
    return [*table(rows), legend]


def _cells(row: ResponseRow) -> tuple[str, ...]:
    first = (f"{row.code} {name_of(row.code)}", percent(row.share, 4), persons(row.key_number))
    if row.benefitting:
        return (*first, *[OUTSIDE] * 6)
    rev = f" Rev{HARD}{row.plan.revision}" if row.plan and row.plan.revision else ""
    return (
        *first,
        f"{row.standing.value}{rev}",
        persons(row.pledged),
        wording.number(row.claimed),
        persons(row.relocations) + ("*" if row.set_by_commission else ""),
        persons(row.sponsorship),
        persons(row.measures),
    )


def _pools(assessment: SearchAndRescueAssessment) -> list[str]:
    pools = assessment.totals.pools
    return table([_POOL_HEADERS, *(_pool_cells(pool) for pool in pools)]) if pools else []


def _pool_cells(pool: PoolFigures) -> tuple[str, ...]:
    return (
        f"{pool.benefitting} {name_of(pool.benefitting)}",
        persons(pool.needed),
        persons(pool.pool),
        persons(pool.used),
        percent(pool.used_ratio, 2),
        NOT_KNOWN if pool.remaining is None else wording.number(pool.remaining),
        "ALARM: 80 % is used" if pool.alarm else "",
    )
