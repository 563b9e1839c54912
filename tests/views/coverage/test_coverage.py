"""The picture of coverage in the real window: by keyboard, by mouse, live, and painted so that types differ."""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.calc.changes import PledgeColumn, RecordPledge
from desktop_app.calc.consequences import Verdict
from desktop_app.calc.forum import Forum, Pool
from desktop_app.calc.member_states import PROTOCOL_ORDER
from desktop_app.calc.rulebooks.annual_pool.book import assess
from desktop_app.documents.coverage_bars import Bar, Order, Part, Picture, Pledged, Scale, picture_of
from desktop_app.views.coverage.bars import BarsModel, Role
from desktop_app.views.coverage.painting import paint_bar, paint_deducted, paint_part
from desktop_app.views.coverage.window import CoverageWindow
from desktop_app.views.main_window import MainWindow
from desktop_app.views.theme import Scheme, theme


def plain(text: str) -> str:
    return text.replace("\u202f", " ").replace("\u00a0", " ")


@pytest.fixture
def picture(window: MainWindow, qtbot: QtBot) -> CoverageWindow:
    """Open the picture by its menu command, with the keyboard in it."""
    window.table.go_to("HU", "relocations")
    window.menus.actions["coverage"].trigger()
    shown = window.coverage.picture
    assert shown is not None
    qtbot.waitUntil(shown.list.hasFocus)
    return shown


def current(picture: CoverageWindow) -> str:
    bar = picture.model.bar(picture.list.currentIndex().row())
    return "" if bar is None else bar.code


def codes(picture: CoverageWindow) -> list[str]:
    return [] if picture.picture is None else [bar.code for bar in picture.picture.bars]


def test_it_opens_at_the_state_of_the_cursor_and_says_every_figure(picture: CoverageWindow) -> None:
    assert current(picture) == "HU"
    assert plain(picture.words.text()) == "Hungary: fair share 348, exact 347.70 · gross 0 · no pledge · 348 missing"
    assert plain(picture.pool.accessibleName()).startswith("All Member States: fair share 21 000")
    index = picture.list.currentIndex()
    assert plain(index.data(Qt.ItemDataRole.AccessibleTextRole)) == plain(picture.words.text())
    assert index.data(Qt.ItemDataRole.ToolTipRole) == index.data(Qt.ItemDataRole.AccessibleTextRole)


def test_keys_go_from_bar_to_bar_and_enter_to_the_row(window: MainWindow, picture: CoverageWindow) -> None:
    QTest.keyClick(picture.list, Qt.Key.Key_Down)
    assert current(picture) == "SK"
    QTest.keyClick(picture.list, Qt.Key.Key_End)
    assert current(picture) == codes(picture)[-1]
    QTest.keyClicks(picture.list, "fra")
    assert current(picture) == "FR"
    QTest.keyClick(picture.list, Qt.Key.Key_Return)
    assert window.table.selected() == ("FR", "coverage_percent")


def test_the_mouse_over_a_bar_gives_its_figures(picture: CoverageWindow) -> None:
    row = picture.model.row_of("PT")
    assert row is not None
    place = picture.list.visualRect(picture.model.index(row)).center()
    QTest.mouseMove(picture.list.viewport(), place)
    picture.list.entered.emit(picture.model.index(row))
    assert picture.words.text().startswith("Portugal: ")


def test_orders_and_scale_by_keyboard_are_remembered(window: MainWindow, picture: CoverageWindow, qtbot: QtBot) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(picture, Qt.Key.Key_2, control)
    assert codes(picture) == [code for code in PROTOCOL_ORDER if code != "DK"]
    assert current(picture) == "HU", "the current state stays current"
    QTest.keyClick(picture, Qt.Key.Key_3, control)
    assert codes(picture)[:2] == ["DE", "FR"]
    QTest.keyClick(picture, Qt.Key.Key_R, control)
    assert picture.picture is not None
    assert picture.picture.scale is Scale.RELOCATIONS
    assert (window.settings.coverage_order, window.settings.coverage_scale) == ("share", "relocations")
    QTest.keyClick(picture, Qt.Key.Key_R, control)
    assert window.settings.coverage_scale == "fair_share"
    QTest.keyClick(picture, Qt.Key.Key_1, control)
    assert picture.orders[Order.GAP].isChecked()
    QTest.keyClick(picture, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not picture.isVisible())


def test_gross_and_net_by_keyboard_and_button_are_remembered(window: MainWindow, picture: CoverageWindow) -> None:
    assert (picture.pledged, picture.net.isChecked()) == (Pledged.GROSS, False)
    before = picture.legend.grab().toImage()
    QTest.keyClick(picture, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert picture.picture is not None
    assert picture.picture.pledged is Pledged.NET
    assert all(bar.is_net for bar in picture.picture.bars)
    assert picture.legend.grab().toImage() != before, "nothing is hatched now"
    assert window.settings.coverage_pledged == "net"
    QTest.mouseClick(picture._bar.widgetForAction(picture.net), Qt.MouseButton.LeftButton)
    assert (picture.pledged, window.settings.coverage_pledged) == (Pledged.GROSS, "gross")


def test_net_is_taken_up_where_it_was_chosen_last(window: MainWindow) -> None:
    window.settings.coverage_pledged = "net"
    window.menus.actions["coverage"].trigger()
    assert window.coverage.picture is not None
    assert window.coverage.picture.net.isChecked()


def test_what_was_remembered_is_taken_up_or_passed_over(window: MainWindow) -> None:
    window.settings.coverage_order, window.settings.coverage_scale = "protocol", "furlongs"
    window.menus.actions["coverage"].trigger()
    shown = window.coverage.picture
    assert shown is not None
    assert (shown.order, shown.scale) == (Order.PROTOCOL, Scale.FAIR_SHARE)


def test_it_follows_what_is_typed(window: MainWindow, picture: CoverageWindow, qtbot: QtBot) -> None:
    assert window.desk is not None
    window.desk.apply(RecordPledge("HU", PledgeColumn.RELOCATIONS, 100))
    qtbot.waitUntil(lambda: "100 relocations" in picture.words.text())
    assert current(picture) == "HU"
    assert plain(picture.words.text()) == (
        "Hungary: fair share 348, exact 347.70 · 100 relocations · gross 100 · 28.76 % · 248 missing"
    )
    picture.close()
    window.desk.apply(RecordPledge("HU", PledgeColumn.RELOCATIONS, 200))
    qtbot.wait(100)
    assert "100 relocations" in picture.words.text(), "out of sight it costs nothing"
    window.menus.actions["coverage"].trigger()
    assert "200 relocations" in picture.words.text()


def test_it_goes_with_its_forum(window: MainWindow, picture: CoverageWindow) -> None:
    window.menus.actions["close"].trigger()
    assert not picture.isVisible()
    window.coverage.show()
    assert not picture.isVisible()


def test_the_zoom_reaches_it(window: MainWindow, picture: CoverageWindow) -> None:
    before = picture.list.sizeHintForRow(0), picture.legend.sizeHint().height(), picture.pool.sizeHint().height()
    window.set_zoom(200)
    after = picture.list.sizeHintForRow(0), picture.legend.sizeHint().height(), picture.pool.sizeHint().height()
    assert all(large > 1.4 * usual for large, usual in zip(after, before, strict=True))


def test_a_narrow_window_has_a_legend_of_more_lines(picture: CoverageWindow) -> None:
    picture.resize(1000, 600)
    QApplication.processEvents()
    wide = picture.legend.height()
    picture.resize(420, 600)
    QApplication.processEvents()
    assert picture.legend.height() > wide


def test_it_is_previewed_as_it_stands(window: MainWindow, picture: CoverageWindow, qtbot: QtBot) -> None:
    picture.choose(order=Order.SHARE, scale=Scale.RELOCATIONS, pledged=Pledged.NET)
    QTest.keyClick(picture, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    preview = window.files.documents._previews["coverage"]
    qtbot.waitUntil(preview.isVisible)
    assert window.desk is not None
    from desktop_app.documents.coverage import coverage_pdf
    from desktop_app.models.interchange import fingerprint

    forum = window.desk.annual_pool.forum
    expected = coverage_pdf(
        window.desk.annual_pool,
        fingerprint(forum),
        order=Order.SHARE,
        scale=Scale.RELOCATIONS,
        pledged=Pledged.NET,
    )
    assert preview.data == expected


def test_without_fair_shares_it_says_why(window: MainWindow, sample: Forum, picture: CoverageWindow) -> None:
    picture.show_assessment(assess(replace(sample, pool=Pool())))
    assert codes(picture) == []
    assert picture.words.text().startswith("No Member State has a fair share yet")
    assert picture.pool.toolTip() == "no reference number"
    picture.grab()
    picture.list.activated.emit(picture.model.index(0))
    picture.go_to("HU")


def test_a_window_that_has_seen_no_figures_is_empty(qtbot: QtBot) -> None:
    empty = CoverageWindow(None, Order.GAP, Scale.FAIR_SHARE)
    qtbot.addWidget(empty)
    empty.choose(order=Order.SHARE)
    assert empty.picture is None
    assert empty.model.rowCount() == 0
    empty.grab()


def test_the_model_keeps_qts_rules(sample: Forum) -> None:
    model = BarsModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for forum in (sample, replace(sample, pool=Pool()), sample):
        for order in Order:
            model.show_picture(picture_of(assess(forum), order, Scale.FAIR_SHARE))
    index = model.index(0)
    assert isinstance(index.data(Role.BAR), Bar)
    assert index.data() == "Germany"
    assert index.data(Qt.ItemDataRole.DecorationRole) is None
    assert model.data(model.index(99)) is None
    assert model.row_of("DK") is None


# ------------------------------------------------------------------------------------------------------------- painting


@pytest.fixture(params=[Scheme.LIGHT, Scheme.DARK])
def scheme(request: pytest.FixtureRequest) -> Iterator[Scheme]:
    theme().choose(request.param)
    yield request.param
    theme().choose(Scheme.SYSTEM)


def painted(part: Part | None) -> QImage:
    """Paint a part, or the deducted one, in grey: what is left when nobody sees colours."""
    image = QImage(60, 14, QImage.Format.Format_RGB32)
    image.fill(theme().colours.raised)
    painter = QPainter(image)
    if part is None:
        paint_deducted(painter, QRect(0, 0, 60, 14))
    else:
        paint_part(painter, QRect(0, 0, 60, 14), part)
    painter.end()
    return image.convertToFormat(QImage.Format.Format_Grayscale8)


@pytest.mark.usefixtures("scheme")
def test_types_differ_without_any_colour() -> None:
    images = [painted(part) for part in (*Part, None)]

    def rows_alike(image: QImage) -> bool:
        """Every line is of one grey: solid or striped."""
        return all(len({image.pixel(x, y) for x in range(4, 56)}) == 1 for y in range(3, 11))

    def columns_alike(image: QImage) -> bool:
        return all(len({image.pixel(x, y) for y in range(3, 11)}) == 1 for x in range(4, 56))

    kinds = [(rows_alike(image), columns_alike(image)) for image in images]
    assert kinds[0] == (True, True), "relocations are solid"
    assert kinds[1] == (True, False), "money is striped"
    assert kinds[2] == kinds[3] == (False, False)
    assert images[2] != images[3]


def bar_image(bar: Bar, scale: Scale = Scale.FAIR_SHARE) -> QImage:
    image = QImage(300, 20, QImage.Format.Format_RGB32)
    image.fill(theme().colours.raised)
    painter = QPainter(image)
    paint_bar(painter, image.rect(), Picture((bar,), None, Order.GAP, scale, Fraction(100)), bar)
    painter.end()
    return image


def make(code: str, relocations: int | None, verdict: Verdict) -> Bar:
    value = None if relocations is None else Fraction(relocations)
    return Bar(code, Fraction(50), ((Part.RELOCATIONS, value),), value, Fraction(0), None, None, verdict)


@pytest.mark.usefixtures("scheme")
def test_no_pledge_and_nothing_recorded_look_different_and_both_are_empty() -> None:
    none, nothing = make("BE", 0, Verdict.NO_PLEDGE), make("BE", None, Verdict.NOT_KNOWN)
    assert bar_image(none) != bar_image(nothing)
    border, raised = theme().colours.border.rgb(), theme().colours.raised.rgb()
    edge = {bar_image(none).pixel(x, 3) for x in range(5, 60)}
    assert edge == {border}
    assert {bar_image(nothing).pixel(x, 3) for x in range(5, 60)} >= {border, raised}


@pytest.mark.usefixtures("scheme")
def test_what_is_deducted_is_hatched_at_the_end_of_the_bar() -> None:
    gross = make("BE", 50, Verdict.MET)
    net = bar_image(replace(gross, deducted=Fraction(25)))
    full = bar_image(gross)
    assert net.copy(0, 0, 95, 20) == full.copy(0, 0, 95, 20)
    assert net.copy(102, 0, 95, 20) != full.copy(102, 0, 95, 20)


@pytest.mark.usefixtures("scheme")
def test_the_mark_stands_at_the_fair_share_and_a_bar_beyond_the_edge_is_cut() -> None:
    text = theme().colours.text.rgb()
    half = bar_image(make("BE", 25, Verdict.SHORT))
    # One fair share lies at two thirds of the width.
    assert half.pixel(199, 1) == text
    assert half.pixel(100, 10) != half.pixel(90, 10), "half a share ends at one third"
    assert bar_image(make("BE", 500, Verdict.MET)) != bar_image(make("BE", 75, Verdict.MET))
    pool = bar_image(make("", 25, Verdict.SHORT), Scale.RELOCATIONS)
    assert pool.pixel(199, 1) == text, "the pool keeps its own scale"
