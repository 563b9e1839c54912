"""Opening: one clear line where it fails, the file untouched, a way out offered."""

import json
import os
from pathlib import Path

import pytest

from desktop_app.calc.changes import PledgeColumn, RecordPledge
from desktop_app.calc.forum import Forum, Procedure
from desktop_app.models.backup import back_up, save_copy
from desktop_app.models.errors import ForumFileLocked, ForumFileUnwritable
from desktop_app.models.forum_file import ForumFile
from desktop_app.models.header import version_in_header
from desktop_app.models.interchange import document_bytes
from desktop_app.models.migrate import newest_version
from desktop_app.views.dialogs.messages import Message
from desktop_app.views.dialogs.new_forum import NewForum, Start
from desktop_app.views.opening import Opened, is_document, make_forum, open_forum

Shown = list[tuple[str, str, tuple[str, ...]]]


@pytest.fixture
def first_choice(monkeypatch: pytest.MonkeyPatch) -> Shown:
    """Choose the first button of every message."""
    shown: Shown = []

    def choose(_parent: object, title: str, text: str, choices: tuple[str, ...]) -> int | None:
        shown.append((title, text, tuple(choices)))
        return 0 if choices else None

    monkeypatch.setattr(Message, "choose", choose)
    return shown


def spoil(path: Path) -> bytes:
    """Overwrite the tables, leaving the header as it is."""
    data = path.read_bytes()
    path.write_bytes(data[:4096] + bytes(len(data) - 4096))
    return path.read_bytes()


def close(opened: Opened | None) -> None:
    assert opened is not None
    opened.file.close()


def test_a_sound_file_opens_for_typing(forum_path: Path, messages: Shown) -> None:
    opened = open_forum(None, forum_path, "Ana Silva")
    assert opened is not None
    assert not opened.file.is_read_only
    assert opened.only_read == ""
    assert not messages
    close(opened)


OLDER = Path(__file__).parents[1] / "models" / "files" / "history_1.forum"


def test_an_older_file_is_brought_up_before_it_opens(tmp_path: Path, messages: Shown, qapp: object) -> None:
    path = tmp_path / "Old.forum"
    path.write_bytes(OLDER.read_bytes())
    assert version_in_header(path) == 1
    opened = open_forum(None, path, "Ana Silva")
    assert opened is not None
    assert opened.file.undo_title
    close(opened)
    assert version_in_header(path) == newest_version()
    assert not messages


def test_bringing_up_can_be_stopped_and_leaves_the_file(
    tmp_path: Path, messages: Shown, monkeypatch: pytest.MonkeyPatch, qapp: object
) -> None:
    path = tmp_path / "Old.forum"
    path.write_bytes(OLDER.read_bytes())
    monkeypatch.setattr("desktop_app.views.progress.report.Report.is_stopping", lambda _self: True)
    assert open_forum(None, path, "Ana Silva") is None
    assert path.read_bytes() == OLDER.read_bytes()
    assert not messages


def test_who_types_is_named_and_reading_offered(forum_path: Path, first_choice: Shown) -> None:
    with ForumFile.open(forum_path, "Ana Silva"):
        opened = open_forum(None, forum_path, "Jean Dupont")
        assert opened is not None
        assert opened.file.is_read_only
        assert opened.only_read.startswith("Read-only: Ana Silva on ")
        title, text, choices = first_choice[0]
        assert title == "The forum is open elsewhere"
        assert text.count("Ana Silva") == 1
        assert "backup" not in text
        assert choices == ("Open to &read",)
        close(opened)


def hold_from_another_machine(path: Path, holder: str = "elsewhere") -> None:
    """Leave the lock of a machine of which this one knows nothing."""
    lock = path.with_name(f"{path.name}.lock")
    lock.write_text(f"4711\nForum Desk\n{holder}\n\n\n", "utf-8")
    said = {"operator": "Ana Silva", "host": holder, "pid": 4711}
    path.with_name(f"{path.name}.holder").write_text(json.dumps(said), "utf-8")


def test_the_lock_of_another_machine_that_crashed_can_be_taken_over(
    forum_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hold_from_another_machine(forum_path)
    offered: list[tuple[str, ...]] = []

    def take_over(_parent: object, _title: str, text: str, choices: tuple[str, ...]) -> int:
        assert text.startswith("Ana Silva on elsewhere")
        offered.append(choices)
        return 1

    monkeypatch.setattr(Message, "choose", take_over)
    monkeypatch.setattr(Message, "confirm", lambda *_args: False)
    assert open_forum(None, forum_path, "Jean Dupont") is None
    asked: list[str] = []

    def confirm(_parent: object, _title: str, text: str, _choice: str) -> bool:
        asked.append(text)
        return True

    monkeypatch.setattr(Message, "confirm", confirm)
    opened = open_forum(None, forum_path, "Jean Dupont")
    assert opened is not None
    assert not opened.file.is_read_only
    assert offered == [("Open to &read", "&Take over…")] * 2
    assert "elsewhere" in asked[0]
    close(opened)


def test_a_lock_that_cannot_be_taken_over_is_told(forum_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []

    def take_over(_parent: object, title: str, _text: str, choices: tuple[str, ...]) -> int | None:
        shown.append(title)
        return 1 if choices else None

    monkeypatch.setattr(Message, "choose", take_over)
    monkeypatch.setattr(Message, "confirm", lambda *_args: True)
    with ForumFile.open(forum_path, "Ana Silva"):
        assert open_forum(None, forum_path, "Jean Dupont") is None
    assert shown[1] == "The forum cannot be taken over"


def test_a_file_that_another_program_uses_can_be_tried_again_or_read(
    forum_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    really, answers, offered = ForumFile.open, [0, 1, None], []

    def busy(path: Path, operator: str, *, read_only: bool = False) -> ForumFile:
        if not read_only:
            raise ForumFileLocked(str(path), "another program is using the file", "try again")
        return really(path, operator, read_only=True)

    def choose(_parent: object, _title: str, _text: str, choices: tuple[str, ...]) -> int | None:
        offered.append(choices)
        return answers[len(offered) - 1]

    monkeypatch.setattr(ForumFile, "open", busy)
    monkeypatch.setattr(Message, "choose", choose)
    opened = open_forum(None, forum_path, "Ana Silva")
    assert opened is not None
    assert opened.only_read == "Read-only: another program uses the file."
    close(opened)
    assert open_forum(None, forum_path, "Ana Silva") is None
    assert offered == [("Try &again", "Open to &read")] * 3


def test_a_folder_that_cannot_be_written_can_be_read(
    forum_path: Path, first_choice: Shown, monkeypatch: pytest.MonkeyPatch
) -> None:
    really = ForumFile.open

    def refused(path: Path, operator: str, *, read_only: bool = False) -> ForumFile:
        if not read_only:
            raise ForumFileUnwritable(str(path), "the folder cannot be written", "open it for reading")
        return really(path, operator, read_only=True)

    monkeypatch.setattr(ForumFile, "open", refused)
    opened = open_forum(None, forum_path, "Ana Silva")
    assert opened is not None
    assert opened.only_read == "Read-only: the folder cannot be written."
    assert first_choice[0][2] == ("Open to &read",)
    close(opened)


def test_a_file_that_may_only_be_read_can_be_read(
    forum_path: Path, tmp_path: Path, first_choice: Shown, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.access", lambda _path, mode: mode != os.W_OK)
    opened = open_forum(None, forum_path, "Ana Silva")
    assert opened is not None
    assert opened.file.is_read_only
    assert opened.only_read == "Read-only: the file may only be read."
    assert first_choice[0][0] == "Pool.forum cannot be changed"
    save_copy(opened.file.path, tmp_path / "Copy.forum")
    close(opened)


def test_a_file_that_breaks_before_it_is_read_is_told(forum_path: Path, first_choice: Shown) -> None:
    with ForumFile.open(forum_path, "Ana Silva"):
        spoil(forum_path)
        assert open_forum(None, forum_path, "Jean Dupont") is None
    assert len(first_choice) == 2


def test_nobody_has_to_read(forum_path: Path, messages: Shown) -> None:
    with ForumFile.open(forum_path, "Ana Silva"):
        assert open_forum(None, forum_path, "Jean Dupont") is None
    assert len(messages) == 1


def test_a_damaged_file_offers_a_copy_of_its_backup_and_stays_untouched(forum_path: Path, first_choice: Shown) -> None:
    with ForumFile.open(forum_path, "Ana Silva") as file:
        file.apply(RecordPledge("BE", PledgeColumn.RELOCATIONS, 100))
    back_up(forum_path)
    damaged = spoil(forum_path)
    opened = open_forum(None, forum_path, "Ana Silva")
    assert opened is not None
    assert opened.file.forum.state("BE").pledge.relocations == 100
    assert opened.file.path != forum_path
    assert "backup of" in opened.file.path.name
    assert not opened.file.is_read_only
    assert first_choice[0][0] == "Pool.forum cannot be opened"
    assert first_choice[0][2][0].startswith("Open a &copy of the backup of ")
    assert "2 journal entries, the last by Ana Silva" in first_choice[0][1]
    assert "What was typed after that is not in it." in first_choice[0][1]
    assert "Z.forum" not in first_choice[0][1]
    assert forum_path.read_bytes() == damaged
    close(opened)


def test_without_a_backup_nothing_is_offered(forum_path: Path, messages: Shown) -> None:
    spoil(forum_path)
    assert open_forum(None, forum_path, "Ana Silva") is None
    assert messages[0][2] == ()


def test_a_backup_that_cannot_be_copied_is_told(
    forum_path: Path, first_choice: Shown, monkeypatch: pytest.MonkeyPatch
) -> None:
    back_up(forum_path)
    spoil(forum_path)

    def fail(source: Path, _target: Path) -> None:
        spoil(source)
        ForumFile.open(source, "x")

    monkeypatch.setattr("desktop_app.models.backup.save_copy", fail)
    assert open_forum(None, forum_path, "Ana Silva") is None
    assert len(first_choice) == 2


@pytest.mark.parametrize("content", [b"", b"not a database", b"SQLite format 3\0" + bytes(84)])
def test_what_is_no_forum_file_is_said_in_one_message(tmp_path: Path, messages: Shown, content: bytes) -> None:
    path = tmp_path / "Pool.forum"
    path.write_bytes(content)
    assert open_forum(None, path, "Ana Silva") is None
    assert len(messages) == 1
    assert "Traceback" not in messages[0][1]
    assert path.read_bytes() == content


def test_a_file_that_is_not_there_is_said(tmp_path: Path, messages: Shown) -> None:
    assert open_forum(None, tmp_path / "gone.forum", "Ana Silva") is None
    assert len(messages) == 1


def test_a_forum_is_made_of_the_sample(tmp_path: Path, sample: Forum, messages: Shown) -> None:
    target = tmp_path / "Forums" / "New.forum"
    opened = make_forum(None, NewForum(Start.SAMPLE, None, target), "Ana Silva")
    assert opened is not None
    assert opened.file.forum == sample
    close(opened)
    assert make_forum(None, NewForum(Start.SAMPLE, None, target), "Ana Silva") is None
    assert "exists" in messages[0][1]


def test_a_forum_is_made_of_last_years(tmp_path: Path, forum_path: Path, messages: Shown) -> None:
    opened = make_forum(None, NewForum(Start.LAST_YEAR, forum_path, tmp_path / "2027.forum"), "Ana Silva")
    assert opened is not None
    assert opened.file.forum.year == 2027
    assert not messages
    close(opened)


def test_a_forum_is_made_of_a_document(tmp_path: Path, sample: Forum, messages: Shown) -> None:
    source = tmp_path / "pool.json"
    source.write_bytes(document_bytes(sample))
    opened = make_forum(None, NewForum(Start.DOCUMENT, source, tmp_path / "New.forum"), "Ana Silva")
    assert opened is not None
    assert opened.file.forum == sample
    close(opened)
    source.write_text('{"format": 1}', "utf-8")
    assert make_forum(None, NewForum(Start.DOCUMENT, source, tmp_path / "Other.forum"), "Ana Silva") is None
    assert not (tmp_path / "Other.forum").exists()
    assert len(messages) == 1


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path, messages: Shown) -> None:
    blocked = tmp_path / "file"
    blocked.touch()
    assert make_forum(None, NewForum(Start.SAMPLE, None, blocked / "New.forum"), "Ana Silva") is None
    assert len(messages) == 1


def test_a_document_is_told_from_a_forum_file(tmp_path: Path, forum_path: Path) -> None:
    document = tmp_path / "pool.json"
    document.write_bytes(b"\xef\xbb\xbf  {}")
    picture = tmp_path / "picture.png"
    picture.write_bytes(b"\x89PNG")
    assert is_document(document)
    assert not any(is_document(path) for path in (forum_path, picture, tmp_path, tmp_path / "gone.json"))


@pytest.mark.parametrize("procedure", Procedure)
def test_an_empty_forum_has_the_key_of_the_sample_where_its_law_has_one(tmp_path: Path, procedure: Procedure) -> None:
    made = make_forum(None, NewForum(Start.EMPTY, None, tmp_path / "Empty.forum", procedure), "Ana Silva")
    assert made is not None
    assert made.file.forum.procedure is procedure
    assert len(made.file.forum.key.states) == (0 if procedure is Procedure.VOLUNTARY else 27)
    made.file.close()
