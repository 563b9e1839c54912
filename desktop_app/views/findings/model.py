"""The findings as a Qt list model that changes only the lines that changed."""

from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop_app.calc.findings import Finding
from desktop_app.views.findings.lines import Line
from desktop_app.views.findings.texts import answer_text, line_text
from desktop_app.views.language import shown

FINDING_ROLE: Final = Qt.ItemDataRole.UserRole
"""Role under which a line hands out its :class:`~desktop_app.calc.findings.Finding`."""
LINE_ROLE: Final = Qt.ItemDataRole.UserRole + 1
"""Role under which it hands out itself, a :class:`~desktop_app.views.findings.lines.Line`."""
_NOWHERE: Final = QModelIndex()


class FindingsModel(QAbstractListModel):
    """One line a finding, in the order of the assessment."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[Line, ...] = ()

    @property
    def lines(self) -> tuple[Line, ...]:
        """What is shown."""
        return self._lines

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings that are shown."""
        return tuple(line.finding for line in self._lines)

    def show(self, lines: tuple[Line, ...]) -> None:
        """Show other lines; those before and after what changed stay, and so does the selection in them."""
        old = self._lines
        if [line.finding for line in old] == [line.finding for line in lines]:
            self._show_answers(lines)
            return
        head = _common(old, lines)
        tail = _common(old[head:][::-1], lines[head:][::-1])
        if len(old) > head + tail:
            self.beginRemoveRows(QModelIndex(), head, len(old) - tail - 1)
            self._lines = old[:head] + old[len(old) - tail :]
            self.endRemoveRows()
        if len(lines) > head + tail:
            self.beginInsertRows(QModelIndex(), head, len(lines) - tail - 1)
            self._lines = lines
            self.endInsertRows()

    def _show_answers(self, lines: tuple[Line, ...]) -> None:
        """Show other answers to the same findings: the person stays on the line where she is."""
        old, self._lines = self._lines, lines
        for row, (was, now) in enumerate(zip(old, lines, strict=True)):
            if was != now:
                self.dataChanged.emit(self.index(row), self.index(row))

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        """Return how many findings there are; a finding holds none."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the line as text, the finding under :data:`FINDING_ROLE`, both under :data:`LINE_ROLE`."""
        if not index.isValid() or index.row() >= len(self._lines):
            return None
        line = self._lines[index.row()]
        if role == FINDING_ROLE:
            return line.finding
        if role == LINE_ROLE:
            return line
        texts = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
        if role not in texts:
            return None
        return "\n".join(filter(None, (shown(line_text(line.finding)), shown(answer_text(line.answer)))))


def _common(one: tuple[Line, ...], other: tuple[Line, ...]) -> int:
    """Return how many lines at the beginning are the same."""
    count = 0
    for mine, yours in zip(one, other, strict=False):
        if mine != yours:
            break
        count += 1
    return count
