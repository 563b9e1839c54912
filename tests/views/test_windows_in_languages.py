"""Every window in every language that the window speaks: nothing cut off, no letter and no key for two things."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.calc.forum import Procedure
from desktop_app.models.any_forum import sample
from desktop_app.models.forum_file import ForumFile
from desktop_app.places import Places
from desktop_app.views import language
from desktop_app.views.settings import Settings
from desktop_app.views.stage import Stage
from tests.views.every_window import telling, walk
from tests.views.legible import crowded

#: German has the longest words: where the procedures share their windows, it stands for the others.
SPOKEN = dict.fromkeys(Procedure, ("de",)) | {Procedure.ANNUAL_POOL: language.languages()}


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    yield
    language.choose("en")


@pytest.mark.parametrize("procedure", Procedure)
def test_every_text_is_whole_and_every_letter_its_own(
    procedure: Procedure, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "Pool.forum"
    ForumFile.create(path, sample(procedure), "Ana Silva").close()
    settings = Settings(operator="Ana Silva", window_language=SPOKEN[procedure][0])
    stage = Stage(settings, Places(tmp_path / "settings.json", tmp_path / "Forums"))
    stage.window.files.open_path(path)
    found: dict[str, list[str]] = {}

    def look(name: str, widget: QWidget) -> None:
        wrong = crowded(widget)
        if wrong:
            found[f"{language.chosen()}, {name}"] = wrong

    for code in SPOKEN[procedure]:
        stage.choose(code)
        assert language.chosen() == code
        stage.window.resize(1366, 768)
        stage.window.show()
        walk(stage.window, look, monkeypatch, telling(procedure))
    stage.window.close()
    stage.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert found == {}
