"""The dialog "Show this to the room": what may be released, and the picture of it."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from desktop_app.calc.assess import assess
from desktop_app.calc.assessment import Assessment
from desktop_app.calc.forum import Forum
from desktop_app.calc.room import Choice, Content, RoomSheet, Stamp, codes_of, room_sheet
from desktop_app.views.room.dialog import Offer, Released, ReleaseDialog

Make = Callable[..., ReleaseDialog]


@pytest.fixture(scope="module")
def assessment(sample: Forum) -> Assessment:
    return assess(sample)


@pytest.fixture
def make(qtbot: QtBot, assessment: Assessment) -> Make:
    def sheet(choice: Choice) -> RoomSheet:
        return room_sheet(assessment, choice, Stamp(datetime(2026, 11, 27, 16, 40, tzinfo=UTC), "ab"))

    def made(choice: Choice, *, is_scenario: bool = False) -> ReleaseDialog:
        offers = [
            Offer("Now", codes_of(assessment), False, is_scenario, sheet),
            Offer("Again", ("BE",), True, False, sheet),
        ]
        dialog = ReleaseDialog(None, offers, choice, QSize(1024, 768), is_dark=False, zoom=100)
        qtbot.addWidget(dialog)
        dialog.show()
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        return dialog

    return made


def test_enter_releases_what_is_ticked_and_the_picture_shows_it(make: Make) -> None:
    dialog = make(Choice("Pool", (Content.TOTALS, Content.COMPARISON)))
    assert dialog.focusWidget() is dialog.title
    # No round was closed before: there is nothing to compare with, and it says so.
    assert not dialog.contents[Content.COMPARISON].isEnabled()
    assert dialog.contents[Content.COMPARISON].accessibleDescription() == "No round was closed before this state."
    dialog.title.setText("  Pool   2026 ")
    dialog.contents[Content.TABLE].setChecked(True)
    assert dialog.picture.size() == QSize(1024, 768)
    assert "Pool 2026" in dialog.preview.accessibleName()
    assert dialog.paging.text() == "Page 1 of 2; Page Down shows the next one."
    QTest.keyClick(dialog, Qt.Key.Key_PageDown)
    assert "Belgium" in dialog.preview.accessibleName()
    QTest.keyClick(dialog, Qt.Key.Key_PageUp)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.answer() == Released(0, Choice("Pool 2026", (Content.TOTALS, Content.TABLE)), keep_out=False)


def test_a_delegation_is_chosen_by_name_and_another_state_of_the_forum_by_its_words(make: Make) -> None:
    dialog = make(Choice("Pool", (Content.STATE,), "FR"))
    assert dialog.answer().choice.state == "FR"
    dialog.delegation.setCurrentIndex(0)
    assert dialog.picture.page.words.count("Belgium") == 1
    dialog.contents[Content.STATE].setChecked(False)
    assert (dialog.reason.text(), dialog.accept_button.isEnabled()) == ("Tick what the room is to see.", False)
    dialog.delegation.setCurrentIndex(2)
    assert dialog.answer().choice == Choice("Pool", (Content.STATE,), "CZ")
    dialog.state_of.setCurrentIndex(1)
    assert dialog.contents[Content.COMPARISON].isEnabled()
    assert (dialog.answer().offer, dialog.answer().choice.state) == (1, "BE")
    dialog.title.setText(" ")
    assert dialog.reason.text().startswith("Give it a title line")


def test_a_scenario_needs_a_tick_of_its_own(make: Make) -> None:
    dialog = make(Choice("Pool", (Content.TOTALS,)), is_scenario=True)
    assert dialog.scenario.isVisible()
    assert not dialog.accept_button.isEnabled()
    assert "This is a scenario" in dialog.reason.text()
    dialog.scenario.setChecked(True)
    assert dialog.accept_button.isEnabled()
    dialog.state_of.setCurrentIndex(1)
    assert not dialog.scenario.isVisible()


def test_captures_are_offered_only_where_the_system_can_forbid_them(make: Make) -> None:
    dialog = make(Choice("Pool", (Content.TOTALS,)))
    dialog.offer_captures(wanted=True, possible=False, about="Linux cannot")
    assert (dialog.keep_out.isChecked(), dialog.keep_out.isEnabled()) == (False, False)
    dialog.offer_captures(wanted=True, possible=True, about="Windows can")
    assert (dialog.keep_out.isChecked(), dialog.about_captures.text()) == (True, "Windows can")
    named = [dialog.title, dialog.state_of, dialog.delegation, dialog.preview]
    assert all(widget.accessibleName() for widget in named)
