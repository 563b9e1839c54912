"""Fields to choose with: one of several, yes or no, any of several."""

from collections.abc import Hashable, Iterable, Sequence
from typing import Any, Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.views.fields.base import Field
from desktop_app.views.fields.looks import Check, Choice
from desktop_app.views.language import marked, shown
from desktop_app.views.theme import Space

UNCHOSEN: Final = ""
"""Value of a field in which nothing is chosen yet; ``None`` often means something, such as nobody in particular."""


def to_choose(choices: Iterable[tuple[Any, str]]) -> list[tuple[Any, str]]:
    """Return choices with "not chosen" before them: a new entry states nothing that nobody said."""
    return [(UNCHOSEN, marked("not chosen")), *choices]


class ChoiceField(Field):
    """One of several values; each with the words that stand for it."""

    def __init__(self, label: str, choices: Sequence[tuple[Any, str]]) -> None:
        """Make the field; the first choice is chosen.

        Args:
            label: what stands above it.
            choices: value and words.
        """
        super().__init__(label)
        self._values: tuple[Any, ...] = ()
        self.input = Choice()
        self.offer(choices)
        self.input.currentIndexChanged.connect(self._told)
        self.fill(self.input)

    def offer(self, choices: Sequence[tuple[Any, str]]) -> None:
        """Offer other values; what is chosen stays where it is still offered. Says nothing of an edit."""
        former = self.raw if self._values else None
        self.input.blockSignals(True)
        self._values = tuple(value for value, _words in choices)
        self.input.clear()
        self.input.addItems([shown(words) for _value, words in choices])
        self.input.setCurrentIndex(self._values.index(former) if former in self._values else 0)
        self.input.blockSignals(False)

    @property
    def raw(self) -> Any:
        """The chosen value."""
        return self._values[max(0, self.input.currentIndex())]

    value = raw

    def _put(self, raw: Any) -> None:
        self.input.setCurrentIndex(self._values.index(raw))


class CheckField(Field):
    """Yes or no."""

    def __init__(self, words: str) -> None:
        """Make the field; the words stand beside the box."""
        super().__init__("")
        self.input = Check(words)
        self.input.toggled.connect(self._told)
        self.fill(self.input)

    @property
    def raw(self) -> bool:
        """Whether it is ticked."""
        return self.input.isChecked()

    value = raw

    def _put(self, raw: bool) -> None:
        self.input.setChecked(raw)


class ChecksField(Field):
    """Any of several values, in their order."""

    def __init__(self, label: str, choices: Sequence[tuple[Hashable, str]]) -> None:
        """Make the field, nothing ticked.

        Args:
            label: what stands above it.
            choices: value and words.
        """
        super().__init__(label)
        self.boxes: dict[Any, Check] = {}
        self._body = QWidget()
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.HAIR)
        for value, words in choices:
            box = self.boxes[value] = Check(words)
            box.toggled.connect(self._told)
            column.addWidget(box)
        self.fill(self._body, *self.boxes.values())
        for (_value, words), box in zip(choices, self.boxes.values(), strict=True):
            box.setAccessibleName(f"{shown(label)}: {shown(words)}" if label else shown(words))

    @property
    def raw(self) -> tuple[Any, ...]:
        """The ticked values, in the order of the choices."""
        return tuple(value for value, box in self.boxes.items() if box.isChecked())

    value = raw

    def _put(self, raw: Sequence[Any]) -> None:
        for value, box in self.boxes.items():
            box.setChecked(value in raw)
