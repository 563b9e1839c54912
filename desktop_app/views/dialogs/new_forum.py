"""A new forum: which procedure it follows, what it starts from and where it is kept."""

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

from desktop_app.calc.forum import Procedure
from desktop_app.views.dialogs.base import AskingDialog
from desktop_app.views.dialogs.files import DOCUMENTS, FORUMS, Files
from desktop_app.views.language import marked, shown, tr
from desktop_app.views.theme import Space, Type


class Start(Enum):
    """What a new forum starts from."""

    LAST_YEAR = marked("last year")
    DOCUMENT = "document"
    SAMPLE = "sample"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class NewForum:
    """The answer.

    Attributes:
        start: what to start from.
        source: which file that is; none for the sample and an empty forum.
        target: which file to make.
        procedure: which one the forum follows; a document says itself which.
    """

    start: Start
    source: Path | None
    target: Path
    procedure: Procedure = Procedure.ANNUAL_POOL


PROCEDURES: Final = {
    Procedure.ANNUAL_POOL: marked("&Annual Solidarity Pool (law in force)"),
    Procedure.SEARCH_AND_RESCUE: marked("Search and &rescue (proposal of 2020, never law)"),
    Procedure.MIGRATORY_PRESSURE: marked("&Migratory pressure (proposal of 2020, never law)"),
    Procedure.VOLUNTARY: marked("&Voluntary solidarity (declaration of 2022, binds nobody)"),
}
"""The procedures as they are offered; whatever is no law says so wherever it is chosen."""
_STARTS: Final = {
    Start.LAST_YEAR: marked("A copy of &last year's forum"),
    Start.DOCUMENT: marked("A &document (JSON)"),
    Start.EMPTY: marked("An &empty forum"),
    Start.SAMPLE: marked("The built-in &sample"),
}
_A_DOCUMENT: Final = marked("Everything the document holds, as it stands, and the procedure that it names.")
_WORDS: Final = {
    Procedure.ANNUAL_POOL: {
        Start.LAST_YEAR: (
            marked(
                "Key data, applications and readings are carried over; pledges, deductions, meetings and acts "
                "start empty. "
                "The Forum menu fills in the new year: title, reference numbers, acts, meetings, key and holidays."
            )
        ),
        Start.DOCUMENT: _A_DOCUMENT,
        Start.EMPTY: marked("Population and GDP of the built-in sample, and nothing else."),
        Start.SAMPLE: marked("Annual Solidarity Pool for 2026, from public sources, not the annex."),
    },
    Procedure.SEARCH_AND_RESCUE: {
        Start.LAST_YEAR: (
            marked(
                "Key data and readings are carried over; report, plans, rounds, act and pools start empty. "
                "The Forum menu fills in the new year: title, key, report and requests."
            )
        ),
        Start.DOCUMENT: _A_DOCUMENT,
        Start.EMPTY: marked("Population and GDP of the built-in sample of the annual pool, and nothing else."),
        Start.SAMPLE: marked(
            "A disembarkation pool of 2027, INVENTED to learn and to try; only population and GDP are real."
        ),
    },
    Procedure.MIGRATORY_PRESSURE: {
        Start.LAST_YEAR: (
            marked(
                "Key data, applications and readings are carried over; assessment, report, plans, act, earlier "
                "contributions and groups start empty. The Forum menu fills in what is new: title, assessment, "
                "report, key."
            )
        ),
        Start.DOCUMENT: _A_DOCUMENT,
        Start.EMPTY: marked("Population and GDP of the built-in sample of the annual pool, and nothing else."),
        Start.SAMPLE: marked(
            "A pressure response of 2027, INVENTED to learn and to try; only population and GDP are real."
        ),
    },
    Procedure.VOLUNTARY: {
        Start.LAST_YEAR: (
            marked(
                "Only the readings are carried over; mechanism, signatories, needs, pledges and groups start empty. "
                "The Forum menu fills them in."
            )
        ),
        Start.DOCUMENT: _A_DOCUMENT,
        Start.EMPTY: marked("Nothing at all: voluntary solidarity has no key."),
        Start.SAMPLE: marked(
            "A mechanism after the declaration of 2022, INVENTED to learn and to try, ending in 2027."
        ),
    },
}
_NAMES: Final = {
    Procedure.ANNUAL_POOL: {
        Start.SAMPLE: marked("Annual Solidarity Pool for 2026 (public sources)"),
        Start.EMPTY: marked("Annual Solidarity Pool"),
    },
    Procedure.SEARCH_AND_RESCUE: {
        Start.SAMPLE: marked("Search and rescue 2027 (invented figures)"),
        Start.EMPTY: marked("Search and rescue"),
    },
    Procedure.MIGRATORY_PRESSURE: {
        Start.SAMPLE: marked("Migratory pressure 2027 (invented figures)"),
        Start.EMPTY: marked("Migratory pressure"),
    },
    Procedure.VOLUNTARY: {
        Start.SAMPLE: marked("Voluntary solidarity 2027 (invented figures)"),
        Start.EMPTY: marked("Voluntary solidarity"),
    },
}
"""Names of new files that have no source to be named after."""
_OWN: Final = {str(names[Start.SAMPLE]): names[Start.SAMPLE] for names in _NAMES.values()}
"""Names that the program gave its samples: no person's words."""
_WITHOUT_FILE: Final = (Start.SAMPLE, Start.EMPTY)
_ANNUAL: Final = Procedure.ANNUAL_POOL


_YEAR: Final = re.compile(r"(?<!\d)20\d\d(?!\d)")
_ADDITION: Final = re.compile(r"\s*(\([^()]*\)|– copy)$")


class NewForumDialog(AskingDialog[NewForum]):
    """Asks for source and target of a new forum."""

    def __init__(
        self, parent: QWidget | None, forums: Path, last_forum: Path | None, procedure: Procedure = _ANNUAL
    ) -> None:
        super().__init__(parent, tr("New forum"), tr("&Create"))
        self._forums = forums
        self.add_words(tr("Procedure"), Type.HEADING)
        self.procedures: dict[Procedure, QRadioButton] = {}
        self._by_procedure = QButtonGroup(self)
        for each, text in PROCEDURES.items():
            self.procedures[each] = self._radio(text, self._by_procedure)
        self.add_words(tr("From …"), Type.HEADING)
        self._group = QButtonGroup(self)
        self.choices: dict[Start, QRadioButton] = {}
        self._words: dict[Start, QLabel] = {}
        for start, text in _STARTS.items():
            self.choices[start] = self._radio(text, self._group)
            words = self._words[start] = self.add_words("", Type.CAPTION, "muted")
            words.setContentsMargins(Space.XL, 0, 0, 0)
        self.source, self.choose_source = QLineEdit(), QPushButton(tr("C&hoose …"))
        self.target, self.choose_target = QLineEdit(), QPushButton(tr("Cha&nge …"))
        form = QFormLayout()
        for text, edit, choose in (
            (tr("S&ource"), self.source, self.choose_source),
            (tr("&File"), self.target, self.choose_target),
        ):
            label = QLabel(shown(text))
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
        self._by_procedure.buttonToggled.connect(
            lambda _button, checked: self._procedure_changed() if checked else None
        )
        self._target_is_own = False
        self._last_forum, self._last_procedure = last_forum, procedure
        self._proposed = Start.LAST_YEAR if last_forum else Start.SAMPLE
        self.procedures[procedure].setChecked(True)
        self.choices[self._proposed].setChecked(True)

    @property
    def procedure(self) -> Procedure:
        """Which procedure is chosen now."""
        return next(each for each, button in self.procedures.items() if button.isChecked())

    @property
    def start(self) -> Start:
        """What is chosen now."""
        return next((start for start, button in self.choices.items() if button.isChecked()), Start.SAMPLE)

    def answer(self) -> NewForum:
        """Return the choice."""
        source = None if self.start in _WITHOUT_FILE else Path(self.source.text())
        return NewForum(self.start, source, Path(self.target.text()), self.procedure)

    @classmethod
    def ask(
        cls, parent: QWidget | None, forums: Path, last_forum: Path | None, procedure: Procedure = _ANNUAL
    ) -> NewForum | None:
        """Return what to make, or ``None``.

        Args:
            parent: the window it belongs to.
            forums: folder proposed for the new file.
            last_forum: the forum shown last, proposed as last year's.
            procedure: that of the forum shown last.
        """
        return cls(parent, forums, last_forum, procedure).asked()

    @classmethod
    def ask_about(cls, parent: QWidget | None, forums: Path, document: Path) -> NewForum | None:
        """Return what to make of a document, or ``None``."""
        dialog = cls(parent, forums, None)
        dialog.choices[Start.DOCUMENT].setChecked(True)
        dialog.source.setText(str(document))
        return dialog.asked()

    def _radio(self, text: str, group: QButtonGroup) -> QRadioButton:
        button = QRadioButton(shown(text))
        group.addButton(button)
        self.add(button)
        return button

    def _procedure_changed(self) -> None:
        """Propose what there is to start from: of another procedure no forum was shown last."""
        former, has_last = self._proposed, self._last_forum is not None and self.procedure is self._last_procedure
        self._proposed = Start.LAST_YEAR if has_last else Start.SAMPLE
        if self.choices[former].isChecked() and self.source.text() in {"", str(self._last_forum)}:
            self.choices[self._proposed].setChecked(True)
        self._changed()

    def _changed(self) -> None:
        for start, words in self._words.items():
            words.setText(shown(_WORDS[self.procedure][start]))
        needed = self.start not in _WITHOUT_FILE
        for widget in (self.source, self.choose_source):
            widget.setEnabled(needed)
        is_last = self.start is Start.LAST_YEAR and self.procedure is self._last_procedure
        if is_last and self._last_forum is not None:
            self.source.setText(str(self._last_forum))
        elif not needed or Path(self.source.text()).suffix.lower() == ".forum":
            self.source.clear()
        self._source_changed()

    def _source_changed(self) -> None:
        if not self._target_is_own:
            stem = Path(self.source.text()).stem or tr("Forum")
            names = {
                Start.LAST_YEAR: name_of_next_year(shown(_OWN.get(stem, stem))),
                Start.DOCUMENT: stem,
                **_NAMES[self.procedure],
            }
            self.target.setText(str(free_name(self._forums / f"{shown(names[self.start])}.forum")))
        self._judge()

    def _target_typed(self, text: str) -> None:
        """Keep a name that the person chose; an empty one leaves the proposal to the program again."""
        self._target_is_own = bool(text)

    def _judge(self) -> None:
        verdict = self._objection()
        self._verdict.setText(verdict)
        self.accept_button.setEnabled(not verdict)

    def _objection(self) -> str:
        if self.start not in _WITHOUT_FILE and not Path(self.source.text()).is_file():
            return (
                tr("Choose the file to start from.") if not self.source.text() else tr("There is no such source file.")
            )
        target = Path(self.target.text())
        if not self.target.text() or target.suffix.lower() != ".forum":
            return tr("The new file needs a name that ends in .forum.")
        return tr("A file of that name exists already: choose another name.") if target.exists() else ""

    def _browse_source(self) -> None:
        kinds = DOCUMENTS if self.start is Start.DOCUMENT else FORUMS
        path = Files.to_open(self, tr("What to start from"), self._forums, kinds)
        if path is not None:
            self.source.setText(str(path))

    def _browse_target(self) -> None:
        path = Files.to_write(self, tr("Where to keep the forum"), Path(self.target.text()), FORUMS)
        if path is not None:
            self._target_is_own = True
            self.target.setText(str(path))


def name_of_next_year(stem: str) -> str:
    """Return the name of the following year's file: ``Pool for 2026 (copy)`` becomes ``Pool for 2027``."""
    plain = _ADDITION.sub("", stem) or stem
    counted = _YEAR.sub(lambda year: str(int(year.group()) + 1), plain)
    return tr("{plain} – next year", plain=plain) if counted == plain else counted


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
