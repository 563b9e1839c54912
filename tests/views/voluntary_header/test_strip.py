"""The strip above the table of signatories."""

from dataclasses import replace
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.calc.assess import assess
from desktop_app.calc.forum import Forum
from desktop_app.calc.voluntary import Mechanism, Voluntary
from desktop_app.calc.voluntary_assessment import VoluntaryAssessment
from desktop_app.views.parts import FigureButton
from desktop_app.views.voluntary_header import VoluntaryHeader
from tests.views.table_owner import plain
from tests.views.voluntary_forum import voluntary_forum


@pytest.fixture
def strip(qtbot: QtBot) -> VoluntaryHeader:
    strip = VoluntaryHeader()
    qtbot.addWidget(strip)
    strip.resize(1366, 90)
    return strip


def _show(strip: VoluntaryHeader, forum: Forum) -> dict[str, str]:
    strip.show_assessment(VoluntaryAssessment.of(assess(forum)))
    return {button.objectName(): plain(button.text()) for button in strip.figures() if not button.isHidden()}


def test_needs_stand_against_pledges_and_what_was_kept(strip: VoluntaryHeader) -> None:
    figures = _show(strip, voluntary_forum())
    assert figures["relocations"] == "3 700 of 4 000"
    assert figures["needed_relocations"] == "92.50 %"
    # The money for the project fills no need.
    assert figures["pledged_financial"] == "EUR 1 000 000 of 50 000 000"
    assert figures["project"] == "+ EUR 3 000 000 for projects"
    assert figures["kept_relocations"] == "500 of 3 700"
    assert figures["kept_financial"] == "EUR 500 000 of 4 000 000"
    # 22 June 2023 is 203 days after 1 December 2022.
    assert figures["ends"] == "22 Jun 2023 · in 203 days"
    assert strip.chips() == ("INVENTED", "political declaration · no obligation", "RESTREINT UE/EU RESTRICTED")
    assert strip.platform.full_text == "Solidarity Platform, chaired by Commission and Presidency · 4 signatories"
    about = plain(strip.figures()[0].toolTip()).splitlines()
    assert about[1] == ("Italy: 3 500 of 3 000 persons, 500 relocated; EUR 0 of 50 000 000, EUR 0 paid")
    assert about[-1] == "For projects in partner countries, which fill no need: EUR 3 000 000"


def test_an_extension_and_the_end_are_said(strip: VoluntaryHeader) -> None:
    forum = voluntary_forum()
    mechanism = replace(forum.voluntary.mechanism, extended_until=date(2022, 11, 30), chairs=(), platform=None)
    figures = _show(strip, replace(forum, voluntary=replace(forum.voluntary, mechanism=mechanism)))
    assert figures["ends"] == "30 Nov 2022 · ended"
    assert "Ends, as extended" in strip.captions()
    assert strip.platform.full_text == "no platform named · 4 signatories"


def test_an_empty_mechanism_says_what_is_not_recorded(strip: VoluntaryHeader, qtbot: QtBot) -> None:
    empty = replace(voluntary_forum(), voluntary=Voluntary(Mechanism()))
    figures = _show(strip, empty)
    assert figures["relocations"] == "0 of —"
    assert figures["needed_relocations"] == "no need recorded"
    assert figures["ends"] == "start not recorded"
    asked: list[str] = []
    strip.asked.connect(lambda figure, _code: asked.append(figure))
    with qtbot.waitSignal(strip.deadlines_asked):
        for button in strip.findChildren(FigureButton):
            button.click()
    assert {"relocations", "pledged_financial", "project", "kept_relocations", "kept_financial", "ends"} <= set(asked)
