"""The small shared widgets."""

from fractions import Fraction

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.calc.forum import Procedure
from desktop_app.views.banner import Banner
from desktop_app.views.empty import NoForum
from desktop_app.views.flow_layout import FlowLayout
from desktop_app.views.parts import Bar, Chip, ChipButton, ElidedLabel, FigureButton, ToneLabel
from desktop_app.views.theme import LIGHT, Scheme, theme


@pytest.fixture(autouse=True)
def _light() -> None:
    theme().choose(Scheme.LIGHT)


def colours_in(widget: QWidget) -> set[str]:
    image = widget.grab().toImage()
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


def test_a_long_text_is_cut_in_the_middle_and_told_in_full(qtbot: QtBot) -> None:
    label = ElidedLabel("Annual Solidarity Pool for 2026, from public sources")
    qtbot.addWidget(label)
    label.resize(120, 20)
    label.show()
    assert label.text().startswith("Annual")
    assert label.text().endswith("sources")
    assert "…" in label.text()
    assert label.toolTip() == label.full_text
    label.resize(800, 20)
    assert label.text() == label.full_text
    assert label.toolTip() == ""
    assert label.minimumSizeHint().width() < label.sizeHint().width()


def test_a_label_follows_tone_zoom_and_theme(qtbot: QtBot) -> None:
    label = ToneLabel("text")
    qtbot.addWidget(label)
    label.set_tone("block")
    assert label.colour == LIGHT.block
    theme().choose(Scheme.DARK)
    assert label.colour == theme().colours.block
    theme().choose(Scheme.LIGHT)
    label.set_scale(2.0)
    assert label.font().pointSizeF() == 2 * theme().font().pointSizeF()


def test_a_chip_keeps_its_words_unless_it_may_give_way(qtbot: QtBot) -> None:
    firm, soft = Chip(), ChipButton()
    qtbot.addWidget(firm)
    qtbot.addWidget(soft)
    firm.say("RESTREINT UE/EU RESTRICTED", "block", "block_ground")
    soft.say("Public sources, not the annex", "All of the note.")
    assert soft.toolTip() == "All of the note."
    assert firm.minimumSizeHint() == firm.sizeHint()
    assert soft.minimumSizeHint().width() < soft.sizeHint().width()
    firm.resize(firm.sizeHint())
    assert LIGHT.block_ground.name() in colours_in(firm)


@pytest.mark.parametrize(
    ("ratio", "present", "absent"),
    [
        (None, "line", "accent"),
        (Fraction(0), "raised", "accent"),
        (Fraction(1, 2), "accent", "ok"),
        (Fraction(1), "ok", "accent"),
        (Fraction(3), "ok", "accent"),
    ],
)
def test_the_bar_is_filled_as_far_as_the_ratio(qtbot: QtBot, ratio: Fraction | None, present: str, absent: str) -> None:
    bar = Bar()
    qtbot.addWidget(bar)
    bar.resize(bar.sizeHint())
    bar.show_ratio(ratio)
    colours = colours_in(bar)
    assert LIGHT.named(present).name() in colours
    assert LIGHT.named(absent).name() not in colours


def test_a_figure_shows_where_mouse_and_keyboard_are(qtbot: QtBot) -> None:
    figure = FigureButton()
    qtbot.addWidget(figure)
    figure.say("21\u202f000", "ok", "ok")
    assert figure.text() == "21\u00a0000"
    figure.resize(figure.sizeHint())
    with qtbot.waitExposed(figure):
        figure.show()
    figure.activateWindow()
    figure.setFocus()
    assert LIGHT.accent.name() in colours_in(figure)
    figure.clearFocus()
    assert LIGHT.accent.name() not in colours_in(figure)
    with qtbot.waitSignal(figure.clicked):
        QTest.mouseClick(figure, Qt.MouseButton.LeftButton)
    place = QPointF(2, 2)
    QApplication.sendEvent(figure, QEnterEvent(place, place, place))


def test_a_flow_goes_on_in_the_next_line(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    flow = FlowLayout(host, gap=10, line_gap=5)
    flow.setContentsMargins(0, 0, 0, 0)
    boxes = [QWidget() for _ in range(3)]
    for box in boxes:
        box.setFixedSize(100, 20)
        flow.addWidget(box)
    assert flow.count() == 3
    assert flow.heightForWidth(320) == 20
    assert flow.heightForWidth(319) == 45
    assert flow.heightForWidth(90) == 70
    host.resize(210, 45)
    host.show()
    assert [box.pos() for box in boxes] == [QPoint(0, 0), QPoint(110, 0), QPoint(0, 25)]
    assert flow.sizeHint().width() == 100
    assert flow.expandingDirections() == Qt.Orientation(0)
    assert flow.itemAt(3) is None
    taken = flow.takeAt(0)
    assert taken is not None
    assert taken.widget() is boxes[0]
    assert flow.takeAt(2) is None


def test_the_banner_says_and_does(qtbot: QtBot) -> None:
    banner, done = Banner(), []
    qtbot.addWidget(banner)
    button = banner.add_button("&Refresh", lambda: done.append(1))
    assert not banner.isVisible()
    banner.say("Read-only: somebody types.")
    banner.resize(400, 32)
    assert banner.isVisible()
    assert LIGHT.warn_ground.name() in colours_in(banner)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert done == [1]


def test_without_a_forum_two_things_can_be_done(qtbot: QtBot) -> None:
    page = NoForum()
    qtbot.addWidget(page)
    page.show()
    for signal, text in ((page.new_wanted, "&New forum…"), (page.open_wanted, "O&pen a forum…")):
        with qtbot.waitSignal(signal):
            page.button(text).click()
        with qtbot.waitSignal(signal):
            QTest.keyClick(page.button(text), Qt.Key.Key_Return)


def test_without_a_forum_each_sample_can_be_tried_and_says_what_it_is(qtbot: QtBot) -> None:
    page = NoForum()
    qtbot.addWidget(page)
    said = []
    for procedure, text in (
        (Procedure.ANNUAL_POOL, "&Annual Solidarity Pool for 2026"),
        (Procedure.SEARCH_AND_RESCUE, "&Search and rescue"),
        (Procedure.MIGRATORY_PRESSURE, "&Migratory pressure"),
        (Procedure.VOLUNTARY, "Vo&luntary solidarity"),
    ):
        button = page.button(text)
        said.append(button.accessibleDescription())
        with qtbot.waitSignal(page.sample_wanted) as wanted:
            button.click()
        assert wanted.args == [procedure]
    assert "law in force" in said[0]
    assert "never law" in said[1]
    assert "never law" in said[2]
    assert "binds nobody" in said[3]
    assert all("invented" in words for words in said[1:])


def test_an_unknown_tone_is_text(qtbot: QtBot) -> None:
    label = ToneLabel("text", tone="no such tone")
    qtbot.addWidget(label)
    assert label.colour == QColor(LIGHT.text)
