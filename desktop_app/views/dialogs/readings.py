"""How unclear passages are read: each reading with its choices, judged at once on the forum that is open."""

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop_app.calc.assessment import Assessment
from desktop_app.calc.changes import ChooseReading
from desktop_app.calc.readings import ANNUAL_POOL, Reading
from desktop_app.views.dialogs.plain_buttons import without_icons
from desktop_app.views.parts import ToneLabel
from desktop_app.views.theme import Space, Type


class ReadingsDialog(QDialog):
    """Stays beside the table: a choice is a change like any other, journaled and undoable.

    Signals:
        change_requested(ChooseReading): the person chose another reading.
    """

    change_requested = Signal(object)

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Readings")
        self.fields: dict[str, QComboBox | QDateEdit] = {}
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        column.setSpacing(Space.XS)
        words = "Where the text is unclear, the program reads it one way and says so. Each choice counts at once."
        column.addWidget(_paragraph(words, Type.BODY, "muted"))
        for reading in ANNUAL_POOL:
            self._add(column, reading)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidget(body)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        without_icons(buttons)
        buttons.rejected.connect(self.reject)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, Space.M)
        outer.addWidget(area, 1)
        row = QVBoxLayout()
        row.setContentsMargins(Space.XL, 0, Space.XL, 0)
        row.addWidget(buttons)
        outer.addLayout(row)
        self.resize(620, 560)

    def show_assessment(self, assessment: Assessment) -> None:
        """Show the readings in force."""
        for name, edit in self.fields.items():
            value = assessment.readings[name]
            edit.blockSignals(True)
            if isinstance(edit, QComboBox):
                edit.setCurrentIndex(edit.findData(value))
            else:
                edit.setDate(QDate.fromString(value, Qt.DateFormat.ISODate))
            edit.blockSignals(False)

    def chosen(self, name: str) -> str:
        """Return the value that is shown for a reading."""
        edit = self.fields[name]
        if isinstance(edit, QComboBox):
            return str(edit.currentData())
        return edit.date().toString(Qt.DateFormat.ISODate)

    def set_read_only(self, read_only: bool) -> None:
        """Allow or forbid choosing."""
        for edit in self.fields.values():
            edit.setEnabled(not read_only)

    def _add(self, column: QVBoxLayout, reading: Reading) -> None:
        column.addSpacing(Space.M)
        title = ToneLabel(reading.title, Type.STRONG)
        column.addWidget(title)
        edit = self._choices(reading) if reading.choices else self._day(reading)
        edit.setAccessibleName(reading.title)
        edit.setAccessibleDescription(reading.why)
        self.fields[reading.name] = edit
        column.addWidget(edit)
        column.addWidget(_paragraph(f"{reading.why} ({reading.reference})", Type.CAPTION, "muted"))

    def _choices(self, reading: Reading) -> QComboBox:
        edit = QComboBox()
        for value, meaning in reading.choices.items():
            mark = " (default)" if value == reading.default else ""
            edit.addItem(f"{value}: {meaning}{mark}", value)
        edit.setMinimumContentsLength(40)
        edit.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        edit.currentIndexChanged.connect(lambda: self._chosen(reading, edit.currentData()))
        return edit

    def _day(self, reading: Reading) -> QDateEdit:
        edit = QDateEdit()
        edit.setDisplayFormat("yyyy-MM-dd")
        edit.setCalendarPopup(True)
        edit.dateChanged.connect(lambda day: self._chosen(reading, day.toString(Qt.DateFormat.ISODate)))
        # A date is a choice only when it is typed in full, not with each digit.
        edit.setKeyboardTracking(False)
        return edit

    def _chosen(self, reading: Reading, value: str) -> None:
        self.change_requested.emit(ChooseReading(reading.name, value))


def _paragraph(words: str, role: Type, tone: str) -> ToneLabel:
    label = ToneLabel(words, role, tone)
    label.setWordWrap(True)
    return label
