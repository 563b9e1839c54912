"""Documents for reading aloud from the command line."""

from pathlib import Path

import pytest

from desktop_app.calc.assess import assess
from desktop_app.documents.annex import annex_tagged
from desktop_app.models.interchange import read_document
from tests.cli.conftest import Run


def test_the_annex_for_reading_aloud(run: Run, document: Path, tmp_path: Path) -> None:
    out = tmp_path / "aloud.pdf"
    outcome = run("annex", document, "--out", out, "--accessible", "--language", "nl", "--draft")
    assert outcome.out == f"Wrote the draft annex for reading aloud to {out} (state 46f69b647f9d).\n"
    pool = assess(read_document(document.read_bytes()))
    assert out.read_bytes() == annex_tagged(pool, "46f69b647f9d", language="nl", draft=True)


def test_any_other_document_for_reading_aloud(run: Run, document: Path, tmp_path: Path) -> None:
    printed, aloud = tmp_path / "table.pdf", tmp_path / "aloud.pdf"
    assert run("table", document, "--out", printed).status == 0
    assert run("table", document, "--out", aloud, "--accessible").status == 0
    assert b"pdfuaid" in aloud.read_bytes()
    assert b"pdfuaid" not in printed.read_bytes()


@pytest.mark.parametrize("command", ["annex", "table"])
def test_a_word_file_is_read_aloud_as_it_is(run: Run, document: Path, tmp_path: Path, command: str) -> None:
    out = tmp_path / "pool.docx"
    outcome = run(command, document, "--out", out, "--accessible")
    outcome.assert_refused()
    assert outcome.error == "--accessible: a Word file is read aloud as it is.\nLeave it out, or name a .pdf file.\n"
    assert not out.exists()


def test_what_cannot_be_read_aloud_is_refused_in_two_lines(
    run: Run, document: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from desktop_app.documents.furniture import Document
    from desktop_app.documents.tagged import NotWrittenError

    def refuse(_document: Document) -> bytes:
        raise NotWrittenError("PDF/UA-1 error: missing document title")

    monkeypatch.setattr(Document, "tagged", refuse)
    outcome = run("annex", document, "--out", tmp_path / "aloud.pdf", "--accessible")
    outcome.assert_refused()
    assert outcome.error.startswith("--accessible: PDF/UA-1 error: missing document title.\n")
    assert not list(tmp_path.glob("aloud*"))
    pack = run("publish", document, "--out", tmp_path / "pack", "--languages", "en", "--formats", "pdf-ua", "--draft")
    pack.assert_refused()
    assert pack.error == (
        "publish: PDF/UA-1 error: missing document title.\n"
        "Leave the format pdf-ua out, by --formats, and report this.\n"
    )
    assert not list(tmp_path.glob("*pack*"))
