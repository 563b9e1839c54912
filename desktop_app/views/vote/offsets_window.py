"""The window of responsibility offsets: options per state, thresholds as bars, the mandatory panel, both caps."""

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.calc.assessment import AnnualPoolAssessment, Assessment
from desktop_app.calc.offset_words import erosion_words, mandatory_words, meeting_words, request_words, volume_words
from desktop_app.calc.offsets import Offsets, offsets_of
from desktop_app.views.classified import ClassifiedBand
from desktop_app.views.dialogs.base import ENTER
from desktop_app.views.forum_editors.figures import FigureList
from desktop_app.views.language import marked, tr
from desktop_app.views.parts import ToneLabel
from desktop_app.views.theme import Type, legible
from desktop_app.views.vote.bars import Levels
from desktop_app.views.vote.following import FiguresWindow
from desktop_app.views.vote.offset_lines import COLUMNS, OF_PANEL, cap_words, has_panel, levels_of, lines_of

_SIZE: Final = QSize(1240, 880)
_HINT: Final = marked("Enter on a Member State goes to it, Ctrl+Enter asks why its cap, Esc closes, F1 helps")
_WORDS: Final = marked(
    "Annual pool (Art. 63): a contributing state takes responsibility for applications instead of relocating persons; "
    "offsets are no type of pledge (Art. 56(2)). Order: pledges; offsets on request and by offer (63(1), 63(2)); a "
    "meeting under Art. 13(4); mandatory offsets (63(3), 63(4)), nobody beyond its fair share (63(7))."
)


class OffsetsWindow(FiguresWindow):
    """What Art. 63 says of the pool and of each Member State; it allocates nothing."""

    low = 720

    def __init__(self, parent: QWidget | None) -> None:
        """Make the window without figures; :meth:`show_desk` fills it."""
        super().__init__(
            parent, tr("Responsibility offsets"), FigureList(tr("Offsets of the Member States"), COLUMNS), _HINT
        )
        self.words = ToneLabel(legible(_WORDS), Type.CAPTION, "muted")
        self.marking = ClassifiedBand()
        self.request = ToneLabel("", Type.BODY)
        self.mandatory = ToneLabel("", Type.HEADING)
        self.volume = ToneLabel("", Type.BODY)
        self.erosion = ToneLabel("", Type.BODY)
        self.caps = ToneLabel("", Type.BODY)
        self.unknown = ToneLabel("", Type.CAPTION, "unknown")
        self.wrapping(self.words, self.request, self.mandatory, self.volume, self.erosion, self.caps, self.unknown)
        self.levels = Levels(4, lambda figure: self.asked.emit(figure, ""))
        self.list.entered.connect(self._go)
        parts = (
            self.marking,
            self.mandatory,
            self.levels,
            self.volume,
            self.request,
            self.erosion,
            self.caps,
            self.refusal,
            self.list,
            self.unknown,
            self.words,
        )
        self.lay_out(parts, _SIZE, "Ctrl+Shift+O", (self.list, *self.levels.figures))

    def help_topic(self) -> tuple[str, str]:
        """Return page and heading of the manual."""
        return "negotiation", "Responsibility offsets"

    def show_assessment(self, assessment: Assessment) -> None:
        """Show the figures of now."""
        if not isinstance(assessment, AnnualPoolAssessment):
            return
        found = offsets_of(assessment)
        self.refusal.hide()
        self.say_standing()
        self.marking.mark(assessment.forum, holds=found.proposal is not None)
        self.codes = tuple(each.code for each in found.states)
        self.mandatory.setText(legible(mandatory_words(found)))
        self.mandatory.set_tone("warn" if found.mandatory or found.mandatory_by_erosion else "text")
        volume = volume_words(found)
        self.volume.setText(legible(volume or ""))
        self.volume.setVisible(volume is not None)
        self.levels.show_levels(levels_of(found))
        self.request.setText(legible(request_words(found)))
        self.erosion.setText(legible(erosion_words(found)))
        self.erosion.set_tone("warn" if found.mandatory_by_erosion else "text")
        self.caps.setText(legible(cap_words(found)))
        self.unknown.setText(legible(_unknown_words(found)))
        self.unknown.setVisible(bool(found.unknown))
        for label in (self.erosion, self.caps):
            label.setVisible(has_panel(found))
        self.list.leave_out(frozenset() if has_panel(found) else OF_PANEL)
        self.list.show_lines(lines_of(found))

    def copy(self) -> None:
        """Put sentences, thresholds and every state on the clipboard, as far as they are shown."""
        self.list.clearSelection()
        self.list.copy()
        every = (self.mandatory, self.volume, self.request, self.erosion, self.caps)
        labels = [label for label in every if not label.isHidden()]
        said = [self.marking.copied, *(label.text() for label in labels), self.levels.text]
        clipboard = QApplication.clipboard()
        clipboard.setText("\n\n".join([part for part in said if part] + [clipboard.text()]))

    def set_scale(self, scale: float) -> None:
        """Follow the person's zoom."""
        self.levels.set_scale(scale)
        self.marking.set_scale(scale)
        super().set_scale(scale)

    def say_less(self, less: bool) -> None:
        """Leave the law's words out where the window is low."""
        self.words.setVisible(not less)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter asks why the cap of the current state is what it is."""
        code = self.code_of(self.list.currentRow())
        if event.key() in ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier and code is not None:
            self.asked.emit("offset_cap_all_types", code)
            return
        super().keyPressEvent(event)

    def _go(self, line: int) -> None:
        code = self.code_of(line)
        if code is not None:
            self.state_wanted.emit(code)


def _unknown_words(found: Offsets) -> str:
    left = len(found.unknown)
    template = (
        marked(
            "Nothing is recorded yet of the relocations of {left} Member State: sums are of what is known. Meeting "
            "under Art. 13(4): {meeting_words}."
        )
        if left == 1
        else marked(
            "Nothing is recorded yet of the relocations of {left} Member States: sums are of what is known. Meeting "
            "under Art. 13(4): {meeting_words}."
        )
    )
    return tr(template, left=left, meeting_words=meeting_words(found))
