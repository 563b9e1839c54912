"""What the tests of the window share: a forum file of the built-in sample, settings in memory, an open window."""

import shutil
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.calc.forum import Forum
from desktop_app.models.forum_file import ForumFile
from desktop_app.models.ground import Ground
from desktop_app.models.interchange import read_document
from desktop_app.paths import resource
from desktop_app.places import Places
from desktop_app.views import language
from desktop_app.views.dialogs.messages import Message
from desktop_app.views.main_window import MainWindow
from desktop_app.views.settings import Settings


@pytest.fixture(autouse=True)
def _product_look(qapp: QApplication) -> Iterator[None]:
    """Give every test the product's fonts, and delete what a test has let go before the next one begins."""
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(autouse=True, scope="session")
def _empty_clipboard(qapp: QApplication) -> Iterator[None]:
    """Leave no data of Python's on the clipboard: the platform without a screen frees it after Python, and crashes."""
    yield
    QApplication.clipboard().clear()


@pytest.fixture(autouse=True)
def _sound_ground(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the ground be sound wherever the tests run, such as on a disk in memory; tests of it find what they want."""
    monkeypatch.setattr("desktop_app.models.ground.ground_check", lambda *_arguments, **_options: Ground(()))


@pytest.fixture
def speak() -> Iterator[Callable[[str], None]]:
    """Speak another language until the test is over."""
    yield language.choose
    language.choose("en")


@pytest.fixture(scope="session")
def sample() -> Forum:
    return read_document(resource("samples", "annual-pool-2026.json").read_bytes())


@pytest.fixture(scope="session")
def _made_once(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Forum], Path]:
    """Make the file of a forum that tests copy: to make one costs more than to open a window on it."""

    @cache
    def make(forum: Forum) -> Path:
        path = tmp_path_factory.mktemp("made-once") / "Pool.forum"
        ForumFile.create(path, forum, "Ana Silva").close()
        return path

    return make


@pytest.fixture
def forum_path(tmp_path: Path, sample: Forum, _made_once: Callable[[Forum], Path]) -> Path:
    return Path(shutil.copyfile(_made_once(sample), tmp_path / "Pool.forum"))


@pytest.fixture
def settings() -> Settings:
    return Settings(operator="Ana Silva")


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places(tmp_path / "settings.json", tmp_path / "Forums")


@pytest.fixture
def messages(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str, tuple[str, ...]]]:
    """Collect the messages that would be shown; nobody chooses anything."""
    shown: list[tuple[str, str, tuple[str, ...]]] = []

    def choose(_parent: object, title: str, text: str, choices: tuple[str, ...]) -> None:
        shown.append((title, text, tuple(choices)))

    monkeypatch.setattr(Message, "choose", choose)
    return shown


@pytest.fixture
def make_window(qtbot: QtBot, settings: Settings, places: Places) -> Iterator[Callable[[], MainWindow]]:
    windows: list[MainWindow] = []

    def make() -> MainWindow:
        window = MainWindow(settings, places)
        qtbot.addWidget(window)
        windows.append(window)
        return window

    yield make
    for window in windows:
        window.close()


@pytest.fixture
def window(
    qtbot: QtBot,
    make_window: Callable[[], MainWindow],
    forum_path: Path,
    messages: list[tuple[str, str, tuple[str, ...]]],
) -> MainWindow:
    """Return a window with the sample open, on screen and active."""
    window = make_window()
    window.resize(1366, 768)
    window.files.open_path(forum_path)
    assert not messages
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    return window
