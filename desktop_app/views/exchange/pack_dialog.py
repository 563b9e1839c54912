"""What a publication pack is to hold, and where it goes."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFileDialog,
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QWidget,
)

from desktop_app.calc.pack import Format
from desktop_app.documents.text import LANGUAGE_NAMES
from desktop_app.models.errors import BadInput
from desktop_app.models.pack.writing import refuse_folder
from desktop_app.views.dialogs.base import AskingDialog
from desktop_app.views.fields.looks import Check
from desktop_app.views.language import marked, shown, tr
from desktop_app.views.parts import ToneLabel
from desktop_app.views.preview.state_list import StateList
from desktop_app.views.theme import Space, Type, theme

_WIDTH: Final = 640
FORMATS: Final = {
    Format.PRINT: marked("PDF for &printing"),
    Format.ALOUD: marked("PDF for reading &aloud (PDF/UA)"),
    Format.WORD: marked("&Word file"),
    Format.WORKBOOK: marked("&Excel workbook"),
    Format.VALUES: marked("C&SV table"),
    Format.DOCUMENT: marked("Forum document (&JSON): all that is recorded"),
}


@dataclass(frozen=True, slots=True)
class PackChoice:
    """What is to be published.

    Attributes:
        folder: of the pack.
        languages: their codes.
        formats: which ones.
        draft: marked drafts.
    """

    folder: Path
    languages: tuple[str, ...]
    formats: tuple[Format, ...]
    draft: bool


class PackDialog(AskingDialog[PackChoice]):
    """Asks for folder, languages, formats, and draft or final."""

    help_page = "annex"
    help_heading = "Publication pack"

    def __init__(self, parent: QWidget | None, folder: Path, languages: Sequence[str], refused: str) -> None:
        """Offer everything.

        Args:
            parent: the window it belongs to.
            folder: proposed for the pack.
            languages: those that there are.
            refused: why it cannot be final, in a sentence; empty where it can.
        """
        super().__init__(parent, tr("Publication pack"), tr("P&ublish"))
        self.add_words(
            tr("The annex in every language and format, with a manifest of checksums: the whole folder or nothing."),
            tone="muted",
        )
        self.folder, self.choose = QLineEdit(str(folder)), QPushButton(tr("&Browse…"))
        self.languages = StateList()
        self.languages.setAccessibleName(tr("Languages: the space bar marks one"))
        self.languages.offer([(code, f"{LANGUAGE_NAMES[code]} ({code})") for code in languages])
        self.every = Check(tr("E&very language"))
        self.every.setFont(theme().font(Type.BODY))
        folder_row = QHBoxLayout()
        folder_row.setSpacing(Space.S)
        folder_row.addWidget(self.folder, 1)
        folder_row.addWidget(self.choose)
        form = QFormLayout()
        for text, field, row in (
            (tr("&Folder"), self.folder, folder_row),
            (tr("&Languages"), self.languages, self.languages),
        ):
            label = QLabel(shown(text))
            label.setFont(theme().font(Type.BODY))
            label.setBuddy(field)
            form.addRow(label, row)
        form.addRow("", self.every)
        self.add(form)
        self.add_words(tr("Formats"), Type.HEADING)
        self.formats = {each: _check(text) for each, text in FORMATS.items()}
        self.add(_in_pairs(list(self.formats.values())))
        self.add_words(tr("Draft or final"), Type.HEADING)
        self.draft, self.final = QRadioButton(tr("Mar&ked drafts")), QRadioButton(tr("F&inal"))
        for button in (self.draft, self.final):
            button.setFont(theme().font(Type.BODY))
        self.add(_in_pairs([self.draft, self.final]))
        self._refused = self.add_words(refused, Type.CAPTION, "warn")
        self._refused.setVisible(bool(refused))
        self.final.setEnabled(not refused)
        (self.draft if refused else self.final).setChecked(True)
        self._verdict = ToneLabel("", Type.CAPTION, "warn")
        self._verdict.setWordWrap(True)
        self.add_below(self._verdict)
        self.every.toggled.connect(self._mark_every)
        self.every.setChecked(True)
        self.choose.clicked.connect(self._browse)
        self.folder.textChanged.connect(self._judge)
        self.languages.itemChanged.connect(self._language_marked)
        for check in self.formats.values():
            check.toggled.connect(self._judge)
        self.resize(_WIDTH, 0)
        self._judge()

    @property
    def verdict(self) -> str:
        """What is wrong with the choice, in a sentence or two; empty where nothing is."""
        return self._verdict.text()

    @classmethod
    def ask(
        cls, parent: QWidget | None, folder: Path, languages: Sequence[str], refused: str, scale: float = 1.0
    ) -> PackChoice | None:
        """Return what to publish, or ``None``; the scale is the person's zoom, 1.0 = 100 %."""
        dialog = cls(parent, folder, languages, refused)
        dialog.set_scale(scale)
        return dialog.asked()

    def set_scale(self, scale: float) -> None:
        """Follow the person's zoom."""
        super().set_scale(scale)
        self.languages.set_scale(scale)
        self.resize(round(_WIDTH * scale), 0)

    def answer(self) -> PackChoice:
        """Return the choice."""
        formats = tuple(each for each, check in self.formats.items() if check.isChecked())
        return PackChoice(Path(self.folder.text()), self.languages.marked, formats, self.draft.isChecked())

    def typed(self) -> object:
        """Return nothing: leaving loses nothing."""
        return None

    def _mark_every(self, checked: bool) -> None:
        """Mark every language, or none."""
        state = Qt.CheckState.Checked if checked else Qt.CheckState.Unchecked
        self.languages.blockSignals(True)
        for place in range(self.languages.count()):
            self.languages.item(place).setCheckState(state)
        self.languages.blockSignals(False)
        self.languages.viewport().update()
        self._judge()

    def _language_marked(self) -> None:
        """Let the box for every language say whether every one is marked."""
        self.every.blockSignals(True)
        self.every.setChecked(len(self.languages.marked) == self.languages.count())
        self.every.blockSignals(False)
        self._judge()

    def _judge(self) -> None:
        verdict = self._objection()
        self._verdict.setText(verdict)
        self._verdict.setVisible(bool(verdict))
        self.accept_button.setEnabled(not verdict)

    def _objection(self) -> str:
        choice = self.answer()
        if not self.folder.text().strip():
            return tr("Choose the folder of the pack.")
        if not choice.formats:
            return tr("Choose at least one format.")
        if not choice.languages:
            return tr("Choose at least one language.")
        try:
            refuse_folder(choice.folder)
        except (BadInput, OSError) as error:
            return shown(str(error))
        return ""

    def _browse(self) -> None:
        folder = Path(self.folder.text())
        chosen = QFileDialog.getExistingDirectory(self, tr("The folder in which the pack is made"), str(folder.parent))
        if chosen:
            self.folder.setText(str(Path(chosen) / folder.name))


def _check(text: str) -> Check:
    check = Check(tr(text))
    check.setFont(theme().font(Type.BODY))
    check.setChecked(True)
    return check


def _in_pairs(buttons: Sequence[QWidget]) -> QGridLayout:
    """Return a grid of two columns, filled row by row; an odd last one stays alone."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(Space.L)
    grid.setVerticalSpacing(Space.M)
    for place, button in enumerate(buttons):
        grid.addWidget(button, place // 2, place % 2)
    for column in range(2):
        grid.setColumnStretch(column, 1)
    return grid
