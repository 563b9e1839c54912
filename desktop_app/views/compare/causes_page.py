"""Figures with their causes, and causes with the figures that they move: two ways of looking at the same."""

from collections.abc import Callable, Iterable
from typing import Final

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.calc.comparison.causes import Alone, Caused, Causes
from desktop_app.calc.comparison.steps import Group
from desktop_app.views.compare import lines
from desktop_app.views.compare.table import Lazily, LineTable
from desktop_app.views.fields.looks import Choice
from desktop_app.views.forum_editors.figures import FigureList
from desktop_app.views.language import marked, tr
from desktop_app.views.parts import ToneLabel
from desktop_app.views.theme import Space, Type, legible, theme

ORDERS: Final[dict[str, tuple[Group, ...]]] = {
    marked("Key and numbers first, then readings, deductions, pledges"): tuple(Group),
    marked("Pledges first, then deductions, readings, numbers, key"): (
        Group.PLEDGES,
        Group.DEDUCTIONS,
        Group.STATUS,
        Group.READINGS,
        Group.NUMBERS,
        Group.KEY,
    ),
}
"""In which order causes are taken, by what the person chooses from."""
_NO_FIGURE: Final = marked("No figure differs.")
_MOVES_NONE: Final = marked("It moves no figure.")
_WAYS: Final = (marked("Figures and their causes"), marked("Causes and the figures they move"))
_WORDS: Final = marked(
    "Each cause adds what it does after those above it; all of them add up exactly. Where two act together (a pledge "
    "counts for more at another reference number), the order decides who is told what both do: “Alone” is what a "
    "cause would do without the others."
)
_SOON: Final = 60
"""Milliseconds on a line before it is asked what each of its causes would do alone."""


class _Pair(QSplitter):
    """A list, and below it another one about the line that is current."""

    def __init__(self, listed: LineTable, detail: LineTable | FigureList) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(Space.S)
        self.list, self.detail = listed, detail
        self.addWidget(listed)
        self.addWidget(detail)
        self.setStretchFactor(0, 3)
        self.setStretchFactor(1, 2)


class CausesPage(QWidget):
    """Shows causes; Enter goes from a figure to its causes, from a cause to the figures that it moves, and back.

    Signals:
        order_chosen: causes are to be taken in another order.
        singly_wanted: changes that were taken together are to be told one by one.
    """

    order_chosen = Signal()
    singly_wanted = Signal()

    def __init__(self) -> None:
        """Make the page without causes."""
        super().__init__()
        self._causes: Causes | None = None
        self._forum_alone: Callable[[int], Alone | None] = lambda _place: None
        self._entry_of: Callable[[int], str] = lambda _place: ""
        self._known: dict[int, Alone | None] = {}
        self._shown: tuple[Caused, ...] = ()
        self.way, self.order = Choice(), Choice()
        self.way.addItems([tr(each) for each in _WAYS])
        self.order.addItems([tr(each) for each in ORDERS])
        self._names = [QLabel(tr("&View")), QLabel(tr("O&rder"))]
        for name, field in zip(self._names, (self.way, self.order), strict=True):
            name.setBuddy(field)
            field.setAccessibleName(name.text().replace("&", ""))
        # A figure has a few causes, told in full; a cause may move every figure of every state.
        self.causes_of = FigureList(tr("Causes of the figure"), lines.CAUSES_OF)
        self.figures_of = LineTable(tr("Figures that the cause moves"), lines.FIGURES_OF, _MOVES_NONE)
        self.figures = _Pair(LineTable(tr("Figures that differ"), lines.FIGURES, _NO_FIGURE), self.causes_of)
        self.steps = _Pair(LineTable(tr("Causes"), lines.CAUSES), self.figures_of)
        self._pairs = QStackedWidget()
        self._pairs.addWidget(self.figures)
        self._pairs.addWidget(self.steps)
        self.together = ToneLabel("", Type.BODY, "info")
        self.singly = QPushButton(tr("Tell one &by one"))
        self.singly.setAutoDefault(False)
        self.words = ToneLabel(legible(_WORDS), Type.CAPTION, "muted")
        for label in (self.together, self.words):
            label.setWordWrap(True)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON)
        self._soon.timeout.connect(lambda: self._show_detail(with_alone=True))
        self._lay_out()
        self.way.currentIndexChanged.connect(self._change_way)
        self.order.activated.connect(lambda _place: self.order_chosen.emit())
        self.singly.clicked.connect(lambda _checked=False: self.singly_wanted.emit())
        for pair in (self.figures, self.steps):
            pair.list.moved.connect(lambda _row: self._show_detail())
            pair.list.entered_line.connect(lambda _row, pair=pair: pair.detail.setFocus())
        self.causes_of.entered.connect(self._to_cause)
        self.figures_of.entered_line.connect(self._to_figure)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(Space.S)
        for name, field in zip(self._names, (self.way, self.order), strict=True):
            top.addWidget(name)
            top.addWidget(field, 1)
            top.addSpacing(Space.M)
        told = QHBoxLayout()
        told.addWidget(self.together, 1)
        told.addWidget(self.singly, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.S, Space.S, Space.S, Space.S)
        column.setSpacing(Space.S)
        column.addLayout(top)
        column.addLayout(told)
        column.addWidget(self._pairs, 1)
        column.addWidget(self.words)

    @property
    def pair(self) -> _Pair:
        """The two lists that are shown."""
        return self.steps if self.way.currentIndex() else self.figures

    @property
    def groups(self) -> tuple[Group, ...]:
        """In which order causes are to be taken."""
        return tuple(ORDERS.values())[self.order.currentIndex()]

    def show_causes(self, causes: Causes, alone: Callable[[int], Alone | None], entry_of: Callable[[int], str]) -> None:
        """Show other causes.

        Args:
            causes: all of them.
            alone: says what a step would do without the others, by its place.
            entry_of: says which entry touched last what a step changes, by its place.
        """
        self._causes, self._forum_alone, self._entry_of, self._known = causes, alone, entry_of, {}
        self._shown = tuple(each for each in causes.figures if each.figure.is_changed)
        with QSignalBlocker(self.figures.list), QSignalBlocker(self.steps.list):
            for pair in (self.figures, self.steps):
                pair.list.show_lines(())
            self._fill()
        held = sum(step.parts for step in causes.steps)
        grouped = held - len(causes.steps)
        self.together.setText(
            legible(
                tr(
                    "{held} changes, told in {count} steps: those of a kind are taken together.",
                    held=held,
                    count=len(causes.steps),
                )
            )
        )
        for widget in (self.together, self.singly):
            widget.setVisible(grouped > 0)
        self._show_detail()

    def _fill(self) -> None:
        """Fill the list that is shown, where that was not done yet."""
        causes = self._causes
        if causes is None or self.pair.list.lines:
            return
        with QSignalBlocker(self.pair.list):
            if self.pair is self.figures:
                shown = self._shown
                self.figures.list.show_lines(Lazily(len(shown), lambda row: lines.figure_line(shown[row], causes)))
            else:
                entry_of, count = self._entry_of, len(causes.steps)
                self.steps.list.show_lines(Lazily(count, lambda row: lines.step_line(causes, row, entry_of)))

    def copy(self) -> None:
        """Put the list that has the keyboard, or else the upper one, on the clipboard."""
        (self.pair.detail if self.pair.detail.hasFocus() else self.pair.list).copy()

    def go_to_figure(self, place: int) -> None:
        """Show the causes of a figure, by its place among those that differ."""
        self.way.setCurrentIndex(0)
        self.figures.list.go_to(place)
        self.figures.list.setFocus()

    def set_scale(self, scale: float) -> None:
        """Follow the person's zoom."""
        for label in (self.together, self.words):
            label.set_scale(scale)
        for widget in (self.way, self.order, self.singly, *self._names):
            widget.setFont(theme().font(Type.BODY, scale))
        for pair in (self.figures, self.steps):
            pair.list.set_scale(scale)
            pair.detail.set_scale(scale)

    def _change_way(self, place: int) -> None:
        self._pairs.setCurrentIndex(place)
        self._fill()
        self._show_detail()

    def _show_detail(self, *, with_alone: bool = False) -> None:
        causes, row = self._causes, self.pair.list.row
        if causes is None:
            return
        if self.pair is self.figures:
            caused = self._shown[row] if 0 <= row < len(self._shown) else None
            if with_alone and caused is not None:
                self._ask(place for part in caused.parts for place in part.steps)
            found = () if caused is None else lines.cause_lines(caused, causes, self._known, self._entry_of)
            self.causes_of.show_lines(found)
        else:
            if with_alone and row >= 0:
                self._ask([row])
            moved, known = causes.of_step(row) if row >= 0 else (), dict(self._known)
            self.figures_of.show_lines(Lazily(len(moved), lambda line: lines.moved_line(*moved[line], known)))
        if not with_alone:
            self._soon.start()

    def _ask(self, wanted: Iterable[int]) -> None:
        """Ask what steps would do without the others: once each, and only while the person stays on the line."""
        self._known |= {place: self._forum_alone(place) for place in wanted if place not in self._known}

    def _to_cause(self, line: int) -> None:
        caused = self._shown[self.figures.list.row]
        if line < len(caused.parts):
            self.way.setCurrentIndex(1)
            self.steps.list.go_to(caused.parts[line].steps[0])
            self.steps.list.setFocus()

    def _to_figure(self, line: int) -> None:
        if self._causes is None:
            return
        figure, _part = self._causes.of_step(self.steps.list.row)[line]
        places = [place for place, each in enumerate(self._shown) if each.figure == figure]
        if places:
            self.go_to_figure(places[0])
