"""A language that nobody speaks: it marks every text of the catalogue, so that one that is not in it is seen."""

import re
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from datetime import date
from fractions import Fraction
from typing import Final

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)

from desktop_app.calc.sentences import ENGLISH
from desktop_app.documents.text import LANGUAGE_NAMES
from desktop_app.views import language

OPEN, CLOSE = "⟦", "⟧"
_MARKED: Final = re.compile(f"{OPEN}[^{OPEN}{CLOSE}]*{CLOSE}")
_WORD: Final = re.compile(r"[^\W\d_]{3,}")
_ROLES: Final = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.StatusTipRole,
)
#: Nobody translates these: names of keys, of formats, of currencies, of the program, and numbers of documents.
SAME_EVERYWHERE: Final = frozenset(
    {
        *LANGUAGE_NAMES.values(),
        *("Del", "Ins", "Page", "Down", "invented", "ISAA", "MISAA"),
        *("EUR", "COM", "CSV", "JSON", "PDF", "SHA", "TFEU", "Ctrl", "Shift", "Alt"),
        *("Esc", "Enter", "Tab", "Forum", "Desk", "forum", "pdf", "csv", "json", "xlsx"),
        *("docx", "GDP", "USD", "SEK", "Eurostat", "Excel", "Qt", "Python", "RESTREINT", "RESTRICTED"),
        *("LIMITE", "PUBLIC", "AMMR", "III", "English", "Nederlands", "Français", "Deutsch"),
    }
)
_MOST_ROWS: Final = 40


class _Pseudo:
    """Marks templates, names of states and months; numbers stay bare."""

    def template(self, english: str) -> str:
        return f"{OPEN}{english}{CLOSE}"

    def state(self, code: str) -> str:
        return f"{OPEN}{code}{CLOSE}"

    def listed(self, words: list[str]) -> str:
        return f" {OPEN}and{CLOSE} ".join(words)

    def day(self, value: date) -> str:
        return f"{value:%d.%m.%Y}"

    def exact(self, value: Fraction | int, decimals: int) -> str:
        return ENGLISH.exact(value, decimals)

    def amount(self, currency: str, cents: int) -> str:
        return ENGLISH.amount(currency, cents)

    def is_one(self, value: Fraction | int) -> bool:
        return ENGLISH.is_one(value)


@contextmanager
def spoken() -> Iterator[None]:
    """Speak the language that nobody speaks."""
    before = language._Chosen.voice
    language._Chosen.voice = _Pseudo()
    try:
        yield
    finally:
        language._Chosen.voice = before


def bare(text: str, known: Collection[str] = ()) -> str:
    """Return what of a text did not go through the catalogue; empty where all of it did, or is data."""
    left = text.replace("&", "")
    if any(left.rstrip("…").strip() in each for each in known):
        return ""
    for each in sorted(known, key=len, reverse=True):
        left = left.replace(each, " ")
    while (shorter := _MARKED.sub(" ", left)) != left:
        left = shorter
    # Cut to its room: what was marked has lost one of its signs.
    left = re.sub(f"{OPEN}[^{CLOSE}]*$|^[^{OPEN}]*{CLOSE}", " ", left)
    words = [word for word in _WORD.findall(left) if word not in SAME_EVERYWHERE]
    return " ".join(words)


def untranslated(widget: QWidget, known: Collection[str] = ()) -> list[str]:
    """Return every text below a widget of which a part did not go through the catalogue.

    Args:
        widget: a window, made while the language was :func:`spoken`.
        known: data that stands in it: what people typed, names of files.
    """
    found = {
        f"{where}: {text!r}": None
        for each in (widget, *widget.findChildren(QWidget))
        for where, text in texts(each)
        if text and bare(text, known)
    }
    return list(found)


def texts(widget: QWidget) -> Iterator[tuple[str, str]]:
    """Give every text of one widget, and where it stands."""
    name = type(widget).__name__
    yield from ((f"{name}.{what}", text) for what, text in _own(widget))
    for action in widget.actions():
        yield from ((f"{name} action", text) for text in (action.text(), action.toolTip(), action.statusTip()))
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        yield from ((f"{name} cell", text) for text in _cells(widget.model()))


def _own(widget: QWidget) -> Iterator[tuple[str, str]]:
    yield "windowTitle", widget.windowTitle() if widget.isWindow() else ""
    yield "toolTip", widget.toolTip()
    yield "whatsThis", widget.whatsThis()
    yield "accessibleName", widget.accessibleName()
    yield "accessibleDescription", widget.accessibleDescription()
    match widget:
        case QLabel() | QAbstractButton():
            yield "text", widget.text()
        case QGroupBox():
            yield "title", widget.title()
        case QMenu():
            yield "title", widget.title()
        case QLineEdit():
            yield "placeholder", widget.placeholderText()
        case QPlainTextEdit() | QTextEdit():
            yield "placeholder", widget.placeholderText()
            if widget.isReadOnly():
                yield "text", widget.toPlainText()
        case QComboBox():
            yield from (("item", widget.itemText(place)) for place in range(widget.count()))
        case QTabBar():
            yield from (("tab", widget.tabText(place)) for place in range(widget.count()))
        case _:
            pass


def _cells(model: QAbstractItemModel) -> Iterator[str]:
    # Qt keeps the number of columns of a list private.
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
    rows = min(model.rowCount(), _MOST_ROWS)
    for column in range(columns):
        for role in _ROLES:
            yield _text(model.headerData(column, Qt.Orientation.Horizontal, role))
        for row in range(rows):
            for role in _ROLES:
                yield _text(model.data(model.index(row, column, QModelIndex()), role))


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def actions_of(menu: QMenu) -> Iterator[QAction]:
    """Give every action of a menu and of the menus in it."""
    for action in menu.actions():
        yield action
        below = action.menu()
        if isinstance(below, QMenu):
            yield from actions_of(below)
