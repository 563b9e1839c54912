"""Forums to show, and a table with the keyboard in it."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.calc.forum import Forum, Pledge
from desktop_app.models.interchange import read_document
from desktop_app.paths import resource
from tests.views.pledge_table.owner import Owner
from tests.views.table_owner import opening

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


@pytest.fixture
def example() -> Forum:
    """The worked example: Belgium, Denmark, Greece, Latvia."""
    return read_document((EXAMPLES / "annual-pool.json").read_bytes())


@pytest.fixture
def sample() -> Forum:
    """The built-in forum of 2026."""
    return read_document(resource("samples", "annual-pool-2026.json").read_bytes())


@pytest.fixture
def empty(sample: Forum) -> Forum:
    """The built-in forum without any pledge or deduction."""
    return replace(sample, states=tuple(replace(record, pledge=Pledge(), deductions=()) for record in sample.states))


@pytest.fixture
def open_desk(qtbot: QtBot) -> Iterator[Callable[[Forum], Owner]]:
    """Return a function that opens a table with the keyboard in it."""
    yield from opening(qtbot, Owner)
