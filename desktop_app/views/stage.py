"""The one window of the program, and its change of language: the window is made anew around the same open forum."""

from collections.abc import Callable

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTranslator
from PySide6.QtWidgets import QApplication

from desktop_app.documents.sentences import ENGLISH
from desktop_app.places import Places
from desktop_app.views import language
from desktop_app.views.desk_views import InScenario, Past
from desktop_app.views.main_window import MainWindow
from desktop_app.views.settings import Settings


class Stage(QObject):
    """Holds the main window; another one takes its place when another language is chosen.

    Attributes:
        window: the main window of now.
    """

    def __init__(self, settings: Settings, places: Places, made: Callable[[MainWindow], None] | None = None) -> None:
        """Make the window in the language that was chosen last, at first in that of the system.

        Args:
            settings: what is remembered.
            places: where forums are kept.
            made: is told of every window that is made.
        """
        super().__init__()
        self._settings, self._places = settings, places
        self._made = made
        self._translator = QTranslator(self)
        self._speak(settings.window_language or system_language())
        self.window = self._new_window()

    def choose(self, code: str) -> None:
        """Show the window in another language; edits that are not given up keep it as it is."""
        old = self.window
        if code == language.chosen():
            return
        # A command of the view changes no pledge: what is being typed is gone on with in the new window.
        half = old.workspace.table.put_by()
        if not old.may_be_left():
            old.menus.show_language(language.chosen())
            old.workspace.table.take_up(half)
            return
        self._settings.window_language = code
        self._speak(code)
        room = old.negotiation.room_standing
        cursor, view = old.workspace.table.cursor_place(), None if old.desk is None else old.desk.view
        is_full, is_large = old.isFullScreen(), old.isMaximized()
        opened = old.hand_over()
        self.window = new = self._new_window()
        new.files.take(opened)
        if isinstance(view, Past):
            new.look(lambda desk: desk.look_at(view.moment.seq))
        elif isinstance(view, InScenario):
            new.look(lambda desk: desk.look_in(view.scenario.id))
        if opened is not None:
            new.workspace.table.put_cursor(cursor)
        if room is not None:
            new.negotiation.go_on_with_room(room)
        if is_full:
            new.showFullScreen()
        elif is_large:
            new.showMaximized()
        else:
            new.show()
        new.workspace.table.take_up(half)
        # Not destroyed in the middle of its own menu's signal.
        old.hide()
        old.deleteLater()
        self._settings.save()

    def _new_window(self) -> MainWindow:
        window = MainWindow(self._settings, self._places)
        window.menus.show_language(language.chosen())
        window.language_chosen.connect(self.choose)
        if self._made is not None:
            self._made(window)
        return window

    def _speak(self, code: str) -> None:
        language.choose(code)
        application = QApplication.instance()
        if application is None:
            return
        # The words of Qt's own parts: Cancel, Yes, the dialogs that ask for a file.
        application.removeTranslator(self._translator)
        self._translator = QTranslator(self)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if language.chosen() != ENGLISH and self._translator.load(f"qtbase_{language.chosen()}", folder):
            application.installTranslator(self._translator)


def system_language() -> str:
    """Return the first language of the system that the window speaks; English where it speaks none."""
    for name in QLocale.system().uiLanguages():
        code = name.partition("-")[0]
        if code in language.languages():
            return code
    return ENGLISH
