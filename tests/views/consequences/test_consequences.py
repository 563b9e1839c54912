"""What a change would do, as every editor shows it before it is taken."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.calc import shifts
from desktop_app.calc.assessment import AnnualPoolAssessment
from desktop_app.calc.forum import (
    NO_PLEDGE,
    Basis,
    Forum,
    Holiday,
    Key,
    KeyState,
    Pledge,
    Pool,
    SharesStatus,
    SourceAct,
    StateRecord,
)
from desktop_app.calc.rulebooks.annual_pool.book import assess
from desktop_app.calc.wording import HARD, NARROW
from desktop_app.views.consequences import ConsequencesBrief, ConsequencesView, summary_text
from desktop_app.views.consequences.brief import MOST_LINES, brief_lines
from desktop_app.views.consequences.line import ANNUAL_POOL, Kind
from desktop_app.views.consequences.lines import lines_of
from desktop_app.views.consequences.view import ASIDE
from desktop_app.views.theme import Scheme, legible, theme

HEADINGS = ANNUAL_POOL.headings
MILLION = 1_000_000_00


def forum(relocations: int = 1_000, euros: int = 20_000_000) -> Forum:
    """Belgium has 60 % and Estonia 40 % of the key; Belgium pledges 600 relocations, Estonia EUR 8 million."""
    return Forum(
        year=2026,
        key=Key(states=(KeyState("BE", 60, 6_000), KeyState("EE", 40, 4_000))),
        pool=Pool(relocations, euros * 100),
        states=(
            StateRecord("BE", pledge=Pledge(600, None, None)),
            StateRecord("EE", pledge=Pledge(None, 8 * MILLION, None)),
        ),
    )


def changed(before: Forum, after: Forum) -> tuple[AnnualPoolAssessment, AnnualPoolAssessment]:
    return assess(before), assess(after)


def test_a_higher_reference_number_is_summed_up_in_one_sentence() -> None:
    # 60 % of 1 500 are 900, 40 % are 600: EUR 30 million keep the rate of 20 000, so Estonia's 8 million are 400.
    now, then = changed(forum(), forum(1_500, 30_000_000))
    said = summary_text(now, then, "Reference number 1 000 → 1 500")
    assert said == (
        "Reference number 1 000 → 1 500: 2 fair shares change, 2 Member States fall short, gap 0 → 500, "
        "3 findings come."
    )


def test_every_member_state_is_shown_before_and_after() -> None:
    now, then = changed(forum(), forum(1_500, 30_000_000))
    belgium, estonia = [line for line in lines_of(now, then) if line.kind is Kind.STATE]
    assert belgium.name == "Belgium"
    assert [shift.words for shift in belgium.shifts] == [
        "60.0000",
        "600 → 900 (+300)",
        f"12{NARROW}000{NARROW}000 → 18{NARROW}000{NARROW}000 (+6{NARROW}000{NARROW}000)",
        f"100.00{HARD}% → 66.67{HARD}% (−33.33)",
        "met → 300 below",
    ]
    assert [shift.is_changed for shift in belgium.shifts] == [False, True, True, True, True]
    assert estonia.shifts[4].words == "met → 200 below"
    assert belgium.copied.split("\t")[4:7] == ["600", "900", "+300"]


def test_the_pools_totals_stand_on_top() -> None:
    now, then = changed(forum(), forum(1_500, 30_000_000))
    pool = {line.name: line.shifts[0].words for line in lines_of(now, then) if line.kind is Kind.FIGURE}
    assert pool["EUR per relocation"] == f"EUR{HARD}20{NARROW}000"
    assert pool["Fair shares together"] == f"1{NARROW}000 → 1{NARROW}500 (+500)"
    assert pool["Gap"] == "0 → 500 (+500)"
    assert pool["Gap, EUR"] == f"EUR{HARD}0 → EUR{HARD}10{NARROW}000{NARROW}000 (+10{NARROW}000{NARROW}000)"
    assert pool["Coverage"] == f"100.00{HARD}% → 66.67{HARD}% (−33.33)"


def test_findings_come_go_and_say_other_figures() -> None:
    lower, higher = forum(1_500, 30_000_000), forum(2_000, 30_000_000)
    came = [line.name for line in lines_of(*changed(lower, higher)) if line.kind is Kind.WORDS and line.icon]
    assert came == [
        "Warns: new",  # the ratio of Art. 12(3)
        "Warns: changes",
        "Warns: changes",
        "Informs: changes",
    ]
    went = [line.name for line in lines_of(*changed(higher, lower)) if line.name.endswith("gone")]
    assert went == ["Warns: gone"]
    said = summary_text(*changed(replace(forum(), pool=Pool()), forum()))
    assert "1 finding that blocks goes" in said


def test_a_finding_that_changes_has_both_sentences_whole() -> None:
    lines = lines_of(*changed(forum(1_500, 30_000_000), forum(2_000, 30_000_000)))
    first = next(line for line in lines if line.name == "Warns: changes")
    was, now = first.words.split("\n→ ")
    assert shifts.ARROW not in was + now
    assert was.split(" ")[0] == now.split(" ")[0]
    assert "\n" not in first.copied + first.sentence


def test_figures_below_0_have_one_sign() -> None:
    assert shifts.count(-43, -59).words == "−43 → −59 (−16)"
    assert legible("-43 of C(2026)-1, 2026-12-10, (-5)") == "−43 of C(2026)-1, 2026-12-10, (−5)"


def test_a_figure_without_a_column_is_told_below_its_state() -> None:
    # The rate falls to 15 000: Estonia's 8 million are 533.33 relocations, its fair share stays 400.
    now, then = changed(forum(), forum(1_000, 15_000_000))
    words = [line.words for line in lines_of(now, then) if line.kind is Kind.WORDS and line.code == "EE"]
    assert "pledge in relocations 400 → 533.33 (+133.33); net pledge 400 → 533.33 (+133.33)" in words[0]


def test_what_cannot_be_known_reads_open_and_has_no_difference() -> None:
    now, then = changed(replace(forum(), pool=Pool()), forum())
    belgium = next(line for line in lines_of(now, then) if line.kind is Kind.STATE)
    assert belgium.shifts[1].words == "open → 600"
    assert belgium.shifts[4].words == "open → met"
    assert summary_text(now, then).startswith(
        "2 fair shares change, 2 Member States meet their fair share, gap open → 0"
    )


def test_a_change_below_the_last_digit_shown_is_still_a_change() -> None:
    shift = shifts.share(Fraction(1, 3), Fraction(1, 3) + Fraction(1, 10**9))
    assert shift.words == "33.3333 → 33.3333 (+<0.0001)"
    assert shifts.share(Fraction(1, 3) + Fraction(1, 10**9), Fraction(1, 3)).difference == "−<0.0001"


def test_whole_euros_carry_the_cents_in_full() -> None:
    shift = shifts.whole_money(Fraction(1299554081, 100), Fraction(1299554181, 100))
    assert shift.words == f"12{NARROW}995{NARROW}541 → 12{NARROW}995{NARROW}542 (+1)"
    assert f"EUR{HARD}12{NARROW}995{NARROW}540.81" in shift.exact


def test_an_estimate_accuses_nobody() -> None:
    before, after = forum(), forum(1_500, 30_000_000)
    line = next(each for each in lines_of(*changed(before, after)) if each.kind is Kind.STATE)
    assert (line.shifts[4].icon, line.shifts[4].tone) == ("warn", "warn")
    estimate = replace(after, shares_status=SharesStatus.ESTIMATE)
    line = next(each for each in lines_of(*changed(before, estimate)) if each.kind is Kind.STATE)
    assert (line.shifts[4].icon, line.shifts[4].tone) == ("info", "info")


@pytest.mark.parametrize(
    ("pledges", "said"),
    [
        ((Pledge(599, None, None), NO_PLEDGE), "1 Member State falls short, 1 Member State makes no pledge"),
        ((Pledge(), Pledge(None, 8 * MILLION, None)), "1 Member State becomes open"),
    ],
)
def test_verdicts_are_counted(pledges: tuple[Pledge, Pledge], said: str) -> None:
    after = replace(forum(), states=(StateRecord("BE", pledge=pledges[0]), StateRecord("EE", pledge=pledges[1])))
    assert said in summary_text(*changed(forum(), after))


def test_a_state_that_leaves_the_key_is_said() -> None:
    before = forum()
    after = replace(before, key=Key(states=(KeyState("BE", 60, 6_000), KeyState("EE", 40, 4_000, participates=False))))
    said = summary_text(*changed(before, after))
    assert "2 fair shares change" in said
    assert "1 Member State leaves the key" in said
    estonia = next(line for line in lines_of(*changed(before, after)) if line.name == "Estonia")
    assert estonia.shifts[4].words == "met → –"
    outside = next(line for line in lines_of(*changed(after, after)) if line.name == "Estonia")
    assert [shift.words for shift in outside.shifts] == ["–"] * 5


def test_deadlines_that_move_are_told_with_what_moved_them() -> None:
    act = SourceAct("COM(2025) 1", date(2025, 10, 15))
    before = replace(forum(), basis=Basis(act, act, act))
    # 15 days after Wednesday 15 October 2025 are Thursday 30 October.
    after = replace(before, holidays=(Holiday(date(2025, 10, 30), "Opening day"),))
    lines = [line for line in lines_of(*changed(before, after)) if line.name.startswith("Deadline:")]
    assert [line.name for line in lines] == ["Deadline: moved"]
    assert f"30{HARD}October{HARD}2025 → 31{HARD}October{HARD}2025" in lines[0].words
    assert summary_text(*changed(before, after)) == "1 deadline moves."
    without = replace(before, basis=Basis(act, act))
    assert "1 deadline goes" in summary_text(*changed(before, without))
    assert [line.name for line in lines_of(*changed(before, without)) if line.name.startswith("Deadline:")] == [
        "Deadline: gone"
    ]
    assert [line.name for line in lines_of(*changed(without, before)) if line.name.startswith("Deadline:")] == [
        "Deadline: new"
    ]


def test_a_change_without_consequence_says_so(qtbot: QtBot) -> None:
    now, then = changed(forum(), replace(forum(), title="Another title"))
    view, brief = ConsequencesView(), ConsequencesBrief()
    for widget in (view, brief):
        qtbot.addWidget(widget)
        widget.show_consequences(now, then, "Title")
    assert view.summary == "Title: changes no figure and no finding."
    assert brief.text == "Title: changes no figure and no finding."
    assert view.table.lines == ()
    view.resize(700, 300)
    view.show()
    assert not view.grab().isNull()


def test_only_what_changes_is_shown_until_the_person_wants_everything(qtbot: QtBot) -> None:
    view = ConsequencesView()
    qtbot.addWidget(view)
    view.resize(1000, 600)
    with qtbot.waitExposed(view):
        view.show()
    # Belgium raises its pledge by one: nothing of Estonia changes.
    now = assess(forum())
    then = assess(forum().with_state(StateRecord("BE", pledge=Pledge(601, None, None))))
    view.show_consequences(now, then)
    assert [line.name for line in view.table.lines if line.kind is Kind.STATE] == ["Belgium"]
    QTest.keyClick(view.only_changes, Qt.Key.Key_Space)
    assert [line.name for line in view.table.lines if line.kind is Kind.STATE] == ["Belgium", "Estonia"]
    QTest.keyClick(view.only_changes, Qt.Key.Key_Space)
    assert [line.name for line in view.table.lines if line.kind is Kind.STATE] == ["Belgium"]


def test_the_lines_can_be_copied_with_the_keyboard(qtbot: QtBot) -> None:
    view = ConsequencesView()
    qtbot.addWidget(view)
    with qtbot.waitExposed(view):
        view.show()
    view.show_consequences(*changed(forum(), forum(1_500, 30_000_000)))
    QTest.keyClick(view.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    everything = QApplication.clipboard().text().splitlines()
    assert everything[0].startswith("Member State\tShare, % before\tShare, % after\tShare, % change\t")
    assert any(line.startswith("Belgium\t") for line in everything)
    assert any(line.startswith("Warns: new\t") for line in everything)
    row = next(row for row, line in enumerate(view.table.lines) if line.name == "Estonia")
    view.table.selectRow(row)
    view.copy()
    assert [line.split("\t")[0] for line in QApplication.clipboard().text().splitlines()] == ["Member State", "Estonia"]


def test_a_cell_tells_a_screen_reader_what_changes(qtbot: QtBot) -> None:
    view = ConsequencesView()
    qtbot.addWidget(view)
    view.show_consequences(*changed(forum(), forum(1_500, 30_000_000)))
    model = view.table.model()
    row = next(row for row, line in enumerate(view.table.lines) if line.name == "Belgium")
    cell = model.index(row, 2)
    assert cell.data(Qt.ItemDataRole.DisplayRole) == "600 → 900 (+300)"
    assert cell.data(Qt.ItemDataRole.AccessibleTextRole).startswith("Belgium: fair share 600 → 900 (+300); ")
    assert legible("EUR\u00a012\u202f000\u202f000") in cell.data(Qt.ItemDataRole.ToolTipRole)
    assert model.headerData(5, Qt.Orientation.Horizontal) == HEADINGS[5] == "Verdict"
    assert model.headerData(5, Qt.Orientation.Vertical) is None


def test_the_short_form_tells_the_state_first_and_counts_the_rest(qtbot: QtBot) -> None:
    now, then = changed(forum(), forum(1_500, 30_000_000))
    lines = brief_lines(now, then, "EE")
    assert lines[0].startswith("Estonia: fair share 400 → 600 (+200)")
    assert len(lines) == MOST_LINES + 1
    assert lines[-1].startswith("… and ")
    brief = ConsequencesBrief()
    qtbot.addWidget(brief)
    brief.show_consequences(now, then, "Reference number", "EE")
    assert brief.text.splitlines()[0].startswith("Reference number: 2 fair shares change")
    brief.copy()
    assert QApplication.clipboard().text() == brief.text
    brief.show_unknown("Correct the amount first.")
    assert brief.text == "Correct the amount first."
    brief.set_scale(1.5)


def test_what_cannot_be_read_yet_is_said_in_place_of_figures(qtbot: QtBot) -> None:
    view = ConsequencesView()
    qtbot.addWidget(view)
    view.show_consequences(*changed(forum(), forum(1_500, 30_000_000)))
    view.show_unknown("Nothing is changed yet.")
    assert (view.summary, view.table.placeholder, view.table.lines) == ("", "Nothing is changed yet.", ())
    view.resize(700, 300)
    view.show()
    assert not view.grab().isNull()
    view.show_problem("Correct the amount first.")
    assert (view.summary, view.table.placeholder, view.table.lines) == ("Correct the amount first.", ASIDE, ())
    view.set_scale(1.5)


def test_every_line_is_read_and_painted_also_selected_and_dark(qtbot: QtBot) -> None:
    view = ConsequencesView()
    qtbot.addWidget(view)
    view.resize(700, 500)
    with qtbot.waitExposed(view):
        view.show()
    view.activateWindow()
    view.show_consequences(*changed(forum(), forum(1_000, 15_000_000)))
    model = view.table.model()
    read = [[model.index(row, column).data() for column in (0, 1, 2)] for row in range(model.rowCount())]
    assert ["Pool", "", ""] in read
    rate = f"EUR{HARD}20{HARD}000 → EUR{HARD}15{HARD}000 (−5{HARD}000)"
    assert ["EUR per relocation", rate, ""] in read
    assert any(line[1].startswith("pledge in relocations 400 → 533.33") for line in read)
    assert model.headerData(0, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole) is None
    view.table.setFocus()
    before = view.grab().toImage()
    QTest.keyClick(view.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    selected = view.grab().toImage()
    theme().choose(Scheme.DARK)
    dark = view.grab().toImage()
    theme().choose(Scheme.LIGHT)
    assert before != selected
    assert selected != dark


def test_fair_shares_that_change_in_money_alone_are_told_apart() -> None:
    # 50 001 of 100 000 inhabitants: 50.0005 % of R = 1 000 are still 501 and 500 persons, the money differs.
    now, then = changed(forum(), forum(1_000, 20_000_010))
    assert "2 fair shares change in EUR" in summary_text(now, then)
    more = replace(forum(1_001, 20_020_000), key=Key(states=(KeyState("BE", 9_999, 9_999), KeyState("EE", 1, 1))))
    less = replace(more, pool=Pool(1_000, 20_000_000))
    assert summary_text(*changed(less, more)).startswith("1 fair share changes in persons, 2 in EUR")


def test_the_verdict_is_in_sight_where_the_room_is_narrow(qtbot: QtBot) -> None:
    view = ConsequencesView()
    qtbot.addWidget(view)
    view.resize(520, 400)
    with qtbot.waitExposed(view):
        view.show()
    view.show_consequences(*changed(forum(), forum(1_500, 30_000_000)))
    table = view.table
    assert table.isColumnHidden(HEADINGS.index("Fair share, EUR"))
    assert not table.isColumnHidden(HEADINGS.index("Verdict"))
    assert table.horizontalScrollBar().maximum() == 0
    view.resize(1300, 400)
    assert not table.isColumnHidden(HEADINGS.index("Fair share, EUR"))
