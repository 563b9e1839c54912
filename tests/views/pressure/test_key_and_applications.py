"""The distribution key and the applications of a pressure response: what they change before it is taken."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop_app.views.desk import Desk
from desktop_app.views.key.applications_editor import ApplicationsEditor
from desktop_app.views.key.drafts import COMPUTED, POPULATION, applications_column
from desktop_app.views.key.key_editor import KeyEditor
from desktop_app.views.parts import ToneLabel
from tests.views.editor_desks import Show
from tests.views.pressure.typing_in import plain

CONTROL = Qt.KeyboardModifier.ControlModifier


def test_another_population_moves_every_key_number(desk: Desk, shown: Show) -> None:
    editor = KeyEditor(None, desk)
    shown(editor)
    assert editor.windowTitle() == "Distribution key"
    words = editor.findChildren(ToneLabel)[0].text()
    assert "Benefitting states are in the key, though nobody is asked for their part (Art. 52(1), 53(3)(c))" in words
    assert not editor.status.isVisible()
    # Germany 130 of 200 inhabitants: ½ · 130/200 + ½ · 30/100 = 47.5 %.
    editor.cells.put({("DE", POPULATION): "130"})
    assert editor.cells.index_of(("DE", COMPUTED)).data() == "47.5000"
    assert plain(editor.consequences.summary).startswith("Population of 1 state: ")
    QTest.keyClick(editor, Qt.Key.Key_Return, CONTROL)
    assert {row.code: row.key_number for row in desk.pressure.rows} == {"DE": 475, "EL": 150, "FR": 300, "SE": 75}


def test_other_applications_decide_on_the_reduction(desk: Desk, shown: Show) -> None:
    editor = ApplicationsEditor(None, desk)
    shown(editor)
    assert "asks for it in its plan" in plain(editor.findChildren(ToneLabel)[0].text())
    assert "eligible: Sweden." in editor.sums.text()
    # 8 of 44 by 10 of 100 inhabitants is 1.82 times the average.
    editor.cells.put({("SE", applications_column(year)): "8" for year in range(2022, 2027)})
    assert "eligible: no state." in editor.sums.text()
    assert "10 % reductions −10 → 0" in plain(editor.consequences.summary)
    QTest.keyClick(editor, Qt.Key.Key_Return, CONTROL)
    assert desk.pressure.totals.reduction == 0
