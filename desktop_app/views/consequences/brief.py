"""What a change would do, in a few lines: for the panel beside the table."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from desktop_app.calc.assessment import Assessment
from desktop_app.views.consequences.line import Kind
from desktop_app.views.consequences.lines import lines_of
from desktop_app.views.consequences.summary import NO_CONSEQUENCE, summary_text
from desktop_app.views.language import tr, upper_first
from desktop_app.views.parts import ToneLabel
from desktop_app.views.theme import Space, Type, legible

MOST_LINES: Final = 6
"""How many lines the short form shows; the rest is counted."""


def brief_lines(before: Assessment, after: Assessment, first: str | None = None) -> list[str]:
    """Return what changes in at most :data:`MOST_LINES` lines of words, the rest counted in a last one.

    Args:
        before: of the forum as it is.
        after: of the forum as it would be.
        first: code of the Member State whose lines come before the others.
    """
    changed = [line for line in lines_of(before, after) if line.is_changed and line.kind is not Kind.HEADING]
    ordered = sorted(changed, key=lambda line: 0 if first is not None and line.code == first else line.weight)
    shown, rest = ordered[:MOST_LINES], len(ordered) - MOST_LINES
    said = [line.sentence for line in shown]
    return (
        [*said, (tr("… and {rest} more line", rest=rest) if rest == 1 else tr("… and {rest} more lines", rest=rest))]
        if rest > 0
        else said
    )


class ConsequencesBrief(QWidget):
    """The short form: one sentence and a few lines, which can be selected and copied."""

    def __init__(self) -> None:
        super().__init__()
        self._summary = ToneLabel("", Type.STRONG)
        self._lines = ToneLabel("", Type.BODY)
        flags = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        for label in (self._summary, self._lines):
            label.setWordWrap(True)
            label.setTextInteractionFlags(flags)
            label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            column.addWidget(label)
        column.addStretch(1)
        self._lines.setAccessibleName(tr("What would change"))
        copying = QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self)
        copying.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        copying.activated.connect(self.copy)

    @property
    def text(self) -> str:
        """What it says, line by line."""
        return "\n".join(label.text() for label in (self._summary, self._lines) if label.text())

    def show_consequences(
        self, before: Assessment, after: Assessment, lead: str = "", first: str | None = None
    ) -> None:
        """Show what would change between two assessments.

        Args:
            before: of the forum as it is.
            after: of the forum as it would be.
            lead: what is changed, in a few words; may be empty.
            first: code of the Member State whose lines come first.
        """
        lines = brief_lines(before, after, first)
        if not lines:
            words = f"{lead}: {tr(NO_CONSEQUENCE)}." if lead else f"{upper_first(NO_CONSEQUENCE)}."
            self.show_unknown(words)
            return
        self._summary.set_tone("text")
        self._say(summary_text(before, after, lead), lines)

    def show_unknown(self, words: str) -> None:
        """Say in place of figures why nothing can be shown."""
        self._summary.set_tone("muted")
        self._say(words, [])

    def set_scale(self, scale: float) -> None:
        """Follow the person's zoom."""
        for label in (self._summary, self._lines):
            label.set_scale(scale)

    def copy(self) -> None:
        """Put everything on the clipboard."""
        QApplication.clipboard().setText(self.text)

    def _say(self, summary: str, lines: list[str]) -> None:
        self._summary.setText(legible(summary))
        self._lines.setText(legible("\n".join(f"• {line}" for line in lines)))
        self._lines.setVisible(bool(lines))
