"""What can be imported, told by what is in it; what cannot, and where it goes instead."""

import gzip
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.calc import assess as by_procedure
from desktop_app.calc.assessment import AnnualPoolAssessment
from desktop_app.calc.forum import Procedure
from desktop_app.calc.rulebooks.annual_pool.book import assess
from desktop_app.models.any_forum import sample
from desktop_app.models.errors import BadInput, Cancelled
from desktop_app.models.forum_file import ForumFile
from desktop_app.models.importing import read_import
from desktop_app.models.interchange import document_bytes
from desktop_app.models.table_reading import limits
from tests.models.table_reading.books import example, exported


@pytest.fixture
def now() -> AnnualPoolAssessment:
    return assess(example())


@pytest.mark.parametrize("name", ["pool.json", "pool.forum"])
def test_a_whole_forum(tmp_path: Path, now: AnnualPoolAssessment, name: str) -> None:
    changed = replace(now.forum, title="Another")
    path = tmp_path / name
    if path.suffix == ".json":
        path.write_bytes(document_bytes(changed))
    else:
        ForumFile.create(path, changed, "Ana").close()
    found = read_import(path, now)
    assert (found.source, found.forum, found.origin, found.notes) == (name, changed, "", ())
    assert [str(each) for each in found.differences] == [
        "Forum, title: Example: a small annual pool (invented figures) → Another"
    ]


@pytest.mark.parametrize("procedure", [each for each in Procedure if each is not Procedure.ANNUAL_POOL])
def test_a_forum_of_another_procedure_is_no_edited_copy_of_this_one(
    procedure: Procedure, tmp_path: Path, now: AnnualPoolAssessment
) -> None:
    other = by_procedure.assess(sample(procedure))
    path = tmp_path / "other.json"
    path.write_bytes(document_bytes(other.forum))
    with pytest.raises(BadInput, match=f"another procedure \\({procedure.value}\\)"):
        read_import(path, now)
    changed = replace(other.forum, title="Another")
    path.write_bytes(document_bytes(changed))
    assert read_import(path, other).forum == changed
    with pytest.raises(BadInput, match=f"into an annual pool only, and this forum is on {procedure.value}"):
        read_import(exported(now, tmp_path / "pool.xlsx"), other)


def test_a_workbook_is_told_by_what_is_in_it(tmp_path: Path, now: AnnualPoolAssessment) -> None:
    path = exported(now, tmp_path / "pool.txt")
    assert read_import(path, now).same_state


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"\xd0\xcf\x11\xe0 old", "this is an Excel workbook of before 2007"),
        (b"%PDF-1.7", "this is a PDF"),
        (b"freq,unit,geo\\TIME_PERIOD\t2025\n", "this is key data"),
        (b"DATAFLOW,LAST UPDATE,freq\n", "this is key data"),
        (gzip.compress(b"x", mtime=0), "this is key data"),
        (b"neither", "this is not JSON"),
        (b"", "the document is empty"),
    ],
)
def test_what_is_something_else(tmp_path: Path, now: AnnualPoolAssessment, data: bytes, what: str) -> None:
    path = tmp_path / "pool.dat"
    path.write_bytes(data)
    with pytest.raises(BadInput) as caught:
        read_import(path, now)
    assert caught.value.what.startswith(what)


def test_bounds_and_stopping(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, now: AnnualPoolAssessment) -> None:
    path = exported(now, tmp_path / "pool.xlsx")
    monkeypatch.setattr(limits, "FILE_BYTES", 100)
    with pytest.raises(BadInput, match="larger than 0 million bytes"):
        read_import(path, now)

    def stop(_done: int, _all: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        read_import(path, now, stop)
    with pytest.raises(BadInput, match="no such file"):
        read_import(tmp_path / "none.csv", now)
