"""The commands of the Help menu, and those on readings and the operator."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QApplication, QWhatsThis

from desktop_app.views.dialogs.operator import OperatorDialog
from desktop_app.views.language import tr
from desktop_app.views.zoom import around

if TYPE_CHECKING:
    from desktop_app.views.help.pages import Topic
    from desktop_app.views.help.tour import Tour
    from desktop_app.views.help.window import HelpWindow
    from desktop_app.views.main_window import MainWindow


class HelpCommands(QObject):
    """Readings, operator, manual, tour, keyboard, about, for one main window.

    Attributes:
        tour: the tour that is being taken, or ``None``.
    """

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._open: HelpWindow | None = None
        self.tour: Tour | None = None

    def commands(self) -> dict[str, Callable[[], object]]:
        """Return what each command does, by its name."""
        return {
            "readings": self.readings,
            "operator": self.operator,
            "manual": self.manual,
            "whats_this": self.whats_this,
            "tour": self.take_tour,
            "keyboard": self.keyboard,
            "about": self.about,
        }

    def readings(self) -> None:
        """Ask which readings are in force; each one that changes is a change of its own."""
        from desktop_app.views.dialogs.readings import ReadingsDialog

        desk = self._window.desk
        if desk is None:
            return
        scale = around(self._window.settings.zoom)
        for change in ReadingsDialog.ask(self._window, desk.assessment, read_only=desk.read_only, scale=scale) or ():
            if not desk.apply(change):
                break

    def operator(self) -> None:
        """Ask who is at the desk; counts for the changes that follow, and for what a second desk is told."""
        name = OperatorDialog.ask(self._window, self._window.settings.operator)
        if name is not None:
            self._window.files.change_operator(name)

    def manual(self) -> None:
        """Open the manual at what has the keyboard."""
        from desktop_app.views.help.context import topic_at

        self.show_topic(topic_at(self._window))

    def keyboard(self) -> None:
        """Show every key."""
        from desktop_app.views.help.pages import Topic

        self.show_topic(Topic("keyboard"))

    def show_topic(self, topic: "Topic") -> None:
        """Show a place in the manual, in the one window that it has."""
        from desktop_app.views.help.window import HelpWindow

        if self._open is None:
            self._open = HelpWindow(self._window, self._window.settings.zoom / 100)
            self._open.destroyed.connect(self._forget)
        self._open.show_topic(topic)
        self._open.show()
        self._open.raise_()
        self._open.activateWindow()

    def whats_this(self) -> None:
        """Say in a few words what has the keyboard, beside it."""
        from desktop_app.views.help.context import words_at

        words = words_at(self._window)
        here = QApplication.focusWidget()
        if not words or here is None:
            self._window.remark(tr("F1 opens the manual."))
        else:
            at = here.mapToGlobal(QPoint(here.width() // 4, min(here.height() // 2, 80)))
            QWhatsThis.showText(at, words.replace("\n", "\n\n") + tr("\n\nF1 tells more."), here)

    def take_tour(self, *, asks_first: bool = False) -> None:
        """Lead through the window in six steps; needs a forum to show."""
        from desktop_app.views.help.tour import Tour

        if self.tour is None and self._window.desk is not None:
            self.tour = Tour(self._window, asks_first=asks_first)
            self.tour.ended.connect(self._tour_ended)

    def offer_tour_once(self) -> None:
        """Offer the tour to a person who has never been offered it."""
        if not self._window.settings.tour_offered:
            self.take_tour(asks_first=True)

    def about(self) -> None:
        """Show versions and data sources."""
        from desktop_app.views.dialogs.about import PageDialog, about_text

        PageDialog.show_page(self._window, tr("About Forum Desk"), about_text())

    def _tour_ended(self) -> None:
        self.tour = None
        self._window.settings.tour_offered = True
        self._window.settings.save()

    def _forget(self) -> None:
        self._open = None
