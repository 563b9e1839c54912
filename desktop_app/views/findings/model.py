"""The findings as a Qt list model that changes only the lines that changed."""

from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop_app.calc.findings import Finding
from desktop_app.views.findings.texts import line_text

FINDING_ROLE: Final = Qt.ItemDataRole.UserRole
"""Role under which a line hands out its :class:`Finding`."""
_NOWHERE: Final = QModelIndex()


class FindingsModel(QAbstractListModel):
    """One line a finding, in the order of the assessment."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._findings: tuple[Finding, ...] = ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is shown."""
        return self._findings

    def show(self, findings: tuple[Finding, ...]) -> None:
        """Show other findings; lines before and after what changed stay, and so does the selection in them."""
        old = self._findings
        head = _common(old, findings)
        tail = _common(old[head:][::-1], findings[head:][::-1])
        if len(old) > head + tail:
            self.beginRemoveRows(QModelIndex(), head, len(old) - tail - 1)
            self._findings = old[:head] + old[len(old) - tail :]
            self.endRemoveRows()
        if len(findings) > head + tail:
            self.beginInsertRows(QModelIndex(), head, len(findings) - tail - 1)
            self._findings = findings
            self.endInsertRows()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        """Return how many findings there are; a finding holds none."""
        return 0 if parent.isValid() else len(self._findings)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the line, or the finding itself under :data:`FINDING_ROLE`."""
        if not index.isValid() or index.row() >= len(self._findings):
            return None
        finding = self._findings[index.row()]
        if role == FINDING_ROLE:
            return finding
        texts = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
        return line_text(finding) if role in texts else None


def _common(one: tuple[Finding, ...], other: tuple[Finding, ...]) -> int:
    """Return how many findings at the beginning are the same."""
    count = 0
    for mine, yours in zip(one, other, strict=False):
        if mine != yours:
            break
        count += 1
    return count
