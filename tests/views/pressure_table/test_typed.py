"""What is typed into the table of a pressure response, and what it refuses."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from fractions import Fraction

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from desktop_app.calc.forum import Forum
from desktop_app.calc.migratory_pressure import PressureResponseAct
from desktop_app.calc.pressure_plans import PressurePlan, TypeShares
from desktop_app.views.pressure_table.columns import Column
from desktop_app.views.typed_table.editor import Tone
from tests.views.pressure_form.forums import FRANCE, GERMANY, REPORT, forum
from tests.views.pressure_table.owner import Owner
from tests.views.table_owner import plain

Open = Callable[[Forum], Owner]
ENTER, DELETE, ESCAPE, F2 = Qt.Key.Key_Return, Qt.Key.Key_Delete, Qt.Key.Key_Escape, Qt.Key.Key_F2


def tone(desk: Owner) -> Tone:
    return desk.table._entering.panel.tone


def test_shares_are_typed_one_by_one_and_rest_completes_them(open_desk: Open) -> None:
    desk = open_desk(forum(GERMANY, FRANCE))
    desk.table.go_to("DE", "applicants")
    desk.press("70")
    # 400 persons over 70 and 20 parts of 90.
    assert desk.says() == (
        "= 70 % · The types total 90 %: 10 % missing, which blocks (Art. 52(3)).\n"
        "the act: 311 applicants and 89 sponsored"
    )
    assert tone(desk) is Tone.DOUBTFUL
    desk.press(Qt.Key.Key_Tab, "rest")
    # 400 persons: 280 and 120.
    assert desk.says() == (
        "100 − 70 % of the others = 30 % · the types total 100 %, the act: 280 applicants and 120 sponsored"
    )
    assert tone(desk) is Tone.UNDERSTOOD
    desk.press(ENTER)
    assert [plan.shares for plan in desk.plans("DE")] == [TypeShares(Fraction(70), Fraction(30))]


def test_what_the_form_may_not_hold_is_refused_in_the_cell(open_desk: Open) -> None:
    desk = open_desk(forum(GERMANY, FRANCE))
    for code, column, typed, reason in (
        ("DE", "applicants", "80.1", "total 100.1 %"),
        ("FR", "share_sponsorship", "10", "needs nationalities"),
        ("FR", "covered", "301", "300 persons (Art. 52(2))"),
    ):
        desk.table.go_to(code, column)
        desk.press(typed, ENTER)
        assert reason in desk.says()
        desk.press(ESCAPE)
    assert desk.changes == []


def test_half_of_the_share_is_covered_and_the_test_is_told(open_desk: Open) -> None:
    desk = open_desk(forum(GERMANY, FRANCE))
    desk.table.go_to("FR", "covered")
    desk.press("50%")
    assert desk.says() == (
        "50 % of the share of 300 = 150 persons · the act: 150 applicants and 150 by measures, test 15.00 %"
    )
    desk.press(ENTER)
    assert desk.plans("FR")[0].covered == 150


def test_in_the_forum_another_part_covered_is_asked_about_and_taken(open_desk: Open) -> None:
    desk = open_desk(forum(FRANCE, replace(FRANCE, revision=1)))
    desk.table.go_to("FR", "covered")
    desk.press("90")
    assert desk.says().startswith("= 90 persons, in (Rev) 1 · The proposal lets only the type change in the forum")
    desk.press(ENTER)
    assert [plan.covered for plan in desk.plans("FR")] == [60, 90]


def test_a_first_plan_comes_of_typing_and_an_empty_entry_makes_none(open_desk: Open) -> None:
    desk = open_desk(forum(report=replace(REPORT, adopted=None)))
    desk.table.go_to("SE", "applicants")
    desk.press(F2)
    assert desk.says() == "= no plan · Nothing is recorded."
    desk.press(ENTER)
    assert desk.changes == []
    desk.press("100", ENTER)
    assert desk.plans("SE") == (PressurePlan("SE", shares=TypeShares(Fraction(100))),)


def test_delete_sets_to_nought_what_is_not(open_desk: Open) -> None:
    desk = open_desk(forum(GERMANY, FRANCE))
    desk.table.go_to("DE", "applicants")
    for _step in range(3):
        desk.press(Qt.Key.Key_Right, modifier=Qt.KeyboardModifier.ShiftModifier)
    desk.press(DELETE)
    assert len(desk.changes) == 2
    assert desk.plans("DE")[0].shares == TypeShares()


def test_f2_opens_the_form_where_it_holds_what_stands_there(open_desk: Open) -> None:
    desk = open_desk(forum(GERMANY, FRANCE))
    for code, column in (("DE", "plan"), ("DE", "reduction_requested"), ("EL", "plan")):
        desk.table.go_to(code, column)
        desk.press(F2)
    assert desk.forms == [("DE", "plan"), ("DE", "reduction")]
    assert "nobody asks it for a plan (Art. 52(1))" in desk.says()


def test_what_is_not_typed_says_where_it_is(open_desk: Open) -> None:
    desk = open_desk(forum(GERMANY, FRANCE))
    desk.table.go_to("DE", "plan")
    desk.press("7")
    assert "stands on the form: F2 opens it" in desk.says()
    desk.table.go_to("DE", "key_number")
    desk.press("7")
    assert "type the shares of the types" in desk.says()


def test_in_the_rows_under_the_table_nothing_is_typed_and_it_is_said(open_desk: Open) -> None:
    desk = open_desk(forum(GERMANY, FRANCE))
    desk.table.go_to(None, "covered")
    for key in ("7", "a", F2, DELETE):
        desk.press(key)
        assert desk.says() == "Nothing is typed into these rows: they add up what stands above them."
        desk.press(Qt.Key.Key_Left)
    desk.press(Qt.Key.Key_Home)
    assert desk.table.totals.currentIndex().column() == 0
    desk.press(Qt.Key.Key_Home, modifier=Qt.KeyboardModifier.ControlModifier)
    assert desk.at() == ("DE", "state")
    desk.table.go_to("DE", "act")
    desk.press("7")
    assert desk.says().startswith("Who sets the types follows from the plan")


def test_where_the_table_is_low_every_row_under_it_is_reached(open_desk: Open) -> None:
    desk = open_desk(forum(GERMANY, FRANCE))
    table, totals = desk.table, desk.table.totals
    table.resize(1366, 260)
    assert [totals.isRowHidden(row) for row in range(3)] == [False, True, True]
    table.go_to("SE", "covered")
    desk.press(*[Qt.Key.Key_Down] * 3)
    assert [totals.isRowHidden(row) for row in range(3)] == [True, True, False]
    assert desk.at() == (None, "shortfall_percent")
    desk.press(*[Qt.Key.Key_Up] * 3)
    assert desk.at() == ("SE", "covered")
    assert [totals.isRowHidden(row) for row in range(3)] == [False, True, True]
    table.go_to(None, "not_asked")
    assert desk.last() == ("not_asked", None)


def test_the_day_and_the_share_give_way_to_what_the_act_fixes(open_desk: Open) -> None:
    desk = open_desk(forum(GERMANY, FRANCE))
    table = desk.table
    table.resize(2200, 520)
    table.go_to("DE", "submitted")
    assert desk.at() == ("DE", "submitted")
    table.resize(1366, 520)
    assert table.grid.horizontalScrollBar().maximum() == 0
    table.resize(700, 520)
    assert desk.at() == ("DE", "plan")
    table.go_to("DE", "share")
    assert desk.at() == ("DE", "key_number")
    assert "Share 40 %" in plain(desk.cell("DE", Column.KEY_NUMBER).about)
    assert "Handed in on 1 March 2027" in plain(desk.cell("DE", Column.REFERENCE).about)
    table.resize(2200, 520)
    table.go_to("DE", "share")
    assert desk.at() == ("DE", "share_percent")


def test_a_cell_is_pasted_a_block_is_not(open_desk: Open) -> None:
    desk = open_desk(forum(GERMANY, FRANCE))
    desk.table.go_to("FR", "covered")
    QGuiApplication.clipboard().setText("12.5")
    desk.table.paste()
    desk.press(ENTER)
    assert desk.plans("FR")[0].covered == Fraction("12.5")
    QGuiApplication.clipboard().setText("1\t2")
    desk.table.paste()
    assert desk.says().startswith("Plans are typed one number at a time")
    assert tone(desk) is Tone.HINT


def test_rows_are_sorted_and_the_rows_under_them_reached(open_desk: Open) -> None:
    desk = open_desk(forum(GERMANY, FRANCE))
    desk.table.go_to("DE", "reduction_requested")
    desk.table.sort_here()
    desk.table.sort_here()
    assert desk.codes()[0] == "SE"
    assert "those that ask first" in plain(desk.note())
    assert desk.table.back()
    desk.table.go_to(None, "match_sponsorship")
    assert desk.at() == (None, "match_sponsorship")
    assert desk.last() == ("match_sponsorship", None)


def test_a_late_plan_says_that_it_does_not_count(open_desk: Open) -> None:
    desk = open_desk(forum(replace(GERMANY, submitted=REPORT.adopted and REPORT.adopted.replace(month=4))))
    desk.table.go_to("DE", "applicants")
    desk.press("70")
    assert "The plan is late: it does not count" in desk.says()


def test_what_blocks_once_taken_is_a_warning_before(open_desk: Open) -> None:
    desk = open_desk(forum(GERMANY, FRANCE))
    for code, column, typed, warning in (
        ("DE", "covered", "40", "The plan names no measure yet, which blocks (Annex II): F4 opens the form."),
        ("DE", "share_sponsorship", "19.9", "The types total 99.9 %: 0.1 % missing, which blocks (Art. 52(3))."),
        ("FR", "covered", "-", "The plan names measures, but they cover nothing: they do not count."),
    ):
        desk.table.go_to(code, column)
        desk.press(typed)
        assert warning in desk.says()
        assert tone(desk) is Tone.DOUBTFUL
        desk.press(ESCAPE)


def test_a_change_after_the_act_is_said_to_change_what_it_fixes(open_desk: Open) -> None:
    given = forum(GERMANY, FRANCE, forum_ended=date(2027, 3, 9))
    act = PressureResponseAct(date(2027, 3, 19))
    desk = open_desk(replace(given, migratory_pressure=replace(given.migratory_pressure, act=act)))
    desk.table.go_to("FR", "covered")
    desk.press("60")
    assert "adopted" not in desk.says()
    desk.press(ESCAPE)
    desk.press("50")
    assert "The act is adopted; this changes what it fixes." in desk.says()
    assert tone(desk) is Tone.DOUBTFUL
