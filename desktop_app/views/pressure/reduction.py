"""The window of the 10 % reduction: who is eligible under which readings, who takes over what (Art. 52(5), 53(3))."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QApplication, QGridLayout, QSplitter, QVBoxLayout, QWidget

from desktop_app.calc.assessment import Assessment
from desktop_app.calc.changes import ChooseReading
from desktop_app.calc.pressure_assessment import PressureAssessment
from desktop_app.calc.readings import FIVE_YEARS, REDUCTION_SPREAD, TWICE, UNION_AVERAGE, Reading
from desktop_app.calc.reduction_spread import spreads_of
from desktop_app.views.fields import ChoiceField
from desktop_app.views.forum_editors.figures import FigureList
from desktop_app.views.language import marked, tr
from desktop_app.views.parts import ToneLabel
from desktop_app.views.pressure.beside import HELP_PAGE
from desktop_app.views.pressure.reduction_lines import (
    AVERAGE_COLUMNS,
    SPREAD_COLUMNS,
    average_lines,
    spread_lines,
    spread_words,
)
from desktop_app.views.side_window import FollowingWindow
from desktop_app.views.theme import Space, Type, legible

if TYPE_CHECKING:
    from desktop_app.views.desk import Desk

_SIZE: Final = QSize(1280, 780)
_SHORT: Final = {
    "excluding-reduced": marked("the others, none that is reduced"),
    "including-reduced": marked("the others, all of them"),
}
"""Values of readings in fewer words than they are explained in."""
_READINGS: Final = (TWICE, UNION_AVERAGE, FIVE_YEARS, REDUCTION_SPREAD)
_HINT: Final = marked("Enter on a Member State goes to it, Esc closes, F1 helps")
_WORDS: Final = marked(
    "Art. 52(5), 53(3): a state that delivers persons may ask for 10 % off its share, if its applications per head "
    "over five years were twice the Union's average. What it leaves is spread pro rata over the others that deliver "
    "persons; the total stays. Ten per cent of the share, not ten percentage points; never off measures. Only where a "
    "state stands at exactly twice, which is marked, do both readings of “twice” differ. Beside the law in force: "
    "COM(2020) 610, a proposal."
)
_NOT_KNOWN: Final = marked(
    "Who is eligible is not known: all five years of applications of every participating state are needed "
    "(Forum ▸ Applications)."
)


class ReductionWindow(FollowingWindow):
    """Averages under every pair of readings, the readings in force, and the spread with its arithmetic.

    Signals:
        state_wanted(str): Enter on a Member State: the person wants to go to it.
    """

    state_wanted = Signal(str)
    low = 600

    def __init__(self, parent: QWidget | None) -> None:
        """Make the window without figures; :meth:`show_desk` fills it."""
        super().__init__(
            parent, tr("10 % reduction"), FigureList(tr("Averages by Member State"), AVERAGE_COLUMNS), _HINT
        )
        self._codes: tuple[str, ...] = ()
        self._taking: tuple[str, ...] = ()
        self.spread = FigureList(tr("Who takes over what"), SPREAD_COLUMNS)
        self.words = ToneLabel(legible(_WORDS), Type.BODY, "muted")
        self.missing = ToneLabel(legible(_NOT_KNOWN), Type.STRONG, "unknown")
        self.granted = ToneLabel("", Type.STRONG)
        self.add_labels((self.words, self.missing, self.granted))
        self.readings = {each.name: ChoiceField(tr(each.title), _offered(each)) for each in _READINGS}
        for name, field in self.readings.items():
            field.edited.connect(lambda chosen=name: self._choose_reading(chosen))
        self.list.entered.connect(lambda line: self._go_to(self._codes, line))
        self.spread.entered.connect(lambda line: self._go_to(self._taking, line))
        self.print_button.setToolTip(tr("The arithmetic as a page: the same numbers"))
        self.copy_button.setToolTip(tr("Put averages and spread on the clipboard"))
        self._lay_out()

    def _lay_out(self) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        column.setSpacing(Space.S)
        column.addWidget(self.words)
        self._choices = QGridLayout()
        self._choices.setHorizontalSpacing(Space.L)
        self._choices.setVerticalSpacing(Space.S)
        self._arrange(len(self.readings))
        column.addLayout(self._choices)
        column.addWidget(self.refusal)
        column.addWidget(self.missing)
        below = QWidget()
        lower = QVBoxLayout(below)
        lower.setContentsMargins(0, 0, 0, 0)
        lower.setSpacing(Space.S)
        # Without a list below it, the sentence keeps to the top.
        self.granted.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        lower.addWidget(self.granted)
        lower.addWidget(self.spread, 1)
        self.split = QSplitter(Qt.Orientation.Vertical)
        self.split.addWidget(self.list)
        self.split.addWidget(below)
        self.split.setChildrenCollapsible(False)
        self.split.setHandleWidth(Space.M)
        self.split.setSizes([400, 300])
        column.addWidget(self.split, 1)
        column.addLayout(self._last)
        self.finish(body, _SIZE, "Ctrl+Shift+T")

    # ----------------------------------------------------------------------------------------------------- content

    def show_desk(self, desk: "Desk") -> None:
        """Follow a desk: its figures now, and whenever they are others."""
        for field in self.readings.values():
            field.set_read_only(desk.read_only)
        super().show_desk(desk)
        if not self.list.isVisibleTo(self):
            self.spread.setFocus()

    def help_topic(self) -> tuple[str, str]:
        """Return page and heading of the manual."""
        return HELP_PAGE, "10 % reduction"

    def show_assessment(self, assessment: Assessment) -> None:
        """Show the figures of now; those of another procedure are not ours: the window is put away by then."""
        if not isinstance(assessment, PressureAssessment):
            return
        self.refusal.hide()
        for name, field in self.readings.items():
            value = assessment.readings[name]
            field.put(value)
            about = legible(next(tr(each.choices[value]) for each in _READINGS if each.name == name))
            # A narrow list cuts what is chosen.
            field.input.setToolTip(f"{field.input.currentText()}\n{about}")
        averages = average_lines(assessment)
        # The first line is the Union's.
        self._codes = ("", *(row.code for row in assessment.rows))
        self.list.show_lines(averages)
        self.list.setVisible(bool(averages))
        self.missing.setVisible(not averages)
        self.granted.setText(legible(spread_words(assessment)))
        lines = spread_lines(assessment)
        held: list[str] = []
        for each in spreads_of(assessment):
            held += [each.code, *(part.code for part in each.parts), ""]
        self._taking = tuple(held)
        self.spread.show_lines(lines)
        self.spread.setVisible(bool(lines))

    def copy(self) -> None:
        """Put everything on the clipboard."""
        clipboard = QApplication.clipboard()
        said = [self.granted.text() if self.list.lines else f"{self.missing.text()}\n{self.granted.text()}"]
        said += [f"{field.label.text()}: {field.input.currentText()}" for field in self.readings.values()]
        for figures in (self.list, self.spread):
            if figures.lines:
                figures.clearSelection()
                figures.copy()
                said.append(f"\n{clipboard.text()}")
        clipboard.setText("\n".join(said))

    def set_scale(self, scale: float) -> None:
        """Follow the person's zoom."""
        super().set_scale(scale)
        self.spread.set_scale(scale)
        for field in self.readings.values():
            field.set_scale(scale)

    def say_less(self, less: bool) -> None:
        """Leave the law out where the window is low: it stands in the manual, too; and cut no choice."""
        self.words.setVisible(not less)
        self._arrange(2 if less else len(self.readings))

    def _arrange(self, columns: int) -> None:
        """Put so many choices beside each other, the rest below."""
        for place, field in enumerate(self.readings.values()):
            self._choices.addWidget(field, place // columns, place % columns)
        for column in range(len(self.readings)):
            self._choices.setColumnStretch(column, int(column < columns))

    def _choose_reading(self, name: str) -> None:
        """Put another reading in force."""
        if self._desk is not None and not self._desk.read_only:
            self._desk.apply(ChooseReading(name, self.readings[name].value))

    def _go_to(self, codes: tuple[str, ...], line: int) -> None:
        if line < len(codes) and codes[line]:
            self.state_wanted.emit(codes[line])


def _offered(reading: Reading) -> tuple[tuple[str, str], ...]:
    """Return the values of a reading, each with the words that stand for it in a narrow field."""
    offered = {value: _SHORT.get(value, words) for value, words in reading.choices.items()}
    return tuple((value, tr(words)) for value, words in offered.items())
