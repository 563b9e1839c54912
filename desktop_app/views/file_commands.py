"""The commands of the File menu, and what runs beside the window for the open file."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from desktop_app.calc.forum import Procedure
from desktop_app.models.errors import BadInput, Cancelled, ForumFileError
from desktop_app.places import Places, login_name
from desktop_app.views.background import Worker
from desktop_app.views.desk import Desk
from desktop_app.views.dialogs.backups import BackupsDialog, entries_text
from desktop_app.views.dialogs.files import EXPORTS, FORUMS, TO_OPEN, Files
from desktop_app.views.dialogs.messages import Message
from desktop_app.views.dialogs.new_forum import NewForum, NewForumDialog, Start, free_name
from desktop_app.views.dialogs.operator import OperatorDialog
from desktop_app.views.exchange.exporting import write_export
from desktop_app.views.language import marked, tr
from desktop_app.views.opening import PEN_AWAY, Opened, is_document, make_forum, open_forum
from desktop_app.views.preview.commands import DocumentCommands
from desktop_app.views.saved_mark import clock_text

if TYPE_CHECKING:
    from desktop_app.views.main_window import MainWindow
    from desktop_app.views.progress import Report

LOAD: Final = marked("Load")
BACKUP: Final = marked("Backup")
VERIFY: Final = marked("Check")
_AFTER_OPENING: Final = 200
"""Milliseconds after opening at which backup and check begin."""
_BETWEEN_BACKUPS: Final = 10 * 60 * 1000
"""Milliseconds of work after which it is backed up."""
_ACCOUNTS_OF_NOBODY: Final = {"root", "administrator", "admin", "user", "unknown"}
_NEW_FROM_IT: Final = marked("&New forum from it…")


class FileCommands(QObject):
    """What the File menu does for one main window.

    Attributes:
        documents: previews, printing and page setup.
        only_read: why the open forum can only be read, in a sentence; empty where it can be typed in.
    """

    def __init__(self, window: "MainWindow", places: Places) -> None:
        super().__init__(window)
        self._window = window
        self._places = places
        self.documents = DocumentCommands(window)
        self._results: dict[str, tuple[str, bool]] = {}
        self.only_read = ""
        self._backed_up = 0
        self._regularly = QTimer(self)
        self._regularly.setInterval(_BETWEEN_BACKUPS)
        self._regularly.timeout.connect(self.back_up)
        # The window is to be filled and painted before anything else has a turn.
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_AFTER_OPENING)
        self._later.timeout.connect(self._load)

    # ------------------------------------------------------------------------- opening and closing

    def start(self, path: Path | None) -> None:
        """Open what the program was started for: this file, else the last one, the first time a copy of the sample."""
        last = self._window.settings.last_forum
        if path is not None:
            self.open_path(path)
        elif last and os.path.isfile(last):  # noqa: PTH113 - Path.is_file() raises where a folder may not be entered
            self.open_path(Path(last))
        elif last:
            # Perhaps a medium that is not there: another forum in its place would be taken for it.
            self._window.invitation.say_missing(last)
        else:
            self.open_sample(Procedure.ANNUAL_POOL)

    def open_sample(self, procedure: Procedure) -> None:
        """Open the copy of a built-in sample, which is made where there is none yet."""
        samples = {
            Procedure.ANNUAL_POOL: self._places.sample,
            Procedure.SEARCH_AND_RESCUE: self._places.rescue_sample,
            Procedure.MIGRATORY_PRESSURE: self._places.pressure_sample,
            Procedure.VOLUNTARY: self._places.voluntary_sample,
        }
        path = samples[procedure]
        if path.is_file():
            self.open_path(path)
        else:
            self._make(NewForum(Start.SAMPLE, None, path, procedure))

    def open_path(self, path: Path) -> None:
        """Open a forum; the one that is open stays where that fails, or what is typed in it cannot be recorded."""
        if not self._window.finish_entry():
            return
        if self._is_typed_in(path):
            self._window.remark(tr("{stem} is open already.", stem=path.stem))
        elif is_document(path):
            self._offer_new(path)
        else:
            self.take(open_forum(self._window, path, self._operator()))

    def open(self) -> None:
        """Ask which forum to open."""
        path = Files.to_open(self._window, tr("Open a forum"), self._folder(), TO_OPEN)
        if path is not None:
            self.open_path(path)

    def new(self) -> None:
        """Ask what a new forum starts from, and make it."""
        desk, folder = self._window.desk, self._places.forums
        if desk is None:
            self._make(NewForumDialog.ask(self._window, folder, None))
        else:
            procedure = desk.assessment.forum.procedure
            self._make(NewForumDialog.ask(self._window, folder, desk.file.path, procedure))

    def _offer_new(self, document: Path) -> None:
        text = tr("It is opened as a new forum: File ▸ New, from a document. The document stays as it is.")
        if (
            Message.choose(self._window, tr("{name} is a document", name=document.name), text, (_NEW_FROM_IT,))
            is not None
        ):
            self._make(NewForumDialog.ask_about(self._window, self._places.forums, document))

    def _make(self, wanted: NewForum | None) -> None:
        if wanted is not None:
            self.take(make_forum(self._window, wanted, self._operator()))

    def take_over(self) -> None:
        """Try to open for typing what is open for reading."""
        desk = self._window.desk
        if desk is not None and desk.file.is_read_only:
            self.open_path(desk.file.path)
            if self.only_read.startswith(PEN_AWAY):
                self._window.menus.actions["take_pen"].trigger()

    def close(self) -> None:
        """Close the forum; the window stays."""
        self._window.show_desk(None)
        self._window.invitation.say_nothing_is_open()
        self._results = {}
        self._window.show_background("")

    def list_recent(self) -> None:
        """Fill the submenu of recent forums."""
        menu = self._window.menus.recent
        menu.clear()
        menu.setToolTipsVisible(True)
        for number, path in enumerate(self._window.settings.recent_forums(), 1):
            action = menu.addAction(f"&{number} {path.stem.replace('&', '&&')}")
            action.setToolTip(str(path))
            action.setStatusTip(str(path))
            action.triggered.connect(lambda _checked=False, chosen=path: self.open_path(chosen))
        if menu.isEmpty():
            menu.addAction(tr("No forum yet")).setEnabled(False)

    def show_recent(self) -> None:
        """Open the submenu of recent forums below the button of the invitation."""
        button = self._window.invitation.button(tr("Open &recent"))
        self._window.menus.recent.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _is_typed_in(self, path: Path) -> bool:
        """Whether a forum is open here for typing; opening it again would find it locked."""
        desk = self._window.desk
        return desk is not None and not desk.file.is_read_only and desk.file.path.resolve() == path.resolve()

    def take(self, opened: Opened | None) -> None:
        """Show a forum that was opened, here or by a window whose place this one takes."""
        if opened is None:
            return
        before = self._window.desk
        same = before is not None and before.file.path == opened.file.path
        desk = Desk(opened.file)
        self.only_read = opened.only_read
        self._window.show_desk(desk)
        self._results = {}
        self._window.show_background("")
        if not same:
            # Where the former forum's cursor stood means nothing here.
            self._window.workspace.begin(desk.assessment)
        self._backed_up = opened.file.seq
        self._later.start()
        self._regularly.start()

    def ask_operator_once(self) -> None:
        """Ask who types, the first time; until then, and where nobody says, it is the name of the account."""
        if not self._window.settings.operator:
            login = login_name()
            proposed = "" if login.lower() in _ACCOUNTS_OF_NOBODY else login
            self.change_operator(OperatorDialog.ask(self._window, proposed) or login)

    def change_operator(self, name: str) -> None:
        """Let what is typed from now on, and what a second desk is told, carry another name."""
        self._window.settings.operator = name
        self._window.settings.save()
        desk = self._window.desk
        if desk is not None and not desk.file.is_read_only:
            path = desk.file.path
            self._window.show_desk(None)
            self.open_path(path)

    def _operator(self) -> str:
        return self._window.settings.operator or login_name()

    def _folder(self) -> Path:
        desk = self._window.desk
        return self._places.forums if desk is None else desk.file.path.parent

    # --------------------------------------------------------------------------- beside the window

    def _load(self) -> None:
        """Load what the first entry needs, beside the window: it takes a quarter of a second, felt while typing."""
        desk = self._window.desk
        if desk is not None and not desk.file.is_read_only:
            self._window.worker.start(LOAD, _load_writing)

    def check(self) -> None:
        """Get ready for the first entry once everything is loaded; back the open file up and verify it."""
        desk = self._window.desk
        if desk is None or desk.file.is_read_only:
            return
        desk.file.get_ready()
        path, worker = desk.file.path, self._window.worker
        worker.start(BACKUP, lambda: _backed_up(path, worker, patient=True))
        worker.start(VERIFY, lambda: _verified(path, worker))

    def back_up(self) -> None:
        """Back the open forum up beside the window, where something was typed since the last time."""
        desk = self._window.desk
        if desk is None or desk.file.is_read_only or desk.file.seq == self._backed_up:
            return
        self._backed_up = desk.file.seq
        path, worker = desk.file.path, self._window.worker
        worker.start(BACKUP, lambda: _backed_up(path, worker, patient=True))

    def leave(self) -> None:
        """Put away what belongs to the open forum, before it is closed; back it up where it has changed.

        A disk that does not answer keeps nobody: the forum itself is saved, only the backup would be missing.
        """
        self.close_previews()
        self._later.stop()
        self._regularly.stop()
        desk, worker = self._window.desk, self._window.worker
        if desk is None or desk.file.is_read_only or desk.file.seq == self._backed_up:
            return
        path = desk.file.path
        worker.start(BACKUP, lambda: _backed_up(path, worker, patient=False))
        worker.wait()
        worker.stop()

    def background_text(self, name: str, result: tuple[str, bool] | Exception) -> tuple[str, bool]:
        """Return what to show of all finished work, and whether it is alarming."""
        text, alarming = (
            (tr("{name} failed: {reason}", name=name, reason=str(result).splitlines()[0]), True)
            if isinstance(result, Exception)
            else result
        )
        return self.say_beside(name, text, alarming=alarming)

    def say_beside(self, name: str, text: str, *, alarming: bool) -> tuple[str, bool]:
        """Put a result beside those of other work; return what to show of all, and whether it is alarming."""
        self._results[name] = (text, alarming)
        # What alarms comes first: the line may be cut.
        ordered = sorted(self._results.values(), key=lambda each: not each[1])
        return " · ".join(text for text, _alarming in ordered), ordered[0][1]

    # ------------------------------------------------------------------------------------- copies

    def save_copy(self) -> None:
        """Write the forum to another file; the open one stays open."""
        desk = self._window.desk
        if desk is None:
            return
        from desktop_app.models.backup import save_copy

        source = desk.file.path
        path = Files.to_write(
            self._window, tr("Save a copy"), free_name(source.with_stem(tr("{stem} – copy", stem=source.stem))), FORUMS
        )
        # The file dialog has asked before a file is replaced.
        if path is None:
            return

        def work(report: "Report") -> None:
            save_copy(source, path, replace=True, progress=_pages(report), is_stopping=report.is_stopping)

        if self._doing(tr("The copy cannot be written"), tr("Saving {name}", name=path.name), work):
            self._window.remark(tr("Copy saved: {path}", path=str(path)))

    def restore(self) -> None:
        """Ask for a backup and go back to it; the former file is kept aside."""
        from desktop_app.models.backup import backup_folder, backups_of, restore

        desk = self._window.desk
        if desk is None or desk.read_only:
            return
        path = desk.file.path
        chosen = BackupsDialog.ask(self._window, backup_folder(path), backups_of(path), desk.file.seq)
        if chosen is None:
            return
        self._window.show_desk(None)
        kept_as: list[Path | None] = []
        operator = self._operator()

        def work(report: "Report") -> None:
            kept_as.append(restore(chosen, path, operator, progress=_pages(report), is_stopping=report.is_stopping))

        try:
            done = self._doing(tr("The backup cannot be restored"), tr("Restoring {name}", name=chosen.name), work)
        finally:
            # Whatever went wrong, the forum that was open is there again.
            self.open_path(path)
        if done and kept_as[0] is not None:
            self._window.remark(tr("Restored. The former file is {name}", name=kept_as[0].name))

    def export(self) -> None:
        """Write the interchange document, a workbook or a table."""
        desk = self._window.desk
        if desk is None:
            return
        proposed = desk.file.path.with_suffix(".json")
        assessment = desk.assessment
        path = Files.to_write(self._window, tr("Export"), proposed, EXPORTS)
        if path is None:
            return
        what = tr("Exporting {name}", name=path.name)
        if self._doing(tr("The export cannot be written"), what, lambda report: write_export(assessment, path, report)):
            self._window.remark(tr("Exported: {path}", path=str(path)))

    def close_previews(self) -> None:
        """Close the previews of documents."""
        self.documents.close_previews()

    def show_assessment(self) -> None:
        """Let the previews follow."""
        self.documents.show_assessment()

    def _doing(self, title: str, what: str, work: "Callable[[Report], object]") -> bool:
        """Run work that writes a file, beside the window; tell the person in one line where that fails."""
        from desktop_app.views.progress import run

        try:
            run(self._window, what, work)
        except Cancelled:
            self._window.remark(tr("Stopped: what was there before stays as it is."))
            return False
        except (BadInput, ForumFileError) as error:
            Message.show(self._window, title, str(error))
            return False
        return True


def _pages(report: "Report") -> Callable[[int, int], None]:
    """Return what tells a report how many pages are copied, of as many as there are."""
    return lambda left, pages: report(pages - left, pages)


def _load_writing() -> None:
    """Import what writes a forum file; for the worker."""
    from desktop_app.models import writing  # noqa: F401 - SQLAlchemy and the tables come with it


def _backed_up(path: Path, worker: Worker, *, patient: bool) -> tuple[str, bool]:
    """Back up; for the worker.

    Args:
        path: the forum file.
        worker: that runs it.
        patient: whether to wait while the person is active.
    """
    from desktop_app.models.backup import back_up

    def progress(_left: int, _pages: int) -> None:
        if patient:
            worker.give_way()

    made = back_up(path, progress=progress, is_stopping=lambda: worker.is_stopping)
    return tr("Backup of {time} in “{name}”", time=clock_text(made.made_at), name=made.path.parent.name), False


def _verified(path: Path, worker: Worker) -> tuple[str, bool]:
    """Verify; for the worker."""
    from desktop_app.models.verify import verify

    def progress(_walked: int, _all: int) -> None:
        if not worker.give_way():
            raise Cancelled

    report = verify(path, progress=progress, is_stopping=lambda: worker.is_stopping)
    if not report.is_sound:
        return tr(
            "The file is DAMAGED: {problems} Restore a backup from the File menu.", problems=report.problems[0]
        ), True
    return tr("{entries} verified", entries=entries_text(report.entries)), False
