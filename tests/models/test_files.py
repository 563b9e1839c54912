"""Files that appear whole or not at all."""

import os
from pathlib import Path

import pytest

from desktop_app.models import files
from desktop_app.models.errors import ForumFileExists, ForumFileUnwritable


def _refuse(*_args: object) -> None:
    raise PermissionError(13, "Permission denied")


def test_a_new_file_goes_unless_it_was_given_its_name(tmp_path: Path) -> None:
    with files.new_file(tmp_path, "x") as made:
        made.with_name(f"{made.name}-journal").write_bytes(b"")
    assert list(tmp_path.iterdir()) == []
    with files.new_file(tmp_path, "x") as made:
        made.write_bytes(b"whole")
        files.publish(made, tmp_path / "x")
    assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == [("x", b"whole")]


@pytest.mark.parametrize("second_names", [True, False])
def test_a_name_that_is_taken_stays_with_its_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, second_names: bool
) -> None:
    if not second_names:
        monkeypatch.setattr(os, "link", _refuse)
    taken = tmp_path / "x"
    taken.write_bytes(b"first")
    with files.new_file(tmp_path, "x") as made, pytest.raises(ForumFileExists):
        files.publish(made, taken)
    assert taken.read_bytes() == b"first"
    with files.new_file(tmp_path, "y") as made:
        made.write_bytes(b"second")
        files.publish(made, tmp_path / "y")
    assert (tmp_path / "y").read_bytes() == b"second"


def test_what_the_system_refuses_is_explained(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ForumFileUnwritable, match="No such file"), files.new_file(tmp_path / "nowhere", "x"):
        pass
    with files.new_file(tmp_path, "x") as made, pytest.raises(ForumFileUnwritable, match="No such file"):
        files.publish(made, tmp_path / "nowhere" / "x")
    with files.new_file(tmp_path, "x") as made, pytest.raises(ForumFileUnwritable, match="irectory"):
        files.replace(made, tmp_path)


def test_a_system_that_opens_no_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "open", _refuse)
    files.to_disk(tmp_path)


def test_a_second_name_takes_no_other_file_s_place(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"a")
    (tmp_path / "b").write_bytes(b"b")
    with pytest.raises(FileExistsError):
        files.second_name(tmp_path / "a", tmp_path / "b")
