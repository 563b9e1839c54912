"""A page of links that can be read and followed by keyboard, with the link that has it marked unmistakably."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QTextCharFormat
from PySide6.QtWidgets import QTextBrowser, QTextEdit

from desktop_app.views.theme import theme

_BY_KEY = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)


class LinksBrowser(QTextBrowser):
    """Shows a page; links are announced, never opened."""

    def __init__(self) -> None:
        super().__init__()
        self.setOpenLinks(False)
        self._has_links = False

    def show_page(self, html: str) -> None:
        """Show another page."""
        self._has_links = 'href="' in html
        self.setHtml(html)
        self._mark()

    def focusNextPrevChild(self, next_: bool) -> bool:
        """Go to the next or previous link, or on to the next widget after the last one."""
        stays = super().focusNextPrevChild(next_)
        self._mark()
        return stays

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Take the first link (coming back by Shift+Tab, the last), so that Enter follows it at once."""
        super().focusInEvent(event)
        if self._has_links and event.reason() in _BY_KEY and not self.textCursor().hasSelection():
            super().focusNextPrevChild(event.reason() is not Qt.FocusReason.BacktabFocusReason)
        self._mark()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Mark no link any more."""
        super().focusOutEvent(event)
        self._mark()

    def _mark(self) -> None:
        """Put the link that has the keyboard on a strong ground: Qt's own dotted frame is hardly seen."""
        cursor, marks = self.textCursor(), []
        if self.hasFocus() and cursor.hasSelection() and cursor.charFormat().isAnchor():
            mark = QTextEdit.ExtraSelection()
            ground = QTextCharFormat()
            ground.setBackground(theme().colours.accent)
            ground.setForeground(theme().colours.on_accent)
            mark.cursor, mark.format = cursor, ground
            marks.append(mark)
        self.setExtraSelections(marks)
