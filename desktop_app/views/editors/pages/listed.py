"""A page with a list of items and the fields of the current one."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.views.editors.item_list import ItemList, rearranged
from desktop_app.views.editors.pages.base import Page
from desktop_app.views.editors.stage import Subject
from desktop_app.views.theme import Space


class ListPage(Page):
    """Keeps the items as forms; the fields show one of them. Problems are named ``"<number>.<field>"``."""

    def __init__(self, title: str, one: str, new: Any) -> None:
        """Make a page without items.

        Args:
            title: what stands above the list.
            one: what one item is called.
            new: the form of an item that is added.
        """
        super().__init__()
        self.items: tuple[Any, ...] = ()
        self.here = -1
        self._new = new
        self.list = ItemList(title, one)
        self.list.chosen.connect(self._choose)
        self.list.wanted.connect(self.rearrange)
        self.list.entered.connect(self._enter)
        self.detail = QWidget()
        self.detail_column = QVBoxLayout(self.detail)
        self.detail_column.setContentsMargins(0, 0, 0, 0)
        self.detail_column.setSpacing(Space.S)

    # ------------------------------------------------------------------------------- what a page of this kind answers

    def line(self, number: int, item: Any) -> tuple[str, str, str]:
        """Return text, icon and colour token of an item's line."""
        raise NotImplementedError

    def item_form(self) -> Any:
        """Return the current item as it stands in the fields."""
        raise NotImplementedError

    def put_item(self, item: Any) -> None:
        """Show an item in the fields."""
        raise NotImplementedError

    def list_changed(self) -> None:
        """Follow the list, to which items were added or from which some were taken."""

    # ------------------------------------------------------------------------------------------------ what it has

    @property
    def has_item(self) -> bool:
        """Whether an item is current."""
        return 0 <= self.here < len(self.items)

    def show_subject(self, subject: Subject, form: Any) -> None:
        """Show a Member State with a form; of another one, the first item."""
        if self.subject is None or self.subject.code != subject.code:
            self.here = 0
        super().show_subject(subject, form)

    def put_items(self, items: tuple[Any, ...]) -> None:
        """Show other items, the one that was current if it is still there."""
        self.items = items
        self.here = min(max(self.here, 0), len(items) - 1)
        self.show_item()

    def show_item(self) -> None:
        """Show the current item in the fields."""
        if self.has_item:
            self.put_item(self.items[self.here])

    def show_lines(self) -> None:
        """Show the list anew."""
        self.list.show_lines([self.line(number, item) for number, item in enumerate(self.items, 1)], self.here)

    def item_edited(self) -> None:
        """Take the fields over into the current item."""
        if self.has_item:
            self.items = (*self.items[: self.here], self.item_form(), *self.items[self.here + 1 :])
            self._edited()

    def rearrange(self, asked: str) -> None:
        """Add, duplicate, delete or move."""
        self.items, self.here = rearranged(self.items, self.here, asked, self._new)
        self.list_changed()
        self.show_item()
        self._edited()
        if asked in ("add", "duplicate"):
            self._enter()
        elif not self.items:
            # The list is gone, and the keyboard must not go with it.
            self.list.buttons["add"].setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Add with Insert, wherever on the page the keyboard is."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() == Qt.Key.Key_Insert and plain and self.list.buttons["add"].isEnabled():
            self.rearrange("add")
        else:
            super().keyPressEvent(event)

    def own_problems(self, problems: Mapping[str, str]) -> dict[str, str]:
        """Return the problems of the current item by field."""
        here = f"{self.here}."
        return {name.removeprefix(here): words for name, words in problems.items() if name.startswith(here)}

    def show_problems(self, problems: Mapping[str, str]) -> None:
        """Put what is wrong with the current item beside its fields."""
        super().show_problems(self.own_problems(problems))

    def set_read_only(self, read_only: bool) -> None:
        """Let the person change it or only look."""
        super().set_read_only(read_only)
        self.list.set_read_only(read_only)

    def set_scale(self, scale: float) -> None:
        """Follow the person's zoom."""
        super().set_scale(scale)
        self.list.set_scale(scale)

    def _choose(self, row: int) -> None:
        if row != self.here and 0 <= row < len(self.items):
            self.here = row
            self.show_item()
            self._edited()

    def _enter(self) -> None:
        next(iter(self.fields.values())).setFocus(Qt.FocusReason.TabFocusReason)
