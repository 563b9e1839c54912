"""The window on the samples of migratory pressure and of voluntary solidarity; one window serves every test."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from desktop_app.calc.changes import ChooseReading, RecordPressurePlan, SetVoluntary
from desktop_app.calc.explain import explain
from desktop_app.calc.findings import Finding, Severity, Status
from desktop_app.calc.forum import Procedure
from desktop_app.calc.voluntary_assessment import VoluntaryAssessment
from desktop_app.models.any_forum import sample as sample_of
from desktop_app.models.forum_file import ForumFile
from desktop_app.models.ground import Ground
from desktop_app.places import Places
from desktop_app.views.deadlines.window import DeadlinesWindow
from desktop_app.views.dialogs.readings import ReadingsDialog
from desktop_app.views.forum_editors.base import ForumEditor
from desktop_app.views.help.context import topic_at, words_at
from desktop_app.views.help.made import figures_by_owner
from desktop_app.views.help.pages import page
from desktop_app.views.help.steps import STEPS
from desktop_app.views.main_window import MainWindow
from desktop_app.views.menus import COMMANDS
from desktop_app.views.proposal_desk import ProposalDesk
from desktop_app.views.settings import Settings
from desktop_app.views.side_window import SideWindow
from desktop_app.views.why.formula import write_formula

PRESSURE, VOLUNTARY = Procedure.MIGRATORY_PRESSURE, Procedure.VOLUNTARY
NEW = (PRESSURE, VOLUNTARY)
PANELS = {PRESSURE: "plan_form", VOLUNTARY: "pledge_panel"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("solidarity")
    for procedure in NEW:
        ForumFile.create(folder / f"{procedure.value}.forum", sample_of(procedure), "Ana Silva").close()
    return folder


@pytest.fixture(scope="module")
def opened(qapp: QApplication, folder: Path) -> Iterator[MainWindow]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("desktop_app.models.ground.ground_check", lambda *_arguments, **_options: Ground(()))
        window = MainWindow(Settings(operator="Ana Silva"), Places(folder / "settings.json", folder / "Forums"))
        window.resize(1366, 768)
        window.show()
        qapp.processEvents()
        yield window
        # The revision that was begun is not taken, and is lost.
        patch.setattr("desktop_app.views.dialogs.messages.Message.confirm", lambda *_asked: True)
        window.close()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(params=NEW, ids=lambda procedure: procedure.value)
def procedure(request: pytest.FixtureRequest) -> Procedure:
    assert isinstance(request.param, Procedure)
    return request.param


@pytest.fixture
def window(opened: MainWindow, folder: Path, procedure: Procedure) -> MainWindow:
    return on(opened, folder, procedure)


def on(window: MainWindow, folder: Path, procedure: Procedure) -> MainWindow:
    """Return the window on the forum of a procedure, without the panel beside it."""
    path = folder / f"{procedure.value}.forum"
    if window.desk is None or window.desk.file.path != path:
        window.files.open_path(path)
    window.activateWindow()
    here = workspace(window)
    if here.panel.isVisible():
        here.panel.closed.emit()
    here.table.go_to("SE", "state")
    here.table.go_to("BE", here.first_column)
    return window


def workspace(window: MainWindow) -> ProposalDesk:  # type: ignore[type-arg]  # of any procedure
    assert isinstance(window.workspace, ProposalDesk)
    return window.workspace


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def assert_explained(shown: QWidget) -> None:
    """Hold the manual to the heading that F1 leads to."""
    if isinstance(shown, SideWindow):
        name, heading = shown.help_topic()
        assert heading in page(name).headings
    elif isinstance(shown, ForumEditor):
        assert shown.help_heading in page(shown.help_page).headings


def press(key: Qt.Key) -> None:
    QTest.keyClick(focused(), key)


def test_the_window_shows_the_procedure_and_nothing_of_another(window: MainWindow, procedure: Procedure) -> None:
    here = workspace(window)
    assert here.procedure is procedure
    assert here.table.isVisible()
    assert here.header.isVisible()
    assert not window.table.isVisible()
    assert [each.header.isVisible() for each in window.workspaces.made].count(True) == 1
    assert window.menus.actions["support_plans"].isEnabled()
    assert window.menus.actions["situation"].isVisible() == (procedure is PRESSURE)
    assert window.menus.actions["key"].isVisible() == (procedure is PRESSURE)
    assert here.header.saved_mark.text


def test_every_command_of_the_procedure_opens_something_or_does_it(
    window: MainWindow, procedure: Procedure, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def executed(dialog: QDialog) -> int:
        asked.append(dialog.windowTitle())
        assert_explained(dialog)
        return 0

    monkeypatch.setattr(QDialog, "exec", executed)
    for command in COMMANDS:
        if procedure in command.procedures and len(command.procedures) < len(Procedure) and "print" not in command.name:
            workspace(window).table.go_to("FR", workspace(window).first_column)
            before = {each for each in QApplication.topLevelWidgets() if each.isVisible()}
            titles, was = len(asked), workspace(window).panel.isVisible()
            window.menus.actions[command.name].trigger()
            shown = {each for each in QApplication.topLevelWidgets() if each.isVisible()} - before
            did = len(asked) > titles or shown or workspace(window).panel.isVisible() != was
            assert did or command.name == "revise_plan", command.name
            for each in shown:
                assert_explained(each)
                each.close()
    assert all(asked)


def test_f4_shows_the_panel_and_f6_goes_round(window: MainWindow, procedure: Procedure) -> None:
    here = workspace(window)
    press(Qt.Key.Key_F4)
    assert here.panel.isVisible()
    assert here.panel.isAncestorOf(focused())
    assert window.menus.actions[PANELS[procedure]].isChecked()
    for panel in (window.findings, window.why, here.header, here.table):
        press(Qt.Key.Key_F6)
        assert panel.isAncestorOf(focused())
    here.panel.setFocus()
    press(Qt.Key.Key_F4)
    assert not here.panel.isVisible()
    assert here.table.isAncestorOf(focused())


def test_a_finding_opens_what_edits_it(
    window: MainWindow, procedure: Procedure, monkeypatch: pytest.MonkeyPatch
) -> None:
    here, opened = workspace(window), list[str]()
    for name in set(here.edited_by.values()):
        monkeypatch.setattr(window.menus.actions[name], "trigger", lambda name=name: opened.append(name))
    for column, name in here.edited_by.items():
        finding = Finding("DESK-answers", Severity.WARN, None, "Words.", "none", Status.READING, column)
        window.go_to(finding)
        if not here.table.signalsBlocked():
            assert window.statusBar().currentMessage().startswith("Edited in Forum ▸ ")
        window.open_finding(finding)
        assert opened.pop() == name
    state = "FR"
    for column in here.on_the_form:
        here.open_at(state, column)
        assert here.panel.isVisible()
        assert here.table.selected()[0] == state
    assert not opened


def test_enter_on_a_deadline_opens_what_records_it(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    here, opened = workspace(window), list[str]()
    assert window.desk is not None
    for name in set(here.edited_by.values()):
        monkeypatch.setattr(window.menus.actions[name], "trigger", lambda name=name: opened.append(name))
    window.menus.actions["deadlines"].trigger()
    due = next(each for each in window.findChildren(DeadlinesWindow) if each.isVisible())
    for deadline in window.desk.assessment.deadlines:
        opened.clear()
        due.wanted.emit(deadline)
        # Plans stand on their form, everything else in a window of its own.
        assert opened or (deadline.rule == "P610-52-3a" and here.panel.isVisible()), deadline.rule
    due.close()


def test_a_step_back_goes_there_and_names_it(opened: MainWindow, folder: Path) -> None:
    window = on(opened, folder, PRESSURE)
    assert window.desk is not None
    plan = window.desk.pressure.forum.migratory_pressure.revisions("NL")[-1]
    window.apply(RecordPressurePlan(replace(plan, note="by letter")))
    workspace(window).table.go_to("BE", "covered")
    window.undo()
    assert workspace(window).table.selected()[0] == "NL"
    assert window.statusBar().currentMessage().startswith("Undone: ")
    window = on(opened, folder, VOLUNTARY)
    assert window.desk is not None
    recorded = window.desk.voluntary.forum.voluntary
    fewer = tuple(each for each in recorded.pledges if each.code != "NO")
    window.apply(SetVoluntary(replace(recorded, pledges=fewer), "Norway"))
    window.undo()
    assert workspace(window).table.selected()[0] == "NO"


def test_readings_can_be_chosen_and_show_what_follows(opened: MainWindow, folder: Path) -> None:
    window = on(opened, folder, PRESSURE)
    assert window.desk is not None
    dialog = ReadingsDialog(window, window.desk.assessment)
    assert {"reduction-spread", "credit", "credit-year", "credit-state", "postponement"} <= set(dialog.fields)
    assert dialog.consequences.is_empty
    field = dialog.fields["credit"]
    field.setCurrentIndex(1)  # type: ignore[union-attr]  # a choice, not a date
    assert dialog.answer() == (ChooseReading("credit", "any-voluntary"),)
    assert "contribution" in dialog.consequences.summary
    dialog.deleteLater()


def test_every_figure_is_explained_with_a_formula_that_can_be_read(window: MainWindow, procedure: Procedure) -> None:
    assert window.desk is not None
    assessment = window.desk.assessment
    helped: list[str] = []
    if isinstance(assessment, VoluntaryAssessment):
        helped = [need.benefitting for need in assessment.needs]
    rows = workspace(window).table.codes
    for (_whose, figures), codes in zip(figures_by_owner(procedure), (rows, helped, [None]), strict=True):
        for figure in figures:
            for code in codes:
                answer = explain(assessment, figure.id, code)
                if answer.formula:
                    assert write_formula(answer).in_numbers, (figure.id, code)


def test_the_strip_and_every_column_ask_what_can_be_answered(window: MainWindow) -> None:
    here = workspace(window)
    for figure in here.header.figures():
        if figure.isVisible() and figure.isEnabled():
            figure.click()
            window.why.settle()
            assert window.why.text.toPlainText()
    here.table.go_to("BE", "state")
    for _column in range(here.table.model.columnCount()):
        press(Qt.Key.Key_Right)
        window.why.settle()
        assert window.why.text.toPlainText()


def test_f1_and_the_tour_tell_of_this_procedure(window: MainWindow, procedure: Procedure) -> None:
    prefix = {PRESSURE: "pressure", VOLUNTARY: "voluntary"}[procedure]
    topic = topic_at(window)
    assert topic.page == f"{prefix}-columns"
    assert topic.heading in page(topic.page).headings
    assert words_at(window).startswith(topic.heading)
    window.findings.setFocus()
    topic = topic_at(window)
    assert topic.page == f"{prefix}-rules"
    assert topic.heading in page(topic.page).headings
    press(Qt.Key.Key_Escape)
    workspace(window).open_at("FR", next(iter(workspace(window).on_the_form)))
    workspace(window).panel.setFocus()
    topic = topic_at(window)
    assert topic.heading in page(topic.page).headings
    window.help.take_tour(asks_first=True)
    tour = window.help.tour
    assert tour is not None
    assert tour.steps is STEPS[procedure]
    for _step in range(7):
        assert tour.rect().contains(tour.card.geometry())
        tour.go(1)
    assert window.help.tour is None


def test_zoom_sort_and_find_follow(window: MainWindow) -> None:
    here = workspace(window)
    before = here.header.figures()[0].font().pointSizeF()
    window.set_zoom(200)
    assert here.header.figures()[0].font().pointSizeF() > before
    window.set_zoom(100)
    first = here.table.codes[0]
    window.menus.actions["sort"].trigger()
    window.menus.actions["protocol_order"].trigger()
    assert here.table.codes[0] == first
    window.menus.actions["find"].trigger()
    assert here.table.search.bar.isVisible()
    press(Qt.Key.Key_Escape)
    assert not here.table.search.bar.isVisible()
