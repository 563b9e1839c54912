"""Documents on pressure and the voluntary mechanism: which forms are wanted, and what is shown of them."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.calc.forum import Forum
from desktop_app.documents.annex import annex_pdf
from desktop_app.documents.plan_form import FormKind, Wanted, plan_forms_pdf
from desktop_app.documents.reduction import reduction_pdf
from desktop_app.documents.table import table_pdf
from desktop_app.documents.thirty_percent import thirty_percent_pdf
from desktop_app.models.forum_file import ForumFile
from desktop_app.models.interchange import fingerprint
from desktop_app.views.main_window import MainWindow
from desktop_app.views.preview.forms_dialog import FormsChoice, FormsDialog
from desktop_app.views.preview.window import Preview
from tests.documents import pressures

CROWDED = pressures.assessed(pressures.crowded())


def test_the_form_is_chosen_first_and_the_plans_follow(qtbot: QtBot) -> None:
    dialog = FormsDialog(None, CROWDED)
    qtbot.addWidget(dialog)
    dialog.show()
    named = [dialog.states.item(place).text() for place in range(dialog.states.count())]
    assert named[0] == f"Belgium · BE-MP-2027/{pressures.MINISTRY} (Rev) 1"
    assert dialog.answer() == FormsChoice()
    dialog.form.input.setFocus()
    QTest.keyClick(dialog.form.input, Qt.Key.Key_Down)
    assert dialog.kind is FormKind.ANNEX_IV
    named = [dialog.states.item(place).text() for place in range(dialog.states.count())]
    assert named[0] == "Belgium · no plan"
    assert f"Portugal · PT-SUP-2026/{pressures.MINISTRY}" in named
    portugal = dialog.states.item(named.index(f"Portugal · PT-SUP-2026/{pressures.MINISTRY}"))
    portugal.setCheckState(Qt.CheckState.Checked)
    assert not dialog.revision.isEnabled()
    assert dialog.answer() == FormsChoice(("PT",), kind=FormKind.ANNEX_IV)


def test_a_form_nobody_has_filled_is_offered_blank(qtbot: QtBot) -> None:
    dialog = FormsDialog(None, pressures.assessed(pressures.example()))
    qtbot.addWidget(dialog)
    assert dialog.filled.isChecked()
    dialog.form.input.setCurrentIndex(1)
    assert not dialog.filled.isEnabled()
    assert dialog.answer() == FormsChoice(blank=True, kind=FormKind.ANNEX_IV)


def test_the_voluntary_mechanism_has_one_form(qtbot: QtBot) -> None:
    dialog = FormsDialog(None, pressures.weighed(pressures.mechanism()))
    qtbot.addWidget(dialog)
    assert dialog.answer() == FormsChoice()
    assert not dialog.form.isVisibleTo(dialog)


def opened(make_window: Callable[[], MainWindow], path: Path, forum: Forum) -> MainWindow:
    ForumFile.create(path, forum, "Ana Silva").close()
    window = make_window()
    window.files.open_path(path)
    window.show()
    return window


def shown(window: MainWindow, name: str) -> Preview:
    window.menus.actions[name].trigger()
    return window.findChildren(Preview)[-1]


def test_documents_on_pressure_are_shown_as_they_are_written(
    make_window: Callable[[], MainWindow], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = opened(make_window, tmp_path / "Pressure.forum", pressures.example())
    assert window.desk is not None
    assessment = window.desk.pressure
    state = fingerprint(assessment.forum)
    assert shown(window, "preview").data == annex_pdf(assessment, state, draft=True)
    assert shown(window, "print_test").data == thirty_percent_pdf(assessment, state)
    assert shown(window, "print_reduction").data == reduction_pdf(assessment, state)
    assert shown(window, "print_contributions").data == table_pdf(assessment, state)
    choice = FormsChoice(blank=True, kind=FormKind.ANNEX_IV)
    monkeypatch.setattr(FormsDialog, "ask", lambda _parent, _assessment: choice)
    forms = shown(window, "print_forms")
    assert forms.data == plan_forms_pdf(assessment, state, Wanted(blank=True, kind=FormKind.ANNEX_IV))
    assert forms.file_ending == "blank forms annex iv"
    window.files.documents.show_support_forms()
    assert window.findChildren(Preview)[-1].data == forms.data


def test_the_overview_is_called_one(make_window: Callable[[], MainWindow], tmp_path: Path) -> None:
    window = opened(make_window, tmp_path / "Mechanism.forum", pressures.quiet_mechanism())
    assert window.desk is not None
    overview = shown(window, "preview")
    state = fingerprint(window.desk.assessment.forum)
    assert overview.data == annex_pdf(window.desk.assessment, state, draft=True)
    assert overview.windowTitle().startswith("Overview, draft")
    assert overview.file_ending == "overview (draft)"
