"""What this program is, which libraries it runs on, where its data come from."""

import platform

from PySide6.QtCore import QSize, qVersion
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

import desktop_app
from desktop_app.models.versions import sqlite_version
from desktop_app.paths import resource
from desktop_app.views.dialogs.base import room_on_screen
from desktop_app.views.dialogs.plain_buttons import without_icons
from desktop_app.views.language import shown, tr
from desktop_app.views.theme import Space


def about_text() -> str:
    """Return the page in Markdown."""
    data = _sources(resource("data", "README.md").read_text("utf-8"))
    return tr(
        "# Forum Desk {version}\n\nThe desk for the figures of the High-Level EU Solidarity Forum, "
        "Regulation (EU) 2024/1351. It is an aid: what is adopted stands in the acts alone.\n\nPython "
        "{python_version} · Qt {qVersion} · SQLite {sqlite_version} · {system} {release}\n\n## "
        "Data\n\n{data}",
        version=desktop_app.__version__,
        python_version=platform.python_version(),
        qVersion=qVersion(),
        sqlite_version=sqlite_version(),
        system=platform.system(),
        release=platform.release(),
        data=data,
    )


def _sources(readme: str) -> str:
    """Return source and terms of each data file, out of the page that tells all about them."""
    kept, keeping = [], False
    for line in readme.splitlines():
        if line.startswith("## "):
            kept += ["", f"#{line}"]
        if not line or line.startswith(("#", "- ")):
            keeping = line.startswith((tr("- **Source"), tr("- **Reuse")))
        if keeping:
            kept.append(line)
    return "\n".join(map(shown, kept))


class PageDialog(QDialog):
    """A page to read: about the program, its manual."""

    def __init__(self, parent: QWidget | None, title: str, markdown: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(shown(title))
        self.page = QTextBrowser()
        self.page.setMarkdown(markdown)
        self.page.setOpenLinks(False)
        self.page.document().setDocumentMargin(Space.L)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        without_icons(buttons)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.page, 1)
        column.addWidget(buttons)
        self.resize(QSize(720, 600).boundedTo(room_on_screen(self)))

    @classmethod
    def show_page(cls, parent: QWidget | None, title: str, markdown: str) -> None:
        """Show a page until it is closed."""
        dialog = cls(parent, title, markdown)
        try:
            dialog.exec()
        finally:
            dialog.deleteLater()
