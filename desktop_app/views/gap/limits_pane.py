"""The left half of the window: what may be asked of each Member State, typed in a table, and what was understood."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.calc.assessment import Assessment
from desktop_app.calc.gap.limits import Limit
from desktop_app.calc.gap.problem import Ground, NotStated
from desktop_app.views.gap.limits import LIMIT, codes_of, columns, figures_of, read_all
from desktop_app.views.key.grid import Grid
from desktop_app.views.key.grid_model import GridModel, Place
from desktop_app.views.language import marked, state_name, tr
from desktop_app.views.parts import ToneLabel
from desktop_app.views.theme import Space, Type, legible

_TYPE: Final = marked("Type a limit, such as at most 500, at least 50%, up to EUR 5m, only money, or fixed")
_TYPE_PERSONS: Final = marked("Type a limit, such as at most 500, at least 300, up to 20, or fixed")
_TYPE_MONEY: Final = marked("Type a limit, such as at most EUR 5m, at least 1m, up to 300k, or fixed")


class LimitsPane(QWidget):
    """A row for each state; what stands in the row under the cursor is said in full below.

    Signals:
        edited(): a limit was changed.
        listed(): the table is another one, with other states.
    """

    edited = Signal()
    listed = Signal()

    def __init__(self) -> None:
        """Make the pane without states; :meth:`offer` lists them."""
        super().__init__()
        self._scale = 1.0
        self._ground: Ground | NotStated | None = None
        self.cells = GridModel((), ())
        self.grid: Grid | None = None
        self.here = ToneLabel("", Type.CAPTION, "muted")
        self.here.setWordWrap(True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.XS)
        self._column.addWidget(self.here)

    def offer(self, assessment: Assessment) -> None:
        """List the states of a forum; what was typed for a state stays."""
        codes = codes_of(assessment)
        if self.grid is not None and codes == self.cells.codes:
            return
        if self.grid is not None:
            self.grid.deleteLater()
        typed = self.cells.raw
        self.cells = GridModel(codes, columns(assessment.forum.procedure), self)
        self.cells.start(typed)
        self.cells.edited.connect(self.edited)
        self.grid = Grid(self.cells, tr("Limits by Member State"))
        self.grid.set_scale(self._scale)
        self.grid.selectionModel().currentChanged.connect(lambda *_indexes: self._say_here())
        self._column.insertWidget(0, self.grid, 1)
        if codes:
            self.grid.setCurrentIndex(self.cells.index_of((codes[0], LIMIT)))
        self.listed.emit()

    def read(
        self, ground: Ground | NotStated, everybody: str, beside: Ground | None = None
    ) -> tuple[tuple[Limit, ...], str]:
        """Read every limit, and show what was understood.

        Args:
            ground: what the target rests on.
            everybody: up to which part of its fair share anybody is asked, as typed.
            beside: what tells the states' figures where the target itself does not.

        Returns:
            The limits, and what is wrong with the first cell that is not understood; empty where all are.
        """
        self._ground = ground
        if isinstance(ground, NotStated):
            self.cells.show_texts({} if beside is None else figures_of(beside))
            self._say_here()
            return (), ""
        typed = {code: text for (code, name), text in self.cells.raw.items() if name == LIMIT and text.strip()}
        limits, shown, wrong = read_all(typed, everybody, ground)
        self.cells.show_texts(shown)
        self.cells.complain(wrong)
        self._say_here()
        return limits, _first_wrong(wrong)

    def go_to(self, code: str) -> bool:
        """Go to the limit of a state; tell whether it is listed."""
        if self.grid is None or code not in self.cells.codes:
            return False
        self.grid.go_to((code, LIMIT))
        return True

    def set_scale(self, scale: float) -> None:
        """Follow the person's zoom."""
        self._scale = scale
        self.here.set_scale(scale)
        if self.grid is not None:
            self.grid.set_scale(scale)

    def _say_here(self) -> None:
        """Say what the row under the cursor means, in full."""
        index = None if self.grid is None else self.grid.currentIndex()
        if index is None or not index.isValid():
            return
        problem = self.cells.problem(self.cells.codes[index.row()], LIMIT)
        understood = str(self.cells.index(index.row(), len(self.cells.columns)).data() or "")
        self.here.set_tone("block" if problem else "muted")
        barred = self._ground.barred if isinstance(self._ground, Ground) else ()
        why = {each.code: tr("Cannot be asked. {why}", why=each.why) for each in barred}
        about = why.get(self.cells.codes[index.row()], understood)
        self.here.setText(legible(problem or about or self._example))

    @property
    def _example(self) -> str:
        """What can be typed, for this target."""
        if not isinstance(self._ground, Ground) or (self._ground.rate is not None and self._ground.has_key):
            return _TYPE
        return _TYPE_PERSONS if self._ground.rate is None else _TYPE_MONEY


def _first_wrong(wrong: Mapping[Place, str]) -> str:
    return next((f"{state_name(code)}: {tr(problem)}" for (code, _column), problem in wrong.items()), "")
