"""A list of entries that are edited beside it: meetings, holidays, measures, contributions."""

from collections.abc import Mapping, Sequence
from typing import Any, Final, Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.views.editors.item_list import ItemList, rearranged
from desktop_app.views.fields import CheckField, ChoiceField, Field
from desktop_app.views.language import shown
from desktop_app.views.theme import Space

Raw = Mapping[str, Any]
"""What stands in the fields of one entry, as typed, by name."""
RECORDED: Final = "recorded"
"""Name in a :data:`Raw` under which an entry keeps the recorded one from which its fields were filled."""
_MOVES: Final = ("up", "down")


def kept_text(raw: Raw, name: str) -> str | None:
    """Return a text: as recorded where the field shows that, else without spaces around it; ``None``: there is none."""
    recorded = raw.get(RECORDED)
    kept: str | None = None if recorded is None else getattr(recorded, name)
    return kept if recorded is not None and raw[name] == (kept or "") else raw[name].strip() or None


class EntryKind(Protocol):
    """One kind of entry: its fields, its words in the list, what is wrong with it.

    Attributes:
        title: what stands above the list.
        one: what one entry is called.
        moves: whether the order is the person's; else the forum keeps its own.
    """

    title: str
    one: str
    moves: bool

    def fields(self) -> dict[str, Field]:
        """Make the fields, by name, in their order."""
        ...

    def new(self, others: Sequence[Raw]) -> Raw:
        """Return a new entry beside those that are there."""
        ...

    def words(self, raw: Raw) -> str:
        """Return the entry in a line."""
        ...

    def problems(self, raw: Raw, others: Sequence[Raw]) -> dict[str, str]:
        """Return what is wrong with an entry beside the others, in one line, by name of the field."""
        ...


class Entries(QWidget):
    """Entries in a list, the current one in fields beside it.

    Signals:
        edited(): the person changed something.
    """

    edited = Signal()

    def __init__(self, kind: EntryKind, held: Sequence[Raw]) -> None:
        """Show entries.

        Args:
            kind: of the entries.
            held: what stands in their fields.
        """
        super().__init__()
        self._kind = kind
        self._at_first = self._held = tuple(held)
        self._has_gone_in = False
        self.list = ItemList(kind.title, kind.one)
        for name in _MOVES:
            self.list.buttons[name].setVisible(kind.moves)
        self.fields = kind.fields()
        self._beside = QWidget()
        side = QVBoxLayout(self._beside)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(Space.S)
        for name, field in self.fields.items():
            side.addWidget(field)
            field.edited.connect(lambda changed=name: self._typed(changed))
        side.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.L)
        left = QVBoxLayout()
        left.addWidget(self.list)
        left.addStretch(1)
        row.addLayout(left, 1)
        row.addWidget(self._beside, 1)
        self.list.chosen.connect(lambda _row: self._show_current())
        self.list.wanted.connect(self._rearrange)
        self.list.entered.connect(self._go_in)
        self._show(0 if self._held else -1)

    @property
    def held(self) -> tuple[Raw, ...]:
        """What stands in the fields of each entry."""
        return self._held

    @property
    def problem(self) -> str:
        """What is wrong with the first entry that is not right; empty where all are."""
        for raw in self._held:
            found = self._problems(raw)
            if found:
                words = self._kind.words(raw)
                return f"{words}: {shown(next(iter(found.values())))}"
        return ""

    def set_read_only(self, read_only: bool) -> None:
        """Let the person change the entries or only look."""
        self.list.set_read_only(read_only)
        for field in self.fields.values():
            field.set_read_only(read_only)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Add with Insert, wherever the keyboard is; let Enter on a line lead to its fields, and no further."""
        if event.key() == Qt.Key.Key_Insert and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            if self.list.buttons["add"].isEnabled():
                self._rearrange("add")
            return
        swallowed = self._has_gone_in and not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        self._has_gone_in = False
        if not swallowed:
            super().keyPressEvent(event)

    def _problems(self, raw: Raw) -> dict[str, str]:
        if self._held.count(raw) <= self._at_first.count(raw):
            # It stands so in the record: only what a person changes is judged.
            return {}
        return self._kind.problems(raw, [other for other in self._held if other is not raw])

    def _rearrange(self, asked: str) -> None:
        if asked in _MOVES and not self._kind.moves:
            return
        new = self._kind.new(self._held)
        self._held, here = rearranged(self._held, self.list.current, asked, new)
        if asked == "duplicate":
            # An entry of its own: what is alike is told apart by the fields.
            self._held = (*self._held[:here], dict(self._held[here]), *self._held[here + 1 :])
        self._show(here)
        self.edited.emit()
        if asked == "add":
            self._enter()

    def _typed(self, name: str) -> None:
        here = self.list.current
        if here >= 0:
            raw = {**self._held[here], name: self.fields[name].raw}
            self._held = (*self._held[:here], raw, *self._held[here + 1 :])
            self._show(here, put=False)
            self.edited.emit()

    def _show(self, here: int, *, put: bool = True) -> None:
        lines = []
        for raw in self._held:
            wrong = bool(self._problems(raw))
            lines.append((self._kind.words(raw), "block" if wrong else "", "block"))
        # An empty list is not shown: what adds to it has the keyboard then.
        add = self.list.buttons["add"]
        if not self._held and self.list.list.hasFocus():
            add.setFocus()
        self.list.show_lines(lines, here)
        self.setFocusProxy(self.list if self._held else add)
        self._show_current(put=put)

    def _show_current(self, *, put: bool = True) -> None:
        here = self.list.current
        self._beside.setEnabled(here >= 0)
        raw = self._held[here] if here >= 0 else {}
        found = self._problems(raw) if raw else {}
        for name, field in self.fields.items():
            if put:
                field.put(raw.get(name, _nothing(field)))
            field.complain("" if field.problem else found.get(name, ""))

    def _go_in(self) -> None:
        """Go to the fields; the list hands the key on, which must not go on to the next field."""
        self._has_gone_in = True
        self._enter()

    def _enter(self) -> None:
        next(iter(self.fields.values())).setFocus()


def _nothing(field: Field) -> Any:
    """Return what stands in a field while there is no entry: what it offers first, or nothing."""
    if isinstance(field, ChoiceField):
        return field.raw
    return False if isinstance(field, CheckField) else ""
