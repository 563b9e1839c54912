"""A table of signatories with the keyboard in it."""

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.calc.forum import Forum
from tests.views.table_owner import opening
from tests.views.voluntary_forum import voluntary_forum
from tests.views.voluntary_table.owner import Owner


@pytest.fixture
def open_desk(qtbot: QtBot) -> Iterator[Callable[[Forum], Owner]]:
    """Return a function that opens a table with the keyboard in it."""
    yield from opening(qtbot, Owner)


@pytest.fixture
def desk(open_desk: Callable[[Forum], Owner]) -> Owner:
    return open_desk(voluntary_forum())
