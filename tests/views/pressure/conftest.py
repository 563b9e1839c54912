"""What the tests of assessment, report, rounds, act, test, reduction and credits share: a desk on a small forum."""

import pytest

from desktop_app.calc.forum import Forum
from tests.pressure_small import small_pressure
from tests.views.editor_desks import Answers, Show, confirms, desk, reading_desk, shown

__all__ = ["Answers", "Show", "confirms", "desk", "reading_desk", "shown"]


@pytest.fixture
def small() -> Forum:
    return small_pressure()
