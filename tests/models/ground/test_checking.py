"""Looking at the ground for real, on this machine and on folders made up in a temporary one."""

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop_app.calc.forum import Forum
from desktop_app.models.errors import Cancelled
from desktop_app.models.forum_file import ForumFile
from desktop_app.models.ground import Standing, ground_check, probes
from desktop_app.models.ground.disk import Disk
from desktop_app.models.ground.probes import Probes, linux_removable
from desktop_app.paths import resource


@pytest.fixture
def forum_path(tmp_path: Path) -> Iterator[Path]:
    path = tmp_path / "Forums" / "Pool.forum"
    path.parent.mkdir()
    with ForumFile.create(path, Forum(title="Pool"), "Ana Silva"):
        yield path


def by_topic(folder: Path, **options: object) -> dict[str, Standing]:
    return {each.topic: each.standing for each in ground_check(folder, **options).verdicts}  # type: ignore[arg-type]


def test_an_open_forum_is_looked_at_and_nothing_stays_behind(forum_path: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in forum_path.parent.rglob("*")}
    found = by_topic(forum_path.parent, path=forum_path, write=True, last_entry=datetime.now(UTC))
    assert list(found) == [
        "Disk",
        "Synchronised folder",
        "Free space",
        "Folder",
        "Backups",
        "SQLite settings",
        "Libraries",
        "Fonts",
        "Clock",
    ]
    for topic in ("Folder", "Backups", "SQLite settings", "Fonts"):
        assert found[topic] is Standing.SOUND
    assert {path: path.stat().st_mtime_ns for path in forum_path.parent.rglob("*")} == before


def test_a_desk_that_reads_tries_no_folder(forum_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Probes, "tried", lambda _self, _folder: pytest.fail("something was written"))
    found = by_topic(forum_path.parent, path=forum_path)
    assert found["Folder"] is Standing.NOTE
    assert "Backups" not in found
    assert found["SQLite settings"] is Standing.SOUND


def test_without_a_forum_the_nearest_folder_is_looked_at(tmp_path: Path) -> None:
    found = by_topic(tmp_path / "not" / "there")
    assert found["Folder"] is Standing.SOUND
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_needs_a_remedy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    really = os.open

    def refuse(path: str | Path, *arguments: int, **options: int) -> int:
        if str(path).endswith(".part"):
            raise PermissionError(13, "Permission denied")
        return really(path, *arguments, **options)

    monkeypatch.setattr("os.open", refuse)
    assert by_topic(tmp_path)["Folder"] is Standing.REMEDY


def test_what_cannot_be_looked_at_stops_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_self: Probes, _folder: Path) -> Disk:
        raise OSError("the disk does not answer")

    monkeypatch.setattr(Probes, "disk", fail)
    verdicts = ground_check(tmp_path).verdicts
    assert verdicts[0].what == "It could not be looked at (the disk does not answer)."
    assert verdicts[-1].topic == "Clock"


def test_a_check_can_be_stopped(tmp_path: Path) -> None:
    assert ground_check(tmp_path, is_stopping=lambda: False).verdicts
    with pytest.raises(Cancelled):
        ground_check(tmp_path, is_stopping=lambda: True)


def test_the_disk_of_a_folder_is_told(tmp_path: Path) -> None:
    found = Probes().disk(tmp_path)
    assert found.kind
    assert found.free
    assert Probes().disk(tmp_path / "gone") == Disk()


def test_windows_says_what_a_drive_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    class Kernel:
        @staticmethod
        def GetDriveTypeW(root: str) -> int:
            asked.append(root)
            return 4

    class Windows:
        kernel32 = Kernel

    assert probes.drive_type("C:/") is None or os.name == "nt"
    monkeypatch.setattr("ctypes.windll", Windows, raising=False)
    assert probes.drive_type("Z:/") == 4
    assert asked == ["Z:\\"]
    on_windows = Probes("win32")
    assert on_windows.disk(tmp_path).is_shared is True
    assert on_windows.disk(tmp_path).is_removable is False
    monkeypatch.setattr(probes, "drive_type", lambda _root: None)
    assert on_windows.disk(tmp_path).is_shared is None
    assert on_windows.disk(tmp_path).is_removable is None


@pytest.mark.parametrize(("root", "expected"), [("/", False), ("/Volumes/STICK", True)])
def test_macos_shows_other_disks_in_one_place(root: str, expected: bool) -> None:
    assert Probes("darwin")._is_removable(root, "/dev/disk4s1", None) is expected


def test_linux_says_whether_a_disk_can_be_taken_out(tmp_path: Path) -> None:
    for place, removable in (("pci0/sda", "0"), ("pci0/sdb", "1"), ("pci0/usb2/sdc", "0")):
        disk = tmp_path / "devices" / place
        (disk / f"{disk.name}1").mkdir(parents=True)
        (disk / "removable").write_text(f"{removable}\n", "ascii")
    block = tmp_path / "block"
    block.mkdir()
    for name in ("sda", "sdb", "usb2/sdc"):
        disk = tmp_path / "devices" / "pci0" / name
        (block / disk.name).symlink_to(disk)
        (block / f"{disk.name}1").symlink_to(disk / f"{disk.name}1")
    assert [linux_removable(name, block) for name in ("sda", "sda1", "sdb1", "sdb", "sdc1")] == [
        False,
        False,
        True,
        True,
        True,
    ]
    assert linux_removable("", block) is None
    assert linux_removable("nfs", block) is None


def test_names_in_a_folder_are_listed_where_that_is_allowed(tmp_path: Path) -> None:
    (tmp_path / ".stfolder").mkdir()
    assert list(Probes().listed(tmp_path)) == [".stfolder"]
    assert Probes().listed(tmp_path / "gone") == ()


def test_sizes_versions_and_words_are_looked_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert Probes().size(tmp_path / "gone") == 0
    monkeypatch.setattr(probes, "PACKAGES", ("pytest", "no-such-package"))
    versions = Probes().versions()
    assert versions["pytest"] == pytest.__version__
    assert versions["no-such-package"] is None
    words = Probes().words()
    assert "en" in words
    assert "Belgium" in words["en"]
    assert not any("." in language for language in words)


def test_every_font_of_the_program_is_looked_at(tmp_path: Path) -> None:
    assert len(Probes().fonts()) == len(list(resource("fonts").glob("*.ttf")))
    assert probes._content(tmp_path / "gone.ttf") is None


def test_the_time_zone_is_known_or_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(probes, "_LOCAL_TIME", tmp_path / "gone")
    monkeypatch.delenv("TZ", raising=False)
    monkeypatch.setattr("time.timezone", 0)
    assert not Probes("linux").clock().zone_known
    monkeypatch.setenv("TZ", "Europe/Brussels")
    assert Probes("linux").clock().zone_known
    assert Probes("win32").clock().now.tzinfo is not None
