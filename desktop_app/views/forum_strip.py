"""What the strip above a table has, whatever the procedure: title, chips, saved mark, figures under captions."""

from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.calc.forum import Classification, Forum
from desktop_app.calc.memory import Moment
from desktop_app.views.flow_layout import FlowLayout
from desktop_app.views.heading import Heading, heading_text
from desktop_app.views.language import shown, tr
from desktop_app.views.parts import Bar, Chip, ChipButton, FigureButton, ToneLabel
from desktop_app.views.saved_mark import SavedMark
from desktop_app.views.theme import Space, Type

_TALL_ENOUGH: Final = 500
"""Height of a window in which title and figures may take several lines, pixels at 100 %."""


class ForumStrip(QWidget):
    """Title, marking and saved mark, over figures each of which can be asked "why?".

    Signals:
        asked(str, object): the person asks why a figure is what it is: its id, and the state's code or ``None``.
        about_asked: the person wants to read the forum's note.
    """

    asked = Signal(str, object)
    about_asked = Signal()

    def __init__(self, name: str, bar_width: int) -> None:
        """Make what every strip has; :meth:`lay_out` puts it in its places.

        Args:
            name: what the strip is called for those who cannot see it.
            bar_width: width of the bar of coverage, pixels at 100 %.
        """
        super().__init__()
        self.setAccessibleName(shown(name))
        self._bar_width, self._scale = bar_width, 1.0
        self._moment: Moment | None = None
        # Cut at its end: the name of a forum begins with what it is and its year.
        self._title = Heading("", Type.HEADING, cut=Qt.TextElideMode.ElideRight)
        self._note = ChipButton()
        self._note.setObjectName("note")
        self._note.clicked.connect(self.about_asked)
        self._status, self._marking = Chip(), Chip()
        self._more: list[Chip] = []
        self.saved_mark = SavedMark()
        self._bar = Bar()
        self._blocks: tuple[QWidget, ...] = ()
        # Stands for what gave way in a low window; its tooltip says it.
        self.more = ToneLabel("…", Type.STRONG, "muted")
        self.more.setObjectName("more")
        self.more.hide()
        self._first = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._first.setSpacing(Space.S)

    def figure(self, figure: str) -> FigureButton:
        """Make a figure that can be asked about."""
        button = FigureButton()
        button.setObjectName(figure)
        button.clicked.connect(lambda: self.asked.emit(figure, self._code_of(figure)))
        return button

    def lay_out(self, *blocks: QWidget) -> None:
        """Put the parts in their places; what stands at the left of the first line is there already.

        Args:
            blocks: the captioned figures, from left to right.
        """
        self._chips = QWidget()
        chips = QHBoxLayout(self._chips)
        chips.setContentsMargins(0, 0, 0, 0)
        chips.setSpacing(Space.S)
        for widget in (self._note, self._status, self._marking, self.saved_mark):
            chips.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        chips.addStretch(1)
        self._first.addWidget(self._chips)
        self._blocks = blocks
        figures = QWidget()
        flow = FlowLayout(figures, gap=Space.XL)
        flow.setContentsMargins(0, 0, 0, 0)
        for block in (*blocks, self.more):
            flow.addWidget(block)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        column.setSpacing(Space.S)
        column.addLayout(self._first)
        column.addWidget(figures)
        self.set_scale(1.0)
        self.setFocusProxy(self.figures()[0])

    def add_chip(self, chip: Chip) -> None:
        """Put a chip of one procedure before the legal status."""
        self._more.append(chip)
        layout = self._chips.layout()
        if isinstance(layout, QHBoxLayout):
            layout.insertWidget(1, chip, 0, Qt.AlignmentFlag.AlignVCenter)
        chip.set_scale(self._scale)

    # ---------------------------------------------------------------------------------------- what each kind answers

    def figures(self) -> tuple[FigureButton, ...]:
        """Return what can be asked about, from left to right."""
        raise NotImplementedError

    def _heading_width(self) -> int:
        """Return the room that the left of the first line needs at least."""
        raise NotImplementedError

    def _fit_heading(self, room: int) -> None:
        """Let the left of the first line use its room."""

    def _code_of(self, _figure: str) -> str | None:
        """Return the state that a figure is explained for; ``None`` for the whole."""
        return None

    # ------------------------------------------------------------------------------------------- what a strip does

    def chips(self) -> tuple[str, ...]:
        """Return what the chips say: note, status, marking."""
        return self._note.text(), self._status.text, self._marking.text

    def blocks(self) -> tuple[QWidget, ...]:
        """Return the captioned figures, from left to right."""
        return self._blocks

    @property
    def heading(self) -> str:
        """The heading, whole: title, meeting and round."""
        return self._title.full_text

    @property
    def moment(self) -> Moment | None:
        """The moment that was shown last."""
        return self._moment

    def show_heading(self, forum: Forum) -> None:
        """Show title, meeting and round of a forum."""
        self._title.set_full_text(heading_text(forum, self._moment))

    def show_moment(self, forum: Forum, moment: Moment | None) -> None:
        """Show the meeting and round of a moment; ``None`` where what is shown belongs to none, as a scenario."""
        self._moment = moment
        self.show_heading(forum)

    def show_note(self, forum: Forum) -> None:
        """Show the marking and the label of a forum."""
        secret = forum.classification is Classification.EU_RESTRICTED
        self._marking.say(
            forum.classification.marking, "block" if secret else "muted", "block_ground" if secret else "sunken"
        )
        self._note.say(note_text(forum), forum.note or "")
        self._note.setVisible(bool(forum.note))

    def set_scale(self, scale: float) -> None:
        """Follow the person's zoom."""
        self._scale = scale
        for labels in (
            self.findChildren(ToneLabel),
            self.figures(),
            (self._note, self._status, self._marking),
        ):
            for label in labels:
                label.set_scale(scale)
        for chip in self._more:
            chip.set_scale(scale)
        self.saved_mark.set_scale()
        self._bar.setFixedWidth(round(self._bar_width * scale))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the chips under the title where both do not fit beside each other."""
        super().resizeEvent(event)
        self._break()

    def event(self, event: QEvent) -> bool:
        """Do so too where a text has become longer or shorter."""
        handled = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:
            self._break()
        return handled

    def _break(self) -> None:
        """Give the title a line of its own where it would be cut otherwise."""
        room = self.width() - 2 * Space.M
        is_low = self.window().height() < _TALL_ENOUGH * self._scale
        self._give_way(room, is_low=is_low)
        chips = self._chips.sizeHint().width() + Space.S
        one_line = self._heading_width() + chips <= room or is_low
        self._fit_heading(room - chips if one_line else room)
        self._first.setDirection(QBoxLayout.Direction.LeftToRight if one_line else QBoxLayout.Direction.TopToBottom)

    def _give_way(self, room: int, *, is_low: bool) -> None:
        """Leave the room to the table in a low window: one line of figures, and the note is read elsewhere."""
        self._note.setVisible(bool(self._note.text()) and not is_low)
        left = room - (self.more.sizeHint().width() + Space.XL if is_low else 0)
        given_way = [self._note.text()] if is_low and self._note.text() else []
        for place, block in enumerate(self._blocks):
            wanted = block.sizeHint().width() + (Space.XL if place else 0)
            fits = not is_low or not place or wanted <= left
            block.setVisible(fits)
            left -= wanted if fits else 0
            given_way += [] if fits else [_words_of(block)]
        self._tell_of("\n".join(given_way))

    def _tell_of(self, given_way: str) -> None:
        """Let a sign stand for what has no room, and its tooltip say it."""
        if given_way != self.more.toolTip():
            self.more.setToolTip(given_way)
            self.more.setAccessibleDescription(given_way)
        self.more.setVisible(bool(given_way))


def captioned(caption: ToneLabel, *figures: QWidget, gap: int = Space.S) -> QWidget:
    """Put a caption over figures that stand side by side."""
    block = QWidget()
    column = QVBoxLayout(block)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    caption.setIndent(Space.XS)
    column.addWidget(caption)
    row = QHBoxLayout()
    row.setSpacing(gap)
    for figure in figures:
        row.addWidget(figure)
    # Figures never grow; without this a caption longer than they are would be cut.
    row.addStretch(1)
    column.addLayout(row)
    return block


def _words_of(block: QWidget) -> str:
    """Return what a captioned block says, in one line."""
    caption, *_beside = block.findChildren(ToneLabel)
    figures = ", ".join(figure.text() for figure in block.findChildren(FigureButton))
    return shown(tr("{caption}: {figures}", caption=caption.text(), figures=figures))


def note_text(forum: Forum) -> str:
    """Return the first sentence of the forum's note without its full stop: the label that goes with the forum."""
    lines = (forum.note or "").strip().splitlines()
    return lines[0].partition(". ")[0].rstrip(".") if lines else ""
