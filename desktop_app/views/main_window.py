"""The main window: header, table, findings and why-panel around one desk, whatever procedure its forum follows."""

from collections.abc import Callable
from datetime import datetime
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QSplitter, QStackedWidget

from desktop_app.calc.assessment import Assessment
from desktop_app.calc.findings import Finding
from desktop_app.places import Places
from desktop_app.views.background import Worker
from desktop_app.views.banner import Banner
from desktop_app.views.capture import ScreenCapture, forbid_here
from desktop_app.views.desk import Desk
from desktop_app.views.desk_views import InScenario, Now, Past
from desktop_app.views.empty import NoForum
from desktop_app.views.exchange.commands import ExchangeCommands
from desktop_app.views.file_commands import LOAD, FileCommands
from desktop_app.views.findings import FindingsPanel
from desktop_app.views.findings.commands import FindingsCommands
from desktop_app.views.forum_editors.commands import ForumEditorCommands
from desktop_app.views.ground import GROUND, GroundCommands
from desktop_app.views.header import HeaderStrip
from desktop_app.views.help.commands import HelpCommands
from desktop_app.views.key.commands import KeyCommands
from desktop_app.views.language import entry_title, marked, shown, tr
from desktop_app.views.menus import Menus
from desktop_app.views.mnemonics import keep_apart
from desktop_app.views.negotiation_commands import NegotiationCommands
from desktop_app.views.opening import Opened
from desktop_app.views.panels import PanelCommands
from desktop_app.views.parts import ElidedLabel
from desktop_app.views.pledge_table import PledgeTable
from desktop_app.views.settings import Settings
from desktop_app.views.shown import Shown, title_prefix
from desktop_app.views.status_line import StatusLine
from desktop_app.views.theme import Scheme, Space, Type, legible, theme
from desktop_app.views.typed_table.words import PAST, READS
from desktop_app.views.verify_commands import VerifyCommands
from desktop_app.views.why import WhyPanel
from desktop_app.views.window_look import FIRST_SIZE, keep_look, restore_look
from desktop_app.views.workspaces import Workspace, Workspaces
from desktop_app.views.zoom import larger, smaller, zoom_around

CLOCK_IS_BEHIND: Final = marked(
    "The clock of this laptop is behind the record: entries get the time of the last one. Set the clock right."
)
_SHOWN_FOR: Final = 6000
"""How long a passing remark stays in the status bar, milliseconds."""
_NEWS_EVERY: Final = 2000
"""How often a reading desk looks whether the other one has written, milliseconds; a look is one ``stat``."""


class MainWindow(QMainWindow):
    """The one window of the program; it shows one desk at a time, or an invitation to open a forum.

    Signals:
        language_chosen(str): the code of the language that it is to be shown in.
    """

    language_chosen = Signal(str)

    def __init__(self, settings: Settings, places: Places) -> None:
        """Build the window without a forum.

        Args:
            settings: what is remembered; written at close.
            places: where forums are kept.
        """
        super().__init__()
        self.settings = settings
        self.desk: Desk | None = None
        self.worker = Worker(self)
        self.worker.done.connect(self._background_done)
        self.files = FileCommands(self, places)
        self.help = HelpCommands(self)
        self._forum_editors = ForumEditorCommands(self)
        self._key_editors = KeyCommands(self)
        self.exchange = ExchangeCommands(self)
        self.ground = GroundCommands(self, places)
        self._verifying = VerifyCommands(self)
        self.negotiation = NegotiationCommands(self)
        self.capture = ScreenCapture(self, settings, forbid_here())
        self.shown = Shown(self)
        self.banner = Banner()
        self.banner.add_button(tr("&Refresh"), self.refresh)
        self.banner.add_button(tr("Open for &typing"), self.files.take_over)
        self.header: HeaderStrip = HeaderStrip()
        self.table: PledgeTable = PledgeTable()
        self.findings: FindingsPanel = FindingsPanel()
        self._on_findings = FindingsCommands(self)
        self.why: WhyPanel = WhyPanel()
        self.panels = PanelCommands(self)
        self.selection = ElidedLabel("", Type.CAPTION, "text")
        self._file_name = ElidedLabel("", Type.CAPTION, "muted")
        self._remark = ElidedLabel("", Type.CAPTION, "muted")
        self._news = QTimer(self)
        self._news.setInterval(_NEWS_EVERY)
        self._news.timeout.connect(self._look_for_news)
        self._lay_out()
        self.workspaces = Workspaces(self, self.header, self.table, self._tables)
        self.editors, self.coverage = self.workspaces.annual.editors, self.workspaces.annual.coverage
        self._put_together()
        self.menus = Menus(self, self._commands(), self.finish_entry)
        self._connect()
        self._restore()
        self.show_desk_state()
        self.ground.look_later()
        keep_apart(self)

    # ----------------------------------------------------------------------------------- building

    def _lay_out(self) -> None:
        self.lower_row = QSplitter(Qt.Orientation.Horizontal)
        self.rows = QSplitter(Qt.Orientation.Vertical)
        for panel in (self.findings, self.why):
            self.lower_row.addWidget(panel)
        for splitter in (self.rows, self.lower_row):
            splitter.setChildrenCollapsible(False)
            splitter.setHandleWidth(Space.S)
        self._tables = QStackedWidget()
        self.rows.addWidget(self._tables)
        self.rows.addWidget(self.lower_row)
        self.rows.setStretchFactor(0, 3)
        self.rows.setStretchFactor(1, 2)
        self.rows.setSizes([FIRST_SIZE[1] * 3 // 5, FIRST_SIZE[1] * 2 // 5])
        self.lower_row.setSizes([FIRST_SIZE[0] // 2, FIRST_SIZE[0] // 2])
        self.lower_row.setMinimumHeight(80)

    def _put_together(self) -> None:
        column = self.shown.frame.column
        column.addWidget(self.shown.band)
        column.addWidget(self.ground.banner)
        column.addWidget(self.banner)
        column.addLayout(self.workspaces.strips)
        column.addLayout(self.shown.bars)
        column.addWidget(self.editors.place.sides, 1)
        self.invitation = NoForum()
        self._pages = QStackedWidget()
        self._pages.addWidget(self.invitation)
        self._pages.addWidget(self.shown.frame)
        self.setCentralWidget(self._pages)
        self.status = StatusLine(self.statusBar(), self.selection, self._remark, self._file_name)
        self.setMinimumSize(640, 350)

    def _commands(self) -> dict[str, Callable[[], object]]:
        files = self.files
        return {
            **self.workspaces.commands(),
            "new": files.new,
            "open": files.open,
            "save_copy": files.save_copy,
            "restore": files.restore,
            "export": files.export,
            **files.documents.commands(),
            "close": files.close,
            "quit": self.close,
            "undo": self.undo,
            "redo": self.redo,
            **self.panels.commands(),
            "zoom_in": lambda: self.set_zoom(larger(self.settings.zoom)),
            "zoom_out": lambda: self.set_zoom(smaller(self.settings.zoom)),
            "zoom_reset": lambda: self.set_zoom(100),
            **self._on_findings.commands(),
            **self._forum_editors.commands(),
            **self._key_editors.commands(),
            **self.exchange.commands(),
            "refresh": self.refresh,
            "take_over": files.take_over,
            "ground": self.ground.show,
            "verify": self._verifying.verify,
            **self.negotiation.commands(),
            **self.shown.commands(),
            **self.help.commands(),
        }

    def _connect(self) -> None:
        self.workspaces.connect_parts()
        self.findings.chosen.connect(self.go_to)
        self.findings.opened.connect(self.open_finding)
        self.findings.looked_at.connect(self.why.show_finding)
        self.shown.connect_parts()
        self.invitation.new_wanted.connect(self.files.new)
        self.invitation.open_wanted.connect(self.files.open)
        self.invitation.recent_wanted.connect(self.files.show_recent)
        self.invitation.sample_wanted.connect(self.files.open_sample)
        self.menus.recent.aboutToShow.connect(self.files.list_recent)
        for scheme, action in self.menus.themes.items():
            action.triggered.connect(lambda _checked=False, chosen=scheme: self.choose_theme(chosen))
        for code, action in self.menus.languages.items():
            action.triggered.connect(lambda _checked=False, chosen=code: self.language_chosen.emit(chosen))
        QApplication.instance().focusChanged.connect(self.panels.mark_active)  # type: ignore[union-attr]  # there is one

    @property
    def workspace(self) -> Workspace:
        """Header strip, table and F4 panel of the procedure of the open forum."""
        return self.workspaces.current

    # --------------------------------------------------------------------------------------- desk

    def show_desk(self, desk: Desk | None) -> None:
        """Show another forum, or none; the desk shown before is closed."""
        if self.desk is not None:
            self.worker.stop()
            self._forum_editors.close()
            self.files.leave()
            self.desk.close()
            self.desk.deleteLater()
        self.desk = desk
        if desk is not None:
            self.workspaces.work_on(desk.assessment.forum.procedure)
        self.workspace.show_desk(desk)
        self.negotiation.show_desk(desk)
        if desk is not None:
            desk.setParent(self)
            desk.assessed.connect(self._show_assessment)
            desk.saved.connect(self._saved)
            desk.refused.connect(self._refused)
            desk.failed.connect(self._failed)
            desk.unreadable.connect(self._unreadable)
            desk.clock_is_behind.connect(lambda: self.show_background(CLOCK_IS_BEHIND, alarming=True))
            self.settings.remember_forum(desk.file.path)
            self.settings.save()
            self._show_assessment(desk.assessment)
        self.shown.show_desk(desk)
        self.show_desk_state()
        self.ground.look_later()
        if desk is not None:
            self.workspace.table.setFocus()

    def finish_entry(self) -> bool:
        """Record what is being typed into the table, as Enter does, before something leads away from it.

        Returns:
            Whether nothing is left in a cell. What cannot be understood or is refused stays there, and it is said why.
        """
        return self.desk is None or self.workspace.table.commit()

    def look(self, view: Callable[[Desk], bool]) -> bool:
        """Show a moment of the past, a scenario or now; see :meth:`Shown.look`."""
        return self.shown.look(view)

    def back_to_now(self) -> None:
        """Show the record as it stands."""
        self.shown.back_to_now()

    def put_away_editors(self) -> None:
        """Close the windows that edit the forum as a whole: they belong to what was shown."""
        self._forum_editors.close()

    def refresh(self) -> None:
        """Read again what another desk has typed; what is being typed here stays as it is."""
        if self.desk is not None:
            focus, half = QApplication.focusWidget(), self.workspace.table.put_by()
            self.desk.refresh()
            self.show_desk_state()
            self.workspace.table.take_up(half)
            if half is not None and focus is not None:
                # An entry that waits does not call back who has gone on elsewhere.
                focus.setFocus()

    def _look_for_news(self) -> None:
        """Show by itself what another desk has typed since."""
        desk = self.desk
        if desk is not None and desk.file.is_read_only and desk.refresh(quiet=True):
            self.workspace.header.saved_mark.show_read_only(desk.file.saved_at, updated=True)
            self.remark(
                tr("Updated: {title}", title=entry_title(desk.file.undo_title))
                if desk.file.undo_title
                else tr("Updated.")
            )

    def undo(self) -> None:
        """Take the latest change back, and show where."""
        if self.desk is not None:
            self._show_step(self.desk, tr("Undone"), self.desk.shown.undo_title, self.desk.undo)

    def redo(self) -> None:
        """Bring back what was taken back, and show where."""
        if self.desk is not None:
            self._show_step(self.desk, tr("Redone"), self.desk.shown.redo_title, self.desk.redo)

    def _show_step(self, desk: Desk, word: str, title: str | None, does: Callable[[], bool]) -> None:
        """Take a step through what was typed; go to the cell that it changed and say what it was."""
        before = desk.assessment.forum
        if not does():
            return
        self.workspace.show_step(before, desk.assessment.forum)
        self.remark(f"{word}: {legible(entry_title(title or ''))}")

    def apply(self, change: object) -> None:
        """Commit what was typed."""
        self.worker.person_is_active()
        if self.desk is not None:
            self.desk.apply(change)  # type: ignore[arg-type]  # a signal carries any object

    def _show_assessment(self, assessment: Assessment) -> None:
        self.capture.follow(assessment.forum.classification)
        if self.desk is not None:
            self.shown.work_on(self.desk)
        # First: in another procedure it forgets what was asked before, and the table asks anew.
        self.why.show_assessment(assessment)
        self.workspace.show_assessment(assessment)
        self.findings.show_findings(assessment.findings, assessment.forum)
        self.files.show_assessment()
        self._name_window()
        self._name_undo()

    def _saved(self, committed_at: datetime) -> None:
        self._tick(committed_at)
        self.statusBar().clearMessage()

    def _tick(self, committed_at: datetime) -> None:
        desk = self.desk
        is_in_scenario = desk is not None and isinstance(desk.view, InScenario) and desk.shown.saved_at == committed_at
        self.workspace.header.saved_mark.show_saved(
            committed_at, where=tr(" in the scenario") if is_in_scenario else ""
        )

    def _refused(self, reason: str) -> None:
        self.workspace.table.show_refusal(reason)
        self.remark(reason)

    def _failed(self, reason: str) -> None:
        self.workspace.header.saved_mark.show_failed(reason)
        self.workspace.table.show_refusal(reason)
        self.statusBar().showMessage(shown(reason).replace("\n", " "))

    def _unreadable(self, reason: str) -> None:
        self.statusBar().showMessage(shown(reason).replace("\n", " "))

    def show_desk_state(self) -> None:
        """Show how the desk stands: open or not, typing or reading, now or not."""
        desk = self.desk
        self._pages.setCurrentIndex(0 if desk is None else 1)
        self.menus.allow(forum=desk is not None, read_only=desk is not None and desk.read_only)
        self.shown.allow()
        is_now = desk is None or isinstance(desk.view, Now)
        self.banner.setVisible(desk is not None and desk.file.is_read_only and is_now)
        self._name_window()
        self._file_name.set_full_text("" if desk is None else desk.file.path.name)
        self._news.stop()
        self._name_undo()
        if desk is None:
            return
        is_past = isinstance(desk.view, Past) and not desk.file.is_read_only
        self.workspace.table.set_read_only(desk.read_only, PAST if is_past else READS)
        self._file_name.setToolTip(str(desk.file.path))
        self.setWindowFilePath(str(desk.file.path))
        if desk.read_only:
            self.workspace.header.saved_mark.show_read_only(desk.shown.saved_at)
        else:
            self._tick(desk.shown.saved_at)
        if desk.file.is_read_only:
            if is_now:
                self.banner.say(self.files.only_read)
            self._news.start()

    def _name_window(self) -> None:
        if self.desk is None:
            self.setWindowTitle(tr("Forum Desk"))
            return
        # Title and file: a copy or a backup has the same title as the original.
        title = " – ".join(each for each in (self.desk.assessment.forum.title, self.desk.file.path.name) if each)
        read_only = tr(" (read-only)") if self.desk.read_only else ""
        self.setWindowTitle(
            tr(
                "{prefix}{title}{read_only} – Forum Desk",
                prefix=title_prefix(self.desk.view),
                title=title,
                read_only=read_only,
            )
        )

    def _name_undo(self) -> None:
        for name, word in (("undo", tr("&Undo")), ("redo", tr("&Redo"))):
            action = self.menus.actions[name]
            title = None if self.desk is None else getattr(self.desk.shown, f"{name}_title")
            possible = title is not None and self.desk is not None and not self.desk.read_only
            action.setEnabled(possible)
            action.setText(f"{word} {_plain(entry_title(title))}" if title else word)

    # ------------------------------------------------------------------------------------- panels

    def go_to(self, finding: Finding) -> None:
        """Go to the cell that a finding is about."""
        self.workspace.go_to(finding.state, finding.column)

    def open_finding(self, finding: Finding) -> None:
        """Open what edits the thing that a finding is about, where that is no cell."""
        if self.finish_entry():
            self.workspace.open_at(finding.state, finding.column)

    def explain_cell(self, figure: str, code: str | None) -> None:
        """Explain the figure of the table's cell, where it has one."""
        self.worker.person_is_active()
        if figure:
            self.why.ask(figure, code)

    # ----------------------------------------------------------------------------------- settings

    def set_zoom(self, percent: int) -> None:
        """Show table and panels larger or smaller."""
        self.settings.zoom = percent
        self.workspaces.set_zoom(percent)
        self._forum_editors.set_zoom(percent)
        self.negotiation.set_zoom(percent)
        self.shown.set_zoom(percent)
        self.findings.set_scale(percent / 100)
        self.why.set_scale(percent / 100)
        self.zoom_strips()
        self.remark(tr("Zoom {percent} %", percent=percent))

    def zoom_strips(self) -> None:
        """Enlarge what stands around table and panels."""
        strips = [each.header for each in self.workspaces.made]
        labels = (self.status.untaken, self.status.room, self.selection, self._remark, self._file_name)
        zoom_around(self, (*strips, self.shown.band, self.banner, self.ground.banner, *labels), self.settings.zoom)

    def choose_theme(self, scheme: Scheme) -> None:
        """Follow the system, or stay light or dark."""
        self.settings.theme = scheme.value
        theme().choose(scheme)
        self.menus.show_theme(scheme)

    def remark(self, text: str) -> None:
        """Say something in passing."""
        self.statusBar().showMessage(shown(text).replace("\n", " "), _SHOWN_FOR)

    def show_background(self, text: str, *, alarming: bool = False) -> None:
        """Show the lasting result of work beside the window."""
        self._remark.set_tone("block" if alarming else "muted")
        self._remark.set_full_text(text)

    @property
    def background_text(self) -> str:
        """What the status bar says of work beside the window."""
        return self._remark.full_text

    def _background_done(self, name: str, result: object) -> None:
        if name == LOAD:
            self.files.check()
            return
        if name == GROUND:
            self.ground.take(result)  # type: ignore[arg-type]  # a signal carries objects
            return
        text, alarming = self.files.background_text(name, result)  # type: ignore[arg-type]  # a signal carries objects
        self.show_background(text, alarming=alarming)

    def _restore(self) -> None:
        known = {scheme.value: scheme for scheme in Scheme}
        self.choose_theme(known.get(self.settings.theme, Scheme.SYSTEM))
        for name in ("findings", "why"):
            self.menus.actions[name].setChecked(name not in self.settings.hidden_panels)
        self.panels.show_chosen()
        self.workspaces.annual.restore(self.settings)
        self.set_zoom(self.settings.zoom)
        self.statusBar().clearMessage()
        restore_look(self)

    def may_be_left(self) -> bool:
        """Record what is being typed and ask before edits are lost; tell whether nothing keeps the window."""
        return self.finish_entry() and self.workspaces.may_close() and self.negotiation.may_close()

    def hand_over(self) -> Opened | None:
        """Give the open forum away, to another window that takes this one's place; what belonged to it goes."""
        keep_look(self)
        self.worker.stop()
        self._news.stop()
        self._forum_editors.close()
        self.files.leave()
        desk, self.desk = self.desk, None
        self.shown.show_desk(None)
        self.negotiation.show_desk(None)
        self.workspace.show_desk(None)
        if desk is None:
            return None
        desk.blockSignals(True)
        desk.deleteLater()
        return Opened(desk.file, self.files.only_read)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember sizes, wait for work beside the window, close the forum; ask before edits are lost."""
        if not self.may_be_left():
            event.ignore()
            return
        keep_look(self)
        self.settings.save()
        self.worker.stop()
        self.files.leave()
        if self.desk is not None:
            self.desk.close()
            self.desk = None
        super().closeEvent(event)


def _plain(title: str) -> str:
    """Widen narrow spaces, and keep an ampersand in a name from becoming a mnemonic."""
    return legible(title).replace("&", "&&")
