"""Forum files and documents are told apart by what is in them, and read without being written."""

import os
from pathlib import Path

import pytest

from desktop_app.models.any_forum import document_in, read_any_forum, sample
from desktop_app.models.errors import BadInput, NotAForumFile
from desktop_app.models.forum_file import ForumFile
from desktop_app.models.header import registered
from desktop_app.models.interchange import document_bytes, limits
from tests.models.desk import FORUM, OPERATOR, untouched

SAMPLE = sample()


@pytest.mark.parametrize("name", ["x.forum", "x.json", "x"])
def test_a_forum_is_read_whatever_its_file_is_called(tmp_path: Path, name: str) -> None:
    document, forum_file = tmp_path / "document" / name, tmp_path / "file" / name
    document.parent.mkdir()
    forum_file.parent.mkdir()
    document.write_bytes(document_bytes(SAMPLE))
    ForumFile.create(forum_file, FORUM, OPERATOR).close()
    is_untouched = untouched(forum_file)
    assert read_any_forum(document) == SAMPLE
    assert read_any_forum(forum_file) == FORUM
    assert document_in(document) == document_bytes(SAMPLE)
    assert document_in(forum_file) is None
    assert is_untouched()


def test_a_forum_file_that_is_open_here_is_not_opened_beside_sqlite(tmp_path: Path) -> None:
    """Closing it again would drop SQLite's locks on POSIX."""
    path = tmp_path / "x.json"
    path.write_bytes(document_bytes(SAMPLE))
    with registered(path):
        assert document_in(path) is None
    assert document_in(path) is not None


def test_what_holds_no_forum_is_refused_with_its_name(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.json"
    wrong.write_text("{")
    with pytest.raises(BadInput, match=r"wrong\.json: line 1, column 2: this is not JSON"):
        read_any_forum(wrong)
    damaged = tmp_path / "damaged.forum"
    damaged.write_bytes(b"no database")
    with pytest.raises(NotAForumFile):
        read_any_forum(damaged)
    huge = tmp_path / "huge.json"
    with huge.open("wb") as file:
        file.truncate(limits.DOCUMENT_BYTES + 10)
    with pytest.raises(BadInput, match="larger than 20 million bytes"):
        read_any_forum(huge)


def test_what_cannot_be_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(BadInput, match="no such file"):
        document_in(tmp_path / "none.json")
    with pytest.raises(BadInput, match="this is a folder"):
        document_in(tmp_path)
    pipe = tmp_path / "pipe.json"
    os.mkfifo(pipe)
    with pytest.raises(BadInput, match="no ordinary file"):
        document_in(pipe)

    def refuse(_self: Path, _mode: str) -> None:
        raise PermissionError(13, "Permission denied")

    path = tmp_path / "x.json"
    path.write_bytes(b"{}")
    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(BadInput, match="cannot be read \\(permission denied\\)"):
        document_in(path)
