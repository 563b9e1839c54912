"""Publication packs: one state, every language, every output with the same fingerprint and the same figures."""

import csv
import io
import json
import re
from collections.abc import Iterable
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

from desktop_app.documents.text import full_languages, languages, shipped_terms
from desktop_app.models.interchange import fingerprint, read_document
from tests.cli.conftest import Run
from tests.documents.printed import Printed

LEAST_ROWS = 4
STATE = "46f69b647f9d"
FIGURES = {
    "state.BE": "59.0909 1773 35454533.83 100 0 20000000.5 1200000 1160 1160",
    "state.EL": "34.4697 1035 20681813.53 0 0",
    "state.LV": "6.4394 194 3863652.63 3000000 150 0 150",
    "pledges.total": "3002 100 23000000.5 1200000 1310 1310",
    "pledges.reference": "3000 60000000",
}
"""The figures of the main table of the worked example, by the words that begin a row, from left to right."""


def figures(cells: Iterable[object]) -> str:
    """The numbers among the cells of a row, with the signs that machines write, and no noughts at their ends."""
    found = []
    for cell in cells:
        bare = re.sub(r"[\s%]|EUR|\(¹\)", "", str(cell)).replace(",", ".")
        if re.fullmatch(r"\d+(\.\d+)?", bare):
            found.append(bare.rstrip("0").rstrip(".") if "." in bare else bare)
    return " ".join(found)


def words_of(language: str) -> dict[str, str]:
    """What begins each row of the main table, by its key."""
    return {shipped_terms(language)[key].text: key for key in FIGURES}


def of_rows(rows: Iterable[list[object]], language: str) -> dict[str, str]:
    """The figures by key, of rows with a share of the key behind the name, or of totals."""
    words, found = words_of(language), {}
    for row in rows:
        key = words.get(str(row[0]).replace("\u00ad", "")) if row else None
        if key and (key not in found) and figures(row[1:]) and len(figures(row[1:]).split()) > 1:
            found[key] = figures(row[1:])
    return found


def of_pdf(data: bytes, language: str) -> dict[str, str]:
    """The figures by key, between the words that begin a row and those that begin the next."""
    printed = Printed(data)
    assert all(STATE in page.text for page in printed.pages), language
    # No page is left with the last lines of the one before it.
    assert printed.fewest >= LEAST_ROWS, language
    text = " ".join(printed.text.replace("\u202f", "").split())
    at = next(found.start() for found in re.finditer(r"59[.,]0909", text))
    found = {}
    starts = list[tuple[int, str]]()
    for word in words_of(language):
        at = text.rindex(word, 0, at) if not starts else text.index(word, at)
        starts.append((at, word))
    for (start, word), (end, _next) in zip(starts, [*starts[1:], (text.index("(¹)", at), "")], strict=True):
        found[words_of(language)[word]] = figures(text[start + len(word) : end].replace("EUR", "").split())
    return found


def said_by(folder: Path, language: str) -> dict[str, dict[str, str]]:
    """The figures that each file of a language says, by its ending."""
    stem = folder / f"annex-{language}"
    word = Document(str(stem.with_suffix(".docx")))
    assert STATE in "".join(part.text for part in word.sections[0].footer.paragraphs), language
    book = load_workbook(stem.with_suffix(".xlsx"))
    assert [STATE in page["A1"].value for page in book] == [True] * len(book.sheetnames), language
    assert book.properties.language == language
    values = list(csv.reader(io.StringIO(stem.with_suffix(".csv").read_text(encoding="utf-8-sig"), newline="")))
    assert values[0][1:5] == [language, "final", values[0][3], STATE]
    tables = [[list(dict.fromkeys(row.cells)) for row in table.rows] for table in word.tables]
    rows: list[list[object]] = [[cell.text for cell in row] for table in tables for row in table]
    return {
        "pdf": of_pdf(stem.with_suffix(".pdf").read_bytes(), language),
        "accessible": of_pdf((folder / f"annex-{language}-accessible.pdf").read_bytes(), language),
        "docx": of_rows(rows, language),
        "xlsx": of_rows(([cell.value for cell in row] for page in book for row in page.iter_rows()), language),
        "csv": of_rows(([*row[1:]] for row in values), language),
    }


@pytest.mark.long
def test_every_output_in_every_language_has_the_same_fingerprint_and_figures(
    run: Run, document: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "pack"
    outcome = run("publish", document, "--out", folder)
    count = 5 * len(languages()) + 1
    said = f"(state {STATE}; {count} files and a manifest, languages: {' '.join(languages())})"
    assert outcome.out == f"Wrote the final pack to {folder} {said}.\n"
    wrong = {
        (language, ending): found
        for language in languages()
        for ending, found in said_by(folder, language).items()
        if found != FIGURES
    }
    assert wrong == {}
    assert fingerprint(read_document((folder / "forum.json").read_bytes())) == STATE
    manifest = json.loads((folder / "manifest.json").read_bytes())
    assert (manifest["status"], manifest["state_hash"][:12], len(manifest["files"])) == ("final", STATE, count)
    check = run("publish", "--check", folder)
    told = f"{count} files read back: checksums, fingerprint and figures match (final, state {STATE}).\n"
    assert (check.status, check.out) == (0, told)
    # Again, in another order and beside other files: the same bytes.
    again = tmp_path / "again"
    assert run("publish", document, "--out", again, "--languages", "mt, GA", "--formats", "xlsx pdf-ua,pdf").status == 0
    others = {each.name for each in again.glob("annex-*")}
    assert {each for each in others if (again / each).read_bytes() != (folder / each).read_bytes()} == set()
    assert len(others) == 6
    # What was published comes back as the same state, from the document and from a workbook.
    forum = tmp_path / "again.forum"
    assert run("new", forum, "--from", folder / "forum.json").status == 0
    assert run("export", forum, "--out", tmp_path / "out.xlsx").status == 0
    assert run("import", forum, tmp_path / "out.xlsx").status == 0
    assert json.loads(run("check", forum, "--json").out)["state_hash"] == manifest["state_hash"]


def test_a_pack_that_was_tampered_with_is_told(run: Run, document: Path, tmp_path: Path) -> None:
    folder = tmp_path / "pack"
    assert run("publish", document, "--out", folder, "--languages", "en,mt").status == 0
    for ending in (".pdf", "-accessible.pdf", ".docx", ".xlsx", ".csv"):
        (folder / f"annex-en{ending}").write_bytes((folder / f"annex-mt{ending}").read_bytes())
    (folder / "annex-mt.docx").write_bytes(b"PK none")
    (folder / "annex-mt.pdf").unlink()
    (folder / "notes.txt").write_bytes(b"x")
    outcome = run("publish", "--check", folder)
    assert outcome.status == 1
    lines = outcome.out.splitlines()
    assert lines[0] == "notes.txt: not in the manifest"
    for name in ("annex-en.pdf", "annex-en-accessible.pdf", "annex-en.docx", "annex-en.xlsx", "annex-en.csv"):
        assert f"{name}: another checksum than the manifest says" in lines
    assert "annex-mt.pdf: it cannot be read" in lines
    assert "annex-mt.docx: this is no Word file that can be read" in lines
    assert any(line.startswith("annex-en.docx: ") and "not found: " in line for line in lines)
    assert lines[-1].startswith("The pack does not hold together (")


def test_a_pack_of_another_state_or_without_its_document_is_told(run: Run, document: Path, tmp_path: Path) -> None:
    folder = tmp_path / "pack"
    run("publish", document, "--out", folder, "--languages", "en", "--formats", "pdf docx")
    assert run("publish", "--check", folder).out == (
        f"2 files read back: checksums (it holds no document) match (final, state {STATE}).\n"
    )
    run("publish", document, "--out", folder, "--languages", "en", "--formats", "csv json")
    manifest = (folder / "manifest.json").read_text(encoding="utf-8")
    (folder / "manifest.json").write_text(manifest.replace(STATE, "0" * 12).replace('"en"', '"xx"'), encoding="utf-8")
    told = run("publish", "--check", folder).out
    assert "forum.json: another state than the manifest says\n" in told
    assert "annex-en.csv: no annex can be written in 'xx'" in told
    (folder / "forum.json").write_bytes(b"{}")
    assert "forum.json: " in run("publish", "--check", folder).out


def test_what_cannot_be_published_is_refused(run: Run, document: Path, tmp_path: Path) -> None:
    pack = tmp_path / "pack"
    for arguments, said in (
        ((document,), "a forum file and --out are needed"),
        ((document, "--out", pack, "--formats", "rtf"), "there is no format rtf"),
        ((document, "--out", pack, "--languages", "xx"), "there is no annex of this procedure in xx"),
        (("--check", tmp_path), "it cannot be read"),
    ):
        outcome = run("publish", *arguments)
        outcome.assert_refused()
        assert said in outcome.error
    forum = tmp_path / "rescue.forum"
    assert run("new", forum, "--from", "sample-voluntary").status == 0
    outcome = run("publish", forum, "--out", pack, "--languages", "mt")
    assert "there is no annex of this procedure in mt" in outcome.error
    assert not pack.exists()
    draft = ("--draft", "--formats", "xlsx csv docx", "--languages", full_languages()[0])
    assert run("publish", forum, "--out", pack, *draft).status == 0
    assert len(list(pack.glob(f"overview-{full_languages()[0]}.*"))) == 3
    blocked = tmp_path / "pool.forum"
    assert run("new", blocked, "--from", "sample").status == 0
    assert run("publish", blocked, "--out", tmp_path / "blocked").status == 1
    assert not (tmp_path / "blocked").exists()
