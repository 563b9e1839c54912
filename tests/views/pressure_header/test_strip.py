"""The strip above the table of a pressure response."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.calc.assess import assess
from desktop_app.calc.forum import Forum
from desktop_app.calc.migratory_pressure import MigratoryPressure, PressureResponseAct
from desktop_app.calc.pressure_assessment import PressureAssessment
from desktop_app.calc.pressure_plans import TypeShares
from desktop_app.calc.pressure_situation import Blueprint
from desktop_app.calc.solidarity_groups import SponsorshipGroup
from desktop_app.views.pressure_header import PressureHeader
from tests.views.pressure_form.forums import FRANCE, GERMANY, REPORT, forum
from tests.views.table_owner import plain


@pytest.fixture
def strip(qtbot: QtBot) -> Iterator[PressureHeader]:
    header = PressureHeader()
    qtbot.addWidget(header)
    header.resize(1366, 90)
    header.show()
    yield header
    header.close()


def show(strip: PressureHeader, given: Forum) -> None:
    strip.show_assessment(PressureAssessment.of(assess(given)))


def figures(strip: PressureHeader) -> list[str]:
    return [plain(button.text()) for button in strip.figures() if not button.isHidden()]


def groups(as_of: date, *held: SponsorshipGroup) -> Forum:
    """Return a forum whose act of 19 March 2027 has groups: eight months end on 19 November."""
    given = forum(GERMANY, FRANCE, as_of=as_of)
    recorded = replace(given.migratory_pressure, act=PressureResponseAct(date(2027, 3, 19)))
    return replace(given, migratory_pressure=recorded, solidarity=replace(given.solidarity, sponsorship_groups=held))


def test_says_how_far_it_has_come_and_that_types_do_not_match(strip: PressureHeader) -> None:
    show(strip, forum(GERMANY, FRANCE))
    assert figures(strip) == [
        "800 relocation + 200 sponsorship",
        "relocation +20",
        "sponsorship −80",
        "A 6.00 % ≤ 30 % ok",
        "C 7.50 %",
        # While the forum sits, the time for the act has not begun.
        "nothing due",
        "1 late",
        "no group yet",
    ]
    assert tuple(plain(caption) for caption in strip.captions()) == (
        "Report: Greece under pressure · 1 plan open",
        "Types do not match: forum, Art. 52(4)",
        "30 % test, reading A in force",
        "Next deadline",
        "Return sponsorship",
    )
    assert strip.phases.accessibleName() == "Phase 4 of 6: Forum"
    assert "of the 800 of the report" in plain(strip.figures()[1].toolTip())


def test_the_reading_that_is_never_known_is_shown_only_in_force(strip: PressureHeader) -> None:
    show(strip, replace(forum(GERMANY, FRANCE), readings=(("shortfall", "B"),)))
    assert figures(strip)[3:6] == ["B not known", "A 6.00 %", "C 7.50 %"]
    asked: list[tuple[str, object]] = []
    strip.asked.connect(lambda figure, code: asked.append((figure, code)))
    QTest.mouseClick(strip.figures()[5], Qt.MouseButton.LeftButton)
    assert asked == [("shortfall_c", None)]


def test_an_empty_forum_says_what_is_not_known(strip: PressureHeader) -> None:
    show(strip, replace(forum(), migratory_pressure=MigratoryPressure()))
    assert figures(strip)[:3] == ["not known", "relocation not known", "sponsorship not known"]
    assert strip.captions()[:2] == ("Report", "Types against the report")
    assert strip.phases.accessibleName() == "Phase 1 of 6: Assessment"
    show(strip, forum(report=replace(REPORT, under_pressure=False)))
    assert strip.captions()[0] == "Report: no pressure (Art. 51(2))"


def test_nothing_is_said_of_types_before_there_is_a_plan(strip: PressureHeader) -> None:
    show(strip, forum(as_of=date(2027, 3, 1)))
    assert figures(strip)[1:3] == ["relocation: no plan yet", "sponsorship: no plan yet"]
    assert strip.captions()[1] == "Types against the report"
    assert "3 plans open" in strip.captions()[0]
    # Germany gives 80 and 20 % of its 400, as is asked of it: the others have named no type yet.
    show(strip, forum(GERMANY, as_of=date(2027, 3, 1)))
    assert figures(strip)[1:3] == ["relocation matches", "sponsorship matches"]
    assert strip.captions()[1] == "Types match the report so far"
    show(strip, forum(replace(GERMANY, shares=TypeShares(Fraction(100))), as_of=date(2027, 3, 1)))
    assert strip.captions()[1] == "Types do not match so far: forum, Art. 52(4)"


def test_after_the_act_the_commission_has_set_what_no_plan_says(strip: PressureHeader) -> None:
    given = forum(GERMANY, FRANCE, forum_ended=date(2027, 3, 9), as_of=date(2027, 12, 13))
    act = PressureResponseAct(date(2027, 3, 19))
    show(strip, replace(given, migratory_pressure=replace(given.migratory_pressure, act=act)))
    assert strip.captions()[:2] == (
        "Report: Greece under pressure · 1 set by the Commission",
        "Types, as the act was adopted",
    )
    assert figures(strip)[1:3] == ["relocation +20", "sponsorship −80"]
    # The plan that never came is late no more.
    assert not any("late" in figure for figure in figures(strip))


def test_stage_two_of_the_blueprint_is_said(strip: PressureHeader) -> None:
    given = forum(GERMANY, FRANCE)
    show(strip, given)
    assert strip._blueprint.isHidden()
    blueprint = Blueprint(stage_two=True, since=date(2027, 2, 1))
    situation = replace(given.migratory_pressure.situation, blueprint=blueprint)
    on = replace(given, migratory_pressure=replace(given.migratory_pressure, situation=situation))
    show(strip, on)
    assert strip._blueprint.text == "Blueprint stage 2"
    assert "is on since 1 February 2027" in plain(strip._blueprint.toolTip())
    strip.set_scale(2.0)
    assert strip._blueprint.isVisible()


def test_a_forum_whose_types_match_says_so(strip: PressureHeader) -> None:
    # Everybody gives 80 and 20 %, as the report has 800 and 200.
    others = [replace(GERMANY, code=code, minors_applicants=0) for code in ("FR", "SE")]
    show(strip, forum(GERMANY, *others))
    assert figures(strip)[1:3] == ["relocation matches", "sponsorship matches"]
    assert strip.captions()[1] == "Types match the report"


def test_the_alarm_says_which_groups_need_something_done(strip: PressureHeader, qtbot: QtBot) -> None:
    two = (
        SponsorshipGroup("g1", "DE", nationality="SY", persons=12),
        SponsorshipGroup("g2", "DE", nationality="AF", persons=3),
    )
    said = []
    for day, held in (
        (date(2027, 6, 1), two),
        (date(2027, 11, 18), two[:1]),
        (date(2027, 11, 19), two),
        (date(2027, 11, 20), two),
    ):
        show(strip, groups(day, *held))
        said.append((figures(strip)[-1], strip.captions()[-1]))
    assert said == [
        ("2 groups, 15 persons left", "Return sponsorship"),
        ("1 group ends in 1 day", "Return sponsorship"),
        ("2 groups end, the first today", "Return sponsorship"),
        ("15 to take over", "Eight months over · 2 not told"),
    ]
    told = [replace(each, told=date(2027, 11, 20)) for each in two]
    show(strip, groups(date(2027, 11, 20), *told))
    assert strip.captions()[-1] == "Eight months over"
    assert "eight months end on 19 November 2027" in plain(strip.figures()[-1].toolTip())
    with qtbot.waitSignal(strip.groups_asked):
        QTest.mouseClick(strip.figures()[-1], Qt.MouseButton.LeftButton)
