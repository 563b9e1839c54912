"""A table of Member States that is typed into: every cell keeps its text as typed, and is read from it."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QFont, QIcon

from desktop_app.views.fields import Read
from desktop_app.views.key.columns import NO, YES, GridColumn
from desktop_app.views.language import shown, state_name, tr
from desktop_app.views.theme import Type, legible, theme

Place = tuple[str, str]
"""Code of the Member State and name of the column."""

_Index = QModelIndex | QPersistentModelIndex
_RIGHT: Final = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT: Final = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_STEPS: Final = 200
"""Changes of cells that can be taken back before the whole is taken."""
_NOTHING: Final[Read[Any]] = Read()


class GridModel(QAbstractTableModel):
    """The cells.

    Signals:
        edited(): the person changed something.
    """

    edited = Signal()

    def __init__(self, codes: Sequence[str], columns: Sequence[GridColumn], parent: QObject | None = None) -> None:
        """Make the table, empty.

        Args:
            codes: a row each.
            columns: the columns beside the name of the state.
            parent: owns it.
        """
        super().__init__(parent)
        self.codes = tuple(codes)
        self.columns = tuple(columns)
        self.read_only = False
        self.scale = 1.0
        self._raw: dict[Place, str] = {}
        self._before: dict[Place, str] = {}
        self._former: list[dict[Place, str]] = []
        self._shown: dict[Place, str] = {}
        self._complaints: dict[Place, str] = {}
        self._tellers: Final[Mapping[int, Callable[[str, GridColumn], Any]]] = {
            Qt.ItemDataRole.TextAlignmentRole: self._alignment,
            Qt.ItemDataRole.EditRole: self._typed,
            Qt.ItemDataRole.DisplayRole: self._displayed,
            Qt.ItemDataRole.CheckStateRole: self._tick,
            Qt.ItemDataRole.ForegroundRole: self._ink,
            Qt.ItemDataRole.BackgroundRole: self._ground,
            Qt.ItemDataRole.DecorationRole: self._mark,
            Qt.ItemDataRole.FontRole: self._font,
            Qt.ItemDataRole.ToolTipRole: self.explained,
            Qt.ItemDataRole.AccessibleTextRole: self._said,
        }

    # ------------------------------------------------------------------------------------------------------- contents

    @property
    def raw(self) -> dict[Place, str]:
        """What stands in the cells, as typed."""
        return dict(self._raw)

    def start(self, raw: Mapping[Place, str]) -> None:
        """Show what is recorded; cells that differ from it later are marked."""
        self.beginResetModel()
        self._raw, self._before = dict(raw), dict(raw)
        self.endResetModel()

    def change_columns(self, columns: Sequence[GridColumn]) -> None:
        """Show other columns; what stands in any cell stays."""
        self.beginResetModel()
        self.columns = tuple(columns)
        self.endResetModel()

    def put(self, raw: Mapping[Place, str]) -> None:
        """Change cells as the person asks, all at once; :meth:`take_back` knows what stood there."""
        self._former.append({place: self._raw.get(place, "") for place in raw})
        del self._former[:-_STEPS]
        self._raw.update(raw)
        self.repaint()
        self.edited.emit()

    def take_back(self) -> bool:
        """Undo the latest change of cells; tell whether there was one."""
        if not self._former:
            return False
        self._raw.update(self._former.pop())
        self.repaint()
        self.edited.emit()
        return True

    def forget_steps(self) -> None:
        """Let nothing before now be taken back: fields beside the table have changed with it."""
        self._former.clear()

    def show_texts(self, texts: Mapping[Place, str]) -> None:
        """Show texts in columns in which nothing is typed."""
        if texts != self._shown:
            self._shown = dict(texts)
            self.repaint()

    def complain(self, complaints: Mapping[Place, str]) -> None:
        """Say what is wrong with cells that can be read."""
        if complaints != self._complaints:
            self._complaints = dict(complaints)
            self.repaint()

    def repaint(self) -> None:
        """Have every cell painted anew."""
        self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))

    def text(self, code: str, name: str) -> str:
        """Return what stands in a cell, as typed."""
        return self._raw.get((code, name), "")

    def read(self, code: str, name: str) -> Read[Any]:
        """Return what a cell means, whether its column is shown or not."""
        column = next((each for each in self.columns if each.name == name), None)
        return _NOTHING if column is None or column.read is None else column.read(self.text(code, name))

    def value(self, code: str, name: str) -> Any:
        """Return the value of a cell; ``None`` where nothing is understood."""
        return self.read(code, name).value

    def is_kept(self, code: str, name: str) -> bool:
        """Tell whether a cell shows what is recorded, letter by letter."""
        return self._raw.get((code, name), "") == self._before.get((code, name), "")

    def problem(self, code: str, name: str) -> str:
        """Return what is wrong with a cell; what is recorded is not judged."""
        read = "" if self.is_kept(code, name) else self.read(code, name).problem
        return read or self._complaints.get((code, name), "")

    @property
    def first_problem(self) -> tuple[Place, str] | None:
        """The first cell that is not understood, in the order of reading."""
        for code in self.codes:
            for column in self.columns:
                problem = self.read(code, column.name).problem
                if problem and not self.is_kept(code, column.name):
                    return (code, column.name), problem
        return None

    def is_changed(self, code: str, name: str) -> bool:
        """Tell whether a cell means something else than what is recorded."""
        place = (code, name)
        now, before = self._raw.get(place, ""), self._before.get(place, "")
        if now == before:
            return False
        column = next(each for each in self.columns if each.name == name)
        return column.read is None or column.read(now) != column.read(before)

    def place_of(self, index: _Index) -> Place | None:
        """Return the place of an index; ``None`` in the column of names."""
        if not index.isValid() or index.column() == 0:
            return None
        return self.codes[index.row()], self.columns[index.column() - 1].name

    def index_of(self, place: Place) -> QModelIndex:
        """Return the index of a place whose column is shown."""
        names = [column.name for column in self.columns]
        return self.index(self.codes.index(place[0]), 1 + names.index(place[1]))

    # ------------------------------------------------------------------------------------------------------ Qt's side

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """One row a Member State."""
        return 0 if parent.isValid() else len(self.codes)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """The names, and the columns."""
        return 0 if parent.isValid() else 1 + len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Titles and tooltips of the columns."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if section and self.columns[section - 1].right else _LEFT
        if role == Qt.ItemDataRole.DisplayRole:
            return shown(self.columns[section - 1].title) if section else tr("Member State")
        if role == Qt.ItemDataRole.ToolTipRole:
            return shown(self.columns[section - 1].about) if section else tr("In protocol order")
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """What can be done with a cell."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.column() == 0 or self.read_only:
            return flags
        column = self.columns[index.column() - 1]
        if column.ticked:
            return flags | Qt.ItemFlag.ItemIsUserCheckable
        return flags | Qt.ItemFlag.ItemIsEditable if column.read else flags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell shows."""
        code = self.codes[index.row()]
        if index.column() == 0:
            return _name_data(code, role)
        column = self.columns[index.column() - 1]
        tell = self._tellers.get(role)
        return None if tell is None else tell(code, column)

    def _alignment(self, _code: str, column: GridColumn) -> int:
        return _RIGHT if column.right else _LEFT

    def _typed(self, code: str, column: GridColumn) -> str:
        return self.text(code, column.name)

    def _displayed(self, code: str, column: GridColumn) -> str | None:
        return None if column.ticked else legible(self._written(code, column))

    def _tick(self, code: str, column: GridColumn) -> Qt.CheckState | None:
        if not column.ticked:
            return None
        return Qt.CheckState.Checked if self.value(code, column.name) else Qt.CheckState.Unchecked

    def _ink(self, code: str, column: GridColumn) -> QColor | None:
        if self.problem(code, column.name):
            return theme().colours.block
        return theme().colours.muted if column.read is None else None

    def _ground(self, code: str, column: GridColumn) -> QColor | None:
        if self.problem(code, column.name):
            return theme().colours.block_ground
        return theme().colours.surface if column.read is None else None

    def _mark(self, code: str, column: GridColumn) -> QIcon | None:
        """Colour is never the only sign."""
        return theme().icon("block", theme().colours.block) if self.problem(code, column.name) else None

    def _font(self, code: str, column: GridColumn) -> QFont | None:
        return theme().font(Type.STRONG, self.scale) if self.is_changed(code, column.name) else None

    def _said(self, code: str, column: GridColumn) -> str:
        said = tr("yes") if column.ticked and self.value(code, column.name) else self._written(code, column)
        title = shown(column.title).replace("\n", " ")
        problem = shown(self.problem(code, column.name))
        return f"{state_name(code)}, {title}: {shown(said) or tr('nothing')}. {problem}".strip()

    def _written(self, code: str, column: GridColumn) -> str:
        if column.read is None:
            return self._shown.get((code, column.name), "")
        read = column.read(self.text(code, column.name))
        return self.text(code, column.name) if read.value is None else column.show(read.value)

    def explained(self, code: str, column: GridColumn) -> str:
        """Say what a cell means, what is wrong with it, and what stood there before."""
        if column.read is None:
            return shown(column.about)
        read = column.read(self.text(code, column.name))
        said = self.problem(code, column.name) or read.words or column.about
        if not self.is_changed(code, column.name):
            return legible(said)
        before = self._before.get((code, column.name), "")
        value = column.read(before).value
        return legible(
            tr("{said} · before: {value}", said=said, value=column.show(value) if value is not None else tr("nothing"))
        )

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take what was typed or ticked."""
        place = self.place_of(index)
        if place is None or self.read_only or role not in (Qt.ItemDataRole.EditRole, Qt.ItemDataRole.CheckStateRole):
            return False
        if role == Qt.ItemDataRole.CheckStateRole:
            value = YES if Qt.CheckState(value) is Qt.CheckState.Checked else NO
        if self._raw.get(place, "") != str(value):
            self.put({place: str(value)})
        return True


def _name_data(code: str, role: int) -> Any:
    if role == Qt.ItemDataRole.DisplayRole:
        return f"{code}  {state_name(code)}"
    if role == Qt.ItemDataRole.BackgroundRole:
        return theme().colours.surface
    return None
