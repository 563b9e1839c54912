"""Member States to mark with the space bar."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from desktop_app.views.fields.looks import OutlinedChecks
from desktop_app.views.language import shown, tr
from desktop_app.views.theme import Space, Type, theme

_ROWS: Final = 8
"""Member States in sight before the list scrolls."""


class StateList(QListWidget):
    """A list of states, each with a box; none is marked at first."""

    def __init__(self) -> None:
        """Make an empty list."""
        super().__init__()
        self.setItemDelegate(OutlinedChecks(self))
        self.setAccessibleName(tr("Member States: the space bar marks one"))
        self.setFont(theme().font(Type.BODY))

    def offer(self, states: Iterable[tuple[str, str]]) -> None:
        """Offer states by their codes, each with its words; no mark is kept."""
        self.clear()
        for code, words in states:
            item = QListWidgetItem(shown(words), self)
            item.setData(Qt.ItemDataRole.UserRole, code)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsSelectable)
            item.setCheckState(Qt.CheckState.Unchecked)
        if self.count():
            self.setCurrentRow(0)
        self._fit()

    def set_scale(self, scale: float) -> None:
        """Follow the person's zoom."""
        self.setFont(theme().font(Type.BODY, scale))
        self._fit()

    def _fit(self) -> None:
        row = self.sizeHintForRow(0) if self.count() else Space.XL
        self.setFixedHeight(row * min(_ROWS, max(self.count(), 1)) + Space.S)

    @property
    def marked(self) -> tuple[str, ...]:
        """The codes of those that are marked."""
        items = (self.item(place) for place in range(self.count()))
        return tuple(
            item.data(Qt.ItemDataRole.UserRole) for item in items if item.checkState() is Qt.CheckState.Checked
        )
