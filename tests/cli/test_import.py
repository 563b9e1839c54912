"""``import``: differences are listed, taken as one step with a backup before, or refused with sheet and cell."""

from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import pytest

from desktop_app.calc.changes import PledgeColumn, RecordPledge
from desktop_app.calc.forum import Pool
from desktop_app.calc.rulebooks.annual_pool.book import assess
from desktop_app.models.backup import backups_of
from desktop_app.models.forum_file import ForumFile, read_forum
from desktop_app.models.importing import read_import
from desktop_app.models.table_reading import limits
from tests.cli.conftest import EXAMPLE, Run
from tests.models.table_reading.books import at, edited, exported

OLD: Final = Path(__file__).parents[1] / "models" / "files" / "format_1.forum"


def table(forum_file: Path, folder: Path, cells: dict[str, Any]) -> Path:
    def edit(book: Any) -> None:
        for code, value in cells.items():
            at(book["Pledges"], code, "relocations").value = value

    return edited(exported(assess(read_forum(forum_file)), folder / "edited.xlsx"), edit)


def test_an_edited_workbook_is_taken_as_one_step(run: Run, forum_file: Path, tmp_path: Path) -> None:
    source = table(forum_file, tmp_path, {"BE": 310})
    looked = run("import", forum_file, source, "--dry-run")
    assert (looked.status, looked.error) == (0, "")
    assert looked.out.splitlines() == ["The file shows this forum as it is now.", "Belgium, relocations: 100 → 310"]
    assert read_forum(forum_file).state("BE").pledge.relocations == 100
    taken = run("import", forum_file, source, "--operator", "Ana Silva")
    assert taken.status == 0
    assert "Recorded (state " in taken.out
    assert read_forum(forum_file).state("BE").pledge.relocations == 310
    (backup,) = backups_of(forum_file)
    assert read_forum(backup.path).state("BE").pledge.relocations == 100
    with ForumFile.open(forum_file, "Ana Silva") as opened:
        assert opened.undo_title == "Import of edited.xlsx"


def test_what_cannot_be_taken_is_refused_or_left_out(
    run: Run, forum_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = table(forum_file, tmp_path, {"BE": 310, "EL": "NA", "LV": "1.234"})
    refused = run("import", forum_file, source)
    refused.assert_refused()
    assert refused.error.startswith("edited.xlsx: Pledges!F5: “NA” is not a number")
    assert "(and 1 more such)" in refused.error
    assert read_forum(forum_file).state("BE").pledge.relocations == 100
    monkeypatch.setattr(limits, "NOTES", 1)
    taken = run("import", forum_file, source, "--leave-out")
    assert taken.status == 0
    assert "… and 1 more remarks" in taken.out
    assert read_forum(forum_file).state("BE").pledge.relocations == 310


def test_one_refusal_is_not_counted(run: Run, forum_file: Path, tmp_path: Path) -> None:
    refused = run("import", forum_file, table(forum_file, tmp_path, {"BE": "NA"}))
    refused.assert_refused()
    assert "more such" not in refused.error


def test_nothing_to_take(run: Run, forum_file: Path, document: Path) -> None:
    same = run("import", forum_file, document)
    assert (same.status, same.out) == (0, "No difference.\n")
    assert backups_of(forum_file) == ()


def test_the_forum_itself_and_files_that_are_none(run: Run, forum_file: Path, tmp_path: Path) -> None:
    run("import", forum_file, forum_file).assert_refused()
    run("import", forum_file, tmp_path / "none.xlsx").assert_refused()
    run("import", tmp_path / "none.forum", forum_file).assert_refused()


def test_what_is_refused_leaves_an_older_file_as_it_was(run: Run, tmp_path: Path) -> None:
    forum = tmp_path / "old.forum"
    forum.write_bytes(OLD.read_bytes())
    none, bad = tmp_path / "none.json", tmp_path / "bad.json"
    bad.write_text("{")
    source = table(forum, tmp_path, {"BE": "NA"})
    for each in (none, bad, source, forum):
        run("import", forum, each).assert_refused()
    assert forum.read_bytes() == OLD.read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir() if path.suffix != ".lock") == [
        "bad.json",
        "edited.xlsx",
        "old.forum",
    ]
    # What can be taken is, though the file is an older one.
    assert run("import", forum, table(forum, tmp_path, {"BE": 310})).status == 0
    assert read_forum(forum).state("BE").pledge.relocations == 310


def test_a_forum_that_was_changed_meanwhile_is_left_alone(
    run: Run, forum_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = table(forum_file, tmp_path, {"BE": 310})

    def slow(path: Path, assessment: Any) -> Any:
        with ForumFile.open(forum_file, "Ana Silva") as other:
            other.apply(RecordPledge("LV", PledgeColumn.RELOCATIONS, 7))
        return read_import(path, assessment)

    monkeypatch.setattr("desktop_app.cli.importing.read_import", slow)
    refused = run("import", forum_file, source)
    refused.assert_refused()
    assert "the forum was changed while the import was read" in refused.error
    now = read_forum(forum_file)
    assert (now.state("BE").pledge.relocations, now.state("LV").pledge.relocations) == (100, 7)
    assert backups_of(forum_file) == ()


def test_a_forum_that_cannot_be_is_refused_before_the_file_is_opened(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    forum = tmp_path / "old.forum"
    forum.write_bytes(OLD.read_bytes())

    def impossible(path: Path, assessment: Any) -> Any:
        incoming = read_import(path, assessment)
        return replace(incoming, forum=replace(incoming.forum, pool=Pool(-1)))

    monkeypatch.setattr("desktop_app.cli.importing.read_import", impossible)
    run("import", forum, EXAMPLE).assert_refused()
    assert forum.read_bytes() == OLD.read_bytes()
