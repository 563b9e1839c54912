"""The window; and the main job without one, where none can be shown."""

import os
from pathlib import Path
from typing import Final

from desktop_app.calc.forum import Forum
from desktop_app.calc.rulebooks.annual_pool.book import assess
from desktop_app.cli import annex, faults, report, status, streams
from desktop_app.cli.display import missing_display
from desktop_app.models.any_forum import document_in, read_any_forum, sample
from desktop_app.models.errors import BadInput
from desktop_app.models.interchange import state_hash

_OF_QT: Final = {"PySide6", "shiboken6"}


def run(path: Path | None) -> int:
    """Open the window; with no display do without: check the forum, print the findings, write a draft of the annex.

    Args:
        path: the forum file to open; by default the one open last, without a display the built-in one.
    """
    if path is not None:
        _refuse_what_no_window_opens(path)
    reason = missing_display(os.environ)
    if reason is None:
        try:
            from desktop_app.views.application import run as show
        except ImportError as error:
            if (error.name or "").partition(".")[0] not in _OF_QT:
                raise
            reason = f"Qt cannot be loaded ({error})"
        else:
            return show(path, report=faults.report)
    return without_window(path, reason)


def _refuse_what_no_window_opens(path: Path) -> None:
    """Refuse a document; a damaged forum file is the window's to explain, with its backups."""
    if document_in(path) is not None:
        raise BadInput(
            str(path), "this is not a forum file", f"if it is a document: forum-desk new NAME.forum --from {path.name}"
        )


def without_window(path: Path | None, reason: str) -> int:
    """Do the main job without a window; the annex goes into the current folder."""
    streams.remark(f"No window: {reason}.\nChecking the forum and writing a draft of its annex instead.")
    forum = sample() if path is None else read_any_forum(path)
    assessment = assess(forum)
    streams.write(report.text(assessment, state_hash(forum)))
    out = Path(annex_name(forum))
    annex.write(assessment, out, draft=True)
    streams.write(f"\nWrote the draft annex to {out}.")
    return status.FINE


def annex_name(forum: Forum) -> str:
    """Return the name of the draft annex: ``annual-solidarity-pool-2026-annex-draft.pdf``."""
    year = f"-{forum.year}" if forum.year else ""
    return f"annual-solidarity-pool{year}-annex-draft.pdf"
