"""What is asked to make or to name a scenario."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtWidgets import QWidget

from desktop_app.calc.memory import Scenario
from desktop_app.views.dialogs.base import AskingDialog
from desktop_app.views.fields import ChoiceField, NoteField, TextField
from desktop_app.views.language import marked, tr
from desktop_app.views.theme import legible

_EXAMPLE: Final = marked("such as: France gives 500 more")
_WIDE: Final = 620

Keep = Callable[[str, str | None, int], str]
"""Keeps name, note and moment; returns in one line what is wrong, or nothing."""


class NamedDialog(AskingDialog[None]):
    """Asks for name and note of a scenario, and of a new one from where it branches; closes once it is kept."""

    help_page, help_heading = "negotiation", marked("Scenarios")

    def __init__(
        self, parent: QWidget | None, origins: Sequence[tuple[int, str]], keep: Keep, named: Scenario | None = None
    ) -> None:
        """Make the dialog.

        Args:
            parent: the window it belongs to.
            origins: number and words of the moments from which it may branch; the first one is chosen.
            keep: makes or names it.
            named: the scenario that gets another name; ``None`` for a new one.
        """
        is_new = named is None
        super().__init__(
            parent,
            tr("New scenario") if is_new else tr("Rename"),
            tr("&Make and open it") if is_new else tr("&Rename it"),
        )
        self._keep = keep
        self.name = TextField(tr("Name"), _EXAMPLE)
        self.note = NoteField(tr("Note (may stay empty)"), tr("what it is for, and whose idea it was"))
        self.origin = ChoiceField(tr("From"), [(seq, legible(words)) for seq, words in origins])
        self.add_words(
            tr(
                "It branches from a moment of the record and lives beside it; what is typed in it is not in the record."
            ),
            tone="muted",
        )
        self.add(self.name)
        if is_new:
            self.add(self.origin)
        self.add(self.note)
        if named is not None:
            self.name.put(named.name)
            self.note.put(named.note)
        self.resize(_WIDE, self.sizeHint().height())
        self.name.edited.connect(lambda: self.name.complain(""))

    def set_scale(self, scale: float) -> None:
        """Follow the person's zoom."""
        super().set_scale(scale)
        for part in (self.name, self.note, self.origin):
            part.set_scale(scale)

    def accept(self) -> None:
        """Keep what is typed; where something is wrong, say so at the name and stay."""
        wrong = self._keep(self.name.value or "", self.note.value, self.origin.raw)
        self.name.complain(wrong)
        if wrong:
            self.name.input.setFocus()
        else:
            super().accept()

    def typed(self) -> object:
        """Return what leaving would lose."""
        return self.name.raw, self.note.raw

    def answer(self) -> None:
        """Return nothing: it is kept already."""
        return
