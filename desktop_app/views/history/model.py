"""The lines of the history, loaded page by page as they are scrolled to; new entries come in on top."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont, QIcon

from desktop_app.calc.memory import Step
from desktop_app.models.remembering import EVERYTHING, Filter
from desktop_app.views.history.words import EntryLine, line_of
from desktop_app.views.language import marked, tr
from desktop_app.views.theme import Type, legible, theme

if TYPE_CHECKING:
    from desktop_app.models.forum_file import ForumFile

COLUMNS: Final = (
    marked("Entry"),
    marked("When"),
    marked("Who"),
    marked("Meeting, round"),
    marked("What"),
    marked("From → to"),
    marked("Reason"),
)
WHAT: Final = 4
"""Number of the column that says what was done."""
PAGE: Final = 24
"""Entries that are read at once: each costs two milliseconds, and a first look takes no fifth of a second."""
_MOST_NEW: Final = 200
"""New entries that are put on top; where more came in meanwhile, the list begins anew."""
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()


class HistoryModel(QAbstractTableModel):
    """Entries of one file, the newest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin without a file; :meth:`show` fills it."""
        super().__init__(parent)
        self._file: ForumFile | None = None
        self._wanted = EVERYTHING
        self._upto: int | None = None
        self._seen = 0
        self._steps: list[Step] = []
        self._lines: list[EntryLine] = []
        self._is_whole = True
        self._scale = 1.0
        self._caption = theme().font(Type.CAPTION)

    # --------------------------------------------------------------------------------------------------- what is shown

    @property
    def steps(self) -> Sequence[Step]:
        """The entries that are loaded, the newest first."""
        return self._steps

    @property
    def is_whole(self) -> bool:
        """Whether there are no more entries to load."""
        return self._is_whole

    @property
    def upto(self) -> int | None:
        """The entry from which the list goes back; ``None``: from the newest."""
        return self._upto

    def line(self, row: int) -> EntryLine:
        """Return one line."""
        return self._lines[row]

    def row_of(self, seq: int) -> int | None:
        """Return the row of an entry; ``None`` where it is not loaded."""
        return next((row for row, each in enumerate(self._lines) if each.seq == seq), None)

    def show(self, forum_file: "ForumFile | None", wanted: Filter = EVERYTHING, upto: int | None = None) -> None:
        """Begin anew.

        Args:
            forum_file: the file; ``None`` for none.
            wanted: which entries.
            upto: the entry from which the list goes back; ``None``: from the newest.

        Raises:
            ForumFileError: the file cannot be read.
        """
        self.beginResetModel()
        try:
            self._file, self._wanted, self._upto = forum_file, wanted, upto
            self._steps, self._lines, self._is_whole = [], [], True
            if forum_file is not None:
                self._seen = forum_file.seq
                self._take(forum_file, self._read(forum_file, None if upto is None else upto + 1))
        finally:
            self.endResetModel()

    def take_new(self) -> int:
        """Put entries on top that were made since; return how many lines that are.

        Raises:
            ForumFileError: the file cannot be read.
        """
        source = self._file
        if source is None or source.seq == self._seen:
            return 0
        before, self._seen = self._seen, source.seq
        if not 0 < source.seq - before <= _MOST_NEW:
            self.show(source, self._wanted, self._upto)
            return 0
        new = source.steps(source.seq - before)
        self._renew(new)
        if self._upto is not None:
            return 0
        if self._wanted != EVERYTHING:
            new = [each for each in source.steps(len(new), None, self._wanted) if each.moment.seq > before]
        if new:
            self.beginInsertRows(_NOWHERE, 0, len(new) - 1)
            self._steps[:0] = new
            self._lines[:0] = [line_of(each, source.forum) for each in new]
            self.endInsertRows()
        return len(new)

    def _renew(self, new: Sequence[Step]) -> None:
        """Read those lines again of which new entries say something."""
        touched: set[int] = set()
        for step in new:
            linked = [each for each in (step.about, step.reverts) if each is not None]
            while linked:
                seq = linked.pop()
                row = self.row_of(seq)
                if seq in touched or row is None:
                    continue
                touched.add(seq)
                linked += [each for each in (self._steps[row].about, self._steps[row].reverts) if each is not None]
        for seq in touched:
            self._read_again(seq)

    def _read_again(self, seq: int) -> None:
        row = self.row_of(seq)
        if row is None or self._file is None:
            return
        for step in self._file.steps(1, seq + 1):
            self._steps[row], self._lines[row] = step, line_of(step, self._file.forum)
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(COLUMNS) - 1))

    def _read(self, source: "ForumFile", before: int | None) -> list[Step]:
        found = source.steps(PAGE, before, self._wanted)
        self._is_whole = len(found) < PAGE
        return found

    def _take(self, source: "ForumFile", found: Sequence[Step]) -> None:
        self._steps += found
        self._lines += [line_of(each, source.forum) for each in found]

    # ---------------------------------------------------------------------------------------------------- what Qt asks

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """Return how many lines are loaded."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(COLUMNS)

    def canFetchMore(self, parent: _Index) -> bool:
        """Tell whether there are more entries."""
        return not parent.isValid() and not self._is_whole

    def fetchMore(self, parent: _Index) -> None:
        """Load the next page."""
        source = self._file
        if parent.isValid() or self._is_whole or source is None:
            return
        found = self._read(source, self._steps[-1].moment.seq)
        if found:
            first = len(self._lines)
            self.beginInsertRows(_NOWHERE, first, first + len(found) - 1)
            self._take(source, found)
            self.endInsertRows()

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Name the columns."""
        if orientation is Qt.Orientation.Vertical:
            return None
        # The style of the headings forgets a font that is set on the header as a whole.
        asked = {Qt.ItemDataRole.DisplayRole: tr(COLUMNS[section]), Qt.ItemDataRole.FontRole: self._caption}
        return asked.get(Qt.ItemDataRole(role))

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what stands in a cell, and how it looks."""
        line = self._lines[index.row()]
        asked = _ROLES.get(role)
        return None if asked is None else asked(line, index.column(), self._scale)

    def set_scale(self, scale: float) -> None:
        """Follow the person's zoom."""
        self._scale = scale
        self._caption = theme().font(Type.CAPTION, scale)
        self.layoutChanged.emit()


def _text(line: EntryLine, column: int, _scale: float) -> str:
    return legible(line.cells[column])


def _spoken(line: EntryLine, _column: int, _scale: float) -> str:
    """Return a whole line for a screen reader."""
    pairs = (f"{tr(title)} {text}" for title, text in zip(COLUMNS, line.cells, strict=True) if text)
    return legible(", ".join(pairs))


def _tip(line: EntryLine, column: int, _scale: float) -> str:
    return legible(line.whole if column > WHAT else line.cells[column])


def _font(line: EntryLine, column: int, scale: float) -> QFont:
    font = theme().font(Type.STRONG if line.is_mark else Type.BODY, scale)
    font.setStrikeOut(line.is_undone and column == WHAT)
    return font


def _colour(line: EntryLine, _column: int, _scale: float) -> QColor:
    return theme().colours.muted if line.is_undone else theme().colours.text


def _ground(line: EntryLine, _column: int, _scale: float) -> QColor | None:
    return theme().colours.info_ground if line.is_mark else None


def _icon(line: EntryLine, column: int, _scale: float) -> QIcon | None:
    return theme().icon(line.icon, theme().colours.info) if line.icon and column == WHAT else None


def _alignment(_line: EntryLine, column: int, _scale: float) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column == 0 else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


_ROLES: Final[dict[int, Callable[[EntryLine, int, float], object]]] = {
    int(Qt.ItemDataRole.DisplayRole): _text,
    int(Qt.ItemDataRole.ToolTipRole): _tip,
    int(Qt.ItemDataRole.AccessibleTextRole): _spoken,
    int(Qt.ItemDataRole.FontRole): _font,
    int(Qt.ItemDataRole.ForegroundRole): _colour,
    int(Qt.ItemDataRole.BackgroundRole): _ground,
    int(Qt.ItemDataRole.DecorationRole): _icon,
    int(Qt.ItemDataRole.TextAlignmentRole): _alignment,
}
