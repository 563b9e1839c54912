"""What the tests of the forum's editors share: a desk on a real file, and a small forum worked out by hand."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.calc.forum import (
    AssociatedContribution,
    Basis,
    Forum,
    Holiday,
    Key,
    KeyState,
    Meeting,
    MeetingKind,
    Pledge,
    Pool,
    SourceAct,
    StateRecord,
)
from desktop_app.models.forum_file import ForumFile
from desktop_app.views.desk import Desk
from desktop_app.views.forum_editors.base import ForumEditor


@pytest.fixture
def small() -> Forum:
    """Belgium has 60 % and Estonia 40 % of the key; R = 1 000, F = EUR 20 million: 600 and 400 persons."""
    act = SourceAct("COM(2025) 1", date(2025, 10, 15))
    return Forum(
        title="Pool for 2026",
        year=2026,
        basis=Basis(act, act, act),
        key=Key(states=(KeyState("BE", 60, 6_000), KeyState("EE", 40, 4_000))),
        pool=Pool(1_000, 20_000_000_00, 30_000, 600_000_000_00, named_measures=("Reception", "Staff")),
        meetings=(Meeting("m1", MeetingKind.INITIAL, date(2025, 10, 29)),),
        states=(
            StateRecord("BE", pledge=Pledge(600, None, None)),
            StateRecord("EE", pledge=Pledge(None, 8_000_000_00, None)),
        ),
        associated=(AssociatedContribution("NO", "Reception experts", 2_000_000_00),),
        holidays=(Holiday(date(2025, 11, 1), "All Saints"),),
    )


@pytest.fixture
def desk(tmp_path: Path, small: Forum) -> Iterator[Desk]:
    path = tmp_path / "Small.forum"
    desk = Desk(ForumFile.create(path, small, "Ana Silva"))
    yield desk
    desk.close()


@pytest.fixture
def reading_desk(tmp_path: Path, small: Forum) -> Iterator[Desk]:
    path = tmp_path / "Read.forum"
    ForumFile.create(path, small, "Ana Silva").close()
    desk = Desk(ForumFile.open(path, "Jean Dupont", read_only=True))
    yield desk
    desk.close()


@pytest.fixture
def shown(qtbot: QtBot) -> Callable[[ForumEditor], ForumEditor]:
    """Show an editor without waiting for its end."""

    def show(editor: ForumEditor) -> ForumEditor:
        qtbot.addWidget(editor)
        with qtbot.waitExposed(editor):
            editor.show()
        editor.activateWindow()
        return editor

    return show
