"""The panel of Annex II on a desk over a real file, and hands that type into it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.calc.pressure_plans import PressurePlan
from desktop_app.models.forum_file import ForumFile
from desktop_app.views.desk import Desk
from desktop_app.views.pressure_form import PressurePlanPanel
from desktop_app.views.pressure_form.page import PressurePage
from tests.views.plan_form.conftest import PanelHands, put_on_screen
from tests.views.pressure_form.forums import FRANCE, GERMANY, forum


class Hands(PanelHands[PressurePlanPanel]):
    """Types into the panel of Annex II, and reads the file."""

    @property
    def page(self) -> PressurePage:
        return self.panel.page

    def plans(self, code: str) -> tuple[PressurePlan, ...]:
        return self.desk.pressure.forum.migratory_pressure.revisions(code)

    def says(self, field: str) -> str:
        return self.page.fields[field].said.replace("\u202f", " ").replace("\u00a0", " ")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(ForumFile.create(tmp_path / "Four.forum", forum(GERMANY, FRANCE), "Ana Silva"))
    yield desk
    desk.close()


@pytest.fixture
def hands(qtbot: QtBot, desk: Desk) -> Hands:
    panel = PressurePlanPanel(desk.apply)
    put_on_screen(qtbot, desk, panel, lambda: desk.pressure)
    return Hands(desk, panel)
