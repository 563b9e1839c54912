"""What is remembered, and that no start fails on it."""

import json
from pathlib import Path

import pytest

from desktop_app.views.settings import Settings


def test_what_is_saved_is_loaded(tmp_path: Path) -> None:
    file = tmp_path / "folder" / "settings.json"
    settings = Settings(file, operator="Ana Silva", zoom=125, theme="dark", splitters={"rows": [3, 2]})
    settings.remember_forum(tmp_path / "Pool.forum")
    settings.save()
    assert Settings.load(file) == settings


@pytest.mark.parametrize("content", ["", "{", "[]", "7", "\u2028", "[" * 100_000, '{"zoom":' * 100_000])
def test_a_damaged_file_means_the_defaults(tmp_path: Path, content: str) -> None:
    file = tmp_path / "settings.json"
    file.write_text(content, "utf-8")
    assert Settings.load(file) == Settings(file)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("zoom", 5),
        ("zoom", True),
        ("zoom", "100"),
        ("operator", None),
        ("recent", [1]),
        ("splitters", {"rows": "wide"}),
        ("splitters", {"rows": [1.5]}),
        ("page", {"paper": 4}),
        ("page", ["A4"]),
        ("language", 1),
        ("columns", "net"),
        ("columns", ["net", 3]),
        ("coverage_order", 3),
        ("coverage_scale", None),
        ("file", "/elsewhere"),
        ("no such setting", 1),
    ],
)
def test_what_makes_no_sense_is_the_default(tmp_path: Path, name: str, value: object) -> None:
    file = tmp_path / "settings.json"
    file.write_text(json.dumps({name: value, "operator": "Ana"} if name != "operator" else {name: value}), "utf-8")
    settings = Settings.load(file)
    assert settings == Settings(file, operator="" if name == "operator" else "Ana")


def test_a_place_that_cannot_be_written_is_no_reason_to_stop(tmp_path: Path) -> None:
    blocked = tmp_path / "a file"
    blocked.write_text("", "utf-8")
    Settings(blocked / "settings.json").save()
    Settings().save()


def test_recent_forums_are_few_latest_first_and_still_there(tmp_path: Path) -> None:
    paths = [tmp_path / f"{number}.forum" for number in range(10)]
    settings = Settings()
    for path in paths:
        path.touch()
        settings.remember_forum(path)
    settings.remember_forum(paths[5])
    paths[9].unlink()
    assert settings.recent_forums() == [paths[number] for number in (5, 8, 7, 6, 4, 3, 2)]
    assert settings.last_forum == str(paths[5])


@pytest.mark.parametrize(
    ("chosen", "spoken", "language"), [("", "nl", "nl"), ("", "eo", "en"), ("fr", "nl", "fr"), ("el", "nl", "en")]
)
def test_a_document_is_first_in_the_language_of_the_window(chosen: str, spoken: str, language: str) -> None:
    assert Settings(language=chosen).document_language(("en", "nl", "fr", "de"), spoken) == language
