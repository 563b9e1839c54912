"""Which file: the system's own dialogs."""

from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QFileDialog, QWidget

FORUMS: Final = "Forums (*.forum)"
DOCUMENTS: Final = "Forum documents (*.json)"
PDFS: Final = "PDF (*.pdf)"
EXPORTS: Final = "Forum document (*.json);;Excel workbook (*.xlsx);;CSV table (*.csv)"


class Files:
    """Asks for files."""

    @classmethod
    def to_open(cls, parent: QWidget | None, title: str, folder: Path, kinds: str = FORUMS) -> Path | None:
        """Return an existing file, or ``None``."""
        name, _kind = QFileDialog.getOpenFileName(parent, title, str(folder), kinds)
        return Path(name) if name else None

    @classmethod
    def to_write(cls, parent: QWidget | None, title: str, proposed: Path, kinds: str) -> Path | None:
        """Return a file to write, with an ending, or ``None``; an existing one was agreed to be replaced."""
        name, kind = QFileDialog.getSaveFileName(parent, title, str(proposed), kinds)
        if not name:
            return None
        path = Path(name)
        return path if path.suffix else path.with_suffix(kind[kind.index("*") + 1 : kind.index(")")])
