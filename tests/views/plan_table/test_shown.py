"""What the table of plans shows, and what it says to those who cannot see it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter

from desktop_app.calc.forum import Forum
from desktop_app.calc.response_plans import ResponsePlan
from desktop_app.calc.search_and_rescue import ActPath, DisembarkationAct, SearchAndRescue, TopUp
from desktop_app.views.plan_table.columns import HEADINGS, LAYOUT, Column, column_called, id_of
from desktop_app.views.plan_table.totals import TotalsRow
from desktop_app.views.theme import Scheme, theme
from desktop_app.views.typed_table.delegate import CellDelegate
from tests.views.plan_table.owner import Owner, names_of
from tests.views.pledge_table.owner import drawn
from tests.views.table_owner import plain

Open = Callable[[Forum], Owner]


def with_(forum: Forum, **changes: object) -> Forum:
    """Return the forum with other records of the procedure."""
    return replace(forum, search_and_rescue=replace(forum.search_and_rescue, **changes))  # type: ignore[arg-type]


def test_every_figure_of_the_worked_example_stands_where_it_belongs(rescue: Forum) -> None:
    # Worked by hand: 2 000 persons, shares of 51.29, 4.41, 37.89 and 6.41 %; France's half is 379 persons.
    germany, greece, france, sweden, *under = Owner(rescue).drawing()
    assert germany == (
        "DE Germany | 51.2936 | 1 026 | 1 026 | DE-SAR-1 (Rev) 1 | 19 Nov 2026 | 900 | 20 | – | – | – | – | 1 026 "
        "| – | – | key"
    )
    assert greece == "EL Greece | 4.4070 | 88 | – | nobody asks | – | – | – | – | – | – | – | – | – | – | –"
    assert france == (
        "FR France | 37.8924 | 758 | 758 | FR-SAR-1 | 12 Nov 2026 | 100 | 0 | 560 | 657.85 | 32.89 "
        "| 279 split? | 299 | 80 | 379 | plan + cover"
    )
    assert sweden == (
        "SE Sweden | 6.4070 | 128 | 128 | no plan | – | [····] | [····] | – | – | – | – | 128 | – | – | [flag] COM"
    )
    assert under[0] == (
        "Contributing states | 95.5930 | 1 912 | 1 912 | [unknown] 1 open |  | 1 000 | 20 | 560 | 657.85 "
        "| [warn] 32.89 | 279 | 1 453 | 80 | 379"
    )
    assert under[1:] == [
        "Nobody is asked for | 4.4070 | 88",
        "Covered by the pledges |  | 50.00 % | 52.31 %",
    ]


def test_standings_have_icons_of_their_own(rescue: Forum) -> None:
    late = replace(rescue.search_and_rescue.plans[-1], submitted=date(2026, 11, 15))
    of = rescue.search_and_rescue
    desk = Owner(with_(rescue, plans=(*of.plans[:-1], late)))
    assert names_of(desk.cell("DE", Column.MEMBER_STATE)) == ["[ok] in time"]
    assert names_of(desk.cell("EL", Column.MEMBER_STATE)) == ["[ship] benefitting"]
    assert names_of(desk.cell("FR", Column.MEMBER_STATE)) == ["[history] late", "[flag]"]
    assert names_of(desk.cell("SE", Column.MEMBER_STATE)) == ["[block] missing", "[flag]"]
    early = Owner(replace(with_(rescue, plans=(), act=DisembarkationAct()), as_of=date(2026, 11, 1)))
    assert names_of(early.cell("SE", Column.MEMBER_STATE)) == ["[calendar] awaited"]
    # What is typed of a late plan stays to be seen; it looks as if it counted for nothing, and says so.
    cell = desk.cell("FR", Column.RELOCATIONS)
    assert (cell.text, cell.quiet) == ("100", True)
    assert "counts as no plan" in cell.about


def test_a_revision_after_the_forum_is_shown_and_said_not_to_count(rescue: Forum) -> None:
    of = rescue.search_and_rescue
    after = replace(of.plans[1], revision=2, submitted=date(2026, 11, 21), relocations=1100)
    desk = Owner(with_(rescue, plans=(*of.plans, after)))
    assert plain(drawn(desk.cell("DE", Column.SUBMITTED))) == "[history] 21 Nov 2026"
    assert "revision 1 counts, with 900 persons" in desk.cell("DE", Column.RELOCATIONS).about
    assert desk.table.totals_model.cell(TotalsRow.ASKED, Column.RELOCATIONS).text == "1\u202f000"


def test_a_plan_typed_in_the_table_lacks_number_and_date(rescue: Forum) -> None:
    desk = Owner(with_(rescue, plans=(ResponsePlan("SE", relocations=5),)))
    assert drawn(desk.cell("SE", Column.REFERENCE)) == "no number"
    assert drawn(desk.cell("SE", Column.SUBMITTED)) == "[warn] no date"
    # Nor does it pass for a plan that came in time.
    assert names_of(desk.cell("SE", Column.MEMBER_STATE))[0] == "[warn] no date"


def test_a_top_up_shows_before_and_after(rescue: Forum) -> None:
    desk = Owner(with_(rescue, top_up=TopUp("EL", 3000)))
    # 3 000 × 37.8924 % = 1 136.77; half of it is 568.39.
    cell = desk.cell("FR", Column.KEY_NUMBER)
    assert (plain(cell.text), cell.aside) == ("1 137", "758 →")
    assert (desk.cell("FR", Column.FIXED_SPONSORSHIP).text, desk.cell("FR", Column.FIXED_SPONSORSHIP).aside) == (
        "120",
        "80 →",
    )
    assert "the total went from 2 000 to 3 000" in plain(desk.table.note.text())
    # The sums under the key stand before and after, too; together they are the totals.
    sums = [drawn(desk.table.totals_model.cell(row, Column.KEY_NUMBER)) for row in (0, 1)]
    assert sums == ["2 868 1\u202f912 →", "132 88 →"]


def test_an_act_as_pledged_names_the_plan(rescue: Forum) -> None:
    sufficient = Owner(with_(rescue, act=DisembarkationAct(ActPath.SUFFICIENT)))
    assert drawn(sufficient.cell("DE", Column.SET)) == "plan"
    assert drawn(sufficient.cell("FR", Column.FIXED_MEASURES)) == "560"
    # The test decides nothing then, and does not warn.
    assert drawn(sufficient.table.totals_model.cell(0, Column.PART)) == "[unknown] 32.89"
    unjudged = Owner(with_(rescue, act=DisembarkationAct()))
    cell = unjudged.cell("DE", Column.FIXED_RELOCATIONS)
    assert (cell.text, cell.quiet, cell.about) == ("900", True, "Not judged yet: as pledged.")
    assert drawn(unjudged.cell("SE", Column.FIXED_RELOCATIONS)) == "–"


def test_findings_stand_in_the_tooltip_of_their_cell(rescue: Forum) -> None:
    desk = Owner(rescue)
    found = [each for each in desk.assessment.findings if each.state is not None]
    assert found
    for finding in found:
        cell = desk.cell(finding.state or "", column_called(finding.column))
        assert str(finding.message) in cell.about


def test_an_empty_forum_says_what_to_do(open_desk: Open, rescue: Forum) -> None:
    desk = open_desk(replace(rescue, search_and_rescue=SearchAndRescue()))
    assert desk.note() == "Nothing is asked yet: enter the report and the requests (Ctrl+Shift+R)."
    desk.show(replace(rescue, key=replace(rescue.key, states=()), search_and_rescue=SearchAndRescue()))
    assert desk.codes() == []
    assert desk.table._nobody.isVisible()
    assert "Ctrl+K" in desk.table._nobody.text()
    desk.press("5", Qt.Key.Key_F2, Qt.Key.Key_Delete, Qt.Key.Key_Return, Qt.Key.Key_Down)
    assert desk.changes == []
    desk.show(rescue)
    assert desk.codes() == ["DE", "EL", "FR", "SE"]
    assert not desk.table._nobody.isVisible()


def test_an_incomplete_report_or_key_is_said(rescue: Forum) -> None:
    of = rescue.search_and_rescue.report
    half = replace(of, benefitting=(replace(of.benefitting[0], relocations=None),))
    assert "not all entered" in Owner(with_(rescue, report=half)).table.note.text()
    states = (replace(rescue.key.states[0], population=None), *rescue.key.states[1:])
    desk = Owner(replace(rescue, key=replace(rescue.key, states=states)))
    assert "The key is not complete" in desk.table.note.text()
    assert drawn(desk.cell("DE", Column.SHARE)) == "…"


def test_sorts_by_a_column_and_goes_back_to_protocol_order(open_desk: Open, rescue: Forum) -> None:
    desk = open_desk(rescue)
    desk.table.go_to("FR", "relocations")
    desk.table.sort_here()
    assert desk.codes() == ["FR", "DE", "EL", "SE"]
    assert desk.at() == ("FR", "relocations")
    assert desk.note().startswith("Sorted by relocations, lowest first")
    # Nothing moves under the typist.
    desk.press("950", Qt.Key.Key_Return)
    assert desk.codes() == ["FR", "DE", "EL", "SE"]
    desk.table.sort_here()
    assert desk.codes() == ["FR", "DE", "EL", "SE"]
    assert "highest first" in desk.note()
    desk.press(Qt.Key.Key_Escape)
    assert (desk.codes(), desk.note()) == (["DE", "EL", "FR", "SE"], "")
    assert desk.table.back() is False
    desk.table.sort_by(Column.SUBMITTED)
    desk.table.sort_by(Column.SUBMITTED)
    assert desk.codes()[:2] == ["DE", "FR"]
    assert desk.note().startswith("Sorted by day of submission, latest first")
    desk.table.sort_by(Column.SUBMITTED)
    assert desk.codes() == ["DE", "EL", "FR", "SE"]


def test_finds_what_stands_in_a_cell(open_desk: Open, rescue: Forum) -> None:
    desk = open_desk(rescue)
    desk.table.search.start()
    desk.press("379")
    assert desk.at() == ("FR", "fixed_measures")
    assert desk.table.search.bar.count == "1 of 1"
    desk.table.sort_by(Column.RELOCATIONS)
    assert desk.table.search.bar.count == "1 of 1"
    desk.table.setFocus()
    desk.press(Qt.Key.Key_Escape)
    assert not desk.table.search.bar.isVisible()
    assert desk.table.grid.hasFocus()


def test_figures_and_findings_lead_to_their_cells(open_desk: Open, rescue: Forum) -> None:
    desk = open_desk(rescue)
    desk.table.go_to("SE", "plan")
    assert desk.at() == ("SE", "plan")
    assert desk.last() == ("", "SE")
    desk.table.go_to("FR", "measures")
    assert desk.at() == ("FR", "claimed")
    assert desk.last() == ("claimed", "FR")
    for figure in ("coverage_of_asked_percent", "not_asked", "pledged", "shortfall_percent"):
        desk.table.go_to(None, figure)
        assert desk.last() == (figure, None)
        assert desk.at() == (None, figure)
    desk.press(Qt.Key.Key_Up)
    assert desk.at()[0] == "SE"
    for column in Column:
        assert column_called(id_of(column)) is column


def test_the_rows_under_the_table_are_reached_and_give_way(open_desk: Open, rescue: Forum) -> None:
    desk = open_desk(rescue)
    desk.table.go_to("SE", "key_number")
    desk.press(Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert desk.last() == ("coverage_percent", None)
    desk.press(Qt.Key.Key_Right)
    assert desk.last() == ("coverage_of_asked_percent", None)
    desk.press(Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Up)
    assert desk.at() == ("SE", "asked")
    desk.table.set_zoom(200)
    assert desk.table.totals.isRowHidden(TotalsRow.COVERED)
    desk.table.go_to(None, "coverage_percent")
    # The row comes into sight for whoever goes there.
    assert desk.last() == ("coverage_percent", None)


def test_copies_with_headings_and_adds_up_the_selection(open_desk: Open, rescue: Forum) -> None:
    desk = open_desk(rescue)
    desk.table.go_to("FR", "relocations")
    desk.press(Qt.Key.Key_Down, modifier=Qt.KeyboardModifier.ShiftModifier)
    desk.press(Qt.Key.Key_Right, modifier=Qt.KeyboardModifier.ShiftModifier)
    assert desk.told == "4 cells · 100 persons (average of 2: 50, 2 not known)"
    desk.table.copy(with_headers=True)
    assert QGuiApplication.clipboard().text().splitlines() == [
        "Member State, and its plan\tRelocations, persons\tVulnerable, of these",
        "France\t100\t0",
        "Sweden\t\t",
    ]


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_every_look_is_painted(open_desk: Open, rescue: Forum, scheme: Scheme) -> None:
    former = theme().scheme
    theme().choose(scheme)
    desk = open_desk(with_(rescue, top_up=TopUp("EL", 3000)))
    for zoom in (100, 200):
        desk.table.set_zoom(zoom)
        assert not desk.table.grab().isNull()
    theme().choose(former)


@pytest.mark.parametrize("top_up", [None, TopUp("EL", 3000)])
def test_nothing_is_cut_at_the_width_of_a_laptop(open_desk: Open, rescue: Forum, top_up: TopUp | None) -> None:
    desk = open_desk(with_(rescue, top_up=top_up))
    drawing = desk.table.drawing()
    for column in LAYOUT.shown:
        room = desk.table.grid.columnWidth(column)
        assert room >= drawing.least_width(column), HEADINGS[Column(column)].title
        for row in range(desk.table.model.rowCount()):
            assert room >= drawing.width_of(column, desk.table.model.cell(row, column))
    assert desk.table.grid.horizontalScrollBar().maximum() == 0


def test_a_number_scrolled_partly_out_of_sight_is_not_shown_in_part(open_desk: Open, rescue: Forum) -> None:
    desk = open_desk(rescue)
    desk.table.resize(700, 400)
    view, index = desk.table.grid, desk.table.model.index(0, Column.SHARE)
    view.horizontalScrollBar().setValue(view.columnWidth(Column.SHARE) - 30)
    cell = view.visualRect(index)
    ink = view.viewport().grab(QRect(0, cell.top(), cell.right(), cell.height())).toImage()
    # What stands in the 30 pixels in sight is painted anew as a whole: neither digit nor decimal sign, an ellipsis.
    heights = [y for y in range(ink.height() - 2) for x in range(2, 28) if ink.pixelColor(x, y).lightness() < 120]
    assert heights, "the ellipsis"
    assert max(heights) - min(heights) <= 3


def test_what_a_number_was_stands_beside_it_or_not_at_all(rescue: Forum) -> None:
    desk = Owner(with_(rescue, top_up=TopUp("EL", 3000)))
    cell, delegate = desk.cell("FR", Column.KEY_NUMBER), desk.table.grid.itemDelegate()
    assert isinstance(delegate, CellDelegate)
    painter, written = QPainter(canvas := QImage(300, 30, QImage.Format.Format_RGB32)), list[str]()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(delegate, "_text", lambda _painter, _rect, _where, text, _ink: written.append(plain(text)))
        for width in (300, 50):
            delegate._number(painter, QRect(0, 0, width, canvas.height()), cell, Column.KEY_NUMBER)
    painter.end()
    assert written == ["1 137", "758 →", "1 137"]
