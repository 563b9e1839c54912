"""The window that compares: pickers, three pages, causes both ways, all by keyboard, and what it says of nothing."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.calc.changes import PledgeColumn, RecordPledge, SetPool
from desktop_app.calc.forum import Forum
from desktop_app.calc.memory import MarkKind
from desktop_app.models.forum_file import ForumFile
from desktop_app.views import language
from desktop_app.views.compare import CompareCommands
from desktop_app.views.compare.causes_page import ORDERS
from desktop_app.views.compare.window import CompareWindow
from desktop_app.views.desk import Desk
from desktop_app.views.forum_editors.figures import FigureLine
from desktop_app.views.main_window import MainWindow
from desktop_app.views.preview.base import Preview


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory, sample: Forum) -> Path:
    """Entries 2 to 5: Hungary 40, a closed round, Slovakia EUR 2 000 000, and 22 000 relocations; and a scenario."""
    begin = datetime(2026, 11, 18, 9, 0, tzinfo=UTC)
    moments = (begin + timedelta(minutes=count) for count in range(100))
    path = tmp_path_factory.mktemp("record") / "Pool.forum"
    with ForumFile.create(path, sample, "Ana Silva", clock=lambda: next(moments)) as file:
        file.apply(RecordPledge("HU", PledgeColumn.RELOCATIONS, 40))
        file.mark(MarkKind.ROUND, "Round 1")
        file.apply(RecordPledge("SK", PledgeColumn.FINANCIAL, 200_000_000))
        pool = file.forum.pool
        more = type(pool)(22_000, pool.financial_cents, pool.proposal_relocations, pool.proposal_financial_cents)
        file.apply(SetPool(more, file.forum.shares_status))
        scenario = file.branch("Hungary gives more", 5)
        file.scenario(scenario.id).apply(RecordPledge("HU", PledgeColumn.RELOCATIONS, 90))
    return path


@pytest.fixture
def desk(record: Path) -> Iterator[Desk]:
    desk = Desk(ForumFile.open(record, "Ana Silva", read_only=True))
    yield desk
    desk.close()


@pytest.fixture
def compared(qtbot: QtBot, desk: Desk) -> CompareWindow:
    window = CompareWindow(None)
    qtbot.addWidget(window)
    window.resize(1280, 760)
    with qtbot.waitExposed(window):
        window.show()
    window.show_desk(desk)
    return window


def texts(line: FigureLine) -> list[str]:
    return [cell.text.replace("\u202f", " ").replace("\u00a0", " ") for cell in line.cells]


def row_of(window: CompareWindow, subject: str, figure: str) -> int:
    lines = window.causes.figures.list.lines
    return next(place for place, line in enumerate(lines) if texts(line)[:2] == [subject, figure])


def test_the_last_closed_round_is_compared_with_now(compared: CompareWindow) -> None:
    assert (compared.before.words, compared.after.words) == ("Round 1", "Now")
    assert compared.before.detail.full_text.startswith("entry 3, 18")
    assert compared.beside.summary.startswith("26 fair shares change in persons")
    table = compared.beside.table
    everything = len(table.lines)
    assert "Slovakia" in [line.name for line in table.lines if line.code == "SK"]
    compared.beside.only_changes.setChecked(False)
    assert len(table.lines) > everything
    assert table.accessibleName() == "Side by side"
    compared.copy()
    assert "Slovakia\t" in QApplication.clipboard().text()


def test_cells_are_told_with_who_touched_them_last(compared: CompareWindow) -> None:
    compared.tabs.setCurrentIndex(1)
    assert [texts(line)[:4] for line in compared.cells.lines] == [
        ["Pool", "reference number, relocations", "21 000", "22 000"],
        ["Pool", "percentage for search and rescue", "42 %", "not given"],
        ["Slovakia", "financial contribution", "none", "EUR 2 000 000"],
    ]
    assert [texts(line)[4].split(",")[0] for line in compared.cells.lines] == ["Entry 5", "Entry 5", "Entry 4"]
    index = compared.cells.model().index(2, 0)
    spoken = compared.cells.model().data(index, Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Where Slovakia, What financial contribution, From none, To EUR")
    compared.focus_page()
    QTest.keyClick(compared.cells, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text().splitlines()[0] == "Where\tWhat\tFrom\tTo\tLast entry that touched it"


def test_causes_of_a_figure_and_figures_of_a_cause_by_keyboard(qtbot: QtBot, compared: CompareWindow) -> None:
    compared.tabs.setCurrentIndex(2)
    page = compared.causes
    figures = page.figures.list
    figures.go_to(row_of(compared, "All states", "gap of the pool in relocations"))
    assert texts(figures.lines[figures.row])[2:] == [
        "20 960",
        "21 856",
        "+896",
        "Reference numbers +1 000 · Slovakia: pledge −104",
    ]
    qtbot.waitUntil(lambda: texts(page.causes_of.lines[1])[3] != "")
    assert [texts(line)[:5] for line in page.causes_of.lines] == [
        ["Reference numbers", "+1 000", "21 960", "the same", "reference number, relocations: 21 000 → 22 000"],
        # At EUR 19 090.91 a relocation the money counts for 104.76; alone, at EUR 20 000, for 100.
        ["Slovakia: pledge", "−104", "21 856", "−100", "financial contribution: none → EUR 2 000 000"],
        ["Together", "+896", "21 856", "", ""],
    ]
    assert [texts(line)[5].split(",")[0] for line in page.causes_of.lines] == ["Entry 5", "Entry 4", ""]
    QTest.keyClick(figures, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is page.causes_of
    page.causes_of.setCurrentCell(1, 0)
    QTest.keyClick(page.causes_of, Qt.Key.Key_Return)
    assert page.way.currentIndex() == 1
    steps = page.steps.list
    assert texts(steps.lines[steps.row])[0] == "Slovakia: pledge"
    moved = [texts(line)[:2] for line in page.figures_of.lines]
    assert ["All states", "financial contributions pledged"] in moved
    page.figures_of.go_to(0)
    QTest.keyClick(page.figures_of, Qt.Key.Key_Return)
    assert page.way.currentIndex() == 0
    page.copy()
    assert QApplication.clipboard().text().startswith("Of\tFigure\tBefore\tAfter\tDifference\tCaused by")


def test_another_order_shares_out_otherwise(compared: CompareWindow) -> None:
    compared.tabs.setCurrentIndex(2)
    page = compared.causes
    page.order.setCurrentIndex(1)
    page.order.activated.emit(1)
    assert page.groups == list(ORDERS.values())[1]
    line = page.figures.list.lines[row_of(compared, "All states", "gap of the pool in relocations")]
    assert texts(line)[5] == "Slovakia: pledge −100 · Reference numbers +996"


def test_anything_can_be_picked_by_typing(qtbot: QtBot, compared: CompareWindow) -> None:
    field = compared.before.input.lineEdit()
    assert field is not None
    field.selectAll()
    QTest.keyClicks(field, "entry 1")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert compared.one is not None
    assert compared.one.title == "Entry 1"
    field.selectAll()
    QTest.keyClicks(field, "no such thing")
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert compared.before.detail.full_text == "Not found"
    assert compared.said.isVisible()
    assert compared.said.text().startswith("no such thing: no closed round, scenario, entry, time or fingerprint is")
    # Figures of the former choice do not stay below it.
    assert compared.empty.text().startswith("Nothing is compared")
    assert not compared.print_button.isEnabled()
    offered = [compared.before.input.itemText(place) for place in range(compared.before.input.count())]
    assert offered == ["Now", "Round 1", "Entry 1", "Scenario “Hungary gives more”"]
    compared.before.input.setCurrentIndex(3)
    compared.before.input.activated.emit(3)
    assert not compared.said.isVisible()
    assert compared.one.scenario is not None
    compared.swap()
    assert (compared.before.words, compared.after.words) == ("Now", "Scenario “Hungary gives more”")
    assert compared.comparison is not None
    assert compared.comparison.figure("pledged_relocations", "HU").difference == 50
    compared.compare("Now", "hungary gives MORE")
    assert compared.after.words == "Scenario “Hungary gives more”"
    compared.compare("Now", "5")
    assert compared.pages.currentWidget() is compared.empty
    assert compared.empty.text() == "Nothing differs between Now and Entry 5."
    assert not compared.print_button.isEnabled()
    with qtbot.assertNotEmitted(compared.print_asked):
        compared.print_button.click()


def test_changes_that_are_too_many_can_be_told_one_by_one(
    compared: CompareWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop_app.models.units.BUDGET", 2)
    compared.compare("Entry 1", "Scenario “Hungary gives more”")
    compared.tabs.setCurrentIndex(2)
    page = compared.causes
    assert page.together.text() == "4 changes, told in 2 steps: those of a kind are taken together."
    page.singly.click()
    assert not page.together.isVisible()
    page.way.setCurrentIndex(1)
    assert [texts(line)[0] for line in page.steps.list.lines] == [
        "Reference numbers",
        "The Commission's proposal",
        "Hungary: pledge",
        "Slovakia: pledge",
    ]


def test_mnemonics_are_unique_on_every_page_and_everything_grows(compared: CompareWindow) -> None:
    shared = [button.text() for button in compared.findChildren(QPushButton) if button is not compared.causes.singly]
    shared += [compared.tabs.tabText(place) for place in range(3)] + ["&From", "&To"]
    for own in ([compared.beside.only_changes.text()], ["&View", "O&rder", compared.causes.singly.text()]):
        keys = [QKeySequence.mnemonic(text).toString() for text in [*shared, *own]]
        assert len(set(keys) - {""}) == len([key for key in keys if key])
    before = compared.cells.verticalHeader().defaultSectionSize()
    compared.set_scale(2.0)
    assert compared.cells.verticalHeader().defaultSectionSize() > before
    assert compared.help_topic() == ("negotiation", "Comparing")


def test_the_command_opens_it_and_it_follows_now(qtbot: QtBot, window: MainWindow) -> None:
    window.menus.actions["compare"].trigger()
    part = window.negotiation.part("compare.CompareCommands")
    assert isinstance(part, CompareCommands)
    shown = part.shown
    assert shown is not None
    assert shown.pages.currentWidget() is shown.empty
    window.apply(RecordPledge("HU", PledgeColumn.RELOCATIONS, 40))
    qtbot.waitUntil(lambda: shown.pages.currentWidget() is shown.tabs)
    assert shown.comparison is not None
    assert shown.comparison.figure("pledged_relocations", "HU").after == 40
    with qtbot.waitSignal(shown.print_asked) as asked:
        shown.print_button.click()
    assert asked.args is not None
    assert [each.title for each in asked.args] == ["Entry 1", "Now"]
    (preview,) = (each for each in window.findChildren(Preview) if each.isVisible())
    assert preview.windowTitle().startswith("Differences")
    part.compare_states("Now", "Entry 1")
    assert shown.other is not None
    assert shown.other.title == "Entry 1"
    part.set_zoom(150)
    assert part.may_close()
    window.files.close()
    assert not shown.isVisible()
    part.compare()
    part.compare_states("Now", "1")
    assert not shown.isVisible()


@pytest.mark.parametrize("code", ["de", "fr", "nl"])
def test_states_are_named_in_the_language_of_the_window(qtbot: QtBot, desk: Desk, code: str) -> None:
    language.choose(code)
    try:
        window = CompareWindow(None)
        qtbot.addWidget(window)
        window.show_desk(desk)
        offered = [window.before.input.itemText(place) for place in range(window.before.input.count())]
        assert len(offered) == 4
        for typed in (*offered, *map(str.casefold, offered)):
            window.before.input.setEditText(typed)
            window.refresh()
            assert window.one is not None, (typed, window.said.text(), window.before.words, window.after.words)
            assert window.before.typed in offered
    finally:
        language.choose("en")
