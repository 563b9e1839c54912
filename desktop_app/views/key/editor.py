"""What the editors of the key and of the applications have in common: fields on top, a table, what it would change."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QGridLayout, QPushButton, QSplitter, QVBoxLayout, QWidget

from desktop_app.calc.member_states import PROTOCOL_ORDER
from desktop_app.views.dialogs.base import room_on_screen
from desktop_app.views.forum_editors.base import ForumEditor
from desktop_app.views.key.columns import GridColumn
from desktop_app.views.key.grid import Grid
from desktop_app.views.key.grid_model import GridModel
from desktop_app.views.language import shown, state_name, tr
from desktop_app.views.parts import ElidedLabel, ToneLabel
from desktop_app.views.theme import Space, Type, legible

if TYPE_CHECKING:
    from desktop_app.views.desk import Desk

_FIRST: Final = (1360, 860)
_LEAST: Final = 150
"""Height of the table on the smallest screen, device-independent pixels."""


class GridEditor(ForumEditor):
    """An editor with a table of Member States."""

    help_page = "key"

    def __init__(
        self, parent: QWidget | None, desk: "Desk", title: str, words: str, columns: Sequence[GridColumn]
    ) -> None:
        """Make the editor without its fields.

        Args:
            parent: the window it belongs to.
            desk: takes the change.
            title: of the window.
            words: what the editor is for.
            columns: of the table.
        """
        self.cells = GridModel(PROTOCOL_ORDER, columns)
        self.grid = Grid(self.cells, title)
        self.sums = ToneLabel("", Type.BODY)
        self.sums.setWordWrap(True)
        self.here = ElidedLabel("", Type.CAPTION, "muted", Qt.TextElideMode.ElideRight)
        self.import_button = QPushButton(tr("&Import…"))
        self.import_button.setToolTip(tr("Take figures from a file: Eurostat's TSV or SDMX-CSV, CSV, Excel"))
        super().__init__(parent, desk, title, words)
        self.cells.setParent(self)
        self.cells.read_only = desk.read_only
        self.import_button.setEnabled(not desk.read_only)
        self.import_button.clicked.connect(lambda _checked=False: self.import_file())
        self.cells.edited.connect(self.review)
        self.grid.selectionModel().currentChanged.connect(self._say_here)
        self.resize(*_FIRST)

    def add_rows(self, weights: Sequence[int], *rows: Sequence[QWidget]) -> None:
        """Add fields in rows, under each other by columns of these relative widths."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.L)
        grid.setVerticalSpacing(Space.XS)
        for down, row in enumerate(rows):
            for across, part in enumerate(row):
                grid.addWidget(part, down, across, Qt.AlignmentFlag.AlignTop)
        for across, weight in enumerate(weights):
            grid.setColumnStretch(across, weight)
        self.add(grid)

    def import_file(self) -> None:
        """Take figures from a file that the person chooses, after a preview."""
        raise NotImplementedError

    def review(self) -> None:
        """Read everything again; say what the cell under the cursor means."""
        super().review()
        self._say_here(self.grid.currentIndex())

    def typed(self) -> object:
        """Return what stands in the fields and in the table."""
        return super().typed(), {place: text for place, text in self.cells.raw.items() if text}

    def reject(self) -> None:
        """Leave; what stands in an open cell is typed, too."""
        if self.grid.isAncestorOf(self.focusWidget()):
            self.grid.setFocus()
        super().reject()

    def set_scale(self, scale: float) -> None:
        """Follow the person's zoom."""
        super().set_scale(scale)
        self.grid.set_scale(scale)

    def _say_here(self, index: QModelIndex) -> None:
        place = self.cells.place_of(index)
        if place is None:
            self.here.set_full_text("")
            return
        column = next(each for each in self.cells.columns if each.name == place[1])
        problem = self.cells.problem(*place)
        self.here.set_tone("block" if problem else "muted")
        title = " ".join(shown(column.title).split())
        self.here.set_full_text(
            legible(f"{state_name(place[0])}, {shown(title)}: {shown(self.cells.explained(place[0], column))}")
        )

    # ------------------------------------------------------------------------------------------------------- looks

    def _lay_below(self) -> None:
        """Put the table beside what it would change: both get the room that the fields leave."""
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addWidget(self.grid, 1)
        column.addWidget(self.here)
        column.addWidget(self.sums)
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.setChildrenCollapsible(False)
        self.split.setHandleWidth(Space.M)
        self.split.addWidget(left)
        self.split.addWidget(self.consequences)
        self.split.setStretchFactor(0, 1)
        self.split.setStretchFactor(1, 1)
        self.split.setSizes([_FIRST[0] // 2, _FIRST[0] // 2])
        self.grid.setMinimumWidth(280)
        self.consequences.setMinimumWidth(240)
        self.split.setMinimumHeight(max(_LEAST, room_on_screen(self).height() * 2 // 5))
        self.lay_out_below(self.split, self.import_button)
