"""What a previewed document is saved as: for printing, for reading aloud, for Word."""

from pathlib import Path

import pytest

from desktop_app.documents.furniture import Document, Written
from desktop_app.documents.tagged import NotWrittenError
from desktop_app.views.dialogs.files import Files
from desktop_app.views.main_window import MainWindow
from desktop_app.views.preview.formats import ALOUD, FORMATS, PRINTING, WORD
from desktop_app.views.preview.window import Preview

Shown = list[tuple[str, str, tuple[str, ...]]]


def test_each_format_says_what_it_is_for_and_is_written_from_what_is_shown(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, messages: Shown
) -> None:
    window.menus.actions["print_findings"].trigger()
    preview = window.findChildren(Preview)[-1]
    asked: list[tuple[str, str]] = []

    def choose(_parent: object, _title: str, proposed: Path, kinds: str) -> Path:
        asked.append((proposed.name, kinds))
        return tmp_path / proposed.name

    monkeypatch.setattr(Files, "to_write", choose)
    for each in FORMATS:
        preview.saves[each].trigger()
    assert asked == [
        ("Pool – findings.pdf", "PDF (*.pdf)"),
        ("Pool – findings, for reading aloud.pdf", "PDF for reading aloud (*.pdf)"),
        ("Pool – findings.docx", "Word (*.docx)"),
    ]
    shown = preview.data
    assert isinstance(shown, Written)
    written = [(tmp_path / name).read_bytes() for name, _kinds in asked]
    assert written == [shown, shown.tagged(), shown.word()]
    assert [action.text() for action in preview.save_button.menu().actions()] == [
        "PDF for &printing…",
        "PDF for reading &aloud (PDF/UA)…",
        "&Word file…",
    ]
    assert [preview.saves[each].shortcut().toString() for each in (PRINTING, ALOUD, WORD)] == [
        "Ctrl+S",
        "Ctrl+Shift+A",
        "Ctrl+Shift+W",
    ]

    def refuse(_document: Document) -> bytes:
        raise NotWrittenError("PDF/UA-1 error: missing document title")

    monkeypatch.setattr(Written, "tagged", refuse)
    preview.saves[ALOUD].trigger()
    assert [(title, text) for title, text, _choices in messages] == [
        ("The document cannot be written for reading aloud", "PDF/UA-1 error: missing document title")
    ]


def test_the_menu_leads_to_the_annex_for_reading_aloud_and_for_word(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Path | None] = []
    monkeypatch.setattr(Files, "to_write", lambda _parent, _title, proposed, _kinds: asked.append(proposed))
    for name in ("annex_accessible", "annex_word"):
        window.menus.actions[name].trigger()
    assert [each.name for each in asked if each] == [
        "Pool – annex (draft), for reading aloud.pdf",
        "Pool – annex (draft).docx",
    ]
    assert not list(tmp_path.glob("Pool – *"))
