"""Everything that the ground check found, as a list that can be copied and looked at again."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.models.errors import Cancelled
from desktop_app.models.ground import Ground, Standing, Verdict
from desktop_app.views.dialogs.base import room_on_screen
from desktop_app.views.dialogs.plain_buttons import without_icons
from desktop_app.views.language import tr
from desktop_app.views.mnemonics import tell_apart
from desktop_app.views.parts import ToneLabel
from desktop_app.views.progress import run
from desktop_app.views.theme import Space, Type, theme

if TYPE_CHECKING:
    Looking = Callable[[Callable[[], bool]], Callable[[], Ground]]
    Taking = Callable[[Ground], None]

_SIGNS: Final = {
    Standing.SOUND: ("ok", "ok"),
    Standing.NOTE: ("info", "info"),
    Standing.REMEDY: ("warn", "warn"),
}
"""Icon and colour token of each standing; its word always stands beside them."""


class GroundDialog(QDialog):
    """The list of verdicts, what needs a remedy first."""

    def __init__(self, parent: QWidget | None, looking: "Looking", taking: "Taking") -> None:
        """Make an empty dialog.

        Args:
            parent: the window it belongs to.
            looking: returns the work that looks at the ground.
            taking: is told of each new result.
        """
        super().__init__(parent)
        self._looking, self._taking = looking, taking
        self.setWindowTitle(tr("Ground check"))
        self.heading = ToneLabel("", Type.HEADING)
        about = ToneLabel(
            tr("What the forum stands on: disk and folders, SQLite, libraries, fonts, clock."), Type.BODY, "muted"
        )
        about.setWordWrap(True)
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.setSpacing(Space.XS)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setAccessibleName(tr("Ground check"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.again, self.copy_all = QPushButton(tr("Check &again")), QPushButton(tr("&Copy all"))
        for button, does in ((self.again, self.look), (self.copy_all, self.copy_everything)):
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
            button.clicked.connect(lambda _checked=False, doing=does: doing())
        without_icons(buttons)
        buttons.rejected.connect(self.reject)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self.list, self.copy_selected)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        column.setSpacing(Space.M)
        for widget in (self.heading, about):
            column.addWidget(widget)
        column.addWidget(self.list, 1)
        column.addWidget(buttons)
        self.resize(QSize(720, 560).boundedTo(room_on_screen(self)))
        tell_apart(self)

    @classmethod
    def show_ground(cls, parent: QWidget | None, found: Ground | None, looking: "Looking", taking: "Taking") -> None:
        """Show what was found until it is closed; look first where nothing was found yet."""
        dialog = cls(parent, looking, taking)
        try:
            if found is None:
                dialog.look()
            else:
                dialog.list_all(found)
            dialog.exec()
        finally:
            dialog.deleteLater()

    def look(self) -> None:
        """Look at the ground again."""
        try:
            ground = run(
                self.parentWidget(), tr("Checking the ground"), lambda report: self._looking(report.is_stopping)()
            )
        except Cancelled:
            return
        self._taking(ground)
        self.list_all(ground)

    def list_all(self, ground: Ground) -> None:
        """List the verdicts."""
        count = len(ground.remedies)
        self.heading.setText(
            tr("Ground sound")
            if not count
            else tr("1 point needs a remedy")
            if count == 1
            else tr("{count} points need a remedy", count=count)
        )
        self.heading.set_tone("text" if ground.is_sound else "warn")
        self.list.clear()
        order = (Standing.REMEDY, Standing.NOTE, Standing.SOUND)
        for verdict in sorted(ground.verdicts, key=lambda each: order.index(each.standing)):
            self.list.addItem(_item(verdict))
        self.list.setCurrentRow(0)
        self.list.setFocus()

    def copy_selected(self) -> None:
        """Put the selected lines on the clipboard."""
        _copy(self.list.item(index.row()) for index in sorted(self.list.selectedIndexes()))

    def copy_everything(self) -> None:
        """Put every line on the clipboard."""
        _copy(self.list.item(row) for row in range(self.list.count()))


def _item(verdict: Verdict) -> QListWidgetItem:
    icon, tone = _SIGNS[verdict.standing]
    lines = (f"{tr(verdict.topic)}: {tr(verdict.standing.value)}", tr(verdict.what), tr(verdict.remedy))
    item = QListWidgetItem(theme().icon(icon, theme().colours.named(tone)), "\n".join(each for each in lines if each))
    item.setData(Qt.ItemDataRole.UserRole, tr(verdict.line()))
    item.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    return item


def _copy(items: Iterable[QListWidgetItem]) -> None:
    QGuiApplication.clipboard().setText("\n".join(item.data(Qt.ItemDataRole.UserRole) for item in items))
