"""The strip above the table of plans."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.calc.forum import Classification, Forum
from desktop_app.calc.rulebooks.search_and_rescue.book import assess
from desktop_app.calc.search_and_rescue import ActPath, DisembarkationAct, PoolUse, SearchAndRescue, TopUp
from desktop_app.models.interchange import read_document
from desktop_app.views.plan_header import PlanHeader
from tests.views.table_owner import plain

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "search-and-rescue.json"


@pytest.fixture(scope="module")
def rescue() -> Forum:
    return read_document(EXAMPLE.read_bytes())


@pytest.fixture
def strip(qtbot: QtBot, rescue: Forum) -> Iterator[PlanHeader]:
    """A strip in a window as tall as a laptop's."""
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    header = PlanHeader()
    column.addWidget(header)
    column.addStretch(1)
    header.show_assessment(assess(rescue))
    window.resize(1366, 700)
    with qtbot.waitExposed(window):
        window.show()
    yield header
    window.close()


def figures(strip: PlanHeader) -> list[str]:
    return [plain(button.text()) for button in strip.figures() if button.isVisibleTo(strip)]


def nothing_is_cut(strip: PlanHeader) -> bool:
    shown = [button for button in strip.figures() if button.isVisibleTo(strip)]
    return all(button.width() >= button.sizeHint().width() for button in shown)


def test_says_how_far_it_has_come_and_what_it_comes_to(strip: PlanHeader) -> None:
    assert figures(strip) == [
        "1 000 of 2 000",
        "50.00 %",
        "48(2) still short",
        "A 32.89 % > 30 % triggered",
        "B 50.00 %",
        "C 34.41 %",
        "4 Aug 2027 · due in 185 days from 31 Jan 2027",
        "3 late",
        "Greece 7.83 %",
    ]
    assert [plain(caption) for caption in strip.captions()] == [
        "Pledged, relocations · 1 plan open",
        "Judgement",
        "30 % test, reading A in force",
        "Sponsored persons taken over",
        "Pool used",
    ]
    assert strip.chips() == ("", "proposal of 2020 · not law", "LIMITE")
    assert strip.phases.accessibleName() == "Phase 6 of 6: Pools in use"


def test_an_empty_forum_says_what_is_not_known(strip: PlanHeader, rescue: Forum) -> None:
    strip.show_assessment(assess(replace(rescue, search_and_rescue=SearchAndRescue())))
    assert figures(strip) == [
        "0 of —",
        "coverage not known",
        "open",
        "A not known",
        "B not known",
        "C not known",
        "nothing due",
        "not in use",
    ]
    assert strip.phases.accessibleName() == "Phase 1 of 6: Report"


def test_the_reading_in_force_stands_first(strip: PlanHeader, rescue: Forum) -> None:
    strip.show_assessment(assess(replace(rescue, readings=(("shortfall", "C"),))))
    assert figures(strip)[3:6] == ["C 34.41 % > 30 % triggered", "A 32.89 %", "B 50.00 %"]


@pytest.mark.parametrize(
    ("total", "pledged", "said"),
    [
        # France is asked for 35 %: 700 of 2 000, 70 000 of 200 000.
        (2000, 100, "A 30.00 % ≤ 30 % ok"),
        (2000, 99, "A 30.05 % > 30 % triggered"),
        (200_000, 9_999, "A > 30 % triggered"),
    ],
)
def test_exactly_thirty_percent_is_ok_and_nothing_above_reads_so(
    strip: PlanHeader, rescue: Forum, total: int, pledged: int, said: str
) -> None:
    of = rescue.search_and_rescue
    report = replace(of.report, benefitting=(replace(of.report.benefitting[0], relocations=total),))
    plans = (*of.plans[:2], replace(of.plans[2], relocations=pledged))
    shares = tuple((code, Fraction(percent)) for code, percent in (("DE", 45), ("EL", 10), ("FR", 35), ("SE", 10)))
    forum = replace(
        rescue,
        key=replace(rescue.key, adopted_shares=shares),
        search_and_rescue=replace(of, report=report, plans=plans),
    )
    strip.show_assessment(assess(forum))
    assert figures(strip)[3] == said


def test_a_used_pool_raises_its_alarm(strip: PlanHeader, rescue: Forum) -> None:
    of = rescue.search_and_rescue
    # The pool holds 1 533 persons: four fifths of it are 1 226.4.
    used = replace(of, use=(PoolUse("EL", date(2027, 1, 10), 1227),))
    strip.show_assessment(assess(replace(rescue, search_and_rescue=used)))
    assert figures(strip)[-1] == "Greece 80.04 %"
    assert "80 % reached" in strip.figures()[-1].toolTip()


def test_the_judgement_stands_beside_the_coverage(strip: PlanHeader, rescue: Forum) -> None:
    of = rescue.search_and_rescue
    sufficient = replace(of, act=DisembarkationAct(ActPath.SUFFICIENT))
    strip.show_assessment(assess(replace(rescue, search_and_rescue=sufficient)))
    assert figures(strip)[1:3] == ["50.00 %", "48(1) sufficient"]
    assert "52.31 % of what is asked" in plain(strip.figures()[2].toolTip())
    # Nothing follows from the test, and it does not warn.
    assert figures(strip)[3] == "A 32.89 % > 30 %, no effect under 48(1)"


def test_every_time_limit_has_a_short_name_that_is_not_cut(strip: PlanHeader, rescue: Forum, qtbot: QtBot) -> None:
    of = replace(rescue.search_and_rescue, forum_ended=None)
    seen = set()
    for day in (date(2026, 10, 15), date(2026, 10, 29), date(2026, 11, 15)):
        forum = replace(rescue, as_of=day, search_and_rescue=replace(of, requested=None, act=DisembarkationAct()))
        strip.show_assessment(assess(replace(forum, search_and_rescue=replace(forum.search_and_rescue, plans=()))))
        seen.add(strip.captions()[3])
        qtbot.waitUntil(lambda: nothing_is_cut(strip))
        assert strip._captions["deadline"].text() == strip.captions()[3]
    assert seen == {"Requests sent", "Plans handed in", "Act under 48(1)"}
    assert plain(strip.figures()[6].toolTip()).endswith("the day of the check, 15 November 2026 (Ctrl+Shift+D).")


def test_after_a_top_up_what_is_pledged_stays_of_the_report(strip: PlanHeader, rescue: Forum) -> None:
    of = replace(rescue.search_and_rescue, top_up=TopUp("EL", 3000))
    strip.show_assessment(assess(replace(rescue, search_and_rescue=of)))
    assert (strip.captions()[0], figures(strip)[0]) == (
        "Pledged of the report, before the top-up · 1 plan open",
        "1 000 of 2 000",
    )


def test_every_figure_asks_why_by_the_keyboard(strip: PlanHeader) -> None:
    asked: list[tuple[str, object]] = []
    opened: list[bool] = []
    strip.asked.connect(lambda figure, code: asked.append((figure, code)))
    strip.deadlines_asked.connect(lambda: opened.append(True))
    for button in strip.figures():
        assert button.focusPolicy() is Qt.FocusPolicy.StrongFocus
        QTest.keyClick(button, Qt.Key.Key_Space)
    assert asked == [
        ("pledged", None),
        ("coverage_percent", None),
        ("coverage_of_asked_percent", None),
        ("shortfall_percent", None),
        ("shortfall_b", None),
        ("shortfall_c", None),
        ("used_percent", "EL"),
    ]
    assert opened == [True, True]


def test_without_draws_the_pools_ask_about_what_the_act_fixes(strip: PlanHeader, rescue: Forum, qtbot: QtBot) -> None:
    strip.show_assessment(assess(replace(rescue, search_and_rescue=replace(rescue.search_and_rescue, use=()))))
    with qtbot.waitSignal(strip.asked) as asked:
        strip.figures()[-1].click()
    assert asked.args == ["fixed_relocations", None]


def test_long_names_and_large_type_break_into_lines_and_cut_nothing(
    strip: PlanHeader, rescue: Forum, qtbot: QtBot
) -> None:
    title = "Disembarkations in the central Mediterranean, second half of 2027, after the winter round of the forum"
    forum = replace(
        rescue, title=title, note="Invented, to try. More of it.", classification=Classification.EU_RESTRICTED
    )
    strip.show_assessment(assess(forum))
    low = strip.height()
    for scale in (1.25, 2.0):
        strip.set_scale(scale)
        strip.window().resize(1366, 700)
        qtbot.waitUntil(lambda: nothing_is_cut(strip))
        assert not strip.grab().isNull()
    assert strip.minimumSizeHint().width() <= 1366
    assert strip.height() > low
    assert strip.chips()[0] == "Invented, to try"
