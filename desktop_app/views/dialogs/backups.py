"""Which backup to go back to."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialogButtonBox,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from desktop_app.calc import wording
from desktop_app.models.backup import Backup
from desktop_app.views.dialogs.base import AskingDialog
from desktop_app.views.dialogs.files import Files
from desktop_app.views.language import marked, shown, tr
from desktop_app.views.theme import Type

_COLUMNS = (marked("Made (local time)"), marked("Journal entries"), marked("Last entry by"), marked("Would be missing"))
_NUMBERS = (1, 3)


class BackupsDialog(AskingDialog[Path]):
    """Lists the backups of a forum, the latest first."""

    def __init__(self, parent: QWidget | None, folder: Path, backups: Sequence[Backup], entries: int) -> None:
        """List backups.

        Args:
            parent: the window it belongs to.
            folder: where they lie.
            backups: the latest first.
            entries: how many journal entries the forum has now.
        """
        super().__init__(parent, tr("Restore a backup"), tr("&Restore"))
        self.add_words(tr("Restore a backup"), Type.HEADING)
        self.add_words(
            tr(
                "The forum has {entries} now. The file as it is is kept beside the restored one.\nBackups "
                "lie in {folder}",
                entries=entries_text(entries),
                folder=str(folder),
            ),
            tone="muted",
        )
        self.list = QTreeWidget()
        self.list.setHeaderLabels([shown(each) for each in _COLUMNS])
        self.list.setRootIsDecorated(False)
        self.list.header().setStretchLastSection(False)
        self.list.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.list.setMinimumHeight(120)
        self.list.setAccessibleName(tr("Backups"))
        for backup in backups:
            self._add(backup, entries)
        for column in range(len(_COLUMNS)):
            self.list.resizeColumnToContents(column)
        self.list.itemActivated.connect(self.accept)
        self.column.addWidget(self.list, 1)
        self.list.setCurrentIndex(self.list.model().index(0, 0))
        if not backups:
            self.add_words(tr("There is no backup yet: the first is made right after opening."), tone="muted")
        self.accept_button.setEnabled(bool(backups))
        self._folder = folder
        self._other: Path | None = None
        self.other = QPushButton(tr("&Another file…"))
        self.other.clicked.connect(self._choose_other)
        self.buttons.addButton(self.other, QDialogButtonBox.ButtonRole.ActionRole)
        self.resize(640, 420)

    def _add(self, backup: Backup, entries_now: int) -> None:
        if backup.entries is None:
            cells = [moment_text(backup.made_at), tr("cannot be read"), "", ""]
        else:
            missing = max(0, entries_now - backup.entries)
            said = entries_text(missing, "entry", "entries") if missing else tr("nothing")
            cells = [moment_text(backup.made_at), wording.persons(backup.entries), backup.operator or "", said]
        item = QTreeWidgetItem(cells)
        for column in _NUMBERS:
            item.setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        item.setToolTip(0, str(backup.path))
        item.setData(0, Qt.ItemDataRole.UserRole, str(backup.path))
        self.list.addTopLevelItem(item)

    def answer(self) -> Path:
        """Return the chosen backup, or another file that was chosen instead."""
        return self._other or Path(self.list.currentIndex().siblingAtColumn(0).data(Qt.ItemDataRole.UserRole))

    def _choose_other(self) -> None:
        self._other = Files.to_open(self, tr("Restore from"), self._folder)
        if self._other is not None:
            self.accept()

    @classmethod
    def ask(cls, parent: QWidget | None, folder: Path, backups: Sequence[Backup], entries: int) -> Path | None:
        """Return the backup to restore, or ``None``."""
        return cls(parent, folder, backups, entries).asked()


def backup_text(backup: Backup) -> str:
    """Return for example ``"22 November 2026, 16:40:12: 12 journal entries, the last by Ana Silva"``."""
    if backup.entries is None:
        return moment_text(backup.made_at)
    return tr(
        "{moment}: {entries}, the last by {operator}",
        moment=moment_text(backup.made_at),
        entries=entries_text(backup.entries),
        operator=backup.operator or "",
    )


def moment_text(moment: datetime) -> str:
    """Write a moment as day and local time: ``"22 November 2026, 16:40:12"``."""
    local = moment.astimezone()
    return f"{shown(wording.day(local.date()))}, {local:%H:%M:%S}"


def entries_text(count: int, one: str = marked("journal entry"), more: str = marked("journal entries")) -> str:
    """Write a number of journal entries."""
    return f"{shown(wording.persons(count))} {shown(one) if count == 1 else shown(more)}"
