"""One writer: who holds the file, and what a crash leaves behind."""

import errno
import json
import os
import subprocess
import sys
from enum import Enum
from pathlib import Path

import pytest

from desktop_app.models import writer_lock
from desktop_app.models.errors import ForumFileLocked, ForumFileUnwritable, Holder
from desktop_app.models.writer_lock import WriterLock, holder_of, holder_path, lock_path

_HOLD = """
import sys, time
from pathlib import Path
from desktop_app.models.writer_lock import WriterLock
lock = WriterLock.take(Path(sys.argv[1]), "Bo Berg")
print("held", flush=True)
time.sleep(60)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "x.forum"


def _holding(path: Path) -> "subprocess.Popen[str]":
    holder = subprocess.Popen([sys.executable, "-c", _HOLD, str(path)], stdout=subprocess.PIPE, text=True)
    assert holder.stdout is not None
    assert holder.stdout.readline() == "held\n"
    holder.stdout.close()
    return holder


def test_taken_named_and_given_back(path: Path) -> None:
    with WriterLock.take(path, "Ana Silva") as lock:
        holder = holder_of(path)
        assert (holder.operator, holder.pid) == ("Ana Silva", os.getpid())
        assert str(holder) == f"Ana Silva on {holder.host} (process {os.getpid()})"
        with pytest.raises(ForumFileLocked, match="Ana Silva on") as refused:
            WriterLock.take(path, "Ana Silva")
        assert refused.value.holder == holder
        assert not holder.is_elsewhere
        # Nobody breaks the lock of a holder that is alive.
        with pytest.raises(ForumFileLocked):
            WriterLock.take(path, "Bo", break_lock=True)
        lock.release()
        lock.release()
    assert list(path.parent.iterdir()) == []


def test_another_process_is_named_and_when_it_is_killed_nobody_is_locked_out(path: Path) -> None:
    holder = _holding(path)
    with pytest.raises(ForumFileLocked, match=f"Bo Berg on .* \\(process {holder.pid}\\)") as refused:
        WriterLock.take(path, "Ana")
    assert "Open it for reading" in str(refused.value)
    holder.kill()
    holder.wait()
    assert lock_path(path).exists()
    with WriterLock.take(path, "Ana"):
        assert holder_of(path).operator == "Ana"


def test_a_lock_that_a_crash_left_half_written_locks_nobody_out(path: Path) -> None:
    lock_path(path).write_bytes(b"")
    WriterLock.take(path, "Ana").release()
    assert list(path.parent.iterdir()) == []


def test_a_lock_of_another_machine_stands_until_the_user_says_otherwise(path: Path) -> None:
    lock_path(path).write_text("4711\nforum-desk\nanother-machine\n")
    holder_path(path).write_text(json.dumps({"operator": "Bo", "host": "another-machine", "pid": 4711}))
    with pytest.raises(ForumFileLocked, match="Bo on another-machine \\(process 4711\\)") as refused:
        WriterLock.take(path, "Ana")
    assert refused.value.holder == Holder("Bo", "another-machine", 4711)
    assert refused.value.holder.is_elsewhere
    with WriterLock.take(path, "Ana", break_lock=True):
        assert holder_of(path).operator == "Ana"


@pytest.mark.parametrize(
    "said", ["", "[]", "{}", '{"operator": "Bo", "host": "h", "pid": "x"}', '{"operator": "Bo", "host": "h", "pid": 1}']
)
def test_what_a_former_holder_said_is_not_believed(path: Path, said: str) -> None:
    lock_path(path).write_text("4711\nforum-desk\nanother-machine\n")
    holder_path(path).write_text(said)
    assert holder_of(path) == Holder("", "another-machine", 4711)
    assert str(holder_of(path)) == "somebody on another-machine (process 4711)"
    assert str(Holder("", "", 0)) == "somebody on an unknown machine (process 0)"
    # What is not known is not known to be elsewhere: nobody is asked to take over.
    assert not Holder("", "", 0).is_elsewhere


def test_no_folder_to_write_in(tmp_path: Path) -> None:
    with pytest.raises(ForumFileUnwritable, match="the folder is not there"):
        WriterLock.take(tmp_path / "nowhere" / "x.forum", "Ana")


class _Broken:
    """A lock that the system does not give, as on a full disk."""

    class LockError(Enum):
        LockFailedError = 1
        UnknownError = 3

    def setStaleLockTime(self, _milliseconds: int) -> None:
        pass

    def tryLock(self, _milliseconds: int) -> bool:
        return False

    def error(self) -> Enum:
        return self.LockError.UnknownError


def test_why_no_lock_can_be_made_is_said(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writer_lock, "_lock_file", lambda _path: _Broken())
    with pytest.raises(ForumFileUnwritable, match=r"x\.forum: the folder cannot be written"):
        WriterLock.take(path, "Ana")

    def full(*_args: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(ForumFileUnwritable, match=r"x\.forum: the disk is full, nothing was written"):
        WriterLock.take(path, "Ana")
    assert list(path.parent.iterdir()) == []


def test_a_name_that_cannot_be_left_does_not_stop_the_holder(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: object, **_named: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_text", refuse)
    with WriterLock.take(path, "Ana"):
        assert holder_of(path).operator == ""
        assert holder_of(path).pid == os.getpid()
