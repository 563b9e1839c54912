"""How unclear passages are read: each reading with its choices, and what another choice would change."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QDate, QEvent, QObject, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDateEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from desktop_app.calc import wording
from desktop_app.calc.assess import assess
from desktop_app.calc.assessment import Assessment
from desktop_app.calc.changes import ChooseReading
from desktop_app.calc.findings import Severity
from desktop_app.calc.member_states import name_of
from desktop_app.calc.readings import ANNUAL_POOL, FIXED, Reading
from desktop_app.views.dialogs.base import AskingDialog
from desktop_app.views.theme import Space, Type

_COLUMNS: Final = ("What would change", "Now", "Then")
_FINDINGS: Final = {
    Severity.BLOCK: "Findings that block",
    Severity.WARN: "Findings that warn",
    Severity.INFO: "Findings that inform",
}
_LINES: Final = 6
"""Height of the list of what would change; the rest is scrolled to."""
_NOT_KNOWN: Final = "not known"


class ReadingsDialog(AskingDialog[tuple[ChooseReading, ...]]):
    """Asks which readings are in force; nothing counts before it is applied, and Esc leaves all as it was."""

    def __init__(self, parent: QWidget | None, assessment: Assessment, *, read_only: bool = False) -> None:
        super().__init__(parent, "Readings", "&Apply")
        self._assessment = assessment
        self.fields: dict[str, QComboBox | QDateEdit] = {}
        words = "Where the text is unclear, the program reads it one way and says so. "
        words += "Each reading that you change is an entry in the journal, and can be undone."
        self.add_words(words, tone="muted")
        for reading in ANNUAL_POOL:
            self._add(reading)
        self.column.addSpacing(Space.L)
        self.add_words("Other unclear texts are read in one way only", Type.STRONG)
        for reading in FIXED:
            meaning = reading.choices[reading.default]
            self.add_words(f"{reading.title}: {meaning}.")
            self.add_words(f"{reading.why} ({reading.reference})", Type.CAPTION, "muted")
        self.changes = QTreeWidget()
        self.changes.setHeaderLabels(list(_COLUMNS))
        self.changes.setRootIsDecorated(False)
        self.changes.header().setStretchLastSection(False)
        self.changes.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.changes.setFixedHeight(self.changes.fontMetrics().height() * _LINES)
        self.changes.setAccessibleName("What would change")
        self.add_below(self.changes)
        for edit in self.fields.values():
            edit.setEnabled(not read_only)
        self._preview()
        self.resize(660, 600)

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
        cls, parent: QWidget | None, assessment: Assessment, *, read_only: bool = False
    ) -> tuple[ChooseReading, ...] | None:
        """Return what to change, or ``None``.

        Args:
            parent: the window it belongs to.
            assessment: of the forum as it is, with the readings in force.
            read_only: only show them.
        """
        return cls(parent, assessment, read_only=read_only).asked()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the wheel, which scrolls the dialog, from choosing a reading on its way."""
        if event.type() is QEvent.Type.Wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _add(self, reading: Reading) -> None:
        self.column.addSpacing(Space.S)
        self.add_words(reading.title, Type.STRONG)
        edit = self._choices(reading) if reading.choices else self._day(reading)
        edit.setAccessibleName(reading.title)
        edit.setAccessibleDescription(reading.why)
        edit.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        edit.installEventFilter(self)
        self.fields[reading.name] = edit
        self.add(edit)
        self.add_words(f"{reading.why} ({reading.reference})", Type.CAPTION, "muted")

    def _choices(self, reading: Reading) -> QComboBox:
        edit = QComboBox()
        for value, meaning in reading.choices.items():
            mark = " (default)" if value == reading.default else ""
            edit.addItem(f"{value}: {meaning}{mark}", value)
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
        forum = self._assessment.forum
        for change in changes:
            forum = change.apply_to(forum)
        self.changes.clear()
        for cells in differences(self._assessment, assess(forum, self._assessment)):
            item = QTreeWidgetItem(list(cells))
            for column in (1, 2):
                item.setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.changes.addTopLevelItem(item)
        if self.changes.topLevelItemCount() == 0:
            none = "No figure and no finding" if changes else "Nothing: these are the readings in force"
            self.changes.addTopLevelItem(QTreeWidgetItem([none]))
        for column in range(len(_COLUMNS)):
            self.changes.resizeColumnToContents(column)
        self.accept_button.setEnabled(bool(changes))


def differences(now: Assessment, then: Assessment) -> list[tuple[str, str, str]]:
    """Return what differs between two assessments of one forum: findings by severity, the total, each fair share."""
    lines = [
        (words, wording.persons(_count(now, severity)), wording.persons(_count(then, severity)))
        for severity, words in _FINDINGS.items()
    ]
    lines.append(
        ("Fair shares together", _text(now.totals.fair_share_relocations), _text(then.totals.fair_share_relocations))
    )
    lines.append(("Gap of the pool", _text(now.totals.gap_relocations), _text(then.totals.gap_relocations)))
    before: Mapping[str, int | None] = {row.code: row.fair_share_relocations for row in now.rows}
    lines += [
        (f"{name_of(row.code)}: fair share", _text(before[row.code]), _text(row.fair_share_relocations))
        for row in then.rows
    ]
    return [line for line in lines if line[1] != line[2]]


def _count(assessment: Assessment, severity: Severity) -> int:
    return sum(finding.severity is severity for finding in assessment.findings)


def _text(persons: int | None) -> str:
    return _NOT_KNOWN if persons is None else wording.persons(persons)
