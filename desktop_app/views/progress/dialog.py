"""The window of work that takes a while: what is done, how far it is, and Cancel."""

from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QProgressBar, QVBoxLayout, QWidget

from desktop_app.calc import wording
from desktop_app.views.dialogs.plain_buttons import without_icons
from desktop_app.views.language import marked, shown, tr
from desktop_app.views.parts import ElidedLabel, ToneLabel
from desktop_app.views.progress.report import Report
from desktop_app.views.theme import Space, Type, legible, theme

_LOOK_EVERY: Final = 50
"""Milliseconds between two looks at how far the work is: more often than that, nobody reads it."""
_FINEST: Final = 1000
"""Steps of the bar; a pixel or so each, whatever is counted."""
_WIDTH: Final = 440
STOPPING: Final = marked("Stopping. What was there before stays as it is.")


class ProgressDialog(QDialog):
    """Shows a report until its work has ended; Cancel, Esc and closing ask the work to stop, and wait for that."""

    def __init__(self, parent: QWidget | None, title: str, report: Report) -> None:
        """Make the dialog.

        Args:
            parent: the window that waits.
            title: what is done, as a heading: ``"Exporting Pool.xlsx"``.
            report: what the work says.
        """
        super().__init__(parent)
        self._report = report
        self.setWindowTitle(tr("Forum Desk"))
        heading = ElidedLabel(title, Type.HEADING)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(title)
        self._words = ToneLabel("", Type.BODY, "muted")
        self._words.setWordWrap(True)
        # Room for two lines from the start: the dialog keeps its size whatever is said.
        self._words.setMinimumHeight(2 * self._words.fontMetrics().lineSpacing())
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        without_icons(self.buttons)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        column.setSpacing(Space.M)
        for widget in (heading, self.bar, self._words, self.buttons):
            column.addWidget(widget)
        self.setFixedWidth(_WIDTH)
        self._restyle()
        self._looking = QTimer(self)
        self._looking.setInterval(_LOOK_EVERY)
        self._looking.timeout.connect(self.look)
        self._looking.start()
        self.look()

    @property
    def words(self) -> str:
        """What it says below the bar."""
        return self._words.text()

    def look(self) -> None:
        """Show how far the work is now."""
        done, total = self._report.done, self._report.total
        # A range of nothing makes the bar move without an end.
        self.bar.setRange(0, _FINEST if total > 0 else 0)
        if total > 0:
            self.bar.setValue(min(done, total) * _FINEST // total)
        self._words.setText(STOPPING if self._report.is_stopping() else self._said(done, total))

    def _said(self, done: int, total: int) -> str:
        counted = (
            legible(
                tr(
                    "{done} of {total}",
                    done=wording.persons(min(done, total)),
                    total=wording.persons(total),
                )
            )
            if total > 0
            else ""
        )
        return " · ".join(part for part in (shown(self._report.words), counted) if part)

    def reject(self) -> None:
        """Ask the work to stop; the dialog goes when it has."""
        self._report.stop()
        self.buttons.setEnabled(False)
        self.look()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Do as Cancel does."""
        event.ignore()
        self.reject()

    def _restyle(self) -> None:
        colours = theme().colours
        self.bar.setStyleSheet(
            f"QProgressBar {{ border: 1px solid {colours.border.name()}; border-radius: 5px; min-height: 14px;"
            f" max-height: 14px; background: {colours.raised.name()}; }}"
            f"QProgressBar::chunk {{ background: {colours.accent.name()}; border-radius: 4px; }}"
        )
