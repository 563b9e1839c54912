"""Whatever leads away from a figure that is still in its line first records it, or stays with it and says why."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from desktop_app.calc.forum import Procedure
from desktop_app.models.any_forum import sample as sample_of
from desktop_app.models.forum_file import ForumFile
from desktop_app.models.ground import Ground
from desktop_app.places import Places
from desktop_app.views.desk import Desk
from desktop_app.views.desk_views import Now, Past
from desktop_app.views.main_window import MainWindow
from desktop_app.views.settings import Settings
from desktop_app.views.typed_table.editor import UnderstoodPanel
from desktop_app.views.typed_table.words import PAST

_ASKED = {
    "close_round": "desktop_app.views.rounds.close_dialog.CloseRoundDialog.asked",
    "new_scenario": "desktop_app.views.scenarios.dialogs.NamedDialog.asked",
    "release": "desktop_app.views.room.dialog.ReleaseDialog.asked",
}
"""The dialogs of commands that freeze or branch what stands."""


@pytest.fixture(scope="module")
def opened(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[Procedure], Desk]]:
    """One window, in which the sample of a procedure is opened."""
    folder = tmp_path_factory.mktemp("ways out")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("desktop_app.models.ground.ground_check", lambda *_arguments, **_options: Ground(()))
        window = MainWindow(Settings(operator="Ana Silva"), Places(folder / "settings.json", folder / "Forums"))
        window.show()

        def open_sample(procedure: Procedure) -> Desk:
            path = folder / f"{procedure.value}.forum"
            if not path.exists():
                ForumFile.create(path, sample_of(procedure), "Ana Silva").close()
            window.files.open_path(path)
            window.activateWindow()
            qapp.processEvents()
            assert window.desk is not None
            return window.desk

        yield open_sample
        window.close()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def window_of(desk: Desk) -> MainWindow:
    window = desk.parent()
    assert isinstance(window, MainWindow)
    return window


def typed(desk: Desk, text: str) -> QLineEdit:
    """Type over a figure of a Member State that gives, and leave what was typed in its line."""
    is_by_type = desk.assessment.forum.procedure is Procedure.MIGRATORY_PRESSURE
    window_of(desk).workspace.table.go_to(*(("SE", "applicants") if is_by_type else ("RO", "relocations")))
    for character in text:
        # QTest takes characters and keys, its stubs only keys.
        QTest.keyClick(QApplication.focusWidget(), character)  # type: ignore[call-overload]
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    assert line.text() == text
    return line


def said(desk: Desk) -> str:
    panel = window_of(desk).workspace.table.findChild(UnderstoodPanel)
    assert isinstance(panel, UnderstoodPanel)
    return panel.text if panel.isVisible() else ""


@pytest.mark.parametrize("procedure", Procedure)
def test_every_way_out_first_records_what_is_typed(
    opened: Callable[[Procedure], Desk], procedure: Procedure, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = opened(procedure)
    window, entry, asked = window_of(desk), desk.file.seq, list[int]()
    for figure, (name, dialog) in enumerate(_ASKED.items(), 13):
        monkeypatch.setattr(dialog, lambda *_arguments: asked.append(desk.file.seq))
        line = typed(desk, str(figure))
        window.menus.actions[name].trigger()
        assert not line.isVisible()
    # What they ask about has the figure already.
    assert asked == [entry + 1, entry + 2, entry + 3]
    # The past, as from the time bar, the history or a fingerprint.
    typed(desk, "21")
    assert window.look(lambda shown: shown.look_at(1))
    assert (desk.file.seq, isinstance(desk.view, Past)) == (entry + 4, True)
    assert window.look(Desk.back_to_now)
    # The end of the window, or of the forum.
    typed(desk, "22")
    path = desk.file.path
    window.menus.actions["close"].trigger()
    assert window.desk is None
    with ForumFile.open(path, "Ana Silva") as file:
        assert file.seq == entry + 5


def test_what_makes_no_sense_stays_in_its_line_and_nothing_else_happens(opened: Callable[[Procedure], Desk]) -> None:
    desk = opened(Procedure.ANNUAL_POOL)
    window, entry = window_of(desk), desk.file.seq
    line = typed(desk, "77lu66")
    for leave in (
        window.menus.actions["time_bar"].trigger,
        window.menus.actions["close"].trigger,
        lambda: window.look(lambda shown: shown.look_at(1)),
        lambda: window.workspace.table.go_to("SE", "financial"),
        lambda: window.workspace.table.sort_by(2),
        lambda: window.closeEvent(QCloseEvent()),
    ):
        leave()
        assert (line.isVisible(), line.text(), line.hasFocus()) == (True, "77lu66", True)
        assert said(desk).endswith("Nothing was changed.")
        assert (window.desk, desk.file.seq, isinstance(desk.view, Now)) == (desk, entry, True)
    assert not window.menus.actions["time_bar"].isChecked()
    closing = QCloseEvent()
    window.closeEvent(closing)
    assert not closing.isAccepted()
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert window.finish_entry()


@pytest.mark.parametrize("procedure", [Procedure.ANNUAL_POOL, Procedure.VOLUNTARY])
def test_typing_and_pasting_in_the_past_says_how_to_come_back(
    opened: Callable[[Procedure], Desk], procedure: Procedure
) -> None:
    desk = opened(procedure)
    window = window_of(desk)
    typed(desk, "31")
    assert window.look(lambda shown: shown.look_at(1))
    table = window.workspace.table
    table.go_to("RO", "relocations")
    QTest.keyClick(table.grid, Qt.Key.Key_4)
    assert said(desk) == PAST
    QTest.keyClick(table.grid, Qt.Key.Key_Escape)
    QGuiApplication.clipboard().clear()
    QTest.keyClick(table.grid, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert said(desk) == PAST
    assert window.look(Desk.back_to_now)
