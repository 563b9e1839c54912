"""What the tests of mechanism, needs and commitments share: a desk on a real file, the forum worked out by hand."""

import pytest

from desktop_app.calc.forum import Forum
from tests.views.editor_desks import Answers, Show, confirms, desk, reading_desk, shown
from tests.views.voluntary_forum import voluntary_forum

__all__ = ["Answers", "Show", "confirms", "desk", "reading_desk", "shown"]


@pytest.fixture
def small() -> Forum:
    return voluntary_forum()
