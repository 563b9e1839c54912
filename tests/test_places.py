"""Where the program keeps what is a person's."""

from pathlib import Path

import pytest

from desktop_app.places import HOME_VARIABLE, SAMPLE_NAME, places_of_user, reports_folder


def test_one_folder_can_hold_everything(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path))
    places = places_of_user()
    assert places.settings == tmp_path / "settings.json"
    assert reports_folder() == tmp_path / "Logs"
    assert places.sample == tmp_path / "Forums" / SAMPLE_NAME


def test_otherwise_the_persons_own_local_folders_hold_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(HOME_VARIABLE, raising=False)
    places = places_of_user()
    assert places.settings.name == "settings.json"
    assert "Forum Desk" in str(places.forums)
