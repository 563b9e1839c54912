"""The drafts of other Member States: named above the page, so that none is forgotten, and a way to each."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.views.editors.drafts import Draft
from desktop_app.views.editors.pages.base import Words
from desktop_app.views.flow_layout import FlowLayout
from desktop_app.views.language import tr
from desktop_app.views.parts import ChipButton
from desktop_app.views.theme import Space

_CHIPS: Final = 3
"""How many drafts are named; the rest is counted."""


class Elsewhere(QWidget):
    """A row of chips that goes on in the next line.

    Signals:
        chosen(Draft): the person wants to go there.
    """

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._scale = 1.0
        self._chips = FlowLayout(self, Space.XS, Space.XS)
        self._chips.setContentsMargins(Space.M, 0, Space.M, Space.XS)
        self.hide()

    def show_drafts(self, drafts: Sequence[Draft]) -> None:
        """Name other drafts."""
        while self._chips.count():
            item = self._chips.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for draft in drafts[:_CHIPS]:
            chip = ChipButton("warn", "warn_ground")
            chip.say(
                tr("Not taken: {title}", title=draft.title), tr("Edits not taken yet. Go to {title}", title=draft.title)
            )
            chip.clicked.connect(lambda _checked=False, there=draft: self.chosen.emit(there))
            chip.set_scale(self._scale)
            self._chips.addWidget(chip)
            chip.show()
        rest = len(drafts) - _CHIPS
        if rest > 0:
            counted = Words(tr("and {rest} more", rest=rest))
            counted.set_scale(self._scale)
            self._chips.addWidget(counted)
        self.setVisible(bool(drafts))

    def set_scale(self, scale: float) -> None:
        """Follow the person's zoom."""
        self._scale = scale
        for chip in self.findChildren(ChipButton):
            chip.set_scale(scale)
