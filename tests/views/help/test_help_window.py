"""The manual's window, what is this, and the tour: by keyboard, on the sample."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWhatsThis
from pytestqt.qtbot import QtBot

from desktop_app.calc.forum import Procedure
from desktop_app.views.help.context import topic_at, words_at
from desktop_app.views.help.pages import Topic, page
from desktop_app.views.help.steps import STEPS as ALL_STEPS
from desktop_app.views.help.window import HelpWindow
from desktop_app.views.main_window import MainWindow

STEPS = ALL_STEPS[Procedure.ANNUAL_POOL]


@pytest.fixture
def manual(qtbot: QtBot) -> HelpWindow:
    shown = HelpWindow(None)
    qtbot.addWidget(shown)
    with qtbot.waitExposed(shown):
        shown.show()
    shown.activateWindow()
    return shown


def test_a_topic_is_shown_at_its_heading(manual: HelpWindow) -> None:
    topic = Topic("rules", "AMMR-61-g: The act that grants a deduction")
    manual.show_topic(topic)
    assert manual.topic == topic
    assert manual.text.textCursor().block().text() == topic.heading
    manual.show_topic(Topic("rules", "no such heading"))
    assert manual.topic == Topic("rules")
    manual.show_topic(Topic("nowhere"))
    assert manual.topic == Topic("rules")


def test_search_by_keyboard(manual: HelpWindow) -> None:
    QTest.keyClick(manual, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(manual.search, "responsibility offsets")
    assert "ffsets" in manual.text.toPlainText()
    QTest.keyClick(manual.search, Qt.Key.Key_Down)
    assert manual.contents.hasFocus()
    manual.search.setText("xylophone")
    first = manual.contents.topLevelItem(0)
    assert first is not None
    assert first.text(0).startswith("Nothing in the manual")
    manual.search.setFocus()
    QTest.keyClick(manual, Qt.Key.Key_Escape)
    assert manual.search.text() == ""
    assert manual.contents.topLevelItemCount() > 5


def test_f1_opens_the_manual_where_the_keyboard_is(window: MainWindow) -> None:
    window.table.go_to("BE", "financial")
    window.table.setFocus()
    assert topic_at(window) == Topic("columns", "Financial (EUR)")
    assert words_at(window).startswith("Financial (EUR)")
    window.findings.setFocus()
    assert topic_at(window).page == "rules"
    assert "(Art." in words_at(window)
    window.why.setFocus()
    window.why.ask("fair_share_relocations", "BE")
    assert topic_at(window).heading in page("figures").headings
    window.why.show_rule("AMMR-57-3b")
    assert topic_at(window) == Topic("rules", "AMMR-57-3b: Mandatory fair share")
    window.menus.actions["manual"].trigger()
    window.menus.actions["keyboard"].trigger()
    manuals = window.findChildren(HelpWindow)
    assert [each.topic for each in manuals] == [Topic("keyboard")]
    manuals[0].close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    window.menus.actions["manual"].trigger()
    assert len(window.findChildren(HelpWindow)) == 1


def test_what_is_this_says_a_few_words(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(QWhatsThis, "showText", lambda _place, words, _widget: said.append(words))
    window.table.setFocus()
    window.menus.actions["whats_this"].trigger()
    assert said[0].endswith("F1 tells more.")


def test_the_tour_has_six_steps_and_ends_at_the_table(window: MainWindow) -> None:
    assert len(STEPS) == 6
    window.help.take_tour(asks_first=True)
    tour = window.help.tour
    assert tour is not None
    seen = [tour.at]
    for _step in STEPS:
        QTest.keyClick(tour, Qt.Key.Key_Right)
        seen.append(tour.at)
    assert seen == [-1, 0, 1, 2, 3, 4, 5]
    QTest.keyClick(tour, Qt.Key.Key_Left)
    assert tour.at == 4
    window.resize(1000, 700)
    assert tour.size() == window.size()
    tour.card.next.click()
    tour.card.next.click()
    assert window.help.tour is None
    assert window.settings.tour_offered


def test_the_tour_is_offered_once(window: MainWindow) -> None:
    window.help.offer_tour_once()
    tour = window.help.tour
    assert tour is not None
    QTest.keyClick(tour, Qt.Key.Key_Escape)
    assert window.help.tour is None
    window.help.offer_tour_once()
    assert window.help.tour is None


def test_a_card_stays_inside_the_window(window: MainWindow) -> None:
    window.help.take_tour()
    tour = window.help.tour
    assert tour is not None
    for _step in STEPS:
        assert tour.rect().contains(tour.card.geometry())
        tour.go(1)
