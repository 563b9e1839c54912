"""Files are written whole or not at all."""

import errno
import os
import stat
from pathlib import Path

import pytest

from desktop_app.models import whole_file
from desktop_app.models.errors import BadInput
from desktop_app.models.whole_file import write_whole


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def test_a_new_file(tmp_path: Path) -> None:
    write_whole(tmp_path / "a.pdf", b"new\r\n")
    assert (tmp_path / "a.pdf").read_bytes() == b"new\r\n"
    assert names(tmp_path) == ["a.pdf"]


def test_a_file_that_is_replaced_keeps_its_rights(tmp_path: Path) -> None:
    target = tmp_path / "a.pdf"
    target.write_bytes(b"old")
    target.chmod(0o640)
    write_whole(target, b"new")
    assert target.read_bytes() == b"new"
    assert os.name != "posix" or stat.S_IMODE(target.stat().st_mode) == 0o640
    assert names(tmp_path) == ["a.pdf"]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    link = tmp_path / "link.pdf"
    link.symlink_to(tmp_path / "real" / "a.pdf")
    write_whole(link, b"new")
    assert link.is_symlink()
    assert (tmp_path / "real" / "a.pdf").read_bytes() == b"new"


@pytest.mark.parametrize(
    ("code", "what"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EROFS, "can only be read"),
        (errno.EACCES, "must not be written to"),
        (errno.EIO, "input/output error"),
    ],
)
@pytest.mark.parametrize("step", ["open", "fsync"])
def test_what_fails_leaves_everything_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, what: str, step: str
) -> None:
    target = tmp_path / "a.pdf"
    target.write_bytes(b"old")

    def fail(*_args: object) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, step, fail)
    with pytest.raises(BadInput, match=what) as caught:
        write_whole(target, b"new")
    monkeypatch.undo()
    assert caught.value.where == str(target)
    assert "nothing was written" in caught.value.what
    assert target.read_bytes() == b"old"
    assert names(tmp_path) == ["a.pdf"]


def test_an_error_without_words(tmp_path: Path) -> None:
    assert "it cannot be written" in whole_file.cannot_write(tmp_path, OSError()).what


def test_places_that_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="this is a folder"):
        write_whole(tmp_path, b"")
    with pytest.raises(BadInput, match="there is no folder"):
        write_whole(tmp_path / "missing" / "a.pdf", b"")
    with pytest.raises(BadInput, match="no ordinary file"):
        write_whole(Path(os.devnull), b"")
    assert names(tmp_path) == []


def test_a_protected_file_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "a.pdf"
    target.write_bytes(b"old")
    # Asked of the system, not of the bits: a superuser may write to anything.
    monkeypatch.setattr(os, "access", lambda *_args: False)
    with pytest.raises(BadInput, match="must not be changed"):
        write_whole(target, b"new")
    assert target.read_bytes() == b"old"
