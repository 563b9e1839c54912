"""Chooses what is compared: from a list of now, closed rounds and scenarios, or typed, any moment of the record."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from desktop_app.calc.sentences import Sentence, say
from desktop_app.views.fields.looks import Choice, text_outline
from desktop_app.views.language import marked, shown, tr
from desktop_app.views.parts import ElidedLabel
from desktop_app.views.theme import Space, Type, legible, theme

if TYPE_CHECKING:
    from desktop_app.models.forum_file import ForumFile
    from desktop_app.models.standpoints import Standpoint

NOW: Final = say("Now")
_BEGINNING: Final = say("Entry {seq}", seq="1")
_ABOUT: Final = say(
    "Now, a closed round, a scenario; or type the number of an entry, a time (2026-11-27T16:40) or a fingerprint"
)
_LEAST: Final = 22
"""Signs that are in sight of what is chosen."""


class StandpointPicker(QWidget):
    """A list to choose from or to type into, and below it which entry that is, of when and of whom.

    Signals:
        picked: another state may have been chosen.
    """

    picked = Signal()

    def __init__(self, label: str) -> None:
        """Make the picker without a list; :meth:`offer` fills it.

        Args:
            label: what stands above it, with its mnemonic.
        """
        super().__init__()
        self.input = Choice()
        self._line = QLineEdit()
        self.input.setEditable(True)
        self.input.setLineEdit(self._line)
        self.input.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.input.setMinimumContentsLength(_LEAST)
        # Nothing is added to what is typed: "Round 1" is not to become "Round 10".
        self.input.setCompleter(None)  # type: ignore[arg-type]  # Qt takes none; its stubs do not say so
        self.input.setToolTip(tr(_ABOUT))
        self.input.setAccessibleName(label.replace("&", ""))
        self.input.setAccessibleDescription(tr(_ABOUT))
        self._label = QLabel(label)
        self._label.setBuddy(self.input)
        self.detail = ElidedLabel("", Type.CAPTION, "muted", Qt.TextElideMode.ElideRight)
        self._asked = ""
        self._english: dict[str, str] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        line = QHBoxLayout()
        line.setSpacing(Space.S)
        line.addWidget(self._label)
        line.addWidget(self.input, 1)
        column.addLayout(line)
        column.addWidget(self.detail)
        self.input.activated.connect(lambda _place: self._pick())
        self._line.editingFinished.connect(self._pick)
        theme().changed.connect(self._restyle)
        self._restyle()

    @property
    def typed(self) -> str:
        """What stands in the field."""
        return self.input.currentText().strip()

    @property
    def words(self) -> str:
        """What is chosen, as :func:`desktop_app.models.standpoints.standpoint` reads it."""
        typed = self.typed
        before, _place, _after = tr("Entry {seq}", seq="\0").partition("\0")
        number = typed[len(before) :] if typed.casefold().startswith(before.casefold()) else typed
        # An entry is named in the language that is spoken, too.
        entry = f"Entry {number}" if number != typed and number.isdecimal() else typed
        return self._english.get(typed.casefold(), entry)

    def choose(self, words: str) -> None:
        """Choose something, as if it were typed; :attr:`picked` is not emitted."""
        self._asked = str(words)
        told = shown(words)
        self._english[told.casefold()] = self._asked
        self.input.setEditText(told)
        # Of a long name the beginning is in sight, not the end.
        self._line.setCursorPosition(0)

    def offer(self, file: "ForumFile") -> None:
        """Offer what a file holds; what is chosen stays."""
        from desktop_app.models.standpoints import title_of_round

        words = self.words
        names = [NOW, *(title_of_round(each.name) for each in reversed(file.snapshots())), _BEGINNING]
        names += [marked("Scenario “{name}”", name=each.name) for each in file.scenarios() if not each.put_away]
        self._english |= {legible(name).casefold(): _english(name) for name in dict.fromkeys(names)}
        offered = [legible(name) for name in dict.fromkeys(names)]
        if offered != [self.input.itemText(place) for place in range(self.input.count())]:
            self.input.clear()
            self.input.addItems(offered)
        self.choose(words)

    def say(self, chosen: "Standpoint | None", problem: str = "") -> None:
        """Say which state was understood, or what is wrong with what was typed."""
        self.detail.set_tone("block" if problem else "muted")
        if problem or chosen is None:
            self.detail.set_full_text(legible(problem))
            return
        # Whatever was typed, the field says in full which state it is: a scenario is never mistaken for the record.
        self.choose(chosen.title)
        parts = [shown(chosen.detail), tr("fingerprint {fingerprint}", fingerprint=chosen.fingerprint)]
        self.detail.set_full_text(legible(", ".join(filter(None, parts))))

    def set_scale(self, scale: float) -> None:
        """Follow the person's zoom."""
        for widget in (self.input, self._line, self._label):
            widget.setFont(theme().font(Type.BODY, scale))
        self.detail.set_scale(scale)

    def _pick(self) -> None:
        if self.words and self.words != self._asked:
            self._asked = self.words
            self.picked.emit()

    def _restyle(self) -> None:
        self._line.setStyleSheet(text_outline())


def _english(name: str) -> str:
    """Return how a state is asked for: a name of ours in English, one that somebody typed as it is offered."""
    return name if isinstance(name, Sentence) else legible(name)
