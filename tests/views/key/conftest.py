"""What the tests of the key's editors share: a desk on a real file, a small forum worked out by hand, shown editors."""

from collections.abc import Callable, Iterator
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.calc.forum import Applications, DataFlag, Forum, Key, KeyState, Pledge, Pool, StateRecord
from desktop_app.models.forum_file import ForumFile
from desktop_app.views.desk import Desk
from desktop_app.views.dialogs.messages import Message

Show = Callable[[QDialog], QDialog]


@pytest.fixture
def small() -> Forum:
    """Belgium has 60 % and Estonia 40 % of the key; R = 1 000, F = EUR 20 million: 600 and 400 persons."""
    return Forum(
        title="Pool for 2026",
        key=Key(
            population_date=date(2024, 1, 1),
            population_source="Eurostat",
            gdp_year=2023,
            states=(
                KeyState("BE", 60, 6_000),
                KeyState("EE", 40, 4_000, population_flags=(DataFlag.PROVISIONAL,), remark="as published"),
            ),
            adopted_shares=(("EE", Fraction(40)),),
        ),
        pool=Pool(1_000, 20_000_000_00),
        states=(StateRecord("BE", pledge=Pledge(600, None, None)), StateRecord("EE", pledge=Pledge(400, None, None))),
        applications=(
            Applications("BE", ((2020, 10), (2021, 10), (2022, 10), (2023, 10), (2024, 10))),
            Applications("EE", ((2019, 7), (2020, 1), (2021, 1), (2022, 1), (2023, 1), (2024, 1)), ((2024, 50),)),
        ),
    )


@pytest.fixture
def desk(tmp_path: Path, small: Forum) -> Iterator[Desk]:
    desk = Desk(ForumFile.create(tmp_path / "Small.forum", small, "Ana Silva"))
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
def shown(qtbot: QtBot) -> Show:
    """Show a dialog without waiting for its end."""

    def show(dialog: QDialog) -> QDialog:
        qtbot.addWidget(dialog)
        with qtbot.waitExposed(dialog):
            dialog.show()
        dialog.activateWindow()
        return dialog

    return show


@pytest.fixture(autouse=True)
def confirms(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Answer questions in this order; after that, agree, so that a test's end closes what it has left open."""
    answers: list[bool] = []

    def confirm(_parent: QWidget | None, _title: str, _text: str, _choice: str) -> bool:
        return answers.pop(0) if answers else True

    monkeypatch.setattr(Message, "confirm", confirm)
    return answers


@pytest.fixture
def shown_messages(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """Collect what would be shown."""
    said: list[tuple[str, str]] = []
    monkeypatch.setattr(Message, "show", lambda _parent, title, text: said.append((title, text)))
    return said
