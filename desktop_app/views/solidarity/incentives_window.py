"""The window of financial incentives: amounts by Member State, and the records behind them (Art. 61, 72)."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QWidget

from desktop_app.calc.incentives import incentives_of
from desktop_app.calc.wording import money
from desktop_app.views.action_bar import BarAction
from desktop_app.views.forum_editors.figures import FigureList
from desktop_app.views.language import marked, tr
from desktop_app.views.pools.words import Said
from desktop_app.views.solidarity.incentives_lines import (
    COLUMNS,
    SOURCES,
    rates_words,
    row_line,
    source_lines,
    sum_line,
)
from desktop_app.views.solidarity.rates import HELP_HEADING, RatesEditor
from desktop_app.views.solidarity.record_window import COPY, RecordWindow, Shown
from desktop_app.views.solidarity.records import ListName, state_name

if TYPE_CHECKING:
    from desktop_app.calc.assessment import Assessment

_RATES = BarAction(
    "rates", marked("&Rates…"), "Ctrl+F2", marked("Amounts from a day on, such as an act of the Commission sets them")
)
_WHY = BarAction(
    "why",
    marked("&Why?"),
    "Ctrl+Shift+W",
    marked("The amount of this Member State, step by step, in the main window"),
    writes=False,
)
_NOTHING = marked(
    "Nobody was relocated yet: an incentive is paid only for persons who were in fact relocated (Art. 72). Groups that "
    "arrived, sponsored persons taken over and delivered support plans appear here."
)


class IncentivesWindow(RecordWindow):
    """What each Member State gets; nothing of it is typed here but the rates."""

    list_name: ClassVar[ListName] = "incentives"
    nothing = _NOTHING
    help_heading = HELP_HEADING

    def __init__(self, parent: QWidget | None) -> None:
        """Make the window without a desk."""
        figures = FigureList(tr("Incentives by Member State"), COLUMNS)
        self.sources = FigureList(tr("Where the persons come from"), SOURCES)
        super().__init__(parent, tr("Financial incentives"), "Ctrl+Shift+I", figures, (_RATES, _WHY, None, COPY))

    def detail(self) -> FigureList:
        """Return the records behind the current line."""
        return self.sources

    def lines(self, assessment: "Assessment") -> Sequence[Shown]:
        """Return one line a Member State, and the sum."""
        rows = incentives_of(assessment.forum)
        shown = [Shown(row_line(row), None, row.code) for row in rows]
        return [*shown, Shown(sum_line(rows))] if shown else []

    def about(self, assessment: "Assessment", row: int) -> tuple[str, Sequence[Said]]:
        """Return what the rates are, under the name and the amount of the state."""
        rows = incentives_of(assessment.forum)
        chosen = rows[row : row + 1]
        total = sum(each.total_cents for each in chosen or rows)
        name = state_name(chosen[0].code) if chosen else tr("All Member States")
        return f"{name}: {tr(money(total))}", rates_words(assessment.forum.solidarity.incentives)

    def show_detail(self, assessment: "Assessment", row: int) -> None:
        """Show the records behind a state's amount; of the sum, all of them."""
        self.sources.show_lines(source_lines(assessment.forum, self.shown[row].code))

    def warning(self, assessment: "Assessment") -> tuple[Said, str, str]:  # noqa: ARG002 - nothing to warn of
        """Return nothing."""
        return Said(""), "", ""

    def enter(self) -> None:
        """Explain the amount of the Member State."""
        self.act("why")

    def allowed(self, name: str) -> bool:
        """Let a state's amount be explained; the sum has none."""
        return super().allowed(name) and (name != "why" or self._code is not None)

    def doing(self) -> dict[str, Callable[[], object]]:
        """Return what the window does itself, by name of the action."""
        return {"copy": self.copy, "rates": self._rates, "why": self._explain}

    @property
    def _code(self) -> str | None:
        row = self.list.currentRow()
        return self.shown[row].code if 0 <= row < len(self.shown) else None

    def _rates(self) -> None:
        self.edit(lambda desk: RatesEditor(self, desk))

    def _explain(self) -> None:
        """Show the answer in the main window, which this one would hide."""
        code = self._code
        if code is not None:
            self.close()
            self.asked.emit("incentive", code)
