"""A table with the keyboard in it."""

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.calc.forum import Forum
from tests.views.pressure_table.owner import Owner
from tests.views.table_owner import opening


@pytest.fixture
def open_desk(qtbot: QtBot) -> Iterator[Callable[[Forum], Owner]]:
    """Return a function that opens a table with the keyboard in it."""
    yield from opening(qtbot, Owner)
