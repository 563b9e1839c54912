"""Documents of a forum on search and rescue: which forms are wanted, and what is shown of them."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop_app.calc.changes import RemovePlan
from desktop_app.documents.annex import annex_pdf
from desktop_app.documents.plan_form import Wanted, plan_forms_pdf
from desktop_app.documents.thirty_percent import thirty_percent_pdf
from desktop_app.models.forum_file import ForumFile
from desktop_app.models.interchange import fingerprint
from desktop_app.views.main_window import MainWindow
from desktop_app.views.preview.forms_dialog import FormsChoice, FormsDialog
from desktop_app.views.preview.window import Preview
from tests.documents import rescues


@pytest.fixture
def rescue_window(make_window: Callable[[], MainWindow], tmp_path: Path) -> MainWindow:
    path = tmp_path / "Rescue.forum"
    ForumFile.create(path, rescues.example(), "Ana Silva").close()
    window = make_window()
    window.files.open_path(path)
    window.show()
    return window


def mark(dialog: FormsDialog, code: str, *, marked: bool = True) -> None:
    for place in range(dialog.states.count()):
        item = dialog.states.item(place)
        if item.data(Qt.ItemDataRole.UserRole) == code:
            item.setCheckState(Qt.CheckState.Checked if marked else Qt.CheckState.Unchecked)


def test_what_can_be_asked_for(qtbot: QtBot) -> None:
    dialog = FormsDialog(None, rescues.assessed(rescues.example()))
    qtbot.addWidget(dialog)
    assert dialog.answer() == FormsChoice()
    named = [dialog.states.item(place).text() for place in range(dialog.states.count())]
    assert named == ["Germany · DE-SAR-1 (Rev) 1", "Greece · no plan", "France · FR-SAR-1", "Sweden · no plan"]
    assert not dialog.revision.isEnabled()
    mark(dialog, "DE")
    assert dialog.revision.isEnabled()
    dialog.revision.put(0)
    dialog.particulars.setChecked(True)
    assert dialog.answer() == FormsChoice(("DE",), revision=0, particulars=True)
    mark(dialog, "SE")
    assert dialog.words.text().startswith("No plan is recorded of Sweden")
    assert not dialog.accept_button.isEnabled()
    dialog.blank.setChecked(True)
    assert dialog.accept_button.isEnabled()
    assert dialog.answer() == FormsChoice(("DE", "SE"), blank=True)
    mark(dialog, "DE", marked=False)
    mark(dialog, "SE", marked=False)
    assert "one form that names nobody" in dialog.words.text()


def test_without_a_plan_there_are_blank_forms_alone(qtbot: QtBot) -> None:
    dialog = FormsDialog(None, rescues.assessed(rescues.empty()))
    qtbot.addWidget(dialog)
    assert not dialog.filled.isEnabled()
    assert dialog.answer() == FormsChoice(blank=True)


def test_documents_are_shown_as_they_are_written(
    rescue_window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = rescue_window
    assert window.desk is not None
    assessment = window.desk.response
    state = fingerprint(assessment.forum)
    monkeypatch.setattr(FormsDialog, "ask", lambda _parent, _assessment: FormsChoice(("FR",), particulars=True))

    def shown(name: str) -> Preview:
        window.menus.actions[name].trigger()
        return window.findChildren(Preview)[-1]

    assert shown("preview").data == annex_pdf(assessment, state, draft=True)
    assert shown("print_test").data == thirty_percent_pdf(assessment, state)
    forms = shown("print_forms")
    assert forms.data == plan_forms_pdf(assessment, state, Wanted(("FR",)), draft=True)
    assert forms.file_ending == "plan forms"
    window.desk.apply(RemovePlan("FR", 0))
    qtbot.waitUntil(lambda: not forms.save.isEnabled())
    assert "France: no plan is recorded" in forms.statusBar().currentMessage()
    window.desk.undo()
    qtbot.waitUntil(forms.save.isEnabled)
    assert forms.statusBar().currentMessage() == ""
    monkeypatch.setattr(FormsDialog, "ask", lambda _parent, _assessment: None)
    assert shown("print_forms") is not None
    assert forms.isVisible()


def test_a_plan_without_a_reference_is_named_so(qtbot: QtBot) -> None:
    plan = replace(rescues.example().search_and_rescue.plans[-1], reference=None)
    dialog = FormsDialog(None, rescues.assessed(rescues.example(plans=(plan,))))
    qtbot.addWidget(dialog)
    assert dialog.states.item(2).text() == "France · no reference number"
