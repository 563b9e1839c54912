"""The worked example of search and rescue, and a table with the keyboard in it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.calc.forum import Forum
from desktop_app.models.interchange import read_document
from tests.views.plan_table.owner import Owner
from tests.views.table_owner import opening

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "search-and-rescue.json"


@pytest.fixture(scope="session")
def rescue() -> Forum:
    """Germany, Greece (the state of disembarkation), France with measures, Sweden without a plan."""
    return read_document(EXAMPLE.read_bytes())


@pytest.fixture
def open_desk(qtbot: QtBot) -> Iterator[Callable[[Forum], Owner]]:
    """Return a function that opens a table with the keyboard in it."""
    yield from opening(qtbot, Owner)
