"""What a change of a forum on search and rescue would do, worked out by hand."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.calc.assess import assess
from desktop_app.calc.consequences import Consequences, consequences
from desktop_app.calc.forum import Forum, Key, KeyState, Procedure
from desktop_app.calc.response_assessment import SearchAndRescueAssessment
from desktop_app.calc.response_plans import ResponseMeasure, ResponseMeasureKind, ResponsePlan
from desktop_app.calc.rulebooks.search_and_rescue.book import assess as assess_response
from desktop_app.calc.search_and_rescue import (
    ActPath,
    Disembarkation,
    DisembarkationAct,
    ManagementReport,
    PoolUse,
    SearchAndRescue,
    TopUp,
)
from desktop_app.calc.wording import HARD
from desktop_app.views.consequences import ConsequencesBrief, ConsequencesView, summary_text
from desktop_app.views.consequences.line import RESPONSE, Kind, Line
from desktop_app.views.consequences.lines import lines_of


def plan(code: str, relocations: int, measures: int = 0) -> ResponsePlan:
    line = ResponseMeasure(ResponseMeasureKind.CAPACITY, "1", "Posts", "2027", Fraction(measures))
    return ResponsePlan(code, f"{code}-1", 0, date(2027, 1, 20), relocations, measures=(line,) if measures else ())


def forum(
    be: int = 500, ee: int = 100, path: ActPath | None = ActPath.STILL_SHORT, use: int = 0, top_up: int | None = None
) -> Forum:
    """Belgium has half of the key, Estonia three tenths, Greece a fifth; Greece is to be relieved of 1 000."""
    return Forum(
        procedure=Procedure.SEARCH_AND_RESCUE,
        year=2027,
        key=Key(states=(KeyState("BE", 5_000, 500), KeyState("EE", 3_000, 300), KeyState("EL", 2_000, 200))),
        search_and_rescue=SearchAndRescue(
            report=ManagementReport("R1", date(2027, 1, 4), (Disembarkation("EL", 1_000),)),
            plans=(plan("BE", be), plan("EE", ee, measures=200)),
            act=DisembarkationAct(path, date(2027, 2, 20), "A1"),
            use=(PoolUse("EL", date(2027, 3, 1), use),) if use else (),
            top_up=None if top_up is None else TopUp("EL", top_up, date(2027, 6, 1)),
        ),
    )


def changed(before: Forum, after: Forum) -> tuple[SearchAndRescueAssessment, SearchAndRescueAssessment]:
    return assess_response(before), assess_response(after)


def state(lines: tuple[Line, ...], name: str) -> Line:
    return next(line for line in lines if line.kind is Kind.STATE and line.name == name)


def figure(lines: tuple[Line, ...], name: str) -> str:
    return next(line.shifts[0].words for line in lines if line.kind is Kind.FIGURE and line.name == name)


def test_a_top_up_is_told_for_every_state_the_pool_and_the_total() -> None:
    # Half as much again: 500 → 750, 100 of 300 → 150 of 450; 500 + 100 persons in the pool → 900, of which 500 used.
    now, then = changed(forum(use=500), forum(use=500, top_up=1_500))
    lines = lines_of(now, then)
    assert [shift.words for shift in state(lines, "Belgium").shifts] == [
        "500 → 750 (+250)", "500", "500 → 750 (+250)", "0", "0", "in time",
    ]  # fmt: skip
    assert [shift.words for shift in state(lines, "Estonia").shifts][2:5] == [
        "100 → 150 (+50)", "0", "200 → 300 (+100)",
    ]  # fmt: skip
    assert state(lines, "Greece").shifts[-1].words == "benefits"
    assert figure(lines, "Total to be relocated") == f"1{HARD}000 → 1{HARD}500 (+500)".replace(HARD, "\u202f")
    assert figure(lines, "Greece: pool") == "600 → 900 (+300)"
    assert figure(lines, "Greece: remaining") == "100 → 400 (+300)"
    assert figure(lines, "Greece: use") == f"83.33{HARD}%, 80 % reached → 55.56{HARD}%"
    said = summary_text(now, then, "Top-up")
    assert "total 1\u202f000 → 1\u202f500, 2 contributions change" in said
    assert "the pool of Greece is below 80 % again" in said


def test_the_thirty_percent_test_and_the_half_are_told() -> None:
    # Estonia leaves 200 of 1 000 short; with nobody relocated it leaves 300: 30 %, which is not above 30 %.
    now, at = changed(forum(), forum(ee=0))
    assert figure(lines_of(now, at), "30 % test, reading A") == f"20.00{HARD}% → 30.00{HARD}%"
    assert not at.totals.shortfall_triggered
    # Reading C stands on the 800 that are asked: 300 of 800 are 37.5 %, so there it is triggered.
    assert figure(lines_of(now, at), "30 % test, reading C") == f"25.00{HARD}% → 37.50{HARD}% triggered"
    # With Belgium's measures of one person for one relocation less, 301 are left short.
    worse = forum(ee=0)
    belgium = plan("BE", 499, measures=1)
    recorded = replace(worse.search_and_rescue, plans=(belgium, worse.search_and_rescue.plans[1]))
    now, then = changed(worse, replace(worse, search_and_rescue=recorded))
    assert f"the 30 % test is triggered (30.10{HARD}%)" in summary_text(now, then)
    lines = lines_of(now, then)
    assert state(lines, "Estonia").shifts[2].words == "0 → 150 (+150)"
    beside = next(line for line in lines if line.kind is Kind.WORDS and line.code == "EE")
    assert beside.words == "50 % rule adds 0 → 150 (+150)"
    assert "the 30 % test is not triggered" in summary_text(then, now)
    unknown = assess_response(replace(worse, key=Key(states=(KeyState("BE", 1, None), *worse.key.states[1:]))))
    assert "the 30 % test is open" in summary_text(then, unknown)


def test_a_missing_plan_is_set_by_the_commission() -> None:
    before = forum(path=None)
    recorded = replace(before.search_and_rescue, plans=before.search_and_rescue.plans[:1])
    without = replace(before, search_and_rescue=recorded)
    act = replace(without, search_and_rescue=replace(recorded, act=DisembarkationAct(ActPath.STILL_SHORT)))
    now, then = changed(without, act)
    estonia = state(lines_of(now, then), "Estonia")
    assert estonia.shifts[-1].after == "set by the Commission"
    assert estonia.shifts[2].words == "0 → 300 (+300)"
    came = lines_of(*changed(without, before))
    told = next(line for line in came if line.kind is Kind.WORDS and line.code == "EE" and line.tone == "muted")
    assert "plan that counts none → EE-1" in told.words


def test_a_draw_that_reaches_eighty_percent_is_said() -> None:
    now, then = changed(forum(use=479), forum(use=480))
    assert "80 % of the pool of Greece is reached" in summary_text(now, then, "Draw")
    assert summary_text(*changed(forum(use=1), forum(use=2))) == "1 pool changes."


def test_a_state_of_disembarkation_comes_and_goes() -> None:
    before = forum()
    report = replace(before.search_and_rescue.report, benefitting=())
    without = replace(before, search_and_rescue=replace(before.search_and_rescue, report=report))
    lines = lines_of(*changed(before, without))
    assert figure(lines, "Greece: use") == f"0.00{HARD}% → –"
    assert figure(lines_of(*changed(without, before)), "Greece: use") == f"– → 0.00{HARD}%"
    no_key = replace(before, key=Key())
    gone = state(lines_of(*changed(before, no_key)), "Belgium")
    assert gone.shifts[-1].words == "in time → –"
    come = state(lines_of(*changed(no_key, before)), "Belgium")
    assert come.shifts[0].words == "open → 500"


def test_nothing_and_little_that_changes() -> None:
    now, same = changed(forum(), replace(forum(), title="Another"))
    assert consequences(now, same).is_nothing
    assert summary_text(now, same, "Title") == "Title: changes no figure and no finding."
    # Another plan of Belgium's, with the same figures: only what counts is another one.
    before = forum(path=ActPath.SUFFICIENT)
    again = replace(plan("BE", 500), revision=1)
    recorded = replace(before.search_and_rescue, plans=(before.search_and_rescue.plans[0], again, plan("EE", 100, 200)))
    found = consequences(*changed(before, replace(before, search_and_rescue=recorded)))
    assert [row.code for row in found.changed_rows] == ["BE"]
    assert not found.changed_rows[0].contribution_changes


def test_two_procedures_compare_their_findings_alone() -> None:
    pool = assess(Forum(year=2027))
    response = assess(forum())
    found = consequences(pool, response)
    assert type(found) is Consequences
    assert found.gone_findings == pool.findings
    assert summary_text(pool, response).startswith("Another procedure, ")
    assert {line.name for line in lines_of(pool, response) if line.kind is Kind.HEADING} <= {"Findings", "Deadlines"}


def test_the_table_takes_the_columns_of_the_procedure(qtbot: QtBot) -> None:
    view, brief = ConsequencesView(), ConsequencesBrief()
    for widget in (view, brief):
        qtbot.addWidget(widget)
        widget.show_consequences(*changed(forum(use=500), forum(use=500, top_up=1_500)), "Top-up")
    view.resize(560, 500)
    with qtbot.waitExposed(view):
        view.show()
    assert view.table.columns == RESPONSE
    model = view.table.model()
    assert model.columnCount() == len(RESPONSE.headings)
    # The total, the act and the plan stay in sight; what was asked and pledged gives way.
    assert view.table.isColumnHidden(RESPONSE.headings.index("Pledged"))
    assert not view.table.isColumnHidden(RESPONSE.headings.index("Plan"))
    assert not view.grab().isNull()
    view.copy()
    assert "Belgium\t500\t750\t+250" in QApplication.clipboard().text()
    brief.show_consequences(*changed(forum(use=500), forum(use=500, top_up=1_500)), "Top-up", first="BE")
    assert "Belgium: key number 500 → 750 (+250); relocations 500 → 750 (+250)" in brief.text
