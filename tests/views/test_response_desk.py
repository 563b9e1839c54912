"""The window on a forum on search and rescue: by keyboard, on the invented sample. One window serves every test."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.calc.changes import ChooseReading, RecordPlan
from desktop_app.calc.explain import explain
from desktop_app.calc.forum import Forum, Procedure
from desktop_app.calc.response_plans import ResponsePlan
from desktop_app.calc.rulebooks.books import rule_of
from desktop_app.models.any_forum import sample as sample_of
from desktop_app.models.forum_file import ForumFile, read_forum
from desktop_app.models.ground import Ground
from desktop_app.places import Places
from desktop_app.views.dialogs.files import Files
from desktop_app.views.dialogs.readings import ReadingsDialog
from desktop_app.views.exchange.import_dialog import ImportDialog
from desktop_app.views.help.context import topic_at, words_at
from desktop_app.views.help.made import figures_by_owner
from desktop_app.views.help.pages import Topic, page
from desktop_app.views.help.steps import STEPS
from desktop_app.views.main_window import MainWindow
from desktop_app.views.menus import COMMANDS
from desktop_app.views.plan_form.waiting import waiting_words
from desktop_app.views.preview.window import AnnexPreview
from desktop_app.views.response_desk import ResponseDesk
from desktop_app.views.settings import Settings
from desktop_app.views.why.formula import write_formula

RESCUE = Procedure.SEARCH_AND_RESCUE


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("rescue")
    ForumFile.create(folder / "Rescue.forum", sample_of(RESCUE), "Ana Silva").close()
    return folder


@pytest.fixture(scope="module")
def opened(qapp: QApplication, folder: Path) -> Iterator[MainWindow]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("desktop_app.models.ground.ground_check", lambda *_arguments, **_options: Ground(()))
        window = MainWindow(Settings(operator="Ana Silva"), Places(folder / "settings.json", folder / "Forums"))
        window.resize(1366, 768)
        window.files.open_path(folder / "Rescue.forum")
        window.show()
        qapp.processEvents()
        yield window
        window.close()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def window(opened: MainWindow, folder: Path) -> MainWindow:
    """Return the window on its forum without the form beside it, the cursor on Belgium's relocations."""
    if opened.desk is None or opened.desk.file.path != folder / "Rescue.forum":
        opened.files.open_path(folder / "Rescue.forum")
    opened.activateWindow()
    if workspace(opened).panel.isVisible():
        workspace(opened).panel.setFocus()
        opened.menus.actions["plan_form"].trigger()
    # From elsewhere, so that the cursor's coming is told also where the test before left it there.
    opened.workspace.table.go_to("SE", "vulnerable")
    opened.workspace.table.go_to("BE", "relocations")
    return opened


def workspace(window: MainWindow) -> ResponseDesk:
    assert isinstance(window.workspace, ResponseDesk)
    return window.workspace


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(focused(), key, modifier)


def type_relocations(window: MainWindow, text: str) -> None:
    QTest.keyClicks(focused(), text)
    press(Qt.Key.Key_Return)


def test_the_window_shows_the_procedure_and_nothing_of_another(window: MainWindow) -> None:
    here = workspace(window)
    assert here.table.isVisible()
    assert here.header.isVisible()
    assert not window.table.isVisible()
    assert not window.header.isVisible()
    assert window.menus.actions["report"].isVisible()
    assert not window.menus.actions["reference_numbers"].isEnabled()
    assert window.why.question == ("pledged", "BE")
    assert "proposal of 2020" in " ".join(here.header.chips())


def test_what_is_typed_is_saved_and_a_step_back_goes_there_and_names_it(window: MainWindow, folder: Path) -> None:
    assert window.desk is not None
    before = window.desk.response.row("BE").pledged
    type_relocations(window, "222")
    assert window.desk.response.row("BE").pledged == 222
    assert read_forum(folder / "Rescue.forum").search_and_rescue.revisions("BE")[-1].relocations == 222
    assert workspace(window).header.saved_mark.text.startswith("saved ")
    for name, word, pledged in (("undo", "Undone", before), ("redo", "Redone", 222), ("undo", "Undone", before)):
        workspace(window).table.go_to("SE", "vulnerable")
        window.menus.actions[name].trigger()
        assert window.desk.response.row("BE").pledged == pledged
        assert workspace(window).table.selected() == ("BE", "relocations")
        assert window.statusBar().currentMessage() == f"{word}: Belgium: plan"


def test_f6_goes_round_and_escape_goes_back(window: MainWindow) -> None:
    here = workspace(window)
    for panel in (window.findings, window.why, here.header, here.table):
        press(Qt.Key.Key_F6)
        assert panel.isAncestorOf(focused())
    press(Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    press(Qt.Key.Key_Escape)
    assert here.table.isAncestorOf(focused())


def test_f4_shows_the_form_in_the_place_of_the_other_panel(window: MainWindow) -> None:
    here = workspace(window)
    press(Qt.Key.Key_F4)
    assert here.panel.isVisible()
    assert here.panel.isAncestorOf(focused())
    assert not window.editors.panel.isVisible()
    assert window.menus.actions["plan_form"].isChecked()
    press(Qt.Key.Key_F6)
    assert window.findings.isAncestorOf(focused())
    press(Qt.Key.Key_Escape)
    here.panel.setFocus()
    press(Qt.Key.Key_F4)
    assert not here.panel.isVisible()
    assert here.table.isAncestorOf(focused())


def test_a_finding_goes_to_its_cell_or_says_and_opens_where_it_is_edited(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    findings = window.findings.model.findings
    of_state = next(each for each in findings if each.state is not None and each.column in ("measures", "relocations"))
    window.go_to(of_state)
    assert workspace(window).table.selected()[0] == of_state.state
    opened: list[str] = []
    monkeypatch.setattr("desktop_app.views.pools.commands.PoolCommands.pools", lambda _commands: opened.append("pools"))
    pool = next(row for row, each in enumerate(findings) if each.column == "pools")
    window.findings.setFocus()
    window.findings.list.setCurrentIndex(window.findings.model.index(pool))
    press(Qt.Key.Key_Return)
    assert opened == ["pools"]
    assert window.statusBar().currentMessage() == "Edited in Forum ▸ Pools in use (Ctrl+D); Enter opens it."
    window.workspace.open_at(None, "relocations")
    assert opened == ["pools"]
    window.menus.actions["preview"].trigger()
    preview = window.findChildren(AnnexPreview)[-1]
    preview.opened.emit(findings[pool])
    assert opened == ["pools", "pools"]
    window.files.close_previews()


def test_a_finding_on_the_plan_opens_its_field(window: MainWindow) -> None:
    workspace(window).open_at("FR", "cover")
    assert workspace(window).panel.isVisible()
    assert workspace(window).table.selected()[0] == "FR"


def test_every_figure_is_explained_with_a_formula_that_can_be_read(window: MainWindow) -> None:
    assert window.desk is not None
    assessment = window.desk.response
    subjects: tuple[Sequence[str | None], ...] = (
        [row.code for row in assessment.rows],
        [pool.benefitting for pool in assessment.totals.pools],
        [None],
    )
    for (_whose, figures), codes in zip(figures_by_owner(RESCUE), subjects, strict=True):
        for figure in figures:
            for code in codes:
                answer = explain(assessment, figure.id, code)
                if answer.formula:
                    assert write_formula(answer).in_numbers, (figure.id, code)


def test_the_strip_asks_and_a_rule_of_the_procedure_is_told(window: MainWindow) -> None:
    for figure in workspace(window).header.figures():
        if figure.isVisible() and figure.isEnabled():
            figure.click()
    window.why.show_rule("P610-48-2c")
    window.why.settle()
    text = window.why.text.toPlainText()
    assert rule_of(RESCUE, "P610-48-2c").title in text
    assert "proposal of 2020, not law" in text
    assert "The shortfall of the 30 % test" in text.replace("\N{NO-BREAK SPACE}", " ").replace("\u202f", " ")


def test_a_refusal_is_told_and_changes_nothing(window: MainWindow) -> None:
    assert window.desk is not None
    before = window.desk.assessment
    window.apply(RecordPlan(ResponsePlan("FR", "FR-SAR-1", relocations=10**9 + 1)))
    assert window.desk.assessment is before
    assert window.statusBar().currentMessage()
    assert workspace(window).header.saved_mark.text.startswith("saved ")


def test_readings_of_the_procedure_can_be_chosen_and_show_what_follows(window: MainWindow) -> None:
    assert window.desk is not None
    dialog = ReadingsDialog(window, window.desk.assessment)
    assert set(dialog.fields) == {"rounding", "shortfall", "cover"}
    field = dialog.fields["shortfall"]
    field.setCurrentIndex(1)  # type: ignore[union-attr]  # a choice, not a date
    assert dialog.answer() == (ChooseReading("shortfall", "B"),)
    dialog.deleteLater()


@pytest.mark.parametrize(("width", "height", "zoom"), [(667, 350, 100), (1350, 700, 200)])
def test_two_member_states_stay_in_sight_however_low_the_window_is(
    window: MainWindow, qtbot: QtBot, width: int, height: int, zoom: int
) -> None:
    former = window.size()
    window.set_zoom(zoom)
    window.resize(width, height)
    table = workspace(window).table
    qtbot.waitUntil(lambda: table.grid.viewport().height() >= 2 * table.drawing().row_height)
    assert (window.width(), window.height()) == (width, height)
    # Nothing stands over anything else.
    shown = [each for each in (table.grid, table.totals, table.note) if each.isVisible()]
    assert all(each.geometry().bottom() < table.height() for each in shown)
    assert table.mapTo(window, table.rect().bottomLeft()).y() < window.findings.mapTo(window, QPoint(0, 0)).y()
    window.set_zoom(100)
    window.resize(former)


def test_zoom_and_columns_follow(window: MainWindow) -> None:
    before = workspace(window).header.figures()[0].font().pointSizeF()
    window.set_zoom(200)
    assert workspace(window).header.figures()[0].font().pointSizeF() > before
    window.set_zoom(100)
    window.menus.actions["sort"].trigger()
    window.menus.actions["protocol_order"].trigger()
    assert workspace(window).table.codes[0] == "BE"


def test_f1_and_the_tour_tell_of_this_procedure(window: MainWindow) -> None:
    topic = topic_at(window)
    assert topic.page == "rescue-columns"
    assert topic.heading in page("rescue-columns").headings
    assert words_at(window).startswith(topic.heading)
    window.why.ask("shortfall_a", None)
    window.why.setFocus()
    assert topic_at(window).heading in page("rescue-figures").headings
    window.why.show_rule("P610-48-2c")
    assert topic_at(window).heading in page("rescue-rules").headings
    window.findings.setFocus()
    assert topic_at(window).heading in page("rescue-rules").headings
    assert "COM(2020) 610" in words_at(window)
    workspace(window).header.setFocus()
    assert topic_at(window) == Topic("rescue-figures")
    workspace(window).plans.open_at("FR", "cover")
    workspace(window).panel.setFocus()
    assert topic_at(window) == Topic("search-and-rescue", "Response plans")
    assert topic_at(window).heading in page("search-and-rescue").headings
    window.menus.actions["plan_form"].trigger()
    window.help.take_tour(asks_first=True)
    tour = window.help.tour
    assert tour is not None
    assert len(STEPS[RESCUE]) == 6
    for _step in range(7):
        assert tour.rect().contains(tour.card.geometry())
        tour.go(1)
    assert window.help.tour is None


def test_a_document_of_it_goes_out_and_comes_back_edited(
    window: MainWindow, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert window.desk is not None
    path = folder / "edited.json"
    monkeypatch.setattr(Files, "to_write", lambda *_asked: path)
    window.menus.actions["export"].trigger()
    text = path.read_text("utf-8")
    assert '"search-and-rescue"' in text
    path.write_text(text.replace("INVENTED: a disembarkation pool", "INVENTED: another pool"), "utf-8")
    monkeypatch.setattr(Files, "to_open", lambda *_asked: path)
    monkeypatch.setattr(ImportDialog, "exec", lambda _dialog: 1)
    window.menus.actions["import"].trigger()
    assert window.desk.assessment.forum.title == "INVENTED: another pool for 2027"
    window.undo()
    assert window.desk.assessment.forum.title == "INVENTED: a disembarkation pool for 2027"


def test_every_command_of_the_procedure_is_there(window: MainWindow) -> None:
    known = {*window.workspace.commands(), *window.files.documents.commands()}
    assert {each.name for each in COMMANDS if each.procedures == {RESCUE}} <= known


def test_a_second_desk_reads_and_sees_what_is_new(
    window: MainWindow, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop_app.views.opening.Message.choose", lambda *_args: 0)
    second = MainWindow(Settings(operator="Jean Dupont"), Places(folder / "other.json", folder / "Forums"))
    second.files.open_path(folder / "Rescue.forum")
    assert workspace(second).header.saved_mark.text.startswith("read-only")
    assert not second.menus.actions["draw"].isEnabled()
    type_relocations(window, "211")
    second.refresh()
    assert second.desk is not None
    assert second.desk.response.row("BE").pledged == 211
    window.undo()
    second.close()
    second.deleteLater()


@pytest.mark.parametrize("procedure", Procedure)
def test_a_forum_in_which_nobody_takes_part_opens_all_the_same(
    window: MainWindow, folder: Path, procedure: Procedure
) -> None:
    path = folder / f"{procedure.value}.forum"
    ForumFile.create(path, Forum(procedure=procedure), "Ana Silva").close()
    window.files.open_path(path)
    assert window.desk is not None
    # Nothing is asked of anybody in the voluntary mechanism, so that nothing blocks it.
    assert bool(window.desk.assessment.blocks) == (procedure is not Procedure.VOLUNTARY)
    if procedure is RESCUE:
        assert waiting_words(window.desk.response).startswith("No Member State takes part yet")


def test_an_annual_pool_in_the_same_window_is_as_ever_and_the_way_back_too(
    window: MainWindow, folder: Path, sample: Forum
) -> None:
    pool = folder / "Pool.forum"
    if not pool.exists():
        ForumFile.create(pool, sample, "Ana Silva").close()
    press(Qt.Key.Key_F4)
    window.files.open_path(pool)
    assert window.workspace.table is window.table
    assert window.table.isVisible()
    assert window.editors.panel.isVisible()
    assert not window.workspaces.response.panel.isVisible()
    assert window.why.question == ("pledged_relocations", "BE")
    assert window.menus.actions["status"].isVisible()
    window.table.setFocus()
    press(Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert window.editors.panel.isAncestorOf(focused())
    window.files.open_path(folder / "Rescue.forum")
    assert window.why.question == ("pledged", "BE")
    assert workspace(window).table.isVisible()
    assert workspace(window).panel.isVisible()
    assert not window.editors.panel.isVisible()
    window.files.close()
    assert window.desk is None
