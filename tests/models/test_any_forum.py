"""A forum is read from whatever holds one, and no more is read than a document may have."""

import os
from pathlib import Path

import pytest

from desktop_app.models.any_forum import document_in, read_any_forum, sample
from desktop_app.models.errors import BadInput, NotAForumFile
from desktop_app.models.forum_file import ForumFile
from desktop_app.models.interchange import document_bytes, limits


def test_a_forum_file_and_a_document_give_the_same_forum(tmp_path: Path) -> None:
    file, document = tmp_path / "pool.json", tmp_path / "pool.forum"
    ForumFile.create(tmp_path / "made.forum", sample(), "Ana Silva").close()
    (tmp_path / "made.forum").rename(file)
    document.write_bytes(b"\n" + document_bytes(sample()))
    assert document_in(file) is None
    assert document_in(document) is not None
    assert read_any_forum(file) == read_any_forum(document) == sample()


def test_what_should_be_a_forum_file_is_judged_as_one(tmp_path: Path) -> None:
    file = tmp_path / "holiday.forum"
    file.write_bytes(b"\xff\xd8\xff")
    assert document_in(file) is None
    with pytest.raises(NotAForumFile):
        read_any_forum(file)


def test_a_document_that_is_none_is_named(tmp_path: Path) -> None:
    file = tmp_path / "pool.json"
    file.write_text("[]", "utf-8")
    with pytest.raises(BadInput) as refused:
        read_any_forum(file)
    assert refused.value.where.startswith("pool.json: ")


def test_no_more_is_read_than_a_document_may_have(tmp_path: Path) -> None:
    file = tmp_path / "huge.json"
    with file.open("wb") as huge:
        huge.truncate(limits.DOCUMENT_BYTES * 2)
    assert len(document_in(file) or b"") == limits.DOCUMENT_BYTES + 1


def test_what_cannot_be_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pipe = tmp_path / "pipe.json"
    os.mkfifo(pipe)
    for path, what in ((tmp_path, "a folder"), (tmp_path / "gone.json", "no such file"), (pipe, "no ordinary file")):
        with pytest.raises(BadInput, match=what):
            document_in(path)
    file = tmp_path / "pool.json"
    file.touch()

    def fail(*_args: object) -> None:
        raise OSError(5, None)

    monkeypatch.setattr(Path, "open", fail)
    with pytest.raises(BadInput, match="unknown reason"):
        document_in(file)
