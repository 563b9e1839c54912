"""What an imported file would change, difference by difference, before any of it is taken."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from desktop_app.calc.assess import assess
from desktop_app.calc.assessment import Assessment
from desktop_app.calc.changes import Change, ReplaceForum
from desktop_app.models.table_reading.notes import Note, NoteKind
from desktop_app.models.table_reading.reading import Incoming
from desktop_app.views.consequences import ConsequencesView
from desktop_app.views.exchange.staged import StagedDialog
from desktop_app.views.language import marked, shown, tr, upper_first
from desktop_app.views.parts import ToneLabel
from desktop_app.views.theme import Space, Type, legible, theme

_HEADINGS: Final = (marked("Where"), marked("What"), marked("Now"), marked("Then"))
_LONGEST: Final = 200
"""Characters of a value that a line shows; all of it stands in its tooltip."""
_LOOKS: Final = {
    NoteKind.REFUSED: ("block", "block"),
    NoteKind.IGNORED: ("warn", "warn"),
    NoteKind.TOLD: ("info", "info"),
}
_WIDTHS: Final = (150, 190, 170)
_MOST: Final = 5_000
"""Differences that are listed; more are counted."""


class ImportDialog(StagedDialog):
    """Shows differences, remarks and consequences of a file; takes the whole as one step."""

    def __init__(self, parent: QWidget | None, incoming: Incoming, assessment: Assessment) -> None:
        """Make the dialog.

        Args:
            parent: the window it belongs to.
            incoming: what the file would change.
            assessment: of the forum as it is.
        """
        super().__init__(parent, tr("Import {source}", source=incoming.source))
        self.incoming = incoming
        whole = tr("The file holds a whole forum: it takes the place of this one, and can be undone.")
        tone = "muted" if incoming.same_state or not incoming.origin else "warn"
        self.add_words(legible(incoming.origin or whole), tone=tone)
        self.differences = _list(tr("Differences"), _HEADINGS)
        self.notes = _list(tr("Remarks"), ("", tr("Where"), tr("Remark")))
        self.consequences = ConsequencesView()
        self._fill(assessment)
        count = len(incoming.differences)
        change = ReplaceForum(incoming.forum, incoming.source) if count else None
        taken = tr("{count} difference", count=count) if count == 1 else tr("{count} differences", count=count)
        accept = tr("&Take {taken}", taken=taken)
        refusals = ""
        if incoming.refused:
            accept = tr("&Take {taken}, leave {refused} out", taken=taken, refused=incoming.refused)
            refusals = (
                tr("1 thing in the file is not taken: see Remarks.")
                if incoming.refused == 1
                else tr("{count} things in the file are not taken: see Remarks.", count=incoming.refused)
            )
        elif not count:
            refusals = tr("The file says the same as this forum: there is nothing to take.")
        self.finish(change, accept if count else tr("&Take"), refusals)
        if not count and incoming.notes:
            self.tabs.setCurrentIndex(1)
        (self.notes if self.tabs.currentIndex() else self.differences).setFocus()

    def _fill(self, assessment: Assessment) -> None:
        incoming = self.incoming
        for each in incoming.differences[:_MOST]:
            _add(self.differences, tuple(map(tr, (each.place, each.what, each.before, each.after))))
        more = len(incoming.differences) - _MOST
        if more > 0:
            _add(self.differences, (tr("… and {more} more", more=more), "", "", ""))
        for note in sorted(incoming.notes, key=lambda each: list(NoteKind).index(each.kind)):
            self._add_note(note)
        if incoming.more_notes:
            _add(self.notes, ("", "", tr("… and {more} more remarks", more=incoming.more_notes)))
        for column in (0, 1):
            self.notes.resizeColumnToContents(column)
        if incoming.differences:
            self.consequences.show_consequences(assessment, assess(incoming.forum, assessment))
        else:
            self.consequences.show_unknown(tr("Nothing would change."))
        remarks = len(incoming.notes) + incoming.more_notes
        self.tabs.addTab(_page(self.differences), tr("&Differences ({count})", count=len(incoming.differences)))
        self.tabs.addTab(_page(self.notes), tr("&Remarks ({remarks})", remarks=remarks))
        self.tabs.addTab(self.consequences, tr("What it c&hanges"))

    def _add_note(self, note: Note) -> None:
        icon, tone = _LOOKS[note.kind]
        item = _add(self.notes, (tr(note.kind.value), shown(note.where), f"{upper_first(note.what).rstrip('.')}."))
        item.setIcon(0, theme().icon(icon, theme().colours.named(tone)))

    @classmethod
    def ask(cls, parent: QWidget | None, incoming: Incoming, assessment: Assessment) -> Change | None:
        """Show the dialog and return the change, or ``None``."""
        return cls(parent, incoming, assessment).asked()


class _Lines(QTreeWidget):
    """A list of lines that can be copied."""

    def sentence(self, item: QTreeWidgetItem | None) -> str:
        """Return a line as a sentence."""
        texts = [] if item is None else [item.toolTip(column) for column in range(self.columnCount())]
        if len(texts) == len(_HEADINGS):
            place, what, before, after = texts
            return legible(f"{place}, {what}: {before} → {after}" if what else place)
        return " – ".join(text for text in texts if text)

    def copy(self) -> None:
        """Put the selected lines on the clipboard, or all of them: tabs between columns."""
        every = [self.topLevelItem(row) for row in range(self.topLevelItemCount())]
        chosen = self.selectedItems() or [item for item in every if item is not None]
        lines = ["\t".join(item.toolTip(column) for column in range(self.columnCount())) for item in chosen]
        QGuiApplication.clipboard().setText("\n".join(lines))


def _page(lines: _Lines) -> QWidget:
    """Return a list above the whole of its current line, which its columns may cut."""
    page, whole = QWidget(), ToneLabel("", Type.BODY)
    whole.setWordWrap(True)
    whole.setMinimumHeight(3 * whole.fontMetrics().height())
    whole.setAlignment(Qt.AlignmentFlag.AlignTop)
    whole.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    whole.setContentsMargins(Space.S, 0, Space.S, 0)
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, Space.XS)
    column.addWidget(lines, 1)
    column.addWidget(whole)
    page.setFocusProxy(lines)
    lines.currentItemChanged.connect(lambda item, _before: whole.setText(lines.sentence(item)))
    first = lines.topLevelItem(0)
    if first is not None:
        lines.setCurrentItem(first)
    return page


def _list(name: str, headings: Sequence[str]) -> _Lines:
    lines = _Lines()
    lines.setAccessibleName(shown(name))
    lines.setHeaderLabels([shown(each) for each in headings])
    lines.setRootIsDecorated(False)
    lines.setUniformRowHeights(True)
    lines.setAllColumnsShowFocus(True)
    lines.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    lines.setFont(theme().font(Type.BODY))
    lines.setIndentation(0)
    lines.setStyleSheet(f"QTreeWidget::item {{ padding: {int(Space.XS)}px; }}")
    lines.header().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
    for column, width in enumerate(_WIDTHS[: len(headings) - 1]):
        lines.setColumnWidth(column, width)
    copying = QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), lines)
    copying.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    copying.activated.connect(lines.copy)
    return lines


def _add(lines: QTreeWidget, texts: Sequence[str]) -> QTreeWidgetItem:
    shown = [legible(" ".join(text.split(" ")).replace("\n", " ⏎ ")) for text in texts]
    cut = [text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…" for text in shown]
    item = QTreeWidgetItem(lines, cut)
    for column, text in enumerate(texts):
        item.setToolTip(column, legible(text))
    return item
