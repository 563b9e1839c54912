"""The panel on a desk over a real file, and hands that type into it."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, Generic, TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.calc.response_plans import ResponsePlan
from desktop_app.models.forum_file import ForumFile
from desktop_app.views.desk import Desk
from desktop_app.views.plan_form.annex import PlansAssessment
from desktop_app.views.plan_form.page import PlanPage
from desktop_app.views.plan_form.panel import PlanPanel
from desktop_app.views.plan_form.revision_panel import RevisionPanel
from tests.views.plan_form.forums import FRANCE, GERMANY, forum

Panel = TypeVar("Panel", bound=RevisionPanel[Any])


class PanelHands(Generic[Panel]):
    """Types into the panel of whatever annex."""

    def __init__(self, desk: Desk, panel: Panel) -> None:
        self.desk, self.panel = desk, panel

    def type(self, field: str, text: str) -> None:
        """Type over what stands in a field."""
        inside = self.panel.page.fields[field]
        inside.setFocus()
        self.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        here = QApplication.focusWidget()
        assert here is not None
        QTest.keyClick(here, Qt.Key.Key_Delete)
        QTest.keyClicks(here, text)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        here = QApplication.focusWidget()
        assert here is not None
        QTest.keyClick(here, key, modifier)

    def take(self) -> None:
        self.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


class Hands(PanelHands[PlanPanel]):
    """Types into the panel of Annex I, and reads the file."""

    @property
    def page(self) -> PlanPage:
        return self.panel.page

    def plans(self, code: str) -> tuple[ResponsePlan, ...]:
        return self.desk.response.forum.search_and_rescue.revisions(code)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    revised = replace(GERMANY, revision=1, submitted=forum().as_of, relocations=380)
    desk = Desk(ForumFile.create(tmp_path / "Four.forum", forum(GERMANY, revised, FRANCE), "Ana Silva"))
    yield desk
    desk.close()


def put_on_screen(qtbot: QtBot, desk: Desk, panel: RevisionPanel[Any], figures: Callable[[], PlansAssessment]) -> None:
    """Show a panel of Germany's plan over a desk, with the keyboard in it."""
    qtbot.addWidget(panel)
    desk.assessed.connect(lambda _assessment: panel.show_assessment(figures()))
    desk.refused.connect(panel.show_refusal)
    panel.resize(400, 900)
    panel.show_assessment(figures())
    panel.show_state("DE")
    with qtbot.waitExposed(panel):
        panel.show()
    panel.activateWindow()
    panel.setFocus()


@pytest.fixture
def hands(qtbot: QtBot, desk: Desk) -> Hands:
    panel = PlanPanel(desk.apply)
    put_on_screen(qtbot, desk, panel, lambda: desk.response)
    return Hands(desk, panel)
