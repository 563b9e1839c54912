"""A new forum: what it starts from and where it is kept."""

import re
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import (
    QButtonGroup,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QWidget,
)

from desktop_app.places import SAMPLE_NAME
from desktop_app.views.dialogs.base import AskingDialog
from desktop_app.views.dialogs.files import DOCUMENTS, FORUMS, Files
from desktop_app.views.theme import Space, Type


class Start(Enum):
    """What a new forum starts from."""

    LAST_YEAR = "last year"
    DOCUMENT = "document"
    SAMPLE = "sample"


@dataclass(frozen=True, slots=True)
class NewForum:
    """The answer: what to start from, which file that is (none for the sample), which file to make."""

    start: Start
    source: Path | None
    target: Path


_CHOICES: Final = {
    Start.LAST_YEAR: (
        "A copy of &last year's forum",
        (
            "Key data, applications and readings are carried over; pledges, deductions, meetings and acts start empty. "
            "The Forum menu fills in the new year: title, reference numbers, acts, meetings, key and holidays."
        ),
    ),
    Start.DOCUMENT: ("A &document (JSON)", "Everything the document holds, as it stands."),
    Start.SAMPLE: ("The built-in &sample", "Annual Solidarity Pool for 2026, from public sources, not the annex."),
}


_YEAR: Final = re.compile(r"(?<!\d)20\d\d(?!\d)")
_ADDITION: Final = re.compile(r"\s*(\([^()]*\)|– copy)$")


class NewForumDialog(AskingDialog[NewForum]):
    """Asks for source and target of a new forum."""

    def __init__(self, parent: QWidget | None, forums: Path, last_forum: Path | None) -> None:
        super().__init__(parent, "New forum", "&Create")
        self._forums = forums
        self.add_words("New forum from …", Type.HEADING)
        self._group = QButtonGroup(self)
        self.choices: dict[Start, QRadioButton] = {}
        for start, (text, what) in _CHOICES.items():
            button = QRadioButton(text)
            self.choices[start] = button
            self._group.addButton(button)
            self.add(button)
            words = self.add_words(what, Type.CAPTION, "muted")
            words.setContentsMargins(Space.XL, 0, 0, 0)
        self.source, self.choose_source = QLineEdit(), QPushButton("C&hoose …")
        self.target, self.choose_target = QLineEdit(), QPushButton("C&hange …")
        form = QFormLayout()
        for text, edit, choose in (
            ("S&ource", self.source, self.choose_source),
            ("&File", self.target, self.choose_target),
        ):
            label = QLabel(text)
            label.setBuddy(edit)
            form.addRow(label, _beside(edit, choose))
        self.add(form)
        self._verdict = self.add_words("", Type.CAPTION, "warn")
        self.resize(620, 0)
        self.choose_source.clicked.connect(self._browse_source)
        self.choose_target.clicked.connect(self._browse_target)
        self._group.buttonToggled.connect(lambda _button, checked: self._changed() if checked else None)
        self.source.textChanged.connect(self._source_changed)
        self.target.textChanged.connect(self._judge)
        self.target.textEdited.connect(self._target_typed)
        self._target_is_own = False
        self._last_forum = last_forum
        self.choices[Start.LAST_YEAR if last_forum else Start.SAMPLE].setChecked(True)

    @property
    def start(self) -> Start:
        """What is chosen now."""
        return next(start for start, button in self.choices.items() if button.isChecked())

    def answer(self) -> NewForum:
        """Return the choice."""
        source = None if self.start is Start.SAMPLE else Path(self.source.text())
        return NewForum(self.start, source, Path(self.target.text()))

    @classmethod
    def ask(cls, parent: QWidget | None, forums: Path, last_forum: Path | None) -> NewForum | None:
        """Return what to make, or ``None``.

        Args:
            parent: the window it belongs to.
            forums: folder proposed for the new file.
            last_forum: the forum shown last, proposed as last year's.
        """
        return cls(parent, forums, last_forum).asked()

    @classmethod
    def ask_about(cls, parent: QWidget | None, forums: Path, document: Path) -> NewForum | None:
        """Return what to make of a document, or ``None``."""
        dialog = cls(parent, forums, None)
        dialog.choices[Start.DOCUMENT].setChecked(True)
        dialog.source.setText(str(document))
        return dialog.asked()

    def _changed(self) -> None:
        needed = self.start is not Start.SAMPLE
        for widget in (self.source, self.choose_source):
            widget.setEnabled(needed)
        if self.start is Start.LAST_YEAR and self._last_forum is not None:
            self.source.setText(str(self._last_forum))
        elif not needed or Path(self.source.text()).suffix.lower() == ".forum":
            self.source.clear()
        self._source_changed()

    def _source_changed(self) -> None:
        if not self._target_is_own:
            stem = Path(self.source.text()).stem or "Forum"
            names = {
                Start.SAMPLE: Path(SAMPLE_NAME).stem,
                Start.LAST_YEAR: name_of_next_year(stem),
                Start.DOCUMENT: stem,
            }
            self.target.setText(str(free_name(self._forums / f"{names[self.start]}.forum")))
        self._judge()

    def _target_typed(self, text: str) -> None:
        """Keep a name that the person chose; an empty one leaves the proposal to the program again."""
        self._target_is_own = bool(text)

    def _judge(self) -> None:
        verdict = self._objection()
        self._verdict.setText(verdict)
        self.accept_button.setEnabled(not verdict)

    def _objection(self) -> str:
        if self.start is not Start.SAMPLE and not Path(self.source.text()).is_file():
            return "Choose the file to start from." if not self.source.text() else "There is no such source file."
        target = Path(self.target.text())
        if not self.target.text() or target.suffix.lower() != ".forum":
            return "The new file needs a name that ends in .forum."
        return "A file of that name exists already: choose another name." if target.exists() else ""

    def _browse_source(self) -> None:
        kinds = DOCUMENTS if self.start is Start.DOCUMENT else FORUMS
        path = Files.to_open(self, "What to start from", self._forums, kinds)
        if path is not None:
            self.source.setText(str(path))

    def _browse_target(self) -> None:
        path = Files.to_write(self, "Where to keep the forum", Path(self.target.text()), FORUMS)
        if path is not None:
            self._target_is_own = True
            self.target.setText(str(path))


def name_of_next_year(stem: str) -> str:
    """Return the name of the following year's file: ``Pool for 2026 (copy)`` becomes ``Pool for 2027``."""
    plain = _ADDITION.sub("", stem) or stem
    counted = _YEAR.sub(lambda year: str(int(year.group()) + 1), plain)
    return f"{plain} – next year" if counted == plain else counted


def free_name(path: Path) -> Path:
    """Return ``path``, or the first of ``name (2)``, ``name (3)`` … that no file has."""
    number, free = 1, path
    while free.exists():
        number += 1
        free = path.with_stem(f"{path.stem} ({number})")
    return free


def _beside(edit: QLineEdit, button: QPushButton) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(Space.S)
    row.addWidget(edit, 1)
    row.addWidget(button)
    return row
