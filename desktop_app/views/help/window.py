"""The manual as a window beside the others: contents and search on the left, the page on the right."""

from typing import Final

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent, QTextCursor
from PySide6.QtWidgets import QLineEdit, QSplitter, QTextBrowser, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from desktop_app.views.dialogs.base import outlines, room_on_screen
from desktop_app.views.help.pages import Topic, found, page, pages
from desktop_app.views.language import tr
from desktop_app.views.theme import Space, Type, theme

_TOPIC: Final = Qt.ItemDataRole.UserRole
_SIZE: Final = QSize(980, 680)
_CONTENTS: Final = 300
_MOST_FOUND: Final = 60


class HelpWindow(QWidget):
    """Every page of the manual; stays open beside the window until it is closed."""

    def __init__(self, parent: QWidget | None, scale: float = 1.0) -> None:
        """Make the window.

        Args:
            parent: the window or dialog that it belongs to; it closes with it.
            scale: the person's zoom.
        """
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Manual – Forum Desk"))
        self.search = _Search()
        self.search.setPlaceholderText(tr("Search the manual"))
        self.search.setAccessibleName(tr("Search the manual"))
        self.search.setClearButtonEnabled(True)
        self.contents = QTreeWidget()
        self.contents.setHeaderHidden(True)
        self.contents.setAccessibleName(tr("Contents"))
        self.text = QTextBrowser()
        self.text.setOpenLinks(False)
        self.text.setAccessibleName(tr("Page"))
        self.text.document().setDocumentMargin(Space.L)
        self._page = ""
        self._lay_out(scale)
        self._list_all()
        self.search.textChanged.connect(self._search)
        self.search.left.connect(self.contents.setFocus)
        self.contents.currentItemChanged.connect(lambda item, _before: self._chosen(item))
        self.contents.itemActivated.connect(lambda _item, _column: self.text.setFocus())
        self.show_topic(Topic(pages()[0].name))
        for keys, does in (("Esc", self._escape), ("Ctrl+W", self.close), ("Ctrl+F", self.search.setFocus)):
            QShortcut(QKeySequence(keys), self, does)
        theme().changed.connect(self._restyle)
        self._restyle()

    def _lay_out(self, scale: float) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.search)
        column.addWidget(self.contents, 1)
        parts = QSplitter()
        parts.setChildrenCollapsible(False)
        parts.addWidget(left)
        parts.addWidget(self.text)
        parts.setSizes([_CONTENTS, _SIZE.width() - _CONTENTS])
        parts.setStretchFactor(1, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(Space.M, Space.M, Space.M, Space.M)
        outer.addWidget(parts)
        for part in (self.search, self.contents, self.text):
            part.setFont(theme().font(Type.BODY, scale))
        self.resize(_SIZE.boundedTo(room_on_screen(self)))

    @property
    def topic(self) -> Topic:
        """What is shown."""
        item = self.contents.currentItem()
        topic: Topic = item.data(0, _TOPIC) if item is not None else Topic(self._page)
        return topic

    def show_topic(self, topic: Topic) -> None:
        """Show a place in the manual, chosen in the contents too."""
        self.search.clear()
        items = [self.contents.topLevelItem(number) for number in range(self.contents.topLevelItemCount())]
        for item in filter(None, items):
            if item.data(0, _TOPIC).page == topic.page:
                inside = filter(None, (item.child(place) for place in range(item.childCount())))
                self.contents.setCurrentItem(next((each for each in inside if each.data(0, _TOPIC) == topic), item))

    def _list_all(self) -> None:
        self.contents.clear()
        for each in pages():
            item = _item(each.title, Topic(each.name))
            self.contents.addTopLevelItem(item)
            for heading, heading_shown in zip(each.headings, each.headings_shown, strict=True):
                item.addChild(_item(heading_shown, Topic(each.name, heading)))

    def _search(self, words: str) -> None:
        if not words.strip():
            self._list_all()
            return
        self.contents.clear()
        for number, topic in enumerate(found(words)):
            if number < _MOST_FOUND:
                found_on = page(topic.page)
                title = found_on.title
                words_shown = f"{found_on.heading_shown(topic.heading)} · {title}" if topic.heading else title
                self.contents.addTopLevelItem(_item(words_shown, topic))
        first = self.contents.topLevelItem(0)
        if first is not None:
            self.contents.setCurrentItem(first)
        else:
            nothing = QTreeWidgetItem([tr("Nothing in the manual holds these words.")])
            nothing.setDisabled(True)
            self.contents.addTopLevelItem(nothing)

    def _chosen(self, item: QTreeWidgetItem | None) -> None:
        topic = item.data(0, _TOPIC) if item is not None else None
        if topic is None:
            return
        if topic.page != self._page:
            self._page = topic.page
            # A step smaller than Markdown's own: a page of rules is read, not admired.
            self.text.setMarkdown(page(topic.page).markdown.replace("\n## ", "\n### "))
        self._scroll_to(topic)

    def showEvent(self, event: QShowEvent) -> None:
        """Scroll anew: before it was laid out, nothing on the page had its place."""
        super().showEvent(event)
        QTimer.singleShot(0, self, lambda: self._scroll_to(self.topic))

    def _scroll_to(self, topic: Topic) -> None:
        heading = _plain(page(topic.page).heading_shown(topic.heading))
        document = self.text.document()
        block = document.begin()
        while block.isValid():
            if block.blockFormat().headingLevel() and (not heading or block.text() == heading):
                break
            block = block.next()
        cursor = QTextCursor(block if block.isValid() else document.begin())
        self.text.setTextCursor(cursor)
        top = document.documentLayout().blockBoundingRect(cursor.block()).top()
        self.text.verticalScrollBar().setValue(round(top) - Space.S)

    def _escape(self) -> None:
        if self.search.hasFocus() and self.search.text():
            self.search.clear()
        else:
            self.close()

    def _restyle(self) -> None:
        self.search.setStyleSheet(outlines())


class _Search(QLineEdit):
    """The words to look for.

    Signals:
        left(): Down or Enter: the person goes to what was found.
    """

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave by Down or Enter."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
            return
        super().keyPressEvent(event)


def _item(words: str, topic: Topic) -> QTreeWidgetItem:
    item = QTreeWidgetItem([_plain(words)])
    item.setData(0, _TOPIC, topic)
    item.setToolTip(0, _plain(words))
    return item


def _plain(markdown: str) -> str:
    """Return a heading as it is shown, without the signs of its markup."""
    return markdown.replace("*", "").replace("`", "")
