"""Every verdict of the ground check, on places, versions, fonts and clocks that are made up."""

import errno
import struct
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

import pytest

from desktop_app.calc.sentences import say
from desktop_app.models import whole_file
from desktop_app.models.errors import ForumFileError
from desktop_app.models.ground import disk, folders, libraries
from desktop_app.models.ground.clock import Clock, judge_clock
from desktop_app.models.ground.disk import Disk, judge_disk, judge_room, shared_as
from desktop_app.models.ground.glyphs import characters_of, judge_fonts, missing
from desktop_app.models.ground.libraries import judge_libraries, known_bad
from desktop_app.models.ground.synchronised import judge_synchronised, synchronised_by
from desktop_app.models.ground.verdicts import Ground, Standing, note, remedy, sound
from desktop_app.paths import resource

LOCAL = Disk("ext4", "/", free=10**11)


@pytest.mark.parametrize(
    ("path", "there", "expected"),
    [
        ("/home/ana/Pool.forum", LOCAL, None),
        ("/net/Pool.forum", Disk("nfs4", "/net"), "an NFS share"),
        ("/mnt/Pool.forum", Disk("cifs", "/mnt"), "a Windows (SMB) share"),
        ("/Volumes/forum/Pool.forum", Disk("smbfs", "/Volumes/forum"), "a Windows (SMB) share"),
        ("/afs/eu/Pool.forum", Disk("afs", "/afs"), "a network file system"),
        ("/mnt/Pool.forum", Disk("fuse.sshfs", "/mnt"), "another computer over SSH (sshfs)"),
        ("/run/user/1/gvfs/x", Disk("fuse.gvfsd-fuse", "/run/user/1/gvfs"), "a network place of the desktop"),
        (r"\\server\forum\Pool.forum", Disk("ntfs"), "a network share"),
        ("//server/forum/Pool.forum", Disk("ntfs"), "a network share"),
        (r"\\?\UNC\server\forum\Pool.forum", Disk("ntfs"), "a network share"),
        (r"\\?\C:\Forums\Pool.forum", Disk("ntfs", "C:/"), None),
        (r"\\.\C:\Pool.forum", Disk("ntfs", "C:/"), None),
        (r"Z:\Pool.forum", Disk("ntfs", "Z:/", is_shared=True), "a network drive"),
        (r"C:\Pool.forum", Disk("ntfs", "C:/", is_shared=False), None),
    ],
)
def test_a_network_place_is_told_from_a_disk_of_this_computer(path: str, there: Disk, expected: str | None) -> None:
    assert shared_as(path, there) == expected
    verdict = judge_disk(path, there)
    assert verdict.standing is (Standing.SOUND if expected is None else Standing.REMEDY)
    assert expected is None or f"lies on {expected}" in verdict.what


@pytest.mark.parametrize(
    ("there", "standing", "words"),
    [
        (Disk("ext4", "/", is_read_only=True), Standing.REMEDY, "can only be read"),
        (Disk("iso9660", "/media/cd"), Standing.REMEDY, "can only be read"),
        (Disk("vfat", "/media/stick", is_removable=True), Standing.REMEDY, "removable"),
        (Disk("tmpfs", "/dev/shm"), Standing.REMEDY, "memory only"),
        (Disk(), Standing.NOTE, "does not say"),
        (LOCAL, Standing.SOUND, "(ext4, /)"),
    ],
)
def test_a_disk_that_does_not_stay_is_named(there: Disk, standing: Standing, words: str) -> None:
    verdict = judge_disk("/x/Pool.forum", there)
    assert verdict.standing is standing
    assert words in verdict.what
    assert bool(verdict.remedy) == (standing is Standing.REMEDY)


@pytest.mark.parametrize(
    ("free", "size", "standing", "words"),
    [
        (None, 0, Standing.NOTE, "does not say"),
        (99_999_999, 0, Standing.REMEDY, "Only 99 MB are left"),
        (100_000_000, 20_000_000, Standing.SOUND, "100 MB are left."),
        (499_999_999, 100_000_000, Standing.REMEDY, "Only 499 MB"),
        (80_000_000_000, 0, Standing.SOUND, "80 GB are left."),
    ],
)
def test_room_is_enough_for_backups(free: int | None, size: int, standing: Standing, words: str) -> None:
    verdict = judge_room(Disk(free=free), size)
    assert verdict.standing is standing
    assert words in verdict.what
    assert disk.LEAST_FREE == 100_000_000


def nothing(_folder: PurePath) -> Iterable[str]:
    return ()


@pytest.mark.parametrize(
    ("path", "service"),
    [
        (PureWindowsPath(r"C:\Users\Ana\OneDrive\Pool.forum"), "OneDrive"),
        (PureWindowsPath(r"C:\Users\Ana\OneDrive - Council of the EU\Forums\Pool.forum"), "OneDrive"),
        (PurePosixPath("/Users/ana/Library/CloudStorage/OneDrive-Council/Pool.forum"), "OneDrive"),
        (PureWindowsPath(r"C:\Users\Ana\Dropbox (Council)\Pool.forum"), "Dropbox"),
        (PurePosixPath("/home/ana/Dropbox/Pool.forum"), "Dropbox"),
        (PureWindowsPath(r"G:\My Drive\Pool.forum"), "Google Drive"),
        (PurePosixPath("/Users/ana/Library/CloudStorage/GoogleDrive-a@b.eu/Pool.forum"), "Google Drive"),
        (PurePosixPath("/Users/ana/Library/Mobile Documents/com~apple~CloudDocs/Pool.forum"), "iCloud Drive"),
        (PureWindowsPath(r"C:\Users\Ana\iCloudDrive\Pool.forum"), "iCloud Drive"),
        (PurePosixPath("/home/ana/Nextcloud/Forum/Pool.forum"), "Nextcloud"),
        (PurePosixPath("/home/ana/ownCloud/Pool.forum"), "ownCloud"),
        (PurePosixPath("/home/ana/Documents/Pool.forum"), None),
        (PureWindowsPath(r"C:\Users\Ana\AppData\Local\Forum Desk\Forums\Pool.forum"), None),
        # The file's own name says nothing of its folder.
        (PurePosixPath("/home/ana/dropbox"), None),
    ],
)
def test_a_synchronised_folder_is_told_by_its_name(path: PurePath, service: str | None) -> None:
    assert synchronised_by(path, lambda _folder: (), {}) == service


@pytest.mark.parametrize(
    ("mark", "service"),
    [
        (".stfolder", "Syncthing"),
        (".sync_1a2b3c.db", "Nextcloud"),
        (".owncloudsync.log", "ownCloud"),
        (".dropbox.cache", "Dropbox"),
        (".dropbox", None),
        ("Pool.forum", None),
    ],
)
def test_a_synchronised_folder_is_told_by_the_marks_in_it(mark: str, service: str | None) -> None:
    shared = PurePosixPath("/home/ana/Sync")
    found = synchronised_by(shared / "2026" / "Pool.forum", lambda folder: (mark,) if folder == shared else (), {})
    assert found == service


def test_a_synchronised_folder_is_told_by_the_environment() -> None:
    path = PureWindowsPath(r"D:\Council\Forums\Pool.forum")
    assert synchronised_by(path, lambda _folder: (), {"OneDriveCommercial": r"d:\council"}) == "OneDrive"
    assert synchronised_by(path, lambda _folder: (), {"OneDriveCommercial": r"D:\Other", "OneDrive": ""}) is None


def test_what_synchronises_is_named_with_what_to_do() -> None:
    assert judge_synchronised(None).standing is Standing.SOUND
    verdict = judge_synchronised("OneDrive")
    assert verdict.what.startswith("OneDrive synchronises")
    assert "Save a copy" in verdict.remedy


def refuse(folder: Path) -> None:
    with whole_file.explained(folder):
        raise OSError(errno.ENOSPC, "No space left on device")


def test_folders_are_tried(tmp_path: Path) -> None:
    tried: list[Path] = []
    assert folders.judge_folder(tmp_path, tried.append).standing is Standing.SOUND
    assert folders.judge_folder(tmp_path, refuse).what == f"Nothing can be written in {tmp_path}: the disk is full."
    backups = tmp_path / "Pool backups"
    assert folders.judge_backups(backups, tried.append).standing is Standing.SOUND
    backups.mkdir()
    assert folders.judge_backups(backups, tried.append).standing is Standing.SOUND
    assert tried == [tmp_path, tmp_path, backups]
    assert folders.judge_backups(backups, refuse).what == f"No backup can be written in {backups}: the disk is full."

    def lost(_folder: Path) -> None:
        raise OSError("gone")

    assert folders.judge_backups(backups, lost).what.endswith(": gone.")


def test_settings_are_those_that_sqlite_said_back() -> None:
    verdict = folders.judge_settings(lambda: {"synchronous": "EXTRA", "journal_mode": "DELETE"})
    assert verdict.what == "Set and read back: synchronous = EXTRA, journal_mode = DELETE."

    def fail() -> dict[str, object]:
        raise ForumFileError("Pool.forum", say("the disk is full"), say("keep the file on a local disk"))

    verdict = folders.judge_settings(fail)
    assert (verdict.standing, verdict.what) == (Standing.REMEDY, "The disk is full.")
    assert verdict.remedy == "Keep the file on a local disk."


@pytest.mark.parametrize(
    ("library", "version", "python", "standing"),
    [
        ("PySide6_Essentials", "6.12.0", "3.11.7", Standing.REMEDY),
        ("PySide6_Essentials", "6.12.0", "3.10.2", Standing.REMEDY),
        ("PySide6_Essentials", "6.12.0", "3.12.0", None),
        ("PySide6_Essentials", "6.11.2", "3.11.7", None),
        ("PySide6_Essentials", "6.12.1", "3.11.7", None),
        ("SQLite", "3.36.0", "3.11.7", Standing.REMEDY),
        ("SQLite", "3.40.1", "3.11.7", Standing.NOTE),
        ("SQLite", "3.44.6", "3.11.7", None),
        ("SQLite", "3.50.6", "3.11.7", Standing.NOTE),
        ("SQLite", "3.50.7", "3.11.7", None),
        ("SQLite", "3.51.2", "3.11.7", Standing.NOTE),
        ("SQLite", "3.51.3", "3.11.7", None),
        ("SQLite", "3.53", "3.11.7", None),
        ("Expat", "2.2.8", "3.11.7", Standing.REMEDY),
        ("Expat", "2.5.0", "3.11.7", None),
        ("reportlab", "3.6.12", "3.11.7", Standing.REMEDY),
        ("SQLAlchemy", "2.0.44", "3.11.7", Standing.REMEDY),
        ("SQLAlchemy", "2.1.0+local.7", "3.11.7", None),
    ],
)
def test_versions_that_harm_are_known(library: str, version: str, python: str, standing: Standing | None) -> None:
    found = judge_libraries({"Python": python, library: version}, known_bad())[:-1]
    assert standing in [each.standing for each in found] if standing else not found


def test_the_bug_of_the_wal_mode_is_said_to_be_harmless_here() -> None:
    note_of_it, looked_at = judge_libraries({"Python": "3.11.7", "SQLite": "3.40.1", "pandas": None}, known_bad())[::2]
    assert "their journal is DELETE" in note_of_it.what
    assert looked_at.what == "Looked at: Python 3.11.7, SQLite 3.40.1."
    unknown = judge_libraries({"pandas": None}, ())
    assert [each.what for each in unknown] == ["The version of pandas cannot be told.", "Looked at: ."]


def test_every_known_bad_version_has_a_reason_and_a_source() -> None:
    text = resource("ground", "known-bad-libraries.toml").read_text("utf-8")
    assert len(known_bad()) == text.count("[[bad]]") == text.count("\nsource = ")
    assert all(each.reason[0].islower() for each in known_bad())
    assert not any(each.reason.endswith(".") or each.remedy.endswith(".") for each in known_bad())
    assert libraries.LIBRARIES == "Libraries"


BRUSSELS = timezone(timedelta(hours=1), "CET")
NOW = datetime(2026, 11, 27, 16, 40, tzinfo=BRUSSELS)
RELEASED = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("now", "known", "last", "standing", "words"),
    [
        (NOW, True, None, Standing.SOUND, "It says 2026-11-27 16:40, CET."),
        (NOW, True, datetime(2026, 11, 27, 15, 41, tzinfo=UTC), Standing.SOUND, "CET"),
        (NOW, True, datetime(2026, 11, 27, 15, 43, tzinfo=UTC), Standing.REMEDY, "made later, at 2026-11-27 16:43."),
        (NOW.replace(year=2020), True, None, Standing.REMEDY, "before this program was released (2026-11-22)"),
        (NOW.replace(month=11, day=21), True, None, Standing.SOUND, "CET"),
        (NOW.replace(year=2037), True, None, Standing.REMEDY, "ten years after"),
        (NOW.replace(tzinfo=UTC), False, None, Standing.NOTE, "names no time zone"),
    ],
)
def test_a_clock_that_cannot_be_right_is_named(
    now: datetime, known: bool, last: datetime | None, standing: Standing, words: str
) -> None:
    verdict = judge_clock(Clock(now, known), RELEASED, last)
    assert verdict.standing is standing
    assert words in verdict.what


def font(*subtables: bytes) -> bytes:
    """Return a font with a table of characters and nothing else."""
    records, bodies = b"", b""
    for each in subtables:
        records += struct.pack(">HHI", 3, 1, 4 + 8 * len(subtables) + len(bodies))
        bodies += each
    cmap = struct.pack(">HH", 0, len(subtables)) + records + bodies
    header = struct.pack(">IHHHH", 0x00010000, 2, 0, 0, 0)
    tables = struct.pack(">4sIII", b"OS/2", 0, 0, 0) + struct.pack(">4sIII", b"cmap", 0, 44, len(cmap))
    return header + tables + cmap


LETTERS = struct.pack(">HHHHHHH4H", 4, 0, 0, 4, 0, 0, 0, 0x5A, 0xFFFF, 0, 0x41) + struct.pack(">5H", 0xFFFF, 0, 1, 0, 0)
FACES = struct.pack(">HHIII3I", 12, 0, 0, 0, 1, 0x1F600, 0x1F601, 5)
OTHER = struct.pack(">H", 14)


def test_the_characters_of_a_font_are_read_from_it() -> None:
    assert characters_of(font(OTHER)) == frozenset()
    assert characters_of(font(FACES)) == {0x1F600, 0x1F601}


def test_the_characters_of_the_programs_fonts_are_those_that_are_printed() -> None:
    from desktop_app.documents.fonts import REVIEWED, UNREVIEWED, Face, glyph_widths

    for face in Face:
        content = resource("fonts", f"{face.value}.ttf").read_bytes()
        assert {chr(code) for code in characters_of(content)} == set(glyph_widths(face)) - {
            "\uffff",
            UNREVIEWED,
            REVIEWED,
        }


@pytest.mark.parametrize("content", [b"", b"\0\1\0\0\0\0", font(FACES)[:-4]])
def test_what_is_no_font_is_refused(content: bytes) -> None:
    with pytest.raises(ValueError, match="font"):
        characters_of(content)


def test_fonts_are_held_against_every_text() -> None:
    has_faces = font(FACES)
    assert missing("\n\u200b😀", characters_of(has_faces)) == set()
    assert judge_fonts({"Sans": has_faces}, {"en": ["😀", "😁"]}).standing is Standing.SOUND
    verdict = judge_fonts({"Sans": has_faces}, {"en": ["😀"], "el": ["αβγδεζ"]})
    assert verdict.standing is Standing.REMEDY
    assert "Sans cannot show α (U+03B1), β (U+03B2), γ (U+03B3), δ (U+03B4), ε (U+03B5), which" in verdict.what
    assert judge_fonts({"Sans": None}, {"en": ["a"]}).what == "The font Sans cannot be read."
    assert judge_fonts({}, {"en": ["a"]}).standing is Standing.REMEDY
    assert judge_fonts({"Sans": has_faces}, {}).standing is Standing.REMEDY


def test_the_one_line_says_the_first_thing_to_do() -> None:
    good = Ground((sound("Disk", "Fine."), note("Libraries", "Old, harmless.")))
    assert good.is_sound
    assert good.line() == "Ground sound"
    assert good.lines() == ["Disk – sound: Fine.", "Libraries – worth knowing: Old, harmless."]
    bad = Ground((*good.verdicts, remedy("Clock", "It is wrong.", "Set it.")))
    assert not bad.is_sound
    assert bad.line() == "It is wrong. Set it."
    assert bad.lines()[-1] == "Clock – needs a remedy: It is wrong. Set it."
    worse = Ground((remedy("Disk", "It is full.", "Make room."), *bad.verdicts))
    assert worse.line() == "It is full. Make room. (1 more under Help ▸ Ground check)"
