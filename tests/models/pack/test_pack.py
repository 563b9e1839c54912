"""The folder of a pack: whole or not at all, its manifest, and what is read back."""

import hashlib
import json
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest

from desktop_app.calc.forum import Forum
from desktop_app.calc.pack import About, Format, Planned
from desktop_app.models.errors import BadInput, Cancelled
from desktop_app.models.interchange import document_bytes, fingerprint
from desktop_app.models.pack.manifest import MANIFEST, manifest_of, read_manifest
from desktop_app.models.pack.planning import WRITERS, about_pack, planned_document
from desktop_app.models.pack.reading import Difference, differences
from desktop_app.models.pack.writing import write_pack
from tests.models.pack.made import MARK, book

ABOUT = About("Pool", "annual-pool", "LIMITE", "draft", "", MARK * 5 + "abcd", MARK)


def planned(name: str, content: bytes = b"x", wanted: Format = Format.PRINT) -> Planned:
    return Planned(name, name[:2], wanted, lambda: content)


def test_a_pack_is_written_with_a_manifest_and_replaced_whole(tmp_path: Path) -> None:
    folder, told = tmp_path / "pack", list[tuple[int, int]]()
    plan = [[planned("bg.pdf"), planned("bg.csv", b"yy", Format.VALUES)], [planned("mt.pdf")], [planned("sv.pdf")]]
    manifest = write_pack(folder, ABOUT, plan, lambda done, total: told.append((done, total)))
    assert told[-1] == (4, 4)
    assert [each.file for each in manifest.entries] == ["bg.pdf", "bg.csv", "mt.pdf", "sv.pdf"]
    assert (manifest.entries[1].size, manifest.entries[1].sha256) == (2, hashlib.sha256(b"yy").hexdigest())
    assert read_manifest(folder) == manifest
    listing = (folder / "manifest.txt").read_text(encoding="utf-8-sig").splitlines()
    assert listing[0].startswith(f"Pool · LIMITE · draft · state {MARK} · Forum Desk ")
    assert listing[3].split() == ["bg.pdf", "bg", "pdf", "1", hashlib.sha256(b"x").hexdigest()]
    write_pack(folder, ABOUT, plan[:1])
    assert {each.name for each in folder.iterdir()} == {"bg.pdf", "bg.csv", "manifest.json", "manifest.txt"}
    assert [each.name for each in tmp_path.iterdir()] == ["pack"]


def test_nothing_stays_of_a_pack_that_was_stopped_or_failed(tmp_path: Path) -> None:
    def stop(_done: int, _all: int) -> None:
        raise Cancelled

    def fail() -> bytes:
        raise ZeroDivisionError

    broken = Planned("sv.pdf", "sv", Format.PRINT, fail)
    with pytest.raises(Cancelled):
        write_pack(tmp_path / "pack", ABOUT, [[planned("bg.pdf")], [planned("mt.pdf")]], stop)
    with pytest.raises(ZeroDivisionError):
        write_pack(tmp_path / "pack", ABOUT, [[planned("bg.pdf")], [broken, planned("sv.csv")]])
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_waits_is_not_begun_once_the_work_is_stopped(tmp_path: Path) -> None:
    begun = list[str]()

    def stop(_done: int, _all: int) -> None:
        if begun:
            raise Cancelled

    def slow() -> bytes:
        begun.append("slow")
        Event().wait(0.01)
        return b""

    group = [Planned(f"{each}.pdf", "en", Format.PRINT, slow) for each in range(2000)]
    with pytest.raises(Cancelled):
        write_pack(tmp_path / "pack", ABOUT, [group], stop)
    assert 0 < len(begun) < len(group)


def test_the_earlier_pack_keeps_its_name_where_the_new_one_cannot_have_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, rename = tmp_path / "pack", Path.rename
    write_pack(folder, ABOUT, [[planned("bg.pdf")]])
    tried = list[str]()

    def refusing(path: Path, target: Path) -> Path:
        tried.append(target.name)
        if len(tried) == 2:
            raise OSError(28, "no space left")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", refusing)
    with pytest.raises(BadInput, match="the disk is full"):
        write_pack(folder, ABOUT, [[planned("mt.pdf")]])
    assert [each.name for each in tmp_path.iterdir()] == ["pack"]
    assert [each.file for each in read_manifest(folder).entries] == ["bg.pdf"]


def test_folders_that_hold_something_else_are_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"x")
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "mine.txt").write_bytes(b"x")
    (tmp_path / "empty").mkdir()
    for folder, said in (
        (tmp_path / "none" / "pack", "there is no folder"),
        (Path("/"), "there is no folder"),
        (tmp_path / "file", "a file where a folder should be"),
        (tmp_path / "other", "holds other files"),
    ):
        with pytest.raises(BadInput, match=said):
            write_pack(folder, ABOUT, [])
    assert write_pack(tmp_path / "empty", ABOUT, []) == manifest_of(ABOUT, ())


def test_a_pack_to_which_somebody_added_a_file_is_refused_and_the_file_stays(tmp_path: Path) -> None:
    folder = tmp_path / "pack"
    write_pack(folder, ABOUT, [[planned("bg.pdf")]])
    (folder / "mine.txt").write_bytes(b"mine")
    with pytest.raises(BadInput, match="holds other files"):
        write_pack(folder, ABOUT, [[planned("mt.pdf")]])
    assert (folder / "mine.txt").read_bytes() == b"mine"
    assert (folder / "bg.pdf").exists()


def test_a_manifest_that_is_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="it cannot be read"):
        read_manifest(tmp_path)
    write_pack(tmp_path / "pack", ABOUT, [[planned("bg.pdf")]])
    good = json.loads((tmp_path / "pack" / MANIFEST).read_bytes())
    entry = good["files"][0]
    bad: tuple[object, ...] = (
        [],
        {**good, "format": "forum-desk/1"},
        {**good, "files": {}},
        {**good, "files": ["x"]},
        {**good, "files": [{**entry, "size": "1"}]},
        {**good, "files": [{**entry, "file": "../bg.pdf"}]},
        {**good, "files": [{**entry, "format": "exe"}]},
        {**good, "title": None},
        {**good, "program": 1},
    )
    for each in bad:
        (tmp_path / MANIFEST).write_text(json.dumps(each), encoding="utf-8")
        with pytest.raises(BadInput):
            read_manifest(tmp_path)


def test_a_pack_says_what_it_is_of() -> None:
    forum = Forum(title="Pool")
    about = about_pack(forum, "LIMITE", draft=False)
    assert (about.title, about.procedure, about.status, about.fingerprint) == (
        "Pool",
        "annual-pool",
        "final",
        fingerprint(forum),
    )
    assert about_pack(Forum(), "", draft=True).title == ""
    made = planned_document(forum)
    assert (made.name, made.language, made.make()) == ("forum.json", "", document_bytes(forum))


@pytest.mark.parametrize("wanted", [Format.WORKBOOK, Format.VALUES])
def test_a_spreadsheet_is_read_back(wanted: Format) -> None:
    made = book()
    data = WRITERS[wanted](made)
    assert differences(wanted, "x", data, made) == []
    others = book(bad="another name")
    assert [each.what.split(" | ")[0] for each in differences(wanted, "x", data, others)] == ["another name"]
    other_state = differences(wanted, "x", data, replace(made, fingerprint="000000000000"))
    assert {each.what for each in other_state} == {"fingerprint 000000000000"}
    lines = made.sheets[2].lines
    number = lines[1].cells[1]
    assert number.number is not None
    changed = replace(number, number=replace(number.number, decimals=0))
    sheet = replace(made.sheets[2], lines=(lines[0], replace(lines[1], cells=(lines[1].cells[0], changed)), *lines[2:]))
    found = differences(wanted, "x", data, replace(made, sheets=(*made.sheets[:2], sheet)))
    assert [each.what for each in found] == ["Coverage | 12.5000 %"]


def test_what_is_missing_of_a_workbook_is_told() -> None:
    made = book()
    short = replace(made, sheets=made.sheets[:2])
    assert differences(Format.WORKBOOK, "x", WRITERS[Format.WORKBOOK](short), made) == [
        Difference("–", "3 sheets, not 2")
    ]
    text = replace(made.sheets[2].lines[1].cells[1], number=None)
    line = replace(made.sheets[2].lines[1], cells=(made.sheets[2].lines[1].cells[0], text))
    worded = replace(made, sheets=(*made.sheets[:2], replace(made.sheets[2], lines=(made.sheets[2].lines[0], line))))
    assert len(differences(Format.WORKBOOK, "x", WRITERS[Format.WORKBOOK](worded), made)) == 3


@pytest.mark.parametrize("wanted", [each for each in Format if each is not Format.DOCUMENT])
def test_a_file_that_is_something_else_is_refused(wanted: Format) -> None:
    with pytest.raises(BadInput):
        differences(wanted, "x", b"\xff\xfe no such file", book())
    if wanted is Format.VALUES:
        assert [each.what for each in differences(wanted, "x", b"", replace(book(), sheets=()))] == [
            f"fingerprint {MARK}"
        ]
