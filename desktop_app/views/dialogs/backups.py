"""Which backup to go back to."""

from collections.abc import Sequence
from dataclasses import dataclass
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
from desktop_app.views.dialogs.base import AskingDialog
from desktop_app.views.dialogs.files import Files
from desktop_app.views.header import clock_text
from desktop_app.views.theme import Type


@dataclass(frozen=True, slots=True)
class BackupLine:
    """One line of the list: the file, when it was made, how many bytes it has."""

    path: Path
    made_at: datetime
    size: int


class BackupsDialog(AskingDialog[Path]):
    """Lists the backups of a forum, the latest first."""

    def __init__(self, parent: QWidget | None, folder: Path, backups: Sequence[BackupLine]) -> None:
        super().__init__(parent, "Restore a backup", "&Restore")
        self.add_words("Restore a backup", Type.HEADING)
        self.add_words(
            f"Backups lie in {folder}. The file as it is now is kept beside the restored one.",
            tone="muted",
        )
        self.list = QTreeWidget()
        self.list.setHeaderLabels(["Made", "Size", "File"])
        self.list.setRootIsDecorated(False)
        self.list.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.list.setMinimumHeight(220)
        self.list.setAccessibleName("Backups")
        for backup in backups:
            size = f"{wording.persons(-(-backup.size // 1024))} KiB"
            item = QTreeWidgetItem([clock_text(backup.made_at), size, backup.path.name])
            item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            item.setData(0, Qt.ItemDataRole.UserRole, str(backup.path))
            self.list.addTopLevelItem(item)
        for column in range(3):
            self.list.resizeColumnToContents(column)
        self.list.itemActivated.connect(self.accept)
        self.add(self.list)
        self.list.setCurrentIndex(self.list.model().index(0, 0))
        if not backups:
            self.add_words("There is no backup yet: the first is made right after opening.", tone="muted")
        self.accept_button.setEnabled(bool(backups))
        self._folder = folder
        self._other: Path | None = None
        self.other = QPushButton("&Another file…")
        self.other.clicked.connect(self._choose_other)
        self.buttons.addButton(self.other, QDialogButtonBox.ButtonRole.ActionRole)
        self.finish()
        self.resize(640, 380)

    def answer(self) -> Path:
        """Return the chosen backup, or another file that was chosen instead."""
        return self._other or Path(self.list.currentIndex().siblingAtColumn(0).data(Qt.ItemDataRole.UserRole))

    def _choose_other(self) -> None:
        self._other = Files.to_open(self, "Restore from", self._folder)
        if self._other is not None:
            self.accept()

    @classmethod
    def ask(cls, parent: QWidget | None, folder: Path, backups: Sequence[BackupLine]) -> Path | None:
        """Return the backup to restore, or ``None``."""
        return cls(parent, folder, backups).asked()
