"""What the tests of the pools share: a desk on a real file, and a small forum worked out by hand."""

import pytest

from desktop_app.calc.forum import Forum
from tests.views.editor_desks import Answers, Show, confirms, desk, reading_desk, shown
from tests.views.pools.small import forum

__all__ = ["Answers", "Show", "confirms", "desk", "reading_desk", "shown"]


@pytest.fixture
def small() -> Forum:
    """Greece's pool holds 480 persons, of which 300 are drawn; Italy's holds 320, of which none is."""
    return forum()
