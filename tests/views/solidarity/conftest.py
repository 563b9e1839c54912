"""What the tests of groups, incentives and log share: a desk on a real file, and a small forum worked out by hand."""

import pytest

from desktop_app.calc.forum import Forum
from tests.views.editor_desks import Answers, Show, confirms, desk, reading_desk, shown
from tests.views.solidarity.small import forum

__all__ = ["Answers", "Show", "confirms", "desk", "reading_desk", "shown"]


@pytest.fixture
def small() -> Forum:
    """Germany sponsors a group whose eight months are over; France takes a group over; two entries in the log."""
    return forum()
