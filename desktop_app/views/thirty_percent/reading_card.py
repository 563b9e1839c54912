"""One reading of the 30 % test on a card: formula, numbers, verdict, boundary, reason, and the choice of it."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.calc.exact import exact_text
from desktop_app.calc.shortfall_shown import percent_words
from desktop_app.calc.thirty_percent import ReadingOfTest
from desktop_app.views.language import tr, upper_first
from desktop_app.views.parts import ToneLabel
from desktop_app.views.theme import Space, Type, legible, theme

_LONGEST_FRACTION = 40
"""Signs of an exact fraction that are still shown whole; a longer one stands in the tooltip."""


class ReadingCard(QWidget):
    """A reading and what it gives.

    Signals:
        chosen(str): the person wants this reading to be in force.
    """

    chosen = Signal(str)

    def __init__(self, name: str) -> None:
        """Make an empty card.

        Args:
            name: ``"A"``, ``"B"`` or ``"C"``.
        """
        super().__init__()
        self._name = name
        self._in_force = False
        self.title = ToneLabel(tr("Reading {letter}", letter=name), Type.HEADING)
        self.state = ToneLabel("", Type.CAPTION, "accent")
        self.percent = ToneLabel("", Type.FIGURE)
        self.verdict = ToneLabel("", Type.STRONG)
        self.formula = ToneLabel("", Type.CAPTION, "muted")
        self.numbers = ToneLabel("", Type.BODY)
        self.exact = ToneLabel("", Type.CAPTION, "muted")
        self.boundary = ToneLabel("", Type.BODY)
        self.reason = ToneLabel("", Type.CAPTION, "muted")
        self.choose = QPushButton(tr("Use reading &{name}", name=name))
        self.choose.setAutoDefault(False)
        self.choose.clicked.connect(lambda _checked=False: self.chosen.emit(self._name))
        top = QHBoxLayout()
        top.addWidget(self.title)
        top.addStretch(1)
        top.addWidget(self.state)
        figure = QHBoxLayout()
        figure.setSpacing(Space.M)
        figure.addWidget(self.percent)
        figure.addWidget(self.verdict, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.M, Space.M, Space.M, Space.M)
        column.setSpacing(Space.XS)
        column.addLayout(top)
        column.addLayout(figure)
        for label in (self.numbers, self.exact, self.formula, self.boundary, self.reason):
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(label)
        self.verdict.setWordWrap(True)
        column.addStretch(1)
        column.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignLeft)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setMinimumWidth(200)
        theme().changed.connect(self.update)

    @property
    def text(self) -> str:
        """What the card says, line by line."""
        labels = (self.title, self.state, self.percent, self.verdict, self.numbers, self.exact, self.formula)
        return "\n".join(label.text() for label in (*labels, self.boundary, self.reason) if label.text())

    def show_reading(self, reading: ReadingOfTest, *, is_act: bool, read_only: bool) -> None:
        """Show what the reading gives.

        Args:
            reading: see :class:`ReadingOfTest`.
            is_act: whether the act is one in which the test has its effect.
            read_only: whether another desk types.
        """
        ratio = reading.ratio
        self._in_force = reading.in_force
        self.state.setText(tr("in force") if reading.in_force else tr("for comparison"))
        self.state.set_tone("accent" if reading.in_force else "muted")
        self.percent.setText(legible(_percent(reading)))
        words, tone = _verdict(reading, is_act=is_act)
        self.percent.set_tone(tone)
        self.verdict.set_tone(tone)
        self.verdict.setText(legible(words))
        self.formula.setText(legible(reading.formula))
        self.numbers.setText(legible(reading.numbers))
        fraction = "" if ratio is None else exact_text(ratio)
        cut = fraction if len(fraction) <= _LONGEST_FRACTION else f"{fraction[:_LONGEST_FRACTION]}…"
        self.exact.setText(tr("exactly {number}", number=cut) if fraction else "")
        self.exact.setToolTip(fraction)
        self.boundary.setText(legible(reading.boundary_words))
        self.reason.setText(legible(f"{upper_first(tr(reading.meaning))}. {tr(reading.reason)}"))
        self.choose.setEnabled(not reading.in_force and not read_only)
        self.setAccessibleName(self.text)
        self.update()

    def set_brief(self, brief: bool) -> None:
        """Show number, verdict and choice alone, as in a low window; the rest stands in the tooltip then."""
        for label in (self.numbers, self.exact, self.formula, self.boundary, self.reason):
            label.setVisible(not brief)
        self.setToolTip(self.text if brief else "")

    def set_scale(self, scale: float) -> None:
        """Follow the person's zoom."""
        for label in self.findChildren(ToneLabel):
            label.set_scale(scale)
        self.choose.setFont(theme().font(Type.BODY, scale))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the ground, and a frame that is thicker where the reading is in force."""
        colours = theme().colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = 2 if self._in_force else 1
        painter.setPen(QPen(colours.accent if self._in_force else colours.line, width))
        painter.setBrush(colours.raised)
        inset = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), Space.XS, Space.XS)
        painter.end()


def _percent(reading: ReadingOfTest) -> str:
    if not reading.has_result:
        return tr("none")
    return tr("open") if reading.ratio is None else percent_words(reading.ratio)


def _verdict(reading: ReadingOfTest, *, is_act: bool) -> tuple[str, str]:
    if reading.ratio is None:
        return "", "unknown"
    if not reading.triggered:
        return tr("not more than 30 %: not triggered"), "ok"
    if not reading.in_force:
        return tr("more than 30 %: would be triggered"), "warn"
    return (tr("more than 30 %: triggered") if is_act else tr("more than 30 %: triggered under Art. 48(2)")), "warn"
