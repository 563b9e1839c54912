"""Files appear whole or not at all, and their bytes are on the disk before their name."""

import errno
import os
import shutil
import stat
from pathlib import Path

import pytest

from desktop_app.models import whole_file
from desktop_app.models.errors import BadInput, ForumFileExists, ForumFileUnwritable
from desktop_app.models.whole_file import new_file, publish, replace, second_name, write_whole


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def _no_second_names(_source: object, _target: object) -> None:
    raise PermissionError(errno.EPERM, "Operation not permitted")


@pytest.fixture
def steps(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is flushed, renamed and linked, in order."""
    seen: list[str] = []
    real_flush, real_replace, real_link = os.fsync, Path.replace, os.link

    def flush(descriptor: int) -> None:
        seen.append("fsync folder" if stat.S_ISDIR(os.fstat(descriptor).st_mode) else "fsync bytes")
        real_flush(descriptor)

    def rename(path: Path, target: Path) -> Path:
        seen.append("rename")
        return real_replace(path, target)

    def link(source: Path, target: Path) -> None:
        real_link(source, target)
        seen.append("link")

    monkeypatch.setattr(os, "fsync", flush)
    monkeypatch.setattr(Path, "replace", rename)
    monkeypatch.setattr(os, "link", link)
    return seen


def test_a_new_file(tmp_path: Path) -> None:
    write_whole(tmp_path / "a.pdf", b"new\r\n")
    assert (tmp_path / "a.pdf").read_bytes() == b"new\r\n"
    assert names(tmp_path) == ["a.pdf"]


def test_a_name_as_long_as_names_can_be(tmp_path: Path) -> None:
    name = "x" * os.pathconf(tmp_path, "PC_NAME_MAX")
    write_whole(tmp_path / name, b"new")
    assert names(tmp_path) == [name]
    with pytest.raises(BadInput, match="the name is too long"):
        write_whole(tmp_path / f"{name}x", b"new")


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


def test_bytes_then_name_then_folder_go_to_the_disk(tmp_path: Path, steps: list[str]) -> None:
    write_whole(tmp_path / "written", b"new")
    assert steps == ["fsync bytes", "rename", "fsync folder"]
    steps.clear()
    with new_file(tmp_path) as made:
        replace(made, tmp_path / "written")
    assert steps == ["fsync bytes", "rename", "fsync folder"]
    steps.clear()
    with new_file(tmp_path) as made:
        publish(made, tmp_path / "published")
    assert steps == ["fsync bytes", "link", "fsync folder"]


def test_the_same_order_where_the_file_system_knows_no_second_names(
    tmp_path: Path, steps: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "link", _no_second_names)
    with new_file(tmp_path) as made:
        publish(made, tmp_path / "published")
    assert steps == ["fsync bytes", "rename", "fsync folder"]
    steps.clear()
    second_name(tmp_path / "published", tmp_path / "copied")
    assert steps == ["fsync bytes", "fsync folder"]


def test_macos_is_told_to_empty_the_disk_s_own_memory(
    tmp_path: Path, steps: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    class Control:
        knows = True

        def fcntl(self, _descriptor: int, command: int) -> None:
            if not self.knows:
                raise OSError(errno.ENOTSUP, "not supported")
            steps.append(f"fcntl {command}")

    control = Control()
    monkeypatch.setattr(whole_file, "_FCNTL", control)
    monkeypatch.setattr(whole_file, "_FULL_FLUSH", 51)
    write_whole(tmp_path / "a", b"new")
    assert steps == ["fcntl 51", "rename", "fcntl 51"]
    steps.clear()
    # A network disk may not know it.
    control.knows = False
    write_whole(tmp_path / "a", b"new")
    assert steps == ["fsync bytes", "rename", "fsync folder"]


@pytest.mark.parametrize("code", [errno.EINVAL, errno.EACCES, errno.EIO])
@pytest.mark.parametrize("call", ["open", "fsync"])
def test_a_folder_that_cannot_be_written_through_undoes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, code: int
) -> None:
    """Windows opens no folder, and some network disks write none through; the file has its name by then."""
    real_open, real_flush = os.open, os.fsync

    def refuse_open(path: Path, flags: int, mode: int = 0o777) -> int:
        if call == "open" and Path(path).is_dir():
            raise OSError(code, os.strerror(code))
        return real_open(path, flags, mode)

    def refuse_flush(descriptor: int) -> None:
        if call == "fsync" and stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(code, os.strerror(code))
        real_flush(descriptor)

    monkeypatch.setattr(os, "open", refuse_open)
    monkeypatch.setattr(os, "fsync", refuse_flush)
    write_whole(tmp_path / "a", b"new")
    with new_file(tmp_path) as made:
        publish(made, tmp_path / "b")
    assert names(tmp_path) == ["a", "b"]


@pytest.mark.parametrize(
    ("code", "what"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EROFS, "can only be read"),
        (errno.EACCES, "must not be written to"),
        (errno.EIO, "the disk reports an error"),
        (errno.ENXIO, "no such device or address"),
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

    with monkeypatch.context() as patch:
        patch.setattr(os, step, fail)
        with pytest.raises(BadInput, match=what) as caught:
            write_whole(target, b"new")
        assert caught.value.where == str(target)
        assert "nothing was written" in caught.value.what
        with pytest.raises(ForumFileUnwritable, match=what), new_file(tmp_path) as made:
            replace(made, target)
    assert target.read_bytes() == b"old"
    assert names(tmp_path) == ["a.pdf"]


@pytest.mark.parametrize("code", [32, 5])
def test_a_file_that_another_program_has_open_is_to_be_closed_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    """What Windows says when a file is replaced that a spreadsheet shows."""
    target = tmp_path / "a.xlsx"
    target.write_bytes(b"old")

    def refuse(_made: Path, _target: Path) -> None:
        error = PermissionError(errno.EACCES, "The process cannot access the file")
        error.winerror = code  # type: ignore[attr-defined]  # only Windows has it
        raise error

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(BadInput, match="another program has it open") as caught:
        write_whole(target, b"new")
    assert caught.value.remedy == "close it there, then do it again"
    assert target.read_bytes() == b"old"


def test_access_denied_where_no_file_stands_is_a_missing_right(tmp_path: Path) -> None:
    def refused() -> None:
        error = PermissionError(errno.EACCES, "Access is denied")
        error.winerror = 5  # type: ignore[attr-defined]  # only Windows has it
        with whole_file.explained(tmp_path):
            raise error

    with pytest.raises(ForumFileUnwritable, match="must not be written to"):
        refused()


def test_an_error_without_words(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="it cannot be written"), whole_file.explained(tmp_path, BadInput):
        raise OSError


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


def test_a_temporary_file_goes_unless_it_was_given_its_name(tmp_path: Path) -> None:
    with new_file(tmp_path) as made:
        made.with_name(f"{made.name}-journal").write_bytes(b"")
    assert names(tmp_path) == []
    with new_file(tmp_path) as made:
        made.write_bytes(b"whole")
        publish(made, tmp_path / "x")
    assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == [("x", b"whole")]


@pytest.mark.parametrize("second_names", [True, False])
def test_a_name_that_is_taken_stays_with_its_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, second_names: bool
) -> None:
    if not second_names:
        monkeypatch.setattr(os, "link", _no_second_names)
    (tmp_path / "a").write_bytes(b"first")
    (tmp_path / "b").write_bytes(b"second")
    with new_file(tmp_path) as made, pytest.raises(ForumFileExists):
        publish(made, tmp_path / "a")
    with pytest.raises(ForumFileUnwritable, match="a file of that name exists"):
        second_name(tmp_path / "b", tmp_path / "a")
    assert (tmp_path / "a").read_bytes() == b"first"
    second_name(tmp_path / "b", tmp_path / "c")
    assert (tmp_path / "c").read_bytes() == b"second"


def test_a_name_that_was_reserved_is_given_up_when_the_file_cannot_have_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(os, "link", _no_second_names)
    monkeypatch.setattr(Path, "replace", refuse)
    with new_file(tmp_path) as made, pytest.raises(ForumFileUnwritable, match="the disk reports an error"):
        publish(made, tmp_path / "x")
    assert names(tmp_path) == []


def test_a_copy_that_breaks_off_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a").write_bytes(b"a")

    def fill(*_args: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "link", _no_second_names)
    monkeypatch.setattr(shutil, "copyfileobj", fill)
    with pytest.raises(ForumFileUnwritable, match="the disk is full"):
        second_name(tmp_path / "a", tmp_path / "b")
    assert names(tmp_path) == ["a"]


def test_what_the_system_refuses_is_explained(tmp_path: Path) -> None:
    with pytest.raises(ForumFileUnwritable, match="the folder is not there"), new_file(tmp_path / "nowhere"):
        pass
    with new_file(tmp_path) as made, pytest.raises(ForumFileUnwritable, match="the folder is not there"):
        publish(made, tmp_path / "nowhere" / "x")
    (tmp_path / "folder").mkdir()
    with new_file(tmp_path) as made, pytest.raises(ForumFileUnwritable, match="this is a folder"):
        replace(made, tmp_path / "folder")


def test_a_reason_stands_alone_where_nothing_was_to_be_written(tmp_path: Path) -> None:
    with pytest.raises(ForumFileUnwritable) as caught, whole_file.explained(tmp_path):
        raise OSError(errno.ENOSPC, "No space left on device")
    assert caught.value.what == "the disk is full, nothing was written"
    assert whole_file.reason_alone(caught.value) == "the disk is full"
    assert whole_file.reason_alone(ForumFileUnwritable("x", "it is gone", "look for it")) == "it is gone"
