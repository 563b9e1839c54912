"""What the tests of support plans share: a desk on a real file, on migratory pressure on Italy."""

import pytest

from desktop_app.calc.forum import Forum
from tests.views.editor_desks import Answers, Show, confirms, desk, reading_desk, shown
from tests.views.voluntary_forum import pressure_forum

__all__ = ["Answers", "Show", "confirms", "desk", "reading_desk", "shown"]


@pytest.fixture
def small() -> Forum:
    return pressure_forum()
