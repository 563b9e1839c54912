"""The figures beside the form, each of which can be asked why."""

from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop_app.calc.shortfall_shown import percent_words
from desktop_app.calc.wording import number, percent
from desktop_app.views.flow_layout import FlowLayout
from desktop_app.views.language import marked, shown, tr
from desktop_app.views.parts import FigureButton
from desktop_app.views.plan_form.annex import PlanRow, PlansAssessment
from desktop_app.views.theme import Space, Type

_NOT_KNOWN: Final = marked("not known")
Figure = tuple[str, str, Callable[[Any, Any], object]]
"""Id of a figure, words before it, and where it is found: of a row and an assessment of the form's procedure."""

ROW: Final[tuple[Figure, ...]] = (
    ("share_percent", marked("share"), lambda row, _: row.share),
    ("key_number", marked("key"), lambda row, _: row.key_number),
    ("asked", marked("asked"), lambda row, _: row.asked),
    ("pledged", marked("pledged"), lambda row, _: row.pledged),
    ("claimed", marked("measures claim"), lambda row, _: row.claimed),
    ("missing", marked("left short"), lambda row, _: row.missing),
)
"""What stands above the form."""
HALF: Final[tuple[Figure, ...]] = (
    ("half", marked("half of the share"), lambda row, _: row.half),
    ("added", marked("added"), lambda row, _: row.added),
)
"""What stands beside the cover."""
FIXED: Final[tuple[Figure, ...]] = (
    ("relocations", marked("relocations"), lambda row, _: row.relocations),
    ("sponsorship", marked("sponsorship"), lambda row, _: row.sponsorship),
    ("measures", marked("measures"), lambda row, _: row.measures),
)
"""What the act fixes, as things stand."""
WHOLE: Final[tuple[Figure, ...]] = (
    ("coverage_percent", marked("report covered"), lambda _, now: now.totals.coverage),
    ("shortfall_percent", marked("30 % test"), lambda _, now: now.totals.shortfall),
)
"""Figures of the whole procedure."""
_TOTALS: Final = frozenset({*(figure for figure, _words, _found in WHOLE), "union_average"})
_MILLION: Final = 1_000_000


class FigureRow(QWidget):
    """Figures with a word before each; Enter, Space or a click asks why.

    Signals:
        asked(str, object): id of a figure, and the Member State's code (``None``: of the whole procedure).
    """

    asked = Signal(str, object)

    def __init__(self, *figures: Figure) -> None:
        """Make the row without figures."""
        super().__init__()
        self._code: str | None = None
        self.buttons: dict[str, FigureButton] = {}
        self._figures = figures
        flow = FlowLayout(self, Space.S, 0)
        flow.setContentsMargins(0, 0, 0, 0)
        for figure, _words, _found in figures:
            button = self.buttons[figure] = FigureButton(Type.BODY)
            button.clicked.connect(lambda _checked=False, wanted=figure: self._ask(wanted))
            flow.addWidget(button)

    def show_row(self, row: PlanRow, assessment: PlansAssessment) -> None:
        """Show the figures of a Member State."""
        self._code = row.code
        for figure, words, found in self._figures:
            text = f"{shown(words)} {shown(_written(figure, found(row, assessment)))}"
            button = self.buttons[figure]
            button.say(text)
            button.setAccessibleName(tr("{value}: why?", value=text))
            button.setToolTip(tr("Why?"))
        self._keep_height()

    def set_scale(self, scale: float) -> None:
        """Follow the person's zoom."""
        for button in self.buttons.values():
            button.set_scale(scale)
        self._keep_height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take as many lines as the figures need at this width."""
        super().resizeEvent(event)
        self._keep_height()

    def _keep_height(self) -> None:
        # A page that scrolls remembers heights of before the last figure, and would squeeze the lines into one.
        self.setMinimumHeight(self.heightForWidth(self.width()))

    def _ask(self, figure: str) -> None:
        self.asked.emit(figure, None if figure in _TOTALS else self._code)


def _written(figure: str, value: object) -> str:
    if value is None:
        return _NOT_KNOWN
    if figure == "shortfall_percent":
        return str(percent_words(value))  # type: ignore[arg-type]  # a shortfall is a ratio
    if isinstance(value, bool):
        return tr("yes") if value else tr("no")
    if figure.endswith("average"):
        return tr("{number} a million heads", number=number(value * _MILLION))  # type: ignore[operator]  # applications per head, exact
    if figure.endswith("percent"):
        return percent(value)  # type: ignore[arg-type]  # so is a share
    return number(value)  # type: ignore[arg-type]  # persons, exact
