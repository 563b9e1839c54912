"""Widths of the columns: nothing cut where the room allows it, the rest of the room shared out."""

from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QHeaderView

from desktop_app.views.typed_table.drawing import Drawing
from desktop_app.views.typed_table.layout import NAMES
from desktop_app.views.typed_table.model import CellsModel


class Widths:
    """Keeps the columns as wide as their content needs, and fills the room that is left.

    What the person sets by hand stays.
    """

    def __init__(
        self, drawing: Callable[[], Drawing], models: Iterable[CellsModel], names: QHeaderView, figures: QHeaderView
    ) -> None:
        """Take two headers in hand.

        Args:
            drawing: gives the drawing of now.
            models: what stands in the columns: the states, the totals.
            names: header of the column that stays.
            figures: header of the columns that scroll.
        """
        self._drawing = drawing
        self._models = tuple(models)
        self._names = names
        self._figures = figures
        self._needed: dict[int, int] = {}
        self._by_hand: set[int] = set()
        self._shown: tuple[int, ...] = tuple(drawing().layout.shown)
        self._fitting = False
        names.sectionResized.connect(self._resized)
        figures.sectionResized.connect(self._resized)

    def measure(self, columns: Iterable[int], *, afresh: bool = False) -> bool:
        """Measure what columns need; tell whether numbers move in one, which is then to be painted anew.

        Args:
            columns: in which something changed.
            afresh: whether columns may also become narrower, as after a change of zoom.
        """
        drawing, moved = self._drawing(), False
        for column in columns:
            if column != NAMES and column not in self._shown and column not in drawing.layout.gives_way:
                continue
            cells = [cell for model in self._models for cell in model.columns_cells(column)]
            moved = drawing.measure_decimals(column, cells) or moved
            needed = max(drawing.least_width(column), *(drawing.width_of(column, cell) for cell in cells))
            self._needed[column] = needed if afresh else max(needed, self._needed.get(column, 0))
        return moved

    def that_fit(self, room: int) -> tuple[int, ...]:
        """Return the columns for which there is room, as they stand: some give way where there is not enough.

        Args:
            room: width for the columns that scroll, in pixels.
        """
        layout = self._drawing().layout
        left = list(layout.shown)
        for column in layout.gives_way:
            if sum(self._needed[each] for each in left) <= room:
                break
            left.remove(column)
        return tuple(left)

    def show(self, columns: tuple[int, ...]) -> None:
        """Share the room among these columns, beside the names."""
        self._shown = columns

    def forget(self) -> None:
        """Let go of widths set by hand."""
        self._by_hand.clear()

    def fill(self, room: int) -> None:
        """Give every column its width.

        Args:
            room: width for the columns that scroll, in pixels.
        """
        self._fitting, greedy = True, self._drawing().layout.greedy
        if NAMES not in self._by_hand:
            self._names.resizeSection(NAMES, self._needed[NAMES])
        figures = [column for column in self._shown if column not in self._by_hand]
        taken = sum(self._figures.sectionSize(column) for column in self._shown if column in self._by_hand)
        spare = max(0, room - taken - sum(self._needed[column] for column in figures))
        parts = sum(greedy.get(column, 1) for column in figures)
        for column in figures:
            part = greedy.get(column, 1)
            more = spare * part // parts
            spare, parts = spare - more, parts - part
            self._figures.resizeSection(column, self._needed[column] + more)
        self._fitting = False

    def _resized(self, column: int, former: int, width: int) -> None:
        if not self._fitting and former and width:
            self._by_hand.add(column)
