"""How unclear passages are read: each reading with its choices, and what another choice would change."""

from typing import Final

from PySide6.QtCore import QDate, QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QComboBox, QDateEdit, QWidget

from desktop_app.calc.assess import assess
from desktop_app.calc.assessment import Assessment
from desktop_app.calc.changes import ChooseReading
from desktop_app.calc.forum import Procedure
from desktop_app.calc.readings import SHORTFALL, Reading, fixed_readings_of, readings_of
from desktop_app.calc.wording import listed
from desktop_app.views.consequences import ConsequencesView
from desktop_app.views.dialogs.base import AskingDialog, room_on_screen
from desktop_app.views.language import marked, shown, tr
from desktop_app.views.theme import Space, Type

_SIZE: Final = QSize(900, 700)
_ENOUGH: Final = 240
"""Height of what would change, device-independent pixels."""
_WITHOUT_RESULT: Final = {
    (Procedure.MIGRATORY_PRESSURE, SHORTFALL.name): (
        marked(
            "Warning: B gives no result under migratory pressure, where the plans name no number that could "
            "fall short; "
            "with it the 30 % test is not known and the 50 % rule asks for nothing."
        )
    )
}
"""What is said of a reading of which a choice gives nothing in a procedure."""


class ReadingsDialog(AskingDialog[tuple[ChooseReading, ...]]):
    """Asks which readings are in force; nothing counts before it is applied, and Esc leaves all as it was."""

    def __init__(self, parent: QWidget | None, assessment: Assessment, *, read_only: bool = False) -> None:
        super().__init__(parent, tr("Readings"), tr("&Apply"))
        self._assessment = assessment
        self.fields: dict[str, QComboBox | QDateEdit] = {}
        words = tr("Where the text is unclear, the program reads it one way and says so. ")
        words += tr("Each reading that you change is an entry in the journal, and can be undone.")
        self.add_words(words, tone="muted")
        procedure = assessment.forum.procedure
        for reading in readings_of(procedure):
            self._add(reading)
        self.column.addSpacing(Space.L)
        self.add_words(tr("Other unclear texts are read in one way only"), Type.STRONG)
        for reading in fixed_readings_of(procedure):
            meaning = reading.choices[reading.default]
            self.add_words(f"{tr(reading.title)}: {tr(meaning)}.")
            self.add_words(f"{tr(reading.why)} ({tr(reading.reference)})", Type.CAPTION, "muted")
        self.consequences = ConsequencesView()
        self.add_below(self.consequences)
        for edit in self.fields.values():
            edit.setEnabled(not read_only)
        self._preview()
        self.resize(_SIZE)

    def chosen(self, name: str) -> str:
        """Return the value that is shown for a reading."""
        edit = self.fields[name]
        if isinstance(edit, QComboBox):
            return str(edit.currentData())
        return edit.date().toString(Qt.DateFormat.ISODate)

    def answer(self) -> tuple[ChooseReading, ...]:
        """Return a change for each reading that is another one now."""
        now = self._assessment.readings
        return tuple(ChooseReading(name, self.chosen(name)) for name in self.fields if self.chosen(name) != now[name])

    @classmethod
    def ask(
        cls, parent: QWidget | None, assessment: Assessment, *, read_only: bool = False, scale: float = 1.0
    ) -> tuple[ChooseReading, ...] | None:
        """Return what to change, or ``None``.

        Args:
            parent: the window it belongs to.
            assessment: of the forum as it is, with the readings in force.
            read_only: only show them.
            scale: the person's zoom, 1.0 = 100 %.
        """
        dialog = cls(parent, assessment, read_only=read_only)
        dialog.set_scale(scale)
        return dialog.asked()

    def set_scale(self, scale: float) -> None:
        """Follow the person's zoom."""
        super().set_scale(scale)
        self.consequences.set_scale(scale)
        self.resize(_SIZE * scale)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the wheel, which scrolls the dialog, from choosing a reading on its way."""
        if event.type() is QEvent.Type.Wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _add(self, reading: Reading) -> None:
        self.column.addSpacing(Space.S)
        self.add_words(tr(reading.title), Type.STRONG)
        edit = self._choices(reading) if reading.choices else self._day(reading)
        edit.setAccessibleName(tr(reading.title))
        edit.setAccessibleDescription(tr(reading.why))
        edit.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        edit.installEventFilter(self)
        self.fields[reading.name] = edit
        self.add(edit)
        self.add_words(f"{tr(reading.why)} ({tr(reading.reference)})", Type.CAPTION, "muted")
        without = _WITHOUT_RESULT.get((self._assessment.forum.procedure, reading.name))
        if without is not None:
            self.add_words(without, Type.CAPTION, "warn")

    def _choices(self, reading: Reading) -> QComboBox:
        edit = QComboBox()
        for value, meaning in reading.choices.items():
            said = f"{tr(value)}: {tr(meaning)}"
            edit.addItem(tr("{choice} (default)", choice=said) if value == reading.default else said, value)
        edit.setMinimumContentsLength(40)
        edit.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        edit.setCurrentIndex(edit.findData(self._assessment.readings[reading.name]))
        edit.currentIndexChanged.connect(lambda _index: self._preview())
        return edit

    def _day(self, reading: Reading) -> QDateEdit:
        edit = QDateEdit()
        edit.setDisplayFormat("yyyy-MM-dd")
        edit.setCalendarPopup(True)
        edit.setDate(QDate.fromString(self._assessment.readings[reading.name], Qt.DateFormat.ISODate))
        # A date is a choice only when it is typed in full, not with each digit.
        edit.setKeyboardTracking(False)
        edit.dateChanged.connect(lambda _day: self._preview())
        return edit

    def _preview(self) -> None:
        changes = self.answer()
        self.accept_button.setEnabled(bool(changes))
        # The room is the readings' until something changes.
        enough = min(_ENOUGH, room_on_screen(self).height() // 3)
        self.consequences.setMinimumHeight(enough if changes else 0)
        if not changes:
            self.consequences.show_unknown(
                tr("These are the readings in force. What another one changes appears here.")
            )
            return
        forum = self._assessment.forum
        for change in changes:
            forum = change.apply_to(forum)
        lead = listed([change.title(forum).removeprefix("Reading ") for change in changes])
        many = tr("Readings") if len(changes) > 1 else tr("Reading")
        self.consequences.show_consequences(
            self._assessment, assess(forum, self._assessment), f"{shown(many)} {shown(lead)}"
        )
