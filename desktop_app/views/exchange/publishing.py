"""Publishing: the annex of the open forum in every language and format, beside the window."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from desktop_app.calc.assessment import Assessment
from desktop_app.calc.pack import Format
from desktop_app.models.errors import BadInput, Cancelled, ForumFileError
from desktop_app.views.desk import Desk
from desktop_app.views.dialogs.messages import Message
from desktop_app.views.language import shown, tr
from desktop_app.views.zoom import around

if TYPE_CHECKING:
    from desktop_app.documents.standing import Standing
    from desktop_app.models.pack.manifest import Manifest
    from desktop_app.views.exchange.pack_dialog import PackChoice
    from desktop_app.views.main_window import MainWindow
    from desktop_app.views.progress import Report


def publish_pack(window: "MainWindow", desk: Desk) -> None:
    """Ask what is published, write it whole or not at all, and offer to open its folder."""
    from desktop_app.documents.publication import pack_languages
    from desktop_app.documents.tagged import NotWrittenError
    from desktop_app.views.exchange.pack_dialog import PackDialog
    from desktop_app.views.preview.shown import standing_of
    from desktop_app.views.progress import run

    assessment, standing = desk.assessment, standing_of(desk)
    proposed = desk.file.path.with_name(tr("{stem} – publication", stem=desk.file.path.stem))
    languages = pack_languages(assessment.forum.procedure)
    choice = PackDialog.ask(window, proposed, languages, _refused(assessment, standing), around(window.settings.zoom))
    if choice is None:
        return
    what = tr("Publishing {name}", name=choice.folder.name)
    try:
        manifest = run(window, what, lambda report: write_chosen(assessment, standing, choice, report))
    except Cancelled:
        window.remark(tr("Nothing was published: what was there before stays as it is."))
    except NotWrittenError as error:
        Message.show(window, tr("The document cannot be written for reading aloud"), shown(str(error)))
    except (BadInput, ForumFileError) as error:
        Message.show(window, tr("The pack cannot be written"), shown(str(error)))
    else:
        window.remark(tr("Published: {path}", path=str(choice.folder)))
        if _opens(window, manifest, choice.folder):
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(choice.folder)))


def write_chosen(assessment: Assessment, standing: "Standing", choice: "PackChoice", report: "Report") -> "Manifest":
    """Write a pack; for a thread of its own.

    Raises:
        BadInput: the folder cannot be written.
        Cancelled: the person has stopped it; nothing is left half done.
        NotWrittenError: a file for reading aloud cannot be written.
    """
    from desktop_app.documents.furniture import marking
    from desktop_app.documents.publication import planned_files
    from desktop_app.documents.text import terms
    from desktop_app.models.pack.planning import WRITERS, about_pack, planned_document
    from desktop_app.models.pack.writing import write_pack

    forum = assessment.forum
    about = about_pack(forum, marking(assessment), standing.words(terms("en")), draft=choice.draft)
    plan = planned_files(
        assessment,
        about.fingerprint,
        WRITERS,
        languages=choice.languages,
        formats=choice.formats,
        draft=choice.draft,
        standing=standing,
    )
    beside = [(planned_document(forum),)] if Format.DOCUMENT in choice.formats else []
    report.say(tr("Files written"))
    return write_pack(choice.folder, about, [*plan, *beside], report)


def _refused(assessment: Assessment, standing: "Standing") -> str:
    """Return why a pack cannot be final; empty where it can."""
    if standing.is_scenario:
        return tr("A scenario is never published as final.")
    if not standing.is_now:
        return tr("A past moment is never published as final.")
    count = len(assessment.blocks)
    if count == 1:
        return tr("Final is refused: 1 finding blocks it.")
    return tr("Final is refused: {count} findings block it.", count=count) if count else ""


def _opens(window: "MainWindow", manifest: "Manifest", folder: Path) -> bool:
    """Say what was written; tell whether its folder is wanted."""
    count = len(manifest.entries)
    text = tr(
        "{count} files and their manifest, state {fingerprint}:\n{folder}",
        count=count,
        fingerprint=manifest.about.fingerprint,
        folder=str(folder),
    )
    return Message.offer(window, tr("Published"), text, tr("&Open folder"))
