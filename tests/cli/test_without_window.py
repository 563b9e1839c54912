"""No command opens the window, or does the main job where none can be shown."""

import builtins
import sys
import types
from pathlib import Path
from typing import Any

import pytest

from desktop_app.calc.forum import Forum
from desktop_app.cli import window
from tests.cli.conftest import Run

DRAFT = "annual-solidarity-pool-2026-annex-draft.pdf"


def test_without_a_display_the_built_in_forum_is_checked_and_printed(run: Run, tmp_path: Path) -> None:
    outcome = run()
    assert outcome.status == 0
    assert "No window: there is no display" in outcome.error
    assert "Annual Solidarity Pool for 2026 (public sources)" in outcome.out
    assert "AMMR-57-1" in outcome.out
    assert outcome.out.endswith(f"Wrote the draft annex to {DRAFT}.\n")
    assert (tmp_path / DRAFT).read_bytes().startswith(b"%PDF-")


def test_without_a_display_a_forum_that_is_named_is_taken(run: Run, forum_file: Path, tmp_path: Path) -> None:
    outcome = run(forum_file)
    assert outcome.status == 0
    assert outcome.out.startswith("Example: a small annual pool (invented figures) · 2027\n")
    assert (tmp_path / "annual-solidarity-pool-2027-annex-draft.pdf").exists()


def test_the_draft_of_a_forum_without_a_year() -> None:
    assert window.annex_name(Forum()) == "annual-solidarity-pool-annex-draft.pdf"


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[Path | None]:
    """Stand in for the window; note what it was to open."""
    opened: list[Path | None] = []

    def show(path: Path | None, **_how: object) -> int:
        opened.append(path)
        return 0

    stand_in = types.ModuleType("desktop_app.views.application")
    stand_in.run = show  # type: ignore[attr-defined]  # a module of one function
    monkeypatch.setitem(sys.modules, "desktop_app.views.application", stand_in)
    return opened


def test_the_window_opens_the_last_forum_or_the_one_named(
    run: Run, forum_file: Path, shown: list[Path | None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert run().status == run(forum_file).status == 0
    assert shown == [None, forum_file]


def test_a_damaged_forum_file_is_left_to_the_window(
    run: Run, tmp_path: Path, shown: list[Path | None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    damaged = tmp_path / "damaged.forum"
    damaged.write_bytes(b"\0" * 100)
    assert run(damaged).status == 0
    assert shown == [damaged]


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (ImportError("libEGL.so.1: cannot open shared object file", name="PySide6.QtGui"), 0),
        (ImportError("no such name", name="desktop_app.views.nothing"), 70),
        (ImportError("nameless"), 70),
    ],
)
def test_qt_that_cannot_be_loaded(run: Run, monkeypatch: pytest.MonkeyPatch, error: ImportError, status: int) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.delitem(sys.modules, "desktop_app.views.application", raising=False)
    really_import = builtins.__import__

    def refuse(name: str, *others: Any, **more: Any) -> Any:
        if name == "desktop_app.views.application":
            raise error
        return really_import(name, *others, **more)

    monkeypatch.setattr(builtins, "__import__", refuse)
    outcome = run()
    assert outcome.status == status
    if status == 0:
        assert "No window: Qt cannot be loaded (libEGL.so.1" in outcome.error
