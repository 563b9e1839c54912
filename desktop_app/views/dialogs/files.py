"""Which file: the system's own dialogs."""

import re
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.views.dialogs.messages import Message
from desktop_app.views.language import marked, shown, tr

FORUMS: Final = marked("Forums (*.forum)")
DOCUMENTS: Final = marked("Forum documents (*.json)")
TO_OPEN: Final = marked("{forums};;{documents};;All files (*)", forums=FORUMS, documents=DOCUMENTS)
PDFS: Final = marked("PDF (*.pdf)")
EXPORTS: Final = marked("Forum document (*.json);;Excel workbook (*.xlsx);;CSV table (*.csv)")
REPLACE: Final = marked("&Replace")

_ENDING: Final = re.compile(r"\*(\.\w+)\)")


class Files:
    """Asks for files."""

    @classmethod
    def to_open(cls, parent: QWidget | None, title: str, folder: Path, kinds: str = FORUMS) -> Path | None:
        """Return an existing file, or ``None``."""
        name, _kind = QFileDialog.getOpenFileName(parent, shown(title), str(folder), shown(kinds))
        return Path(name) if name else None

    @classmethod
    def to_write(cls, parent: QWidget | None, title: str, proposed: Path, kinds: str) -> Path | None:
        """Return a file to write, with an ending of ``kinds``, or ``None``; an existing one was agreed to be replaced.

        A name without such an ending gets that of the chosen kind: ``Pool v1.2`` becomes ``Pool v1.2.forum``.
        Where that is another file than the one that the system's dialog asked about, it is asked about here.
        """
        kinds = shown(kinds)
        dialog = QFileDialog(parent, shown(title), str(proposed.parent), kinds)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setDefaultSuffix(_endings(kinds)[0])
        dialog.filterSelected.connect(lambda kind: dialog.setDefaultSuffix(_endings(kind)[0]))
        dialog.selectFile(proposed.name)
        try:
            while dialog.exec():
                named = Path(dialog.selectedFiles()[0])
                path = with_ending(named, dialog.selectedNameFilter() or kinds, kinds)
                if path == named or not path.exists() or _may_replace(parent, path):
                    return path
                dialog.selectFile(path.name)
            return None
        finally:
            dialog.deleteLater()


def with_ending(path: Path, kind: str, kinds: str) -> Path:
    """Return ``path`` with the ending of ``kind`` behind its name, unless it ends in one of ``kinds`` already."""
    if path.suffix.lower() in _endings(kinds):
        return path
    return path.with_name(f"{path.name}{shown(_endings(kind)[0])}")


def _endings(kinds: str) -> list[str]:
    return _ENDING.findall(kinds)


def _may_replace(parent: QWidget | None, path: Path) -> bool:
    return Message.confirm(
        parent,
        tr("{name} exists already", name=path.name),
        tr("Replace the file in {parent}?", parent=str(path.parent)),
        REPLACE,
    )
