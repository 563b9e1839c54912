"""What this program is, which libraries it runs on, where its data come from."""

import platform
import sqlite3

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

import desktop_app
from desktop_app.paths import resource
from desktop_app.views.theme import Space


def about_text() -> str:
    """Return the page in Markdown."""
    sources = resource("data", "README.md")
    data = sources.read_text("utf-8") if sources.is_file() else ""
    return (
        f"# Forum Desk {desktop_app.__version__}\n\n"
        "The desk for the figures of the High-Level EU Solidarity Forum, Regulation (EU) 2024/1351. It is an aid: "
        "what is adopted stands in the acts alone.\n\n"
        f"Python {platform.python_version()} · Qt {qVersion()} · SQLite {sqlite3.sqlite_version} · "
        f"{platform.system()} {platform.release()}\n\n---\n\n{data}"
    )


class PageDialog(QDialog):
    """A page to read: about the program, its manual."""

    def __init__(self, parent: QWidget | None, title: str, markdown: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.page = QTextBrowser()
        self.page.setMarkdown(markdown)
        self.page.setOpenLinks(False)
        self.page.document().setDocumentMargin(Space.L)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.page, 1)
        column.addWidget(buttons)
        self.resize(720, 600)

    @classmethod
    def show_page(cls, parent: QWidget | None, title: str, markdown: str) -> None:
        """Show a page until it is closed."""
        dialog = cls(parent, title, markdown)
        try:
            dialog.exec()
        finally:
            dialog.deleteLater()
