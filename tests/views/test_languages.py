"""The whole window in a language that nobody speaks: a text outside the catalogue would stand there in English."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.calc.forum import Procedure
from desktop_app.calc.readings import readings_of
from desktop_app.models.any_forum import sample
from desktop_app.models.forum_file import ForumFile
from desktop_app.models.ground import Ground
from desktop_app.models.interchange import fingerprint
from desktop_app.places import Places
from desktop_app.views.main_window import MainWindow
from desktop_app.views.settings import Settings
from tests.views import pseudo
from tests.views.every_window import walk

#: What opens beside the window without asking anything of the desk: one command of each kind.
OPENED = {
    *("history", "compare", "scenarios", "vote", "offsets", "deadlines", "meetings_and_rounds", "close_gap", "pools"),
    *("thirty_percent", "reduction", "sponsorship_groups", "relocation_groups", "incentives", "log", "support_plans"),
    *("coverage", "key", "acts", "describe", "readings", "needs", "kept", "mechanism", "situation", "report"),
    *(
        "reference_numbers",
        "associated",
        "holidays",
        "publish",
        "columns",
        "operator",
        "credits",
        "plan_form",
        "pledge_panel",
    ),
}


def strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield from (value, *value.splitlines())
    elif isinstance(value, tuple):
        for each in value:
            yield from strings(each)
    elif is_dataclass(value):
        for each in fields(value):
            yield from strings(getattr(value, each.name))


@pytest.mark.parametrize("procedure", Procedure)
def test_every_text_goes_through_the_catalogue(
    procedure: Procedure, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop_app.models.ground.ground_check", lambda *_arguments, **_options: Ground(()))
    path = tmp_path / "Pool.forum"
    forum = sample(procedure)
    ForumFile.create(path, forum, "Ana Silva").close()
    readings = [word for each in readings_of(procedure) for word in (each.name, *each.choices)]
    known = {
        each
        for each in (*strings(forum), *readings, "Ana Silva", path.name, str(path), "Pool", "(Rev)")
        if len(each) > 2
    }
    found: dict[str, list[str]] = {}

    def look(name: str, widget: QWidget) -> None:
        bare = [each for each in pseudo.untranslated(widget, known) if not _of_qt(each)]
        if bare:
            found[name] = bare

    with pseudo.spoken():
        window = MainWindow(Settings(operator="Ana Silva"), Places(tmp_path / "settings.json", tmp_path / "Forums"))
        window.files.open_path(path)
        window.show()
        qapp.processEvents()
        known.add(fingerprint(forum))
        walk(window, look, monkeypatch, OPENED)
        window.close()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert found == {}


def _of_qt(text: str) -> bool:
    """Whether a text is one of Qt's own, which its translator tells, or the name of an action that is nowhere shown."""
    # In English a formula names its inputs by short names; elsewhere by what stands in the list of inputs.
    return text.startswith("LinksBrowser.") or any(
        f"'{word}'" in text for word in ("Cancel", "Close", "undo", "redo", "Scroll Left", "Scroll Right")
    )
