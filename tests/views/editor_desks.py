"""What the tests of the forum's and of the key's editors share: a desk on a real file, shown dialogs, answers.

A folder's ``conftest.py`` takes these fixtures over, and adds the fixture ``small``, a forum worked out by hand.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.calc.forum import Forum
from desktop_app.models.forum_file import ForumFile
from desktop_app.views.desk import Desk
from desktop_app.views.dialogs.messages import Message

Show = Callable[[QDialog], QDialog]


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


class Answers(list[bool]):
    """What questions are answered with, in this order; after that, with yes.

    Attributes:
        asked: titles of the questions that were asked.
    """

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []


@pytest.fixture(autouse=True)
def confirms(monkeypatch: pytest.MonkeyPatch) -> Answers:
    """Answer questions in this order; after that, agree, so that a test's end closes what it has left open."""
    answers = Answers()

    def confirm(_parent: QWidget | None, title: str, _text: str, _choice: str) -> bool:
        answers.asked.append(title)
        return answers.pop(0) if answers else True

    monkeypatch.setattr(Message, "confirm", confirm)
    return answers
