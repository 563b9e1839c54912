"""The main window: header, pledge table, findings and why-panel around one desk."""

import base64
from collections.abc import Callable
from datetime import datetime
from typing import Final

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMainWindow, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.calc.assessment import Assessment
from desktop_app.calc.findings import Finding
from desktop_app.views.background import Worker
from desktop_app.views.banner import Banner
from desktop_app.views.desk import Desk
from desktop_app.views.empty import NoForum
from desktop_app.views.file_commands import FileCommands
from desktop_app.views.findings import FindingsPanel
from desktop_app.views.header import HeaderStrip
from desktop_app.views.help_commands import HelpCommands
from desktop_app.views.menus import Menus
from desktop_app.views.parts import ElidedLabel
from desktop_app.views.pledge_table import PledgeTable
from desktop_app.views.settings import Places, Settings
from desktop_app.views.theme import Scheme, Space, Type, theme
from desktop_app.views.why import WhyPanel

ZOOMS: Final = (75, 90, 100, 110, 125, 150, 175, 200)
"""The steps of the zoom, percent."""
_FIRST_SIZE: Final = (1440, 900)
_FRAME: Final = (16, 48)
"""Room for the frame that the desktop puts around a window, pixels."""
_SHOWN_FOR: Final = 6000
"""How long a passing remark stays in the status bar, milliseconds."""


class MainWindow(QMainWindow):
    """The one window of the program; it shows one desk at a time, or an invitation to open a forum."""

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
        self._help = HelpCommands(self)
        self.banner = Banner()
        self.banner.add_button("&Refresh", self.refresh)
        self.banner.add_button("Open for &typing", self.files.take_over)
        self.header = HeaderStrip()
        self.table = PledgeTable()
        self.findings = FindingsPanel()
        self.why = WhyPanel()
        self._remark = ElidedLabel("", Type.CAPTION, "muted")
        self._lay_out()
        self.menus = Menus(self, self._commands())
        self._connect()
        self._restore()
        self._show_desk_state()

    # ----------------------------------------------------------------------------------- building

    def _lay_out(self) -> None:
        self.lower_row = QSplitter(Qt.Orientation.Horizontal)
        self.rows = QSplitter(Qt.Orientation.Vertical)
        for panel in (self.findings, self.why):
            self.lower_row.addWidget(panel)
        for splitter in (self.rows, self.lower_row):
            splitter.setChildrenCollapsible(False)
            splitter.setHandleWidth(Space.S)
        self.rows.addWidget(self.table)
        self.rows.addWidget(self.lower_row)
        self.rows.setStretchFactor(0, 3)
        self.rows.setStretchFactor(1, 2)
        self.rows.setSizes([_FIRST_SIZE[1] * 3 // 5, _FIRST_SIZE[1] * 2 // 5])
        self.lower_row.setSizes([_FIRST_SIZE[0] // 2, _FIRST_SIZE[0] // 2])
        self.table.setMinimumHeight(140)
        self.lower_row.setMinimumHeight(100)
        forum = QWidget()
        column = QVBoxLayout(forum)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addWidget(self.header)
        column.addWidget(self.rows, 1)
        self._invitation = NoForum()
        self._pages = QStackedWidget()
        self._pages.addWidget(self._invitation)
        self._pages.addWidget(forum)
        self.setCentralWidget(self._pages)
        self.statusBar().addPermanentWidget(self._remark)
        self.setMinimumSize(640, 420)

    def _commands(self) -> dict[str, Callable[[], object]]:
        files = self.files
        return {
            "new": files.new,
            "open": files.open,
            "save_copy": files.save_copy,
            "restore": files.restore,
            "export": files.export,
            "preview": files.preview,
            "print": files.print,
            "close": files.close,
            "quit": self.close,
            "undo": self.undo,
            "redo": self.redo,
            "copy": self.copy,
            "zoom_in": lambda: self.set_zoom(next((zoom for zoom in ZOOMS if zoom > self.settings.zoom), ZOOMS[-1])),
            "zoom_out": lambda: self.set_zoom(
                next((zoom for zoom in reversed(ZOOMS) if zoom < self.settings.zoom), ZOOMS[0])
            ),
            "zoom_reset": lambda: self.set_zoom(100),
            "findings": self._show_panels,
            "why": self._show_panels,
            "next_panel": lambda: self.go_on(1),
            "previous_panel": lambda: self.go_on(-1),
            "readings": self._help.readings,
            "operator": self._help.operator,
            "refresh": self.refresh,
            "take_over": files.take_over,
            "manual": self._help.manual,
            "keyboard": self._help.keyboard,
            "about": self._help.about,
        }

    def _connect(self) -> None:
        self.table.change_requested.connect(self._apply)
        self.table.cell_selected.connect(self._explain_cell)
        self.table.cell_selected.connect(lambda _figure, _code: self.worker.person_is_active())
        self.findings.chosen.connect(self.go_to)
        self.header.asked.connect(self.why.ask)
        self._invitation.new_wanted.connect(self.files.new)
        self._invitation.open_wanted.connect(self.files.open)
        self.menus.recent.aboutToShow.connect(self.files.list_recent)
        for scheme, action in self.menus.themes.items():
            action.triggered.connect(lambda _checked=False, chosen=scheme: self.choose_theme(chosen))
        QApplication.instance().focusChanged.connect(self._mark_active)  # type: ignore[union-attr]  # there is one
        for panel in (self.findings, self.why, self.header):
            escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), panel)
            escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            escape.activated.connect(self.table.setFocus)

    # --------------------------------------------------------------------------------------- desk

    def show_desk(self, desk: Desk | None) -> None:
        """Show another forum, or none; the desk shown before is closed."""
        if self.desk is not None:
            self.worker.stop()
            self.files.close_previews()
            self._help.close_dialogs()
            self.desk.close()
            self.desk.deleteLater()
        self.desk = desk
        if desk is not None:
            desk.setParent(self)
            desk.assessed.connect(self._show_assessment)
            desk.saved.connect(self._saved)
            desk.refused.connect(self._refused)
            desk.failed.connect(self._failed)
            self.settings.remember_forum(desk.file.path)
            self.settings.save()
            self._show_assessment(desk.assessment)
        self._show_desk_state()
        if desk is not None:
            self.table.setFocus()

    def refresh(self) -> None:
        """Read again what another desk has typed."""
        if self.desk is not None:
            self.desk.refresh()
            self._show_desk_state()

    def undo(self) -> None:
        """Take the latest change back."""
        if self.desk is not None:
            self.desk.undo()

    def redo(self) -> None:
        """Bring back what was taken back."""
        if self.desk is not None:
            self.desk.redo()

    def _apply(self, change: object) -> None:
        self.worker.person_is_active()
        if self.desk is not None:
            self.desk.apply(change)  # type: ignore[arg-type]  # a signal carries any object

    def _show_assessment(self, assessment: Assessment) -> None:
        self.table.show_assessment(assessment)
        self.header.show_assessment(assessment)
        self.findings.show_findings(assessment.findings)
        self.why.show_assessment(assessment)
        self._help.show_assessment(assessment)
        self.files.show_assessment()
        self._name_undo()

    def _saved(self, committed_at: datetime) -> None:
        self.header.saved_mark.show_saved(committed_at)
        self.statusBar().clearMessage()

    def _refused(self, reason: str) -> None:
        self.table.show_refusal(reason)
        self.remark(reason)

    def _failed(self, reason: str) -> None:
        self.header.saved_mark.show_failed(reason)
        self.table.show_refusal(reason)
        self.statusBar().showMessage(reason.replace("\n", " "))

    def _show_desk_state(self) -> None:
        desk = self.desk
        self._pages.setCurrentIndex(0 if desk is None else 1)
        self.menus.allow(forum=desk is not None, read_only=desk is not None and desk.read_only)
        self.banner.setVisible(desk is not None and desk.read_only)
        self.setWindowTitle("Forum Desk")
        self._name_undo()
        if desk is None:
            return
        self.table.set_read_only(desk.read_only)
        title = desk.assessment.forum.title or desk.file.path.stem
        self.setWindowTitle(f"{title}{' (read-only)' if desk.read_only else ''} – Forum Desk")
        self.setWindowFilePath(str(desk.file.path))
        if desk.read_only:
            self.header.saved_mark.show_read_only(desk.file.saved_at)
            self.banner.say(self.files.only_read)
        else:
            self.header.saved_mark.show_saved(desk.file.saved_at)

    def _name_undo(self) -> None:
        for name, word in (("undo", "&Undo"), ("redo", "&Redo")):
            action = self.menus.actions[name]
            title = None if self.desk is None else getattr(self.desk.file, f"{name}_title")
            possible = title is not None and self.desk is not None and not self.desk.read_only
            action.setEnabled(possible)
            action.setText(f"{word} {_plain(title)}" if title else word)

    # ------------------------------------------------------------------------------------- panels

    def go_to(self, finding: Finding) -> None:
        """Go to the cell that a finding is about."""
        self.table.go_to(finding.state, finding.column)

    def go_on(self, step: int) -> None:
        """Move the keyboard to the next (1) or previous (-1) panel: table, findings, why, header."""
        panels = [panel for panel in (self.table, self.findings, self.why, self.header) if panel.isVisible()]
        here = QApplication.focusWidget()
        at = next((n for n, panel in enumerate(panels) if here is not None and _holds(panel, here)), -step)
        wanted = panels[(at + step) % len(panels)]
        wanted.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _mark_active(self, _before: QWidget | None, now: QWidget | None) -> None:
        for panel in (self.findings, self.why):
            panel.mark_active(now is not None and _holds(panel, now))

    def copy(self) -> None:
        """Copy from whatever has the keyboard."""
        widget = QApplication.focusWidget()
        while widget is not None:
            does = getattr(widget, "copy", None)
            if callable(does):
                does()
                return
            widget = widget.parentWidget()

    def _explain_cell(self, figure: str, code: str | None) -> None:
        if figure:
            self.why.ask(figure, code)

    def _show_panels(self) -> None:
        shown = {name: self.menus.actions[name].isChecked() for name in ("findings", "why")}
        self.findings.setVisible(shown["findings"])
        self.why.setVisible(shown["why"])
        self.lower_row.setVisible(any(shown.values()))
        self.settings.hidden_panels = [name for name, visible in shown.items() if not visible]

    # ----------------------------------------------------------------------------------- settings

    def set_zoom(self, percent: int) -> None:
        """Show table and panels larger or smaller."""
        self.settings.zoom = percent
        self.table.set_zoom(percent)
        self.findings.set_scale(percent / 100)
        self.why.set_scale(percent / 100)
        self.remark(f"Zoom {percent} %")

    def choose_theme(self, scheme: Scheme) -> None:
        """Follow the system, or stay light or dark."""
        self.settings.theme = scheme.value
        theme().choose(scheme)
        self.menus.show_theme(scheme)

    def remark(self, text: str) -> None:
        """Say something in passing."""
        self.statusBar().showMessage(text.replace("\n", " "), _SHOWN_FOR)

    def show_background(self, text: str, *, alarming: bool = False) -> None:
        """Show the lasting result of work beside the window."""
        self._remark.set_tone("block" if alarming else "muted")
        self._remark.set_full_text(text)

    @property
    def background_text(self) -> str:
        """What the status bar says of work beside the window."""
        return self._remark.full_text

    def _background_done(self, name: str, result: object) -> None:
        text, alarming = self.files.background_text(name, result)  # type: ignore[arg-type]  # a signal carries objects
        self.show_background(text, alarming=alarming)

    def _restore(self) -> None:
        known = {scheme.value: scheme for scheme in Scheme}
        self.choose_theme(known.get(self.settings.theme, Scheme.SYSTEM))
        for name in ("findings", "why"):
            self.menus.actions[name].setChecked(name not in self.settings.hidden_panels)
        self._show_panels()
        self.set_zoom(self.settings.zoom)
        self.statusBar().clearMessage()
        screen = QGuiApplication.primaryScreen().availableGeometry()
        self.resize(min(_FIRST_SIZE[0], screen.width() - _FRAME[0]), min(_FIRST_SIZE[1], screen.height() - _FRAME[1]))
        for name, splitter in (("upper", self.rows), ("lower", self.lower_row)):
            if name in self.settings.splitters:
                splitter.setSizes(self.settings.splitters[name])
        if self.settings.geometry:
            self.restoreGeometry(QByteArray(base64.b64decode(self.settings.geometry)))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember sizes, wait for work beside the window, close the forum."""
        self.settings.geometry = base64.b64encode(self.saveGeometry().data()).decode()
        self.settings.splitters = {"upper": self.rows.sizes(), "lower": self.lower_row.sizes()}
        self.settings.save()
        self.worker.stop()
        self.files.close_previews()
        self._help.close_dialogs()
        if self.desk is not None:
            self.desk.close()
            self.desk = None
        super().closeEvent(event)


def _holds(panel: QWidget, widget: QWidget) -> bool:
    return panel is widget or panel.isAncestorOf(widget)


def _plain(title: str) -> str:
    """Keep an ampersand in a name from becoming a mnemonic."""
    return title.replace("&", "&&")
