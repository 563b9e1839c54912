"""What makes unmistakable that the window shows the past or a scenario: a band, a frame, and the way back to now."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QWidget

from desktop_app.views.desk_views import InScenario, Now, Past, View
from desktop_app.views.language import entry_title, shown, tr
from desktop_app.views.parts import ElidedLabel, ToneLabel
from desktop_app.views.saved_mark import clock_text
from desktop_app.views.theme import Space, Type, legible, theme

FRAME: Final = 6
"""Width of the frame around everything that is not now, pixels."""


def standing_text(view: View) -> str:
    """Return in words what is shown; nothing where it is now."""
    match view:
        case Past(moment):
            return tr(
                "THE PAST: {time}, entry {seq} ({title}). Read-only; nothing here can be typed.",
                time=clock_text(moment.at),
                seq=moment.seq,
                title=legible(entry_title(moment.title)),
            )
        case InScenario(scenario):
            origin = tr("from entry {seq}, {time}", seq=scenario.origin.seq, time=clock_text(scenario.origin.at))
            return tr(
                "SCENARIO: {name} ({origin}). Nothing typed here is in the record.",
                name=legible(scenario.name),
                origin=origin,
            )
        case _:
            return ""


class StandingBand(QWidget):
    """The band above everything that is not now.

    Signals:
        back_wanted: the person wants to go back to now.
        adopt_wanted: the person wants the scenario in the record.
        compare_wanted: the person wants to compare what is shown with now.
    """

    back_wanted = Signal()
    adopt_wanted = Signal()
    compare_wanted = Signal()

    def __init__(self) -> None:
        """Make a hidden band."""
        super().__init__()
        self._view: View = Now()
        self._icon = ToneLabel()
        self._text = ElidedLabel("", Type.STRONG)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.M, Space.XS, Space.M, Space.XS)
        row.setSpacing(Space.S)
        row.addWidget(self._icon)
        row.addWidget(self._text, 1)
        self._adopt = self._button(tr("Adop&t…"), self.adopt_wanted)
        self._compare = self._button(tr("Compare with no&w…"), self.compare_wanted)
        self._back = self._button(tr("Bac&k to now"), self.back_wanted)
        for button in (self._compare, self._adopt, self._back):
            row.addWidget(button)
        theme().changed.connect(self._restyle)
        self.hide()

    @property
    def text(self) -> str:
        """What it says."""
        return self._text.full_text

    def show_view(self, view: View, *, read_only: bool) -> None:
        """Say what is shown; hidden where it is now.

        Args:
            view: what is shown.
            read_only: whether the file itself is open for reading only: then nothing can be adopted.
        """
        self._view = view
        self._text.set_full_text(standing_text(view))
        self.setAccessibleName(standing_text(view))
        self._adopt.setVisible(isinstance(view, InScenario) and not read_only)
        self.setVisible(not isinstance(view, Now))
        self._restyle()

    def set_scale(self, scale: float) -> None:
        """Follow the person's zoom."""
        self._text.set_scale(scale)
        for button in (self._adopt, self._compare, self._back):
            button.setFont(theme().font(Type.BODY, scale))
        self._restyle()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, in the colour of the frame, and the line below."""
        super().paintEvent(event)
        painter = QPainter(self)
        is_past = isinstance(self._view, Past)
        painter.fillRect(self.rect(), theme().colours.warn_ground if is_past else theme().colours.info_ground)
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme().colours.named(tone_of(self._view)))
        painter.end()

    def _button(self, text: str, signal: object) -> QPushButton:
        button = QPushButton(shown(text))
        button.clicked.connect(lambda _checked=False: signal.emit())  # type: ignore[attr-defined]  # a bound signal
        return button

    def _restyle(self) -> None:
        size = self._text.fontMetrics().height()
        tone = tone_of(self._view)
        icon = theme().icon("history" if isinstance(self._view, Past) else "document", theme().colours.named(tone))
        self._icon.setPixmap(icon.pixmap(size, size))


def tone_of(view: View) -> str:
    """Return the colour by which a view is known."""
    return "warn" if isinstance(view, Past) else "info"


class StandingFrame(QWidget):
    """Holds the forum, inside a frame where what is shown is not now: stripes for the past, plain for a scenario."""

    def __init__(self, direction: QBoxLayout.Direction = QBoxLayout.Direction.TopToBottom) -> None:
        """Make it empty.

        Args:
            direction: in which its content is laid out.
        """
        super().__init__()
        self._view: View = Now()
        self.column = QBoxLayout(direction, self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        theme().changed.connect(self.update)

    def show_view(self, view: View) -> None:
        """Frame what is shown."""
        self._view = view
        width = 0 if isinstance(view, Now) else FRAME
        self.column.setContentsMargins(width, width, width, width)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the frame; what lies inside paints itself."""
        super().paintEvent(event)
        if isinstance(self._view, Now):
            return
        painter = QPainter(self)
        colour = theme().colours.named(tone_of(self._view))
        painter.fillRect(self.rect(), colour)
        if isinstance(self._view, Past):
            # Not by its colour alone: the past has stripes.
            painter.fillRect(self.rect(), theme().colours.surface)
            brush = painter.brush()
            brush.setColor(colour)
            brush.setStyle(Qt.BrushStyle.BDiagPattern)
            painter.fillRect(self.rect(), brush)
        painter.fillRect(self.rect().adjusted(FRAME, FRAME, -FRAME, -FRAME), theme().colours.surface)
        painter.end()
