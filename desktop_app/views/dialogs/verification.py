"""What the verification of a forum file found, to be read and copied."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app.views.dialogs.backups import backup_text, entries_text
from desktop_app.views.dialogs.base import room_on_screen
from desktop_app.views.dialogs.plain_buttons import without_icons
from desktop_app.views.language import shown, tr
from desktop_app.views.mnemonics import tell_apart
from desktop_app.views.parts import ToneLabel
from desktop_app.views.theme import Space, Type, theme

if TYPE_CHECKING:
    from desktop_app.models.verify import Report

_ICON: int = 24


class VerificationDialog(QDialog):
    """The verdict with icon and words, what was looked at, what is wrong, and the way back where something is."""

    def __init__(self, parent: QWidget | None, report: "Report", *, may_restore: bool) -> None:
        """Show a report.

        Args:
            parent: the window it belongs to.
            report: what was found.
            may_restore: whether a backup may be gone back to from here.
        """
        super().__init__(parent)
        self._report = report
        self.setWindowTitle(tr("Verify this file"))
        tone = "ok" if report.is_sound else "block"
        icon = QLabel()
        icon.setPixmap(theme().icon(tone, theme().colours.named(tone)).pixmap(_ICON, _ICON))
        self.heading = ToneLabel(
            tr("The file is sound") if report.is_sound else tr("The file is damaged"),
            Type.HEADING,
            "text" if report.is_sound else tone,
        )
        first = QHBoxLayout()
        first.setSpacing(Space.S)
        first.addWidget(icon)
        first.addWidget(self.heading, 1)
        self.words = ToneLabel("\n".join(_said(report)))
        self.words.setWordWrap(True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.words.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        where = ToneLabel(str(report.path), Type.CAPTION, "muted")
        where.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.copy_all = QPushButton(tr("&Copy"))
        buttons.addButton(self.copy_all, QDialogButtonBox.ButtonRole.ActionRole)
        self.copy_all.clicked.connect(lambda _checked=False: self.copy())
        self.restore = QPushButton(tr("&Restore a backup…"))
        if may_restore and not report.is_sound:
            buttons.addButton(self.restore, QDialogButtonBox.ButtonRole.AcceptRole)
        without_icons(buttons)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        column.setSpacing(Space.M)
        column.addLayout(first)
        column.addWidget(self.words, 1)
        column.addWidget(where)
        column.addWidget(buttons)
        tell_apart(self)
        self.setMinimumWidth(520)
        self.setMaximumSize(room_on_screen(self).boundedTo(QSize(900, 700)))

    @classmethod
    def wants_restore(cls, parent: QWidget | None, report: "Report", *, may_restore: bool) -> bool:
        """Show a report until it is closed; tell whether a backup is to be restored."""
        dialog = cls(parent, report, may_restore=may_restore)
        try:
            return bool(dialog.exec())
        finally:
            dialog.deleteLater()

    def copy(self) -> None:
        """Put the report on the clipboard, as the command line prints it, in the language that is spoken."""
        QGuiApplication.clipboard().setText("\n".join(shown(each) for each in self._report.lines()))


def _said(report: "Report") -> list[str]:
    said = [shown(each) for each in (*report.problems, *report.notes)]
    if report.is_sound:
        said.insert(
            0,
            tr(
                "{entries}: each has its hash, and all follow one another.",
                entries=entries_text(report.entries),
            ),
        )
        said.insert(1, tr("The tables hold what the journal says, and the state has the hash that it names."))
    elif report.first_bad is not None and report.entries:
        said.append(tr("Before it: {entries}, sound.", entries=entries_text(report.entries)))
    if report.backup is None:
        said.append(tr("There is no backup yet."))
    elif report.backup_problem is None:
        said.append(tr("The last backup is sound: {backup}.", backup=backup_text(report.backup)))
    else:
        said.append(tr("The last backup is not sound: {backup_problem}.", backup_problem=report.backup_problem))
    return said
