"""What every preview window has: pages, zoom, language, page setup, saving and printing."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup, QCloseEvent, QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import (
    QMainWindow,
    QMenu,
    QStackedWidget,
    QToolBar,
    QToolButton,
    QWidget,
)

from desktop_app.calc.assessment import Assessment
from desktop_app.documents.standing import NOW, Standing
from desktop_app.documents.styles import Sheet
from desktop_app.documents.text import LANGUAGE_NAMES, full_languages, terms
from desktop_app.views.dialogs.base import room_on_screen
from desktop_app.views.language import chosen, shown, tr
from desktop_app.views.mnemonics import keep_apart, tell_actions_apart
from desktop_app.views.parts import ToneLabel
from desktop_app.views.preview.formats import FORMATS, PRINTING, Format
from desktop_app.views.preview.pages import PdfPages
from desktop_app.views.preview.setup import PageSetup
from desktop_app.views.preview.sheet_view import SheetView
from desktop_app.views.settings import Settings
from desktop_app.views.side_window import give_keyboard_back
from desktop_app.views.theme import Space, Type, theme

_STEPS: Final = (50, 75, 100, 125, 150, 200, 300)
_SCROLLING: Final = frozenset({Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})
_PAD: Final = Qt.KeyboardModifier.KeypadModifier
_PAUSE: Final = 250
"""Milliseconds without a change after which the preview is made anew."""


Make = Callable[[Assessment, str, str, Sheet, Standing], bytes]
"""Makes a document of an assessment, with a fingerprint, in a language, for a sheet; the last says what it is of."""


@dataclass(frozen=True, slots=True)
class Printable:
    """A document that can be previewed, saved and printed.

    Attributes:
        title: of its window.
        name: ends the name of its file, such as ``"findings"``.
        make: makes it; never refuses.
    """

    title: str
    name: str
    make: Make


class Preview(QMainWindow):
    """Shows a document of the forum as it is now.

    Signals:
        save_wanted(bytes, str): write these bytes; what ends the file's name.
        format_wanted(Format, str): write the document in another format; what ends the file's name.
        print_wanted(bytes): print these bytes.
        setup_wanted(): ask for paper, margins and printer.
    """

    save_wanted = Signal(object, str)
    format_wanted = Signal(object, str)
    print_wanted = Signal(object)
    setup_wanted = Signal()

    def __init__(
        self,
        printable: Printable,
        assessment: Callable[[], Assessment],
        parent: QWidget | None = None,
        settings: Settings | None = None,
        standing: Callable[[], Standing] = lambda: NOW,
    ) -> None:
        """Show a document.

        Args:
            printable: the document.
            assessment: returns the assessment of now.
            parent: the main window.
            settings: language and page setup; remembered when another language is chosen.
            standing: says what the assessment is of: now, a past moment, a scenario.
        """
        super().__init__(parent, Qt.WindowType.Window)
        self._standing = standing
        self.printable = printable
        self._assessment = assessment
        self._settings = settings or Settings()
        self._data = b""
        self._pages: PdfPages | None = None
        self.view = SheetView()
        self.view.setAccessibleName(tr("Pages: {title}", title=printable.title))
        self._where = ToneLabel("", Type.CAPTION, "muted")
        self._bodies = QStackedWidget()
        self._bodies.addWidget(self.view)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self.make)
        self._lay_out()
        self.view.moved.connect(self._say_where)
        theme().changed.connect(self._paint_icons)
        self.make()

    def _lay_out(self) -> None:
        self.setCentralWidget(self._bodies)
        bar = QToolBar(tr("Preview"))
        bar.setMovable(False)
        bar.setIconSize(QSize(Space.L, Space.L))
        bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.addToolBar(bar)
        self._add_choices(bar)
        self._add_actions(bar)
        self.statusBar().setSizeGripEnabled(False)
        self.setMinimumSize(480, 320)
        self.resize(QSize(1080, 820).boundedTo(room_on_screen(self)))

    def _add_choices(self, bar: QToolBar) -> None:
        """Add what this document can be besides: draft or final, all columns or those on screen."""

    def _add_actions(self, bar: QToolBar) -> None:
        self._zoom_out = self._action(bar, "", "Ctrl+-", lambda: self._step(-1), tr("Smaller"))
        self._zoom_in = self._action(bar, "", "Ctrl++", lambda: self._step(1), tr("Larger"))
        self._action(bar, tr("F&it width"), "Ctrl+0", lambda: self.view.set_percent(None), tr("As wide as the window"))
        self._action(bar, "&100 %", "Ctrl+1", lambda: self.view.set_percent(100), tr("As large as on paper"))
        bar.addSeparator()
        self._add_saving(bar)
        self.printing = self._action(bar, tr("&Print…"), "Ctrl+P", self._print, tr("Print these very pages"))
        bar.addSeparator()
        self._add_languages(bar)
        self.setup = self._action(
            bar, tr("Page set&up…"), "Ctrl+Shift+U", self.setup_wanted.emit, tr("Paper, margins, printer; remembered")
        )
        close = QAction(tr("Close"), self)
        close.setShortcuts([QKeySequence("Esc"), QKeySequence("Ctrl+W")])
        close.triggered.connect(lambda _checked=False: self.close())
        self.addAction(close)
        self._where.setContentsMargins(Space.S, 0, Space.S, 0)
        # Below the pages: the tool bar keeps its room for the buttons.
        self.statusBar().addPermanentWidget(self._where)
        self._paint_icons()

    def _add_saving(self, bar: QToolBar) -> None:
        """Add one button for every format, whose menu says what each file is for."""
        self.save_button = QToolButton()
        self.save_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.save_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.save_button.setText(tr("&Save…"))
        self.save_button.setToolTip(tr("For printing (Ctrl+S), for reading aloud or for Word"))
        self.save_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        menu = QMenu(self.save_button)
        menu.setToolTipsVisible(True)
        self.saves: dict[Format, QAction] = {}
        for each in FORMATS:
            action = QAction(tr(each.text), self)
            action.setShortcut(QKeySequence(each.keys))
            action.setToolTip(tr(each.about))
            action.triggered.connect(lambda _checked=False, chosen=each: self._save(chosen))
            menu.addAction(action)
            # Its key is the window's, whether the menu is open or not.
            self.addAction(action)
            self.saves[each] = action
        tell_actions_apart(menu.actions())
        self.save = self.saves[PRINTING]
        self.save_button.setMenu(menu)
        bar.addWidget(self.save_button)

    def _add_languages(self, bar: QToolBar) -> None:
        self.language_button = QToolButton()
        self.language_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.language_button.setToolTip(tr("Language of the document, remembered (Ctrl+L: the next one)"))
        self.language_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        menu, group = QMenu(self.language_button), QActionGroup(self)
        self.languages: dict[str, QAction] = {}
        for code in self.offered():
            action = QAction(f"&{LANGUAGE_NAMES[code]}", self)
            action.setCheckable(True)
            action.triggered.connect(lambda _checked=False, chosen=code: self.choose_language(chosen))
            group.addAction(action)
            menu.addAction(action)
            self.languages[code] = action
        tell_actions_apart(menu.actions())
        self.language_button.setMenu(menu)
        bar.addWidget(self.language_button)
        following = QAction(tr("Next language"), self)
        following.setShortcut(QKeySequence("Ctrl+L"))
        following.triggered.connect(lambda _checked=False: self._next_language())
        self.addAction(following)
        self._show_language()

    @property
    def language(self) -> str:
        """The language of the document."""
        return self._settings.document_language(self.offered(), chosen())

    def offered(self) -> tuple[str, ...]:
        """Return the languages that the document can be made in."""
        return full_languages()

    def choose_language(self, code: str) -> None:
        """Make the document in another language, from now on."""
        self._settings.language = code
        self._settings.save()
        self._show_language()
        self.make()

    def _next_language(self) -> None:
        codes = self.offered()
        self.choose_language(codes[(codes.index(self.language) + 1) % len(codes)])

    def _show_language(self) -> None:
        name = LANGUAGE_NAMES[self.language]
        self.language_button.setText(tr("&Language: {name}", name=name))
        self.language_button.setAccessibleName(tr("Language of the document: {name}", name=name))
        self.languages[self.language].setChecked(True)

    def _action(self, bar: QToolBar, text: str, keys: str, does: Callable[[], object], about: str) -> QAction:
        action = QAction(shown(text), self)
        # Otherwise a tool button has the words without their mnemonic.
        action.setIconText(shown(text))
        action.setShortcut(QKeySequence(keys))
        action.setToolTip(f"{shown(about)} ({keys})")
        action.triggered.connect(lambda _checked=False: does())
        bar.addAction(action)
        # A tool bar takes its buttons out of the order of the Tab key.
        bar.widgetForAction(action).setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return action

    def _paint_icons(self) -> None:
        ink = theme().colours.text
        for action, name in (
            (self._zoom_out, "zoom-out"),
            (self._zoom_in, "zoom-in"),
            (self.printing, "print"),
        ):
            action.setIcon(theme().icon(name, ink))
        self.save_button.setIcon(theme().icon("save", ink))

    def forum_changed(self) -> None:
        """Make the document anew when the typing pauses."""
        self._timer.start()

    def make(self) -> None:
        """Make the document of now and show it."""
        from desktop_app.models.interchange import fingerprint

        assessment = self._assessment()
        print_of = fingerprint(assessment.forum)
        said = self._standing().words(terms("en"))
        self.setWindowTitle(tr("{what} – Forum Desk", what=" · ".join(filter(None, (self._named(), print_of, said)))))
        data = self._made(assessment, print_of)
        if data is None:
            return
        self._bodies.setCurrentIndex(0)
        self._allow(True)
        if data != self._data:
            self._data = data
            before, self._pages = self._pages, PdfPages(data)
            self.view.show_pages(self._pages)
            if before is not None:
                before.close()
        self._say_where()

    def _made(self, assessment: Assessment, print_of: str) -> bytes | None:
        """Make the bytes, or show why there are none."""
        return self.printable.make(assessment, print_of, self.language, self._sheet(), self._standing())

    def _sheet(self) -> Sheet:
        return PageSetup.remembered(self._settings).sheet

    def _named(self) -> str:
        return self.printable.title

    @property
    def file_ending(self) -> str:
        """What ends the name of its file: what it is, and its language where that is not English."""
        return self.printable.name if self.language == "en" else f"{self.printable.name} ({self.language})"

    @property
    def data(self) -> bytes:
        """The bytes that are shown."""
        return self._data

    @property
    def where(self) -> str:
        """Which page is in sight, and how large."""
        return self._where.text()

    @property
    def is_refused(self) -> bool:
        """Whether what blocks is shown instead of the pages."""
        return self._bodies.currentIndex() == 1

    def say(self, text: str) -> None:
        """Confirm something below the pages, until the next thing is said."""
        self.statusBar().showMessage(text)

    def _allow(self, possible: bool) -> None:
        for action in (*self.saves.values(), self.printing):
            action.setEnabled(possible)
        self.save_button.setEnabled(possible)

    def _say_where(self) -> None:
        if self._pages is not None and not self.is_refused:
            self._where.setText(
                tr(
                    "page {number} of {count} · {shown_percent} %",
                    number=self.view.page + 1,
                    count=len(self._pages.sizes),
                    shown_percent=self.view.shown_percent,
                )
            )

    def _step(self, direction: int) -> None:
        shown = self.view.shown_percent
        steps = _STEPS if direction > 0 else tuple(reversed(_STEPS))
        further = (step for step in steps if (step > shown if direction > 0 else step < shown))
        self.view.set_percent(next(further, steps[-1]))

    def _save(self, chosen: Format) -> None:
        if chosen is PRINTING:
            self.save_wanted.emit(self._data, self.file_ending)
        else:
            self.format_wanted.emit(chosen, self.file_ending)

    def _print(self) -> None:
        self.print_wanted.emit(self._data)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the pages scroll by the keys of every reader, whichever button has the keyboard."""
        if event.key() in _SCROLLING and not event.modifiers() & ~_PAD and not self.is_refused:
            self.view.keyPressEvent(event)
            return
        super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Give the buttons letters of their own, in whatever language."""
        keep_apart(self)
        super().showEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Free the document, and give the keyboard back to the main window."""
        self._timer.stop()
        self.view.show_pages(None)
        if self._pages is not None:
            self._pages.close()
            self._pages = None
        super().closeEvent(event)
        give_keyboard_back(self)
