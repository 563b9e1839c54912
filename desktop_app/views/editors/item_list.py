"""A list of several items of one kind, with the keys and buttons that add, copy, delete and move them."""

from collections.abc import Sequence
from typing import Final, TypeVar

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.views.language import marked, shown, tr
from desktop_app.views.parts import ToneLabel
from desktop_app.views.theme import Space, Type, legible, theme

_Item = TypeVar("_Item")
_MOST_LINES: Final = 5
_WRONG: Final = "block"
"""Icon of a line that keeps the edits from being taken."""
_BUTTONS: Final = (
    ("add", "add", marked("Add {one}"), "Ins"),
    ("duplicate", "copy", marked("Duplicate {one}"), "Ctrl+Ins"),
    ("delete", "delete", marked("Delete {one}"), "Del"),
    ("up", "up", marked("Move up {one}"), "Alt+Up"),
    ("down", "down", marked("Move down {one}"), "Alt+Down"),
)
_Key = Qt.Key
_Modifier = Qt.KeyboardModifier
_KEYS: Final = {
    (_Key.Key_Insert, _Modifier.NoModifier): "add",
    (_Key.Key_Insert, _Modifier.ControlModifier): "duplicate",
    (_Key.Key_Delete, _Modifier.NoModifier): "delete",
    (_Key.Key_Up, _Modifier.AltModifier): "up",
    (_Key.Key_Down, _Modifier.AltModifier): "down",
}


class ItemList(QWidget):
    """Lines to choose from, and what can be done with them.

    Signals:
        chosen(int): another line is current.
        wanted(str): ``add``, ``duplicate``, ``delete``, ``up`` or ``down`` is asked for.
        entered(): Enter on a line: the person wants to change it.
    """

    chosen = Signal(int)
    wanted = Signal(str)
    entered = Signal()

    def __init__(self, title: str, one: str) -> None:
        """Make an empty list.

        Args:
            title: what stands above it.
            one: what one item is called, in lower case.
        """
        super().__init__()
        self._label = ToneLabel(title, Type.CAPTION, "muted")
        self.list = _Lines()
        self.list.setAccessibleName(shown(title))
        self.list.asked.connect(self.wanted)
        self.list.currentRowChanged.connect(self._moved)
        self.list.itemActivated.connect(lambda _item: self.entered.emit())
        self.buttons: dict[str, QToolButton] = {}
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.XS)
        row.addWidget(self._label, 1)
        for name, _icon, words, keys in _BUTTONS:
            button = self.buttons[name] = QToolButton()
            button.setAutoRaise(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus if name == "add" else Qt.FocusPolicy.NoFocus)
            does = tr(words, one=one)
            button.setAccessibleName(does)
            native = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
            keyed = tr("{does} ({keys})", does=does, keys=native)
            button.setToolTip(keyed if name == "add" else tr("{does} ({keys} in the list)", does=does, keys=native))
            button.clicked.connect(lambda _checked=False, asked=name: self.wanted.emit(asked))
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addLayout(row)
        column.addWidget(self.list)
        self.setFocusProxy(self.list)
        self._read_only = False
        self._wrong: tuple[int, ...] = ()
        self._dress()
        theme().changed.connect(self._dress)

    @property
    def current(self) -> int:
        """Number of the current line; -1 where there is none."""
        return self.list.currentRow()

    def show_lines(self, lines: Sequence[tuple[str, str, str]], current: int) -> None:
        """Show other lines; says nothing of a choice.

        Args:
            lines: text, name of an icon (may be empty) and its colour token.
            current: number of the line that is current.
        """
        self.list.blockSignals(True)
        while self.list.count() > len(lines):
            self.list.takeItem(self.list.count() - 1)
        while self.list.count() < len(lines):
            self.list.addItem(QListWidgetItem())
        for number, (text, icon, tone) in enumerate(lines):
            item = self.list.item(number)
            item.setText(legible(text))
            item.setToolTip(legible(text))
            item.setIcon(theme().icon(icon, theme().colours.named(tone)))
        self.list.setCurrentRow(current)
        self.list.blockSignals(False)
        self._wrong = tuple(number for number, (_text, icon, _tone) in enumerate(lines) if icon == _WRONG)
        self._fit()
        self._allow()

    def turn_to_wrong(self) -> None:
        """Make the first line current that is marked as wrong, where the current one is not."""
        if self._wrong and self.current not in self._wrong:
            self.list.setCurrentRow(self._wrong[0])

    def set_read_only(self, read_only: bool) -> None:
        """Let the person change the list or only look."""
        self._read_only = read_only
        self._allow()

    def set_scale(self, scale: float) -> None:
        """Follow the person's zoom."""
        self._label.set_scale(scale)
        self.list.setFont(theme().font(Type.BODY, scale))
        self._fit()

    def _moved(self, row: int) -> None:
        self._allow()
        self.chosen.emit(row)

    def _fit(self) -> None:
        """Be as high as the lines, up to some; without any, away."""
        self.list.setVisible(self.list.count() > 0)
        self.list.setIconSize(QSize(self.list.fontMetrics().ascent(), self.list.fontMetrics().ascent()))
        line = self.list.sizeHintForRow(0) if self.list.count() else self.list.fontMetrics().height() + Space.S
        shown = max(1, min(_MOST_LINES, self.list.count()))
        self.list.setFixedHeight(line * shown + 2 * self.list.frameWidth() + Space.XS)

    def _allow(self) -> None:
        here, count = self.current, self.list.count()
        allowed: dict[str, bool] = {
            "add": True,
            "duplicate": here >= 0,
            "delete": here >= 0,
            "up": here > 0,
            "down": 0 <= here < count - 1,
        }
        for name, button in self.buttons.items():
            button.setEnabled(allowed[name] and not self._read_only)
        self.list.allowed = {name for name, button in self.buttons.items() if button.isEnabled()}

    def _dress(self) -> None:
        colours = theme().colours
        focused = f"QToolButton:focus {{ border: 2px solid {colours.accent.name()}; border-radius: 3px; }}"
        for name, icon, _words, _keys in _BUTTONS:
            self.buttons[name].setIcon(theme().icon(icon, colours.text))
            # Not on the whole: a style given anew would take the label back to the colours of before.
            self.buttons[name].setStyleSheet(focused)
        self.list.setStyleSheet(
            f"QListWidget {{ border: 1px solid {colours.border.name()}; border-radius: 3px;"
            f" background: {colours.raised.name()}; }}"
            f"QListWidget:focus {{ border: 2px solid {colours.accent.name()}; }}"
            f"QListWidget::item {{ padding: 2px; }}"
            f"QListWidget::item:selected {{ background: {colours.selection.name()}; color: {colours.text.name()}; }}"
        )


class _Lines(QListWidget):
    """The lines themselves.

    Signals:
        asked(str): what is to be done with the current line.
    """

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.allowed: set[str] = set()
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)

    def minimumSizeHint(self) -> QSize:
        """Be content with little width."""
        return QSize(80, 20)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Add, copy, delete and move; the rest chooses."""
        modifiers = event.modifiers() & ~_Modifier.KeypadModifier
        name = _KEYS.get((_Key(event.key()), modifiers))
        if name is None:
            super().keyPressEvent(event)
        elif name in self.allowed:
            self.asked.emit(name)


def rearranged(items: tuple[_Item, ...], here: int, asked: str, new: _Item) -> tuple[tuple[_Item, ...], int]:
    """Return a list after what :attr:`ItemList.wanted` asks for, and the number of the item that is current then.

    Args:
        items: the list before.
        here: number of the current item, -1 where there is none.
        asked: ``add``, ``duplicate``, ``delete``, ``up`` or ``down``.
        new: what is added.
    """
    before, rest = items[: here + 1], items[here + 1 :]
    match asked:
        case "add":
            return (*items, new), len(items)
        case "duplicate":
            return (*before, items[here], *rest), here + 1
        case "delete":
            left = (*items[:here], *rest)
            return left, min(here, len(left) - 1)
        case _:
            goal = here - 1 if asked == "up" else here + 1
            moved = list(items)
            moved[here], moved[goal] = moved[goal], moved[here]
            return tuple(moved), goal
