"""The list of findings: gravest first, changed line by line, reachable by keyboard."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from desktop_app.calc.findings import Finding, Severity, Status
from desktop_app.calc.forum import Forum
from desktop_app.calc.rulebooks.annual_pool.book import assess
from desktop_app.views.findings import FindingsPanel
from desktop_app.views.findings.lines import Line
from desktop_app.views.findings.model import FINDING_ROLE, FindingsModel
from desktop_app.views.findings.texts import counts_text, line_text, sentence_text
from desktop_app.views.theme import Space

BLOCK = Finding(
    "AMMR-57-4b", Severity.BLOCK, "LV", "Latvia: a measure has no value.", "Art. 57(4)", Status.IN_FORCE, "alternative"
)
WARN = Finding("P610-48-2c", Severity.WARN, None, "the indicator is triggered.", "Art. 48(2)", Status.PROPOSAL_2020)
INFO = Finding("AMMR-R31", Severity.INFO, "EL", "Greece: more than its share.", "Recital 31", Status.READING)


def test_a_line_says_severity_state_sentence_reference_and_status() -> None:
    assert line_text(BLOCK) == "Blocks: Latvia: A measure has no value. (Art. 57(4); in force)"
    assert line_text(WARN) == "Warns: Forum: The indicator is triggered. (Art. 48(2); proposal of 2020, not law)"
    assert line_text(INFO) == "Informs: Greece: More than its share. (Recital 31; a reading of ours)"
    assert sentence_text(replace(BLOCK, message="Estonia and Latvia differ.")) == "Estonia and Latvia differ."


def test_the_title_counts_each_severity() -> None:
    assert counts_text(()) == "none"
    assert counts_text((BLOCK, BLOCK, WARN, INFO)) == "2 block, 1 warns, 1 informs"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ((), ()),
        ((), (BLOCK, WARN)),
        ((BLOCK, WARN), ()),
        ((BLOCK, WARN, INFO), (BLOCK, INFO)),
        ((BLOCK, INFO), (BLOCK, WARN, INFO)),
        ((BLOCK, WARN, INFO), (BLOCK, replace(WARN, message="other"), INFO)),
        ((BLOCK, BLOCK), (BLOCK,)),
        ((BLOCK,), (BLOCK, BLOCK)),
    ],
)
def test_only_what_differs_is_changed(before: tuple[Finding, ...], after: tuple[Finding, ...]) -> None:
    model = FindingsModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show(tuple(map(Line, before)))
    kept = [QPersistentModelIndex(model.index(row)) for row, finding in enumerate(before) if finding in after]
    model.show(tuple(map(Line, after)))
    assert model.findings == after
    assert [model.index(row).data(FINDING_ROLE) for row in range(model.rowCount())] == list(after)
    if len(set(before)) == len(before):
        assert all(index.isValid() for index in kept)
    tester.deleteLater()


def test_a_finding_holds_no_others_and_says_nothing_in_other_roles() -> None:
    model = FindingsModel()
    model.show((Line(BLOCK),))
    assert model.rowCount(model.index(0)) == 0
    assert model.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == line_text(BLOCK)
    assert model.index(0).data(Qt.ItemDataRole.DecorationRole) is None
    assert model.data(QModelIndex()) is None


def test_enter_and_click_choose_and_copy_copies(qtbot: QtBot) -> None:
    panel = FindingsPanel()
    qtbot.addWidget(panel)
    panel.resize(700, 300)
    panel.show_findings((BLOCK, WARN))
    with qtbot.waitExposed(panel):
        panel.show()
    panel.copy()
    panel.list.setFocus()
    assert panel.list.currentIndex().row() == 0
    with qtbot.waitSignal(panel.chosen) as chosen:
        QTest.keyClick(panel.list, Qt.Key.Key_Return)
    assert chosen.args == [BLOCK]
    with qtbot.waitSignal(panel.looked_at) as looked_at:
        QTest.keyClick(panel.list, Qt.Key.Key_Space)
    assert looked_at.args == [BLOCK]
    place = panel.list.visualRect(panel.model.index(1)).center()
    told: list[tuple[str, Finding]] = []
    panel.chosen.connect(lambda finding: told.append(("chosen", finding)))
    panel.looked_at.connect(lambda finding: told.append(("looked at", finding)))
    QTest.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    # First to the cell, then the rule, so that the cell's own explanation does not take its place.
    assert told[-2:] == [("chosen", WARN), ("looked at", WARN)]
    panel.copy()
    assert QGuiApplication.clipboard().text() == line_text(WARN)
    assert panel.title == "Findings (1 blocks, 1 warns)"


@pytest.mark.parametrize("width", [320, 500, 700, 1200])
def test_every_sentence_has_room(qtbot: QtBot, sample: Forum, width: int) -> None:
    panel = FindingsPanel()
    qtbot.addWidget(panel)
    panel.resize(width, 400)
    panel.show_findings(assess(sample).findings)
    with qtbot.waitExposed(panel):
        panel.show()
    heights = [panel.list.visualRect(panel.model.index(row)).height() for row in range(panel.model.rowCount())]
    assert min(heights) >= panel.fontMetrics().height()
    panel.set_scale(2.0)
    qtbot.wait(1)
    assert panel.list.visualRect(panel.model.index(0)).height() > heights[0]


def test_a_long_reference_is_wrapped_not_cut(qtbot: QtBot) -> None:
    panel = FindingsPanel()
    qtbot.addWidget(panel)
    panel.resize(900, 400)
    long = replace(BLOCK, reference="Art. 57(3); recitals 22 and 23; Implementing Decision (EU) 2025/2642, Annex II")
    panel.show_findings((BLOCK, long))
    with qtbot.waitExposed(panel):
        panel.show()
    heights = [panel.list.visualRect(panel.model.index(row)).height() for row in range(2)]
    assert heights[1] > heights[0]


def test_places_are_kept_for_one_width_and_few_findings(qtbot: QtBot) -> None:
    panel = FindingsPanel()
    qtbot.addWidget(panel)
    kept = panel.list._delegate._places
    with qtbot.waitExposed(panel):
        panel.show()
    for number in range(700):
        panel.list._delegate._laid_out(Line(replace(BLOCK, message=f"{number}")), 500)
    assert 0 < len(kept) <= 301
    panel.list._delegate._laid_out(Line(BLOCK), 501)
    assert len(kept) == 1


def test_nothing_to_report_is_said(qtbot: QtBot) -> None:
    panel = FindingsPanel()
    qtbot.addWidget(panel)
    panel.show_findings((BLOCK,))
    panel.show_findings(())
    with qtbot.waitExposed(panel):
        panel.show()
    assert panel.title == "Findings (none)"
    assert not panel.list.isVisible()


def test_the_counts_survive_where_the_title_has_no_room(qtbot: QtBot, sample: Forum) -> None:
    panel = FindingsPanel()
    qtbot.addWidget(panel)
    panel.set_scale(1.25)
    panel.show_findings(assess(sample).findings)
    panel.resize(900, 200)
    with qtbot.waitExposed(panel):
        panel.show()
    title = panel._title
    assert not title.shows_counts
    panel.resize(panel.minimumSizeHint().width(), 200)
    qtbot.waitUntil(lambda: title.shows_counts)
    numbers = [number for _icon, _tone, number in title.counts]
    assert panel.title.startswith(f"Findings ({numbers[0]} ")
    assert title.contentsRect().width() >= title._places()[-1] - Space.S, "every count has its room"
    picture = title.grab().toImage()
    panel.set_title(panel.title, (*title.counts[:-1], ("info", "info", "9")))
    assert title.grab().toImage() != picture
    assert title.accessibleName() == panel.title
